"""One writer at a time: an operating-system lock on `PROJECT.lock`, with the holder's name inside.

The system drops the lock when its process dies, so a lock left behind by a crash never keeps anybody out.
"""

from __future__ import annotations

import contextlib
import getpass
import os
import socket
import sys
from pathlib import Path
from typing import Any

import orjson

from annotator.errors import say
from annotator.models import now

if sys.platform == "win32":
    import msvcrt

    # beyond the content: Windows locks forbid reading the bytes they cover
    def _try_lock(handle: int) -> None:
        os.lseek(handle, 1 << 30, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _try_lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


class WriterLock:
    """The right to write to one project."""

    def __init__(self, path: Path, handle: int) -> None:
        self._path = path
        self._handle: int | None = handle

    @classmethod
    def take(cls, project: Path) -> WriterLock | None:
        """The lock, or None if another program has it. Raises OSError where no lock file can be made."""
        path = lock_path(project)
        while True:
            handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
            try:
                _try_lock(handle)
            except (BlockingIOError, PermissionError):
                os.close(handle)
                return None
            # the holder before us may have unlinked the file between our open and our lock
            if _same_file(handle, path):
                _write_holder(handle)
                return cls(path, handle)
            os.close(handle)

    def release(self) -> None:
        """Give the lock back; harmless the second time."""
        if self._handle is None:
            return
        with contextlib.suppress(OSError):
            self._path.unlink()
        os.close(self._handle)
        self._handle = None


def lock_path(project: Path) -> Path:
    """Where the lock of a project is."""
    return project.with_name(project.name + ".lock")


def holder(project: Path) -> str:
    """Who has the lock, in words."""
    try:
        who: dict[str, Any] = orjson.loads(lock_path(project).read_bytes())
        since = who["since"][:16].replace("T", " ")
        return say(
            "{user} on {host} (process {process}, since {since} UTC)",
            user=who["user"],
            host=who["host"],
            process=who["pid"],
            since=since,
        )
    except (OSError, ValueError, KeyError, TypeError):
        return say("another program")


def _same_file(handle: int, path: Path) -> bool:
    try:
        there = path.stat()
    except OSError:
        return False
    here = os.fstat(handle)
    return (here.st_dev, here.st_ino) == (there.st_dev, there.st_ino)


def _write_holder(handle: int) -> None:
    try:
        user = getpass.getuser()
    except (OSError, KeyError, ImportError):
        user = "someone"
    content = orjson.dumps({"pid": os.getpid(), "host": socket.gethostname(), "user": user, "since": now()})
    # without room for the name the lock still holds
    with contextlib.suppress(OSError):
        os.lseek(handle, 0, os.SEEK_SET)
        os.ftruncate(handle, 0)
        os.write(handle, content)
