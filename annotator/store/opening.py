"""What it takes to open a project file, and the sentences for when it cannot be done."""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from annotator import errors
from annotator.errors import say
from annotator.store import backup
from annotator.store.lock import WriterLock, holder
from annotator.store.migrations import APPLICATION_ID, VERSION, migrate

_MAGIC = b"SQLite format 3\x00"
_DAMAGE = ("SQLITE_CORRUPT", "SQLITE_NOTADB")
# up to this size the whole file is checked at every open; `check` does it for any size
_CHECKED_AT_OPEN = 64 * 1024 * 1024


def inspect(path: Path) -> None:
    """Look at the header alone. Raises NotAProject, NewerFile, DamagedFile, or Problem for no such file."""
    try:
        if path.is_dir():
            raise errors.NotAProject(say("{path} is a folder.", path=path), say("Choose a .stancemark file."))
        with path.open("rb") as file:
            head = file.read(100)
    except FileNotFoundError as error:
        raise errors.Problem(
            say("There is no file {path}.", path=path), say("Check the name, or make a new project.")
        ) from error
    except OSError as error:
        raise errors.Problem(
            say("{path} cannot be read ({strerror}).", path=path, strerror=error.strerror),
            say("Check its permissions."),
        ) from error
    sqlite = head.startswith(_MAGIC) and len(head) == 100
    if not sqlite or int.from_bytes(head[68:72], "big") != APPLICATION_ID:
        if backup.listed(path):
            raise damaged(path)
        other = say("a database of another program, not a Stancemark project")
        what = other if sqlite else say("not a Stancemark project")
        raise errors.NotAProject(say("{path} is {what}.", path=path, what=what), say("Choose a .stancemark file."))
    refuse_newer(path, int.from_bytes(head[60:64], "big"))


def refuse_newer(path: Path, version: int) -> None:
    """Raise NewerFile for a schema that this program does not know."""
    if version > VERSION:
        raise errors.NewerFile(
            say(
                "{path} was written by a newer version of Stancemark (its schema is {version}, not {known}).",
                path=path,
                version=version,
                known=VERSION,
            ),
            say("Install the newer version to open it; nothing was changed."),
        )


def take_lock(path: Path) -> tuple[WriterLock | None, str]:
    """The lock, or None and why there is none, in words that follow "because"."""
    if not os.access(path, os.W_OK):
        return None, say("you have no permission to write the file")
    try:
        lock = WriterLock.take(path)
    except OSError:
        return None, say("the folder {folder} cannot be written", folder=path.parent)
    return (lock, "") if lock else (None, say("it is open for writing by {holder}", holder=holder(path)))


def readable(path: Path) -> tuple[str, Path | None]:
    """A URI under which the file can be read without writing to it, with everything committed in it.

    A write-ahead log that cannot be used in place, in a folder that cannot be written, is read in a copy; the second
    value is the copy's folder, to be removed at the end.
    """
    uri = path.resolve().as_uri()
    log = path.with_name(path.name + "-wal")
    try:
        with contextlib.closing(connect_reader(uri + "?mode=ro")) as connection:
            connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        return uri + "?mode=ro", None
    except sqlite3.OperationalError as error:
        if not any(word in backup.name_of(error) for word in ("CANTOPEN", "READONLY")):
            raise unreadable(path, error) from error
    except sqlite3.DatabaseError as error:
        raise unreadable(path, error) from error
    if not log.exists() or log.stat().st_size == 0:
        return uri + "?mode=ro&immutable=1", None
    folder = Path(tempfile.mkdtemp(prefix="stancemark-"))
    shutil.copyfile(path, folder / path.name)
    shutil.copyfile(log, folder / log.name)
    return (folder / path.name).as_uri() + "?mode=rw", folder


def verified(path: Path, database: str) -> int:
    """The schema's version, after reading the file through. Raises NewerFile, DamagedFile.

    Through a connection that cannot write: the last writer to close would move the log into a damaged file.
    """
    with contextlib.closing(connect_reader(database)) as connection:
        verify(connection, path)
        # the header alone may be behind the log
        version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    refuse_newer(path, version)
    return version


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
        # a short log is soon written over again, which is quicker to sync than a log that grows
        connection.execute("PRAGMA wal_autocheckpoint = 256")
    except sqlite3.DatabaseError as error:
        raise unreadable(path, error) from error
    return connection


def verify(connection: sqlite3.Connection, path: Path) -> None:
    """Read the file through, up to a size; raise DamagedFile if SQLite finds damage."""
    small = path.stat().st_size <= _CHECKED_AT_OPEN
    sql = "PRAGMA quick_check(1)" if small else "SELECT 'ok' FROM (SELECT count(*) FROM sqlite_schema)"
    with reading(path):
        if connection.execute(sql).fetchone()[0] != "ok":
            raise damaged(path)


@contextlib.contextmanager
def reading(path: Path) -> Iterator[None]:
    """Reads within the block give sentences for a file that is damaged or gone."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        raise unreadable(path, error) from error


class Rows(sqlite3.Cursor):
    """A cursor that says so in a sentence when it comes upon damage."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        super().__init__(connection)
        self.row_factory = sqlite3.Row
        self._path = path

    def __iter__(self) -> Iterator[Any]:  # type: ignore[override]
        return iter(self.fetchall())

    def __next__(self) -> Any:
        with reading(self._path):
            return super().__next__()

    def fetchall(self) -> list[Any]:
        with reading(self._path):
            return super().fetchall()

    def fetchone(self) -> Any:
        with reading(self._path):
            return super().fetchone()


