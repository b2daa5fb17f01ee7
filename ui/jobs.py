"""Work that would freeze the window: run in a pool, with progress and cancel, its outcome delivered as signals."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal
from shiboken6 import isValid

from annotator.errors import Cancelled, Problem
from ui.i18n import tr

log = logging.getLogger(__name__)

Work = Callable[["Job"], Any]


class _Post(QObject):
    """Carries what workers say over to the window's thread.

    A job goes with its owner, a dialog that may be closed at any moment, and Qt crashes if an object is deleted while
    another thread emits a signal of it. So workers only ever emit this one's, which is never deleted.
    """

    sent = Signal(object, str, tuple)  # a Job, the name of one of its signals, what goes with it

    def __init__(self) -> None:
        super().__init__()
        self.sent.connect(self._deliver)

    def _deliver(self, job: Job, signal: str, what: tuple[object, ...]) -> None:
        if isValid(job):
            getattr(job, signal).emit(*what)


_posts: list[_Post] = []  # the one there is, once there is a job


class Job(QObject):
    """A piece of work in the pool. The work gets the job: it calls `report` and looks at `is_cancelled`.

    Its signals are emitted in the window's thread.
    """

    progress = Signal(float)  # 0.0 to 1.0
    done = Signal(object)  # what the work returned
    failed = Signal(object)  # Problem
    cancelled = Signal()
    ended = Signal()  # after any of the three

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stop = threading.Event()
        if not _posts:
            _posts.append(_Post())

    def report(self, fraction: float) -> None:
        """Say how far the work is; from any thread."""
        self.tell("progress", fraction)

    def tell(self, signal: str, *what: object) -> None:
        """Have one of the signals emitted; from any thread."""
        _posts[0].sent.emit(self, signal, what)

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
        tell = self._job.tell
        try:
            outcome = self._work(self._job)
        except Cancelled:
            tell("cancelled")
        except Problem as problem:
            tell("failed", problem)
        except Exception as error:  # a bug of ours: logged whole, said in one sentence
            log.exception("a job failed")
            tell(
                "failed",
                Problem(tr("Something went wrong inside the program ({error}).", error=error), tr("Please report it.")),
            )
        else:
            tell("done", outcome)
        finally:
            tell("ended")


def start(work: Work, owner: QObject, wire: Callable[[Job], None], pool: QThreadPool | None = None) -> Job:
    """Run `work(job)` in the pool as a job of `owner`. `wire` connects its signals, before any of them can be sent."""
    job = Job(owner)
    wire(job)
    (pool or QThreadPool.globalInstance()).start(_Runner(job, work))
    return job
