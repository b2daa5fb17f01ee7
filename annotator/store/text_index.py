"""A full-text index of a project's texts: a file of its own in the user's cache, which may be thrown away at any time.

It only ever rules texts out, and only such as it holds; whatever is wrong with it makes a search slower, not another.
Texts are known by their hashes, so that nothing in it can be out of date. See docs/decisions/0008.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TypeVar

from annotator.store.backup import name_of

T = TypeVar("T")
_SUFFIX = ".search"
_VERSION = 1
_KEPT_DAYS = 90
_SHORTEST = 3  # characters that the index can look for
_TABLES = (
    "CREATE TABLE IF NOT EXISTS held (number INTEGER PRIMARY KEY, text_sha256 TEXT NOT NULL UNIQUE)",
    # no text and no places are kept in it: which texts have three characters in a row is all that is asked
    "CREATE VIRTUAL TABLE IF NOT EXISTS grams USING fts5(folded, content='', detail=none, columnsize=0, "
    "tokenize='trigram case_sensitive 1')",
    f"PRAGMA user_version = {_VERSION}",
)


class TextIndex:
    """The index of one project. Any thread; a file that is damaged, busy or not to be written is done without."""

    def __init__(self, folder: Path, name: str) -> None:
        self.path = folder / f"{name}{_SUFFIX}"
        self._connection: sqlite3.Connection | None = None
        self._mutex = threading.Lock()
        self._held: set[str] | None = None

    def close(self) -> None:
        """Let go of the file; harmless the second time. The index opens again by itself."""
        with self._mutex:
            self._shut()

    def held(self) -> frozenset[str]:
        """The hashes of the texts that are in it."""
        return self._do(lambda connection: frozenset(self._hashes(connection)), frozenset())

    def ruled_out(self, needles: Iterable[str]) -> frozenset[str]:
        """The hashes of the texts that cannot have all the needles, as far as it knows.

        Needles are folded as the texts were that were added.
        """
        grams = {needle[n : n + _SHORTEST] for needle in needles for n in range(len(needle) - _SHORTEST + 1)}
        if not grams:
            return frozenset()
        wanted = " AND ".join('"' + gram.replace('"', '""') + '"' for gram in sorted(grams))
        sql = "SELECT text_sha256 FROM grams JOIN held ON held.number = grams.rowid WHERE grams MATCH ?"

        def others(connection: sqlite3.Connection) -> frozenset[str]:
            # what is held is asked first: a text that another program adds meanwhile is only read for nothing
            held = self._hashes(connection)
            return frozenset(held.difference(row[0] for row in connection.execute(sql, (wanted,))))

        return self._do(others, frozenset())

    def add(self, texts: Sequence[tuple[str, str]]) -> bool:
        """Take in (hash, folded text) pairs; those that are there are left as they are. False if it cannot be done."""

        def added(connection: sqlite3.Connection) -> bool:
            connection.execute("BEGIN IMMEDIATE")
            number = connection.execute("SELECT coalesce(max(number), 0) FROM held").fetchone()[0]
            for digest, folded in texts:
                new = connection.execute("INSERT OR IGNORE INTO held VALUES (?, ?)", (number + 1, digest)).rowcount
                if new:
                    number += 1
                    connection.execute("INSERT INTO grams (rowid, folded) VALUES (?, ?)", (number, folded))
            connection.execute("COMMIT")
            self._hashes(connection).update(digest for digest, _ in texts)
            return True

        return self._do(added, False)

    def clear(self) -> None:
        """Throw everything away."""
        with self._mutex:
            self._remove()

    # -- inside
    def _open(self) -> sqlite3.Connection:
        if self._connection is None:
            self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            _sweep(self.path)
            self.path.touch(mode=0o600)
            made = sqlite3.connect(self.path, check_same_thread=False, isolation_level=None, timeout=0.5)
            self._connection = made
            made.execute("PRAGMA journal_mode = WAL")
            made.execute("PRAGMA synchronous = NORMAL")
            if made.execute("PRAGMA user_version").fetchone()[0] != _VERSION:
                for statement in _TABLES:
                    made.execute(statement)
        return self._connection

    def _hashes(self, connection: sqlite3.Connection) -> set[str]:
        if self._held is None:
            self._held = {row[0] for row in connection.execute("SELECT text_sha256 FROM held")}
        return self._held

    def _do(self, work: Callable[[sqlite3.Connection], T], otherwise: T) -> T:
        """What the work gives; without the index where it fails, without the file where that is damaged."""
        with self._mutex:
            try:
                return work(self._open())
            except sqlite3.Error as error:
                if name_of(error).partition("_")[2].startswith(("CORRUPT", "NOTADB", "ERROR")):
                    self._remove()
                else:  # busy, full, read-only: another time
                    self._shut()
            except OSError:
                self._shut()
        return otherwise

    def _shut(self) -> None:
        if self._connection is not None:
            self._connection.close()
        self._connection = self._held = None

    def _remove(self) -> None:
        self._shut()
        _unlink(self.path)


def _sweep(path: Path) -> None:
    """Take away the indexes of projects that were not searched for a long time."""
    now = time.time()
    with contextlib.suppress(OSError):
        for other in path.parent.glob(f"*{_SUFFIX}"):
            if other != path and now - other.stat().st_mtime > _KEPT_DAYS * 86_400:
                _unlink(other)
        if path.exists():
            os.utime(path)


def _unlink(path: Path) -> None:
    for name in (path.name, path.name + "-wal", path.name + "-shm"):
        with contextlib.suppress(OSError):
            path.with_name(name).unlink()