def streamed(connection: sqlite3.Connection, path: Path, sql: str, parameters: tuple[Any, ...]) -> Iterator[Any]:
    """The rows of a query one at a time, for what is too much to hold at once."""
    with reading(path):
        yield from connection.execute(sql, parameters)


def unreadable(path: Path, error: sqlite3.Error) -> errors.Problem:
    """The sentence for a read that failed."""
    name = backup.name_of(error)
    if "BUSY" in name or "LOCKED" in name:
        return errors.Problem(
            say("{path} is being written by another program.", path=path), say("Close that program and try again.")
        )
    if name in _DAMAGE or "malformed" in str(error):
        return damaged(path)
    return errors.Problem(
        say("{path} could not be read ({error}).", path=path, error=error), say("Check the disk, then try again.")
    )


def damaged(path: Path) -> errors.DamagedFile:
    """The sentence for a damaged file, with the newest backup that opens clean."""
    good = backup.newest_good(path)
    remedy = (
        say("The newest good backup is {backup}. Open that copy; the damaged file was not touched.", backup=good)
        if good
        else say("No backup of it was found. Keep the file: parts of it may still be readable. It was not touched.")
    )
    return errors.DamagedFile(say("{path} is damaged.", path=path), remedy, backup=good)


@contextlib.contextmanager
def transaction(connection: sqlite3.Connection, path: Path, *, checked: bool = False) -> Iterator[None]:
    """One transaction on the writer: commit, or roll back and say what happened.

    `checked`: the caller has made sure of every reference, a million of them perhaps; SQLite need not again.
    """
    try:
        if checked:
            connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("BEGIN IMMEDIATE")
        yield
        connection.execute("COMMIT")
    except BaseException as error:
        # a full disk may have rolled back already
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        if isinstance(error, sqlite3.OperationalError):
            raise write_problem(path, error) from error
        if isinstance(error, sqlite3.DatabaseError) and backup.name_of(error) in _DAMAGE:
            raise damaged(path) from error
        if isinstance(error, UnicodeEncodeError):
            raise errors.Refused(
                say("A character is cut in half (a lone surrogate), which no file can hold."), say("Type it again.")
            ) from error
        raise
    finally:
        if checked:
            connection.execute("PRAGMA foreign_keys = ON")


def write_problem(path: Path, error: sqlite3.Error) -> errors.Problem:
    """The sentence for a write that the system refused."""
    name = backup.name_of(error)
    if backup.no_room(error):
        return errors.DiskFull(
            say(
                "There is no room left on the disk of {path}: the last action was not saved, everything before it is.",
                path=path,
            ),
            say("Free some space and do it again."),
        )
    if "READONLY" in name or "CANTOPEN" in name:
        return errors.ReadOnly(
            say("{path} can no longer be written ({error}).", path=path, error=error),
            say("Check the folder's permissions."),
        )
    if "BUSY" in name or "LOCKED" in name:
        return errors.Problem(
            say("{path} is being written by another program.", path=path), say("Close that program and try again.")
        )
    return errors.Problem(
        say("{path} could not be written ({error}).", path=path, error=error), say("Check the disk, then try again.")
    )


def refused(error: sqlite3.IntegrityError) -> errors.Refused:
    """The sentence for an action that contradicts what is in the project."""
    if "FOREIGNKEY" in backup.name_of(error) or "refers" in str(error):
        return errors.Refused(
            say("This refers to something that is not in the project, or that other work still refers to."),
            say("It may have been taken back; look again."),
        )
    return errors.Refused(say("This is in the project already."), say("Look for it there."))


def cannot_make(path: Path, error: Exception) -> errors.Problem:
    """The sentence for a new project that cannot be made."""
    if isinstance(error, sqlite3.Error) and backup.no_room(error):
        return errors.DiskFull(
            say("There is no room for a new project at {path}.", path=path), say("Free some space and try again.")
        )
    return errors.Problem(
        say("The project {path} cannot be made ({error}).", path=path, error=error),
        say("Choose a folder that exists and that you may write."),
    )


def migrated(writer: sqlite3.Connection, path: Path, version: int) -> None:
    """Bring the file up to `VERSION`. Raises Problem, with the file as it was, if that fails."""
    if version < VERSION:
        try:
            migrate(writer)
        except sqlite3.Error as error:
            if backup.no_room(error):
                raise write_problem(path, error) from error
            raise errors.Problem(
                say(
                    "{path} was made by an older version and could not be brought up to date ({error}).",
                    path=path,
                    error=error,
                ),
                say("It is as it was; the newest backup is {backup}.", backup=backup.newest_good(path)),
            ) from error


def give_up(writer: sqlite3.Connection | None, lock: WriterLock | None, copy: Path | None) -> None:
    """Let go of what an open project holds."""
    if writer is not None:
        writer.close()
    if lock is not None:
        lock.release()
    if copy is not None:
        shutil.rmtree(copy, ignore_errors=True)


def remove(path: Path) -> None:
    """Take away what a failed creation left."""
    for name in (path.name, path.name + "-wal", path.name + "-shm", path.name + "-journal"):
        with contextlib.suppress(OSError):
            path.with_name(name).unlink()
