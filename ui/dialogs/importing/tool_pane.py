"""A file of several articles, or of another tool: what its labels or columns become, and what would come in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QSplitter, QVBoxLayout, QWidget

from annotator.formats.label_map import LabelKind
from ui.dialogs.importing import words
from ui.dialogs.importing.article_preview import ArticlePreview
from ui.dialogs.importing.columns_pane import ColumnsPane
from ui.dialogs.importing.label_choices import LabelRow
from ui.dialogs.importing.labels_pane import LabelsPane
from ui.dialogs.parts import label, say, sentence
from ui.i18n import tr

if TYPE_CHECKING:
    from annotator.operations.label_maps import ColumnFields
    from ui.dialogs.importing.entries import Entry

_LEAST = 64  # pixels


class ToolPane(QWidget):
    """`labels` and `columns` say what the user chooses; the rest shows what comes of it."""

    def __init__(self, names: dict[LabelKind, dict[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.labels = LabelsPane(names)
        self.columns = ColumnsPane()
        self.preview = ArticlePreview()
        self.report = QPlainTextEdit()
        self.report.setReadOnly(True)
        self.report.setTabChangesFocus(True)
        self.report.setAccessibleName(tr("What would come in"))
        for small in (self.columns.rows, self.preview.text, self.report):
            small.setMinimumHeight(_LEAST)
        self.labels.hide()
        self.columns.hide()
        self.busy = label(tr("trying it out…"), "dim", wrap=False)
        self.set_busy(busy=False)
        upper = QSplitter(Qt.Orientation.Vertical)
        upper.addWidget(self.labels)
        upper.addWidget(self.columns)
        lower = QSplitter(Qt.Orientation.Horizontal)
        lower.addWidget(self.preview)
        lower.addWidget(self._report_side())
        lower.setSizes([380, 340])
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        for part in (upper, lower):
            self.splitter.addWidget(part)
        self.splitter.setSizes([300, 240])
        for splitter in (upper, lower, self.splitter):
            splitter.setChildrenCollapsible(False)
            splitter.setHandleWidth(1)
        self.upper = upper
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.splitter)

    def show_entry(self, entry: Entry) -> None:
        """Show what would come of it; its labels and fields are shown by the two methods below."""
        has_labels = entry.labels is not None and any(entry.labels.counts.values())
        self.labels.setVisible(has_labels)
        self.columns.setVisible(entry.columns is not None)
        self.upper.setVisible(has_labels or entry.columns is not None)
        self.preview.setVisible(not has_labels)
        self.side.setContentsMargins(0 if has_labels else 12, 10, 0, 0)
        self.preview.show_article(entry.labels.first if entry.labels is not None else None)
        problem = f"⚠ {sentence(entry.problem)}" if entry.problem is not None else ""
        found = words.records(entry.report) if entry.report is not None else ""
        self.report.setPlainText(problem or found or words.wanting(entry))

    def show_labels(self, rows: tuple[LabelRow, ...], *, changed: bool) -> None:
        """Show what labels become."""
        self.labels.show_rows(rows, changed=changed)

    def show_columns(self, entry: Entry, fields: ColumnFields, before: ColumnFields) -> None:
        """Show what columns have."""
        if entry.columns is not None:
            self.columns.show_columns(entry.columns, fields, before, said_so=bool(entry.choice.fields))

    def set_busy(self, *, busy: bool) -> None:
        """Say whether what is shown is being worked out anew."""
        say(self.busy, tr("trying it out…") if busy else "")

    def _report_side(self) -> QWidget:
        side = QWidget()
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(label(tr("What would come in"), "section", wrap=False))
        row.addWidget(self.busy)
        row.addStretch(1)
        self.side = column = QVBoxLayout(side)
        column.setContentsMargins(0, 10, 0, 0)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self.report, 1)
        return side
