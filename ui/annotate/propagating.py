"""The selected mark's words elsewhere: the panel opened, what it chose marked."""

from __future__ import annotations

from PySide6.QtCore import QObject

from annotator.errors import Problem
from annotator.operations import elsewhere
from annotator.search.occurrences import Occurrence
from annotator.store import Step
from ui.annotate.desk import Desk
from ui.annotate.elsewhere import ElsewherePanel
from ui.annotate.reader_pane import ReaderPane
from ui.dialogs.parts import sentence
from ui.i18n import tr


class Elsewhere(QObject):
    """Joins the panel to the desk. It goes when another article or annotator comes."""

    def __init__(self, desk: Desk, pane: ReaderPane, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._view = desk, pane.view
        self._span = ""
        self.panel = ElsewherePanel(pane)
        self.panel.applied.connect(self._apply)
        self.panel.closed.connect(pane.view.setFocus)
        desk.opened.connect(self.panel.end)

    def begin(self) -> None:
        """List where the words of the selected mark stand."""
        span, session = self._desk.span, self._desk.session
        if span is None:
            session.notice.emit(tr("Select a mark first."))
            return
        self._span = span.id
        name = self._desk.marks.actor_name(span.actor_id) if span.actor_id else None
        search = elsewhere.Search(session.project, session.annotator.id, session.article, span.id)
        self.panel.begin(search, span.quote, name)

    def _apply(self, occurrences: list[Occurrence]) -> None:
        session, many = self._desk.session, len(occurrences)
        session.attempt_long(
            elsewhere.apply, self._span, session.article, occurrences,
            size=many, words=tr("Marking %Ln place(s)…", n=many), done=self._applied,
        )  # fmt: skip

    def _applied(self, outcome: Step | Problem) -> None:
        if isinstance(outcome, Problem):
            self.panel.say(sentence(outcome))
        else:
            self.panel.end()
