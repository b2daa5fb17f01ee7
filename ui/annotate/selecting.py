"""Choosing words and marks by key: growing, shrinking, hints, a further fragment for the selected mark."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from annotator.models import Span
from annotator.search import passages
from annotator.text import with_words
from ui.annotate.desk import Desk
from ui.annotate.edits import Edits
from ui.annotate.hints import Hints
from ui.annotate.words import quoted
from ui.i18n import tr
from ui.reader import ReaderView


class Selecting(QObject):
    """Each public method is one action."""

    changed = Signal(str)  # what is being asked, "" when nothing is
    picked = Signal(str)  # a span's id, by its letter

    def __init__(self, desk: Desk, edits: Edits, view: ReaderView, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._edits, self._view = desk, edits, view
        self._origin = 0  # where the selection grew from
        self._grown: tuple[int, int] | None = None
        self._joining = ""  # the span that waits for one more fragment
        self.hints = Hints(view, self)
        self.hints.changed.connect(self.changed)
        desk.opened.connect(self.let_go)

    @property
    def busy(self) -> bool:
        """Whether letters are shown, or a mark waits for words."""
        return bool(self._joining) or self.hints.shown

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Action id -> what it does."""
        return {
            "select.grow": lambda: self._resize(passages.grow),
            "select.shrink": lambda: self._resize(passages.shrink),
            "mark.hints": self.pick,
            "mark.join": self.join,
        }

    # -- growing
    def _resize(self, rung: Callable[[str, int, int, int], tuple[int, int]]) -> None:
        span = self._desk.span
        caret = self._view.caret
        start, end = (span.start, span.end) if span else self._view.selection() or (caret(), caret())
        if self._grown != (start, end):
            self._origin = start
        chosen = rung(self._desk.text, start, end, self._origin)
        if span is not None:
            self._view.select_span(None)
        self._view.set_selection(*chosen)
        self._grown = chosen

    # -- hints
    def pick(self) -> None:
        """Letters over the marks in sight; a letter selects its mark."""
        self.hint(tr("Press the letter of a mark. Esc lets go."), self._picked)

    def hint(
        self, words: str, done: Callable[[str | None], object], fits: Callable[[Span], bool] = lambda _: True
    ) -> None:
        """Letters over the marks in sight that fit, for whoever asks; `done` gets the span's id, or None."""
        spans = self._desk.marks.spans
        found = [ident for ident in self._view.visible_spans() if ident in spans and fits(spans[ident])]
        if found:
            self.hints.begin(found, words, done)
        else:
            self._desk.session.notice.emit(tr("There is no mark in sight."))
            done(None)

    def _picked(self, span_id: str | None) -> None:
        if span_id is not None:
            self.picked.emit(span_id)

    # -- fragments
    def join(self) -> None:
        """Ask for words to add to the selected mark; pressed again with words selected, add them.

        Words inside the mark are taken out of it.
        """
        chosen, span = self._view.selection(), self._desk.span
        if self._joining and chosen is not None:
            self._add(*chosen)
        elif self._joining:
            self.let_go()
        elif span is not None:
            self._joining = span.id
            self.changed.emit(
                tr(
                    "Select the words to add to {words}, or to take out of it, then press J. Esc lets go.",
                    words=quoted(span, 24),
                )
            )
        else:
            self._desk.session.notice.emit(tr("Select a mark first, then J, then the words to add to it."))

    def let_go(self) -> None:
        """Nothing waits any more."""
        self.hints.end()
        if self._joining:
            span, self._joining = self._joining, ""
            self.changed.emit("")
            if span in self._desk.marks.spans:
                self._desk.select_span(span)

    def _add(self, start: int, end: int) -> None:
        span = self._desk.marks.spans.get(self._joining)
        if span is not None:
            parts = with_words(self._desk.text, span.fragments, start, end)
            if not parts:
                self._desk.session.notice.emit(tr("That would leave nothing of the mark. Delete takes it away."))
                return
            self._edits.set_fragments(span.id, parts)
        self.let_go()
