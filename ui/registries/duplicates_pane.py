"""Pairs of entries that may be one and the same, each with the reason; worked out beside the window."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QPushButton, QTableView, QVBoxLayout, QWidget

from annotator.errors import Problem
from annotator.registry.duplicates import Named, Pair, pairs
from annotator.store.registry_queries import Kind
from ui.dialogs.parts import JobBar, label, say, sentence, thinned
from ui.guard import guarded, nothing
from ui.i18n import QT_TR_NOOP, tr
from ui.jobs import Job
from ui.registries.stock import Stock
from ui.registries.words import reason_word

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
PAIR = Role.UserRole
_TITLES = (QT_TR_NOOP("One"), QT_TR_NOOP("The other"), QT_TR_NOOP("Why"))


class PairModel(QAbstractTableModel):
    """One line a pair; `data(index, PAIR)` is the Pair."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stock = Stock("actor")
        self._pairs: list[Pair] = []

    def show(self, found: list[Pair], stock: Stock) -> None:
        """Show these pairs."""
        self.beginResetModel()
        self._pairs, self._stock = found, stock
        self.endResetModel()

    @guarded(int)
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """How many pairs there are."""
        return 0 if parent.isValid() else len(self._pairs)

    @guarded(int)
    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """The two names and the reason."""
        return 0 if parent.isValid() else len(_TITLES)

    @guarded(nothing)
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        """The columns' titles."""
        if orientation == Qt.Orientation.Horizontal and role == Role.DisplayRole:
            return tr(_TITLES[section])
        if role == Role.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    @guarded(nothing)
    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """A name, the reason, or the pair."""
        if not index.isValid():
            return None
        pair = self._pairs[index.row()]
        if role == PAIR:
            return pair
        if role == Role.ToolTipRole and index.column() == 2:
            return None
        if role in (Role.DisplayRole, Role.AccessibleTextRole):
            reason = f"{pair.score} · {reason_word(pair)}"
            return (self._stock.name(pair.first), self._stock.name(pair.second), reason)[index.column()]
        return None


class PairTable(QTableView):
    """Enter proposes the merge, Delete says that they are not the same."""

    merge_wanted = Signal()
    dismissed = Signal()

    def __init__(self, model: PairModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 12)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        for column in (0, 1):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
        self.setAccessibleName(tr("Possible duplicates"))
        self.setAccessibleDescription(tr("Enter merges, Delete says that they are not the same."))

    @guarded(nothing)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The table's own keys."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_M):
            self.merge_wanted.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.dismissed.emit()
        else:
            super().keyPressEvent(event)

    @guarded(nothing)
    def keyboardSearch(self, search: str) -> None:
        """Letters are keys here."""
        del search


class DuplicatesPane(QWidget):
    """The pairs of one registry. What was said not to be the same is not proposed again while the window is open."""

    picked = Signal(object)  # the Pair in front, or None
    merge_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.model = PairModel(self)
        self.table = PairTable(self.model)
        self.job = JobBar()
        policy = self.job.sizePolicy()
        policy.setRetainSizeWhenHidden(False)  # the words have its room
        self.job.setSizePolicy(policy)
        self.said = label(role="small")
        self.keep = QPushButton(tr("Not the same"))
        self.keep.setAccessibleName(tr("Not the same"))
        self._stock = Stock("actor")
        self._found: dict[Kind, list[Pair]] = {}
        self._apart: set[tuple[str, str]] = set()
        self._asked: Kind = "actor"
        foot = QHBoxLayout()
        foot.setContentsMargins(14, 6, 14, 0)
        foot.setSpacing(8)
        foot.addWidget(self.said, 1)
        foot.addWidget(self.job, 1)
        foot.addWidget(self.keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.table, 1)
        column.addLayout(foot)
        self.keep.clicked.connect(lambda _: self._dismiss())
        self.table.dismissed.connect(self._dismiss)
        self.table.merge_wanted.connect(self.merge_wanted)
        self.table.selectionModel().currentRowChanged.connect(lambda now, _: self.picked.emit(now.data(PAIR)))
        self.job.done.connect(self._done)
        self.job.failed.connect(self._failed)
        self.job.ended.connect(self._ended)

    @property
    def pair(self) -> Pair | None:
        """The pair in front."""
        index = self.table.currentIndex()
        return index.data(PAIR) if index.isValid() else None

    def look(self, stock: Stock) -> None:
        """Look for pairs in this registry."""
        self._stock = stock
        self._show()
        if not self.job.running:
            self._start()

    def keep_up(self, stock: Stock) -> None:
        """The registry has changed: pairs of which one is gone go too."""
        same = stock.kind == self._stock.kind
        self._stock = stock
        if same:
            self._show()
        else:
            self.look(stock)

    def stop(self) -> None:
        """Look no further."""
        self.job.cancel()

    def _start(self) -> None:
        self._asked = self._stock.kind
        entries = [
            Named(e.id, e.name, e.aliases, e.type, e.country)
            for line in self._stock.lines.values()
            if (e := line.entry).merged_into is None
        ]
        self.said.hide()

        def work(job: Job) -> list[Pair]:
            return pairs(entries, thinned(job.report), job.is_cancelled)

        self.job.run(tr("Looking for duplicates…"), work)

    def _done(self, found: list[Pair]) -> None:
        self._found[self._asked] = found

    def _failed(self, problem: Problem) -> None:
        say(self.said, f"⚠ {sentence(problem)}")

    def _ended(self) -> None:
        if self._asked != self._stock.kind:  # another registry was asked for meanwhile
            self._start()
        else:
            self._show()

    def _show(self) -> None:
        row = max(0, self.table.currentIndex().row())
        alive = {i for i, line in self._stock.lines.items() if line.entry.merged_into is None}
        kept = [
            p
            for p in self._found.get(self._stock.kind, [])
            if p.first in alive and p.second in alive and (p.first, p.second) not in self._apart
        ]
        self.model.show(kept, self._stock)
        self.keep.setEnabled(bool(kept))
        if not self.job.running:
            say(self.said, tr("%Ln pair(s)", n=len(kept)) if kept else tr("No duplicates found."))
        if kept:
            self.table.selectRow(min(row, len(kept) - 1))
        else:
            self.picked.emit(None)

    def _dismiss(self) -> None:
        if (pair := self.pair) is not None:
            self._apart.add((pair.first, pair.second))
            self._show()
