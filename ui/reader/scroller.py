"""Scrolling a lazy layout so that what is read stays where it is while heights become known."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QScrollBar, QWidget

from ui.reader.layout import LazyLayout


class Scroller:
    """Keeps the text still in the view. Positions are code points, heights pixels."""

    def __init__(self, layout: LazyLayout, bar: QScrollBar, viewport: QWidget) -> None:
        self._layout = layout
        self._bar = bar
        self._viewport = viewport
        self._value = 0
        self._busy = False

    def settle(self, pinned: int | None = None) -> bool:
        """Lay out what shows after the bar moved; paragraph `pinned`, or what was in sight before, is not to move.

        True if the bar had to be moved again: paint all.
        """
        if self._busy or not self._layout.flow:
            return False
        value, height = self._bar.value(), self._viewport.height()
        if pinned is None and 0 < self._value - value < height:
            pinned = self._layout.flow.block_at(self._value)
        moved = self._layout.flow.settle(value, height, pinned)
        if moved:
            self._move(value + moved)
        self._value = self._bar.value()
        return bool(moved)

    def restart(self) -> None:
        """Show a new text from its top."""
        self._move(0)
        self._value = 0
        self.settle()

    @contextmanager
    def kept(self) -> Iterator[None]:
        """What stands at the top of the view before stands there after; the top of the page stays the top."""
        value = self._bar.value()
        anchor = self._layout.flow.anchor(value) if value > 0 else None
        yield
        self._move(self._layout.flow.y_of(anchor) if anchor else 0)
        self.settle(anchor.block if anchor else None)

    def show(self, start: int, end: int) -> None:
        """Scroll as little as makes a range visible; of one that is too high, its start."""
        height = self._viewport.height()
        for _ in range(4):
            top, bottom = self._layout.flow.extent(start, end)
            room = max(0, min(height // 6, (height - (bottom - top)) // 2))
            value = self._bar.value()
            upwards = top - room < value or bottom - top > height
            goal = top - room if upwards else max(value, bottom + room - height)
            visible = value <= top and (bottom <= value + height or bottom - top > height > top - value)
            if visible or max(0, goal) == value:
                return
            self._layout.announce_size()
            self._bar.setValue(goal)

    def _move(self, value: int) -> None:
        """Set the bar without a scroll, after telling it the new height."""
        self._busy = True
        self._layout.announce_size()
        self._bar.setValue(value)
        self._busy = False
        self._viewport.update()
