"""How a number is counted: what is compared, by which formula, from which counts."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from annotator.agreement.explain import Explanation
from ui.dialogs.parts import label
from ui.i18n import tr
from ui.review.numbers.board import Detail
from ui.review.numbers.cell_table import CellTable
from ui.review.numbers.cells import Cell, Head, Sheet
from ui.review.numbers.figure_words import warning_texts
from ui.saying import said
from ui.theme import Theme

_ROWS = 14  # of counts that are shown without scrolling them


class ExplanationPane(QScrollArea):
    """Sentences, and a table of the counts. All of it can be selected and copied."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("How it is counted"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.compared, self.formula, self.working = _words(""), _words("dim"), _words("")
        self.warned = _words("fault")
        self.counts = CellTable(tr("What was counted"))
        self.counts.horizontalHeader().hide()
        self.counts.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        page = QWidget()
        page.setProperty("role", "page")
        column = QVBoxLayout(page)
        column.setContentsMargins(12, 10, 12, 12)
        column.setSpacing(10)
        for widget in (self.warned, self.compared, self.formula, self.counts, self.working):
            column.addWidget(widget)
        column.addStretch(1)
        self.setWidget(page)

    def show_detail(self, of: Detail) -> None:
        """Explain a number."""
        words: Explanation = of.explanation
        self.compared.setText(said(words.compared))
        self.formula.setText(said(words.formula))
        self.working.setText(said(words.working))
        warned = warning_texts(of.line.figure, of.line.score)
        self.warned.setText("\n".join(f"▲ {text}" for text in warned))
        self.warned.setVisible(bool(warned))
        rows = [[Cell(said(name), key=n), Cell(said(value), key=n)] for n, (name, value) in enumerate(words.counts)]
        self.counts.show_sheet(Sheet((Head(tr("Count"), 160, 1), Head(tr("Number"), 70, 0, "right")), rows))
        tall = self.counts.verticalHeader().defaultSectionSize() * min(len(rows), _ROWS) + 4
        self.counts.setFixedHeight(tall)

    def set_theme(self, theme: Theme) -> None:
        """Show in the colours of a theme."""
        self.counts.set_theme(theme)


def _words(role: str) -> QLabel:
    found = label("", role)
    found.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    found.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    return found
