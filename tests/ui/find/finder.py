"""The page in its window, and a hand on it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from annotator.models import Article
from annotator.operations import articles
from annotator.store import Project
from tests.ui.conftest import CTRL, NONE, Hand, Key
from ui.find.line_model import HIT
from ui.find.page import FindPage


class Finder:
    """The page, used as a person does."""

    def __init__(self, hand: Hand) -> None:
        self.hand = hand
        hand.key(Key.Key_F, CTRL)
        page = hand.window.pages.page("find")
        assert isinstance(page, FindPage)
        self.page = page
        assert hand.window.pages.current == "find"

    def type(self, words: str) -> None:
        """Type into the line and wait for what is found."""
        self.page.form.edit.selectAll()
        self.hand.type(words)
        self.hand.key(Key.Key_Return)
        self.wait()

    def wait(self) -> None:
        self.hand.qtbot.waitUntil(lambda: not self.page.busy, timeout=20_000)

    def hits(self, column: int = HIT) -> list[str]:
        model = self.page.model
        return [model.index(row, column).data() for row in range(model.rowCount())]

    def point(self, row: int, column: int) -> QPoint:
        return self.page.view.visualRect(self.page.model.index(row, column)).center()

    @property
    def said(self) -> str:
        return self.page.foot.words.whole


@pytest.fixture
def finder(hand: Hand) -> Finder:
    return Finder(hand)


def head(finder: Finder, column: int) -> None:
    """Click a column's head."""
    bar = finder.page.view.horizontalHeader()
    x = bar.sectionViewportPosition(column) + 20
    QTest.mouseClick(bar.viewport(), Qt.MouseButton.LeftButton, NONE, QPoint(x, bar.height() // 2))
    finder.wait()


def many(project: Project, number: int) -> None:
    words = "vale " * 500
    made = [(Path("a"), Article.of(f"{n} {words}", title=f"Long {n}")) for n in range(number)]
    articles.add_articles(project, None, made)
