"""What agreement compares, as plain rows of the done layers: a record for each mark would cost ten times as much."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from annotator.store.project import Project

_PART = 900  # layers a query


class DoneLayer(NamedTuple):
    """A finished layer: its number in the store, and what tells one state of it from another."""

    number: int
    article_id: str
    annotator: str
    revision: int


def done_layers(project: Project, *, gold: bool = False) -> list[DoneLayer]:
    """Every finished layer, by article and annotator. `gold`: with the layers of gold."""
    sql = """SELECT layer.number, article_id, annotator.name, revision FROM layer
        JOIN annotator ON annotator.id = annotator_id WHERE status = 'done' AND (? OR role != 'gold')
        ORDER BY article_id, annotator.name"""
    return [DoneLayer(*row) for row in project.tuples(sql, (int(gold),))]


def span_rows(project: Project, layers: Sequence[int]) -> list[tuple[Any, ...]]:
    """(layer number, id, label, start, end, actor id, fragments as JSON if there are several, else None)."""
    sql = """SELECT layer_id, id, label, start, "end", actor_id, iif(instr(fragments, '],['), fragments, NULL)
        FROM span WHERE layer_id"""
    return list(_of(project, sql, layers))


def relation_rows(project: Project, layers: Sequence[int]) -> list[tuple[Any, ...]]:
    """(layer number, id, label, head id, tail id)."""
    return list(_of(project, "SELECT layer_id, id, label, head_id, tail_id FROM relation WHERE layer_id", layers))


def stance_rows(project: Project, layers: Sequence[int]) -> list[tuple[Any, ...]]:
    """(layer number, id, holder kind, holder id, expressed by, target kind, target id, polarity, intensity, evidence as
    JSON, claim id)."""
    sql = """SELECT layer_id, id, holder_kind, holder_id, expressed_by, target_kind, target_id, polarity, intensity,
        evidence, claim_id FROM stance WHERE layer_id"""
    return list(_of(project, sql, layers))


def label_rows(project: Project, layers: Sequence[int]) -> list[tuple[Any, ...]]:
    """(layer number, key, value as JSON)."""
    return list(_of(project, "SELECT layer_id, key, value FROM article_label WHERE layer_id", layers))


def text_lengths(project: Project, articles: Sequence[str]) -> dict[str, int]:
    """How many code points each article has."""
    found: dict[str, int] = {}
    for start in range(0, len(articles), _PART):
        part = articles[start : start + _PART]
        sql = f"SELECT id, length(text) FROM article WHERE id IN ({', '.join('?' * len(part))})"
        found.update(project.tuples(sql, tuple(part)))
    return found


def _of(project: Project, sql: str, layers: Sequence[int]) -> Iterator[tuple[Any, ...]]:
    """Rows of these layers, in the order of the table: layer by layer, and within one by id."""
    wanted = sorted(layers)
    for start in range(0, len(wanted), _PART):
        part = wanted[start : start + _PART]
        yield from project.tuples(f"{sql} IN ({', '.join('?' * len(part))})", tuple(part))
