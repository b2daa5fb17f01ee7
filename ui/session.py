"""One open project in the window: who works on it, what is open, and the one signal that says what changed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from PySide6.QtCore import QObject, Signal

from annotator.errors import Problem
from ui import jobs
from ui.i18n import QT_TR_NOOP, tr
from ui.step_words import step_words

if TYPE_CHECKING:
    from annotator.models import Annotator
    from annotator.store import Project, Step
    from ui.searching import Searching

P = ParamSpec("P")
S = TypeVar("S", "Step", "Step | None")

_MANY = 2_000  # rows from which on writing them can be felt


class Session(QObject):
    """What every view is given. Views write through `do`, and redraw what `changed` says was touched."""

    changed = Signal(object)  # Step: done, undone or redone; views redraw what its changes name
    article_opened = Signal(str)  # the id of the article now open, "" for none
    annotator_changed = Signal(object)  # Annotator
    place_wanted = Signal(str, int, int)  # an article's id and a stretch of its text, to be shown for annotating
    page_wanted = Signal(str, str)  # a workspace's id, and the id of what it is to show, or ""
    problem = Signal(object)  # Problem to be said in the status line, never in a dialog
    notice = Signal(str)  # something worth a short word
    working = Signal(str)  # a long step has begun, in words; "" when it is over

    def __init__(self, project: Project, annotator: Annotator, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.project = project
        self._annotator = annotator
        self._article = ""
        self._searching: Searching | None = None
        self._work = ""

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

    @property
    def busy(self) -> str:
        """The long step that is being written, in words, "" for none. Until it is over nothing else is."""
        return self._work

    def do(
        self, operation: Callable[Concatenate[Project, str, P], Step], *args: P.args, **kwargs: P.kwargs
    ) -> Step | None:
        """Carry out an operation as the current annotator; None, and `problem`, if it was refused."""
        return self._or_problem(self.attempt(operation, *args, **kwargs))

    def attempt(self, operation: Callable[..., Step], *args: object, **kwargs: object) -> Step | Problem:
        """Carry out an operation as the current annotator; what is wrong is for the caller to say."""
        return self._attempt(partial(operation, self.project, self._annotator.id, *args, **kwargs))

    def attempt_long(
        self, operation: Callable[..., Step], *args: object, size: int, words: str,
        done: Callable[[Step | Problem], object],
    ) -> None:  # fmt: skip
        """The same, and `done` is told: at once, or if it writes many rows (`size`), when it is over, from a job.

        `words` say what is going on meanwhile.
        """
        action = partial(operation, self.project, self._annotator.id, *args)
        if size < _MANY or self._work:
            done(self._attempt(action))
        else:
            self._beside(words, action, done)

    def undo(self) -> Step | None:
        """Take back the annotator's newest step, yesterday's too. A long one goes on after this: see `busy`."""
        project, who = self.project, self._annotator.id
        return self._turn(project.undoable(who), QT_TR_NOOP("Taking back “{step}”…"), partial(project.undo, who))

    def redo(self) -> Step | None:
        """Do again what was taken back last. A long one goes on after this: see `busy`."""
        project, who = self.project, self._annotator.id
        return self._turn(project.redoable(who), QT_TR_NOOP("Doing “{step}” again…"), partial(project.redo, who))

    def _turn(self, top: tuple[int, str] | None, words: str, action: Callable[[], Step | None]) -> Step | None:
        if top is None or self._work or self.project.read_only or not self.project.is_large(top[0]):
            return self._or_problem(self._attempt(action))
        self._beside(tr(words, step=step_words(top[1])), action, self._or_problem)
        return None

    def _attempt(self, action: Callable[[], S]) -> S | Problem:
        try:
            self.refuse_while_busy()
            step = action()
        except Problem as problem:
            return problem
        if step is not None:
            self.announce(step)
        return step

    def _or_problem(self, outcome: Step | Problem | None) -> Step | None:
        if isinstance(outcome, Problem):
            self.problem.emit(outcome)
            return None
        return outcome

    # -- long steps
    def _beside(self, words: str, action: Callable[[], Step | None], done: Callable[[Step | Problem], object]) -> None:
        """Write a step in the pool. Until it is over, nothing else is written."""
        self._work = words

        def over(outcome: Step | Problem | None = None) -> None:
            self._work = ""
            if self.project.closed:
                return
            if outcome is not None and not isinstance(outcome, Problem):
                self.announce(outcome)
            if outcome is not None:
                done(outcome)
            self.working.emit("")

        def wire(job: jobs.Job) -> None:
            job.done.connect(over)
            job.failed.connect(over)
            job.cancelled.connect(over)

        jobs.start(lambda _: action(), self, wire)
        self.working.emit(words)

    def refuse_while_busy(self) -> None:
        """Raise Problem while a long step is being written: another would hold up the window until it is over."""
        if self._work:
            raise Problem(self._work, tr("Wait until it is done; then try again."))

    def announce(self, step: Step) -> None:
        """Tell the views of a step that a job made."""
        if step.id:
            self.changed.emit(step)
