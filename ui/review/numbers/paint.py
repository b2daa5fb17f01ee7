"""How figures are painted: digits of one width, intervals with their threshold, bars, grounds of a scale, the sign."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from ui import icons
from ui.review.numbers.cells import Interval
from ui.theme import Theme, ink_on, legible, mix

WEAK, STRONG = 0.08, 0.62  # of the accent in a ground
ONE_LINE = Qt.TextFlag.TextSingleLine


def figures_font(font: QFont, pixels: int = 0, bold: bool = False) -> QFont:
    """The font with digits of one width."""
    found = QFont(font)
    found.setFeature(QFont.Tag("tnum"), 1)
    if pixels:
        found.setPixelSize(pixels)
    found.setBold(bold)
    return found


def ground(theme: Theme, heat: float) -> str:
    """The colour for a value from 0 to 1; what is out of that stands at its end."""
    return mix(theme.accent, theme.panel, WEAK + (STRONG - WEAK) * min(max(heat, 0.0), 1.0))


def ink_for(theme: Theme, colour: str) -> str:
    """Ink that can be read on a ground."""
    return legible(theme.ink, colour) if theme.ink else ink_on(colour)


def paint_interval(painter: QPainter, theme: Theme, box: QRectF, what: Interval) -> None:
    """A scale from 0 to 1 with the interval, the value as a stroke, the threshold as a thinner, longer one."""
    middle = box.center().y()
    scale = QRectF(box.left(), middle - 3, box.width(), 6)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.line))
    painter.drawRoundedRect(scale, 3, 3)
    if what.low is not None and what.high is not None:
        left, right = _at(scale, what.low), _at(scale, what.high)
        painter.setBrush(QColor(mix(theme.accent, theme.panel, 0.5)))
        painter.drawRoundedRect(QRectF(left, scale.top(), max(right - left, 2.0), scale.height()), 3, 3)
    if what.value is not None:
        x = _at(scale.adjusted(1.5, 0, -1.5, 0), what.value)
        painter.setBrush(QColor(theme.accent))
        painter.drawRoundedRect(QRectF(x - 1.5, middle - 6, 3, 12), 1, 1)
    if what.least is not None:
        x = _at(scale.adjusted(0.5, 0, -0.5, 0), what.least)
        painter.setPen(QPen(QColor(theme.opp), 1.5))
        painter.drawLine(QPointF(x, middle - 8), QPointF(x, middle + 8))
    painter.restore()


def paint_share(painter: QPainter, theme: Theme, box: QRectF, share: float) -> None:
    """A bar that long."""
    width = box.width() * min(max(share, 0.0), 1.0)
    if width <= 0:
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(mix(theme.opp, theme.panel, 0.75)))
    painter.drawRoundedRect(QRectF(box.left(), box.center().y() - 4, max(width, 3.0), 8), 3, 3)
    painter.restore()


def paint_sign(painter: QPainter, theme: Theme, box: QRectF) -> None:
    """The sign that something wants a look."""
    icons.paint(painter, "warning", QColor(theme.opp), box)


def _at(scale: QRectF, value: float) -> float:
    return scale.left() + scale.width() * min(max(value, 0.0), 1.0)
