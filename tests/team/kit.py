"""A small project of a team, and what its copies say."""

from __future__ import annotations

import contextlib
import random
from pathlib import Path
from typing import Any

from annotator.errors import Refused
from annotator.models import Actor, Annotator, ArticleLabel, Layer, Note, Relation, Span, Stance
from annotator.operations import layers, remarks, spans
from annotator.operations.registries import annotator
from annotator.store import Project
from annotator.team import keeping
from tests.factories import add_article, new_project

TEXTS = (
    "Ada Vale said no. \U0001f6a2 Ferries stay, she said.\r\n",
    "e\u0301cole \u05e9\u05dc\u05d5\u05dd: nobody agrees with the port.",
)


def team(folder: Path) -> tuple[Project, str, str, str]:
    """A project with two articles, and the ids of a lead, Ann and Ben, who have both to read."""
    project = new_project(folder, "study", clock=None)
    articles = [add_article(project, text, f"Article {n}") for n, text in enumerate(TEXTS)]
    lead = annotator(project, "Lea", "lead").id
    ann, ben = annotator(project, "Ann").id, annotator(project, "Ben").id
    with project.step("Plan", lead) as step:
        for article in articles:
            for who in (ann, ben):
                layers.beside(project, step, who, article)
    return project, lead, ann, ben


def edit(project: Project, by: str, r: random.Random) -> None:
    """Something that an annotator does."""
    article = r.choice(sorted({layer.article_id for layer in project.all(Layer)}))
    text = project.text(article)
    layer = Layer.id_for(article, by)
    there = project.all(Span, layer)
    what = r.randrange(6)
    if what == 0 and there:
        spans.delete(project, by, article, r.choice(there).id)
    elif what == 1:
        layers.set_status(project, by, article, r.choice(["done", "skipped", "help", "in_progress"]))
    elif what == 2:
        remarks.add_note(project, by, article, f"note {r.random()}")
    elif what == 3 and project.undoable(by):
        project.undo(by)
    else:
        start = r.randrange(len(text) - 1)
        label = r.choice(["CLAIM", "ACTOR"])
        with contextlib.suppress(Refused):  # nothing but blanks
            spans.mark(project, by, article, start, r.randrange(start + 1, len(text) + 1), label)


def said(project: Project) -> dict[Any, Any]:
    """Everything that the layers say, versions that are kept too; without what counts touches."""
    names = {actor.id: actor.name for actor in project.all(Actor)}
    people = {person.id: person.name for person in project.all(Annotator)}
    found: dict[Any, Any] = {}
    for layer in project.all(Layer):
        found[layer.article_id, people[layer.annotator_id]] = (
            layer.status,
            layer.done_at,
            sorted((s.start, s.end, s.label, s.id, names.get(s.actor_id or "")) for s in project.all(Span, layer.id)),
            sorted(s.id for s in project.all(Stance, layer.id)),
            sorted(r.id for r in project.all(Relation, layer.id)),
            sorted((x.key, str(x.value)) for x in project.all(ArticleLabel, layer.id)),
            sorted((n.id, n.text) for n in project.all(Note, layer.id)),
        )
    for kept in keeping.kept(project):
        marks = sorted(span["id"] for span in kept.values["spans"])
        found.setdefault(("kept", kept.layer_id), []).append((marks, sorted(kept.edits)))
    return {key: sorted(value) if isinstance(value, list) else value for key, value in found.items()}


def marks(project: Project) -> set[str]:
    """The ids of all marks and notes, of versions that are kept too."""
    here = {m.id for layer in project.all(Layer) for kind in (Span, Note) for m in project.all(kind, layer.id)}
    kept = {m["id"] for one in keeping.kept(project) for kind in ("spans", "notes") for m in one.values[kind]}
    return here | kept
