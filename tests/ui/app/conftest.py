"""A program started with settings and folders of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.kit import press, settings_in
from ui import theme
from ui.folders import Folders
from ui.main_window import MainWindow
from ui.panels import Panel, WhoPanel
from ui.shell import Shell


@pytest.fixture
def start(tmp_path: Path, qtbot: QtBot, qapp: QApplication) -> Iterator[Callable[[Path | None], Shell]]:
    theme.apply(qapp, theme.LIGHT)
    shells: list[Shell] = []

    def started(path: Path | None = None) -> Shell:
        if shells:
            shells[-1].leave()
        shell = Shell(settings_in(tmp_path), Folders(tmp_path / "documents", tmp_path / "logs"))
        shells.append(shell)
        shell.start(path)
        return shell

    yield started
    shells[-1].leave()


@pytest.fixture
def shell(start: Callable[[Path | None], Shell]) -> Shell:
    return start(None)


def panel(qtbot: QtBot, shell: Shell) -> Panel:
    """The panel on the start page, once there is one."""

    def shown() -> bool:
        return shell.start_page is not None and shell.start_page.panel is not None

    qtbot.waitUntil(shown)
    assert shell.start_page is not None
    found = shell.start_page.panel
    assert found is not None
    return found


def words(panel: Panel) -> str:
    return f"{panel.accessibleName()} {' '.join(label.text() for label in panel.findChildren(type(panel._heading)))}"


def button(panel: Panel | QDialog, text: str) -> QPushButton:
    return next(found for found in panel.findChildren(QPushButton) if text in found.text())


def main_window(qtbot: QtBot, shell: Shell) -> MainWindow:
    qtbot.waitUntil(lambda: shell.main_window is not None, timeout=20_000)
    assert shell.main_window is not None
    return shell.main_window


def enter(qtbot: QtBot, shell: Shell, name: str) -> MainWindow:
    """Answer who annotates."""
    who = panel(qtbot, shell)
    assert isinstance(who, WhoPanel)
    who.name.setFocus()
    edit = who.name.lineEdit()
    assert edit is not None
    edit.selectAll()
    QTest.keyClicks(who.name, name)
    press(who.name, Qt.Key.Key_Return)
    return main_window(qtbot, shell)


def dialog(qtbot: QtBot, kind: type[QDialog]) -> QDialog:
    def found() -> list[QDialog]:
        return [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]

    qtbot.waitUntil(lambda: bool(found()))
    return found()[0]
