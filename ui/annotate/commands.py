"""What the keys and menus of the annotate workspace do."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from annotator.errors import Problem
from annotator.models import Holder, Span
from annotator.text import next_token, previous_token
from ui.annotate import choices
from ui.annotate.articles.article_list import ArticleList
from ui.annotate.articles.queue import Queue
from ui.annotate.desk import Desk
from ui.annotate.edits import Edits
from ui.annotate.inspector.inspector import SELECTED, Inspector
from ui.annotate.inspector.stance_form import entry_of, target_of
from ui.annotate.linking import Linker
from ui.annotate.propagating import Elsewhere
from ui.annotate.reader_pane import ReaderPane
from ui.annotate.selecting import Selecting
from ui.annotate.stance_bar import Draft, StanceBar
from ui.annotate.words import CLAIM, quoted
from ui.dialogs.parts import sentence
from ui.i18n import tr
from ui.widgets.ranking import Candidate
from ui.widgets.typeahead import Chooser
from ui.widgets.wording import shorten

Handler = Callable[[], object]


class Commands(QObject):
    """Each public method is one action; `handlers` names them by action id."""

    def __init__(self, desk: Desk, edits: Edits, pane: ReaderPane, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._edits, self._pane, self._view = desk, edits, pane, pane.view
        self.linker = Linker(desk, edits, pane.view, self)
        self.selecting = Selecting(desk, edits, pane.view, self)
        self.bar = StanceBar(pane)
        self._evidence: tuple[tuple[int, int], ...] = ()
        self._claim: str | None = None
        self._problem: Problem | None = None
        pane.float(self.bar)
        self.linker.changed.connect(pane.armed.say)
        self.elsewhere = Elsewhere(desk, pane, self)
        self.selecting.changed.connect(pane.armed.say)
        self.selecting.picked.connect(self._picked)
        self.bar.hint_wanted.connect(self._hint_for_bar)
        self.bar.expressed_wanted.connect(self._ask_expressed)
        self.bar.saved.connect(self._save_stance)
        self.bar.closed.connect(self.back_to_text)
        pane.view.span_clicked.connect(lambda ident, _: self._clicked(ident))
        pane.view.span_activated.connect(self._activated)
        desk.opened.connect(self.bar.end)
        desk.session.problem.connect(self._keep_problem)

    def place(self, articles: ArticleList, inspector: Inspector, chooser: Chooser) -> None:
        """The panes that the commands lead to."""
        self._inspector, self._chooser = inspector, chooser
        self._queue = Queue(self._desk, self._edits, articles)

    def handlers(self) -> dict[str, Handler]:
        """Action id -> what it does, without the labels' actions."""
        return {
            **self.selecting.handlers(),
            "mark.elsewhere": self.elsewhere.begin,
            "edit.delete": self.delete,
            "mark.actor": self.link_actor,
            "mark.relate": self.relate,
            "mark.stance": self.stance,
            "mark.note": self._inspector.write_note,
            "mark.uncertain": self.uncertain,
            "mark.next": lambda: self.walk(False),
            "mark.previous": lambda: self.walk(True),
            "mark.end_right": lambda: self.move_end(rightwards=True),
            "mark.end_left": lambda: self.move_end(rightwards=False),
            "mark.start_right": lambda: self.move_start(rightwards=True),
            "mark.start_left": lambda: self.move_start(rightwards=False),
            "mark.cancel": self.cancel,
            **self._queue.handlers(),
        }

    # -- spans
    def label(self, key: str) -> None:
        """Mark the selection, or relabel the selected span."""
        chosen = self._view.selection()
        if chosen is not None:
            if (made := self._edits.mark(*chosen, key)) is not None:
                self._view.select_span(made)
        elif (span := self._desk.span) is not None:
            if span.label != key:
                self._edits.relabel(span.id, key)
        else:
            self._say(tr("Select some words first, then press the key."))

    def delete(self) -> None:
        """Delete the selected stance or span."""
        span, stance = self._desk.span, self._desk.stance
        if stance is not None:
            self._edits.delete_stance(stance.id)
        elif span is not None:
            with_it = sum(s.target.id == span.id for s in self._desk.marks.stances.values())
            if self._edits.delete_span(span.id) is not None:
                self._view.set_selection(span.start, span.start)
                if with_it:
                    key = self._desk.keys.of("edit.undo") or tr("Undo")
                    self._say(tr("Deleted with %n stance(s) about it. {key} brings all back.", n=with_it, key=key))

    def uncertain(self) -> None:
        """Tick or untick "best guess"."""
        if (span := self._desk.span) is not None:
            self._edits.set_uncertain(span.id, not span.uncertain)

    def move_end(self, rightwards: bool) -> None:
        """Move the selected span's end by a token, to that side of the screen."""
        if (span := self._desk.span) is None:
            return
        if rightwards != self._view.runs_leftwards(max(span.start, span.end - 1)):
            token = next_token(self._desk.text, span.end)
            end = token[1] if token else None
        else:
            last = previous_token(self._desk.text, span.end)
            before = previous_token(self._desk.text, last[0]) if last else None
            end = before[1] if before else None
        if end is not None and end > span.fragments[-1][0]:
            self._edits.move(span, span.start, end)

    def move_start(self, rightwards: bool) -> None:
        """Move the selected span's start by a token, to that side of the screen."""
        if (span := self._desk.span) is None:
            return
        if rightwards != self._view.runs_leftwards(span.start):
            first = next_token(self._desk.text, span.start)
            token = next_token(self._desk.text, first[1]) if first else None
        else:
            token = previous_token(self._desk.text, span.start)
        if token is not None and token[0] < span.fragments[0][1]:
            self._edits.move(span, token[0], span.end)

    def walk(self, backwards: bool) -> None:
        """The next mark; while a relation waits, the next one it can end at."""
        if self.linker.armed:
            self.linker.step(backwards)
        else:
            self._view.next_span(backwards)

    # -- actors and relations
    def link_actor(self) -> None:
        """Link the selected mention to an actor; a selection is marked as a mention first."""
        chosen = self._view.selection()
        mention = next((rules.key for rules in self._desk.content.span_labels if rules.links_to_actor), None)
        if chosen is not None and mention is not None:
            made = self._edits.mark(*chosen, mention)
            if made is None:
                return
            self._view.select_span(made)
        span = self._desk.span
        rules = self._desk.rules(span)
        if span is None or rules is None or not rules.links_to_actor:
            self._say(tr("Select a mention first."))
            return
        self._view.ensure_visible(span.start, span.end)
        ident = span.id
        self._chooser.ask(
            tr("Which actor is {words}?", words=quoted(span)), shorten(span.quote, 80),
            choices.actors(self._desk.marks),
            self._chooser.near(self._pane, self._pane.place_of_caret()),
            lambda candidate: self._edits.link(ident, candidate), self._view,
        )  # fmt: skip

    def relate(self) -> None:
        """Begin a relation at the selected span; pressed again, let go."""
        if self.linker.armed:
            self.linker.cancel()
        else:
            self.linker.arm(self._desk.span.id if self._desk.span else "", None)
            self.hint_ends()

    def hint_ends(self) -> None:
        """Letters over the marks that the relation that waits can end at."""
        if self.linker.armed and any(map(self.linker.fits, self._desk.marks.spans.values())):
            self.selecting.hint(self._pane.armed.words.whole, self._end_link, self.linker.fits)

    def _end_link(self, span_id: str | None) -> None:
        if span_id is not None:
            self.linker.complete(span_id)
        else:
            self.linker.remind()

    def cancel(self) -> None:
        """Let go of what waits, or of what is selected."""
        if self.linker.armed:
            self.linker.cancel()
        elif self.selecting.busy:
            self.selecting.let_go()
        elif not self.bar.isHidden():
            self.bar.end()
        else:
            self._desk.select_span(None)

    # -- stances
    def stance(self) -> None:
        """Open the stance bar on the selection, or on the selected span."""
        span, chosen = self._desk.span, self._view.selection()
        if span is None and chosen is None:
            self._say(tr("Select the passage that shows the stance first."))
            return
        self._evidence = (chosen,) if chosen else span.fragments if span else ()
        self._claim = span.id if span and span.label == CLAIM else None
        self.bar.begin(self._desk.marks, self._holder_for(span))
        self._pane.settle()
        self._view.ensure_visible(self._evidence[0][0], self._evidence[-1][1])

    def _holder_for(self, span: Span | None) -> Candidate | None:
        """The mention's own actor, or the one that a claim is attributed to."""
        marks = self._desk.marks
        if span is None:
            return None
        sources = [span, *(marks.spans.get(r.tail_id) for r in marks.relations_from(span.id))]
        found = next((s.actor_id for s in sources if s is not None and s.actor_id), None)
        if found is None:
            return choices.author() if span.attrs.get("voice") == "own" else None
        return Candidate("actor", found, marks.actor_name(found))

    def _save_stance(self, draft: Draft) -> None:
        proposes = self._edits.proposes
        holder_id, new_holder = entry_of(draft.holder, proposes)
        target_id, new_target = entry_of(draft.target, proposes)
        kind = draft.holder.kind
        holder = Holder(kind=kind) if kind in ("author", "unnamed") else Holder(kind="actor", id=holder_id)
        expressed, new_expressed = entry_of(draft.expressed_by, proposes) if draft.expressed_by else (None, ())
        self._problem = None
        made = self._edits.add_stance(
            holder=holder, polarity=draft.polarity, target=target_of(draft.target, target_id),
            evidence=self._evidence, new=(*new_holder, *new_target, *new_expressed), intensity=draft.intensity,
            explicit=draft.explicit, irony=draft.irony, negated=draft.negated, confidence=draft.confidence,
            note=draft.note, expressed_by=expressed, claim_id=self._claim,
        )  # fmt: skip
        if made is not None:
            self.bar.end()
        else:
            self.bar.say(sentence(self._problem) if self._problem else tr("The stance was not saved."))

    def _hint_for_bar(self) -> None:
        self.selecting.hint(tr("Press the letter of a mention or a claim. Esc lets go."), self._fill_bar)

    def _fill_bar(self, span_id: str | None) -> None:
        if span_id is not None and not self._clicked(span_id):
            self.bar.resume()
            self.bar.say(tr("That mark is neither a claim nor linked to an actor."))
        elif span_id is None:
            self.bar.resume()

    def _ask_expressed(self) -> None:
        self._chooser.ask(
            tr("Who says it for the holder?"), "", choices.actors(self._desk.marks),
            self._chooser.near(self._pane, self.bar.geometry()), self.bar.set_expressed, self.bar.details.expressed,
        )  # fmt: skip

    def _keep_problem(self, problem: Problem) -> None:
        self._problem = problem

    # -- the text
    def back_to_text(self) -> None:
        """Give the focus to the reader."""
        self._view.setFocus()

    def _clicked(self, span_id: str) -> bool:
        """Whether the span was taken for what waits for one."""
        span = self._desk.marks.spans.get(span_id)
        if self.linker.armed:
            return self.linker.complete(span_id)
        if self.bar.isHidden() or span is None:
            return False
        if span.label == CLAIM:
            self.bar.take(Candidate("claim", span.id, quoted(span, 60)))
        elif span.actor_id:
            self.bar.take(Candidate("actor", span.actor_id, self._desk.marks.actor_name(span.actor_id)))
        return span.label == CLAIM or span.actor_id is not None

    def _picked(self, span_id: str) -> None:
        if self.linker.armed or not self.bar.isHidden():
            self._clicked(span_id)
        else:
            self._desk.select_span(span_id)

    def _activated(self, span_id: str) -> None:
        """Enter or a double click: complete a link, link a mention, or go to the form."""
        rules = self._desk.rules(self._desk.marks.spans.get(span_id))
        if self.linker.armed:
            self.linker.complete(span_id)
        elif rules is not None and rules.links_to_actor:
            self.link_actor()
        else:
            self._inspector.show_tab(SELECTED)
            self._inspector.refresh()
            self._inspector.enter()

    def _say(self, words: str) -> None:
        self._desk.session.notice.emit(words)
