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
from ui.reader.lines import begins_rtl
from ui.review.passages.model import ROW, Index, PassageModel
from ui.review.passages.row import AGREE, Row
from ui.theme import LIGHT, Theme
from ui.widgets.options import rect_of, state_of

# by the kind of difference, a colour of the theme; the word says the same
COLOURS = {
    "missed": "neu", "boundary": "claim", "target": "mix", "label": "actor", "actor": "actor", "polarity": "opp",
    "intensity": "sup", "value": "mix", "details": "cue", AGREE: "cue",
}  # fmt: skip
_LINES = 2  # of the passage's text
_BLANKS = re.compile(r"\s+")
_BEFORE, _QUOTE = 36, 24  # characters: of what stands before at most, of the passage at least
_USED = 0.92  # of the lines
_TAGS = 0.6  # of the width, for the kinds of difference
_GAP = 4
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
        theme = self.theme
        tags = [chip(words, getattr(theme, COLOURS[kind]), 10, ratio, theme.paper) for kind, words in row.tags]
        for n, tag in enumerate(tags):
            if n and left + tag.width > box.left() + box.width() * _TAGS:
                rest = f"+{len(tags) - n}"
                self._plain(painter, box.adjusted(left - box.left(), 0, 0, 0), rest, self.theme.dim)
                left += painter.fontMetrics().horizontalAdvance(rest) + _GAP
                break
            painter.drawPixmap(QPointF(left, box.top() + (box.height() - tag.height) / 2 - 1), tag.picture)
            left += tag.width + _GAP
        self._plain(painter, box.adjusted(left + _GAP - box.left(), 0, 0, 0), row.passage.title, self.theme.dim)

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
        high = box.height() // _LINES
        if not row.passage.quote:
            first = QRect(box.left(), box.top(), box.width(), high)
            self._plain(painter, first, tr("the whole article"), self.theme.ink)
            return
        parts = shown_parts(row.passage, _room(row.passage, box.width(), painter.fontMetrics()))
        layout = self._laid_out("".join(parts), parts, row, box, font, painter)
        last = layout.lineAt(layout.lineCount() - 1)
        text, end = layout.text(), last.textStart() + last.textLength()
        if end < _units(text):  # words are wider than they are on average
            rest = _from_unit(text, last.textStart())
            cut = painter.fontMetrics().elidedText(rest, Qt.TextElideMode.ElideRight, box.width() - 2)
            layout = self._laid_out(text[: len(text) - len(rest)] + cut, parts, row, box, font, painter)
        painter.save()
        painter.setClipRect(box)
        painter.setPen(QColor(self.theme.ink))
        layout.draw(painter, QPointF(box.left(), box.top()), [], QRectF(box))
        painter.restore()

    def _laid_out(
        self, text: str, parts: tuple[str, str, str], row: Row, box: QRect, font: QFont, painter: QPainter
    ) -> QTextLayout:
        layout = QTextLayout(text, font, painter.device())
        layout.setTextOption(_option(begins_rtl(parts[1])))
        layout.setFormats(self._formats(_units(parts[0]), _units(parts[1]), _units(text), row))
        layout.beginLayout()
        for n in range(_LINES):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(box.width())
            line.setPosition(QPointF(0, n * box.height() / _LINES))
        layout.endLayout()
        return layout

    def _formats(self, before: int, quote: int, whole: int, row: Row) -> list[QTextLayout.FormatRange]:
        quiet, loud = QTextCharFormat(), QTextCharFormat()
        quiet.setForeground(QColor(self.theme.dim))
        loud.setForeground(QColor(self.theme.ink))
        loud.setFontUnderline(True)
        loud.setUnderlineColor(QColor(getattr(self.theme, COLOURS[row.tags[0][0]])))
        found = []
        middle, end = min(before, whole), min(before + quote, whole)
        for start, stop, face in ((0, middle, quiet), (middle, end, loud), (end, whole, quiet)):
            part = QTextLayout.FormatRange()
            part.start, part.length, part.format = start, stop - start, face
            found.append(part)
        return found


def shown_parts(passage: Passage, room: int) -> tuple[str, str, str]:
    """What is drawn of a passage and its context, on one line and cut at words. `room`: for how many characters.

    Both ends of the passage are in it: readers may differ in them.
    """
    before, quote, after = (_BLANKS.sub(" ", part) for part in (passage.before, passage.quote, passage.after))
    most = min(_BEFORE, max(room // 5, (room - len(quote)) // 2))
    if len(before) > most:
        before = f"…{_last_words(before[-most:])}"
    most = max(_QUOTE, room - len(before) - 4)
    if len(quote) > most:
        head, tail = quote[: most * 3 // 5], quote[-(most * 2 // 5 - 3) :]
        quote = f"{_first_words(head)} … {_last_words(tail)}"
    most = max(0, room - len(before) - len(quote))
    if len(after) > most:
        cut = _first_words(after[:most])
        after = f"{cut}…" if cut[-1:].isalnum() else f"{cut} …"
    return before, quote, after


def _first_words(cut: str) -> str:
    return cut.rpartition(" ")[0].rstrip() if " " in cut.strip() else cut.rstrip()


def _last_words(cut: str) -> str:
    return cut.partition(" ")[2] if " " in cut.strip() else cut.lstrip()


def _room(passage: Passage, width: int, metrics: QFontMetrics) -> int:
    """For how many characters there is room, in writing like this; lines break at words, so not all is used."""
    line = _BLANKS.sub(" ", passage.before + passage.quote + passage.after)
    return int(_LINES * width * len(line) * _USED / max(1, metrics.horizontalAdvance(line)))


def _units(text: str) -> int:
    """How long it is for Qt."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _from_unit(text: str, unit: int) -> str:
    """What comes after so many of Qt's units."""
    return text.encode("utf-16-le", "surrogatepass")[2 * unit :].decode("utf-16-le", "surrogatepass")


def _option(rtl: bool) -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
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
