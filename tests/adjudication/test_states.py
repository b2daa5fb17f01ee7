"""Equal marks have equal states, whoever made them; and what reads the same as no difference is none."""

from __future__ import annotations

from collections import Counter
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given

from annotator.adjudication import Mark, Unit, compare
from annotator.adjudication.states import filled, mark_id, merged, place_of, state_of
from annotator.models import Article, ArticleLabel, Holder, Reading, Relation, Span, Stance, Target
from tests.adjudication.kit import placed, reading_of, several

TEXT = "🦊 said “no” and 👩‍👩‍👧 agreed; قالت الوزيرة نعم"
WIDE, NARROW = ((2, 12),), ((7, 11),)


def spans_of(reading: Reading) -> dict[str, Span]:
    return {one.id: one for one in reading.spans}


def referred(mark: Mark, spans: dict[str, Span]) -> tuple[Any, ...]:
    """The places of the spans a mark names, which are the same mark with every reader and need not be equal."""
    if isinstance(mark, Relation):
        idents = [mark.head_id, mark.tail_id]
    else:
        idents = [mark.target.id] if isinstance(mark, Stance) and mark.target.kind == "claim" else []
    return tuple(spans[ident].fragments for ident in idents)


def has_twin(mark: Mark, spans: dict[str, Span]) -> bool:
    """Whether a span it names stands with the same label in the same place as another one of that reader's."""
    places = Counter((one.label, one.fragments) for one in spans.values())
    named = {mark.head_id, mark.tail_id} if isinstance(mark, Relation) else set()
    if isinstance(mark, Stance) and mark.target.kind == "claim":
        named = {mark.target.id}
    return any(places[spans[ident].label, spans[ident].fragments] > 1 for ident in named)


def of_readers(unit: Unit, there: list[Reading]) -> list[tuple[Mark, dict[str, Span]]]:
    return [(mark, spans_of(there[n])) for n, mark in enumerate(unit.marks) if mark is not None]


@given(several())
def test_no_difference_and_one_state_are_the_same(there: list[Reading]) -> None:
    for unit in compare(there):
        differing = [difference for difference in unit.differences if difference != "missed"]
        states = {state_of(mark, spans) for mark, spans in of_readers(unit, there)}
        assert states == {state for state in unit.states if state is not None}
        elsewhere = len({referred(mark, spans) for mark, spans in of_readers(unit, there)}) > 1
        twin = any(has_twin(mark, spans) for mark, spans in of_readers(unit, there))
        if differing and not (differing == ["target"] and twin):  # a state names spans by what they are
            assert len(states) > 1, unit
        if not differing and not elsewhere:
            assert len(states) == 1, unit


@given(several())
def test_ids_times_and_who_it_was_are_not_in_a_state(there: list[Reading]) -> None:
    """The first reader's marks by other ids, as somebody else's who says just the same."""
    first = there[0]
    names = {one.id: f"x{one.id}" for one in first.spans}
    later = "2026-03-03T03:03:03.003Z"
    again = first.model_copy(update={
        "layer": first.layer and first.layer.model_copy(update={"id": "of Zoe", "annotator": "Zoe"}),
        "spans": tuple(
            s.model_copy(update={"id": names[s.id], "origin": "suggested:x", "created_at": later, "uncertain": True})
            for s in first.spans
        ),
        "relations": tuple(
            r.model_copy(update={"id": f"x{r.id}", "head_id": names[r.head_id], "tail_id": names[r.tail_id]})
            for r in first.relations
        ),
        "stances": tuple(
            s.model_copy(update={
                "id": f"x{s.id}", "claim_id": s.claim_id and names[s.claim_id], "note": "sure", "confidence": "low",
                "updated_at": later,
                "target": s.target.model_copy(update={"id": names.get(s.target.id, s.target.id)}),
            })
            for s in first.stances
        ),
    })  # fmt: skip
    mine, theirs = spans_of(first), spans_of(again)
    for kind in ("spans", "relations", "stances"):
        pairs = zip(getattr(first, kind), getattr(again, kind), strict=True)
        assert all(state_of(one, mine) == state_of(other, theirs) for one, other in pairs)


def one_each(*marks: Mark) -> set[str]:
    spans = {"a": placed(TEXT, "a", WIDE), "b": placed(TEXT, "b", WIDE), "c": placed(TEXT, "c", NARROW)}
    return {state_of(mark, spans) for mark in marks}


def stance(**fields: Any) -> Stance:
    said: dict[str, Any] = {
        "holder": Holder(kind="author"), "target": Target(kind="claim", id="a"), "polarity": "support",
    }  # fmt: skip
    return Stance(**{"id": "t", **said, **fields})


