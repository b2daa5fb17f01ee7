"""A page of the inspector: sections of named fields, and what forms ask the workspace to do."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.dialogs.parts import label
from ui.widgets.fields import line
from ui.widgets.ranking import Candidate, Source

NAME_WIDTH = 88


class Asks(Protocol):
    """What a form can ask of the workspace."""

    def choose(
        self, caption: str, query: str, source: Source, beside: QWidget, done: Callable[[Candidate], object]
    ) -> None:
        """Let the user choose beside a widget."""
        ...

    def arm(self, head_id: str, label: str | None) -> None:
        """Let the user pick the other end of a relation in the text."""
        ...

    def show_span(self, span_id: str) -> None:
        """Select a span and bring it into sight."""
        ...

    def show_stance(self, stance_id: str) -> None:
        """Select a stance and bring its evidence into sight."""
        ...

    def selection(self) -> tuple[int, int] | None:
        """What is selected in the text, in code points."""
        ...

    def delete(self) -> None:
        """Delete what is selected."""
        ...

    def write_note(self) -> None:
        """Go to the line for a new note."""
        ...

    def back_to_text(self) -> None:
        """Give the focus to the reader."""
        ...


class Page(QWidget):
    """Sections one below the other."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(14, 12, 14, 16)
        self.column.setSpacing(8)

    def grid(self) -> QGridLayout:
        """A new block of fields; fill it with `field`."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        grid.setColumnMinimumWidth(0, NAME_WIDTH)
        grid.setColumnStretch(1, 1)
        self.column.addLayout(grid)
        return grid

    def rule(self) -> None:
        """A thin line."""
        self.column.addSpacing(4)
        self.column.addWidget(line())
        self.column.addSpacing(4)

    def end(self) -> None:
        """Nothing more: what is left over stays empty."""
        self.column.addStretch(1)


def field(grid: QGridLayout, name: str | QLabel, control: QWidget) -> None:
    """A named field, in the next row."""
    row = grid.rowCount()
    words = label(name, "field", wrap=False) if isinstance(name, str) else name
    words.setBuddy(control)
    grid.addWidget(words, row, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
    words.setMinimumHeight(26)
    grid.addWidget(control, row, 1)


def beside(*widgets: QWidget, stretch: int = 0) -> QWidget:
    """Widgets in a row; the one numbered `stretch` takes the room."""
    holder = QWidget()
    holder.setProperty("role", "page")
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(4)
    for n, widget in enumerate(widgets):
        row.addWidget(widget, 1 if n == stretch else 0)
    return holder
