"""Standing highlights in the window: coloured, counted, walked through by key; a runaway is stopped and said."""

from __future__ import annotations

from time import monotonic
from typing import Any

import pytest
from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.models import Highlight
from annotator.operations import highlights
from annotator.store import Project
from tests.factories import add_article, find
from tests.ui.conftest import CTRL, SHIFT, STORY, Hand, Key, Opener


def add(hand: Hand, pattern: str, name: str = "", **fields: Any) -> str:
    """Add a highlight and wait until the article was looked through."""
    step = hand.window.session.do(highlights.add, pattern, name, **fields)
    assert step is not None
    found(hand)
    return step.created("highlight")[0]


def found(hand: Hand) -> None:
    """Wait until the article was looked through."""
    hand.qtbot.waitUntil(lambda: not hand.work.pane.highlighting.searching, timeout=10_000)


def counts(hand: Hand) -> list[tuple[str, int]]:
    """What the strip says."""
    return [(count.highlight.name, count.number) for count in hand.work.pane.strip.counts]


def selected(hand: Hand) -> str:
    """The selected words."""
    chosen = hand.view.selection()
    return hand.desk.text[slice(*chosen)] if chosen else ""


def tinted(hand: Hand) -> list[str]:
    """The words in colour."""
    text, tints = hand.view.scene.text, hand.view.scene.tints
    return [text[t.start : t.end] for t in tints.between(0, len(text) + 1)]


def test_the_strip_comes_with_the_first_and_goes_with_the_last(hand: Hand) -> None:
    strip = hand.work.pane.strip
    assert not strip.isVisible()
    ident = add(hand, "union|lobby", "Groups")
    assert strip.isVisible() and counts(hand) == [("Groups", 3)]
    assert strip.counts[0].accessibleName() == "Groups: 3 hits"
    assert tinted(hand) == ["Union", "lobby", "Union"]
    hand.window.session.do(highlights.change, ident, active=False)
    assert not strip.isVisible() and tinted(hand) == []
    hand.window.session.do(highlights.change, ident, active=True)
    found(hand)
    assert tinted(hand) == ["Union", "lobby", "Union"]
    hand.key(Key.Key_Z, CTRL)
    assert not strip.isVisible() and tinted(hand) == []


def test_from_hit_to_hit_by_key_and_a_hit_is_marked_at_once(hand: Hand) -> None:
    add(hand, "port union", "Union")
    add(hand, "vale", "Vale", colour=3)
    hand.view.set_selection(0, 0)
    walked = []
    for _ in range(5):
        hand.key(Key.Key_H)
        walked.append(selected(hand))
    assert walked == ["Vale", "Port Union", "Vale", "Port Union", "Vale"], "round at the end"
    hand.key(Key.Key_H, SHIFT)
    assert selected(hand) == "Port Union"
    hand.key(Key.Key_1)
    assert hand.marks() == [("ACTOR", "Port Union")]


def test_from_a_hit_that_was_marked_to_the_next_one(hand: Hand) -> None:
    add(hand, "port union")
    hand.view.set_selection(0, 0)
    for _ in range(2):
        hand.key(Key.Key_H)
        hand.key(Key.Key_1)
    assert hand.marks() == [("ACTOR", "Port Union"), ("ACTOR", "Port Union")]
    hand.key(Key.Key_H, SHIFT)
    assert hand.view.selection() == find(STORY, "Port Union")


def test_a_hit_at_the_caret_is_the_next(hand: Hand) -> None:
    add(hand, "minister")
    hand.view.set_selection(0, 0)
    hand.key(Key.Key_H)
    assert selected(hand) == "Minister"


def test_a_click_goes_to_the_next_of_one_highlight(hand: Hand) -> None:
    add(hand, "port union", "Union")
    add(hand, "ferry", "Ferry")
    hand.view.set_selection(0, 0)
    QTest.mouseClick(hand.work.pane.strip.counts[1], Qt.MouseButton.LeftButton)
    assert selected(hand) == "ferry" and hand.view.hasFocus()


def test_nothing_to_go_to_is_said(hand: Hand) -> None:
    hand.key(Key.Key_H)
    assert "no highlights yet" in hand.said
    add(hand, "zebra")
    hand.key(Key.Key_H)
    assert "No highlight matches" in hand.said


def test_every_article_has_its_own_counts(hand: Hand) -> None:
    add(hand, r"\p{Emoji_Presentation}", "Signs")
    add(hand, "الجسر", "Bridge")
    assert counts(hand) == [("Signs", 0), ("Bridge", 0)]
    hand.open(1)
    found(hand)
    assert tinted(hand) == ["🦊", "🎉", "الجسر", "👩", "👩", "👧"]
    assert counts(hand) == [("Signs", 5), ("Bridge", 1)]
    hand.key(Key.Key_H)
    assert selected(hand) == "🦊"


RUNAWAY = r"(?:a|a)*b|(a|aa)+$"


@pytest.fixture
def long(opened: Opener, project: Project) -> Hand:
    """Ann's window on the project with an article more, in which the runaway has no end."""
    add_article(project, "ferry " + "a" * 5_000 + "c", "Long", published="2026-01-08")
    return opened(project)


def test_a_runaway_is_stopped_and_the_others_go_on(long: Hand) -> None:
    hand = long
    add(hand, RUNAWAY, "Runaway")
    add(hand, "ferry", "Ferry")
    hand.open(3)
    found(hand)
    assert counts(hand) == [("Runaway", 0), ("Ferry", 1)] and tinted(hand) == ["ferry"]
    runaway = hand.work.pane.strip.counts[0]
    assert "was stopped after 1 second" in runaway.accessibleName()
    assert "“Runaway” was stopped after 1 second" in hand.said


def test_what_comes_late_is_for_nobody(long: Hand) -> None:
    add(long, RUNAWAY, "Runaway")
    long.click_row(3)
    assert long.work.pane.highlighting.searching
    begun = monotonic()
    long.qtbot.waitUntil(lambda: monotonic() - begun > 0.1)  # the search is under way, and takes ten times as long
    long.click_row(2)
    assert QThreadPool.globalInstance().waitForDone(10_000)
    found(long)
    QApplication.processEvents()
    (only,) = long.work.pane.highlighting.found
    assert (tinted(long), only.stopped) == (["ab"], ""), "what stands in the third article"


def test_another_article_while_one_is_looked_through(hand: Hand) -> None:
    hand.window.session.do(highlights.add, "ferr(y|ies)", "Ferry")
    hand.click_row(2)
    hand.click_row(0)
    hand.click_row(2)
    found(hand)
    assert tinted(hand) == ["ferries"] and counts(hand) == [("Ferry", 1)]


def test_more_than_fit_are_counted_at_the_end(hand: Hand) -> None:
    for number in range(24):
        hand.window.session.do(highlights.add, f"nothing{number}", f"A rather long name {number}")
    add(hand, "vale", "Vale")
    strip = hand.work.pane.strip
    shown = [count for count in strip.counts if count.isVisible()]
    assert 2 < len(shown) < 25 and strip.more.text() == f"+{25 - len(shown)}"
    assert shown[-1].highlight.name == "Vale", "one with a hit is the last to go"
    assert shown[-1].geometry().right() < strip.more.geometry().left()
    assert len(hand.project.all(Highlight)) == 25
