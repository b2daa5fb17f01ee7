"""Keeps the list of layers to look at again up to date, in the pool."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent

from annotator.codebook import Codebook
from annotator.errors import Problem
from annotator.operations import codebooks
from annotator.operations.codebooks import NeedsLook
from annotator.store import Step
from ui import jobs
from ui.codebook.behind_list import BehindList
from ui.guard import guarded, nothing
from ui.session import Session

_AGAIN = 50  # milliseconds until a look that waits for another one


class LookAgain(BehindList):
    """The list, with what it does. `counted` says how many there are, also while it is out of sight."""

    counted = Signal(int)
    trouble = Signal(object)  # Problem, or None

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._job: jobs.Job | None = None
        self.go.connect(lambda article: session.go_to(article, 0, 0))
        self.looked.connect(self._looked)
        session.changed.connect(self._changed)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._find)
        self._later.start()

    @property
    def busy(self) -> bool:
        """Whether layers are being looked up."""
        return self._job is not None or self._later.isActive()

    @guarded(nothing)
    def showEvent(self, event: QShowEvent) -> None:
        """Catch up."""
        super().showEvent(event)
        self._later.start()

    def _looked(self, layers: list[str]) -> None:
        outcome = self._session.attempt(codebooks.looked_again, layers)
        self.trouble.emit(outcome if isinstance(outcome, Problem) else None)

    def _changed(self, step: Step) -> None:
        codebook = any(change.table == "codebook" for change in step.changes)
        layers = self.isVisible() and any(change.table == "layer" for change in step.changes)
        if step.bulk or codebook or layers:
            self._later.start()

    def _find(self) -> None:
        project = self._session.project
        if project.closed:
            return
        if self._job is not None:
            self._later.start(_AGAIN)
            return

        def work(_: jobs.Job) -> list[NeedsLook]:
            return [] if project.closed else codebooks.layers_behind(project)

        self._job = jobs.start(work, self, self._wire)

    def _wire(self, job: jobs.Job) -> None:
        job.done.connect(self._found_layers)
        job.failed.connect(self.trouble)
        job.ended.connect(self._ended)

    def _found_layers(self, found: list[NeedsLook]) -> None:
        project = self._session.project
        if not project.closed:
            contents = {book.version: book.content for book in project.all(Codebook)}
            self.show_found(found, contents, project.codebook().content)
            self.counted.emit(len(found))

    def _ended(self) -> None:
        self._job = None
