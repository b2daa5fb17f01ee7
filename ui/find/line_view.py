"""The table of concordance lines: hits under one another, what stands before them up to them, what follows after."""

from __future__ import annotations

from unicodedata import bidirectional

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from annotator.search.concordance import Line, Order
from ui import icons
from ui.dialogs.import_delegates import draw_tick
from ui.find.line_model import ARTICLE, DATE, HIT, LEFT, LINE, MARKED, ORDER_OF, RIGHT, TICK, LineModel
from ui.guard import guarded, nothing
from ui.i18n import tr

Index = QModelIndex | QPersistentModelIndex
_TICK_WIDE, _TICK, _PAD = 36, 15, 10
_LOOKED_AT = 300  # lines that say how wide the hits are
_ONE = int(Qt.TextFlag.TextSingleLine | Qt.AlignmentFlag.AlignVCenter)


class LineDelegate(QStyledItemDelegate):
    """Draws plain text, whatever is in it. Words that run right to left have what came before at their right."""

    @guarded(lambda: QSize(0, 0))
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del index
        return QSize(60, QFontMetrics(option.font).height() + 10)

    @guarded(nothing)
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view, line = option.widget, index.data(LINE)
        if not isinstance(line, Line):
            return
        painter.save()
        view.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, view)
        palette = view.palette()
        quiet = palette.color(QPalette.ColorRole.Dark)  # the theme's quiet ink
        marked = bool(index.data(MARKED))
        painter.setPen(quiet if marked or index.column() >= ARTICLE else palette.color(QPalette.ColorRole.Text))
        if index.column() == TICK:
            self._tick(painter, option, index, marked)
        else:
            self._words(painter, option, index, line, marked)
        painter.restore()

    def _tick(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, marked: bool) -> None:
        box = QRectF(option.rect.left() + 11.5, option.rect.center().y() - _TICK / 2 + 0.5, _TICK, _TICK)
        if marked:
            icons.paint(painter, "check", painter.pen().color(), box)
        else:
            on = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
            draw_tick(painter, box, option.widget.palette(), on)

    def _words(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, line: Line, marked: bool) -> None:
        column, words = index.column(), index.data()
        if column in (LEFT, RIGHT) and runs_left(line.hit):
            words = line.right if column == LEFT else line.left
        if column == ARTICLE and marked:
            words = f"{tr('marked')} · {words}"
        font = QFont(option.font)
        font.setBold(column == HIT)
        to_right = column == LEFT
        gap_left, gap_right = (_PAD if column >= ARTICLE else 0), (0 if column in (LEFT, HIT) else _PAD)
        box = option.rect.adjusted(gap_left, 0, -gap_right, 0)
        mode = Qt.TextElideMode.ElideLeft if to_right else Qt.TextElideMode.ElideRight
        painter.setFont(font)
        side = Qt.AlignmentFlag.AlignRight if to_right else Qt.AlignmentFlag.AlignLeft
        cut = QFontMetrics(font).elidedText(words, mode, box.width())
        painter.drawText(box, _ONE | int(side | Qt.AlignmentFlag.AlignAbsolute), cut)


def runs_left(words: str) -> bool:
    """Whether words run from right to left."""
    first = next((side for side in map(bidirectional, words) if side in ("L", "R", "AL")), "L")
    return first != "L"


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
        hit = min(max(widest + 4, 48), room * 45 // 100)
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

    def go_first(self) -> None:
        """Select the current line, or the first, if none is selected."""
        if not self.selectionModel().hasSelection() and self._model.rowCount():
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self.selectionModel().setCurrentIndex(self._model.index(max(0, self.currentIndex().row()), HIT), flags)
