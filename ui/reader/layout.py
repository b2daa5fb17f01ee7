"""The lazy layout: paragraphs are laid out when they come into sight, and their heights are estimated until then."""

from __future__ import annotations

from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, QTimer, SignalInstance
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QPainter,
    QPalette,
    QTextBlock,
    QTextDocument,
    QTextFrame,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from ui.reader import header, paint, paint_cards
from ui.reader.cards import StanceCard
from ui.reader.guard import guarded, nothing
from ui.reader.heights import Heights
from ui.reader.index import Placed
from ui.reader.lines import Line, has_rtl
from ui.reader.scene import Scene

_BOTTOM = 110  # room under the last line, so that a bar over the lower edge hides none of it


class Anchor(NamedTuple):
    """A place in a paragraph (UTF-16), and how far below the upper edge of its line the view begins."""

    block: int
    unit: int
    above: int


class LazyLayout(QAbstractTextDocumentLayout):
    """Lays out and paints the visible part of a scene's text. y is counted from the top of the title, in pixels."""

    def __init__(self, document: QTextDocument, scene: Scene) -> None:
        super().__init__(document)
        self.scene = scene
        self.loading = False
        self._width = -1
        self._header = 0
        self._heights = Heights(())
        self._done: dict[int, bool] = {}
        # of the two overloads of this signal, the one without arguments comes first
        self._repaint: SignalInstance = self.update[QRectF]  # type: ignore[index]
        self._size_timer = QTimer(self, singleShot=True, interval=0)
        self._size_timer.timeout.connect(self.announce_size)

    # -- for the view ------------------------------------------------------------------------------------------------

    def forget(self) -> None:
        """Know no paragraph any more: the document is about to be filled anew."""
        self._done = {}
        self._heights = Heights(())

    def rebuild(self) -> None:
        """Forget all heights: the text, its size or the column is new."""
        scene, document = self.scene, self.document()
        for number in self._done:
            document.findBlockByNumber(number).layout().clearLayout()
        self._done = {}
        sizes, width = scene.sizes, scene.page.width
        self._header = header.height(scene)
        starts = scene.map.starts
        ends = [*starts[1:], len(scene.text) + 1]
        per_line = max(1.0, width / (sizes.char_width * 1.02))
        step, gap, blank = sizes.step, sizes.paragraph_gap, sizes.blank
        self._heights = Heights(
            ceil((e - a - 1) / per_line) * step + gap if e - a > 1 else blank for a, e in zip(starts, ends, strict=True)
        )

    def announce_size(self) -> None:
        """Tell the view how high the document is. Never from within painting."""
        self.documentSizeChanged.emit(self.documentSize())

    def settle(self, top: int, height: int, pinned: int | None = None) -> int:
        """Lay out all that shows in `height` pixels from `top` on.

        Returns how far everything from paragraph `pinned` on (None: from the topmost one on) has moved down: scroll by
        as much and what was there before stays put.
        """
        moved = 0
        if pinned is not None:
            pinned_top = self.top(pinned)
            for _ in range(8):
                first = self.block_at(top + moved)
                before = self._total()
                for number in range(min(first, pinned), pinned):
                    self.block(number)
                moved = self.top(pinned) - pinned_top
                if self._total() == before:
                    break
        number = self.block_at(top + moved)
        while number < len(self._heights) and self.top(number) <= top + moved + height:
            self.block(number)
            number += 1
        return moved

    def anchor(self, y: int) -> Anchor:
        """What stands at `y`."""
        number = self.block_at(y)
        block = self.block(number)
        line = block.layout().lineAt(self._line_at(block.layout(), y - self.top(number)))
        return Anchor(number, line.textStart(), y - self._line_top(number, line))

    def y_of(self, anchor: Anchor) -> int:
        """Where that stands now."""
        line = self.block(anchor.block).layout().lineForTextPosition(anchor.unit)
        return self._line_top(anchor.block, line) + anchor.above

    def extent(self, start: int, end: int) -> tuple[int, int]:
        """The upper and lower edge of the lines of a range of code points."""
        return self._edge(start, False), self._edge(max(start, end - 1), True)

    def touch(self, start: int, end: int) -> None:
        """Have the lines of a range painted again, as far as they are laid out at all."""
        if not self._heights or start >= end:
            return
        places = self.scene.map
        first, last = places.paragraph_of(start), places.paragraph_of(end - 1)
        y0 = self._edge(start, False) if first in self._done else self.top(first)
        y1 = self._edge(end - 1, True) if last in self._done else self.top(last + 1)
        self.touch_y(y0, y1 + self.scene.sizes.step // 2)

    def touch_y(self, top: float, bottom: float) -> None:
        """Have what stands between two heights painted again."""
        self._repaint.emit(QRectF(0, top - 2, self._width, bottom - top + 4))

    def touch_margin(self) -> None:
        """Have the cards painted again."""
        left = self.scene.page.right + 2
        self._repaint.emit(QRectF(left, 0, max(0, self._width - left), self.documentSize().height()))

    def block_at(self, y: float) -> int:
        """The number of the paragraph at `y`."""
        return self._heights.find(max(0.0, y - self._header)) if self._heights else 0

    def top(self, number: int) -> int:
        """The upper edge of a paragraph."""
        return self._header + self._heights.top(number)

    def block(self, number: int) -> QTextBlock:
        """A paragraph, laid out."""
        block = self.document().findBlockByNumber(number)
        if number not in self._done:
            self._lay_out(number, block)
        return block

    def lines(self, number: int, y0: float, y1: float) -> list[Line]:
        """The lines of a paragraph that touch the range of heights."""
        layout = self.block(number).layout()
        top, left = self.top(number), self.scene.page.left
        scene, bidi = self.scene, self._done[number]
        start = scene.map.to_qt(scene.map.starts[number])
        found = []
        for i in range(self._line_at(layout, y0 - top), layout.lineCount()):
            line = layout.lineAt(i)
            if top + line.y() - scene.sizes.lead > y1:
                break
            found.append(Line(line, scene.text, scene.map, block=start, bidi=bidi, left=left, top=top))
        return found

    def spans_under(self, point: QPointF) -> list[Placed]:
        """The spans drawn at a point, the innermost first."""
        number = self.block_at(point.y())
        for line in self.lines(number, point.y(), point.y()) if self._heights else ():
            top = line.baseline - self.scene.sizes.step + self.scene.sizes.below
            if top <= point.y() < top + self.scene.sizes.step:
                here = self.scene.index.between(line.start, line.end)
                under = [
                    placed
                    for placed in here
                    for start, end in placed.span.fragments
                    if any(run.left - 1 <= point.x() <= run.right + 1 for run in line.runs(start, end))
                ]
                return sorted(under, key=lambda placed: (placed.end - placed.start, placed.id))
        return []

    def cards(self, y0: float, y1: float) -> list[tuple[StanceCard, QRectF]]:
        """The cards between two heights, with their places."""
        scene = self.scene
        if not scene.deck.cards or not self._heights:
            return []
        starts = scene.map.starts
        last = self.block_at(y1) + 1
        end = starts[last] if last < len(starts) else len(scene.text) + 1
        start = starts[self.block_at(y0)]
        return scene.deck.place(
            scene.page, scene.sizes, self._card_y, start=start, end=end, top=y0 - scene.sizes.step, bottom=y1
        )

    # -- for Qt ------------------------------------------------------------------------------------------------------

    @guarded(nothing)
    def documentChanged(self, start: int, removed: int, added: int, /) -> None:
        del start, removed, added  # the text is set whole; what comes later are changes of size
        width = int(self.document().pageSize().width())
        if self.loading or width <= 0 or width == self._width:
            return
        self._width = width
        old = self.scene.page
        self.scene.fit(width)
        if self.scene.page.width != old.width or not self._heights:
            self.rebuild()

    @guarded(lambda: QSizeF(10, 10))
    def documentSize(self) -> QSizeF:
        return QSizeF(max(self._width, 10), max(self._total(), self._cards_end()))

    @guarded(lambda: 1)
    def pageCount(self) -> int:
        return 1

    @guarded(QRectF)
    def frameBoundingRect(self, frame: QTextFrame, /) -> QRectF:
        del frame  # there is only the root frame
        return QRectF(QPointF(0, 0), self.documentSize())

    @guarded(QRectF)
    def blockBoundingRect(self, block: QTextBlock, /) -> QRectF:
        number = block.blockNumber()
        if self.loading or not 0 <= number < len(self._heights):
            return QRectF()
        layout = self.block(number).layout()
        page, top = self.scene.page, self.top(number)
        layout.setPosition(QPointF(page.left, top))
        return QRectF(page.left, top, page.width, self._heights[number])

    @guarded(lambda: 0)
    def hitTest(self, point: QPointF, accuracy: Qt.HitTestAccuracy, /) -> int:  # type: ignore[override]
        if self.loading or not self._heights:
            return -1 if accuracy == Qt.HitTestAccuracy.ExactHit else 0
        number = self.block_at(point.y())
        block = self.block(number)
        layout, y = block.layout(), point.y() - self.top(number)
        line = layout.lineAt(self._line_at(layout, y))
        x = point.x() - self.scene.page.left
        if accuracy == Qt.HitTestAccuracy.ExactHit and not line.naturalTextRect().contains(QPointF(x, y)):
            return -1
        if y < line.y() - self.scene.sizes.lead and number == 0:
            return 0
        return block.position() + line.xToCursor(x)

    @guarded(nothing)
    def draw(self, painter: QPainter, context: QAbstractTextDocumentLayout.PaintContext, /) -> None:
        if self.loading or not self._heights:
            return
        scene, clip = self.scene, context.clip
        y0, y1 = (clip.top(), clip.bottom()) if clip.isValid() else (0.0, float(self._total()))
        if y0 < self._header:
            header.draw(painter, scene)
        total = self._total()
        selections = [(c.selectionStart(), c.selectionEnd()) for c in (s.cursor for s in context.selections)]
        ranges = [(scene.map.to_codepoint(a), scene.map.to_codepoint(b)) for a, b in selections]
        painter.setPen(context.palette.color(QPalette.ColorRole.Text))
        number = self.block_at(y0 - scene.sizes.step)
        reach = 2 * scene.sizes.step
        brush = paint.Brush(painter, scene)
        while number < len(self._heights) and self.top(number) <= y1:
            layout = self.block(number).layout()
            lines = self.lines(number, y0 - reach, y1 + reach)
            layout.setPosition(QPointF(scene.page.left, self.top(number)))
            brush.under(lines, ranges)
            layout.draw(painter, QPointF(0, 0), [], QRectF(0, y0, self._width, y1 - y0))
            brush.over(lines)
            self._draw_caret(
                painter, layout, context.cursorPosition - self.document().findBlockByNumber(number).position()
            )
            number += 1
        paint_cards.draw(painter, scene, self.cards(y0, y1))
        if self._total() != total:
            self._size_timer.start()

    # -- inside ------------------------------------------------------------------------------------------------------

    def _draw_caret(self, painter: QPainter, layout: QTextLayout, unit: int) -> None:
        if 0 <= unit <= len(layout.text()):
            layout.drawCursor(painter, QPointF(0, 0), unit, self.scene.sizes.px(2))

    def _lay_out(self, number: int, block: QTextBlock) -> None:
        sizes, width, text = self.scene.sizes, self.scene.page.width, block.text()
        layout = block.layout()
        rtl = has_rtl(text)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        if rtl and block.textDirection() == Qt.LayoutDirection.RightToLeft:
            option.setTextDirection(Qt.LayoutDirection.RightToLeft)
            option.setAlignment(Qt.AlignmentFlag.AlignRight)
        layout.setTextOption(option)
        layout.setFont(sizes.font)
        layout.setCacheEnabled(True)
        layout.beginLayout()
        y = sizes.lead if text else 0
        plain, step = text.isascii(), sizes.step
        usual = sizes.ascent + sizes.descent
        line = layout.createLine()
        while line.isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, y))
            # a fallback face may be taller than the reading face
            y += step if plain else step + max(0, ceil(line.height()) - usual)
            line = layout.createLine()
        layout.endLayout()
        block.setLineCount(layout.lineCount())
        self._done[number] = rtl
        height = y - sizes.lead + sizes.paragraph_gap if text else sizes.blank
        if self._heights.set(number, height):
            self._size_timer.start()

    def _line_at(self, layout: QTextLayout, y: float) -> int:
        """The line whose box holds `y`, counted from the paragraph's upper edge; the first or last one outside."""
        y += self.scene.sizes.lead
        low, high = 0, layout.lineCount() - 1
        while low < high:
            middle = (low + high + 1) // 2
            if layout.lineAt(middle).y() <= y:
                low = middle
            else:
                high = middle - 1
        return low

    def _line_top(self, number: int, line: QTextLine) -> int:
        return self.top(number) + round(line.y()) - self.scene.sizes.lead

    def _edge(self, position: int, lower: bool) -> int:
        places = self.scene.map
        number = places.paragraph_of(position)
        unit = places.to_qt(position) - places.to_qt(places.starts[number])
        line = self.block(number).layout().lineForTextPosition(unit)
        sizes = self.scene.sizes
        return self._line_top(number, line) + (max(sizes.step, sizes.lead + ceil(line.height())) if lower else 0)

    def _card_y(self, position: int) -> int:
        number = self.scene.map.paragraph_of(position)
        return self._edge(position, False) if number in self._done else self.top(number)

    def _cards_end(self) -> float:
        scene = self.scene
        if not scene.deck.cards or not self._heights:
            return 0
        end = len(scene.text)
        last = scene.deck.place(scene.page, scene.sizes, self._card_y, start=end, end=end + 1, top=-1e9, bottom=1e9)
        return last[-1][1].bottom() + _BOTTOM

    def _total(self) -> int:
        return self._header + self._heights.total + _BOTTOM
