"""A laid-out line of text, and where on it a range of the stored text stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, cast
from unicodedata import bidirectional

import regex
from PySide6.QtGui import QTextLine

if TYPE_CHECKING:
    from ui.reader.positions import DocumentMap

_RTL = regex.compile(r"[\p{Bidi_Class=R}\p{Bidi_Class=AL}\u202b\u202e\u2067]")


class Run(NamedTuple):
    """A stretch of a line that a range covers, in pixels of the document; `rtl`: read from right to left."""

    left: float
    right: float
    rtl: bool

    @property
    def start(self) -> float:
        """Where reading begins."""
        return self.right if self.rtl else self.left

    @property
    def end(self) -> float:
        """Where reading ends."""
        return self.left if self.rtl else self.right


class Line:
    """A line in document coordinates. `start`, `end` are code points; white space at the line's end is left out."""

    __slots__ = ("_bidi", "_block", "_line", "_map", "baseline", "end", "left", "start")

    def __init__(
        self, line: QTextLine, text: str, places: DocumentMap, *, block: int, bidi: bool, left: float, top: float
    ) -> None:
        self._line = line
        self._map = places
        self._block = block
        self._bidi = bidi
        self.left = left
        self.baseline = round(top + line.y() + line.ascent())
        first = block + line.textStart()
        self.start = places.to_codepoint(first)
        end = places.to_codepoint(first + line.textLength())
        self.end = self.start + len(text[self.start : end].rstrip())

    @property
    def right(self) -> float:
        """The right edge of the text on the line."""
        return self.left + self._line.naturalTextRect().right()

    def runs(self, start: int, end: int) -> list[Run]:
        """The stretches that the range covers on this line, in reading order of the first and last; empty if none.

        A range may be several stretches where writing directions mix.
        """
        start, end = max(start, self.start), min(end, self.end)
        if start >= end:
            return []
        first = self._map.to_qt(start) - self._block
        last = self._map.to_qt(end) - self._block
        if self._bidi:
            return self._visual_runs(first, last)
        left = self.left + x_of(self._line, first)
        right = self.left + x_of(self._line, last)
        return [Run(left, right, False)] if right > left else []

    def _visual_runs(self, first: int, last: int) -> list[Run]:
        found = [run for run in self._glyph_runs(first, last - first) if run.right > run.left]
        if len(found) < 2:
            return found
        found.sort()
        merged = [found[0]]
        for run in found[1:]:
            before = merged[-1]
            if run.rtl == before.rtl and run.left - before.right < 0.6:
                merged[-1] = Run(before.left, max(before.right, run.right), run.rtl)
            else:
                merged.append(run)
        opening, closing = self._holding(merged, first), self._holding(merged, last - 1)
        middle = [run for run in merged if run is not opening and run is not closing]
        return [opening, *middle] if opening is closing else [opening, *middle, closing]

    def _holding(self, runs: list[Run], unit: int) -> Run:
        """The run that one UTF-16 unit stands in."""
        place = next(iter(self._glyph_runs(unit, 1)), None)
        if place is None:
            return runs[0]
        middle = (place.left + place.right) / 2
        return min(runs, key=lambda run: max(run.left - middle, middle - run.right, 0))

    def _glyph_runs(self, first: int, count: int) -> list[Run]:
        found = []
        for glyphs in self._line.glyphRuns(first, count):
            places = [point.x() for point in glyphs.positions()]
            if places:
                advances = glyphs.rawFont().advancesForGlyphIndexes(glyphs.glyphIndexes())
                right = max(x + advance.x() for x, advance in zip(places, advances, strict=True))
                found.append(Run(self.left + min(places), self.left + right, glyphs.isRightToLeft()))
        return found


def x_of(line: QTextLine, position: int) -> float:
    """The x of the caret before a position of the paragraph, in the layout's coordinates."""
    return cast("tuple[float, int]", line.cursorToX(position))[0]


def begins_rtl(text: str) -> bool:
    """Whether the first letter with a direction is written from right to left."""
    return next((b != "L" for b in map(bidirectional, text) if b in ("L", "R", "AL")), False)


def has_rtl(text: str) -> bool:
    """Whether any of the text is written from right to left."""
    return not text.isascii() and _RTL.search(text) is not None
