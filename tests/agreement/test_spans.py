"""Agreement on spans, units and clusters against other people's code and against trying everything."""

from __future__ import annotations

import random
from itertools import permutations
from typing import Any

import numpy as np
import pytest
import scorch.scores
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy.optimize import linear_sum_assignment
from sklearn.metrics import f1_score

from annotator import agreement
from annotator.agreement.intervals import t_quantile
from annotator.agreement.matching import match, overlaps
from annotator.agreement.spans import places

Span = tuple[int, int, str]


@st.composite
def spans(draw: st.DrawFn, most: int = 6) -> list[Span]:
    def one() -> Span:
        start = draw(st.integers(0, 30))
        return start, start + draw(st.integers(1, 12)), draw(st.sampled_from("AC"))

    return [one() for _ in range(draw(st.integers(0, most)))]


def _iou(a: Span, b: Span) -> float:
    shared = min(a[1], b[1]) - max(a[0], b[0])
    return shared / (a[1] - a[0] + b[1] - b[0] - shared) if shared > 0 and a[2] == b[2] else 0.0


@given(spans(), spans(), st.sampled_from([0.0, 0.3, 0.5, 0.75]))
def test_overlapping_spans_are_matched_as_the_best_assignment_does(a: list[Span], b: list[Span], least: float) -> None:
    score = agreement.span_f1(a, b, "overlap", least)
    if not a and not b:
        assert score.reason == "both_empty"
        return
    worth = np.array([[_iou(x, y) for y in b] for x in a]).reshape(len(a), len(b))
    allowed = (worth > 0) & (worth >= least)
    rows, columns = linear_sum_assignment(np.where(allowed, 1000 + worth, 0.0), maximize=True)
    best = int(allowed[rows, columns].sum())
    assert score.value == pytest.approx(2 * best / (len(a) + len(b)))
    groups = {"A": 0, "C": 1}
    found = overlaps(places(a, groups), places(b, groups), least)
    one, other = match(found, len(a), len(b))
    share = {(x, y): s for x, y, s in zip(found.a.tolist(), found.b.tolist(), found.share.tolist(), strict=True)}
    total = sum(share[x, y] for x, y in zip(one.tolist(), other.tolist(), strict=True))
    assert len(set(one.tolist())) == len(set(other.tolist())) == len(one) == best
    assert total == pytest.approx(float((worth * allowed)[rows, columns].sum()), abs=1e-6)


@given(spans(12), spans(12), st.randoms(use_true_random=False))
def test_the_order_of_spans_and_sides_does_not_matter(a: list[Span], b: list[Span], r: random.Random) -> None:
    mixed = [r.sample(a, len(a)), r.sample(b, len(b))]
    for rule in ("exact", "overlap"):
        first = agreement.span_f1(a, b, rule)
        assert first == agreement.span_f1(*mixed, rule)
        assert first.value == agreement.span_f1(b, a, rule).value
    assert agreement.char_f1(a, b).value == agreement.char_f1(mixed[1], mixed[0]).value


@given(spans(), spans())
def test_exact_is_never_more_than_overlap_nor_that_more_than_blind(a: list[Span], b: list[Span]) -> None:
    assume(a or b)
    exact, overlap = agreement.span_f1(a, b).value, agreement.span_f1(a, b, "overlap").value
    blind = agreement.span_f1(a, b, "overlap", label_blind=True).value
    assert exact is not None and overlap is not None and blind is not None
    assert exact <= overlap <= blind
    assert agreement.span_f1(a, a).value in (1.0, None)


@given(spans(), spans())
def test_characters_are_those_of_scikit_learn(a: list[Span], b: list[Span]) -> None:
    assume(a or b)

    def marked(of: list[Span]) -> list[int]:
        return [int(any(s <= at < e and name == label for s, e, name in of)) for label in "AC" for at in range(50)]

    assert agreement.char_f1(a, b).value == pytest.approx(f1_score(marked(a), marked(b)))


def test_pieces_count_by_their_characters() -> None:
    whole = [(0, 10, "A")]
    pieces = [(0, 10, "A", ((0, 2), (8, 10)))]
    assert agreement.span_f1(whole, pieces).value == 0.0
    assert agreement.span_f1(pieces, pieces).value == 1.0
    assert agreement.span_f1(whole, pieces, "overlap", 0.4).value == 1.0
    assert agreement.span_f1(whole, pieces, "overlap", 0.41).value == 0.0
    assert agreement.span_f1([(3, 7, "A")], pieces, "overlap").value == 0.0  # in the gap
    assert agreement.char_f1(whole, pieces).value == pytest.approx(2 * 4 / 14)


