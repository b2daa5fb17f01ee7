"""Canonical JSONL, `stancemark/1`: one line per reading, every key always present, in this order.

A project's registries, annotators and codebooks that no reading refers to stand in a companion file,
`NAME.project.json`, so that nothing of a project is lost on the way. Offsets are Unicode code points.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from math import isfinite
from pathlib import Path
from typing import Any

import orjson
from pydantic import ValidationError
from pydantic_core import from_json

from annotator.codebook import Codebook
from annotator.errors import InputProblem, say
from annotator.foreign import first_fault
from annotator.models import SCHEMA, Actor, Annotator, Highlight, Issue, Reading, Record, text_hash

NAME = "canonical"
TITLE = "Canonical JSONL"
SUFFIXES = (".jsonl", ".ndjson")
COMPANION_SUFFIX = ".project.json"
READS, WRITES = True, True
CARRIES = (
    "articles", "layers", "spans", "relations", "stances", "labels", "notes", "actors", "issues", "highlights",
    "raw files",
)  # fmt: skip
LOSES = ("the journal (history and undo)", "verdicts")

_START = b'{"schema":"stancemark/1",'
_BOM = b"\xef\xbb\xbf"
_COMPANION = f"{SCHEMA}/project"
_BUFFER = 1 << 18  # lines are long: the usual 8 KB are put together again and again
_ESCAPED_SURROGATE = re.compile(rb"\\u[dD][89a-fA-F]")
_LIMIT = 1 << 63  # the project file keeps whole numbers in 64 bits
_TOO_LARGE = say("a number in it is too large.")
_CORRECT = say("Correct the line and import again.")
KEYS = (
    "schema", "id", "title", "text", "text_sha256", "source", "author", "url", "published", "language", "story",
    "meta", "external_id", "imported_at", "importer", "raw", "layer", "spans", "relations", "stances", "labels",
    "notes", "actors", "issues",
)  # fmt: skip


class Companion(Record):
    """What belongs to the project rather than to a reading."""

    annotators: tuple[Annotator, ...] = ()
    codebooks: tuple[Codebook, ...] = ()
    actors: tuple[Actor, ...] = ()
    issues: tuple[Issue, ...] = ()
    highlights: tuple[Highlight, ...] = ()


def companion_path(path: Path) -> Path:
    """Where the companion of a JSONL file stands."""
    return path.with_name(path.stem + COMPANION_SUFFIX)


def line(reading: Reading) -> bytes:
    """A reading as its canonical line, without a line end."""
    values = reading.model_dump(mode="json", by_alias=True)
    values["schema"] = SCHEMA
    values = {key: values[key] for key in KEYS}
    try:
        return orjson.dumps(values)
    except TypeError:  # an integer over 64 bits
        return orjson.dumps(_with_fragments(values))


def _with_fragments(values: dict[str, Any]) -> dict[str, Any]:
    """The same, with what users put in written by the slower way that knows integers of any size."""
    marks = {key: [{**m, "attrs": _fragment(m["attrs"])} for m in values[key]] for key in ("spans", "relations")}
    labels = {key: _fragment(value) for key, value in values["labels"].items()}
    return {**values, **marks, "labels": labels, "meta": _fragment(values["meta"])}


def _fragment(value: Any) -> orjson.Fragment:
    try:
        return orjson.Fragment(orjson.dumps(value))
    except TypeError:
        return orjson.Fragment(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode())


def write(readings: Iterable[Reading]) -> Iterator[bytes]:
    """The lines of a file, each with its line end."""
    for reading in readings:
        yield line(reading) + b"\n"


def read(path: Path, *, empty_ok: bool = False) -> Iterator[tuple[int, Reading]]:
    """The readings of a file, each with its line number from 1. Raises InputProblem naming the line.

    `empty_ok`: a file without a reading is no problem; it is what a project without articles is exported to.
    """
    found = False
    try:
        with path.open("rb", buffering=_BUFFER) as file:
            for number, data in enumerate(file, 1):
                content = data.removeprefix(_BOM) if number == 1 else data
                if content.strip():
                    found = True
                    yield number, parse(content, path, number)
    except OSError as error:
        raise InputProblem(
            path, say("the file cannot be read ({strerror}).", strerror=error.strerror), say("Check that it is there.")
        ) from error
    if not (found or empty_ok):
        raise InputProblem(path, say("there is no reading in this file."), say("Look for the full copy."))


def parse(data: bytes, path: Path, number: int) -> Reading:
    """One line as a reading. Raises InputProblem naming file and line."""
    reading = _as_written(data)
    if reading is None or _beyond_floats(reading):  # NaN, which is no JSON, or a number too large for one
        reading = _any_json(data, path, number)
        if _beyond_floats(reading):
            raise InputProblem(path, _TOO_LARGE, _CORRECT, number)
    if fault := _fault(reading):
        raise InputProblem(path, *fault, number)
    return reading


def _as_written(data: bytes) -> Reading | None:
    """A line as `line` writes it, read in one go; None sends it to the way that finds out what is wrong."""
    if not data.startswith(_START):
        return None
    try:
        return Reading.model_validate_json(b"{" + data[len(_START) :])
    except ValidationError:
        return None


def _any_json(data: bytes, path: Path, number: int) -> Reading:
    values = _parsed(data, path, number)
    if not isinstance(values, dict) or "schema" not in values:
        remedy = say("Each line of canonical JSONL is an object whose first key is schema.")
        raise InputProblem(path, say("this is not a Stancemark reading."), remedy, number)
    schema = values.pop("schema")
    if schema != SCHEMA:
        raise InputProblem(
            path,
            say("the schema is {found}, not {wanted}.", found=f"{schema!r}", wanted=f"{SCHEMA!r}"),
            say("A newer program may read it."),
            number,
        )
    try:
        return Reading.model_validate(values)
    except ValidationError as error:
        raise InputProblem(path, say("{fault}.", fault=_first(error)), _CORRECT, number) from error


def _parsed(data: bytes, path: Path, number: int) -> Any:
    try:
        data.decode()
    except UnicodeDecodeError as error:
        problem = say("this is not UTF-8 (byte {start} of the line).", start=error.start + 1)
        raise InputProblem(path, problem, say("Save the file as UTF-8, or export it again."), number) from error
    try:
        # not by orjson, which makes floats of large integers
        return from_json(data, allow_inf_nan=False)
    except ValueError as error:
        why, _, column = str(error).partition(" at line 1 column ")
        if _ESCAPED_SURROGATE.search(data) and ("escape" in why or "surrogate" in why):
            problem = say("a character is cut in half (a lone surrogate at byte {column}).", column=column)
            raise InputProblem(path, problem, say("Repair the text at its source."), number) from error
        problem = say("this is not valid JSON ({why}, byte {column}).", why=why, column=column)
        raise InputProblem(path, problem, say("The file may be cut off; export it again."), number) from error


def _fault(reading: Reading) -> tuple[str, str] | None:
    """What contradicts itself in a well-formed line, and the remedy, or None."""
    if text_hash(reading.text) != reading.text_sha256:
        return say("the text does not have the hash given with it."), say("It was changed; export it again.")
    head = reading.layer
    marks = (reading.spans, reading.relations, reading.stances, reading.labels, reading.notes)
    if head is None and any(marks):
        return say("there are marks, but no layer that they belong to."), say("Add the layer, or export it again.")
    if head is not None and max(head.revision, head.codebook, head.active_seconds) >= _LIMIT:
        return _TOO_LARGE, _CORRECT
    return None


def _beyond_floats(reading: Reading) -> bool:
    free = [s.attrs for s in reading.spans if s.attrs] + [r.attrs for r in reading.relations if r.attrs]
    return any(map(_infinite, (reading.meta, reading.labels, *free)))


def _infinite(value: Any) -> bool:
    if isinstance(value, str):
        return False
    if isinstance(value, dict):
        return any(map(_infinite, value.values()))
    return any(map(_infinite, value)) if isinstance(value, list) else isinstance(value, float) and not isfinite(value)


def companion_json(companion: Companion) -> bytes:
    """The companion file's bytes."""
    values = {"schema": _COMPANION, **companion.model_dump(mode="json")}
    return orjson.dumps(values, option=orjson.OPT_INDENT_2) + b"\n"


def read_companion(path: Path) -> Companion | None:
    """The companion of a JSONL file, or None if there is none. Raises InputProblem."""
    beside = companion_path(path)
    remedy = say("Move it away to import the readings alone, or export again.")
    try:
        values = orjson.loads(beside.read_bytes())
        schema = values.pop("schema", None) if isinstance(values, dict) else None
        if schema != _COMPANION:
            raise InputProblem(
                beside,
                say("this is no companion of a Stancemark export (its schema is {schema}).", schema=f"{schema!r}"),
                remedy,
            )
        return Companion.model_validate(values)
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        why = _first(error) if isinstance(error, ValidationError) else str(error)
        raise InputProblem(
            beside, say("this is no companion of a Stancemark export ({why}).", why=why), remedy
        ) from error


def _first(error: ValidationError) -> str:
    place = ".".join(str(part) for part in error.errors()[0]["loc"])
    return say("{place}: {message}", place=place, message=first_fault(error))
