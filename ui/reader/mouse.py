"""The mouse in a reader: selecting, clicking through nested spans, cards under the pointer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QMouseEvent

from ui.reader import keys

if TYPE_CHECKING:
    from ui.reader.view import ReaderView

_ALT = Qt.KeyboardModifier.AltModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_SLACK = 4  # a hand that clicks may move that far, in pixels


class Mouse:
    """Turns presses, moves and releases of the left button into what the user means by them."""

    def __init__(self, view: ReaderView) -> None:
        self._view = view
        self._pressed: QPoint | None = None
        self._place = 0
        self._selecting = False

    def press(self, event: QMouseEvent) -> None:
        """Begin: remember where; with Shift, extend the selection to there."""
        point = event.position().toPoint()
        self._pressed = point
        self._selecting = bool(event.modifiers() & _SHIFT)
        self._place = self._view.anchor() if self._selecting else self._view.place_at(point)
        if self._selecting:
            self._select_to(point, event.modifiers())

    def move(self, point: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        """With the button down, select to here."""
        if self._pressed is None:
            return
        if not self._selecting and (point - self._pressed).manhattanLength() < _SLACK:
            return
        self._selecting = True
        self._select_to(point, modifiers)

    def release(self, event: QMouseEvent) -> None:
        """End: if the pointer did not move it was a click."""
        if self._pressed is not None and not self._selecting:
            self._click(self._pressed, event.modifiers())
        self._pressed = None
        self._selecting = False

    @property
    def dragging(self) -> bool:
        """Whether the button is down on the text."""
        return self._pressed is not None

    def _select_to(self, point: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        snapping = self._view.snapping and not modifiers & _ALT
        self._view.select_from(*keys.drag(self._view.scene.text, self._place, self._view.place_at(point), snapping))

    def _click(self, point: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        here = self._view.spans_at(point)
        if not here:
            self._view.select_from(self._place, self._place)
            return
        # further clicks go outward, and from the outermost back in
        at = here.index(self._view.scene.selected) + 1 if self._view.scene.selected in here else 0
        self._view.click_span(here[at % len(here)], modifiers)
