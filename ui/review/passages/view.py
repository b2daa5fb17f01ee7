"""Draws the passages behind a number: what differs, the words in the middle of theirs, and who marked them."""

from __future__ import annotations

import re

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.operations.passages import Passage
from ui.guard import guarded, nothing
from ui.i18n import tr
from ui.reader.chips import chip
from ui.review.passages.model import AGREE, ROW, Index, PassageModel, Row
from ui.theme import LIGHT, Theme
from ui.widgets.options import rect_of, state_of

# by the kind of difference, a colour of the theme; the word says the same
COLOURS = {
    "missed": "neu", "boundary": "claim", "target": "mix", "label": "actor", "actor": "actor", "polarity": "opp",
    "intensity": "sup", "value": "mix", "details": "cue", AGREE: "cue",
}  # fmt: skip
_LINES = 2  # of the passage's text
_BLANKS = re.compile(r"\s+")
_BEFORE, _QUOTE, _AFTER = 36, 110, 80  # characters at most
_ONE = (
    int(Qt.TextFlag.TextSingleLine) | int(Qt.AlignmentFlag.AlignVCenter.value) | int(Qt.AlignmentFlag.AlignLeft.value)
)


class PassageDelegate(QStyledItemDelegate):
    """Above: in what readers differ, and the article. Then two lines of text. Below: who has it, and who has not."""

    theme: Theme = LIGHT

    @guarded(lambda: QSize(0, 0))
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Four lines."""
        del index
        metrics: QFontMetrics = option.fontMetrics
        return QSize(200, (2 + _LINES) * (metrics.height() + 3) + 18)

    @guarded(nothing)
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a passage."""
        row = index.data(ROW)
        if not isinstance(row, Row):
            return
        box, state, theme = rect_of(option), state_of(option), self.theme
        painter.save()
        painter.setFont(option.font)
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(theme.accent_soft))
            painter.fillRect(QRect(box.left(), box.top(), 3, box.height()), QColor(theme.accent))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, QColor(theme.bg))
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), QColor(theme.line))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(theme.accent))
            painter.drawRect(box.adjusted(0, 0, -1, -1))
        inner = box.adjusted(16, 8, -12, -9)
        high = painter.fontMetrics().height() + 3
        self._head(painter, QRect(inner.left(), inner.top(), inner.width(), high), row)
        self._text(painter, QRect(inner.left(), inner.top() + high, inner.width(), _LINES * high), row, option.font)
        self._foot(painter, QRect(inner.left(), inner.bottom() - high + 1, inner.width(), high), row)
        painter.restore()

    def _head(self, painter: QPainter, box: QRect, row: Row) -> None:
        left, ratio = box.left(), painter.device().devicePixelRatio()
        tag = chip(row.tag, getattr(self.theme, COLOURS[row.kind]), 10, ratio, self.theme.paper)
        painter.drawPixmap(QPointF(left, box.top() + (box.height() - tag.height) / 2 - 1), tag.picture)
        left += tag.width + 8
        self._plain(painter, box.adjusted(left - box.left(), 0, 0, 0), row.passage.title, self.theme.dim)

    def _foot(self, painter: QPainter, box: QRect, row: Row) -> None:
        words = tr("marked by {who}", who=row.have)
        if row.miss:
            words = f"{words} · {tr('not by {who}', who=row.miss)}"
        if row.passage.verdict is not None:
            words = f"✓ {tr('settled')} · {words}"
        ink = self.theme.sup if row.passage.verdict is not None else self.theme.dim
        self._plain(painter, box, words, ink)

    def _plain(self, painter: QPainter, box: QRect, words: str, ink: str) -> None:
        painter.setPen(QColor(ink))
        painter.drawText(box, _ONE, painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, box.width()))

    def _text(self, painter: QPainter, box: QRect, row: Row, font: QFont) -> None:
        before, quote, after = shown_parts(row.passage)
        if not quote:
            self._plain(painter, QRect(box.left(), box.top(), box.width(), box.height() // _LINES),
                        tr("the whole article"), self.theme.ink)  # fmt: skip
            return
        layout = QTextLayout(before + quote + after, font, painter.device())
        layout.setTextOption(_option())
        layout.setFormats(self._formats(len(_utf16(before)), len(_utf16(quote)), len(_utf16(after)), row))
        layout.beginLayout()
        top = 0.0
        for _ in range(_LINES):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(box.width())
            line.setPosition(QPointF(0, top))
            top += box.height() / _LINES
        layout.endLayout()
        painter.save()
        painter.setClipRect(box)
        painter.setPen(QColor(self.theme.ink))
        layout.draw(painter, QPointF(box.left(), box.top()), [], QRectF(box))
        painter.restore()

    def _formats(self, before: int, quote: int, after: int, row: Row) -> list[QTextLayout.FormatRange]:
        quiet, loud = QTextCharFormat(), QTextCharFormat()
        quiet.setForeground(QColor(self.theme.dim))
        loud.setForeground(QColor(self.theme.ink))
        loud.setFontUnderline(True)
        loud.setUnderlineColor(QColor(getattr(self.theme, COLOURS[row.kind])))
        found = []
        for start, length, face in ((0, before, quiet), (before, quote, loud), (before + quote, after, quiet)):
            part = QTextLayout.FormatRange()
            part.start, part.length, part.format = start, length, face
            found.append(part)
        return found


def shown_parts(passage: Passage) -> tuple[str, str, str]:
    """What is drawn of a passage and its context, on one line and cut at words."""
    before, quote, after = (_BLANKS.sub(" ", part) for part in (passage.before, passage.quote, passage.after))
    if len(before) > _BEFORE:
        cut = before[-_BEFORE:]
        before = f"…{cut.partition(' ')[2] if ' ' in cut.strip() else cut}"
    if len(quote) > _QUOTE:
        quote = f"{quote[: _QUOTE * 2 // 3].rstrip()} … {quote[-_QUOTE // 3 :].lstrip()}"
    if len(after) > _AFTER:
        cut = after[:_AFTER]
        after = f"{cut.rpartition(' ')[0] if ' ' in cut.strip() else cut}…"
    return before, quote, after


def _utf16(text: str) -> bytes:
    """Two bytes of it are one; only lengths of it are of use, in Qt's units."""
    return text.encode("utf-16-le", "surrogatepass")[::2]


def _option() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


class PassageView(QListView):
    """Enter opens a passage."""

    opened = Signal(object)  # Passage

    def __init__(self, model: PassageModel) -> None:
        super().__init__()
        self.delegate = PassageDelegate(self)
        self.setModel(model)
        self.setItemDelegate(self.delegate)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("Passages"))
        self.setAccessibleDescription(tr("Enter opens the readings side by side."))
        self.doubleClicked.connect(self._open)

    def _open(self, index: Index) -> None:
        row = index.data(ROW)
        if isinstance(row, Row):
            self.opened.emit(row.passage)

    @guarded(nothing)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the current passage."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)
