"""Where an entry is named, as a list: what it is there, the words around it, the article and the annotator."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.store.registry_queries import Usage
from ui.guard import guarded, nothing
from ui.i18n import tr
from ui.registries.words import role_names, role_word
from ui.theme import LIGHT, Theme
from ui.widgets.in_context import in_context
from ui.widgets.options import rect_of, state_of

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
USAGE, PASSAGE = Role.UserRole, Role.UserRole + 1
_AROUND, _WORDS, _PAGE, _KEPT = 60, 120, 200, 2_000
_ONE = int(Qt.TextFlag.TextSingleLine | Qt.AlignmentFlag.AlignVCenter)
Fetch = Callable[[int, int], list[Usage]]  # number, from which on
Text = Callable[[str], str]  # article's id -> its text


@dataclass(frozen=True, slots=True)
class Passage:
    """The words of a usage and those around them, on one line."""

    left: str
    words: str
    right: str


def passage(text: str, usage: Usage) -> Passage:
    """The words at a usage's place."""
    start, end = usage.start, usage.end
    if start == end:
        return Passage("", "", "")
    words = text[start:end] if end - start <= _WORDS else text[start : start + _WORDS] + "…"
    return Passage(_line(text[max(0, start - _AROUND) : start]), _line(words), _line(text[end : end + _AROUND]))


def _line(text: str) -> str:
    return "".join(" " if c.isspace() else c for c in text)


