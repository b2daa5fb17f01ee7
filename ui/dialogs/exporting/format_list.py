"""The list of formats to export to, in groups, and the line that finds one by what is typed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget

from ui.dialogs.exporting.catalogue import GROUPS, Entry
from ui.dialogs.parts import label
from ui.guard import guarded, nothing
from ui.i18n import tr
from ui.widgets.options import rect_of
from ui.widgets.search_line import SearchLine

ENTRY = Qt.ItemDataRole.UserRole
_SIDE, _PAD = 10, 6
_LINE = int(Qt.TextFlag.TextSingleLine | Qt.AlignmentFlag.AlignVCenter)

Index = QModelIndex | QPersistentModelIndex


class FormatModel(QAbstractListModel):
    """Headings and formats. `data(index, ENTRY)` is an `Entry`, or None on a heading, which cannot be chosen."""

    def __init__(self, entries: Sequence[Entry], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all = entries
        self._rows: list[Entry | str] = []
        self.find("")

    def find(self, typed: str) -> None:
        """Show the formats that fit what was typed."""
        self.beginResetModel()
        self._rows = []
        for group, name in GROUPS:
            fitting = [entry for entry in self._all if entry.group == group and entry.fits(typed)]
            self._rows += [tr(name), *fitting] if fitting else []
        self.endResetModel()

    def row_of(self, name: str) -> int:
        """Where the format of that name stands, or -1."""
        return next((row for row, at in enumerate(self._rows) if isinstance(at, Entry) and at.name == name), -1)

    def first(self) -> int:
        """The row of the first format, or -1."""
        return next((row for row, at in enumerate(self._rows) if isinstance(at, Entry)), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """Headings and formats."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings are passed over."""
        here = index.isValid() and isinstance(self._rows[index.row()], Entry)
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable if here else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The name; with what it is for, for a screen reader and as a tip."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ENTRY:
            return row if isinstance(row, Entry) else None
        if isinstance(row, str):
            return row if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        return f"{row.title}: {row.words}" if role == Qt.ItemDataRole.AccessibleTextRole and row.words else None


class _Formats(QListView):
    """Keys go from format to format, Home too: its first row is a heading."""

    @guarded(QModelIndex)
    def moveCursor(self, action: QListView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Where a key leads."""
        index = super().moveCursor(action, modifiers)
        return index if index.flags() else index.siblingAtRow(index.row() + 1)


class FormatList(QWidget):
    """Says which format is chosen. One always is, though the search may hide it."""

    chosen = Signal(object)  # Entry

    def __init__(self, entries: Sequence[Entry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = FormatModel(entries, self)
        self.search = SearchLine()
        self.search.setPlaceholderText(tr("Find a format"))
        self.search.setAccessibleName(tr("Find a format"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._find)
        self.search.entered.connect(self._enter)
        self.view = _Formats()
        self.view.setModel(self.model)
        self.view.setItemDelegate(_FormatDelegate(self.view))
        self.view.setAccessibleName(tr("Format"))
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.nothing = label(tr("No format is called that."), "dim")
        self.nothing.hide()
        self._entry = entries[0]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.search)
        column.addWidget(self.nothing)
        column.addWidget(self.view, 1)
        self.view.selectionModel().currentChanged.connect(self._current)
        self.choose(self._entry.name)

    @property
    def entry(self) -> Entry:
        """What is chosen."""
        return self._entry

    def choose(self, name: str) -> None:
        """Choose the format of that name, if it is in the list."""
        row = self.model.row_of(name)
        if row >= 0:
            index = self.model.index(row)
            self.view.setCurrentIndex(index)
            self.view.scrollTo(index)

    def _find(self, typed: str) -> None:
        self.model.find(typed)
        row = self.model.row_of(self._entry.name)
        row = row if row >= 0 else self.model.first()
        self.nothing.setVisible(row < 0)
        if row >= 0:
            self.view.setCurrentIndex(self.model.index(row))

    def _enter(self) -> None:
        if self.model.first() >= 0:
            self.view.setFocus()

    def _current(self, index: QModelIndex) -> None:
        entry = index.data(ENTRY)
        if isinstance(entry, Entry) and entry != self._entry:
            self._entry = entry
            self.chosen.emit(entry)


class _FormatDelegate(QStyledItemDelegate):
    """What it is called and its ending; below it what it is for."""

    @guarded(lambda: QSize(100, 44))
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        high = QFontMetrics(option.font).height()
        heading = index.data(ENTRY) is None
        return QSize(100, high + 2 * _PAD + 4 if heading else 2 * high + 2 * _PAD + 2)

    @guarded(nothing)
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        box, view = rect_of(option), option.widget
        entry = index.data(ENTRY)
        inner = box.adjusted(_SIDE, 0, -_SIDE, 0)
        bold = QFont(option.font)
        bold.setWeight(QFont.Weight.DemiBold)
        palette: QPalette = view.palette()
        quiet = palette.color(QPalette.ColorRole.Dark)  # the theme's quiet ink
        if not isinstance(entry, Entry):
            _write(painter, inner.adjusted(0, _PAD, 0, 0), str(index.data()), bold, quiet)
        else:
            view.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, view)
            high = QFontMetrics(option.font).height()
            line = QRect(inner.left(), box.top() + _PAD, inner.width(), high)
            name, paren, rest = entry.title.partition(" (")
            ink = palette.color(QPalette.ColorRole.Text)
            used = _write(painter, line, name, bold, ink)
            _write(painter, line.adjusted(used, 0, 0, 0), paren + rest, QFont(option.font), quiet)
            _write(painter, line.translated(0, high + 2), entry.words, QFont(option.font), quiet)
        painter.restore()


def _write(painter: QPainter, box: QRect, text: str, font: QFont, ink: QColor) -> int:
    """Write as much as fits; gives how wide it is."""
    metrics = QFontMetrics(font)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.setFont(font)
    painter.setPen(ink)
    painter.drawText(box, _LINE, shown)
    return metrics.horizontalAdvance(shown)
