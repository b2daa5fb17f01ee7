"""Questions: asked and answered by keys, in the inspector and on their page; who sees which."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QCheckBox, QLabel, QPlainTextEdit, QWidget

from annotator.models import Annotator, Layer, Note
from annotator.operations import layers, remarks
from annotator.operations.registries import annotator
from annotator.store import Project, note_queries
from tests.factories import find
from tests.ui.conftest import CTRL, SHIFT, STORY, Hand, Key, Opener
from tests.ui.kit import unnamed
from ui.annotate.inspector.inspector import NOTES
from ui.questions import QuestionsPage


def says(inside: QWidget) -> str:
    """All the words in sight."""
    return "\n".join(w.text() for w in inside.findChildren(QLabel) if w.isVisible())


@pytest.fixture
def lead(project: Project) -> Annotator:
    return annotator(project, "Lea", "lead")


def ask(project: Project, who: str, text: str, words: str = "") -> str:
    """A question of that person's on the first article; gives its id."""
    article = article_of(project, "Bridge row")
    by = annotator(project, who).id
    span = None
    if words:
        from annotator.operations import spans

        span = spans.mark(project, by, article, *find(STORY, words), "CLAIM").created("span")[0]
    return remarks.ask(project, by, article, text, span).created("note")[0]


def article_of(project: Project, title: str) -> str:
    from annotator.models import Article

    return next(a.id for a in project.all(Article) if a.title == title)


def page_of(hand: Hand) -> QuestionsPage:
    """The page, opened by its key."""
    hand.key(Key.Key_N, CTRL | SHIFT)
    page = hand.window.pages.currentWidget()
    assert isinstance(page, QuestionsPage)
    hand.qtbot.waitUntil(page.list.hasFocus)
    return page


def lines(page: QuestionsPage) -> list[str]:
    """The notes in the list."""
    return [page.model.index(row).data() for row in range(page.model.rowCount())]


# -- in the inspector
def test_a_question_by_keys_and_the_tick_follows_the_question_mark(hand: Hand) -> None:
    hand.key(Key.Key_N)
    tick = hand.field(QCheckBox, "The new note is a question")
    hand.type("Who says so")
    assert not tick.isChecked()
    hand.type("?")
    assert tick.isChecked()
    hand.key(Key.Key_Return)
    (note,) = hand.project.all(Note, hand.layer)
    assert (note.text, note.question) == ("Who says so?", True)
    hand.key(Key.Key_N)
    assert not tick.isChecked()
    hand.type("To look at")
    tick.click()
    hand.type("?!")
    assert tick.isChecked(), "what was ticked by hand stays"
    hand.key(Key.Key_Return)
    assert [n.question for n in hand.project.all(Note, hand.layer)] == [True, True]


def test_answers_stand_under_the_question_with_the_name(opened: Opener, project: Project, lead: Annotator) -> None:
    asked = ask(project, "Ann", "Is this a claim?", "the bridge must close")
    remarks.answer(project, lead.id, article_of(project, "Bridge row"), asked, "Yes, a demand.")
    hand = opened(project)
    hand.open(0)
    hand.work.inspector.show_tab(NOTES)
    hand.form()
    shown = says(hand.work.inspector.notes)
    assert "Is this a claim?" in shown and "Yes, a demand." in shown and "Lea" in shown
    hand.click("The note is settled")
    assert hand.project.all(Note, hand.layer)[0].resolved
    hand.form()
    hand.click("The note is a question")
    assert not hand.project.all(Note, hand.layer)[0].question


def test_a_lead_answers_beside_the_text_and_starts_no_work(opened: Opener, project: Project, lead: Annotator) -> None:
    ask(project, "Ann", "Is this a claim?", "the bridge must close")
    hand = opened(project, "Lea")
    hand.open(0)
    hand.work.inspector.show_tab(NOTES)
    hand.form()
    assert "ASKED BY OTHERS" in says(hand.work.inspector.notes)
    hand.click("Show “the bridge must close”")
    assert hand.desk.text[slice(*(hand.view.selection() or (0, 0)))] == "the bridge must close"
    hand.click("Answer Ann")
    hand.field(QPlainTextEdit, "Answer to Ann")
    hand.type("It is.")
    hand.key(Key.Key_Return)
    hand.form()
    (note,) = hand.project.all(Note, hand.layer)
    layer = hand.project.get(Layer, hand.layer)
    assert note.text == "It is." and layer is not None and layer.status == "todo"
    assert "To Ann: “Is this a claim?”" in says(hand.work.inspector.notes)
    hand.to_text()
    hand.key(Key.Key_Z, CTRL)
    assert hand.project.all(Note, hand.layer) == []


