"""New project: a name, a folder, a codebook, who annotates. Says what is wrong while it is typed."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QFormLayout, QHBoxLayout, QLayout, QLineEdit, QPushButton, QWidget

from annotator.errors import Problem
from ui import jobs
from ui.dialogs.frame import JobDialog
from ui.dialogs.parts import label, say
from ui.i18n import QT_TR_NOOP, tr

if TYPE_CHECKING:
    from annotator.store import Project

_SUFFIX = ".stancemark"
_NOT_IN_NAMES = re.compile(r'[/\\:*?"<>|\x00-\x1f]')
_DEFAULT_CODEBOOK = QT_TR_NOOP("Actors, claims, stances (default)")


class NewProjectDialog(JobDialog):
    """Makes the project file itself; `created` gives it open, with the annotator's name."""

    created = Signal(object, str)  # Project, name

    def __init__(self, folder: Path, annotator: str, parent: QWidget | None = None) -> None:
        super().__init__(tr("New project"), parent)
        self.setMinimumWidth(560)
        self._default_folder = folder
        self.name = _field(tr("Name of the project"), tr("Strait coverage 2024"))
        self.folder = _field(tr("Folder"), str(folder))
        self.folder.setText(str(folder))
        self.codebook = _field(tr("Codebook file"), tr(_DEFAULT_CODEBOOK))
        self.annotator = _field(tr("Your name"), tr("Your name"))
        self.annotator.setText(annotator)
        self.hint = label(role="dim")
        self.hint.setAccessibleName(tr("What will be made"))
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(10)
        form.addRow(label(tr("Name")), self.name)
        form.addRow(label(tr("Folder")), self._with_button(self.folder, tr("Choose a folder"), self._choose_folder))
        form.addRow(
            label(tr("Codebook")), self._with_button(self.codebook, tr("Choose a codebook"), self._choose_codebook)
        )
        form.addRow(label(tr("Your name")), self.annotator)
        self.content.addLayout(form)
        self.content.addWidget(self.hint)
        self.content.addStretch(1)
        self.cancel = self.add_button(tr("Cancel"))
        self.cancel.clicked.connect(self.reject)
        self.make = self.add_button(tr("Create project"), primary=True)
        self.make.clicked.connect(self._create)
        for field in (self.name, self.folder, self.codebook, self.annotator):
            field.textChanged.connect(self._check)
        self.job.done.connect(self._created)
        self.job.ended.connect(self._check)
        self._check()
        self.name.setFocus()

    @property
    def path(self) -> Path:
        """Where the project will be."""
        name = self.name.text().strip().removesuffix(_SUFFIX)
        return Path(self.folder.text().strip()).expanduser() / f"{name}{_SUFFIX}"

    def fault(self) -> str:
        """What keeps the project from being made, in a sentence; "" for nothing."""
        name, codebook = self.name.text().strip(), self.codebook.text().strip()
        folder = self.path.parent
        bad = _NOT_IN_NAMES.search(name)
        faults = (
            (not name, tr("Give the project a name.")),
            (bad, tr("A file name cannot hold “{sign}”. Leave it out.", sign=bad[0] if bad else "")),
            (name.startswith(".") or name.endswith("."), tr("The name cannot begin or end with a full stop.")),
            (not folder.is_absolute(), tr("Give the folder in full, or choose it.")),
            (
                folder != self._default_folder and not folder.is_dir(),
                tr("There is no folder {folder}. Choose one that exists.", folder=folder),
            ),
            (
                self.path.exists(),
                tr("{file} is already in this folder. Choose another name, or open it.", file=self.path.name),
            ),
            (
                codebook and not Path(codebook).expanduser().is_file(),
                tr(
                    "There is no file {file}. Choose a codebook, or leave this empty for the default one.",
                    file=codebook,
                ),
            ),
            (not self.annotator.text().strip(), tr("Give your name: your marks are kept under it.")),
        )
        return next((sentence for is_so, sentence in faults if is_so), "")

    def _check(self) -> None:
        fault = self.fault()
        self.make.setEnabled(not fault and not self.job.running)
        say(self.hint, fault or tr("Makes {file}", file=self.path))
        if not self.job.running and self.sender() is not self.job:
            self.show_problem(None)

    def _create(self) -> None:
        path, codebook = self.path, self.codebook.text().strip()
        make_folder = path.parent == self._default_folder

        def work(_: jobs.Job) -> Project:
            return _make(path, Path(codebook).expanduser() if codebook else None, make_folder)

        self.show_problem(None)
        self.job.run(tr("Making the project…"), work)
        self.make.setEnabled(False)

    def _created(self, project: Project) -> None:
        name = self.annotator.text().strip()
        self.accept()
        self.created.emit(project, name)

    def _choose_folder(self) -> None:
        dialog = QFileDialog(self, tr("Folder for the project"), self.folder.text())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self.folder.setText)
        dialog.open()

    def _choose_codebook(self) -> None:
        dialog = QFileDialog(
            self, tr("Codebook"), self.folder.text(), f"{tr('Codebooks')} (*.json);;{tr('All files')} (*)"
        )
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.codebook.setText)
        dialog.open()

    def _with_button(self, field: QLineEdit, name: str, pressed: Callable[[], None]) -> QLayout:
        button = QPushButton(tr("Choose…"))
        button.setAutoDefault(False)
        button.setAccessibleName(name)
        button.clicked.connect(pressed)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(field, 1)
        row.addWidget(button)
        return row


def _make(path: Path, codebook: Path | None, make_folder: bool) -> Project:
    from annotator import codebook as codebooks
    from annotator.store import Project

    content = codebooks.load(codebook) if codebook else codebooks.default()
    if make_folder:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise Problem(
                tr("The folder {folder} cannot be made ({why}).", folder=path.parent, why=error.strerror),
                tr("Choose another folder."),
            ) from error
    return Project.create(path, content)


def _field(name: str, example: str) -> QLineEdit:
    field = QLineEdit()
    field.setAccessibleName(name)
    field.setPlaceholderText(example)
    return field
