"""The examples of a label: passages to mark, and passages not to."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.codebook import Example
from ui.i18n import tr
from ui.registries.form_fields import TextField
from ui.widgets.fields import Segments, small_button


class ExampleList(QWidget):
    """Each example is a row: to mark or not, the passage, why. `changed` gives all of them."""

    changed = Signal(object)  # tuple[Example, ...]

    def __init__(self) -> None:
        super().__init__()
        self._examples: tuple[Example, ...] = ()
        self._rows: list[_Row] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self.add = small_button(tr("+ example"), tr("Add an example"), self._add)
        foot = QHBoxLayout()
        foot.addWidget(self.add)
        foot.addStretch(1)
        self._column.addLayout(foot)

    def show_values(self, examples: Sequence[Example], anew: bool) -> None:
        """Show these."""
        self._examples = tuple(examples)
        while len(self._rows) > len(examples):
            row = self._rows.pop()
            row.hide()
            self._column.removeWidget(row)
            row.deleteLater()
        while len(self._rows) < len(examples):
            row = _Row(len(self._rows))
            row.changed.connect(self._put)
            row.removed.connect(self._remove)
            self._column.insertWidget(len(self._rows), row)
            row.show()
            self._rows.append(row)
        for row, example in zip(self._rows, examples, strict=True):
            row.show_value(example, anew)

    def _put(self, at: int, example: Example) -> None:
        self.changed.emit((*self._examples[:at], example, *self._examples[at + 1 :]))

    def _remove(self, at: int) -> None:
        self.changed.emit((*self._examples[:at], *self._examples[at + 1 :]))

    def _add(self) -> None:
        self.changed.emit((*self._examples, Example(text="")))
        if self._rows:
            self._rows[-1].text.setFocus()


class _Row(QWidget):
    changed = Signal(int, object)
    removed = Signal(int)

    def __init__(self, at: int) -> None:
        super().__init__()
        self._at = at
        self._example = Example(text="")
        number = at + 1
        self.good = Segments(
            tr("Example {number}", number=number), (("+", tr("+ mark")), ("−", tr("− not"))), "+", clearable=False
        )
        self.text = TextField(tr("Example {number}: passage", number=number), tr("The passage, with [the mark] in it"))
        self.note = TextField(tr("Example {number}: why", number=number), tr("Why"))
        remove = small_button(
            "×", tr("Remove example {number}", number=number), lambda: self.removed.emit(self._at), "remove"
        )
        self.good.chosen.connect(lambda sign: self._say(good=sign == "+"))
        self.text.left.connect(lambda words: self._say(text=words.strip()))
        self.note.left.connect(lambda words: self._say(note=words.strip()))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.good)
        row.addWidget(self.text, 3)
        row.addWidget(self.note, 2)
        row.addWidget(remove)

    def show_value(self, example: Example, anew: bool) -> None:
        """Show an example."""
        self._example = example
        self.good.show_value("+" if example.good else "−")
        self.text.show_value(example.text, anew)
        self.note.show_value(example.note, anew)

    def _say(self, **fields: object) -> None:
        self.changed.emit(self._at, self._example.model_copy(update=fields))
