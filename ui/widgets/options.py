"""What a delegate is told of a line, with types: the stubs leave them out."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem


def rect_of(option: QStyleOptionViewItem) -> QRect:
    """Where the line is painted."""
    rect: QRect = option.rect
    return rect


def state_of(option: QStyleOptionViewItem) -> QStyle.StateFlag:
    """How the line is: selected, under the mouse, with the focus."""
    state: QStyle.StateFlag = option.state
    return state
