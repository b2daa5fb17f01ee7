"""Steps: the only way to write, the unit of undo, the journal.

A step is one transaction: its row changes and the journal row that describes them are durable together when the `with`
block ends, or none of them is. `Change` is the only description of a write.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Any, Literal

import orjson

from annotator.errors import Problem, UndoConflict, say
from annotator.models import Record
from annotator.store import references
from annotator.store.tables import (
    TABLES,
    R,
    Row,
    Table,
    bulk_columns,
    column_value,
    from_row,
    insert_sql,
    table_of,
    to_row,
)

# "time": seconds that an annotator spent, which is nothing to take back
Kind = Literal["do", "undo", "redo", "time"]
Key = tuple[Any, ...]
DONE: dict[Kind, str] = {"do": "done", "undo": "taken back", "redo": "done again"}
# journal.state: where a step stands on its annotator's stack
ACTIVE, UNDONE, DISCARDED = 0, 1, 2
_VARIABLES = 130_000  # a statement of bulk rows, unless SQLite allows fewer


@dataclass(frozen=True, slots=True)
class Change:
    """One row before and after, as column -> SQLite value. An update holds only the columns it set."""

    table: str
    pk: Key
    before: Row | None
    after: Row | None

    @property
    def layer_id(self) -> str | None:
        """The layer the row belongs to, or is; None for the project's own rows."""
        return str(self.pk[0]) if TABLES[self.table].in_layer or self.table == "layer" else None

    def inverse(self) -> Change:
        """The change that takes this one back."""
        return Change(self.table, self.pk, self.after, self.before)


@dataclass(frozen=True, slots=True)
class Bulk:
    """What came in at once, by id: articles, and layers with everything on them at the revision they came with."""

    articles: tuple[str, ...] = ()
    layers: tuple[tuple[str, int], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.articles or self.layers)


@dataclass(frozen=True, slots=True)
class Step:
    """What one user action did. `id` 0: nothing changed and nothing was written."""

    id: int
    title: str
    by: str | None
    at: str
    kind: Kind
    changes: tuple[Change, ...] = ()
    bulk: Bulk = Bulk()
    of_step: int | None = None

    def created(self, table: str) -> list[str]:
        """The ids of the rows of `table` that this step inserted, in order."""
        return [str(c.pk[-1]) for c in self.changes if c.table == table and c.before is None]

    @property
    def layers(self) -> set[str]:
        """The layers it touched."""
        return {c.layer_id for c in self.changes if c.layer_id} | {layer for layer, _ in self.bulk.layers}


