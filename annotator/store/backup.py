"""Backups: whole, checked copies of a project beside it; the last ten are kept."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from annotator.errors import Cancelled, DamagedFile, DiskFull, Problem, say

KEPT = 10
_NAME = re.compile(r"^(\d{8}T\d{6}(?:\d{3})?Z) step (\d+)\.stancemark$")
_PAGES = 512  # a slice of the copy: short enough that writers wait no longer than a moment


def folder(project: Path) -> Path:
    """Where a project's backups are: `NAME backups/` beside it."""
    return project.with_name(f"{project.stem} backups")


def listed(project: Path) -> list[Path]:
    """The backups of a project, newest first."""
    with contextlib.suppress(OSError):
        return sorted((p for p in folder(project).iterdir() if _NAME.match(p.name)), reverse=True)
    return []


def newest_good(project: Path) -> Path | None:
    """The newest backup that opens clean, or None."""
    return next((path for path in listed(project) if is_sound(path)), None)


def is_sound(path: Path) -> bool:
    """Whether SQLite finds no damage in the file."""
    try:
        with contextlib.closing(
            sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
        ) as connection:
            return bool(connection.execute("PRAGMA quick_check(1)").fetchone() == ("ok",))
    except sqlite3.Error:
        return False


def is_current(project: Path, step: int) -> bool:
    """Whether the newest backup already holds everything up to that step."""
    newest = next(iter(listed(project)), None)
    found = _NAME.match(newest.name) if newest else None
    return found is not None and int(found[2]) == step


def make(project: Path, step: int) -> Path:
    """Back the project up into its backup folder and drop the oldest over ten. Gives the new backup."""
    target = folder(project)
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")[:-3] + "Z"
    path = target / f"{stamp} step {step}.stancemark"
    try:
        target.mkdir(exist_ok=True)
    except OSError as error:
        raise Problem(
            say(
                "No backup of {project} could be made: the folder {target} cannot be made ({strerror}).",
                project=project,
                target=target,
                strerror=error.strerror,
            ),
            say("Give the folder write permission, or back up to another place."),
        ) from error
    copy_to(project, path)
    for old in listed(project)[KEPT:]:
        with contextlib.suppress(OSError):
            old.unlink()
    return path


def copy_to(
    project: Path,
    path: Path,
    progress: Callable[[float], None] = lambda _: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> None:
    """A copy of the project at `path`, complete, checked and durable or not there at all. Runs beside a writer.

    `progress` gets 0.0 to 1.0. Raises DiskFull, Cancelled, DamagedFile, or Problem for a place that cannot be written.
    """
    partial = path.with_name(path.name + ".part")

    def report(_status: int, remaining: int, total: int) -> None:
        if cancelled():
            raise Cancelled(say("The backup was cancelled."))
        progress(1 - remaining / total if total else 1.0)

    try:
        with (
            contextlib.closing(_connect(f"{project.resolve().as_uri()}?mode=ro")) as source,
            contextlib.closing(_connect(partial.resolve().as_uri())) as target,
        ):
            # one snapshot for all slices: without it every step of a writer would start the copy anew
            source.execute("BEGIN")
            source.execute("SELECT count(*) FROM sqlite_schema").fetchone()
            source.backup(target, pages=_PAGES, progress=report, sleep=0)
            target.execute("PRAGMA journal_mode = DELETE")
        if not is_sound(partial):
            raise DamagedFile(
                say("{project} is damaged, so no backup of it was made.", project=project),
                say("The earlier backups are kept."),
            )
        _sync(partial)
        partial.replace(path)
    except sqlite3.Error as error:
        if no_room(error):
            raise DiskFull(
                say("There is no room for a backup at {parent}.", parent=path.parent),
                say("Free some space and try again."),
            ) from error
        raise Problem(
            say("No backup could be written to {path} ({error}).", path=path, error=error), say("Choose another place.")
        ) from error
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise DiskFull(
                say("There is no room for a backup at {parent}.", parent=path.parent),
                say("Free some space and try again."),
            ) from error
        raise Problem(
            say("No backup could be written to {path} ({strerror}).", path=path, strerror=error.strerror),
            say("Choose another place."),
        ) from error
    finally:
        for suffix in ("", "-journal", "-wal", "-shm"):
            with contextlib.suppress(OSError):
                partial.with_name(partial.name + suffix).unlink()


def name_of(error: sqlite3.Error) -> str:
    """SQLite's name of the error, "" for one that did not come from SQLite itself."""
    return getattr(error, "sqlite_errorname", None) or ""


def no_room(error: sqlite3.Error) -> bool:
    """Whether SQLite failed because the disk is full, the quota used up, or the file as long as it may get."""
    return name_of(error) in ("SQLITE_FULL", "SQLITE_IOERR_WRITE", "SQLITE_IOERR_SHMSIZE") or "full" in str(error)


def _connect(uri: str) -> sqlite3.Connection:
    return sqlite3.connect(uri, uri=True, isolation_level=None)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
