"""One piece of work under way: what it brings in as it goes, and with each signal which piece it was."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from annotator.errors import Problem
from annotator.operations.find import Found, Wanted, find
from annotator.search.concordance import Line, Sources
from ui import jobs
from ui.dialogs.parts import thinned
from ui.session import Session


class Run(QObject):
    """Its signals arrive in the window's thread. It is good for one piece of work and goes some time after it."""

    lines = Signal(object, object)  # list[Line], Sources
    progress = Signal(float)
    done = Signal(object)  # what the work returned
    failed = Signal(object)  # Problem
    cancelled = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._job: jobs.Job | None = None

    def start(self, work: jobs.Work) -> None:
        """Begin."""
        self._job = self._session.searching.run(work, self, self._wire, once=True)

    def search(self, wanted: Wanted) -> None:
        """Begin a search; `done` gives what it came to."""
        session = self._session
        project, by, index = session.project, session.annotator.id, session.searching.index

        def give(lines: list[Line], sources: Sources) -> None:
            self.lines.emit(lines, sources)

        def work(job: jobs.Job) -> Found:
            return find(project, by, index, wanted, give, thinned(job.report), job.is_cancelled)

        self.start(work)

    def cancel(self) -> None:
        """Ask it to stop."""
        if self._job is not None:
            self._job.cancel()

    def _wire(self, job: jobs.Job) -> None:
        job.progress.connect(self.progress)
        job.done.connect(self._done)
        job.failed.connect(self._failed)
        job.cancelled.connect(self._cancelled)

    def _done(self, found: object) -> None:
        self.done.emit(found)

    def _failed(self, problem: Problem) -> None:
        self.failed.emit(problem)

    def _cancelled(self) -> None:
        self.cancelled.emit()
