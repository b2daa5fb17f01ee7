"""Painting the relations of the selected span."""

from __future__ import annotations

from math import atan2, cos, pi, sin

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from ui.reader.chips import chip
from ui.reader.flow import Flow
from ui.reader.links import Route, routes
from ui.reader.scene import Scene

_STYLES = (Qt.PenStyle.SolidLine, Qt.PenStyle.DotLine, Qt.PenStyle.DashLine, Qt.PenStyle.DashDotLine)
_NAME = 28  # characters of a mark that is out of sight


def draw(painter: QPainter, scene: Scene, flow: Flow) -> None:
    """Paint the lines over the text; the arrow points at the tail: the source, the cue, the claim that reports."""
    found = routes(scene, flow)
    if not found:
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for route in found:
        _line(painter, scene, route)
    for number, route in enumerate(route for route in found if route.away):
        _name(painter, scene, route, number)
    painter.restore()


def _line(painter: QPainter, scene: Scene, route: Route) -> None:
    width = max(1.5, 1.6 * scene.sizes.scale)
    halo = QColor(scene.theme.paper)
    halo.setAlpha(200)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(halo, width + 3))  # letters under the line must not blur it
    painter.drawPath(route.path)
    ink = QColor(scene.theme.accent)
    painter.setPen(QPen(ink, width, _STYLES[route.style % len(_STYLES)]))
    painter.drawPath(route.path)
    painter.setPen(QPen(ink, 1))
    painter.setBrush(ink)
    painter.drawPolygon(_arrow(route, scene.sizes.px(7)))


def _arrow(route: Route, length: float) -> QPolygonF:
    way = atan2(route.tip.y() - route.back.y(), route.tip.x() - route.back.x())
    wings = [route.tip - QPointF(cos(way + side) * length, sin(way + side) * length) for side in (pi / 7, -pi / 7)]
    return QPolygonF([route.tip, *wings])


def _name(painter: QPainter, scene: Scene, route: Route, number: int) -> None:
    """What lies behind the edge, beside the line's end."""
    words = " ".join(route.away.split())
    short = words if len(words) <= _NAME else f"{words[: _NAME - 1]}…"
    theme, sizes = scene.theme, scene.sizes
    ratio = painter.device().devicePixelRatio()
    sign = chip(f"{'↓' if route.down else '↑'} {short}", theme.accent, sizes.px(10), ratio, theme.on_accent)
    x = min(route.path.currentPosition().x() + sizes.px(7), scene.page.right - sign.width)
    step = number * (sign.height + 3)
    edge = scene.view_top + (scene.view_height - sign.height - 4 - step if route.down else 4 + step)
    painter.drawPixmap(QPointF(round(max(x, scene.page.left)), edge), sign.picture)
