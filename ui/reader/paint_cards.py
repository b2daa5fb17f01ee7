"""Painting stance cards."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from ui.reader.cards import StanceCard, rows
from ui.reader.scene import Scene
from ui.theme import interface_font


def draw(painter: QPainter, scene: Scene, cards: Iterable[tuple[StanceCard, QRectF]]) -> None:
    """Paint the cards in their places; where there is no room for cards, their signs."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for card, rect in cards:
        marked = card.id == scene.deck.selected
        if scene.page.card_width:
            _ground(painter, scene, card, rect, marked)
            _text(painter, scene, card, rect)
        else:
            _sign(painter, scene, card, rect, marked)
    painter.restore()


def _edge(scene: Scene, card: StanceCard, marked: bool) -> QPen:
    if marked:
        return QPen(QColor(scene.theme.accent), 2)
    return QPen(QColor(scene.theme.edge if card.id == scene.deck.hovered else scene.theme.line), 1)


def _ground(painter: QPainter, scene: Scene, card: StanceCard, rect: QRectF, marked: bool) -> None:
    box = rect.adjusted(0.5, 0.5, -0.5, -0.5)
    shadow = QColor(0, 0, 0, 60 if scene.theme.dark else 14)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(shadow)
    painter.drawRoundedRect(box.translated(0, 1.5), 8, 8)
    shape = QPainterPath()
    shape.addRoundedRect(box, 8, 8)
    painter.fillPath(shape, QColor(scene.theme.panel))
    painter.save()
    painter.setClipPath(shape)
    painter.fillRect(QRectF(box.left(), box.top(), 3.5, box.height()), scene.theme.polarity_colour(card.sign))
    painter.restore()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(_edge(scene, card, marked))
    painter.drawPath(shape)


def _text(painter: QPainter, scene: Scene, card: StanceCard, rect: QRectF) -> None:
    sizes = scene.sizes
    left, width = rect.left() + sizes.px(13), rect.width() - sizes.px(23)
    y, high = rect.top() + sizes.px(7), sizes.px(18)
    for row in rows(card, scene.page, sizes):
        x, room = left, width
        for kind, text in row:
            font, metrics = _face(kind, sizes.px(11 if kind == "dim" else 12))
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
            painter.setFont(font)
            painter.setPen(_ink(scene, card, kind))
            painter.drawText(QRectF(x, y, room, high), int(Qt.AlignmentFlag.AlignVCenter), shown)
            step = metrics.horizontalAdvance(shown) + sizes.px(4)
            x, room = x + step, max(0.0, room - step)
        y += high


def _ink(scene: Scene, card: StanceCard, kind: str) -> QColor:
    if kind == "polarity":
        return scene.theme.polarity_colour(card.sign)
    return QColor(scene.theme.dim if kind == "dim" else scene.theme.ink)


@lru_cache(maxsize=32)
def _face(kind: str, pixels: int) -> tuple[QFont, QFontMetricsF]:
    font = interface_font(pixels, bold=kind == "polarity")
    return font, QFontMetricsF(font)


def _sign(painter: QPainter, scene: Scene, card: StanceCard, rect: QRectF, marked: bool) -> None:
    colour = scene.theme.polarity_colour(card.sign)
    box = rect.adjusted(1, 1, -1, -1)
    painter.setBrush(QColor(scene.theme.panel))
    painter.setPen(QPen(QColor(scene.theme.accent) if marked else colour, 2.5 if marked else 1.5))
    painter.drawEllipse(box)
    painter.setPen(colour)
    painter.setFont(interface_font(scene.sizes.px(12), bold=True))
    painter.drawText(box.translated(QPointF(0, -0.5)), int(Qt.AlignmentFlag.AlignCenter), card.sign)
