"""What agreement compares, all from one moment of the project.

A table comes as one row of long texts that SQLite writes, outside Python's lock: a row for each mark would cost twice
as much, a record for each thirty times.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

from annotator.store import opening
from annotator.store.project import Project
from annotator.store.tables import to_json

END = 1 << 32  # a span's place is its start times this, plus its end

_OF = " WHERE layer_id IN (SELECT value FROM json_each(?))"
_SPANS = f"""SELECT group_concat(layer_id), group_concat(start * {END} + "end"), json_group_array(id),
    json_group_array(label), json_group_array(actor_id),
    json_group_array(json_array(layer_id, id, fragments)) FILTER (WHERE instr(fragments, '],[')) FROM span {_OF}"""
_RELATIONS = f"SELECT json_group_array(json_array(layer_id, label, head_id, tail_id)) FROM relation {_OF}"
_STANCES = f"""SELECT json_group_array(json_array(layer_id, holder_kind, holder_id, expressed_by, target_kind,
    target_id, polarity, intensity, claim_id, iif(claim_id IS NULL AND evidence != '[]', evidence, NULL)))
    FROM stance {_OF}"""
_LABELS = f"SELECT json_group_array(json_array(layer_id, key, value)) FROM article_label {_OF}"
_NOWHERE = f"""SELECT id, text FROM article WHERE id IN (
    SELECT article_id FROM stance JOIN layer ON layer.number = layer_id {_OF}
    AND claim_id IS NULL AND evidence = '[]' AND target_kind != 'claim')"""
_TABLES = (_SPANS, _RELATIONS, _STANCES, _LABELS)


class DoneLayer(NamedTuple):
    """A finished layer: its number in the store, and what tells one state of it from another."""

    number: int
    article_id: str
    annotator: str
    revision: int


class Marks(NamedTuple):
    """All marks of some layers as JSON; in each list of lists, the layer's number comes first.

    Columns of spans: `layers` and `places`, numbers with commas between (None for no spans); `ids`, `span_labels`,
    `actors`, lists. `fragments`: id and JSON, of spans that have several. `relations`: label, head id, tail id.
    `stances`: holder's kind and id, expressed by, target's kind and id, polarity, intensity, claim id, evidence as JSON
    if there is some and no claim. `labels`: key, value as JSON. `lengths`: article id -> code points, where a stance
    stands nowhere in its text.
    """

    layers: str | None
    places: str | None
    ids: str
    span_labels: str
    actors: str
    fragments: str
    relations: str
    stances: str
    labels: str
    lengths: dict[str, int]


class Moment:
    """The project as it was when it was asked for, whatever is written meanwhile."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        connection.row_factory = None

    def done_layers(self, *, gold: bool = False) -> list[DoneLayer]:
        """Every finished layer, by article and annotator. `gold`: with the layers of gold."""
        sql = """SELECT layer.number, article_id, annotator.name, revision FROM layer
            JOIN annotator ON annotator.id = annotator_id WHERE status = 'done' AND (? OR role != 'gold')
            ORDER BY article_id, annotator.name"""
        return [DoneLayer(*row) for row in self._connection.execute(sql, (int(gold),))]

    def marks(self, layers: Sequence[int]) -> Marks:
        """The marks of the layers with these numbers; any thread, one at a time."""
        wanted = (to_json(layers),)
        columns = [text for sql in _TABLES for text in self._connection.execute(sql, wanted).fetchone()]
        # not counted by SQLite, which stops at the character zero
        lengths = {ident: len(text) for ident, text in self._connection.execute(_NOWHERE, wanted)}
        return Marks._make([*columns, lengths])


@contextmanager
def moment(project: Project) -> Iterator[Moment]:
    """The project as it is now; any thread."""
    with project.snapshot(1) as (connection,), opening.reading(project.path):
        yield Moment(connection)
