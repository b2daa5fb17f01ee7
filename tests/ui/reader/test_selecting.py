"""Selecting and copying text with real mouse and key events."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from pytestqt.qtbot import QtBot

from tests.ui.reader.conftest import Opened, over, point
from ui.reader import ReaderView

LEFT = Qt.MouseButton.LeftButton
SHIFT, ALT, CTRL = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
)
PLAIN = "The envoy rejected the charge at noon.\nNobody else spoke."
TEXTS = {
    "plain": PLAIN,
    "crlf": "First line.\r\nSecond line.\r\n\r\nThird line.",
    "lone cr": "First line.\rSecond line.\rThird.",
    "emoji": "One 😀 two 👨‍👩‍👧 three 🇩🇪 four.\r\nFive 😀😀.",
    "rtl": "הוא אמר לסוכנות רויטרס.\nשלום Reuters שלום 12.",
    "separators": "a\u2028b\u2029c\ufdd0d\ufdd1e\u0085f\u000bg\ufffch",
    "decomposed": "Zoe\u0308 na\u00efve e\u0301te\u0301",
    "byte order mark": "\ufeffHello \ufeffthere \ufffeyou",
    "only one line": "no newline at the end",
    "newline at the end": "one newline at the end\n",
}


def drag(
    qtbot: QtBot,
    view: ReaderView,
    start: int,
    end: int,
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    port = view.viewport()
    qtbot.mousePress(port, LEFT, modifiers, point(view, start))
    qtbot.mouseMove(port, point(view, (start + end) // 2))
    send_move(view, point(view, end), modifiers)
    qtbot.mouseRelease(port, LEFT, modifiers, point(view, end))


def send_move(view: ReaderView, at: QPoint, modifiers: Qt.KeyboardModifier) -> None:
    from PySide6.QtCore import QEvent, QPointF
    from PySide6.QtGui import QMouseEvent

    event = QMouseEvent(
        QEvent.Type.MouseMove, QPointF(at), QPointF(view.viewport().mapToGlobal(at)), LEFT, LEFT, modifiers
    )
    QGuiApplication.sendEvent(view.viewport(), event)


def test_a_drag_selects_whole_tokens(opened: Opened, qtbot: QtBot) -> None:
    view = opened(PLAIN)
    drag(qtbot, view, PLAIN.index("nvoy"), PLAIN.index("jected"))
    assert view.selection() == (4, 18)
    assert PLAIN[4:18] == "envoy rejected"
    assert view.caret() == 18


def test_a_drag_backwards_puts_the_caret_first(opened: Opened, qtbot: QtBot) -> None:
    view = opened(PLAIN)
    drag(qtbot, view, PLAIN.index("jected"), PLAIN.index("nvoy"))
    assert (view.selection(), view.caret()) == ((4, 18), 4)


def test_with_alt_a_drag_selects_characters(opened: Opened, qtbot: QtBot) -> None:
    view = opened(PLAIN)
    drag(qtbot, view, 5, 13, ALT)
    chosen = view.selection()
    assert chosen is not None
    assert (abs(chosen[0] - 5) <= 1, abs(chosen[1] - 13) <= 1) == (True, True)
    assert chosen != (4, 18)


def test_without_snapping_a_drag_selects_characters(opened: Opened, qtbot: QtBot) -> None:
    view = opened(PLAIN)
    view.snapping = False
    drag(qtbot, view, 5, 13)
    assert view.selection() not in (None, (4, 18))


def test_a_drag_over_paragraphs(opened: Opened, qtbot: QtBot) -> None:
    view = opened(PLAIN)
    drag(qtbot, view, PLAIN.index("harge"), PLAIN.index("body"))
    assert view.selection() == (PLAIN.index("charge"), PLAIN.index(" else"))


def test_shift_and_click_extend(opened: Opened, qtbot: QtBot) -> None:
    view = opened(PLAIN)
    qtbot.mouseClick(view.viewport(), LEFT, pos=point(view, 5))
    qtbot.mouseClick(view.viewport(), LEFT, SHIFT, point(view, 20))
    assert view.selection() == (4, 22)


def test_a_double_click_selects_a_token(opened: Opened, qtbot: QtBot) -> None:
    view = opened(PLAIN)
    qtbot.mouseDClick(view.viewport(), LEFT, pos=point(view, 12))
    assert view.selection() == (10, 18)


def test_keys_walk_and_extend(opened: Opened, qtbot: QtBot) -> None:
    view = opened(PLAIN)
    for key, modifiers, caret, chosen in [
        (Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier, 4, None),
        (Qt.Key.Key_Right, SHIFT, 9, (4, 9)),
        (Qt.Key.Key_Right, SHIFT, 18, (4, 18)),
        (Qt.Key.Key_Left, SHIFT, 9, (4, 9)),
        (Qt.Key.Key_Right, CTRL | SHIFT, 10, (4, 10)),
        (Qt.Key.Key_Home, Qt.KeyboardModifier.NoModifier, 0, None),
        (Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier, 39, None),
        (Qt.Key.Key_End, Qt.KeyboardModifier.NoModifier, len(PLAIN), None),
        (Qt.Key.Key_Up, SHIFT, PLAIN.index(" rejected"), (PLAIN.index(" rejected"), len(PLAIN))),
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier, PLAIN.index(" rejected"), None),
    ]:
        if key == Qt.Key.Key_Up:
            qtbot.keyClick(view, key, modifiers)
            assert view.selection() is not None
            assert view.selection() == (view.caret(), len(PLAIN))
            continue
        qtbot.keyClick(view, key, modifiers)
        if key != Qt.Key.Key_Escape:
            assert (view.caret(), view.selection()) == (caret, chosen), key
        else:
            assert view.selection() is None


def test_up_and_down_go_by_line_in_one_paragraph(opened: Opened, qtbot: QtBot) -> None:
    text = "word " * 80
    view = opened(text, size=(700, 500))
    carets = [view.caret()]
    for _ in range(3):
        qtbot.keyClick(view, Qt.Key.Key_Down)
        carets.append(view.caret())
    assert len(set(carets)) == 4
    qtbot.keyClick(view, Qt.Key.Key_Up)
    assert view.caret() == carets[2]


def test_in_a_paragraph_from_right_to_left_the_left_key_goes_on(opened: Opened, qtbot: QtBot) -> None:
    view = opened(TEXTS["rtl"])
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert view.caret() == 4
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.caret() == 0


def test_keys_with_alt_are_left_to_the_window(opened: Opened, qtbot: QtBot) -> None:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent

    view = opened(PLAIN)
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up):
        event = QKeyEvent(QEvent.Type.KeyPress, key, ALT)
        view.keyPressEvent(event)
        assert not event.isAccepted()
    letter = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_2, Qt.KeyboardModifier.NoModifier, "2")
    view.keyPressEvent(letter)
    assert not letter.isAccepted()
    assert view.caret() == 0


@pytest.mark.parametrize("kind", TEXTS)
def test_what_is_selected_is_what_is_copied(opened: Opened, qtbot: QtBot, kind: str) -> None:
    text = TEXTS[kind]
    view = opened(text)
    clipboard = QGuiApplication.clipboard()
    for start in range(len(text)):
        for end in {start + 1, min(len(text), start + 4), len(text)}:
            if text[start - 1 : start + 1] == "\r\n" or text[end - 1 : end + 1] == "\r\n":
                continue  # no caret stands between them
            view.set_selection(start, end)
            assert view.selection() == (start, end)
            assert view.createMimeDataFromSelection().text() == text[start:end]
            assert view.createMimeDataFromSelection().formats() == ["text/plain"]
    qtbot.keyClick(view, Qt.Key.Key_A, CTRL)
    qtbot.keyClick(view, Qt.Key.Key_C, CTRL)
    assert clipboard.text() == text
    assert not clipboard.mimeData().hasHtml()


@pytest.mark.parametrize("kind", TEXTS)
def test_every_character_is_found_under_its_own_picture(opened: Opened, kind: str) -> None:
    text = TEXTS[kind]
    view = opened(text, [over(text, "all", "ACTOR", text.strip())])
    cursor = QTextCursor(view.document())
    while cursor.movePosition(QTextCursor.MoveOperation.NextCharacter):
        place = view.scene.map.to_codepoint(cursor.position())
        assert view.scene.map.to_qt(place) == cursor.position()
        rect = view.cursorRect(cursor)
        assert abs(view.scene.map.to_qt(view.place_at(rect.center())) - cursor.position()) <= 12


def test_selecting_says_so_once(opened: Opened, qtbot: QtBot) -> None:
    view = opened(PLAIN)
    told: list[tuple[int, int] | None] = []
    view.selection_changed.connect(lambda: told.append(view.selection()))
    view.set_selection(0, 3)
    view.set_selection(0, 3)
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert told == [(0, 3), None]


def test_selecting_beyond_the_edge_scrolls(opened: Opened, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    view = opened("A line of words here.\n" * 200, size=(700, 300))
    port = view.viewport()
    qtbot.mousePress(port, LEFT, pos=QPoint(100, 200))
    below = QPoint(100, 360)
    send_move(view, below, Qt.KeyboardModifier.NoModifier)
    monkeypatch.setattr(type(view.cursor()), "pos", staticmethod(lambda: port.mapToGlobal(below)))
    qtbot.waitUntil(lambda: view.verticalScrollBar().value() > 150)
    qtbot.mouseRelease(port, LEFT, pos=below)
    stopped = view.verticalScrollBar().value()
    chosen = view.selection()
    assert chosen is not None
    assert chosen[1] - chosen[0] > 100
    qtbot.wait(100)
    assert view.verticalScrollBar().value() == stopped
