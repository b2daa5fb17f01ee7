"""How a number changed: a line through the times, and the same as a table."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from annotator.operations.agreement_change import Change
from annotator.operations.agreement_filters import Period
from ui.dialogs.parts import label
from ui.guard import guarded, nothing
from ui.i18n import QT_TR_NOOP, number, tr
from ui.review.numbers.board import OverTime
from ui.review.numbers.cell_table import CellTable
from ui.review.numbers.cells import Cell, Head, Interval, Sheet
from ui.review.numbers.figure_words import interval_text, reason_text, said_score, value_text
from ui.review.numbers.row_cells import COUNT, VALUE
from ui.theme import LIGHT, Theme, mix
from ui.widgets.fields import Segments

_BY: tuple[tuple[Period, str], ...] = (
    ("month", QT_TR_NOOP("month")), ("week", QT_TR_NOOP("week")), ("codebook", QT_TR_NOOP("codebook")),
)  # fmt: skip


class ChangeLine(QWidget):
    """The values as points on a line, their intervals behind; times without a value leave a gap."""

    theme: Theme = LIGHT

    def __init__(self) -> None:
        super().__init__()
        self._points: tuple[Interval, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_points(self, points: tuple[Interval, ...], words: str) -> None:
        """Show other values; `words` for who cannot see them."""
        self._points = points
        self.setAccessibleName(words)
        self.setVisible(len(points) > 1)
        self.update()

    @guarded(lambda: QSize(0, 0))
    def sizeHint(self) -> QSize:
        """Low and wide."""
        return QSize(200, 110)

    @guarded(nothing)
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line."""
        del event
        painter, theme = QPainter(self), self.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        field = QRectF(34, 10, self.width() - 46, self.height() - 20)
        painter.setFont(self.font())
        for value in (0.0, 0.5, 1.0):
            y = _height(field, value)
            painter.setPen(QPen(QColor(theme.line), 1))
            painter.drawLine(QPointF(field.left(), y), QPointF(field.right(), y))
            painter.setPen(QColor(theme.dim))
            box = QRectF(0, y - 9, field.left() - 6, 18)
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, number(value, 1))
        least = next((point.least for point in self._points if point.least is not None), None)
        if least is not None:
            painter.setPen(QPen(QColor(theme.opp), 1.5, Qt.PenStyle.DashLine))
            y = _height(field, least)
            painter.drawLine(QPointF(field.left(), y), QPointF(field.right(), y))
        self._values(painter, field)

    def _values(self, painter: QPainter, field: QRectF) -> None:
        theme, before = self.theme, None
        step = field.width() / max(len(self._points), 1)
        for n, point in enumerate(self._points):
            if point.value is None:
                before = None
                continue
            at = QPointF(field.left() + step * (n + 0.5), _height(field, point.value))
            if point.low is not None and point.high is not None:
                painter.setPen(QPen(QColor(mix(theme.accent, theme.panel, 0.45)), 5, c=Qt.PenCapStyle.RoundCap))
                top, foot = _height(field, point.high), _height(field, point.low)
                painter.drawLine(QPointF(at.x(), top), QPointF(at.x(), foot))
            painter.setPen(QPen(QColor(theme.accent), 2))
            if before is not None:
                painter.drawLine(before, at)
            painter.setBrush(QColor(theme.accent))
            painter.drawEllipse(at, 3.5, 3.5)
            before = at


class ChangePane(QWidget):
    """`by_chosen`: other times are wanted."""

    by_chosen = Signal(object)  # a Period

    def __init__(self) -> None:
        super().__init__()
        self.by = Segments(tr("By"), [(key, tr(words)) for key, words in _BY], "month", clearable=False)
        self.line = ChangeLine()
        self.table = CellTable(tr("The number over time"))
        self.nothing = label(tr("No two annotators have finished an article at a known time."), "small")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.nothing)
        top = QHBoxLayout()
        top.setContentsMargins(12, 8, 12, 0)
        top.addWidget(label(tr("Finished, by"), "small", wrap=False))
        top.addWidget(self.by)
        top.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(top)
        column.addWidget(self.line)
        column.addWidget(self._stack, 1)
        self.by.chosen.connect(self.by_chosen)

    def show_change(self, of: OverTime) -> None:
        """Show a number over time."""
        figure = of.line.figure
        said = [_said(one, said_score(one.name, figure, one.score, of.least)) for one in of.changes]
        self.line.show_points(tuple(Interval.of(one.score, of.least) for one in of.changes), "; ".join(said))
        heads = (
            Head(tr("Time") if of.by != "codebook" else tr("Codebook"), 80, 1), Head(tr("Value"), VALUE, 0, "right"),
            Head(tr("Interval"), 60, 2), Head(tr("Change"), 150, 2), Head(tr("n"), COUNT, 0, "right", spare=True),
            Head(tr("Articles"), 62, 0, "right", spare=True),
        )  # fmt: skip
        rows = [
            [
                Cell(one.name, words, key=one.name),
                Cell(value_text(one.score.value), words, bold=True, dim=one.score.value is None, key=one.name),
                Cell(interval_text(one.score) or reason_text(one.score), words, key=one.name,
                     interval=Interval.of(one.score, of.least)),
                Cell(change_text(one), words, bold=one.clear, dim=one.difference is None, key=one.name),
                Cell(number(one.score.n_units), key=one.name), Cell(number(one.score.n_articles or 0), key=one.name),
            ]
            for one, words in zip(of.changes, said, strict=True)
        ]  # fmt: skip
        self.table.show_sheet(Sheet(heads, rows))
        self._stack.setCurrentWidget(self.table if rows else self.nothing)

    def set_theme(self, theme: Theme) -> None:
        """Show in the colours of a theme."""
        self.table.set_theme(theme)
        self.line.theme = theme
        self.line.update()


def change_text(of: Change) -> str:
    """The difference to the time before, with its interval; a dash where there is none."""
    if of.difference is None:
        return "–"
    words = f"{'+' if of.difference >= 0 else '−'}{number(abs(of.difference), 2)}"
    if of.low is None or of.high is None:
        return words
    low, high = (f"{'−' if end < 0 else ''}{number(abs(end), 2)}" for end in (of.low, of.high))
    return f"{words} [{low}; {high}]"


def _said(of: Change, words: str) -> str:
    if of.difference is None:
        return words
    return ", ".join((words, tr("{change} against the time before", change=change_text(of))))


def _height(field: QRectF, value: float) -> float:
    return field.bottom() - field.height() * min(max(value, 0.0), 1.0)
