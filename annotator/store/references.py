"""References that no foreign key can hold: a stance's holder and target, an actor's blocs.

A step that deletes what one of them points to is refused like one that breaks a foreign key, by the same exception.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotator.store.steps import Change

_CLAIMS = """SELECT 1 FROM stance WHERE layer_id = ? AND target_kind = 'claim' AND NOT EXISTS
    (SELECT 1 FROM span WHERE span.layer_id = stance.layer_id AND span.id = stance.target_id) LIMIT 1"""
_ACTORS = """SELECT 1 FROM stance WHERE (holder_kind = 'actor' AND holder_id IN (SELECT value FROM json_each(?1)))
    OR (target_kind = 'actor' AND target_id IN (SELECT value FROM json_each(?1)))
    UNION ALL SELECT 1 FROM actor, json_each(member_of) WHERE value IN (SELECT value FROM json_each(?1)) LIMIT 1"""
_ISSUES = """SELECT 1 FROM stance WHERE target_kind = 'issue' AND target_id IN (SELECT value FROM json_each(?1)) LIMIT 1"""


def check(connection: sqlite3.Connection, changes: Iterable[Change]) -> None:
    """Raise sqlite3.IntegrityError if something still refers to a span, actor or issue that `changes` deleted."""
    gone: dict[str, set[str]] = {"span": set(), "actor": set(), "issue": set()}
    for change in changes:
        if change.after is None and change.table in gone:
            gone[change.table].add(str(change.pk[0]))  # of a span: its layer
    for sql, value in _questions(gone):
        if connection.execute(sql, (value,)).fetchone():
            raise sqlite3.IntegrityError("a reference to what was deleted is left")


def _questions(gone: dict[str, set[str]]) -> Iterator[tuple[str, str]]:
    yield from ((_CLAIMS, layer) for layer in gone["span"])
    for sql, table, in ((_ACTORS, "actor"), (_ISSUES, "issue")):
        if gone[table]:
            from orjson import dumps

            # put back in the same step (deleted, then inserted again) is not gone
            yield f"SELECT 1 WHERE EXISTS ({sql})", dumps(sorted(gone[table])).decode()
