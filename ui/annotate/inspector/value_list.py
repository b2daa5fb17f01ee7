"""A control for several values of one attribute."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QLineEdit, QToolButton, QVBoxLayout, QWidget

from ui.i18n import tr
from ui.widgets.flow import FlowLayout
from ui.widgets.wording import value_words


class ValueList(QWidget):
    """Chips to tick, or, where the codebook names no values, a line with commas."""

    def __init__(
        self, name: str, values: Sequence[str], chosen: Sequence[str], changed: Callable[[list[str]], object]
    ) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self._changed = changed
        if not values:
            self._line(name, chosen)
            return
        self._chips: list[tuple[str, QToolButton]] = []
        flow = FlowLayout(self, 4)
        for value in [*values, *(v for v in chosen if v not in values)]:
            chip = QToolButton()
            chip.setText(value_words(value))
            chip.setCheckable(True)
            chip.setChecked(value in chosen)
            chip.setProperty("role", "chip")
            chip.setAccessibleName(f"{name}: {value_words(value)}")
            chip.clicked.connect(lambda _=False: self._ticked())
            self._chips.append((value, chip))
            flow.addWidget(chip)

    def _ticked(self) -> None:
        self._changed([value for value, chip in self._chips if chip.isChecked()])

    def _line(self, name: str, chosen: Sequence[str]) -> None:
        edit = QLineEdit(", ".join(chosen))
        edit.setAccessibleName(tr("{name}, with commas between", name=name))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(edit)

        def finished() -> None:
            if edit.isModified():
                self._changed([part.strip() for part in edit.text().split(",") if part.strip()])

        edit.editingFinished.connect(finished)
