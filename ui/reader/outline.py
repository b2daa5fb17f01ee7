"""An outline with rounded corners round boxes that touch."""

from __future__ import annotations

from collections.abc import Iterable
from math import hypot

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPolygonF


def outline(boxes: Iterable[QRectF], radius: float) -> QPainterPath:
    """The union of the boxes, with corners of that radius in pixels (less where a side is short)."""
    union = QPainterPath()
    for box in boxes:
        part = QPainterPath()
        part.addRect(box)
        union = union.united(part)
    path = QPainterPath()
    for polygon in union.simplified().toSubpathPolygons():
        corners = _corners(polygon)
        if len(corners) >= 3:
            path.addPath(_rounded(corners, radius))
    return path


def _corners(polygon: QPolygonF) -> list[QPointF]:
    """The polygon's points without those that lie on a straight line between their neighbours."""
    points = polygon.toList()
    if points and points[0] == points[-1]:
        points.pop()
    count = len(points)
    return [p for i, p in enumerate(points) if abs(_turn(points[i - 1], p, points[(i + 1) % count])) > 0.01]


def _turn(a: QPointF, b: QPointF, c: QPointF) -> float:
    return (b.x() - a.x()) * (c.y() - b.y()) - (b.y() - a.y()) * (c.x() - b.x())


def _rounded(corners: list[QPointF], radius: float) -> QPainterPath:
    path = QPainterPath()
    count = len(corners)
    for i, corner in enumerate(corners):
        before = _towards(corner, corners[i - 1], radius)
        after = _towards(corner, corners[(i + 1) % count], radius)
        if i:
            path.lineTo(before)
        else:
            path.moveTo(before)
        path.quadTo(corner, after)
    path.closeSubpath()
    return path


def _towards(start: QPointF, goal: QPointF, distance: float) -> QPointF:
    length = hypot(goal.x() - start.x(), goal.y() - start.y())
    share = min(distance, length / 2) / length if length else 0.0
    return start + (goal - start) * share
