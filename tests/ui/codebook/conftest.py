"""The workspace of the codebook in its window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QTreeWidgetItem

from annotator.operations import spans
from tests.ui.conftest import CTRL, Hand, Key
from ui.codebook.page import CodebookPage
from ui.codebook.review import ReviewDialog


class Editor:
    """The codebook's page, and a hand on it."""

    def __init__(self, hand: Hand) -> None:
        self.hand = hand
        hand.key(Key.Key_3, CTRL)
        page = hand.window.pages.currentWidget()
        assert isinstance(page, CodebookPage)
        self.page = page
        hand.qtbot.waitUntil(page.tree.hasFocus)
        self.settle()

    def settle(self) -> None:
        """Wait until everything is counted."""
        self.hand.qtbot.waitUntil(lambda: not self.page.busy, timeout=10_000)

    def click(self, *place: str) -> None:
        """Click an entry of the tree."""
        item: QTreeWidgetItem = self.page.tree._items[place]
        parent = item.parent()
        while parent is not None:
            parent.setExpanded(True)
            parent = parent.parent()
        self.page.tree.scrollToItem(item)
        QTest.mouseClick(
            self.page.tree.viewport(),
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            self.page.tree.visualItemRect(item).center(),
        )
        assert self.page.tree.place == place

    def retype(self, name: str, text: str) -> None:
        """Type over a line and press Enter."""
        field = self.hand.field(QLineEdit, name)
        field.setFocus()
        field.selectAll()
        self.hand.type(text)
        self.hand.key(Key.Key_Return)

    def review(self) -> ReviewDialog:
        """Press Review changes… and wait for the numbers."""
        self.settle()
        QTest.mouseClick(self.page.bar.look, Qt.MouseButton.LeftButton)
        dialog = self.page.findChild(ReviewDialog)
        assert isinstance(dialog, ReviewDialog)
        self.hand.qtbot.waitUntil(lambda: not dialog.job.running)
        return dialog

    def save(self, dialog: ReviewDialog) -> None:
        """Press Enter on the dialog's button, and wait."""
        number = self.hand.project.codebook().version
        QTest.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
        self.hand.qtbot.waitUntil(lambda: self.hand.project.codebook().version > number)
        self.hand.qtbot.waitUntil(lambda: self.page.findChild(ReviewDialog) is None)
        self.hand.window.activateWindow()
        self.hand.qtbot.waitUntil(self.page.tree.hasFocus)
        self.settle()

    @property
    def bar(self) -> str:
        """What the bar says."""
        self.settle()
        return self.page.bar.words.text() if self.page.bar.isVisible() else ""


@pytest.fixture
def editor(hand: Hand) -> Editor:
    """The page, with two marks in the project."""
    for words, label in (("Ada Vale", "ACTOR"), ("the bridge must close", "CLAIM")):
        start = hand.desk.text.index(words)
        hand.window.session.do(spans.mark, hand.window.session.article, start, start + len(words), label)
    claim = next(s for s in hand.spans() if s.label == "CLAIM")
    hand.window.session.do(spans.describe, hand.window.session.article, claim.id, {"type": "denial"})
    return Editor(hand)
