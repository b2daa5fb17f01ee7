"""Every action and its keys; the user may change them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from annotator.errors import Problem
from ui import keymap
from ui.actions import MENUS, ActionSpec
from ui.dialogs.parts import ROW, enlarge, label, say, sentence
from ui.guard import guarded, nothing
from ui.i18n import QT_TR_NOOP, tr
from ui.keymap import Changes

_ID = Qt.ItemDataRole.UserRole
_BARE = (Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr, Qt.Key.Key_unknown)


class KeyField(QLineEdit):
    """Takes the next key that is pressed, whatever it is."""

    pressed = Signal(str)  # portable name
    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setAccessibleName(tr("New key"))

    @guarded(lambda: False)
    def event(self, event: QEvent) -> bool:
        """Neither a shortcut nor Tab gets past."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            self._take(event)
            return True
        return super().event(event)

    def _take(self, event: QKeyEvent) -> None:
        if event.key() in _BARE:
            return
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            self.pressed.emit(key_pressed(event))


def key_pressed(event: QKeyEvent) -> str:
    """The portable name of a key press. Shift is part of it only where the key is not another sign with Shift."""
    modifiers, key = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier, event.key()
    if key == Qt.Key.Key_Backtab:
        key, modifiers = Qt.Key.Key_Tab, modifiers | Qt.KeyboardModifier.ShiftModifier
    if 0x21 <= key <= 0xFF and not chr(key).isalnum():
        modifiers &= ~Qt.KeyboardModifier.ShiftModifier
    return QKeySequence(modifiers.value | key).toString(QKeySequence.SequenceFormat.PortableText)


