"""Makes previews in jobs: a little after the last change, first of a few readings, then of many."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from ui import jobs

if TYPE_CHECKING:
    from annotator.operations.export_preview import Preview

FEW, MANY = 12, 500  # readings: to show the first lines, and to count what is lost
_SOON = 200  # milliseconds after the last change

Make = Callable[[int, Callable[[], bool]], "Preview"]  # of so many readings, unless it is cancelled


class Previewer(QObject):
    """Only the newest request is answered: `made` for its first lines, `counted` when more was looked at."""

    made = Signal(object)  # Preview
    counted = Signal(object)  # Preview
    failed = Signal(object)  # Problem

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._make: Make | None = None
        self._job: jobs.Job | None = None
        self._few = self._deeper = True
        self._timer = QTimer(self, singleShot=True, interval=_SOON)
        self._timer.timeout.connect(lambda: self._start(FEW))

    @property
    def busy(self) -> bool:
        """Whether something is still to come."""
        return self._timer.isActive() or self._job is not None

    def ask(self, make: Make, deeper: bool = True) -> None:
        """Make a preview soon; one that is being made is given up. `deeper`: then one of many readings."""
        self.stop()
        self._make, self._deeper = make, deeper
        self._timer.start()

    def stop(self) -> None:
        """Give up."""
        self._timer.stop()
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _start(self, limit: int) -> None:
        make = self._make
        if make is not None:
            self._few = limit == FEW
            self._job = jobs.start(lambda job: make(limit, job.is_cancelled), self, self._wire)

    def _wire(self, job: jobs.Job) -> None:
        job.done.connect(self._done)
        job.failed.connect(self._failed)

    def _done(self, found: Preview) -> None:
        if self.sender() is not self._job:
            return
        self._job = None
        if not self._few:
            self.counted.emit(found)
        else:
            if not found.whole and self._deeper:
                self._start(MANY)
            self.made.emit(found)

    def _failed(self, problem: object) -> None:
        if self.sender() is self._job:
            self._job = None
            self.failed.emit(problem)