def test_an_annotator_sees_no_other_annotators_notes(opened: Opener, project: Project, lead: Annotator) -> None:
    ask(project, "Ben", "Ben’s question?")
    hand = opened(project)
    hand.open(0)
    hand.work.inspector.show_tab(NOTES)
    hand.form()
    assert "Ben" not in says(hand.work.inspector.notes)
    page = page_of(hand)
    page.wanted.setCurrentIndex(2)
    assert lines(page) == [] and not page.whose.isVisible()
    assert "no notes yet" in says(page)


# -- the page
def test_a_lead_reads_answers_and_goes_to_the_place_by_keys(opened: Opener, project: Project, lead: Annotator) -> None:
    first = ask(project, "Ann", "Is this a claim?", "the bridge must close")
    ask(project, "Ben", "And this?")
    layers.set_status(project, annotator(project, "Ben").id, article_of(project, "Ferries"), "help")
    hand = opened(project, "Lea")
    page = page_of(hand)
    assert sorted(lines(page)) == ["And this?", "Is this a claim?", "–"]
    page.show_entry(first)
    assert "[the bridge must close]" in says(page.detail)
    hand.key(Key.Key_A)
    assert page.detail.edit.hasFocus()
    hand.type("Yes.")
    hand.key(Key.Key_Return)
    assert page.list.hasFocus() and page.detail.edit.toPlainText() == ""
    hand.qtbot.waitUntil(lambda: "Yes." in says(page.detail))
    (found,) = [r for r in note_queries.remarks(project, lead) if r.id == first]
    assert [a.text for a in found.answers] == ["Yes."]
    hand.key(Key.Key_Return)
    assert hand.window.pages.current == "annotate"
    assert hand.desk.text[slice(*(hand.view.selection() or (0, 0)))] == "the bridge must close"


def test_a_call_for_help_without_a_note_leads_to_its_article(opened: Opener, project: Project, lead: Annotator) -> None:
    ferries = article_of(project, "Ferries")
    layers.set_status(project, annotator(project, "Ben").id, ferries, "help")
    hand = opened(project, "Lea")
    page = page_of(hand)
    assert "without a note" in says(page.detail) and not page.detail.answer_button.isEnabled()
    hand.key(Key.Key_A)
    assert page.list.hasFocus()
    hand.key(Key.Key_Return)
    assert hand.window.session.article == ferries


def test_who_asked_settles_and_the_filters(opened: Opener, project: Project, lead: Annotator) -> None:
    ask(project, "Ben", "Ben’s question?")
    mine = ask(project, "Lea", "My own?")
    remarks.add_note(project, lead.id, article_of(project, "Bridge row"), "A remark.")
    hand = opened(project, "Lea")
    page = page_of(hand)
    assert sorted(lines(page)) == ["Ben’s question?", "My own?"]
    page.show_entry(mine)
    hand.key(Key.Key_S)
    hand.qtbot.waitUntil(lambda: lines(page) == ["Ben’s question?"])
    hand.key(Key.Key_S)
    assert note_queries.open_questions(project, lead) == 1, "Ben’s is for Ben to settle"
    page.wanted.setFocus()
    hand.key(Key.Key_Down)
    assert sorted(lines(page)) == ["A remark.", "Ben’s question?"]
    hand.key(Key.Key_Down)
    page.whose.setFocus()
    hand.key(Key.Key_Down)
    assert sorted(lines(page)) == ["A remark.", "My own?"]
    hand.key(Key.Key_Z, CTRL)
    hand.qtbot.waitUntil(lambda: "settled" not in says(page.detail))
    assert unnamed(page) == []