@dataclass
class StepWriter:
    """The open step: what operations write with. Usable only inside its `with` block."""

    connection: sqlite3.Connection
    title: str
    by: str | None
    at: str
    kind: Kind = "do"
    changes: list[Change] = field(default_factory=list)
    bulk_articles: list[str] = field(default_factory=list)
    bulk_layers: list[tuple[str, int]] = field(default_factory=list)
    may_redo: bool = True  # whether there may be undone steps, which a new one discards
    open: bool = True
    result: Step | None = None

    # -- reading inside the step: sees what the step wrote
    def get(self, record: type[R], key: Any, layer: str | None = None) -> R | None:
        """The record with that key, or None."""
        table = table_of(record)
        row = self.row(table, (layer, key) if table.in_layer else (key,))
        return from_row(record, row) if row is not None else None

    def row(self, table: Table, pk: Key) -> Row | None:
        """The row with that primary key, or None."""
        cursor = self.connection.execute(f'SELECT * FROM "{table.name}" WHERE {table.where}', pk)
        found = cursor.fetchone()
        if found is None:
            return None
        row = dict(zip((d[0] for d in cursor.description), found, strict=True))
        if table.in_layer:
            row["layer_id"] = pk[0]
        row.pop("number", None)  # a layer's own, which is not for keeping: taken back and done again it gets another
        return row

    # -- writing
    def insert(self, record: Record, layer: str | None = None) -> None:
        """Add a record; `layer` for marks."""
        table = table_of(type(record))
        row = to_row(record, layer)
        self.apply(Change(table.name, tuple(row[c] for c in table.key_columns), None, row))

    def update(self, record: type[Record], key: Any, layer: str | None = None, **columns: Any) -> None:
        """Set columns of the row with that key; columns that already have the value are left out.

        A new `updated_at` alone is no change.
        """
        table = table_of(record)
        pk = (layer, key) if table.in_layer else (key,)
        current = self.row(table, pk)
        if current is None:
            raise Problem(
                say("This {kind} is no longer in the project.", kind=table.name.replace("_", " ")),
                say("Undo or reload to see what is there."),
            )
        after = {c: column_value(c, v) for c, v in columns.items()}
        after = {c: v for c, v in after.items() if current[c] != v}
        if after.keys() - {"updated_at"}:
            self.apply(Change(table.name, pk, {c: current[c] for c in after}, after))

    def delete(self, record: type[Record], key: Any, layer: str | None = None) -> None:
        """Remove the row with that key."""
        table = table_of(record)
        pk = (layer, key) if table.in_layer else (key,)
        current = self.row(table, pk)
        if current is not None:
            self.apply(Change(table.name, pk, current, None))

    def apply(self, change: Change) -> None:
        """Carry out a change and keep it for the journal."""
        self._check_open()
        _execute(self.connection, change)
        self.changes.append(change)

    def _check_open(self) -> None:
        # not by PRAGMA query_only: each change of it makes SQLite prepare every statement anew
        # a full disk may have rolled the transaction back in another thread
        if not (self.open and self.connection.in_transaction):
            raise RuntimeError(f"the step “{self.title}” is over; writing outside a step is not possible")

    def layer_number(self) -> int:
        """A number greater than any layer has or had."""
        found = self.connection.execute("SELECT max(seq) FROM sqlite_sequence WHERE name = 'layer'").fetchone()[0]
        return int(found or 0) + 1

    @contextlib.contextmanager
    def savepoint(self) -> Iterator[None]:
        """A part of the step that is taken back by itself if the block raises; the step goes on or not as the
        caller decides."""
        lengths = (len(self.changes), len(self.bulk_articles), len(self.bulk_layers))
        self.connection.execute("SAVEPOINT part")
        try:
            yield
        except BaseException:
            # a full disk may have rolled back the whole step already
            if self.connection.in_transaction:
                self.connection.execute("ROLLBACK TO part")
            del self.changes[lengths[0] :], self.bulk_articles[lengths[1] :], self.bulk_layers[lengths[2] :]
            raise
        finally:
            if self.connection.in_transaction:
                self.connection.execute("RELEASE part")

    def add_rows(self, table: str, rows: Sequence[tuple[Any, ...]]) -> None:
        """Bulk rows, their values in the order of the table's `bulk_columns`, from any thread.

        The caller names what came in through `bulk_articles` and `bulk_layers`.
        """
        self._check_open()
        limit = min(_VARIABLES, self.connection.getlimit(sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER))
        many = limit // len(bulk_columns(table))
        for start in range(0, len(rows), many):
            part = rows[start : start + many]
            # many rows a statement: for each one a thread waits until the others let go of Python's lock
            self.connection.execute(insert_sql(table, len(part)), list(chain.from_iterable(part)))


def _execute(connection: sqlite3.Connection, change: Change) -> None:
    table = TABLES[change.table]
    if change.after is None:
        connection.execute(f'DELETE FROM "{table.name}" WHERE {table.where}', change.pk)
    elif change.before is None:
        names = ", ".join(f'"{c}"' for c in change.after)
        marks = ", ".join(map(table.value, change.after))
        connection.execute(f'INSERT INTO "{table.name}" ({names}) VALUES ({marks})', tuple(change.after.values()))
    else:
        sets = ", ".join(f'"{c}" = ?' for c in change.after)
        connection.execute(
            f'UPDATE "{table.name}" SET {sets} WHERE {table.where}', (*change.after.values(), *change.pk)
        )


