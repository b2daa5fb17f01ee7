"""The lines of one brat .ann file as records, in the file's own words. Nothing is compared with the text here."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from annotator.errors import InputProblem, say
from annotator.models import Fragment

_RECORD = re.compile(r"([TREAMN]\d\S*|#\S*|\*)\t")
_MARK = re.compile(r"(\S+) (\d{1,15} \d{1,15}(?:;\d{1,15} \d{1,15})*)\t(.*)", re.S)
_EVENT = re.compile(r"([^\s:]+):([^\s:]+)((?: +[^\s:]+:[^\s:]+)*)\s*")
_LINK = re.compile(r"(\S+)((?: +[^\s:]+:[^\s:]+){2})\s*")
_EQUAL = re.compile(r"(\S+)((?: +\S+){2,})\s*")
_VALUE = re.compile(r"(\S+) +(\S+)(.*)")
_ENTRY = re.compile(r"(\S+) +(\S+) +([^\s:]+):([^\t]+)(?:\t(.*))?")
_REMARK = re.compile(r"(?:(\S+) +(\S+)\t)?(.*)")
_CORRECT = say("Correct the line and import again.")


class Mark(NamedTuple):
    """T: a text-bound annotation. `quote`: the words that the line gives."""

    id: str
    label: str
    fragments: tuple[Fragment, ...]
    quote: str


class Link(NamedTuple):
    """R, E or *: `args` are roles and ids, in order. `trigger`: of an event the mark that it hangs on, else ""."""

    id: str
    label: str
    args: tuple[tuple[str, str], ...]
    trigger: str = ""


class Value(NamedTuple):
    """A or M: `value` is True where the attribute is only set or not."""

    name: str
    target: str
    value: str | bool


class Entry(NamedTuple):
    """N: a reference to an entry of a database. `words`: what the entry is called there."""

    target: str
    database: str
    key: str
    words: str


class Remark(NamedTuple):
    """#: a note. `target`: the id of what it is about, "" if it does not say."""

    target: str
    words: str


@dataclass
class Lines:
    """What one file says, in its order."""

    marks: dict[str, Mark] = field(default_factory=dict)
    relations: dict[str, Link] = field(default_factory=dict)
    events: dict[str, Link] = field(default_factory=dict)
    equals: list[Link] = field(default_factory=list)
    values: list[Value] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)


def parsed(text: str, path: Path) -> Lines:
    """The records of a file. Raises InputProblem for a line that is none, and for an id that comes twice."""
    found = Lines()
    for number, record in _records(text, path):
        ident, _, rest = record.partition("\t")
        if ident in found.marks or ident in found.relations or ident in found.events:
            raise InputProblem(path, say("the id {id} is there twice.", id=ident), _CORRECT, number)
        if not _READ[ident[0]](found, ident, rest):
            raise _no_record(path, record, number)
    return found


def _records(text: str, path: Path) -> Iterator[tuple[int, str]]:
    """Each record with its line, from 1. Words that hold line ends go on over the next lines."""
    held: list[str] = []
    begun = missing = 0
    for number, physical in enumerate(text.split("\n"), 1):
        line = physical.removesuffix("\r")
        if _RECORD.match(line):
            if held:
                yield begun, "\n".join(held)
            held, begun, missing = [line], number, _missing(line)
        elif missing > 0:
            held.append(line)
            missing -= len(line) + 1
        elif line.strip():
            raise _no_record(path, line, number)
    if missing > 0 and not text.endswith("\n"):
        problem = say("the last line ends before its words do.")
        raise InputProblem(path, problem, say("The file may be cut off; look for the full copy."), begun)
    if held:
        yield begun, "\n".join(held)


def _missing(line: str) -> int:
    """How many characters of its words a T line lacks, by its offsets."""
    found = _MARK.fullmatch(line.partition("\t")[2]) if line.startswith("T") else None
    if found is None:
        return 0
    pieces = _fragments(found[2])
    return sum(end - start for start, end in pieces) + len(pieces) - 1 - len(found[3])


def _no_record(path: Path, line: str, number: int) -> InputProblem:
    shown = line if len(line) <= 40 else f"{line[:39]}…"
    return InputProblem(path, say("this is no line as brat writes it: “{line}”.", line=shown), _CORRECT, number)


def _fragments(places: str) -> tuple[Fragment, ...]:
    pairs = (pair.split(" ") for pair in places.split(";"))
    return tuple((int(start), int(end)) for start, end in pairs)


def _args(words: str) -> tuple[tuple[str, str], ...]:
    pairs = (arg.partition(":") for arg in words.split())
    return tuple((role, ident) for role, _, ident in pairs)


def _mark(found: Lines, ident: str, rest: str) -> bool:
    line = _MARK.fullmatch(rest)
    if line:
        found.marks[ident] = Mark(ident, line[1], _fragments(line[2]), line[3])
    return line is not None


def _event(found: Lines, ident: str, rest: str) -> bool:
    line = _EVENT.fullmatch(rest)
    if line:
        found.events[ident] = Link(ident, line[1], _args(line[3]), line[2])
    return line is not None


def _relation(found: Lines, ident: str, rest: str) -> bool:
    line = _LINK.fullmatch(rest)
    if line:
        found.relations[ident] = Link(ident, line[1], _args(line[2]))
    return line is not None


def _equal(found: Lines, _ident: str, rest: str) -> bool:
    line = _EQUAL.fullmatch(rest)
    if line:
        args = tuple(("", ident) for ident in line[2].split())
        found.equals.append(Link(f"*{len(found.equals) + 1}", line[1], args))
    return line is not None


def _value(found: Lines, _ident: str, rest: str) -> bool:
    line = _VALUE.fullmatch(rest)
    if line:
        found.values.append(Value(line[1], line[2], line[3].strip() or True))
    return line is not None


def _entry(found: Lines, _ident: str, rest: str) -> bool:
    line = _ENTRY.fullmatch(rest)
    if line:
        found.entries.append(Entry(line[2], line[3], line[4].strip(), (line[5] or "").strip()))
    return line is not None


def _remark(found: Lines, _ident: str, rest: str) -> bool:
    line = _REMARK.fullmatch(rest)
    if line:
        found.remarks.append(Remark(line[2] or "", line[3]))
    return line is not None


_READ: dict[str, Callable[[Lines, str, str], bool]] = {
    "T": _mark, "E": _event, "R": _relation, "*": _equal, "A": _value, "M": _value, "N": _entry, "#": _remark,
}  # fmt: skip
