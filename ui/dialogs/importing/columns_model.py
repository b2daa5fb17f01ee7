"""The columns of a table, or keys of JSON, as a table: in its first row what each has, below it the first articles."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from annotator.formats.columns import Columns
from annotator.operations.label_maps import LEFT_OUT, ColumnFields
from ui.dialogs.importing import choice_delegate as choice
from ui.dialogs.importing.choice_delegate import Option
from ui.i18n import QT_TR_NOOP, tr
from ui.widgets.wording import plain_tip

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
CHOICES = 0  # the row of them
FIELDS: dict[str, str] = {
    "text": QT_TR_NOOP("Text"), "title": QT_TR_NOOP("Title"), "source": QT_TR_NOOP("Source"),
    "author": QT_TR_NOOP("Author"), "published": QT_TR_NOOP("Date"), "url": QT_TR_NOOP("Address (URL)"),
    "language": QT_TR_NOOP("Language"), "external_id": QT_TR_NOOP("Id"),
}  # fmt: skip
_NONE = Columns((), {}, ())


class ColumnsModel(QAbstractTableModel):
    """Says which fields the columns have once one of them was chosen; no two have the same."""

    chosen = Signal(object)  # ColumnFields

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = _NONE
        self.fields: ColumnFields = {}
        self._tags: Mapping[str, str] = {}

    def show(self, columns: Columns, fields: ColumnFields, before: ColumnFields) -> None:
        """Show these columns with these fields. `before`: what is remembered of them."""
        self._tags = {name: _tag(columns, name, fields, before) for name in columns.names}
        if columns == self.columns:
            self.fields = fields
            self.dataChanged.emit(self.index(CHOICES, 0), self.index(CHOICES, len(columns.names) - 1))
        else:
            self.beginResetModel()
            self.columns, self.fields = columns, fields
            self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """The row of choices, and the first articles."""
        return 0 if parent.isValid() else 1 + len(self.columns.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """As the file has them."""
        return 0 if parent.isValid() else len(self.columns.names)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        """What the columns are called."""
        if orientation == Qt.Orientation.Horizontal:
            if role in (Role.DisplayRole, Role.ToolTipRole):
                name = self.columns.names[section]
                return plain_tip(name) if role == Role.ToolTipRole else name
            if role == Role.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """The choices can be changed."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if index.row() == CHOICES else flags

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """A cell, or what the box of a choice needs."""
        name = self.columns.names[index.column()]
        if index.row() == CHOICES:
            return self._choice(name, role)
        cell = self.columns.rows[index.row() - 1][index.column()]
        if role == Role.DisplayRole:
            return " ".join(cell.split())
        return plain_tip(cell) if role == Role.ToolTipRole else None

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        """Another field; the column that had it stays as metadata."""
        if role != choice.VALUE or index.row() != CHOICES:
            return False
        name = self.columns.names[index.column()]
        if value != self.fields.get(name):
            freed = {one: "" for one, field in self.fields.items() if field == value and value in FIELDS}
            self.chosen.emit({**self.fields, **freed, name: value})
        return True

    def _choice(self, name: str, role: int) -> Any:
        field, tag = self.fields.get(name, ""), self._tags.get(name, "")
        spoken = tr("{column} is: {field}", column=name, field=_words(field))
        spoken = f"{spoken} ({tag})" if tag else spoken
        values: dict[int, Any] = {
            Role.DisplayRole: _words(field), Role.AccessibleTextRole: spoken, Role.ToolTipRole: plain_tip(spoken),
            choice.VALUE: field, choice.TAG: tag, choice.OPEN: tag == tr("proposed"),
            choice.SIGN: "minus" if field == LEFT_OUT else "",
        }  # fmt: skip
        return _options() if role == choice.OPTIONS else values.get(role)


def _tag(columns: Columns, name: str, fields: ColumnFields, before: ColumnFields) -> str:
    """How a column came to have its field."""
    field = fields.get(name, "")
    if name in before:
        return tr("as before") if before[name] == field else ""
    return tr("proposed") if field and columns.proposal.get(field) == name else ""


def _options() -> tuple[Option, ...]:
    fields = (Option(key, tr(words)) for key, words in FIELDS.items())
    return (*fields, Option("", _words(""), apart=True), Option(LEFT_OUT, _words(LEFT_OUT)))


def _words(field: str) -> str:
    if field in FIELDS:
        return tr(FIELDS[field])
    return tr("leave out") if field == LEFT_OUT else tr("metadata")
