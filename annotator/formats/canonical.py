"""Canonical JSONL, `stancemark/1`: one line per reading, every key always present, in this order.

A project's registries, annotators and codebooks that no reading refers to stand in a companion file,
`NAME.project.json`, so that nothing of a project is lost on the way. Offsets are Unicode code points.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import orjson
from pydantic import ValidationError

from annotator.codebook import Codebook
from annotator.errors import InputProblem
from annotator.models import SCHEMA, Actor, Annotator, Issue, Reading, Record, text_hash

NAME = "canonical"
TITLE = "Canonical JSONL"
SUFFIXES = (".jsonl", ".ndjson")
READS, WRITES = True, True
CARRIES = ("articles", "layers", "spans", "relations", "stances", "labels", "notes", "actors", "issues", "raw files")
LOSES = ("the journal (history and undo)", "verdicts")

_START = b'{"schema":"stancemark/1",'
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


def companion_path(path: Path) -> Path:
    """Where the companion of a JSONL file stands."""
    return path.with_name(f"{path.stem}.project.json")


def line(reading: Reading) -> bytes:
    """A reading as its canonical line, without a line end."""
    values = reading.model_dump(mode="json", by_alias=True)
    values["schema"] = SCHEMA
    return orjson.dumps({key: values[key] for key in KEYS})


def write(readings: Iterable[Reading]) -> Iterator[bytes]:
    """The lines of a file, each with its line end."""
    for reading in readings:
        yield line(reading) + b"\n"


def read(path: Path) -> Iterator[tuple[int, Reading]]:
    """The readings of a file, each with its line number from 1. Raises InputProblem naming the line."""
    try:
        with path.open("rb") as file:
            number = 0
            for number, data in enumerate(file, 1):
                if number == 1:
                    data = data.removeprefix(b"\xef\xbb\xbf")
                if data.strip():
                    yield number, parse(data, path, number)
            if number == 0:
                raise InputProblem(path, "the file is empty.")
    except OSError as error:
        raise InputProblem(path, f"the file cannot be read ({error.strerror}).", "Check that it is there.") from error


def parse(data: bytes, path: Path, number: int) -> Reading:
    """One line as a reading. Raises InputProblem naming file and line."""
    reading = _as_written(data) or _any_json(data, path, number)
    if text_hash(reading.text) != reading.text_sha256:
        raise InputProblem(
            path, "the text does not have the hash given with it.", "It was changed; export it again.", number
        )
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
    try:
        values: Any = orjson.loads(data)
    except orjson.JSONDecodeError as error:
        if b"\\ud" in data.lower() and "surrogate" in str(error):
            problem = f"a lone surrogate stands in the text ({error})."
            raise InputProblem(path, problem, "Repair the text at its source.", number) from error
        raise InputProblem(
            path, f"this is not valid JSON ({error}).", "The file may be cut off; export it again.", number
        ) from error
    if not isinstance(values, dict) or "schema" not in values:
        remedy = "Each line of canonical JSONL is an object whose first key is schema."
        raise InputProblem(path, "this is not a Stancemark reading.", remedy, number)
    schema = values.pop("schema")
    if schema != SCHEMA:
        raise InputProblem(path, f"the schema is {schema!r}, not {SCHEMA!r}.", "A newer program may read it.", number)
    try:
        return Reading.model_validate(values)
    except ValidationError as error:
        first: Any = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise InputProblem(path, f"{where}: {first['msg']}.", "Correct the line and import again.", number) from error


def companion_json(companion: Companion) -> bytes:
    """The companion file's bytes."""
    values = {"schema": f"{SCHEMA}/project", **companion.model_dump(mode="json")}
    return orjson.dumps(values, option=orjson.OPT_INDENT_2) + b"\n"


def read_companion(path: Path) -> Companion | None:
    """The companion of a JSONL file, or None if there is none. Raises InputProblem."""
    beside = companion_path(path)
    try:
        values = orjson.loads(beside.read_bytes())
        values.pop("schema")
        return Companion.model_validate(values)
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, AttributeError) as error:
        raise InputProblem(
            beside, f"this is no companion of a Stancemark export ({str(error).splitlines()[0]}).",
            "Move it away to import the readings alone, or export again.",
        ) from error  # fmt: skip


def json_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a line."""
    schema = Reading.model_json_schema(by_alias=True, mode="serialization")
    properties = {"schema": {"const": SCHEMA}, **schema["properties"]}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Stancemark reading",
        "description": "One line of canonical JSONL. Offsets are Unicode code points, end-exclusive.",
        "type": "object",
        "properties": {key: properties[key] for key in KEYS},
        "required": list(KEYS),
        "additionalProperties": False,
        "$defs": schema["$defs"],
    }