def test_whatever_a_mark_says_is_in_its_state() -> None:
    spans = [
        placed(TEXT, "s", WIDE), placed(TEXT, "s", NARROW), placed(TEXT, "s", WIDE, "CUE"),
        placed(TEXT, "s", ((2, 6), (7, 12))), placed(TEXT, "s", WIDE, actor_id="vale"),
        placed(TEXT, "s", WIDE, attrs={"type": "demand"}),
    ]  # fmt: skip
    links = [
        Relation(id="r", label=label, head_id=head, tail_id=tail, attrs=attrs)
        for label, head, tail, attrs in (
            ("HAS_CUE", "a", "c", {}), ("NESTED_IN", "a", "c", {}), ("HAS_CUE", "c", "a", {}),
            ("HAS_CUE", "a", "a", {}), ("HAS_CUE", "a", "c", {"sure": True}),
        )
    ]  # fmt: skip
    stances = [
        stance(), stance(target=Target(kind="claim", id="c")), stance(target=Target(kind="issue", id="a")),
        stance(holder=Holder(kind="unnamed")), stance(holder=Holder(kind="actor", id="vale")), stance(polarity=None),
        stance(intensity=1), stance(irony=True), stance(negated=True), stance(explicit=False),
        stance(expressed_by="vale"), stance(evidence=NARROW), stance(claim_id="c", target=Target(kind="issue", id="x")),
    ]  # fmt: skip
    labels = [ArticleLabel(key=k, value=v) for k, v in (("a", 1), ("b", 1), ("a", True), ("a", "1"), ("a", None))]
    every: list[Mark] = [*spans, *links, *stances, *labels]
    assert len(one_each(*every)) == len(every)


def test_what_says_the_same_in_another_way_has_the_same_state() -> None:
    span = placed(TEXT, "s", WIDE)
    assert len(one_each(span, placed(TEXT, "z", WIDE, attrs={"type": "", "to": [], "of": None}))) == 1
    assert len(one_each(stance(), stance(target=Target(kind="claim", id="b")))) == 1
    assert len(one_each(stance(evidence=WIDE), stance(claim_id="a"), stance(claim_id="b", evidence=NARROW))) == 1
    assert filled({"a": 0, "b": False, "c": "", "d": []}) == {"a": 0, "b": False}


def test_where_marks_stand() -> None:
    spans = {"a": placed(TEXT, "a", WIDE), "c": placed(TEXT, "c", ((20, 22), (30, 31)))}
    whole = ((0, len(TEXT)),)
    link = Relation(id="r", label="HAS_CUE", head_id="c", tail_id="a")
    assert place_of(link, spans, len(TEXT)) == (*WIDE, (20, 22), (30, 31))
    assert place_of(stance(claim_id="c", evidence=WIDE), spans, len(TEXT)) == spans["c"].fragments
    assert place_of(stance(evidence=NARROW), spans, len(TEXT)) == NARROW
    assert place_of(stance(), spans, len(TEXT)) == WIDE
    for nowhere in (stance(target=Target(kind="issue", id="a")), ArticleLabel(key="genre", value="news")):
        assert place_of(nowhere, spans, len(TEXT)) == whole
    assert mark_id(ArticleLabel(key="genre", value=1)) == "genre" and mark_id(link) == "r"


@pytest.mark.parametrize("order", list(permutations([(5, 9), (0, 2), (2, 3), (8, 12)])), ids=str)
def test_places_that_touch_are_one(order: Any) -> None:
    assert merged(tuple(order)) == ((0, 3), (5, 12))
    assert merged((*order, (1, 4), (5, 6))) == ((0, 4), (5, 12))


def test_places_are_counted_in_code_points() -> None:
    article = Article.of(TEXT, title="T")
    start = TEXT.index("👩‍👩‍👧")
    family, arabic = ((start, start + 5),), ((TEXT.index("الوزيرة"), TEXT.index("الوزيرة") + 7),)
    one = reading_of(article, "Ada", spans=(placed(TEXT, "s", family), placed(TEXT, "t", arabic)))
    other = reading_of(article, "Ben", spans=(placed(TEXT, "s", ((start, start + 1),)), placed(TEXT, "t", arabic)))
    units = compare([one, other])
    assert [unit.differences for unit in units] == [("boundary",), ()]
    assert [TEXT[unit.start : unit.end] for unit in units] == ["👩‍👩‍👧", "الوزيرة"]
