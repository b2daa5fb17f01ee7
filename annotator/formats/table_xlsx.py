"""Tables as Excel workbooks (XLSX): values only, formulas by their last result. Nothing outside the file is read."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

from annotator.errors import InputProblem, Problem, listed, say
from annotator.formats.archives import checked_zip
from annotator.formats.columns import propose, words
from annotator.formats.table_csv import Sheet, distinct

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def sheet(path: Path) -> Sheet:
    """The first sheet that has a column of texts, else the first with anything in it. Raises InputProblem."""
    checked_zip(path, path).close()
    book = _book(path)
    tables = [(name, table) for name in _shown(book) if (table := _table(path, book, name)) is not None]
    if not tables:
        raise InputProblem(path, say("there is no table in this workbook."), say("Look for the full copy."))
    name, (line, names) = next((one for one in tables if "text" in propose(one[1][1])), tables[0])
    others = [f"“{other}”" for other, _ in tables if other != name]
    note = say("From the sheet “{name}”.", name=name)
    left = say("Only the sheet “{name}” was read, not {others}.", name=name, others=listed(others)) if others else None
    return Sheet(names, _below(_rows(path, book, name, len(names)), line, len(names)), note, left, line)


def _book(path: Path) -> Any:
    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of styles and rules that it does not know
            return load_workbook(BytesIO(path.read_bytes()), read_only=True, data_only=True, keep_links=False)
    except Exception as error:  # whatever is wrong in any of its parts
        raise _damaged(path) from error


def _shown(book: Any) -> list[str]:
    return [found.title for found in book.worksheets if found.sheet_state == "visible"]


def _table(path: Path, book: Any, name: str) -> tuple[int, tuple[str, ...]] | None:
    """The line of the header and the columns of a sheet, None if it is empty."""
    line, header = next(_rows(path, book, name), (0, []))
    while header and header[-1] is None:
        header.pop()
    return (line, distinct([words(_value(cell)) for cell in header])) if header else None


def _rows(path: Path, book: Any, name: str, width: int | None = None) -> Iterator[tuple[int, list[Any]]]:
    """The rows with something in them, as values; no more of each than `width`."""
    found = book[name]
    try:
        found.reset_dimensions()  # what the file says of them is often wrong
        rows = iter(found.iter_rows(max_col=width))
        line = 0
        while True:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                row = next(rows, None)
            if row is None:
                return
            line += 1
            values = [None if cell.data_type == "e" else cell.value for cell in row]
            if any(value not in (None, "") for value in values):
                yield line, values
    except Problem:
        raise
    except Exception as error:
        raise _damaged(path) from error


def _below(rows: Iterator[tuple[int, list[Any]]], header: int, width: int) -> Iterator[tuple[int, list[Any]]]:
    for line, row in rows:
        if line > header:
            yield line, [_value(cell) for cell in (*row[:width], *[None] * (width - len(row)))]


def _value(cell: Any) -> Any:
    """A cell as JSON can hold it, but for dates."""
    if isinstance(cell, str):
        return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), cell)
    if isinstance(cell, float) and cell.is_integer():
        return int(cell)
    if isinstance(cell, date | datetime | int | float | bool) or cell is None:
        return cell
    if isinstance(cell, time):
        return cell.isoformat()
    return str(cell) if isinstance(cell, timedelta) else words(cell)


def _damaged(path: Path) -> InputProblem:
    return InputProblem(
        path, say("this workbook cannot be read; it may be damaged."), say("Open it and save the sheet as CSV.")
    )
