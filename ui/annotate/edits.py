"""What the panes can change on the open article: each is one step, made through the session."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from annotator.models import Actor, LayerStatus, Span, Stance, new_id
from annotator.operations import layers, remarks, spans, stances
from annotator.store import Step
from ui.annotate.choices import record_of
from ui.annotate.desk import Desk
from ui.widgets.ranking import Candidate


class Edits:
    """Each method returns the step, or None if it was refused; the session then says why."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def _do(self, operation: Callable[..., Step], *args: Any, **kwargs: Any) -> Step | None:
        session = self._desk.session
        return session.do(operation, session.article, *args, **kwargs) if self._desk.article else None

    # -- spans
    def mark(self, start: int, end: int, label: str) -> str | None:
        """Mark a stretch of the text; returns the new span's id. Code points."""
        step = self._do(spans.mark, start, end, label)
        return step.created("span")[0] if step else None

    def relabel(self, span_id: str, label: str) -> Step | None:
        """Give a span another label."""
        return self._do(spans.relabel, span_id, label)

    def move(self, span: Span, start: int, end: int) -> Step | None:
        """Move a span's outer edges. Code points."""
        parts = [[a, b] for a, b in span.fragments]
        parts[0][0], parts[-1][1] = start, end
        return self._do(spans.move, span.id, [(a, b) for a, b in parts])

    def set_fragments(self, span_id: str, fragments: list[tuple[int, int]]) -> Step | None:
        """Give a span other fragments. Code points."""
        return self._do(spans.move, span_id, fragments)

    def describe(self, span_id: str, key: str, value: Any) -> Step | None:
        """Set an attribute of a span; None takes it away."""
        return self._do(spans.describe, span_id, {key: value})

    def set_uncertain(self, span_id: str, uncertain: bool) -> Step | None:
        """Tick or untick "best guess"."""
        return self._do(spans.set_uncertain, span_id, uncertain)

    def delete_span(self, span_id: str) -> Step | None:
        """Delete a span."""
        return self._do(spans.delete, span_id)

    def link(self, span_id: str, candidate: Candidate) -> Step | None:
        """Link a mention to an actor, made in the same step if it is new."""
        if candidate.kind == "actor":
            return self._do(spans.link, span_id, candidate.id)
        actor = record_of(candidate, new_id(), self.proposes)
        return self._do(spans.link_to_new, span_id, actor) if isinstance(actor, Actor) else None

    def unlink(self, span_id: str) -> Step | None:
        """Take a mention's actor away."""
        return self._do(spans.link, span_id, None)

    def relate(self, head_id: str, tail_id: str, label: str) -> Step | None:
        """Join two spans."""
        return self._do(spans.relate, head_id, tail_id, label)

    def unrelate(self, relation_id: str) -> Step | None:
        """Take a relation away."""
        return self._do(spans.unrelate, relation_id)

    # -- stances
    def add_stance(self, **fields: Any) -> str | None:
        """Add a stance by the fields of `operations.stances.add`; returns its id."""
        step = self._do(stances.add, **fields)
        return step.created("stance")[0] if step else None

    def change_stance(self, stance: Stance, **fields: Any) -> Step | None:
        """Set fields of a stance."""
        return self._do(stances.change, stance.id, **fields)

    def delete_stance(self, stance_id: str) -> Step | None:
        """Delete a stance."""
        return self._do(stances.delete, stance_id)

    # -- the article
    def add_note(self, text: str, span_id: str | None, question: bool = False) -> Step | None:
        """Add a remark, or ask a question."""
        return self._do(remarks.add_note, text, span_id, question)

    def answer_note(self, note_id: str, text: str) -> Step | None:
        """Answer a question, whoever asked it."""
        return self._do(remarks.answer, note_id, text)

    def set_question(self, note_id: str, question: bool) -> Step | None:
        """Make a question of a remark, or a remark of a question."""
        return self._do(remarks.set_question, note_id, question)

    def edit_note(self, note_id: str, text: str) -> Step | None:
        """Change a remark; no text deletes it."""
        return self._do(remarks.edit_note, note_id, text)

    def resolve_note(self, note_id: str, resolved: bool) -> Step | None:
        """Settle a remark, or open it again."""
        return self._do(remarks.resolve_note, note_id, resolved)

    def label_article(self, key: str, value: Any) -> Step | None:
        """Set an article label; None takes it away."""
        return self._do(remarks.label_article, key, value)

    def set_status(self, status: LayerStatus) -> Step | None:
        """Say where the annotator stands with the article."""
        return self._do(layers.set_status, status)

    @property
    def proposes(self) -> bool:
        """Whether new registry entries of this annotator wait for the lead's word."""
        return self._desk.session.annotator.role == "annotator"