def test_many_that_overlap_each_other_in_a_chain() -> None:
    a = [(n * 10, n * 10 + 12, "C") for n in range(400)]
    b = [(n * 10 + 5, n * 10 + 17, "C") for n in range(400)]
    assert agreement.span_f1(a, b, "overlap").value == 1.0


@st.composite
def partitions(draw: st.DrawFn) -> list[list[int]]:
    clusters: dict[int, list[int]] = {}
    for mention in range(draw(st.integers(1, 8))):
        clusters.setdefault(draw(st.integers(0, 4)), []).append(mention)
    return list(clusters.values())


@given(partitions(), partitions())
def test_clusters_are_scored_as_scorch_does(key: list[list[int]], response: list[list[int]]) -> None:
    sets: Any = [[set(c) for c in side] for side in (key, response)]
    for ours, theirs in (
        (agreement.b_cubed, scorch.scores.b_cubed),
        (agreement.muc, scorch.scores.muc),
        (agreement.ceaf_e, scorch.scores.ceaf_e),
    ):
        score = ours(key, response)
        if score.value is not None:
            assert score.value == pytest.approx(theirs(*sets)[2], abs=1e-6), ours.__name__


def test_lea_by_hand() -> None:
    key, response = [["a", "b", "c"], ["d", "e", "f", "g"]], [["a", "b"], ["c", "d"], ["f", "g", "h", "i"]]
    # of the key's links 1/3 and 1/6 are found; of the other's 1/1, 0/1 and 1/6
    recall, precision = (3 * 1 / 3 + 4 * 1 / 6) / 7, (2 * 1 + 2 * 0 + 4 * 1 / 6) / 8
    assert agreement.lea(key, response).value == pytest.approx(2 * recall * precision / (recall + precision))
    assert agreement.lea([["a"]], [["a"]]).value == 1.0
    assert agreement.lea([["a"]], [["a", "b"]]).value == 0.0


def test_clusters_with_nothing_to_compare() -> None:
    assert agreement.b_cubed([], []).reason == "both_empty"
    assert agreement.muc([["a"]], [["a"]]).reason == "no_data"


def test_units_that_overlap_are_refused_with_the_reason() -> None:
    score = agreement.unitizing_alpha([[(0, 5, "A"), (3, 8, "A")], [(0, 5, "A")]], 20)
    assert (score.value, score.reason) == (None, "overlapping_units")
    assert agreement.unitizing_alpha([[], []], 20).reason == "both_empty"
    assert agreement.unitizing_alpha([[(0, 5, "A")]], 20).reason == "fewer_than_two_annotators"
    assert agreement.unitizing_alpha([[(0, 20, "A")]] * 2, 20).reason == "one_category"
    with pytest.raises(ValueError, match="15–25 is not within 0–20"):
        agreement.unitizing_alpha([[(15, 25, "A")], []], 20)


@given(spans(4), spans(4))
def test_units_character_by_character(a: list[Span], b: list[Span]) -> None:
    """Against the formula over every pair of characters."""
    readings = [_apart(a), _apart(b)]
    assume(any(readings))
    length, score = 45, agreement.unitizing_alpha(readings, 45)
    rows = [["-"] * length for _ in readings]
    for row, units in zip(rows, readings, strict=True):
        for start, end, label in units:
            row[start:end] = label * (end - start)
    observed = 2 * sum(x != y for x, y in zip(*rows, strict=True))
    both = "".join("".join(row) for row in rows)
    between = sum(both.count(x) * both.count(y) for x, y in permutations(set(both), 2))
    squares = sum((end - start) ** 2 for units in readings for start, end, _ in units)
    assert between or score.reason == "one_category"
    if between:
        expected = 2 * length * between / ((2 * length) ** 2 - both.count("-") - squares)
        assert score.value == pytest.approx(1 - observed / expected)


def _apart(found: list[Span]) -> list[Span]:
    kept: list[Span] = []
    for span in sorted(found):
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return kept


def test_t_is_that_of_scipy() -> None:
    from scipy.stats import t

    for freedom in (1, 2, 3, 4, 7, 12, 49, 50, 333, 1999):
        assert t_quantile(freedom) == pytest.approx(float(t.ppf(0.975, freedom)), abs=1e-9)
