"""SQLite files of other programs with values in them that nobody expects."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

from annotator.errors import InputProblem
from annotator.formats.label_map import LabelMap
from annotator.formats.placing import place
from tests.formats.rows_kit import Read

ODD: tuple[Any, ...] = (None, "", "x", "\0", -1, 2**62, 1e300, float("inf"), b"\xff", b"\xed\xa0\x80", "🚢")


def spoiled(path: Path) -> Iterator[str]:
    """The file again and again, each time with an odd value in one column; says which."""
    data = path.read_bytes()
    with closing(sqlite3.connect(path)) as file:
        tables = [name for (name,) in file.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        columns = [(t, c) for t in tables for (c,) in file.execute("SELECT name FROM pragma_table_info(?)", (t,))]
    for table, column in columns:
        for value in ODD:
            path.write_bytes(data)
            with closing(sqlite3.connect(path, isolation_level=None)) as file, suppress(sqlite3.Error):
                file.execute("PRAGMA synchronous = OFF")
                file.execute("PRAGMA journal_mode = OFF")
                file.execute(
                    f"UPDATE {table} SET {column} = ? WHERE rowid = (SELECT min(rowid) FROM {table})", (value,)
                )
                yield f"{table}.{column} = {value!r}"


def read_or_told(read: Read, path: Path, tool: str) -> bool:
    """Whether a file is read, its marks placed where they can be; else it is said why not."""
    try:
        found = list(read(path))
    except InputProblem as problem:
        assert problem.remedy
        return False
    for one in found:
        if one.text:
            place(one, one.annotator or "Ada", "layer", LabelMap(), tool=tool, actor=str, issue=str)
    return True
