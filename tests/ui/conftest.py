"""A project's window on the screen, and a hand that types and clicks in it."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QLocale, QModelIndex, QSettings, Qt, QThreadPool
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from annotator.models import Annotator, Layer, Span, Stance
from annotator.operations.registries import annotator
from annotator.store import Project
from tests.factories import add_article, new_project, ticking
from ui import i18n, theme
from ui.main_window import MainWindow
from ui.session import Session

STORY = (
    "Minister Ada Vale said the bridge must close in May. The Port Union called the plan a costly mistake.\n"
    "Vale denied it on Monday, and the ferry lobby praised Port Union for its patience.\n"
)
ODD = (
    "Dr 🦊 Fox said “no” 🎉 today.\r\n"
    "قالت الوزيرة ليلى إن الجسر آمن.\r\n"
    "The 👩‍👩‍👧 family lobby objects.\r\n"
)  # fmt: skip

OURS = ("ui", "annotator", "stancemark")  # the loggers of the program
Key = Qt.Key
NONE, CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


@pytest.fixture
def faults_allowed() -> None:
    """The test makes the program fail on purpose."""


@pytest.fixture(autouse=True)
def _no_fault(caplog: pytest.LogCaptureFixture, request: pytest.FixtureRequest) -> Iterator[None]:
    """What the program logs and goes on after must not be hidden from the tests: Qt's overrides, jobs, mishaps."""
    yield
    if "faults_allowed" not in request.fixturenames:
        faults = [
            record
            for when in ("setup", "call", "teardown")
            for record in caplog.get_records(when)
            if record.levelno >= logging.WARNING and record.name.partition(".")[0] in OURS
        ]
        assert not faults, faults[0].getMessage()


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """A project with three articles by date; the second is the odd one."""
    with new_project(tmp_path) as made:
        add_article(made, STORY, "Bridge row", source="Harbour Wire", published="2026-01-05")
        add_article(made, ODD, "Odd <b>letters</b>", source="Daily Ledger", published="2026-01-06")
        add_article(made, "A third text about ferries.", "Ferries", source="Coast Post", published="2026-01-07")
        annotator(made, "Ann")
        annotator(made, "Ben")
        yield made


@pytest.fixture
def german(qapp: QApplication) -> Iterator[None]:
    """The program speaks German."""
    before = QLocale()
    i18n.speak(qapp, "de")
    yield
    i18n.speak(qapp, "en")
    QLocale.setDefault(before)


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    """Settings of their own."""
    return QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)


