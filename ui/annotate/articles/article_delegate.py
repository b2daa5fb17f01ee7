"""Draws a line of the article list: the status as a shape, the title in up to two lines, where it comes from."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.models import LayerStatus
from annotator.store.queries import ArticleRow
from ui.annotate.articles.article_model import ROW, marks_words, story_words
from ui.guard import guarded, nothing
from ui.theme import LIGHT, Theme
from ui.widgets.options import rect_of, state_of
from ui.widgets.wording import apart, date_words

_SIDE, _DOT, _GAP, _PAD = 14, 11, 11, 9
_LINES = 2


class ArticleDelegate(QStyledItemDelegate):
    """All lines are equally high: measuring a hundred thousand titles would take seconds."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme: Theme = LIGHT

    @guarded(lambda: QSize(0, 0))
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Room for two lines of title and one below."""
        del index
        title, small = fonts(_font(option))
        height = _LINES * QFontMetrics(title).lineSpacing() + QFontMetrics(small).lineSpacing() + 2 * _PAD + 2
        return QSize(120, height)

    @guarded(nothing)
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the line."""
        row = index.data(ROW)
        box, state = rect_of(option), state_of(option)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, box, state)
        if isinstance(row, ArticleRow):
            self._line(painter, box, row, _font(option))
        painter.restore()

    def _ground(self, painter: QPainter, box: QRect, state: QStyle.StateFlag) -> None:
        theme = self.theme
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(theme.accent_soft))
            painter.fillRect(QRect(box.left(), box.top(), 3, box.height()), QColor(theme.accent))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, QColor(theme.bg))
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), QColor(theme.line))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(theme.accent), 1))
            painter.drawRect(QRectF(box).adjusted(0.5, 0.5, -1, -1))

    def _line(self, painter: QPainter, box: QRect, row: ArticleRow, font: QFont) -> None:
        title, small = fonts(font)
        left = box.left() + _SIDE + _DOT + _GAP
        width = box.right() - _SIDE - left
        lines = title_lines(row.title, title, width)
        step, below = QFontMetrics(title).lineSpacing(), QFontMetrics(small).lineSpacing()
        top = box.top() + (box.height() - len(lines) * step - below - 2) // 2
        draw_status(painter, QPointF(box.left() + _SIDE + _DOT / 2, top + step / 2), row.status, self.theme)
        painter.setFont(title)
        painter.setPen(QColor(self.theme.ink))
        for n, line in enumerate(lines):
            _draw(painter, QRect(left, top + n * step, width, step), line)
        painter.setFont(small)
        painter.setPen(QColor(self.theme.dim))
        parts = [part for part in (row.source, date_words(row.published), marks_words(row)) if part]
        last = QRect(left, top + len(lines) * step + 2, width, below)
        if row.story:
            last.setRight(self._badge(painter, last, story_words(row)) - 8)
        words = QFontMetrics(small).elidedText(apart(parts), Qt.TextElideMode.ElideRight, last.width())
        _draw(painter, last, words)

    def _badge(self, painter: QPainter, line: QRect, words: str) -> int:
        """Words in a frame at the end of the line; gives where the frame begins."""
        wide = painter.fontMetrics().horizontalAdvance(words) + 12
        frame = QRectF(line.right() - wide, line.top(), wide, line.height()).adjusted(0.5, 0, -0.5, 0)
        painter.save()
        painter.setPen(QPen(QColor(self.theme.edge), 1))
        painter.drawRoundedRect(frame, 4, 4)
        painter.setPen(QColor(self.theme.dim))
        painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, words)
        painter.restore()
        return round(frame.left())


def fonts(base: QFont) -> tuple[QFont, QFont]:
    """The face of titles and the smaller one of the line below."""
    title, small = QFont(base), QFont(base)
    title.setWeight(QFont.Weight.DemiBold)
    small.setPointSizeF(base.pointSizeF() * 0.9) if base.pointSizeF() > 0 else small.setPixelSize(
        round(base.pixelSize() * 0.9)
    )
    return title, small


def title_lines(text: str, font: QFont, width: int) -> list[str]:
    """The title in at most two lines of `width` pixels, the last one cut off with an ellipsis if need be."""
    text = " ".join(text.split())
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(width)
    cut = line.textLength()
    layout.endLayout()
    # Qt counts UTF-16 units
    units = text.encode("utf-16-le", "surrogatepass")
    first = units[: 2 * cut].decode("utf-16-le", "surrogatepass").rstrip()
    rest = units[2 * cut :].decode("utf-16-le", "surrogatepass").strip()
    return [first, QFontMetrics(font).elidedText(rest, Qt.TextElideMode.ElideRight, width)] if rest else [first]


def draw_status(painter: QPainter, middle: QPointF, status: LayerStatus, theme: Theme) -> None:
    """The status as a shape: ring, half disc, disc with a tick, disc with a question mark, ring with a bar."""
    colour = QColor({"in_progress": theme.claim, "done": theme.sup, "help": theme.mix}.get(status, theme.dim))
    radius = _DOT / 2
    disc = QRectF(middle.x() - radius, middle.y() - radius, _DOT, _DOT)
    painter.save()
    painter.setPen(QPen(colour, 1.6))
    painter.setBrush(colour if status in ("done", "help") else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(disc.adjusted(0.8, 0.8, -0.8, -0.8))
    if status == "in_progress":
        painter.setBrush(colour)
        painter.drawPie(disc.adjusted(0.8, 0.8, -0.8, -0.8), 90 * 16, 180 * 16)
    elif status == "done":
        painter.setPen(QPen(QColor(theme.paper), 1.5, c=Qt.PenCapStyle.RoundCap))
        painter.drawPolyline([middle + QPointF(-2.4, 0.2), middle + QPointF(-0.6, 2.0), middle + QPointF(2.6, -1.9)])
    elif status == "skipped":
        painter.drawLine(middle + QPointF(-2.2, 0), middle + QPointF(2.2, 0))
    elif status == "help":
        font = QFont(painter.font())
        font.setPixelSize(8)
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(theme.paper))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, "?")
    painter.restore()


def _draw(painter: QPainter, box: QRect, text: str) -> None:
    flags = int((Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter).value) | int(
        Qt.TextFlag.TextSingleLine.value
    )
    painter.drawText(box, flags, text)


def _font(option: QStyleOptionViewItem) -> QFont:
    font: QFont = option.font
    return font
