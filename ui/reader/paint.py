"""Painting the marks of the lines in sight: grounds under the text; lines, brackets, chips and hints over it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from ui.reader import signs
from ui.reader.index import Placed
from ui.reader.lines import Line, Run
from ui.reader.metrics import MAX_LANES
from ui.reader.outline import outline
from ui.reader.pieces import Gap, Piece, gaps, over_lines, pieces
from ui.reader.scene import Look, Scene

_ANTIALIAS = QPainter.RenderHint.Antialiasing


class Brush:
    """Paints one paragraph's marks: `under` before its text, then `over`, for the same lines."""

    def __init__(self, painter: QPainter, scene: Scene) -> None:
        self._painter = painter
        self._scene = scene
        self._pieces: list[Piece] = []
        self._placed: list[Placed] = []

    def under(self, lines: Sequence[Line], selections: Sequence[tuple[int, int]]) -> None:
        """Paint what lies under the text: found passages, evidence, fills, the selection."""
        painter, scene = self._painter, self._scene
        self._placed = scene.index.between(lines[0].start, lines[-1].end + 1) if lines else []
        self._pieces = [piece for placed in self._placed for piece in pieces(lines, placed)]
        painter.save()
        painter.setRenderHint(_ANTIALIAS)
        self._found(lines)
        self._evidence(lines)
        for piece in self._pieces:
            look = scene.look(piece.placed.span.label)
            if look.style == "fill" and piece.placed.lane < MAX_LANES:
                self._fill(piece, look)
        self._selected_ground(lines)
        ground = QColor(scene.theme.selection)
        ground.setAlpha(215)
        self._bands(lines, selections, ground)
        painter.restore()

    def over(self, lines: Sequence[Line]) -> None:
        """Paint what lies over the text: lines in their lanes, brackets, connectors, the outline, chips, hints."""
        painter, scene = self._painter, self._scene
        painter.save()
        painter.setRenderHint(_ANTIALIAS)
        hidden: Counter[Line] = Counter()
        for placed in self._placed:
            if len(placed.span.fragments) > 1 and placed.lane < MAX_LANES:
                for gap in gaps(lines, placed):
                    self._gap(gap)
        for piece in self._pieces:
            if piece.placed.lane < MAX_LANES:
                self._stroke(piece, scene.look(piece.placed.span.label))
            else:
                hidden[piece.line] += 1
        self._selected_outline()
        signs.draw(painter, scene, self._pieces, hidden)
        painter.restore()

    # -- grounds -----------------------------------------------------------------------------------------------------

    def _text_box(self, line: Line, run: Run, more: float = 0) -> QRectF:
        sizes = self._scene.sizes
        top = line.baseline - sizes.ascent + 1 - more
        return QRectF(run.left, top, run.right - run.left, sizes.ascent + sizes.descent + 2 * more)

    def _bands(self, lines: Sequence[Line], ranges: Sequence[tuple[int, int]], ground: QColor) -> None:
        for start, end in ranges:
            if start < end and lines and start < lines[-1].end and end > lines[0].start:
                for line, runs in over_lines(lines, start, end):
                    for run in runs:
                        self._painter.fillRect(self._text_box(line, run, 3), ground)

    def _found(self, lines: Sequence[Line]) -> None:
        if lines and self._scene.matches:
            near = [m for m in self._scene.matches if m[0] < lines[-1].end and m[1] > lines[0].start]
            self._bands(lines, near, QColor(self._scene.theme.found))

    def _evidence(self, lines: Sequence[Line]) -> None:
        shown = self._scene.evidence()
        if not shown:
            return
        sign, ranges = shown
        colour = self._scene.theme.polarity_colour(sign)
        ground = QColor(colour)
        ground.setAlpha(38)
        self._bands(lines, ranges, ground)
        self._painter.setPen(QPen(colour, 1.2, Qt.PenStyle.DashLine))
        for start, end in ranges:
            for line, runs in over_lines(lines, start, end):
                for run in runs:
                    box = self._text_box(line, run, 3)
                    self._painter.drawLine(box.topLeft(), box.topRight())
                    self._painter.drawLine(box.bottomLeft(), box.bottomRight())

    def _fill(self, piece: Piece, look: Look) -> None:
        painter = self._painter
        nested = piece.placed.lane > 0
        edge = QColor(look.line)
        edge.setAlpha(120)
        # one fill inside another would not be seen without an edge
        painter.setPen(QPen(edge, 1) if nested else Qt.PenStyle.NoPen)
        painter.setBrush(look.fill)
        for run in piece.runs:
            box = self._text_box(piece.line, run).adjusted(-2, 0, 2, 0)
            painter.drawRoundedRect(box.adjusted(1, 2, -1, -1) if nested else box, 4, 4)

    # -- lines -------------------------------------------------------------------------------------------------------

    def _lane_y(self, line: Line, lane: int) -> float:
        """The middle of a lane's line, whose edges lie between pixels."""
        sizes = self._scene.sizes
        return line.baseline + round(sizes.lane_top + lane * sizes.lane_step) + sizes.lane_width / 2

    def _stroke(self, piece: Piece, look: Look) -> None:
        painter, width = self._painter, self._scene.sizes.lane_width
        y = self._lane_y(piece.line, piece.placed.lane)
        pen = QPen(look.line, width)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if look.style == "dotted":
            pen.setDashPattern([1.0, 1.3])
        painter.setPen(pen)
        reach = 2 if look.style == "fill" else 0
        for run in piece.runs:
            painter.drawLine(QPointF(run.left - reach, y), QPointF(run.right + reach, y))
        if look.style == "bracket":
            self._corners(piece, look, y)

    def _corners(self, piece: Piece, look: Look, y: float) -> None:
        """The marks that open and close a bracket."""
        sizes = self._scene.sizes
        arm, path = sizes.px(5), QPainterPath()
        if piece.opens:
            run = piece.runs[0]
            x, top = run.start, piece.line.baseline - sizes.ascender - sizes.px(4)
            inward = -arm if run.rtl else arm
            path.moveTo(x, top + arm)
            path.lineTo(x, top)
            path.lineTo(x + inward, top)
        if piece.closes:
            run = piece.runs[-1]
            path.moveTo(run.end, y - arm - sizes.px(1))
            path.lineTo(run.end, y + sizes.lane_width / 2)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.setPen(QPen(look.line, max(1.4, sizes.lane_width * 0.9)))
        self._painter.drawPath(path)

    def _gap(self, gap: Gap) -> None:
        look = self._scene.look(gap.placed.span.label)
        thin = max(1, self._scene.sizes.lane_width - 1)
        y = self._lane_y(gap.line, gap.placed.lane) - (self._scene.sizes.lane_width - thin) / 2
        pen = QPen(look.line, thin)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if not gap.far:
            pen.setDashPattern([4.0, 4.0])
            self._painter.setPen(pen)
            for run in gap.runs:
                self._painter.drawLine(QPointF(run.left, y), QPointF(run.right, y))
            return
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(look.line)
        size = self._scene.sizes.px(3)
        for shown, x in ((gap.opens, gap.runs[0].left + 2), (gap.closes, gap.runs[-1].right - 3 * size)):
            if shown:
                for i in range(3):
                    self._painter.drawEllipse(QPointF(x + (i + 0.5) * size, y), size / 3, size / 3)

    # -- the selected span -------------------------------------------------------------------------------------------

    def _selected_path(self) -> QPainterPath | None:
        scene, sizes = self._scene, self._scene.sizes
        boxes = [
            QRectF(run.left - 4, line.baseline + sizes.below - sizes.step, run.right - run.left + 8, sizes.step)
            for placed, line, runs, _, _ in self._pieces
            if placed.id == scene.selected
            for run in runs
        ]
        return outline(boxes, sizes.px(6)) if boxes else None

    def _selected_ground(self, lines: Sequence[Line]) -> None:
        path = self._selected_path() if lines and self._scene.selected else None
        if path:
            ground = QColor(self._scene.theme.accent)
            ground.setAlpha(26)
            self._painter.fillPath(path, ground)

    def _selected_outline(self) -> None:
        path = self._selected_path() if self._scene.selected else None
        if path:
            self._painter.setBrush(Qt.BrushStyle.NoBrush)
            self._painter.setPen(QPen(QColor(self._scene.theme.accent), 2))
            self._painter.drawPath(path)
