"""The JSON Schema that is handed out is that of the records, and every line keeps to it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import orjson
import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

from annotator.formats import canonical, schema
from annotator.formats.canonical import KEYS
from annotator.models import Reading
from annotator.paths import resource, seeds
from tests.strategies import any_reading

SCHEMA: dict[str, Any] = orjson.loads(resource(schema.FILE).read_bytes())
VALIDATOR = Draft202012Validator(SCHEMA)
LINES = (seeds() / "readings.jsonl").read_bytes().splitlines()


def test_the_committed_schema_is_up_to_date() -> None:
    assert resource(schema.FILE).read_bytes() == schema.file_content(), "run python -m annotator.formats.schema"


def test_it_can_be_made_anew_by_its_command(tmp_path: Path) -> None:
    before = resource(schema.FILE).stat().st_mtime_ns
    done = subprocess.run([sys.executable, "-m", "annotator.formats.schema", str(tmp_path / "s.json")], check=False)
    assert done.returncode == 0 and (tmp_path / "s.json").read_bytes() == schema.file_content()
    assert resource(schema.FILE).stat().st_mtime_ns == before


def test_it_is_a_schema_and_asks_for_every_key() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert tuple(SCHEMA["required"]) == tuple(SCHEMA["properties"]) == KEYS
    for name, part in SCHEMA["$defs"].items():
        assert set(part["required"]) == set(part["properties"]), name
        assert part["additionalProperties"] is False


@pytest.mark.parametrize("line", LINES, ids=range(len(LINES)))
def test_the_starter_corpus_keeps_to_it(line: bytes) -> None:
    VALIDATOR.validate(orjson.loads(line))


@given(any_reading())
def test_every_line_keeps_to_it(reading: Reading) -> None:
    VALIDATOR.validate(orjson.loads(canonical.line(reading)))


@pytest.mark.parametrize(
    "change",
    [{"schema": "stancemark/2"}, {"colour": 1}, {"text": ""}, {"layer": {}}, {"spans": [{}]}, {"meta": []},
     {"text_sha256": "f"}, {"imported_at": "yesterday"}],
)  # fmt: skip
def test_it_finds_what_is_wrong(change: dict[str, Any]) -> None:
    values = orjson.loads(LINES[0])
    assert not VALIDATOR.is_valid({**values, **change})
    del values["notes"]
    assert not VALIDATOR.is_valid(values)
