"""The left pane: which registry, what to look for, and its entries in a table."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from annotator.store.registry_queries import Kind
from ui.guard import guarded, nothing
from ui.i18n import QT_TR_NOOP, number, tr
from ui.registries.entry_model import ENTRY, EntryModel
from ui.registries.stock import COLUMNS, Chip, Stock
from ui.registries.words import status_words
from ui.widgets.fields import Elided, Segments
from ui.widgets.flow import FlowLayout
from ui.widgets.search_line import SearchLine

_CHIPS: tuple[tuple[Chip, str], ...] = (
    ("unused", QT_TR_NOOP("Unused")),
    ("proposed", QT_TR_NOOP("Proposed")),
    ("merged", QT_TR_NOOP("Merged")),
)
_WIDTHS = {"type": 96, "country": 60, "mentions": 60, "stances": 60, "status": 70}


class EntryTable(QTableView):
    """The entries. Keys: Enter to the form, Insert adds, M merges, Delete deletes, / filters."""

    key = Signal(str)  # "form", "add", "merge", "delete", "filter"

    def __init__(self, model: EntryModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 12)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSortIndicator(0, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        self.setAccessibleName(tr("Entries"))
        self.setAccessibleDescription(tr("Enter edits, Insert adds, M merges, Delete deletes."))

    def fit(self, kind: Kind) -> None:
        """Give the names the room that the other columns leave."""
        header = self.horizontalHeader()
        for n, column in enumerate(COLUMNS[kind]):
            name = column == "name"
            header.setSectionResizeMode(
                n, QHeaderView.ResizeMode.Stretch if name else QHeaderView.ResizeMode.Interactive
            )
            if not name:
                # the header's own hint leaves room for a sort arrow in every column
                title = str(self.model().headerData(n, Qt.Orientation.Horizontal))
                words = [header.fontMetrics().horizontalAdvance(title) + 26]
                if column == "status":
                    words += [self.fontMetrics().horizontalAdvance(word) + 14 for word in status_words()]
                header.resizeSection(n, max(_WIDTHS[column], *words))

    @guarded(nothing)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The table's own keys."""
        keys = {
            Qt.Key.Key_Return: "form", Qt.Key.Key_Enter: "form", Qt.Key.Key_Insert: "add", Qt.Key.Key_M: "merge",
            Qt.Key.Key_Delete: "delete", Qt.Key.Key_Slash: "filter",
        }  # fmt: skip
        if event.key() in keys and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.key.emit(keys[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    @guarded(nothing)
    def keyboardSearch(self, search: str) -> None:
        """Letters are keys here; names are found by the filter."""
        del search


class EntryList(QWidget):
    """The pane. `picked` says which entry is current now, "" for none."""

    picked = Signal(str)
    kind_chosen = Signal(str)
    duplicates_wanted = Signal(bool)
    wanted = Signal(str)  # what the table's keys and the button ask for

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("pane", "list")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.model = EntryModel(self)
        self.table = EntryTable(self.model)
        self.switch = Segments(tr("Registry"), (("actor", tr("Actors")), ("issue", tr("Issues"))), "actor", False)
        self.filter = SearchLine()
        self.filter.setClearButtonEnabled(True)
        self.filter.setPlaceholderText(tr("Find a name"))
        self.filter.setAccessibleName(tr("Find a name"))
        self.add = QPushButton(tr("Add…"))
        self.add.setAccessibleName(tr("Add an entry"))
        self.chips: dict[Chip, QToolButton] = {}
        self.duplicates = _chip(tr("Duplicates"))
        self.count = Elided(role="small")
        self._lay_out()
        self.switch.chosen.connect(self.kind_chosen.emit)
        self.filter.textChanged.connect(lambda _: self._filter())
        self.filter.entered.connect(self._enter)
        self.filter.left.connect(self._enter)
        self.add.clicked.connect(lambda _: self.wanted.emit("add"))
        self.duplicates.toggled.connect(self.duplicates_wanted)
        self.table.key.connect(self._key)
        self.table.doubleClicked.connect(lambda _: self.wanted.emit("form"))
        self.table.selectionModel().currentRowChanged.connect(lambda now, _: self._moved(now))
        self.model.counted.connect(self._say_count)
        self._shown = ""
        self._resetting = False

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.switch)
        top.addStretch(1)
        top.addWidget(self.add)
        chips = QWidget()
        flow = FlowLayout(chips, 6)
        for chip, name in _CHIPS:
            self.chips[chip] = _chip(tr(name))
            self.chips[chip].toggled.connect(lambda _: self._filter())
            flow.addWidget(self.chips[chip])
        flow.addWidget(self.duplicates)
        head = QVBoxLayout()
        head.setContentsMargins(14, 12, 14, 8)
        head.setSpacing(8)
        head.addLayout(top)
        head.addWidget(self.filter)
        head.addWidget(chips)
        foot = QHBoxLayout()
        foot.setContentsMargins(14, 5, 14, 6)
        foot.addWidget(self.count)
        self.body = QVBoxLayout()
        self.body.setSpacing(0)
        self.body.addWidget(self.table, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(self.body, 1)
        column.addLayout(foot)

    # -- what is shown
    @property
    def current(self) -> str:
        """The current entry's id, "" for none."""
        return self._shown

    def selected(self) -> list[str]:
        """The ids of the selected entries, in the order of the table."""
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return [self.model.entry(row).id for row in rows]

    def show_stock(self, stock: Stock) -> None:
        """Show a registry; the current entry stays current if it is there."""
        with_kind = stock.kind != self.model.kind or not self.model.columnCount()
        self._resetting = True
        self.model.show(stock)
        self._resetting = False
        if with_kind:
            self.table.horizontalHeader().setSortIndicator(0, Qt.SortOrder.AscendingOrder)
        self.table.fit(stock.kind)
        self.switch.show_value(stock.kind)
        self.chips["proposed"].setVisible(stock.kind == "actor")
        for chip, name in _CHIPS:
            found = stock.number(chip)
            self.chips[chip].setText(f"{tr(name)} {number(found)}" if found else tr(name))
        self._reselect()

    def select(self, ident: str) -> bool:
        """Make an entry current, showing all if the filter hides it; whether it is there."""
        if self.model.row_of(ident) < 0 and ident in self.model.stock:
            self._show_all(ident)
        row = self.model.row_of(ident)
        if row >= 0:
            self._go(row)
        return row >= 0

    def _show_all(self, ident: str) -> None:
        entry = self.model.stock.get(ident)
        for chip, button in self.chips.items():
            button.setChecked(chip == "merged" and entry is not None and entry.merged_into is not None)
        self.filter.clear()

    # -- inside
    def _filter(self) -> None:
        self._resetting = True
        self.model.filter(self.filter.text(), {chip for chip, button in self.chips.items() if button.isChecked()})
        self._resetting = False
        self._reselect()

    def _reselect(self) -> None:
        row = self.model.row_of(self._shown)
        if row >= 0:
            self._go(row)
        elif self.model.rowCount():
            self._go(0)
        else:
            self._say("")

    def _go(self, row: int) -> None:
        index = self.model.index(row, 0)
        flags = QItemSelectionModel.SelectionFlag
        self.table.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.table.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)
        self._moved(index)

    def _moved(self, index: QModelIndex) -> None:
        if not self._resetting:
            self._say(index.data(ENTRY).id if index.isValid() else "")

    def _say(self, ident: str) -> None:
        if ident != self._shown:
            self._shown = ident
            self.picked.emit(ident)

    def _key(self, what: str) -> None:
        if what == "filter":
            self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.wanted.emit(what)

    def _enter(self) -> None:
        self.table.setFocus(Qt.FocusReason.TabFocusReason)

    def _say_count(self) -> None:
        shown, there = self.model.rowCount(), len(self.model.stock.lines)
        words = tr("{shown} of {there}", shown=number(shown), there=number(there))
        self.count.set_whole(words)


def _chip(name: str) -> QToolButton:
    button = QToolButton()
    button.setText(name)
    button.setAccessibleName(name)
    button.setCheckable(True)
    button.setProperty("role", "chip")
    return button
