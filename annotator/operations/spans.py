"""Spans: mark, relabel, move, link to an actor, describe, delete; relations between them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from annotator import text as texts
from annotator.codebook import CodebookContent, SpanLabel
from annotator.errors import Refused, either, say
from annotator.models import Actor, Note, Relation, Span, Stance, new_id
from annotator.operations.entries import new_entry
from annotator.operations.layers import mark_of, own, result
from annotator.store import Project, Step, StepWriter


def mark(
    project: Project,
    by: str,
    article_id: str,
    start: int,
    end: int,
    label: str,
    *,
    actor_id: str | None = None,
    attrs: Mapping[str, Any] | None = None,
    origin: str = "manual",
) -> Step:
    """Label a stretch of the text; `start`, `end` in code points. Raises Refused if the codebook forbids it.

    White space at its ends is left out.
    """
    text = project.text(article_id)
    if not 0 <= start < end <= len(text):
        raise Refused(
            say("The selection {start}–{end} is not inside the text.", start=start, end=end),
            say("Select some words first."),
        )
    start, end = texts.trim(text, start, end)
    if start == end:
        raise Refused(say("There is nothing but blanks in the selection."), say("Select some words first."))
    rules = _label(project.codebook().content, label)
    with project.step(f"Mark {rules.name.lower()}", by) as step:
        layer = own(project, step, by, article_id)
        if actor_id is not None:
            refuse_actor(step, rules, actor_id)
        for key, value in (attrs or {}).items():
            refuse_value(rules, key, value)
        span = Span(
            id=new_id(), label=label, start=start, end=end, quote=text[start:end], fragments=((start, end),),
            actor_id=actor_id, attrs=dict(attrs or {}), origin=origin, created_at=step.at, updated_at=step.at,
        )  # fmt: skip
        _refuse_clash(project, layer, span, rules)
        step.insert(span, layer)
    return result(step)


def relabel(project: Project, by: str, article_id: str, span_id: str, label: str) -> Step:
    """Give a span another label; attributes the new label does not know go, and so does a link to an actor."""
    rules = _label(project.codebook().content, label)
    with project.step(f"Relabel as {rules.name.lower()}", by) as step:
        layer = own(project, step, by, article_id)
        span = mark_of(step, Span, layer, span_id)
        _refuse_clash(project, layer, span.model_copy(update={"label": label}), rules)
        attrs = {k: v for k, v in span.attrs.items() if _value_fault(rules, k, v) is None}
        actor = span.actor_id if rules.links_to_actor else None
        _drop_relations(project, step, layer, span.id, label)
        step.update(Span, span_id, layer, label=label, attrs=attrs, actor_id=actor, updated_at=step.at)
    return result(step)


def move(project: Project, by: str, article_id: str, span_id: str, fragments: list[tuple[int, int]]) -> Step:
    """Give a span other fragments: new boundaries, one more fragment, one less."""
    text = project.text(article_id)
    parts = sorted(fragments)
    # trimming comes second: it needs fragments that are in the text
    if not texts.fragment_fault(parts, len(text)):
        parts = [texts.trim(text, a, b) for a, b in parts]
    if fault := texts.fragment_fault(parts, len(text)):
        raise Refused(say("The span cannot be there: {fault}.", fault=fault), say("Select other words."))
    with project.step("Move boundary", by) as step:
        layer = own(project, step, by, article_id)
        span = mark_of(step, Span, layer, span_id)
        moved = {
            "start": parts[0][0],
            "end": parts[-1][1],
            "fragments": tuple(parts),
            "quote": texts.quote(text, parts),
        }
        rules = project.codebook().content.span_label(span.label)
        if rules is not None:
            _refuse_clash(project, layer, span.model_copy(update=moved), rules)
        step.update(Span, span_id, layer, updated_at=step.at, **moved)
    return result(step)


def link(project: Project, by: str, article_id: str, span_id: str, actor_id: str | None) -> Step:
    """Link a mention to an actor of the registry, or unlink it (None)."""
    with project.step("Link to actor" if actor_id else "Unlink actor", by) as step:
        layer = own(project, step, by, article_id)
        link_in(project, step, layer, span_id, actor_id)
    return result(step)


def link_to_new(project: Project, by: str, article_id: str, span_id: str, actor: Actor) -> Step:
    """Add an actor to the registry and link a mention to it, in one step. Raises Refused for a name that is taken."""
    with project.step(f"Add actor {actor.name}", by) as step:
        new_entry(project, step, actor)
        layer = own(project, step, by, article_id)
        link_in(project, step, layer, span_id, actor.id)
    return result(step)


def link_in(project: Project, step: StepWriter, layer: str, span_id: str, actor_id: str | None) -> None:
    """The link itself, within a step."""
    span = mark_of(step, Span, layer, span_id)
    rules = project.codebook().content.span_label(span.label)
    if actor_id is not None:
        refuse_actor(step, rules, actor_id)
    step.update(Span, span_id, layer, actor_id=actor_id, updated_at=step.at)


def describe(project: Project, by: str, article_id: str, span_id: str, attrs: Mapping[str, Any]) -> Step:
    """Set attributes of a span; None takes one away. Raises Refused for a value the codebook does not have."""
    with project.step("Change attributes", by) as step:
        layer = own(project, step, by, article_id)
        span = mark_of(step, Span, layer, span_id)
        rules = project.codebook().content.span_label(span.label)
        for key, value in attrs.items():
            refuse_value(rules, key, value)
        changed = {**span.attrs, **attrs}
        step.update(Span, span_id, layer, attrs={k: v for k, v in changed.items() if v is not None}, updated_at=step.at)
    return result(step)


def set_uncertain(project: Project, by: str, article_id: str, span_id: str, uncertain: bool) -> Step:
    """Tick or untick "best guess, not sure"."""
    with project.step("Mark uncertain" if uncertain else "Mark certain", by) as step:
        layer = own(project, step, by, article_id)
        mark_of(step, Span, layer, span_id)
        step.update(Span, span_id, layer, uncertain=uncertain, updated_at=step.at)
    return result(step)


def delete(project: Project, by: str, article_id: str, span_id: str) -> Step:
    """Delete a span with its relations and the stances towards it; notes on it stay, on the article."""
    with project.step("Delete mark", by) as step:
        layer = own(project, step, by, article_id)
        span = mark_of(step, Span, layer, span_id)
        rules = project.codebook().content.span_label(span.label)
        step.title = f"Delete {rules.name.lower() if rules else span.label}"
        for relation in project.all(Relation, layer):
            if span_id in (relation.head_id, relation.tail_id):
                step.delete(Relation, relation.id, layer)
        for stance in project.all(Stance, layer):
            if stance.target.kind == "claim" and stance.target.id == span_id:
                step.delete(Stance, stance.id, layer)
            elif stance.claim_id == span_id:
                step.update(Stance, stance.id, layer, claim_id=None)
        for note in project.all(Note, layer):
            if note.span_id == span_id:
                step.update(Note, note.id, layer, span_id=None)
        step.delete(Span, span_id, layer)
    return result(step)


def relate(project: Project, by: str, article_id: str, head_id: str, tail_id: str, label: str) -> Step:
    """Join two spans. A relation that may stand once per head replaces the one there. Raises Refused."""
    rules = project.codebook().content.relation_label(label)
    if rules is None:
        raise Refused(say("The codebook has no relation {label}.", label=label), say("Choose one of its relations."))
    with project.step(f"Link: {rules.name.lower()}", by) as step:
        layer = own(project, step, by, article_id)
        head, tail = mark_of(step, Span, layer, head_id), mark_of(step, Span, layer, tail_id)
        if head.label != rules.head or tail.label not in rules.tails or head_id == tail_id:
            raise Refused(
                say(
                    "“{name}” goes from {head} to {tails}.",
                    name=rules.name,
                    head=rules.head,
                    tails=either(rules.tails),
                ),
                say("Select such a pair of marks."),
            )
        existing = [r for r in project.all(Relation, layer) if r.label == label]
        if any((r.head_id, r.tail_id) == (head_id, tail_id) for r in existing):
            raise Refused(say("These two marks are linked already."))
        mine = [r for r in existing if r.head_id == head_id]
        if rules.max_per_head is not None and len(mine) >= rules.max_per_head:
            step.delete(Relation, mine[0].id, layer)
        if rules.acyclic and reaches(existing, tail_id, head_id):
            raise Refused(say("“{name}” would go round in a circle.", name=rules.name), say("Select another mark."))
        step.insert(Relation(id=new_id(), label=label, head_id=head_id, tail_id=tail_id), layer)
    return result(step)


def unrelate(project: Project, by: str, article_id: str, relation_id: str) -> Step:
    """Take a relation away."""
    with project.step("Unlink", by) as step:
        layer = own(project, step, by, article_id)
        mark_of(step, Relation, layer, relation_id)
        step.delete(Relation, relation_id, layer)
    return result(step)


def _label(content: CodebookContent, label: str) -> SpanLabel:
    rules = content.span_label(label)
    if rules is None:
        raise Refused(say("The codebook has no label {label}.", label=label), say("Choose one of its labels."))
    return rules


def refuse_actor(step: StepWriter, rules: SpanLabel | None, actor_id: str) -> None:
    """Refuse an actor that is not in the registry, or a label that is linked to none."""
    if rules is not None and not rules.links_to_actor:
        raise Refused(say("A {name} is not linked to an actor.", name=rules.name.lower()), say("Select a mention."))
    if step.get(Actor, actor_id) is None:
        raise Refused(say("This actor is not in the registry."), say("Choose another, or add it."))


def _refuse_clash(project: Project, layer: str, span: Span, rules: SpanLabel) -> None:
    refuse_clash(project.overlapping(layer, span.label, span.start, span.end), span, rules)


def refuse_clash(others: Iterable[Span], span: Span, rules: SpanLabel) -> None:
    """Refuse the same mark twice, and an overlap where the codebook forbids one."""
    for other in others:
        if other.id == span.id or other.label != span.label:
            continue
        if other.fragments == span.fragments:
            raise Refused(say("These words are marked as {name} already.", name=rules.name.lower()))
        if rules.overlap == "forbidden" and _share(other, span):
            raise Refused(
                say(
                    "A {name} may not overlap another one (“{quote}”).", name=rules.name.lower(), quote=other.quote[:40]
                ),
                say("Move one."),
            )


def _share(a: Span, b: Span) -> bool:
    return any(x < v and u < y for x, y in a.fragments for u, v in b.fragments)


def refuse_value(rules: SpanLabel | None, key: str, value: Any) -> None:
    """Refuse an attribute's value that the codebook does not have."""
    if fault := _value_fault(rules, key, value):
        raise Refused(*fault)


