"""How an export would look: the format's own writer on the first few readings, in a folder that is gone afterwards."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from annotator.formats import canonical
from annotator.formats.losses import Loss, WriteOptions
from annotator.formats.row_keys import Lost
from annotator.models import Reading
from annotator.operations.articles import Cancel, never
from annotator.operations.export_choice import ExportChoice, readings
from annotator.operations.export_formats import loss_words, writable
from annotator.operations.exports import left_behind
from annotator.operations.preview_lines import Line, first_lines
from annotator.store import Project
from annotator.store.export_queries import Amount, amount

_FILES = 40  # files of a folder whose lines are shown


@dataclass(frozen=True, slots=True)
class PreviewFile:
    """A file as it would be written, by its path below the place. `size` in bytes.

    `lines` None: it is no text. `more`: there are lines after these.
    """

    path: str
    size: int
    lines: tuple[Line, ...] | None = None
    more: bool = False


@dataclass(frozen=True, slots=True)
class Preview:
    """What was written of the first readings, and how much the export takes along altogether.

    `losses`: what the format could not carry, in sentences. `whole`: there are no other readings, so that the losses
    are those of the export.
    """

    files: tuple[PreviewFile, ...]
    losses: tuple[str, ...]
    amount: Amount
    whole: bool


def preview(
    project: Project,
    format_name: str,
    choice: ExportChoice,
    options: WriteOptions | None = None,
    limit: int = 12,
    file: str = "export",
    cancelled: Cancel = never,
) -> Preview:
    """Write the first `limit` readings. `file`: what the file or folder is called. Raises Problem, Cancelled."""
    options, lost = options or WriteOptions(), Lost()

    def first() -> _First:
        return _First(readings(project, choice, options, lost, cancelled), limit)

    some = first()
    with TemporaryDirectory(prefix="stancemark-") as folder:
        place = Path(folder) / (Path(file).name or "export")
        if format_name == canonical.NAME:
            place.write_bytes(b"".join(canonical.write(some)))
            losses = left_behind(project, choice.raw)
        else:
            written = _write(format_name, some, place, options)
            losses = tuple(map(loss_words, (*written, *lost.all())))
            _write_config(format_name, first(), place)
        found = _amount(project, choice, options, some)
        return Preview(_files(Path(folder)), losses, found, some.whole)


class _First:
    """The first few of the readings. `whole`: they were all there are. `marks`: the spans and stances on them."""

    def __init__(self, found: Iterator[Reading], limit: int) -> None:
        self._found, self._limit = found, limit
        self.whole, self.marks = True, 0

    def __iter__(self) -> Iterator[Reading]:
        for reading in islice(self._found, self._limit):
            self.marks += len(reading.spans) + len(reading.stances)
            yield reading
        self.whole = next(self._found, None) is None


def _amount(project: Project, choice: ExportChoice, options: WriteOptions, some: _First) -> Amount:
    which: Any = choice.layers if choice.layers in ("all", "gold") else "made"
    only = [ident for ident in options.parts if options.takes(ident)] if options.part else None
    found = amount(project, choice.annotators, options.labels, which=which, unread=choice.unread, only=only)
    return replace(found, marks=some.marks) if some.whole and which == "made" else found


def _write(name: str, some: Iterable[Reading], place: Path, options: WriteOptions) -> tuple[Loss, ...]:
    form = writable()[name]
    if form.FOLDER:
        place.mkdir()
    return form.write(some, place, options)


def _write_config(name: str, some: Iterable[Reading], place: Path) -> None:
    """What goes with the file so that the other tool knows the labels, where a format has that."""
    form: Any = writable()[name]
    if hasattr(form, "config"):
        place.with_name(f"{place.stem}.config.{form.CONFIG}").write_bytes(form.config(some, place.name))


def _files(folder: Path) -> tuple[PreviewFile, ...]:
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return tuple(_shown(path, folder, number < _FILES) for number, path in enumerate(paths))


def _shown(path: Path, folder: Path, read: bool) -> PreviewFile:
    name, size = path.relative_to(folder).as_posix(), path.stat().st_size
    found = first_lines(path) if read else None
    return PreviewFile(name, size, *found) if found is not None else PreviewFile(name, size)
