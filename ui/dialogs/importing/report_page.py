"""What an import did: said in a line, told in full, to be copied or kept as a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from annotator.errors import InputProblem
from ui.dialogs.importing import words
from ui.dialogs.parts import enlarge, label, say
from ui.i18n import tr

if TYPE_CHECKING:
    from annotator.operations.articles import ImportReport
    from ui.jobs import Job


class ReportPage(QWidget):
    """Shows the beginning of each list; what is copied or kept has all of it."""

    save_wanted = Signal(object)  # Path

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._report: ImportReport | None = None
        self.summary = label()
        enlarge(self.summary, 1.15, bold=True)
        self.rest = QPlainTextEdit()
        self.rest.setReadOnly(True)
        self.rest.setTabChangesFocus(True)
        self.rest.setAccessibleName(tr("Report of the import"))
        self.memory = label("", "dim")
        self.copy = _button(tr("Copy the report"))
        self.copy.clicked.connect(self._copy)
        self.keep = _button(tr("Save the report…"))
        self.keep.clicked.connect(self._choose)
        self.told = label("", "dim", wrap=False)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.copy)
        row.addWidget(self.keep)
        row.addWidget(self.told)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.summary)
        column.addWidget(self.memory)
        column.addWidget(self.rest, 1)
        column.addLayout(row)

    def show_report(self, report: ImportReport, *, remembered: bool) -> None:
        """Show what came in and what did not. `remembered`: choices were, too."""
        self._report = report
        self.summary.setText(words.outcome(report))
        rest = words.rest(report)
        self.rest.setPlainText(rest)
        words_of_memory = tr("What labels become, and what columns have, is remembered for the next import.")
        say(self.memory, words_of_memory if remembered else "")
        say(self.told, "")

    def save(self, path: Path, job: Job) -> Path:
        """Write the report; in a job. Raises InputProblem."""
        del job
        if self._report is None:
            raise RuntimeError("there is no report yet")
        try:
            path.write_text(words.whole(self._report), encoding="utf-8")
        except OSError as error:
            why = tr("it cannot be written ({error}).", error=error.strerror or error)
            raise InputProblem(path, why, tr("Choose another place.")) from error
        return path

    def show_saved(self, path: Path) -> None:
        """Say where the report is."""
        say(self.told, tr("Saved as {file}.", file=path.name))

    def _copy(self) -> None:
        if self._report is not None:
            QGuiApplication.clipboard().setText(words.whole(self._report))
            say(self.told, tr("Copied."))

    def _choose(self) -> None:
        dialog = QFileDialog(self, tr("Save the report"), "import.txt", f"{tr('Text files')} (*.txt)")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("txt")
        dialog.fileSelected.connect(lambda name: self.save_wanted.emit(Path(name)))
        dialog.open()


def _button(text: str) -> QPushButton:
    button = QPushButton(text)
    button.setAutoDefault(False)
    return button
