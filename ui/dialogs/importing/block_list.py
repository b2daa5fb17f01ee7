"""The blocks of one text, each with a tick."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStyleOptionViewItem, QTableView

from ui.dialogs.importing.delegates import MEASURED, BlockDelegate, two_lines
from ui.i18n import tr


class BlockList(QTableView):
    """The blocks, one under the other. A table, because a QListView asks for every row at every change."""

    def __init__(self) -> None:
        super().__init__()
        self.setItemDelegate(BlockDelegate(self))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().hide()
        self.horizontalHeader().setStretchLastSection(True)
        self.horizontalHeader().sectionResized.connect(self.measure)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.setAccessibleName(tr("Blocks of the text"))
        self.setAccessibleDescription(tr("Space keeps a block or cuts it out."))

    def measure(self) -> None:
        """Give each row the height its text needs, or all the same where there are too many to measure."""
        delegate = self.itemDelegate()
        rows = self.verticalHeader()
        measured = rows.count() <= MEASURED
        rows.setDefaultSectionSize(two_lines(self.font()))
        for row in range(rows.count() if measured else 0):
            option = QStyleOptionViewItem()
            self.initViewItemOption(option)
            rows.resizeSection(row, delegate.sizeHint(option, self.model().index(row, 0)).height())
