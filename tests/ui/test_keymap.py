from __future__ import annotations

from pathlib import Path

import pytest

from annotator.codebook import default
from annotator.errors import Problem, Refused
from ui import keymap
from ui.actions import ACTIONS, ActionSpec, label_specs

SPECS = (*ACTIONS, *label_specs(default()))


def keys(specs: tuple[ActionSpec, ...], ident: str) -> tuple[str, ...]:
    return next(spec.shortcuts for spec in specs if spec.id == ident)


def test_nothing_changed_is_the_table_itself() -> None:
    assert keymap.apply(SPECS, {}) == SPECS


def test_no_key_of_the_table_means_two_things() -> None:
    clashes = [(s.id, k, o.id) for s in SPECS for k in s.shortcuts if (o := keymap.holder(SPECS, s, k))]
    assert clashes == []


def test_a_change_replaces_the_keys() -> None:
    changes = keymap.change(SPECS, {}, "mark.note", "Q")
    made = keymap.apply(SPECS, changes)
    assert keys(made, "mark.note") == ("Q",)
    assert [s.id for s in made] == [s.id for s in SPECS]
    assert keys(keymap.apply(SPECS, keymap.reset(SPECS, changes, "mark.note")), "mark.note") == ("N",)


@pytest.mark.parametrize(
    ("ident", "key", "says"),
    [
        ("mark.note", "S", "“Add stance”"),
        ("mark.note", "1", "“Mark actor”"),
        ("mark.note", "Ctrl+N", "“New project…”"),
        ("file.new", "Alt+Right", "“Move end right”"),
        ("file.new", "X", "for actions in the text"),
        ("file.new", "Shift+X", "for actions in the text"),
        ("go.filter_slash", "X", "for actions in the text"),
        ("mark.note", "Left", "moves, selects or copies"),
        ("mark.note", "Ctrl+C", "moves, selects or copies"),
        ("mark.note", "", "no key"),
    ],
)
def test_what_is_refused(ident: str, key: str, says: str) -> None:
    with pytest.raises(Refused, match=says):
        keymap.change(SPECS, {}, ident, key)


def test_a_label_has_its_key_from_the_codebook() -> None:
    label = label_specs(default())[0].id
    with pytest.raises(Refused, match="codebook"):
        keymap.change(SPECS, {}, label, "Q")
    assert keymap.apply(SPECS, {label: ("Q",)}) == SPECS


def test_the_same_key_in_two_places_is_two_keys() -> None:
    assert keymap.change(SPECS, {}, "go.find", "/") == {"go.find": ("/",)}
    assert keymap.change(SPECS, {}, "view.full_screen", "F12") == {"view.full_screen": ("F12",)}


def test_a_key_that_was_given_up_is_free_and_cannot_be_reset_over() -> None:
    changes = keymap.change(SPECS, {}, "mark.note", "Q")
    changes = keymap.change(SPECS, changes, "mark.stance", "N")
    assert keys(keymap.apply(SPECS, changes), "mark.stance") == ("N",)
    with pytest.raises(Refused, match="“Add stance”"):
        keymap.reset(SPECS, changes, "mark.note")


def test_a_label_of_another_codebook_wins_its_key() -> None:
    changes = keymap.change(ACTIONS, {}, "mark.note", "1")
    assert keys(keymap.apply(ACTIONS, changes), "mark.note") == ("1",)
    made = keymap.apply(SPECS, changes)
    assert keys(made, "mark.note") == ()
    assert keymap.holder(made, label_specs(default())[0], "1") is None


def test_changes_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "new" / "keys.json"
    assert keymap.load(path) == ({}, None)
    keymap.save(path, {"mark.note": ("Q",), "of.another.version": ("Ctrl+J",), "go.skip": ()})
    found, notice = keymap.load(path)
    assert found == {"mark.note": ("Q",), "of.another.version": ("Ctrl+J",), "go.skip": ()}
    assert notice is None
    keymap.apply(SPECS, found)
    assert [p.name for p in path.parent.iterdir()] == ["keys.json"]


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", '{"version": 9, "keys": {}}', '{"version": 1, "keys": []}', '{"version": 1, "keys": {"a": "N"}}',
     '{"version": 1, "keys": {"a": [1]}}', '{"version": 1, "keys": {"a": ["no such key"]}}', "\x00", "[" * 100_000],
)  # fmt: skip
def test_a_broken_file_is_a_notice(tmp_path: Path, text: str) -> None:
    path = tmp_path / "keys.json"
    path.write_text(text, encoding="utf-8")
    found, notice = keymap.load(path)
    assert found == {}
    assert isinstance(notice, Problem) and "keys.json" in str(notice)


def test_a_folder_that_cannot_be_written_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(Problem, match="could not be kept"):
        keymap.save(tmp_path / "file" / "keys.json", {})
