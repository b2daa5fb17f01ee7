"""The keys over the text: all that there is room for, none cut off."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.conftest import Hand


@pytest.mark.parametrize("width", [900, 1180, 1280, 1370, 1400, 1600])
def test_as_many_keys_as_there_is_room_for(hand: Hand, width: int) -> None:
    hand.window.resize(width, 800)
    QApplication.processEvents()
    bar = hand.work.pane.bar
    parts = [bar.place, bar.previous, bar.next, *bar.marks, bar.stance, bar.done]
    there = [part for part in parts if part.isVisible()]
    assert all(part.width() >= part.sizeHint().width() for part in there)
    assert max(part.geometry().right() for part in there) <= bar.contentsRect().right()
    left_out = [mark for mark in bar.marks if not mark.isVisible()]
    if left_out:
        first = min(mark.x() for mark in (*bar.marks, bar.stance) if mark.isVisible())
        assert first - bar.next.geometry().right() < left_out[0].sizeHint().width() + 18, "there is room for another"
