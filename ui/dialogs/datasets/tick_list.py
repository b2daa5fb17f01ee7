"""A list of things to tick, each with a line on what it is."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QListView, QStyleOptionViewItem

from ui.dialogs.importing.delegates import TickDelegate
from ui.guard import guarded, nothing
from ui.widgets.options import rect_of

WORDS = Qt.ItemDataRole.UserRole
_LEFT, _PAD = 40, 8
_LINE = int(Qt.TextFlag.TextSingleLine | Qt.AlignmentFlag.AlignVCenter)

Index = QModelIndex | QPersistentModelIndex


class Tickable(NamedTuple):
    """One line: its key, what it is called, and what it is, "" for nothing more."""

    key: str
    title: str
    words: str = ""


class _Model(QAbstractListModel):
    ticks_changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: Sequence[Tickable] = ()
        self.ticked: set[str] = set()

    def show_rows(self, rows: Sequence[Tickable], ticked: Collection[str]) -> None:
        self.beginResetModel()
        self.rows, self.ticked = rows, {row.key for row in rows if row.key in ticked}
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if row.key in self.ticked else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.title}: {row.words}" if row.words else row.title
        if role in (WORDS, Qt.ItemDataRole.ToolTipRole):
            return row.words
        return row.title if role == Qt.ItemDataRole.DisplayRole else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        self.ticked ^= {self.rows[index.row()].key}
        self.dataChanged.emit(index, index)
        self.ticks_changed.emit()
        return True


class TickList(QListView):
    """Space, or a click on the tick, changes it."""

    changed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self._rows = _Model(self)
        self.setModel(self._rows)
        self.setItemDelegate(_Delegate(self))
        self.setAccessibleName(name)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._rows.ticks_changed.connect(self.changed)

    def show_rows(self, rows: Sequence[Tickable], ticked: Collection[str] = ()) -> None:
        """Show these, some of them ticked; nothing is announced."""
        self._rows.show_rows(rows, ticked)
        if rows:
            self.setCurrentIndex(self._rows.index(0))

    def ticked(self) -> list[str]:
        """The keys of what is ticked, in order."""
        return [row.key for row in self._rows.rows if row.key in self._rows.ticked]


class _Delegate(TickDelegate):
    """What it is called; below it what it is."""

    @guarded(lambda: QSize(100, 40))
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """One line, or two."""
        high = QFontMetrics(option.font).height()
        return QSize(100, 2 * high + 2 * _PAD + 2 if index.data(WORDS) else high + 2 * _PAD)

    @guarded(nothing)
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Tick, title, words."""
        painter.save()
        palette = self.draw_row(painter, option, index)
        box, words = rect_of(option), str(index.data(WORDS) or "")
        title = QFont(option.font)
        title.setWeight(QFont.Weight.DemiBold if words else QFont.Weight.Normal)
        high = QFontMetrics(option.font).height()
        line = QRect(box.left() + _LEFT, box.top() + _PAD, box.width() - _LEFT - 10, high)
        for font, role, text, at in (
            (title, QPalette.ColorRole.Text, str(index.data()), line),
            (QFont(option.font), QPalette.ColorRole.Dark, words, line.translated(0, high + 2)),
        ):
            painter.setFont(font)
            painter.setPen(palette.color(role))
            shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, at.width())
            painter.drawText(at, _LINE, shown)
        painter.restore()
