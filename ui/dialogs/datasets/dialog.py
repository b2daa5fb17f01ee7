"""Making a data set: which views, of whose layers, in which parts, into which folder."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from annotator.errors import Problem
from ui import jobs
from ui.dialogs.datasets import words
from ui.dialogs.datasets.making import Done, Plan, make
from ui.dialogs.datasets.split_form import NewSplit, SplitForm
from ui.dialogs.datasets.split_table import SplitTable
from ui.dialogs.datasets.tick_list import Tickable, TickList
from ui.dialogs.exporting.catalogue import Entry, Option, entries
from ui.dialogs.exporting.options import ExportOptions
from ui.dialogs.exporting.outcome import OutcomePane
from ui.dialogs.frame import JobDialog
from ui.dialogs.parts import chooser, label, sentence, thinned
from ui.guard import guarded, nothing
from ui.i18n import tr

if TYPE_CHECKING:
    from annotator.operations.split_preview import Basis, SplitPreview
    from ui.recent import Memory
    from ui.session import Session

_KEPT = "dataset"
_ROW_OPTIONS: frozenset[Option] = frozenset(("labels", "context", "none_pairs", "names"))


class DatasetDialog(JobDialog):
    """Shows how the split turns out while it is chosen; a new one is made, as a step, when the data set is."""

    def __init__(
        self, session: Session, folder: Path, parent: QWidget | None = None, memory: Memory | None = None
    ) -> None:
        super().__init__(tr("Make a data set"), parent)
        from annotator.dataset.views import views
        from annotator.operations.splits import splits

        project = session.project
        self._session, self._memory = session, memory
        self._basis: Basis | None = None
        self._look: jobs.Job | None = None
        known = views()
        self._entries = [entry for entry in entries() if entry.name in known]
        self.views = TickList(tr("Views"))
        self.options = ExportOptions(project, split=False)
        self.split = SplitForm(splits(project))
        self.table = SplitTable(project.codebook().content)
        self.target = QLineEdit()
        self.target.setAccessibleName(tr("Folder to write"))
        self.problem_of_folder = label(role="dim")
        self._timer = QTimer(self, singleShot=True, interval=150)
        self._timer.timeout.connect(self._preview)
        self._recall(folder / f"{project.path.stem}-dataset")
        self._build()
        self._connect()
        self._viewed()
        self._placed()
        self._read()

    @property
    def path(self) -> Path:
        """The folder to write."""
        return Path(self.target.text().strip()).expanduser()

    @property
    def busy(self) -> bool:
        """Whether something is still to be shown, or being written."""
        return self._timer.isActive() or self._look is not None or self.job.running

    # -- building
    def _build(self) -> None:
        self.resize(1220, 720)
        self.choices = QWidget()
        columns = QHBoxLayout()
        columns.setSpacing(20)
        columns.addWidget(self._column(tr("Views"), self.views, 336))
        columns.addWidget(self._middle())
        columns.addWidget(self._column(tr("The parts"), self.table), 1)
        column = QVBoxLayout(self.choices)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(columns, 1)
        where = chooser(self.target, tr("Choose where to write"), self._choose)
        where.insertWidget(0, label(tr("Folder"), "section", wrap=False))
        column.addLayout(where)
        self.outcome = OutcomePane()
        self.outcome.hide()
        self.content.addWidget(self.choices, 1)
        self.content.addWidget(self.outcome, 1)
        self.close_button = self.add_button(tr("Cancel"))
        self.show_folder = self.add_button(tr("Open folder"))
        self.show_folder.hide()
        self.write = self.add_button(tr("Make data set"), primary=True)

    def _column(self, heading: str, inside: QWidget, width: int = 0) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(label(heading, "section", wrap=False))
        column.addWidget(inside, 1)
        if width:
            box.setFixedWidth(width)
        return box

    def _middle(self) -> QWidget:
        area = QScrollArea()
        area.setFixedWidth(360)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(tr("What to write"))
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        column.addWidget(label(tr("Training split"), "section", wrap=False))
        column.addWidget(self.split)
        column.addSpacing(6)
        column.addWidget(self.options)
        column.addStretch(1)
        area.setWidget(inside)
        return area

    def _connect(self) -> None:
        self.views.changed.connect(self._viewed)
        self.options.changed.connect(self._enable)
        self.split.changed.connect(self._split_changed)
        self.split.rest_wanted.connect(self._extend)
        self.target.textChanged.connect(self._placed)
        self.close_button.clicked.connect(self.reject)
        self.show_folder.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.path))))
        self.write.clicked.connect(self._write)
        self.job.done.connect(self._done)
        self.job.ended.connect(self._enable)

    # -- what is remembered
    def _recall(self, usual: Path) -> None:
        kept = self._memory.choices(self._session.project.path, _KEPT) if self._memory is not None else {}
        self.options.restore({"whose": ["gold", []], **kept})
        chosen = kept.get("views")
        ticked = chosen if isinstance(chosen, list) else [entry.name for entry in self._entries[:1]]
        self.views.show_rows([Tickable(e.name, e.title.partition(" (")[0], e.words) for e in self._entries], ticked)
        self.split.choose(kept.get("split"))
        self.target.setText(str(usual))

    def _keep(self) -> None:
        if self._memory is not None:
            wanted = self.split.wanted
            name = wanted.name if isinstance(wanted, NewSplit) else wanted
            state = {**self.options.state(), "views": self.views.ticked(), "split": name}
            self._memory.set_choices(self._session.project.path, _KEPT, state)

    # -- what is chosen
    def _chosen(self) -> list[Entry]:
        ticked = set(self.views.ticked())
        return [entry for entry in self._entries if entry.name in ticked]

    def _viewed(self) -> None:
        self.options.show_options(frozenset().union(*(e.options for e in self._chosen())) & _ROW_OPTIONS)
        self._enable()

    def _split_changed(self) -> None:
        self._timer.start()
        self._enable()

    def _placed(self) -> None:
        fault = tr("{path} is there already, and not empty.", path=self.path) if self._taken else ""
        self.show_problem(Problem(fault, tr("Name a new folder.")) if fault else None)
        self._enable()

    @property
    def _taken(self) -> bool:
        """Whether the folder has something in it."""
        return self.path.exists() and (not self.path.is_dir() or any(self.path.iterdir()))

    def _enable(self) -> None:
        usable = bool(self.target.text().strip()) and self.path.is_absolute() and not self._taken
        usable = usable and self.options.usable
        self.write.setEnabled(usable and bool(self._chosen()) and self.split.usable and not self.job.running)
        self.choices.setEnabled(not self.job.running)

    def _choose(self) -> None:
        dialog = QFileDialog(self, tr("Data set into"), str(self.path))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.fileSelected.connect(self.target.setText)
        dialog.open()

    # -- how the split turns out
    def _read(self) -> None:
        project = self._session.project

        def work(job: jobs.Job) -> Basis:
            from annotator.operations.split_preview import basis

            return basis(project, thinned(job.report), job.is_cancelled)

        self.table.show_words(tr("Comparing the articles…"))
        self._look = jobs.start(work, self, lambda job: self._wire(job, self._known))

    def _wire(self, job: jobs.Job, done: Any) -> None:
        job.done.connect(lambda found: self._looked(job, done, found))
        job.failed.connect(lambda problem: self._looked(job, self._no_preview, problem))

    def _looked(self, job: jobs.Job, done: Any, found: object) -> None:
        if job is self._look:
            self._look = None
            done(found)

    def _known(self, found: Basis) -> None:
        self._basis = found
        self.split.set_known(words.to_leave_out(found))
        self._preview()

    def _preview(self) -> None:
        if self._look is not None and self._basis is None:
            return
        self._timer.stop()
        if self._look is not None:
            self._look.cancel()
        if not self.split.usable:
            self._look = None
            self.table.show_words("")
        elif self._basis is not None:
            work = partial(_turned_out, self._session, self._basis, self.split.wanted)
            self._look = jobs.start(lambda _: work(), self, lambda job: self._wire(job, self._show_split))

    def _show_split(self, found: SplitPreview) -> None:
        self.table.show_preview(found)
        self.split.show_left(found.left)

    def _extend(self, name: str) -> None:
        from annotator.operations import splits

        found = self._session.attempt(lambda project, by: splits.extend(project, by, name)[0])
        if isinstance(found, Problem):
            self.show_problem(found)
        else:
            self._preview()

    def _no_preview(self, problem: Problem) -> None:
        self.table.show_words(sentence(problem))

    # -- writing
    def _write(self) -> None:
        options = self.options
        plan = Plan(self.path, tuple(e.name for e in self._chosen()), self.split.wanted, options.choice,
                    options.write_options)  # fmt: skip
        self._keep()
        self.show_problem(None)
        self.job.run(tr("Writing…"), partial(make, self._session, plan))
        self._enable()

    def _done(self, done: Done) -> None:
        if done.step is not None:
            self._session.announce(done.step)
        self.outcome.show_files(words.wrote(done.report), done.report.files, words.rows_lines(done.report), tr("Rows"))
        self.choices.hide()
        self.outcome.show()
        self.write.hide()
        self.show_folder.show()
        self.close_button.setText(tr("Close"))
        self.show_folder.setFocus()

    @guarded(nothing)
    def done(self, result: int) -> None:
        """Closed: nothing more is looked at."""
        self._timer.stop()
        if self._look is not None:
            self._look.cancel()
            self._look = None
        super().done(result)


def _turned_out(session: Session, basis: Basis, wanted: NewSplit | str) -> SplitPreview:
    from annotator.operations import split_preview
    from annotator.operations.splits import split_named

    if isinstance(wanted, NewSplit):
        return split_preview.of_new(basis, wanted.method, dict(wanted.shares), wanted.seed, wanted.leave_out)
    if wanted:
        return split_preview.of_stored(session.project, basis, split_named(session.project, wanted))
    return split_preview.of_none(basis)
