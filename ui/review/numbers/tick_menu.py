"""A button with a list of things to tick, any number of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QMenu, QToolButton

from ui import icons
from ui.guard import guarded, nothing
from ui.i18n import tr
from ui.widgets.wording import shorten


class _Menu(QMenu):
    """Stays open while things are ticked."""

    @guarded(nothing)
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click ticks."""
        action = self.actionAt(event.position().toPoint())
        if action is not None and action.isCheckable():
            action.trigger()
        else:
            super().mouseReleaseEvent(event)

    @guarded(nothing)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks; Enter does too, and closes."""
        action = self.activeAction()
        if event.key() == Qt.Key.Key_Space and action is not None and action.isCheckable():
            action.trigger()
        else:
            super().keyPressEvent(event)


class TickMenu(QToolButton):
    """Nothing ticked is everything. `changed` is emitted when the list is closed and something else is ticked."""

    changed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._before: tuple[str, ...] = ()
        self.setProperty("role", "filter")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._menu = _Menu(self)
        self.setMenu(self._menu)
        self._menu.aboutToHide.connect(self._closed)
        self._say()

    @guarded(nothing)
    def paintEvent(self, event: QPaintEvent) -> None:
        """The button, and the sign that it drops down."""
        super().paintEvent(event)
        painter = QPainter(self)
        box = QRectF(self.width() - 22, (self.height() - 16) / 2, 16, 16)
        group = QPalette.ColorGroup.Active if self.isEnabled() else QPalette.ColorGroup.Disabled
        icons.paint(painter, "down", self.palette().color(group, QPalette.ColorRole.WindowText), box)

    @property
    def chosen(self) -> tuple[str, ...]:
        """The keys of what is ticked."""
        return tuple(str(action.data()) for action in self._menu.actions() if action.isChecked())

    def offer(self, entries: Sequence[tuple[str, str]]) -> None:
        """Offer keys with their words; what is ticked stays so, if it is among them."""
        now = [(str(action.data()), action.toolTip()) for action in self._menu.actions()]
        if now != list(entries):
            chosen = set(self.chosen)
            self._menu.clear()
            for key, words in entries:
                action = self._menu.addAction(shorten(words, 60).replace("&", "&&"))
                action.setToolTip(words)
                action.setCheckable(True)
                action.setData(key)
                action.setChecked(key in chosen)
                action.toggled.connect(lambda _: self._say())
        self._before = self.chosen
        self.setEnabled(bool(entries))
        self._say()

    def clear(self) -> None:
        """Tick nothing, without announcing it."""
        for action in self._menu.actions():
            action.setChecked(False)
        self._before = ()

    def _say(self) -> None:
        chosen = [action.toolTip() for action in self._menu.actions() if action.isChecked()]
        what = tr("all") if not chosen else (shorten(chosen[0], 18) if len(chosen) == 1 else str(len(chosen)))
        self.setText(f"{self._name}: {what}".replace("&", "&&"))
        self.setAccessibleName(f"{self._name}: {', '.join(chosen) or tr('all')}")
        self.setProperty("on", bool(chosen))
        self.style().unpolish(self)
        self.style().polish(self)

    def _closed(self) -> None:
        if self.chosen != self._before:
            self._before = self.chosen
            self.changed.emit()
