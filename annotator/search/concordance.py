"""Concordance lines: a hit with what stands before and after it; their order; as CSV. Pure."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

CONTEXT = 80  # code points of the text kept on each side of a hit
Order = Literal["article", "date", "left", "hit", "right"]
ORDERS: tuple[Order, ...] = ("article", "date", "left", "hit", "right")
_HEAD = ("article", "source", "date", "before", "hit", "after", "start", "end", "article_id")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Line:
    """A hit in an article: `text[start:end]`, and on one line what stands before, in and after it."""

    article_id: str
    start: int
    end: int
    left: str
    hit: str
    right: str


@dataclass(frozen=True, slots=True)
class Source:
    """The article a line is from. `place`: where it stands in the list by date, from 0."""

    title: str
    source: str
    published: str
    place: int


Sources = Mapping[str, Source]


def line(article_id: str, text: str, start: int, end: int) -> Line:
    """The line of a place in a text."""
    left, right = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    return Line(article_id, start, end, one_line(left), one_line(text[start:end]), one_line(right))


def one_line(text: str) -> str:
    """The text with every white space a blank; as long as it was."""
    return "".join(" " if c.isspace() else c for c in text) if not text.isprintable() else text


def ordered(lines: Sequence[Line], sources: Sources, order: Order, *, backwards: bool = False) -> list[int]:
    """The lines' numbers in that order; those alike stay by date, title and place in the text."""
    first = sorted(range(len(lines)), key=_by_place(lines, sources))
    if order != "date":  # which is what they are by now
        first.sort(key=_key(lines, sources, order))
    return first[::-1] if backwards else first


def _by_place(lines: Sequence[Line], sources: Sources) -> Callable[[int], tuple[int, int]]:
    places = {ident: found.place for ident, found in sources.items()}
    return lambda n: (places.get(lines[n].article_id, 0), lines[n].start)


def _key(lines: Sequence[Line], sources: Sources, order: Order) -> Callable[[int], Any]:
    match order:
        case "left":  # from the word next to the hit outwards
            return lambda n: lines[n].left.casefold().split()[::-1]
        case "hit":
            return lambda n: lines[n].hit.casefold()
        case "right":
            return lambda n: lines[n].right.casefold().split()
    titles = {ident: found.title.casefold() for ident, found in sources.items()}
    return lambda n: titles.get(lines[n].article_id, "")


def as_csv(lines: Iterable[Line], sources: Sources) -> Iterable[bytes]:
    """The lines as CSV, UTF-8 with a mark that spreadsheets look for. A cell that would be a formula is quoted."""
    yield b"\xef\xbb\xbf"
    yield _row(_HEAD)
    nothing = Source("", "", "", 0)
    for one in lines:
        found = sources.get(one.article_id, nothing)
        words = (found.title, found.source, found.published, one.left, one.hit, one.right)
        yield _row((*map(safe_cell, words), str(one.start), str(one.end), one.article_id))


def safe_cell(text: str) -> str:
    """The text as a cell that no spreadsheet takes for a formula."""
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA) else text


def _row(cells: Sequence[str]) -> bytes:
    out = io.StringIO()
    csv.writer(out).writerow(cells)
    return out.getvalue().encode("utf-8")
