"""Every schema change ever released, in order. Append only; a released migration is never edited.

`PRAGMA user_version` is the number of migrations applied, so that opening an up-to-date file needs no more than that.
"""

from __future__ import annotations

import sqlite3

VERSION = 1
APPLICATION_ID = 0x53544D4B  # "STMK"

_FIRST = """
CREATE TABLE project (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE annotator (id TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE, role TEXT NOT NULL, colour TEXT NOT NULL)
    WITHOUT ROWID;
CREATE TABLE codebook (version INTEGER PRIMARY KEY, hash TEXT NOT NULL, content TEXT NOT NULL,
    created_at TEXT NOT NULL);
CREATE TABLE actor (id TEXT PRIMARY KEY, name TEXT NOT NULL, type TEXT NOT NULL, country TEXT, roles TEXT NOT NULL,
    aliases TEXT NOT NULL, speaks_for TEXT REFERENCES actor DEFERRABLE INITIALLY DEFERRED, member_of TEXT NOT NULL,
    external_ids TEXT NOT NULL, valid_from TEXT, valid_to TEXT, note TEXT NOT NULL, status TEXT NOT NULL,
    merged_into TEXT REFERENCES actor DEFERRABLE INITIALLY DEFERRED) WITHOUT ROWID;
CREATE TABLE issue (id TEXT PRIMARY KEY, name TEXT NOT NULL, aliases TEXT NOT NULL,
    parent TEXT REFERENCES issue DEFERRABLE INITIALLY DEFERRED, note TEXT NOT NULL,
    merged_into TEXT REFERENCES issue DEFERRABLE INITIALLY DEFERRED) WITHOUT ROWID;
CREATE TABLE article (id TEXT PRIMARY KEY, title TEXT NOT NULL, text_sha256 TEXT NOT NULL, source TEXT, author TEXT,
    url TEXT, published TEXT, language TEXT, story_id TEXT, meta TEXT NOT NULL, external_id TEXT, imported_at TEXT,
    importer TEXT, text TEXT NOT NULL, raw BLOB);
CREATE INDEX article_by_date ON article (published, title, source, id);
CREATE INDEX article_by_text ON article (text_sha256);
CREATE TABLE layer (id TEXT PRIMARY KEY, article_id TEXT NOT NULL REFERENCES article DEFERRABLE INITIALLY DEFERRED,
    annotator_id TEXT NOT NULL REFERENCES annotator DEFERRABLE INITIALLY DEFERRED, status TEXT NOT NULL,
    revision INTEGER NOT NULL, codebook_version INTEGER NOT NULL, opened_at TEXT, done_at TEXT,
    active_seconds INTEGER NOT NULL, UNIQUE (article_id, annotator_id)) WITHOUT ROWID;
CREATE INDEX layer_by_annotator ON layer (annotator_id, status);
CREATE TABLE span (layer_id TEXT NOT NULL REFERENCES layer DEFERRABLE INITIALLY DEFERRED, id TEXT NOT NULL,
    label TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, quote TEXT NOT NULL, fragments TEXT NOT NULL,
    actor_id TEXT REFERENCES actor DEFERRABLE INITIALLY DEFERRED, attrs TEXT NOT NULL, uncertain INTEGER NOT NULL,
    origin TEXT NOT NULL, created_at TEXT, updated_at TEXT, PRIMARY KEY (layer_id, id)) WITHOUT ROWID;
CREATE INDEX span_by_actor ON span (actor_id) WHERE actor_id IS NOT NULL;
CREATE TABLE relation (layer_id TEXT NOT NULL REFERENCES layer DEFERRABLE INITIALLY DEFERRED, id TEXT NOT NULL,
    label TEXT NOT NULL, head_id TEXT NOT NULL, tail_id TEXT NOT NULL, attrs TEXT NOT NULL, PRIMARY KEY (layer_id, id),
    FOREIGN KEY (layer_id, head_id) REFERENCES span DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (layer_id, tail_id) REFERENCES span DEFERRABLE INITIALLY DEFERRED) WITHOUT ROWID;
CREATE TABLE stance (layer_id TEXT NOT NULL REFERENCES layer DEFERRABLE INITIALLY DEFERRED, id TEXT NOT NULL,
    holder_kind TEXT NOT NULL, holder_id TEXT, expressed_by TEXT REFERENCES actor DEFERRABLE INITIALLY DEFERRED,
    target_kind TEXT NOT NULL, target_id TEXT NOT NULL, polarity TEXT, intensity INTEGER, confidence TEXT,
    explicit INTEGER NOT NULL, irony INTEGER NOT NULL, negated INTEGER NOT NULL, evidence TEXT NOT NULL, claim_id TEXT,
    note TEXT NOT NULL, origin TEXT NOT NULL, created_at TEXT, updated_at TEXT, PRIMARY KEY (layer_id, id),
    FOREIGN KEY (layer_id, claim_id) REFERENCES span DEFERRABLE INITIALLY DEFERRED) WITHOUT ROWID;
CREATE TABLE article_label (layer_id TEXT NOT NULL REFERENCES layer DEFERRABLE INITIALLY DEFERRED, key TEXT NOT NULL,
    value TEXT NOT NULL, PRIMARY KEY (layer_id, key)) WITHOUT ROWID;
CREATE TABLE note (layer_id TEXT NOT NULL REFERENCES layer DEFERRABLE INITIALLY DEFERRED, id TEXT NOT NULL,
    span_id TEXT, author_id TEXT NOT NULL REFERENCES annotator DEFERRABLE INITIALLY DEFERRED, text TEXT NOT NULL,
    resolved INTEGER NOT NULL, created_at TEXT, PRIMARY KEY (layer_id, id),
    FOREIGN KEY (layer_id, span_id) REFERENCES span DEFERRABLE INITIALLY DEFERRED) WITHOUT ROWID;
CREATE TABLE verdict (id TEXT PRIMARY KEY, article_id TEXT NOT NULL REFERENCES article DEFERRABLE INITIALLY DEFERRED,
    kind TEXT NOT NULL, decision TEXT NOT NULL, members TEXT NOT NULL, result_id TEXT,
    by TEXT NOT NULL REFERENCES annotator DEFERRABLE INITIALLY DEFERRED, reason TEXT NOT NULL, created_at TEXT)
    WITHOUT ROWID;
CREATE TABLE journal (id INTEGER PRIMARY KEY, at TEXT NOT NULL, annotator_id TEXT, title TEXT NOT NULL,
    kind TEXT NOT NULL, of_step INTEGER, state INTEGER NOT NULL, changes TEXT NOT NULL, bulk TEXT, stash BLOB);
CREATE INDEX journal_undone ON journal (annotator_id) WHERE state = 1;
"""


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the file up to `VERSION`; each migration is one transaction with its record."""
    from sqlite_utils import Database, Migrations

    migrations = Migrations("stancemark")

    @migrations(name="0001_first")
    def first(db: Database) -> None:
        for statement in _FIRST.split(";\n"):
            if statement.strip():
                db.conn.execute(statement)
        db.conn.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.conn.execute("PRAGMA user_version = 1")

    migrations.apply(Database(connection))
