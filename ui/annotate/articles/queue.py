"""From article to article: done, skipped or left for help, and on to what is to do."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from annotator.models import LayerStatus
from ui.annotate.articles.article_list import ArticleList
from ui.annotate.desk import Desk
from ui.annotate.edits import Edits
from ui.i18n import tr


class Queue(QObject):
    """Each public method is one action. The queue is the list as it is filtered and sorted."""

    def __init__(self, desk: Desk, edits: Edits, articles: ArticleList) -> None:
        super().__init__(desk)
        self._desk, self._edits, self._articles = desk, edits, articles

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Action id -> what it does."""
        return {
            "go.done": self.done,
            "go.next": lambda: self.go(1),
            "go.previous": lambda: self.go(-1),
            "go.help": lambda: self.leave_as("help"),
            "go.skip": lambda: self.leave_as("skipped"),
            "go.reopen": lambda: self._edits.set_status("in_progress"),
        }

    def done(self) -> None:
        """Mark the article done and open the next that is to do, in the order of the list."""
        lacking = self._lacking()
        if self._edits.set_status("done") is not None:
            more = tr("Done. %n mark(s) (lacks|lack) a value the codebook asks for.", n=lacking) if lacking else ""
            self._onward(more)

    def leave_as(self, status: LayerStatus) -> None:
        """Set another status and go on."""
        if self._edits.set_status(status) is not None:
            self._onward()

    def go(self, by: int) -> None:
        """Open the article so many places on, whatever its status."""
        if not self._articles.step(by):
            self._desk.session.notice.emit(
                tr("That was the last article in the list.") if by > 0 else tr("This is the first article in the list.")
            )

    def _onward(self, words: str = "") -> None:
        """Go on to what is to do; `words` are said besides."""
        if not self._articles.step_to_do():
            above = self._articles.left_above()
            end = tr("That was the last one to do in the list.")
            if above:
                end = tr("From here on nothing is left to do; %n article(s) further up (is|are).", n=above)
            words = f"{words} {end}" if words else end
        if words:
            self._desk.session.notice.emit(words)

    def _lacking(self) -> int:
        rules = {rules.key: rules for rules in self._desk.content.span_labels}
        return sum(
            any(a.required and span.attrs.get(a.key) in (None, "", []) for a in rules[span.label].attributes)
            for span in self._desk.marks.spans.values()
            if span.label in rules
        )
