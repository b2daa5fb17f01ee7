"""Tables as text: CSV and TSV as spreadsheets, R, pandas and databases write them."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from annotator.errors import InputProblem, Sentence, say
from annotator.formats.table_dialect import CELL, find
from annotator.formats.text_stream import text_file

_LOOK = 1 << 18  # characters in which the dialect is found out
_WIDTH = 4_000  # columns
_REPAIR = say("Correct the row, or export the table again.")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table. `rows`: with the line each begins in, from 1; as many cells as there are names. `note`: how it was
    read; `warning`: what should be checked."""

    names: tuple[str, ...]
    rows: Iterator[tuple[int, list[Any]]]
    note: str = ""
    warning: str | None = None
    header: int = 1


def sheet(path: Path, encoding: str | None = None) -> Sheet:
    """The table in a file of text. Raises InputProblem, later on while its rows are read, too."""
    source = text_file(path, encoding)
    dialect = find(source.head(_LOOK))
    lines = source.lines()
    for _ in range(dialect.skip):
        next(lines, None)
    rows = _rows(path, dialect.reader(lines), dialect.skip)
    line, header = next(rows, (1, []))
    if not header:
        raise InputProblem(path, say("there is no table in this file."), say("Look for the full copy."))
    if len(header) > _WIDTH:
        raise InputProblem(path, say("it has {number:,} columns.", number=len(header)), say("Is it a table?"), line)
    names = distinct(header)
    note = say("Parted by {delimiter}, read as {encoding}.", delimiter=dialect.name, encoding=source.encoding)
    if not dialect.delimiter:
        note = say("One column, read as {encoding}.", encoding=source.encoding)
    return Sheet(names, _even(path, rows, len(names)), note, source.note, line)


def distinct(header: list[str]) -> tuple[str, ...]:
    """Names of columns: none empty, none twice."""
    names: dict[str, None] = {}
    for number, cell in enumerate(header, 1):
        name = " ".join(cell.split()) or say("column {number}", number=number)
        again = 2
        while (unique := name if again == 2 else f"{name} ({again - 1})") in names:
            again += 1
        names[unique] = None
    return tuple(map(str, names))


def _rows(path: Path, reader: Any, skipped: int) -> Iterator[tuple[int, list[str]]]:
    """The rows with something in them."""
    last = skipped
    while True:
        try:
            row = next(reader, None)
        except csv.Error as error:
            raise InputProblem(path, _why(str(error)), _REPAIR, last + 1) from error
        if row is None:
            return
        if any(cell and not cell.isspace() for cell in row):
            yield last + 1, row
        last = skipped + reader.line_num


def _why(error: str) -> Sentence:
    if "field limit" in error:
        return say("a cell has more than {number:,} characters; is a quotation mark not closed?", number=CELL)
    if "unexpected end" in error:
        return say("a quotation mark in this row is not closed.")
    return say("a quotation mark in this row is neither doubled nor at the end of its cell.")


def _even(path: Path, rows: Iterator[tuple[int, list[str]]], width: int) -> Iterator[tuple[int, list[Any]]]:
    """The rows, all of them as wide as the header. Raises InputProblem."""
    for line, row in rows:
        if len(row) < width or any(islice(row, width, None)):  # spreadsheets leave empty cells at the end
            problem = say("this row has {cells} cells, but the header has {width}.", cells=len(row), width=width)
            raise InputProblem(path, problem, _REPAIR, line)
        yield line, row[:width]
