"""A whole project straight as canonical lines, put together by SQLite itself: reading the rows is what an export costs.

They are all of one moment of the project. A test holds that the lines say the same as the records.
"""

from __future__ import annotations

import base64
import sqlite3
from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from itertools import islice
from typing import Any, TypeVar

import orjson

from annotator.models import SCHEMA, Actor, Issue
from annotator.store import opening
from annotator.store.project import Project
from annotator.store.readings import Registry, words_in
from annotator.store.tables import from_row, table_of

_CHUNK = 16  # lines read in one go
_AHEAD = 4  # chunks read before they are asked for
_BLOCK = 2048  # ids fetched in one go
_LONG = 200_000  # characters


def _bool(column: str) -> str:
    return f"'{column}', json(iif({column}, 'true', 'false'))"


_ARTICLE = """json_object('id', article.id, 'title', title, 'text', text, 'text_sha256', text_sha256, 'source', source,
    'author', author, 'url', url, 'published', published, 'language', language, 'story', story_id, 'meta', json(meta),
    'external_id', external_id, 'imported_at', imported_at, 'importer', importer)"""
_LAYER = """iif(layer.id IS NULL, 'null', json_object('id', layer.id, 'annotator', annotator.name,
    'role', annotator.role, 'status', status, 'revision', revision, 'codebook', codebook_version,
    'opened_at', opened_at, 'done_at', done_at, 'active_seconds', active_seconds))"""
# the many: as arrays, which SQLite writes and Python reads faster than rows
_SPANS_ARRAY = """json_group_array(json_array(start, "end", id, label, quote, actor_id, origin, created_at, updated_at,
    uncertain, fragments, attrs))"""
_RELATION_OBJECT = "json_object('id', id, 'label', label, 'head', head_id, 'tail', tail_id, 'attrs', json(attrs))"
_STANCE_OBJECT = f"""json_object('id', id, 'holder', json_object('kind', holder_kind, 'id', holder_id),
    'expressed_by', expressed_by, 'target', json_object('kind', target_kind, 'id', target_id), 'polarity', polarity,
    'intensity', intensity, 'confidence', confidence, {_bool("explicit")}, {_bool("irony")}, {_bool("negated")},
    'evidence', json(evidence), 'claim', claim_id, 'note', note, 'origin', origin, 'created_at', created_at,
    'updated_at', updated_at)"""
_NOTE_OBJECT = f"""json_object('id', note.id, 'span', span_id, 'author', (SELECT name FROM annotator AS who
    WHERE who.id = author_id), 'text', note.text, {_bool("resolved")}, 'created_at', created_at,
    {_bool("question")}, 'answers', answers)"""
# which lines, in their order: nothing but ids goes through the sorter
_ORDER = """SELECT article.id, layer.id FROM article LEFT JOIN layer ON layer.article_id = article.id
    LEFT JOIN annotator ON annotator.id = layer.annotator_id
    WHERE (?1 IS NULL OR annotator.id = ?1 OR layer.id IS NULL) AND (?2 OR layer.id IS NOT NULL)
    ORDER BY published, title, article.id, annotator.name"""
# no control character stands unescaped in JSON, so that two of them can part what is many parts and many lines
_BETWEEN_PARTS, _BETWEEN_LINES = b"\x1f", b"\x1e"
_PARTS = " || char(31) || ".join(
    (
        _ARTICLE,
        _LAYER,
        f"(SELECT json_group_array({_RELATION_OBJECT}) FROM relation WHERE layer_id = layer.number)",
        f"(SELECT json_group_array({_STANCE_OBJECT}) FROM stance WHERE layer_id = layer.number)",
        "(SELECT json_group_object(key, json(value)) FROM article_label WHERE layer_id = layer.number)",
        f"(SELECT json_group_array({_NOTE_OBJECT}) FROM note WHERE layer_id = layer.number)",
        "(SELECT json_group_array(json_array(holder_id, expressed_by, target_id)) FROM stance"
        " WHERE layer_id = layer.number)",
        f"(SELECT {_SPANS_ARRAY} FROM span WHERE layer_id = layer.number)",
    )
)
# CROSS JOIN keeps the order that was asked for; a long text is left out, to be read by itself
_LINES = f"""SELECT CAST(group_concat(iif(?2 AND length(text) > {_LONG}, '', {_PARTS}), char(30)) AS BLOB)
    FROM json_each(?1) AS wanted CROSS JOIN article ON article.id = json_extract(wanted.value, '$[0]')
    LEFT JOIN layer ON layer.id = json_extract(wanted.value, '$[1]')
    LEFT JOIN annotator ON annotator.id = layer.annotator_id"""
_SCHEMA_KEY = orjson.dumps({"schema": SCHEMA})[:-1] + b","
_ACTOR = 5  # its place in a span's array

T = TypeVar("T")
R = TypeVar("R")
E = TypeVar("E", Actor, Issue)


