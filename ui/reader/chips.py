"""The small signs between the lines: label chips, hint letters, counts. Drawn once, then kept as pictures."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPixmap

from ui.theme import ink_on, interface_font


class Chip(NamedTuple):
    """A picture and the size it takes on the page, in pixels."""

    picture: QPixmap
    width: int
    height: int


@lru_cache(maxsize=512)
def chip(text: str, ground: str, pixels: int, ratio: float, ink: str | None = None) -> Chip:
    """A rounded tag with bold text of that size; `ground`, `ink` are `#rrggbb`, `ratio` is the device's pixel ratio."""
    font = interface_font(pixels, bold=True)
    pad = max(3, pixels // 3)
    width = round(QFontMetricsF(font).horizontalAdvance(text)) + 2 * pad
    high = pixels + max(2, round(pixels * 0.3))
    picture = QPixmap(round(width * ratio), round(high * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ground))
    painter.drawRoundedRect(QRectF(0, 0, width, high), 3, 3)
    painter.setFont(font)
    painter.setPen(QColor(ink or ink_on(ground)))
    painter.drawText(QRectF(0, 0, width, high), Qt.AlignmentFlag.AlignCenter, text)
    painter.end()
    return Chip(picture, width, high)
