"""A whole article of the seeds as Ada labelled it: what to label, and whether it was labelled so."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from annotator import codebook, demo
from annotator.models import Annotator, Article, Layer, Reading, Span, Stance
from annotator.operations.registries import annotator
from annotator.store import Project
from annotator.store.readings import reading
from tests.ui.conftest import Hand

TITLE = "Night ferries"


def adas_reading(folder: Path) -> Reading:
    """Ada's reading of the article."""
    with Project.open(demo.build(folder / "seeds.stancemark"), read_only=True) as seeds:
        article = next(a for a in seeds.all(Article) if a.title.startswith(TITLE))
        ada = next(a for a in seeds.all(Annotator) if a.name == "Ada")
        found = reading(seeds, article.id, ada.id)
    assert found is not None
    return found


@contextmanager
def unlabelled(path: Path, model: Reading) -> Iterator[Project]:
    """A project of Ann's with the article and the actors and issues that Ada used, and no mark."""
    with Project.create(path, codebook.default()) as project:
        annotator(project, "Ann")
        with project.step("Known before", None) as step:
            for entry in (*model.actors, *model.issues):
                step.insert(entry)
            step.insert(model.article())
        yield project


def assert_as_ada_has_it(hand: Hand, model: Reading) -> None:
    """The same marks with the same actors, the same relations, the same stances."""
    project = hand.project
    layer = Layer.id_for(model.id, hand.window.session.annotator.id)
    places = {s.id: (s.label, s.fragments) for s in project.all(Span, layer)}
    wanted = {s.id: (s.label, s.fragments) for s in model.spans}
    assert sorted(places.values()) == sorted(wanted.values())
    assert sorted((s.label, s.fragments, s.actor_id or "") for s in project.all(Span, layer)) == sorted(
        (s.label, s.fragments, s.actor_id or "") for s in model.spans
    )
    assert sorted((r.label, places[r.head_id], places[r.tail_id]) for r in hand.desk.marks.relations.values()) == (
        sorted((r.label, wanted[r.head_id], wanted[r.tail_id]) for r in model.relations)
    )
    assert sorted(map(_summary, hand.stances())) == sorted(map(_summary, model.stances))


def _summary(stance: Stance) -> tuple[str, str, str, int, bool, bool, str]:
    return (
        stance.holder.id or stance.holder.kind, stance.polarity or "", stance.target.id, stance.intensity or 0,
        stance.explicit, stance.irony, stance.expressed_by or "",
    )  # fmt: skip
