"""What the columns of a table have: the first rows, and above each column a choice."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QTableView, QVBoxLayout, QWidget

from annotator.formats.columns import Columns
from annotator.operations.label_maps import ColumnFields
from ui.dialogs.importing.choice_delegate import CELLS, TAG, ChoiceTable, reset_button, row_height
from ui.dialogs.importing.columns_model import CHOICES, ColumnsModel
from ui.dialogs.parts import label
from ui.i18n import tr
from ui.saying import said
from ui.widgets.fields import Elided

_NARROW, _WIDE = 150, 300  # pixels
_BOX = 76  # pixels that a box takes besides its words
_LOOKED_AT = 12  # rows that say how wide a column is


class ColumnsPane(QWidget):
    """Two views of one model: the names with the choices, which stay in sight, and the rows below them."""

    chosen = Signal(object)  # ColumnFields
    reset_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = ColumnsModel(self)
        self.model.chosen.connect(self.chosen)
        self.choices = self._choices()
        self.rows = self._rows()
        self.note = Elided("", "dim")
        self.reset = reset_button(self.reset_wanted.emit)
        self._keep_together()
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(label(tr("What the columns have"), "section", wrap=False))
        row.addWidget(self.note, 1)
        row.addWidget(self.reset)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 10)
        column.setSpacing(0)
        column.addLayout(row)
        column.addSpacing(6)
        column.addWidget(self.choices)
        column.addWidget(self.rows, 1)

    def show_columns(self, columns: Columns, fields: ColumnFields, before: ColumnFields, *, said_so: bool) -> None:
        """Show these columns. `before`: what is remembered of them; `said_so`: the user has chosen by now."""
        fresh = columns != self.model.columns
        self.model.show(columns, fields, before)
        self.note.set_whole(said(columns.note))
        self.reset.setEnabled(said_so or any(name in before for name in columns.names))
        if fresh:
            for row in range(self.model.rowCount()):
                self.choices.setRowHidden(row, row != CHOICES)
            self.rows.setRowHidden(CHOICES, True)
            self._fit()
            self.choices.setCurrentIndex(self.model.index(CHOICES, 0))

    def _choices(self) -> ChoiceTable:
        made = ChoiceTable()
        made.setModel(self.model)
        made.setAccessibleName(tr("What the columns have"))
        made.setAccessibleDescription(tr("Left and Right go from column to column; Enter or Space chooses."))
        made.setSelectionBehavior(ChoiceTable.SelectionBehavior.SelectItems)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return made

    def _rows(self) -> QTableView:
        made = QTableView()
        made.setModel(self.model)
        made.setAccessibleName(tr("First rows"))
        made.setStyleSheet(CELLS)
        made.setShowGrid(False)
        made.setWordWrap(False)
        made.setTabKeyNavigation(False)
        made.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        made.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        made.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        made.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        made.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        made.horizontalHeader().hide()
        made.verticalHeader().hide()
        made.verticalHeader().setDefaultSectionSize(made.fontMetrics().height() + 10)
        return made

    def _keep_together(self) -> None:
        above, below = self.choices.horizontalScrollBar(), self.rows.horizontalScrollBar()
        above.valueChanged.connect(below.setValue)
        below.valueChanged.connect(above.setValue)
        self.choices.horizontalHeader().sectionResized.connect(
            lambda column, _, width: self.rows.setColumnWidth(column, width)
        )

    def _fit(self) -> None:
        self.choices.setFixedHeight(row_height(self.choices) + self.choices.horizontalHeader().sizeHint().height() + 8)
        metrics = self.rows.fontMetrics()
        for at, name in enumerate(self.model.columns.names):
            cells = [row[at][:60] for row in self.model.columns.rows[:_LOOKED_AT]]
            chosen = self.model.index(CHOICES, at)
            box = metrics.horizontalAdvance(f"{chosen.data()}{chosen.data(TAG)}") + _BOX
            needed = max(box, *(metrics.horizontalAdvance(words) + 28 for words in (name, *cells)))
            self.choices.setColumnWidth(at, min(max(needed, _NARROW), _WIDE))
