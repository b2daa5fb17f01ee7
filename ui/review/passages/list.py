"""The passages behind a number: read in a job, narrowed by kind of difference, each a door to its article."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QToolButton, QVBoxLayout, QWidget

from annotator.agreement.align import Rule
from annotator.agreement.figures import Figure
from annotator.errors import Cancelled, Problem
from annotator.operations.passages import Passage, passages
from annotator.store import Step
from ui import jobs
from ui.combo import Combo
from ui.dialogs.parts import enlarge, label, sentence
from ui.guard import guarded, nothing
from ui.i18n import tr
from ui.review.latest import Latest
from ui.review.look import sheet
from ui.review.passages.model import AGREE, ORDERS, Order, PassageModel, kinds_in
from ui.review.passages.view import PassageView
from ui.session import Session
from ui.theme import Theme
from ui.widgets.flow import FlowLayout

_AT_ONCE = 10  # articles between two looks at what there is
_MARKS = frozenset({"verdict", "layer", "span", "relation", "stance", "article_label"})


class PassageList(QWidget):
    """What `show_units` was asked for last. It reads again what a step has changed, when it is in sight."""

    opened = Signal(object)  # Passage

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setProperty("pane", "list")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session = session
        self._asked: tuple[str, Figure, tuple[str, ...], Rule, tuple[str, ...], str] | None = None
        self._coming: deque[list[Passage]] = deque()
        self._kept: tuple[str, ...] | None = None  # the unit to be at again
        self._due = False
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
        self._asked = (title, figure, tuple(annotators), rule, tuple(articles), one)
        self._kept = None
        self.model.show_kinds(())
        self._read()

    def clear(self) -> None:
        """Show nothing, but what can be done."""
        self._asked = None
        self.model.clear()
        self._offer()
        self.title.setText(tr("Passages"))
        self.title.setToolTip("")
        self._say(tr("Choose a number and press Enter: what it is made of is listed here."))

    def set_names(self, shown: bool) -> None:
        """Readers by name instead of by letter."""
        self.model.show_names(shown)
        self._offer()

    def set_theme(self, theme: Theme) -> None:
        """Show in the colours of a theme."""
        self.setStyleSheet(sheet(theme))
        self.view.delegate.theme = theme
        self.view.viewport().update()

    def catch_up(self) -> None:
        """Read again, if something has changed since."""
        if self._due and self._asked is not None:
            self._kept = self._current()
            self._read()

    @guarded(nothing)
    def showEvent(self, event: QShowEvent) -> None:
        """Catch up."""
        super().showEvent(event)
        if self._due:
            self._soon.start()

    # -- parts
    def _lay_out(self) -> None:
        self.title = label("", "title", wrap=False)
        enlarge(self.title, 1.05, bold=True)
        self.title.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
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
        self.missing = label("", "empty")
        self.missing.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.missing.setContentsMargins(20, 40, 20, 0)
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 0)
        column.setSpacing(8)
        for row in (self._row(self.title, self.number), self._row(self._chips), self._row(self.order, self.names)):
            column.addLayout(row)
        column.addWidget(self.bar)
        column.addWidget(self.view, 1)
        column.addWidget(self.missing, 1)

    def _row(self, *widgets: QWidget) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(16, 0, 12, 0)
        for widget in widgets:
            row.addWidget(widget, 1 if widget in (self.title, self._chips) else 0)
        if widgets[0] is self.order:
            row.insertStretch(1, 1)
        return row

    def _connect(self) -> None:
        self.view.opened.connect(self.opened)
        self.order.currentIndexChanged.connect(lambda _: self._sort())
        self.names.toggled.connect(self.set_names)
        self._reading.progress.connect(self._progress)
        self._reading.done.connect(lambda _: self._take())
        self._reading.failed.connect(self._failed)
        self._reading.turned.connect(self._turned)
        self._session.changed.connect(self._changed)
        self._soon.timeout.connect(self.catch_up)

    # -- reading
    def _read(self) -> None:
        if self._asked is None or self._session.project.closed:
            return
        title, figure, annotators, rule, articles, one = self._asked
        self._due = False
        self._soon.stop()
        self._coming = coming = deque[list[Passage]]()
        self.model.clear()
        self.title.setText(title)
        self.title.setToolTip(title)
        project = self._session.project

        def work(job: jobs.Job) -> None:
            found: list[Passage] = []
            for n, here in enumerate(passages(project, figure, annotators, rule, articles, one), 1):
                if job.is_cancelled():
                    raise Cancelled(tr("Stopped."))
                found += here
                if n % _AT_ONCE == 0 or n == len(articles):
                    coming.append(found)
                    found = []
                    job.report(n / len(articles))

        self._reading.want(work)

    def _progress(self, fraction: float) -> None:
        self.bar.setValue(round(1000 * fraction))
        self._take()

    def _take(self) -> None:
        """What the job has brought so far."""
        while self._coming:
            self.model.add(self._coming.popleft())
        self._offer()
        row = self.model.row_of(self._kept) if self._kept else 0
        if row >= 0 and self.model.rows and not self.view.selectionModel().hasSelection():
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.view.selectionModel().setCurrentIndex(self.model.index(row), flags)
            self.view.scrollTo(self.model.index(row))

    def _turned(self) -> None:
        self.bar.setVisible(self._reading.busy)
        if not self._reading.busy and self._asked is not None:
            self._take()

    def _failed(self, problem: Problem) -> None:
        if not self._session.project.closed:
            self._say(sentence(problem))

    def _changed(self, step: Step) -> None:
        if step.bulk or any(change.table in _MARKS for change in step.changes):
            self._due = True
            if self.isVisible():
                self._soon.start()

    def _current(self) -> tuple[str, ...] | None:
        index = self.view.currentIndex()
        return self.model.rows[index.row()].passage.unit.key if index.isValid() else None

    # -- what is shown
    def _sort(self) -> None:
        kept = self._current()
        order: Order = self.order.currentData()
        self.model.sort_by(order)
        if (row := self.model.row_of(kept)) >= 0:
            self.view.setCurrentIndex(self.model.index(row))
            self.view.scrollTo(self.model.index(row))

    def _offer(self) -> None:
        """The kinds to choose from, and how many passages are shown."""
        asked = self._asked
        kinds = kinds_in(self.model.counts(), asked[1].kind) if asked else []
        there = [(chip.property("kind"), chip.text()) for chip in self._buttons()]
        if there != list(kinds):
            chosen = {chip.property("kind") for chip in self._buttons() if chip.isChecked()}
            for chip in self._buttons():
                self._flow.removeWidget(chip)
                chip.deleteLater()
            for kind, words in kinds:
                self._flow.addWidget(self._chip(kind, words, kind in chosen))
        for widget in (self._chips, self.order, self.names):
            widget.setVisible(bool(kinds))
        self.number.setText(tr("%n passage(s)", n=len(self.model.rows)) if asked else "")
        if asked and not self.model.rows and not self._reading.busy:
            self._say(tr("No reader differs here.") if self.model.total else tr("There is nothing to compare here."))
        elif asked:
            self._say("")

    def _buttons(self) -> list[QToolButton]:
        items = (self._flow.itemAt(n) for n in range(self._flow.count()))
        return [item.widget() for item in items if item is not None]  # type: ignore[misc]

    def _chip(self, kind: str, words: str, on: bool) -> QToolButton:
        chip = QToolButton()
        chip.setText(words)
        chip.setCheckable(True)
        chip.setChecked(on)
        chip.setProperty("role", "chip")
        chip.setProperty("kind", kind)
        chip.setToolTip(tr("What the number counts as the same") if kind == AGREE else tr("Only these differences"))
        chip.toggled.connect(lambda _: self._choose())
        return chip

    def _choose(self) -> None:
        self.model.show_kinds(str(chip.property("kind")) for chip in self._buttons() if chip.isChecked())
        self._offer()

    def _say(self, words: str) -> None:
        self.missing.setText(words)
        self.missing.setVisible(bool(words))
        self.view.setVisible(not words)
