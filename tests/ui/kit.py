"""What the tests of windows and dialogs share: settings in a folder, projects, waiting for jobs."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from annotator import codebook
from annotator.models import Annotator
from annotator.operations.registries import annotator
from annotator.store import Project
from ui.session import Session


class HasJob(Protocol):
    """A dialog with a job bar."""

    @property
    def job(self) -> Any:
        """The bar."""


def settings_in(folder: Path) -> QSettings:
    """Settings of their own, in a file."""
    return QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)


def make_project(path: Path, *names: str) -> Path:
    """A closed project with these annotators."""
    with Project.create(path, codebook.default()) as project:
        for name in names:
            annotator(project, name)
    return path


def session_on(project: Project, name: str = "Mara") -> Session:
    """A session of that annotator."""
    who: Annotator = annotator(project, name)
    return Session(project, who)


def idle(qtbot: QtBot, dialog: HasJob) -> None:
    """Wait until no job is under way."""
    qtbot.waitUntil(lambda: not dialog.job.running, timeout=20_000)


def press(widget: QWidget, key: Qt.Key) -> None:
    """A key, as the user presses it."""
    QTest.keyClick(widget, key)


def click(widget: QWidget) -> None:
    """A click in the middle."""
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def colours(image: QImage) -> int:
    """How many different colours stand on a grid over the picture."""
    return len({image.pixel(x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)})


def unnamed(window: QWidget) -> list[str]:
    """The focusable widgets in sight that a screen reader could not name."""
    from PySide6.QtGui import QAccessible

    found = []
    for widget in window.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            interface = QAccessible.queryAccessibleInterface(widget)
            if interface is None or not interface.text(QAccessible.Text.Name):
                found.append(f"{type(widget).__name__} {widget.objectName()}")
    return found
