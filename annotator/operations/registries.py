"""The project's registries: annotators, actors, issues."""

from __future__ import annotations

from typing import Any

from annotator.errors import Refused
from annotator.models import Actor, Annotator, Issue, Role, new_id
from annotator.operations.layers import result
from annotator.store import Project, Step, StepWriter
from annotator.store.queries import uses_of_actor

COLOURS = ("#0072b2", "#a65b00", "#8a4f9e", "#00795a", "#b4371b", "#5f6672")  # safe for colour-blind readers


def annotator(project: Project, name: str, role: Role = "annotator") -> Annotator:
    """The annotator of that name, added to the project if there is none."""
    name = name.strip()
    if not name:
        raise Refused("An annotator needs a name.", "Type one.")
    found = next((a for a in project.all(Annotator) if a.name == name), None)
    if found is not None:
        return found
    with project.step(f"Add annotator {name}", None) as step:
        return new_annotator(step, name, role, len(project.all(Annotator)))


def new_annotator(step: StepWriter, name: str, role: Role, number: int) -> Annotator:
    """Add an annotator within a step; `number` picks the colour."""
    made = Annotator(id=Annotator.id_for(name), name=name, role=role, colour=COLOURS[number % len(COLOURS)])
    step.insert(made)
    return made


def add_actor(project: Project, by: str, name: str, **fields: Any) -> Step:
    """Add an actor to the registry."""
    actor = Actor(id=new_id(), name=_named(name), **fields)
    with project.step(f"Add actor {actor.name}", by) as step:
        step.insert(actor)
        _refuse_strangers(step, actor)
    return result(step)


def change_actor(project: Project, by: str, actor_id: str, **fields: Any) -> Step:
    """Set fields of an actor, by their record names."""
    with project.step("Change actor", by) as step:
        old = _actor(step, actor_id)
        if "name" in fields:
            fields["name"] = _named(fields["name"])
        changed = Actor.model_validate({**dict(old), **fields})
        _refuse_strangers(step, changed)
        step.title = f"Change actor {changed.name}"
        step.update(Actor, actor_id, **{name: getattr(changed, name) for name in fields})
    return result(step)


def delete_actor(project: Project, by: str, actor_id: str) -> Step:
    """Delete an actor that nothing refers to. Raises Refused while it is used."""
    with project.step("Delete actor", by) as step:
        old = _actor(step, actor_id)
        if used := uses_of_actor(project, actor_id):
            what = "mark or actor refers" if used == 1 else "marks and actors refer"
            raise Refused(f"{used} {what} to “{old.name}”.", "Merge it into another one instead.")
        step.title = f"Delete actor {old.name}"
        step.delete(Actor, actor_id)
    return result(step)


def add_issue(project: Project, by: str, name: str, **fields: Any) -> Step:
    """Add an issue: a proposition one can be for or against."""
    issue = Issue(id=new_id(), name=_named(name), **fields)
    with project.step(f"Add issue {issue.name}", by) as step:
        step.insert(issue)
    return result(step)


def _actor(step: StepWriter, actor_id: str) -> Actor:
    found = step.get(Actor, actor_id)
    if found is None:
        raise Refused("This actor is not in the registry.", "Reload the list.")
    return found


def _refuse_strangers(step: StepWriter, actor: Actor) -> None:
    """Refuse an actor that speaks for, belongs to or was merged into one that is not there."""
    for ident in (actor.speaks_for, actor.merged_into, *actor.member_of):
        if ident is not None and (ident == actor.id or step.get(Actor, ident) is None):
            raise Refused(
                f"“{actor.name}” refers to an actor that is not in the registry, or to itself.", "Choose another."
            )


def _named(name: str) -> str:
    if not name.strip():
        raise Refused("It needs a name.", "Type one.")
    return name.strip()
