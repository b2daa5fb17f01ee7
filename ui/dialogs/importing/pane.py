"""One file of an import: how it is read, and its blocks, its labels, its columns, or what is the matter with it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QStackedWidget, QVBoxLayout, QWidget

from annotator.formats.label_map import LabelKind
from ui.dialogs.importing import words
from ui.dialogs.importing.block_list import BlockList
from ui.dialogs.importing.file_head import FileHead
from ui.dialogs.importing.models import BlockModel
from ui.dialogs.importing.tool_pane import ToolPane
from ui.dialogs.parts import say, sentence
from ui.i18n import tr

if TYPE_CHECKING:
    from ui.dialogs.importing.entries import Entry

_BLOCKS, _SAID, _TOOL = range(3)


class FilePane(QWidget):
    """Shows an entry and says what the user changes about its blocks; `head` and `tool` say the rest."""

    ticks_changed = Signal(tuple)

    def __init__(
        self, names: dict[LabelKind, dict[str, str]], annotators: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.head = FileHead(annotators)
        self.blocks = BlockModel(self)
        self.blocks.ticks_changed.connect(self._ticked)
        self.list = BlockList()
        self.list.setModel(self.blocks)
        self.said = QPlainTextEdit()
        self.said.setReadOnly(True)
        self.said.setTabChangesFocus(True)
        self.said.setAccessibleName(tr("About the file"))
        self.tool = ToolPane(names)
        self.stack = QStackedWidget()
        for page in (self.list, self.said, self.tool):
            self.stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.head)
        column.addWidget(self.stack, 1)

    def show_entry(self, entry: Entry, ticks: tuple[bool, ...]) -> None:
        """Show this file with these blocks kept. Its labels are for `tool` to be told."""
        self.head.show_entry(entry)
        if entry.draft is not None:
            self.blocks.show(entry.draft.blocks, ticks)
            self.list.measure()
            self.list.setCurrentIndex(self.blocks.index(0))
            self._summarise()
            self.stack.setCurrentIndex(_BLOCKS)
        elif entry.form_name and (entry.labels is not None or entry.columns is not None):
            self.tool.show_entry(entry)
            self.stack.setCurrentIndex(_TOOL)
        else:
            self._say(entry)
            self.stack.setCurrentIndex(_SAID)

    def refresh(self, entry: Entry) -> None:
        """Show what was found of the same file, tried out in another way."""
        self.head.refresh(entry)
        self.tool.show_entry(entry)
        if self.stack.currentIndex() == _SAID:
            self._say(entry)

    def _say(self, entry: Entry) -> None:
        found = words.records(entry.report) if entry.report is not None else ""
        self.said.setPlainText(sentence(entry.problem) if entry.problem else found)

    def _ticked(self) -> None:
        self._summarise()
        self.ticks_changed.emit(self.blocks.ticks)

    def _summarise(self) -> None:
        cut = " · " + tr("%Ln block(s) cut", n=self.blocks.cut_blocks) if self.blocks.cut_blocks else ""
        say(self.head.summary, tr("%Ln character(s) kept", n=self.blocks.kept_characters) + cut)
