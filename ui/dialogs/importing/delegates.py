"""How the rows of the import dialog are drawn. Many rows have equal heights: none is measured then."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QMouseEvent, QPainter, QPalette
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui import icons
from ui.dialogs.importing.models import DETAIL, KEPT, STATE
from ui.i18n import tr

Index = QModelIndex | QPersistentModelIndex
_LEFT, _TOP, _TICK = 40, 8, 16
_WRAP = int(Qt.TextFlag.TextWordWrap)
_LINE = int(Qt.TextFlag.TextSingleLine | Qt.AlignmentFlag.AlignVCenter)
_MOST_LINES = 12
MEASURED = 400  # rows up to which each has the height its text needs


def two_lines(font: QFont) -> int:
    """The height of a block whose text is cut off after two lines, in pixels."""
    return _high(QFontMetrics(font), 2)


def _high(metrics: QFontMetrics, lines: int) -> int:
    return metrics.height() + 4 + lines * metrics.lineSpacing() + 2 * _TOP


class TickDelegate(QStyledItemDelegate):
    """A tick at the left; a click on it, or Space, changes it."""

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        if isinstance(event, QMouseEvent):
            on_tick = event.position().x() < option.rect.left() + _LEFT
            if not on_tick or not index.flags() & Qt.ItemFlag.ItemIsUserCheckable:
                return False
            if event.type() != QEvent.Type.MouseButtonRelease or event.button() != Qt.MouseButton.LeftButton:
                return event.type() == QEvent.Type.MouseButtonDblClick
            ticked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
            state = Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked
            return model.setData(index, state, Qt.ItemDataRole.CheckStateRole)
        return super().editorEvent(event, model, option, index)

    def draw_row(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> QPalette:
        """The ground and the tick; gives the palette to draw the rest with."""
        view = option.widget
        view.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, view)
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        if state is not None:
            box = QRectF(option.rect.left() + 12.5, option.rect.top() + _TOP + 0.5, _TICK, _TICK)
            draw_tick(painter, box, view.palette(), state == Qt.CheckState.Checked)
        return view.palette()


def draw_tick(painter: QPainter, box: QRectF, palette: QPalette, on: bool) -> None:
    """A tick box that is told apart from its ground in every theme."""
    accent = palette.color(QPalette.ColorRole.Accent)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(accent if on else palette.color(QPalette.ColorRole.Dark))
    painter.setBrush(accent if on else palette.color(QPalette.ColorRole.Base))
    painter.drawRoundedRect(box, 4, 4)
    if on:
        icons.paint(painter, "check", palette.color(QPalette.ColorRole.Base), box.adjusted(1, 1, -1, -1))


class FoundDelegate(TickDelegate):
    """Title and details of a file."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, 2 * QFontMetrics(option.font).height() + 2 * _TOP + 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        palette = self.draw_row(painter, option, index)
        quiet = palette.color(QPalette.ColorRole.Dark)  # the theme's quiet ink
        state = index.data(STATE)
        if index.data(Qt.ItemDataRole.CheckStateRole) is None:
            sign = {"problem": "warning", "asks": "help"}.get(state, "check")
            place = QRectF(option.rect.left() + 11, option.rect.top() + _TOP, 20, 20)
            inks = {"problem": QPalette.ColorRole.BrightText, "asks": QPalette.ColorRole.Accent}
            ink = palette.color(inks.get(state, QPalette.ColorRole.Dark))
            icons.paint(painter, sign, ink, place)
        high = QFontMetrics(option.font).height()
        box = QRect(option.rect.left() + _LEFT, option.rect.top() + _TOP, option.rect.width() - _LEFT - 10, high)
        font = QFont(option.font)
        font.setBold(True)
        _write(painter, box, index.data(), font, quiet if state else palette.color(QPalette.ColorRole.Text))
        _write(painter, box.translated(0, high + 2), index.data(DETAIL), QFont(option.font), quiet)
        painter.restore()


class BlockDelegate(TickDelegate):
    """A block: what it was taken for and why, then its text, quiet if it is cut."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        metrics = QFontMetrics(option.font)
        view = option.widget
        if not isinstance(view, QAbstractItemView):
            return super().sizeHint(option, index)
        room = QRect(0, 0, view.viewport().width() - _LEFT - 14, 1 << 16)
        needed = metrics.boundingRect(room, _WRAP, index.data()).height()
        return QSize(100, _high(metrics, min(max(1, round(needed / metrics.lineSpacing())), _MOST_LINES)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        palette = self.draw_row(painter, option, index)
        quiet = palette.color(QPalette.ColorRole.Dark)
        kept = index.data(KEPT)
        metrics = QFontMetrics(option.font)
        top = QRect(
            option.rect.left() + _LEFT, option.rect.top() + _TOP, option.rect.width() - _LEFT - 14, metrics.height()
        )
        bold = QFont(option.font)
        bold.setBold(True)
        tag = index.data(STATE) if kept else tr("{block} · cut", block=index.data(STATE))
        ink = palette.color(QPalette.ColorRole.Accent if kept else QPalette.ColorRole.BrightText)
        _write(painter, top, tag, bold, ink)
        shift = QFontMetrics(bold).horizontalAdvance(tag) + 10
        _write(painter, top.adjusted(shift, 0, 0, 0), index.data(DETAIL), QFont(option.font), quiet)
        text = QRect(top.left(), top.bottom() + 5, top.width(), option.rect.bottom() - top.bottom() - _TOP - 3)
        painter.setFont(option.font)
        painter.setPen(palette.color(QPalette.ColorRole.Text) if kept else quiet)
        painter.drawText(text, _WRAP, index.data())
        painter.restore()


def _write(painter: QPainter, box: QRect, text: str, font: QFont, ink: QColor) -> None:
    painter.setFont(font)
    painter.setPen(ink)
    painter.drawText(box, _LINE, QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width()))
