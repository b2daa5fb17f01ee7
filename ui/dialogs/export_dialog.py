"""Export: in which format, where, whose layers, and what else to take along."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

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

from ui import jobs
from ui.combo import Combo
from ui.dialogs.frame import JobDialog
from ui.dialogs.parts import chooser, label, say, thinned
from ui.i18n import tr
from ui.saying import said

if TYPE_CHECKING:
    from annotator.operations.exports import ExportReport
    from ui.session import Session


class ExportDialog(JobDialog):
    """Writes the file in a job, then says what is in it and what is not."""

    def __init__(self, session: Session, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(tr("Export"), parent)
        self.setMinimumWidth(600)
        self._project = session.project
        self._folder = folder
        self.target = QLineEdit(str(folder / f"{session.project.path.stem}.jsonl"))
        self.target.setAccessibleName(tr("File to write"))
        self.format = Combo()
        self.format.setAccessibleName(tr("Format"))
        self.whose = Combo()
        self.whose.setAccessibleName(tr("Whose layers"))
        self.unread = QCheckBox(tr("Articles that nobody has read too"))
        self.unread.setChecked(True)
        self.raw = QCheckBox(tr("The files that the articles were cut from"))
        self.counts = label(role="dim")
        self.counts.setAccessibleName(tr("What will be written"))
        self.stack = QStackedWidget()
        self.stack.addWidget(self._choices())
        self.stack.addWidget(self._outcome())
        self.content.addWidget(self.stack)
        self.close_button = self.add_button(tr("Cancel"))
        self.close_button.clicked.connect(self.reject)
        self.show_folder = self.add_button(tr("Show in folder"))
        self.show_folder.hide()
        self.show_folder.clicked.connect(self._show_folder)
        self.write = self.add_button(tr("Export"), primary=True)
        self.write.clicked.connect(self._write)
        self._fill()
        self.format.currentIndexChanged.connect(self._formatted)
        self.target.textChanged.connect(self._check)
        self.whose.currentIndexChanged.connect(self._check)
        self.unread.toggled.connect(self._check)
        self.job.done.connect(self._written)
        self.job.ended.connect(self._enable)
        self._check()
        self.write.setFocus()

    @property
    def path(self) -> Path:
        """The file to write."""
        return Path(self.target.text().strip()).expanduser()

    def _choices(self) -> QWidget:
        page = QWidget()
        row = chooser(self.target, tr("Choose the file to write"), self._choose)
        form = QFormLayout(page)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(10)
        form.addRow(label(tr("Format")), self.format)
        form.addRow(label(tr("File")), row)
        form.addRow(label(tr("Layers")), self.whose)
        form.addRow(label(tr("With")), self.unread)
        form.addRow(label(""), self.raw)
        form.addRow(label(""), self.counts)
        return page

    def _outcome(self) -> QWidget:
        page = QWidget()
        self.summary = label()
        self.losses = label(role="dim")
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.summary)
        column.addWidget(self.losses)
        column.addStretch(1)
        return page

    def _fill(self) -> None:
        from annotator.formats import canonical
        from annotator.models import Annotator
        from annotator.operations.export_formats import writable
        from annotator.store import lines, queries

        others = writable().values()
        self._endings = {canonical.NAME: ".jsonl", **{form.NAME: form.SUFFIXES[0] for form in others}}
        for title, name in ((canonical.TITLE, canonical.NAME), *((form.TITLE, form.NAME) for form in others)):
            self.format.addItem(title, name)
        self._layers: dict[str, int] = {}
        for name, _, number in queries.layers_by_annotator(self._project):
            self._layers[name] = self._layers.get(name, 0) + number
        self._unread = lines.count(self._project) - sum(self._layers.values())
        self.whose.addItem(tr("Of all annotators (%Ln layer(s))", n=sum(self._layers.values())), None)
        for person in sorted(self._project.all(Annotator), key=lambda person: person.name):
            own = self._layers.get(person.name, 0)
            self.whose.addItem(tr("Of {name} (%Ln layer(s))", n=own, name=person.name), person.name)

    def _formatted(self) -> None:
        """The file's ending, and what there is to choose, are the format's."""
        self.target.setText(str(self.path.with_suffix(self._endings[self.format.currentData()])))
        self.raw.setEnabled(self._canonical)
        self._check()

    @property
    def _canonical(self) -> bool:
        return bool(self.format.currentIndex() == 0)

    def _check(self) -> None:
        self.show_problem(None)
        layers = sum(self._layers.values())
        chosen = self.whose.currentData()
        layers = layers if chosen is None else self._layers.get(chosen, 0)
        lines = layers + (self._unread if self.unread.isChecked() else 0)
        readings = tr("%Ln reading(s)", n=layers)
        words = tr("Writes %Ln line(s): {readings}", n=lines, readings=readings)
        if self.unread.isChecked():
            words += ", " + tr("%Ln article(s) that nobody has read", n=self._unread)
        replaces = ""
        if self.path.is_file():
            replaces = tr("{file} exists and will be replaced.", file=self.path.name)
        say(self.counts, f"{words}. {replaces}".strip())
        self.write.setText(tr("Replace") if replaces else tr("Export"))
        self._enable()

    def _enable(self) -> None:
        usable = bool(self.target.text().strip()) and self.path.is_absolute() and not self.path.is_dir()
        self.write.setEnabled(usable and not self.job.running)
        self.stack.setEnabled(not self.job.running)

    def _choose(self) -> None:
        ending = self._endings[self.format.currentData()]
        dialog = QFileDialog(self, tr("Export to"), str(self.path), f"{self.format.currentText()} (*{ending})")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(ending.removeprefix("."))
        dialog.fileSelected.connect(self.target.setText)
        dialog.open()

    def _write(self) -> None:
        project, path, annotator = self._project, self.path, self.whose.currentData()
        unread, raw = self.unread.isChecked(), self.raw.isChecked()
        name = None if self._canonical else self.format.currentData()

        def work(job: jobs.Job) -> ExportReport:
            from annotator.operations.export_formats import export_as
            from annotator.operations.exports import export_jsonl

            how: dict[str, Any] = {"progress": thinned(job.report), "cancelled": job.is_cancelled, "unread": unread}
            if name is not None:
                return export_as(project, path, name, annotators=(annotator,) if annotator else (), **how)
            return export_jsonl(project, path, annotator=annotator, raw=raw, **how)

        self.show_problem(None)
        self.job.run(tr("Writing…"), work)
        self._enable()

    def _written(self, report: ExportReport) -> None:
        files = "\n".join(str(path) for path in report.files)
        self.summary.setText(tr("Wrote %Ln line(s):", n=report.lines) + f"\n{files}")
        say(self.losses, "\n".join(map(said, report.losses)))
        self.stack.setCurrentIndex(1)
        self.write.hide()
        self.show_folder.show()
        self.close_button.setText(tr("Close"))
        self.close_button.setFocus()

    def _show_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.path.parent)))
