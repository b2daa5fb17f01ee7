"""Find in the article: hits shown, walked by Enter, left by Escape."""

from __future__ import annotations

import pytest

from tests.ui.conftest import SHIFT, Hand, Key
from ui.annotate.find_bar import hits


def chosen(hand: Hand) -> tuple[int, str]:
    start, end = hand.view.selection() or (0, 0)
    return start, hand.desk.text[start:end]


def test_a_slash_finds_in_the_article_and_enter_goes_on(hand: Hand) -> None:
    hand.view.set_selection(0, 0)
    hand.key(Key.Key_Slash)
    find = hand.work.pane.finder
    assert find.edit.hasFocus()
    hand.type("port union")
    text = hand.desk.text
    first, second = text.index("Port Union"), text.rindex("Port Union")
    assert [m[0] for m in hand.view.scene.matches] == [first, second]
    assert chosen(hand) == (first, "Port Union")
    assert find.count.text() == "1 of 2"
    hand.key(Key.Key_Return)
    assert chosen(hand)[0] == second
    hand.key(Key.Key_Return)
    assert chosen(hand)[0] == first
    hand.key(Key.Key_Return, SHIFT)
    assert chosen(hand)[0] == second
    assert find.count.text() == "2 of 2"
    hand.key(Key.Key_Escape)
    assert hand.view.hasFocus()
    assert not find.isVisible()
    assert not hand.view.scene.matches
    assert chosen(hand)[0] == second
    hand.key(Key.Key_1)
    assert hand.marks() == [("ACTOR", "Port Union")]


def test_what_is_not_there_is_said(hand: Hand) -> None:
    hand.key(Key.Key_Slash)
    hand.type("zebra")
    assert hand.work.pane.finder.count.text() == "not found"
    hand.key(Key.Key_Return)
    assert hand.view.selection() is None


def test_the_selected_words_are_looked_for(hand: Hand) -> None:
    hand.select("Vale")
    hand.key(Key.Key_Slash)
    assert hand.work.pane.finder.edit.text() == "Vale"
    assert hand.work.pane.finder.count.text() == "2 found"


def test_in_the_list_a_slash_finds_an_article(hand: Hand) -> None:
    hand.work.articles.view.setFocus()
    hand.key(Key.Key_Slash)
    assert hand.work.articles.filter.hasFocus()


@pytest.mark.parametrize(
    ("text", "words", "case", "found"),
    [
        ("Straße STRASSE", "strasse", False, [(0, 6), (7, 14)]),
        ("👩‍👧 Été\r\nd'été", "été", False, [(4, 7), (11, 14)]),
        ("a.b axb", "a.b", False, [(0, 3)]),
        ("one\r\n two", "one two", False, [(0, 9)]),
        ("Port port", "port", True, [(5, 9)]),
        ("هل هذا", "هذا", False, [(3, 6)]),
        ("anything", "  ", False, []),
    ],
)
def test_hits(text: str, words: str, case: bool, found: list[tuple[int, int]]) -> None:
    assert hits(text, words, case=case) == found
