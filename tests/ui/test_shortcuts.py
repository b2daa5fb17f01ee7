"""The sheet of keys under real keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.codebook import default
from tests.ui.conftest import ALT, CTRL, NONE, SHIFT, Hand, Key
from tests.ui.kit import click, press, unnamed
from ui import keymap
from ui.actions import ACTIONS, ActionSet, label_specs
from ui.dialogs.shortcuts import ShortcutsDialog
from ui.keymap import Changes

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen platform has no window manager

SPECS = (*ACTIONS, *label_specs(default()))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "keys.json"


@pytest.fixture
def dialog(qtbot: QtBot, path: Path) -> ShortcutsDialog:
    made = ShortcutsDialog(SPECS, {}, lambda changes: keymap.save(path, changes))
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def give(dialog: ShortcutsDialog, ident: str, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
    dialog.select(ident)
    click(dialog.change)
    assert dialog.field.hasFocus()
    QTest.keyClick(dialog.field, key, modifiers)


def shown(dialog: ShortcutsDialog) -> list[str]:
    return [row.text(0) for row in dialog._rows.values() if not row.isHidden()]


def test_every_action_is_there_with_its_keys(dialog: ShortcutsDialog) -> None:
    assert len(shown(dialog)) == len(SPECS)
    assert dialog.keys_of("mark.note") == "N"
    assert dialog.keys_of("edit.redo") == "Ctrl+Shift+Z  Ctrl+Y"
    assert unnamed(dialog) == []


def test_the_filter_takes_actions_and_keys(dialog: ShortcutsDialog) -> None:
    QTest.keyClicks(dialog.filter, "move end")
    assert shown(dialog) == ["Move end right", "Move end left"]
    assert [top.text(0) for top in dialog._tops.values() if not top.isHidden()] == ["Mark"]
    dialog.filter.clear()
    QTest.keyClicks(dialog.filter, "ctrl+pgdown")
    assert shown(dialog) == ["Next article"]


def test_a_new_key_is_shown_told_and_kept(qtbot: QtBot, dialog: ShortcutsDialog, path: Path) -> None:
    with qtbot.waitSignal(dialog.changed) as told:
        give(dialog, "mark.note", Key.Key_Q)
    assert dialog.keys_of("mark.note") == "Q"
    assert told.args == [{"mark.note": ("Q",)}]
    assert keymap.load(path) == ({"mark.note": ("Q",)}, None)
    assert dialog.field.isHidden() and dialog.tree.hasFocus()


@pytest.mark.parametrize(
    ("key", "modifiers", "name"),
    [
        (Key.Key_K, CTRL | SHIFT, "Ctrl+Shift+K"),
        (Key.Key_Home, ALT, "Alt+Home"),
        (Key.Key_F9, NONE, "F9"),
        (Key.Key_Question, SHIFT, "?"),
        (Key.Key_Q, SHIFT, "Shift+Q"),
        (Key.Key_Tab, CTRL, "Ctrl+Tab"),
        (Key.Key_Backtab, CTRL | SHIFT, "Ctrl+Shift+Tab"),
        (Key.Key_Space, CTRL, "Ctrl+Space"),
    ],
)
def test_any_key_can_be_pressed(
    dialog: ShortcutsDialog, key: Qt.Key, modifiers: Qt.KeyboardModifier, name: str
) -> None:
    give(dialog, "mark.note", key, modifiers)
    assert dialog.changes == {"mark.note": (name,)}


def test_a_conflict_is_refused_by_name(dialog: ShortcutsDialog, path: Path) -> None:
    give(dialog, "mark.note", Key.Key_S)
    assert "“Add stance”" in dialog.trouble.text() and dialog.trouble.isVisible()
    assert dialog.changes == {} and not path.exists()
    give(dialog, "file.new", Key.Key_X)
    assert "in the text" in dialog.trouble.text()


def test_escape_ends_the_waiting_first(dialog: ShortcutsDialog) -> None:
    give(dialog, "mark.note", Key.Key_Escape)
    assert dialog.isVisible() and dialog.field.isHidden() and dialog.changes == {}
    press(dialog.tree, Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_lone_modifier_is_waited_over(dialog: ShortcutsDialog) -> None:
    give(dialog, "mark.note", Key.Key_Shift, SHIFT)
    assert dialog.field.isVisible()


def test_reset_one_and_all(dialog: ShortcutsDialog, path: Path) -> None:
    give(dialog, "mark.note", Key.Key_Q)
    give(dialog, "mark.stance", Key.Key_W)
    click(dialog.reset)
    assert dialog.keys_of("mark.stance") == "S" and dialog.keys_of("mark.note") == "Q"
    assert not dialog.reset.isEnabled()
    click(dialog.reset_all)
    assert dialog.keys_of("mark.note") == "N"
    assert keymap.load(path) == ({}, None)
    assert not dialog.reset_all.isEnabled()


def test_a_group_has_no_key(dialog: ShortcutsDialog) -> None:
    assert not dialog.change.isEnabled()


def test_keys_that_cannot_be_kept_act_and_say_so(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    def save(changes: Changes) -> None:
        keymap.save(tmp_path / "file" / "keys.json", changes)

    dialog = ShortcutsDialog(SPECS, {}, save)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    give(dialog, "mark.note", Key.Key_Q)
    assert dialog.keys_of("mark.note") == "Q"
    assert "could not be kept" in dialog.trouble.text()


def test_a_changed_key_acts_in_the_text(hand: Hand) -> None:
    window = hand.window
    specs = tuple(window.actions_.specs.values())
    done: list[str] = []
    handlers = {spec.id: (lambda ident=spec.id: done.append(ident)) for spec in specs}
    window.actions_.remove()
    made = ActionSet(keymap.apply(specs, keymap.change(specs, {}, "mark.note", "Q")), handlers, window)
    made.attach(window, hand.view, hand.work.articles.view)
    hand.to_text()
    hand.key(Key.Key_Q)
    hand.key(Key.Key_N)
    assert done == ["mark.note"]
