"""The caps that panes paint follow the keys that the user changes."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from tests.ui.conftest import ALT, CTRL, NONE, Hand, Key
from ui.actions import ActionSpec, key_name
from ui.dialogs.shortcuts import ShortcutsDialog

pytestmark = pytest.mark.qt_log_ignore("does not support")  # the offscreen platform has no window manager


def change(hand: Hand, action: str, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
    """Give an action another key in the sheet of keys."""
    hand.action("help.keys").trigger()
    (dialog,) = hand.window.findChildren(ShortcutsDialog)
    hand.qtbot.waitUntil(dialog.isActiveWindow)
    dialog.select(action)
    QTest.mouseClick(dialog.change, Qt.MouseButton.LeftButton)
    QTest.keyClick(dialog.field, key, modifiers)
    assert dialog.trouble.text() == ""
    dialog.accept()
    hand.qtbot.waitUntil(lambda: hand.window.findChildren(ShortcutsDialog) == [])
    hand.window.activateWindow()


def steps(hand: Hand) -> dict[str, str]:
    """The first steps in the inspector: words -> key."""
    hand.form()
    words = [w.text() for w in hand.work.inspector.selected.findChildren(QLabel)]
    return {after: before for before, after in pairwise(words)}


def test_caps_follow_changed_keys_and_go_back_with_them(hand: Hand) -> None:
    bar, keys = hand.work.pane.bar, hand.work.desk.keys
    assert bar.stance.accessibleName() == "Add a stance, key S"
    before = bar.stance.grab().toImage()
    change(hand, "mark.stance", Key.Key_Y, NONE)
    change(hand, "go.done", Key.Key_D, CTRL)
    change(hand, "go.filter", Key.Key_L, ALT)
    change(hand, "go.next", Key.Key_Right, CTRL | ALT)
    assert bar.stance.accessibleName() == "Add a stance, key Y"
    assert bar.stance.grab().toImage() != before
    assert bar.done.accessibleName() == "Done, next article, key Ctrl D"
    assert bar.next.toolTip() == "Next article (Ctrl Alt Right)"
    assert [w.text() for w in hand.work.articles.filter.findChildren(QLabel)] == ["Alt L"]
    assert steps(hand)["stance: who is for or against what"] == "Y"
    assert keys.of("go.done") == "Ctrl D"
    hand.action("help.keys").trigger()
    (dialog,) = hand.window.findChildren(ShortcutsDialog)
    QTest.mouseClick(dialog.reset_all, Qt.MouseButton.LeftButton)
    dialog.accept()
    assert bar.stance.accessibleName() == "Add a stance, key S"
    assert steps(hand)["stance: who is for or against what"] == "S"


def test_a_plus_is_a_key_too() -> None:
    def cap(key: str) -> str:
        return key_name(ActionSpec("x", "X", (key,)))

    assert [cap("Ctrl++"), cap("Ctrl+Shift+Z"), cap("+"), cap("Ctrl+Return")] == [
        "Ctrl +", "Ctrl Shift Z", "+", "Ctrl ⏎",
    ]  # fmt: skip
