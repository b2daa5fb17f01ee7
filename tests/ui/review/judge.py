"""A comparison on the screen, and a hand that judges with real keys."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.adjudication import Judged
from annotator.models import Annotator, Verdict
from annotator.store.verdict_queries import verdicts
from tests.operations.verdict_kit import CLAIM, SHORT, Bench
from ui.review.compare.view import CompareView
from ui.session import Session

Key = Qt.Key
NONE = Qt.KeyboardModifier.NoModifier


class Judge:
    """Lea at a comparison of the bench's article."""

    def __init__(self, qtbot: QtBot, bench: Bench) -> None:
        self.qtbot, self.bench = qtbot, bench
        who = next(person for person in bench.project.all(Annotator) if person.id == bench.lea)
        self.session = Session(bench.project, who)
        self.view = CompareView(self.session)
        self.session.setParent(self.view)
        qtbot.addWidget(self.view)
        self.view.resize(1222, 770)
        self.view.show()
        qtbot.waitExposed(self.view)
        self.view.activateWindow()
        qtbot.waitUntil(self.view.isActiveWindow)
        self.open()

    def open(self, article: str = "") -> None:
        self.view.open_article(article or self.bench.article)
        self.qtbot.waitUntil(self.view.units.view.hasFocus)

    def key(self, *keys: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """Press keys where the focus is."""
        for key in keys:
            focus = QApplication.focusWidget()
            assert focus is not None and self.view.isAncestorOf(focus)
            QTest.keyClick(focus, key, modifiers)

    def type(self, text: str) -> None:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClicks(focus, text)

    def letter(self, name: str) -> int:
        """The place of a reader's letter, A is 0."""
        words = self.view.words
        assert words is not None
        return words.order.index(words.here.names.index(name))

    def number(self, name: str) -> Qt.Key:
        """The key that accepts a reader's reading."""
        return Key(Key.Key_1 + self.letter(name))

    def at(self, kind: str, label: str = "") -> Judged:
        """Go down to the unit of that kind and label."""
        self.key(Key.Key_Home)
        for _ in range(len(self.view.units.model.lines) + 1):
            one = self.current
            if one.unit.kind == kind and label in ("", one.unit.label):
                return one
            self.key(Key.Key_J)
        raise AssertionError(f"no {kind} {label} is shown")

    @property
    def current(self) -> Judged:
        found = self.view.current
        assert found is not None
        return found

    def verdict(self, kind: str) -> Verdict:
        """The one verdict on a unit of that kind."""
        (found,) = [v for v in verdicts(self.bench.project, self.bench.article) if v.kind == kind]
        return found

    def shown(self) -> list[tuple[str, str, str]]:
        """(sign, what differs, what it is) of every line."""
        return [(line.sign, line.tag, line.kind) for line in self.view.units.model.lines]

    def cells(self) -> dict[str, list[str]]:
        """The table of fields: its head's text -> its cells."""
        model, down = self.view.grid.model(), Qt.Orientation.Vertical
        return {
            model.headerData(row, down): [model.index(row, n).data() for n in range(model.columnCount())]
            for row in range(model.rowCount())
        }


def two_boundaries(bench: Bench) -> None:
    """Ada and Ben mark a claim, Ben a shorter one; both mark Vale; only Ada marks the cue."""
    bench.span(bench.ada, CLAIM)
    bench.span(bench.ben, SHORT)
    for who in (bench.ada, bench.ben):
        bench.span(who, "Ada Vale", "ACTOR", bench.vale)
    bench.span(bench.ada, "said", "CUE")
    bench.done(bench.ada, bench.ben)


def three_statements(bench: Bench) -> None:
    """All three see a statement; Ben is of another mind about its polarity and boundary, Cem about its holder."""
    bench.statement(bench.ada, CLAIM, bench.vale, "support", "Ada Vale")
    bench.statement(bench.ben, SHORT, bench.vale, "oppose", "Ada Vale")
    bench.statement(bench.cem, CLAIM, bench.union, "support")
    bench.done(bench.ada, bench.ben, bench.cem)
