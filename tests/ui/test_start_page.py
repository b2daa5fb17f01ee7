from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.kit import click, colours, press, unnamed
from ui import theme
from ui.panels import Panel, WhoPanel
from ui.recent import Recent
from ui.start_page import StartPage

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen platform has no window manager

HERE = Recent(Path("/projects/strait.stancemark"), "strait", "2026-01-02T10:00:00Z")
LOST = Recent(Path("/gone/old.stancemark"), "old", "2025-01-02T10:00:00Z")


@pytest.fixture
def page(qtbot: QtBot) -> StartPage:
    page = StartPage()
    qtbot.addWidget(page)
    page.set_recents([HERE, LOST])
    page.show()
    page.activateWindow()
    page.show_recents()
    qtbot.waitUntil(page.isActiveWindow)
    return page


@pytest.mark.parametrize("dress", [theme.LIGHT, theme.DARK])
def test_the_painted_page_is_not_blank(qtbot: QtBot, qapp: QApplication, dress: theme.Theme) -> None:
    theme.apply(qapp, dress)
    page = StartPage()
    qtbot.addWidget(page)
    page.set_recents([HERE])
    with qtbot.waitSignal(page.painted):
        page.show()
    picture = page.grab().toImage()
    assert picture.pixelColor(2, 2).name() == dress.bg
    assert colours(picture) > 8
    assert colours(page.recents.grab().toImage()) > 3


def test_buttons_and_keys_ask_for_the_same(page: StartPage, qtbot: QtBot) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    with qtbot.waitSignal(page.new_requested):
        click(page.new)
    with qtbot.waitSignal(page.new_requested):
        QTest.keyClick(page, Qt.Key.Key_N, control)
    with qtbot.waitSignal(page.open_requested) as caught:
        click(page.open)
    assert caught.args == [None]
    with qtbot.waitSignal(page.open_requested) as caught:
        QTest.keyClick(page, Qt.Key.Key_O, control)
    assert caught.args == [None]
    with qtbot.waitSignal(page.sample_requested):
        click(page.sample)
    with qtbot.waitSignal(page.about_requested):
        click(page.about)


def test_recent_projects_by_keyboard(page: StartPage, qtbot: QtBot) -> None:
    assert page.recents.hasFocus()
    with qtbot.waitSignal(page.open_requested) as caught:
        press(page.recents, Qt.Key.Key_Return)
    assert caught.args == [HERE.path]
    press(page.recents, Qt.Key.Key_Down)
    with qtbot.waitSignal(page.remove_requested) as caught:
        press(page.recents, Qt.Key.Key_Delete)
    assert caught.args == [LOST.path]


def test_recent_projects_by_mouse(page: StartPage, qtbot: QtBot) -> None:
    row = page.recents.visualRect(page.recents.recents.index(1))
    with qtbot.waitSignal(page.open_requested) as caught:
        QTest.mouseClick(page.recents.viewport(), Qt.MouseButton.LeftButton, pos=row.center())
    assert caught.args == [LOST.path]


def test_a_lost_project_is_greyed_and_says_so(page: StartPage) -> None:
    row = page.recents.visualRect(page.recents.recents.index(1))
    before = page.recents.grab(row).toImage()
    page.set_lost([LOST.path])
    assert page.recents.grab(row).toImage() != before
    index = page.recents.recents.index(1)
    assert "not found" in index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert "not found" not in page.recents.recents.index(0).data(Qt.ItemDataRole.AccessibleTextRole)


def test_a_project_file_can_be_dropped(page: StartPage, qtbot: QtBot) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/projects/new one.stancemark")])
    mouse, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, data, mouse, none)
    QApplication.sendEvent(page, enter)
    assert enter.isAccepted()
    with qtbot.waitSignal(page.open_requested) as caught:
        QApplication.sendEvent(page, QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, mouse, none))
    assert caught.args == [Path("/projects/new one.stancemark")]


def test_web_addresses_are_not_taken(page: StartPage) -> None:
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/a.stancemark")])
    enter = QDragEnterEvent(
        QPoint(9, 9), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    enter.ignore()
    QApplication.sendEvent(page, enter)
    assert not enter.isAccepted()


def test_a_problem_is_shown_in_place_and_escape_leaves_it(page: StartPage, qtbot: QtBot) -> None:
    panel = Panel("warning", "It was not opened", "x is damaged. <b>not bold</b>")
    panel.add_button("Back", primary=True).clicked.connect(panel.closed)
    page.show_panel(panel)
    assert panel.isVisible()
    assert not page.recents.isVisible()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert panel.isAncestorOf(focus)
    press(focus, Qt.Key.Key_Escape)
    qtbot.waitUntil(page.recents.isVisible)
    assert page.panel is None
    assert page.recents.hasFocus()


def test_while_busy_the_buttons_rest(page: StartPage) -> None:
    page.show_busy("Opening strait…")
    assert page.busy_words.isVisible()
    assert not page.new.isEnabled()
    page.show_recents()
    assert page.new.isEnabled()


def test_who_annotates_is_answered_with_enter(page: StartPage, qtbot: QtBot) -> None:
    panel = WhoPanel("strait", "login", ["Ben", "Mara"])
    page.show_panel(panel)
    assert panel.name.currentText() == "login"
    qtbot.waitUntil(panel.name.hasFocus)
    QTest.keyClicks(panel.name, "Mara")  # what was offered is selected, so it is typed over
    with qtbot.waitSignal(panel.chosen) as caught:
        press(panel.name, Qt.Key.Key_Return)
    assert caught.args == ["Mara"]


def test_nobody_annotates_without_a_name(page: StartPage, qtbot: QtBot) -> None:
    panel = WhoPanel("strait", "", [])
    page.show_panel(panel)
    assert not panel.start.isEnabled()
    with qtbot.assertNotEmitted(panel.chosen):
        press(panel.name, Qt.Key.Key_Return)


def test_everything_has_a_name_for_screen_readers(page: StartPage) -> None:
    assert unnamed(page) == []
    page.show_panel(WhoPanel("strait", "", ["Ben"]))
    assert unnamed(page) == []


def test_the_icons_follow_the_theme(page: StartPage, qapp: QApplication, qtbot: QtBot) -> None:
    theme.apply(qapp, theme.LIGHT)
    light = page.open.icon().pixmap(20, 20).toImage()
    theme.apply(qapp, theme.DARK)
    qtbot.waitUntil(lambda: page.open.icon().pixmap(20, 20).toImage() != light)
