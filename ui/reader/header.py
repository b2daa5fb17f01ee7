"""The title and the byline above the text. They are painted, and no part of the document."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextLayout, QTextOption

from ui.reader.lines import begins_rtl
from ui.reader.scene import Scene
from ui.theme import interface_font


def height(scene: Scene) -> int:
    """From the top of the page to the first line of the text, in pixels."""
    title, byline = _parts(scene)
    return scene.sizes.px(24) + _height(title) + scene.sizes.px(6) + _height(byline) + scene.sizes.px(10)


def draw(painter: QPainter, scene: Scene) -> None:
    """Paint the title and the byline at the top of the page."""
    title, byline = _parts(scene)
    y = scene.sizes.px(24)
    painter.setPen(QColor(scene.theme.ink))
    title.draw(painter, QPointF(scene.page.left, y))
    painter.setPen(QColor(scene.theme.dim))
    byline.draw(painter, QPointF(scene.page.left, y + _height(title) + scene.sizes.px(6)))


def _parts(scene: Scene) -> tuple[QTextLayout, QTextLayout]:
    return (
        _laid_out(scene.title, interface_font(scene.sizes.px(23), bold=True), scene.page.width),
        _laid_out(scene.byline, interface_font(scene.sizes.px(12.5)), scene.page.width),
    )


def _laid_out(text: str, font: QFont, width: int) -> QTextLayout:
    layout = QTextLayout(" ".join(text.split()), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setAlignment(Qt.AlignmentFlag.AlignRight if begins_rtl(text) else Qt.AlignmentFlag.AlignLeft)
    layout.setTextOption(option)
    layout.beginLayout()
    y = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, y))
        y += line.height()
    layout.endLayout()
    return layout


def _height(layout: QTextLayout) -> int:
    return ceil(layout.boundingRect().height()) if layout.text() else 0
