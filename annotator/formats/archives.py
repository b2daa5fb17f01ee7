"""ZIP archives that come from outside: looked at before anything in them is unpacked."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path
from typing import IO

from annotator.errors import InputProblem, say

UNPACKED = 1 << 29  # bytes that all members together may have
_MEMBERS = 20_000
_RATIO = 200  # documents of text are seldom packed more than twentyfold
_SMALL = 10 << 20  # bytes up to which the ratio does not count: a sheet of equal rows packs well
_AGAIN = say("The file may be cut off or damaged; get it again.")


def checked_zip(path: Path, content: Path | bytes) -> zipfile.ZipFile:
    """The archive, whose members are few enough and, unpacked, small enough. Raises InputProblem, naming `path`."""
    source: Path | IO[bytes] = BytesIO(content) if isinstance(content, bytes) else content
    try:
        archive = zipfile.ZipFile(source)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise InputProblem(path, say("it cannot be unpacked."), _AGAIN) from error
    members = archive.infolist()
    packed, unpacked = sum(m.compress_size for m in members), sum(m.file_size for m in members)
    if len(members) > _MEMBERS or unpacked > UNPACKED or unpacked > max(_SMALL, _RATIO * packed):
        archive.close()
        raise InputProblem(
            path, say("it would unpack to {size:,} bytes, far more than such a file has.", size=unpacked),
            say("Do not open it, unless you know where it comes from."),
        )  # fmt: skip
    if any(m.flag_bits & 1 for m in members):
        archive.close()
        raise InputProblem(path, say("it is locked with a password."), say("Save it without one."))
    return archive


def member(path: Path, archive: zipfile.ZipFile, name: str) -> bytes | None:
    """A member's bytes, or None if it is not there. Raises InputProblem for one that is damaged."""
    if name not in archive.NameToInfo:
        return None
    try:
        return archive.read(name)
    except Exception as error:  # zlib, bz2, lzma and zipfile each have their own
        raise InputProblem(path, say("“{name}” in it is damaged.", name=name), _AGAIN) from error
