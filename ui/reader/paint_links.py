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
        _name(painter, scene, flow, route, number)
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


def _name(painter: QPainter, scene: Scene, flow: Flow, route: Route, number: int) -> None:
    """What lies behind the edge, beside the line, between two lines of text: no letter is hidden."""
    words = " ".join(route.away.split())
    short = words if len(words) <= _NAME else f"{words[: _NAME - 1]}…"
    theme, sizes = scene.theme, scene.sizes
    ratio = painter.device().devicePixelRatio()
    sign = chip(f"{'↓' if route.down else '↑'} {short}", theme.accent, _letters(scene), ratio, theme.on_accent)
    x = min(route.path.currentPosition().x() + sizes.px(7), scene.page.right - sign.width)
    y = gap_at_edge(scene, flow, route.down, number) - sign.height / 2
    painter.drawPixmap(QPointF(round(max(x, scene.page.left)), round(y)), sign.picture)


def _letters(scene: Scene) -> int:
    """The size of letters whose sign fits between two lines."""
    room = scene.sizes.step - scene.sizes.ascent - scene.sizes.descent
    return max(6, min(scene.sizes.px(10), int((room - 1) / 1.3)))


def gap_at_edge(scene: Scene, flow: Flow, down: bool, number: int) -> float:
    """The middle of the gap between lines that is the `number`th from the lower edge of the view, or the upper one."""
    sizes, top, bottom = scene.sizes, scene.view_top, scene.view_top + scene.view_height
    half = (sizes.step - sizes.ascent - sizes.descent) / 2
    blocks = range(flow.block_at(top), flow.block_at(bottom) + 1)
    lines = (line for block in blocks for line in flow.lines(block, top, bottom))
    if down:
        gaps = [y for line in lines if (y := line.baseline + sizes.descent + half) + half <= bottom][::-1]
    else:
        gaps = [y for line in lines if (y := line.baseline - sizes.ascent - half) - half >= top]
    return gaps[min(number, len(gaps) - 1)] if gaps else (bottom - half if down else top + half)
