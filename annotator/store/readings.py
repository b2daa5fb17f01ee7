"""Readings in and out of the store, as records. `lines` gives whole projects straight as canonical lines."""

from __future__ import annotations

import contextlib
import gc
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter, itemgetter
from typing import Any

from annotator.models import (
    Actor,
    Annotator,
    Article,
    ArticleLabel,
    Issue,
    Layer,
    Note,
    Reading,
    ReadingLayer,
    ReadingNote,
    Relation,
    Span,
    Stance,
)
from annotator.store.project import Project
from annotator.store.steps import StepWriter
from annotator.store.tables import TABLES, Row, from_row, row_values, to_json

_BATCH = 50_000  # rows
_ROW = 400  # characters of text that count as one: long texts make short batches
_VALUES, _ID = attrgetter("__dict__"), itemgetter(1)
_Batch = dict[str, list[tuple[Any, ...]]]


# -- in
def _span_rows(layer: int, spans: Iterable[Span]) -> list[tuple[Any, ...]]:
    # by hand: a project of a million spans is imported through these lines
    return [
        (layer, ident, label, start, end, quote, f"[[{start},{end}]]" if len(parts) == 1 else to_json(parts),
         actor or "", to_json(attrs) if attrs else "{}", 1 if uncertain else 0, origin, created or "", updated or "")
        for ident, label, start, end, quote, parts, actor, attrs, uncertain, origin, created, updated
        in [values.values() for values in map(_VALUES, spans)]
    ]  # fmt: skip


def add(writer: StepWriter, readings: Iterable[tuple[Reading, bool, Layer | None, tuple[Note, ...]]]) -> None:
    """Write readings in bulk: each with whether its article is new, its layer, and its notes with author ids."""
    # while one batch is written, the next is read: SQLite works outside Python's lock
    with no_collection(), ThreadPoolExecutor(1) as pool:
        writing: Future[None] = pool.submit(lambda: None)
        try:
            for rows in _batches(writer, readings):
                writing.result()
                writing = pool.submit(_write, writer, rows)
        finally:
            writing.result()  # its error is the cause of the other, if there are two


