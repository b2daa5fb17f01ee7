"""Tables of articles for tests: CSV, TSV or XLSX by the name they are to have."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from annotator.formats.row_keys import ARTICLE_KEYS
from annotator.models import Reading

HEADER = (*ARTICLE_KEYS, "text", "section")


def rows_of(readings: Iterable[Reading]) -> list[list[str]]:
    """The header and a row for each article, whatever its layers."""
    articles = {reading.id: reading for reading in readings}.values()
    found = [[getattr(one, key) or "" for key in ARTICLE_KEYS] + [one.text, one.meta.get("section", "")]
             for one in articles]  # fmt: skip
    return [list(HEADER), *found]


def build(path: Path, readings: Iterable[Reading]) -> Path:
    """A table of these articles."""
    rows = rows_of(readings)
    return save_book(path, rows) if path.suffix == ".xlsx" else save(path, rows)


def save(path: Path, rows: Iterable[Iterable[Any]], encoding: str = "utf-8", **dialect: Any) -> Path:
    """Rows as text."""
    delimiter = dialect.pop("delimiter", "\t" if path.suffix == ".tsv" else ",")
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file, delimiter=delimiter, **dialect).writerows(rows)
    return path


def save_book(path: Path, *sheets: Iterable[Iterable[Any]]) -> Path:
    """Sheets of rows as a workbook. A carriage return is written as Excel does: XML would lose it."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.active)
    for number, rows in enumerate(sheets, 1):
        sheet = book.create_sheet(f"Sheet {number}")
        for row in rows:
            sheet.append([one.replace("\r", "_x000D_") if isinstance(one, str) else one for one in row])
            for cell in sheet[sheet.max_row]:
                cell.data_type = "s" if isinstance(cell.value, str) else cell.data_type  # “=” begins a text, too
    book.save(path)
    return path
