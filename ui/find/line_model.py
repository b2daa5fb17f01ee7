"""Concordance lines as a table with ticks; a hundred thousand of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from annotator.search.concordance import Line, Order, Source
from annotator.search.occurrences import Covers
from ui.guard import guarded, nothing
from ui.i18n import QT_TR_NOOP, tr
from ui.widgets.wording import date_words

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
LINE, MARKED = Role.UserRole, Role.UserRole + 1
TICK, LEFT, HIT, RIGHT, ARTICLE, DATE = range(6)
ORDER_OF: dict[int, Order] = {LEFT: "left", HIT: "hit", RIGHT: "right", ARTICLE: "article", DATE: "date"}
_HEADS = ("", QT_TR_NOOP("Before"), QT_TR_NOOP("Hit"), QT_TR_NOOP("After"), QT_TR_NOOP("Article"), QT_TR_NOOP("Date"))
_NOTHING = Source("", "", "", 0)


class LineModel(QAbstractTableModel):
    """Lines with ticks; a line whose words have a mark of the chosen label already has none."""

    ticks_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: list[Line] = []
        self.sources: dict[str, Source] = {}
        self._order: list[int] = []  # row -> number of the line
        self._ticked: set[int] = set()
        self._marked: Mapping[str, Covers] = {}

    # -- the lines
    def clear(self) -> None:
        """Show nothing."""
        self.beginResetModel()
        self.lines, self.sources, self._order, self._ticked = [], {}, [], set()
        self.endResetModel()
        self.ticks_changed.emit()

    def add(self, lines: Sequence[Line], sources: Mapping[str, Source]) -> None:
        """More lines, after those that are there."""
        first = len(self.lines)
        self.beginInsertRows(QModelIndex(), first, first + len(lines) - 1)
        self.lines.extend(lines)
        self.sources.update(sources)
        self._order.extend(range(first, len(self.lines)))
        self.endInsertRows()

    def set_order(self, order: list[int]) -> None:
        """Show the lines in another order. Rows that are selected or current stay with their lines."""
        self.layoutAboutToBeChanged.emit()  # at which the selection gives out its persistent indexes
        before = self.persistentIndexList()
        numbers = [(self._order[index.row()], index.column()) for index in before]
        self._order = order
        rows = {number: row for row, number in enumerate(order)} if numbers else {}
        self.changePersistentIndexList(before, [self.index(rows[n], column) for n, column in numbers])
        self.layoutChanged.emit()

    def set_marked(self, marked: Mapping[str, Covers]) -> None:
        """Where marks of the chosen label are, by article."""
        self._marked = marked
        self._ticked = {number for number in self._ticked if not self._is_marked(number)}
        self._repaint()

    def row_line(self, row: int) -> Line:
        """The line that stands in that row."""
        return self.lines[self._order[row]]

    def in_order(self) -> list[Line]:
        """The lines as they stand."""
        return [self.lines[number] for number in self._order]

    # -- the ticks
    @property
    def ticked(self) -> int:
        """How many lines are ticked."""
        return len(self._ticked)

    def chosen(self) -> list[Line]:
        """The ticked lines, in the order they stand in."""
        return [self.lines[number] for number in self._order if number in self._ticked]

    def toggle(self, rows: Iterable[int]) -> None:
        """Tick these rows; if they are ticked, all of them, untick them."""
        numbers = {self._order[row] for row in rows}
        numbers = {number for number in numbers if not self._is_marked(number)}
        self._ticked = self._ticked - numbers if numbers <= self._ticked else self._ticked | numbers
        self._repaint()

    def toggle_all(self) -> None:
        """Tick every line that can be; if they are, none."""
        self.toggle(range(len(self._order)))

    def _is_marked(self, number: int) -> bool:
        line = self.lines[number]
        there = self._marked.get(line.article_id)
        return there is not None and there.touch(line.start, line.end)

    def _repaint(self) -> None:
        if self._order:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._order) - 1, DATE))
        self.ticks_changed.emit()

    # -- Qt's questions
    @guarded(int)
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._order)

    @guarded(int)
    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(_HEADS)

    @guarded(nothing)
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Role.DisplayRole:
            return tr(_HEADS[section]) if _HEADS[section] else ""
        if orientation == Qt.Orientation.Horizontal and role == Role.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section == LEFT else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    @guarded(nothing)
    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid() or not 0 <= index.row() < len(self._order):
            return None
        number = self._order[index.row()]
        match role:
            case Role.DisplayRole | Role.AccessibleTextRole:
                return self._words(number, index.column(), spoken=role == Role.AccessibleTextRole)
            case Role.CheckStateRole if index.column() == TICK and not self._is_marked(number):
                return Qt.CheckState.Checked if number in self._ticked else Qt.CheckState.Unchecked
            case _ if role == LINE:
                return self.lines[number]
            case _ if role == MARKED:
                return self._is_marked(number)
        return None

    def _words(self, number: int, column: int, *, spoken: bool) -> str:
        line = self.lines[number]
        source = self.sources.get(line.article_id, _NOTHING)
        match column:
            case 0:
                return self._state(number) if spoken else ""
            case 1:
                return line.left
            case 2:
                return line.hit
            case 3:
                return line.right
            case 4:
                return source.title
        return date_words(source.published)

    def _state(self, number: int) -> str:
        if self._is_marked(number):
            return tr("marked")
        return tr("ticked") if number in self._ticked else tr("not ticked")
