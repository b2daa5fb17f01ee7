"""Records <-> rows. A row is a dict of column -> SQLite value; lists and dicts are JSON text.

Each record type has one table. The marks' tables are keyed by (layer_id, id): a layer's marks lie together on disk,
and a relation can only join spans of its own layer. On disk a mark's layer_id is its layer's number, which nothing
outside this package sees: rows, changes and records name layers by their ids.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from operator import attrgetter
from typing import Any, TypeVar

import orjson
from pydantic_core import from_json

from annotator.codebook import Codebook
from annotator.models import (
    Actor,
    Annotator,
    Article,
    ArticleLabel,
    Assignment,
    Highlight,
    Issue,
    Layer,
    Note,
    Record,
    Relation,
    Setting,
    Span,
    Split,
    Stance,
    Threshold,
    Verdict,
)

Row = dict[str, Any]
R = TypeVar("R", bound=Record)

_JSON = frozenset(
    {
        "meta",
        "roles",
        "aliases",
        "member_of",
        "external_ids",
        "fragments",
        "attrs",
        "evidence",
        "value",
        "members",
        "results",
        "content",
        "renames",
        "shares",
        "options",
    }
)
_EMPTY = {dict: "{}", tuple: "[]", list: "[]"}
_NEVER_EMPTY = frozenset({"actor_id", "created_at", "updated_at"})
_NESTED = frozenset({"holder", "target"})


NUMBER = "(SELECT number FROM layer WHERE id = ?)"  # of the layer with that id


@dataclass(frozen=True)
class Table:
    """Where one record type is kept."""

    name: str
    record: type[Record]
    key: str = "id"
    in_layer: bool = False

    @cached_property
    def key_columns(self) -> tuple[str, ...]:
        """The columns of the primary key, in order."""
        return ("layer_id", self.key) if self.in_layer else (self.key,)

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """All columns, the layer first where there is one."""
        own = [
            column
            for field in self.record.model_fields
            for column in ((f"{field}_kind", f"{field}_id") if field in _NESTED else (field,))
        ]
        return ("layer_id", *own) if self.in_layer else tuple(own)

    @cached_property
    def where(self) -> str:
        """The condition that picks one row by its key."""
        return " AND ".join(f'"{column}" = {self.value(column)}' for column in self.key_columns)

    def value(self, column: str) -> str:
        """The expression that takes a column's value."""
        return NUMBER if self.in_layer and column == "layer_id" else "?"


TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        Table("annotator", Annotator),
        Table("codebook", Codebook, key="version"),
        Table("actor", Actor),
        Table("issue", Issue),
        Table("article", Article),
        Table("layer", Layer),
        Table("span", Span, in_layer=True),
        Table("relation", Relation, in_layer=True),
        Table("stance", Stance, in_layer=True),
        Table("article_label", ArticleLabel, key="key", in_layer=True),
        Table("note", Note, in_layer=True),
        Table("verdict", Verdict),
        Table("threshold", Threshold),
        Table("highlight", Highlight),
        Table("setting", Setting),
        Table("split", Split),
        Table("assignment", Assignment),
    )
}
MARKS = tuple(table.name for table in TABLES.values() if table.in_layer)
_BY_RECORD = {table.record: table for table in TABLES.values()}


def table_of(record: type[Record]) -> Table:
    """The table of a record type."""
    return _BY_RECORD[record]


def bulk_columns(table: str) -> tuple[str, ...]:
    """The columns of rows that come in by the thousand."""
    columns = TABLES[table].columns
    return (*columns, "number") if table == "layer" else columns


@lru_cache(maxsize=64)
def insert_sql(table: str, number: int = 1) -> str:
    """The statement that inserts `number` rows of `table`, their columns in their order: marks with the number of
    their layer, layers with their own number behind.

    Where no empty text can be, one means null: None takes sqlite3 ten times as long to hand over.
    """
    columns = bulk_columns(table)
    names = ", ".join(f'"{c}"' for c in columns)
    row = ", ".join("nullif(?, '')" if c in _NEVER_EMPTY else "?" for c in columns)
    return f'INSERT INTO "{table}" ({names}) VALUES {", ".join([f"({row})"] * number)}'


def to_json(value: Any) -> str:
    """A value as JSON text, keys in their order; integers of any size."""
    try:
        return orjson.dumps(value).decode()
    except TypeError:  # an integer over 64 bits
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _encoded(value: Any) -> str:
    if isinstance(value, Record):
        value = value.model_dump(mode="json")
    return to_json(value) if value else _EMPTY.get(value.__class__) or to_json(value)


def column_value(column: str, value: Any) -> Any:
    """A record's field as SQLite keeps it."""
    if column in _JSON:
        return _encoded(value)
    return int(value) if isinstance(value, bool) else value


def to_row(record: Record, layer: str | None = None) -> Row:
    """The row of a record; `layer` for marks."""
    table = table_of(type(record))
    values = row_values(table.name, record, layer)
    return {c: int(v) if v is True or v is False else v for c, v in zip(table.columns, values, strict=True)}


def _nested_values(record: Record, layer: str | int | None) -> tuple[Any, ...]:
    values: list[Any] = [] if layer is None else [layer]
    for field in type(record).model_fields:
        value = getattr(record, field)
        values += (value.kind, value.id) if field in _NESTED else (column_value(field, value),)
    return tuple(values)


def _compiled(table: Table) -> tuple[attrgetter[Any], tuple[int, ...]]:
    fields = tuple(table.record.model_fields)
    return attrgetter(*fields), tuple(n for n, field in enumerate(fields) if field in _JSON)


_FLAT = {t.name: _compiled(t) for t in TABLES.values() if not _NESTED & set(t.record.model_fields)}


def row_values(table: str, record: Record, layer: str | int | None = None) -> tuple[Any, ...]:
    """A record's values in the order of the table's columns. A reading will do for an article."""
    flat = _FLAT.get(table)
    if flat is None:
        return _nested_values(record, layer)
    getter, encoded = flat
    values = list(getter(record))
    for n in encoded:
        values[n] = _encoded(values[n])
    return (layer, *values) if layer is not None else tuple(values)


def from_row(record: type[R], row: Mapping[str, Any]) -> R:
    """The record of a row. Raises pydantic.ValidationError for a row that was tampered with."""
    values: Row = {}
    for field in record.model_fields:
        if field in _NESTED:
            values[field] = {"kind": row[f"{field}_kind"], "id": row[f"{field}_id"]}
        else:
            value = row[field]
            # orjson would make a float of an integer over 64 bits
            values[field] = from_json(value) if field in _JSON else value
    return record.model_validate(values)