def finish(writer: StepWriter, of_step: int | None = None) -> Step:
    """Bump the touched layers' revisions and write the journal row. A step without changes writes nothing."""
    writer.open = False
    bulk = Bulk(tuple(writer.bulk_articles), tuple(writer.bulk_layers))
    changes = tuple(writer.changes)
    if not changes and not bulk:
        return Step(0, writer.title, writer.by, writer.at, writer.kind)
    references.check(writer.connection, changes)
    touched = {c.layer_id for c in changes if c.layer_id} if writer.kind != "time" else ()
    writer.connection.executemany("UPDATE layer SET revision = revision + 1 WHERE id = ?", [(x,) for x in touched])
    if writer.kind == "do" and writer.may_redo:
        writer.connection.execute(
            "UPDATE journal SET state = 2, stash = NULL WHERE state = 1 AND annotator_id IS ?", (writer.by,)
        )
    cursor = writer.connection.execute(
        "INSERT INTO journal (at, annotator_id, title, kind, of_step, state, changes, bulk) VALUES (?,?,?,?,?,0,?,?)",
        (writer.at, writer.by, writer.title, writer.kind, of_step, pack(changes), pack_bulk(bulk)),
    )
    return Step(cursor.lastrowid or 0, writer.title, writer.by, writer.at, writer.kind, changes, bulk, of_step)


def replay(writer: StepWriter, changes: Iterable[Change], title: str) -> None:
    """Take `changes` back, last first. Raises UndoConflict if a row is no longer as they left it."""
    for change in reversed(tuple(changes)):
        table = TABLES[change.table]
        current = writer.row(table, change.pk)
        if not _as_left(current, change.after):
            raise UndoConflict(
                say(
                    "“{step}” cannot be {done}: the {kind} it made or changed has been changed since.",
                    step=title,
                    done=DONE[writer.kind],
                    kind=table.name.replace("_", " "),
                ),
                say("Take back the later change first, or correct it by hand."),
            )
        inverse = change.inverse()
        if inverse.after is None and current is not None:
            inverse = Change(change.table, change.pk, current, None)
        writer.apply(inverse)


_RUNNING = ("revision", "active_seconds")


def _as_left(current: Row | None, after: Mapping[str, Any] | None) -> bool:
    if current is None or after is None:
        return current is None and after is None
    # a layer's revision counts every touch, its seconds run on: they are no content that could conflict
    return all(current[column] == value for column, value in after.items() if column not in _RUNNING)


_BYTES = "base64:"


def pack(changes: Iterable[Change]) -> str:
    """Changes as the journal's JSON: [[table, pk, before, after], …]."""
    return orjson.dumps([[c.table, c.pk, _plain(c.before), _plain(c.after)] for c in changes]).decode()


def unpack(packed: str) -> tuple[Change, ...]:
    """The changes of a journal row."""
    return tuple(Change(t, tuple(pk), _restored(b), _restored(a)) for t, pk, b, a in orjson.loads(packed))


def pack_bulk(bulk: Bulk) -> str | None:
    """What came in, as the journal's JSON, or None."""
    return orjson.dumps({"articles": bulk.articles, "layers": bulk.layers}).decode() if bulk else None


def unpack_bulk(packed: str | None) -> Bulk:
    """The bulk of a journal row."""
    if not packed:
        return Bulk()
    values = orjson.loads(packed)
    return Bulk(tuple(values["articles"]), tuple((i, r) for i, r in values["layers"]))


def _plain(row: Row | None) -> Row | None:
    import base64

    if row is None or not any(isinstance(v, bytes) for v in row.values()):
        return row
    return {c: {_BYTES: base64.b64encode(v).decode()} if isinstance(v, bytes) else v for c, v in row.items()}


def _restored(row: Row | None) -> Row | None:
    import base64

    if row is None or not any(isinstance(v, dict) for v in row.values()):
        return row
    return {c: base64.b64decode(v[_BYTES]) if isinstance(v, dict) else v for c, v in row.items()}
