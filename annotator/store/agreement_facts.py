"""What narrows agreement down: where its articles and layers come from."""

from __future__ import annotations

from typing import NamedTuple

from annotator.store.project import Project


class ArticleFacts(NamedTuple):
    """What is known of an article; `published` begins YYYY-MM-DD, as far as it is known."""

    title: str
    source: str | None
    published: str | None
    story: str | None


class LayerFacts(NamedTuple):
    """Under which codebook a layer was made, and when it was finished."""

    codebook: int
    done_at: str | None


def articles(project: Project) -> dict[str, ArticleFacts]:
    """Of the articles that somebody has finished, by id."""
    sql = """SELECT id, title, source, published, story_id FROM article
        WHERE id IN (SELECT article_id FROM layer WHERE status = 'done')"""
    return {row[0]: ArticleFacts(*row[1:]) for row in project.tuples(sql)}


def layers(project: Project) -> dict[tuple[str, str], LayerFacts]:
    """Of the finished layers, by article id and annotator's name."""
    sql = """SELECT article_id, annotator.name, codebook_version, done_at FROM layer
        JOIN annotator ON annotator.id = annotator_id WHERE status = 'done'"""
    return {(row[0], row[1]): LayerFacts(*row[2:]) for row in project.tuples(sql)}


def readers(project: Project, article_id: str) -> list[tuple[str, str, str]]:
    """Everybody who has a layer on an article, gold left out: name, annotator id, status; by name."""
    sql = """SELECT annotator.name, annotator.id, layer.status FROM layer JOIN annotator ON annotator.id = annotator_id
        WHERE article_id = ? AND role != 'gold' ORDER BY annotator.name"""
    return project.tuples(sql, (article_id,))
