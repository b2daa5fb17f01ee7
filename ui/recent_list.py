"""The list of recent projects: two lines each, the lost ones greyed. Keyboard: arrows, Enter, Delete."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QDate,
    QLocale,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    QTime,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.i18n import day, locale, tr
from ui.recent import Recent

Index = QModelIndex | QPersistentModelIndex
_RECENT = Qt.ItemDataRole.UserRole
_LOST = Qt.ItemDataRole.UserRole + 1


def when(opened: str, today: QDate) -> str:
    """A time as people say it: the hour today, `Yesterday`, else the date."""
    try:
        moment = datetime.fromisoformat(opened).astimezone()
    except ValueError:
        return ""
    date = QDate(moment.year, moment.month, moment.day)
    if date == today:
        return locale().toString(QTime(moment.hour, moment.minute), QLocale.FormatType.ShortFormat)
    if date.daysTo(today) == 1:
        return tr("Yesterday")
    return day(date)


class RecentModel(QAbstractListModel):
    """Recent projects, and which of them are no longer where they were."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._recents: list[Recent] = []
        self._lost: set[Path] = set()

    def set_recents(self, recents: Sequence[Recent]) -> None:
        """Show these."""
        self.beginResetModel()
        self._recents = list(recents)
        self.endResetModel()

    def set_lost(self, lost: Collection[Path]) -> None:
        """Grey these."""
        self._lost = set(lost)
        if self._recents:
            self.dataChanged.emit(self.index(0), self.index(len(self._recents) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._recents)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        recent = self._recents[index.row()]
        lost = recent.path in self._lost
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return recent.name
            case Qt.ItemDataRole.ToolTipRole:
                return str(recent.path)
            case Qt.ItemDataRole.AccessibleTextRole:
                state = tr("not found") if lost else tr("opened {when}", when=when(recent.opened, QDate.currentDate()))
                return f"{recent.name}, {recent.path.parent}, {state}"
        return {_RECENT: recent, _LOST: lost}.get(role)


class RecentList(QListView):
    """Shows a RecentModel."""

    chosen = Signal(object)  # Path
    removed = Signal(object)  # Path

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.recents = RecentModel(self)
        self.setModel(self.recents)
        self.setItemDelegate(_Delegate(self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(tr("Recent projects"))
        self.setAccessibleDescription(tr("Enter opens a project, Delete takes it off this list."))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._show_menu)
        self.clicked.connect(self._choose)

    def path(self, index: Index) -> Path | None:
        """The project of a row."""
        recent: Recent | None = index.data(_RECENT) if index.isValid() else None
        return recent.path if recent else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        path = self.path(self.currentIndex())
        if path is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit(path)
        elif path is not None and event.key() == Qt.Key.Key_Delete:
            self.removed.emit(path)
        else:
            super().keyPressEvent(event)

    def _show_menu(self, where: QPoint) -> None:
        from PySide6.QtWidgets import QMenu

        path = self.path(self.indexAt(where))
        if path is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(tr("Open")).triggered.connect(lambda: self.chosen.emit(path))
        menu.addAction(tr("Remove from this list")).triggered.connect(lambda: self.removed.emit(path))
        menu.popup(self.viewport().mapToGlobal(where))

    def _choose(self, index: QModelIndex) -> None:
        path = self.path(index)
        if path is not None:
            self.chosen.emit(path)


class _Delegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, 2 * QFontMetrics(option.font).height() + 22)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        recent: Recent = index.data(_RECENT)
        lost: bool = index.data(_LOST)
        view = option.widget
        if not isinstance(view, RecentList):
            return
        palette = view.palette()
        # not through QStyle: making its enums takes a tenth of the time until the first paint
        if index == view.currentIndex():
            painter.fillRect(option.rect, palette.color(QPalette.ColorRole.Highlight))
        dim = palette.color(QPalette.ColorRole.Dark)  # the theme's quiet ink
        box = option.rect.adjusted(14, 9, -14, -9)
        half = QFontMetrics(option.font).height() + 3
        upper = QRect(box.left(), box.top(), box.width(), half)
        lower = upper.translated(0, half)
        plain, bold = QFont(option.font), QFont(option.font)
        bold.setBold(True)
        painter.save()
        painter.setFont(plain)
        painter.setPen(dim)
        side = tr("not found") if lost else when(recent.opened, QDate.currentDate())
        _line(painter, upper, side, Qt.AlignmentFlag.AlignRight)
        _line(painter, lower, str(recent.path.parent), Qt.AlignmentFlag.AlignLeft)
        painter.setFont(bold)
        painter.setPen(dim if lost else palette.color(QPalette.ColorRole.Text))
        room = QFontMetrics(plain).horizontalAdvance(side) + 16
        _line(painter, upper.adjusted(0, 0, -room, 0), recent.name, Qt.AlignmentFlag.AlignLeft)
        painter.restore()


def _line(painter: QPainter, box: QRect, text: str, side: Qt.AlignmentFlag) -> None:
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, box.width())
    painter.drawText(box, int(side | Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine), shown)
