"""Records of a web archive (WARC), one at a time and never more of it in memory; what is broken is passed over."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from annotator.errors import Sentence, say

CONTENT = 20 << 20  # bytes of a record that is read
_LINE = 1 << 16
_HEADERS = 200  # lines
_CHUNK = 1 << 18
_FLOOR = 1 << 28  # bytes that a packed record may have whatever its ratio
_RATIO = 200
_GZIP = b"\x1f\x8b\x08"
_MARK = b"WARC/"
_CUT = say("the archive is cut off here.")


@dataclass(frozen=True, slots=True)
class Record:
    """A record. `headers`: by their names in small letters. `content` None: it is larger than what is read."""

    headers: dict[str, str]
    content: bytes | None


@dataclass(frozen=True, slots=True)
class Broken:
    """Where a record could not be read: the byte of the file at which it begins, and why."""

    at: int
    why: Sentence


class _Fault(Exception):
    def __init__(self, why: Sentence) -> None:
        self.why = why
        super().__init__(why)


def is_archive(head: bytes) -> bool:
    """Whether a file begins as a WARC, packed or not."""
    if not head.startswith(_GZIP):
        return head.startswith(_MARK)
    try:
        return zlib.decompressobj(16 + zlib.MAX_WBITS).decompress(head, 64).startswith(_MARK)
    except zlib.error:
        return False


def records(path: Path) -> Iterator[Record | Broken]:
    """The records in order. Of what is broken in a row only the beginning is told. Raises OSError."""
    told = False
    with path.open("rb") as file:
        packed = file.read(len(_GZIP)) == _GZIP
        file.seek(0)
        for found in _members(file) if packed else _plain(file):
            if isinstance(found, Record) or not told:
                yield found
            told = isinstance(found, Broken)


def _plain(file: IO[bytes]) -> Iterator[Record | Broken]:
    while True:
        start = file.tell()
        try:
            found = _record(file)
        except _Fault as fault:
            yield Broken(start, fault.why)
            if not _seek_next(file, start + 1, b"\n" + _MARK, 1):
                return
            continue
        if found is None:
            return
        yield found


def _members(file: IO[bytes]) -> Iterator[Record | Broken]:
    """The records of every gzip member, as a rule one in each."""
    start = 0
    while True:
        member = _Member(file, start)
        stream = io.BufferedReader(member, _CHUNK)
        try:
            while (found := _record(stream)) is not None:
                yield found
            start = member.end()
        except (_Fault, zlib.error, EOFError) as error:
            why = error.why if isinstance(error, _Fault) else _CUT if isinstance(error, EOFError) else None
            yield Broken(start, why or say("the packed data is damaged."))
            if not _seek_next(file, start + 1, _GZIP, 0):
                return
            start = file.tell()
        file.seek(start)
        if not file.read(1):
            return


def _record(stream: IO[bytes] | io.BufferedReader) -> Record | None:
    """The next record, None at the end. Raises _Fault."""
    line = stream.readline(_LINE)
    while line and not line.strip():
        line = stream.readline(_LINE)
    if not line:
        return None
    if not line.startswith(_MARK):
        raise _Fault(say("no record begins here."))
    headers = dict(_headers(stream))
    length = headers.get("content-length", "")
    if not (length.isascii() and length.isdecimal()):
        raise _Fault(say("a record does not say how long it is."))
    return Record(headers, _content(stream, int(length)))


def _headers(stream: IO[bytes] | io.BufferedReader) -> Iterator[tuple[str, str]]:
    for _ in range(_HEADERS):
        line = stream.readline(_LINE)
        if not line:
            raise _Fault(_CUT)
        if not line.strip():
            return
        name, _, value = line.decode("utf-8", "replace").partition(":")
        yield name.strip().lower(), value.strip()
    raise _Fault(say("a record has too many headers."))


def _content(stream: IO[bytes] | io.BufferedReader, length: int) -> bytes | None:
    if length <= CONTENT:
        data = stream.read(length)
        if len(data) < length:
            raise _Fault(_CUT)
        return data
    while length:
        passed = len(stream.read(min(length, _CHUNK)))
        if not passed:
            raise _Fault(_CUT)
        length -= passed
    return None


def _seek_next(file: IO[bytes], start: int, mark: bytes, skip: int) -> bool:
    """Go to where `mark` stands next, and `skip` bytes on; False if it stands nowhere."""
    file.seek(start)
    before = b""
    at = start
    while data := file.read(_CHUNK):
        window = before + data
        found = window.find(mark)
        while found >= 0 and mark == _GZIP and not _likely(window[found : found + 10]):
            found = window.find(mark, found + 1)
        if found >= 0:
            file.seek(at - len(before) + found + skip)
            return True
        at += len(data)
        before = window[-9:]
    return False


def _likely(head: bytes) -> bool:
    """Whether three bytes that may be chance begin a gzip member: flags and system are known ones."""
    return len(head) < 10 or (head[3] < 32 and head[8] in (0, 2, 4) and (head[9] < 14 or head[9] == 255))


class _Member(io.RawIOBase):
    """One gzip member as a stream. Reading raises zlib.error, EOFError if it is cut off, _Fault if it floods."""

    def __init__(self, file: IO[bytes], start: int) -> None:
        super().__init__()
        self._file, self._start, self._at = file, start, start
        self._unpack = zlib.decompressobj(16 + zlib.MAX_WBITS)
        self._given = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        while not self._unpack.eof:
            data = self._unpack.unconsumed_tail or self._more()
            found = self._unpack.decompress(data, len(buffer))
            if found:
                self._given += len(found)
                if self._given > max(_FLOOR, _RATIO * (self._at - self._start)):
                    raise _Fault(say("a record unpacks to far more than it should."))
                buffer[: len(found)] = found
                return len(found)
        return 0

    def end(self) -> int:
        """Where the member ends in the file, once all of it was read."""
        return self._at - len(self._unpack.unused_data)

    def _more(self) -> bytes:
        self._file.seek(self._at)
        data = self._file.read(_CHUNK)
        if not data:
            raise EOFError
        self._at += len(data)
        return data
