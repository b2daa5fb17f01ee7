"""The frame of our dialogs: content, a sentence about a problem, a job bar, buttons. Esc closes, or cancels first."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from annotator.errors import Problem
from ui.dialogs.parts import JobBar, enlarge, label, say, sentence
from ui.i18n import tr


class JobDialog(QDialog):
    """A window-modal dialog with at most one job under way. It never closes over a running job: it cancels it first."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._closing = False
        self.heading = label(title, "title")
        enlarge(self.heading, 1.3, bold=True)
        self.content = QVBoxLayout()
        self.content.setSpacing(10)
        self.trouble = label(role="trouble")
        self.trouble.setAccessibleName(tr("Problem"))
        self.trouble.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.trouble.hide()
        self.job = JobBar()
        self.job.failed.connect(self.show_problem)
        self.job.cancelled.connect(self._cancelled)
        self.job.ended.connect(self._job_ended)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.buttons.addWidget(self.job, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(self.heading)
        column.addLayout(self.content, 1)
        column.addWidget(self.trouble)
        column.addLayout(self.buttons)

    def add_button(self, text: str, primary: bool = False) -> QPushButton:
        """Another button at the lower right; Enter presses the primary one."""
        button = QPushButton(text)
        button.setAutoDefault(primary)
        button.setDefault(primary)
        self.buttons.addWidget(button)
        return button

    def show_problem(self, problem: Problem | None) -> None:
        """Say what is wrong under the content; None when nothing is."""
        say(self.trouble, f"⚠ {sentence(problem)}" if problem is not None else "")

    def reject(self) -> None:
        """Close; a running job is cancelled first and the dialog closes when it has ended."""
        if self.job.running:
            self._closing = True
            self.job.cancel()
        else:
            super().reject()

    def _cancelled(self) -> None:
        say(self.trouble, tr("Cancelled; nothing was changed."))

    def _job_ended(self) -> None:
        if self._closing:
            super().reject()
