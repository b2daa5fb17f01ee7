"""What was written: the files, and what they could not hold."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from ui.dialogs.parts import enlarge, label
from ui.i18n import tr
from ui.saying import said

if TYPE_CHECKING:
    from annotator.operations.exports import ExportReport

_FILES = 12  # that are named


class OutcomePane(QWidget):
    """Shows the report of an export."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.summary = label()
        enlarge(self.summary, 1.15, bold=True)
        self.files = label()
        self.files.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.heading = label("", "section", wrap=False)
        self.more = label()
        self.more.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.more.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._scroll = QScrollArea()
        self._scroll.setWidget(self.more)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self._scroll.setAccessibleName(tr("More about it"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for part in (self.summary, self.files, self.heading):
            column.addWidget(part)
        column.addWidget(self._scroll, 1)
        column.addStretch()

    def show_report(self, report: ExportReport) -> None:
        """Show what was exported."""
        self.show_files(tr("Wrote %Ln reading(s)", n=report.lines), report.files, [said(one) for one in report.losses])

    def show_files(self, summary: str, files: Sequence[Path], lines: Sequence[str], heading: str = "") -> None:
        """Show what was written, and what else there is to say of it."""
        self.summary.setText(summary)
        shown = [str(path) for path in files[:_FILES]]
        more = [tr("and %Ln more", n=len(files) - _FILES)] if len(files) > _FILES else []
        self.files.setText("\n".join((*shown, *more)))
        self.heading.setText(heading or tr("Not in the file"))
        self.more.setText("\n".join(lines))
        for part in (self.heading, self._scroll):
            part.setVisible(bool(lines))
