"""SQLite files of other programs: whole tables and nothing else of them, however they were made."""

from __future__ import annotations

import sqlite3
import struct
from contextlib import closing
from itertools import islice
from pathlib import Path

import pytest

from annotator.errors import InputProblem
from annotator.formats.foreign_sqlite import opened

PAGE = 65536


def made(path: Path, *statements: str) -> Path:
    with closing(sqlite3.connect(path)) as file:
        file.execute(f"PRAGMA page_size = {PAGE}")
        for statement in statements:
            file.execute(statement)
        file.commit()
    return path


def rows(path: Path, table: str) -> list[dict[str, object]]:
    with opened(path, "Other") as tables:
        return list(tables.rows(table))


def test_values_are_text_numbers_or_nothing(tmp_path: Path) -> None:
    path = made(
        tmp_path / "a.db", "CREATE TABLE Words(ID, Value)",
        "INSERT INTO Words VALUES (1, 'é'), (2, x'fffe41'), (3, 9e999), (4, NULL), (5, 2.5)",
    )  # fmt: skip
    assert [row["value"] for row in rows(path, "WORDS")] == ["é", "\ufffd\ufffdA", None, None, 2.5]
    assert rows(path, "others") == []


def test_only_tables_are_asked_and_only_what_is_stored_in_them(tmp_path: Path) -> None:
    path = made(
        tmp_path / "a.db", "CREATE TABLE t(a, b AS (zeroblob(1000000)), c AS (zeroblob(1000000)) STORED)",
        "INSERT INTO t(a) VALUES (1)", "CREATE VIEW v AS SELECT * FROM t", "CREATE VIRTUAL TABLE f USING fts5(x)",
    )  # fmt: skip
    assert rows(path, "t") == [{"a": 1}]
    with opened(path, "Other") as tables:
        assert "v" not in tables and "f" not in tables and list(tables.rows("f")) == []


@pytest.mark.parametrize("name", ['say "x"', "select", "a;b", "ü"])
def test_names_are_names_whatever_they_are(tmp_path: Path, name: str) -> None:
    quoted = '"' + name.replace('"', '""') + '"'
    path = made(tmp_path / "a b%?#.db", f"CREATE TABLE {quoted}({quoted})", f"INSERT INTO {quoted} VALUES (7)")
    assert rows(path, name) == [{name.casefold(): 7}]


def test_a_table_that_runs_in_a_circle_ends(tmp_path: Path) -> None:
    path = made(
        tmp_path / "a.db", "CREATE TABLE t(a)",
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000) INSERT INTO t SELECT 1 FROM n",
    )  # fmt: skip
    data = bytearray(path.read_bytes())
    leaf, cells = bytes(data[PAGE : 2 * PAGE]), 8000
    # the table's first page becomes a list of branches, all of which lead to one page of rows
    content = PAGE - 5 * cells
    head = struct.pack(">BHHHBI", 5, 0, cells, content, 0, 3)
    places = b"".join(struct.pack(">H", content + 5 * n) for n in range(cells))
    branches = struct.pack(">IB", 3, 1) * cells
    page = (head + places).ljust(content, b"\0") + branches
    data[PAGE:] = page + leaf
    data[28:32] = struct.pack(">I", 3)
    path.write_bytes(data)
    with closing(sqlite3.connect(path)) as file:  # it does go round
        assert sum(1 for _ in islice(file.execute("SELECT a FROM t"), 10 * len(data))) == 10 * len(data)
    with pytest.raises(InputProblem, match="damaged"):
        rows(path, "t")


def test_what_a_program_has_not_put_away_yet_counts_and_the_file_stays_as_it_is(tmp_path: Path) -> None:
    path = made(tmp_path / "a.db", "PRAGMA journal_mode = WAL", "CREATE TABLE t(a)")
    before = path.read_bytes()
    with closing(sqlite3.connect(path)) as other:
        other.execute("INSERT INTO t VALUES (1)")
        other.commit()
        assert path.with_name("a.db-wal").stat().st_size
        assert rows(path, "t") == [{"a": 1}]
        assert path.read_bytes() == before


@pytest.mark.parametrize("data", [b"", b"text", b"SQLite format 3\0", b"SQLite format 3\0" + bytes(5000)])
def test_what_is_no_such_file_is_said(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.db"
    path.write_bytes(data)
    if data:
        with pytest.raises(InputProblem, match="no file of Other") as found:
            rows(path, "t")
        assert found.value.path == path and found.value.remedy
    else:
        assert rows(path, "t") == []  # SQLite takes nothing for an empty file; whoever reads it misses the tables
    for nothing in (tmp_path, tmp_path / "nowhere.db"):
        with pytest.raises(InputProblem, match="no such file"):
            rows(nothing, "t")
