"""Where an import gets its files from: buttons that let one choose them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QWidget

from ui.dialogs.importing import taking
from ui.i18n import tr


class FilesBar(QWidget):
    """Says which files and folders were chosen."""

    chosen = Signal(list)  # list[Path]

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.files = _button(tr("Add files…"), self._choose_files)
        self.folder = _button(tr("Add a folder…"), self._choose_folder)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.files)
        row.addWidget(self.folder)
        row.addStretch(1)
        self.setFocusProxy(self.files)

    def _choose_files(self) -> None:
        kinds = f"{tr('Articles')} ({taking.patterns()});;{tr('All files')} (*)"
        dialog = QFileDialog(self, tr("Files to import"), "", kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(lambda names: self.chosen.emit([Path(name) for name in names]))
        dialog.open()

    def _choose_folder(self) -> None:
        dialog = QFileDialog(self, tr("Folder to import"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda name: self.chosen.emit([Path(name)]))
        dialog.open()


def _button(text: str, pressed: Callable[[], None]) -> QPushButton:
    button = QPushButton(text)
    button.setAutoDefault(False)
    button.clicked.connect(pressed)
    return button
