"""Picking the other end of a relation in the text: armed, then completed by a click or Enter, or let go."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from annotator.codebook import RelationLabel
from annotator.models import Span
from ui.annotate.desk import Desk
from ui.annotate.edits import Edits
from ui.annotate.words import quoted
from ui.i18n import tr, within
from ui.reader import ReaderView


class Linker(QObject):
    """At most one relation waits at a time."""

    changed = Signal(str)  # what is being asked, "" when nothing waits

    def __init__(self, desk: Desk, edits: Edits, view: ReaderView, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._edits, self._view = desk, edits, view
        self._head = ""
        self._rules: tuple[RelationLabel, ...] = ()
        desk.opened.connect(self.cancel)

    @property
    def armed(self) -> bool:
        """Whether a relation waits for its other end."""
        return bool(self._head)

    def arm(self, head_id: str, label: str | None) -> None:
        """Begin a relation at a span: that of `label`, or any the codebook allows there."""
        head = self._desk.marks.spans.get(head_id)
        rules = rules_of(self._desk, head, label)
        if head is None or not rules:
            self._desk.session.notice.emit(tr("Select a claim first: links start there."))
            return
        self._head, self._rules = head_id, rules
        self.remind()

    def remind(self) -> None:
        """Say again what is being asked."""
        head = self._desk.marks.spans.get(self._head)
        if head is None:
            return
        others = tr(" or ").join(_names(self._desk, self._rules[0]))
        rules = self._rules
        self.changed.emit(
            tr(
                "{relation}: choose the {others} for {words} — its letter, Tab and Enter, or a click.",
                relation=rules[0].name,
                others=others,
                words=quoted(head, 24),
            )
        )

    def cancel(self) -> None:
        """Let go."""
        if self._head:
            head, self._head = self._head, ""
            self.changed.emit("")
            self._view.select_span(head)

    def complete(self, span_id: str) -> bool:
        """Link to this span, if it can be the other end. Says so if it cannot."""
        tail = self._desk.marks.spans.get(span_id)
        rule = self._rule(tail)
        if tail is None or rule is None or span_id == self._head:
            others = tr(" or ").join(name for rule in self._rules for name in _names(self._desk, rule))
            self._desk.session.notice.emit(
                tr("This cannot be the other end: choose {others}, or press Esc.", others=others)
            )
            return False
        head, self._head = self._head, ""
        self.changed.emit("")
        self._edits.relate(head, span_id, rule.key)
        self._view.select_span(head)
        return True

    def fits(self, span: Span) -> bool:
        """Whether the relation that waits can end at this span."""
        return span.id != self._head and self._rule(span) is not None

    def step(self, backwards: bool) -> None:
        """Go to the next mark that the first relation can end at."""
        for _ in self._desk.marks.spans:
            found = self._view.next_span(backwards)
            span = self._desk.marks.spans.get(found or "")
            if span is not None and span.id != self._head and span.label in self._rules[0].tails:
                return

    def _rule(self, tail: Span | None) -> RelationLabel | None:
        return next((rule for rule in self._rules if tail is not None and tail.label in rule.tails), None)


def rules_of(desk: Desk, head: Span | None, label: str | None = None) -> tuple[RelationLabel, ...]:
    """The relations that can start at a span: the one of `label`, or all."""
    return tuple(
        rule
        for rule in desk.content.relation_labels
        if head is not None and rule.head == head.label and (label is None or rule.key == label)
    )


def _names(desk: Desk, rule: RelationLabel) -> list[str]:
    found = [desk.content.span_label(tail) for tail in rule.tails]
    return [within(rules.name) for rules in found if rules is not None]
