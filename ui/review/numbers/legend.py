"""What the grounds of pairs mean: a scale, and grey."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.guard import guarded, nothing
from ui.i18n import number, tr
from ui.review.numbers.paint import figures_font, ground
from ui.review.numbers.square_cells import FEWEST
from ui.theme import LIGHT, Theme

_SCALE, _TALL, _SWATCH, _GAP, _SMALL = 120, 9, 14, 8, 11


class Legend(QWidget):
    """A painted scale from 0 to 1, and what grey is."""

    theme: Theme = LIGHT

    def __init__(self) -> None:
        super().__init__()
        self._grey = tr("grey: not defined, or n < {number}", number=FEWEST)
        self.setAccessibleName(tr("The stronger the colour, the higher the number; {grey}", grey=self._grey))
        self.setToolTip(self.accessibleName())
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    @guarded(lambda: QSize(0, 0))
    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(_SCALE, 20)

    @guarded(nothing)
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it."""
        del event
        painter, theme = QPainter(self), self.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(figures_font(self.font(), _SMALL))
        metrics, middle = painter.fontMetrics(), self.height() / 2
        x = 2.0
        for text, bar in ((number(0.0, 1), True), (number(1.0, 1), False)):
            width = metrics.horizontalAdvance(text)
            self._text(painter, x, width, text)
            x += width + 5
            if bar:
                box = QRectF(x, middle - _TALL / 2, _SCALE, _TALL)
                scale = QLinearGradient(box.topLeft(), box.topRight())
                for step in range(5):
                    scale.setColorAt(step / 4, QColor(ground(theme, step / 4)))
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(scale)
                painter.drawRoundedRect(box, 3, 3)
                x += _SCALE + 5
        x += _GAP
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.line))
        painter.drawRoundedRect(QRectF(x, middle - _TALL / 2, _SWATCH, _TALL), 3, 3)
        x += _SWATCH + 5
        room = self.width() - x
        self._text(painter, x, room, metrics.elidedText(self._grey, Qt.TextElideMode.ElideRight, int(room)))

    def _text(self, painter: QPainter, x: float, width: float, text: str) -> None:
        painter.setPen(QColor(self.theme.dim))
        painter.drawText(QRectF(x, 0, width + 1, self.height()), Qt.AlignmentFlag.AlignVCenter, text)
