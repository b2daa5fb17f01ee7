"""Stances: added, changed, deleted; never about what is not there."""

from __future__ import annotations

from typing import Any

import pytest

from annotator.models import Actor, Holder, Issue, Stance, Target
from annotator.operations import registries, spans, stances
from tests.operations.test_spans import actor, mark, refused, undone
from tests.store.conftest import Desk

AUTHOR = Holder(kind="author")
PLACE = ((0, 8),)


def add(desk: Desk, target: Target, holder: Holder = AUTHOR, evidence: Any = PLACE, **fields: Any) -> Any:
    """Add Ada's stance."""
    return stances.add(desk.project, desk.ada, desk.article, holder, "oppose", target, evidence, **fields)


def test_a_stance_and_all_its_fields(desk: Desk) -> None:
    vale, claim = actor(desk), mark(desk, "bridge", "CLAIM")
    fields = {
        "intensity": 2, "confidence": "high", "explicit": False, "irony": True, "negated": True, "note": "n",
        "expressed_by": vale, "claim_id": claim,
    }  # fmt: skip
    holder, target = Holder(kind="actor", id=vale), Target(kind="claim", id=claim)
    undone(desk, lambda: add(desk, target, holder, ((0, 4), (9, 12)), **fields))
    (stance,) = desk.project.all(Stance)
    assert (stance.holder, stance.target, stance.polarity) == (holder, target, "oppose")
    assert stance.evidence == ((0, 4), (9, 12))
    assert {name: getattr(stance, name) for name in fields} == fields


def test_entries_made_in_passing_come_and_go_with_the_stance(desk: Desk) -> None:
    new = (Actor(id="x", name="X"), Issue(id="i", name="I"))
    undone(desk, lambda: add(desk, Target(kind="issue", id="i"), Holder(kind="actor", id="x"), new=new))
    desk.project.undo(desk.ada)
    assert desk.project.all(Actor) == []
    assert desk.project.all(Issue) == []


@pytest.mark.parametrize("kind", ["actor", "claim", "issue"])
def test_a_target_that_is_not_there_is_refused(desk: Desk, kind: Any) -> None:
    refused(desk, f"The {kind} .*is not there", lambda: add(desk, Target(kind=kind, id="nothing")))


def test_what_it_refers_to_must_be_there(desk: Desk) -> None:
    claim = Target(kind="claim", id=mark(desk, "bridge", "CLAIM"))
    refused(desk, "A holder is", lambda: add(desk, claim, Holder(kind="actor")))
    refused(desk, "A holder is", lambda: add(desk, claim, Holder(kind="author", id="x")))
    refused(desk, "not in the registry", lambda: add(desk, claim, Holder(kind="actor", id="x")))
    refused(desk, "not in the registry", lambda: add(desk, claim, expressed_by="x"))
    refused(desk, "span is no longer there", lambda: add(desk, claim, claim_id="x"))
    new = (Actor(id="y", name="Y"),)
    refused(desk, "not in the registry", lambda: add(desk, claim, Holder(kind="actor", id="x"), new=new))


@pytest.mark.parametrize("evidence", [(), ((5, 5),), ((0, 9999),), ((0, 5), (4, 8)), ((-3, 2),)])
def test_evidence_must_be_in_the_text(desk: Desk, evidence: Any) -> None:
    claim = Target(kind="claim", id=mark(desk, "bridge", "CLAIM"))
    try:
        refused(desk, "no evidence in the text", lambda: add(desk, claim, evidence=evidence))
    except ValueError:  # a record cannot even be made with a place before the text
        assert evidence[0][0] < 0


def test_the_target_is_in_ones_own_layer(desk: Desk) -> None:
    span = spans.mark(desk.project, desk.ben, desk.article, 0, 8, "CLAIM").created("span")[0]
    refused(desk, "is not there", lambda: add(desk, Target(kind="claim", id=span)))


def test_changing(desk: Desk) -> None:
    claim, vale = mark(desk, "bridge", "CLAIM"), actor(desk)
    ident = add(desk, Target(kind="claim", id=claim)).created("stance")[0]

    def change(**fields: Any) -> Any:
        return stances.change(desk.project, desk.ada, desk.article, ident, **fields)

    for fields in (
        {"polarity": None}, {"intensity": 3}, {"intensity": None}, {"holder": Holder(kind="actor", id=vale)},
        {"target": Target(kind="actor", id=vale)}, {"evidence": ((3, 6),)}, {"irony": True}, {"claim_id": claim},
    ):  # fmt: skip
        undone(desk, lambda fields=fields: change(**fields))  # type: ignore[misc]
        (stance,) = desk.project.all(Stance)
        assert {name: getattr(stance, name) for name in fields} == fields
    undone(desk, lambda: change(target=Target(kind="issue", id="i"), new=(Issue(id="i", name="I"),)))
    refused(desk, "is not there", lambda: change(target=Target(kind="issue", id="j")))
    refused(desk, "no evidence", lambda: change(evidence=()))
    undone(desk, lambda: stances.delete(desk.project, desk.ada, desk.article, ident))
    refused(desk, "stance is no longer there", lambda: change(intensity=1))
    refused(desk, "no longer there", lambda: stances.delete(desk.project, desk.ada, desk.article, ident))


def test_an_actor_is_not_deleted_while_a_stance_has_it(desk: Desk) -> None:
    vale = actor(desk)
    add(desk, Target(kind="actor", id=vale))
    refused(desk, "1 mark or actor refers to “Vale”", lambda: registries.delete_actor(desk.project, desk.ada, vale))
