"""The inspector: attributes, links, guideline, lists, notes, article labels."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListView, QPlainTextEdit

from annotator.models import Actor, ArticleLabel, Holder, Issue, Note, Relation, Target
from annotator.operations import spans, stances
from annotator.operations.registries import add_actor, add_issue
from tests.ui.conftest import CTRL, NONE, Hand, Key
from ui.annotate.inspector.inspector import ACTORS, MARKS, NOTES, SELECTED
from ui.widgets.fields import Choices

POPUPS = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def claim(hand: Hand) -> Hand:
    """A claim is marked and selected."""
    hand.select("the bridge must close")
    hand.key(Key.Key_2)
    hand.form()
    return hand


def labels(hand: Hand) -> list[str]:
    """The words on the page in front."""
    page = hand.work.inspector.tabs.currentWidget()
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def click_line(view: QListView, row: int) -> None:
    index: QModelIndex = view.model().index(row, 0)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, NONE, view.visualRect(index).center())


def show(hand: Hand, tab: int) -> None:
    bar = hand.work.inspector.tabs.tabBar()
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, NONE, bar.tabRect(tab).center())
    hand.form()


def test_required_attributes_are_flagged_until_they_are_set(claim: Hand) -> None:
    assert {"Type ●", "Voice ●", "Quote ●", "Commitment"} <= set(labels(claim))
    claim.click("Voice: reported")
    assert claim.spans()[0].attrs == {"voice": "reported"}
    claim.form()
    assert "Voice" in labels(claim)
    claim.click("Voice: reported")  # again: taken away
    assert claim.spans()[0].attrs == {}
    claim.key(Key.Key_Z, CTRL)
    assert claim.spans()[0].attrs == {"voice": "reported"}


@POPUPS
def test_a_list_of_values_by_keyboard_keeps_the_focus(claim: Hand) -> None:
    box = claim.field(Choices, "Type")
    box.setFocus()
    claim.key(Key.Key_Space)
    claim.qtbot.waitUntil(lambda: box.view().isVisible())
    QTest.keyClick(box.view(), Key.Key_Down)
    QTest.keyClick(box.view(), Key.Key_Down)
    QTest.keyClick(box.view(), Key.Key_Return)
    assert claim.spans()[0].attrs == {"type": "demand"}
    claim.form()
    again = claim.field(Choices, "Type")
    assert again is not box
    assert again.currentText() == "demand"
    assert claim.window.focusWidget() is again


def test_uncertain_and_delete_by_mouse(claim: Hand) -> None:
    claim.click("Sure?: uncertain")
    assert claim.spans()[0].uncertain
    claim.form()
    claim.click("Delete this mark")
    assert claim.marks() == claim.shown() == []
    assert claim.view.hasFocus()


def test_the_guideline_is_plain_text(claim: Hand) -> None:
    words = [label.text() for label in claim.work.inspector.guide.findChildren(QLabel) if label.isVisible()]
    assert any(word.startswith("The whole complement of the cue") for word in words)
    assert any(word.startswith("+ She called [the toll") for word in words)
    assert any(word.startswith("− She was furious") for word in words)
    for label in claim.window.findChildren(QLabel):
        assert label.textFormat() == Qt.TextFormat.PlainText or not label.text() or label.objectName() == "logo"


def test_link_change_and_unlink_an_actor(hand: Hand) -> None:
    hand.window.session.do(add_actor, "Ada Vale")
    hand.select("Ada Vale")
    hand.key(Key.Key_1)
    hand.form()
    hand.click("Actor: none")
    hand.key(Key.Key_Return)  # the query is the mention's own words
    assert hand.spans()[0].actor_id == hand.project.all(Actor)[0].id
    hand.form()
    hand.click("Unlink Ada Vale")
    assert hand.spans()[0].actor_id is None


def test_relations_are_shown_made_and_removed(claim: Hand) -> None:
    claim.select("said")
    claim.key(Key.Key_3)
    claim.click_words("bridge must")
    claim.form()
    claim.click("Cue: choose a mark")
    claim.click_words("said")
    (relation,) = claim.project.all(Relation, claim.layer)
    assert relation.label == "HAS_CUE"
    claim.form()
    claim.click("Linked mark: “said”")
    assert claim.desk.span is not None and claim.desk.span.label == "CUE"
    claim.form()
    claim.click("Remove the link to “the bridge must close”")
    assert claim.project.all(Relation, claim.layer) == []


def test_the_wrong_end_is_refused_in_words(claim: Hand) -> None:
    claim.select("Monday")
    claim.key(Key.Key_4)
    claim.click_words("bridge must")
    claim.key(Key.Key_R)
    claim.click_words("Monday")
    assert "cannot be the other end" in claim.said
    assert claim.project.all(Relation, claim.layer) == []
    claim.key(Key.Key_Escape)
    assert not claim.work.commands.linker.armed


def test_marks_are_listed_and_a_click_selects(claim: Hand) -> None:
    claim.select("Ada Vale")
    claim.key(Key.Key_1)
    claim.form()
    assert claim.work.inspector.tabs.tabText(MARKS) == "Marks 2"
    show(claim, MARKS)
    click_line(claim.work.inspector.marks, 1)
    assert claim.desk.span is not None and claim.desk.span.label == "CLAIM"
    assert claim.view.selected_span == claim.desk.span.id
    assert claim.work.inspector.tabs.currentIndex() == MARKS
    claim.click_words("Ada Vale")  # in the text: its form comes to the front
    assert claim.work.inspector.tabs.currentIndex() == SELECTED


def test_a_click_on_an_actor_walks_through_its_mentions(hand: Hand) -> None:
    hand.window.session.do(add_actor, "Port Union")
    (actor,) = hand.project.all(Actor)
    text, article = hand.desk.text, hand.window.session.article
    places = [text.index("Port Union"), text.rindex("Port Union")]
    for at in places:
        hand.window.session.do(spans.mark, article, at, at + 10, "ACTOR", actor_id=actor.id)
    show(hand, ACTORS)
    assert hand.work.inspector.tabs.tabText(ACTORS) == "Actors 1"
    walked = []
    for _ in range(3):
        click_line(hand.work.inspector.actors, 0)
        walked.append(hand.desk.span.start if hand.desk.span else -1)
    assert walked == [places[0], places[1], places[0]]


def test_notes_are_written_changed_settled_and_deleted(claim: Hand) -> None:
    span = claim.spans()[0].id
    claim.key(Key.Key_N)
    assert claim.work.inspector.tabs.currentIndex() == NOTES
    claim.type("Who says so?")
    claim.key(Key.Key_Return)
    (note,) = claim.project.all(Note, claim.layer)
    assert (note.text, note.span_id, note.resolved) == ("Who says so?", span, False)
    assert claim.view.hasFocus()
    claim.form()
    assert claim.work.inspector.tabs.tabText(NOTES) == "Notes 1"
    claim.click("The note is settled")
    assert claim.project.all(Note, claim.layer)[0].resolved
    claim.form()
    claim.click("Edit the note")
    edit = claim.field(QPlainTextEdit, "Change the note")
    edit.selectAll()
    claim.type("The minister")
    claim.key(Key.Key_Return, CTRL)  # does not end the article
    assert claim.project.all(Note, claim.layer)[0].text == "The minister"
    assert claim.desk.marks.layer is not None and claim.desk.marks.layer.status == "in_progress"
    claim.form()
    claim.click("Delete the note")
    assert claim.project.all(Note, claim.layer) == []
    claim.to_text()
    claim.key(Key.Key_Z, CTRL)
    assert len(claim.project.all(Note, claim.layer)) == 1


@POPUPS
def test_article_labels_while_nothing_is_selected(hand: Hand) -> None:
    hand.form()
    assert "First steps".upper() in labels(hand)
    box = hand.field(Choices, "Relevance")
    box.setFocus()
    hand.key(Key.Key_Down)
    assert hand.project.all(ArticleLabel, hand.layer) == []  # looking is not choosing
    for key in (Key.Key_Down, Key.Key_Down, Key.Key_Return):
        QTest.keyClick(box.view(), key)
    assert [(x.key, x.value) for x in hand.project.all(ArticleLabel, hand.layer)] == [("relevance", "irrelevant")]
    hand.to_text()
    hand.key(Key.Key_Z, CTRL)
    hand.form()
    assert hand.field(Choices, "Relevance").currentData() is None


def test_enter_on_a_claim_goes_to_its_form(claim: Hand) -> None:
    claim.key(Key.Key_Return)
    focus = QApplication.focusWidget()
    assert focus is not None and claim.work.inspector.isAncestorOf(focus)


def test_labels_for_each_issue_and_for_an_actor(hand: Hand) -> None:
    session, article = hand.window.session, hand.window.session.article
    session.do(add_actor, "Ada Vale")
    session.do(add_issue, "The bridge closes")
    issue = hand.project.all(Issue)[0].id
    session.do(stances.add, article, Holder(kind="author"), "oppose", Target(kind="issue", id=issue), ((0, 8),))
    hand.form()
    edit = hand.field(QLineEdit, "Dominant holder")
    edit.setFocus()
    hand.type("ada vale")
    hand.key(Key.Key_Return)
    hand.form()
    assert hand.field(QLineEdit, "Dominant holder").text() == "Ada Vale"
    box = hand.field(Choices, "Author’s stance: The bridge closes")
    box.setCurrentIndex(box.findData("oppose"))
    box.activated.emit(box.currentIndex())
    found = {x.key: x.value for x in hand.project.all(ArticleLabel, hand.layer)}
    assert found == {"dominant_holder": hand.project.all(Actor)[0].id, "author_stance": {issue: "oppose"}}
