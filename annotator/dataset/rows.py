"""What every view shares: which readings have rows, the columns that all begin with, and how rows become a file.

Nothing in a row is null: what was not said is "", an empty list, 0 or false, so that each column has one type.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from annotator.dataset.features import Feature, Features
from annotator.errors import say
from annotator.formats.json_rows import dumped
from annotator.formats.losses import Loss, WriteOptions
from annotator.formats.marks_csv import NO_LAYER
from annotator.formats.row_keys import Lost
from annotator.models import Reading

Row = dict[str, Any]
Rows = Callable[[Iterable[Reading], WriteOptions, Lost], Iterator[Row]]
Write = Callable[[Iterable[Reading], Path, WriteOptions | None], tuple[Loss, ...]]

_SETTLED = 1 << 22  # bytes
_EACH = ""
# what every row begins with: `group_id` is the story, or the article where there is none; `split` "" for none
HEAD: dict[str, Feature] = {
    "id": "string",
    "doc_id": "string",
    "group_id": "string",
    "annotator": "string",
    "split": "string",
}


LINKS = say("Relations have no place in this format.")
_UNFINISHED = say("Layers that are not done have no row: nobody knows what is missing in them.")


def finished(readings: Iterable[Reading], lost: Lost) -> Iterator[Reading]:
    """Those whose layer is done, since only of these it is known where there is nothing; the others are lost."""
    for reading in readings:
        if reading.layer is None:
            lost.add(NO_LAYER, reading.id)
        elif reading.layer.status != "done":
            lost.add(_UNFINISHED, reading.layer.id)
        else:
            yield reading


def head(reading: Reading, options: WriteOptions, ident: str = "") -> Row:
    """The first columns of a row. `ident` tells the rows of one layer apart."""
    who = options.name(reading.layer.annotator) if reading.layer else ""
    parts = (reading.id, who, ident)
    return {
        "id": ":".join(part for part in parts if part),
        "doc_id": reading.id,
        "group_id": reading.story_id or reading.id,
        "annotator": who,
        "split": options.parts.get(reading.id, ""),
    }


def words(value: Any) -> str:
    """A value as a word: words as they are, nothing as "", anything else as JSON."""
    if value is None or isinstance(value, str):
        return value or ""
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def pairs(values: Mapping[str, Any]) -> list[dict[str, str]]:
    """An object with any keys, as a column can have it."""
    return [{"key": key, "value": words(value)} for key, value in sorted(values.items())]


def writer(rows: Rows, features: Features) -> Write:
    """The `write` of a view: one row a line."""

    def write(readings: Iterable[Reading], place: Path, options: WriteOptions | None = None) -> tuple[Loss, ...]:
        lost = Lost()
        write_lines(rows(readings, options or WriteOptions(), lost), features, place)
        return lost.all()

    return write


def write_lines(rows: Iterable[Row], features: Features, place: Path) -> None:
    """Write rows as lines. A row that is the first to have something in a list goes to the front if the list was empty
    for megabytes: `datasets` settles the types by the first ten, and fails at what comes later."""
    empty = set(_lists(features))
    front: list[bytes] = []
    with place.open("wb") as file:
        for row in rows:
            filled = {path for path in empty if _has(row, path)}
            empty -= filled
            line = dumped(row) + b"\n"
            if filled and file.tell() > _SETTLED:
                front.append(line)
            else:
                file.write(line)
    if front:
        _put_before(front, place)


def _lists(feature: Feature | Features, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Where there are lists: keys, and `_EACH` for every one of a list."""
    if isinstance(feature, list):
        yield path
        yield from _lists(feature[0], (*path, _EACH))
    elif isinstance(feature, Mapping):
        for key, one in feature.items():
            yield from _lists(one, (*path, key))


def _has(value: Any, path: tuple[str, ...]) -> bool:
    """Whether any list at that place has something in it."""
    if not path:
        return bool(value)
    first, *rest = path
    return any(_has(one, tuple(rest)) for one in (value if first == _EACH else (value[first],)))


def _put_before(lines: Iterable[bytes], place: Path) -> None:
    beside = place.with_name(f"{place.name}.rest")
    try:
        place.replace(beside)
        with place.open("wb") as file, beside.open("rb") as rest:
            file.writelines(lines)
            shutil.copyfileobj(rest, file, _SETTLED)
    finally:
        beside.unlink(missing_ok=True)
