"""A line to type in whose Enter does not press the dialog's button: what was typed is tried out first."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from ui.guard import guarded, nothing


class TypedLine(QLineEdit):
    """Enter stays in the line."""

    @guarded(nothing)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys of the line."""
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
