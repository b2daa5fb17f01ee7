"""Stances: add, change, delete."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from annotator import text as texts
from annotator.errors import Refused, say
from annotator.models import Actor, Holder, Issue, Polarity, Record, Span, Stance, Target, new_id
from annotator.operations.entries import new_entry
from annotator.operations.layers import mark_of, own, result
from annotator.store import Project, Step, StepWriter


def add(
    project: Project,
    by: str,
    article_id: str,
    holder: Holder,
    polarity: Polarity | None,
    target: Target,
    evidence: tuple[tuple[int, int], ...],
    *,
    new: tuple[Actor | Issue, ...] = (),
    **fields: Any,
) -> Step:
    """Say that a holder is for or against a target. `polarity` None: cannot decide.

    `new` are actors and issues made in passing, added to the registries in the same step. `fields` are the stance's
    other fields. Raises Refused if something it refers to is not there or the evidence is not in the text.
    """
    with project.step("Add stance", by) as step:
        for entry in new:
            new_entry(project, step, entry)
        layer = own(project, step, by, article_id)
        stance = Stance(
            id=new_id(), holder=holder, polarity=polarity, target=target, evidence=evidence,
            created_at=step.at, updated_at=step.at, **fields,
        )  # fmt: skip
        refuse_wrong(step, layer, len(project.text(article_id)), stance)
        step.insert(stance, layer)
    return result(step)


def change(
    project: Project, by: str, article_id: str, stance_id: str, *, new: tuple[Actor | Issue, ...] = (), **fields: Any
) -> Step:
    """Set fields of a stance, by their record names."""
    with project.step("Change stance", by) as step:
        for entry in new:
            new_entry(project, step, entry)
        layer = own(project, step, by, article_id)
        old = mark_of(step, Stance, layer, stance_id)
        stance = Stance.model_validate({**dict(old), **fields, "updated_at": step.at})
        refuse_wrong(step, layer, len(project.text(article_id)), stance)
        step.update(Stance, stance_id, layer, **columns(stance, {*fields, "updated_at"}))
    return result(step)


def delete(project: Project, by: str, article_id: str, stance_id: str) -> Step:
    """Delete a stance."""
    with project.step("Delete stance", by) as step:
        layer = own(project, step, by, article_id)
        mark_of(step, Stance, layer, stance_id)
        step.delete(Stance, stance_id, layer)
    return result(step)


def columns(mark: Record, names: Iterable[str]) -> dict[str, Any]:
    """Fields of a mark as the columns that a step sets."""
    found: dict[str, Any] = {}
    for name in names:
        value = getattr(mark, name)
        if isinstance(value, Record):
            found[f"{name}_kind"], found[f"{name}_id"] = value.kind, value.id  # type: ignore[attr-defined]
        else:
            found[name] = value
    return found


def refuse_wrong(step: StepWriter, layer: str, length: int, stance: Stance) -> None:
    """Refuse a stance that refers to what is not there, or has no place in the text, which is `length` long."""
    if (stance.holder.kind == "actor") != (stance.holder.id is not None):
        raise Refused(say("A holder is an actor, the author, or unnamed."), say("Choose one of them."))
    for ident in (stance.holder.id, stance.expressed_by):
        if ident is not None and step.get(Actor, ident) is None:
            raise Refused(say("This actor is not in the registry."), say("Choose another, or add it."))
    target = stance.target
    if target.kind == "claim":
        found: Record | None = step.get(Span, target.id, layer)
    else:
        found = step.get(Actor if target.kind == "actor" else Issue, target.id)
    if found is None:
        raise Refused(
            say("The {kind} that the stance is about is not there.", kind=target.kind), say("Choose another target.")
        )
    if stance.claim_id is not None:
        mark_of(step, Span, layer, stance.claim_id)
    fault = texts.fragment_fault(stance.evidence, length)
    if fault:
        raise Refused(
            say("The stance has no evidence in the text: {fault}.", fault=fault),
            say("Select the passage that shows it."),
        )
