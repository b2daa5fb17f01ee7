"""A person at the window, tagging an article with keys and mouse until the process is killed.

Run by test_tagging_survives.py: `tagging.py PROJECT SEED`. After each thing done, the number of the step it made is
printed: from then on it must never be lost.
"""

from __future__ import annotations

import os
import random
import sys
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from annotator.operations.registries import annotator
from annotator.store import Project, Step
from annotator.store.queries import article_ids
from ui import theme
from ui.main_window import MainWindow
from ui.session import Session

Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NAMES = ("Council", "Ministry", "Union", "Harbour lobby", "Mayor")


class Tagger:
    """Does at random what annotators do."""

    def __init__(self, app: QApplication, window: MainWindow, source: random.Random) -> None:
        self.app, self.window, self.source = app, window, source
        self.view = window.workspace.view

    def act(self) -> None:
        """One thing."""
        self.source.choices(
            (self.mark, self.link, self.stance, self.delete, self.undo, self.redo), weights=(8, 3, 3, 1, 2, 1)
        )[0]()
        self.app.processEvents()

    def select_words(self) -> None:
        self.view.setFocus()
        area = self.view.viewport().rect()
        place = QPoint(self.source.randrange(20, area.width() // 2), self.source.randrange(80, area.height() - 20))
        QTest.mouseClick(self.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
        self.key(Key.Key_Escape)
        for _ in range(self.source.randint(1, 6)):
            self.key(Key.Key_Right, SHIFT)

    def mark(self) -> None:
        self.select_words()
        self.key(self.source.choice((Key.Key_1, Key.Key_2, Key.Key_3, Key.Key_4)))

    def link(self) -> None:
        self.select_words()
        self.key(Key.Key_1)
        self.key(Key.Key_A)
        self.words(self.source.choice(NAMES))
        self.key(Key.Key_Return)
        self.key(Key.Key_Escape)

    def stance(self) -> None:
        self.select_words()
        self.key(Key.Key_2)
        self.key(Key.Key_S)
        self.words("@")
        self.words(self.source.choice("+-0~?"))
        self.words(self.source.choice(NAMES))
        self.key(Key.Key_Return)
        self.key(Key.Key_Return)
        self.key(Key.Key_Escape)

    def delete(self) -> None:
        self.view.setFocus()
        self.key(Key.Key_Tab)
        self.key(Key.Key_Delete)

    def undo(self) -> None:
        self.view.setFocus()
        self.key(Key.Key_Z, CTRL)

    def redo(self) -> None:
        self.view.setFocus()
        self.key(Key.Key_Z, CTRL | SHIFT)

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self._focus(), key, modifiers)

    def words(self, text: str) -> None:
        QTest.keyClicks(self._focus(), text)

    def _focus(self) -> QWidget:
        return QApplication.focusWidget() or self.view


def main(path: Path, seed: int) -> None:
    """Tag until killed."""
    app = QApplication([])
    theme.apply(app, theme.LIGHT)
    project = Project.open(path)
    session = Session(project, annotator(project, "Ann"))
    window = MainWindow(session, None)

    def acknowledge(step: Step) -> None:
        os.write(1, f"{step.id} {step.kind} {step.title}\n".encode())

    session.changed.connect(acknowledge)
    window.resize(1280, 800)
    window.show()
    session.open_article(article_ids(project, None)[0])
    app.processEvents()
    tagger = Tagger(app, window, random.Random(seed))
    while True:
        tagger.act()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
