"""The guideline beside the text, and examples that go from the text into the codebook."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from annotator.codebook import Example
from annotator.operations import codebooks
from tests.ui.conftest import CTRL, Hand, Key, Opener
from ui.codebook.keeper import Keeper

pytestmark = pytest.mark.qt_log_ignore("does not support")  # the offscreen platform has no window manager


def shown(hand: Hand) -> list[str]:
    """The words of the guideline in sight."""
    hand.form()
    return [label.text() for label in hand.work.inspector.guide.findChildren(QLabel) if label.isVisible()]


@pytest.fixture
def claim(hand: Hand) -> Hand:
    """With a claim marked and selected."""
    hand.select("the bridge must close")
    hand.key(Key.Key_2)
    return hand


def test_it_follows_the_selected_mark(claim: Hand) -> None:
    guide = claim.work.inspector.guide
    assert shown(claim)[0].startswith("A proposition that an actor puts forward")
    assert guide.heading.text() == "▾ Guideline · Claim"
    claim.key(Key.Key_Escape)
    claim.desk.select_span(None)
    assert shown(claim) == []
    assert not guide.isVisible()


def test_a_labels_key_shows_it_under_the_mouse_and_the_focus(hand: Hand) -> None:
    hint = hand.work.pane.bar.marks[0]
    QTest.mouseMove(hand.view.viewport(), QPoint(5, 5))
    QTest.mouseMove(hint, hint.rect().center())
    hand.qtbot.waitUntil(lambda: any("able to speak" in words for words in shown(hand)))
    QTest.mouseMove(hand.view.viewport(), QPoint(5, 5))
    hand.qtbot.waitUntil(lambda: shown(hand) == [])
    hand.work.pane.bar.marks[1].setFocus(Qt.FocusReason.TabFocusReason)
    hand.qtbot.waitUntil(lambda: any("could contest" in words for words in shown(hand)))


def test_it_folds_and_stays_so(claim: Hand, opened: Opener) -> None:
    guide = claim.work.inspector.guide
    assert shown(claim)
    QTest.mouseClick(guide.heading, Qt.MouseButton.LeftButton)
    assert shown(claim) == []
    assert guide.heading.text() == "▸ Guideline · Claim"
    claim.window.close()
    other = opened(claim.project)
    assert not other.work.inspector.guide.open


def test_another_codebook_shows_at_once(claim: Hand) -> None:
    old = claim.desk.content
    labels = tuple(e.model_copy(update={"rule": "<b>Plain</b>"}) if e.key == "CLAIM" else e for e in old.span_labels)
    claim.window.session.do(codebooks.change_codebook, old.model_copy(update={"span_labels": labels}))
    claim.desk.select_span(claim.spans()[0].id)
    assert "<b>Plain</b>" in shown(claim)
    claim.window.session.undo()
    claim.desk.select_span(claim.spans()[0].id)
    assert shown(claim)[1].startswith("The whole complement")


def examples(hand: Hand, key: str) -> list[Example]:
    """The examples in the draft that the codebook does not have."""
    old, draft = hand.desk.content.span_label(key), Keeper.of(hand.window.session).draft
    assert old is not None
    return [e for e in draft.entry(("span", key)).examples if e not in old.examples]


def test_e_takes_the_mark_as_an_example(claim: Hand) -> None:
    claim.key(Key.Key_E)
    (found,) = examples(claim, "CLAIM")
    assert found == Example(text="Minister Ada Vale said [the bridge must close] in May.")
    assert claim.said.startswith("Example of claim: it is in the draft of the codebook")
    claim.key(Key.Key_E)
    assert len(examples(claim, "CLAIM")) == 1
    assert claim.said == "This is an example of claim already."
    claim.key(Key.Key_3, CTRL)
    page = claim.window.pages.currentWidget()
    claim.qtbot.waitUntil(lambda: not page.busy)  # type: ignore[union-attr]
    assert page.bar.words.text().startswith("1 change.")  # type: ignore[union-attr]
    assert claim.project.codebook().version == 1


def test_e_asks_of_what_a_selection_is_an_example(hand: Hand) -> None:
    hand.select("a costly mistake")
    hand.key(Key.Key_E)
    menu = hand.work.exemplify.menu
    assert menu is not None
    hand.qtbot.waitUntil(menu.isVisible)
    texts = [action.text() for action in menu.actions() if action.text()]
    assert texts[:2] == ["Example of actor", "Example of claim"]
    assert texts[4] == "What is no actor"
    for _ in range(4):
        QTest.keyClick(menu, Key.Key_Down)
    QTest.keyClick(menu, Key.Key_Return)
    assert examples(hand, "ACTOR") == [
        Example(text="The Port Union called the plan [a costly mistake].", good=False)
    ]  # fmt: skip


def test_e_without_anything_says_so(hand: Hand) -> None:
    hand.view.set_selection(0, 0)
    hand.work.exemplify.take()
    assert hand.said == "Select a mark, or some words, first."


def test_a_label_that_the_draft_has_no_more(claim: Hand) -> None:
    keeper = Keeper.of(claim.window.session)
    keeper.edit(lambda d: d.rename(("span", "CLAIM"), "STATEMENT"))
    claim.key(Key.Key_E)
    assert keeper.draft.entry(("span", "STATEMENT")).examples[-1].text.startswith("Minister")
    keeper.edit(lambda d: d.remove(("span", "STATEMENT")))
    claim.key(Key.Key_E)
    assert claim.said == "The draft of the codebook has no claim any more."


def test_the_selected_mark_stays_selected_under_another_codebook(claim: Hand) -> None:
    chosen = claim.spans()[0].id
    old = claim.desk.content
    claim.window.session.do(codebooks.change_codebook, old.model_copy(update={"name": "Another"}))
    assert claim.desk.span is not None
    assert (claim.desk.span.id, claim.view.selected_span) == (chosen, chosen)
