"""Layers made under an older codebook that need another look, and what has changed since."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from annotator.codebook import CodebookContent
from annotator.operations.codebooks import MOST_BEHIND, NeedsLook
from ui.codebook.words import concern_words
from ui.dialogs.parts import label
from ui.guard import guarded, nothing
from ui.i18n import number, tr
from ui.widgets.wording import plain_tip

_COLUMNS = 4


class BehindList(QWidget):
    """Enter goes to the article, L says that it was looked at again."""

    go = Signal(str)  # article id
    looked = Signal(object)  # list[str], layer ids

    def __init__(self) -> None:
        super().__init__()
        self._found: Sequence[NeedsLook] = ()
        self.says = label("", "dim")
        self.table = _Table(self)
        self.table.setHorizontalHeaderLabels([tr("Article"), tr("Annotator"), tr("Version"), tr("Changed since")])
        self.table.itemActivated.connect(lambda item: self._go(item.row()))
        self.empty = label(tr("No article needs another look."), "empty")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.open = QPushButton(tr("Go to the article   ⏎"))
        self.open.setAccessibleName(tr("Go to the article"))
        self.done = QPushButton(tr("Looked at again   L"))
        self.done.setAccessibleName(tr("Looked at again"))
        self.open.clicked.connect(lambda _: self._go(self.table.currentRow()))
        self.done.clicked.connect(lambda _: self.say_looked())
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.open)
        foot.addWidget(self.done)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.says)
        column.addWidget(self.table, 1)
        column.addWidget(self.empty, 1)
        column.addLayout(foot)
        self.setFocusProxy(self.table)
        self.show_found((), {}, None)

    def show_found(
        self, found: Sequence[NeedsLook], contents: dict[int, CodebookContent], now: CodebookContent | None
    ) -> None:
        """Show these; `contents` are the codebooks by version, `now` the newest."""
        self._found = found
        row = self.table.currentRow()
        self.table.setRowCount(len(found))
        for n, one in enumerate(found):
            old = contents[one.layer.version]
            changes = "; ".join(concern_words(old, now or old, d) for d in one.differences)
            words = (one.layer.title, one.layer.annotator, number(one.layer.version), changes)
            for column, text in enumerate(words):
                self.table.setItem(n, column, _cell(text))
        self.table.setCurrentCell(min(max(row, 0), len(found) - 1), 0)
        more = tr("There are more, which come up when these are done.") if len(found) >= MOST_BEHIND else ""
        self.says.setText(f"{_told(len(found))} {more}".strip())
        for widget, shown in ((self.table, bool(found)), (self.empty, not found), (self.says, bool(found))):
            widget.setVisible(shown)
        for button in (self.open, self.done):
            button.setVisible(bool(found))

    def say_looked(self) -> None:
        """The selected ones were looked at again."""
        rows = sorted({index.row() for index in self.table.selectedIndexes()})
        if rows:
            self.looked.emit([self._found[row].layer.layer_id for row in rows])

    def _go(self, row: int) -> None:
        if 0 <= row < len(self._found):
            self.go.emit(self._found[row].layer.article_id)


class _Table(QTableWidget):
    def __init__(self, owner: BehindList) -> None:
        super().__init__(0, _COLUMNS)
        self._owner = owner
        self.setAccessibleName(tr("Layers that need another look"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        for column, width in enumerate((280, 110, 70)):
            self.setColumnWidth(column, width)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    @guarded(nothing)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes there, L says that it was looked at."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._owner._go(self.currentRow())
        elif event.key() == Qt.Key.Key_L and not event.modifiers():
            self._owner.say_looked()
        else:
            super().keyPressEvent(event)


def _cell(text: str) -> QTableWidgetItem:
    item = QTableWidgetItem(text)
    item.setToolTip(plain_tip(text) if len(text) > 40 else "")
    return item


def _told(many: int) -> str:
    return tr("%Ln layer(s) (was|were) made before a change that concerns (it|them).", n=many)
