"""Import: choose files, see what each brings in and what is cut out of it, take them in as one action."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QListView,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from annotator.errors import InputProblem
from ui import jobs
from ui.dialogs import import_words as words
from ui.dialogs.frame import JobDialog
from ui.dialogs.import_delegates import FoundDelegate
from ui.dialogs.import_models import FoundModel
from ui.dialogs.import_pane import FilePane, quiet
from ui.dialogs.import_reading import Entry, Outcome, gather, read_one, take_in
from ui.dialogs.parts import enlarge, label, thinned
from ui.i18n import QT_TR_NOOP, tr

if TYPE_CHECKING:
    from ui.session import Session

_FILES = "(*.txt *.text *.md *.html *.htm *.xhtml *.jsonl *.ndjson)"
_EMPTY = QT_TR_NOOP("Choose text, HTML or JSONL files, or a folder of them. You can also drop them here.")
_NOTHING, _FOUND, _REPORT = range(3)


class ImportDialog(JobDialog):
    """Reads and imports in jobs. Nothing is written before the Import button; a cancelled import leaves nothing."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(tr("Import articles"), parent)
        self.resize(1080, 720)
        self.setAcceptDrops(True)
        self._session = session
        self._waiting: list[Path] = []
        self._wanted: Callable[[], None] | None = None  # what the user changed while a file was read
        self.found = FoundModel(self)
        self.found.chosen_changed.connect(self._count)
        self.list = QListView()
        self.list.setModel(self.found)
        self.list.setItemDelegate(FoundDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(tr("Files found"))
        self.list.setAccessibleDescription(tr("Space imports a file or leaves it out."))
        self.list.selectionModel().currentChanged.connect(self._change_row)
        self.pane = FilePane()
        self.pane.encoding_chosen.connect(self._read_as)
        self.pane.exact_chosen.connect(self._read_exactly)
        self.pane.ticks_changed.connect(self._set_ticks)
        self._build()
        self._count()
        self.add_files.setFocus()

    def add_paths(self, paths: Sequence[Path]) -> None:
        """Read these files and folders, after what is being read now."""
        if self.job.running:
            self._waiting += paths
            return
        session, wanted = self._session, list(paths)
        self._start(
            tr("Reading…"), lambda job: gather(session.project, session.annotator.id, wanted, job), self._gathered
        )

    # -- building
    def _build(self) -> None:
        self.add_files = _button(tr("Add files…"), self._choose_files)
        self.add_folder = _button(tr("Add a folder…"), self._choose_folder)
        row = QHBoxLayout()
        row.addWidget(self.add_files)
        row.addWidget(self.add_folder)
        row.addStretch(1)
        splitter = QSplitter()
        splitter.addWidget(self.list)
        splitter.addWidget(self.pane)
        splitter.setSizes([380, 660])
        splitter.setChildrenCollapsible(False)
        self.stack = QStackedWidget()
        self.stack.addWidget(quiet(tr(_EMPTY)))
        self.stack.addWidget(splitter)
        self.stack.addWidget(self._report_page())
        self.content.addLayout(row)
        self.content.addWidget(self.stack, 1)
        self.close_button = self.add_button(tr("Cancel"))
        self.close_button.clicked.connect(self.reject)
        self.take = self.add_button(tr("Import"), primary=True)
        self.take.clicked.connect(self._take_in)
        self.job.done.connect(self._done)
        self.job.ended.connect(self._next)

    def _report_page(self) -> QWidget:
        page = QWidget()
        self.summary = label()
        enlarge(self.summary, 1.15, bold=True)
        self.rest = QPlainTextEdit()
        self.rest.setReadOnly(True)
        self.rest.setTabChangesFocus(True)
        self.rest.setAccessibleName(tr("Report of the import"))
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.summary)
        column.addWidget(self.rest, 1)
        column.addStretch()
        return page

    # -- reading
    def _gathered(self, entries: list[Entry]) -> None:
        first = self.found.rowCount()
        if not entries and not self.found.rowCount():
            self.show_problem(InputProblem(tr("This folder"), tr("there is no file to import in it.")))
            return
        self.found.add(entries)
        self.stack.setCurrentIndex(_FOUND)
        if first == 0:
            usable = next((row for row, entry in enumerate(self.found.entries) if entry.problem is None), 0)
            self.list.setCurrentIndex(self.found.index(usable))
            self.list.setFocus()

    def _read_as(self, encoding: str) -> None:
        self._read_again(encoding, self._current().exact)

    def _read_exactly(self, exact: bool) -> None:
        self._read_again(self._current().forced or None, exact)

    def _current(self) -> Entry:
        return self.found.entries[self.list.currentIndex().row()]

    def _read_again(self, encoding: str | None, exact: bool) -> None:
        row = self.list.currentIndex().row()
        source = self.found.entries[row].source
        if source is None:
            return
        if self.job.running:
            self._wanted = partial(self._read_again, encoding, exact)
            return
        session = self._session

        def work(job: jobs.Job) -> Entry:
            return read_one(
                session.project, session.annotator.id, source, job,
                encoding=encoding, exact=exact, progress=thinned(job.report),
            )  # fmt: skip

        self._start(tr("Reading again…"), work, partial(self._read, row))

    def _read(self, row: int, entry: Entry) -> None:
        self.found.replace(row, entry)
        if row == self.list.currentIndex().row() and self._wanted is None:
            self._show_row(self.found.index(row))

    # -- choosing
    def _change_row(self, index: QModelIndex) -> None:
        self._wanted = None
        self._show_row(index)

    def _show_row(self, index: QModelIndex) -> None:
        if index.isValid():
            self.pane.show_entry(self.found.entries[index.row()], self.found.ticks(index.row()))

    def _set_ticks(self, ticks: tuple[bool, ...]) -> None:
        self.found.set_ticks(self.list.currentIndex().row(), ticks)

    def _count(self) -> None:
        chosen = self.found.chosen()
        reports = [r for row in chosen if (r := self.found.entries[row].report) is not None]
        articles = len(chosen) - len(reports) + sum(len(report.added) for report in reports)
        layers = sum(report.layers for report in reports)
        both = [tr("%Ln article(s)", n=articles)] * bool(articles) + [tr("%Ln layer(s)", n=layers)] * bool(layers)
        self.take.setText(tr("Import {things}", things=tr(" and ").join(both)) if both else tr("Import"))
        self.take.setEnabled(bool(both) and not self.job.running)

    # -- importing
    def _take_in(self) -> None:
        entries = [(self.found.entries[row], self.found.ticks(row)) for row in self.found.chosen()]
        drafts = [(entry.draft, ticks) for entry, ticks in entries if entry.draft is not None]
        records = [entry.path for entry, _ in entries if entry.report is not None]
        session = self._session
        self._start(
            tr("Importing…"),
            lambda job: take_in(session.project, session.annotator.id, drafts, records, job),
            self._taken_in,
        )

    def _taken_in(self, outcome: Outcome) -> None:
        self.summary.setText(words.outcome(outcome.report))
        rest = words.rest(outcome.report).strip()
        self.rest.setPlainText(rest)
        self.rest.setVisible(bool(rest))
        self.stack.setCurrentIndex(_REPORT)
        for button in (self.take, self.add_files, self.add_folder):
            button.hide()
        self.setAcceptDrops(False)
        self.close_button.setText(tr("Close"))
        self.close_button.setDefault(True)
        self.close_button.setFocus()
        for step in outcome.steps:
            self._session.announce(step)

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

    # -- files
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.add_paths([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])

    def _choose_files(self) -> None:
        dialog = QFileDialog(self, tr("Files to import"), "", f"{tr('Articles')} {_FILES};;{tr('All files')} (*)")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(lambda names: self.add_paths([Path(name) for name in names]))
        dialog.open()

    def _choose_folder(self) -> None:
        dialog = QFileDialog(self, tr("Folder to import"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda name: self.add_paths([Path(name)]))
        dialog.open()


def _button(text: str, pressed: Callable[[], None]) -> QPushButton:
    button = QPushButton(text)
    button.setAutoDefault(False)
    button.clicked.connect(pressed)
    return button
