"""What it takes to open a project file, and the sentences for when it cannot be done."""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path

from annotator import errors
from annotator.store import backup
from annotator.store.lock import WriterLock, holder
from annotator.store.migrations import APPLICATION_ID, VERSION

_MAGIC = b"SQLite format 3\x00"
# up to this size the whole file is checked at every open; `check` does it for any size
_CHECKED_AT_OPEN = 64 * 1024 * 1024


def inspect(path: Path) -> int:
    """The schema version of a project file, from its header alone. Raises NotAProject, NewerFile, DamagedFile."""
    try:
        with path.open("rb") as file:
            head = file.read(100)
    except FileNotFoundError as error:
        raise errors.Problem(f"There is no file {path}.", "Check the name, or make a new project.") from error
    except IsADirectoryError as error:
        raise errors.NotAProject(f"{path} is a folder.", "Choose a .stancemark file.") from error
    except OSError as error:
        raise errors.Problem(f"{path} cannot be read ({error.strerror}).", "Check its permissions.") from error
    if not head.startswith(_MAGIC) or len(head) < 100:
        if path.suffix == ".stancemark" and backup.listed(path):
            raise damaged(path)
        raise errors.NotAProject(f"{path} is not a Stancemark project.", "Choose a .stancemark file.")
    application, version = int.from_bytes(head[68:72], "big"), int.from_bytes(head[60:64], "big")
    if application != APPLICATION_ID:
        raise errors.NotAProject(
            f"{path} is a database of another program, not a Stancemark project.", "Choose a .stancemark file."
        )
    if version > VERSION:
        raise errors.NewerFile(
            f"{path} was written by a newer version of Stancemark (its schema is {version}, this program knows {VERSION}).",
            "Install the newer version to open it; nothing was changed.",
        )
    return version


def take_lock(path: Path) -> tuple[WriterLock | None, str]:
    """The lock, or None and why there is none, in words that follow "because"."""
    if not os.access(path, os.W_OK):
        return None, "you have no permission to write the file"
    try:
        lock = WriterLock.take(path)
    except OSError:
        return None, f"the folder {path.parent} cannot be written"
    return (lock, "") if lock else (None, f"it is open for writing by {holder(path)}")


def readable(path: Path) -> str:
    """A URI under which the file can be read without writing beside it, with everything committed in it.

    A write-ahead log that cannot be used in place, in a folder that cannot be written, is read in a copy.
    """
    uri = path.resolve().as_uri()
    log = path.with_name(path.name + "-wal")
    with contextlib.suppress(sqlite3.Error), contextlib.closing(connect_reader(uri + "?mode=ro")) as connection:
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        return uri + "?mode=ro"
    if not log.exists() or log.stat().st_size == 0:
        return uri + "?mode=ro&immutable=1"
    copy = Path(tempfile.mkdtemp(prefix="stancemark-")) / path.name
    shutil.copyfile(path, copy)
    shutil.copyfile(log, copy.with_name(copy.name + "-wal"))
    return copy.as_uri() + "?mode=rw"


def connect_reader(database: str) -> sqlite3.Connection:
    """A connection that cannot write; any thread may close it."""
    connection = sqlite3.connect(database, uri=True, check_same_thread=False, isolation_level=None)
    connection.row_factory = sqlite3.Row
    connection.execute("PRAGMA query_only = ON")
    connection.execute("PRAGMA cache_size = -65536")
    return connection


def connect_writer(path: Path, database: str) -> sqlite3.Connection:
    """The one connection that writes: write-ahead log, synced at every commit, foreign keys on."""
    try:
        connection = sqlite3.connect(database, uri=True, check_same_thread=False, isolation_level=None, timeout=10)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA cache_size = -65536")
        connection.execute("PRAGMA journal_size_limit = 16777216")
    except sqlite3.DatabaseError as error:
        raise damaged(path) from error
    return connection


def verify(connection: sqlite3.Connection, path: Path) -> None:
    """Read the file through, up to a size; raise DamagedFile if SQLite finds damage."""
    try:
        small = path.stat().st_size <= _CHECKED_AT_OPEN
        sql = "PRAGMA quick_check(1)" if small else "SELECT 'ok' FROM (SELECT count(*) FROM project)"
        if connection.execute(sql).fetchone()[0] != "ok":
            raise damaged(path)
    except sqlite3.DatabaseError as error:
        raise damaged(path) from error


def damaged(path: Path) -> errors.DamagedFile:
    """The sentence for a damaged file, with the newest backup that opens clean."""
    good = backup.newest_good(path)
    remedy = (
        f"The newest good backup is {good}. Open that copy; the damaged file was not touched."
        if good
        else "No backup of it was found. Keep the file: parts of it may still be readable. It was not touched."
    )
    return errors.DamagedFile(f"{path} is damaged.", remedy, backup=good)


@contextlib.contextmanager
def transaction(connection: sqlite3.Connection, path: Path) -> Iterator[None]:
    """One transaction on the writer: commit, or roll back and say what happened."""
    try:
        connection.execute("PRAGMA query_only = OFF")
        connection.execute("BEGIN IMMEDIATE")
        yield
        connection.execute("COMMIT")
    except BaseException as error:
        # a full disk may have rolled back already
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        if isinstance(error, sqlite3.OperationalError):
            raise write_problem(path, error) from error
        if isinstance(error, sqlite3.DatabaseError) and error.sqlite_errorname in ("SQLITE_CORRUPT", "SQLITE_NOTADB"):
            raise damaged(path) from error
        raise
    finally:
        connection.execute("PRAGMA query_only = ON")


def write_problem(path: Path, error: sqlite3.Error) -> errors.Problem:
    """The sentence for a write that the system refused."""
    name = getattr(error, "sqlite_errorname", "") or str(error)
    if "FULL" in name or "IOERR_WRITE" in name or "full" in str(error):
        return errors.DiskFull(
            f"There is no room left on the disk of {path}: the last action was not saved, everything before it is.",
            "Free some space and do it again.",
        )
    if "READONLY" in name or "CANTOPEN" in name:
        return errors.ReadOnly(f"{path} can no longer be written ({error}).", "Check the folder's permissions.")
    if "BUSY" in name or "LOCKED" in name:
        return errors.Problem(f"{path} is being written by another program.", "Close that program and try again.")
    return errors.Problem(f"{path} could not be written ({error}).", "Check the disk, then try again.")


def cannot_make(path: Path, error: Exception) -> errors.Problem:
    """The sentence for a new project that cannot be made."""
    if "full" in str(error):
        return errors.DiskFull(f"There is no room for a new project at {path}.", "Free some space and try again.")
    return errors.Problem(
        f"The project {path} cannot be made ({error}).", "Choose a folder that exists and that you may write."
    )


def remove(path: Path) -> None:
    """Take away what a failed creation left."""
    for name in (path.name, path.name + "-wal", path.name + "-shm", path.name + "-journal"):
        with contextlib.suppress(OSError):
            path.with_name(name).unlink()
