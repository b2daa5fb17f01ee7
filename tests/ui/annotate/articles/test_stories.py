"""Stories in the article list: seen, found by the filter, joined and parted, found as near-duplicates."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt, QThreadPool
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from annotator.operations.stories import join
from annotator.store import Project
from tests.factories import add_article, new_project
from tests.ui.conftest import CTRL, NONE, SHIFT, Hand, Key
from tests.ui.kit import click, idle, press, session_on, unnamed
from ui.annotate.articles.article_model import ROW
from ui.dialogs.stories import StoriesDialog

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen platform opens no popups
LONG = " ".join(f"The council said in sentence {n} that the bridge would close." for n in range(12))


def stories(hand: Hand) -> list[int]:
    """How many articles the story of each line has."""
    model = hand.work.articles.model
    return [model.index(row).data(ROW).story for row in range(model.rowCount())]


def titles(hand: Hand) -> list[str]:
    model = hand.work.articles.model
    return [model.index(row).data() for row in range(model.rowCount())]


def click_line(hand: Hand, row: int, modifiers: Qt.KeyboardModifier = NONE) -> None:
    view = hand.work.articles.view
    place = view.visualRect(hand.work.articles.model.index(row)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, modifiers, place)


def test_lines_that_are_selected_become_a_story_and_undo_takes_it_back(hand: Hand) -> None:
    assert stories(hand) == [0, 0, 0] and not hand.action("article.join").isEnabled()
    click_line(hand, 0)
    assert not hand.action("article.join").isEnabled() and not hand.action("article.part").isEnabled()
    click_line(hand, 2, CTRL)
    assert hand.work.articles.number_chosen == 2
    hand.action("article.join").trigger()
    assert stories(hand) == [2, 0, 2]
    assert hand.work.articles.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole).endswith("Story of 2")
    assert hand.work.articles.number_chosen == 2 and hand.action("article.part").isEnabled()
    hand.key(Key.Key_Z, CTRL)
    assert stories(hand) == [0, 0, 0] and not hand.action("article.part").isEnabled()
    hand.key(Key.Key_Z, CTRL | SHIFT)
    assert stories(hand) == [2, 0, 2]


def test_a_third_one_changes_the_number_of_those_before(hand: Hand) -> None:
    for row, modifiers in ((0, NONE), (1, CTRL)):
        click_line(hand, row, modifiers)
    hand.action("article.join").trigger()
    click_line(hand, 1)
    hand.key(Key.Key_Down, SHIFT)  # the keyboard selects several too
    assert hand.work.articles.chosen() == [hand.work.articles.model.id_at(row) for row in (1, 2)]
    hand.action("article.join").trigger()
    assert stories(hand) == [3, 3, 3]


def test_one_is_taken_out(hand: Hand) -> None:
    click_line(hand, 0)
    hand.key(Key.Key_A, CTRL)
    hand.action("article.join").trigger()
    assert stories(hand) == [3, 3, 3]
    click_line(hand, 1)
    hand.action("article.part").trigger()
    assert stories(hand) == [2, 0, 2]
    assert not hand.action("article.part").isEnabled()


def test_the_filter_knows_stories(hand: Hand) -> None:
    everything = titles(hand)
    for row, modifiers in ((0, NONE), (2, CTRL)):
        click_line(hand, row, modifiers)
    hand.action("article.join").trigger()
    hand.key(Key.Key_L, CTRL)
    for typed, found in (
        ("story:any", [0, 2]), ("story:none", [1]), ("story:ferries", [0, 2]), ("story:ferries bridge", [0]),
        ("story:odd", []), ("story:any source:coast", [2]), ("story:none date:2026", [1]), ("story:", [0, 1, 2]),
        ("story:ferries date:2026", [0, 2]), ("story:any date:2026-01-07", [2]),
    ):  # fmt: skip
        hand.work.articles.filter.selectAll()
        hand.type(typed)
        assert titles(hand) == [everything[row] for row in found], typed


def test_a_right_click_offers_them(hand: Hand) -> None:
    view = hand.work.articles.view
    for row, modifiers in ((0, NONE), (1, CTRL)):
        click_line(hand, row, modifiers)
    place = view.visualRect(hand.work.articles.model.index(1)).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, view.viewport().mapToGlobal(place))
    QApplication.sendEvent(view.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    texts = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert texts[:3] == ["Join into one story", "Take out of the story", "Find stories…"]
    rect = menu.actionGeometry(next(action for action in menu.actions() if action.text() == texts[0]))
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, NONE, rect.center())
    assert stories(hand) == [2, 2, 0]


def test_the_badge_is_drawn(hand: Hand) -> None:
    view, model = hand.work.articles.view, hand.work.articles.model
    hand.to_text()
    line = view.visualRect(model.index(1))
    corner = QRect(line.right() - 90, line.bottom() - 26, 80, 20)
    plain = view.viewport().grab(corner).toImage()
    hand.window.session.do(join, [model.id_at(row) for row in (0, 1)])
    assert view.viewport().grab(corner).toImage() != plain


@pytest.fixture
def doubles(tmp_path: Path) -> Iterator[Project]:
    with new_project(tmp_path) as project:
        for number, more in enumerate((" One more.", " And one other.", "")):
            add_article(
                project, LONG + more, f"Bridge {number}", source=f"Paper {number}", published=f"2026-01-0{number + 1}"
            )
        add_article(project, "Nothing of the kind.", "Ferry")
        yield project
        QThreadPool.globalInstance().waitForDone()


@pytest.fixture
def dialog(qtbot: QtBot, doubles: Project) -> StoriesDialog:
    dialog = StoriesDialog(session_on(doubles))
    qtbot.addWidget(dialog)
    dialog.show()
    idle(qtbot, dialog)
    return dialog


def test_stories_are_shown_and_taken_apart_and_found_again(qtbot: QtBot, dialog: StoriesDialog) -> None:
    assert dialog.summary.text() == "1 story, with 3 articles." and not dialog.out.isEnabled()
    assert unnamed(dialog) == []
    (top,) = [dialog.tree.topLevelItem(n) for n in range(dialog.tree.topLevelItemCount())]
    assert top is not None and top.text(0) == "Bridge 0 (3)" and top.childCount() == 3
    dialog.tree.setFocus()
    press(dialog.tree, Qt.Key.Key_Home)
    press(dialog.tree, Qt.Key.Key_Down)
    click(dialog.out)
    idle(qtbot, dialog)
    assert dialog.summary.text() == "1 story, with 2 articles."
    click(dialog.search)
    idle(qtbot, dialog)
    qtbot.waitUntil(lambda: "Looked at" in dialog.summary.text() and not dialog.job.running)
    words = "Looked at 4 articles. No new one was found. 1 story, with 2 articles."
    assert dialog.summary.text() == words  # what was parted stays parted


def test_an_article_of_a_story_is_opened(qtbot: QtBot, dialog: StoriesDialog) -> None:
    dialog.tree.setFocus()
    press(dialog.tree, Qt.Key.Key_Home)
    press(dialog.tree, Qt.Key.Key_Return)
    assert dialog._session.article == "" and not dialog.job.running
    press(dialog.tree, Qt.Key.Key_Down)
    press(dialog.tree, Qt.Key.Key_Return)
    assert dialog._session.project.text(dialog._session.article).startswith("The council said")
