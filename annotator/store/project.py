"""The project file: create, open, lock, read, step, undo, close."""

from __future__ import annotations

import contextlib
import sqlite3
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from annotator import errors, models
from annotator.codebook import Codebook, CodebookContent, content_hash
from annotator.errors import say
from annotator.store import backup, bulk, opening, outdated, steps
from annotator.store.lock import WriterLock
from annotator.store.migrations import VERSION, migrate
from annotator.store.tables import NUMBER, R, from_row, table_of

SUFFIX = ".stancemark"
_LARGE_STEP = 600_000  # bytes in the journal: some 2,000 marks
_LARGE_BULK = 4_000  # rows that came in
_TEXTS_KEPT = 4


class Project:
    """An open project. Each thread reads through its own connection; steps are written one at a time."""

    def __init__(self, path: Path, database: str, writer: sqlite3.Connection | None, lock: WriterLock | None,
                 why_read_only: str, clock: Callable[[], str]) -> None:  # fmt: skip
        self.path = path
        self.why_read_only = why_read_only
        self.clock = clock
        self._database = database
        self._copy: Path | None = None
        self._closed = False
        self._writer = writer
        self._lock = lock
        self._mutex = threading.RLock()
        self._local = threading.local()
        self._readers: list[sqlite3.Connection] = []
        self._stepping = False
        self._texts: dict[str, str] = {}
        self._codebook: Codebook | None = None
        self._may_redo = True

    # -- coming and going
    @classmethod
    def create(
        cls,
        path: Path,
        codebook: CodebookContent,
        *,
        name: str | None = None,
        ident: str | None = None,
        clock: Callable[[], str] = models.now,
    ) -> Project:
        """Make a new project file and open it. `ident`: the project that it is a copy of, None for one of its own.

        Raises Problem if the file exists or cannot be made.
        """
        path = Path(path)
        if path.exists():
            raise errors.Problem(say("{path} already exists.", path=path), say("Choose another name, or open it."))
        # under another name first: a creation that is killed leaves nothing that looks like a project
        partial = path.with_name(path.name + ".new")
        try:
            opening.remove(partial)
            with contextlib.closing(sqlite3.connect(partial)) as connection:
                connection.execute("PRAGMA journal_mode = WAL")
                migrate(connection)
                first = Codebook(version=1, hash=content_hash(codebook), content=codebook, created_at=clock())
                connection.execute(
                    "INSERT INTO codebook (version, hash, content, created_at) VALUES (?,?,?,?)",
                    (1, first.hash, codebook.model_dump_json(), first.created_at),
                )
                facts = {"id": ident or models.new_id(), "name": name or path.stem, "created_at": first.created_at}
                connection.executemany("INSERT INTO project VALUES (?,?)", facts.items())
                connection.commit()
            opening.remove(path)  # a log left by a file of that name would be read into the new one
            partial.rename(path)
        except (sqlite3.Error, OSError) as error:
            opening.remove(partial)
            raise opening.cannot_make(path, error) from error
        return cls.open(path, clock=clock)

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False, clock: Callable[[], str] = models.now) -> Project:
        """Open a project; read-only where another program writes it or the folder cannot be written.

        `why_read_only` then says why. Raises NotAProject, NewerFile, DamagedFile, or Problem for no such file.
        """
        path = Path(path)
        opening.inspect(path)
        lock, why = (None, say("it was opened for reading only")) if read_only else opening.take_lock(path)
        copy: Path | None = None
        writer: sqlite3.Connection | None = None
        try:
            database, copy = opening.readable(path)
            version = opening.verified(path, database)
            if lock is not None:
                if version < VERSION:
                    backup.make(path, 0)
                database = path.resolve().as_uri() + "?mode=rw"
                writer = opening.connect_writer(path, database)
                opening.migrated(writer, path, version)
            elif version < VERSION:
                raise errors.Problem(
                    say(
                        "{path} was made by an older version and cannot be brought up to date, because {why}.",
                        path=path,
                        why=why,
                    ),
                    say("Open it where it can be written."),
                )
        except BaseException:
            opening.give_up(writer, lock, copy)
            raise
        project = cls(path, database, writer, lock, why, clock)
        project._copy = copy
        return project

    @property
    def read_only(self) -> bool:
        """Whether steps are refused."""
        return self._writer is None

    @property
    def closed(self) -> bool:
        """Whether it was closed."""
        return self._closed

    def close(self) -> None:
        """Close every connection and give the lock back; harmless the second time."""
        with self._mutex:
            for connection in self._readers:
                connection.close()
            self._readers.clear()
            self._local = threading.local()
            opening.give_up(self._writer, self._lock, self._copy)
            self._writer = self._lock = self._copy = None
            self._closed = True

    def __enter__(self) -> Project:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def back_up(self) -> Path | None:
        """A backup beside the project, unless the newest already holds everything. Any thread."""
        step = self.last_step()
        return None if backup.is_current(self.path, step) else backup.make(self.path, step)

    # -- reading
    def reader(self) -> sqlite3.Connection:
        """This thread's connection for reading."""
        found: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if found is None:
            if self._closed:
                raise errors.Problem(say("{name} is closed.", name=self.path.name), say("Open it again."))
            with opening.reading(self.path):
                found = opening.connect_reader(self._database)
            self._local.connection = found
            self._readers.append(found)
        return found

    @contextlib.contextmanager
    def snapshot(self, number: int) -> Iterator[list[sqlite3.Connection]]:
        """`number` connections that all read the project as it is now, whatever is written meanwhile; any thread."""
        found: list[sqlite3.Connection] = []
        try:
            with self._mutex, opening.reading(self.path):
                if self._closed:
                    raise errors.Problem(say("{name} is closed.", name=self.path.name), say("Open it again."))
                for _ in range(number):
                    found.append(opening.connect_reader(self._database))
                    found[-1].execute("BEGIN")
                    found[-1].execute("SELECT 1 FROM sqlite_schema").fetchone()  # which is where the moment is taken
            yield found
        finally:
            for connection in found:
                connection.close()

    def get(self, record: type[R], key: Any, layer: str | None = None) -> R | None:
        """The record with that key (`layer` for marks), or None."""
        table = table_of(record)
        found = self.rows(
            f'SELECT * FROM "{table.name}" WHERE {table.where}', (layer, key) if table.in_layer else (key,)
        )
        return next((from_row(record, dict(row)) for row in found), None)

    def all(self, record: type[R], layer: str | None = None) -> list[R]:
        """All records of a type (`layer`: of that layer), in the order of their keys."""
        table = table_of(record)
        where = f"WHERE layer_id = {NUMBER}" if layer is not None else ""
        sql = f'SELECT * FROM "{table.name}" {where} ORDER BY {", ".join(table.key_columns)}'
        return [from_row(record, dict(row)) for row in self.rows(sql, (layer,) if layer is not None else ())]

    def overlapping(self, layer: str, label: str, start: int, end: int) -> list[models.Span]:
        """The layer's spans with that label whose cover shares a character with start–end."""
        sql = f'SELECT * FROM span WHERE layer_id = {NUMBER} AND label = ? AND start < ? AND "end" > ?'
        return [from_row(models.Span, dict(row)) for row in self.rows(sql, (layer, label, end, start))]

    def rows(self, sql: str, parameters: tuple[Any, ...] = ()) -> sqlite3.Cursor:
        """The rows of a query. For this package only: SQL stays in the store."""
        with opening.reading(self.path):
            return opening.Rows(self.reader(), self.path).execute(sql, parameters)

    def tuples(self, sql: str, parameters: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
        """All rows of a query as plain tuples: for the long lists, where rows with names cost twice as much."""
        with opening.reading(self.path):
            cursor = self.reader().cursor()
            cursor.row_factory = None
            return cursor.execute(sql, parameters).fetchall()

    def text(self, article_id: str) -> str:
        """An article's text. Cached, since it never changes; raises Problem if there is no such article."""
        found = self._texts.get(article_id)
        if found is None:
            row = next(self.rows("SELECT text FROM article WHERE id = ?", (article_id,)), None)
            if row is None:
                raise errors.Problem(say("This article is not in the project."), say("Reload the list."))
            found = row[0]
            while len(self._texts) >= _TEXTS_KEPT:
                self._texts.pop(next(iter(self._texts)))
            self._texts[article_id] = found
        return found

    def last_step(self) -> int:
        """The newest step's number, 0 for none."""
        return int(next(self.rows("SELECT coalesce(max(id), 0) FROM journal"))[0])

    def codebook(self) -> Codebook:
        """The newest version of the codebook."""
        newest = next(self.rows("SELECT version, hash FROM codebook ORDER BY version DESC LIMIT 1"), None)
        if newest is None:
            raise errors.DamagedFile(say("{path} has no codebook.", path=self.path), say("Open a backup."))
        if self._codebook is None or (self._codebook.version, self._codebook.hash) != tuple(newest):
            self._codebook = from_row(
                Codebook, dict(next(self.rows("SELECT * FROM codebook WHERE version = ?", (newest[0],))))
            )
        return self._codebook

    # -- writing
    @contextlib.contextmanager
    def step(self, title: str, by: str | None, kind: steps.Kind = "do", of_step: int | None = None, *,
             checked: bool = False) -> Iterator[steps.StepWriter]:  # fmt: skip
        """One user action. Durable when the block ends; if it raises, nothing of it is left.

        `checked`: the caller only adds, and has made sure that whatever its rows refer to is there.
        `writer.result` is the Step. Raises ReadOnly, DiskFull, or what the block raised.
        """
        with self._mutex:  # held while it is closed, from whichever thread
            if self._writer is None:
                raise errors.ReadOnly(
                    say(
                        "{name} cannot be changed: {why}.",
                        name=self.path.name,
                        why=self.why_read_only or say("it is closed"),
                    )
                )
            if self._stepping:
                raise RuntimeError("a step inside a step")
            self._stepping = True
            writer = steps.StepWriter(self._writer, title, by, self.clock(), kind, may_redo=self._may_redo)
            try:
                with opening.transaction(self._writer, self.path, checked=checked):
                    yield writer
                    result = steps.finish(writer, of_step)
                writer.result = result
                if result.bulk:  # the log of a large import is as large as the project
                    self._writer.execute("PRAGMA wal_checkpoint(TRUNCATE)")
                self._may_redo = kind != "do" or (self._may_redo and self._any_undone())
            except sqlite3.IntegrityError as error:
                if kind == "do":
                    raise opening.refused(error) from error
                raise
            finally:
                writer.open = False
                self._stepping = False

    def _any_undone(self) -> bool:
        return bool(next(self.rows("SELECT EXISTS (SELECT 1 FROM journal WHERE state = 1)"))[0])

    # -- undo and redo
    def undoable(self, by: str | None) -> tuple[int, str] | None:
        """The step (number, title) that undo would take back for this annotator, or None."""
        return self._top("SELECT id, title FROM journal WHERE kind = 'do' AND state = 0 AND annotator_id IS ? "
                         "ORDER BY id DESC LIMIT 1", by)  # fmt: skip

    def redoable(self, by: str | None) -> tuple[int, str] | None:
        """The step (number, title) that redo would do again for this annotator, or None."""
        return self._top("SELECT id, title FROM journal WHERE state = 1 AND annotator_id IS ? "
                         "ORDER BY id LIMIT 1", by)  # fmt: skip

    def _top(self, sql: str, by: str | None) -> tuple[int, str] | None:
        found = next(self.rows(sql, (by,)), None)
        return (found[0], found[1]) if found else None

    def undo(self, by: str | None) -> steps.Step | None:
        """Take back this annotator's newest step; None if there is none. Raises UndoConflict."""
        found = self.undoable(by)
        return self._reverse(found[0], found[1], by, "undo") if found else None

    def redo(self, by: str | None) -> steps.Step | None:
        """Do again what this annotator undid last; None if there is nothing. Raises UndoConflict."""
        found = self.redoable(by)
        return self._reverse(found[0], found[1], by, "redo") if found else None

    def is_large(self, number: int) -> bool:
        """Whether it takes long enough to be felt to take that step back or to do it again."""
        sql = "SELECT length(changes) + coalesce(length(stash), 0) * 4, bulk FROM journal WHERE id = ?"
        size, packed = next(self.rows(sql, (number,)))
        came_in = steps.unpack_bulk(packed)
        return size > _LARGE_STEP or (bool(came_in) and bulk.size(self.reader(), came_in) > _LARGE_BULK)

    def _reverse(self, number: int, title: str, by: str | None, kind: steps.Kind) -> steps.Step | None:
        row = next(self.rows("SELECT changes, bulk, stash FROM journal WHERE id = ?", (number,)))
        changes = steps.unpack(row["changes"])
        came_in = steps.unpack_bulk(row["bulk"])
        try:
            with self.step(title, by, kind, number) as writer:
                if kind == "undo":
                    stash = bulk.take_out(writer, number, came_in, title) if came_in else None
                    steps.replay(writer, changes, title)
                else:
                    stash = None
                    steps.replay(writer, [c.inverse() for c in reversed(changes)], title)
                    if came_in:
                        bulk.put_back(writer, row["stash"], came_in)
                outdated.refuse(writer, title, steps.DONE[kind])
                state = steps.UNDONE if kind == "undo" else steps.ACTIVE
                writer.connection.execute(
                    "UPDATE journal SET state = ?, stash = ? WHERE id = ?", (state, stash, number)
                )
        except sqlite3.IntegrityError as error:
            raise errors.UndoConflict(
                say(
                    "“{step}” cannot be {done}: it does not fit with other work done since.",
                    step=title,
                    done=steps.DONE[kind],
                ),
                say("Take back the later work first."),
            ) from error
        return writer.result
