"""Marks that undo or redo would bring back under labels and values that the codebook has given up since."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from pydantic_core import from_json

from annotator.codebook import CodebookContent
from annotator.codebook.changes import tree
from annotator.errors import UndoConflict, say
from annotator.store.tables import TABLES, Row

if TYPE_CHECKING:
    from annotator.store.steps import Change, StepWriter

_Place = tuple[str, ...]
_KIND = {"span": "span", "relation": "relation", "article_label": "article", "actor": "actor_type"}


def refuse(writer: StepWriter, title: str, done: str) -> None:
    """Raise UndoConflict if a row that the step wrote uses an entry that only older versions of the codebook have.

    What no version ever had came with an import, and may come back.
    """
    written = [c for c in writer.changes if c.after is not None and c.table in _KIND]
    if not written or writer.connection.execute("SELECT count(*) FROM codebook").fetchone()[0] < 2:
        return
    # by the step's own connection: the step may have put the codebook itself back
    contents = writer.connection.execute("SELECT content FROM codebook ORDER BY version").fetchall()
    *older, now = (content for (content,) in contents)
    known = _tree(now)
    for place in (place for change in written for place in _uses(writer, change)):
        free = len(place) > 2 and known.get(place[:-1], {}).get("free")
        if place not in known and not free and any(place in _tree(content) for content in older):
            raise UndoConflict(
                say(
                    "“{step}” cannot be {done}: the codebook no longer has {place}.",
                    step=title,
                    done=done,
                    place=" → ".join(place[1:]),
                ),
                say("Mark it anew, or take back the change of the codebook first."),
            )


def _tree(content: str) -> dict[_Place, dict[str, Any]]:
    return tree(CodebookContent.model_validate_json(content))


def _uses(writer: StepWriter, change: Change) -> Iterator[_Place]:
    touched = set(change.after or ())
    if not touched & {"label", "attrs", "key", "value", "type"}:
        return
    row = writer.row(TABLES[change.table], change.pk)
    if row is not None:
        yield from _places(change.table, row)


def _places(table: str, row: Row) -> Iterator[_Place]:
    label = (_KIND[table], row["type" if table == "actor" else "key" if table == "article_label" else "label"])
    yield label
    if table == "article_label":
        yield from _values(label, from_json(row["value"]))
    elif table == "span":
        for key, value in from_json(row["attrs"]).items():
            yield (*label, key)
            yield from _values((*label, key), value)


def _values(owner: _Place, value: Any) -> Iterator[_Place]:
    if isinstance(value, dict):
        value = list(value.values())
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, str):
            yield (*owner, one)