class Hand:
    """Uses a window as a person does: keys go to what has the focus, clicks to where things are."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self.qtbot = qtbot
        self.window = window
        self.work = window.workspace
        self.view = window.workspace.view
        self.desk = window.workspace.desk

    # -- what there is
    @property
    def project(self) -> Project:
        return self.window.session.project

    @property
    def layer(self) -> str:
        session = self.window.session
        return Layer.id_for(session.article, session.annotator.id)

    def spans(self) -> list[Span]:
        """The layer's spans as the project has them, in text order."""
        return sorted(self.project.all(Span, self.layer), key=lambda s: s.start)

    def marks(self) -> list[tuple[str, str]]:
        """(label, words) of every span."""
        return [(s.label, s.quote) for s in self.spans()]

    def stances(self) -> list[Stance]:
        return self.project.all(Stance, self.layer)

    def shown(self) -> list[tuple[str, str]]:
        """(label, words) of the spans that the reader draws."""
        index = self.view.scene.index
        found = [index.get(s.id) for s in self.desk.marks.in_order()]
        return [(p.span.label, p.span.quote) for p in found if p is not None] if len(index) == len(found) else []

    @property
    def said(self) -> str:
        """What the status bar says."""
        return self.window.status.message.text

    # -- what it does
    def open(self, number: int) -> None:
        """Open the article of that place, and go to its text."""
        self.click_row(number)
        self.to_text()

    def click_row(self, number: int) -> None:
        view = self.work.articles.view
        index: QModelIndex = self.work.articles.model.index(number)
        view.scrollTo(index)
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, NONE, view.visualRect(index).center())

    def to_text(self) -> None:
        self.view.setFocus()
        self.qtbot.waitUntil(self.view.hasFocus)

    def select(self, words: str) -> None:
        """Select words in the text with the caret and Shift, as the keyboard does."""
        text = self.desk.text
        start = text.index(words)
        self.view.set_selection(start, start)
        self.to_text()
        for _ in range(200):
            selected = self.view.selection()
            if selected is not None and selected[1] >= start + len(words):
                break
            self.key(Key.Key_Right, SHIFT)
        assert self.view.selection() == (start, start + len(words))

    def click_words(self, words: str) -> None:
        """Click the middle of words in the text."""
        at = self.desk.text.index(words)
        self.view.ensure_visible(at, at + len(words))
        place = at + max(1, len(words) // 2)
        cursor = self.view.textCursor()
        cursor.setPosition(self.view.scene.map.to_qt(place))
        rect = self.view.cursorRect(cursor)
        QTest.mouseClick(self.view.viewport(), Qt.MouseButton.LeftButton, NONE, rect.center())

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(self._focus(), key, modifiers)

    def type(self, text: str) -> None:
        """Type text where the focus is."""
        for letter in text:
            if letter.isascii():
                QTest.keyClicks(self._focus(), letter)
            else:  # as a keyboard that has the letter sends it
                for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                    QApplication.sendEvent(self._focus(), QKeyEvent(kind, 0, NONE, letter))

    def click(self, name: str, inside: QWidget | None = None) -> None:
        """Click the button of that accessible name."""
        QTest.mouseClick(self.button(name, inside), Qt.MouseButton.LeftButton)

    def button(self, name: str, inside: QWidget | None = None) -> QAbstractButton:
        found = [
            b
            for b in (inside or self.window).findChildren(QAbstractButton)
            if b.accessibleName() == name and b.isVisible()
        ]
        assert len(found) == 1, (
            name,
            [b.accessibleName() for b in self.window.findChildren(QAbstractButton) if b.isVisible()],
        )
        return found[0]

    def field(self, kind: type[Any], name: str) -> Any:
        """The visible control of that kind and accessible name."""
        found = [w for w in self.window.findChildren(kind) if w.accessibleName() == name and w.isVisible()]
        assert len(found) == 1, (name, [w.accessibleName() for w in self.window.findChildren(kind)])
        return found[0]

    def form(self) -> None:
        """Wait until the inspector and the list have caught up."""
        self.qtbot.waitUntil(lambda: not self.work.inspector.late and not self.work.articles.late)

    def action(self, ident: str) -> QAction:
        return self.window.actions_[ident]

    def _focus(self) -> QWidget:
        focus = QApplication.focusWidget()
        assert focus is not None and self.window.isAncestorOf(focus)
        return focus


Opener = Callable[..., Hand]


@pytest.fixture
def opened(qtbot: QtBot, settings: QSettings) -> Iterator[Opener]:
    """Opens windows on projects. At the end nothing runs, and no window is left open."""
    windows: list[MainWindow] = []
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, theme.LIGHT)

    def open_window(project: Project, who: str = "Ann", keep: bool = True) -> Hand:
        person = next(a for a in project.all(Annotator) if a.name == who)
        session = Session(project, person)
        window = MainWindow(session, settings if keep else None)
        session.setParent(window)
        qtbot.addWidget(window)
        windows.append(window)
        window.resize(1280, 800)
        window.show()
        qtbot.waitExposed(window)
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return Hand(qtbot, window)

    yield open_window
    for window in windows:
        window.close()
    assert QThreadPool.globalInstance().waitForDone(5000)
    app.processEvents()
    left = [w for w in app.topLevelWidgets() if w.isVisible()]
    assert not left, left


@pytest.fixture
def hand(opened: Opener, project: Project) -> Hand:
    """Ann's window, with the first article open and the focus in its text."""
    made = opened(project)
    made.open(0)
    return made


def reopened(project: Project) -> Project:
    """The project closed, and opened again from its file."""
    project.close()
    return Project.open(project.path, clock=ticking("2026-02-01T00:00:"))
