"""The same string elsewhere: a panel over the foot of the text that lists its places, to be ticked and marked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from annotator.errors import Problem
from annotator.operations.elsewhere import Around, Options
from annotator.search.occurrences import Occurrence
from ui import jobs
from ui.annotate.occurrence_list import OccurrenceList, OccurrenceModel
from ui.dialogs.parts import sentence, thinned
from ui.guard import guarded, nothing
from ui.i18n import number, tr
from ui.widgets.fields import Elided, restyle, small_button

_MARGIN = 14


class Finding(Protocol):
    """What looks for the string, from any thread, and says what stands around a place."""

    def find(
        self, options: Options, progress: Callable[[float], None], cancelled: Callable[[], bool]
    ) -> list[Occurrence]:
        """The places, in order."""

    def around(self, occurrence: Occurrence) -> Around:
        """The words around one."""


class _Search(QObject):
    """One search, which says with its outcome which search it was."""

    def __init__(
        self,
        owner: QObject,
        found: Callable[[_Search, list[Occurrence]], None],
        failed: Callable[[_Search, Problem], None],
    ) -> None:
        super().__init__(owner)
        self._tell_found, self._tell_failed = found, failed
        self._job: jobs.Job | None = None

    def run(self, work: jobs.Work) -> None:
        self._job = jobs.start(work, self, self._wire)

    def cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()

    # methods of an object of the window's thread, so that Qt brings the outcome over to it
    def _wire(self, job: jobs.Job) -> None:
        job.done.connect(self._done)
        job.failed.connect(self._failed)

    def _done(self, found: list[Occurrence]) -> None:
        self._tell_found(self, found)

    def _failed(self, problem: Problem) -> None:
        self._tell_failed(self, problem)


class ElsewherePanel(QFrame):
    """Lies over the lower part of `over`. Enter applies the ticks, Escape closes."""

    applied = Signal(list)  # of Occurrence
    closed = Signal()

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.setProperty("role", "bar")
        self.setAutoFillBackground(True)
        self.setAccessibleName(tr("The same string elsewhere"))
        self._over = over
        self._finding: Finding | None = None
        self._search: _Search | None = None
        self.heading = Elided(role="heading")
        self.everywhere = self._box(tr("All my articles"))
        self.case = self._box(tr("Match case"))
        self.inflections = self._box(tr("Inflections"))
        self.inflections.setToolTip(tr("Also with ’s, s or es at the end"))
        self.aliases = self._box(tr("Aliases"))
        self.model = OccurrenceModel(self)
        self.model.ticks_changed.connect(self._count)
        self.list = OccurrenceList(self.model)
        self.words = Elided(role="small")
        self.button = QPushButton(tr("Mark ⏎"))
        self.button.setAccessibleName(tr("Mark the ticked places, key Enter"))
        self.button.setProperty("primary", True)
        self.button.clicked.connect(self._apply)
        self._lay_out()
        for part in (*self._boxes, self.list, self.button):
            part.installEventFilter(self)
        over.installEventFilter(self)
        self.hide()

    @property
    def searching(self) -> bool:
        """Whether a search is under way."""
        return self._search is not None

    @property
    def options(self) -> Options:
        """What the boxes say."""
        return Options(
            everywhere=self.everywhere.isChecked(),
            case=self.case.isChecked(),
            inflections=self.inflections.isChecked(),
            aliases=self.aliases.isChecked() and not self.aliases.isHidden(),
        )

    def begin(self, finding: Finding, quote: str, actor: str | None) -> None:
        """Open for a string, search in the open article, and take the focus. `actor`: whose aliases may be added."""
        self._finding = finding
        self.heading.set_whole(tr("“{words}” elsewhere", words=quote))
        for box, on in ((self.everywhere, False), (self.case, True), (self.inflections, False), (self.aliases, False)):
            box.blockSignals(True)
            box.setChecked(on)
            box.blockSignals(False)
        name = tr("Aliases of {actor}", actor=actor) if actor else tr("Aliases")
        self.aliases.setText(name.replace("&", "&&"))
        self.aliases.setAccessibleName(name)
        self.aliases.setVisible(actor is not None)
        self._place()
        self.show()
        self.raise_()
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search()

    def end(self) -> None:
        """Close; a search under way is given up."""
        if not self.isHidden():
            self._give_up()
            self._finding = None
            self.model.show((), None)
            self.hide()
            self.closed.emit()

    def say(self, fault: str) -> None:
        """Say what is wrong."""
        restyle(self.words, "role", "fault")
        self.words.set_whole(fault)

    def search(self) -> None:
        """Look again, with what the boxes say now; what an earlier search still finds is ignored."""
        self._give_up()
        finding, options = self._finding, self.options
        if finding is None:
            return
        self.model.show((), None)
        self._tell(tr("Searching…"))
        self._search = _Search(self, self._found, self._failed)
        self._search.run(lambda job: finding.find(options, thinned(job.report), job.is_cancelled))

    # -- the search
    def _give_up(self) -> None:
        if self._search is not None:
            self._search.cancel()
            self._search = None

    def _found(self, search: _Search, found: list[Occurrence]) -> None:
        if search is not self._search or self._finding is None:
            return
        self._search = None
        self.model.show(found, self._finding.around)
        first = next((row for row, place in enumerate(found) if not place.marked), 0)
        self.list.setCurrentIndex(self.model.index(first))

    def _failed(self, search: _Search, problem: Problem) -> None:
        if search is self._search:
            self._search = None
            self.say(sentence(problem))

    # -- the ticks
    def _count(self) -> None:
        ticked, tickable = self.model.ticked, self.model.tickable
        marked = self.model.rowCount() - tickable
        self.button.setEnabled(ticked > 0)
        self.button.setText(tr("Mark {number} ⏎", number=number(ticked)) if ticked else tr("Mark ⏎"))
        if not self.model.rowCount():
            self._tell(tr("No such place."))
        else:
            also = " · " + tr("%Ln place(s) marked already", n=marked) if marked else ""
            self._tell(tr("{number} of {all} ticked", number=number(ticked), all=number(tickable)) + also)

    def _tell(self, words: str) -> None:
        restyle(self.words, "role", "small")
        self.words.set_whole(words)

    def _apply(self) -> None:
        if chosen := self.model.chosen():
            self.applied.emit(chosen)

    # -- parts
    @property
    def _boxes(self) -> tuple[QCheckBox, ...]:
        return (self.everywhere, self.case, self.inflections, self.aliases)

    def _box(self, name: str) -> QCheckBox:
        box = QCheckBox(name)
        box.setAccessibleName(name)
        box.toggled.connect(lambda _: self.search())
        return box

    def _lay_out(self) -> None:
        top, boxes, foot = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        top.addWidget(self.heading, 1)
        top.addWidget(small_button("×", tr("Close (Esc)"), self.end, "remove"))
        boxes.setSpacing(14)
        for box in self._boxes:
            boxes.addWidget(box)
        boxes.addStretch(1)
        foot.addWidget(self.words, 1)
        foot.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 10)
        column.setSpacing(6)
        column.addLayout(top)
        column.addLayout(boxes)
        column.addWidget(self.list, 1)
        column.addLayout(foot)

    def _place(self) -> None:
        room = self._over.rect()
        high = min(max(220, room.height() * 45 // 100), room.height())
        self.setGeometry(_MARGIN, room.height() - high - _MARGIN, max(0, room.width() - 2 * _MARGIN), high)

    @guarded(bool)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter and Escape work on every part; the panel follows the size of what it lies over."""
        if watched is self._over:
            if event.type() == QEvent.Type.Resize and not self.isHidden():
                self._place()
            return False
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if pressed and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):  # type: ignore[attr-defined]
            self._apply()
            return True
        return False

    @guarded(nothing)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes; Ctrl+A ticks all from anywhere in the panel."""
        if event.key() == Qt.Key.Key_Escape:
            self.end()
        elif event.key() == Qt.Key.Key_A and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.model.tick_all()
        else:
            super().keyPressEvent(event)
