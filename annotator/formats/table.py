"""Tables of articles: CSV, TSV, Excel workbooks. A row is an article, the first row says what the columns are."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import chain, islice
from pathlib import Path
from typing import Any

from annotator.formats import table_csv, table_xlsx
from annotator.formats.article_rows import ArticleRows, nothing, remark
from annotator.formats.columns import SHOWN_ROWS, Columns, chosen, columns
from annotator.formats.dates import of_datetime
from annotator.formats.found import FoundReading, ReadOptions
from annotator.formats.magic import binary_kind
from annotator.formats.table_csv import Sheet

NAME = "table"
TITLE = "Table of articles (CSV, TSV, Excel)"
SUFFIXES = (".csv", ".tsv", ".xlsx")
READS, WRITES = True, False
CARRIES = ("articles",)
LOSES = ("formulas, colours and comments of a workbook",)
FOLDER = False

_ZIP = b"PK\x03\x04"


def recognises(path: Path, head: bytes) -> bool:
    """Whether a file named as a table may be one. Never raises."""
    return head.startswith(_ZIP) or not (binary_kind(head) or head.lstrip()[:1] in (b"<", b"{", b"["))


def read(path: Path, options: ReadOptions | None = None) -> Iterator[FoundReading]:
    """The articles, row by row, and then what is to be said of the table. Raises InputProblem."""
    options = options or ReadOptions()
    table = _sheet(path, options.encoding)
    first = list(islice(table.rows, SHOWN_ROWS))
    known = columns(table.names, [row for _, row in first], table.note)
    mapping = chosen(path, known, options.columns, table.header)
    places = {name: at for at, name in enumerate(table.names)}
    dates = places.get(mapping.get("published", ""))
    rows = ArticleRows(path, mapping, [row[dates] for _, row in first] if dates is not None else ())
    others = [(name, at) for name, at in places.items() if name not in mapping.values()]
    found = False
    for line, row in chain(first, table.rows):
        rest = {name: _plain(row[at]) for name, at in others if row[at] not in (None, "")}
        article = rows.article(line, lambda name, row=row: row[places[name]], rest)  # type: ignore[misc]
        if article is not None:
            found = True
            yield article
    if not found:
        raise nothing(path)
    yield from (remark(words) for words in (table.warning,) if words)
    yield from rows.remarks()


def columns_of(path: Path, encoding: str | None = None) -> Columns:
    """The columns, what is proposed for them, and the first rows. Raises InputProblem."""
    table = _sheet(path, encoding)
    return columns(table.names, [row for _, row in islice(table.rows, SHOWN_ROWS)], table.note)


def _sheet(path: Path, encoding: str | None) -> Sheet:
    """By what the file is, not by what it is called: exports of either kind bear the name of the other."""
    if _is_zip(path):
        return table_xlsx.sheet(path)
    return table_csv.sheet(path, encoding)


def _is_zip(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(len(_ZIP)) == _ZIP
    except OSError:  # the reader says why
        return False


def _plain(cell: Any) -> Any:
    return of_datetime(cell) if isinstance(cell, date) else cell
