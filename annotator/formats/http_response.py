"""An answer of a web server as an archive keeps it -> the page in it. Pure."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass

from annotator.errors import Sentence, say

_HEAD = 1 << 18  # bytes in which the headers end
_STATUS = re.compile(rb"HTTP/\d(?:\.\d)?\s+(\d{3})\b")
_END = re.compile(rb"\r?\n\r?\n")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{2,40})", re.I)
_PAGES = ("text/html", "application/xhtml+xml")


@dataclass(frozen=True, slots=True)
class Page:
    """The bytes of a page, and the encoding that the server named, if it did."""

    data: bytes
    charset: str | None


def page_in(response: bytes, limit: int) -> Page | Sentence | None:
    """The page that was sent with status 200; None for anything else, and a sentence if it cannot be unpacked."""
    status = _STATUS.match(response)
    end = _END.search(response, 0, _HEAD)
    if status is None or end is None:
        return say("this is no answer of a web server")
    headers = _headers(response[: end.start()])
    kind = headers.get("content-type", "")
    if status[1] != b"200" or not kind.lower().startswith(_PAGES):
        return None
    body: bytes | None = response[end.end() :]
    if headers.get("transfer-encoding", "").lower() == "chunked":
        body = _unchunked(response[end.end() :])
    body = _unpacked(body or b"", headers.get("content-encoding", "").lower(), limit)
    if body is None:
        return say("it is packed in a way that cannot be unpacked")
    named = _CHARSET.search(kind)
    return Page(body, named[1].lower() if named else None)


def _headers(data: bytes) -> dict[str, str]:
    found: dict[str, str] = {}
    for line in data.decode("latin-1").splitlines()[1:]:
        name, _, value = line.partition(":")
        found[name.strip().lower()] = value.strip()
    return found


def _unchunked(body: bytes) -> bytes:
    """The body without the lengths of its chunks; as it is where crawlers took them out already."""
    parts: list[bytes] = []
    at = 0
    while True:
        end = body.find(b"\r\n", at, at + 40)
        try:
            size = int(body[at:end].partition(b";")[0], 16) if end >= 0 else -1
        except ValueError:
            size = -1
        if size < 0:
            return b"".join(parts) if parts else body
        if size == 0:
            return b"".join(parts)
        parts.append(body[end + 2 : end + 2 + size])
        at = end + 4 + size


def _unpacked(body: bytes, coding: str, limit: int) -> bytes | None:
    """The body unpacked, no more than `limit` bytes of it; None if that cannot be done."""
    if coding in ("gzip", "x-gzip", "deflate"):
        for bits in (16 + zlib.MAX_WBITS, zlib.MAX_WBITS, -zlib.MAX_WBITS):
            try:
                return zlib.decompressobj(bits).decompress(body, limit)
            except zlib.error:
                continue
    return None if coding in ("br", "zstd", "compress") and b"<" not in body[:512] else body
