"""The kinds of difference as buttons, each with its number: those that are pressed narrow the list."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QToolButton, QWidget

from ui.i18n import tr
from ui.review.passages.row import AGREE, GRAVITY, word_of
from ui.widgets.flow import FlowLayout


class KindBar(QWidget):
    """A button for each kind that there is. One that is pressed stays while there is nothing of it."""

    chosen_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        flow = FlowLayout(self)
        self._chips = {kind: self._chip(kind) for kind in GRAVITY}
        for chip in self._chips.values():
            flow.addWidget(chip)

    @property
    def chosen(self) -> frozenset[str]:
        """The kinds that are pressed."""
        return frozenset(kind for kind, chip in self._chips.items() if chip.isChecked())

    def choose(self, kinds: Iterable[str]) -> None:
        """Press these and no others, without a signal."""
        wanted = frozenset(kinds)
        for kind, chip in self._chips.items():
            with QSignalBlocker(chip):
                chip.setChecked(kind in wanted)

    def show_counts(self, counts: Mapping[str, int], of: str) -> None:
        """How many there are of each kind; `of`: the kind of units."""
        for kind, chip in self._chips.items():
            number = counts.get(kind, 0)
            chip.setText(f"{word_of(kind, of)} {number}")
            chip.setVisible(bool(number) or chip.isChecked())

    def _chip(self, kind: str) -> QToolButton:
        chip = QToolButton()
        chip.setCheckable(True)
        chip.setProperty("role", "chip")
        chip.setProperty("kind", kind)
        chip.setToolTip(tr("What the number counts as the same") if kind == AGREE else tr("Only these differences"))
        chip.toggled.connect(lambda _: self.chosen_changed.emit())
        chip.hide()
        return chip
