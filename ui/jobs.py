"""Work that would freeze the window: run in a pool, with progress and cancel, its outcome delivered as signals."""

from __future__ import annotations

import contextlib
import logging
import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from annotator.errors import Cancelled, Problem
from ui.i18n import tr

log = logging.getLogger(__name__)

Work = Callable[["Job"], Any]


class Job(QObject):
    """A piece of work in the pool. The work gets the job: it calls `report` and looks at `is_cancelled`."""

    progress = Signal(float)  # 0.0 to 1.0
    done = Signal(object)  # what the work returned
    failed = Signal(object)  # Problem
    cancelled = Signal()
    ended = Signal()  # after any of the three

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stop = threading.Event()

    def report(self, fraction: float) -> None:
        """Say how far the work is; from any thread."""
        with contextlib.suppress(RuntimeError):  # nobody is left to be told
            self.progress.emit(fraction)

    def is_cancelled(self) -> bool:
        """Whether the work should stop; from any thread."""
        return self._stop.is_set()

    def cancel(self) -> None:
        """Ask the work to stop. It raises Cancelled at its next look."""
        self._stop.set()


class _Runner(QRunnable):
    def __init__(self, job: Job, work: Work) -> None:
        super().__init__()
        self._job = job
        self._work = work

    def run(self) -> None:
        job = self._job
        try:
            outcome = self._work(job)
        except Cancelled:
            self._tell("cancelled")
        except Problem as problem:
            self._tell("failed", problem)
        except Exception as error:  # a bug of ours: logged whole, said in one sentence
            log.exception("a job failed")
            self._tell(
                "failed",
                Problem(tr("Something went wrong inside the program ({error}).", error=error), tr("Please report it.")),
            )
        else:
            self._tell("done", outcome)
        finally:
            self._tell("ended")

    def _tell(self, signal: str, *what: object) -> None:
        with contextlib.suppress(RuntimeError):  # the job went with its owner, a dialog that was closed
            getattr(self._job, signal).emit(*what)


def start(work: Work, owner: QObject, wire: Callable[[Job], None], pool: QThreadPool | None = None) -> Job:
    """Run `work(job)` in the pool as a job of `owner`. `wire` connects its signals, before any of them can be sent."""
    job = Job(owner)
    wire(job)
    (pool or QThreadPool.globalInstance()).start(_Runner(job, work))
    return job
