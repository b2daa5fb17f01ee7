"""How far annotators agree, in numbers, each a door to what stands behind it."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from annotator.agreement.figures import Figure
from annotator.errors import Problem
from annotator.operations.agreement_filters import Period
from annotator.store import Step
from ui.dialogs.parts import enlarge, label, sentence
from ui.guard import guarded, nothing
from ui.i18n import tr
from ui.review.latest import Latest
from ui.review.numbers.board import Behind, Board, Detail, OverTime, board, detail, over_time
from ui.review.numbers.cell_table import CellTable
from ui.review.numbers.chain import GAP, ChainView, chain_sheet
from ui.review.numbers.detail_pane import DetailPane
from ui.review.numbers.figure_words import label_name
from ui.review.numbers.filters_bar import FiltersBar
from ui.review.numbers.row_cells import rows_sheet
from ui.review.numbers.what_is_missing import head_words, missing_words
from ui.session import Session
from ui.theme import Theme

_TOUCHING = frozenset({"layer", "span", "relation", "stance", "article_label", "article", "annotator", "codebook",
                       "threshold", "verdict"})  # fmt: skip
_WIDTHS = (430, 400)
_SOON = 200  # milliseconds after a step, for those that follow it
_NUMBERS, _WORDS = 0, 1


class NumbersView(QWidget):
    """Counts in jobs, while it is in sight. `counted`: new numbers are shown; `emptied`: there are none any more."""

    opened = Signal(object, object)  # the passages that are wanted (Behind), when two marks are the same (Rule)
    counted = Signal()
    emptied = Signal()
    report_wanted = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setProperty("pane", "figures")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session = session
        self.board: Board | None = None
        self._figure = Figure("statement", "", "found")
        self._by: Period = "month"
        self._due = True
        self._counting, self._detailing, self._changing = Latest(self), Latest(self), Latest(self)
        self._timer = QTimer(self, singleShot=True, interval=_SOON)
        self.filters = FiltersBar()
        self.chain = ChainView()
        self.rows = CellTable(tr("Labels, links and article labels"))
        self.detail = DetailPane(session)
        self.report = QPushButton(tr("Report…"))
        self._lay_out()
        self._connect()

    # -- what others ask
    @property
    def busy(self) -> bool:
        """Whether something is being counted, or about to be."""
        jobs = (self._counting, self._detailing, self._changing)
        return self._timer.isActive() or any(job.busy for job in jobs)

    @property
    def figure(self) -> Figure:
        """The number that is selected."""
        return self._figure

    def set_theme(self, theme: Theme) -> None:
        """Show in the colours of a theme."""
        for part in (self.chain, self.rows, self.detail):
            part.set_theme(theme)

    def refresh(self) -> None:
        """Count again, what has changed since."""
        self._timer.stop()
        if self._session.project.closed:
            return
        self._due = False
        project, before = self._session.project, self.board.counted if self.board else None
        wanted = self.filters.wanted(self.board.gold if self.board else "")
        self._counting.want(lambda _: board(project, wanted, before))

    # -- parts
    def _lay_out(self) -> None:
        self.words = label("", "small", wrap=False)
        self.counting = label(tr("Counting…"), "counting", wrap=False)
        self.missing = label("", "empty")
        self.missing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.missing.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # all there is to read then
        self.stack = QStackedWidget()
        self.stack.addWidget(self._numbers())
        self.stack.addWidget(self.missing)
        column = QVBoxLayout(self)
        column.setContentsMargins(18 - GAP, 12, 18 - GAP, 14)  # the cards stand apart from its edges by that
        column.setSpacing(8)
        column.addLayout(self._head())
        column.addLayout(_inset(self.filters))
        column.addWidget(self.stack, 1)
        self._say(tr("Counting…"))

    def _head(self) -> QBoxLayout:
        heading = label(tr("Agreement"), "title", wrap=False)
        enlarge(heading, 1.25, bold=True)
        row = _inset()
        row.setSpacing(12)
        row.addWidget(heading)
        row.addWidget(self.words)
        row.addStretch(1)
        row.addWidget(self.counting)
        row.addWidget(self.report)
        return row

    def _numbers(self) -> QWidget:
        frame = QFrame()
        frame.setProperty("role", "card")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(1, 6, 1, 6)
        inside.addWidget(self.rows)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(12)
        self.splitter.setProperty("role", "gap")
        for widget, least in ((frame, 300), (self.detail, 340)):
            widget.setMinimumWidth(least)
            self.splitter.addWidget(widget)
        self.splitter.setSizes(_WIDTHS)
        page = QWidget()
        page.setProperty("role", "page")
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.chain)
        column.addLayout(_inset(self.splitter), 1)
        return page

    def _connect(self) -> None:
        self._session.changed.connect(self._changed)
        self._timer.timeout.connect(self.refresh)
        self._counting.done.connect(self._counted)
        self._counting.failed.connect(self._failed)
        self._counting.turned.connect(self._turned)
        self._detailing.done.connect(self._detailed)
        self._detailing.failed.connect(self._failed)
        self._changing.done.connect(self._over_time)
        self._changing.failed.connect(self._failed)
        self.filters.changed.connect(self.refresh)
        self.filters.label_chosen.connect(self._show_rows)
        self.chain.picked.connect(self.pick)
        self.rows.picked.connect(self.pick)
        for part in (self.chain, self.rows, self.detail):
            part.opened.connect(self._open)
        self.detail.change_wanted.connect(self._want_change)
        self.detail.change.by_chosen.connect(self._set_by)
        self.report.clicked.connect(self.report_wanted)

    # -- counting
    def _changed(self, step: Step) -> None:
        if step.bulk or any(change.table in _TOUCHING for change in step.changes):
            self._due = True
            if self.isVisible():
                self._timer.start()

    @guarded(nothing)
    def showEvent(self, event: QShowEvent) -> None:
        """Catch up."""
        super().showEvent(event)
        if self._due:
            self.refresh()

    @guarded(nothing)
    def hideEvent(self, event: QHideEvent) -> None:
        """What is out of sight is not counted."""
        super().hideEvent(event)
        self._timer.stop()

    def _turned(self) -> None:
        self.counting.setVisible(self._counting.busy)

    def _counted(self, found: Board) -> None:
        if self._session.project.closed:  # the count had come to its end, its word had not
            return
        content = self._session.project.codebook().content
        self.board = found
        self.filters.offer(found, content)
        self.words.setText(head_words(found))
        missing = missing_words(found, self.filters.filtered)
        self.report.setEnabled(not missing)
        if missing:
            self._say(missing)
            self.emptied.emit()
            return
        self._bring(self.chain)
        self.chain.show_sheet(chain_sheet(found, content))
        self._show_rows()
        self.pick(self._figure if found.line(self._figure) else Figure("statement", "", "found"))
        self.counted.emit()

    def _failed(self, problem: Problem) -> None:
        if not self._session.project.closed:
            self._say(sentence(problem))

    def _say(self, words: str) -> None:
        self.missing.setText(words)
        self.missing.setAccessibleName(words)
        self._bring(self.missing)

    def _bring(self, first: QWidget) -> None:
        """Bring the page of a widget to the front; the focus, if it was on the other page, goes to that widget."""
        page = _WORDS if first is self.missing else _NUMBERS
        focus = QApplication.focusWidget()
        moves = focus is not None and self.stack.isAncestorOf(focus) and self.stack.currentIndex() != page
        self.setFocusProxy(first)
        self.stack.setCurrentIndex(page)
        if moves:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_rows(self) -> None:
        if self.board is not None:
            content = self._session.project.codebook().content
            self.rows.show_sheet(rows_sheet(self.board, content, self.filters.shown_label))
            self.rows.choose(self._figure)

    # -- one number
    def pick(self, figure: Figure) -> None:
        """Show what stands behind a number."""
        of = self.board
        if of is None or self._session.project.closed:
            return
        self._figure = figure
        self.chain.choose(figure)
        self.rows.choose(figure)
        name = label_name(self._session.project.codebook().content, figure) if figure.label else ""
        self._detailing.want(lambda job: detail(of, figure, name, job.is_cancelled))
        if self.detail.over_time:
            self._want_change()

    def _detailed(self, found: Detail | None) -> None:
        if found is not None and not self._session.project.closed:
            self.detail.show_detail(found, self._session.project.codebook().content)

    def _set_by(self, by: Period) -> None:
        self._by = by
        self._want_change()

    def _want_change(self) -> None:
        of, figure, by = self.board, self._figure, self._by
        if of is not None:
            self._changing.want(lambda _: over_time(of, figure, by))

    def _over_time(self, found: OverTime | None) -> None:
        if found is not None:
            self.detail.show_change(found)

    def _open(self, behind: Behind) -> None:
        if self.board is not None:
            self.opened.emit(behind, self.board.rule)


def _inset(*widgets: QWidget) -> QHBoxLayout:
    """A row that begins and ends where the cards do."""
    row = QHBoxLayout()
    row.setContentsMargins(GAP, 0, GAP, 0)
    for widget in widgets:
        row.addWidget(widget)
    return row
