"""The table of concordance lines: hits under one another, what stands before them up to them, what follows after."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from annotator.search.concordance import Line, Order
from ui import icons
from ui.dialogs.importing.delegates import draw_tick
from ui.find.line_model import ARTICLE, DATE, HIT, LEFT, LINE, MARKED, ORDER_OF, RIGHT, TICK, LineModel
from ui.guard import guarded, nothing
from ui.i18n import tr
from ui.widgets.in_context import InContext, in_context

Index = QModelIndex | QPersistentModelIndex
_TICK_WIDE, _TICK, _PAD = 36, 15, 8
_LOOKED_AT = 300  # lines that say how wide the hits are
_ONE = int(Qt.TextFlag.TextSingleLine | Qt.AlignmentFlag.AlignVCenter)


class LineDelegate(QStyledItemDelegate):
    """Draws plain text, whatever is in it."""

    @guarded(lambda: QSize(0, 0))
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del index
        return QSize(60, QFontMetrics(option.font).height() + 10)

    @guarded(nothing)
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view, line = option.widget, index.data(LINE)
        if not isinstance(line, Line) or not isinstance(view, QTableView):
            return
        painter.save()
        view.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, view)
        palette = view.palette()
        quiet = palette.color(QPalette.ColorRole.Dark)  # the theme's quiet ink
        marked = bool(index.data(MARKED))
        painter.setPen(quiet if marked or index.column() >= ARTICLE else palette.color(QPalette.ColorRole.Text))
        if index.column() == TICK:
            self._tick(painter, option, index, marked)
        elif index.column() in (LEFT, HIT, RIGHT):
            self._passage(painter, option, view, index.column(), in_context(line.left, line.hit, line.right))
        else:
            self._words(painter, option, index, marked)
        painter.restore()

    def _tick(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, marked: bool) -> None:
        box = QRectF(option.rect.left() + 11.5, option.rect.center().y() - _TICK / 2 + 0.5, _TICK, _TICK)
        if marked:
            icons.paint(painter, "check", painter.pen().color(), box)
        else:
            on = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
            draw_tick(painter, box, option.widget.palette(), on)

    def _passage(
        self, painter: QPainter, option: QStyleOptionViewItem, view: QTableView, column: int, line: InContext
    ) -> None:
        """A part of the line. What follows the hit begins in the hit's cell: both cells draw their piece of it."""
        font, bold = option.font, QFont(option.font)
        bold.setBold(True)
        painter.setClipRect(option.rect, Qt.ClipOperation.IntersectClip)
        if column == LEFT:
            line.left.draw(painter, option.rect, font)
            return
        hit = QRect(option.rect)
        hit.setWidth(view.columnWidth(HIT))
        hit.moveLeft(option.rect.left() - (hit.width() if column == RIGHT else 0))
        rest = QRect(hit.right() + 1, hit.top(), view.columnWidth(RIGHT) - _PAD, hit.height())
        rest.setLeft(hit.left() + line.middle.width(bold, hit.width()))
        if column == HIT:
            line.middle.draw(painter, hit, bold)
        line.right.draw(painter, rest, font)

    def _words(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, marked: bool) -> None:
        words = f"{tr('marked')} · {index.data()}" if index.column() == ARTICLE and marked else index.data()
        box = option.rect.adjusted(_PAD, 0, -_PAD, 0)
        cut = QFontMetrics(option.font).elidedText(words, Qt.TextElideMode.ElideRight, box.width())
        painter.setFont(option.font)
        painter.drawText(box, _ONE | int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute), cut)


