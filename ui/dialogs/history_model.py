"""The steps of an annotator as lines: when, what, where. Read in pages, newest first."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QDateTime, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from annotator.store.history import PastStep, history
from ui.dialogs.parts import ROW
from ui.i18n import QT_TR_NOOP, day, tr
from ui.session import Session
from ui.step_words import step_title

COLUMNS = (QT_TR_NOOP("When"), QT_TR_NOOP("Step"), QT_TR_NOOP("Article"))
_PAGE = 100
_Role = Qt.ItemDataRole

Index = QModelIndex | QPersistentModelIndex


class HistoryModel(QAbstractTableModel):
    """Steps that were taken back come first, grey and with a word."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.faint = QColor("grey")
        self.steps: list[PastStep] = []
        self._more = True
        self.reload()

    def reload(self) -> None:
        """Read again as much as was read."""
        self.beginResetModel()
        wanted = max(_PAGE, len(self.steps))
        self.steps = history(self._session.project, self._session.annotator.id, wanted)
        self._more = len(self.steps) == wanted
        self.endResetModel()

    def row_of(self, number: int) -> int:
        """The row of the step with that number, or -1."""
        return next((row for row, step in enumerate(self.steps) if step.id == number), -1)

    def distance(self, row: int) -> int:
        """How many steps have to be taken back (more than 0) or done again (less than 0) to go as far as that row."""
        undone = sum(step.undone for step in self.steps)
        return row - undone if row < undone else row - undone + 1

    def more(self) -> None:
        """Read older steps. Not by Qt's `fetchMore`: a tree that is not yet in sight would ask for all of them."""
        if not self._more:
            return
        older = history(self._session.project, self._session.annotator.id, _PAGE, self.steps[-1].id)
        self._more = len(older) == _PAGE
        if older:
            first = len(self.steps)
            self.beginInsertRows(QModelIndex(), first, first + len(older) - 1)
            self.steps.extend(older)
            self.endInsertRows()

    # -- Qt's questions
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """How many steps were read."""
        return 0 if parent.isValid() else len(self.steps)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """When, what, where."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:
        """The names of the columns."""
        if orientation == Qt.Orientation.Horizontal and role == _Role.DisplayRole:
            return tr(COLUMNS[section])
        return None

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        """What a line says."""
        if not index.isValid():
            return None
        step = self.steps[index.row()]
        if role == _Role.DisplayRole:
            return (when(step.at), what(step), where(step))[index.column()]
        if role == _Role.SizeHintRole and index.column() == len(COLUMNS) - 1:  # the others are as wide as they need
            return ROW
        if role == _Role.ForegroundRole and step.undone:
            return self.faint
        if role == _Role.AccessibleTextRole:
            return ", ".join(part for part in (what(step), where(step), when(step.at)) if part)
        return None


def what(step: PastStep) -> str:
    """The step's name, and that it was taken back."""
    name = step_title(step.title)
    return tr("{step} · taken back", step=name) if step.undone else name


def where(step: PastStep) -> str:
    """The article it was in, or in how many."""
    if step.articles > 1 or (step.articles and not step.article):
        return tr("%Ln article(s)", n=step.articles)
    return step.article


def when(at: str) -> str:
    """A moment of the journal in the user's time."""
    moment = QDateTime.fromString(at, Qt.DateFormat.ISODateWithMs).toLocalTime()
    return f"{day(moment.date())} {moment.toString('HH:mm')}"