def count(project: Project) -> int:
    """How many lines an export of everything has."""
    sql = "SELECT count(*) FROM article LEFT JOIN layer ON layer.article_id = article.id"
    return int(next(project.rows(sql))[0])


def lines(
    project: Project, *, annotator_id: str | None = None, unread: bool = True, raw: bool = False,
    layers: Collection[str] | None = None,
) -> Iterator[bytes]:  # fmt: skip
    """The canonical lines, each with its line end, by date, title and annotator.

    `annotator_id`: only that annotator's layers; `unread`: also the articles without a layer; `raw`: with the files
    the articles were cut from, as base64; `layers`: of all these only those with these ids.
    """
    # while one thread reads the next lines, the other makes and writes these: SQLite works outside Python's lock
    with project.snapshot(2) as (first, second), opening.reading(project.path), ThreadPoolExecutor(1) as pool:
        make = _Line(first, raw=raw)
        order = first.execute(_ORDER, (annotator_id, int(unread)))
        wanted = ((row[0], row[1]) for row in order if layers is None or row[1] in layers)
        chunks = _chunks(iter(lambda: list(islice(wanted, _BLOCK)), []))
        for chunk, found in _ahead(pool, partial(_read, second), chunks):
            for ids, parts in zip(chunk, found.split(_BETWEEN_LINES), strict=True):
                yield make(ids[0], parts or _read(first, [ids], whole=True))


def _chunks(blocks: Iterable[list[T]]) -> Iterator[list[T]]:
    for block in blocks:
        for start in range(0, len(block), _CHUNK):
            yield block[start : start + _CHUNK]


def _ahead(pool: ThreadPoolExecutor, work: Callable[[T], R], items: Iterable[T]) -> Iterator[tuple[T, R]]:
    """Each item with the result of `work` on it, in order; the pool is a little ahead of who takes them."""
    waiting: deque[tuple[T, Future[R]]] = deque()
    for item in items:
        waiting.append((item, pool.submit(work, item)))
        if len(waiting) > _AHEAD:
            done, future = waiting.popleft()
            yield done, future.result()
    for done, future in waiting:
        yield done, future.result()


def _read(connection: sqlite3.Connection, wanted: list[tuple[str, str | None]], *, whole: bool = False) -> bytes:
    found: bytes = connection.execute(_LINES, (orjson.dumps(wanted).decode(), not whole)).fetchone()[0]
    return found


class _Line:
    """Puts the parts of a line together."""

    def __init__(self, connection: sqlite3.Connection, *, raw: bool) -> None:
        self.connection, self.raw = connection, raw
        self.registry = Registry(_entries(connection, Actor), _entries(connection, Issue))
        entries = (*self.registry.actors.items(), *self.registry.issues.items())
        self.entry = {i: orjson.dumps(r.model_dump(mode="json")) for i, r in entries}

    def __call__(self, article_id: str, parts: bytes) -> bytes:
        article, layer, relations, stances, labels, notes, parties, spans = parts.split(_BETWEEN_PARTS)
        marks = orjson.loads(spans)
        referred = [mark[_ACTOR] for mark in marks if mark[_ACTOR]]
        if parties != b"[]":
            referred.extend(i for party in orjson.loads(parties) for i in party)
        if labels != b"{}":
            referred.extend(words_in(orjson.loads(labels)))
        actors, issues = self.registry.closure(*referred)
        return b"".join(
            (
                _SCHEMA_KEY, article[1:-1], b',"raw":', self._file(article_id),
                b',"layer":', layer, b',"spans":', _spans(marks),
                b',"relations":', relations, b',"stances":', stances, b',"labels":', labels, b',"notes":', notes,
                b',"actors":[', b",".join([self.entry[i] for i in actors]),
                b'],"issues":[', b",".join([self.entry[i] for i in issues]), b"]}\n",
            )
        )  # fmt: skip

    def _file(self, article_id: str) -> bytes:
        if not self.raw:
            return b"null"
        raw = self.connection.execute("SELECT raw FROM article WHERE id = ?", (article_id,)).fetchone()[0]
        return b"null" if raw is None else orjson.dumps(base64.urlsafe_b64encode(raw).decode())


def _spans(marks: list[Any]) -> bytes:
    marks.sort()  # by start, end and id
    return orjson.dumps(
        [
            {
                "id": ident, "label": label, "start": start, "end": end, "text": quote,
                "fragments": orjson.Fragment(fragments), "actor": actor,
                "attrs": {} if attrs == "{}" else orjson.Fragment(attrs), "uncertain": uncertain == 1,
                "origin": origin, "created_at": created, "updated_at": updated,
            }
            for start, end, ident, label, quote, actor, origin, created, updated, uncertain, fragments, attrs in marks
        ]
    )  # fmt: skip


def _entries(connection: sqlite3.Connection, record: type[E]) -> dict[str, E]:
    rows = connection.execute(f"SELECT * FROM {table_of(record).name}")
    return {row["id"]: from_row(record, dict(row)) for row in rows}
