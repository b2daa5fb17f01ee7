"""The places of a string as a list with ticks: words before, the hit, words after, the article's title."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPalette
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.operations.elsewhere import Around
from annotator.search.occurrences import Occurrence
from ui.dialogs.importing.delegates import draw_tick
from ui.guard import guarded, nothing
from ui.i18n import tr

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
PLACE, AROUND = Role.UserRole, Role.UserRole + 1
_LEFT, _TICK, _PAD = 34, 15, 10
_ONE = int(Qt.TextFlag.TextSingleLine | Qt.AlignmentFlag.AlignVCenter)
_KEPT = 2_000


class OccurrenceModel(QAbstractListModel):
    """Places with ticks; what is marked already has none. The words around one are fetched when it is shown."""

    ticks_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._places: Sequence[Occurrence] = ()
        self._ticks: list[bool] = []
        self._words: dict[int, Around] = {}
        self._around: Callable[[Occurrence], Around] | None = None
        self.ticked = 0
        self.tickable = 0

    def show(self, places: Sequence[Occurrence], around: Callable[[Occurrence], Around] | None) -> None:
        """Show these places, every one ticked that is not marked."""
        self.beginResetModel()
        self._places, self._around, self._words = places, around, {}
        self._ticks = [not place.marked for place in places]
        self.ticked = self.tickable = sum(self._ticks)
        self.endResetModel()
        self.ticks_changed.emit()

    def chosen(self) -> list[Occurrence]:
        """The ticked places, in order."""
        return [place for place, tick in zip(self._places, self._ticks, strict=True) if tick]

    def tick_all(self) -> None:
        """Tick everything; if everything is ticked, nothing."""
        on = self.ticked < self.tickable
        self._ticks = [on and not place.marked for place in self._places]
        self.ticked = self.tickable if on else 0
        if self._places:
            self.dataChanged.emit(self.index(0), self.index(len(self._places) - 1))
        self.ticks_changed.emit()

    @guarded(int)
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._places)

    @guarded(lambda: Qt.ItemFlag.NoItemFlags)
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags if self._places[index.row()].marked else flags | Qt.ItemFlag.ItemIsUserCheckable

    @guarded(nothing)
    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        row = index.row()
        place = self._places[row]
        match role:
            case Role.DisplayRole:
                return place.quote
            case Role.CheckStateRole if not place.marked:
                return Qt.CheckState.Checked if self._ticks[row] else Qt.CheckState.Unchecked
            case Role.AccessibleTextRole:
                words = self._words_of(row)
                state = tr("marked") if place.marked else tr("ticked") if self._ticks[row] else tr("not ticked")
                return f"{state}: {words.left}{place.quote}{words.right}, {words.title}"
            case _ if role == PLACE:
                return place
            case _ if role == AROUND:
                return self._words_of(row)
        return None

    @guarded(bool)
    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        row = index.row()
        if role != Role.CheckStateRole or self._places[row].marked:
            return False
        on = Qt.CheckState(value) == Qt.CheckState.Checked
        if on != self._ticks[row]:
            self._ticks[row] = on
            self.ticked += 1 if on else -1
            self.dataChanged.emit(index, index)
            self.ticks_changed.emit()
        return True

    def _words_of(self, row: int) -> Around:
        found = self._words.get(row)
        if found is None:
            if len(self._words) >= _KEPT:
                self._words.clear()
            found = self._around(self._places[row]) if self._around is not None else Around("", "", "")
            self._words[row] = found
        return found


class OccurrenceDelegate(QStyledItemDelegate):
    """Draws a place on one line, the hits under one another. Plain text, whatever is in it."""

    @guarded(lambda: QSize(0, 0))
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del index
        return QSize(100, QFontMetrics(option.font).height() + 8)

    @guarded(bool)
    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        if not isinstance(event, QMouseEvent) or event.position().x() >= option.rect.left() + _LEFT:
            return False
        if event.type() == QEvent.Type.MouseButtonRelease and event.button() == Qt.MouseButton.LeftButton:
            return toggle(model, index)
        return event.type() == QEvent.Type.MouseButtonDblClick

    @guarded(nothing)
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        place, words = index.data(PLACE), index.data(AROUND)
        if not isinstance(place, Occurrence) or not isinstance(words, Around):
            return
        painter.save()
        view = option.widget
        view.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, view)
        palette = view.palette()
        quiet = palette.color(QPalette.ColorRole.Dark)  # the theme's quiet ink
        ink = quiet if place.marked else palette.color(QPalette.ColorRole.Text)
        row = option.rect
        if not place.marked:
            box = QRectF(row.left() + 10.5, row.center().y() - _TICK / 2 + 0.5, _TICK, _TICK)
            draw_tick(painter, box, palette, index.data(Role.CheckStateRole) == Qt.CheckState.Checked)
        bold = QFont(option.font)
        bold.setBold(True)
        title = min(220, row.width() // 4)
        line = QRect(row.left() + _LEFT, row.top(), row.width() - _LEFT - title - 2 * _PAD, row.height())
        hit = min(QFontMetrics(bold).horizontalAdvance(place.quote) + 2, line.width() // 2)
        before = max(0, (line.width() - hit) * 2 // 5)
        left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        write = _Writer(painter, option.font)
        write.text(QRect(line.left(), line.top(), before, line.height()), words.left, ink, right)
        write.text(QRect(line.left() + before, line.top(), hit, line.height()), place.quote, ink, left, bold)
        after = line.left() + before + hit
        write.text(QRect(after, line.top(), line.right() - after, line.height()), words.right, ink, left)
        tail = QRect(row.right() - title - _PAD, row.top(), title, row.height())
        write.text(tail, tr("marked · {title}", title=words.title) if place.marked else words.title, quiet, left)
        painter.restore()


class _Writer:
    def __init__(self, painter: QPainter, font: QFont) -> None:
        self._painter, self._font = painter, font

    def text(self, box: QRect, words: str, ink: Any, side: Qt.AlignmentFlag, font: QFont | None = None) -> None:
        """One line of plain text, cut off on the side away from the hit."""
        font = font or self._font
        to_left = side == Qt.AlignmentFlag.AlignRight
        mode = Qt.TextElideMode.ElideLeft if to_left else Qt.TextElideMode.ElideRight
        cut = QFontMetrics(font).elidedText(words.replace("\n", " ").replace("\r", " "), mode, box.width())
        self._painter.setFont(font)
        self._painter.setPen(ink)
        self._painter.drawText(box, _ONE | int(side), cut)


def toggle(model: QAbstractItemModel, index: Index) -> bool:
    """Turn a tick over; False where there is none."""
    state = index.data(Role.CheckStateRole)
    if state is None:
        return False
    on = state == Qt.CheckState.Checked
    return model.setData(index, Qt.CheckState.Unchecked if on else Qt.CheckState.Checked, Role.CheckStateRole)


class OccurrenceList(QListView):
    """Space turns the tick of the current row; Ctrl+A ticks all."""

    def __init__(self, model: OccurrenceModel) -> None:
        super().__init__()
        self._model = model
        self.setModel(model)
        self.setItemDelegate(OccurrenceDelegate(self))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.setAccessibleName(tr("Places of the string"))
        self.setAccessibleDescription(
            tr("Space ticks a place or leaves it out, Control A ticks all, Enter marks them.")
        )

    @guarded(nothing)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.modifiers():
            toggle(self._model, self.currentIndex())
        elif event.key() == Qt.Key.Key_A and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self._model.tick_all()
        else:
            super().keyPressEvent(event)
