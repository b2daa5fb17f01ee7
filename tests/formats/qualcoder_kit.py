"""QualCoder's projects for tests."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import Any

from annotator.models import Reading
from annotator.text import Utf16Map

_TABLES = """
CREATE TABLE source(id INTEGER PRIMARY KEY, name TEXT, fulltext TEXT, mediapath TEXT, memo TEXT, owner TEXT, date TEXT);
CREATE TABLE code_cat(catid INTEGER PRIMARY KEY, name TEXT, owner TEXT, date TEXT, memo TEXT, supercatid INTEGER);
CREATE TABLE code_name(cid INTEGER PRIMARY KEY, name TEXT, memo TEXT, catid INTEGER, owner TEXT, date TEXT, color TEXT,
    supercid INTEGER);
CREATE TABLE code_text(ctid INTEGER PRIMARY KEY, cid INTEGER, fid INTEGER, seltext TEXT, pos0 INTEGER, pos1 INTEGER,
    owner TEXT, date TEXT, memo TEXT, avid INTEGER, important INTEGER);
CREATE TABLE annotation(anid INTEGER PRIMARY KEY, fid INTEGER, pos0 INTEGER, pos1 INTEGER, memo TEXT, owner TEXT,
    date TEXT);
CREATE TABLE cases(caseid INTEGER PRIMARY KEY, name TEXT, memo TEXT, owner TEXT, date TEXT);
CREATE TABLE case_text(id INTEGER PRIMARY KEY, caseid INTEGER, fid INTEGER, pos0 INTEGER, pos1 INTEGER, owner TEXT,
    date TEXT, memo TEXT);
CREATE TABLE attribute(attrid INTEGER PRIMARY KEY, name TEXT, attr_type TEXT, value TEXT, id INTEGER);
CREATE TABLE code_image(imid INTEGER PRIMARY KEY, id INTEGER);
"""


class Qda:
    """A file that is being written."""

    def __init__(self, path: Path) -> None:
        self._file = sqlite3.connect(path)
        self._file.execute("PRAGMA synchronous = OFF")
        self._file.executescript(f"BEGIN; {_TABLES} COMMIT;")

    def add(self, table: str, **values: Any) -> None:
        """A row."""
        names = ", ".join(values)
        self._file.execute(
            f"INSERT INTO {table} ({names}) VALUES ({', '.join('?' * len(values))})", tuple(values.values())
        )

    def close(self) -> None:
        with closing(self._file):
            self._file.commit()


def build(path: Path, readings: Iterable[Reading]) -> Path:
    """Readings as such a file: their spans. Every second one has its place in UTF-16 units, as it may be there."""
    file = Qda(path)
    sources: dict[str, int] = {}
    codes: dict[str, int] = {}
    number = 0
    for reading in readings:
        units = Utf16Map(reading.text)
        if reading.id not in sources:
            sources[reading.id] = len(sources) + 1
            file.add("source", id=sources[reading.id], name=reading.title, fulltext=reading.text)
        for span in reading.spans:
            if span.label not in codes:
                codes[span.label] = len(codes) + 1
                file.add("code_name", cid=codes[span.label], name=span.label)
            number += 1
            place = (span.start, span.end)
            start, end = (units.to_utf16(at) for at in place) if number % 2 else place
            file.add(
                "code_text", ctid=number, cid=codes[span.label], fid=sources[reading.id], pos0=start, pos1=end,
                seltext=reading.text[span.start : span.end], owner=reading.layer.annotator if reading.layer else "",
            )  # fmt: skip
    file.close()
    return path
