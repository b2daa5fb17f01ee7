"""Layers that were changed on both sides: which versions there are, and a lead's word on which one stands."""

from __future__ import annotations

from dataclasses import dataclass

from annotator.errors import Refused, say
from annotator.models import Annotator, Article, Layer, Note, Reading, new_id
from annotator.operations.layers import result
from annotator.operations.settings import remember
from annotator.store import Project, Step, lineage
from annotator.store.readings import add, reading
from annotator.team import keeping
from annotator.team.handout import notes_of
from annotator.team.writing import replace_out

STANDING = ""  # the version that stands now


@dataclass(frozen=True, slots=True)
class Choice:
    """One version of a layer. `id`: `STANDING`, or what names a kept one. `came_from`: the file it came with, "" for
    the one that stands; `at`: when it came."""

    id: str
    came_from: str
    at: str
    reading: Reading


@dataclass(frozen=True, slots=True)
class Conflict:
    """A layer of which there is more than one version."""

    layer_id: str
    article_id: str
    title: str
    annotator: str
    choices: tuple[Choice, ...]


def conflicts(project: Project) -> list[Conflict]:
    """The layers that wait for a lead, by title and annotator."""
    kept: dict[str, list[keeping.Kept]] = {}
    for one in keeping.kept(project):
        kept.setdefault(one.layer_id, []).append(one)
    found = (_conflict(project, versions) for versions in kept.values())
    return sorted((one for one in found if one), key=lambda one: (one.title, one.annotator))


def _conflict(project: Project, versions: list[keeping.Kept]) -> Conflict | None:
    first = versions[0]
    article, person = project.get(Article, first.article_id), project.get(Annotator, first.annotator_id)
    standing = reading(project, first.article_id, first.annotator_id)
    if article is None or person is None:
        return None
    choices = [Choice(STANDING, "", "", standing)] if standing is not None and standing.layer is not None else []
    for one in versions:
        whole = one.reading(project)
        if whole is not None:
            choices.append(Choice(one.setting, one.came_from, one.at, whole))
    return Conflict(first.layer_id, article.id, article.title, person.name, tuple(choices))


def settle(project: Project, by: str, layer_id: str, choice: str) -> Step:
    """Let one version of a layer stand and the others go; one step, which undo takes back. `choice`: a `Choice.id`.

    What comes later from a copy that has only one of them is a conflict again. Raises Refused for a version that is no
    longer kept, and for who is no lead.
    """
    person = project.get(Annotator, by)
    if person is None or person.role != "lead":
        raise Refused(say("Only a lead can settle which version stands."), say("Ask a lead."))
    versions = list(keeping.kept(project, layer_id))
    chosen = next((one for one in versions if one.setting == choice), None)
    layer = project.get(Layer, layer_id)
    if not versions or (chosen is None and (choice != STANDING or layer is None)):
        raise Refused(say("This version is no longer kept."), say("Look at the list again."))
    steps = lineage.edits(project).get(layer_id, frozenset()).union(*(one.edits for one in versions))
    with project.step("Settle versions", by) as step:
        # a step of its own: the settled version goes beyond all of them
        remember(step, lineage.EDITS + layer_id, lineage.packed(steps | {new_id()[: lineage.DIGITS]}))
        for one in versions:
            keeping.forget(step, one.setting)
        whole = chosen.reading(project) if chosen else None
        if chosen is not None and whole is not None and whole.layer is not None:
            head = whole.layer
            revision = max(head.revision, layer.revision if layer else 0)
            seconds = max(head.active_seconds, layer.active_seconds if layer else 0)
            if layer is not None:
                replace_out(project, step, layer)
            made = Layer(
                id=layer_id, article_id=chosen.article_id, annotator_id=chosen.annotator_id, status=head.status,
                revision=revision, codebook_version=head.codebook, opened_at=head.opened_at, done_at=head.done_at,
                active_seconds=seconds,
            )  # fmt: skip
            add(step, [(whole, False, made, _notes(project, whole))])
    return result(step)


def _notes(project: Project, whole: Reading) -> tuple[Note, ...]:
    return notes_of(whole, {person.name: person.id for person in project.all(Annotator)})
