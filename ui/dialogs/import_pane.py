"""One file of an import: how it was read, its blocks with their ticks, or what is the matter with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QStackedWidget,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ui.combo import Combo
from ui.dialogs import import_words as words
from ui.dialogs.import_delegates import MEASURED, BlockDelegate, two_lines
from ui.dialogs.import_models import BlockModel
from ui.dialogs.parts import enlarge, label, say, sentence
from ui.i18n import tr
from ui.saying import said

if TYPE_CHECKING:
    from ui.dialogs.import_reading import Entry

ENCODINGS = (
    *("utf-8", "cp1252", "iso8859-15", "utf-16", "cp1250", "iso8859-2", "cp1251", "koi8-r", "cp1253", "cp1254"),
    *("cp1255", "cp1256", "shift_jis", "euc_jp", "gb18030", "big5", "euc_kr"),
)


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


class FilePane(QWidget):
    """Shows an entry and says what the user changes about it."""

    encoding_chosen = Signal(str)
    exact_chosen = Signal(bool)
    ticks_changed = Signal(tuple)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = label("", "title")
        enlarge(self.title, 1.15, bold=True)
        self.path = label("", "dim")
        self.notes = label("", "dim")
        self.encoding = Combo()
        self.encoding.setAccessibleName(tr("Encoding of the file"))
        self.encoding.setMinimumContentsLength(12)
        self.encoding.activated.connect(lambda _: self.encoding_chosen.emit(self.encoding.currentText()))
        self.exact = QCheckBox(tr("Cut nothing"))
        self.exact.setToolTip(tr("Keep the text exactly as it is in the file, the headline included"))
        self.exact.clicked.connect(self.exact_chosen)
        self.summary = label("", "dim", wrap=False)
        self.blocks = BlockModel(self)
        self.blocks.ticks_changed.connect(self._ticked)
        self.list = BlockList()
        self.list.setModel(self.blocks)
        self.list.setAccessibleName(tr("Blocks of the text"))
        self.list.setAccessibleDescription(tr("Space keeps a block or cuts it out."))
        self.said = QPlainTextEdit()
        self.said.setReadOnly(True)
        self.said.setTabChangesFocus(True)
        self.said.setAccessibleName(tr("About this file"))
        self.stack = QStackedWidget()
        self.stack.addWidget(self.list)
        self.stack.addWidget(self.said)
        self.controls = QWidget()
        row = QHBoxLayout(self.controls)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(label(tr("Encoding"), "dim", wrap=False))
        row.addWidget(self.encoding)
        row.addSpacing(8)
        row.addWidget(self.exact)
        row.addStretch(1)
        row.addWidget(self.summary)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 0, 0, 0)
        column.setSpacing(6)
        for part in (self.title, self.path, self.notes, self.controls):
            column.addWidget(part)
        column.addWidget(self.stack, 1)

    def show_entry(self, entry: Entry, ticks: tuple[bool, ...]) -> None:
        """Show this file with these blocks kept."""
        self.title.setText(words.title(entry))
        self.path.setText(str(entry.path))
        draft = entry.draft
        notes = [*([entry.source.note] if entry.source and entry.source.note else []), *(draft.notes if draft else ())]
        if entry.already:
            notes.insert(0, tr("The same text is in the project already, as “{title}”.", title=entry.already))
        say(self.notes, " ".join(map(said, notes)))
        readable = entry.source is not None and entry.source.kind != "jsonl"
        self.controls.setVisible(readable)
        self.exact.setVisible(draft is not None)
        self.exact.setChecked(entry.exact)
        self._show_encodings(draft.encoding if draft else entry.forced)
        if draft is not None:
            self.blocks.show(draft.blocks, ticks)
            self.list.measure()
            self.list.setCurrentIndex(self.blocks.index(0))
            self._summarise()
        else:
            say(self.summary, "")
            self.said.setPlainText(sentence(entry.problem) if entry.problem else _tried(entry))
        self.stack.setCurrentIndex(0 if draft is not None else 1)

    def _show_encodings(self, current: str) -> None:
        # the order never changes, so that the arrow keys go through it
        names = [*ENCODINGS] if not current or current in ENCODINGS else [current, *ENCODINGS]
        self.encoding.clear()
        self.encoding.setPlaceholderText(tr("choose…"))
        for name in names:
            self.encoding.addItem(name, name)
        self.encoding.setCurrentIndex(names.index(current) if current else -1)

    def _ticked(self) -> None:
        self._summarise()
        self.ticks_changed.emit(self.blocks.ticks)

    def _summarise(self) -> None:
        cut = " · " + tr("%Ln block(s) cut", n=self.blocks.cut_blocks) if self.blocks.cut_blocks else ""
        say(self.summary, tr("%Ln character(s) kept", n=self.blocks.kept_characters) + cut)


def _tried(entry: Entry) -> str:
    return words.records(entry.report) if entry.report is not None else ""


def quiet(text: str) -> QLabel:
    """A dim sentence in the middle of an empty place."""
    result = label(text, "dim")
    result.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return result
