"""The strip that merges entries: which into which, what that re-points, and one key to do it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from annotator.errors import Problem
from annotator.operations.merging import Preview
from ui.dialogs.parts import label, say, sentence
from ui.guard import guarded, nothing
from ui.i18n import tr
from ui.registries.form_fields import PickField
from ui.registries.stock import Stock
from ui.registries.words import called, kind_word, preview_words
from ui.widgets.fields import Elided

Foresee = Callable[[list[str], str], Preview]


class MergeBar(QFrame):
    """Enter on the button merges, Esc lets go."""

    merge_wanted = Signal(list, str)  # the sources' ids, the target's
    target_wanted = Signal()  # let the user choose it
    closed = Signal()

    def __init__(self, foresee: Foresee) -> None:
        super().__init__()
        self.setProperty("role", "bar")
        self._foresee = foresee
        self._stock = Stock("actor")
        self.sources: list[str] = []
        self.into = ""
        self.marks = 0  # that the merge would re-point
        self.what = Elided(role="title")
        self.target = PickField(tr("Merge into"), tr("choose…"))
        self.target.wanted.connect(self.target_wanted)
        self.target.cleared.connect(lambda: self.point(""))
        self.said = label(role="small")
        self.fault = label(role="fault")
        self.fault.setAccessibleName(tr("Problem"))
        self.fault.hide()
        self.go = QPushButton(tr("Merge"))
        self.go.setProperty("primary", True)
        self.turn = QPushButton(tr("The other way round"))
        self.stop = QPushButton(tr("Cancel"))
        for button in (self.go, self.turn, self.stop):
            button.setAccessibleName(button.text())
        self.go.clicked.connect(lambda _: self._merge())
        self.turn.clicked.connect(lambda _: self._turn())
        self.stop.clicked.connect(lambda _: self.end())
        self._lay_out()
        self.hide()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 12)
        column.setSpacing(7)
        column.addWidget(self.what)
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(label(tr("into"), "field", wrap=False))
        first.addWidget(self.target, 1)
        column.addLayout(first)
        column.addWidget(self.said)
        column.addWidget(self.fault)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.go, self.turn, self.stop):
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)

    @property
    def open(self) -> bool:
        """Whether it is in sight."""
        return not self.isHidden()

    def begin(self, stock: Stock, sources: list[str], into: str = "") -> None:
        """Ask about merging these entries; `into` is proposed as the one that stays."""
        self._stock, self.sources = stock, [ident for ident in sources if ident != into]
        self.show()
        self.point(into)

    def point(self, into: str) -> None:
        """Merge into this entry, "" for none yet."""
        self.into = into
        names = ", ".join(called(self._stock.name(ident)) for ident in self.sources)
        self.what.set_whole(tr("Merge {names}", names=names))
        self.target.show_value(self._stock.name(into))
        self.turn.setVisible(len(self.sources) == 1 and bool(into))
        self.go.setEnabled(bool(into))
        self.show_problem(None)
        words, self.marks = tr("Choose the {kind} that stays.", kind=kind_word(self._stock.kind)), 0
        if into:
            try:
                found = self._foresee(self.sources, into)
                self.marks = found.mentions + found.stances + found.labels
                words = preview_words(found, self._stock.name(into))
            except Problem as problem:
                words = ""
                self.show_problem(problem)
                self.go.setEnabled(False)
        say(self.said, words)

    def show_problem(self, problem: Problem | None) -> None:
        """Say what is wrong, or nothing."""
        say(self.fault, f"⚠ {sentence(problem)}" if problem is not None else "")

    def keep_up(self, stock: Stock) -> None:
        """The registry has changed: what is gone or merged ends the question."""
        self._stock = stock
        if self.open:
            if any(stock.get(ident) is None for ident in (*self.sources, *([self.into] if self.into else []))):
                self.end()
            else:
                self.point(self.into)

    def end(self) -> None:
        """Let go."""
        if self.open:
            self.hide()
            self.closed.emit()

    @guarded(nothing)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter on a button presses it, Esc lets go."""
        focus = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.end()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focus, QPushButton):
            focus.click()
        else:
            super().keyPressEvent(event)

    def _merge(self) -> None:
        if self.into:
            self.merge_wanted.emit(self.sources, self.into)

    def _turn(self) -> None:
        self.sources, into = [self.into], self.sources[0]
        self.point(into)
