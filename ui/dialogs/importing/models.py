"""The two lists of the import dialog as models: what was found, and the blocks of one article."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from ui.dialogs.importing import words
from ui.dialogs.importing.entries import Entry
from ui.i18n import QT_TR_NOOP, tr

if TYPE_CHECKING:
    from annotator.formats.clean import Block
    from annotator.formats.file_names import Named

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
SHOWN = 1500  # characters of a block that are drawn or spoken

DETAIL = Role.UserRole
STATE = Role.UserRole + 1  # FoundModel: "problem", "asks", "already" or ""; BlockModel: the block's kind
KEPT = Role.UserRole + 2
_TAGS = {"title": QT_TR_NOOP("title"), "body": QT_TR_NOOP("text"), "noise": QT_TR_NOOP("page")}


def _ticked(value: Any) -> bool:
    return Qt.CheckState(value) == Qt.CheckState.Checked


class FoundModel(QAbstractListModel):
    """The files found. Those that would bring something in have a tick; each draft has ticks for its blocks."""

    chosen_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.entries: list[Entry] = []
        self.named: Mapping[Path, Named] = {}  # what the files' names say
        self._chosen: list[bool] = []
        self._ticks: list[tuple[bool, ...]] = []
        # worked out once a change: rows are asked for these at every painting, and a text may have 400,000 blocks
        self._cut: list[int] = []
        self._usable: list[bool] = []

    def add(self, entries: Sequence[Entry]) -> None:
        """More files; those in the list already are left out."""
        there = {entry.path for entry in self.entries}
        fresh = [entry for entry in entries if entry.path not in there]
        if fresh:
            first = len(self.entries)
            self.beginInsertRows(QModelIndex(), first, first + len(fresh) - 1)
            self.entries += fresh
            self._ticks += [_proposed(entry) for entry in fresh]
            self._cut += [_proposed(entry).count(False) for entry in fresh]
            self._usable += [entry.usable for entry in fresh]
            self._chosen += [entry.usable for entry in fresh]
            self.endInsertRows()
            self.chosen_changed.emit()

    def replace(self, row: int, entry: Entry) -> None:
        """The same file, read again. What the user left out stays out."""
        left_out = self._usable[row] and not self._chosen[row]
        self.entries[row] = entry
        self._ticks[row] = _proposed(entry)
        self._cut[row], self._usable[row] = self._ticks[row].count(False), entry.usable
        self._chosen[row] = entry.usable and not left_out
        self._touched(row)

    def set_named(self, named: Mapping[Path, Named]) -> None:
        """Show what the files' names say of them."""
        if named != self.named:
            self.named = named
            self.dataChanged.emit(self.index(0), self.index(len(self.entries) - 1))

    def drafts(self) -> list[Path]:
        """The files that are an article each."""
        return [entry.path for entry in self.entries if entry.draft is not None]

    def ticks(self, row: int) -> tuple[bool, ...]:
        """Which blocks of a draft are kept."""
        return self._ticks[row]

    def set_ticks(self, row: int, ticks: tuple[bool, ...]) -> None:
        """Keep other blocks. A text that was in the project already is another text then."""
        was_usable, usable = self._usable[row], _usable(self.entries[row], ticks)
        self._ticks[row], self._cut[row], self._usable[row] = ticks, ticks.count(False), usable
        if usable != was_usable:
            self._chosen[row] = usable
        self._touched(row)

    def chosen(self) -> list[int]:
        """The rows to import."""
        return [row for row, chosen in enumerate(self._chosen) if chosen]

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.entries)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsUserCheckable if self._usable[index.row()] else flags

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        row, entry = index.row(), self.entries[index.row()]
        detail = words.detail(entry, self._cut[row])
        match role:
            case Role.DisplayRole:
                return self._title(entry)
            case Role.CheckStateRole if self._usable[row]:
                return Qt.CheckState.Checked if self._chosen[row] else Qt.CheckState.Unchecked
            case Role.ToolTipRole:
                return str(entry.path)
            case Role.AccessibleTextRole:
                return f"{self._title(entry)}, {entry.problem or detail}"
        states = (
            "problem" if entry.problem is not None else "asks" if entry.asks else "" if self._usable[row] else "already"
        )
        return {DETAIL: detail, STATE: states}.get(role)

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        if role != Role.CheckStateRole or not self._usable[index.row()]:
            return False
        self._chosen[index.row()] = _ticked(value)
        self._touched(index.row())
        return True

    def _title(self, entry: Entry) -> str:
        named = self.named.get(entry.path)
        return (named.fields.get("title") if named is not None else None) or words.title(entry)

    def _touched(self, row: int) -> None:
        self.dataChanged.emit(self.index(row), self.index(row))
        self.chosen_changed.emit()


def _usable(entry: Entry, ticks: tuple[bool, ...]) -> bool:
    """Whether importing that file with these ticks would bring something in."""
    if entry.draft is None or ticks == entry.draft.keep:
        return entry.usable
    return any(tick and block.kind != "title" for tick, block in zip(ticks, entry.draft.blocks, strict=True))


def _proposed(entry: Entry) -> tuple[bool, ...]:
    return entry.draft.keep if entry.draft is not None else ()


class BlockModel(QAbstractListModel):
    """The blocks of one text, each with a tick: kept or cut. Made for 100,000 of them."""

    ticks_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._blocks: Sequence[Block] = ()
        self._ticks: list[bool] = []
        self.kept_characters = 0
        self.cut_blocks = 0

    def show(self, blocks: Sequence[Block], ticks: Sequence[bool]) -> None:
        """Show these blocks with these ticks."""
        self.beginResetModel()
        self._blocks, self._ticks = blocks, list(ticks)
        self.kept_characters = sum(b.end - b.start for b, t in zip(blocks, ticks, strict=True) if t)
        self.cut_blocks = self._ticks.count(False)
        self.endResetModel()

    @property
    def ticks(self) -> tuple[bool, ...]:
        """Which blocks are kept."""
        return tuple(self._ticks)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._blocks)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        block, kept = self._blocks[index.row()], self._ticks[index.row()]
        match role:
            case Role.DisplayRole:
                return " ".join(block.text[:SHOWN].split())
            case Role.CheckStateRole:
                return Qt.CheckState.Checked if kept else Qt.CheckState.Unchecked
            case Role.AccessibleTextRole:
                state = tr("kept") if kept else tr("cut")
                return f"{state}, {tr(_TAGS[block.kind])}, {tr(block.reason)}: {block.text[:SHOWN]}"
        return {DETAIL: tr(block.reason), STATE: tr(_TAGS[block.kind]), KEPT: kept}.get(role)

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        if role != Role.CheckStateRole:
            return False
        row, kept = index.row(), _ticked(value)
        if kept != self._ticks[row]:
            block = self._blocks[row]
            self._ticks[row] = kept
            self.kept_characters += (block.end - block.start) * (1 if kept else -1)
            self.cut_blocks += -1 if kept else 1
            self.dataChanged.emit(index, index)
            self.ticks_changed.emit()
        return True
