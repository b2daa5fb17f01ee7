"""SQLite files of other programs, read only. The one place outside the store that has SQL: it reads whole tables.

Nothing of such a file is trusted: it is never written; its views, triggers, virtual tables and generated columns are
not asked; it may be damaged, or made so that it never ends.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from math import isfinite
from pathlib import Path
from typing import Any

from annotator.errors import InputProblem, say

MAGIC = b"SQLite format 3\0"
_LONGEST = 1 << 28  # bytes of one value: no text of an article is nearly as long
Row = Mapping[str, Any]


class Tables:
    """The tables of an open file, by name; names of tables and columns in capitals or not."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection, self.path = connection, path
        files = (path, _beside(path))
        # each row takes a byte at least, so a table of more rows runs in a circle
        self._most = sum(file.stat().st_size for file in files if file.exists())
        rows = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0")
        self.names = {str(name).casefold(): str(name) for (name,) in rows}

    def __contains__(self, name: str) -> bool:
        return name.casefold() in self.names

    def rows(self, name: str) -> Iterator[dict[str, Any]]:
        """The rows of a table, keys in small letters; none if there is no such table. Values are text, numbers or None;
        what is not UTF-8 in them is patched with U+FFFD."""
        if name not in self:
            return
        table = self.names[name.casefold()]
        # generated columns, which could be of any length, are not in this list
        listed = self._connection.execute("SELECT name FROM pragma_table_info(?)", (table,))
        columns = [str(name) for (name,) in listed]
        keys = [column.casefold() for column in columns]
        wanted = ", ".join(map(_quoted, columns))
        rows = self._connection.execute(f"SELECT {wanted} FROM {_quoted(table)}")  # noqa: S608  names are quoted
        for number, row in enumerate(rows):
            if number > self._most:
                raise sqlite3.DatabaseError("more rows than the file can hold")
            yield dict(zip(keys, map(_plain, row), strict=True))


def _plain(value: Any) -> Any:
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    return None if isinstance(value, float) and not isfinite(value) else value


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _beside(path: Path) -> Path:
    """What a program that has the file open wrote last."""
    return path.with_name(f"{path.name}-wal")


@contextmanager
def opened(path: Path, program: str) -> Iterator[Tables]:
    """The tables of a file. Raises InputProblem if it cannot be read or is damaged. `program`: whose file it is."""
    alone = "" if _beside(path).exists() else "&immutable=1"  # nothing changes while we read
    place = f"{path.absolute().as_uri()}?mode=ro{alone}"
    if not path.is_file():
        raise InputProblem(path, say("there is no such file."), say("Check that it is there."))
    try:
        with closing(sqlite3.connect(place, uri=True)) as connection:
            connection.text_factory = lambda data: data.decode("utf-8", "replace")
            connection.execute("PRAGMA trusted_schema = OFF")
            connection.execute("PRAGMA query_only = ON")
            connection.execute("PRAGMA cell_size_check = ON")
            connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST)
            yield Tables(connection, path)
    except sqlite3.Error as error:
        raise InputProblem(
            path, say("it is damaged, or no file of {program}.", program=program),
            say("Open it in {program} and save it again.", program=program),
        ) from error  # fmt: skip
