"""Tables of figures as plain cells: what each says, how it looks, what it opens."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple, overload

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from annotator.agreement.explain import shown_interval
from annotator.agreement.score import Score
from ui.guard import guarded
from ui.widgets.wording import plain_tip

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
CELL = Role.UserRole
Side = Literal["left", "right", "centre"]
_SIDES: dict[Side, Qt.AlignmentFlag] = {
    "left": Qt.AlignmentFlag.AlignLeft, "right": Qt.AlignmentFlag.AlignRight, "centre": Qt.AlignmentFlag.AlignHCenter,
}  # fmt: skip


class Interval(NamedTuple):
    """What is painted of a number: its value, its interval's ends, the threshold; all from 0 to 1."""

    value: float | None
    low: float | None = None
    high: float | None = None
    least: float | None = None

    @classmethod
    def of(cls, score: Score, least: float | None = None) -> Interval:
        """Of a score."""
        low, high = shown_interval(score) or (None, None)
        return cls(score.value, low, high, least)


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell. `said`: for a screen reader, where the text alone says too little. `small`: a second line.

    `heat`: 0 to 1, how strong the ground is; `grey`: a ground of no meaning. `share`: 0 to 1, a bar. `flag`: a sign
    before the text, which then stands out. `key` tells rows and cells apart, `opens` gives what Enter opens.
    """

    text: str = ""
    said: str = ""
    small: str = ""
    bold: bool = False
    dim: bool = False
    flag: bool = False
    heat: float | None = None
    grey: bool = False
    share: float | None = None
    interval: Interval | None = None
    card: Any = None
    key: Any = None
    opens: Callable[[], object] | None = None


class Head(NamedTuple):
    """A column: its name; its width in pixels, at least; its part of what is left; on which side its words stand.

    `spare`: it goes where there is no room for all.
    """

    name: str
    width: int
    stretch: int = 0
    side: Side = "left"
    spare: bool = False


class Made(Sequence[Sequence[Cell]]):
    """Rows that are made when they are first looked at: of thousands, those in sight."""

    def __init__(self, number: int, make: Callable[[int], Sequence[Cell]]) -> None:
        self._number, self._make = number, make
        self._rows: dict[int, Sequence[Cell]] = {}

    def __len__(self) -> int:
        return self._number

    @overload
    def __getitem__(self, place: int) -> Sequence[Cell]: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[Sequence[Cell]]: ...

    def __getitem__(self, place: int | slice) -> Any:
        if isinstance(place, slice):
            return [self[n] for n in range(*place.indices(self._number))]
        if not 0 <= place < self._number:
            raise IndexError(place)
        if place not in self._rows:
            self._rows[place] = self._make(place)
        return self._rows[place]


class Sheet(NamedTuple):
    """A table. `sides`: names of its rows, if they are shown at the side."""

    heads: tuple[Head, ...] = ()
    rows: Sequence[Sequence[Cell]] = ()
    sides: tuple[str, ...] = ()


class CellModel(QAbstractTableModel):
    """Shows a sheet. A sheet of the same shape takes its place cell by cell: what is selected stays."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sheet = Sheet()

    def show(self, sheet: Sheet) -> bool:
        """Show a sheet; whether it was of the same shape as the one before."""
        old = self.sheet
        same = len(old.rows) == len(sheet.rows) and len(old.heads) == len(sheet.heads) and old.heads != ()
        if not same:
            self.beginResetModel()
        self.sheet = sheet
        if not same:
            self.endResetModel()
        elif sheet.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(sheet.rows) - 1, len(sheet.heads) - 1))
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(sheet.heads) - 1)
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(sheet.rows) - 1)
        return same

    def cell(self, index: Index) -> Cell | None:
        """The cell there."""
        return self.sheet.rows[index.row()][index.column()] if index.isValid() else None

    def find(self, key: object) -> QModelIndex:
        """The first cell of that key; an invalid index if there is none."""
        for row, cells in enumerate(self.sheet.rows):
            for column, cell in enumerate(cells):
                if cell.key == key:
                    return self.index(row, column)
        return QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """How many rows there are."""
        return 0 if parent.isValid() else len(self.sheet.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """How many columns there are."""
        return 0 if parent.isValid() else len(self.sheet.heads)

    @guarded(lambda: None)
    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """What a cell says."""
        cell = self.cell(index)
        if cell is None:
            return None
        if role == Role.DisplayRole:
            return cell.text
        if role == Role.AccessibleTextRole:
            return cell.said or cell.text
        if role == Role.ToolTipRole:
            return plain_tip(cell.said or cell.text)
        if role == CELL:
            return cell
        return None

    @guarded(lambda: None)
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        """The names of columns and rows."""
        if orientation == Qt.Orientation.Vertical:
            there = role == Role.DisplayRole and section < len(self.sheet.sides)
            return self.sheet.sides[section] if there else None
        if section >= len(self.sheet.heads):
            return None
        head = self.sheet.heads[section]
        if role == Role.DisplayRole:
            return head.name
        if role == Role.TextAlignmentRole:
            return _SIDES[head.side] | Qt.AlignmentFlag.AlignVCenter
        return None
