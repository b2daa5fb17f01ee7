"""Merging: what came back is tried first, and shown; then it is merged in one step."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QPlainTextEdit, QPushButton, QWidget

from ui import jobs
from ui.dialogs.frame import JobDialog
from ui.dialogs.parts import label, say
from ui.dialogs.team import places
from ui.dialogs.team.send import EXCHANGE, exchange_folder
from ui.i18n import QT_TR_NOOP, tr
from ui.saying import said

if TYPE_CHECKING:
    from annotator.store import Step
    from annotator.team.merge_report import MergeReport
    from ui.session import Session

_ABOUT = QT_TR_NOOP(
    "Choose what came back: packages, project files, or the folder that packages are put into. Nothing is changed "
    "before you press Merge; then a backup is made, and undo takes all of it back."
)
_EMPTY = QT_TR_NOOP("What would come in is shown here.")


class MergeDialog(JobDialog):
    """`Merge` is possible when the files chosen were tried and would change something."""

    def __init__(self, session: Session, settings: QSettings | None, parent: QWidget | None = None) -> None:
        super().__init__(tr("Merge"), parent)
        self._session, self._settings = session, settings
        self._paths: list[Path] = []
        self._again = False
        self.resize(760, 560)
        self.files = QListWidget()
        self.files.setAccessibleName(tr("Files to merge"))
        self.files.setMaximumHeight(120)
        self.add = self._small(tr("Add files…"), self._choose_files)
        self.folder = self._small(tr("Take from a folder…"), self._choose_folder)
        self.clear = self._small(tr("Clear"), lambda: self.take([], fresh=True))
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.add, self.folder, self.clear):
            row.addWidget(button)
        row.addStretch(1)
        self.report = QPlainTextEdit()
        self.report.setReadOnly(True)
        self.report.setTabChangesFocus(True)
        self.report.setAccessibleName(tr("What comes in"))
        self.report.setPlaceholderText(tr(_EMPTY))
        self.summary = label()
        self.summary.setAccessibleName(tr("Outcome"))
        self.summary.hide()
        self.content.addWidget(label(tr(_ABOUT), "dim"))
        self.content.addWidget(self.files)
        self.content.addLayout(row)
        self.content.addWidget(self.report, 1)
        self.content.addWidget(self.summary)
        self.shut = self.add_button(tr("Close"))
        self.shut.clicked.connect(self.reject)
        self.start = self.add_button(tr("Merge"), primary=True)
        self.start.setEnabled(False)
        self.start.clicked.connect(lambda: self._run(dry=False))
        self.job.done.connect(self._done)
        self.job.ended.connect(self._ended)
        self.add.setFocus()

    def _small(self, words: str, action: object) -> QPushButton:
        button = QPushButton(words)
        button.setAutoDefault(False)
        button.clicked.connect(action)
        return button

    def _start(self) -> Path:
        return Path(exchange_folder(self._settings) or self._session.project.path.parent)

    def _choose_files(self) -> None:
        places.files(self, tr("What came back"), self._start(), self.take)

    def _choose_folder(self) -> None:
        places.folder(self, tr("Exchange folder"), self._start(), self.take_folder)

    def take_folder(self, folder: Path) -> None:
        """Add the packages in a folder, and remember it."""
        from annotator.errors import Problem
        from annotator.team.exchange import waiting

        try:
            found = waiting(folder)
        except Problem as problem:
            self.show_problem(problem)
            return
        if self._settings is not None:
            self._settings.setValue(EXCHANGE, str(folder))
        if found:
            self.take(found)
        else:
            self.show_problem(Problem(tr("There is no package in {folder}.", folder=folder)))

    def take(self, paths: list[Path], fresh: bool = False) -> None:
        """Add files, and try what comes of them."""
        self._paths = [] if fresh else list(dict.fromkeys([*self._paths, *paths]))
        self.files.clear()
        self.files.addItems([str(path) for path in self._paths])
        self.report.clear()
        say(self.summary, "")
        self.show_problem(None)
        self.start.setEnabled(False)
        if self.job.running:
            self._again = True
            self.job.cancel()
        elif self._paths:
            self._run(dry=True)

    def _run(self, *, dry: bool) -> None:
        from annotator.team.merge import merge

        project, by, paths = self._session.project, self._session.annotator.id, list(self._paths)

        def work(job: jobs.Job) -> tuple[Step | None, MergeReport]:
            return merge(project, by, paths, dry_run=dry, progress=job.report, cancelled=job.is_cancelled)

        self.show_problem(None)
        self.start.setEnabled(False)
        self.job.run(tr("Looking through…") if dry else tr("Merging…"), work)

    def _done(self, found: tuple[Step | None, MergeReport]) -> None:
        step, report = found
        self.report.setPlainText("\n".join(said(line) for line in report.lines()))
        if step is not None:
            self._session.announce(step)
            conflicting = sum(one.kind == "conflicting" for one in report.outcomes)
            words = tr("Merged.") if step.id else tr("Everything was here already; nothing was changed.")
            if conflicting and step.id:
                words += " " + tr("%Ln layer(s) (waits|wait) to be settled: Team, Settle versions.", n=conflicting)
            say(self.summary, f"✓ {words}")
        else:
            self.start.setEnabled(bool(self._paths))
            self.start.setFocus()

    def _ended(self) -> None:
        if self._again and not self._closing:
            self._again = False
            if self._paths:
                self._run(dry=True)
