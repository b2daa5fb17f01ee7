"""Spans and cards under the mouse and the keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from tests.ui.reader.conftest import Opened, over, point, span
from ui.reader import ReaderView, StanceCard

LEFT = Qt.MouseButton.LeftButton
TEXT = "The ministry said that the old harbour authority of Ostria must close the canal to all freight at once.\n" * 3
SPANS = [
    over(TEXT, "claim", "CLAIM", "the old harbour authority of Ostria must close the canal"),
    over(TEXT, "outer", "ACTOR", "the old harbour authority of Ostria"),
    over(TEXT, "inner", "ACTOR", "Ostria"),
    over(TEXT, "cue", "CUE", "said"),
]
OSTRIA = TEXT.index("Ostria") + 2
CARD = StanceCard(
    "s", 13, ((13, 17), (19, 30)), "Ministry", "−", "opposes", "Ostria", "intensity 2", "A <b>speaker</b>"
)


@pytest.fixture
def view(opened: Opened) -> ReaderView:
    return opened(TEXT, SPANS, [CARD], size=(1100, 500))


def test_clicks_at_one_place_go_outward_and_round(view: ReaderView, qtbot: QtBot) -> None:
    clicked: list[str] = []
    view.span_clicked.connect(lambda ident, modifiers: clicked.append(ident))
    for expected in ("inner", "outer", "claim", "inner"):
        qtbot.mouseClick(view.viewport(), LEFT, pos=point(view, OSTRIA))
        assert view.selected_span == expected
    assert clicked == ["inner", "outer", "claim", "inner"]


def test_a_click_tells_which_keys_were_held(view: ReaderView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.span_clicked) as blocker:
        qtbot.mouseClick(view.viewport(), LEFT, Qt.KeyboardModifier.ControlModifier, point(view, OSTRIA))
    assert blocker.args == ["inner", Qt.KeyboardModifier.ControlModifier]


def test_a_click_beside_the_spans_selects_none(view: ReaderView, qtbot: QtBot) -> None:
    view.select_span("cue")
    qtbot.mouseClick(view.viewport(), LEFT, pos=point(view, 5))
    assert view.selected_span is None
    assert view.caret() in (5, 6)


def test_a_double_click_activates(view: ReaderView, qtbot: QtBot) -> None:
    at = point(view, OSTRIA)
    qtbot.mouseClick(view.viewport(), LEFT, pos=at)
    with qtbot.waitSignal(view.span_activated) as blocker:
        qtbot.mouseDClick(view.viewport(), LEFT, pos=at)
    assert blocker.args == [view.selected_span]


def test_enter_activates_the_selected_span(view: ReaderView, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(view.span_activated):
        qtbot.keyClick(view, Qt.Key.Key_Return)
    view.select_span("cue")
    with qtbot.waitSignal(view.span_activated) as blocker:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert blocker.args == ["cue"]


def test_tab_goes_through_all_spans_and_round(view: ReaderView, qtbot: QtBot) -> None:
    seen = []
    for _ in range(5):
        qtbot.keyClick(view, Qt.Key.Key_Tab)
        seen.append(view.selected_span)
    assert seen == ["cue", "claim", "outer", "inner", "cue"]
    qtbot.keyClick(view, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert view.selected_span == "inner"
    assert view.caret() == TEXT.index("Ostria")


def test_text_and_a_span_are_never_both_selected(view: ReaderView, qtbot: QtBot) -> None:
    view.select_span("cue")
    view.set_selection(0, 3)
    assert view.selected_span is None
    view.select_span("inner")
    assert view.selection() is None
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.selected_span is None


def test_selecting_a_removed_or_unknown_span(view: ReaderView) -> None:
    view.select_span("cue")
    view.remove_span("cue")
    assert view.selected_span is None
    view.select_span("nowhere")
    assert view.selected_span is None
    view.remove_span("nowhere")


def test_a_replaced_span_stays_selected(view: ReaderView) -> None:
    view.select_span("cue")
    view.set_span(span("cue", "CLAIM", (13, 22)))
    assert view.selected_span == "cue"


def test_the_gap_of_a_split_span_is_not_it(opened: Opened, qtbot: QtBot) -> None:
    view = opened(TEXT, [span("split", "CLAIM", (4, 12), (40, 49))])
    qtbot.mouseClick(view.viewport(), LEFT, pos=point(view, 42))
    assert view.selected_span == "split"
    qtbot.mouseClick(view.viewport(), LEFT, pos=point(view, 25))
    assert view.selected_span is None


def test_the_right_button_asks_for_a_menu(view: ReaderView, qtbot: QtBot) -> None:
    for place, expected in ((OSTRIA, "inner"), (5, "")):
        at = point(view, place)
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, view.viewport().mapToGlobal(at))
        with qtbot.waitSignal(view.context_requested) as blocker:
            QApplication.sendEvent(view.viewport(), event)
        assert blocker.args == [view.viewport().mapToGlobal(at), expected]


def test_the_right_button_on_selected_words_keeps_them(view: ReaderView, qtbot: QtBot) -> None:
    view.set_selection(OSTRIA - 12, OSTRIA + 3)
    chosen, at = view.selection(), point(view, OSTRIA)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, view.viewport().mapToGlobal(at))
    with qtbot.waitSignal(view.context_requested) as blocker:
        QApplication.sendEvent(view.viewport(), event)
    assert blocker.args == [view.viewport().mapToGlobal(at), ""]
    assert (view.selection(), view.selected_span) == (chosen, None)


def card_point(view: ReaderView) -> QPoint:
    return QPoint(view.scene.page.card_left + 20, point(view, 13).y() + 5)


def test_a_click_on_a_card_selects_it(view: ReaderView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.stance_clicked) as blocker:
        qtbot.mouseClick(view.viewport(), LEFT, pos=card_point(view))
    assert blocker.args == ["s"]
    assert view.selected_stance == "s"


def test_a_card_under_the_mouse_shows_its_evidence(view: ReaderView, qtbot: QtBot) -> None:
    before = view.grab().toImage()
    qtbot.mouseMove(view.viewport(), card_point(view))
    qtbot.waitUntil(lambda: view.scene.deck.hovered == "s")
    at = point(view, 20)
    at.setY(at.y() - 11)
    assert view.grab().toImage().pixelColor(at) != before.pixelColor(at)
    qtbot.mouseMove(view.viewport(), QPoint(300, 400))
    qtbot.waitUntil(lambda: view.scene.deck.hovered is None)


@pytest.mark.qt_log_ignore("This plugin does not support raise")
def test_tooltips_say_what_is_there_and_are_never_markup(view: ReaderView) -> None:
    for at, words in ((card_point(view), "A &lt;b&gt;speaker&lt;/b&gt;"), (point(view, OSTRIA), "Claim")):
        event = QHelpEvent(QEvent.Type.ToolTip, at, view.viewport().mapToGlobal(at))
        QApplication.sendEvent(view.viewport(), event)
        assert words in QToolTip.text()
    QToolTip.hideText()


def test_the_wheel_with_ctrl_zooms(view: ReaderView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.zoom_changed) as blocker:
        view.set_zoom(120)
    assert blocker.args == [120]
    view.set_zoom(4000)
    assert view.zoom == 300
