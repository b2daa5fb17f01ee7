"""Texts of many articles and where one layer's marks stand in them. Each is one query, or one for 500 articles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import orjson

from annotator.store.project import Project

_MANY = 500
Pieces = tuple[tuple[int, int], ...]


def layer_texts(project: Project, annotator_id: str) -> Iterator[tuple[str, str]]:
    """(article id, text) of every article on which the annotator has a layer, in the order of the article list."""
    sql = """SELECT article.id, article.text FROM article JOIN layer ON layer.article_id = article.id
        WHERE layer.annotator_id = ?
        ORDER BY article.published, article.title, article.source, article.id"""
    for row in project.rows(sql, (annotator_id,)):
        yield row[0], row[1]


def number_of_layers(project: Project, annotator_id: str) -> int:
    """On how many articles the annotator has a layer."""
    return int(next(project.rows("SELECT count(*) FROM layer WHERE annotator_id = ?", (annotator_id,)))[0])


def texts(project: Project, article_ids: Sequence[str]) -> Iterator[tuple[str, str]]:
    """(article id, text) of these articles, as far as there are such, in no order."""
    for first in range(0, len(article_ids), _MANY):
        part = tuple(article_ids[first : first + _MANY])
        sql = f"SELECT id, text FROM article WHERE id IN ({', '.join('?' * len(part))})"
        for row in project.rows(sql, part):
            yield row[0], row[1]


def pieces(project: Project, annotator_id: str, label: str) -> dict[str, list[Pieces]]:
    """Article id -> the fragments of each of the annotator's spans with that label."""
    sql = """SELECT layer.article_id, span.fragments FROM layer JOIN span ON span.layer_id = layer.number
        WHERE layer.annotator_id = ? AND span.label = ?"""
    found: dict[str, list[Pieces]] = {}
    for row in project.rows(sql, (annotator_id, label)):
        found.setdefault(row[0], []).append(tuple((a, b) for a, b in orjson.loads(row[1])))
    return found


def title(project: Project, article_id: str) -> str:
    """An article's title; empty if there is no such article."""
    row = next(project.rows("SELECT title FROM article WHERE id = ?", (article_id,)), None)
    return str(row[0]) if row else ""
