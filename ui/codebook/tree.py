"""Everything in the codebook as a tree: labels with colour and hotkey, their attributes and values, and the rest."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem

from annotator.codebook import SpanLabel
from annotator.codebook.changes import tree
from annotator.codebook.drafts import Draft
from annotator.codebook.faults import Place
from ui.codebook.parts import swatch
from ui.codebook.words import SECTIONS
from ui.guard import guarded, nothing
from ui.i18n import tr
from ui.theme import Theme

_PLACE = Qt.ItemDataRole.UserRole
_ORDER = ("codebook", "span", "relation", "article", "stance", "actor_type")


class EntryTree(QTreeWidget):
    """Emits `picked` for the entry in front. Insert adds beside it, Delete removes it, Alt with the arrows moves it."""

    picked = Signal(object)  # Place
    wanted = Signal(str)  # "add", "remove", "up", "down"

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Codebook"))
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setIndentation(14)
        self.setUniformRowHeights(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self._items: dict[Place, QTreeWidgetItem] = {}
        self._open: set[Place] = {("span",), ("relation",), ("article",)}
        self.itemExpanded.connect(lambda item: self._open.add(item.data(0, _PLACE)))
        self.itemCollapsed.connect(lambda item: self._open.discard(item.data(0, _PLACE)))
        self.currentItemChanged.connect(lambda *_: self._say())

    @property
    def place(self) -> Place:
        """The place in front, () for none."""
        item = self.currentItem()
        return tuple(item.data(0, _PLACE)) if item is not None else ()

    def show_draft(self, draft: Draft, theme: Theme, changed: frozenset[Place] = frozenset()) -> None:
        """Show a draft; entries in `changed` are marked. The place in front stays, or its neighbour is."""
        here, self._items = self.place, {}
        self.blockSignals(True)
        self.clear()
        for kind in _ORDER:
            self._add((kind,), tr(SECTIONS[kind]), None)
        for place in tree(draft.content):
            if len(place) > 1:
                entry = draft.entry(place)
                self._add(place, entry if isinstance(entry, str) else entry.name or entry.key, entry)
        for place, item in self._items.items():
            self._dress(item, draft.entry(place), theme, place in changed)
            item.setExpanded(place in self._open)
        self.blockSignals(False)
        self.choose(here)

    def choose(self, place: Place) -> None:
        """Bring a place to the front, or the nearest there is above it."""
        while place and place not in self._items:
            place = place[:-1]
        place = place or ("span",)
        self.blockSignals(True)
        self.setCurrentItem(self._items[place])
        self.scrollToItem(self._items[place])
        self.blockSignals(False)

    @guarded(nothing)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The tree's own keys."""
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        wanted = {Qt.Key.Key_Insert: "add", Qt.Key.Key_Delete: "remove"}.get(Qt.Key(event.key()))
        if alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            wanted = "up" if event.key() == Qt.Key.Key_Up else "down"
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            wanted = "form"
        if wanted:
            self.wanted.emit(wanted)
        else:
            super().keyPressEvent(event)

    def _say(self) -> None:
        if self.place:
            self.picked.emit(self.place)

    def _add(self, place: Place, words: str, entry: Any) -> None:
        parent = self._items.get(place[:-1])
        item = QTreeWidgetItem(parent) if parent is not None else QTreeWidgetItem(self)
        item.setText(0, words)
        item.setData(0, _PLACE, place)
        if isinstance(entry, SpanLabel) and entry.hotkey:
            item.setText(1, entry.hotkey)
            item.setData(0, Qt.ItemDataRole.AccessibleTextRole, tr("{name}, key {key}", name=words, key=entry.hotkey))
        self._items[place] = item

    def _dress(self, item: QTreeWidgetItem, entry: Any, theme: Theme, changed: bool) -> None:
        font = item.font(0)
        font.setBold(item.parent() is None)
        item.setFont(0, font)
        if isinstance(entry, SpanLabel):
            item.setIcon(0, swatch(theme, entry.colour))
        if changed:
            item.setText(0, f"{item.text(0)} •")
            item.setToolTip(0, tr("Changed in the draft"))
        item.setTextAlignment(1, Qt.AlignmentFlag.AlignCenter)
