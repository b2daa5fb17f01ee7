"""The first lines of a file, for somebody who wants to see what is in it. What is left out is marked."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

LINES, WIDTH = 60, 4_000  # of a file, and characters of a line
_MOST = 4_000_000  # bytes of a file that are looked at
_WORDS, _ITEMS, _SHORT = 40, 2, 4  # characters and items kept of long texts and lists; items of a list that is short


@dataclass(frozen=True, slots=True)
class Line:
    """A line, or what of it is shown. `left`: how many more characters it has. `record`: it is a JSON value, whose
    long texts and lists are cut inside it, with the number of what is left out."""

    text: str
    left: int = 0
    record: bool = False


def first_lines(path: Path) -> tuple[tuple[Line, ...], bool] | None:
    """The first lines, and whether there are more; of an archive, what is in it. None for what is no text."""
    lines = _members(path) if zipfile.is_zipfile(path) else _lines(path)
    return None if lines is None else (tuple(map(_shown, lines[:LINES])), len(lines) > LINES)


def _members(path: Path) -> list[str]:
    with zipfile.ZipFile(path) as archive:
        return [f"{info.filename}  {info.file_size:,}" for info in archive.infolist()]


def _lines(path: Path) -> list[str] | None:
    with path.open("rb") as file:
        found = file.read(_MOST)
    if b"\0" in found:
        return None
    try:
        text = found.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if len(found) < _MOST:  # else it may be cut within a character
            return None
        text = found[: error.start].decode("utf-8-sig")
    return [line.removesuffix("\r") for line in text.removesuffix("\n").split("\n")] if text else []


def _shown(line: str) -> Line:
    if line[:1] in ("{", "["):
        try:
            value = json.loads(line.rstrip(", "))
        except (ValueError, RecursionError):
            pass
        else:
            return _cut("".join(_abridged(value)) + "," * line.endswith(","), record=True)
    return _cut(line, record=False)


def _cut(line: str, *, record: bool) -> Line:
    return Line(line[:WIDTH], max(0, len(line) - WIDTH), record)


def _abridged(value: object) -> Iterator[str]:
    match value:
        case str():
            left = len(value) - _WORDS
            yield _quoted(value) if left <= 0 else f'{_quoted(value[:_WORDS])[:-1]}…+{left}"'
        case list():
            kept = value if len(value) <= _SHORT else value[:_ITEMS]
            left = len(value) - len(kept)
            yield from _between("[", map(_abridged, kept), f",…+{left}]" if left else "]")
        case dict():
            yield from _between("{", (_pair(key, item) for key, item in value.items()), "}")
        case _:
            yield json.dumps(value)


def _pair(key: str, item: object) -> Iterator[str]:
    yield f"{_quoted(key)}:"
    yield from _abridged(item)


def _between(start: str, parts: Iterable[Iterator[str]], end: str) -> Iterator[str]:
    yield start
    for number, part in enumerate(parts):
        yield "," * bool(number)
        yield from part
    yield end


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
