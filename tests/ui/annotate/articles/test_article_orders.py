"""The article list sorted in other ways, and narrowed by words in the texts."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QMenu

from annotator.models import Article
from annotator.operations import articles
from annotator.store import Project
from annotator.store.article_orders import ArticleOrder
from tests.ui.conftest import CTRL, SHIFT, Hand, Key, Opener
from tests.ui.kit import unnamed

pytestmark = pytest.mark.qt_log_ignore("does not support")  # the offscreen platform has no window manager


def titles(hand: Hand) -> list[str]:
    model = hand.work.articles.model
    return [model.index(row).data() for row in range(model.rowCount())]


BY_DATE = ["Bridge row", "Odd <b>letters</b>", "Ferries"]


def test_sorted_by_the_menu_and_turned_round_by_key(hand: Hand) -> None:
    order = hand.work.articles.order
    hand.work.articles.view.setFocus()
    hand.key(Key.Key_O)
    menu = order.findChild(QMenu)
    assert menu is not None and menu.isVisible()
    by_title = next(action for action in menu.actions() if action.text() == "Title")
    by_title.trigger()
    menu.close()
    assert titles(hand) == ["Bridge row", "Ferries", "Odd <b>letters</b>"]
    assert order.text() == "Title ↓"
    opened = hand.window.session.article
    hand.key(Key.Key_O, SHIFT)
    assert titles(hand) == ["Odd <b>letters</b>", "Ferries", "Bridge row"]
    assert (order.text(), order.accessibleName()) == ("Title ↑", "Sorted by title, the other way round")
    assert hand.window.session.article == opened
    assert hand.work.articles.place == 2
    hand.key(Key.Key_L, CTRL)
    hand.type("r")  # letters keep the order
    assert titles(hand) == ["Odd <b>letters</b>", "Ferries", "Bridge row"]
    hand.type("i")
    assert titles(hand) == ["Ferries", "Bridge row"]
    assert unnamed(hand.window) == []


def test_marks_made_meanwhile_move_no_line_until_it_is_sorted_again(hand: Hand) -> None:
    hand.work.articles.set_order(ArticleOrder("marks"))
    assert titles(hand) == BY_DATE
    hand.open(1)
    hand.select("Fox")
    hand.key(Key.Key_1)
    hand.form()
    assert titles(hand) == BY_DATE
    hand.work.articles.set_order(ArticleOrder("marks", backwards=True))
    assert titles(hand)[-1] == BY_DATE[1]


def test_the_order_is_remembered(opened: Opener, project: Project) -> None:
    first = opened(project)
    first.work.articles.order.reverse()
    assert titles(first) == BY_DATE[::-1]
    first.window.close()
    second = opened(project)
    assert titles(second) == BY_DATE[::-1]
    assert second.work.articles.order.text() == "Date ↑"


def test_words_in_the_texts_narrow_the_list(hand: Hand, project: Project) -> None:
    hand.key(Key.Key_L, CTRL)
    hand.type("text:ferr")
    found = ["Bridge row", "Ferries"]
    hand.qtbot.waitUntil(lambda: titles(hand) == found)
    hand.type("ies")
    hand.qtbot.waitUntil(lambda: titles(hand) == ["Ferries"])
    hand.type(" odd")
    assert titles(hand) == []
    hand.work.articles.filter.setText("text:آمن")
    hand.qtbot.waitUntil(lambda: titles(hand) == ["Odd <b>letters</b>"])
    hand.work.articles.filter.setText('text:"PORT union" text:lobby status:todo')
    hand.qtbot.waitUntil(lambda: titles(hand) == ["Bridge row"])
    new = Article.of("The lobby, the Port Union.", title="New", published="2026-03-01")
    made = articles.add_articles(project, hand.window.session.annotator.id, [(Path("a"), new)])
    hand.window.session.announce(made[0] if isinstance(made, tuple) else made)
    hand.qtbot.waitUntil(lambda: titles(hand) == ["Bridge row", "New"])
    hand.window.session.undo()
    hand.qtbot.waitUntil(lambda: titles(hand) == ["Bridge row"])
    hand.work.articles.filter.clear()
    assert titles(hand) == BY_DATE
    assert not hand.work.articles.texts.searching


@pytest.mark.usefixtures("german")
def test_a_noun_keeps_its_capital_where_nouns_have_them(opened: Opener, project: Project) -> None:
    assert "Datum" in opened(project).work.articles.order.accessibleName()
