"""The queue: from a finished article on to what is to do, in the list as it is filtered and sorted."""

from __future__ import annotations

import pytest

from annotator.operations import layers
from annotator.store.article_orders import ArticleOrder
from annotator.store.queries import unfinished
from tests.factories import add_article
from tests.ui.conftest import CTRL, Hand, Key


def set_status(hand: Hand, number: int, status: str) -> None:
    """Let the article of that place stand so already."""
    session = hand.window.session
    session.do(layers.set_status, hand.work.articles.model.id_at(number), status)  # type: ignore[arg-type]


@pytest.mark.parametrize("status", ["done", "skipped", "help"])
def test_what_is_left_behind_is_passed_over(hand: Hand, status: str) -> None:
    set_status(hand, 1, status)
    hand.key(Key.Key_Return, CTRL)
    assert hand.view.scene.title == "Ferries"


def test_what_was_begun_is_to_do(hand: Hand) -> None:
    set_status(hand, 1, "in_progress")
    hand.key(Key.Key_Return, CTRL)
    assert hand.view.scene.title == "Odd <b>letters</b>"


@pytest.mark.parametrize("action", ["go.help", "go.skip"])
def test_help_and_skip_go_on_in_the_same_way(hand: Hand, action: str) -> None:
    set_status(hand, 1, "done")
    hand.action(action).trigger()
    assert hand.view.scene.title == "Ferries"
    hand.action(action).trigger()
    assert hand.said == "That was the last one to do in the list."
    assert hand.view.scene.title == "Ferries"


def test_at_the_end_it_says_what_is_left_further_up(hand: Hand) -> None:
    hand.open(2)
    hand.key(Key.Key_Return, CTRL)
    assert hand.said == "From here on nothing is left to do; 2 articles further up are."
    assert hand.view.scene.title == "Ferries"


def test_it_goes_in_the_order_of_the_list(hand: Hand) -> None:
    hand.work.articles.set_order(ArticleOrder("date", backwards=True))
    hand.key(Key.Key_Return, CTRL)  # the oldest, which comes last now
    assert hand.said == "From here on nothing is left to do; 2 articles further up are."
    hand.open(0)
    assert hand.view.scene.title == "Ferries"
    hand.key(Key.Key_Return, CTRL)
    assert hand.view.scene.title == "Odd <b>letters</b>"


def test_it_keeps_to_the_filter(hand: Hand) -> None:
    hand.work.articles.filter.setText("r")  # Bridge row, Ferries; the odd one is from a paper with an r
    titles = [str(hand.work.articles.model.index(n).data()) for n in range(hand.work.articles.model.rowCount())]
    hand.work.articles.filter.setText("row")
    hand.to_text()
    hand.key(Key.Key_Return, CTRL)
    assert len(titles) > 1
    assert hand.said == "That was the last one to do in the list."
    assert hand.view.scene.title == "Bridge row"


def test_what_is_said_of_the_marks_is_not_lost_at_the_end(hand: Hand) -> None:
    hand.open(2)
    hand.select("ferries")
    hand.key(Key.Key_2)
    hand.key(Key.Key_Return, CTRL)
    assert hand.said.startswith("Done. 1 mark lacks a value the codebook asks for. From here on")


def test_a_long_list_is_looked_through_in_parts(hand: Hand) -> None:
    project, ann = hand.project, hand.window.session.annotator.id
    ids = [add_article(project, f"Text {n}.", f"T{n}") for n in range(1100)]
    for ident in ids[:1050]:
        with project.step("Done", ann) as step:
            layers.own(project, step, ann, ident)
            step.update(layers.Layer, layers.Layer.id_for(ident, ann), status="done")
    assert list(unfinished(project, ann, ids)) == ids[1050:]
    assert next(unfinished(project, ann, ids[:1050]), None) is None
    assert len(list(unfinished(project, None, ids))) == 1100
