"""The same words elsewhere, through the window: P, ticks, Enter, one undo."""

from __future__ import annotations

from tests.ui.conftest import CTRL, Hand, Key


def test_p_marks_the_same_words_elsewhere_in_one_step(hand: Hand) -> None:
    hand.select("Port Union")
    hand.key(Key.Key_1)
    hand.key(Key.Key_P)
    panel = hand.work.commands.elsewhere.panel
    hand.qtbot.waitUntil(lambda: panel.isVisible() and not panel.searching)
    assert panel.list.hasFocus() or panel.isAncestorOf(hand.window.focusWidget())
    hand.key(Key.Key_Return)
    assert hand.marks() == [("ACTOR", "Port Union"), ("ACTOR", "Port Union")]
    assert hand.shown() == hand.marks()
    assert {s.origin for s in hand.spans()} == {"manual", "propagated"}
    assert not panel.isVisible()
    assert hand.view.hasFocus()
    hand.key(Key.Key_Z, CTRL)
    assert hand.marks() == [("ACTOR", "Port Union")]


def test_escape_closes_and_marks_nothing(hand: Hand) -> None:
    hand.select("Port Union")
    hand.key(Key.Key_1)
    hand.key(Key.Key_P)
    panel = hand.work.commands.elsewhere.panel
    hand.qtbot.waitUntil(lambda: panel.isVisible() and not panel.searching)
    hand.key(Key.Key_Escape)
    assert not panel.isVisible()
    assert hand.marks() == [("ACTOR", "Port Union")]
    assert hand.view.hasFocus()


def test_another_article_closes_it(hand: Hand) -> None:
    hand.select("Port Union")
    hand.key(Key.Key_1)
    hand.key(Key.Key_P)
    panel = hand.work.commands.elsewhere.panel
    hand.qtbot.waitUntil(lambda: panel.isVisible() and not panel.searching)
    hand.click_row(1)
    assert not panel.isVisible()
