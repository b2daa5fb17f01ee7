"""Which key does what in a comparison."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractSpinBox, QLineEdit, QPlainTextEdit, QWidget

_Key = Qt.Key
_FREE = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
_DEEDS = {
    _Key.Key_B: "both", _Key.Key_0: "none", _Key.Key_E: "edit", _Key.Key_U: "reopen", _Key.Key_R: "reason",
    _Key.Key_G: "rule", _Key.Key_M: "names", _Key.Key_L: "layers", _Key.Key_F: "filter", _Key.Key_J: "down",
    _Key.Key_N: "down", _Key.Key_K: "up", _Key.Key_P: "up", _Key.Key_Escape: "back", _Key.Key_Return: "next",
    _Key.Key_Enter: "next",
}  # fmt: skip
_ARROWS = {_Key.Key_Down: "down", _Key.Key_Up: "up"}


def deed_of(event: QKeyEvent, in_text: bool) -> str:
    """What the key stands for, "" for nothing. `in_text`: arrows move the caret there."""
    if event.modifiers() & ~_FREE:
        return ""
    key = _Key(event.key())
    if _Key.Key_1 <= key <= _Key.Key_9:
        return f"accept {key - _Key.Key_1}"
    arrows = {} if in_text or event.modifiers() & Qt.KeyboardModifier.ShiftModifier else _ARROWS
    return _DEEDS.get(key) or arrows.get(key, "")


def typing(focus: QWidget | None) -> bool:
    """Whether one writes there."""
    return isinstance(focus, QLineEdit | QPlainTextEdit | QAbstractSpinBox)
