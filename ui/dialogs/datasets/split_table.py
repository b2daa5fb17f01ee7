"""What is in each part of a split, and what the parts have in common."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from ui.dialogs.datasets import words
from ui.dialogs.parts import label, say
from ui.i18n import number, tr
from ui.widgets.wording import plain_tip

if TYPE_CHECKING:
    from annotator.codebook import CodebookContent
    from annotator.operations.split_preview import SplitPreview

_WIDE = 92  # pixels for a part
_BLANK = "\u2007"  # as wide as a digit
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class SplitTable(QWidget):
    """A column for each part; below it what leaks from one part into another."""

    def __init__(self, content: CodebookContent, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content = content
        self.table = QTableWidget()
        self.table.setAccessibleName(tr("What is in each part"))
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(24)
        self.leaks = label()
        self.leaks.setAccessibleName(tr("What the parts have in common"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.table, 1)
        column.addWidget(self.leaks)

    def show_preview(self, found: SplitPreview) -> None:
        """Show how a split turns out."""
        names = partial(words.label_name, content=self._content, names=found.names)
        labels = sorted({name for part in found.parts for name in part.labels}, key=words.label_order)
        rows = [
            (tr("Articles"), [part.articles for part in found.parts]),
            (tr("Stories and singles"), [part.groups for part in found.parts]),
            *((names(name), [part.labels.get(name, 0) for part in found.parts]) for name in labels),
        ]
        self.table.clear()
        self.table.setColumnCount(1 + len(found.parts))
        self.table.setRowCount(len(rows))
        for column, head in enumerate(("", *(part.name for part in found.parts))):
            self.table.setHorizontalHeaderItem(column, _cell(head, right=True))
        for at, (name, counts) in enumerate(rows):
            self.table.setItem(at, 0, _cell(name))
            for column, count in enumerate(counts, 1):
                self.table.setItem(at, column, _cell(_share(count, sum(counts)), right=True))
        self._fit()
        say(self.leaks, "\n".join(words.split_lines(found)))

    def show_words(self, said: str) -> None:
        """Say something instead."""
        self.table.setRowCount(0)
        self.table.setColumnCount(0)
        say(self.leaks, said)

    def _fit(self) -> None:
        head = self.table.horizontalHeader()
        for column in range(1, head.count()):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            head.resizeSection(column, max(_WIDE, head.sectionSizeHint(column)))
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)


def _share(count: int, whole: int) -> str:
    share = number(round(100 * count / whole)) if whole else "0"
    return f"{number(count)} {share.rjust(4, _BLANK)} %"


def _cell(text: str, right: bool = False) -> QTableWidgetItem:
    item = QTableWidgetItem(text)
    item.setTextAlignment(_RIGHT if right else _LEFT)
    item.setToolTip("" if right else plain_tip(text))
    return item
