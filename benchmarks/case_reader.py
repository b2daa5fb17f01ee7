"""The reader: marking a span until it is painted, opening a large article, one giant paragraph.

A stance card stands in the margin for every twentieth span, and lines show the two relations of the selected one.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFont, QTextLayout, QTextOption
from PySide6.QtWidgets import QApplication, QWidget

from annotator.codebook import default
from annotator.models import Span
from benchmarks.harness import Result, median, p95, span, spans, text, timed
from ui.reader import Link, ReaderView, StanceCard
from ui.reader.tints import Tint

ROUNDS = 120


class Paints(QObject):
    """Counts the paint events of a widget, so that "nothing was painted" is an error and not a time."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


def run() -> list[Result]:
    """All of the reader's budgets."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    small, large, giant = (5_000, 50, True), (1_000_000, 10_000, True), (1_000_000, 10_000, False)
    readers = {size: _Reader(app, _Article(*size)) for size in (small, large, giant)}
    times: dict[tuple[int, int, bool], list[float]] = {size: [] for size in readers}
    for n in range(ROUNDS + 10):
        for size, reader in readers.items():
            taken = reader.mark()
            if n >= 10:
                times[size].append(taken)
    untinted, tinted = _Reader(app, _Article(*large)), _Reader(app, _Article(*large))
    tinted.highlight()
    plain, coloured = [], []
    for _ in range(ROUNDS):
        plain.append(untinted.mark())
        coloured.append(tinted.mark())
    article = _Article(*large)
    opening, laying = [], []
    opened: list[_Reader] = []
    for _ in range(5):
        opening.append(timed(lambda: opened.append(_Reader(app, article))))
        opened.pop().view.close()
        laying.append(timed(lambda: _bare(article.body)))
    slow, fast = p95(times[large]), p95(times[small])
    return [
        Result("mark until painted, 1 MB with 10,000 spans (p95)", slow, 4.0, 1.0, "4 ms"),
        Result("the same, against 5 KB with 50", slow, fast, 3.0, "the same at 5 KB with 50 (p95)"),
        Result("the same, with every tenth word highlighted", median(coloured), median(plain), 1.5,
               "without highlights"),
        Result("mark until painted, one 1 MB paragraph (p95)", p95(times[giant]), 16.0, 1.0, "16 ms"),
        Result("open 1 MB with 10,000 spans until painted", median(opening), median(laying), 0.3,
               "bare QTextLayout of that text"),
    ]  # fmt: skip


class _Article:
    """What a reader is given, made before any clock runs."""

    def __init__(self, size: int, number: int, paragraphs: bool) -> None:
        self.body = text(size, paragraphs=paragraphs)
        self.spans = spans(self.body, number)
        self.cards = _cards(self.spans)
        first, *others = sorted(self.spans, key=lambda mark: mark.start)[:3]
        self.first = first.id
        self.links = [Link(first.id, other.id, n) for n, other in enumerate(others)]
        self.labels = default().span_labels


class _Reader:
    def __init__(self, app: QApplication, article: _Article) -> None:
        self.app = app
        self.body = article.body
        self.view = ReaderView()
        self.view.resize(1000, 800)
        self.view.open("Title", "Byline", self.body, article.spans, article.cards, article.labels)
        self.view.set_links(article.links)
        self.view.select_span(article.first)
        self.paints = Paints(self.view.viewport())
        self.view.show()
        self._until_painted(lambda: None)
        self.random = random.Random(9)

    def highlight(self) -> None:
        """Set every tenth word in one of eight colours."""
        words = [match.span() for match in re.finditer(r"\w+", self.body)][::10]
        self._until_painted(lambda: self.view.set_tints([Tint(a, b, n % 8) for n, (a, b) in enumerate(words)]))

    def mark(self) -> float:
        """Milliseconds from marking a visible span until it is painted. It is taken out again: the text keeps the
        number of spans it was opened with."""
        visible = self.body[:900]
        new = span(visible, self.random)
        taken = timed(lambda: self._until_painted(lambda: self.view.set_span(new)))
        self._until_painted(lambda: self.view.remove_span(new.id))
        return taken

    def _until_painted(self, action: Callable[[], None]) -> None:
        before = self.paints.count
        action()
        for _ in range(50):
            self.app.processEvents()
            if self.paints.count > before:
                return
        raise AssertionError("nothing was painted")


def _cards(marks: list[Span]) -> list[StanceCard]:
    return [
        StanceCard(mark.id, mark.start, mark.fragments, "Ada Vale", "+", "supports", mark.quote, "intensity 3")
        for mark in marks[::20]
    ]


def _bare(body: str) -> None:
    font = QFont("DejaVu Serif")
    font.setPixelSize(17)
    for paragraph in body.split("\n"):
        layout = QTextLayout(paragraph, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(600)
        layout.endLayout()
