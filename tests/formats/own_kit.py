"""A reading with everything on it, and whether all of it that can be carried came back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from annotator.formats.found import FoundReading
from annotator.formats.row_keys import ARTICLE_KEYS
from annotator.models import Actor, Holder, Issue, Reading, Stance, Target
from tests.formats.rows_kit import full


def with_everything(who: str = "Ada", **fields: Any) -> Reading:
    """As `full`, with an actor, attributes, doubt, and statements on an issue, an actor and a claim."""
    given = full(
        who, actors=(Actor(id="v", name="Ada Vale"), Actor(id="u", name="Port Unión")),
        issues=(Issue(id="i", name="Toll"),),
        stances=(
            Stance(id="s", holder=Holder(kind="actor", id="v"), expressed_by="u", target=Target(kind="issue", id="i"),
                   polarity="oppose", intensity=2, irony=True, evidence=((2, 5), (11, 15)), claim_id="c", note="?"),
            Stance(id="s2", holder=Holder(kind="author"), target=Target(kind="claim", id="c"), polarity=None),
            Stance(id="s3", holder=Holder(kind="unnamed"), target=Target(kind="actor", id="v"), polarity="mixed"),
        ),
        **fields,
    )  # fmt: skip
    ada, claim, target = given.spans
    ada = ada.model_copy(update={"actor_id": "v", "attrs": {"voice": "direct", "n": [1, None]}})
    claim = claim.model_copy(update={"uncertain": True})
    link = given.relations[0].model_copy(update={"attrs": {"sure": True}})
    return given.model_copy(update={"spans": (ada, claim, target), "relations": (link,)})


def names_of(wanted: Reading) -> dict[str, str]:
    """Actors and issues that can be called something."""
    names = {actor.id: actor.name for actor in wanted.actors} | {issue.id: issue.name for issue in wanted.issues}
    return {ident: name for ident, name in names.items() if name.strip()}


def assert_came_back(
    found: FoundReading, wanted: Reading, clean: Callable[[str], str] = str, own: Callable[[str], str] = str
) -> None:
    """Whether everything that names and words can say is there again. `clean`: what becomes of words and names; `own`:
    the mark's id that the file's id was made of."""
    layer, names = wanted.layer, {ident: clean(name) for ident, name in names_of(wanted).items()}
    assert (found.text, found.meta, found.labels) == (wanted.text, wanted.meta, wanted.labels)
    for key in ARTICLE_KEYS:
        value = getattr(wanted, key)
        assert getattr(found, key) == (value if value is None else clean(value)), key
    assert (found.annotator, found.status) == ((clean(layer.annotator), layer.status) if layer else (None, None))
    assert (list(found.notes), found.left) == ([note.text for note in wanted.notes], ())
    assert {own(s.id): (s.label, s.fragments, s.quote, s.actor, s.attrs) for s in found.spans} == {
        s.id: (s.label, s.fragments, s.quote, names.get(s.actor_id or ""), s.attrs) for s in wanted.spans
    }
    assert {own(r.id): (r.label, own(r.head), own(r.tail), r.attrs) for r in found.relations} == {
        r.id: (r.label, r.head_id, r.tail_id, r.attrs) for r in wanted.relations
    }
    there = {
        own(s.id): (s.holder_kind, s.holder, s.expressed_by, s.target_kind,
                    own(s.target) if s.target_kind == "claim" else s.target, s.polarity, s.intensity,
                    own(s.span) if s.span else None, s.evidence, s.note)
        for s in found.stances
    }  # fmt: skip
    assert there == {s.id: said for s in wanted.stances if (said := _said(s, names, clean)) is not None}


def _said(stance: Stance, names: dict[str, str], clean: Callable[[str], str]) -> tuple[Any, ...] | None:
    target = stance.target.id if stance.target.kind == "claim" else names.get(stance.target.id)
    holder = names.get(stance.holder.id or "")
    if target is None or (stance.holder.kind == "actor" and holder is None):
        return None
    return (
        stance.holder.kind, holder, names.get(stance.expressed_by or ""), stance.target.kind, target, stance.polarity,
        stance.intensity, stance.claim_id, stance.evidence, clean(stance.note),
    )  # fmt: skip
