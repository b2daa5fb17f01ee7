"""The orders that the article list can be in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal, get_args

from annotator.models import LayerStatus
from annotator.store.project import Project

OrderKey = Literal["date", "title", "source", "status", "marks", "notes", "imported"]
_STATUSES: tuple[LayerStatus, ...] = ("in_progress", "todo", "help", "done", "skipped")
_COLUMNS: dict[OrderKey, str] = {"title": "title", "source": "source", "imported": "rowid"}
_MARKS = """SELECT article_id, (SELECT count(*) FROM span WHERE layer_id = layer.number)
    + (SELECT count(*) FROM stance WHERE layer_id = layer.number) FROM layer WHERE annotator_id = ?"""
_NOTES = """SELECT article_id, count(*) FROM note JOIN layer ON layer.number = note.layer_id
    WHERE annotator_id = ? AND NOT resolved GROUP BY article_id"""


@dataclass(frozen=True, slots=True)
class ArticleOrder:
    """By what the list is sorted. `backwards`: the whole list the other way round."""

    key: OrderKey = "date"
    backwards: bool = False

    @classmethod
    def of(cls, name: str) -> ArticleOrder:
        """The order of a name as `name` gives it; by date for one that means nothing."""
        key, _, way = name.partition(" ")
        return next((cls(known, way == "backwards") for known in get_args(OrderKey) if known == key), cls())

    @property
    def name(self) -> str:
        """To be kept in settings."""
        return f"{self.key} backwards" if self.backwards else self.key


def ranks(project: Project, annotator_id: str | None, order: ArticleOrder) -> dict[str, int] | None:
    """Article id -> its place in that order; None for the order that articles come in, which is by date.

    Articles that are alike stay by date. Status, marks and open notes are those of the annotator's layer; the most
    come first.
    """
    if order == ArticleOrder():
        return None
    # all of it is in the index by date: the articles themselves are not read
    column = _COLUMNS.get(order.key, "NULL")
    rows = project.tuples(f"SELECT id, {column} FROM article ORDER BY published, title, source, id")
    if order.key != "date":
        rows.sort(key=_key(project, annotator_id or "", order.key))
    if order.backwards:
        rows.reverse()
    return {row[0]: place for place, row in enumerate(rows)}


def _key(project: Project, annotator_id: str, key: OrderKey) -> Callable[[tuple[Any, ...]], Any]:
    match key:
        case "title":
            return lambda row: row[1].casefold()
        case "source":
            return lambda row: (row[1] or "").casefold()
        case "imported":
            return lambda row: row[1]
        case "status":
            sql = "SELECT article_id, status FROM layer WHERE annotator_id = ?"
            standing = {row[0]: _STATUSES.index(row[1]) for row in project.tuples(sql, (annotator_id,))}
            return lambda row: standing.get(row[0], _STATUSES.index("todo"))
    number = dict(project.tuples(_NOTES if key == "notes" else _MARKS, (annotator_id,)))
    return lambda row: -number.get(row[0], 0)
