"""The program as one object: the window that is shown, and the dialogs over it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QSettings, Qt, QThreadPool, QTimer
from PySide6.QtWidgets import QDialog, QWidget

from annotator.errors import Problem
from ui import jobs
from ui.dialogs.parts import sentence
from ui.folders import Folders
from ui.i18n import tr
from ui.recent import Memory
from ui.saying import said
from ui.start_page import StartPage

if TYPE_CHECKING:
    from annotator.models import Annotator
    from annotator.store import Project
    from ui.main_window import MainWindow
    from ui.opener import Opener
    from ui.panels import Panel
    from ui.session import Session

_SUFFIX = "(*.stancemark)"


class Shell(QObject):
    """Holds the start page or a project's window. Heavy modules are imported once the first window is painted."""

    def __init__(self, settings: QSettings, folders: Folders | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.memory = Memory(settings)
        self._folders = folders
        self.start_page: StartPage | None = None
        self.main_window: MainWindow | None = None
        self.session: Session | None = None

    @cached_property
    def opener(self) -> Opener:
        """What opens projects; made when something is first opened, after the window is painted."""
        from ui.opener import Opener

        opener = Opener(self.memory, self)
        opener.busy.connect(self._busy)
        opener.asks.connect(self._show)
        opener.settled.connect(self._settle)
        opener.ready.connect(self._enter)
        opener.forget.connect(self._forget)
        return opener

    @property
    def folders(self) -> Folders:
        """Where things go; worked out when first asked for."""
        if self._folders is None:
            self._folders = Folders.of_user()
        return self._folders

    @property
    def window(self) -> QWidget:
        """The window that is shown. Raises RuntimeError before `start` and after `leave`."""
        window = self.main_window or self.start_page
        if window is None:
            raise RuntimeError("no window is shown")
        return window

    # -- coming and going
    def start(self, path: Path | None = None) -> None:
        """Show the first window, then open `path`, or else the project that was open when the program ended."""
        left = self.memory.left_open
        first = path or (left if left is not None and left.is_file() else None)
        page = self._show_start_page()
        if first is not None:
            page.show_busy(tr("Opening {project}…", project=first.stem))
            page.painted.connect(lambda: QTimer.singleShot(0, lambda: self.open(first)))
        else:
            page.painted.connect(lambda: QTimer.singleShot(0, self._warm))

    def leave(self) -> None:
        """The end of the program: stop what can be stopped, wait for what is being written, close the project."""
        self.opener.stop()
        owners = [self, *(window for window in (self.main_window, self.start_page) if window is not None)]
        for job in (job for owner in owners for job in owner.findChildren(jobs.Job)):
            job.cancel()
        QThreadPool.globalInstance().waitForDone()
        QCoreApplication.sendPostedEvents()
        self._drop_main_window()
        self._drop_start_page()

    def close_project(self) -> None:
        """Back to the start page."""
        if self.main_window is not None:
            self.memory.left_open = None
            self._show_start_page()
            self._drop_main_window()

    # -- what the windows ask for
    def open(self, path: Path | None) -> None:
        """Open a project; None asks which. The project at hand stays open until the other one is."""
        if path is None:
            self._ask_which()
        elif self.session is not None and _same(path, self.session.project.path):
            self.window.activateWindow()
        else:
            self.opener.open(path)

    def new(self) -> None:
        """Ask for a name and a place, and make a project there."""
        from ui.dialogs.new_project import NewProjectDialog
        from ui.opener import login_name

        dialog = NewProjectDialog(self.folders.projects, login_name(), self.window)
        dialog.created.connect(self._made)
        _open(dialog)

    def sample(self) -> None:
        """Open the sample project, made first if it is not there."""
        path = self.folders.projects / "Sample.stancemark"

        def work(_: jobs.Job) -> Path:
            from annotator import demo

            if not path.exists():
                path.parent.mkdir(parents=True, exist_ok=True)
                demo.build(path, gold=True)
            return path

        if not self.memory.annotator(path):
            self.memory.set_annotator(path, "Lead")
        self.opener.make_then_open(tr("Making the sample project…"), work)

    def import_(self, paths: Sequence[Path | str]) -> None:
        """The import dialog on the open project. A project among the paths, alone, is opened instead."""
        if len(paths) == 1 and Path(paths[0]).suffix == ".stancemark":
            self.open(Path(paths[0]))
        elif self.session is not None:
            from ui.dialogs.importing.dialog import ImportDialog

            dialog = ImportDialog(self.session, self.window)
            _open(dialog)
            if paths:
                dialog.add_paths([Path(path) for path in paths])

    def export(self) -> None:
        """The export dialog on the open project."""
        if self.session is not None:
            from ui.dialogs.export_dialog import ExportDialog

            folder = self.session.project.path.parent / "exports"
            _open(ExportDialog(self.session, folder, self.window, self.memory))

    def make_dataset(self) -> None:
        """The dialog that makes a data set of the open project."""
        if self.session is not None:
            from ui.dialogs.datasets.dialog import DatasetDialog

            folder = self.session.project.path.parent / "exports"
            _open(DatasetDialog(self.session, folder, self.window, self.memory))

    def about(self) -> None:
        """Version and licences."""
        from ui.dialogs.about import AboutDialog

        _open(AboutDialog(self.window))

    def say(self, sentence: str) -> None:
        """Show one sentence over whatever window there is."""
        if self.main_window is not None or self.start_page is not None:
            from ui.panels import Panel, PanelDialog

            panel = Panel("warning", tr("Something went wrong"), sentence)
            panel.add_button(tr("OK"), primary=True).clicked.connect(panel.closed)
            _open(PanelDialog(panel, self.window))

    # -- the start page
    def _show_start_page(self) -> StartPage:
        page = StartPage()
        page.new_requested.connect(self.new)
        page.open_requested.connect(self.open)
        page.sample_requested.connect(self.sample)
        page.about_requested.connect(self.about)
        page.remove_requested.connect(self._forget)
        page.set_recents(self.memory.recents())
        page.show_recents()
        self.start_page = page
        page.show()
        return page

    def _drop_start_page(self) -> None:
        page, self.start_page = self.start_page, None
        if page is not None:
            page.close()
            page.deleteLater()

    def _forget(self, path: Path) -> None:
        self.memory.remove(path)
        if self.start_page is not None:
            self.start_page.set_recents(self.memory.recents())
            self.start_page.show_recents()

    def _warm(self) -> None:
        """While the user looks at the page: see which projects are lost, load what opening will need."""
        paths = [recent.path for recent in self.memory.recents()]

        def work(_: jobs.Job) -> set[Path]:
            import annotator.operations.registries
            import annotator.store  # noqa: F401

            return {path for path in paths if not path.exists()}

        jobs.start(work, self, self._wire_lost)

    def _wire_lost(self, job: jobs.Job) -> None:
        job.done.connect(self._found_lost)

    def _found_lost(self, lost: set[Path]) -> None:
        if self.start_page is not None:
            self.start_page.set_lost(lost)

    def _ask_which(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        newest = next(iter(self.memory.recents()), None)
        folder = newest.path.parent if newest else self.folders.projects
        dialog = QFileDialog(
            self.window,
            tr("Open a project"),
            str(folder),
            f"{tr('Stancemark projects')} {_SUFFIX};;{tr('All files')} (*)",
        )
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.open(Path(name)))
        _open(dialog)

    # -- from the start page to a project's window
    def _made(self, project: Project, name: str) -> None:
        self.memory.set_annotator(project.path, name)
        self.opener.take(project)

    def _enter(self, project: Project, annotator: Annotator) -> None:
        from ui.dialogs.team import begin_hand_out
        from ui.main_window import MainWindow
        from ui.session import Session

        before = self.main_window, self.session
        self.session = Session(project, annotator)
        self.session.annotator_changed.connect(self._remember_annotator)
        self.main_window = window = MainWindow(self.session, self.memory.settings)
        window.new_requested.connect(self.new)
        window.open_requested.connect(self.open)
        window.import_requested.connect(self.import_)
        window.export_requested.connect(self.export)
        window.dataset_requested.connect(self.make_dataset)
        window.close_requested.connect(self.close_project)
        window.show()
        self._drop_start_page()
        self._end(*before)
        self.memory.add(project.path, datetime.now(UTC).isoformat(timespec="seconds"))
        self.memory.left_open = project.path
        self._remember_annotator(annotator)
        begin_hand_out(self.session, window.workspace.articles.step_to_do)
        if project.read_only:
            self.session.notice.emit(
                tr("{file} is open for reading only: {why}.", file=project.path.name, why=said(project.why_read_only))
            )
        else:
            jobs.start(lambda _: project.back_up(), self, self._wire_backup)

    def _remember_annotator(self, annotator: Annotator) -> None:
        if self.session is not None:
            self.memory.set_annotator(self.session.project.path, annotator.name)

    def _wire_backup(self, job: jobs.Job) -> None:
        job.failed.connect(self._no_backup)

    def _no_backup(self, problem: Problem) -> None:
        if self.session is not None:
            self.session.notice.emit(sentence(problem))

    def _drop_main_window(self) -> None:
        window, session = self.main_window, self.session
        self.main_window, self.session = None, None
        self._end(window, session)

    def _end(self, window: MainWindow | None, session: Session | None) -> None:
        """Close a window and its project. What still reads the project is stopped if it can be, and waited for: SQLite
        crashes when a connection is closed that another thread reads from."""
        if window is not None:
            window.close()
            for job in window.findChildren(jobs.Job):
                job.cancel()
            window.deleteLater()
        if session is not None:
            QThreadPool.globalInstance().waitForDone()
            session.project.close()
            session.deleteLater()

    # -- panels
    def _busy(self, words: str) -> None:
        if self.start_page is not None:
            self.start_page.show_busy(words)

    def _show(self, panel: Panel) -> None:
        if self.start_page is not None:
            self.start_page.show_panel(panel)
        else:
            from ui.panels import PanelDialog

            _open(PanelDialog(panel, self.window))

    def _settle(self, panel: Panel) -> None:
        if self.start_page is not None:
            self.start_page.show_recents()
        else:
            panel.window().close()


def _open(dialog: QDialog) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False
