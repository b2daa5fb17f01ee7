"""A table of figures that the keyboard goes about in."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableView

from ui.guard import guarded, nothing
from ui.review.numbers.cell_delegate import CellDelegate
from ui.review.numbers.cells import CellModel, Sheet
from ui.theme import Theme

Flag = QItemSelectionModel.SelectionFlag


class CellTable(QTableView):
    """Arrows select, Enter and a double click open. `rows`: whole rows are selected, not cells."""

    picked = Signal(object)  # the key of the cell that was selected
    opened = Signal(object)  # what the cell opens

    def __init__(self, name: str, rows: bool = True, row_height: int = 0) -> None:
        super().__init__()
        self.cells = CellModel(self)
        self.delegate = CellDelegate(self)
        self.setModel(self.cells)
        self.setItemDelegate(self.delegate)
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        of_rows, of_cells = QTableView.SelectionBehavior.SelectRows, QTableView.SelectionBehavior.SelectItems
        self.setSelectionBehavior(of_rows if rows else of_cells)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        side = self.verticalHeader()
        side.setVisible(False)
        side.setMinimumSectionSize(1)
        side.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        side.setDefaultSectionSize(row_height or self.fontMetrics().height() + 10)
        side.setHighlightSections(False)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        head.setMinimumSectionSize(20)
        self._quiet = False
        self.selectionModel().selectionChanged.connect(lambda *_: self._tell())
        self.doubleClicked.connect(self._open)

    # -- what it shows
    def show_sheet(self, sheet: Sheet) -> None:
        """Show a table; what was selected stays so, if it is there still."""
        key = self.key
        with self._silence():
            if not self.cells.show(sheet) and key is not None:
                self.choose(key)
        self.verticalHeader().setVisible(bool(sheet.sides))
        self._fit()

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of a theme."""
        self.delegate.theme = theme
        self.viewport().update()

    @property
    def key(self) -> object:
        """The key of what is selected, None for nothing."""
        chosen = self.selectionModel().selectedIndexes()
        cell = self.cells.cell(chosen[0]) if chosen else None
        return cell.key if cell else None

    def choose(self, key: object) -> bool:
        """Select the cell of that key, or its row, without saying so; whether there is one."""
        index = self.cells.find(key)
        with self._silence():
            if index.isValid():
                rows = self.selectionBehavior() == QTableView.SelectionBehavior.SelectRows
                flags = Flag.ClearAndSelect | Flag.Rows if rows else Flag.ClearAndSelect
                self.selectionModel().setCurrentIndex(index, flags)
            else:
                self.clearSelection()
        return index.isValid()

    def leave(self) -> None:
        """Select nothing, without saying so."""
        with self._silence():
            self.clearSelection()

    # -- what happens
    @contextmanager
    def _silence(self) -> Iterator[None]:
        before, self._quiet = self._quiet, True
        try:
            yield
        finally:
            self._quiet = before

    def _tell(self) -> None:
        if not self._quiet and self.key is not None:
            self.picked.emit(self.key)

    def _open(self, index: QModelIndex) -> None:
        cell = self.cells.cell(index)
        if cell is None:
            return
        if not self.selectionModel().isSelected(index):
            self.selectionModel().select(index, Flag.ClearAndSelect | self._rows)
        if cell.opens is not None:
            self.opened.emit(cell.opens())

    @property
    def _rows(self) -> QItemSelectionModel.SelectionFlag:
        rows = self.selectionBehavior() == QTableView.SelectionBehavior.SelectRows
        return Flag.Rows if rows else Flag.NoUpdate

    @guarded(nothing)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Space selects; letters are left to others."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        elif event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self.selectionModel().select(self.currentIndex(), Flag.ClearAndSelect | self._rows)
        elif event.text() and event.text().isprintable():
            event.ignore()
        else:
            super().keyPressEvent(event)

    # -- widths
    @guarded(nothing)
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share out the width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        heads, room = self.cells.sheet.heads, self.viewport().width()
        tight = sum(head.width for head in heads) > room
        shown = [n for n, head in enumerate(heads) if not (tight and head.spare)]
        shares = sum(heads[n].stretch for n in shown)
        left = max(room - sum(heads[n].width for n in shown), 0)
        for column, head in enumerate(heads):
            self.setColumnHidden(column, column not in shown)
            if column in shown and shares:
                part = left * head.stretch // shares
                self.setColumnWidth(column, head.width + part)
                left, shares = left - part, shares - head.stretch  # so that no pixel is left over
            elif column in shown:
                self.setColumnWidth(column, head.width)
