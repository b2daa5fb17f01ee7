"""What the labels of other tools' files become: a table with a choice for each."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QVBoxLayout, QWidget

from annotator.formats.label_map import LabelKind
from ui.dialogs.importing.choice_delegate import ChoiceTable, reset_button, row_height
from ui.dialogs.importing.label_choices import LabelRow
from ui.dialogs.importing.labels_model import COUNT, KIND, OURS, THEIRS, LabelsModel
from ui.dialogs.parts import label, say
from ui.guard import guarded, nothing
from ui.i18n import tr

Index = QModelIndex | QPersistentModelIndex
_NARROW, _WIDE = 240, 460  # pixels of the choices
_LEAST = 3  # rows in sight, however small the window


class LabelTable(ChoiceTable):
    """Keys open the choice of the row they are in."""

    def __init__(self, model: LabelsModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setSelectionBehavior(ChoiceTable.SelectionBehavior.SelectRows)
        self.setSelectionMode(ChoiceTable.SelectionMode.ExtendedSelection)
        self.setAccessibleName(tr("What their labels become"))
        self.setAccessibleDescription(
            tr("Enter or Space chooses what a label becomes. With Shift or Ctrl choose several labels first.")
        )
        head = self.horizontalHeader()
        head.setStretchLastSection(False)
        head.setSectionResizeMode(THEIRS, QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(OURS, QHeaderView.ResizeMode.Fixed)
        self.setColumnWidth(KIND, 100)
        self.setColumnWidth(COUNT, 64)

    def choosing(self) -> Index:
        """The last cell of the row."""
        return self.currentIndex().siblingAtColumn(OURS)

    @guarded(lambda: QItemSelectionModel.SelectionFlag.NoUpdate)
    def selectionCommand(self, index: Index, event: QEvent | None = None) -> QItemSelectionModel.SelectionFlag:
        """A click on the box of one of several chosen rows leaves them chosen."""
        chosen = self.selectionModel()
        plain = isinstance(event, QMouseEvent) and event.modifiers() == Qt.KeyboardModifier.NoModifier
        if plain and index.column() == OURS and len(chosen.selectedRows()) > 1 and chosen.isSelected(index):
            return QItemSelectionModel.SelectionFlag.NoUpdate
        return super().selectionCommand(index, event)


class LabelsPane(QWidget):
    """Says what the user chooses; `show_rows` shows what comes of it."""

    chosen = Signal(list)  # list[Said]
    reset_wanted = Signal()

    def __init__(self, names: dict[LabelKind, dict[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = LabelsModel(names, self)
        self.model.chosen.connect(self._chosen)
        self.table = LabelTable(self.model)
        self.heading = label(tr("What their labels become"), "section", wrap=False)
        self.summary = label("", "dim", wrap=False)
        self.reset = reset_button(self.reset_wanted.emit)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.heading)
        row.addWidget(self.summary)
        row.addStretch(1)
        row.addWidget(self.reset)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 10)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self.table, 1)

    def show_rows(self, rows: tuple[LabelRow, ...], *, changed: bool) -> None:
        """Show these labels. `changed`: there is something to reset."""
        self.model.show(rows)
        if rows and not self.table.currentIndex().isValid():
            self.table.setCurrentIndex(self.model.index(0, OURS))
        self.reset.setEnabled(changed)
        whys = Counter(row.why for row in rows)
        said = [tr("%Ln label(s)", n=len(rows))]
        said += [tr("%Ln proposed", n=whys["proposed"])] if whys["proposed"] else []
        said += [tr("%Ln not in the codebook", n=whys["unknown"])] if whys["unknown"] else []
        say(self.summary, " · ".join(said))
        self.table.setMinimumHeight(min(len(rows), _LEAST) * row_height(self.table) + 34)

    def _chosen(self, row: int, ours: str | None) -> None:
        """The choice goes for all chosen rows; a key of the codebook only for labels of that kind."""
        first = self.model.rows[row]
        rows = {index.row() for index in self.table.selectionModel().selectedRows(OURS)}
        others = [self.model.rows[n] for n in sorted(rows - {row} if row in rows else ())]
        said = [(first.kind, first.theirs, ours)]
        for one in others:
            if ours is None or ours == first.theirs:
                said.append((one.kind, one.theirs, one.theirs if ours else None))
            elif one.kind == first.kind:
                said.append((one.kind, one.theirs, ours))
        self.chosen.emit(said)

    @guarded(nothing)
    def resizeEvent(self, event: QResizeEvent) -> None:
        """The choices take half of the width."""
        super().resizeEvent(event)
        self.table.setColumnWidth(OURS, min(max(_NARROW, self.width() // 2 - 40), _WIDE))
