"""The line above the text: which article this is, and the keys that act on it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy

from annotator.codebook import SpanLabel
from annotator.models import LayerStatus
from ui.annotate.key_caps import KeyCaps
from ui.annotate.words import status_word
from ui.dialogs.parts import label
from ui.guard import guarded, nothing
from ui.i18n import key_caps, number, tr, within
from ui.widgets.fields import small_button
from ui.widgets.key_hint import KeyHint
from ui.widgets.tab_order import follow

_GAP, _SIDE = 6, 22


class TopBar(QFrame):
    """Hints that do not fit are left out, the last labels first; the menus have them all."""

    labels_changed = Signal()  # `marks` are other buttons, each named after its label

    def __init__(self, trigger: Callable[[str], object]) -> None:
        super().__init__()
        self.setProperty("role", "topbar")
        self.setFixedHeight(44)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._trigger = trigger
        self._open = False
        self.place = label("", "dim", wrap=False)
        self.previous = small_button("‹", tr("Previous article"), lambda: trigger("go.previous"), "remove")
        self.next = small_button("›", tr("Next article"), lambda: trigger("go.next"), "remove")
        self.stance = self._hint(tr("Stance"), "S", tr("Add a stance"), "mark.stance")
        self.done = self._hint(tr("Done"), "Ctrl ⏎", tr("Done, next article"), "go.done")
        self.marks: list[KeyHint] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(_SIDE, 0, _SIDE - 8, 0)
        self._row.setSpacing(_GAP)
        for widget in (self.place, self.previous, self.next):
            self._row.addWidget(widget)
        self._row.addStretch(1)
        self._row.addWidget(self.stance)
        self._row.addWidget(self.done)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._fit)

    def set_labels(self, labels: Sequence[SpanLabel]) -> None:
        """Show the keys of these labels."""
        for hint in self.marks:
            self._row.removeWidget(hint)
            hint.hide()
            hint.deleteLater()
        at = self._row.indexOf(self.stance)
        self.marks = []
        for n, rules in enumerate(rules for rules in labels if rules.hotkey):
            hint = self._hint(
                within(rules.name),
                rules.hotkey or "",
                tr("Mark {name}", name=within(rules.name)),
                f"label.{rules.key}",
                True,
            )
            hint.setObjectName(rules.key)
            self._row.insertWidget(at + n, hint)
            self.marks.append(hint)
        follow(self.next, *self.marks, self.stance, self.done)
        self._fit()
        self.labels_changed.emit()

    def show_keys(self, keys: KeyCaps) -> None:
        """Show the keys that act now."""
        self.stance.set_key(keys.of("mark.stance"))
        self.done.set_key(keys.of("go.done"))
        self.previous.setToolTip(keys.after(tr("Previous article"), "go.previous"))
        self.next.setToolTip(keys.after(tr("Next article"), "go.next"))
        self._fit()

    def set_place(self, place: int, total: int, status: LayerStatus | Literal[""]) -> None:
        """Say which article of how many this is (`place` from 0, -1: not in the list), and where it stands."""
        words = tr("Not in the list") if status else ""
        if place >= 0:
            words = tr("Article {number} of {all}", number=number(place + 1), all=number(total))
        if status in ("done", "skipped", "help"):
            words = f"{words} · {status_word(status, inside=True)}"
        self.place.setText(words)
        for button in (self.previous, self.next):
            button.setVisible(bool(status))
        self.previous.setEnabled(place > 0)
        self.next.setEnabled(0 <= place < total - 1)
        self._open = bool(status)
        self._later.start()

    @guarded(nothing)
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what does not fit."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        always = [w for w in (self.place, self.previous, self.next) if not w.isHidden()]
        sides = self._row.contentsMargins()
        room = self.width() - sides.left() - sides.right() - sum(w.sizeHint().width() + _GAP for w in always)
        for hint in (self.done, self.stance, *self.marks):
            room -= hint.sizeHint().width() + _GAP
            hint.setVisible(room >= 0 and self._open)

    def _hint(self, text: str, key: str, name: str, action: str, key_first: bool = False) -> KeyHint:
        hint = KeyHint(text, key_caps(key), name, key_first)
        hint.clicked.connect(lambda _=False: self._trigger(action))
        return hint
