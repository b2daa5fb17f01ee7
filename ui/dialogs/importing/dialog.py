"""Import: choose files, see what each brings in and how it is read, take them in as one action."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QListView, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from annotator.errors import InputProblem
from annotator.models import Annotator
from annotator.operations.label_maps import remembered_names
from ui import jobs
from ui.dialogs.frame import JobDialog
from ui.dialogs.importing import taking
from ui.dialogs.importing.delegates import FoundDelegate
from ui.dialogs.importing.empty_page import EmptyPage
from ui.dialogs.importing.entries import Choice, Entry
from ui.dialogs.importing.files_bar import FilesBar
from ui.dialogs.importing.label_choices import LabelChoices, Said
from ui.dialogs.importing.models import FoundModel
from ui.dialogs.importing.names_line import NamesLine
from ui.dialogs.importing.pane import FilePane
from ui.dialogs.importing.reading import Outcome, Reader, Wanted
from ui.dialogs.importing.report_page import ReportPage
from ui.dialogs.importing.trial import Trial
from ui.i18n import tr

if TYPE_CHECKING:
    from ui.session import Session

_NOTHING, _FOUND, _REPORT = range(3)
_LEFT, _NARROW = 372, 280  # pixels of the list


class ImportDialog(JobDialog):
    """Reads and imports in jobs. Nothing is written before the Import button; a cancelled import leaves nothing."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(tr("Import articles"), parent)
        self.resize(1160, 740)
        self.setAcceptDrops(True)
        self._session = session
        self._labels = LabelChoices(session.project)
        self._reader = Reader(session.project, session.annotator.id, self._labels)
        self._waiting: list[Path] = []
        self._wanted: Callable[[], None] | None = None  # what the user changed while a file was read
        self._pending: dict[int, Choice] = {}  # rows whose choice is being tried out
        self.trial = Trial(self)
        self.found = FoundModel(self)
        self.list = _list(self.found)
        people = [a.name for a in session.project.all(Annotator) if a.role != "gold"]
        self.pane = FilePane(self._labels.names, people)
        self.names = NamesLine(remembered_names(session.project))
        self.report = ReportPage()
        self._build()
        self._connect()
        self._count()
        self.files.setFocus()

    @property
    def busy(self) -> bool:
        """Whether something is being read, tried out or written."""
        return self.job.running or self.trial.busy or self.names.busy or self.pane.head.waiting

    def add_paths(self, paths: Sequence[Path]) -> None:
        """Read these files and folders, after what is being read now."""
        if self.job.running:
            self._waiting += paths
            return
        self._start(tr("Reading…"), partial(self._reader.gather, list(paths)), self._gathered)

    # -- building
    def _build(self) -> None:
        self.files = FilesBar()
        splitter = QSplitter()
        splitter.addWidget(self._left())
        splitter.addWidget(self.pane)
        splitter.setSizes([_LEFT, 1160 - _LEFT])
        splitter.setStretchFactor(0, 0)
        splitter.setStretchFactor(1, 1)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(1)
        self.stack = QStackedWidget()
        for page in (EmptyPage(), splitter, self.report):
            self.stack.addWidget(page)
        self.content.addWidget(self.files)
        self.content.addWidget(self.stack, 1)
        self.close_button = self.add_button(tr("Cancel"))
        self.take = self.add_button(tr("Import"), primary=True)

    def _left(self) -> QWidget:
        side = QWidget()
        side.setMinimumWidth(_NARROW)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(0)
        column.addWidget(self.list, 1)
        column.addWidget(self.names)
        return side

    def _connect(self) -> None:
        self.files.chosen.connect(self.add_paths)
        self.found.chosen_changed.connect(self._count)
        self.list.selectionModel().currentChanged.connect(self._change_row)
        head, tool = self.pane.head, self.pane.tool
        head.format_chosen.connect(lambda name: self._read_again(format=name, fields=None))
        head.encoding_chosen.connect(lambda name: self._read_again(encoding=name))
        head.exact_chosen.connect(lambda exact: self._read_again(exact=exact))
        head.annotator_chosen.connect(lambda name: self._try(annotator=name))
        head.typing.connect(self._count)
        self.pane.ticks_changed.connect(self._set_ticks)
        tool.labels.chosen.connect(self._choose_labels)
        tool.labels.reset_wanted.connect(self._reset_labels)
        tool.columns.chosen.connect(lambda fields: self._try(fields=fields))
        tool.columns.reset_wanted.connect(lambda: self._try(fields={}))
        self.names.changed.connect(self._named)
        self.trial.done.connect(self._tried)
        self.trial.failed.connect(self.show_problem)
        self.trial.turned.connect(self._turned)
        self.report.save_wanted.connect(self._save)
        self.close_button.clicked.connect(self.reject)
        self.take.clicked.connect(self._take_in)
        self.job.done.connect(self._done)
        self.job.ended.connect(self._next)

    # -- reading
    def _gathered(self, entries: list[Entry]) -> None:
        first = self.found.rowCount()
        if not entries and not self.found.rowCount():
            self.show_problem(InputProblem(tr("This folder"), tr("there is no file to import in it.")))
            return
        self.found.add(entries)
        self.names.set_paths(self.found.drafts())
        self.stack.setCurrentIndex(_FOUND)
        if first == 0:
            usable = next((row for row, entry in enumerate(self.found.entries) if entry.problem is None), 0)
            self.list.setCurrentIndex(self.found.index(usable))
            self.list.setFocus()

    def _rows(self) -> list[int]:
        """The rows that a change is for."""
        rows = {index.row() for index in self.list.selectionModel().selectedIndexes()}
        return sorted({*rows, self.list.currentIndex().row()})

    def _wants(self, rows: Sequence[int], change: dict[str, Any], *, again: bool) -> dict[int, Wanted]:
        """What is to be read, by row. `again`: its labels are counted anew."""
        wants = {}
        for row in rows:
            entry = self.found.entries[row]
            if entry.found is not None:
                choice = replace(self._pending.get(row, entry.choice), **change)
                wants[row] = Wanted(entry.found, choice, None if again else entry.labels)
        return wants

    def _read_again(self, **change: Any) -> None:
        """Read the chosen files in another way, and wait for it."""
        if self.job.running:
            self._wanted = partial(self._read_again, **change)
            return
        self._forget_trial()
        wants = self._wants(self._rows(), change, again=True)
        if wants:
            self._start(tr("Reading again…"), partial(self._reader.read_all, wants), self._read)

    def _read(self, entries: dict[int, Entry]) -> None:
        for row, entry in entries.items():
            self.found.replace(row, entry)
        self.names.set_paths(self.found.drafts())
        if self.list.currentIndex().row() in entries and self._wanted is None:
            self._show_row(self.list.currentIndex())

    # -- trying out
    def _try(self, *, again: bool = True, **change: Any) -> None:
        """Try the chosen files in another way, beside the window."""
        rows = self._rows() if "annotator" in change else [self.list.currentIndex().row()]
        wants = self._wants(rows, change, again=again)
        self._pending |= {row: want.choice for row, want in wants.items()}
        self._show_choices()
        self.trial.ask(partial(self._reader.read_all, wants))

    def _tried(self, entries: dict[int, Entry] | None) -> None:
        for row, entry in (entries or {}).items():
            if self._pending.get(row, entry.choice) == entry.choice:
                self._pending.pop(row, None)
            self.found.replace(row, entry)
            if row == self.list.currentIndex().row():
                self.pane.refresh(entry)
                self._show_choices()
        self._count()

    def _turned(self) -> None:
        self.pane.tool.set_busy(busy=self.trial.busy)
        self._count()

    def _forget_trial(self) -> None:
        self._pending.clear()
        self.trial.stop()

    def _choose_labels(self, said: list[Said]) -> None:
        self._labels.choose(self._current().form_name, said)
        self._try(again=False)

    def _reset_labels(self) -> None:
        self._labels.reset(self._current().form_name)
        self._try(again=False)

    # -- showing
    def _current(self) -> Entry:
        return self.found.entries[self.list.currentIndex().row()]

    def _change_row(self, index: QModelIndex) -> None:
        self._wanted = None
        self._show_row(index)
        if index.isValid() and self._is_stale(self._current()):
            self._try(again=False)

    def _show_row(self, index: QModelIndex) -> None:
        if index.isValid():
            entry = self._current()
            self.pane.show_entry(entry, self.found.ticks(index.row()))
            self.pane.head.show_named(entry, self.found.named.get(entry.path))
            self._show_choices()

    def _show_choices(self) -> None:
        """The labels and columns of the current file, as they are chosen by now."""
        entry = self._current()
        choice = self._pending.get(self.list.currentIndex().row(), entry.choice)
        if entry.labels is not None:
            name = entry.form_name
            self.pane.tool.show_labels(self._labels.rows(name, entry.labels), changed=self._labels.changed(name))
        self.pane.tool.show_columns(replace(entry, choice=choice), *self._reader.fields(entry, choice))

    def _is_stale(self, entry: Entry) -> bool:
        return entry.labels is not None and entry.stale(self._labels.map(entry.form_name, entry.labels))

    def _named(self) -> None:
        """What the files' names say is another."""
        self.found.set_named(self.names.named)
        if self.list.currentIndex().isValid():
            entry = self._current()
            self.pane.head.show_named(entry, self.found.named.get(entry.path))
        self._count()

    def _set_ticks(self, ticks: tuple[bool, ...]) -> None:
        self.found.set_ticks(self.list.currentIndex().row(), ticks)

    def _count(self) -> None:
        both = taking.counted([self.found.entries[row] for row in self.found.chosen()])
        self.take.setText(tr("Import {things}", things=both) if both else tr("Import"))
        late = self.job.running or bool(self._pending) or self.pane.head.waiting or self._unnamed
        self.take.setEnabled(bool(both) and not late)

    @property
    def _unnamed(self) -> bool:
        """Whether the names are not read yet, or cannot be."""
        return self.names.busy or self.names.problem is not None

    # -- importing
    def _take_in(self) -> None:
        entries = [(self.found.entries[row], self.found.ticks(row)) for row in self.found.chosen()]
        drafts = [(entry.draft, ticks) for entry, ticks in entries if entry.draft is not None]
        read = [entry for entry, _ in entries if entry.readings is not None]
        files = taking.files(read, self._labels)
        memory = taking.memory([entry for entry, _ in entries], self._labels, self.names.text)
        self._forget_trial()
        work = partial(self._reader.take_in, drafts, self.names.named, files, memory)
        self._start(tr("Importing…"), work, self._taken_in)

    def _taken_in(self, outcome: Outcome) -> None:
        self.report.show_report(outcome.report, remembered=outcome.remembered)
        self.stack.setCurrentIndex(_REPORT)
        for part in (self.take, self.files):
            part.hide()
        self.setAcceptDrops(False)
        self.close_button.setText(tr("Close"))
        self.close_button.setDefault(True)
        self.close_button.setFocus()
        self._session.announce(outcome.step)

    def _save(self, path: Path) -> None:
        if not self.job.running:
            self._start(tr("Saving…"), partial(self.report.save, path), self.report.show_saved)

    # -- jobs
    def _start(self, title: str, work: jobs.Work, done: Callable[..., None]) -> None:
        self.show_problem(None)
        self._when_done = done
        self.job.run(title, work)
        self._count()

    def _done(self, outcome: object) -> None:
        self._when_done(outcome)

    def _next(self) -> None:
        self._count()
        if self._wanted is not None:
            wanted, self._wanted = self._wanted, None
            wanted()
        elif self._waiting:
            paths, self._waiting = self._waiting, []
            self.add_paths(paths)

    def done(self, result: int) -> None:
        """Closed: what is being tried out is of no use any more."""
        self._forget_trial()
        super().done(result)

    # -- files
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.add_paths([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])


def _list(model: FoundModel) -> QListView:
    view = QListView()
    view.setModel(model)
    view.setItemDelegate(FoundDelegate(view))
    view.setUniformItemSizes(True)
    view.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setAccessibleName(tr("Files found"))
    view.setAccessibleDescription(tr("Space imports a file or leaves it out. With Shift or Ctrl choose several, to be "
                                     "read alike."))  # fmt: skip
    return view
