"""Growing and shrinking the selection, hints, marks of several pieces: by keys."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.ui.conftest import CTRL, Hand, Key
from ui.annotate.hints import letters


def chosen(hand: Hand) -> str:
    found = hand.view.selection()
    return hand.desk.text[slice(*found)] if found else ""


def caret_at(hand: Hand, words: str) -> None:
    at = hand.desk.text.index(words)
    hand.view.set_selection(at, at)


def test_the_selection_grows_to_the_paragraph_and_back(hand: Hand) -> None:
    caret_at(hand, "bridge")
    seen = []
    for _ in range(4):
        hand.key(Key.Key_BracketRight)
        seen.append(chosen(hand))
    first = "Minister Ada Vale said the bridge must close in May."
    paragraph = hand.desk.text.split("\n")[0]
    assert seen == ["bridge", first, paragraph, paragraph]
    for expected in (first, "bridge", ""):
        hand.key(Key.Key_BracketLeft)
        assert chosen(hand) == expected
    assert hand.view.caret() == hand.desk.text.index("bridge")


def test_what_was_grown_is_marked(hand: Hand) -> None:
    caret_at(hand, "denied")
    hand.key(Key.Key_BracketRight)
    hand.key(Key.Key_BracketRight)
    hand.key(Key.Key_2)
    assert hand.marks() == [("CLAIM", "Vale denied it on Monday")]


def test_a_selected_mark_grows_into_words(hand: Hand) -> None:
    hand.select("denied")
    hand.key(Key.Key_3)
    hand.key(Key.Key_BracketRight)
    assert hand.view.selected_span is None
    assert chosen(hand) == "Vale denied it on Monday"


def test_a_letter_picks_a_mark(hand: Hand) -> None:
    for words, key in (("Minister Ada Vale", Key.Key_1), ("Port Union", Key.Key_1), ("denied", Key.Key_3)):
        hand.select(words)
        hand.key(key)
    caret_at(hand, "ferry")
    hand.key(Key.Key_F)
    assert sorted(hand.view.scene.hints.values()) == ["A", "D", "S"]
    hand.key(Key.Key_S)
    assert hand.desk.span is not None
    assert hand.desk.span.quote == "Port Union"
    assert not hand.view.scene.hints
    assert hand.marks() == [("ACTOR", "Minister Ada Vale"), ("ACTOR", "Port Union"), ("CUE", "denied")]


def test_letters_are_let_go_by_escape_a_wrong_key_or_a_click(hand: Hand) -> None:
    hand.select("denied")
    hand.key(Key.Key_3)
    for let_go in (
        lambda: hand.key(Key.Key_Escape),
        lambda: hand.key(Key.Key_9),
        lambda: QTest.mouseClick(hand.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(300, 300)),
    ):
        hand.key(Key.Key_F)
        assert hand.view.scene.hints
        let_go()
        assert not hand.view.scene.hints
    assert hand.marks() == [("CUE", "denied")]


def test_without_marks_in_sight_letters_are_not_offered(hand: Hand) -> None:
    hand.work.commands.selecting.pick()
    assert "no mark in sight" in hand.said


def test_names_of_letters_do_not_begin_one_another() -> None:
    for number in (0, 1, 26, 27, 600):
        found = letters(number)
        assert len(set(found)) == number
        assert len({len(name) for name in found}) <= 1


def test_words_are_added_to_a_mark_and_taken_out_again(hand: Hand) -> None:
    hand.select("the bridge must close")
    hand.key(Key.Key_2)
    hand.key(Key.Key_J)
    assert hand.work.pane.armed.isVisible()
    hand.select("a costly mistake")
    hand.key(Key.Key_J)
    (span,) = hand.spans()
    assert span.quote == "the bridge must close a costly mistake"
    assert len(span.fragments) == 2
    assert hand.desk.span is not None
    assert not hand.work.pane.armed.isVisible()
    hand.key(Key.Key_J)
    hand.select("a costly mistake")
    hand.key(Key.Key_J)
    assert hand.spans()[0].fragments == ((span.start, span.start + len("the bridge must close")),)
    hand.key(Key.Key_Z, CTRL)
    assert hand.spans()[0].fragments == span.fragments


def test_nothing_is_added_when_it_is_let_go(hand: Hand) -> None:
    hand.select("denied")
    hand.key(Key.Key_3)
    hand.key(Key.Key_J)
    hand.key(Key.Key_Escape)
    assert not hand.work.pane.armed.isVisible()
    hand.key(Key.Key_J)
    hand.select("denied")
    hand.key(Key.Key_J)
    assert "nothing of the mark" in hand.said
    assert hand.marks() == [("CUE", "denied")]


def test_a_mark_that_was_deleted_meanwhile_takes_no_words(hand: Hand) -> None:
    hand.select("denied")
    hand.key(Key.Key_3)
    hand.key(Key.Key_J)
    hand.key(Key.Key_Z, CTRL)
    hand.select("praised")
    hand.key(Key.Key_J)
    assert hand.marks() == []
    assert not hand.work.pane.armed.isVisible()


def test_more_marks_than_letters_are_no_fault(hand: Hand) -> None:
    hints = hand.work.commands.selecting.hints
    hints.begin([f"span {n}" for n in range(700)], "", lambda _: None)
    assert len(hand.view.scene.hints) == 26 * 26
    hints.end()
