"""From a number to its passages and back, with the keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.models import Annotator
from annotator.operations.passages import Passage
from annotator.store import Project
from tests.ui.kit import unnamed
from tests.ui.review.numbers import Key, texts
from ui import theme
from ui.review.agreement_view import AgreementView
from ui.session import Session

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen platform has no window manager


class Desk:
    """The view, used as a person does."""

    def __init__(self, qtbot: QtBot, project: Project) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        theme.apply(app, theme.LIGHT)
        self.qtbot = qtbot
        self.session = Session(project, project.all(Annotator)[0])
        self.view = AgreementView(self.session)
        self.session.setParent(self.view)
        self.passages: list[Passage] = []
        self.view.passage_opened.connect(self.passages.append)
        self.view.set_theme(theme.LIGHT)
        qtbot.addWidget(self.view)
        self.view.resize(1220, 740)
        self.view.show()
        qtbot.waitExposed(self.view)
        self.view.activateWindow()
        qtbot.waitUntil(self.view.isActiveWindow)
        self.wait()

    def wait(self) -> None:
        self.qtbot.waitUntil(lambda: not self.view.busy, timeout=20_000)

    def key(self, key: Key) -> None:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key)
        self.wait()


@pytest.fixture
def desk(qtbot: QtBot, counted: Project) -> Desk:
    return Desk(qtbot, counted)


def test_enter_lists_the_passages_enter_opens_one_escape_goes_back(desk: Desk) -> None:
    view = desk.view
    view.setFocus()
    chain, passages = view.numbers.chain, view.passages
    desk.qtbot.waitUntil(chain.hasFocus)
    for _ in range(4):
        desk.key(Key.Key_Right)
    desk.key(Key.Key_Return)
    assert passages.title.text() == "Polarity"
    # as the number says: of 37 pairs seven differ, in four articles
    board = view.numbers.board
    assert board is not None
    differing = {p.unit.article_id for p in passages.model.shown if p.differs}
    shares = {cells[0].key for cells in view.numbers.detail.articles.cells.sheet.rows if cells[3].text != "0"}
    assert differing == shares and len(shares) == 4
    desk.qtbot.waitUntil(passages.view.hasFocus)
    desk.key(Key.Key_Return)
    assert len(desk.passages) == 1 and desk.passages[0].unit.kind == "statement"
    desk.key(Key.Key_Escape)
    assert chain.hasFocus() and texts(chain)[0][chain.currentIndex().column()] == "0.70"


def test_a_pair_lists_what_that_pair_has(desk: Desk) -> None:
    pairs = desk.view.numbers.detail.pairs
    pairs.setFocus()
    desk.key(Key.Key_Right)
    desk.key(Key.Key_Return)
    found = desk.view.passages.model.shown
    assert found and all(passage.names == ("Ada", "Bruno") for passage in found)
    assert desk.view.passages.title.text() == "Found · Ada and Bruno"


def test_everything_has_a_name(desk: Desk) -> None:
    assert unnamed(desk.view) == []
    assert desk.view.minimumSizeHint().width() <= 1220
