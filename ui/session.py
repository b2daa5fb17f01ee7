"""One open project in the window: who works on it, what is open, and the one signal that says what changed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Concatenate, ParamSpec

from PySide6.QtCore import QObject, Signal

from annotator.errors import Problem

if TYPE_CHECKING:
    from annotator.models import Annotator
    from annotator.store import Project, Step
    from ui.searching import Searching

P = ParamSpec("P")


class Session(QObject):
    """What every view is given. Views write through `do`, and redraw what `changed` says was touched."""

    changed = Signal(object)  # Step: done, undone or redone; views redraw what its changes name
    article_opened = Signal(str)  # the id of the article now open, "" for none
    annotator_changed = Signal(object)  # Annotator
    place_wanted = Signal(str, int, int)  # an article's id and a stretch of its text, to be shown for annotating
    page_wanted = Signal(str, str)  # a workspace's id, and the id of what it is to show, or ""
    problem = Signal(object)  # Problem to be said in the status line, never in a dialog
    notice = Signal(str)  # something worth a short word

    def __init__(self, project: Project, annotator: Annotator, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.project = project
        self._annotator = annotator
        self._article = ""
        self._searching: Searching | None = None

    @property
    def searching(self) -> Searching:
        """Searches through the texts; made when it is first wanted."""
        if self._searching is None:
            from annotator.paths import cache
            from ui.searching import Searching

            self._searching = Searching(self.project, cache(), self)
        return self._searching

    def end_searches(self) -> None:
        """Stop what still reads the project: it is about to be closed."""
        if self._searching is not None:
            self._searching.end()

    @property
    def annotator(self) -> Annotator:
        """Who is annotating."""
        return self._annotator

    def set_annotator(self, annotator: Annotator) -> None:
        """Work as another annotator: other layers, another undo stack."""
        if annotator.id != self._annotator.id:
            self._annotator = annotator
            self.annotator_changed.emit(annotator)

    @property
    def article(self) -> str:
        """The id of the open article, "" for none."""
        return self._article

    def open_article(self, article_id: str) -> None:
        """Show an article in every view."""
        if article_id != self._article:
            self._article = article_id
            self.article_opened.emit(article_id)

    def go_to(self, article_id: str, start: int, end: int) -> None:
        """Show a passage in the annotate workspace; offsets in code points."""
        self.place_wanted.emit(article_id, start, end)

    def do(
        self, operation: Callable[Concatenate[Project, str, P], Step], *args: P.args, **kwargs: P.kwargs
    ) -> Step | None:
        """Carry out an operation as the current annotator; None, and `problem`, if it was refused."""
        return self._announce(lambda: operation(self.project, self._annotator.id, *args, **kwargs))

    def undo(self) -> Step | None:
        """Take back the annotator's newest step, yesterday's too."""
        return self._announce(lambda: self.project.undo(self._annotator.id))

    def redo(self) -> Step | None:
        """Do again what was taken back last."""
        return self._announce(lambda: self.project.redo(self._annotator.id))

    def announce(self, step: Step) -> None:
        """Tell the views of a step that a job made."""
        if step.id:
            self.changed.emit(step)

    def _announce(self, action: Callable[[], Step | None]) -> Step | None:
        try:
            step = action()
        except Problem as problem:
            self.problem.emit(problem)
            return None
        if step is not None:
            self.announce(step)
        return step
