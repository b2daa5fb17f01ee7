"""What is done with concordance lines: marked in one step, written as CSV, looked at for marks they have."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QFileDialog

from annotator.errors import Problem
from annotator.operations import find
from annotator.search.concordance import Line
from annotator.search.occurrences import Covers
from annotator.store import Project, Step
from ui import jobs
from ui.dialogs.parts import sentence
from ui.find.foot import Foot
from ui.find.line_model import LineModel
from ui.find.line_view import LineView
from ui.find.run import Run
from ui.i18n import tr
from ui.session import Session


class Deeds(QObject):
    """Joins foot, table and project. Everything runs behind the searches, one thing at a time."""

    def __init__(self, session: Session, model: LineModel, view: LineView, foot: Foot) -> None:
        super().__init__(foot)
        self._session, self._model, self._view, self._foot = session, model, view, foot
        self._run: Run | None = None
        self._looking: Run | None = None
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._look)
        foot.marking.connect(self.mark)
        foot.exporting.connect(self.export)
        foot.label_chosen.connect(self.look)
        view.mark_wanted.connect(self.mark)
        model.ticks_changed.connect(self.offer)
        view.selectionModel().selectionChanged.connect(lambda *_: self.offer())
        self.offer()

    @property
    def busy(self) -> bool:
        """Whether something is under way."""
        return self._run is not None or self._looking is not None or self._timer.isActive()

    def offer(self) -> None:
        """Offer what is possible now."""
        number = self._model.ticked or self._view.selected_number()
        possible = self._run is None and not self._session.project.read_only
        self._foot.offer(number, self._model.rowCount(), possible=possible)

    # -- marking
    def mark(self) -> None:
        """Mark the ticked lines with the chosen label, without ticks the selected ones; one step."""
        ticked = self._model.chosen()
        lines = ticked or [self._model.row_line(row) for row in self._view.selected_rows()]
        key = self._foot.chosen_label
        if self._session.busy:
            self._foot.say(self._session.busy, fault=True)
        elif lines and key and not self._session.project.read_only:
            project, by = self._session.project, self._session.annotator.id
            self._begin(lambda _: _marked(project, by, key, lines), self._marked)

    def _marked(self, outcome: tuple[Step | None, int]) -> None:
        self._end()
        step, left_out = outcome
        words = [tr("%Ln place(s) marked", n=len(step.created("span")) if step is not None else 0)]
        if left_out:
            words.append(tr("%Ln left out, which (is|are) marked already", n=left_out))
        if step is not None:
            self._session.announce(step)
        self._foot.say(" · ".join(words))

    def look(self) -> None:
        """Find out again which lines are marked, soon."""
        self._timer.start()

    def _look(self) -> None:
        key, project, by = self._foot.chosen_label, self._session.project, self._session.annotator.id
        if key and self._model.rowCount() and not project.closed:
            self._looking = run = Run(self._session, self)
            run.done.connect(self._looked)
            run.start(lambda _: find.marked_places(project, by, key))

    def _looked(self, marked: dict[str, Covers]) -> None:
        if self.sender() is self._looking:
            self._looking = None
            self._model.set_marked(marked)

    # -- writing out
    def export(self) -> None:
        """Ask where to, and write the lines there."""
        if self._model.rowCount():
            dialog = QFileDialog(self._foot, tr("Export the lines"), "", tr("CSV file (*.csv)"))
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            dialog.setDefaultSuffix("csv")
            dialog.fileSelected.connect(lambda name: self.write(Path(name)))
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()

    def write(self, path: Path) -> None:
        """Write the ticked lines, or without any all of them, as CSV."""
        lines = self._model.chosen() or self._model.in_order()
        sources, project = dict(self._model.sources), self._session.project
        self._begin(lambda _: find.export_csv(project, lines, sources, path), self._written)

    def _written(self, path: Path) -> None:
        self._end()
        self._foot.say(tr("Written to {path}", path=path))

    # -- under way
    def _begin(self, work: jobs.Work, done: Callable[..., None]) -> None:
        if self._run is None:
            self._run = run = Run(self._session, self)
            run.done.connect(done)
            run.failed.connect(self._failed)
            run.cancelled.connect(self._end)
            run.start(work)
            self.offer()

    def _failed(self, problem: Problem) -> None:
        self._end()
        self._foot.say(sentence(problem), fault=True)

    def _end(self) -> None:
        self._run = None
        self.offer()


def _marked(project: Project, by: str, key: str, lines: list[Line]) -> tuple[Step | None, int]:
    """The step, and how many lines were left out because they have the mark."""
    occurrences, left_out = find.markable(project, by, key, lines)
    return (find.mark(project, by, key, occurrences) if occurrences else None), left_out
