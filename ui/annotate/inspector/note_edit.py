"""A few lines of text to write a note or an answer in."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit

from ui.guard import guarded, nothing


class NoteEdit(QPlainTextEdit):
    """A few lines of text. Enter saves, Shift+Enter begins another line, Esc gives up."""

    saved = Signal(str)
    given_up = Signal()

    def __init__(self, name: str, hint: str = "", text: str = "") -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * 3 + 18)
        self.setPlainText(text)

    @guarded(lambda: False)
    def event(self, event: QEvent) -> bool:
        """Ctrl+Enter saves too: it must not end the article while a note is being written."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_enter(event):
            event.accept()
            return True
        return super().event(event)

    @guarded(nothing)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Esc."""
        if _is_enter(event) and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.saved.emit(self.toPlainText().strip())
        elif event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)


def _is_enter(event: QKeyEvent) -> bool:
    return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
