"""The JSON Schema of canonical JSONL, out of the records.

`python -m annotator.formats.schema` writes `resources/schema/reading.schema.json` anew, or the file that it is given.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import orjson
from pydantic.json_schema import GenerateJsonSchema
from pydantic_core import core_schema

from annotator.formats.canonical import KEYS
from annotator.models import SCHEMA, Reading
from annotator.paths import resource

FILE = "schema/reading.schema.json"


class _AllKeys(GenerateJsonSchema):
    """Every key is there in every line, the nested ones too, whether or not it has a default."""

    def field_is_required(
        self, field: core_schema.ModelField | core_schema.DataclassField | core_schema.TypedDictField, total: bool
    ) -> bool:
        return True

    def field_title_should_be_set(self, schema: object) -> bool:
        return False

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> dict[str, Any]:
        return self.generate_inner(schema["schema"])


def json_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a line."""
    schema = Reading.model_json_schema(by_alias=True, mode="serialization", schema_generator=_AllKeys)
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


def file_content() -> bytes:
    """The bytes of `resources/schema/reading.schema.json`."""
    return orjson.dumps(json_schema(), option=orjson.OPT_INDENT_2) + b"\n"


if __name__ == "__main__":
    (Path(sys.argv[1]) if sys.argv[1:] else resource(FILE)).write_bytes(file_content())
