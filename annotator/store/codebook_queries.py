"""What the codebook's versions mean for the marks: how many they touch, which rows, which layers are behind."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import orjson
from pydantic_core import from_json

from annotator.models import LayerStatus
from annotator.store.project import Project

_KEY = {"span": "label", "relation": "label", "article": "key"}
_TABLE = {"span": "span", "relation": "relation", "article": "article_label"}


@dataclass(frozen=True, slots=True)
class Reach:
    """How many marks, and of how many layers, articles and people, have one of some labels."""

    spans: int = 0
    relations: int = 0
    labels: int = 0
    actors: int = 0
    layers: int = 0
    articles: int = 0
    annotators: int = 0
    stances: int = 0


@dataclass(frozen=True, slots=True)
class Version:
    """A version as a list shows it. `by` is the name of who saved it, "" if not known."""

    number: int
    created_at: str
    by: str


@dataclass(frozen=True, slots=True)
class Behind:
    """A layer that was made under an older version.

    `used`: its labels among those asked for, as (kind, key), and ("stance",) if stances were and it has some.
    """

    layer_id: str
    article_id: str
    title: str
    annotator_id: str
    annotator: str
    version: int
    status: LayerStatus
    used: tuple[tuple[str, ...], ...]


def reach(project: Project, places: Iterable[tuple[str, ...]]) -> Reach:
    """How far these labels, (kind, key), reach; ("stance",) means all stances. Actor types count actors."""
    keys = _by_kind(places)
    counts: dict[str, int] = {}
    parts, values = [], []
    if "stance" in keys:
        counts["stance"] = project.tuples("SELECT count(*) FROM stance")[0][0]
        parts.append("SELECT layer_id FROM stance")
    for kind, table in _TABLE.items():
        if names := keys.get(kind):
            where = f"{_KEY[kind]} IN (SELECT value FROM json_each(?))"
            counts[kind] = project.tuples(f"SELECT count(*) FROM {table} WHERE {where}", (_json(names),))[0][0]
            parts.append(f"SELECT layer_id FROM {table} WHERE {where}")
            values.append(_json(names))
    layers = articles = annotators = 0
    if parts:
        sql = f"""SELECT count(*), count(DISTINCT article_id), count(DISTINCT annotator_id) FROM layer
            WHERE number IN ({" UNION ".join(parts)})"""
        layers, articles, annotators = project.tuples(sql, tuple(values))[0]
    return Reach(
        counts.get("span", 0), counts.get("relation", 0), counts.get("article", 0),
        _actors(project, keys.get("actor_type", [])), layers, articles, annotators, counts.get("stance", 0),
    )  # fmt: skip


def _actors(project: Project, types: list[str]) -> int:
    sql = "SELECT count(*) FROM actor WHERE type IN (SELECT value FROM json_each(?))"
    return int(project.tuples(sql, (_json(types),))[0][0]) if types else 0


def span_rows(project: Project, labels: Iterable[str]) -> list[tuple[str, str, str, str, str | None, str | None]]:
    """(layer id, id, label, attributes as JSON, actor id, updated_at) of the spans with these labels."""
    sql = """SELECT layer.id, span.id, label, attrs, actor_id, updated_at FROM span
        JOIN layer ON layer.number = span.layer_id
        WHERE label IN (SELECT value FROM json_each(?))"""
    return project.tuples(sql, (_json(labels),))


def places_of_spans(project: Project, labels: Iterable[str]) -> list[tuple[int, str, str]]:
    """(layer number, fragments as JSON, label) of the spans with these labels."""
    sql = "SELECT layer_id, fragments, label FROM span WHERE label IN (SELECT value FROM json_each(?))"
    return project.tuples(sql, (_json(labels),))


def relation_rows(project: Project, labels: Iterable[str]) -> list[tuple[str, str, str, str, str, str]]:
    """(layer id, id, label, head, tail, attributes as JSON) of the relations with these labels."""
    sql = """SELECT layer.id, relation.id, label, head_id, tail_id, attrs FROM relation
        JOIN layer ON layer.number = relation.layer_id WHERE label IN (SELECT value FROM json_each(?))"""
    return project.tuples(sql, (_json(labels),))


def article_label_rows(project: Project, keys: Iterable[str]) -> list[tuple[str, str, Any]]:
    """(layer id, key, value) of the article labels with these keys."""
    sql = """SELECT layer.id, key, value FROM article_label JOIN layer ON layer.number = article_label.layer_id
        WHERE key IN (SELECT value FROM json_each(?))"""
    return [(layer, key, from_json(value)) for layer, key, value in project.tuples(sql, (_json(keys),))]


def actor_rows(project: Project, types: Iterable[str]) -> list[tuple[str, str]]:
    """(id, type) of the actors of these types."""
    sql = "SELECT id, type FROM actor WHERE type IN (SELECT value FROM json_each(?))"
    return project.tuples(sql, (_json(types),))


def newest_claimed(project: Project) -> int:
    """The highest version that there is, or that a layer says it was made under."""
    sql = "SELECT max((SELECT max(version) FROM codebook), coalesce((SELECT max(codebook_version) FROM layer), 0))"
    return int(project.tuples(sql)[0][0])


def versions(project: Project) -> list[Version]:
    """Every version, the newest first."""
    return [Version(*row) for row in project.tuples("SELECT version, created_at, by FROM codebook ORDER BY 1 DESC")]


def layers_by_version(project: Project) -> dict[int, int]:
    """Version -> how many layers that somebody has begun were made under it."""
    sql = "SELECT codebook_version, count(*) FROM layer WHERE status != 'todo' GROUP BY codebook_version"
    return dict(project.tuples(sql))


def behind(
    project: Project, version: int, places: Sequence[tuple[str, ...]], everything: bool, limit: int
) -> list[Behind]:
    """The begun layers made under that version that have one of these labels, (kind, key), or all of them; by date of
    the article. ("stance",) among the places asks for layers with stances."""
    keys = _by_kind(places)
    picked = ", ".join(
        f"""(SELECT json_group_array(DISTINCT {_KEY[kind]}) FROM {table}
            WHERE layer_id = layer.number AND {_KEY[kind]} IN (SELECT value FROM json_each(?)))"""
        for kind, table in _TABLE.items()
    )
    wanted = tuple(_json(keys.get(kind, [])) for kind in _TABLE)
    exist = " OR ".join(
        f"""EXISTS (SELECT 1 FROM {table} WHERE layer_id = layer.number
            AND {_KEY[kind]} IN (SELECT value FROM json_each(?)))"""
        for kind, table in _TABLE.items()
    )
    stances = "? AND EXISTS (SELECT 1 FROM stance WHERE layer_id = layer.number)"
    asked = "stance" in keys
    sql = f"""SELECT layer.id, article.id, title, annotator.id, annotator.name, layer.status, {stances}, {picked}
        FROM layer JOIN article ON article.id = article_id JOIN annotator ON annotator.id = annotator_id
        WHERE codebook_version = ? AND layer.status != 'todo' AND (? OR ({stances}) OR {exist})
        ORDER BY article.published, title, article.id, annotator.name LIMIT ?"""
    rows = project.tuples(sql, (asked, *wanted, version, everything, asked, *wanted, limit))
    return [
        Behind(layer, article, title, who, name, version, status, (*([("stance",)] if stances else ()), *_used(used)))
        for layer, article, title, who, name, status, stances, *used in rows
    ]


def _used(found: Sequence[str]) -> tuple[tuple[str, str], ...]:
    return tuple((kind, key) for kind, keys in zip(_TABLE, found, strict=True) for key in sorted(orjson.loads(keys)))


def _by_kind(places: Iterable[tuple[str, ...]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for place in places:
        found.setdefault(place[0], []).extend(place[1:2])
    return found


def _json(values: Iterable[str]) -> str:
    return orjson.dumps(sorted(set(values))).decode()
