"""The list of highlights: everything by keyboard, checked while it is typed, each change one step."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from annotator.models import Highlight
from annotator.operations import highlights
from annotator.search.highlights import in_order
from tests.ui.conftest import CTRL, NONE, Hand, Key
from tests.ui.kit import unnamed
from ui.dialogs.highlights import HighlightsDialog

Opening = Callable[[], HighlightsDialog]


@pytest.fixture
def opening(hand: Hand) -> Iterator[Opening]:
    """Opens the dialog by its key, and closes it at the end."""
    opened: list[HighlightsDialog] = []

    def by_key() -> HighlightsDialog:
        hand.key(Key.Key_H, CTRL)
        dialog = hand.window.findChild(HighlightsDialog)
        assert isinstance(dialog, HighlightsDialog)
        hand.qtbot.waitUntil(dialog.isActiveWindow)
        opened.append(dialog)
        return dialog

    yield by_key
    for dialog in opened:
        if isValid(dialog):
            dialog.reject()


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
    """A key, where the focus is."""
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key, modifiers)


def type_in(words: str) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, words)


def there(hand: Hand) -> list[tuple[str, str]]:
    """(name, pattern) in the order of the list."""
    return [(h.name, h.pattern) for h in in_order(hand.project.all(Highlight))]


def add(hand: Hand, *patterns: str) -> None:
    for pattern in patterns:
        hand.window.session.do(highlights.add, pattern)


def settled(hand: Hand, dialog: HighlightsDialog) -> str:
    """What the form says of the pattern, when it is known."""
    hand.qtbot.waitUntil(lambda: not dialog.form.looking, timeout=10_000)
    return dialog.form.says.text()


def test_a_first_one_by_keys_alone(hand: Hand, opening: Opening) -> None:
    dialog = opening()
    assert dialog.form.pattern.hasFocus(), "an empty list begins with a new one"
    type_in("port union|lobby")
    assert settled(hand, dialog) == "3 hits in the open article: “Port Union”, “lobby”"
    press(Key.Key_Tab)
    type_in("Groups")
    press(Key.Key_Return)
    assert there(hand) == [("Groups", "port union|lobby")]
    (made,) = hand.project.all(Highlight)
    assert made.whole_words and made.active and not made.match_case
    assert dialog.list.item(0).text() == "Groups" and not dialog.save.isEnabled()
    press(Key.Key_Escape)
    assert not dialog.isVisible()
    hand.window.activateWindow()
    hand.to_text()
    hand.key(Key.Key_Z, CTRL)
    assert there(hand) == []


def test_a_fault_is_said_while_typing_and_nothing_is_saved(hand: Hand, opening: Opening) -> None:
    dialog = opening()
    type_in("vale (")
    assert settled(hand, dialog).startswith("⚠ The pattern is not finished: missing ), at its end.")
    press(Key.Key_Return)
    assert there(hand) == [] and dialog.isVisible() and dialog.form.pattern.hasFocus()
    press(Key.Key_Backspace)
    assert settled(hand, dialog).startswith("⚠") is False
    dialog.form.pattern.clear()
    dialog.form.name.setText("Only a name")
    dialog.form.name.setFocus()
    press(Key.Key_Return)
    assert "There is no pattern" in dialog.trouble.text() and there(hand) == []


def test_what_runs_away_is_said_in_the_form(hand: Hand, opening: Opening) -> None:
    dialog = opening()
    dialog.form._text = "a" * 5_000 + "c"  # the open article, if it were that long
    dialog.form.whole.setChecked(False)
    dialog.form.pattern.setText("(?:a|a)*b|(a|aa)+$")
    assert "It was stopped after 1 second" in settled(hand, dialog)


def test_it_closes_while_the_article_is_looked_through(hand: Hand, opening: Opening) -> None:
    dialog = opening()
    dialog.form._text = "a" * 5_000 + "c"
    dialog.form.whole.setChecked(False)
    dialog.form.pattern.setText("(?:a|a)*b|(a|aa)+$")
    hand.qtbot.waitUntil(lambda: dialog.form._job is not None)
    press(Key.Key_Escape)
    hand.qtbot.waitUntil(lambda: not isValid(dialog))
    assert QThreadPool.globalInstance().waitForDone(5_000)


def test_change_tick_order_delete(hand: Hand, opening: Opening) -> None:
    add(hand, "vale", "ferry", "bridge")
    dialog = opening()
    assert dialog.list.hasFocus() and dialog.list.currentRow() == 0
    press(Key.Key_Space)
    assert [h.active for h in in_order(hand.project.all(Highlight))] == [False, True, True]
    press(Key.Key_Down)
    assert dialog.form.pattern.text() == "ferry"
    dialog.form.case.setFocus()
    press(Key.Key_Space)
    press(Key.Key_Return)
    assert [h.match_case for h in in_order(hand.project.all(Highlight))] == [False, True, False]
    dialog.up.setFocus()
    press(Key.Key_Space)
    assert [name for name, _ in there(hand)] == ["ferry", "vale", "bridge"]
    assert dialog.list.currentRow() == 0 and not dialog.up.isEnabled()
    dialog.down.setFocus()
    press(Key.Key_Space)
    press(Key.Key_Space)
    assert [name for name, _ in there(hand)] == ["vale", "bridge", "ferry"]
    dialog.delete.setFocus()
    press(Key.Key_Space)
    assert [name for name, _ in there(hand)] == ["vale", "bridge"]
    assert dialog.form.pattern.text() == "vale"


def test_another_line_saves_what_was_changed_or_stays(hand: Hand, opening: Opening) -> None:
    add(hand, "vale", "ferry")
    dialog = opening()
    dialog.form.pattern.setText("vales?")
    dialog.list.setFocus()
    press(Key.Key_Down)
    assert there(hand) == [("vales?", "vales?"), ("ferry", "ferry")], "one without a name of its own keeps none"
    assert dialog.form.pattern.text() == "ferry"
    dialog.form.pattern.setText("ferry)")
    dialog.list.setFocus()
    press(Key.Key_Up)
    assert dialog.list.currentRow() == 1 and dialog.form.pattern.text() == "ferry)"
    dialog.form.pattern.setText("ferry")
    dialog.add.setFocus()
    press(Key.Key_Space)
    assert dialog.list.currentRow() == -1 and dialog.form.pattern.text() == "" and dialog.form.pattern.hasFocus()
    assert dialog.form.colour.currentIndex() == 2, "a colour that no other has"


def test_undo_from_elsewhere_is_followed_and_everything_has_a_name(hand: Hand, opening: Opening) -> None:
    add(hand, "vale", "ferry")
    dialog = opening()
    hand.window.session.undo()
    assert dialog.list.count() == 1
    hand.window.session.undo()
    assert dialog.list.count() == 0 and dialog.form.pattern.text() == ""
    assert unnamed(dialog) == []
