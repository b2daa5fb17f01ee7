"""A chip to tick, or a word before a field, with the cap of the key that does the same."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QToolButton

from ui.guard import guarded, nothing
from ui.i18n import tr
from ui.widgets.key_hint import paint_cap

_CAP, _SIDE = 17, 6  # the style sheet keeps room for a cap of one letter at the right of these roles


class KeyChip(QToolButton):
    """A chip that is on or off."""

    def __init__(self, text: str, key: str, name: str) -> None:
        super().__init__()
        self._key = key
        self.setText(text)
        self.setCheckable(True)
        self.setProperty("role", "keychip")
        self.setAccessibleName(name)
        self.setToolTip(tr("{name} ({key})", name=name, key=key))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @guarded(nothing)
    def paintEvent(self, event: QPaintEvent) -> None:
        """The chip, and the cap at its right."""
        super().paintEvent(event)
        _paint(self, self._key)


class KeyWord(QLabel):
    """A word before a field, with the key that acts on the field."""

    def __init__(self, text: str, key: str) -> None:
        super().__init__()
        self._key = key
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.setProperty("role", "keyword")

    @guarded(nothing)
    def paintEvent(self, event: QPaintEvent) -> None:
        """The word, and the cap at its right."""
        super().paintEvent(event)
        _paint(self, self._key)


def _paint(widget: QToolButton | QLabel, key: str) -> None:
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    box = QRectF(widget.width() - _CAP - _SIDE + 0.5, (widget.height() - 18) / 2 + 0.5, _CAP - 1, 17)
    paint_cap(painter, widget.palette(), box, key, widget.palette().color(QPalette.ColorRole.WindowText))
