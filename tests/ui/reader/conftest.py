"""A reader on the screen, with a text and marks in it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.codebook import SpanLabel, default
from annotator.models import Span
from ui.reader import ReaderView, StanceCard

LABELS = default().span_labels


def span(ident: str, label: str, *fragments: tuple[int, int], uncertain: bool = False) -> Span:
    """A span over these fragments."""
    start, end = fragments[0][0], fragments[-1][1]
    return Span(id=ident, label=label, start=start, end=end, quote="…", fragments=fragments, uncertain=uncertain)


def over(text: str, ident: str, label: str, quote: str, **fields: bool) -> Span:
    """A span over the first place where the text says `quote`."""
    start = text.index(quote)
    return span(ident, label, (start, start + len(quote)), **fields)


class Opened:
    """Opens readers and knows where in them things are."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot

    def __call__(
        self,
        text: str,
        spans: Sequence[Span] = (),
        cards: Sequence[StanceCard] = (),
        size: tuple[int, int] = (900, 500),
        labels: Sequence[SpanLabel] = LABELS,
    ) -> ReaderView:
        view = ReaderView()
        self._qtbot.addWidget(view)
        view.resize(*size)
        view.open("A title", "A paper · a day", text, spans, cards, labels)
        view.show()
        self._qtbot.waitExposed(view)
        view.setFocus()
        self._qtbot.waitUntil(view.hasFocus)
        QApplication.processEvents()
        return view


def point(view: ReaderView, place: int) -> QPoint:
    """Where in the viewport the middle of the character after a place is."""
    cursor = view.textCursor()
    cursor.setPosition(view.scene.map.to_qt(place))
    here = view.cursorRect(cursor)
    cursor.movePosition(cursor.MoveOperation.NextCharacter)
    there = view.cursorRect(cursor)
    x = (here.center().x() + there.center().x()) // 2 if there.top() == here.top() else here.center().x() + 2
    return QPoint(x, here.center().y())


@pytest.fixture
def opened(qtbot: QtBot) -> Opened:
    return Opened(qtbot)