class ShortcutsDialog(QDialog):
    """The sheet of keys.

    `specs` are the usual actions, with the labels' ones; `save` keeps changes, or raises Problem.
    """

    changed = Signal(object)  # Changes, all of them

    def __init__(
        self,
        specs: Sequence[ActionSpec],
        changes: Changes,
        save: Callable[[Changes], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._specs, self._save = tuple(specs), save
        self.changes: Changes = dict(changes)
        self._rows: dict[str, QTreeWidgetItem] = {}
        self._tops: dict[str, QTreeWidgetItem] = {}
        self.setWindowTitle(tr("Keys"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.resize(620, 640)
        heading = label(tr("Keys"), "title")
        enlarge(heading, 1.3, bold=True)
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(tr("Filter by action or key"))
        self.filter.setAccessibleName(tr("Filter"))
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self._sift)
        self.tree = self._tree()
        self.field = KeyField()
        self.field.pressed.connect(self._pressed)
        self.field.cancelled.connect(self._stop)
        self.trouble = label(role="trouble")
        self.trouble.setAccessibleName(tr("Problem"))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        for part in (heading, self.filter, self.tree, self.field, self.trouble):
            column.addWidget(part)
        column.setStretchFactor(self.tree, 1)
        column.addLayout(self._buttons())
        self.field.hide()
        say(self.trouble, "")
        self._write()
        self._chosen()
        self.filter.setFocus()

    # -- parts
    def _tree(self) -> QTreeWidget:
        tree = QTreeWidget()
        tree.setAccessibleName(tr("Actions and their keys"))
        tree.setHeaderLabels([tr("Action"), tr("Keys")])
        tree.setRootIsDecorated(False)
        tree.setIndentation(12)
        tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        for group, name in (*MENUS, ("hidden", QT_TR_NOOP("Other"))):
            specs = [spec for spec in self._specs if spec.group == group]
            if specs:
                self._tops[group] = top = QTreeWidgetItem(tree, [tr(name)])
                top.setFlags(Qt.ItemFlag.ItemIsEnabled)
                font = top.font(0)
                font.setBold(True)
                top.setFont(0, font)
                top.setSizeHint(0, ROW)
                for spec in specs:
                    self._rows[spec.id] = row = QTreeWidgetItem(top, [tr(spec.title)])
                    row.setSizeHint(0, ROW)
                    row.setData(0, _ID, spec.id)
                    row.setToolTip(0, tr(spec.tip))
        tree.expandAll()
        tree.setItemsExpandable(False)
        tree.currentItemChanged.connect(self._chosen)
        tree.itemActivated.connect(self._begin)
        return tree

    def _buttons(self) -> QHBoxLayout:
        self.change = QPushButton(tr("Change…"))
        self.reset = QPushButton(tr("Reset"))
        self.reset_all = QPushButton(tr("Reset all"))
        self.close_button = QPushButton(tr("Close"))
        row = QHBoxLayout()
        row.setSpacing(8)
        for button, slot in (
            (self.change, self._begin), (self.reset, self._reset), (self.reset_all, self._reset_all),
            (self.close_button, self.accept),
        ):  # fmt: skip
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, slot=slot: slot())
            if button is self.close_button:
                row.addStretch(1)
            row.addWidget(button)
        return row

    # -- what is shown
    def keys_of(self, action_id: str) -> str:
        """What the sheet says of an action."""
        return self._rows[action_id].text(1)

    def select(self, action_id: str) -> None:
        """Go to an action."""
        self.tree.setCurrentItem(self._rows[action_id])

    def _write(self) -> None:
        for spec in keymap.apply(self._specs, self.changes):
            row, mine = self._rows[spec.id], spec.id in self.changes
            native = QKeySequence.SequenceFormat.NativeText
            row.setText(1, "  ".join(QKeySequence(key).toString(native) for key in spec.shortcuts))
            font = row.font(1)
            font.setBold(mine)
            row.setFont(1, font)
            row.setData(
                1,
                Qt.ItemDataRole.AccessibleTextRole,
                tr("{keys}, changed by you", keys=row.text(1)) if mine else row.text(1),
            )

    def _sift(self) -> None:
        words = self.filter.text().casefold().split()
        for row in self._rows.values():
            said = f"{row.text(0)} {row.text(1)}".casefold()
            row.setHidden(not all(word in said for word in words))
        for top in self._tops.values():
            top.setHidden(not any(row.parent() is top and not row.isHidden() for row in self._rows.values()))

    def _current(self) -> str:
        item = self.tree.currentItem()
        return str(item.data(0, _ID) or "") if item is not None else ""

    def _chosen(self) -> None:
        if not hasattr(self, "change"):
            return
        ident, busy = self._current(), not self.field.isHidden()
        self.change.setEnabled(bool(ident) and not busy)
        self.reset.setEnabled(ident in self.changes and not busy)
        self.reset_all.setEnabled(bool(self.changes) and not busy)

    # -- what the user does
    def _begin(self) -> None:
        ident = self._current()
        if ident:
            say(self.trouble, "")
            self.field.setText(tr("Press the new key for “{action}”, or Esc", action=self._rows[ident].text(0)))
            self.field.show()
            self.field.setFocus()
            self._chosen()

    def _stop(self) -> None:
        self.field.hide()
        self.tree.setFocus()
        self._chosen()

    def _pressed(self, key: str) -> None:
        ident = self._current()
        self._stop()
        self._try(lambda: keymap.change(self._specs, self.changes, ident, key))

    def _reset(self) -> None:
        self._try(lambda: keymap.reset(self._specs, self.changes, self._current()))

    def _reset_all(self) -> None:
        self._try(dict)

    def _try(self, wanted: Callable[[], Changes]) -> None:
        say(self.trouble, "")
        try:
            changes = wanted()
        except Problem as problem:
            say(self.trouble, f"⚠ {sentence(problem)}")
            return
        self.changes = changes
        self._write()
        self._sift()
        self._chosen()
        self.changed.emit(changes)
        try:
            self._save(changes)
        except Problem as problem:
            say(self.trouble, f"⚠ {sentence(problem)}")

    @guarded(nothing)
    def reject(self) -> None:
        """Esc first ends the waiting for a key."""
        if self.field.isHidden():
            super().reject()
        else:
            self._stop()
