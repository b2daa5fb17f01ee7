"""Find in project: what to look for, its places as concordance lines, and what can be done with them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from annotator.errors import Problem
from annotator.operations.find import Found, Wanted
from annotator.search.concordance import Line, Order, Sources, ordered
from annotator.search.matching import BadQuery, Matcher
from annotator.store import Step
from ui.dialogs.parts import label, sentence
from ui.find.deeds import Deeds
from ui.find.foot import Foot
from ui.find.form import QueryForm
from ui.find.line_model import LineModel
from ui.find.line_view import LineView
from ui.find.run import Run
from ui.guard import guarded, nothing
from ui.i18n import tr
from ui.session import Session
from ui.theme import Theme
from ui.widgets.style import sheet

_LINES, _WORDS = 0, 1
_MARK_TABLES = frozenset({"span", "stance"})


class FindPage(QWidget):
    """A workspace. Everything that takes long is a `Run`; what an earlier one still brings is left aside."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.setProperty("pane", "list")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.form = QueryForm(session.project, self)
        self.model = LineModel(self)
        self.view = LineView(self.model)
        self.foot = Foot()
        self.deeds = Deeds(session, self.model, self.view, self.foot)
        self._run: Run | None = None
        self._sorting: Run | None = None
        self._order: tuple[Order, bool] = ("date", False)
        self._shown: Wanted | None = None
        self._stale = False
        self._lay_out()
        self._show_codebook()
        self._connect()
        self.setFocusProxy(self.form.edit)
        self._tell_start()

    # -- what the window asks
    def set_theme(self, theme: Theme) -> None:
        """Show in the colours of a theme."""
        self.setStyleSheet(sheet(theme))

    def begin(self, words: str) -> None:
        """Take the focus; look for these words, unless there are none."""
        if words.strip():
            self.form.look_for(" ".join(words.split()))
        self.form.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.form.edit.selectAll()

    def show_entry(self, words: str) -> None:
        """Look for these words."""
        self.begin(words)

    @property
    def busy(self) -> bool:
        """Whether something is under way."""
        return self._run is not None or self._sorting is not None or self.deeds.busy

    # -- parts
    def _lay_out(self) -> None:
        self._words = label("", "empty")
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._words)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 16, 22, 14)
        column.setSpacing(12)
        column.addWidget(label(tr("Find in project"), "heading", wrap=False))
        column.addWidget(self.form)
        column.addWidget(self._stack, 1)
        column.addWidget(self.foot)

    def _connect(self) -> None:
        session = self._session
        self.form.changed.connect(self.search)
        self.form.entered.connect(self._enter)
        self.view.wanted.connect(self._go)
        self.view.order_wanted.connect(self._sort)
        self.foot.stopped.connect(self.stop)
        session.searching.indexing.connect(self.foot.show_index)
        session.annotator_changed.connect(lambda _: self.search())
        session.changed.connect(self._changed)

    def _show_codebook(self) -> None:
        content = self._session.project.codebook().content
        self.form.show_labels(content)
        self.foot.show_labels(content)

    # -- searching
    def search(self) -> None:
        """Look for what the form says now; an earlier search is given up."""
        self.stop()
        self._shown, self._stale = None, False
        wanted = self.form.wanted
        self.model.clear()
        self.form.show_fault(None)
        if wanted.where == "texts" and not wanted.query.line.strip():
            self._tell_start()
            return
        try:
            if wanted.query.line.strip():
                Matcher(wanted.query)
        except BadQuery as problem:
            self.form.show_fault(problem)
            self._tell("", "")
            return
        self._shown = wanted
        self._run = run = Run(self._session, self)
        run.lines.connect(self._found)
        run.done.connect(self._done)
        run.progress.connect(self._progressed)
        run.failed.connect(self._failed)
        run.cancelled.connect(self._cancelled)
        self._tell(tr("Searching…"), tr("Searching…"))
        self.foot.show_progress(0.0)
        run.search(wanted)

    def stop(self) -> None:
        """Give up what is under way; the lines that are there stay."""
        for run in (self._run, self._sorting):
            if run is not None:
                run.cancel()
        if self._run is not None:
            self._say_lines(tr("stopped"))
        self._run = self._sorting = None
        self.foot.show_progress(None)
        self.deeds.offer()

    def _found(self, lines: list[Line], sources: Sources) -> None:
        if self.sender() is not self._run:
            return
        first = not self.model.rowCount()
        self.model.add(lines, sources)
        self._stack.setCurrentIndex(_LINES)
        if first:
            self.view.fit()
            self.deeds.look()
        self._say_lines(tr("searching…"))

    def _done(self, found: Found) -> None:
        if self.sender() is not self._run:
            return
        self._end()
        if found.lines:
            more = tr("there are more, which are not shown") if found.limited else ""
            self._say_lines(more, found.articles)
            self.view.fit()
            self.view.go_first()
            if self._order != ("date", False):
                self._sort(*self._order)
        else:
            self._tell(tr("Nothing was found."), "")

    def _failed(self, problem: Problem) -> None:
        if self.sender() is self._run:
            self._end()
            self.foot.say(sentence(problem), fault=True)
            self._stack.setCurrentIndex(_LINES if self.model.rowCount() else _WORDS)
            self._words.setText(tr("The search was stopped.") if not self.model.rowCount() else "")

    def _cancelled(self) -> None:
        if self.sender() is self._run:
            self._end()

    def _progressed(self, fraction: float) -> None:
        if self.sender() is self._run:
            self.foot.show_progress(fraction)

    def _end(self) -> None:
        self._run = None
        self.foot.show_progress(None)
        self.deeds.offer()

    # -- words
    def _tell_start(self) -> None:
        self._tell(
            tr("Type words to see every place where they stand.\nEnter goes to the list, and on to the place."), ""
        )

    def _tell(self, middle: str, foot: str) -> None:
        self._stack.setCurrentIndex(_WORDS)
        self._words.setText(middle)
        self.foot.say(foot)

    def _say_lines(self, more: str = "", articles: int = 0) -> None:
        parts = [tr("%Ln place(s)", n=self.model.rowCount())]
        if articles:
            parts.append(tr("%Ln article(s)", n=articles))
        self.foot.say(" · ".join((*parts, more) if more else parts))

    # -- order
    def _sort(self, order: Order, backwards: bool) -> None:
        self._order = (order, backwards)
        self.view.show_order(order, backwards)
        if self._run is not None or not self.model.rowCount():
            return  # it is sorted when all lines are there
        lines, sources = list(self.model.lines), dict(self.model.sources)
        self._sorting = run = Run(self._session, self)
        run.done.connect(self._sorted)
        run.start(lambda _: ordered(lines, sources, order, backwards=backwards))

    def _sorted(self, order: list[int]) -> None:
        if self.sender() is self._sorting:
            self._sorting = None
            self.model.set_order(order)
            current = self.view.currentIndex()
            if current.isValid():
                self.view.scrollTo(current)

    # -- going there
    def _enter(self) -> None:
        if self.form.wanted != self._shown:
            self.search()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.view.go_first()

    def _go(self, row: int) -> None:
        line = self.model.row_line(row)
        self._session.go_to(line.article_id, line.start, line.end)

    # -- what others do
    def _changed(self, step: Step) -> None:
        tables = {change.table for change in step.changes}
        if "codebook" in tables:
            self._show_codebook()
        marks = self._shown is not None and self._shown.where != "texts" and bool(tables & _MARK_TABLES)
        self._stale = self._stale or bool(step.bulk) or "article" in tables or (marks and not self.isVisible())
        if self.isVisible():
            if step.bulk or "article" in tables:
                self.search()
            elif tables & _MARK_TABLES:
                self.deeds.look()

    @guarded(nothing)
    def showEvent(self, event: QShowEvent) -> None:
        """Something may have changed while it was out of sight."""
        super().showEvent(event)
        if self._stale and self._shown is not None:
            self.search()
        else:
            self.deeds.look()


def make(session: Session) -> FindPage:
    """The page of a session."""
    return FindPage(session)
