"""The program's drop-down list."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox

from ui import icons
from ui.guard import guarded, nothing


class Combo(QComboBox):
    """A combo box with the sign that it drops down, which a style sheet takes away from Qt's own."""

    @guarded(nothing)
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        box = QRectF(self.width() - 22, (self.height() - 16) / 2, 16, 16)
        icons.paint(painter, "down", self.palette().color(self.foregroundRole()), box)
