"""The open article, as the annotator read it, as a PDF."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from annotator.codebook import CodebookContent
from annotator.errors import Problem
from annotator.models import Reading
from annotator.store import Project
from annotator.store.readings import reading
from ui import jobs
from ui.annotate.desk import Desk
from ui.i18n import tr

_UNSAFE = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')
_LONGEST = 80  # characters of a file's name


class Printing(QObject):
    """Asks for a name, and writes in a job."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(desk)
        self._desk, self._window = desk, window
        self._job: jobs.Job | None = None

    @property
    def busy(self) -> bool:
        """Whether a page is being drawn."""
        return self._job is not None

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Action id -> what it does."""
        return {"article.pdf": self.ask}

    def ask(self) -> None:
        """Ask where to."""
        article = self._desk.article
        if article is None:
            return
        project = self._desk.session.project
        place = project.path.parent / file_name(article.title)
        dialog = QFileDialog(self._window.window(), tr("Save article as PDF"), str(place), f"{tr('PDF')} (*.pdf)")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.fileSelected.connect(lambda name: self.save(Path(name)))
        dialog.open()

    def save(self, path: Path) -> None:
        """Write the open article there; the status line says when it is done."""
        session, article = self._desk.session, self._desk.article
        found = reading(session.project, article.id, session.annotator.id) if article else None
        if found is not None:
            content, project = self._desk.content, session.project
            self._job = jobs.start(lambda _: write_pdf(project, found, content, path), self, self._wire)

    def _wire(self, job: jobs.Job) -> None:
        job.done.connect(self._done)
        job.failed.connect(self._failed)

    def _done(self, path: Path) -> None:
        self._job = None
        self._desk.session.notice.emit(tr("Wrote {path}.", path=path))

    def _failed(self, problem: Problem) -> None:
        self._job = None
        self._desk.session.problem.emit(problem)


def write_pdf(project: Project, found: Reading, content: CodebookContent, path: Path) -> Path:
    """Write the page; gives the path. Raises Problem."""
    from annotator.operations.exports import refuse_place, whole_file
    from ui.printing.reading_page import reading_pdf

    refuse_place(project, path)
    made = reading_pdf(found, content)
    with whole_file(path) as file:
        file.write(made)
    return path


def file_name(title: str) -> str:
    """A name for the page of an article of that title, which any disk can hold."""
    plain = _UNSAFE.sub(" ", title)
    return f"{' '.join(plain.split())[:_LONGEST].strip(' .') or tr('article')}.pdf"
