"""The project's standing highlights in the open article: looked for off the GUI thread, shown, walked through."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from annotator.errors import Cancelled, Problem
from annotator.models import Highlight
from annotator.search.highlights import Found, find, in_order, next_hit, stretches
from annotator.store import Step
from ui import jobs
from ui.annotate.desk import Desk
from ui.i18n import tr
from ui.reader import ReaderView
from ui.reader.tints import Tint
from ui.saying import said

Result = tuple[tuple[Found, ...], tuple[Tint, ...]]


class Highlighting(QObject):
    """Keeps the colours in the text in step with the article and the list of highlights."""

    changed = Signal()  # what was found, or whether anything is looked for

    def __init__(self, desk: Desk, view: ReaderView, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._view = desk, view
        self._active: tuple[Highlight, ...] = ()
        self._wanted: tuple[object, ...] = ()
        self._job: jobs.Job | None = None
        self.found: tuple[Found, ...] = ()
        desk.opened.connect(self._opened)
        desk.session.changed.connect(self._changed)
        self._load()

    @property
    def active(self) -> Sequence[Highlight]:
        """The highlights that are switched on, in the order of the list."""
        return self._active

    @property
    def searching(self) -> bool:
        """Whether the article is still being looked through."""
        return self._job is not None

    def go(self, forward: bool, highlight_id: str | None = None) -> bool:
        """Select the next hit after the selection, mark or caret, or the one before; of one highlight, or of all."""
        span = self._desk.span  # a hit that was marked just now is one no longer selected
        chosen = self._view.selection() or ((span.start, span.end) if span else None)
        start = chosen[0] if chosen else self._view.caret()
        among = [one for one in self.found if highlight_id in (None, one.highlight.id)]
        # from a caret that stands before a hit, that hit is the next
        hit = next_hit(among, start if chosen or not forward else start - 1, forward)
        if hit is None:
            self._desk.session.notice.emit(self._why_none())
            return False
        self._view.set_selection(*hit)
        self._view.setFocus()
        return True

    def _why_none(self) -> str:
        if not self._active:
            key = self._desk.keys.of("view.highlights")
            return tr("There are no highlights yet. {key} opens the list.", key=key or tr("The menu View"))
        return tr("Still looking…") if self.searching else tr("No highlight matches in this article.")

    # -- keeping up
    def _opened(self) -> None:
        self._search()

    def _changed(self, step: Step) -> None:
        if step.bulk or any(change.table == "highlight" for change in step.changes):
            self._load()
            self._search()

    def _load(self) -> None:
        highlights = in_order(self._desk.session.project.all(Highlight))
        self._active = tuple(one for one in highlights if one.active)

    def _search(self) -> None:
        article = self._desk.article
        wanted = (article.id, self._active) if article and self._active else ()
        if wanted and wanted == self._wanted and self._job is None:
            self._show(self.found, _tints(self.found))  # the reader was filled anew with the same article
            return
        if self._job is not None:
            self._job.cancel()
            self._job = None
        self._wanted = wanted
        if not article or not self._active:
            self._show((), ())
            return
        self.found = ()
        self._view.set_tints(())
        text, highlights = article.text, self._active
        self._job = jobs.start(lambda job: _look_through(text, highlights, job), self, self._wire)
        self.changed.emit()

    def _wire(self, job: jobs.Job) -> None:
        job.done.connect(self._done)
        job.failed.connect(self._failed)

    def _done(self, result: Result) -> None:
        if self.sender() is self._job:
            self._job = None
            self._show(*result)

    def _failed(self, problem: Problem) -> None:
        if self.sender() is self._job:
            self._job = None
            self._desk.session.problem.emit(problem)
            self._show((), ())

    def _show(self, found: tuple[Found, ...], tints: Sequence[Tint]) -> None:
        self.found = found
        self._view.set_tints(tints)
        self.changed.emit()
        for one in found:
            if one.stopped:
                self._desk.session.notice.emit(said(one.stopped))
                break


def _look_through(text: str, highlights: Sequence[Highlight], job: jobs.Job) -> Result:
    found = []
    for highlight in highlights:
        if job.is_cancelled():
            raise Cancelled("")
        found.append(find(highlight, text))
    return tuple(found), _tints(found)


def _tints(found: Sequence[Found]) -> tuple[Tint, ...]:
    return tuple(Tint(s.start, s.end, found[s.highlight].highlight.colour) for s in stretches(found))
