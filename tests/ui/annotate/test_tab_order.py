"""Tab goes from pane to pane, and through what was made while the window stood, where it stands."""

from __future__ import annotations

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from annotator.operations import remarks
from tests.ui.conftest import Hand, Key
from ui.annotate.inspector.inspector import NOTES, SELECTED
from ui.annotate.inspector.note_card import NoteCard


def walk(start: QWidget, inside: QWidget) -> list[str]:
    """The names of what Tab reaches from there, as long as it stays inside."""
    start.setFocus()
    found: list[str] = []
    for _ in range(60):
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, Key.Key_Tab)
        focus = QApplication.focusWidget()
        if focus is None or not inside.isAncestorOf(focus) or focus.accessibleName() in found:
            break
        found.append(focus.accessibleName())
    return found


def test_from_the_tabs_to_the_form_of_the_mark_and_on_to_the_guideline(hand: Hand) -> None:
    hand.select("Ada Vale")
    hand.key(Key.Key_1)
    hand.work.inspector.show_tab(SELECTED)
    hand.form()
    found = walk(hand.work.inspector.tabs.tabBar(), hand.work.inspector)
    assert found[0] == "Actor: none"
    assert found[-2:] == ["Delete this mark", "Guideline · Actor"]


def test_from_a_new_note_to_the_notes_there_are(hand: Hand) -> None:
    for text in ("One", "Two"):
        hand.window.session.do(remarks.add_note, hand.window.session.article, text)
    hand.work.inspector.show_tab(NOTES)
    hand.form()
    notes = hand.work.inspector.notes
    first, second = notes.findChildren(NoteCard)
    assert walk(hand.work.inspector.tabs.tabBar(), notes)[:1] == [notes.new.accessibleName()]
    notes.question.setFocus()
    QTest.keyClick(notes.question, Key.Key_Tab)
    for card in (first, second):
        for _ in range(4):
            focus = QApplication.focusWidget()
            assert focus is not None and card.isAncestorOf(focus), focus
            QTest.keyClick(focus, Key.Key_Tab)


def test_the_keys_over_the_text_come_as_they_stand(hand: Hand) -> None:
    hand.window.resize(1600, 900)
    QApplication.processEvents()
    bar = hand.work.pane.bar
    found = walk(bar.previous if bar.previous.isEnabled() else bar.next, bar)
    names = [part.accessibleName() for part in (bar.next, *bar.marks, bar.stance, bar.done)]
    assert found == [name for name in names if name in found] and set(names[1:]) <= set(found)
