"""The labels of other tools' files as a table: what they are called there, how often, and what they become."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from annotator.formats.label_map import LabelKind
from ui.dialogs.importing import choice_delegate as choice
from ui.dialogs.importing.choice_delegate import Option
from ui.dialogs.importing.label_choices import LabelRow, Why
from ui.i18n import QT_TR_NOOP, number, tr
from ui.widgets.wording import plain_tip

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
THEIRS, KIND, COUNT, OURS = range(4)
_HEADS = (QT_TR_NOOP("Their label"), QT_TR_NOOP("Kind"), QT_TR_NOOP("Times"), QT_TR_NOOP("Becomes"))
_KINDS: dict[LabelKind, str] = {
    "span": QT_TR_NOOP("span"), "relation": QT_TR_NOOP("relation"), "label": QT_TR_NOOP("article label"),
}  # fmt: skip
_TAGS: dict[Why, str] = {
    "same": "", "chosen": "", "before": QT_TR_NOOP("as before"), "proposed": QT_TR_NOOP("proposed"),
    "unknown": QT_TR_NOOP("not in the codebook"),
}  # fmt: skip


class LabelsModel(QAbstractTableModel):
    """`names`: the codebook's labels of each kind, key -> name."""

    chosen = Signal(int, object)  # row; key, None to leave it out

    def __init__(self, names: dict[LabelKind, dict[str, str]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: Sequence[LabelRow] = ()
        self._names = names

    def show(self, rows: Sequence[LabelRow]) -> None:
        """Show these; the same labels with other choices leave the view where it is."""
        if [(row.kind, row.theirs) for row in rows] == [(row.kind, row.theirs) for row in self.rows]:
            self.rows = rows
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, OURS))
        else:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """A row for each label."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """Theirs, kind, number, ours."""
        return 0 if parent.isValid() else len(_HEADS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        """What the columns are called."""
        if orientation == Qt.Orientation.Horizontal and role == Role.DisplayRole:
            return tr(_HEADS[section])
        if role == Role.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight if section == COUNT else Qt.AlignmentFlag.AlignLeft
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """What is in the last column can be changed."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == OURS else flags

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """Words, and for the last column what the box needs."""
        row, column = self.rows[index.row()], index.column()
        match role:
            case Role.DisplayRole:
                return (row.theirs, tr(_KINDS[row.kind]), number(row.count), self._words(row))[column]
            case Role.TextAlignmentRole if column == COUNT:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            case Role.ToolTipRole:
                return plain_tip(row.theirs if column == THEIRS else self._spoken(row))
            case Role.AccessibleTextRole:
                return self._spoken(row) if column == OURS else None
        return self._box(row, role) if column == OURS else None

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        """Another choice."""
        row = self.rows[index.row()]
        if role != choice.VALUE or index.column() != OURS:
            return False
        if value != row.ours or row.why in ("proposed", "unknown"):
            self.chosen.emit(index.row(), value)
        return True

    def _box(self, row: LabelRow, role: int) -> Any:
        match role:
            case choice.OPTIONS:
                return self._options(row)
            case choice.VALUE:
                return row.ours
            case choice.TAG:
                return tr(_TAGS[row.why])
            case choice.OPEN:
                return row.why == "proposed"
            case choice.SIGN:
                return "minus" if row.ours is None else "warning" if row.why == "unknown" else ""
        return None

    def _options(self, row: LabelRow) -> tuple[Option, ...]:
        names = self._names[row.kind]
        known = [Option(key, name) for key, name in names.items()]
        gone = [Option(row.ours, self._words(row))] if row.ours not in (None, row.theirs, *names) else []
        stay = [] if row.theirs in names else [Option(row.theirs, tr("Keep as it is"), apart=True)]
        return (*known, *gone, *stay, Option(None, tr("Leave out"), apart=not stay))

    def _words(self, row: LabelRow) -> str:
        if row.ours is None:
            return tr("left out")
        if row.ours in self._names[row.kind]:
            return self._names[row.kind][row.ours]
        if row.ours == row.theirs:
            return tr("stays as it is")
        return tr("{label} (not in the codebook)", label=row.ours)

    def _spoken(self, row: LabelRow) -> str:
        words = tr("{label} becomes: {ours}", label=row.theirs, ours=self._words(row))
        return f"{words} ({tr(_TAGS[row.why])})" if _TAGS[row.why] else words
