"""Everything the annotator did, newest first; undo and redo as far as a step."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from annotator.errors import Problem
from ui.dialogs.history_model import HistoryModel
from ui.dialogs.parts import enlarge, label, say, sentence
from ui.guard import guarded, nothing
from ui.i18n import tr
from ui.saying import said
from ui.session import Session
from ui.step_words import step_words


class HistoryDialog(QDialog):
    """Not modal: the text shows what each step did."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._left = 0  # steps still to take back (more than 0) or to do again (less)
        self.setWindowTitle(tr("History"))
        self.resize(640, 520)
        self.heading = label("", "title")
        enlarge(self.heading, 1.3, bold=True)
        self.model = HistoryModel(session, self)
        self.view = self._view()
        self.empty = label(tr("Nothing yet. Every step you take will stand here."), "dim")
        self.says = label(role="dim")
        self.trouble = label(role="trouble")
        self.trouble.setAccessibleName(tr("Problem"))
        self.go = QPushButton()
        self.go.setDefault(True)
        self.done_button = QPushButton(tr("Close"))
        self.done_button.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        for part in (self.heading, self.view, self.empty, self.says, self.trouble):
            column.addWidget(part)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for part in (self.view, self.empty):  # one of the two is there
            column.setStretchFactor(part, 1)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(self.go)
        row.addWidget(self.done_button)
        column.addLayout(row)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._read)
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._one)
        self._connect()
        say(self.trouble, "")
        self._read()
        if self.model.steps:
            undone = sum(step.undone for step in self.model.steps)
            self.select(self.model.steps[min(undone, len(self.model.steps) - 1)].id)
        self.view.setFocus()

    # -- what is shown
    def select(self, number: int) -> None:
        """Go to the step with that number."""
        row = self.model.row_of(number)
        if row >= 0:
            self.view.setCurrentIndex(self.model.index(row, 0))

    def _view(self) -> QTreeView:
        view = _Lines()
        view.setModel(self.model)
        view.setAccessibleName(tr("Steps, newest first"))
        view.setRootIsDecorated(False)
        view.setUniformRowHeights(True)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setAllColumnsShowFocus(True)
        header = view.header()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        return view

    def _connect(self) -> None:
        session = self._session
        session.changed.connect(self._changed)
        session.annotator_changed.connect(self._changed)
        session.problem.connect(self._problem)
        session.working.connect(self._turned)
        self.view.selectionModel().currentChanged.connect(self._chosen)
        self.view.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.view.activated.connect(self._begin)
        self.go.clicked.connect(self._begin)
        self.done_button.clicked.connect(self.close)

    def _changed(self, _: object = None) -> None:
        if not self._later.isActive():  # begun anew by every step, it would never come to its end
            self._later.start()

    def _read(self) -> None:
        now = self._current()
        self.heading.setText(tr("What {name} did", name=self._session.annotator.name))
        self.model.faint = self.palette().color(self.palette().ColorRole.PlaceholderText)
        self.model.reload()
        self.view.setVisible(bool(self.model.steps))
        self.empty.setVisible(not self.model.steps)
        if now:
            self.select(now)
        self._chosen()

    def _scrolled(self, value: int) -> None:
        if value >= self.view.verticalScrollBar().maximum() - 1:
            self.model.more()

    def _current(self) -> int:
        index = self.view.currentIndex()
        return self.model.steps[index.row()].id if index.isValid() else 0

    def _distance(self) -> int:
        index = self.view.currentIndex()
        return self.model.distance(index.row()) if index.isValid() else 0

    def _chosen(self, *_: QModelIndex) -> None:
        """Say what Enter does."""
        far, project = self._distance(), self._session.project
        title = step_words(self.model.steps[self.view.currentIndex().row()].title) if far else ""
        more = abs(far) - 1
        if self._left:
            self.go.setText(tr("Stop"))
            self.says.setText(tr("%n step(s) to go", n=abs(self._left)))
            return
        if far > 0:
            self.go.setText(tr("Take back %n step(s)", n=far))
            words = tr("Takes back “{step}”, and %n step(s) after it.", n=more, step=title)
            self.says.setText(words if more else tr("Takes back “{step}”.", step=title))
        elif far < 0:
            self.go.setText(tr("Do again %n step(s)", n=-far))
            words = tr("Does “{step}” again, and before it %n step(s).", n=more, step=title)
            self.says.setText(words if more else tr("Does “{step}” again.", step=title))
        else:
            self.go.setText(tr("Take back"))
            self.says.setText("")
        if project.read_only:
            self.says.setText(tr("Nothing can be changed: {why}.", why=said(project.why_read_only)))
        self.go.setEnabled(bool(far) and not project.read_only)

    # -- what the user does
    def _begin(self) -> None:
        say(self.trouble, "")
        if self._left:  # pressed again: stop
            self._left = 0
            self._chosen()
        elif self.go.isEnabled():
            self._left = self._distance()
            self._one()

    def _one(self) -> None:
        """One step, then the window's turn: a long way is seen and can be stopped."""
        if not self._left:
            return
        back = self._left > 0
        done = self._session.undo() if back else self._session.redo()
        if done is None and self._session.busy:
            return  # a long one: `_turned` goes on when it is over
        self._left += (-1 if back else 1) if done is not None else -self._left
        if self._left:
            self._next.start()
        self._chosen()
        self._changed()

    def _turned(self, working: str) -> None:
        """A long step is over."""
        if not working:
            if self._left:
                self._left += -1 if self._left > 0 else 1
                self._next.start()
            self._chosen()

    def _problem(self, problem: Problem) -> None:
        self._left = 0
        if self.isVisible():
            say(self.trouble, f"⚠ {sentence(problem)}")


class _Lines(QTreeView):
    """Enter activates; Qt would give it to the dialog's button, which is the same, but only on some systems."""

    @guarded(nothing)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter on a line."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.activated.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)
