"""Searches through the texts of a project: one at a time, off the window's thread, and between them the index."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal

from annotator.operations import find
from annotator.store import Project
from annotator.store.queries import facts
from annotator.store.text_index import TextIndex
from ui import jobs
from ui.dialogs.parts import thinned

_SOON = 400  # milliseconds without a search before the index goes on


class Searching(QObject):
    """Runs searches in a thread of its own. What the index lacks is brought in when no search is under way."""

    indexing = Signal(float)  # 0.0 to 1.0, and 1.0 when it is done or given up

    def __init__(self, project: Project, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self.index = TextIndex(folder, facts(project)["id"])
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._running: list[jobs.Job] = []
        self._building: jobs.Job | None = None
        self._timer = QTimer(self, singleShot=True, interval=_SOON)
        self._timer.timeout.connect(self._build)

    @property
    def busy(self) -> bool:
        """Whether anything is under way, or about to be."""
        return bool(self._running) or self._building is not None or self._timer.isActive()

    def run(self, work: jobs.Work, owner: QObject, wire: Callable[[jobs.Job], None], *, once: bool = False) -> jobs.Job:
        """Start a search; the index makes way. See `jobs.start`. `once`: the owner goes some time after it."""
        self._timer.stop()
        if self._building is not None:
            self._building.cancel()

        def wired(job: jobs.Job) -> None:
            wire(job)
            job.ended.connect(self._ended)

        job = jobs.start(work, owner, wired, self._pool)
        job.setProperty("once", once)
        self._running.append(job)
        return job

    def end(self) -> None:
        """Stop everything and wait until it has stopped: the project is about to be closed."""
        self._timer.stop()
        for job in (*self._running, *([self._building] if self._building is not None else [])):
            job.cancel()
        self._pool.waitForDone()
        self.index.close()

    def _ended(self) -> None:
        job = self.sender()
        self._running = [running for running in self._running if running is not job]
        spent = job.parent() if job.property("once") else job
        if spent is not None:
            spent.deleteLater()
        if not self._running:
            self._timer.start()

    def _build(self) -> None:
        if self._building is None and not self._running and not self._project.closed:
            project, index = self._project, self.index
            self._building = jobs.start(
                lambda job: find.catch_up(project, index, thinned(job.report), job.is_cancelled),
                self, self._wire, self._pool,
            )  # fmt: skip

    def _wire(self, job: jobs.Job) -> None:
        job.progress.connect(self.indexing)
        job.ended.connect(self._built)

    def _built(self) -> None:
        self.sender().deleteLater()
        self._building = None
        self.indexing.emit(1.0)
