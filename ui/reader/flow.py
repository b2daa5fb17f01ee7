"""The text as it flows down the page: where paragraphs and lines stand. Heights are estimated until laid out."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QTextBlock, QTextDocument, QTextLayout, QTextLine, QTextOption

from ui.reader import header
from ui.reader.cards import Deck, StanceCard
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


class Flow:
    """The paragraphs of a scene's text from top to bottom. y is counted from the top of the page, in pixels.

    A paragraph is laid out when it is asked for. `changed` is called whenever that corrects a height.
    """

    def __init__(self, document: QTextDocument, scene: Scene, changed: Callable[[], None]) -> None:
        self._document = document
        self._scene = scene
        self._changed = changed
        self._heights = Heights(())
        self._done: dict[int, bool] = {}
        self._cards_end: tuple[Deck, float] | None = None  # until a height changes
        self.header = 0

    def __len__(self) -> int:
        return len(self._heights)

    def forget(self) -> None:
        """Know no paragraph any more: the document is about to be filled anew."""
        self._done = {}
        self._cards_end = None
        self._heights = Heights(())

    def rebuild(self) -> None:
        """Forget all heights: the text, its size or the column is new."""
        scene, document = self._scene, self._document
        for number in self._done:
            document.findBlockByNumber(number).layout().clearLayout()
        self._done = {}
        self._cards_end = None
        sizes, width = scene.sizes, scene.page.width
        self.header = header.height(scene)
        starts = [*scene.map.starts, len(scene.text) + 1]
        lengths = [after - start - 1 for start, after in pairwise(starts)]
        per_line = max(1.0, width / (sizes.char_width * 1.02))
        step, gap, blank = sizes.step, sizes.paragraph_gap, sizes.blank
        self._heights = Heights(
            ceil(length / per_line) * step + (gap if following else 0) if length > 0 else blank
            for length, following in zip(lengths, [*lengths[1:], 1], strict=True)
        )

    def block_at(self, y: float) -> int:
        """The number of the paragraph at `y`."""
        return self._heights.find(max(0.0, y - self.header)) if self._heights else 0

    def top(self, number: int) -> int:
        """The upper edge of a paragraph."""
        return self.header + self._heights.top(number)

    def block(self, number: int) -> QTextBlock:
        """A paragraph, laid out."""
        block = self._document.findBlockByNumber(number)
        if number not in self._done:
            self._lay_out(number, block)
        return block

    def lines(self, number: int, y0: float, y1: float) -> list[Line]:
        """The lines of a paragraph that touch the range of heights."""
        layout = self.block(number).layout()
        top, left = self.top(number), self._scene.page.left
        scene, bidi = self._scene, self._done[number]
        start = scene.map.to_qt(scene.map.starts[number])
        found = []
        for i in range(self.line_at(layout, y0 - top), layout.lineCount()):
            line = layout.lineAt(i)
            if top + line.y() - scene.sizes.lead > y1:
                break
            found.append(Line(line, scene.text, scene.map, block=start, bidi=bidi, left=left, top=top))
        return found

    def spans_under(self, point: QPointF) -> list[Placed]:
        """The spans drawn at a point, the innermost first."""
        number = self.block_at(point.y())
        for line in self.lines(number, point.y(), point.y()) if self._heights else ():
            top = line.baseline - self._scene.sizes.step + self._scene.sizes.below
            if top <= point.y() < top + self._scene.sizes.step:
                here = self._scene.index.between(line.start, line.end)
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
        scene = self._scene
        if not scene.deck.cards or not self._heights:
            return []
        number = self.block_at(y0)
        start = scene.map.starts[number]
        if number in self._done and (layout := self.block(number).layout()).lineCount():
            # a paragraph may be a whole article
            line = layout.lineAt(self.line_at(layout, y0 - self.top(number)))
            start = scene.map.to_codepoint(scene.map.to_qt(start) + line.textStart())
        return scene.deck.place(
            scene.page, scene.sizes, self._card_y, start=start, top=y0 - scene.sizes.step, bottom=y1
        )

    def settle(self, top: int, height: int, pinned: int | None = None) -> int:
        """Lay out all that is painted when `height` pixels from `top` on show.

        Returns how far paragraph `pinned` (None: the topmost in sight), and all after it, has moved down: scroll by as
        much and it stays put.
        """
        pinned = self.block_at(top) if pinned is None else pinned
        before, moved = self.top(pinned), 0
        first = len(self)
        while (above := self.block_at(top + moved - self._scene.sizes.step)) < min(first, pinned):
            for number in range(above, min(first, pinned)):
                self.block(number)
            first, moved = above, self.top(pinned) - before
        number = self.block_at(top + moved)
        while number < len(self) and self.top(number) <= top + moved + height:
            self.block(number)
            number += 1
        return moved

    def anchor(self, y: int) -> Anchor:
        """What stands at `y`."""
        number = self.block_at(y)
        block = self.block(number)
        line = block.layout().lineAt(self.line_at(block.layout(), y - self.top(number)))
        return Anchor(number, line.textStart(), y - self._line_top(number, line))

    def y_of(self, anchor: Anchor) -> int:
        """Where that stands now."""
        line = self._line(anchor.block, anchor.unit)
        return self._line_top(anchor.block, line) + anchor.above

    def extent(self, start: int, end: int) -> tuple[int, int]:
        """The upper and lower edge of the lines of a range of code points."""
        return self.edge(start, False), self.edge(max(start, end - 1), True)

    def height_of(self, number: int) -> int:
        """The height of a paragraph."""
        return self._heights[number]

    def is_laid_out(self, number: int) -> bool:
        """Whether the paragraph's lines are known."""
        return number in self._done

    # -- inside ------------------------------------------------------------------------------------------------------

    def _lay_out(self, number: int, block: QTextBlock) -> None:
        sizes, width, text = self._scene.sizes, self._scene.page.width, block.text()
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
        self._cards_end = None
        # a blank line is gap enough
        gap = 0 if text and block.next().isValid() and block.next().length() == 1 else sizes.paragraph_gap
        height = y - sizes.lead + gap if text else sizes.blank
        if self._heights.set(number, height):
            self._changed()

    def line_at(self, layout: QTextLayout, y: float) -> int:
        """The line whose box holds `y`, counted from the paragraph's upper edge; the first or last one outside."""
        y += self._scene.sizes.lead
        low, high = 0, layout.lineCount() - 1
        while low < high:
            middle = (low + high + 1) // 2
            if layout.lineAt(middle).y() <= y:
                low = middle
            else:
                high = middle - 1
        return low

    def _line(self, number: int, unit: int) -> QTextLine:
        """The line of a place in a paragraph, in UTF-16 units. Qt crashes on a line that is not there."""
        block = self.block(number)
        line = block.layout().lineForTextPosition(min(unit, block.length() - 1))
        return line if line.isValid() else block.layout().lineAt(block.layout().lineCount() - 1)

    def _line_top(self, number: int, line: QTextLine) -> int:
        return self.top(number) + round(line.y()) - self._scene.sizes.lead

    def edge(self, position: int, lower: bool) -> int:
        places = self._scene.map
        number = places.paragraph_of(position)
        unit = places.to_qt(position) - places.to_qt(places.starts[number])
        line = self._line(number, unit)
        sizes = self._scene.sizes
        return self._line_top(number, line) + (max(sizes.step, sizes.lead + ceil(line.height())) if lower else 0)

    def _card_y(self, position: int) -> int:
        number = self._scene.map.paragraph_of(position)
        return self.edge(position, False) if number in self._done else self.top(number)

    def cards_end(self) -> float:
        scene = self._scene
        if not scene.deck.cards or not self._heights:
            return 0
        if self._cards_end is None or self._cards_end[0] is not scene.deck:
            end = len(scene.text)
            last = scene.deck.place(scene.page, scene.sizes, self._card_y, start=end, top=-1e9, bottom=1e9)
            self._cards_end = scene.deck, last[-1][1].bottom() + _BOTTOM
        return self._cards_end[1]

    def total(self) -> int:
        return self.header + self._heights.total + _BOTTOM
