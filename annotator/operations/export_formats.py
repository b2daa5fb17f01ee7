"""Writing a project in another tool's format: whole or not at all, with a report of what it could not carry."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Protocol

import orjson

from annotator.dataset.layers import Choice, Layers, chosen
from annotator.errors import Cancelled, Problem, Refused, say
from annotator.formats import canonical, formats
from annotator.formats.losses import Loss, WriteOptions
from annotator.formats.row_keys import Lost
from annotator.models import Annotator, Reading
from annotator.operations.articles import Cancel, Progress, never, no_progress
from annotator.operations.exports import ExportReport, refuse_place, whole_file
from annotator.store import Project
from annotator.store.lines import count, lines

LOSSES = ".losses.json"


class Writes(Protocol):
    """A format that can be written for another tool. `FOLDER`: it is a folder of files."""

    NAME: str
    TITLE: str
    SUFFIXES: tuple[str, ...]
    FOLDER: bool

    def write(self, readings: Iterable[Reading], place: Path, options: WriteOptions | None = None) -> tuple[Loss, ...]:
        """Write the readings to a path that nobody uses yet."""


def writable() -> dict[str, Writes]:
    """The formats of other tools that can be written, by name."""
    return {form.NAME: form for form in formats() if form.WRITES and hasattr(form, "write") and hasattr(form, "FOLDER")}  # type: ignore[misc]


def export_as(
    project: Project,
    path: Path,
    name: str,
    *,
    annotators: Sequence[str] = (),
    layers: Layers = "all",
    unread: bool = False,
    options: WriteOptions | None = None,
    progress: Progress = no_progress,
    cancelled: Cancel = never,
) -> ExportReport:
    """Write the layers of some annotators (none named: of all) to `path`, and what was lost beside it.

    `layers`: theirs, gold, or one made of theirs. `unread`: also articles without a layer. The same project and
    options give the same bytes. Raises DiskFull, Cancelled, Refused.
    """
    form = writable()[name]
    strangers = sorted(set(annotators) - {person.name for person in project.all(Annotator)})
    if strangers:
        raise Refused(say("There is no annotator “{annotator}”.", annotator=strangers[0]), say("Look at the list."))
    beside = path.with_name(path.name + LOSSES)
    for target in (path, beside) if not form.FOLDER else (beside,):
        refuse_place(project, target)
    choice, lost, number = Choice(layers, tuple(annotators)), Lost(), [0]
    takes = (options or WriteOptions()).takes
    with whole_place(path, folder=form.FOLDER) as place:
        readings = read_chosen(project, choice, unread, lost, progress, cancelled, takes)
        losses = (*form.write(_counted(readings, number), place, options), *lost.all())
        files = [path]
        if (config := getattr(form, "config", None)) is not None:
            files.append(path.with_name(f"{path.stem}.config.{form.CONFIG}"))  # type: ignore[attr-defined]
            made = config(read_chosen(project, choice, unread, Lost(), no_progress, cancelled, takes), path.name)
        else:
            made = None
    if made is not None:
        with whole_file(files[1]) as file:
            file.write(made)
    with whole_file(beside) as file:
        file.write(losses_json(name, losses))
    progress(1.0)
    return ExportReport((*files, beside), number[0], tuple(loss_words(loss) for loss in losses))


def losses_json(name: str, losses: Sequence[Loss]) -> bytes:
    """What a format could not carry, for whoever gets the file."""
    values = {"format": name, "losses": [{"what": str(loss.what), "ids": list(loss.ids)} for loss in losses]}
    return orjson.dumps(values, option=orjson.OPT_INDENT_2) + b"\n"


def loss_words(loss: Loss) -> str:
    """What was lost, with how often."""
    number = len(loss.ids)
    return say("{what} ({number:,})", what=loss.what, number=number) if number else loss.what


def read_chosen(
    project: Project, choice: Choice, unread: bool, lost: Lost, progress: Progress, cancelled: Cancel,
    takes: Callable[[str], bool],
) -> Iterator[Reading]:  # fmt: skip
    """The chosen readings of a project, in order. What is left out of layers that are made is added to `lost`.

    `takes`: whether an article is wanted, by its id; nothing is made, or lost, of the others.
    """
    found = _readings(project, unread, progress, cancelled)
    return chosen((reading for reading in found if takes(reading.id)), choice, lost)


def _counted(readings: Iterable[Reading], number: list[int]) -> Iterator[Reading]:
    for reading in readings:
        number[0] += 1
        yield reading


def _readings(project: Project, unread: bool, progress: Progress, cancelled: Cancel) -> Iterator[Reading]:
    total = max(count(project), 1)
    for n, line in enumerate(lines(project, annotator_id=None, unread=unread, raw=False), 1):
        if n % 64 == 0:
            progress(n / total)
            if cancelled():
                raise Cancelled(say("The export was cancelled; nothing was written."))
        yield canonical.parse(line, project.path, n)


@contextmanager
def whole_place(path: Path, *, folder: bool) -> Iterator[Path]:
    """A file or folder that appears at `path` when the block ends, and not at all if it raises."""
    if folder and path.exists() and (not path.is_dir() or any(path.iterdir())):
        raise Refused(say("{path} is there already, and not empty.", path=path), say("Name a new folder."))
    partial = path.with_name(f".{path.name[:100]}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if folder:
            partial.mkdir()
        yield partial
        if folder and path.exists():
            path.rmdir()
        partial.replace(path)
    except OSError as error:
        raise Problem(
            say("{path} cannot be written ({strerror}).", path=path, strerror=error.strerror or error),
            say("Choose another place."),
        ) from error
    finally:
        if partial.is_dir():
            shutil.rmtree(partial, ignore_errors=True)
        else:
            with suppress(OSError):
                partial.unlink(missing_ok=True)
