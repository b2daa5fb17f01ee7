"""Panels as small dialogs: what Enter does, and what stands beside what."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ui.panels import PanelDialog, WhoPanel

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen platform has no window manager


@pytest.fixture
def dialog(qtbot: QtBot) -> Iterator[PanelDialog]:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(900, 600)
    parent.show()
    made = PanelDialog(WhoPanel("Bridge", "Ann", ["Ann", "Ben"]), parent)
    made.show()
    qtbot.waitExposed(made)
    QApplication.processEvents()
    yield made
    made.close()
    parent.close()


def test_one_button_is_the_main_one(dialog: PanelDialog) -> None:
    assert [b.text() for b in dialog.findChildren(QPushButton) if b.isDefault()] == ["Start"]


def test_enter_on_the_other_button_is_that_button(qtbot: QtBot, dialog: PanelDialog) -> None:
    back = next(b for b in dialog.findChildren(QPushButton) if b.text() == "Back")
    back.setFocus()
    with qtbot.waitSignals([dialog.panel.closed, dialog.rejected]):
        QTest.keyClick(back, Qt.Key.Key_Return)


def test_the_heading_is_level_with_its_picture(dialog: PanelDialog) -> None:
    picture, heading, *_ = dialog.panel.findChildren(QLabel)
    middles = [label.mapTo(dialog, QPoint(0, label.height() // 2)).y() for label in (picture, heading)]
    assert abs(middles[0] - middles[1]) <= 3
