"""Records and projects for tests: small, with everything in them, the same at every run."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from annotator import codebook
from annotator.models import Article, Layer, Note, Reading, ReadingLayer, Relation, Span, Stance
from annotator.operations import articles
from annotator.operations.registries import annotator
from annotator.store import Project
from annotator.store.readings import add
from annotator.store.tables import TABLES

TEXT = (
    "Minister Ada Vale said the bridge must close. “No,” replied Port Union.\r\n"
    "\U0001f6a2 The ferry lobby warned on Monday that fares would double; Vale denied it.\r\n"
)


def ticking(start: str = "2026-01-01T00:00:") -> Callable[[], str]:
    """A clock that goes on by a millisecond at every look."""

    def times() -> Iterator[str]:
        for n in range(60_000):
            yield f"{start}{n // 1000:02d}.{n % 1000:03d}Z"

    clock = times()
    return lambda: next(clock)


def new_project(folder: Path, name: str = "p", clock: Callable[[], str] | None = None) -> Project:
    """A new project with the default codebook."""
    return Project.create(folder / f"{name}.stancemark", codebook.default(), clock=clock or ticking())


def add_article(project: Project, text: str = TEXT, title: str = "Bridge", **fields: Any) -> str:
    """Add one article; gives its id."""
    article = Article.of(text, title=title, **fields)
    articles.add_articles(project, None, [(Path("a.txt"), article)])
    return article.id


def add_annotator(project: Project, name: str) -> str:
    """Add an annotator; gives the id."""
    return annotator(project, name).id


def find(text: str, words: str) -> tuple[int, int]:
    """Where `words` first stand in `text`."""
    start = text.index(words)
    return start, start + len(words)


def span(ident: str, start: int, end: int, text: str = TEXT, label: str = "CLAIM", **fields: Any) -> Span:
    """A span with its quote."""
    return Span(id=ident, label=label, start=start, end=end, quote=text[start:end], fragments=((start, end),), **fields)


def bulk_reading(
    project: Project,
    by: str | None,
    article: Article,
    who: str,
    spans: tuple[Span, ...] = (),
    relations: tuple[Relation, ...] = (),
    stances: tuple[Stance, ...] = (),
    labels: dict[str, Any] | None = None,
    notes: tuple[Note, ...] = (),
    revision: int = 3,
) -> str:
    """Bring an article and a layer of annotator `who` in by one bulk step of `by`; gives the layer's id."""
    layer = Layer(
        id=Layer.id_for(article.id, who), article_id=article.id, annotator_id=who, status="done", revision=revision
    )
    head = ReadingLayer(id=layer.id, annotator=who, revision=revision)
    values = {name: getattr(article, name) for name in Article.model_fields}
    reading = Reading.model_construct(
        **values, layer=head, spans=spans, relations=relations, stances=stances, labels=labels or {}
    )
    new = project.get(Article, article.id) is None
    with project.step("Import 1 article, 1 layers", by) as step:
        add(step, [(reading, new, layer, notes)])
    return layer.id


def tables(project: Project, revision: bool = False) -> dict[str, list[dict[str, Any]]]:
    """Every record's row, by table, in key order; layers without their revision unless asked for."""
    found = {}
    for name, table in TABLES.items():
        rows = project.rows(f'SELECT * FROM "{name}" ORDER BY {", ".join(table.key_columns)}')
        found[name] = [{c: v for c, v in dict(row).items() if revision or c != "revision"} for row in rows]
    # a layer's number may be another after it was taken back and done again
    layers = {row.pop("number"): row["id"] for row in found["layer"]}
    for name, rows in found.items():
        if TABLES[name].in_layer:
            for row in rows:
                row["layer_id"] = layers[row["layer_id"]]
            rows.sort(key=lambda row: [row[c] for c in TABLES[name].key_columns])
    return found


def journal(project: Project) -> list[dict[str, Any]]:
    """The journal's rows in order."""
    return [dict(row) for row in project.rows("SELECT * FROM journal ORDER BY id")]


def tamper(path: Path, sql: str, *parameters: Any) -> None:
    """Change a closed project behind the program's back."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(sql, parameters)
        connection.commit()
