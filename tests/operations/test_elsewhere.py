"""The same string elsewhere: found in the order of the list, marked in one step, taken back by one undo."""

from __future__ import annotations

from dataclasses import replace

import pytest

from annotator.errors import Cancelled, Refused
from annotator.models import Actor, Layer, Span
from annotator.operations import elsewhere, layers, spans
from annotator.search.occurrences import Occurrence
from tests.factories import add_article, find, journal, tables
from tests.store.conftest import Desk

SECOND = "🦊 Ada Vale’s plan.\r\nMs Vale left; VALE stayed."


def marked(desk: Desk, words: str = "Vale", label: str = "ACTOR", actor: str | None = None) -> str:
    text = desk.project.text(desk.article)
    step = spans.mark(desk.project, desk.ada, desk.article, *find(text, words), label, actor_id=actor)
    return step.created("span")[0]


def second(desk: Desk, opened: bool = True) -> str:
    """A later article, on which Ada has a layer."""
    ident = add_article(desk.project, SECOND, "After", published="2026-02-01")
    if opened:
        layers.set_status(desk.project, desk.ada, ident, "in_progress")
    return ident


def test_this_article_or_all_with_a_layer_in_the_order_of_the_list(desk: Desk) -> None:
    span, other, unread = marked(desk), second(desk), add_article(desk.project, "Vale again.", "Unread")
    here = elsewhere.find(desk.project, desk.ada, desk.article, span)
    assert [(o.quote, o.marked) for o in here] == [("Vale", True), ("Vale", False)]
    seen: list[float] = []
    found = elsewhere.find(
        desk.project, desk.ada, desk.article, span, everywhere=True, case=False, inflections=True, progress=seen.append
    )
    assert [(o.article_id, o.quote) for o in found] == [
        (desk.article, "Vale"), (desk.article, "Vale"), (other, "Vale’s"), (other, "Vale"), (other, "VALE"),
    ]  # fmt: skip
    assert unread not in {o.article_id for o in found}
    assert seen == sorted(seen) and seen[-1] == 1.0
    for o in found:
        assert desk.project.text(o.article_id)[o.start : o.end] == o.quote


def test_articles_come_by_date_as_in_the_list(desk: Desk) -> None:
    span, dated = marked(desk), []
    for day in range(9, 1, -1):
        dated.insert(0, add_article(desk.project, f"Vale on day {day}.", "Day", published=f"2026-03-0{day}"))
        layers.set_status(desk.project, desk.ada, dated[0], "in_progress")
    found = elsewhere.find(desk.project, desk.ada, desk.article, span, everywhere=True)
    assert [o.article_id for o in found] == [desk.article, desk.article, *dated]


def test_aliases_of_the_actor_are_looked_for_too(desk: Desk) -> None:
    actor = Actor(id="a1", name="Ada Vale", aliases=("Minister", "Vale"))
    with desk.project.step("Add", desk.ada) as step:
        step.insert(actor)
    span = marked(desk, "Minister", actor="a1")
    found = elsewhere.find(desk.project, desk.ada, desk.article, span, aliases=True)
    assert [(o.quote, o.marked) for o in found] == [("Minister", True), ("Ada Vale", False), ("Vale", False)]
    elsewhere.apply(desk.project, desk.ada, span, desk.article, found[1:])
    layer = Layer.id_for(desk.article, desk.ada)
    made = [s for s in desk.project.all(Span, layer) if s.origin == "propagated"]
    assert {(s.quote, s.label, s.actor_id, s.updated_at is not None) for s in made} == {
        ("Ada Vale", "ACTOR", "a1", True), ("Vale", "ACTOR", "a1", True),
    }  # fmt: skip
    assert all(s.attrs == {} and s.fragments == ((s.start, s.end),) for s in made)


def test_one_step_marks_all_and_one_undo_takes_all_back(desk: Desk) -> None:
    span, other = marked(desk), second(desk)
    before = tables(desk.project)
    todo = [o for o in _everywhere(desk, span) if not o.marked]
    step = elsewhere.apply(desk.project, desk.ada, span, desk.article, todo)
    assert step.title == f"Mark {len(todo)} occurrences"
    assert len(step.created("span")) == len(todo) == 4
    assert step.layers == {Layer.id_for(desk.article, desk.ada), Layer.id_for(other, desk.ada)}
    assert all(o.marked for o in _everywhere(desk, span))
    assert desk.project.undo(desk.ada) is not None
    assert tables(desk.project) == before


def test_another_label_or_another_annotator_marks_nothing(desk: Desk) -> None:
    text = desk.project.text(desk.article)
    spans.mark(desk.project, desk.ada, desk.article, *find(text, "Vale denied it"), "CLAIM")
    spans.mark(desk.project, desk.ben, desk.article, *find(text, "Vale denied it"), "ACTOR")
    span = marked(desk)
    assert [o.marked for o in elsewhere.find(desk.project, desk.ada, desk.article, span)] == [True, False]


@pytest.mark.parametrize("fault", ["nothing", "moved", "outside", "article", "marked", "twice", "gone"])
def test_bad_input_is_refused_with_a_sentence_and_nothing_written(desk: Desk, fault: str) -> None:
    span = marked(desk)
    here, free = elsewhere.find(desk.project, desk.ada, desk.article, span)
    bad = {
        "nothing": [],
        "moved": [replace(free, start=free.start + 1, end=free.end + 1)],
        "outside": [replace(free, start=5_000, end=5_004)],
        "article": [free, replace(free, article_id="no such")],
        "marked": [free, here],
        "twice": [free, replace(free, marked=True)],
        "gone": [free],
    }[fault]
    before, written = tables(desk.project, revision=True), len(journal(desk.project))
    with pytest.raises(Refused, match=r"\.$"):
        elsewhere.apply(desk.project, desk.ada, "no such" if fault == "gone" else span, desk.article, bad)
    assert tables(desk.project, revision=True) == before
    assert len(journal(desk.project)) == written


def test_a_label_that_may_not_overlap_is_refused_where_one_lies(desk: Desk) -> None:
    text = desk.project.text(desk.article)
    span = marked(desk, "said", "CUE")
    spans.mark(desk.project, desk.ada, desk.article, *find(text, "Vale denied"), "CUE")
    start, end = find(text, "denied")
    place = Occurrence(desk.article, start, end, "denied", False)
    with pytest.raises(Refused, match="may not overlap"):
        elsewhere.apply(desk.project, desk.ada, span, desk.article, [place])


def test_a_search_stops_when_it_is_cancelled_and_refuses_a_span_that_is_gone(desk: Desk) -> None:
    span = marked(desk)
    with pytest.raises(Cancelled):
        elsewhere.find(desk.project, desk.ada, desk.article, span, cancelled=lambda: True)
    with pytest.raises(Refused):
        elsewhere.find(desk.project, desk.ada, desk.article, "no such")


def test_the_words_around_are_on_one_line_with_the_title(desk: Desk) -> None:
    other = second(desk)
    start, end = find(SECOND, "Vale left")
    around = elsewhere.around(desk.project, Occurrence(other, start, end, "Vale left", False))
    assert (around.left, around.right, around.title) == ("🦊 Ada Vale’s plan.  Ms ", "; VALE stayed.", "After")


def _everywhere(desk: Desk, span: str) -> list[Occurrence]:
    return elsewhere.find(desk.project, desk.ada, desk.article, span, everywhere=True, case=False, inflections=True)
