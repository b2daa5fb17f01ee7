"""The report of agreement: into which folder, and what of it."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QFormLayout,
    QLineEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from annotator.agreement.report.contents import Speech
from annotator.errors import Cancelled
from annotator.operations.agreement import Counted
from annotator.operations.agreement_filters import Filter
from annotator.operations.agreement_report import FILES, Part, report_of, write_report
from annotator.operations.exports import refuse_place, whole_file
from ui import jobs
from ui.dialogs.frame import JobDialog
from ui.dialogs.parts import chooser, label, say, thinned
from ui.i18n import QT_TR_NOOP, locale, tr
from ui.review.report.pdf import report_pdf
from ui.saying import said
from ui.session import Session

PDF, PDF_FILE = "pdf", "agreement.pdf"
_PARTS = (
    ("html", QT_TR_NOOP("A page to read and print (HTML)")),
    (PDF, QT_TR_NOOP("The same as a PDF")),
    ("scores", QT_TR_NOOP("All numbers as a table (CSV)")),
    ("units", QT_TR_NOOP("Everything that was compared, to work the numbers out again (CSV)")),
)


class ReportDialog(JobDialog):
    """Writes what is shown: the annotators, the rule and the filter that the page has."""

    def __init__(
        self, session: Session, folder: Path, counted: Counted, only: Filter, parent: QWidget | None = None
    ) -> None:
        super().__init__(tr("Report on agreement"), parent)
        self.setMinimumWidth(600)
        self._project, self._counted, self._only = session.project, counted, only
        self.target = QLineEdit(str(folder))
        self.target.setAccessibleName(tr("Folder to write to"))
        self.parts = {part: QCheckBox(tr(words)) for part, words in _PARTS}
        self.replaces = label(role="dim")
        self.stack = QStackedWidget()
        self.stack.addWidget(self._choices())
        self.outcome = label()
        self.stack.addWidget(self.outcome)
        self.content.addWidget(self.stack)
        self.close_button = self.add_button(tr("Cancel"))
        self.close_button.clicked.connect(self.reject)
        self.show_folder = self.add_button(tr("Show in folder"))
        self.show_folder.hide()
        self.show_folder.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.folder))))
        self.write = self.add_button(tr("Write"), primary=True)
        self.write.clicked.connect(self._write)
        self.target.textChanged.connect(self._check)
        for part, box in self.parts.items():
            box.setChecked(part != "units")
            box.toggled.connect(self._check)
        self.job.done.connect(self._written)
        self.job.ended.connect(self._check)
        self._check()
        self.write.setFocus()

    @property
    def folder(self) -> Path:
        """Where the files go."""
        return Path(self.target.text().strip()).expanduser()

    def _choices(self) -> QWidget:
        page = QWidget()
        row = chooser(self.target, tr("Choose the folder to write to"), self._choose)
        boxes = QVBoxLayout()
        boxes.setSpacing(6)
        for box in self.parts.values():
            boxes.addWidget(box)
        form = QFormLayout(page)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(10)
        form.addRow(label(tr("Folder")), row)
        form.addRow(label(tr("Files")), boxes)
        form.addRow(label(""), self.replaces)
        return page

    def _choose(self) -> None:
        dialog = QFileDialog(self, tr("Report into"), str(self.folder))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self.target.setText)
        dialog.open()

    def _wanted(self) -> list[str]:
        return [part for part, box in self.parts.items() if box.isChecked()]

    def _check(self) -> None:
        wanted = self._wanted()
        names = [PDF_FILE if part == PDF else FILES[cast("Part", part)] for part in wanted]
        there = [name for name in names if (self.folder / name).is_file()]
        say(self.replaces, tr("%n file(s) there will be replaced.", n=len(there)) if there else "")
        usable = self.folder.is_absolute() and not self.folder.is_file() and bool(self.target.text().strip())
        self.write.setEnabled(usable and bool(wanted) and not self.job.running)
        self.stack.setEnabled(not self.job.running)

    def _write(self) -> None:
        project, folder, counted, only = self._project, self.folder, self._counted, self._only
        wanted = self._wanted()
        speech = Speech(locale().name()[:2], said, locale().decimalPoint())

        def work(job: jobs.Job) -> tuple[Path, ...]:
            plain = [cast("Part", part) for part in wanted if part != PDF]
            path, made = folder / PDF_FILE, b""
            if PDF in wanted:
                refuse_place(project, path)
                made = report_pdf(report_of(project, counted, only), speech)
                if job.is_cancelled():
                    raise Cancelled(tr("Stopped."))
            files: tuple[Path, ...] = ()
            if plain:
                files = write_report(
                    project, folder, counted, only, parts=plain, speech=speech,
                    progress=thinned(job.report), cancelled=job.is_cancelled,
                )  # fmt: skip
            if made:  # after the others: whoever cancels those is told that nothing was written
                with whole_file(path) as file:
                    file.write(made)
                files = (*files, path)
            return files

        self.show_problem(None)
        self.job.run(tr("Writing…"), work)
        self._check()

    def _written(self, files: tuple[Path, ...]) -> None:
        self.outcome.setText(tr("Wrote %n file(s):", n=len(files)) + "\n" + "\n".join(map(str, sorted(files))))
        self.stack.setCurrentIndex(1)
        self.write.hide()
        self.show_folder.show()
        self.close_button.setText(tr("Close"))
        self.close_button.setFocus()
