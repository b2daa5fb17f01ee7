"""Work of which only the newest matters: one piece at a time, and while it runs the one that is wanted next."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from annotator.errors import Problem
from ui import jobs


class Latest(QObject):
    """Runs what was wanted last. What an earlier piece brings is left aside."""

    done = Signal(object)  # what the work returned
    failed = Signal(object)  # Problem
    progress = Signal(float)  # 0.0 to 1.0
    turned = Signal()  # `busy` may be another

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._job: jobs.Job | None = None
        self._next: jobs.Work | None = None

    @property
    def busy(self) -> bool:
        """Whether something is under way."""
        return self._job is not None

    def want(self, work: jobs.Work) -> None:
        """Run this, as soon as what is under way has ended."""
        if self._job is not None:
            self._next = work
            self._job.cancel()
            return
        self._job = jobs.start(work, self, self._wire)
        self.turned.emit()

    def _wire(self, job: jobs.Job) -> None:
        job.progress.connect(self._progress)
        job.done.connect(self._done)
        job.failed.connect(self._failed)
        job.ended.connect(self._ended)

    def _progress(self, fraction: float) -> None:
        if self._next is None:
            self.progress.emit(fraction)

    def _done(self, found: object) -> None:
        if self._next is None:
            self.done.emit(found)

    def _failed(self, problem: Problem) -> None:
        if self._next is None:
            self.failed.emit(problem)

    def _ended(self) -> None:
        if self._job is not None:
            self._job.deleteLater()
        work, self._job, self._next = self._next, None, None
        if work is not None:
            self.want(work)
        else:
            self.turned.emit()
