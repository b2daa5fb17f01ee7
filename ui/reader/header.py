"""The title and the byline above the text. They are painted, and no part of the document."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from ui.reader.scene import Scene
from ui.theme import interface_font

_WRAP = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere


def height(scene: Scene) -> int:
    """From the top of the page to the first line of the text, in pixels."""
    _, byline = _boxes(scene)
    return ceil(byline.bottom()) + scene.sizes.px(10)


def draw(painter: QPainter, scene: Scene) -> None:
    """Paint the title and the byline at the top of the page."""
    title, byline = _boxes(scene)
    painter.save()
    for box, font, colour, text in (
        (title, _title_font(scene), scene.theme.ink, scene.title),
        (byline, _byline_font(scene), scene.theme.dim, scene.byline),
    ):
        painter.setFont(font)
        painter.setPen(QColor(colour))
        painter.drawText(box, int(_WRAP), text)
    painter.restore()


def _boxes(scene: Scene) -> tuple[QRectF, QRectF]:
    sizes, page = scene.sizes, scene.page
    title = _box(_title_font(scene), scene.title, QRectF(page.left, sizes.px(24), page.width, 1e5))
    byline = _box(_byline_font(scene), scene.byline, QRectF(page.left, title.bottom() + sizes.px(6), page.width, 1e5))
    return title, byline


def _box(font: QFont, text: str, room: QRectF) -> QRectF:
    if not text:
        return QRectF(room.left(), room.top(), room.width(), 0)
    box = QFontMetricsF(font).boundingRect(room, int(_WRAP), text)
    return QRectF(room.left(), room.top(), room.width(), ceil(box.height()))


def _title_font(scene: Scene) -> QFont:
    return interface_font(scene.sizes.px(23), bold=True)


def _byline_font(scene: Scene) -> QFont:
    return interface_font(scene.sizes.px(12.5))
