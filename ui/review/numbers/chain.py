"""The numbers of statements as a row of cards, each resting on the one before it."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QStyle, QStyleOptionViewItem

from annotator.codebook import CodebookContent
from annotator.operations.thresholds import below
from ui.guard import guarded, nothing
from ui.i18n import tr
from ui.review.numbers.board import Board, Line, behind
from ui.review.numbers.cell_delegate import CellDelegate
from ui.review.numbers.cell_table import CellTable
from ui.review.numbers.cells import CELL, Cell, Head, Index, Interval, Sheet
from ui.review.numbers.figure_words import (
    NONE,
    figure_name,
    interval_text,
    measure_name,
    most_common,
    percent,
    reason_text,
    said_score,
    units_text,
    value_text,
    warning_texts,
    whole_name,
)
from ui.review.numbers.paint import ONE_LINE, figures_font, paint_interval, paint_sign
from ui.widgets.options import rect_of, state_of

HEIGHT = 146
GAP = 5
_PAD, _SMALL, _LARGE, _SIGN = 11, 11, 23, 13
_LEAST = 118  # pixels of a card
_LINES = 3  # under the bar
_NARROW = 146  # pixels inside a card


class Card(NamedTuple):
    """What a card shows. `lines`: under the bar; `flags`: what wants a look, with a sign."""

    name: str
    value: str
    unit: str
    interval: Interval
    lines: tuple[str, ...]
    flags: tuple[str, ...]


def chain_sheet(of: Board, content: CodebookContent) -> Sheet:
    """One row, a card for each number."""
    cells = [_cell(of, content, n, line) for n, line in enumerate(of.chain, 1)]
    heads = tuple(Head(figure_name(line.figure), _LEAST, 1) for line in of.chain)
    return Sheet(heads, [cells] if cells else [])


def _cell(of: Board, content: CodebookContent, place: int, line: Line) -> Cell:
    figure, score = line.figure, line.score
    least = of.least.get(figure.id)
    name = figure_name(figure)
    if score.value is None:
        lines: tuple[str, ...] = (reason_text(score),)
    else:
        parts = [units_text(figure, score)]
        lines = (interval_text(score), *parts, *_side(line))
    flags = [tr("below {value}", value=value_text(least))] if least is not None and below(score, least) else []
    card = Card(
        f"{place} {name}", value_text(score.value), measure_name(figure), Interval.of(score, least), lines,
        (*flags, *warning_texts(figure, score)),
    )  # fmt: skip
    said = said_score(f"{name}, {measure_name(figure)}", figure, score, least)
    opens = partial(behind, of, whole_name(content, figure), figure)
    return Cell(card.value, said, card=card, key=figure, opens=opens)


def _side(line: Line) -> list[str]:
    """How much could be compared, or how common the most common value is."""
    score = line.score
    if score.coverage is not None and score.coverage < 0.995:
        return [tr("coverage {share}", share=percent(score.coverage))]
    value, share = most_common(line.figure, score)
    return [f"{value} {percent(share)}"] if value else []


class CardDelegate(CellDelegate):
    """Paints cards."""

    @guarded(lambda: QSize(0, 0))
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """All cards are of one size."""
        del option, index
        return QSize(_LEAST, HEIGHT)

    @guarded(nothing)
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one card."""
        cell = index.data(CELL)
        if not isinstance(cell, Cell) or not isinstance(cell.card, Card):
            return
        state, card = state_of(option), cell.card
        selected = bool(state & QStyle.StateFlag.State_Selected)
        box = rect_of(option).adjusted(GAP, 4, -GAP, -4)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._frame(painter, box, selected, bool(state & QStyle.StateFlag.State_HasFocus))
        self._inside(painter, option, box.adjusted(_PAD, 8, -_PAD, -6), card)
        painter.restore()

    def _frame(self, painter: QPainter, box: QRect, selected: bool, focus: bool) -> None:
        theme, frame = self.theme, QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setBrush(QColor(theme.panel))
        if selected or focus:
            painter.setPen(QPen(QColor(theme.accent_soft), 6))
            painter.drawRoundedRect(frame, 9, 9)
        painter.setPen(QPen(QColor(theme.accent if selected or focus else theme.line), 2 if focus else 1))
        painter.drawRoundedRect(frame, 9, 9)

    def _inside(self, painter: QPainter, option: QStyleOptionViewItem, box: QRect, card: Card) -> None:
        theme = self.theme
        small, large = figures_font(option.font, _SMALL), figures_font(option.font, _LARGE, bold=True)
        step, tall = QFontMetrics(small).height() + 1, QFontMetrics(large).height()
        self._line(painter, small, theme.dim, QRect(box.left(), box.top(), box.width(), step), card.name)
        y = box.top() + step
        value = QRect(box.left(), y, box.width(), tall)
        self._line(painter, large, theme.dim if card.value == NONE else theme.ink, value, card.value)
        if card.value != NONE:
            self._line(painter, small, theme.dim, self._place_of_unit(box, y, large, small, card.value), card.unit)
        y += tall + (step if self._narrow(box) and card.value != NONE else 2)
        paint_interval(painter, theme, QRectF(QPointF(box.left(), y), QPointF(box.right() + 1, y + 14)), card.interval)
        y += 18
        if card.value == NONE:
            painter.setFont(small)
            painter.setPen(QColor(theme.dim))
            rest = QRect(box.left(), y, box.width(), box.bottom() - y)
            painter.drawText(rest, int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft), card.lines[0])
            return
        for text in card.lines[: _LINES - bool(card.flags)]:
            self._line(painter, small, theme.dim, QRect(box.left(), y, box.width(), step), text)
            y += step
        if card.flags:
            paint_sign(painter, theme, QRectF(box.left(), y + (step - _SIGN) / 2, _SIGN, _SIGN))
            more = f" +{len(card.flags) - 1}" if len(card.flags) > 1 else ""
            place = QRect(box.left() + _SIGN + 4, y, box.width() - _SIGN - 4, step)
            self._line(painter, small, theme.opp, place, card.flags[0] + more)

    def _narrow(self, box: QRect) -> bool:
        """Whether there is no room for the unit beside the value."""
        return box.width() < _NARROW

    def _place_of_unit(self, box: QRect, y: int, large: QFont, small: QFont, value: str) -> QRect:
        big, little = QFontMetrics(large), QFontMetrics(small)
        if self._narrow(box):
            return QRect(box.left(), y + big.height() - 3, box.width(), little.height())
        x = box.left() + big.horizontalAdvance(value) + 6
        return QRect(x, y + big.ascent() - little.ascent(), box.right() - x, little.height())

    def _line(self, painter: QPainter, font: QFont, colour: str, box: QRect, text: str) -> None:
        painter.setFont(font)
        painter.setPen(QColor(colour))
        words = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | ONE_LINE), words)


class ChainView(CellTable):
    """The row of cards: left and right go along it."""

    def __init__(self) -> None:
        super().__init__(tr("Statements, number by number"), rows=False, row_height=HEIGHT)
        self.delegate = CardDelegate(self)
        self.setItemDelegate(self.delegate)
        self.setProperty("role", "cards")
        self.horizontalHeader().hide()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(HEIGHT + 2)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleDescription(tr("Left and right choose a number, Enter shows its passages."))
