"""What a lead judges of two readers is what their number is counted from, whatever they marked."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.adjudication import Unit, compare
from annotator.adjudication.states import place_of
from annotator.agreement.align import Rule
from annotator.agreement.corpus import Corpus
from annotator.agreement.tally import LABEL, RELATION, SPAN, STATEMENT, Tally, tally
from annotator.models import Article, Reading, Relation, Span, Stance
from tests.adjudication.kit import reading_of, several
from tests.factories import TEXT, find, span

RULES = st.sampled_from((Rule(), Rule(0.5), Rule(1.0)))
COLUMNS = {"span": SPAN, "relation": RELATION, "statement": STATEMENT, "label": LABEL}
Counts = dict[tuple[str, ...], dict[str, float]]


def by_tally(counted: Tally) -> Counts:
    """Kind and label -> name -> number, without zeros."""
    found = {
        kind: dict(zip(COLUMNS[kind[0]], sums[0, 0].tolist(), strict=True))
        for kind, sums in counted.sums.items() if kind[0] in COLUMNS
    }  # fmt: skip
    return {kind: {n: v for n, v in sums.items() if v} for kind, sums in found.items() if any(sums.values())}


class Counting:
    """The same numbers from units of two readers."""

    def __init__(self, units: Sequence[Unit], there: Sequence[Reading]) -> None:
        self.there = there
        self.spans = [{one.id: one for one in reading.spans} for reading in there]
        self.found: defaultdict[tuple[str, ...], dict[str, float]] = defaultdict(dict)
        for unit in units:
            {"span": self.span, "relation": self.relation, "statement": self.statement, "label": self.label}[unit.kind](
                unit
            )

    def add(self, *kind: str, **more: float) -> None:
        sums = self.found[kind]
        sums.update({name: sums.get(name, 0) + number for name, number in more.items()})

    def iou(self, unit: Unit) -> float:
        """Characters that both have of those that either has."""
        one, other = (
            {at for start, end in place_of(mark, self.spans[n], len(self.there[n].text)) for at in range(start, end)}
            for n, mark in enumerate(unit.marks) if mark is not None
        )  # fmt: skip
        return len(one & other) / len(one | other)

    def sides(self, unit: Unit, kind: str) -> None:
        for side, mark in zip("ab", unit.marks, strict=True):
            if mark is not None:
                key = (kind,) if isinstance(mark, Stance) else (kind, getattr(mark, "label", ""))
                self.add(*key, **{side: 1})

    def span(self, unit: Unit) -> None:
        self.sides(unit, "span")
        one, other = unit.marks
        if isinstance(one, Span) and isinstance(other, Span) and one.label == other.label:
            linked = bool(one.actor_id and other.actor_id)
            self.add(
                "span",
                one.label,
                overlap=1,
                iou=self.iou(unit),
                linked=linked,
                same_actor=linked and "actor" not in unit.differences,
            )

    def relation(self, unit: Unit) -> None:
        self.sides(unit, "relation")
        if not unit.missed_by and "target" not in unit.differences:
            self.add("relation", unit.label, same=1)

    def statement(self, unit: Unit) -> None:
        self.sides(unit, "statement")
        one, other = unit.marks
        if isinstance(one, Stance) and isinstance(other, Stance):
            holder, target = "actor" not in unit.differences, "target" not in unit.differences
            polarity = holder and target and "polarity" not in unit.differences
            self.add(
                "statement", found=1, iou=self.iou(unit), same_holder=holder, same_target=target,
                frames=holder and target,
                rated=bool(holder and target and one.polarity and other.polarity),
                same_polarity=polarity, strict=polarity and "intensity" not in unit.differences,
            )  # fmt: skip

    def label(self, unit: Unit) -> None:
        if not unit.missed_by:
            self.add("label", unit.label, both=1, same=unit.agree)

    def counts(self) -> Counts:
        found = {kind: {n: v for n, v in sums.items() if v} for kind, sums in self.found.items()}
        return {kind: sums for kind, sums in found.items() if sums}


@given(several(most=2), RULES)
def test_units_of_two_readers_are_counted_as_their_agreement_is(there: list[Reading], rule: Rule) -> None:
    names = [reading.layer.annotator for reading in there if reading.layer]
    counted = tally(Corpus.of(there, names), rule)
    units = compare(there, rule)
    wanted = by_tally(counted)
    exact = {kind: sums.pop("exact", 0) for kind, sums in wanted.items() if kind[0] == "span"}
    found = Counting(units, there).counts()
    assert found == {kind: pytest.approx(sums) for kind, sums in wanted.items()}
    for kind, number in exact.items():
        pairs = [u for u in units if u.kind == "span" and not u.missed_by and u.labels == (kind[1],)]
        # of most pairs there can be, some that are the same may not be each other's
        assert sum("boundary" not in unit.differences for unit in pairs) <= number
    other = [
        (one.label, two.label)
        for one, two in (unit.marks for unit in units if unit.kind == "span" and "label" in unit.differences)
        if isinstance(one, Span) and isinstance(two, Span)
    ]
    assert Counter(other) == Counter((row.one, row.other) for row in counted.mislabelled)


# -- what readings that were brought in may have
CLAIM, VALE = find(TEXT, "the bridge must close"), find(TEXT, "Ada Vale")


def linked(name: str, times: int, **labels: Any) -> Reading:
    spans = (span("c", *CLAIM), span("m", *VALE, label="ACTOR"))
    links = tuple(Relation(id=f"r{n}", label="ATTRIBUTED_TO", head_id="c", tail_id="m", attrs={}) for n in range(times))
    return reading_of(Article.of(TEXT, title="T"), name, spans=spans, relations=links, labels=labels)


@pytest.mark.parametrize(("one", "other"), [(2, 1), (1, 2), (3, 2)])
def test_a_link_that_one_reader_has_twice_is_the_same_as_one_of_the_others(one: int, other: int) -> None:
    there = [linked("Ada", one), linked("Ben", other)]
    counted = by_tally(tally(Corpus.of(there)))
    assert counted["relation", "ATTRIBUTED_TO"] == {"a": one, "b": other, "same": min(one, other)}
    units = [unit for unit in compare(there) if unit.kind == "relation"]
    assert sorted(unit.differences for unit in units) == [()] * min(one, other) + [("missed",)] * abs(one - other)


def test_the_order_of_keys_in_a_label_of_issues_says_nothing() -> None:
    one = linked("Ada", 0, side={"toll": "for", "port": "against"}, genre="news")
    other = linked("Ben", 0, side={"port": "against", "toll": "for"}, genre="opinion")
    counted = by_tally(tally(Corpus.of([one, other])))
    assert counted["label", "side"] == {"both": 1, "same": 1} and counted["label", "genre"] == {"both": 1}
    labels = {unit.label: unit for unit in compare([one, other]) if unit.kind == "label"}
    assert labels["side"].agree and len(set(labels["side"].states)) == 1
    assert labels["genre"].differences == ("value",)