def _value_fault(rules: SpanLabel | None, key: str, value: Any) -> tuple[str, str] | None:
    """What is wrong with an attribute's value, and what to do, or None."""
    attribute = next((a for a in rules.attributes if a.key == key), None) if rules else None
    if attribute is None:
        return say("The codebook has no attribute {key} for this label.", key=key), say("Choose one of its attributes.")
    values = value if attribute.multiple and isinstance(value, list) else [value]
    for one in values:
        if one is not None and attribute.values and one not in attribute.values:
            return say("{name} cannot be “{one}”.", name=attribute.name, one=one), say(
                "Choose one of: {values}.", values=", ".join(attribute.values)
            )
    return None


def _drop_relations(project: Project, step: StepWriter, layer: str, span_id: str, label: str) -> None:
    """Relations that the new label is not allowed to have."""
    content = project.codebook().content
    for relation in project.all(Relation, layer):
        rules = content.relation_label(relation.label)
        if rules is None:
            continue
        wrong_head = relation.head_id == span_id and rules.head != label
        wrong_tail = relation.tail_id == span_id and label not in rules.tails
        if wrong_head or wrong_tail:
            step.delete(Relation, relation.id, layer)


def reaches(relations: Iterable[Relation], start: str, goal: str) -> bool:
    """Whether one mark leads to another by some relations."""
    relations = list(relations)
    seen, todo = set(), [start]
    while todo:
        at = todo.pop()
        if at == goal:
            return True
        if at not in seen:
            seen.add(at)
            todo.extend(r.tail_id for r in relations if r.head_id == at)
    return False
