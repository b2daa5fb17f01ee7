"""Words in their context: sides, and where they are cut off."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from pytestqt.qtbot import QtBot

from ui.widgets.in_context import in_context

LEFT, RIGHT = Qt.TextElideMode.ElideLeft, Qt.TextElideMode.ElideRight


def test_what_is_next_to_the_words_is_the_last_to_be_cut_off() -> None:
    line = in_context("the two ", "government", "s spoke")
    assert (line.left.words, line.right.words) == ("the two ", "s spoke")
    assert (line.left.elide, line.right.elide) == (LEFT, RIGHT)


def test_from_right_to_left_what_comes_before_stands_at_the_right() -> None:
    line = in_context("قالت الوزيرة ", "ليلى", " إن الجسر آمن")
    assert (line.left.words, line.right.words) == (" إن الجسر آمن", "قالت الوزيرة ")
    assert (line.left.elide, line.right.elide) == (RIGHT, LEFT)
    assert line.left.rtl and line.right.rtl


def test_what_fits_is_not_cut(qtbot: QtBot) -> None:
    font = QFont()
    font.setBold(True)
    for words in ("the Aldermouth Administrative Court", "government", "Its chair, Petra Vance", "ليلى"):
        part = in_context("", words, "").middle
        assert part.width(font, 10_000) == part.width(font, part.width(font, 10_000))
        assert part.width(font, 12) <= 12
