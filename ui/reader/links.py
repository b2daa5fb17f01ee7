"""The relations of the selected span, as lines between the marks: where they run."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from ui.reader.flow import Flow
from ui.reader.index import Placed
from ui.reader.lines import Line
from ui.reader.pieces import over_lines
from ui.reader.scene import Scene

_SIDE_BY_SIDE = 4  # lines in the margin
_NEAR = 12.0  # how far a line at least leaves its mark before it bends, in pixels


@dataclass(frozen=True, slots=True)
class Route:
    """A line from one mark to another, in document coordinates.

    `tip` is where the arrow's point is, `back` a point that it comes from. `away`: the name of the mark that is out of
    sight, "" where both are in sight; the line then ends at the edge of the view.
    """

    path: QPainterPath
    tip: QPointF
    back: QPointF
    style: int
    away: str = ""
    down: bool = False


class _Ends(NamedTuple):
    head: list[QRectF]
    tail: list[QRectF]


def routes(scene: Scene, flow: Flow) -> list[Route]:
    """The lines to draw: those of the selected span, from either end, as far as an end of theirs is in sight."""
    found = []
    sight = _Sight(scene, flow)
    for number, link in enumerate(scene.links.of(scene.selected)):
        head, tail = scene.index.get(link.head), scene.index.get(link.tail)
        if head is None or tail is None:
            continue
        ends = _Ends(sight.of(head), sight.of(tail))
        if ends.head and ends.tail:
            found.append(_between(scene, ends, link.style))
        elif ends.head or ends.tail:
            found.append(_to_edge(scene, ends, (head, tail), link.style, number))
    return found


class _Sight:
    """Where marks are in sight: several relations have an end in common, and ends a paragraph."""

    def __init__(self, scene: Scene, flow: Flow) -> None:
        self._scene, self._flow = scene, flow
        self._top, self._bottom = float(scene.view_top), float(scene.view_top + scene.view_height)
        self._lines: dict[int, list[Line]] = {}
        self._boxes: dict[str, list[QRectF]] = {}

    def of(self, placed: Placed) -> list[QRectF]:
        """The mark's boxes on the lines in sight, from top to bottom."""
        if placed.id not in self._boxes:
            self._boxes[placed.id] = sorted(self._find(placed), key=lambda box: (box.top(), box.left()))
        return self._boxes[placed.id]

    def _find(self, placed: Placed) -> Iterator[QRectF]:
        scene, flow = self._scene, self._flow
        first = max(scene.map.paragraph_of(placed.start), flow.block_at(self._top))
        last = min(scene.map.paragraph_of(max(placed.start, placed.end - 1)), flow.block_at(self._bottom))
        for number in range(first, last + 1):
            lines = self._lines_of(number)
            for start, end in placed.span.fragments if lines else ():
                for line, runs in over_lines(lines, start, end):
                    left, right = min(run.left for run in runs), max(run.right for run in runs)
                    height = scene.sizes.ascent + scene.sizes.descent
                    yield QRectF(left, line.baseline - scene.sizes.ascent, right - left, height)

    def _lines_of(self, number: int) -> list[Line]:
        if number not in self._lines:
            found = self._flow.lines(number, self._top, self._bottom)
            self._lines[number] = [line for line in found if self._top <= line.baseline <= self._bottom]
        return self._lines[number]


def _between(scene: Scene, ends: _Ends, style: int) -> Route:
    """From the head's box to that of the tail that lies nearest."""
    head, tail = min(
        ((one, other) for one in ends.head for other in ends.tail),
        key=lambda pair: (abs(pair[0].top() - pair[1].top()), abs(pair[0].center().x() - pair[1].center().x())),
    )
    path = QPainterPath()
    if abs(head.top() - tail.top()) < 1:
        start, goal = _top(head), _top(tail)
        lift = min(scene.sizes.step * 0.5, _NEAR + abs(start.x() - goal.x()) * 0.1)  # not into the line above
        bend, back = start - QPointF(0, lift), goal - QPointF(0, lift)
    else:
        down = head.top() < tail.top()
        start, goal = (_bottom(head), _top(tail)) if down else (_top(head), _bottom(tail))
        reach = max(_NEAR, abs(goal.y() - start.y()) / 2) * (1 if down else -1)
        bend, back = start + QPointF(0, reach), goal - QPointF(0, reach)
    path.moveTo(start)
    path.cubicTo(bend, back, goal)
    return Route(path, goal, back, style)


def _to_edge(scene: Scene, ends: _Ends, marks: tuple[Placed, Placed], style: int, number: int) -> Route:
    """From the mark in sight, between two lines, to the margin, and along it to the edge that hides the other mark."""
    head, tail = marks
    here, there = (head, tail) if ends.head else (tail, head)
    boxes = ends.head or ends.tail
    down = there.start > here.start
    box = boxes[-1] if down else boxes[0]
    sizes, away = scene.sizes, 1 if down else -1
    start = _bottom(box) if down else _top(box)
    turn = start + QPointF(0, away * (sizes.step - sizes.ascent - sizes.descent) * 0.8)  # clear of the outline
    margin = scene.page.right + sizes.px(9) + number % _SIDE_BY_SIDE * sizes.px(6)
    corner = QPointF(margin, turn.y())
    edge = QPointF(margin, scene.view_top + (scene.view_height - 3 if down else 3))
    path = QPainterPath()
    path.moveTo(start)
    for place in (turn, corner, edge):
        path.lineTo(place)
    tip, back = (edge, corner) if ends.head else (start, turn)
    return Route(path, tip, back, style, there.span.quote, down)


def _top(box: QRectF) -> QPointF:
    return QPointF(box.center().x(), box.top())


def _bottom(box: QRectF) -> QPointF:
    return QPointF(box.center().x(), box.bottom())
