"""Questions, answers in the answerer's own layer, who sees them, and what is open."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from annotator import codebook
from annotator.models import Annotator, Layer, Note, Role
from annotator.operations import layers, registries, remarks, spans
from annotator.operations.exports import export_jsonl
from annotator.operations.imports import import_paths
from annotator.store import Project, Step
from annotator.store import note_queries as queries
from annotator.store.queries import article_rows
from tests.factories import add_article, tables
from tests.operations.test_spans import mark, refused, undone
from tests.store.conftest import Desk


def who(desk: Desk, name: str, role: Role = "annotator") -> Annotator:
    """The person of that name."""
    return registries.annotator(desk.project, name, role)


@pytest.fixture
def lead(desk: Desk) -> Annotator:
    return who(desk, "Lea", "lead")


def ask(desk: Desk, by: str, text: str, span_id: str | None = None) -> str:
    """Ask; gives the question's id."""
    return remarks.ask(desk.project, by, desk.article, text, span_id).created("note")[0]


def undone_by(desk: Desk, by: str, do: Callable[[], Step]) -> Step:
    """Do it, take it back, and do it again."""
    before, step = tables(desk.project), do()
    after = tables(desk.project)
    assert after != before
    desk.project.undo(by)
    assert tables(desk.project) == before
    desk.project.redo(by)
    assert tables(desk.project) == after
    return step


def layer(desk: Desk, by: str) -> Layer | None:
    return desk.project.get(Layer, desk.layer(by))


def test_a_question_is_asked_and_settled_by_who_asked(desk: Desk) -> None:
    step = undone(desk, lambda: remarks.ask(desk.project, desk.ada, desk.article, " Is this a claim? "))
    (note,) = desk.project.all(Note)
    assert (note.text, note.question, note.answers, note.created_at) == ("Is this a claim?", True, None, step.at)
    refused(desk, "no longer there", lambda: remarks.resolve_note(desk.project, desk.ben, desk.article, note.id))
    undone(desk, lambda: remarks.resolve_note(desk.project, desk.ada, desk.article, note.id))
    undone(desk, lambda: remarks.set_question(desk.project, desk.ada, desk.article, note.id, False))
    refused(desk, "empty", lambda: remarks.ask(desk.project, desk.ada, desk.article, " "))


def test_an_answer_is_written_in_the_answerers_own_layer_and_is_no_work_there(desk: Desk, lead: Annotator) -> None:
    asked = ask(desk, desk.ada, "Who says so?", mark(desk, "bridge", "CLAIM"))
    before = layer(desk, desk.ada)
    step = undone_by(
        desk, lead.id, lambda: remarks.answer(desk.project, lead.id, desk.article, asked, " The minister. ")
    )
    assert layer(desk, desk.ada) == before, "the asker's layer is not touched"
    given = layer(desk, lead.id)
    assert given is not None and (given.status, given.opened_at) == ("todo", None)
    note = desk.project.get(Note, step.created("note")[0], given.id)
    assert note is not None and (note.text, note.answers, note.question) == ("The minister.", asked, False)
    for change in (
        lambda: remarks.edit_note(desk.project, lead.id, desk.article, note.id, "The minister said it."),
        lambda: remarks.resolve_note(desk.project, lead.id, desk.article, note.id),
        lambda: remarks.edit_note(desk.project, lead.id, desk.article, note.id, ""),
    ):
        undone_by(desk, lead.id, change)
        given = layer(desk, lead.id)
        assert given is not None and given.status == "todo"


@pytest.mark.parametrize("status", ["todo", "in_progress", "done", "skipped", "help"])
def test_answering_leaves_every_status_as_it_is(desk: Desk, status: str) -> None:
    asked = ask(desk, desk.ada, "?")
    layers.set_status(desk.project, desk.ben, desk.article, status)  # type: ignore[arg-type]
    before = layer(desk, desk.ben)
    remarks.answer(desk.project, desk.ben, desk.article, asked, "!")
    after = layer(desk, desk.ben)
    assert before and after and after == before.model_copy(update={"revision": before.revision + 1})


def test_work_after_an_answer_takes_the_layer_up(desk: Desk) -> None:
    remarks.answer(desk.project, desk.ben, desk.article, ask(desk, desk.ada, "?"), "!")
    spans.mark(desk.project, desk.ben, desk.article, 0, 8, "ACTOR")
    taken = layer(desk, desk.ben)
    assert taken is not None and taken.status == "in_progress"


