"""The inspector's lists: all marks of the article, and the actors it mentions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.annotate.choices import actor_detail
from ui.annotate.desk import Desk
from ui.annotate.marks import anchor
from ui.annotate.words import holder_name, polarity_word, target_name
from ui.guard import guarded, nothing
from ui.i18n import tr
from ui.theme import LIGHT, Theme
from ui.widgets.options import rect_of, state_of
from ui.widgets.wording import shorten

LINE = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Line:
    """A line: a small word in front, the words, and a dim word after. `colour` is a codebook colour or a sign."""

    kind: Literal["span", "stance", "actor", "remark"]
    id: str
    tag: str
    words: str
    after: str
    colour: str


def mark_lines(desk: Desk) -> list[Line]:
    """Every span and stance, in text order."""
    names = {rules.key: rules for rules in desk.content.span_labels}
    lines: list[tuple[int, int, Line]] = []
    for span in desk.marks.in_order():
        rules = names.get(span.label)
        after = " · ".join(
            p for p in (desk.marks.actor_name(span.actor_id), tr("not sure") if span.uncertain else "") if p
        )
        tag, colour = (rules.name, rules.colour) if rules else (span.label, "cue")
        lines.append((span.start, 0, Line("span", span.id, tag, shorten(span.quote, 120), after, colour)))
    for stance in desk.marks.stances_in_order():
        word = polarity_word(stance.polarity)
        words = f"{holder_name(stance, desk.marks)} {word.sign} {target_name(stance, desk.marks)}"
        lines.append((anchor(stance.evidence), 1, Line("stance", stance.id, tr("Stance"), words, "", word.sign)))
    lines.sort(key=lambda entry: entry[:2])
    return [line for _, _, line in lines]


def actor_lines(desk: Desk) -> list[Line]:
    """The actors of the article, those named most often first."""
    found = desk.marks.mentions()
    actors = [
        (len(spans), desk.marks.registry.actors[i]) for i, spans in found.items() if i in desk.marks.registry.actors
    ]
    actors.sort(key=lambda entry: (-entry[0], entry[1].name))
    return [Line("actor", actor.id, str(n), actor.name, actor_detail(actor), "actor") for n, actor in actors]


class LineModel(QAbstractListModel):
    """Lines as a model. `data(index, LINE)` is the Line."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[Line] = []

    def show(self, lines: list[Line]) -> None:
        """Show other lines."""
        if lines != self._lines:
            self.beginResetModel()
            self._lines = lines
            self.endResetModel()

    def row_of(self, ident: str) -> int:
        """The place of a mark or actor, or -1."""
        return next((n for n, line in enumerate(self._lines) if line.id == ident), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """How many lines there are."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The line in words, or itself."""
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == LINE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (line.tag, line.words, line.after) if part)
        return None


class LineDelegate(QStyledItemDelegate):
    """A line in two rows: the small word and the dim one above, the words below."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme: Theme = LIGHT

    @guarded(lambda: QSize(0, 0))
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Two rows."""
        del index
        metrics: QFontMetrics = option.fontMetrics
        return QSize(100, 2 * metrics.height() + 14)

    @guarded(nothing)
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the line."""
        line: Line = index.data(LINE)
        box, state = rect_of(option), state_of(option)
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(self.theme.accent_soft))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, QColor(self.theme.bg))
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), QColor(self.theme.line))
        inner = box.adjusted(16, 6, -12, -6)
        base = painter.font()
        small = QFont(base)
        small.setPointSizeF(base.pointSizeF() * 0.88) if base.pointSizeF() > 0 else small.setPixelSize(11)
        self._row(painter, inner, small, line)
        painter.setFont(base)
        painter.setPen(QColor(self.theme.ink))
        words = painter.fontMetrics().elidedText(line.words, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, _flags(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom), words)
        painter.restore()

    def _row(self, painter: QPainter, inner: QRect, small: QFont, line: Line) -> None:
        bold = QFont(small)
        bold.setWeight(QFont.Weight.DemiBold)
        painter.setFont(bold)
        painter.setPen(self._colour(line))
        tag = f"{line.tag}×" if line.kind == "actor" else line.tag
        painter.drawText(inner, _flags(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop), tag)
        used = painter.fontMetrics().horizontalAdvance(tag) + 8
        painter.setFont(small)
        painter.setPen(QColor(self.theme.dim))
        after = painter.fontMetrics().elidedText(line.after, Qt.TextElideMode.ElideRight, inner.width() - used)
        painter.drawText(
            inner.adjusted(used, 0, 0, 0), _flags(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop), after
        )

    def _colour(self, line: Line) -> QColor:
        if line.kind == "stance":
            return self.theme.polarity_colour(line.colour)
        return self.theme.label_colour(line.colour)[0]


def line_view(name: str, model: LineModel, delegate: LineDelegate) -> QListView:
    """A list of lines."""
    view = QListView()
    view.setModel(model)
    view.setItemDelegate(delegate)
    view.setUniformItemSizes(True)
    view.setMouseTracking(True)
    view.setAccessibleName(name)
    view.setFrameShape(QListView.Shape.NoFrame)
    view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return view


def _flags(alignment: Qt.AlignmentFlag) -> int:
    return int(alignment.value) | int(Qt.TextFlag.TextSingleLine.value)
