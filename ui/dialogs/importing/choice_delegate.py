"""Cells of a table in which one of several things is chosen: drawn as a box that drops down, opened by key or click."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolButton,
    QWidget,
)

from ui import icons
from ui.combo import Combo
from ui.guard import guarded, nothing
from ui.i18n import tr
from ui.widgets.options import rect_of, state_of

Index = QModelIndex | QPersistentModelIndex
OPTIONS = Qt.ItemDataRole.UserRole + 10  # tuple[Option, ...]; None on a cell that only shows
VALUE = Qt.ItemDataRole.UserRole + 11  # the value of the option that is chosen
TAG = Qt.ItemDataRole.UserRole + 12  # a word on how it came to be chosen, or ""
SIGN = Qt.ItemDataRole.UserRole + 13  # the name of an icon before it, or ""
OPEN = Qt.ItemDataRole.UserRole + 14  # whether it is only proposed
CELLS = """QTableView::item { padding: 0 8px; }
QAbstractScrollArea::corner { background: transparent; border: 0; }"""
_LINE = int(Qt.TextFlag.TextSingleLine | Qt.AlignmentFlag.AlignVCenter)
_SHOWN = 16  # options without scrolling
_ROOM, _SIGN, _DOWN = 8, 16, 22  # pixels


class Option(NamedTuple):
    """Something to choose. A line is drawn above it if `apart`."""

    value: str | None
    words: str
    apart: bool = False


class ChoiceTable(QTableView):
    """Enter, Space, F2, Alt+Down or a click open the list of a cell that has one."""

    def __init__(self) -> None:
        super().__init__()
        self.setItemDelegate(ChoiceDelegate(self))
        self.setStyleSheet(CELLS)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.horizontalHeader().setHighlightSections(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(row_height(self))
        self.clicked.connect(self.open_list)

    def open_list(self, index: Index) -> None:
        """Open the list of a cell, if it has one."""
        if index.data(OPTIONS) is not None:
            self.edit(index)

    def choosing(self) -> Index:
        """The cell that keys open: the current one, unless another of its row has the list."""
        return self.currentIndex()

    @guarded(nothing)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that open the list; the others go from cell to cell."""
        key, alt = event.key(), event.modifiers() == Qt.KeyboardModifier.AltModifier
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_F2) or (
            alt and key == Qt.Key.Key_Down
        ):
            self.open_list(self.choosing())
        else:
            super().keyPressEvent(event)


def reset_button(pressed: Callable[[], object]) -> QToolButton:
    """Takes back what was chosen."""
    made = QToolButton()
    made.setText(tr("Reset"))
    made.setProperty("flat", True)
    made.setAccessibleName(tr("Reset to what is proposed"))
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    made.clicked.connect(lambda _=False: pressed())
    return made


def row_height(widget: QWidget) -> int:
    """The height of a row with a box in it, in pixels."""
    return widget.fontMetrics().height() + 18


class _List(Combo):
    """The list of a cell: dropped down at once, gone when it is closed."""

    def __init__(self, parent: QWidget, delegate: ChoiceDelegate, options: tuple[Option, ...], value: Any) -> None:
        super().__init__(parent)
        self._delegate, self._over = delegate, False
        self.setStyleSheet("QComboBox { combobox-popup: 0; }")  # a list below the box, all of it in sight
        self.setMaxVisibleItems(_SHOWN)
        for option in options:
            if option.apart and self.count():
                self.insertSeparator(self.count())
            self.addItem(option.words, option.value)
        at = next((n for n in range(self.count()) if self.itemText(n) and self.itemData(n) == value), 0)
        self.setCurrentIndex(at)
        self.activated.connect(self._chosen)

    @guarded(nothing)
    def showPopup(self) -> None:
        """Qt reckons without the line between options: the last one would be cut off."""
        super().showPopup()
        view, popup = self.view(), self.view().window()
        needed = sum(view.sizeHintForRow(row) for row in range(min(self.count(), _SHOWN)))
        missing = needed - view.viewport().height()
        if missing > 0:
            popup.resize(popup.width(), popup.height() + missing)

    @guarded(nothing)
    def hidePopup(self) -> None:
        """The cell is left, once what was chosen is known."""
        super().hidePopup()
        QTimer.singleShot(0, self, self._leave)

    def _chosen(self) -> None:
        if not self._over:
            self._over = True
            self._delegate.commitData.emit(self)
            self._delegate.closeEditor.emit(self)

    def _leave(self) -> None:
        if not self._over:
            self._over = True
            self._delegate.closeEditor.emit(self)


