"""Files of Discourse Network Analyzer for tests, of version 3 and of version 2."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from annotator.models import Reading
from annotator.text import Utf16Map

_SHARED = """
CREATE TABLE SETTINGS(Property TEXT PRIMARY KEY, Value TEXT NOT NULL);
CREATE TABLE CODERS(ID INTEGER PRIMARY KEY, Name TEXT NOT NULL);
CREATE TABLE DOCUMENTS(ID INTEGER PRIMARY KEY, Title TEXT, Text TEXT, Coder INTEGER, Author TEXT, Source TEXT,
    Section TEXT, Notes TEXT, Type TEXT, Date INTEGER);
CREATE TABLE STATEMENTTYPES(ID INTEGER PRIMARY KEY, Label TEXT);
CREATE TABLE VARIABLES(ID INTEGER PRIMARY KEY, Variable TEXT, DataType TEXT, StatementTypeId INTEGER);
CREATE TABLE REGEXES(Label TEXT PRIMARY KEY);
CREATE TABLE STATEMENTS(ID INTEGER PRIMARY KEY, StatementTypeId INTEGER, DocumentId INTEGER, Start INTEGER,
    Stop INTEGER, Coder INTEGER);
CREATE TABLE DATABOOLEAN(ID INTEGER PRIMARY KEY, StatementId INTEGER, VariableId INTEGER, Value INTEGER DEFAULT 1);
CREATE TABLE DATAINTEGER(ID INTEGER PRIMARY KEY, StatementId INTEGER, VariableId INTEGER, Value INTEGER DEFAULT 0);
CREATE TABLE DATALONGTEXT(ID INTEGER PRIMARY KEY, StatementId INTEGER, VariableId INTEGER, Value TEXT);
"""
_THREE = """
CREATE TABLE ENTITIES(ID INTEGER PRIMARY KEY, VariableId INTEGER, Value TEXT DEFAULT '', ChildOf INTEGER);
CREATE TABLE DATASHORTTEXT(ID INTEGER PRIMARY KEY, StatementId INTEGER, VariableId INTEGER, Entity INTEGER);
CREATE TABLE ATTRIBUTEVARIABLES(ID INTEGER PRIMARY KEY, VariableId INTEGER, AttributeVariable TEXT);
CREATE TABLE ATTRIBUTEVALUES(ID INTEGER PRIMARY KEY, EntityId INTEGER, AttributeVariableId INTEGER,
    AttributeValue TEXT);
"""
_TWO = """
CREATE TABLE ATTRIBUTES(ID INTEGER PRIMARY KEY, VariableId INTEGER, Value TEXT, Type TEXT, Alias TEXT, Notes TEXT,
    ChildOf INTEGER);
CREATE TABLE DATASHORTTEXT(ID INTEGER PRIMARY KEY, StatementId INTEGER, VariableId INTEGER, Value TEXT);
"""
VARIABLES = {"person": 1, "organization": 2, "concept": 3, "agreement": 4, "note": 5}


class Dna:
    """A file that is being written. `two`: of version 2."""

    def __init__(self, path: Path, *, two: bool = False) -> None:
        self._two = two
        self._file = sqlite3.connect(path)
        self._file.execute("PRAGMA synchronous = OFF")
        self._file.executescript(f"BEGIN; {_SHARED} {_TWO if two else _THREE} COMMIT;")
        self.add("SETTINGS", "version", "2.0" if two else "3.1.2")
        for n, label in ((1, "DNA Statement"), (2, "Annotation")):
            self.add("STATEMENTTYPES", n, label)
        for name, n in VARIABLES.items():
            kind = {"agreement": "boolean", "note": "long text"}.get(name, "short text")
            self.add("VARIABLES", n, name, kind, 2 if name == "note" else 1)
        self._entities: dict[tuple[int, str], int] = {}
        if not two:
            self.add("ATTRIBUTEVARIABLES", 1, 2, "Type")

    def add(self, table: str, *values: Any) -> None:
        """A row."""
        self._file.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(values))})", values)

    def coder(self, number: int, name: str) -> None:
        self.add("CODERS", number, name)

    def document(
        self, number: int, text: str, title: str = "Toll", moment: str = "2026-01-02T00:00:00", **more: Any
    ) -> None:
        """A document."""
        seconds = int(datetime.fromisoformat(moment).replace(tzinfo=UTC).timestamp())
        rest = (more.get(key, "") for key in ("author", "source", "section", "notes", "type"))
        self.add("DOCUMENTS", number, title, text, 1, *rest, seconds * (1000 if self._two else 1))

    def entity(self, variable: str, value: str, parent: int | None = None, **attributes: str) -> int:
        """An entity, each once."""
        key = (VARIABLES[variable], value)
        if key not in self._entities:
            number = self._entities[key] = len(self._entities) + 1
            if self._two:
                rest = (attributes.get(name, "") for name in ("type", "alias", "notes"))
                self.add("ATTRIBUTES", number, *key, *rest, parent)
            else:
                self.add("ENTITIES", number, *key, parent)
                if "type" in attributes:
                    self.add("ATTRIBUTEVALUES", None, number, 1, attributes["type"])
        return self._entities[key]

    def statement(
        self, number: int, document: int, place: Sequence[int], coder: int, said: Mapping[str, Any], kind: int = 1
    ) -> None:
        """A statement; `place` in UTF-16 units."""
        self.add("STATEMENTS", number, kind, document, *place, coder)
        for name, value in said.items():
            ids = (None, number, VARIABLES[name])
            if name == "agreement":
                self.add("DATABOOLEAN", *ids, value)
            elif name == "note":
                self.add("DATALONGTEXT", *ids, value)
            else:
                entity = self.entity(name, value)
                self.add("DATASHORTTEXT", *ids, value if self._two else entity)

    def close(self) -> None:
        with closing(self._file):
            self._file.commit()


def build(path: Path, readings: Iterable[Reading], *, two: bool = False) -> Path:
    """Finished readings as such a file: their statements on issues that are for or against. Line ends count as one."""
    file = Dna(path, two=two)
    documents: dict[str, int] = {}
    coders: dict[str, int] = {}
    number = 0
    for reading in readings:
        names = {a.id: a.name for a in reading.actors} | {i.id: i.name for i in reading.issues}
        units = Utf16Map(reading.text.replace("\r\n", "\n"))
        who = reading.layer.annotator if reading.layer else ""
        if reading.id not in documents:
            documents[reading.id] = len(documents) + 1
            file.document(documents[reading.id], reading.text, reading.title)
        if who and who not in coders:
            coders[who] = len(coders) + 1
            file.coder(coders[who], who)
        for stance in reading.stances:
            if stance.target.kind == "issue" and stance.polarity in ("support", "oppose") and stance.evidence:
                number += 1
                ends = (stance.evidence[0][0], stance.evidence[-1][1])
                place = [units.to_utf16(at - reading.text.count("\r\n", 0, at)) for at in ends]
                said = {"organization": names.get(stance.holder.id or "", ""), "concept": names[stance.target.id],
                        "agreement": int(stance.polarity == "support")}  # fmt: skip
                file.statement(number, documents[reading.id], place, coders[who], said)
    file.close()
    return path
