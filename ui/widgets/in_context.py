"""Words with what stands before and after them on one line: which side each is on, and where it is cut off."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter

from ui.reader.lines import begins_rtl

_LINE = Qt.TextFlag.TextSingleLine | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
_Elide = Qt.TextElideMode


@dataclass(frozen=True, slots=True)
class Part:
    """Words of the line. `elide`: the end at which they give way, the one away from the words in the middle."""

    words: str
    side: Qt.AlignmentFlag
    elide: Qt.TextElideMode
    rtl: bool

    def width(self, font: QFont, most: int) -> int:
        """How wide they are drawn where there is that much room."""
        return min(most, QFontMetrics(font).horizontalAdvance(self._cut(font, most)))

    def draw(self, painter: QPainter, box: QRect, font: QFont) -> None:
        """Draw them in a box, with the painter's pen; as plain text, whatever is in them."""
        way = Qt.TextFlag.TextForceRightToLeft if self.rtl else Qt.TextFlag.TextForceLeftToRight
        painter.setFont(font)
        painter.drawText(box, int(_LINE) | int(way) | int(self.side), self._cut(font, box.width()))

    def _cut(self, font: QFont, width: int) -> str:
        metrics = QFontMetrics(font)
        if metrics.horizontalAdvance(self.words) <= width:  # eliding counts by fractions, and would cut what fits
            return self.words
        return metrics.elidedText(self.words, self.elide, width)


@dataclass(frozen=True, slots=True)
class InContext:
    """The three parts as they stand from the left to the right."""

    left: Part
    middle: Part
    right: Part


def in_context(before: str, words: str, after: str) -> InContext:
    """Words that run from right to left have at their right what comes before them."""
    rtl = begins_rtl(words)
    to_left, to_right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
    middle = Part(words, to_left, _Elide.ElideRight, rtl)
    if rtl:
        left, right = Part(after, to_right, _Elide.ElideRight, rtl), Part(before, to_left, _Elide.ElideLeft, rtl)
    else:
        left, right = Part(before, to_right, _Elide.ElideLeft, rtl), Part(after, to_left, _Elide.ElideRight, rtl)
    return InContext(left, middle, right)