class UsageModel(QAbstractListModel):
    """Usages, a page at a time; the words of one are looked up when it is shown."""

    def __init__(self, text: Text, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self._usages: list[Usage] = []
        self._passages: dict[int, Passage] = {}
        self._fetch: Fetch | None = None
        self.total = 0

    def show(self, total: int, fetch: Fetch | None) -> None:
        """Show other usages; `fetch` gives them page by page."""
        self.beginResetModel()
        self.total, self._fetch, self._passages = total, fetch, {}
        self._usages = fetch(_PAGE, 0) if fetch is not None and total else []
        self.endResetModel()

    def fetch_all(self) -> None:
        """Every page."""
        while self.canFetchMore():
            self.fetchMore()

    @guarded(bool)
    def canFetchMore(self, parent: Index = QModelIndex()) -> bool:
        """Whether there are more."""
        return not parent.isValid() and self._fetch is not None and len(self._usages) < self.total

    @guarded(nothing)
    def fetchMore(self, parent: Index = QModelIndex()) -> None:
        """The next page."""
        del parent
        there = len(self._usages)
        more = self._fetch(_PAGE, there) if self._fetch is not None else []
        if not more:
            self.total = there
            return
        self.beginInsertRows(QModelIndex(), there, there + len(more) - 1)
        self._usages += more
        self.endInsertRows()

    @guarded(int)
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """How many are there so far."""
        return 0 if parent.isValid() else len(self._usages)

    @guarded(nothing)
    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """The usage, its passage, or both in words."""
        if not index.isValid():
            return None
        usage = self._usages[index.row()]
        if role == USAGE:
            return usage
        if role == PASSAGE:
            return self._passage(index.row())
        if role in (Role.DisplayRole, Role.AccessibleTextRole):
            words = self._passage(index.row())
            said = f"{words.left}{words.words}{words.right}" if words.words else usage.use.mark_id
            return f"{role_word(usage)}: {said}, {usage.title}, {usage.annotator}"
        return None

    def _passage(self, row: int) -> Passage:
        found = self._passages.get(row)
        if found is None:
            if len(self._passages) >= _KEPT:
                self._passages.clear()
            usage = self._usages[row]
            found = passage(self._text(usage.article_id), usage)
            self._passages[row] = found
        return found


class UsageDelegate(QStyledItemDelegate):
    """Draws a usage on one line, the words under one another. Plain text, whatever is in it."""

    theme: Theme = LIGHT

    @guarded(lambda: QSize(0, 0))
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """One line."""
        del index
        return QSize(100, QFontMetrics(option.font).height() + 10)

    @guarded(nothing)
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the line."""
        usage, words = index.data(USAGE), index.data(PASSAGE)
        if not isinstance(usage, Usage) or not isinstance(words, Passage):
            return
        box, state, theme, font = rect_of(option), state_of(option), self.theme, option.font
        painter.save()
        painter.setFont(font)
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(theme.accent_soft))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(theme.accent))
            painter.drawRect(box.adjusted(0, 0, -1, -1))
        inner = box.adjusted(18, 0, -14, 0)
        metrics = QFontMetrics(font)
        role = max(map(metrics.horizontalAdvance, role_names())) + metrics.horizontalAdvance(" +") + 18
        tail = min(220, inner.width() * 3 // 10)
        place = QRect(inner.left() + role, inner.top(), inner.width() - role - tail - 10, inner.height())
        self._plain(painter, QRect(inner.left(), inner.top(), role - 8, inner.height()), role_word(usage), theme.dim)
        self._source(painter, QRect(inner.right() - tail, inner.top(), tail, inner.height()), usage)
        if words.words:
            self._words(painter, place, words, font)
        else:
            self._plain(painter, place, tr("article label “{key}”", key=usage.use.mark_id), theme.ink)
        painter.restore()

    def _source(self, painter: QPainter, box: QRect, usage: Usage) -> None:
        """The article and the annotator, whose name has its room first."""
        metrics, who = painter.fontMetrics(), f" · {usage.annotator}"
        name = min(metrics.horizontalAdvance(who), box.width() // 2) + 1
        title = min(metrics.horizontalAdvance(usage.title), box.width() - name)
        self._plain(painter, QRect(box.left(), box.top(), title, box.height()), usage.title, self.theme.dim)
        self._plain(painter, QRect(box.left() + title, box.top(), name, box.height()), who, self.theme.dim)

    def _plain(self, painter: QPainter, box: QRect, words: str, ink: str) -> None:
        painter.setPen(QColor(ink))
        cut = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, _ONE | int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute), cut)

    def _words(self, painter: QPainter, place: QRect, words: Passage, font: QFont) -> None:
        line, bold = in_context(words.left, words.words, words.right), QFont(font)
        bold.setBold(True)
        hit = line.middle.width(bold, place.width() * 2 // 3)
        before = max(0, (place.width() - hit) * 2 // 5)
        at = place.left()
        for part, width, face, ink in (
            (line.left, before, font, self.theme.dim),
            (line.middle, hit, bold, self.theme.ink),
            (line.right, place.width() - before - hit, font, self.theme.dim),
        ):
            painter.setPen(QColor(ink))
            part.draw(painter, QRect(at, place.top(), width, place.height()), face)
            at += width


class UsageList(QListView):
    """Enter goes to a passage, S splits off the selected ones, Ctrl+A selects all."""

    wanted = Signal(object)  # Usage to be shown in its article
    split_wanted = Signal()

    def __init__(self, model: UsageModel) -> None:
        super().__init__()
        self._model = model
        self.delegate = UsageDelegate(self)
        self.setModel(model)
        self.setItemDelegate(self.delegate)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setAccessibleName(tr("Where it is used"))
        self.setAccessibleDescription(tr("Enter goes to the passage, S splits off what is selected."))
        self.doubleClicked.connect(lambda index: self.wanted.emit(index.data(USAGE)))

    def chosen(self) -> list[Usage]:
        """The selected usages."""
        return [index.data(USAGE) for index in sorted(self.selectedIndexes(), key=lambda index: index.row())]

    @guarded(nothing)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The list's own keys."""
        key, control = event.key(), event.modifiers() == Qt.KeyboardModifier.ControlModifier
        index = self.currentIndex()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self.wanted.emit(index.data(USAGE))
        elif key == Qt.Key.Key_S and not event.modifiers():
            self.split_wanted.emit()
        elif key == Qt.Key.Key_A and control:
            self._model.fetch_all()
            self.selectAll()
        else:
            super().keyPressEvent(event)

    @guarded(nothing)
    def keyboardSearch(self, search: str) -> None:
        """Letters are keys here."""
        del search
