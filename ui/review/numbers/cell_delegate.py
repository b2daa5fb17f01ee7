"""Paints the cells of tables of figures. Plain text, whatever is in it."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.guard import guarded, nothing
from ui.review.numbers.cells import CELL, Cell, Index
from ui.review.numbers.paint import ONE_LINE, figures_font, ground, ink_for, paint_interval, paint_share, paint_sign
from ui.theme import LIGHT, Theme
from ui.widgets.options import rect_of, state_of

PAD = 8
_SMALL, _SIGN = 11, 14


class CellDelegate(QStyledItemDelegate):
    """Words stand on the side that the column's head stands on."""

    theme: Theme = LIGHT

    @guarded(lambda: QSize(0, 0))
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As wide as its text."""
        metrics: QFontMetrics = option.fontMetrics
        return QSize(metrics.horizontalAdvance(str(index.data())) + 2 * PAD, metrics.height() + 10)

    @guarded(nothing)
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        cell = index.data(CELL)
        if not isinstance(cell, Cell):
            return
        box, state = rect_of(option), state_of(option)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = self._ground(painter, box, cell, bool(state & QStyle.StateFlag.State_Selected))
        inner = box.adjusted(PAD, 0, -PAD, 0)
        if cell.interval is not None:
            paint_interval(painter, self.theme, QRectF(inner), cell.interval)
        elif cell.share is not None:
            paint_share(painter, self.theme, QRectF(inner), cell.share)
        else:
            self._words(painter, inner, cell, index, option, colour)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(self.theme.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(box).adjusted(2, 2, -2, -2), 4, 4)
        painter.restore()

    def _ground(self, painter: QPainter, box: QRect, cell: Cell, selected: bool) -> str:
        """Paint what is under the words; gives its colour."""
        theme = self.theme
        painter.setPen(Qt.PenStyle.NoPen)
        if cell.heat is not None or cell.grey:
            colour = theme.line if cell.heat is None else ground(theme, cell.heat)
            painter.setBrush(QColor(colour))
            painter.drawRoundedRect(box.adjusted(2, 2, -2, -2), 5, 5)
            if selected:
                painter.setPen(QPen(QColor(theme.ink), 1.5))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(QRectF(box).adjusted(2, 2, -2, -2), 5, 5)
            return colour
        if selected:
            painter.fillRect(box, QColor(theme.accent_soft))
            return theme.accent_soft
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), QColor(theme.line))
        return theme.panel

    def _words(
        self, painter: QPainter, box: QRect, cell: Cell, index: Index, option: QStyleOptionViewItem, colour: str
    ) -> None:
        theme = self.theme
        head = index.model().headerData(index.column(), Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole)
        side = head or Qt.AlignmentFlag.AlignLeft
        font = figures_font(option.font, bold=cell.bold or cell.flag)
        painter.setFont(font)
        metrics = QFontMetrics(font)
        if cell.flag:
            width = metrics.horizontalAdvance(cell.text)
            paint_sign(painter, theme, QRectF(box.right() - width - _SIGN - 4, box.center().y() - 6, _SIGN, _SIGN))
        plain = theme.dim if cell.dim else (theme.opp if cell.flag else theme.ink)
        painter.setPen(QColor(ink_for(theme, colour) if cell.heat is not None else plain))
        words = metrics.elidedText(cell.text, Qt.TextElideMode.ElideRight, box.width() + 1)
        if not cell.small:
            painter.drawText(box, int(side | Qt.AlignmentFlag.AlignVCenter | ONE_LINE), words)
            return
        upper = QRect(box.left(), box.center().y() - metrics.height() + 1, box.width(), metrics.height())
        painter.drawText(upper, int(side | ONE_LINE), words)
        small = figures_font(option.font, _SMALL)
        painter.setFont(small)
        lower = QRect(box.left(), upper.bottom() + 1, box.width(), QFontMetrics(small).height())
        painter.drawText(lower, int(side | ONE_LINE), cell.small)
