"""The list of what one did: read, taken back and done again as far as a step."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.conftest import CTRL, NONE, Hand, Key, Opener
from tests.ui.kit import unnamed
from ui.dialogs.history import HistoryDialog

pytestmark = pytest.mark.qt_log_ignore("does not support")  # the offscreen platform has no window manager

WORDS = ("Port Union", "ferry lobby", "a costly mistake")


class Book:
    """A window in which three marks were made, and its history."""

    def __init__(self, hand: Hand) -> None:
        self.hand = hand
        for words in WORDS:
            hand.select(words)
            hand.key(Key.Key_1)
        hand.action("edit.history").trigger()
        found = hand.window.findChild(HistoryDialog)
        assert found is not None
        self.dialog = found
        hand.qtbot.waitUntil(self.dialog.isActiveWindow)

    @property
    def lines(self) -> list[str]:
        model = self.dialog.model
        return [str(model.index(row, 1).data()) for row in range(model.rowCount())]

    @property
    def says(self) -> str:
        return self.dialog.says.text()

    def key(self, key: Qt.Key) -> None:
        QTest.keyClick(self.dialog.view, key)

    def settle(self, marks: int) -> None:
        self.hand.qtbot.waitUntil(lambda: len(self.hand.marks()) == marks and self.dialog._left == 0)
        self.hand.qtbot.waitUntil(lambda: not self.dialog._later.isActive())


@pytest.fixture
def book(hand: Hand) -> Book:
    return Book(hand)


def test_newest_first_with_time_and_article(book: Book) -> None:
    model = book.dialog.model
    assert book.lines == ["Mark actor"] * 3
    assert [model.index(0, n).data() for n in (1, 2)] == ["Mark actor", "Bridge row"]
    assert ":" in model.index(0, 0).data()
    assert book.dialog.view.currentIndex().row() == 0
    assert book.says == "Takes back “mark actor”."
    assert unnamed(book.dialog) == []


def test_enter_takes_back_as_far_as_the_line_and_again(book: Book) -> None:
    book.key(Key.Key_Down)
    assert book.says == "Takes back “mark actor”, and 1 step after it."
    assert book.dialog.go.text() == "Take back 2 steps"
    book.key(Key.Key_Return)
    book.settle(1)
    assert book.lines == ["Mark actor · taken back", "Mark actor · taken back", "Mark actor"]
    assert book.dialog.view.currentIndex().row() == 1
    assert book.says == "Does “mark actor” again."
    book.key(Key.Key_Up)
    assert book.says == "Does “mark actor” again, and before it 1 step."
    book.key(Key.Key_Return)
    book.settle(3)
    assert book.lines == ["Mark actor"] * 3
    assert [words for _, words in book.hand.marks()] == ["Port Union", "a costly mistake", "ferry lobby"]


def test_what_was_taken_back_is_grey(book: Book) -> None:
    model = book.dialog.model
    assert model.index(0, 1).data(Qt.ItemDataRole.ForegroundRole) is None
    QTest.mouseClick(book.dialog.go, Qt.MouseButton.LeftButton)
    book.settle(2)
    assert model.index(0, 1).data(Qt.ItemDataRole.ForegroundRole) == model.faint
    assert model.index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole).startswith("Mark actor · taken back, Bridge row")


def test_it_keeps_up_with_the_window(book: Book) -> None:
    hand = book.hand
    hand.window.activateWindow()
    hand.to_text()
    hand.key(Key.Key_Z, CTRL)
    hand.qtbot.waitUntil(lambda: book.lines[0].endswith("taken back"))
    hand.select("Port Union")
    hand.key(Key.Key_2)
    hand.qtbot.waitUntil(lambda: book.lines == ["Mark claim", "Mark actor", "Mark actor"])


def test_a_step_of_another_article_opens_it(book: Book) -> None:
    hand = book.hand
    first = hand.window.session.article
    hand.window.activateWindow()
    hand.open(2)
    QTest.mouseClick(book.dialog.go, Qt.MouseButton.LeftButton)
    book.settle(2)
    assert hand.window.session.article == first


def test_opened_twice_there_is_one(book: Book) -> None:
    book.hand.action("edit.history").trigger()
    assert len(book.hand.window.findChildren(HistoryDialog)) == 1


def test_nothing_yet(hand: Hand) -> None:
    hand.action("edit.history").trigger()
    dialog = hand.window.findChild(HistoryDialog)
    assert dialog is not None
    assert dialog.empty.isVisible() and not dialog.view.isVisible()
    assert not dialog.go.isEnabled()


def test_a_long_history_is_read_in_pages_and_a_long_way_can_be_stopped(hand: Hand) -> None:
    from annotator.operations.registries import add_actor

    for n in range(340):
        hand.window.session.do(add_actor, f"Actor {n}")
    hand.action("edit.history").trigger()
    dialog = hand.window.findChild(HistoryDialog)
    assert dialog is not None
    assert dialog.model.rowCount() == 100
    QTest.keyClick(dialog.view, Key.Key_End)
    assert dialog.model.rowCount() == 200
    QTest.keyClick(dialog.view, Key.Key_End)
    QTest.keyClick(dialog.view, Key.Key_End)
    QTest.keyClick(dialog.view, Key.Key_End)
    assert dialog.model.rowCount() == 340
    dialog.view.setCurrentIndex(dialog.model.index(120, 0))
    QTest.keyClick(dialog.view, Key.Key_Return)
    hand.qtbot.waitUntil(lambda: dialog.go.text() == "Stop")
    QTest.mouseClick(dialog.go, Qt.MouseButton.LeftButton, NONE)
    hand.qtbot.waitUntil(lambda: dialog.go.text() != "Stop" and any(step.undone for step in dialog.model.steps))
    assert sum(step.undone for step in dialog.model.steps) < 121


def test_a_step_that_cannot_be_taken_back_is_said(book: Book, opened: Opener) -> None:
    project, hand = book.hand.project, book.hand
    span = next(s for s in hand.spans() if s.quote == "a costly mistake")
    with project.step("Elsewhere", None) as step:  # as a merge does
        step.update(type(span), span.id, hand.layer, uncertain=True)
    QTest.mouseClick(book.dialog.go, Qt.MouseButton.LeftButton)
    assert "changed since" in book.dialog.trouble.text()
    book.settle(3)
