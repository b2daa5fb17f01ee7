"""Taking a bulk import out again and putting it back.

While an import is in effect its journal row only names what came in. Undoing it moves the rows, packed, into that
journal row, so that redo, tomorrow even, brings them back as they were.
"""

from __future__ import annotations

import base64
import sqlite3
import zlib
from collections.abc import Iterator
from typing import Any

import orjson

from annotator.errors import UndoConflict, say
from annotator.store.steps import Bulk, StepWriter, unpack
from annotator.store.tables import MARKS, TABLES

_CHUNK = 400
# what a row packed before the columns were there has in them
_LATER_COLUMNS: dict[str, tuple[Any, ...]] = {"note": (0, None)}
# what must go first because others refer to it goes last here; put_back runs the other way round
_LAYER_TABLES = (*reversed(MARKS),)


def take_out(writer: StepWriter, number: int, came_in: Bulk, title: str) -> bytes:
    """Remove everything that bulk step `number` brought in; gives it packed.

    Raises UndoConflict if it was worked on since.
    """
    packer = zlib.compressobj(1)
    packed: list[bytes] = []

    def keep(table: str, key: str, ids: list[str]) -> None:
        rows = _rows(writer, table, key, ids)
        packed.extend(packer.compress(orjson.dumps([table, row]) + b"\n") for row in rows)
        _delete(writer, table, key, ids)

    _check_untouched(writer, number, came_in, title)
    for ids in _chunks([layer for layer, _ in came_in.layers]):
        for table in _LAYER_TABLES:
            keep(table, "layer_id", ids)
        keep("layer", "id", ids)
    for ids in _chunks(list(came_in.articles)):
        keep("article", "id", ids)
    writer.bulk_articles.extend(came_in.articles)
    writer.bulk_layers.extend(came_in.layers)
    packed.append(packer.flush())
    return b"".join(packed)


def size(connection: sqlite3.Connection, came_in: Bulk) -> int:
    """How many rows a bulk step brought in: articles, layers and the spans there are on them."""
    layers = orjson.dumps([layer for layer, _ in came_in.layers]).decode()
    sql = """SELECT count(*) FROM json_each(?) AS wanted JOIN layer ON layer.id = wanted.value
        JOIN span ON span.layer_id = layer.number"""
    spans: int = connection.execute(sql, (layers,)).fetchone()[0]
    return len(came_in.articles) + len(came_in.layers) + spans


def put_back(writer: StepWriter, stash: bytes, came_in: Bulk) -> None:
    """Bring back what `take_out` packed."""
    rows: dict[str, list[tuple[Any, ...]]] = {}
    for line in zlib.decompress(stash).splitlines():
        table, row = orjson.loads(line)
        if table == "article":
            row = [base64.b64decode(v["b64"]) if isinstance(v, dict) else v for v in row]
        missing = len(TABLES[table].columns) - len(row)
        rows.setdefault(table, []).append((*row, *(_LATER_COLUMNS[table][-missing:] if missing else ())))
    first = writer.layer_number()
    layers = [(*row, first + n) for n, row in enumerate(rows.pop("layer", []))]
    numbers = {row[0]: row[-1] for row in layers}
    writer.add_rows("layer", layers)
    for table, values in rows.items():
        numbered = [(numbers[layer], *row) for layer, *row in values] if TABLES[table].in_layer else values
        writer.add_rows(table, numbered)
    writer.bulk_articles.extend(came_in.articles)
    writer.bulk_layers.extend(came_in.layers)


def _check_untouched(writer: StepWriter, number: int, came_in: Bulk, title: str) -> None:
    # by the journal, not by revisions: work that was itself taken back is no obstacle
    articles, layers = set(came_in.articles), {layer for layer, _ in came_in.layers}
    later = "SELECT changes FROM journal WHERE id > ? AND kind = 'do' AND state = 0"
    for row in writer.connection.execute(later, (number,)):
        for change in unpack(row[0]):
            if change.layer_id in layers or (change.table == "article" and change.pk[0] in articles):
                raise UndoConflict(
                    say("“{step}” cannot be taken back: what came with it has been worked on since.", step=title),
                    say("Take back that work first."),
                )


def _rows(writer: StepWriter, table: str, key: str, ids: list[str]) -> Iterator[list[Any]]:
    names = ", ".join("layer.id" if c == "layer_id" else f'kept."{c}"' for c in TABLES[table].columns)
    layer = "JOIN layer ON layer.number = kept.layer_id" if TABLES[table].in_layer else ""
    where = "layer.id" if layer else f'kept."{key}"'
    sql = f'SELECT {names} FROM "{table}" AS kept {layer} WHERE {where} IN ({", ".join("?" * len(ids))})'
    for row in writer.connection.execute(sql, ids):
        yield [{"b64": base64.b64encode(v).decode()} if isinstance(v, bytes) else v for v in row]


def _delete(writer: StepWriter, table: str, key: str, ids: list[str]) -> None:
    those = ", ".join("?" * len(ids))
    if TABLES[table].in_layer:
        those = f"SELECT number FROM layer WHERE id IN ({those})"
    writer.connection.execute(f'DELETE FROM "{table}" WHERE "{key}" IN ({those})', ids)


def _chunks(ids: list[str]) -> Iterator[list[str]]:
    for start in range(0, len(ids), _CHUNK):
        yield ids[start : start + _CHUNK]