@contextlib.contextmanager
def no_collection() -> Iterator[None]:
    """Records by the million have no cycles; to look for some again and again takes a tenth of an import."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _batches(
    writer: StepWriter, readings: Iterable[tuple[Reading, bool, Layer | None, tuple[Note, ...]]]
) -> Iterator[_Batch]:
    rows: _Batch = {name: [] for name in TABLES}
    pending, number = 0, writer.layer_number()
    # layers come by number and spans by id: neighbours on disk are written together
    for reading, new_article, layer, notes in readings:
        if new_article:
            rows["article"].append(row_values("article", reading))
            writer.bulk_articles.append(reading.id)
        if layer is not None:
            rows["layer"].append((*row_values("layer", layer), number))
            writer.bulk_layers.append((layer.id, layer.revision))
            rows["span"].extend(sorted(_span_rows(number, reading.spans), key=_ID))
            rows["relation"].extend(row_values("relation", r, number) for r in reading.relations)
            rows["stance"].extend(row_values("stance", s, number) for s in reading.stances)
            rows["article_label"].extend((number, k, to_json(v)) for k, v in reading.labels.items())
            rows["note"].extend(row_values("note", n, number) for n in notes)
            number += 1
        pending += 1 + len(reading.spans) + (len(reading.text) // _ROW if new_article else 0)
        if pending > _BATCH:
            yield rows
            rows, pending = {name: [] for name in TABLES}, 0
    yield rows


def _write(writer: StepWriter, rows: _Batch) -> None:
    for name, values in rows.items():
        writer.add_rows(name, values)


# -- out, as records
def reading(project: Project, article_id: str, annotator_id: str | None) -> Reading | None:
    """The reading of one article by one annotator (None: the article alone), or None if there is no such article."""
    article = project.get(Article, article_id)
    if article is None:
        return None
    sql = "SELECT * FROM layer WHERE article_id = ? AND annotator_id = ?"
    found = project.rows(sql, (article_id, annotator_id or ""))
    layer = next((from_row(Layer, dict(row)) for row in found), None)
    return assemble(project, article, layer)


def assemble(project: Project, article: Article, layer: Layer | None, registry: Registry | None = None) -> Reading:
    """The article and the layer as one record, with the registry entries they refer to."""
    values: Row = {name: getattr(article, name) for name in Article.model_fields}
    if layer is None:
        return Reading.model_construct(**values)
    who = project.get(Annotator, layer.annotator_id)
    names = {a.id: a.name for a in project.all(Annotator)}
    spans = sorted(project.all(Span, layer.id), key=attrgetter("start", "end", "id"))
    stances = project.all(Stance, layer.id)
    registry = registry or Registry.of(project)
    labels = {label.key: label.value for label in project.all(ArticleLabel, layer.id)}
    actors, issues = registry.closure(
        *words_in(labels),
        *(s.actor_id for s in spans),
        *(x for s in stances for x in (s.holder.id, s.expressed_by, s.target.id)),
    )
    return Reading.model_construct(
        **values,
        layer=_head(layer, who.name if who else "", who.role if who else "annotator"),
        spans=tuple(spans),
        relations=tuple(project.all(Relation, layer.id)),
        stances=tuple(stances),
        labels=labels,
        notes=tuple(_note(note, names) for note in project.all(Note, layer.id)),
        actors=tuple(registry.actors[i] for i in actors),
        issues=tuple(registry.issues[i] for i in issues),
    )


def _head(layer: Layer, name: str, role: Any) -> ReadingLayer:
    return ReadingLayer(
        id=layer.id, annotator=name, role=role, status=layer.status, revision=layer.revision,
        codebook=layer.codebook_version, opened_at=layer.opened_at, done_at=layer.done_at,
        active_seconds=layer.active_seconds,
    )  # fmt: skip


def _note(note: Note, names: dict[str, str]) -> ReadingNote:
    return ReadingNote(
        id=note.id, span_id=note.span_id, author=names.get(note.author_id, ""), text=note.text,
        resolved=note.resolved, created_at=note.created_at, question=note.question, answers=note.answers,
    )  # fmt: skip


@dataclass(frozen=True)
class Registry:
    """The project's actors and issues, and which entries each one refers to."""

    actors: dict[str, Actor]
    issues: dict[str, Issue]

    @classmethod
    def of(cls, project: Project) -> Registry:
        """The registries as they are now."""
        return cls({a.id: a for a in project.all(Actor)}, {i.id: i for i in project.all(Issue)})

    @cached_property
    def plain(self) -> frozenset[str]:
        """The actors that refer to no other: most of them, and then there is nothing to follow."""
        return frozenset(a.id for a in self.actors.values() if not (a.speaks_for or a.merged_into or a.member_of))

    def closure(self, *ids: str | None) -> tuple[list[str], list[str]]:
        """The actors and the issues among `ids` and all that they refer to, each sorted by id."""
        seen: set[str] = set()
        found = {i for i in ids if i and (i in self.actors or i in self.issues)}
        if found <= self.plain:
            return sorted(found), []
        todo = list(found)
        while todo:
            ident = todo.pop()
            if ident in seen:
                continue
            if actor := self.actors.get(ident):
                todo.extend(x for x in (actor.speaks_for, actor.merged_into, *actor.member_of) if x)
            elif issue := self.issues.get(ident):
                todo.extend(x for x in (issue.parent, issue.merged_into) if x)
            else:
                continue
            seen.add(ident)
        return sorted(i for i in seen if i in self.actors), sorted(i for i in seen if i in self.issues)


def words_in(value: object) -> Iterator[str]:
    """Every string in a JSON value, keys too: an article label may name actors and issues by id."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from value
        for one in value.values():
            yield from words_in(one)
    elif isinstance(value, (list, tuple)):
        for one in value:
            yield from words_in(one)
