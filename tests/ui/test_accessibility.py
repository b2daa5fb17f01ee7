"""Every control that takes the focus has a name, in every state of the window; and no text is taken for HTML."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QScrollBar, QWidget

from annotator.operations.registries import add_actor
from tests.ui.conftest import Hand, Key, Opener
from ui.annotate.inspector.inspector import NOTES


def nameless(window: QWidget) -> list[str]:
    """The visible widgets that take the focus by Tab and that a screen reader would have no name for."""
    found = []
    for widget in window.findChildren(QWidget):
        if (
            not widget.isVisible()
            or not widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            or isinstance(widget, QScrollBar)
        ):
            continue
        face = QAccessible.queryAccessibleInterface(widget)
        if face is None or not face.text(QAccessible.Text.Name).strip():
            found.append(f"{type(widget).__name__} {widget.objectName()}")
    return found


def test_every_control_has_a_name(hand: Hand) -> None:
    assert nameless(hand.window) == []
    hand.window.session.do(add_actor, "Ada Vale")
    hand.select("Ada Vale")
    hand.key(Key.Key_1)
    hand.form()
    assert nameless(hand.window) == []
    hand.key(Key.Key_A)
    assert nameless(hand.window) == []
    hand.key(Key.Key_Return)
    hand.select("the bridge must close")
    hand.key(Key.Key_2)
    hand.form()
    assert nameless(hand.window) == []
    hand.key(Key.Key_S)
    assert nameless(hand.window) == []
    hand.type("@+Ada")
    hand.key(Key.Key_Return)
    hand.key(Key.Key_Return)
    hand.work.show_stance(hand.stances()[0].id)
    hand.form()
    assert nameless(hand.window) == []
    hand.key(Key.Key_N)
    hand.type("A note")
    hand.key(Key.Key_Return)
    hand.form()
    assert hand.work.inspector.tabs.currentIndex() == NOTES
    assert nameless(hand.window) == []


def test_the_audit_finds_a_nameless_control(hand: Hand) -> None:
    hand.work.articles.filter.setAccessibleName("")
    hand.work.articles.filter.setPlaceholderText("")
    assert nameless(hand.window) == ["FilterLine "]


def test_names_with_tags_are_shown_as_they_are(opened: Opener, hand: Hand) -> None:
    hand.window.session.do(add_actor, "<img src=x onerror=alert(1)>")
    hand.select("Ada Vale")
    hand.key(Key.Key_1)
    hand.key(Key.Key_A)
    hand.type("<img")
    hand.key(Key.Key_Return)
    hand.form()
    for widget in hand.window.findChildren(QWidget):
        tip = widget.toolTip()
        assert "<img" not in tip
