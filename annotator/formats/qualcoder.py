"""QualCoder's project files (`data.qda`, or the folder NAME.qda that has it); they are only read.

A coded passage is a span, its code the label, the coder the annotator. Offsets may be code points, UTF-16 units or a
mixture, so the passage's own words say which: code points first, then units, then what stands near by.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from annotator.errors import InputProblem, say
from annotator.formats.foreign_sqlite import MAGIC, Row, Tables, opened
from annotator.formats.found import FoundReading, FoundSpan, ReadOptions
from annotator.models import Fragment
from annotator.text import Utf16Map

NAME = "qualcoder"
TITLE = "QualCoder (.qda)"
SUFFIXES = (".qda",)
READS, WRITES = True, False
CARRIES = ("articles", "layers", "spans", "notes", "attributes of files and cases", "memos")
LOSES = (
    "codes of pictures, sound and video", "memos of codes and cases", "journals", "colours", "stored queries", "graphs",
)  # fmt: skip
FOLDER = False

_PROGRAM = "QualCoder"
_DATA = "data.qda"
_OTHER = ("CODE_IMAGE", "CODE_AV")


def recognises(path: Path, head: bytes) -> bool:
    """Whether it is an SQLite file that is called so. Never raises."""
    return path.suffix.lower() == ".qda" and head.startswith(MAGIC)


def read(path: Path, options: ReadOptions | None = None) -> Iterator[FoundReading]:
    """A reading for each text and coder, and the texts that nobody coded. Raises InputProblem."""
    file = path / _DATA if path.is_dir() else path
    if not file.is_file():
        raise InputProblem(
            path, say("there is no {file} in it.", file=_DATA), say("Choose QualCoder’s project folder.")
        )
    with opened(file, _PROGRAM) as tables:
        if missing := [name for name in ("SOURCE", "CODE_NAME", "CODE_TEXT") if name not in tables]:
            message = say("it has no table {table}; it is no file of {program}.", table=missing[0], program=_PROGRAM)
            raise InputProblem(path, message, say("Choose the {file} of a project.", file=_DATA))
        try:
            yield from _File(tables).readings()
        except (KeyError, TypeError, ValueError, OverflowError) as error:
            message = say("its tables are not as {program} writes them ({error}).", program=_PROGRAM, error=error)
            raise InputProblem(
                path, message, say("Open it in {program} and save it again.", program=_PROGRAM)
            ) from None


class _File:
    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self._codes = {row["cid"]: row for row in tables.rows("CODE_NAME")}
        self._categories = {row["catid"]: row for row in tables.rows("CODE_CAT")}
        self._spans = self._by_file("CODE_TEXT")
        self._notes = self._by_file("ANNOTATION")
        self._said = self._attributes()

    def readings(self) -> Iterator[FoundReading]:
        """Text by text, in the order of their numbers."""
        left = self._left()
        for source in sorted(self._tables.rows("SOURCE"), key=lambda row: row["id"]):
            text = source["fulltext"]
            if not isinstance(text, str) or not text.strip():
                continue
            yield from self._of_source(source, text, left)
            left = ()

    def _by_file(self, table: str) -> dict[int, list[Row]]:
        found: dict[int, list[Row]] = defaultdict(list)
        for row in self._tables.rows(table):
            found[row["fid"]].append(row)
        return found

    def _left(self) -> tuple[str, ...]:
        other = sum(1 for table in _OTHER for _ in self._tables.rows(table))
        return (say("{number} codes of pictures, sound and video were left out.", number=other),) if other else ()

    def _attributes(self) -> dict[int, dict[str, Any]]:
        """File -> what is said of it, and the cases that it belongs to with what is said of them."""
        said: dict[tuple[str, int], dict[str, Any]] = defaultdict(dict)
        for row in self._tables.rows("ATTRIBUTE"):
            if row["value"] not in (None, ""):
                said[row["attr_type"], row["id"]][str(row["name"])] = row["value"]
        names = {row["caseid"]: str(row["name"]) for row in self._tables.rows("CASES")}
        cases: dict[int, dict[str, Any]] = defaultdict(dict)
        for row in self._tables.rows("CASE_TEXT"):
            if row["caseid"] in names:
                cases[row["fid"]][names[row["caseid"]]] = said["case", row["caseid"]]
        files = {ident for kind, ident in said if kind == "file"}
        return {
            ident: {**said["file", ident], **({"cases": cases[ident]} if cases[ident] else {})}
            for ident in (*files, *cases)
        }

    def _of_source(self, source: Row, text: str, left: tuple[str, ...]) -> Iterator[FoundReading]:
        ident, units = source["id"], Utf16Map(text)
        coders = {str(row["owner"] or "") for row in (*self._spans[ident], *self._notes[ident])}
        meta = {**self._said.get(ident, {}), **({"memo": source["memo"]} if source.get("memo") else {})}
        fields: dict[str, Any] = {"title": str(source["name"]), "external_id": f"qualcoder:{ident}", "meta": meta}
        if not coders:
            yield FoundReading(text=text, status=None, left=left, **fields)
        for coder in sorted(coders):
            own = [row for row in self._spans[ident] if str(row["owner"] or "") == coder]
            own.sort(key=lambda row: (row["pos0"], row["pos1"], row["ctid"]))
            notes = sorted(
                (row for row in self._notes[ident] if str(row["owner"] or "") == coder), key=lambda row: row["pos0"]
            )
            yield FoundReading(
                text=text, annotator=coder or None, spans=tuple(self._span(row, text, units) for row in own),
                notes=tuple(_note(row, text) for row in notes if row["memo"]), left=left, **fields,
            )  # fmt: skip
            left = ()

    def _span(self, row: Row, text: str, units: Utf16Map) -> FoundSpan:
        code = self._codes[row["cid"]]
        attrs: dict[str, Any] = {}
        if path := self._path(code):
            attrs["category"] = path
        if row.get("memo"):
            attrs["memo"] = row["memo"]
        if row.get("important"):
            attrs["important"] = True
        quote = row["seltext"] if isinstance(row["seltext"], str) else None
        # twice the text is beyond its end in any unit
        start, end = (min(max(int(row[key]), -1), 2 * len(text) + 1) for key in ("pos0", "pos1"))
        place = _place(start, end, quote, text, units)
        return FoundSpan(str(row["ctid"]), str(code["name"] or "code"), (place,), quote, attrs)

    def _path(self, code: Row) -> str:
        """The categories and codes that a code is in, from the top."""
        names: list[str] = []
        seen: set[tuple[str, int]] = set()
        above: tuple[str, Any] = ("code", code["supercid"]) if code.get("supercid") else ("cat", code["catid"])
        while above[1] is not None and above not in seen:
            seen.add(above)
            row = (self._codes if above[0] == "code" else self._categories).get(above[1])
            if row is None:
                break
            names.append(str(row["name"]))
            if above[0] == "code":
                above = ("code", row["supercid"]) if row.get("supercid") else ("cat", row["catid"])
            else:
                above = ("cat", row["supercatid"])
        return " / ".join(reversed(names))


def _place(start: int, end: int, quote: str | None, text: str, units: Utf16Map) -> Fragment:
    """In code points if the words stand there, else in UTF-16 units if they do. Placing looks for what stands in
    neither."""
    if quote is None or (end <= len(text) and text[start:end] == quote):
        return start, end
    other = units.to_codepoint(start), units.to_codepoint(end)
    return other if text[other[0] : other[1]] == quote else (start, end)


def _note(row: Row, text: str) -> str:
    words = " ".join(text[int(row["pos0"]) : int(row["pos1"])].split())
    return f"“{words}”: {row['memo']}" if words else str(row["memo"])
