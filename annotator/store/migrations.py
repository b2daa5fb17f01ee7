"""Every schema change ever released, in order. Append only; a released migration is never edited.

`PRAGMA user_version` is the number of migrations applied, so that opening an up-to-date file needs no more than that.
"""

from __future__ import annotations

import json
import sqlite3
from typing import Any

VERSION = 4
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

# marks name their layer by a number: rows half as heavy, and an import adds them at the end of their tables
_LAYER_NUMBERS = """
CREATE TABLE layer (number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE,
    article_id TEXT NOT NULL REFERENCES article DEFERRABLE INITIALLY DEFERRED,
    annotator_id TEXT NOT NULL REFERENCES annotator DEFERRABLE INITIALLY DEFERRED, status TEXT NOT NULL,
    revision INTEGER NOT NULL, codebook_version INTEGER NOT NULL, opened_at TEXT, done_at TEXT,
    active_seconds INTEGER NOT NULL, UNIQUE (article_id, annotator_id));
CREATE TABLE span (layer_id INTEGER NOT NULL REFERENCES layer DEFERRABLE INITIALLY DEFERRED, id TEXT NOT NULL,
    label TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, quote TEXT NOT NULL, fragments TEXT NOT NULL,
    actor_id TEXT REFERENCES actor DEFERRABLE INITIALLY DEFERRED, attrs TEXT NOT NULL, uncertain INTEGER NOT NULL,
    origin TEXT NOT NULL, created_at TEXT, updated_at TEXT, PRIMARY KEY (layer_id, id)) WITHOUT ROWID;
CREATE TABLE relation (layer_id INTEGER NOT NULL REFERENCES layer DEFERRABLE INITIALLY DEFERRED, id TEXT NOT NULL,
    label TEXT NOT NULL, head_id TEXT NOT NULL, tail_id TEXT NOT NULL, attrs TEXT NOT NULL, PRIMARY KEY (layer_id, id),
    FOREIGN KEY (layer_id, head_id) REFERENCES span DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (layer_id, tail_id) REFERENCES span DEFERRABLE INITIALLY DEFERRED) WITHOUT ROWID;
CREATE TABLE stance (layer_id INTEGER NOT NULL REFERENCES layer DEFERRABLE INITIALLY DEFERRED, id TEXT NOT NULL,
    holder_kind TEXT NOT NULL, holder_id TEXT, expressed_by TEXT REFERENCES actor DEFERRABLE INITIALLY DEFERRED,
    target_kind TEXT NOT NULL, target_id TEXT NOT NULL, polarity TEXT, intensity INTEGER, confidence TEXT,
    explicit INTEGER NOT NULL, irony INTEGER NOT NULL, negated INTEGER NOT NULL, evidence TEXT NOT NULL, claim_id TEXT,
    note TEXT NOT NULL, origin TEXT NOT NULL, created_at TEXT, updated_at TEXT, PRIMARY KEY (layer_id, id),
    FOREIGN KEY (layer_id, claim_id) REFERENCES span DEFERRABLE INITIALLY DEFERRED) WITHOUT ROWID;
CREATE TABLE article_label (layer_id INTEGER NOT NULL REFERENCES layer DEFERRABLE INITIALLY DEFERRED,
    key TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (layer_id, key)) WITHOUT ROWID;
CREATE TABLE note (layer_id INTEGER NOT NULL REFERENCES layer DEFERRABLE INITIALLY DEFERRED, id TEXT NOT NULL,
    span_id TEXT, author_id TEXT NOT NULL REFERENCES annotator DEFERRABLE INITIALLY DEFERRED, text TEXT NOT NULL,
    resolved INTEGER NOT NULL, created_at TEXT, question INTEGER NOT NULL DEFAULT 0, answers TEXT,
    PRIMARY KEY (layer_id, id),
    FOREIGN KEY (layer_id, span_id) REFERENCES span DEFERRABLE INITIALLY DEFERRED) WITHOUT ROWID;
INSERT INTO layer (id, article_id, annotator_id, status, revision, codebook_version, opened_at, done_at,
    active_seconds) SELECT * FROM old_layer ORDER BY id;
INSERT INTO span SELECT number, old.id, label, start, "end", quote, fragments, actor_id, attrs, uncertain, origin,
    created_at, updated_at FROM old_span AS old JOIN layer ON layer.id = old.layer_id;
INSERT INTO relation SELECT number, old.id, label, head_id, tail_id, attrs
    FROM old_relation AS old JOIN layer ON layer.id = old.layer_id;
INSERT INTO stance SELECT number, old.id, holder_kind, holder_id, expressed_by, target_kind, target_id, polarity,
    intensity, confidence, explicit, irony, negated, evidence, claim_id, note, origin, created_at, updated_at
    FROM old_stance AS old JOIN layer ON layer.id = old.layer_id;
INSERT INTO article_label SELECT number, key, value
    FROM old_article_label AS old JOIN layer ON layer.id = old.layer_id;
INSERT INTO note SELECT number, old.id, span_id, author_id, text, resolved, created_at, 0, NULL
    FROM old_note AS old JOIN layer ON layer.id = old.layer_id;
DROP TABLE old_note;
DROP TABLE old_article_label;
DROP TABLE old_stance;
DROP TABLE old_relation;
DROP TABLE old_span;
DROP TABLE old_layer;
CREATE INDEX layer_by_annotator ON layer (annotator_id, status);
CREATE INDEX span_by_actor ON span (actor_id) WHERE actor_id IS NOT NULL;
CREATE INDEX note_open ON note (layer_id) WHERE question = 1 AND resolved = 0;
CREATE INDEX note_by_answered ON note (answers) WHERE answers IS NOT NULL;
CREATE TABLE highlight (id TEXT PRIMARY KEY, name TEXT NOT NULL, pattern TEXT NOT NULL, colour INTEGER NOT NULL,
    match_case INTEGER NOT NULL, whole_words INTEGER NOT NULL, active INTEGER NOT NULL, position INTEGER NOT NULL)
    WITHOUT ROWID;
ALTER TABLE codebook ADD COLUMN renames TEXT NOT NULL DEFAULT 'null';
ALTER TABLE codebook ADD COLUMN by TEXT NOT NULL DEFAULT '';
"""
# a verdict says what the marks it judged were like, what came of it, and which entry of the codebook it hangs on
_VERDICTS = """
ALTER TABLE verdict RENAME TO old_verdict;
CREATE TABLE verdict (id TEXT PRIMARY KEY, article_id TEXT NOT NULL REFERENCES article DEFERRABLE INITIALLY DEFERRED,
    kind TEXT NOT NULL, decision TEXT NOT NULL, members TEXT NOT NULL, results TEXT NOT NULL,
    difference TEXT NOT NULL, rule TEXT NOT NULL, reason TEXT NOT NULL, automatic INTEGER NOT NULL,
    by TEXT NOT NULL REFERENCES annotator DEFERRABLE INITIALLY DEFERRED, created_at TEXT) WITHOUT ROWID;
INSERT INTO verdict SELECT id, article_id, kind, decision, members,
    iif(result_id IS NULL, '[]', json_array(result_id)), '', '', reason, 0, by, created_at FROM old_verdict;
DROP TABLE old_verdict;
CREATE INDEX verdict_by_article ON verdict (article_id);
CREATE TABLE threshold (id TEXT PRIMARY KEY, least REAL NOT NULL) WITHOUT ROWID;
"""
# what the project remembers of choices, and which part of a split each article is in
_SPLITS = """
CREATE TABLE setting (id TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE split (id TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE, method TEXT NOT NULL, seed INTEGER NOT NULL,
    shares TEXT NOT NULL, options TEXT NOT NULL, created_at TEXT) WITHOUT ROWID;
CREATE TABLE assignment (id TEXT PRIMARY KEY, split_id TEXT NOT NULL REFERENCES split DEFERRABLE INITIALLY DEFERRED,
    article_id TEXT NOT NULL REFERENCES article DEFERRABLE INITIALLY DEFERRED, part TEXT NOT NULL,
    UNIQUE (split_id, article_id)) WITHOUT ROWID;
CREATE INDEX assignment_by_article ON assignment (article_id);
CREATE INDEX article_by_story ON article (story_id) WHERE story_id IS NOT NULL;
"""
_RENUMBERED = ("layer", "span", "relation", "stance", "article_label", "note")


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the file up to `VERSION`; each migration is one transaction with its record."""
    from sqlite_utils import Database, Migrations

    migrations = Migrations("stancemark")

    @migrations(name="0001_first")
    def first(db: Database) -> None:
        _run(db.conn, _FIRST)
        db.conn.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.conn.execute("PRAGMA user_version = 1")

    @migrations(name="0002_layer_numbers")
    def layer_numbers(db: Database) -> None:
        for table in _RENUMBERED:
            db.conn.execute(f"ALTER TABLE {table} RENAME TO old_{table}")
        _run(db.conn, _LAYER_NUMBERS)
        db.conn.execute("PRAGMA user_version = 2")

    @migrations(name="0003_verdicts")
    def verdicts(db: Database) -> None:
        _run(db.conn, _VERDICTS)
        _renew_verdicts_in_journal(db.conn)
        db.conn.execute("PRAGMA user_version = 3")

    @migrations(name="0004_splits")
    def splits(db: Database) -> None:
        _run(db.conn, _SPLITS)
        db.conn.execute("PRAGMA user_version = 4")

    migrations.apply(Database(connection))


def _renew_verdicts_in_journal(connection: sqlite3.Connection) -> None:
    """Steps that wrote verdicts are taken back and done again with the new columns."""
    rows = connection.execute("SELECT id, changes FROM journal WHERE instr(changes, '\"verdict\"')").fetchall()
    for ident, packed in rows:
        changes = json.loads(packed)
        for table, _, *states in changes:
            for row in states if table == "verdict" else ():
                if row is not None:
                    _renew_verdict(row)
        text = json.dumps(changes, ensure_ascii=False, separators=(",", ":"))
        connection.execute("UPDATE journal SET changes = ? WHERE id = ?", (text, ident))


def _renew_verdict(row: dict[str, Any]) -> None:
    result = row.pop("result_id", None)
    row["results"] = json.dumps([result] if result else [])
    row.update(difference="", rule="", automatic=0)


def _run(connection: sqlite3.Connection, statements: str) -> None:
    for statement in statements.split(";\n"):
        if statement.strip():
            connection.execute(statement)
