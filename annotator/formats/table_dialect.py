"""How the cells of a CSV file are parted and quoted: the way by which most rows fit their header."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass

from annotator.errors import say
from annotator.formats.columns import propose

CELL = 1 << 24  # characters: a longer cell is a quotation mark that is not closed
_DELIMITERS = ("\t", ";", ",", "|")
_SEP = re.compile(r"sep=(.)[ \t]*(?:\r\n|\r|\n)", re.I)
_NAMES = {",": say("commas"), ";": say("semicolons"), "\t": say("tabs"), "|": say("upright strokes")}
_ROWS = 500  # looked at


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a file is written. `skip`: lines before the header that only say so. `delimiter` "": there is one column."""

    delimiter: str
    quote: str = '"'  # "" if quotation marks mean nothing
    escape: str = ""  # what stands before a quotation mark within a cell, if it is not doubled
    skip: int = 0

    def reader(self, lines: Iterator[str]) -> Iterator[list[str]]:
        """The rows; has `line_num`. Raises csv.Error."""
        csv.field_size_limit(CELL)
        return csv.reader(
            lines, delimiter=self.delimiter or "\x1f", quotechar=self.quote or None, escapechar=self.escape or None,
            doublequote=not self.escape, quoting=csv.QUOTE_MINIMAL if self.quote else csv.QUOTE_NONE, strict=True,
        )  # fmt: skip

    @property
    def name(self) -> str:
        """What parts the cells, in words."""
        return _NAMES.get(self.delimiter, f"“{self.delimiter}”")


def find(head: str) -> Dialect:
    """The dialect of a file that begins with `head`, which ends with a line."""
    said = _SEP.match(head)
    if said:
        return max(_ways(head[said.end() :], (said[1],), 1), key=lambda way: way[0])[1]
    return max(_ways(head, ("", *_DELIMITERS), 0), key=lambda way: way[0])[1]


def _ways(head: str, delimiters: tuple[str, ...], skip: int) -> Iterator[tuple[tuple[float, ...], Dialect]]:
    """Ways to read it, each with how well it fits; the first of the best ones counts."""
    start = head.lstrip()[:1]
    quotes = ("'", '"') if start == "'" else ('"',)
    escapes = ("", "\\") if '\\"' in head else ("",)
    for delimiter in delimiters:
        for quote in quotes:
            for escape in escapes:
                dialect = Dialect(delimiter, quote, escape, skip)
                yield _fit(head, dialect), dialect
        if not _has_quoted(head, delimiter):
            plain = Dialect(delimiter, "", "", skip)
            yield (*_fit(head, plain)[:-1], -1.0), plain


def _fit(head: str, dialect: Dialect) -> tuple[float, ...]:
    """Whether it can be read at all with columns; known columns; rows that fit the header; columns; (quotes count)."""
    rows, whole = _rows(head, dialect)
    if not rows:
        return (0.0, 0.0, 0.0, 0.0, 0.0)
    width = len(rows[0])
    fitting = sum(len(row) == width for row in rows) / len(rows)
    known = len(propose([name.strip() for name in rows[0]])) if width < 1000 else 0
    several = width > 1 and fitting > 0.5
    return (float(whole) + several, float(known), round(fitting, 2), float(min(width, 100)), 0.0)


def _has_quoted(head: str, delimiter: str) -> bool:
    """Whether a cell stands between quotation marks: then these mean something."""
    part = re.escape(delimiter or "\x1f")
    return re.search(rf'(?:^|{part})"[^"]*"(?:{part}|$)', head, re.M) is not None


def _rows(head: str, dialect: Dialect) -> tuple[list[list[str]], bool]:
    """The first rows with something in them, and whether it went well; the last may be cut off by the end of `head`."""
    rows: list[list[str]] = []
    try:
        for row in dialect.reader(iter(io.StringIO(head, newline=""))):
            if any(cell.strip() for cell in row):
                rows.append(row)
            if len(rows) == _ROWS:
                break
    except csv.Error as error:
        return rows, "unexpected end of data" in str(error)
    return rows, True
