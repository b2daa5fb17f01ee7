"""Export: in which format, what of the project, where to; with the file as it would look."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from annotator.errors import Problem
from ui import jobs
from ui.dialogs.exporting import words
from ui.dialogs.exporting.catalogue import Entry, entries
from ui.dialogs.exporting.format_list import FormatList
from ui.dialogs.exporting.options import ExportOptions
from ui.dialogs.exporting.outcome import OutcomePane
from ui.dialogs.exporting.preview_pane import PreviewPane
from ui.dialogs.exporting.previewer import MANY, Previewer
from ui.dialogs.frame import JobDialog
from ui.dialogs.parts import chooser, enlarge, label, say, sentence, thinned
from ui.guard import guarded, nothing
from ui.i18n import tr

if TYPE_CHECKING:
    from annotator.operations.export_preview import Preview
    from annotator.operations.exports import ExportReport
    from ui.recent import Memory
    from ui.session import Session

_KEPT = "export"


class ExportDialog(JobDialog):
    """Shows what would be written, writes it in a job, then says what is in it and what is not.

    `memory` keeps what was chosen, for each project; without it nothing is kept.
    """

    def __init__(
        self, session: Session, folder: Path, parent: QWidget | None = None, memory: Memory | None = None
    ) -> None:
        super().__init__(tr("Export"), parent)
        self._project, self._memory = session.project, memory
        self.formats = FormatList(entries())
        self.title, self.about = label("", "title"), label("", "dim")
        enlarge(self.title, 1.15, bold=True)
        self.options = ExportOptions(session.project)
        self.preview = PreviewPane()
        self.counts = label(role="dim")
        self.counts.setAccessibleName(tr("What will be written"))
        self.replaces = label(role="dim")
        self.where = label("", "section", wrap=False)
        self.target = QLineEdit()
        self._previewer = Previewer(self)
        self._recall(folder / session.project.path.stem)
        self._build()
        self._connect()
        self._formatted(self.formats.entry)
        self.write.setFocus()

    @property
    def path(self) -> Path:
        """The file or folder to write."""
        return Path(self.target.text().strip()).expanduser()

    @property
    def busy(self) -> bool:
        """Whether a preview is still to come, or something is being written."""
        return self._previewer.busy or self.job.running

    # -- building
    def _build(self) -> None:
        self.resize(1220, 720)
        self.choices = QWidget()
        columns = QHBoxLayout()
        columns.setSpacing(20)
        self.formats.setFixedWidth(336)
        columns.addWidget(self.formats)
        columns.addWidget(self._middle())
        columns.addLayout(self._right(), 1)
        column = QVBoxLayout(self.choices)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(columns, 1)
        where = chooser(self.target, tr("Choose where to write"), self._choose)
        where.insertWidget(0, self.where)
        column.addLayout(where)
        column.addWidget(self.replaces)
        self.outcome = OutcomePane()
        self.outcome.hide()
        self.content.addWidget(self.choices, 1)
        self.content.addWidget(self.outcome, 1)
        self.close_button = self.add_button(tr("Cancel"))
        self.show_folder = self.add_button(tr("Open folder"))
        self.show_folder.hide()
        self.write = self.add_button(tr("Export"), primary=True)

    def _middle(self) -> QWidget:
        area = QScrollArea()
        area.setFixedWidth(316)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(tr("What to write"))
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(6)
        column.addWidget(self.title)
        column.addWidget(self.about)
        column.addSpacing(8)
        column.addWidget(self.options)
        column.addStretch(1)
        area.setWidget(inside)
        return area

    def _right(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(label(tr("As it will be written"), "section", wrap=False))
        column.addWidget(self.preview, 1)
        column.addWidget(self.counts)
        return column

    def _connect(self) -> None:
        self.formats.chosen.connect(self._formatted)
        self.options.changed.connect(self._changed)
        self.target.textChanged.connect(self._check)
        self.close_button.clicked.connect(self.reject)
        self.show_folder.clicked.connect(self._show_folder)
        self.write.clicked.connect(self._write)
        self._previewer.made.connect(self._show_preview)
        self._previewer.counted.connect(self._show_counts)
        self._previewer.failed.connect(self._no_preview)
        self.job.done.connect(self._written)
        self.job.ended.connect(self._enable)

    # -- what is remembered
    def _recall(self, usual: Path) -> None:
        kept = self._memory.choices(self._project.path, _KEPT) if self._memory is not None else {}
        folder = Path(str(kept.get("folder") or usual.parent))
        self.target.setText(str((folder if folder.is_absolute() else usual.parent) / usual.name))
        self.formats.choose(str(kept.get("format", "")))
        self.options.restore(kept)

    def _keep(self) -> None:
        if self._memory is not None:
            state = {**self.options.state(), "format": self.formats.entry.name, "folder": str(self.path.parent)}
            self._memory.set_choices(self._project.path, _KEPT, state)

    # -- what is chosen
    def _formatted(self, entry: Entry) -> None:
        """The file's ending, and what there is to choose, are the format's."""
        self.title.setText(entry.title)
        say(self.about, entry.words)
        self.options.show_options(entry.options)
        self.where.setText(tr("Folder") if entry.folder else tr("File"))
        self.target.setAccessibleName(tr("Folder to write") if entry.folder else tr("File to write"))
        self.target.setText(str(self.path.with_name(words.file_name(self.path.name, entry))))
        self._changed()

    def _changed(self) -> None:
        self._check()
        if not self.options.usable:
            self._previewer.stop()
            self.preview.show_words(tr("Choose at least one label."))
            say(self.counts, "")
            return
        from annotator.operations.export_preview import preview

        name, file = self.formats.entry.name, self.path.name
        make = partial(preview, self._project, name, self.options.choice, self.options.write_options, file=file)
        say(self.counts, tr("Counting…"))
        deeper = self.formats.entry.group != "pages"  # drawing pages takes long, and loses nothing that has a number
        self._previewer.ask(lambda limit, cancelled: make(limit=limit, cancelled=cancelled), deeper)

    def _check(self) -> None:
        self.show_problem(None)
        replaces = self.path.is_file()
        say(self.replaces, tr("{file} exists and will be replaced.", file=self.path.name) if replaces else "")
        self.write.setText(tr("Replace") if replaces else tr("Export"))
        self._enable()

    def _enable(self) -> None:
        entry, path = self.formats.entry, self.path
        usable = bool(self.target.text().strip()) and path.is_absolute() and (entry.folder or not path.is_dir())
        self.write.setEnabled(usable and self.options.usable and not self.job.running)
        self.choices.setEnabled(not self.job.running)

    def _choose(self) -> None:
        entry = self.formats.entry
        kinds = "" if entry.folder else f"{entry.title} (*{entry.ending})"
        dialog = QFileDialog(self, tr("Export to"), str(self.path), kinds)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(entry.ending.removeprefix("."))
        dialog.fileSelected.connect(self.target.setText)
        dialog.open()

    # -- the preview
    def _show_preview(self, found: Preview) -> None:
        self.preview.show_preview(found)
        say(self.counts, words.amount(found.amount))

    def _show_counts(self, found: Preview) -> None:
        self.preview.show_losses(found)
        say(self.counts, words.amount(found.amount) + ("" if found.whole else " " + words.only_first(MANY)))

    def _no_preview(self, problem: Problem) -> None:
        self.preview.show_words(sentence(problem))
        say(self.counts, "")

    # -- writing
    def _write(self) -> None:
        project, path, name = self._project, self.path, self.formats.entry.name
        choice, options = self.options.choice, self.options.write_options

        def work(job: jobs.Job) -> ExportReport:
            from annotator.operations.export_choice import export

            return export(project, path, name, choice, options, thinned(job.report), job.is_cancelled)

        self._keep()
        self._previewer.stop()
        self.show_problem(None)
        self.job.run(tr("Writing…"), work)
        self._enable()

    def _written(self, report: ExportReport) -> None:
        self.outcome.show_report(report)
        self.choices.hide()
        self.outcome.show()
        self.write.hide()
        self.show_folder.show()
        self.close_button.setText(tr("Close"))
        self.show_folder.setFocus()

    def _show_folder(self) -> None:
        folder = self.path if self.formats.entry.folder else self.path.parent
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    @guarded(nothing)
    def done(self, result: int) -> None:
        """Closed: no preview is wanted any more."""
        self._previewer.stop()
        super().done(result)
