"""The versions of the codebook: who saved them, when, and what each changed."""

from __future__ import annotations

from PySide6.QtCore import QDateTime, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QPushButton, QVBoxLayout, QWidget

from annotator.codebook import Codebook
from annotator.codebook.changes import between
from annotator.store import Project
from annotator.store.codebook_queries import Version, versions
from ui.codebook.words import difference_lines
from ui.dialogs.parts import enlarge, label
from ui.i18n import day, tr
from ui.widgets.wording import apart


class VersionsDialog(QDialog):
    """At the left the versions, the newest first; at the right what the chosen one changed."""

    def __init__(self, project: Project, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Versions of the codebook"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setMinimumSize(760, 440)
        self._books = project.all(Codebook)
        self._versions = versions(project)
        heading = label(tr("Versions of the codebook"), "title")
        enlarge(heading, 1.3, bold=True)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Versions"))
        self.list.setWordWrap(True)
        self.list.addItems([version_words(version) for version in self._versions])
        self.changes = QListWidget()
        self.changes.setAccessibleName(tr("What this version changed"))
        self.changes.setWordWrap(True)
        self.changes.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.close_ = QPushButton(tr("Close"))
        self.close_.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.list, 2)
        row.addWidget(self.changes, 3)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.close_)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(heading)
        column.addLayout(row, 1)
        column.addLayout(foot)
        self.list.currentRowChanged.connect(self._show)
        self.list.setCurrentRow(0)
        self.list.setFocus()

    def _show(self, row: int) -> None:
        self.changes.clear()
        if row < 0:
            return
        number = self._versions[row].number
        before = max((book.version for book in self._books if book.version < number), default=None)
        if before is None:
            self.changes.addItem(tr("The first version."))
            return
        way = between(self._books, before, number)
        self.changes.addItems(difference_lines(way.old, way.new, way.differences) or [tr("Nothing changed.")])


def version_words(version: Version) -> str:
    """A version in a line: number, when, by whom."""
    when = QDateTime.fromString(version.created_at, Qt.DateFormat.ISODateWithMs).toLocalTime()
    shown = f"{day(when.date())}, {when.toString('HH:mm')}" if when.isValid() else version.created_at
    return apart(part for part in (tr("Version {number}", number=version.number), shown, version.by) if part)
