"""Readings in and out of the store: as records, and, for whole projects, straight as canonical lines.

The lines are put together by SQLite itself: reading the rows is what an export costs. A test holds that they say the
same as the records.
"""

from __future__ import annotations

import base64
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from typing import Any

import orjson

from annotator.models import (
    SCHEMA,
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
from annotator.store import opening
from annotator.store.project import Project
from annotator.store.steps import StepWriter
from annotator.store.tables import TABLES, Row, from_row, row_values, to_json


# -- in
def insert_sql(table: str) -> str:
    """The statement that inserts a row of `table`, its columns in their order."""
    columns = TABLES[table].columns
    names = ", ".join(f'"{c}"' for c in columns)
    return f'INSERT INTO "{table}" ({names}) VALUES ({", ".join("?" * len(columns))})'


_INSERT = {name: insert_sql(name) for name in TABLES}
_SPAN = attrgetter("id", "label", "start", "end", "quote", "fragments", "actor_id", "attrs", "uncertain", "origin",
                   "created_at", "updated_at")  # fmt: skip


def _span_row(layer: str, span: Span) -> tuple[Any, ...]:
    # by hand: a project of a million spans is imported through this line
    ident, label, start, end, quote, parts, actor, attrs, uncertain, origin, created, updated = _SPAN(span)
    fragments = f"[[{start},{end}]]" if len(parts) == 1 else to_json(parts)
    known = to_json(attrs) if attrs else "{}"
    return (layer, ident, label, start, end, quote, fragments, actor, known, uncertain, origin, created, updated)


def add(writer: StepWriter, readings: Iterable[tuple[Reading, bool, Layer | None, tuple[Note, ...]]]) -> None:
    """Write readings in bulk: each with whether its article is new, its layer, and its notes with author ids."""
    rows: dict[str, list[tuple[Any, ...]]] = {name: [] for name in TABLES}
    pending = 0
    for reading, new_article, layer, notes in readings:
        if new_article:
            rows["article"].append(row_values("article", reading))
            writer.bulk_articles.append(reading.id)
        if layer is not None:
            rows["layer"].append(row_values("layer", layer))
            writer.bulk_layers.append((layer.id, layer.revision))
            rows["span"].extend([_span_row(layer.id, span) for span in reading.spans])
            rows["relation"].extend(row_values("relation", r, layer.id) for r in reading.relations)
            rows["stance"].extend(row_values("stance", s, layer.id) for s in reading.stances)
            rows["article_label"].extend((layer.id, k, to_json(v)) for k, v in reading.labels.items())
            rows["note"].extend(row_values("note", n, layer.id) for n in notes)
        pending += 1 + len(reading.spans)
        if pending > 50_000:
            _flush(writer, rows)
            pending = 0
    _flush(writer, rows)


def _flush(writer: StepWriter, rows: dict[str, list[tuple[Any, ...]]]) -> None:
    for name, values in rows.items():
        if values:
            values.sort()  # by key, which comes first: neighbours on disk are written together
            writer.run(_INSERT[name], values)
            values.clear()


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
        resolved=note.resolved, created_at=note.created_at,
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


# -- out, as canonical lines
def _bool(column: str) -> str:
    return f"'{column}', json(iif({column}, 'true', 'false'))"


_ARTICLE = """json_object('id', article.id, 'title', title, 'text', text, 'text_sha256', text_sha256, 'source', source,
    'author', author, 'url', url, 'published', published, 'language', language, 'story', story_id, 'meta', json(meta),
    'external_id', external_id, 'imported_at', imported_at, 'importer', importer)"""
_LAYER = """iif(layer.id IS NULL, 'null', json_object('id', layer.id, 'annotator', annotator.name,
    'role', annotator.role, 'status', status, 'revision', revision, 'codebook', codebook_version,
    'opened_at', opened_at, 'done_at', done_at, 'active_seconds', active_seconds))"""
# put together by hand: what is stored as JSON goes in as it is, and the sorter carries whole objects
_SPANS = """SELECT group_concat(object), json_group_array(actor_id) FILTER (WHERE actor_id IS NOT NULL) FROM (
    SELECT rtrim(json_object('id', id, 'label', label, 'start', start, 'end', "end", 'text', quote), '}')
        || ',"fragments":' || fragments || ',"actor":' || json_quote(actor_id) || ',"attrs":' || attrs
        || iif(uncertain, ',"uncertain":true,', ',"uncertain":false,')
        || substr(json_object('origin', origin, 'created_at', created_at, 'updated_at', updated_at), 2) AS object,
        actor_id
    FROM span WHERE layer_id = ? ORDER BY start, "end", id)"""
_RELATION_OBJECT = "json_object('id', id, 'label', label, 'head', head_id, 'tail', tail_id, 'attrs', json(attrs))"
_STANCE_OBJECT = f"""json_object('id', id, 'holder', json_object('kind', holder_kind, 'id', holder_id),
    'expressed_by', expressed_by, 'target', json_object('kind', target_kind, 'id', target_id), 'polarity', polarity,
    'intensity', intensity, 'confidence', confidence, {_bool("explicit")}, {_bool("irony")}, {_bool("negated")},
    'evidence', json(evidence), 'claim', claim_id, 'note', note, 'origin', origin, 'created_at', created_at,
    'updated_at', updated_at)"""
_NOTE_OBJECT = f"""json_object('id', note.id, 'span', span_id, 'author', (SELECT name FROM annotator AS who
    WHERE who.id = author_id), 'text', note.text, {_bool("resolved")}, 'created_at', created_at)"""
# the referred ids come as JSON arrays beside the marks: one row a line, so that Python does little
# which lines, in their order: nothing but ids goes through the sorter, and the open cursor keeps the moment
_ORDER = """SELECT article.id, layer.id FROM article LEFT JOIN layer ON layer.article_id = article.id
    LEFT JOIN annotator ON annotator.id = layer.annotator_id
    WHERE (?1 IS NULL OR annotator.id = ?1 OR layer.id IS NULL) AND (?2 OR layer.id IS NOT NULL)
    ORDER BY published, title, article.id, annotator.name"""
_LINE = f"""SELECT {_ARTICLE}, {_LAYER},
    (SELECT json_group_array({_RELATION_OBJECT}) FROM relation WHERE layer_id = layer.id),
    (SELECT json_group_array({_STANCE_OBJECT}) FROM stance WHERE layer_id = layer.id),
    (SELECT json_group_object(key, json(value)) FROM article_label WHERE layer_id = layer.id),
    (SELECT json_group_array({_NOTE_OBJECT}) FROM note WHERE layer_id = layer.id),
    (SELECT json_group_array(json_array(holder_id, expressed_by, target_id)) FROM stance WHERE layer_id = layer.id)
    FROM article LEFT JOIN layer ON layer.id = ?2 LEFT JOIN annotator ON annotator.id = layer.annotator_id
    WHERE article.id = ?1"""
_SCHEMA_KEY = orjson.dumps({"schema": SCHEMA})[:-1]


def count(project: Project) -> int:
    """How many lines an export of everything has."""
    sql = "SELECT count(*) FROM article LEFT JOIN layer ON layer.article_id = article.id"
    return int(next(project.rows(sql))[0])


def lines(
    project: Project, *, annotator_id: str | None = None, unread: bool = True, raw: bool = False
) -> Iterator[bytes]:
    """The canonical lines, without line ends, by date, title and annotator.

    `annotator_id`: only that annotator's layers; `unread`: also the articles without a layer; `raw`: with the files
    the articles were cut from, as base64.
    """
    registry = Registry.of(project)
    entry = {
        i: orjson.dumps(r.model_dump(mode="json")) for i, r in (*registry.actors.items(), *registry.issues.items())
    }
    connection = project.reader()

    def one(sql: str, *ids: str) -> Any:
        with opening.reading(project.path):
            return connection.execute(sql, ids).fetchone()

    for article_id, layer_id in opening.streamed(connection, project.path, _ORDER, (annotator_id, int(unread))):
        article, layer, relations, stances, labels, notes, parties = one(_LINE, article_id, layer_id)
        spans, linked = one(_SPANS, layer_id)
        spans = spans or ""
        referred = orjson.loads(linked)
        if parties != "[]":
            referred.extend(i for party in orjson.loads(parties) for i in party)
        if labels != "{}":
            referred.extend(words_in(orjson.loads(labels)))
        actors, issues = registry.closure(*referred)
        file = _raw(project, article_id) if raw else "null"
        head = (
            f'{article[1:-1]},"raw":{file},"layer":{layer},"spans":[{spans}],"relations":{relations},'
            f'"stances":{stances},"labels":{labels},"notes":{notes},"actors":['
        )
        parts = (b",".join([entry[i] for i in actors]), b",".join([entry[i] for i in issues]))
        yield b"".join((_SCHEMA_KEY, b",", head.encode(), parts[0], b'],"issues":[', parts[1], b"]}"))


def _raw(project: Project, article_id: str) -> str:
    value = next(project.rows("SELECT raw FROM article WHERE id = ?", (article_id,)))[0]
    return "null" if value is None else orjson.dumps(base64.urlsafe_b64encode(value).decode()).decode()
