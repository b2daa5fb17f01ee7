"""What stands behind the number that is selected: pairs, differences, articles, how it is counted, over time."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QTabWidget, QVBoxLayout, QWidget

from annotator.codebook import CodebookContent
from ui.dialogs.parts import label
from ui.i18n import tr
from ui.review.numbers.board import Detail, OverTime
from ui.review.numbers.cell_table import CellTable
from ui.review.numbers.change_pane import ChangePane
from ui.review.numbers.explanation_pane import ExplanationPane
from ui.review.numbers.figure_words import facts_text, measure_name, whole_name
from ui.review.numbers.legend import Legend
from ui.review.numbers.row_cells import others_sheet, share_sheet
from ui.review.numbers.square_cells import ROW_HEIGHT, confusion_sheet, pairs_sheet
from ui.review.numbers.threshold import ThresholdField
from ui.session import Session
from ui.theme import Theme
from ui.widgets.fields import Elided

_MATRIX_ROWS = 6  # that are shown without scrolling


class DetailPane(QFrame):
    """Tables in tabs. `opened`: what a cell opens (a Behind); `change_wanted`: the tab over time is in front."""

    opened = Signal(object)
    change_wanted = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.title = Elided(role="title")
        self.title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.facts = Elided(role="small")
        self.threshold = ThresholdField(session)
        self.pairs = CellTable(tr("Annotators, pair by pair"), rows=False, row_height=ROW_HEIGHT)
        self.others = CellTable(tr("Each annotator against the others"))
        self.confusion = CellTable(tr("What one said where the other said something else"), rows=False)
        self.articles = CellTable(tr("Articles by their share of the disagreement"))
        self.explanation = ExplanationPane()
        self.change = ChangePane()
        self.legend = Legend()
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName(tr("What stands behind the number"))
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setUsesScrollButtons(True)
        self._lay_out()
        for table in (self.pairs, self.others, self.confusion, self.articles):
            table.opened.connect(self.opened)
        self.tabs.currentChanged.connect(lambda _: self._turned())

    @property
    def over_time(self) -> bool:
        """Whether the tab over time is in front."""
        return self.tabs.currentWidget() is self.change

    def show_detail(self, of: Detail, content: CodebookContent) -> None:
        """Show what stands behind a number."""
        figure = of.line.figure
        self.title.set_whole(f"{whole_name(content, figure)} · {measure_name(figure)}")
        self.facts.set_whole(facts_text(figure, of.line.score))
        self.threshold.show_figure(figure, of.board.least.get(figure.id))
        self.pairs.show_sheet(pairs_sheet(of, content))
        rows = min(len(of.board.annotators), _MATRIX_ROWS)
        self.pairs.setFixedHeight(self.pairs.horizontalHeader().sizeHint().height() + rows * ROW_HEIGHT + 4)
        self.others.show_sheet(others_sheet(of, content))
        self.confusion.show_sheet(confusion_sheet(of, content))
        self.tabs.setTabVisible(self.tabs.indexOf(self._differences), of.confusion is not None)
        self.articles.show_sheet(share_sheet(of, content))
        self.explanation.show_detail(of)

    def show_change(self, of: OverTime) -> None:
        """Show the number over time."""
        self.change.show_change(of)

    def set_theme(self, theme: Theme) -> None:
        """Show in the colours of a theme."""
        for part in (self.pairs, self.others, self.confusion, self.articles, self.explanation, self.change):
            part.set_theme(theme)
        self.legend.theme = theme
        self.legend.update()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(14, 8, 10, 0)
        head.setSpacing(12)
        head.addWidget(self.title, 1)
        head.addWidget(self.threshold)
        foot = QHBoxLayout()
        foot.setContentsMargins(14, 0, 10, 2)
        foot.addWidget(self.facts)
        people = _page(self.pairs, self.legend, self.others)
        hint = tr("Rows: the first of each pair by name; columns: the other. On grey both said the same.")
        self._differences = _page(label(hint, "small"), self.confusion)
        for page, name in (
            (people, tr("Pairs")), (self._differences, tr("Differences")), (self.articles, tr("Articles")),
            (self.explanation, tr("How counted")), (self.change, tr("Over time")),
        ):  # fmt: skip
            self.tabs.addTab(page, name)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 6)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(foot)
        column.addWidget(self.tabs, 1)

    def _turned(self) -> None:
        if self.over_time:
            self.change_wanted.emit()


def _page(*widgets: QWidget) -> QWidget:
    page = QWidget()
    page.setProperty("role", "page")
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 8, 0, 0)
    column.setSpacing(8)
    for widget in widgets:
        if isinstance(widget, CellTable):
            column.addWidget(widget, 1 if widget is widgets[-1] else 0)
            continue
        row = QHBoxLayout()
        row.setContentsMargins(12, 0, 12, 0)
        row.addWidget(widget)
        column.addLayout(row)
    return page
