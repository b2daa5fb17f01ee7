"""What a lead judges: every mark in one unit, and with two readers just what agreement counts."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.adjudication import Unit, compare
from annotator.adjudication.states import mark_id
from annotator.agreement.align import Rule
from annotator.agreement.corpus import Corpus
from annotator.agreement.tally import RELATION, SPAN, STATEMENT, tally
from annotator.formats import canonical
from annotator.models import Article, Reading, ReadingLayer, Relation, Span
from tests.adjudication.kit import several
from tests.factories import TEXT, find, span

SEEDS = Path("seeds/readings.jsonl")
RULES = (Rule(), Rule(0.5))


def seeds() -> dict[str, list[Reading]]:
    """The finished readings of each article, by name."""
    found: dict[str, list[Reading]] = defaultdict(list)
    for _, reading in canonical.read(SEEDS):
        if reading.layer is not None and reading.layer.status == "done":
            found[reading.id].append(reading)
    return found


def of_kind(units: Sequence[Unit], kind: str) -> list[Unit]:
    return [unit for unit in units if unit.kind == kind]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.words)
def test_with_two_readers_units_are_what_agreement_counts(rule: Rule) -> None:
    tried = 0
    for ident, there in seeds().items():
        for one, other in combinations(there, 2):
            _as_counted(compare([one, other], rule), one, other, rule, ident)
            tried += 1
    assert tried > 10


def _as_counted(units: Sequence[Unit], one: Reading, other: Reading, rule: Rule, ident: str) -> None:
    counted = tally(Corpus.of([one, other]), rule)
    sums = {kind: dict(zip(names, counted.sums[kind][0, 0], strict=True)) for kind, names in _columns(counted)}
    for (kind, *label), wanted in sums.items():
        if kind == "span":
            mine = [u for u in of_kind(units, "span") if all(m is None or m.label == label[0] for m in u.marks)]  # type: ignore[union-attr]
            both = [u for u in mine if not u.missed_by]
            assert len(both) == wanted["overlap"], (ident, label)
            assert sum("boundary" not in u.differences for u in both) == wanted["exact"] or rule.min_iou == 0
        elif kind == "relation":
            mine = [u for u in of_kind(units, "relation") if u.label == label[0]]
            assert sum(not u.missed_by and "target" not in u.differences for u in mine) == wanted["same"], (
                ident,
                label,
            )
        elif kind == "statement":
            both = [u for u in of_kind(units, "statement") if not u.missed_by]
            assert len(both) == wanted["found"], ident
            assert sum("actor" not in u.differences for u in both) == wanted["same_holder"]
            assert sum("target" not in u.differences for u in both) == wanted["same_target"]


def _columns(counted: Any) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    names = {"span": SPAN, "relation": RELATION, "statement": STATEMENT}
    return [(kind, names[kind[0]]) for kind in counted.sums if kind[0] in names]


@given(several(), st.sampled_from(RULES))
def test_every_mark_of_every_reader_is_in_one_unit(there: list[Reading], rule: Rule) -> None:
    found = Counter(
        (unit.kind, n, mark_id(mark))
        for unit in compare(there, rule) for n, mark in enumerate(unit.marks) if mark is not None
    )  # fmt: skip
    wanted = {
        (kind, n, mark.id)
        for n, reading in enumerate(there)
        for kind, marks in (("span", reading.spans), ("relation", reading.relations), ("statement", reading.stances))
        for mark in marks
    } | {("label", n, key) for n, reading in enumerate(there) for key in reading.labels}
    assert set(found) == wanted and set(found.values()) <= {1}


@given(several())
def test_a_unit_says_who_has_it(there: list[Reading]) -> None:
    for unit in compare(there):
        assert ("missed" in unit.differences) == bool(unit.missed_by) and unit.agree == (not unit.differences)
        assert sorted((*unit.found, *unit.missed_by)) == list(range(len(there)))
        assert [member.layer for member in unit.members] == [unit.layers[n] for n in unit.found]
        assert unit.layers == tuple(reading.layer.id for reading in there if reading.layer)


@given(several())
def test_units_stand_in_the_order_of_the_text(there: list[Reading]) -> None:
    units = compare(there)
    assert [unit.start for unit in units] == sorted(unit.start for unit in units)
    assert len({unit.key for unit in units}) == len(units)
    assert all(0 <= unit.start < unit.end <= max(len(there[0].text), 1) for unit in units)


def test_the_order_of_readers_changes_nothing_but_the_order_of_marks() -> None:
    for there in seeds().values():
        if len(there) > 1:
            one, other = compare(there), compare(there[::-1])
            assert {frozenset(unit.members) for unit in one} == {frozenset(unit.members) for unit in other}


def reading(name: str, *spans: Span, relations: tuple[Relation, ...] = (), status: Any = "done") -> Reading:
    article = Article.of(TEXT, title="Bridge")
    values = {field: getattr(article, field) for field in Article.model_fields}
    layer = ReadingLayer(id=f"layer of {name}", annotator=name, status=status)
    return Reading.model_construct(**values, layer=layer, spans=spans, relations=relations)


def test_a_chain_of_overlaps_gives_no_reader_two_marks_in_a_unit() -> None:
    first, last = find(TEXT, "Minister Ada Vale"), find(TEXT, "the bridge must close")
    there = [
        reading("Ada", span("a", *first)),
        reading("Ben", span("b", first[0] + 9, last[1])),
        reading("Cem", span("c1", *first), span("c2", *last)),
    ]
    units = compare(there)
    # the wide one is nearer to the last, and those two are taken
    assert [[mark and mark_id(mark) for mark in unit.marks] for unit in units] == [
        ["a", None, "c1"], [None, "b", "c2"],
    ]  # fmt: skip


def test_another_label_in_the_same_place_is_one_passage() -> None:
    place = find(TEXT, "the bridge must close")
    (unit,) = compare([reading("Ada", span("a", *place)), reading("Ben", span("b", *place, label="EVIDENCE"))])
    assert unit.differences == ("label",) and unit.labels == ("CLAIM", "EVIDENCE")


def test_pieces_of_a_mark_count_by_their_characters() -> None:
    one, two = find(TEXT, "the bridge"), find(TEXT, "close")
    apart = Span(id="a", label="CLAIM", start=one[0], end=two[1], quote="the bridge close", fragments=(one, two))
    middle = find(TEXT, "must")
    units = compare([reading("Ada", apart), reading("Ben", span("b", *middle))])
    assert [unit.differences for unit in units] == [("missed",), ("missed",)]
    (unit,) = compare([reading("Ada", apart), reading("Ben", span("b", *one))])
    assert unit.differences == ("boundary",) and unit.fragments == (one, two)


def test_what_cannot_be_compared_is_refused() -> None:
    with pytest.raises(ValueError, match="finished"):
        compare([reading("Ada"), reading("Ben", status="in_progress")])
    other = next(iter(seeds().values()))[0]
    with pytest.raises(ValueError, match="one article"):
        compare([reading("Ada"), other])
    assert compare([]) == () and compare([reading("Ada"), reading("Ben")]) == ()
