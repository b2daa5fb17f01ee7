"""Trying out, beside the window, what would come of a choice: a little after the last change, only the newest."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from ui import jobs
from ui.review.latest import Latest

_SOON = 250  # milliseconds after the last change


class Trial(QObject):
    """Runs what was asked last."""

    done = Signal(object)  # what the work returned
    failed = Signal(object)  # Problem
    turned = Signal()  # `busy` may be another

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._work: jobs.Work | None = None
        self._latest = Latest(self)
        self._latest.done.connect(self.done)
        self._latest.failed.connect(self.failed)
        self._latest.turned.connect(self.turned)
        self._timer = QTimer(self, singleShot=True, interval=_SOON)
        self._timer.timeout.connect(self._start)

    @property
    def busy(self) -> bool:
        """Whether something is still to come."""
        return self._timer.isActive() or self._latest.busy

    def ask(self, work: jobs.Work) -> None:
        """Run this soon, instead of what was asked before."""
        self._work = work
        self._timer.start()
        self.turned.emit()

    def stop(self) -> None:
        """Give up what was asked, and stop what is under way."""
        self._timer.stop()
        if self._latest.busy:
            self._latest.want(lambda _: None)

    def _start(self) -> None:
        if self._work is not None:
            self._latest.want(self._work)
