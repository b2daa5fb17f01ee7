"""The index only rules texts out, survives whatever is done to its file, and is not missed where it cannot be."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.search.matching import BadQuery, Matcher, Query, fold
from annotator.store.text_index import TextIndex

TEXTS = {"h1": "the ferry lobby", "h2": "北京市的桥", "h3": 'say "no" to tolls', "h4": "nul\0ferry"}


def filled(folder: Path, texts: dict[str, str] | None = None) -> TextIndex:
    index = TextIndex(folder, "p")
    assert index.add([(key, fold(text)) for key, text in (texts or TEXTS).items()])
    return index


def test_it_rules_out_what_cannot_have_the_words(tmp_path: Path) -> None:
    index = filled(tmp_path)
    assert index.held() == set(TEXTS)
    assert index.ruled_out(["ferry"]) == {"h2", "h3"}
    assert index.ruled_out(["ferry", "lobby"]) == {"h2", "h3", "h4"}
    assert index.ruled_out(["北京市"]) == {"h1", "h3", "h4"}
    assert index.ruled_out(['"no"']) == {"h1", "h2", "h4"}
    assert index.ruled_out(["北京", "no"]) == set()  # too short to tell
    assert index.ruled_out(["zebra"]) == set(TEXTS)
    index.close()


def test_accents_however_stored_and_zeros_hide_nothing(tmp_path: Path) -> None:
    index = filled(tmp_path, {"one": "un café", "two": "un cafe\u0301", "zero": "é\0 ferry"})
    for line in ("café", "CAFE\u0301"):
        assert index.ruled_out(Matcher(Query(line)).needles) == {"zero"}
    assert index.ruled_out(["ferry"]) == {"one", "two"}
    index.close()


def test_it_is_kept_and_adding_again_changes_nothing(tmp_path: Path) -> None:
    filled(tmp_path).close()
    again = TextIndex(tmp_path, "p")
    assert again.held() == set(TEXTS)
    assert again.add([("h1", fold("something else")), ("h9", "ferries")])
    assert again.ruled_out(["something"]) == {*TEXTS, "h9"}
    other = TextIndex(tmp_path, "p")
    assert other.ruled_out(["ferries"]) == set(TEXTS)
    again.clear()
    assert again.held() == set()
    other.close()
    again.close()


def test_a_damaged_file_is_thrown_away(tmp_path: Path) -> None:
    index = filled(tmp_path)
    index.close()
    index.path.write_bytes(b"no database at all" * 500)
    assert index.held() == set()
    assert not index.path.exists()
    assert index.add([("h1", "ferry")])
    assert index.ruled_out(["zebra"]) == {"h1"}
    index.close()


def test_a_file_in_the_folder_s_place_is_done_without(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    index = TextIndex(tmp_path / "file", "p")
    assert not index.add([("h1", "ferry")])
    assert index.ruled_out(["zebra"]) == set()


def test_while_another_program_adds_to_it_it_waits_for_another_time(tmp_path: Path) -> None:
    index = filled(tmp_path)
    with closing(sqlite3.connect(index.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert not index.add([("h9", "ferry")])
        assert index.ruled_out(["ferry"]) == {"h2", "h3"}
        other.execute("ROLLBACK")
    assert index.add([("h9", "ferry")])
    index.close()


def test_indexes_that_nobody_used_for_long_go(tmp_path: Path) -> None:
    old, young = tmp_path / "old.search", tmp_path / "young.search"
    for path in (old, young):
        path.write_bytes(b"")
    os.utime(old, (1_000_000, 1_000_000))
    filled(tmp_path).close()
    assert not old.exists()
    assert young.exists()


@given(
    st.lists(st.text("abcé\u0301ñßİı 北京市桥🦊’'\r\n\0", max_size=25), max_size=6),
    st.text("abcé\u0301ñßiI 北京市桥🦊’'", min_size=1, max_size=6),
)
def test_nothing_that_has_a_hit_is_ever_ruled_out(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str], line: str
) -> None:
    try:
        matcher = Matcher(Query(line))
    except BadQuery:
        return
    index = TextIndex(tmp_path_factory.mktemp("index"), "p")
    index.add([(str(n), fold(text)) for n, text in enumerate(texts)])
    out = index.ruled_out(matcher.needles)
    index.close()
    assert not [text for n, text in enumerate(texts) if str(n) in out and matcher.ranges(text)]
