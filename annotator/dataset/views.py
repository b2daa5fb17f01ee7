"""Views on their way into a folder: a file for each view and part, counted and hashed while it is written. Pure."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from typing import Any, BinaryIO, Protocol, cast

from annotator.dataset.features import Feature, Features
from annotator.dataset.rows import Row
from annotator.formats import formats
from annotator.formats.json_rows import dumped
from annotator.formats.losses import Loss, WriteOptions
from annotator.formats.row_keys import Lost
from annotator.models import Reading

WHOLE = "train"  # the one part of what is not split, as the Hub calls it
LABEL_KEYS = frozenset({"label", "tags", "hard_label", "completion"})
_SHARES = "soft_label"  # every label, each with its share: nothing to count


class View(Protocol):
    """A training view: what its rows are made of, and its rows. It is a format, too."""

    NAME: str
    TITLE: str
    FEATURES: Features

    def rows(self, readings: Iterable[Reading], options: WriteOptions, lost: Lost) -> Iterator[Row]:
        """The rows of readings; those of one article come together, and no row is of two articles."""


@dataclass(frozen=True, slots=True)
class PartFile:
    """A file that was written. `path`: from the folder, with slashes. `labels`: column -> label -> how often."""

    path: str
    part: str
    rows: int
    bytes: int
    sha256: str
    labels: dict[str, dict[str, int]]


@dataclass(frozen=True, slots=True)
class Written:
    """A view as it was written: its files, one a part that has rows, and what it could not carry."""

    name: str
    title: str
    features: Features
    files: tuple[PartFile, ...]
    losses: tuple[Loss, ...]


def views() -> dict[str, View]:
    """Every view, by name."""
    return {form.NAME: cast("View", form) for form in formats() if hasattr(form, "rows") and hasattr(form, "FEATURES")}


def write_views(
    readings: Iterable[Reading], folder: Path, chosen: Sequence[View], options: WriteOptions, order: Sequence[str]
) -> tuple[Written, ...]:
    """Write `data/VIEW/PART-00000.jsonl` of each view, in one pass. `order`: of the parts. An article that has no part
    is left out, unless none has one."""
    lost = [Lost() for _ in chosen]
    files: dict[tuple[str, str], _Open] = {}
    with ExitStack() as stack:
        for ident, layers in groupby(readings, key=lambda reading: reading.id):
            part = options.parts.get(ident) if options.parts else WHOLE
            if part is None:
                continue
            of_article = list(layers)
            for view, losses in zip(chosen, lost, strict=True):
                for row in view.rows(of_article, options, losses):
                    if (view.NAME, part) not in files:
                        files[view.NAME, part] = _Open.of(stack, folder, view, part)
                    files[view.NAME, part].add(row)
    return tuple(
        Written(
            view.NAME, view.TITLE, view.FEATURES,
            tuple(files[view.NAME, part].closed() for part in order if (view.NAME, part) in files), losses.all(),
        )
        for view, losses in zip(chosen, lost, strict=True)
    )  # fmt: skip


@dataclass
class _Open:
    """A file that is being written."""

    path: str
    part: str
    file: BinaryIO
    label_columns: tuple[tuple[str, ...], ...]
    rows: int = 0
    bytes: int = 0
    hash: Any = field(default_factory=hashlib.sha256)
    labels: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))

    @classmethod
    def of(cls, stack: ExitStack, folder: Path, view: View, part: str) -> _Open:
        path = f"data/{view.NAME}/{part}-00000.jsonl"
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        return cls(path, part, stack.enter_context((folder / path).open("wb")), tuple(columns_of_labels(view.FEATURES)))

    def add(self, row: Row) -> None:
        line = dumped(row) + b"\n"
        self.file.write(line)
        self.hash.update(line)
        self.rows += 1
        self.bytes += len(line)
        for column in self.label_columns:
            self.labels[".".join(column)].update(values_at(row, column))

    def closed(self) -> PartFile:
        labels = {column: dict(sorted(counts.items())) for column, counts in sorted(self.labels.items()) if counts}
        return PartFile(self.path, self.part, self.rows, self.bytes, self.hash.hexdigest(), labels)


def columns_of_labels(feature: Feature, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Where labels stand: words, or lists of them, under a name of `LABEL_KEYS`."""
    if isinstance(feature, list):
        yield from columns_of_labels(feature[0] if feature else "", path)
    elif isinstance(feature, Mapping):
        for key, one in feature.items():
            if key != _SHARES:
                yield from columns_of_labels(one, (*path, key))
    elif feature == "string" and path and path[-1] in LABEL_KEYS:
        yield path


def values_at(value: Any, path: tuple[str, ...]) -> Iterator[str]:
    """The words in a row that stand there; an empty one is none."""
    if isinstance(value, list):
        for one in value:
            yield from values_at(one, path)
    elif isinstance(value, dict) and path:
        yield from values_at(value.get(path[0]), path[1:])
    elif isinstance(value, str) and value and not path:
        yield value
