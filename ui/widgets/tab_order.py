"""Tab order of what is made while the window stands: Qt puts it behind everything else in the window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def follow(before: QWidget, *made: QWidget) -> None:
    """Let Tab go from `before` to what has just been made, and the controls in it, in the order of their making."""
    window = before.window()
    for widget in made:
        for control in (widget, *widget.findChildren(QWidget)):
            # not the list that a combo box pops up, nor the line that hands its focus to the box
            if (
                control.focusPolicy() & Qt.FocusPolicy.TabFocus
                and not control.focusProxy()
                and control.window() is window
            ):
                QWidget.setTabOrder(before, control)
                before = control
