"""Choosing by typing: a line to type in and the lines that match, without a dialog."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ui.guard import guarded, nothing
from ui.i18n import QT_TR_NOOP, tr
from ui.theme import LIGHT, Theme
from ui.widgets.fields import Elided
from ui.widgets.options import rect_of, state_of
from ui.widgets.ranking import Candidate, Offer, Source

CANDIDATE = Qt.ItemDataRole.UserRole
_SHOWN = 7
_WIDTH = 360

Index = QModelIndex | QPersistentModelIndex


class ChoiceModel(QAbstractListModel):
    """The lines on offer. `data(index, CANDIDATE)` is the Candidate."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.offer = Offer(())

    def show(self, offer: Offer) -> None:
        """Offer other lines."""
        self.beginResetModel()
        self.offer = offer
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """How many lines there are."""
        return 0 if parent.isValid() else len(self.offer.candidates)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The line in words, or the candidate."""
        if not index.isValid():
            return None
        candidate = self.offer.candidates[index.row()]
        if role == CANDIDATE:
            return candidate
        if role == Qt.ItemDataRole.DisplayRole:
            return new_name(candidate) if candidate.kind.startswith("new_") else candidate.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (self.data(index), candidate.detail) if part)
        return None


class ChoiceDelegate(QStyledItemDelegate):
    """The name, and beside it what tells it apart."""

    theme: Theme = LIGHT

    @guarded(lambda: QSize(0, 0))
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """One line."""
        del index
        metrics: QFontMetrics = option.fontMetrics
        return QSize(100, metrics.height() + 10)

    @guarded(nothing)
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the line."""
        box, state = rect_of(option), state_of(option)
        candidate: Candidate = index.data(CANDIDATE)
        words = index.data()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self.theme.accent_soft))
            painter.drawRoundedRect(box.adjusted(2, 1, -2, -1), 6, 6)
        metrics = painter.fontMetrics()
        inner = box.adjusted(10, 0, -10, 0)
        room = min(metrics.horizontalAdvance(candidate.detail), inner.width() // 2)
        flags = int((Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft).value) | int(
            Qt.TextFlag.TextSingleLine.value
        )
        painter.setPen(QColor(self.theme.accent if candidate.kind.startswith("new_") else self.theme.ink))
        name = metrics.elidedText(words, Qt.TextElideMode.ElideRight, inner.width() - room - 12)
        painter.drawText(inner, flags, name)
        painter.setPen(QColor(self.theme.dim))
        side = metrics.elidedText(candidate.detail, Qt.TextElideMode.ElideRight, room + 1)
        painter.drawText(inner, int((Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight).value), side)
        painter.restore()


class Typeahead(QObject):
    """Joins a line edit to a list of choices: typing ranks, arrows move, Enter or a click picks, Esc lets go."""

    picked = Signal(object)  # Candidate
    escaped = Signal()
    resized = Signal()  # another number of lines

    def __init__(self, edit: QLineEdit, view: QListView, name: str) -> None:
        super().__init__(edit)
        self.edit = edit
        self.view = view
        self.model = ChoiceModel(self)
        self.delegate = ChoiceDelegate(self)
        self._source: Source | None = None
        view.setModel(self.model)
        view.setItemDelegate(self.delegate)
        view.setProperty("role", "choices")
        view.setUniformItemSizes(True)
        view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        view.setAccessibleName(name)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.clicked.connect(self._clicked)
        edit.textEdited.connect(self.search)
        edit.installEventFilter(self)

    def start(self, source: Source, query: str = "") -> None:
        """Offer from this source."""
        self._source = source
        self.search(query)

    def search(self, query: str) -> None:
        """Offer what matches."""
        if self._source is None:
            return
        self.model.show(self._source(query))
        if self.model.rowCount():
            self._go(self.model.offer.chosen)
        self.resized.emit()

    def height(self) -> int:
        """The height that the view needs, in pixels."""
        rows = min(self.model.rowCount(), _SHOWN)
        return rows * (self.view.fontMetrics().height() + 10) + 4

    @property
    def current(self) -> Candidate | None:
        """The line that Enter would pick."""
        index = self.view.currentIndex()
        return index.data(CANDIDATE) if index.isValid() else None

    @guarded(lambda: False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of the line edit that are meant for the list."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        key = event.key()
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: _SHOWN, Qt.Key.Key_PageUp: -_SHOWN}
        if key in steps and not event.modifiers():
            last = self.model.rowCount() - 1
            self._go(max(0, min(last, self.view.currentIndex().row() + steps[Qt.Key(key)])))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            if self.current is None:
                return False
            self.picked.emit(self.current)
        elif key == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            return False
        return True

    def _go(self, row: int) -> None:
        self.view.setCurrentIndex(self.model.index(row))

    def _clicked(self, index: QModelIndex) -> None:
        self.picked.emit(index.data(CANDIDATE))


class Chooser(QFrame):
    """A small frame over the workspace with a line to type in. It closes when it loses the focus."""

    closed = Signal()

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self.setProperty("role", "popup")
        self.caption = Elided(role="small")
        self.edit = QLineEdit()
        self.edit.setClearButtonEnabled(True)  # with the mouse: to see all there is
        self.view = QListView()
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.typeahead = Typeahead(self.edit, self.view, tr("What matches"))
        self._done: Callable[[Candidate], object] | None = None
        self._back: QWidget | None = None
        self._near = QRect()
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 6)
        column.setSpacing(6)
        column.addWidget(self.caption)
        column.addWidget(self.edit)
        column.addWidget(self.view)
        self.typeahead.picked.connect(self._picked)
        self.typeahead.escaped.connect(self.close_quietly)
        self.typeahead.resized.connect(self._place)
        QApplication.instance().focusChanged.connect(self._focus_changed)  # type: ignore[union-attr]
        self.hide()

    def ask(
        self, caption: str, query: str, source: Source, near: QRect, done: Callable[[Candidate], object], back: QWidget
    ) -> None:
        """Open beside `near` (in the coordinates of the widget it lies over); `back` has the focus afterwards."""
        self._done, self._near, self._back = done, near, back
        self.caption.set_whole(caption)
        self.edit.setAccessibleName(caption)
        self.edit.setText(query)
        self.show()
        self.raise_()
        self.typeahead.start(source, query)
        self.edit.setFocus(Qt.FocusReason.PopupFocusReason)
        self.edit.selectAll()

    def near(self, pane: QWidget, place: QRect) -> QRect:
        """A place in a pane, in the coordinates that `ask` wants."""
        return QRect(pane.mapTo(self._over, place.topLeft()), place.size())

    def close_quietly(self) -> None:
        """Close without a choice."""
        if self.isVisible():
            self._done = None
            back = self._back
            self.hide()
            if back is not None:
                back.setFocus(Qt.FocusReason.PopupFocusReason)
            self.closed.emit()

    def _picked(self, candidate: Candidate) -> None:
        done = self._done
        self.close_quietly()
        if done is not None:
            done(candidate)

    def _focus_changed(self, _: QWidget | None, now: QWidget | None) -> None:
        if self.isVisible() and now is not None and now is not self and not self.isAncestorOf(now):
            self._done = None
            self.hide()
            self.closed.emit()

    def _place(self) -> None:
        over = self._over
        self.view.setFixedHeight(max(self.typeahead.height(), 4))
        width = min(_WIDTH, over.width() - 16)
        self.resize(width, self.sizeHint().height())
        left = max(8, min(self._near.left(), over.width() - width - 8))
        top = self._near.bottom() + 6
        if top + self.height() > over.height() - 8:
            top = max(8, self._near.top() - 6 - self.height())
        self.move(left, top)


def new_name(candidate: Candidate) -> str:
    """The line that offers to make the candidate."""
    words = (
        QT_TR_NOOP("Create actor “{name}”") if candidate.kind == "new_actor" else QT_TR_NOOP("Create issue “{name}”")
    )
    return tr(words, name=candidate.name)
