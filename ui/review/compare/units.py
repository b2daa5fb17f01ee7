"""The list of what is to be judged in an article, with what is settled ticked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget

from annotator.adjudication import Judged
from ui.dialogs.parts import label
from ui.guard import guarded, nothing
from ui.i18n import QT_TR_NOOP, tr
from ui.reader.chips import chip
from ui.review.compare.words import Words
from ui.theme import LIGHT, Theme
from ui.widgets.fields import Segments
from ui.widgets.options import rect_of, state_of
from ui.widgets.wording import shorten

Filter = Literal["differing", "open", "all"]
FILTERS: tuple[tuple[Filter, str], ...] = (
    ("differing", QT_TR_NOOP("Differing")), ("open", QT_TR_NOOP("Still open")), ("all", QT_TR_NOOP("All")),
)  # fmt: skip
_EMPTY: dict[Filter, str] = {
    "differing": QT_TR_NOOP("No open difference."),
    "open": QT_TR_NOOP("Nothing is open."),
    "all": QT_TR_NOOP("No reader marked anything."),
}
LINE = Qt.ItemDataRole.UserRole
SETTLED, NEWS = "✓", "✱"
# by the kind of difference, a colour of the theme; the word says the same
_COLOURS = {
    "missed": "neu", "boundary": "claim", "target": "mix", "label": "actor", "actor": "actor", "polarity": "opp",
    "intensity": "sup", "value": "mix",
}  # fmt: skip
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class UnitLine:
    """A unit in the list. `sign`: settled, news, or neither. `tag`: in what the readers differ, `more` how many more
    ways; `kind`, `words`: what it is."""

    key: tuple[str, ...]
    sign: str
    tag: str
    colour: str
    kind: str
    words: str


def unit_line(words: Words, one: Judged) -> UnitLine:
    """The line of a unit."""
    unit = one.unit
    differences = words.differences(unit)
    tag = differences[0] if differences else tr("all agree")
    if len(differences) > 1:
        tag = f"{tag} +{len(differences) - 1}"
    colour = _COLOURS.get(next(iter(unit.differences), "agree"), "cue")
    sign = NEWS if one.news else SETTLED if one.verdict else ""
    return UnitLine(unit.key, sign, tag, colour, words.label(unit), shorten(words.summary(unit), 120))


class UnitModel(QAbstractListModel):
    """`data(index, LINE)` is the UnitLine."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.lines: list[UnitLine] = []

    def show(self, lines: list[UnitLine]) -> None:
        """Show other lines."""
        if lines != self.lines:
            self.beginResetModel()
            self.lines = lines
            self.endResetModel()

    def row_of(self, key: tuple[str, ...] | None) -> int:
        """The place of a unit, or -1."""
        return next((n for n, line in enumerate(self.lines) if line.key == key), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """How many lines there are."""
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The line, or what a screen reader says of it."""
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == LINE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            state = {SETTLED: tr("settled"), NEWS: tr("says something new since the verdict")}.get(
                line.sign, tr("open")
            )
            return ", ".join((line.kind, line.tag, state, line.words))
        return None


class UnitDelegate(QStyledItemDelegate):
    """Above: the sign, in what readers differ, what it is. Below: the words."""

    theme: Theme = LIGHT

    @guarded(lambda: QSize(0, 0))
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Two rows."""
        del index
        metrics: QFontMetrics = option.fontMetrics
        return QSize(100, 2 * metrics.height() + 18)

    @guarded(nothing)
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the line."""
        line: UnitLine = index.data(LINE)
        box, state = rect_of(option), state_of(option)
        theme = self.theme
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(theme.accent_soft))
            painter.fillRect(QRect(box.left(), box.top(), 3, box.height()), QColor(theme.accent))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, QColor(theme.bg))
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), QColor(theme.line))
        inner = box.adjusted(16, 7, -12, -7)
        left = inner.left() + self._sign(painter, inner, line)
        ratio = painter.device().devicePixelRatio()
        tag = chip(line.tag, getattr(theme, line.colour), 10, ratio, theme.paper)
        if line.sign == SETTLED:
            painter.setOpacity(0.6)
        painter.drawPixmap(QPointF(left, inner.top() + 1), tag.picture)
        painter.setOpacity(1)
        left += tag.width + 8
        metrics = painter.fontMetrics()
        painter.setPen(QColor(theme.dim))
        kind = metrics.elidedText(line.kind, Qt.TextElideMode.ElideRight, max(0, inner.right() - left))
        painter.drawText(inner.adjusted(left - inner.left(), -1, 0, 0), _flags(Qt.AlignmentFlag.AlignTop), kind)
        painter.setPen(QColor(theme.dim if line.sign == SETTLED else theme.ink))
        words = metrics.elidedText(line.words, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, _flags(Qt.AlignmentFlag.AlignBottom), words)
        painter.restore()

    def _sign(self, painter: QPainter, inner: QRect, line: UnitLine) -> int:
        """Draw the sign, if there is one; gives the room it takes."""
        if not line.sign:
            return 0
        base = painter.font()
        bold = QFont(base)
        bold.setBold(True)
        painter.setFont(bold)
        painter.setPen(QColor(self.theme.sup if line.sign == SETTLED else self.theme.opp))
        painter.drawText(inner.adjusted(0, -1, 0, 0), _flags(Qt.AlignmentFlag.AlignTop), line.sign)
        room = painter.fontMetrics().horizontalAdvance(line.sign) + 6
        painter.setFont(base)
        return room


class UnitList(QWidget):
    """The units of an article, and which of them are shown."""

    chosen = Signal(object)  # the key of the unit that is current now, or None
    filtered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("pane", "list")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._words: Words | None = None
        self._quiet = False
        self.model, self.delegate = UnitModel(self), UnitDelegate(self)
        self.filter = Segments(tr("Show"), [(key, tr(name)) for key, name in FILTERS], "open", clearable=False)
        self.filter.chosen.connect(lambda _: self._refilter())
        self.view = QListView()
        self.view.setModel(self.model)
        self.view.setItemDelegate(self.delegate)
        self.view.setUniformItemSizes(True)
        self.view.setMouseTracking(True)
        self.view.setAccessibleName(tr("What is to be judged"))
        self.view.setFrameShape(QListView.Shape.NoFrame)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.selectionModel().currentChanged.connect(self._moved)
        self.empty = label(role="small")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 0)
        column.setSpacing(8)
        top = QVBoxLayout()
        top.setContentsMargins(14, 0, 14, 0)
        top.setSpacing(8)
        top.addWidget(self.filter)
        top.addWidget(self.empty)
        column.addLayout(top)
        column.addWidget(self.view, 1)

    @property
    def current(self) -> tuple[str, ...] | None:
        """The key of the current unit."""
        index = self.view.currentIndex()
        return self.model.lines[index.row()].key if index.isValid() else None

    def show_units(self, words: Words | None, key: tuple[str, ...] | None, reveal: bool = False) -> None:
        """Show the units of a comparison and make one of them current. `reveal`: it is shown whatever the filter, and
        without one the first that is open; else what stands now where it stood is current."""
        self._words = words
        if words is not None and reveal and key is not None and all(one.unit.key != key for one in self._shown()):
            self.filter.show_value("all")
        self._fill(key, first=reveal)

    def go(self, by: int) -> None:
        """To the next or previous line; at the ends it stays."""
        row = self.view.currentIndex().row() + by
        if 0 <= row < len(self.model.lines):
            self._choose(row)

    def next_filter(self) -> None:
        """Show the next selection of units."""
        values: list[str] = [key for key, _ in FILTERS]
        at = values.index(self.filter.value or "open")
        self.filter.show_value(values[(at + 1) % len(values)])
        self._refilter()

    # -- inside
    def _shown(self) -> list[Judged]:
        if self._words is None:
            return []
        every: Sequence[Judged] = self._words.here.units
        if self.filter.value == "all":
            return list(every)
        return [one for one in every if one.open and (self.filter.value == "open" or not one.unit.agree)]

    def _refilter(self) -> None:
        self._fill(self.current)
        self.filtered.emit()

    def _fill(self, key: tuple[str, ...] | None, first: bool = False) -> None:
        before, at = self.current, max(0, self.view.currentIndex().row())
        self._quiet = True
        shown = self._shown()
        words = self._words
        self.model.show([unit_line(words, one) for one in shown] if words else [])
        row = self.model.row_of(key)
        if row < 0:
            row = next((n for n, one in enumerate(shown) if one.open), 0) if first else min(at, len(shown) - 1)
        if shown:
            self._choose(row)
        self._quiet = False
        value: Filter = next(key for key, _ in FILTERS if key == self.filter.value)
        self.empty.setText("" if shown else tr(_EMPTY[value]))
        self.empty.setVisible(not shown and words is not None)
        if self.current != before or self.current is None:
            self.chosen.emit(self.current)

    def _choose(self, row: int) -> None:
        index = self.model.index(row)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.view.selectionModel().setCurrentIndex(index, flags)
        self.view.scrollTo(index)

    def _moved(self) -> None:
        if not self._quiet:
            self.chosen.emit(self.current)


def _flags(vertical: Qt.AlignmentFlag) -> int:
    return int((Qt.AlignmentFlag.AlignLeft | vertical).value) | int(Qt.TextFlag.TextSingleLine.value)