class LineView(QTableView):
    """Space turns the ticks of the selected rows, Ctrl+A all; Enter or a double click goes to the place."""

    wanted = Signal(int)  # the row to go to
    order_wanted = Signal(str, bool)  # an Order, and whether backwards
    mark_wanted = Signal()

    def __init__(self, model: LineModel) -> None:
        super().__init__()
        self._model = model
        self.setModel(model)
        self.setItemDelegate(LineDelegate(self))
        self.setAccessibleName(tr("What was found"))
        self.setAccessibleDescription(
            tr("Space ticks the selected lines, Control A ticks all, M marks them, Enter goes to the place.")
        )
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 10)
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setHighlightSections(False)
        head.setSectionsClickable(True)
        head.setSortIndicatorShown(True)
        head.sectionClicked.connect(self._sort_by)
        self.doubleClicked.connect(self._double_clicked)
        self._backwards = False
        self.show_order("date", False)

    def show_order(self, order: Order, backwards: bool) -> None:
        """Show at the head how the lines are sorted."""
        self._order, self._backwards = order, backwards
        column = next(n for n, known in ORDER_OF.items() if known == order)
        way = Qt.SortOrder.DescendingOrder if backwards else Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicator(column, way)

    def selected_rows(self) -> list[int]:
        """The rows that are selected, in order."""
        return sorted({row for first, last in self._ranges() for row in range(first, last + 1)})

    def selected_number(self) -> int:
        """How many rows are selected."""
        return sum(last - first + 1 for first, last in self._ranges())

    def _ranges(self) -> set[tuple[int, int]]:
        selection = self.selectionModel().selection()
        return {(part.top(), part.bottom()) for part in map(selection.at, range(selection.count()))}

    def fit(self) -> None:
        """Set the widths: the hits as wide as they are, up to a third; the rest shared out."""
        bold = QFont(self.font())
        bold.setBold(True)
        metrics = QFontMetrics(bold)
        hits = (self._model.row_line(row).hit for row in range(min(_LOOKED_AT, self._model.rowCount())))
        widest = max((metrics.horizontalAdvance(hit[:200]) for hit in hits), default=80)
        whole = max(self.viewport().width(), 300)
        date = QFontMetrics(self.font()).horizontalAdvance("30 September 2026") + 2 * _PAD
        article = min(260, whole // 5)
        room = whole - _TICK_WIDE - date - article
        head = self.horizontalHeader()
        least = QFontMetrics(head.font()).horizontalAdvance(tr("Hit")) + 3 * _PAD  # with the arrow of the order
        hit = min(max(widest + 4, least), room * 45 // 100)
        left = (room - hit) // 2
        widths = {TICK: _TICK_WIDE, LEFT: left, HIT: hit, RIGHT: room - hit - left, ARTICLE: article, DATE: date}
        for column, width in widths.items():
            self.setColumnWidth(column, width)

    def _sort_by(self, column: int) -> None:
        if (order := ORDER_OF.get(column)) is not None:
            backwards = order == self._order and not self._backwards
            self.order_wanted.emit(order, backwards)
        else:
            self._model.toggle_all()
            self.show_order(self._order, self._backwards)

    def _double_clicked(self, index: QModelIndex) -> None:
        if index.column() != TICK:
            self.wanted.emit(index.row())

    @guarded(nothing)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    @guarded(nothing)
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a tick turns it."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        plain = not event.modifiers()
        if index.isValid() and index.column() == TICK and event.button() == Qt.MouseButton.LeftButton and plain:
            self._model.toggle([index.row()])

    @guarded(nothing)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, control = event.key(), event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if key == Qt.Key.Key_Space and not control:
            self._model.toggle(self.selected_rows())
        elif key == Qt.Key.Key_A and control:
            self._model.toggle_all()
        elif key == Qt.Key.Key_M and not event.modifiers():
            self.mark_wanted.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.currentIndex().isValid():
                self.wanted.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    @guarded(nothing)
    def keyboardSearch(self, search: str) -> None:
        """Letters are keys here."""
        del search

    def go_first(self) -> None:
        """Select the current line, or the first, if none is selected."""
        if not self.selectionModel().hasSelection() and self._model.rowCount():
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self.selectionModel().setCurrentIndex(self._model.index(max(0, self.currentIndex().row()), HIT), flags)
