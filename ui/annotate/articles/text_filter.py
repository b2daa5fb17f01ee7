"""The `text:` parts of the article list's filter: looked for off the window's thread, the last answer kept."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from annotator.errors import Problem
from annotator.operations.find import articles_with
from ui import jobs
from ui.session import Session

Texts = tuple[str, ...]


class TextFilter(QObject):
    """`ids` gives the articles that have the words, or None while they are looked for: `found` comes then."""

    found = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._wanted: Texts = ()
        self._known: frozenset[str] | None = None
        self._job: jobs.Job | None = None

    @property
    def searching(self) -> bool:
        """Whether an answer is on its way."""
        return self._job is not None

    def ids(self, texts: Texts) -> frozenset[str] | None:
        """The articles in whose text all of these stand, or None while that is found out."""
        if texts != self._wanted:
            self.forget()
            self._wanted = texts
        if self._known is None and self._job is None and texts:
            project, searching = self._session.project, self._session.searching
            index = searching.index
            self._job = searching.run(
                lambda job: articles_with(project, index, texts, cancelled=job.is_cancelled), self, self._wire
            )
        return self._known

    def forget(self) -> None:
        """There may be other articles now, or nothing is wanted any more."""
        if self._job is not None:
            self._job.cancel()
        self._job, self._known, self._wanted = None, None, ()

    def _wire(self, job: jobs.Job) -> None:
        job.done.connect(self._done)
        job.failed.connect(self._failed)

    def _done(self, ids: frozenset[str]) -> None:
        if self.sender() is self._job:
            self._job, self._known = None, ids
            self.found.emit()

    def _failed(self, problem: Problem) -> None:
        if self.sender() is self._job:
            self._session.problem.emit(problem)
            self._done(frozenset())
