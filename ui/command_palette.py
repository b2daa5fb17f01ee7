"""The command palette: type a few letters of what you want to do, press Enter."""

from __future__ import annotations

import json

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSettings,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPalette, QStandardItem, QStandardItemModel
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

from ui.actions import MENUS, ActionSet, ActionSpec, key_name
from ui.fuzzy import score
from ui.guard import guarded, nothing
from ui.i18n import tr

RECENT = "palette/recent"
_KEPT = 8
_WIDTH, _ROWS, _ROW, _TOP, _MARGIN = 620, 11, 32, 56, 40
_ID, _GROUP, _KEY, POSSIBLE = (Qt.ItemDataRole.UserRole + n for n in range(1, 5))
_GROUPS = dict(MENUS)
_Index = QModelIndex | QPersistentModelIndex


class CommandPalette(QFrame):
    """Lies over the upper part of `parent`. It goes away when something else gets the focus."""

    ran = Signal(str)  # action id

    def __init__(self, actions: ActionSet, parent: QWidget, settings: QSettings | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._settings = settings
        self._before: QWidget | None = None
        self._recent = _remembered(settings)
        self.setProperty("role", "card")
        self.setAccessibleName(tr("Command palette"))
        self.model = QStandardItemModel(self)
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("What do you want to do?"))
        self.field.setAccessibleName(tr("Command"))
        self.field.textChanged.connect(self._fill)
        self.field.installEventFilter(self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(_Row(self.list))
        self.list.setAccessibleName(tr("Commands"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setUniformItemSizes(True)
        self.list.clicked.connect(self._run)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 10)
        column.setSpacing(8)
        column.addWidget(self.field)
        column.addWidget(self.list, 1)
        parent.installEventFilter(self)
        self.hide()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_moved)

    # -- what it is told
    def set_actions(self, actions: ActionSet) -> None:
        """Offer another set: the codebook or the keys changed."""
        self._actions = actions
        self._fill()

    def open(self) -> None:
        """Show it, empty, with the focus; over a palette that is open already nothing changes but that."""
        if not self.isVisible():
            self._before = QApplication.focusWidget()
        self.field.clear()
        self._fill()
        self._place()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def dismiss(self) -> None:
        """Hide it and give the focus back to where it was."""
        before, self._before = self._before, None
        self.hide()
        if before is not None and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- the list
    def offered(self) -> list[ActionSpec]:
        """What fits the typed letters, the best first; without letters what was used last comes first."""
        specs = _distinct(self._actions)
        typed = self.field.text().strip()
        if not typed:
            place = {ident: n for n, ident in enumerate(self._recent)}
            return sorted(specs, key=lambda spec: place.get(spec.id, len(place)))
        fits = [(score(typed, self._title(spec)), spec) for spec in specs]
        return [spec for fit, spec in sorted(((f, s) for f, s in fits if f), key=lambda pair: pair[0])]

    def _title(self, spec: ActionSpec) -> str:
        return self._actions[spec.id].text()

    def _fill(self) -> None:
        self.model.clear()
        for spec in self.offered():
            title, group, key = self._title(spec), tr(_GROUPS.get(spec.group, "")), key_name(spec)
            item = QStandardItem(title)
            item.setData(spec.id, _ID)
            item.setData(group, _GROUP)
            item.setData(key, _KEY)
            item.setData(", ".join(part for part in (title, group, key) if part), Qt.ItemDataRole.AccessibleTextRole)
            item.setData(self._actions[spec.id].isEnabled(), POSSIBLE)  # a disabled item could not be gone to
            self.model.appendRow(item)
        self._select(0)
        self.list.scrollToTop()

    def _select(self, row: int) -> None:
        if self.model.rowCount():
            self.list.setCurrentIndex(self.model.index(row % self.model.rowCount(), 0))

    def _run(self, index: QModelIndex) -> None:
        ident = str(index.data(_ID) or "")
        if ident not in self._actions.specs or not self._actions[ident].isEnabled():
            return
        action = self._actions[ident]
        self._recent = [ident, *(other for other in self._recent if other != ident)][:_KEPT]
        if self._settings is not None:
            self._settings.setValue(RECENT, json.dumps(self._recent))
        # first the focus: the action may look at it, or move it on
        self.dismiss()
        action.trigger()
        self.ran.emit(ident)

    # -- keys, focus, place
    @guarded(lambda: False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of the field that act on the list; the parent's new size."""
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(event)
        if watched is self.parent() and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def _key(self, event: QKeyEvent) -> bool:
        keys, row = Qt.Key, self.list.currentIndex().row()
        moves = {keys.Key_Down: 1, keys.Key_Up: -1, keys.Key_Tab: 1, keys.Key_Backtab: -1}
        pages = {keys.Key_PageDown: _ROWS - 1, keys.Key_PageUp: 1 - _ROWS}
        key = Qt.Key(event.key())
        if key == keys.Key_Escape:
            self.dismiss()
        elif key in (keys.Key_Return, keys.Key_Enter):
            self._run(self.list.currentIndex())
        elif key in moves:
            self._select(row + moves[key])
        elif key in pages:
            self._select(min(max(row + pages[key], 0), self.model.rowCount() - 1))
        else:
            return False
        return True

    def _focus_moved(self, _old: QWidget | None, now: QWidget | None) -> None:
        if self.isVisible() and now is not None and now is not self and not self.isAncestorOf(now):
            self._before = None
            self.hide()

    def _place(self) -> None:
        parent = self.parentWidget()
        if parent is None:
            return
        around = parent.rect()
        wide = min(_WIDTH, around.width() - 2 * _MARGIN)
        tall = self.field.sizeHint().height() + _ROWS * _ROW + 30
        self.setGeometry((around.width() - wide) // 2, _TOP, wide, min(tall, around.height() - _TOP - _MARGIN))


class _Row(QStyledItemDelegate):
    """Title, then the menu it is in, and its key at the right."""

    @guarded(lambda: QSize(0, _ROW))
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """One height for all."""
        return QSize(0, _ROW)

    @guarded(nothing)
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint the ground as the style does, the words ourselves."""
        bare = QStyleOptionViewItem(option)
        bare.text = ""
        rect: QRect = option.rect
        view = self.parent()
        if isinstance(view, QWidget):
            view.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, bare, painter, view)
        enabled = bool(index.data(POSSIBLE))
        palette = QApplication.palette()  # a style sheet leaves a widget's own no colour for what is disabled
        group = QPalette.ColorGroup.Active if enabled else QPalette.ColorGroup.Disabled
        dim = palette.color(group, QPalette.ColorRole.PlaceholderText if enabled else QPalette.ColorRole.Text)
        inner = rect.adjusted(10, 0, -10, 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        title, menu, key = str(index.data()), str(index.data(_GROUP)), str(index.data(_KEY))
        width = painter.fontMetrics().horizontalAdvance
        painter.save()
        painter.setPen(dim)
        painter.drawText(inner, middle | Qt.AlignmentFlag.AlignRight, key)
        painter.drawText(inner.adjusted(0, 0, -110, 0), middle | Qt.AlignmentFlag.AlignRight, menu)
        painter.setPen(palette.color(group, QPalette.ColorRole.Text))
        room = inner.width() - 130 - width(menu)
        painter.drawText(inner, middle, painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, room))
        painter.restore()


def _distinct(actions: ActionSet) -> list[ActionSpec]:
    """The specs, without a hidden one that only gives another's key elsewhere."""
    shown = {spec.title for spec in actions.specs.values() if spec.group != "hidden"}
    return [spec for spec in actions.specs.values() if spec.group != "hidden" or spec.title not in shown]


def _remembered(settings: QSettings | None) -> list[str]:
    try:
        found = json.loads(str(settings.value(RECENT, "[]"))) if settings is not None else []
    except ValueError:
        return []
    return [ident for ident in found if isinstance(ident, str)][:_KEPT] if isinstance(found, list) else []
