"""Which steps made a layer what it is, those that were carried out in other copies of the project too.

A step is known by a digest of who did what when. A version of a layer is newer than another if all steps of that one
are among its own; counters could not tell two copies of one file from each other. Steps that only follow the registry
or the codebook are none of a layer's own: a merge carries its marks along anew.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from hashlib import blake2b
from typing import Any

import orjson

from annotator.store.project import Project
from annotator.store.tables import MARKS

EDITS = "edits "  # setting `edits LAYER`: the steps of a layer that came from elsewhere, before those done here
DIGITS = 16  # of a step
_JOURNAL = "SELECT id, at, annotator_id, kind, of_step, changes FROM journal WHERE kind <> 'time' ORDER BY id"
_IN_LAYER = frozenset({*MARKS, "layer"})
_NO_EDIT = {"active_seconds", "codebook_version"}
# what nobody has touched yet: assigned, and nothing more
_UNTOUCHED = """SELECT id FROM layer WHERE status = 'todo'
    AND NOT EXISTS (SELECT 1 FROM span WHERE layer_id = number)
    AND NOT EXISTS (SELECT 1 FROM stance WHERE layer_id = number)
    AND NOT EXISTS (SELECT 1 FROM article_label WHERE layer_id = number)
    AND NOT EXISTS (SELECT 1 FROM note WHERE layer_id = number)"""
Edits = frozenset[str]


def packed(edits: Edits) -> str:
    """Steps as a setting keeps them."""
    return "".join(sorted(edits))


def unpacked(value: Any) -> Edits:
    """The steps that a setting keeps; none for what is no such value."""
    text = value if isinstance(value, str) else ""
    return frozenset(text[n : n + DIGITS] for n in range(0, len(text), DIGITS))


def edits(project: Project) -> dict[str, Edits]:
    """Layer id -> the steps that made it what it is; of layers that are gone too. Reads the journal through."""
    found: dict[str, set[str]] = defaultdict(set)
    # what a step that set a layer's steps found and left, for when it is taken back and done again
    before: dict[tuple[int, str], set[str]] = {}
    after: dict[tuple[int, str], set[str]] = {}
    for number, at, who, kind, of_step, changes in project.tuples(_JOURNAL):
        touched, told = _touched(changes)
        for layer, value in told.items():
            if kind == "do":
                before[number, layer] = found[layer]
                after[number, layer] = set(unpacked(value))
            states = before if kind == "undo" else after
            found[layer] = set(states.get((number if kind == "do" else of_step, layer), ()))
        own = touched - told.keys()
        if own:
            digest = blake2b(f"{at}\n{who}\n{kind}\n{changes}".encode(), digest_size=DIGITS // 2).hexdigest()
            for layer in own:
                found[layer].add(digest)
    return {layer: frozenset(steps) for layer, steps in found.items()}


def _touched(changes: str) -> tuple[set[str], dict[str, Any]]:
    """The layers that a step edited, and those whose steps it set, with the value."""
    touched: set[str] = set()
    told: dict[str, Any] = {}
    follows = False
    for table, pk, before, after in orjson.loads(changes):
        if table in _IN_LAYER:
            if table != "layer" or before is None or after is None or after.keys() - _NO_EDIT:
                touched.add(pk[0])
        elif table == "setting" and pk[0].startswith(EDITS):
            told[pk[0].removeprefix(EDITS)] = orjson.loads(after["value"]) if after else ""
        elif table == "codebook" or (table in ("actor", "issue") and _merges(before, after)):
            follows = True
    return set() if follows else touched, told


def _merges(before: dict[str, Any] | None, after: dict[str, Any] | None) -> bool:
    return (before or {}).get("merged_into") != (after or {}).get("merged_into")


def untouched(project: Project) -> set[str]:
    """The layers that nobody has begun."""
    return {row[0] for row in project.tuples(_UNTOUCHED)}


def settings(project: Project, prefix: str) -> Iterator[tuple[str, Any]]:
    """(id without the prefix, value) of the settings whose ids begin so, by id."""
    sql = "SELECT id, value FROM setting WHERE substr(id, 1, ?) = ? ORDER BY id"
    for ident, value in project.tuples(sql, (len(prefix), prefix)):
        yield ident[len(prefix) :], orjson.loads(value)
