"""The passages behind a number: read in a job, narrowed by kind of difference, each a door to its article."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QItemSelectionModel, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QToolButton, QVBoxLayout, QWidget

from annotator.agreement.align import Rule
from annotator.agreement.figures import Figure
from annotator.errors import Problem
from annotator.operations.passages import Passage
from annotator.store import Step
from ui import jobs
from ui.combo import Combo
from ui.dialogs.parts import enlarge, label, sentence, thinned
from ui.guard import guarded, nothing
from ui.i18n import tr
from ui.review.latest import Latest
from ui.review.look import sheet
from ui.review.passages.kinds import KindBar
from ui.review.passages.model import ORDERS, PassageModel
from ui.review.passages.reading import Asked, read, touched
from ui.review.passages.view import PassageView
from ui.session import Session
from ui.theme import Theme
from ui.widgets.fields import Elided

_Batch = Mapping[str, Sequence[Passage]]
_SELECT = QItemSelectionModel.SelectionFlag.ClearAndSelect


class PassageList(QWidget):
    """What `show_units` was asked for last. It reads again what a step has changed, when it is in sight."""

    opened = Signal(object)  # Passage

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setProperty("pane", "list")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session = session
        self._asked: Asked | None = None
        self._coming: deque[_Batch] = deque()
        self._due: set[str] = set()  # articles to be read, or read again
        self._trouble = ""
        self._reading = Latest(self)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self.model = PassageModel(self)
        self.view = PassageView(self.model)
        self._lay_out()
        self._connect()
        self.clear()

    # -- what others ask
    @property
    def busy(self) -> bool:
        """Whether passages are still being read."""
        return self._reading.busy or self._soon.isActive()

    def show_units(
        self, title: str, figure: Figure, annotators: Sequence[str], rule: Rule, articles: Sequence[str], one: str = ""
    ) -> None:
        """Show the units that a number compares. `title`: what they are; `articles`: ids, in their order; `one`: the
        annotator who is compared with the others, "" for everybody."""
        self._asked = Asked(title, figure, tuple(annotators), rule, tuple(dict.fromkeys(articles)), one)
        self._due = set(self._asked.articles)
        self.title.set_whole(title)
        self.kinds.choose(())
        self.model.begin(self._asked.articles)
        self.model.show_kinds(())
        self._read()

    def clear(self) -> None:
        """Show nothing, but what can be done."""
        self._asked, self._due, self._trouble = None, set(), ""
        self._coming = deque()
        self.model.begin()
        self.title.set_whole(tr("Passages"))
        self._offer()

    def set_names(self, shown: bool) -> None:
        """Readers by name instead of by letter."""
        self.names.setChecked(shown)

    def set_theme(self, theme: Theme) -> None:
        """Show in the colours of a theme."""
        self.setStyleSheet(sheet(theme))
        self.view.delegate.theme = theme
        self.view.viewport().update()

    def catch_up(self) -> None:
        """Read what has changed since."""
        if self._due:
            self._read()

    @guarded(nothing)
    def showEvent(self, event: QShowEvent) -> None:
        """Catch up."""
        super().showEvent(event)
        if self._due and not self._reading.busy:
            self._soon.start()

    # -- parts
    def _lay_out(self) -> None:
        self.title = Elided(role="title")
        enlarge(self.title, 1.05, bold=True)
        self.number = label("", "small", wrap=False)
        self.order = Combo()
        for key, words in ORDERS:
            self.order.addItem(tr(words), key)
        self.order.setAccessibleName(tr("Order of the passages"))
        self.names = QToolButton()
        self.names.setText(tr("Names"))
        self.names.setCheckable(True)
        self.names.setProperty("role", "chip")
        self.names.setToolTip(tr("Show the readers’ names instead of letters"))
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(3)
        self.bar.setRange(0, 1000)
        self.bar.setAccessibleName(tr("Passages are being read"))
        policy = self.bar.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # or the list would jump with each verdict
        self.bar.setSizePolicy(policy)
        self.missing = label("", "empty")
        self.missing.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.missing.setContentsMargins(20, 40, 20, 0)
        self.kinds = KindBar()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 0)
        column.setSpacing(8)
        for row in (self._row(self.title, self.number), self._row(self.kinds), self._row(self.order, self.names)):
            column.addLayout(row)
        below = QVBoxLayout()
        below.setSpacing(0)
        below.addWidget(self.bar)
        below.addWidget(self.view, 1)
        below.addWidget(self.missing, 1)
        column.addLayout(below, 1)

    def _row(self, *widgets: QWidget) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(16, 0, 12, 0)
        for widget in widgets:
            row.addWidget(widget, 1 if widget in (self.title, self.kinds) else 0)
        if widgets[0] is self.order:
            row.insertStretch(1, 1)
        return row

    def _connect(self) -> None:
        self.view.opened.connect(self.opened)
        self.order.currentIndexChanged.connect(lambda _: self._sort())
        self.names.toggled.connect(self.model.show_names)
        self.kinds.chosen_changed.connect(self._choose)
        self._reading.progress.connect(self._progress)
        self._reading.failed.connect(self._failed)
        self._reading.turned.connect(self._turned)
        self._session.changed.connect(self._changed)
        self._soon.timeout.connect(self.catch_up)

    # -- reading
    def _read(self) -> None:
        asked, project = self._asked, self._session.project
        if asked is None or project.closed:
            return
        self._soon.stop()
        self._trouble = ""
        self._coming = coming = deque[_Batch]()
        articles = [ident for ident in asked.articles if ident in self._due]
        self.bar.setValue(0)

        def work(job: jobs.Job) -> None:
            read(project, asked, articles, coming.append, thinned(job.report), job.is_cancelled)

        self._reading.want(work)
        self._offer()

    def _progress(self, fraction: float) -> None:
        self.bar.setValue(round(1000 * fraction))
        self._take()

    def _take(self) -> None:
        """What the job has brought so far."""
        while self._coming:
            found = self._coming.popleft()
            with self._same_place():
                self.model.put(found)
            self._due.difference_update(found)
        self._offer()

    def _turned(self) -> None:
        self.bar.setVisible(self._reading.busy)
        if not self._reading.busy:
            self._take()

    def _failed(self, problem: Problem) -> None:
        if not self._session.project.closed:
            self._trouble = sentence(problem)

    def _changed(self, step: Step) -> None:
        if self._asked is None:
            return
        articles = touched(self._session.project, step)
        due = set(self._asked.articles) if articles is None else articles.intersection(self._asked.articles)
        if due:
            self._due |= due
            if self.isVisible():
                self._soon.start()

    # -- what is shown
    @contextmanager
    def _same_place(self) -> Iterator[None]:
        """The passage that is current stays so, at the same height; if it went, the one that stands there now."""
        at = self.view.currentIndex()
        row = at.row()
        before = self.model.shown[row] if at.isValid() else None
        top = self.view.visualRect(at).top()
        yield
        if self.view.currentIndex().isValid() or not self.model.shown:
            return
        found = self.model.find(before.unit.key) if before is not None else 0
        if before is not None and self.model.order == "open" and found >= 0:
            settled = self.model.shown[found].verdict is not None and before.verdict is None
            found = row if settled else found  # the next that is open, not the end of the list
        index = self.model.index(found if found >= 0 else min(row, len(self.model.shown) - 1))
        self.view.selectionModel().setCurrentIndex(index, _SELECT)
        if before is not None:
            bar = self.view.verticalScrollBar()
            bar.setValue(bar.value() + self.view.visualRect(index).top() - top)
        self.view.scrollTo(index)

    def _sort(self) -> None:
        with self._same_place():
            self.model.sort_by(self.order.currentData())

    def _choose(self) -> None:
        with self._same_place():
            self.model.show_kinds(self.kinds.chosen)
        self._offer()

    def _offer(self) -> None:
        """The kinds to choose from, how many passages are shown, and why there are none."""
        asked, shown = self._asked, len(self.model.shown)
        if asked is not None:
            self.kinds.show_counts(self.model.counts(), asked.figure.kind)
        for widget in (self.kinds, self.order, self.names):
            widget.setVisible(asked is not None and bool(self.model.total))
        self.number.setText(tr("%n passage(s)", n=shown) if asked else "")
        words = self._trouble or ("" if shown else self._why_none())
        self.missing.setText(words)
        self.missing.setVisible(bool(words))
        self.view.setVisible(not words)

    def _why_none(self) -> str:
        if self._asked is None:
            return tr("Choose a number and press Enter: what it is made of is listed here.")
        if self._reading.busy:
            return ""
        if not self.model.total:
            return tr("There is nothing to compare here.")
        return tr("None of these differences here.") if self.kinds.chosen else tr("No reader differs here.")
