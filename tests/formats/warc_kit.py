"""Web archives for tests, plain or packed by the ending, record by record."""

from __future__ import annotations

import gzip
from collections.abc import Iterable
from html import escape
from pathlib import Path

from annotator.models import Reading

DATE = "2026-03-05T10:00:00Z"


def record(content: bytes, kind: str = "response", **headers: str) -> bytes:
    """A record. Names of headers have _ for -."""
    types = {"response": "application/http; msgtype=response", "conversion": "text/plain", "resource": "text/html"}
    given = {
        "WARC-Type": kind, "WARC-Record-ID": "<urn:uuid:00000000-0000-0000-0000-000000000000>", "WARC-Date": DATE,
        "WARC-Target-URI": "https://p.example/1", "Content-Type": types.get(kind, "application/warc-fields"),
        **{name.replace("_", "-"): value for name, value in headers.items()}, "Content-Length": str(len(content)),
    }  # fmt: skip
    head = "".join(f"{name}: {value}\r\n" for name, value in given.items())
    return f"WARC/1.0\r\n{head}\r\n".encode() + content + b"\r\n\r\n"


def answer(body: bytes, status: str = "200 OK", kind: str = "text/html; charset=utf-8", **headers: str) -> bytes:
    """What a server sent."""
    given = {"Content-Type": kind, **{name.replace("_", "-"): value for name, value in headers.items()}}
    head = "".join(f"{name}: {value}\r\n" for name, value in given.items())
    return f"HTTP/1.1 {status}\r\n{head}\r\n".encode() + body


def page(one: Reading) -> bytes:
    """An article as a web page."""
    parts = "".join(f"<p>{escape(part)}</p>" for part in one.text.split("\n\n"))
    meta = {"author": one.author, "article:published_time": one.published}
    head = "".join(f'<meta property="{key}" name="{key}" content="{escape(v)}">' for key, v in meta.items() if v)
    title = escape(one.title)
    return (
        f'<!DOCTYPE html><html lang="{one.language or "en"}"><head><meta charset="utf-8"><title>{title}</title>{head}'
        f"</head><body><article><h1>{title}</h1>{parts}</article></body></html>"
    ).encode()


def save(path: Path, *records: bytes) -> Path:
    """An archive of these records."""
    info = record(b"software: kit\r\n", "warcinfo")
    packed = path.suffix == ".gz"
    path.write_bytes(b"".join(gzip.compress(one, mtime=0) if packed else one for one in (info, *records)))
    return path


def build(path: Path, readings: Iterable[Reading]) -> Path:
    """An archive of a page for each article, whatever their layers."""
    found = {reading.id: reading for reading in readings}.values()
    pages = [
        record(answer(page(one)), WARC_Target_URI=one.url or f"https://p.example/{n}") for n, one in enumerate(found)
    ]
    return save(path, *pages)
