"""References that no foreign key can hold: a stance's holder and target, an actor's blocs, a layer's codebook.

A step that deletes what one of them points to fails like one that breaks a foreign key, by the same exception.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import TYPE_CHECKING

import orjson

if TYPE_CHECKING:
    from annotator.store.steps import Change

# ?1 is a JSON list of the deleted ids, for spans of their layers; what was put back in the same step is not gone
_LEFT = {
    "span": """SELECT 1 FROM json_each(?1) JOIN layer ON layer.id = json_each.value
        JOIN stance ON layer_id = layer.number
        WHERE target_kind = 'claim' AND NOT EXISTS
        (SELECT 1 FROM span WHERE span.layer_id = stance.layer_id AND span.id = stance.target_id) LIMIT 1""",
    "actor": """WITH gone AS (SELECT value AS id FROM json_each(?1) WHERE value NOT IN (SELECT id FROM actor))
        SELECT 1 FROM stance WHERE (holder_kind = 'actor' AND holder_id IN (SELECT id FROM gone))
            OR (target_kind = 'actor' AND target_id IN (SELECT id FROM gone))
        UNION ALL SELECT 1 FROM actor, json_each(member_of) WHERE json_each.value IN (SELECT id FROM gone) LIMIT 1""",
    "issue": """WITH gone AS (SELECT value AS id FROM json_each(?1) WHERE value NOT IN (SELECT id FROM issue))
        SELECT 1 FROM stance WHERE target_kind = 'issue' AND target_id IN (SELECT id FROM gone) LIMIT 1""",
    "codebook": """SELECT 1 FROM layer WHERE codebook_version IN (SELECT CAST(value AS INTEGER) FROM json_each(?1)
        WHERE CAST(value AS INTEGER) NOT IN (SELECT version FROM codebook)) LIMIT 1""",
}


def check(connection: sqlite3.Connection, changes: Iterable[Change]) -> None:
    """Raise sqlite3.IntegrityError if something still refers to what `changes` deleted."""
    gone: dict[str, set[str]] = {table: set() for table in _LEFT}
    for change in changes:
        if change.after is None and change.table in gone:
            gone[change.table].add(str(change.pk[0]))
    for table, ids in gone.items():
        if ids and connection.execute(_LEFT[table], (orjson.dumps(sorted(ids)).decode(),)).fetchone():
            raise sqlite3.IntegrityError(f"something refers to a deleted {table}")
