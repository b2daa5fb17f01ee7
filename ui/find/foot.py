"""The foot of the page: what was found, how far a search is, and what can be done with the lines."""

from __future__ import annotations

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from annotator.codebook import CodebookContent
from ui.dialogs.parts import label
from ui.i18n import tr
from ui.widgets.fields import Choices, Elided, restyle


class Foot(QWidget):
    """Says and offers; the page does."""

    stopped = Signal()
    marking = Signal()
    exporting = Signal()
    label_chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.words = Elided(role="small")
        self.index = label("", "small", wrap=False)
        self.bar = QProgressBar()
        self.bar.setRange(0, 100)
        self.bar.setTextVisible(False)
        self.bar.setFixedSize(140, 10)
        self.bar.setAccessibleName(tr("Progress"))
        self.stop = self._button(tr("Stop"), tr("Stop the search"), self.stopped)
        self.label = Choices(tr("Label for the ticked lines"))
        self.label.setFixedWidth(150)
        self.label.currentIndexChanged.connect(lambda _: self.label_chosen.emit())
        self.mark = self._button(tr("Mark"), tr("Mark the ticked lines"), self.marking)
        self.mark.setProperty("primary", True)
        self.export = self._button(tr("Export…"), tr("Write the lines as CSV"), self.exporting)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.words, 1)
        for part in (self.index, self.bar, self.stop, self.label, self.mark, self.export):
            row.addWidget(part)
        self.show_progress(None)
        self.show_index(1.0)

    @property
    def chosen_label(self) -> str:
        """The key of the label to mark with, "" in a codebook without labels."""
        return str(self.label.currentData() or "")

    def show_labels(self, content: CodebookContent) -> None:
        """Offer the labels of a codebook."""
        before = self.chosen_label
        self.label.blockSignals(True)
        self.label.clear()
        for rules in content.span_labels:
            self.label.addItem(rules.name, rules.key)
        self.label.setCurrentIndex(max(0, self.label.findData(before)))
        self.label.blockSignals(False)

    def show_progress(self, fraction: float | None) -> None:
        """How far the work is; None: none is under way."""
        self.bar.setVisible(fraction is not None)
        self.stop.setVisible(fraction is not None)
        self.bar.setValue(round((fraction or 0.0) * 100))

    def show_index(self, fraction: float) -> None:
        """How far the index is."""
        self.index.setVisible(fraction < 1.0)
        self.index.setText(tr("Preparing faster searches: {percent} %", percent=round(fraction * 100)))

    def say(self, words: str, *, fault: bool = False) -> None:
        """Say it at the left."""
        restyle(self.words, "role", "fault" if fault else "small")
        self.words.set_whole(words)

    def offer(self, ticked: int, lines: int, *, possible: bool) -> None:
        """Offer to mark so many lines, and to write out those that are there."""
        self.mark.setText(tr("Mark %Ln", n=ticked) if ticked else tr("Mark"))
        self.mark.setEnabled(possible and ticked > 0)
        self.mark.setToolTip(tr("Mark the ticked lines, all in one step (M)"))
        self.export.setEnabled(lines > 0)

    def _button(self, text: str, name: str, signal: SignalInstance) -> QPushButton:
        button = QPushButton(text)
        button.setAccessibleName(name)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _=False: signal.emit())
        return button
