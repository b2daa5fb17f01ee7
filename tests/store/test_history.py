"""The journal as a list of what somebody did."""

from __future__ import annotations

from annotator.operations import layers, spans
from annotator.operations.registries import add_actor
from annotator.store.history import PastStep, history
from tests.factories import TEXT, add_article
from tests.store.conftest import Desk


def lines(desk: Desk) -> list[tuple[str, bool, str]]:
    return [(step.title, step.undone, step.article) for step in history(desk.project, desk.ada)]


def work(desk: Desk) -> None:
    spans.mark(desk.project, desk.ada, desk.article, 0, 8, "ACTOR")
    spans.mark(desk.project, desk.ben, desk.article, 0, 8, "ACTOR")
    add_actor(desk.project, desk.ada, "Vale")
    spans.mark(desk.project, desk.ada, desk.article, 9, 12, "ACTOR")


def title_of(desk: Desk) -> str:
    return str(desk.project.tuples("SELECT title FROM article WHERE id = ?", (desk.article,))[0][0])


def test_newest_first_with_the_article_and_nobody_else_s(desk: Desk) -> None:
    work(desk)
    name = title_of(desk)
    assert lines(desk) == [
        ("Mark actor", False, name), ("Add actor Vale", False, ""), ("Mark actor", False, name),
    ]  # fmt: skip
    newest = history(desk.project, desk.ada)[0]
    assert (newest.articles, newest.at > history(desk.project, desk.ada)[2].at) == (1, True)


def test_what_was_taken_back_stays_until_something_new_is_done(desk: Desk) -> None:
    work(desk)
    for _ in range(3):
        desk.project.undo(desk.ada)
    assert [step.undone for step in history(desk.project, desk.ada)] == [True, True, True]
    name = title_of(desk)
    assert [step.article for step in history(desk.project, desk.ada)] == [name, "", name]  # though its layer is gone
    desk.project.redo(desk.ada)
    assert [step.undone for step in history(desk.project, desk.ada)] == [True, True, False]
    spans.mark(desk.project, desk.ada, desk.article, 20, 24, "ACTOR")
    assert lines(desk) == [("Mark actor", False, name), ("Mark actor", False, name)]


def test_time_is_no_step(desk: Desk) -> None:
    work(desk)
    layers.add_time(desk.project, desk.ada, desk.article, 9)
    assert len(lines(desk)) == 3


def test_pages(desk: Desk) -> None:
    for n in range(7):
        add_actor(desk.project, desk.ada, f"Vale {n}")
    whole = history(desk.project, desk.ada)
    paged: list[PastStep] = []
    while page := history(desk.project, desk.ada, 3, paged[-1].id if paged else 1 << 62):
        paged.extend(page)
    assert paged == whole
    assert len(whole) == 7


def test_a_step_in_several_articles(desk: Desk) -> None:
    other = add_article(desk.project, TEXT + "More.", "Another")
    with desk.project.step("Mark 2 occurrences", desk.ada) as step:
        for article in (desk.article, other):
            layers.own(desk.project, step, desk.ada, article)
    (line,) = history(desk.project, desk.ada)
    assert line.articles == 2
