"""The gold layer of an article within a step: what is on it, what verdicts put there and take away."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, TypeVar

from annotator import text as texts
from annotator.adjudication.states import Mark, mark_id, place_of
from annotator.codebook import CodebookContent
from annotator.errors import Refused, say
from annotator.models import (
    Annotator,
    ArticleLabel,
    Json,
    Note,
    Record,
    Relation,
    Span,
    Stance,
    new_id,
)
from annotator.operations.layers import own
from annotator.operations.registries import new_annotator
from annotator.operations.spans import reaches, refuse_actor, refuse_clash, refuse_value
from annotator.operations.stances import columns, refuse_wrong
from annotator.store import Project, StepWriter

GOLD, ORIGIN = "gold", "adjudicated"
_RECORDS: dict[str, type[Record]] = {
    "span": Span, "relation": Relation, "statement": Stance, "label": ArticleLabel,
}  # fmt: skip
M = TypeVar("M", Span, Relation, Stance)


def gold_annotator(project: Project, step: StepWriter) -> Annotator:
    """The annotator whose layers are gold, added to the project if there is none."""
    people = project.all(Annotator)
    made_now = step.get(Annotator, Annotator.id_for(GOLD))
    found = next((person for person in (*people, made_now) if person and person.role == "gold"), None)
    if found is not None:
        return found
    if any(person.name == GOLD for person in people):
        raise Refused(
            say("An annotator is called “{name}”, as the layer of verdicts is.", name=GOLD),
            say("Import the layer under another name first."),
        )
    return new_annotator(step, GOLD, "gold", len(people))


class Gold:
    """What is put here gets ids of its own, or keeps those it takes the place of."""

    def __init__(self, project: Project, step: StepWriter, article_id: str) -> None:
        self._project, self._step, self._article_id = project, step, article_id
        self.text = project.text(article_id)
        self.layer = own(project, step, gold_annotator(project, step).id, article_id)
        self.spans = _by_id(project.all(Span, self.layer))
        self.relations = _by_id(project.all(Relation, self.layer))
        self.stances = _by_id(project.all(Stance, self.layer))
        self.labels = {label.key: label.value for label in project.all(ArticleLabel, self.layer)}
        self._notes = [note for note in project.all(Note, self.layer) if note.span_id]

    @property
    def codebook(self) -> CodebookContent:
        """The newest one, which is what gold follows."""
        return self._project.codebook().content

    @contextmanager
    def savepoint(self) -> Iterator[None]:
        """A part of the step of which nothing is left if the block raises."""
        there = [dict(marks) for marks in (self.spans, self.relations, self.stances, self.labels)]
        try:
            with self._step.savepoint():
                yield
        except BaseException:
            self.spans, self.relations, self.stances, self.labels = there
            raise

    # -- putting
    def put(self, mark: Mark, over: str | None, fresh: str) -> str:
        """Put a mark whose references are to gold's own marks; gives its id. `over`: the id of the mark that it takes
        the place of; `fresh`: the id of a new one. A mark that is there already stays. Raises Refused for what the
        codebook forbids."""
        if isinstance(mark, ArticleLabel):
            return self._label(mark.key, mark.value)
        there = self.spans.keys() | self.relations.keys() | self.stances.keys()
        ident = over or (new_id() if fresh in there else fresh)
        if isinstance(mark, Span):
            return self._span(mark, over, ident)
        return self._relation(mark, over, ident) if isinstance(mark, Relation) else self._stance(mark, over, ident)

    def _span(self, mark: Span, over: str | None, ident: str) -> str:
        if fault := texts.fragment_fault(mark.fragments, len(self.text)):
            raise Refused(say("The span cannot be there: {fault}.", fault=fault), say("Select other words."))
        rules = self.codebook.span_label(mark.label)
        if rules is None:
            raise Refused(say("The codebook has no label {label}.", label=mark.label), say("Choose one of its labels."))
        if mark.actor_id is not None:
            refuse_actor(self._step, rules, mark.actor_id)
        for key, value in mark.attrs.items():
            refuse_value(rules, key, value)
        same = next((s for s in self.spans.values() if _like(s, mark)), None)
        ident = same.id if same else ident
        refuse_clash([span for span in self.spans.values() if span.id not in (ident, over)], mark, rules)
        old = self.spans.get(ident)
        if old is not None and old.label != mark.label:
            self._refuse_hung_upon(old)
        made = mark.model_copy(
            update={
                "id": ident, "start": mark.fragments[0][0], "end": mark.fragments[-1][1],
                "quote": texts.quote(self.text, mark.fragments), "uncertain": False, **self._stamps(old),
            }
        )  # fmt: skip
        self._write(made, old, self.spans)
        return ident

    def _relation(self, mark: Relation, over: str | None, ident: str) -> str:
        rules = self.codebook.relation_label(mark.label)
        if rules is None:
            raise Refused(
                say("The codebook has no relation {label}.", label=mark.label), say("Choose one of its relations.")
            )
        others = [r for r in self.relations.values() if r.label == mark.label and r.id != over]
        same = next((r for r in others if (r.head_id, r.tail_id) == (mark.head_id, mark.tail_id)), None)
        ident = same.id if same else ident
        mine = [r for r in others if r.head_id == mark.head_id and r.id != ident]
        if rules.max_per_head is not None and len(mine) >= rules.max_per_head:
            raise Refused(
                say("“{name}” starts from this mark already in gold.", name=rules.name),
                say("Re-open that verdict first."),
            )
        if rules.acyclic and reaches(others, mark.tail_id, mark.head_id):
            raise Refused(say("“{name}” would go round in a circle.", name=rules.name), say("Select another mark."))
        self._write(mark.model_copy(update={"id": ident}), self.relations.get(ident), self.relations)
        return ident

    def _stance(self, mark: Stance, over: str | None, ident: str) -> str:
        if not mark.evidence:  # as some come from other programs
            mark = mark.model_copy(update={"evidence": place_of(mark, self.spans, len(self.text))})
        refuse_wrong(self._step, self.layer, len(self.text), mark)
        same = next((s for s in self.stances.values() if s.id != over and _says(s) == _says(mark)), None)
        ident = same.id if same else ident
        old = self.stances.get(ident)
        self._write(mark.model_copy(update={"id": ident, **self._stamps(old)}), old, self.stances)
        return ident

    def _label(self, key: str, value: Json) -> str:
        if key not in self.labels:
            self._step.insert(ArticleLabel(key=key, value=value), self.layer)
        elif self.labels[key] != value:
            self._step.update(ArticleLabel, key, self.layer, value=value)
        self.labels[key] = value
        return key

    def _stamps(self, old: Span | Stance | None) -> dict[str, Any]:
        made = old.created_at if old else self._step.at
        return {"origin": ORIGIN, "created_at": made, "updated_at": self._step.at}

    def _write(self, made: M, old: M | None, there: dict[str, M]) -> None:
        if old is None:
            self._step.insert(made, self.layer)
        else:
            self._step.update(type(made), made.id, self.layer, **columns(made, set(type(made).model_fields) - {"id"}))
        there[made.id] = made

    # -- taking away
    def has(self, kind: str, ident: str) -> bool:
        """Whether a mark of a unit's kind is there."""
        return ident in self._of(kind)

    def remove(self, kind: str, ident: str) -> None:
        """Take a mark away, if it is there. Raises Refused if others refer to it."""
        mark = self._of(kind).pop(ident, None)
        if mark is None:
            return
        if isinstance(mark, Span):
            self._refuse_hung_upon(mark)
            for note in self._notes:
                if note.span_id == ident:
                    self._step.update(Note, note.id, self.layer, span_id=None)
        self._step.delete(_RECORDS[kind], ident, self.layer)

    def _of(self, kind: str) -> dict[str, Any]:
        marks: dict[str, dict[str, Any]] = {
            "span": self.spans, "relation": self.relations, "statement": self.stances, "label": self.labels,
        }  # fmt: skip
        return marks[kind]

    def _refuse_hung_upon(self, span: Span) -> None:
        by_relation = any(span.id in (r.head_id, r.tail_id) for r in self.relations.values())
        if by_relation or any(span.id in (s.claim_id, s.target.id) for s in self.stances.values()):
            raise Refused(
                say("Other decisions refer to “{quote}”.", quote=span.quote[:40]),
                say("Re-open those first: its statement, its relations."),
            )


def _by_id(marks: Iterable[M]) -> dict[str, M]:
    return {mark_id(mark): mark for mark in marks}


def _like(one: Span, other: Span) -> bool:
    return one.label == other.label and one.fragments == other.fragments


def _says(stance: Stance) -> Mapping[str, Any]:
    """A stance without what tells two equal ones apart."""
    return stance.model_dump(exclude={"id", "origin", "created_at", "updated_at", "note", "confidence"})
