"""The page in its window; how long the window's longest turn was."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.find.finder import finder

__all__ = ["finder", "longest_turn"]


@pytest.fixture
def longest_turn() -> Callable[[Callable[[], bool]], float]:
    """Lets the event loop turn until something holds; gives its longest turn in seconds."""

    def turn(until: Callable[[], bool]) -> float:
        longest, end = 0.0, time.monotonic() + 60
        while not until():
            before = time.monotonic()
            assert before < end
            QApplication.processEvents()
            longest = max(longest, time.monotonic() - before)
        return longest

    return turn
