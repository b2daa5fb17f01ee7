"""Opening a project: read in the pool, then refused with a panel that offers a remedy, or ready with its annotator."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from annotator.errors import DamagedFile, Problem
from ui import jobs
from ui.i18n import tr
from ui.panels import Panel, WhoPanel
from ui.recent import Memory
from ui.saying import said

if TYPE_CHECKING:
    from annotator.models import Annotator
    from annotator.store import Project


class Opener(QObject):
    """Opens one project at a time. Whoever shows windows shows its panels and takes what is ready."""

    busy = Signal(str)  # what is being done
    asks = Signal(object)  # Panel: a problem or a question to show
    settled = Signal(object)  # Panel: it was answered and can go
    ready = Signal(object, object)  # Project, Annotator
    forget = Signal(object)  # Path: take it off the recent projects

    def __init__(self, memory: Memory, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._memory = memory
        self._path: Path | None = None
        self._loading = False
        self._waiting: Project | None = None  # open, but nobody said yet who annotates
        self._stopped = False

    @property
    def loading(self) -> bool:
        """Whether a job is under way."""
        return self._loading

    def open(self, path: Path) -> None:
        """Open the project at `path`; ignored while another is being opened."""

        def work(_: jobs.Job) -> Project:
            from annotator.store import Project

            return Project.open(path)

        if not self._loading:
            self._path = path
            self._launch(tr("Opening {project}…", project=path.stem), work, self.take)

    def make_then_open(self, words: str, make: Callable[[jobs.Job], Path]) -> None:
        """Make a project file in the pool, then open it."""
        if not self._loading:
            self._path = None
            self._launch(words, make, self._open_made)

    def take(self, project: Project) -> None:
        """An open project: ask who annotates unless that is known."""
        self._loading = False
        if self._stopped:
            project.close()
            return
        from annotator.models import Annotator

        self._waiting = project
        names = [person.name for person in project.all(Annotator) if person.role != "gold"]
        from annotator.team.whose import handed_out

        whose = handed_out(project)
        name = whose.name if whose is not None else self._memory.annotator(project.path)
        if name and (name in names or not names):
            self._answer(name)
        elif project.read_only and not names:
            self._answer(login_name())
        else:
            self._ask_who(project.path.stem, names)

    def give_up(self) -> None:
        """Close a project that waits for its annotator's name."""
        if self._waiting is not None:
            project, self._waiting = self._waiting, None
            project.close()

    def stop(self) -> None:
        """Take nothing more: what still comes out of the pool is closed."""
        self._stopped = True
        self.give_up()

    def _launch(self, words: str, work: jobs.Work, done: Callable[..., None]) -> None:
        def wire(job: jobs.Job) -> None:
            job.done.connect(done)
            job.failed.connect(self._refused)

        self.give_up()
        self._loading = True
        self.busy.emit(words)
        jobs.start(work, self, wire)

    def _open_made(self, path: Path) -> None:
        self._loading = False
        if not self._stopped:
            self.open(path)

    def _ask_who(self, project: str, names: list[str]) -> None:
        panel = WhoPanel(project, names[0] if len(names) == 1 else login_name(), names)
        panel.chosen.connect(self._answer)
        panel.chosen.connect(lambda _: self.settled.emit(panel))
        panel.closed.connect(self.give_up)
        self.asks.emit(panel)

    def _answer(self, name: str) -> None:
        project, self._waiting = self._waiting, None
        if project is None:
            return
        try:
            annotator = annotator_of(project, name)
        except Problem as problem:
            project.close()
            self._refused(problem)
        else:
            self.ready.emit(project, annotator)

    def _refused(self, problem: Problem) -> None:
        self._loading = False
        path = self._path
        title = tr("{project} was not opened", project=path.stem) if path else tr("That did not work")
        panel = Panel("warning", title, said(problem.message))
        if problem.remedy:
            panel.add_text(said(problem.remedy))
        backup = problem.backup if isinstance(problem, DamagedFile) else None
        panel.add_button(tr("Back"), primary=backup is None).clicked.connect(panel.closed)
        if path is not None and not path.exists() and any(r.path == path for r in self._memory.recents()):
            panel.add_button(tr("Remove from the list")).clicked.connect(lambda: self.forget.emit(path))
        if path is not None and backup is not None:
            offer = panel.add_button(tr("Open the newest good backup as a copy"), primary=True)
            offer.clicked.connect(lambda: self._restore(panel, path, backup))
        self.asks.emit(panel)

    def _restore(self, panel: Panel, damaged: Path, backup: Path) -> None:
        from ui.restore import restore

        day = f"{datetime.now():%Y-%m-%d}"
        self.settled.emit(panel)
        self.make_then_open(
            tr("Copying the backup…"), lambda job: restore(backup, damaged, day, job.report, job.is_cancelled)
        )


def login_name() -> str:
    """The name to offer somebody who has not given one."""
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


def annotator_of(project: Project, name: str) -> Annotator:
    """The annotator of that name, added to the project if need be; in a read-only project, one for reading alone."""
    from annotator.models import Annotator
    from annotator.operations.registries import annotator

    if project.read_only:
        known = next((person for person in project.all(Annotator) if person.name == name), None)
        return known or Annotator(id=Annotator.id_for(name), name=name)
    return annotator(project, name)
