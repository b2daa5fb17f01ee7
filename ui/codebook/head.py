"""The buttons over the editor: layers to look at again, versions, codebook files in and out."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QPushButton, QWidget

from annotator.codebook import CodebookContent
from annotator.codebook.drafts import Draft
from annotator.errors import Problem
from annotator.formats.refi_codes import SUFFIX, codes
from annotator.operations import codebooks
from annotator.operations.codes import with_codes
from ui.codebook.keeper import Keeper
from ui.codebook.versions import VersionsDialog
from ui.dialogs.parts import sentence
from ui.i18n import number, tr
from ui.session import Session


class Head(QWidget):
    """What goes wrong with a file is said by `said`; nothing is changed then."""

    said = Signal(str)
    again_wanted = Signal(bool)

    def __init__(self, session: Session, keeper: Keeper) -> None:
        super().__init__()
        self._session, self._keeper = session, keeper
        self.again = _button(tr("Look again"), tr("Layers that need another look"))
        self.again.setCheckable(True)
        self.versions = _button(tr("Versions…"), tr("Versions of the codebook"))
        self.take = _button(tr("Import…"), tr("Import a codebook file"))
        self.give = _button(tr("Export…"), tr("Export the codebook as a file"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addStretch(1)
        for button in (self.again, self.versions, self.take, self.give):
            row.addWidget(button)
        self.again.toggled.connect(self.again_wanted)
        self.versions.clicked.connect(lambda _: opened(VersionsDialog(session.project, self)))
        self.take.clicked.connect(lambda _: self._choose_file())
        self.give.clicked.connect(lambda _: self._choose_place())

    def show_number(self, many: int) -> None:
        """Say how many layers need another look."""
        self.again.setText(f"{tr('Look again')} · {number(many)}" if many else tr("Look again"))
        bold = self.again.font()
        bold.setBold(True)  # as it is while it is pressed
        self.again.setMinimumWidth(QFontMetrics(bold).horizontalAdvance(self.again.text()) + 30)

    def _choose_file(self) -> None:
        dialog = QFileDialog(self, tr("Import a codebook file"), "", tr("Codebooks and codes (*.json *.qdc)"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.take_file(Path(name)))
        opened(dialog)

    def take_file(self, path: Path) -> None:
        """Make the codebook in a file the draft; nothing is saved yet."""
        try:
            content = self._read(path)
        except Problem as problem:
            self.said.emit(f"⚠ {sentence(problem)}")
            return
        self._keeper.set_draft(Draft.of(self._keeper.draft.saved, content))
        if not self._keeper.draft.differences:
            self.said.emit(tr("{file} has the codebook that the project has.", file=path.name))

    def _read(self, path: Path) -> CodebookContent:
        if path.suffix.lower() == SUFFIX:  # codes of another program come on top of what is there
            return with_codes(self._keeper.draft.content, codes(path)).content
        return codebooks.read_codebook(path)

    def _choose_place(self) -> None:
        dialog = QFileDialog(self, tr("Export the codebook as a file"), "codebook.json", tr("Codebooks (*.json)"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("json")
        dialog.fileSelected.connect(lambda name: self.write_file(Path(name)))
        opened(dialog)

    def write_file(self, path: Path) -> None:
        """Write the codebook that is saved."""
        project = self._session.project
        try:
            codebooks.export_codebook(project, project.codebook().content, path)
        except Problem as problem:
            self.said.emit(f"⚠ {sentence(problem)}")
        else:
            self._session.notice.emit(tr("Written: {file}", file=str(path)))


def opened(dialog: QDialog) -> None:
    """Open a dialog that goes when it is closed."""
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


def _button(words: str, name: str) -> QPushButton:
    button = QPushButton(words)
    button.setAccessibleName(name)
    return button
