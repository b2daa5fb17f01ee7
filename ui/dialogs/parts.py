"""Pieces that dialogs and the start page share. Every label shows plain text, whatever it is given."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QProgressBar, QPushButton, QSizePolicy, QWidget

from annotator.errors import Problem
from ui import jobs
from ui.i18n import tr
from ui.saying import said

_STEP = 0.01
ROW = QSize(0, 28)  # a line of a list that is read, in pixels


def label(text: str = "", role: str = "", wrap: bool = True) -> QLabel:
    """A plain-text label; `role` is one of the style sheet's (`dim`, `title`, `section`, `key`)."""
    result = QLabel()
    result.setTextFormat(Qt.TextFormat.PlainText)
    result.setWordWrap(wrap)
    result.setText(text)
    if role:
        result.setProperty("role", role)
    return result


def say(target: QLabel, text: str) -> None:
    """Show a sentence, or hide the label while there is none."""
    target.setText(text)
    target.setVisible(bool(text))


def sentence(problem: Problem) -> str:
    """A problem in one breath: what happened, what to do."""
    return f"{said(problem.message)} {said(problem.remedy)}".strip()


def enlarge(target: QWidget, factor: float, bold: bool = False) -> None:
    """Set a widget's font that much larger than the program's."""
    font = target.font()
    font.setPointSizeF(font.pointSizeF() * factor)
    font.setBold(bold)
    target.setFont(font)


def chooser(target: QLineEdit, name: str, choose: Callable[[], None]) -> QHBoxLayout:
    """A line for a path, and beside it the button that lets one choose it. `name`: what the button is called."""
    button = QPushButton(tr("Choose…"))
    button.setAutoDefault(False)
    button.setAccessibleName(name)
    button.clicked.connect(choose)
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(target, 1)
    row.addWidget(button)
    return row


class JobBar(QWidget):
    """Runs one job at a time and shows it: what it does, how far it is, a button to cancel it."""

    done = Signal(object)
    failed = Signal(object)  # Problem
    cancelled = Signal()
    ended = Signal()  # after any of the three; the bar is free again

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._job: jobs.Job | None = None
        self.words = label(role="dim", wrap=False)
        self.bar = QProgressBar()
        self.bar.setRange(0, 100)
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(10)
        self.bar.setAccessibleName(tr("Progress"))
        self.stop = QPushButton(tr("Cancel"))
        self.stop.setAccessibleName(tr("Cancel what is running"))
        self.stop.clicked.connect(self.cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.words)
        row.addWidget(self.bar, 1)
        row.addWidget(self.stop)
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        policy.setVerticalPolicy(QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)
        self.hide()

    @property
    def running(self) -> bool:
        """Whether a job is under way."""
        return self._job is not None

    def run(self, words: str, work: jobs.Work) -> None:
        """Start the work; its outcome comes as a signal. Raises RuntimeError while another runs."""
        if self._job is not None:
            raise RuntimeError("a job is running already")
        self.words.setText(words)
        self.bar.setValue(0)
        self.stop.setEnabled(True)
        self.show()
        self._job = jobs.start(work, self, self._wire)

    def _wire(self, job: jobs.Job) -> None:
        job.progress.connect(self._progressed)
        job.done.connect(self.done)
        job.failed.connect(self.failed)
        job.cancelled.connect(self.cancelled)
        job.ended.connect(self._ended)

    def cancel(self) -> None:
        """Ask the job to stop; `ended` comes when it has."""
        if self._job is not None:
            self._job.cancel()
            self.words.setText(tr("Cancelling…"))
            self.stop.setEnabled(False)

    def _progressed(self, fraction: float) -> None:
        self.bar.setValue(round(fraction * 100))

    def _ended(self) -> None:
        self._job = None
        self.hide()
        self.ended.emit()


def thinned(report: Callable[[float], None]) -> Callable[[float], None]:
    """The same report, called only when it moved by a hundredth: a signal a line would drown the window."""
    last = -1.0

    def call(fraction: float) -> None:
        nonlocal last
        if fraction < last or fraction >= last + _STEP:
            last = fraction
            report(fraction)

    return call
