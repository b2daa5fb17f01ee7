"""The table of a registry as a model: filtered and sorted in memory."""

from __future__ import annotations

from html import escape
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from annotator.store.registry_queries import Entry, Kind
from ui.guard import guarded, nothing
from ui.i18n import number, tr
from ui.registries.stock import COLUMNS, Chip, Column, Line, Stock, sorted_lines
from ui.registries.words import TITLES, country_words, status_word
from ui.widgets.wording import value_words

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
ENTRY = Role.UserRole
_NUMBERS = ("mentions", "stances")


class EntryModel(QAbstractTableModel):
    """One line an entry; `data(index, ENTRY)` is the Entry."""

    counted = Signal()  # another number of lines

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.stock = Stock("actor")
        self._typed = ""
        self._chips: set[Chip] = set()
        self._column, self._backwards = 0, False
        self._lines: list[Line] = []
        self._rows: dict[str, int] = {}

    # -- what is shown
    @property
    def kind(self) -> Kind:
        """Which registry it is."""
        return self.stock.kind

    def show(self, stock: Stock) -> None:
        """Show another registry, or the same one after changes."""
        if stock.kind != self.stock.kind:
            self._column, self._backwards = 0, False
        self.stock = stock
        self.refresh()

    def filter(self, typed: str, chips: set[Chip]) -> None:
        """Show only what fits."""
        self._typed, self._chips = typed, chips
        self.refresh()

    def refresh(self) -> None:
        """Choose and sort again."""
        self.beginResetModel()
        column = COLUMNS[self.kind][self._column]
        self._lines = sorted_lines(self.stock.chosen(self._typed, self._chips), column, self._backwards)
        self._rows = {line.entry.id: n for n, line in enumerate(self._lines)}
        self.endResetModel()
        self.counted.emit()

    def row_of(self, ident: str) -> int:
        """Where an entry stands, -1 for nowhere."""
        return self._rows.get(ident, -1)

    def entry(self, row: int) -> Entry:
        """The entry of a row."""
        return self._lines[row].entry

    # -- what Qt asks
    @guarded(int)
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """How many lines there are."""
        return 0 if parent.isValid() else len(self._lines)

    @guarded(int)
    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """How many facts are shown of each."""
        return 0 if parent.isValid() else len(COLUMNS[self.kind])

    @guarded(nothing)
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        """The columns' titles."""
        if orientation != Qt.Orientation.Horizontal or section >= len(COLUMNS[self.kind]):
            return None
        column = COLUMNS[self.kind][section]
        if role == Role.DisplayRole:
            return tr(TITLES[column])
        return _side(column) if role == Role.TextAlignmentRole else None

    @guarded(nothing)
    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """A fact in words, or the entry."""
        if not index.isValid():
            return None
        entry, column = self._lines[index.row()].entry, COLUMNS[self.kind][index.column()]
        match role:
            case Role.DisplayRole:
                return _words(entry, column)
            case Role.TextAlignmentRole:
                return _side(column)
            case Role.ToolTipRole:
                return _hint(entry, column)
            case Role.AccessibleTextRole:
                words = _words(entry, column)
                return f"{tr(TITLES[column])}: {words}" if words and column != "name" else words
        return entry if role == ENTRY else None

    @guarded(nothing)
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column."""
        wanted = (min(max(column, 0), self.columnCount() - 1), order == Qt.SortOrder.DescendingOrder)
        if wanted != (self._column, self._backwards):
            self._column, self._backwards = wanted
            self.refresh()


def _words(entry: Entry, column: Column) -> str:
    match column:
        case "name":
            return entry.name
        case "type":
            return value_words(entry.type)
        case "country":
            return entry.country or ""
        case "mentions" | "stances":
            return number(getattr(entry, column))
        case "status":
            return status_word(entry)


def _hint(entry: Entry, column: Column) -> str | None:
    """What may be cut off in its cell, as no HTML whatever is in it."""
    match column:
        case "name":
            return f"<span>{escape(', '.join((entry.name, *entry.aliases)))}</span>"
        case "type":
            return value_words(entry.type)
        case "country":
            return country_words(entry.country)
    return None


def _side(column: Column) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column in _NUMBERS else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
