"""The files of an export, in their folders."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

from ui.i18n import number, tr

if TYPE_CHECKING:
    from annotator.operations.export_preview import PreviewFile

_FILE = Qt.ItemDataRole.UserRole
_ROWS, _MOST = 22, 6  # pixels a row, rows in sight


class FileTree(QTreeWidget):
    """Says which file is chosen; the first one, unless one of that name was chosen before."""

    chosen = Signal(object)  # PreviewFile, or None where there is none

    def __init__(self) -> None:
        super().__init__()
        self.setHeaderHidden(True)
        self.setColumnCount(2)
        self.setIndentation(14)
        self.setAccessibleName(tr("Files to be written"))
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.currentItemChanged.connect(self._change)
        self._path = ""

    def show_files(self, files: tuple[PreviewFile, ...], *, sizes: bool) -> None:
        """Show these files, with their `sizes` or without."""
        wanted = self._path
        self.blockSignals(True)
        self.clear()
        folders: dict[str, QTreeWidgetItem] = {}
        items = {file.path: self._item(file, folders, _size(file.size) if sizes else "") for file in files}
        self.expandAll()
        self.blockSignals(False)
        self.setFixedHeight(_ROWS * min(_MOST, len(items) + len(folders)) + 6)
        if items:
            self.setCurrentItem(items.get(wanted) or next(iter(items.values())))
        else:
            self.chosen.emit(None)

    def _item(self, file: PreviewFile, folders: dict[str, QTreeWidgetItem], size: str) -> QTreeWidgetItem:
        *above, name = file.path.split("/")
        parent: QTreeWidget | QTreeWidgetItem = self
        for depth in range(len(above)):
            key = "/".join(above[: depth + 1])
            if key not in folders:
                folders[key] = _row(parent, f"{above[depth]}/", "")
            parent = folders[key]
        item = _row(parent, name, size)
        item.setData(0, _FILE, file)
        return item

    def _change(self, item: QTreeWidgetItem | None) -> None:
        file: PreviewFile | None = item.data(0, _FILE) if item is not None else None
        if file is not None:
            self._path = file.path
            self.chosen.emit(file)


def _row(parent: QTreeWidget | QTreeWidgetItem, name: str, size: str) -> QTreeWidgetItem:
    item = QTreeWidgetItem([name, size])
    if isinstance(parent, QTreeWidget):
        parent.addTopLevelItem(item)
    else:
        parent.addChild(item)
    item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return item


def _size(size: int) -> str:
    words = tr("{number} bytes", number=number(size))
    return words if size < 10_000 else tr("{number} KB", number=number(size // 1000))