def test_what_cannot_be_answered(desk: Desk, lead: Annotator) -> None:
    asked = ask(desk, desk.ada, "?")
    given = remarks.answer(desk.project, lead.id, desk.article, asked, "!").created("note")[0]
    refused(desk, "is an answer itself", lambda: remarks.answer(desk.project, desk.ada, desk.article, given, "?"))
    refused(desk, "is an answer", lambda: remarks.set_question(desk.project, lead.id, desk.article, given, True))
    refused(desk, "no longer there", lambda: remarks.answer(desk.project, desk.ada, desk.article, "nothing", "?"))
    refused(desk, "empty", lambda: remarks.answer(desk.project, desk.ada, desk.article, asked, " \n"))
    other = add_article(desk.project, "Another text.")
    refused(desk, "no longer there", lambda: remarks.answer(desk.project, desk.ada, other, asked, "?"))


def test_open_questions_with_passage_and_answers(desk: Desk, lead: Annotator) -> None:
    claim = mark(desk, "bridge", "CLAIM")
    asked = ask(desk, desk.ada, "Is this one?", claim)
    remarks.answer(desk.project, lead.id, desk.article, asked, "Yes.")
    remarks.answer(desk.project, desk.ben, desk.article, asked, "No.")
    (found,) = queries.remarks(desk.project, lead)
    assert (found.annotator, found.text, found.quote, found.status) == ("Ada", "Is this one?", "bridge", "in_progress")
    assert desk.project.text(desk.article)[found.start : found.end] == "bridge"
    assert [(a.author, a.text) for a in found.answers] == [("Lea", "Yes."), ("Ben", "No.")]
    assert queries.open_questions(desk.project, lead) == 1
    remarks.resolve_note(desk.project, desk.ada, desk.article, asked)
    assert queries.remarks(desk.project, lead) == [] and queries.open_questions(desk.project, lead) == 0
    assert [r.text for r in queries.remarks(desk.project, lead, "all")] == ["Is this one?"]


def test_an_annotator_sees_own_notes_and_their_answers_only(desk: Desk, lead: Annotator) -> None:
    mine, theirs = ask(desk, desk.ada, "Mine?"), ask(desk, desk.ben, "Theirs?")
    remarks.answer(desk.project, lead.id, desk.article, mine, "To mine.")
    remarks.answer(desk.project, lead.id, desk.article, theirs, "To theirs.")
    remarks.add_note(desk.project, desk.ben, desk.article, "Ben's remark")
    ada = who(desk, "Ada")
    assert [(r.text, [a.text for a in r.answers]) for r in queries.remarks(desk.project, ada, "all")] == [
        ("Mine?", ["To mine."])
    ]
    assert queries.open_questions(desk.project, ada) == 1
    assert {r.text for r in queries.remarks(desk.project, lead, "notes")} == {"Mine?", "Theirs?", "Ben's remark"}
    assert {r.text for r in queries.remarks(desk.project, lead)} == {"Mine?", "Theirs?"}
    assert queries.remarks(desk.project, lead, "all", mine=True) == [], "answers are shown with what they answer"
    assert queries.open_questions(desk.project, lead) == 2


def test_articles_asked_for_help_are_in_the_list_with_their_note(desk: Desk, lead: Annotator) -> None:
    other = add_article(desk.project, "Another text.", "Other")
    layers.set_status(desk.project, desk.ben, other, "help")
    layers.set_status(desk.project, desk.ada, desk.article, "help")
    remarks.add_note(desk.project, desk.ada, desk.article, "Too many voices")
    found = queries.remarks(desk.project, lead)
    assert [(r.title, r.text, r.help, bool(r.id)) for r in found] == [
        ("Bridge", "Too many voices", True, True), ("Other", "", True, False),
    ]  # fmt: skip
    assert [r.title for r in queries.remarks(desk.project, lead, article_id=other)] == ["Other"]
    layers.set_status(desk.project, desk.ada, desk.article, "in_progress")
    assert [r.title for r in queries.remarks(desk.project, lead)] == ["Other"]


def test_an_answer_is_no_open_note_of_its_writer(desk: Desk) -> None:
    remarks.answer(desk.project, desk.ben, desk.article, ask(desk, desk.ada, "?"), "!")
    assert [row.open_notes for row in article_rows(desk.project, desk.ada, [desk.article])] == [1]
    assert [row.open_notes for row in article_rows(desk.project, desk.ben, [desk.article])] == [0]


def test_questions_and_answers_travel(desk: Desk, lead: Annotator, tmp_path: Path) -> None:
    asked = ask(desk, desk.ada, "Who?")
    remarks.answer(desk.project, lead.id, desk.article, asked, "She.")
    export_jsonl(desk.project, tmp_path / "out.jsonl")
    with Project.create(tmp_path / "copy.stancemark", codebook.default()) as copy:
        import_paths(copy, None, [tmp_path / "out.jsonl"])
        assert tables(copy, revision=True)["note"] == tables(desk.project, revision=True)["note"]
        (found,) = queries.remarks(copy, lead)
        assert [(a.author, a.text) for a in found.answers] == [("Lea", "She.")]