class ChoiceDelegate(QStyledItemDelegate):
    """Draws plain text, whatever is in it; a cell with OPTIONS as a box."""

    @guarded(QWidget)
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """The list, open."""
        del option
        made = _List(parent, self, index.data(OPTIONS) or (), index.data(VALUE))
        made.setAccessibleName(str(index.data(Qt.ItemDataRole.AccessibleTextRole) or ""))
        QTimer.singleShot(0, made, made.showPopup)
        return made

    @guarded(nothing)
    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """It was filled when it was made."""

    @guarded(nothing)
    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Say what was chosen."""
        if isinstance(editor, Combo):
            model.setData(index, editor.currentData(), VALUE)

    @guarded(nothing)
    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Where the box is drawn."""
        del index
        editor.setGeometry(_box(rect_of(option)))

    @guarded(lambda: False)
    def eventFilter(self, editor: Any, event: QEvent) -> bool:
        """Enter and Esc belong to the list."""
        return bool(super().eventFilter(editor, event)) if event.type() == QEvent.Type.FocusOut else False

    @guarded(nothing)
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """A cell."""
        view = option.widget
        if index.data(OPTIONS) is None or not isinstance(view, QAbstractItemView):
            super().paint(painter, option, index)
            return
        painter.save()
        view.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, view)
        box = _box(rect_of(option))
        here = bool(state_of(option) & QStyle.StateFlag.State_HasFocus) and view.hasFocus()
        draw_choice(painter, box, view.palette(), index, option.font, here=here)
        painter.restore()


def draw_choice(painter: QPainter, box: QRect, palette: QPalette, index: Index, font: QFont, *, here: bool) -> None:
    """A box with what is chosen, how it came to be, and the sign that it drops down. `here`: keys act on it."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ink, quiet = palette.color(QPalette.ColorRole.Text), palette.color(QPalette.ColorRole.Dark)
    edge = palette.color(QPalette.ColorRole.Accent if here else QPalette.ColorRole.Mid)
    painter.setPen(QPen(edge, 2 if here else 1))
    painter.setBrush(palette.color(QPalette.ColorRole.Base))
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
    inner = box.adjusted(_ROOM, 0, -_DOWN, 0)
    icons.paint(painter, "down", quiet, QRectF(box.right() - _DOWN + 2, box.center().y() - 7, 16, 16))
    if sign := index.data(SIGN):
        icons.paint(painter, sign, quiet, QRectF(inner.left(), box.center().y() - _SIGN / 2 + 1, _SIGN, _SIGN))
        inner.setLeft(inner.left() + _SIGN + 6)
    words, tag = str(index.data() or ""), str(index.data(TAG) or "")
    metrics = QFontMetrics(font)
    room = max(0, inner.width() - min(metrics.horizontalAdvance(words), inner.width() // 2 + 30) - 12)
    inner.setRight(inner.right() - _draw_tag(painter, inner, tag, room, palette, font, proposed=bool(index.data(OPEN))))
    painter.setFont(font)
    painter.setPen(ink)
    painter.drawText(inner, _LINE, metrics.elidedText(words, Qt.TextElideMode.ElideRight, inner.width()))


def _draw_tag(
    painter: QPainter, inner: QRect, tag: str, room: int, palette: QPalette, font: QFont, *, proposed: bool
) -> int:
    """A small word at the right end, in a broken line while it is only proposed; gives the width it takes."""
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * 0.88)
    metrics = QFontMetrics(small)
    wide = min(metrics.horizontalAdvance(tag) + 16, room)
    if not tag or wide < 40:
        return 0
    high = metrics.height() + 2
    frame = QRectF(inner.right() - wide + 1, inner.center().y() - high / 2 + 0.5, wide - 1, high)
    painter.setFont(small)
    painter.setPen(palette.color(QPalette.ColorRole.Dark))
    if proposed:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(palette.color(QPalette.ColorRole.Accent), 1, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(frame, high / 2, high / 2)
    cut = metrics.elidedText(tag, Qt.TextElideMode.ElideRight, wide - 10)
    painter.drawText(frame.toRect(), int(Qt.AlignmentFlag.AlignCenter), cut)
    return int(wide) + 8


def _box(cell: QRect) -> QRect:
    return cell.adjusted(2, 3, -2, -3)
