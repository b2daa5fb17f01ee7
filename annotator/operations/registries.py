"""The project's registries: annotators here, actors and issues in modules of their own."""

from __future__ import annotations

from annotator.errors import Refused, say
from annotator.models import Annotator, Role
from annotator.operations.actors import add_actor, change_actor, delete_actor
from annotator.operations.issues import add_issue, change_issue, delete_issue
from annotator.store import Project, StepWriter

__all__ = ["add_actor", "add_issue", "annotator", "change_actor", "change_issue", "delete_actor", "delete_issue",
           "new_annotator"]  # fmt: skip

COLOURS = ("#0072b2", "#a65b00", "#8a4f9e", "#00795a", "#b4371b", "#5f6672")  # safe for colour-blind readers


def annotator(project: Project, name: str, role: Role = "annotator") -> Annotator:
    """The annotator of that name, added to the project if there is none."""
    name = name.strip()
    if not name:
        raise Refused(say("An annotator needs a name."), say("Type one."))
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
