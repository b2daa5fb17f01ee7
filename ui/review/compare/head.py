"""The line over a comparison: which article, how far it is settled, how it is shown."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton

from annotator.operations.comparisons import Comparison
from ui.dialogs.parts import label
from ui.i18n import number, tr
from ui.widgets.fields import Elided
from ui.widgets.key_chip import KeyChip
from ui.widgets.key_hint import KeyHint

_BAR = 90  # pixels


class CompareHead(QFrame):
    """Says what is compared; the buttons have their keys on them."""

    wanted = Signal(str)  # back, names, layers, unanimous, rules

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "topbar")
        self.back = KeyHint(tr("Back"), tr("Esc"), tr("Back to the numbers"), key_first=True)
        self.title = Elided(role="heading")
        self.unfinished = Elided(role="small")
        self.progress = label("", "small", wrap=False)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedSize(_BAR, 8)
        self.bar.setAccessibleName(tr("Settled"))
        self.names = KeyChip(tr("Names"), "M", tr("Show who the readers are"))
        self.layers = KeyChip(tr("Layers"), "L", tr("Lay the readings over each other"))
        self.unanimous = QPushButton(tr("Accept agreed…"))
        self.unanimous.setAccessibleName(tr("Accept what all agree on"))
        self.rules = QPushButton(tr("By rule…"))
        self.rules.setAccessibleName(tr("Differences by codebook rule"))
        for ident, button in (
            ("back", self.back), ("names", self.names), ("layers", self.layers), ("unanimous", self.unanimous),
            ("rules", self.rules),
        ):  # fmt: skip
            button.clicked.connect(_later(self.wanted.emit, ident))
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 7, 14, 7)
        row.setSpacing(10)
        row.addWidget(self.back)
        row.addWidget(self.title, 3)
        row.addWidget(self.unfinished, 2)
        row.addWidget(self.progress)
        row.addWidget(self.bar)
        for widget in (self.names, self.layers, self.unanimous, self.rules):
            row.addWidget(widget)

    def show_comparison(self, here: Comparison | None, names: bool, layered: bool) -> None:
        """Say how far an article is settled, and who has not finished it; one reader settles nothing."""
        several = here is not None and len(here.readings) > 1
        for widget in (self.progress, self.bar, self.names, self.layers):
            widget.setVisible(several)
        self.title.set_whole(here.article.title if here else "")
        waiting = ", ".join(here.unfinished) if here else ""
        self.unfinished.set_whole(tr("Not finished: {names}", names=waiting) if waiting else "")
        self.unfinished.setVisible(bool(waiting))
        settled, every = (here.settled, len(here.units)) if here else (0, 0)
        words = tr("{settled} of {every} settled", settled=number(settled), every=number(every))
        self.progress.setText(words if here else "")
        self.bar.setRange(0, max(1, every))
        self.bar.setValue(settled)
        self.names.setChecked(names)
        self.layers.setChecked(layered)


def _later(call: Callable[..., object], value: str) -> Callable[[], object]:
    return lambda *_: call(value)
