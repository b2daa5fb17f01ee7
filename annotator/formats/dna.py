"""Discourse Network Analyzer's files, of version 3 and of version 2; they are only read.

A statement with an organization or a person, a concept and an agreement is a statement here: the organization is the
holder and the person who expresses it, or the one of them that is given; the concept is the issue. Every statement is
also a span, with its other variables as attributes. Offsets are UTF-16 units; line ends count as one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from annotator.errors import InputProblem, Sentence, say
from annotator.formats.foreign_sqlite import MAGIC, Row, Tables, opened
from annotator.formats.found import FoundEntry, FoundReading, FoundSpan, FoundStance, ReadOptions
from annotator.formats.line_ends import LineEnds
from annotator.models import Fragment, Polarity
from annotator.text import Utf16Map

NAME = "dna"
TITLE = "Discourse Network Analyzer (DNA 3 and 2)"
SUFFIXES = (".dna",)
READS, WRITES = True, False
CARRIES = ("articles", "layers", "spans", "statements", "actors", "issues", "attributes")
LOSES = ("regular expressions", "colours", "permissions", "links between variables")
FOLDER = False

_PROGRAM = "Discourse Network Analyzer"
_PERSON, _ORGANIZATION, _CONCEPT = ("person",), ("organization", "organisation"), ("concept",)
_AGREEMENT = ("agreement",)
_DATA = ("DATABOOLEAN", "DATAINTEGER", "DATALONGTEXT", "DATASHORTTEXT")
_START = datetime(1970, 1, 1, tzinfo=UTC)
_DEFAULT: Sentence = say(
    "DNA sets “agreement” to yes until somebody changes it: a statement of support may be one that nobody looked at."
)
_LOCAL: Sentence = say(
    "DNA 2 keeps dates in the time of the computer that it ran on, and does not say which: some may be a day off."
)
_LINES: Sentence = say(
    "Line ends of two characters count as one in DNA; offsets were counted so. Look at some of them."
)


def recognises(path: Path, head: bytes) -> bool:
    """Whether it is an SQLite file that is called so. Never raises."""
    return path.suffix.lower() == ".dna" and head.startswith(MAGIC)


def read(path: Path, options: ReadOptions | None = None) -> Iterator[FoundReading]:
    """A reading for each document and coder, and the documents in which nobody marked anything. Raises InputProblem."""
    with opened(path, _PROGRAM) as tables:
        if missing := [name for name in ("DOCUMENTS", "STATEMENTS", "VARIABLES") if name not in tables]:
            message = say("it has no table {table}; it is no file of {program}.", table=missing[0], program=_PROGRAM)
            raise InputProblem(path, message, say("Choose a .dna file of version 2 or 3."))
        try:
            yield from _File(tables).readings()
        except (KeyError, TypeError, ValueError, OverflowError) as error:
            message = say("its tables are not as {program} writes them ({error}).", program=_PROGRAM, error=error)
            raise InputProblem(
                path, message, say("Open it in {program} and save it again.", program=_PROGRAM)
            ) from None


class _Variable(NamedTuple):
    name: str
    kind: str
    type: int


class _File:
    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self._old = "ENTITIES" not in tables  # version 2
        self._coders = {row["id"]: str(row["name"]) for row in tables.rows("CODERS")}
        self._types = {row["id"]: str(row["label"]) for row in tables.rows("STATEMENTTYPES")}
        self._variables = {
            row["id"]: _Variable(str(row["variable"]), row["datatype"], row["statementtypeid"])
            for row in tables.rows("VARIABLES")
        }
        self._entities = {row["id"]: row for row in tables.rows("ATTRIBUTES" if self._old else "ENTITIES")}
        self._values = self._read_values()

    def readings(self) -> Iterator[FoundReading]:
        """Document by document, in the order of their numbers."""
        by_document: dict[int, list[Row]] = defaultdict(list)
        for statement in self._tables.rows("STATEMENTS"):
            by_document[statement["documentid"]].append(statement)
        entries, once = self._entries(), self._left()
        for document in sorted(self._tables.rows("DOCUMENTS"), key=lambda row: row["id"]):
            for reading in self._of_document(document, by_document[document["id"]]):
                if not reading.text:
                    yield reading
                    continue
                agreed = _DEFAULT in once and any(stance.polarity == "support" for stance in reading.stances)
                now = tuple(words for words in once if words != _DEFAULT or agreed)
                yield replace(reading, entries=entries, left=(*now, *reading.left))
                entries, once = (), [words for words in once if words not in now]

    def _left(self) -> list[Sentence]:
        """What is to be told once of the whole file."""
        patterns = sum(1 for _ in self._tables.rows("REGEXES"))
        words = say("{number} regular expressions were left out.", number=patterns)
        return [*([words] if patterns else []), *([_LOCAL] if self._old else []), _DEFAULT]

    def _read_values(self) -> dict[int, dict[int, Any]]:
        """Statement -> variable -> what it says, nothing where it says nothing."""
        found: dict[int, dict[int, Any]] = defaultdict(dict)
        for table in _DATA:
            for row in self._tables.rows(table):
                value = row["value"] if "value" in row else self._entities[row["entity"]]["value"]
                if value is not None and value != "":
                    found[row["statementid"]][row["variableid"]] = value
        return found

    def _entries(self) -> tuple[FoundEntry, ...]:
        kinds = {**dict.fromkeys((*_PERSON, *_ORGANIZATION), "actor"), **dict.fromkeys(_CONCEPT, "issue")}
        said = self._said_of_entities()
        found = []
        for ident, row in sorted(self._entities.items()):
            variable = self._variables.get(row["variableid"])
            kind: Any = kinds.get(variable.name.casefold()) if variable else None
            name = str(row["value"] or "").strip()
            if kind and name:
                person = variable is not None and variable.name.casefold() in _PERSON
                note = "\n".join(f"{key}: {value}" for key, value in said[ident] if value)
                found.append(FoundEntry(kind, name, "person" if person else "unknown", note))
        return tuple(found)

    def _said_of_entities(self) -> dict[int, list[tuple[str, Any]]]:
        """Entity -> what its attributes say, and what it is part of."""
        said: dict[int, list[tuple[str, Any]]] = defaultdict(list)
        names = {row["id"]: str(row["attributevariable"]) for row in self._tables.rows("ATTRIBUTEVARIABLES")}
        for row in self._tables.rows("ATTRIBUTEVALUES"):
            said[row["entityid"]].append((names[row["attributevariableid"]], row["attributevalue"]))
        for ident, row in self._entities.items():
            if self._old:
                said[ident] += [(key.capitalize(), row.get(key)) for key in ("type", "alias", "notes")]
            above = self._entities.get(row.get("childof"))
            said[ident].append(("ChildOf", above["value"] if above else None))
        return said

    def _of_document(self, document: Row, statements: list[Row]) -> Iterator[FoundReading]:
        text = str(document["text"] or "")
        fields = self._fields(document)
        if not text.strip():
            if statements:
                words = say("“{title}” has no text; its statements were left out.", title=fields["title"])
                yield FoundReading(text="", left=(words,))
            return
        places = _Places(text)
        left = (_LINES,) if places.wide and statements else ()
        if not statements:
            yield FoundReading(text=text, status=None, **fields)
        by_coder: dict[int, list[Row]] = defaultdict(list)
        for statement in statements:
            by_coder[statement["coder"]].append(statement)
        for coder, own in sorted(by_coder.items()):
            own.sort(key=lambda row: (row["start"], row["stop"], row["id"]))
            spans = tuple(self._span(row, places) for row in own)
            stances = tuple(stance for row in own if (stance := self._stance(row)) is not None)
            yield FoundReading(
                text=text, annotator=self._coders.get(coder) or f"coder {coder}", spans=spans, stances=stances,
                left=left, **fields,
            )  # fmt: skip
            left = ()

    def _fields(self, document: Row) -> dict[str, Any]:
        moment = _START + timedelta(seconds=document["date"] / (1000 if self._old else 1))  # also long ago
        midnight = (moment.hour, moment.minute, moment.second) == (0, 0, 0)
        said = {key: str(value) for key, value in document.items() if value not in (None, "")}
        meta: dict[str, Any] = {key: said[key] for key in ("section", "type", "notes") if key in said}
        if not midnight:
            meta["time"] = f"{moment:%H:%M:%S}"
        return {
            "title": said.get("title", ""), "external_id": f"dna:documents:{document['id']}",
            "author": said.get("author"), "source": said.get("source"),
            "published": moment.date().isoformat(), "meta": meta,
        }  # fmt: skip

    def _said(self, statement: Row) -> dict[str, Any]:
        """Name of a variable -> what the statement says in it."""
        return {self._variables[n].name: value for n, value in self._values.get(statement["id"], {}).items()}

    def _span(self, statement: Row, places: _Places) -> FoundSpan:
        stance = self._stance(statement)
        used = (*_PERSON, *_ORGANIZATION, *_CONCEPT, *_AGREEMENT) if stance else ()
        attrs = {name: value for name, value in self._said(statement).items() if name.casefold() not in used}
        label = self._types.get(statement["statementtypeid"]) or "statement"
        return FoundSpan(str(statement["id"]), label, (places.of(statement["start"], statement["stop"]),), attrs=attrs)

    def _stance(self, statement: Row) -> FoundStance | None:
        said = {name.casefold(): value for name, value in self._said(statement).items()}
        concept = _first(said, _CONCEPT)
        if concept is None:
            return None
        person, organization = _first(said, _PERSON), _first(said, _ORGANIZATION)
        agreement = said.get(_AGREEMENT[0])
        polarity: Polarity | None = None if agreement is None else "support" if int(agreement) else "oppose"
        holder = organization or person
        return FoundStance(
            str(statement["id"]), "actor" if holder else "unnamed", holder, "issue", concept, polarity,
            span=str(statement["id"]), expressed_by=person if organization else None,
        )  # fmt: skip


def _first(said: Mapping[str, Any], names: tuple[str, ...]) -> str | None:
    return next((words for name in names if (words := str(said.get(name, "")).strip())), None)


class _Places:
    """Places in the text as DNA counts them, as ours."""

    def __init__(self, text: str) -> None:
        self._ends = LineEnds(text)
        self._units = Utf16Map(self._ends.short)
        self.wide = self._ends.wide

    def of(self, start: int, stop: int) -> Fragment:
        one, other = (self._ends.place(self._units.to_codepoint(int(place))) for place in (start, stop))
        return one, other
