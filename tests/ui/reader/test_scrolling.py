"""Only what is in sight is laid out, and it stays in sight while heights become known."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.reader.conftest import Opened, over, point, span
from ui.reader import ReaderView

RANDOM = random.Random(3)
# narrow and wide letters, so that the estimates are wrong
PARAGRAPHS = [" ".join(RANDOM.choice(["iiii", "WWWW", "ill", "MOMMW"]) * 2 for _ in range(90)) for _ in range(120)]
TEXT = "\n".join(f"{i:03d} {p}" for i, p in enumerate(PARAGRAPHS))


def top_place(view: ReaderView) -> int:
    """The first place of the first line that begins in sight."""
    return view.place_at(QPoint(view.scene.page.left, 20))


def laid_out(view: ReaderView) -> int:
    return sum(view._layout.flow.is_laid_out(n) for n in range(len(view.scene.map.starts)))


def test_opening_lays_out_what_is_in_sight(opened: Opened) -> None:
    view = opened(TEXT)
    assert 1 <= laid_out(view) <= 6
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 2)
    QApplication.processEvents()
    assert laid_out(view) <= 14


@pytest.mark.parametrize("width", [420, 700, 1300])
def test_what_is_at_the_top_stays_there_on_resize(opened: Opened, width: int) -> None:
    view = opened(TEXT, size=(900, 500))
    view.ensure_visible(TEXT.index("060 "), TEXT.index("060 ") + 3)
    view.verticalScrollBar().setValue(view.verticalScrollBar().value() + 333)
    QApplication.processEvents()
    before = top_place(view)
    view.resize(width, 400)
    QApplication.processEvents()
    start, end = view.visible_range()
    assert start <= before <= start + 100
    assert before < end


def test_what_is_at_the_top_stays_there_on_zoom_and_another_face(opened: Opened) -> None:
    view = opened(TEXT, size=(900, 500))
    view.ensure_visible(TEXT.index("060 "), TEXT.index("060 ") + 3)
    for act in (
        lambda: view.set_zoom(170),
        lambda: view.set_font_family("DejaVu Sans"),
        lambda: view.set_line_length(40),
        lambda: view.set_zoom(80),
    ):
        before = top_place(view)
        act()
        QApplication.processEvents()
        start, _ = view.visible_range()
        assert start - 5 <= before <= start + 120


def test_the_top_of_the_page_stays_the_top(opened: Opened) -> None:
    view = opened(TEXT, size=(900, 500))
    view.resize(500, 500)
    view.set_zoom(150)
    QApplication.processEvents()
    assert view.verticalScrollBar().value() == 0


def test_scrolling_up_through_unknown_paragraphs_moves_the_text_evenly(opened: Opened) -> None:
    view = opened(TEXT, size=(800, 500))
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() * 2 // 3)
    QApplication.processEvents()
    for _ in range(120):
        place = view.place_at(QPoint(view.scene.page.left, 60))
        before = point(view, place).y()
        bar.setValue(bar.value() - 45)
        QApplication.processEvents()
        assert point(view, place).y() == before + 45


def test_scrolling_down_moves_the_text_evenly(opened: Opened) -> None:
    view = opened(TEXT, size=(800, 500))
    bar = view.verticalScrollBar()
    for _ in range(120):
        place = view.place_at(QPoint(view.scene.page.left, 300))
        before = point(view, place).y()
        bar.setValue(bar.value() + 45)
        QApplication.processEvents()
        assert point(view, place).y() == before - 45


@pytest.mark.parametrize("number", [0, 1, 60, 119])
def test_ensure_visible_brings_a_range_into_sight(opened: Opened, number: int) -> None:
    view = opened(TEXT, size=(800, 500))
    start = TEXT.index(f"{number:03d} ")
    view.ensure_visible(start, start + 3)
    QApplication.processEvents()
    assert 0 <= point(view, start).y() < view.viewport().height()
    seen = view.visible_range()
    assert seen[0] <= start < seen[1]


def test_what_is_in_sight_already_is_not_scrolled_to(opened: Opened) -> None:
    view = opened(TEXT, size=(800, 500))
    view.verticalScrollBar().setValue(3000)
    QApplication.processEvents()
    value = view.verticalScrollBar().value()
    place = view.place_at(QPoint(300, 250))
    view.ensure_visible(place, place + 1)
    assert view.verticalScrollBar().value() == value


def test_the_end_can_be_reached(opened: Opened, qtbot: QtBot) -> None:
    view = opened(TEXT, size=(800, 500))
    qtbot.keyClick(view, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()
    assert view.caret() == len(TEXT)
    assert 0 <= point(view, len(TEXT) - 2).y() < 500
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    QApplication.processEvents()
    assert point(view, len(TEXT) - 2).y() < 500


def test_a_long_text_without_newlines_is_painted_by_its_visible_lines(opened: Opened) -> None:
    text = "word and " * 20_000
    spans = [span(f"s{i}", "CUE", (i * 40, i * 40 + 8)) for i in range(4000)]
    view = opened(text, spans, size=(800, 500))
    view.ensure_visible(90_000, 90_010)
    QApplication.processEvents()
    start, end = view.visible_range()
    assert start <= 90_000 < end
    assert end - start < 4000
    flow = view._layout.flow
    value = view.verticalScrollBar().value()
    lines = flow.lines(0, value, value + 500)
    assert 10 <= len(lines) <= 22
    assert len(view.visible_spans()) < 100


def test_the_wheel_scrolls_and_with_ctrl_zooms(opened: Opened) -> None:
    view = opened(TEXT, size=(800, 500))

    def wheel(modifiers: Qt.KeyboardModifier) -> None:
        middle = QPointF(200, 200)
        QApplication.sendEvent(
            view.viewport(),
            QWheelEvent(middle, view.viewport().mapToGlobal(middle), QPoint(0, -120), QPoint(0, -120),
                        Qt.MouseButton.NoButton, modifiers, Qt.ScrollPhase.NoScrollPhase, False),
        )  # fmt: skip

    wheel(Qt.KeyboardModifier.NoModifier)
    assert view.verticalScrollBar().value() > 0
    wheel(Qt.KeyboardModifier.ControlModifier)
    assert view.zoom == 90


def test_another_article_starts_at_its_top(opened: Opened) -> None:
    view = opened(TEXT, [over(TEXT, "a", "CUE", "060")], size=(800, 500))
    view.select_span("a")
    view.set_stances([])
    assert view.verticalScrollBar().value() > 0
    view.open("Another", "", "Short.\r\nText 😀.")
    QApplication.processEvents()
    assert view.verticalScrollBar().value() == 0
    assert (view.caret(), view.selection(), view.selected_span) == (0, None, None)
    assert view.visible_range() == (0, len("Short.\r\nText 😀."))
    view.open("Empty", "", "")
    QApplication.processEvents()
    assert view.visible_range() == (0, 0)
