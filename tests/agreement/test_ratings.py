"""Measures on ratings against other people's code, and what must hold whatever the ratings are."""

from __future__ import annotations

import random
import warnings
from collections import Counter
from typing import Any

import krippendorff
import numpy as np
import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st
from nltk.metrics.agreement import AnnotationTask
from sklearn.metrics import cohen_kappa_score
from statsmodels.stats.inter_rater import aggregate_raters, fleiss_kappa

from annotator import agreement
from annotator.agreement import Score

LEVELS = ("nominal", "ordinal", "interval", "ratio")


@st.composite
def ratings(draw: st.DrawFn, missing: bool = True, raters: tuple[int, int] = (2, 5)) -> list[list[int | None]]:
    units = draw(st.integers(1, 12))
    value = st.integers(1, 5)
    one = st.one_of(st.none(), value) if missing else value
    return draw(st.lists(st.lists(one, min_size=units, max_size=units), min_size=raters[0], max_size=raters[1]))


def _floats(rows: list[list[int | None]]) -> Any:
    return np.array([[np.nan if value is None else value for value in row] for row in rows], float)


@given(ratings())
@pytest.mark.parametrize("level", LEVELS)
def test_alpha_is_that_of_krippendorff(level: Any, rows: list[list[int | None]]) -> None:
    ours = agreement.krippendorff_alpha(rows, level)
    if ours.value is None:
        assert ours.reason in ("no_common_units", "one_category")
        return
    theirs = krippendorff.alpha(reliability_data=_floats(rows), level_of_measurement=level)
    assert ours.value == pytest.approx(theirs, abs=1e-9)


@given(ratings(missing=False))
def test_alpha_is_that_of_nltk(rows: list[list[int | None]]) -> None:
    ours = agreement.krippendorff_alpha(rows)
    assume(ours.value is not None)
    task = AnnotationTask([(str(who), n, value) for who, row in enumerate(rows) for n, value in enumerate(row)])
    assert ours.value == pytest.approx(task.alpha(), abs=1e-9)


@given(ratings(missing=False, raters=(2, 2)))
@pytest.mark.parametrize("weights", [None, "linear", "quadratic"])
def test_kappa_is_that_of_scikit_learn(weights: Any, rows: list[list[int | None]]) -> None:
    ours = agreement.cohen_kappa(*rows, weights=weights)
    assume(ours.value is not None)
    assert ours.value == pytest.approx(cohen_kappa_score(*rows, weights=weights), abs=1e-9)


@given(ratings(missing=False))
def test_fleiss_is_that_of_statsmodels(rows: list[list[int | None]]) -> None:
    ours = agreement.fleiss_kappa(rows)
    assume(ours.value is not None)
    table, _ = aggregate_raters(np.array(rows).T)
    assert ours.value == pytest.approx(fleiss_kappa(table), abs=1e-9)


@given(ratings(missing=False, raters=(2, 2)))
def test_pi_and_s_are_those_of_nltk(rows: list[list[int | None]]) -> None:
    task = AnnotationTask([(str(who), n, value) for who, row in enumerate(rows) for n, value in enumerate(row)])
    pi = agreement.scott_pi(*rows)
    assume(pi.value is not None)
    assert pi.value == pytest.approx(task.pi(), abs=1e-9)
    assert agreement.bennett_s(*rows, values=sorted(task.K)).value == pytest.approx(task.S(), abs=1e-9)


def _by_definition(rows: list[list[int | None]], values: list[int], weigh: Any) -> float | None:
    """Gwet's AC from its definition, unit by unit and value by value."""
    units = [[v for v in unit if v is not None] for unit in zip(*rows, strict=True)]
    rated = [Counter(unit) for unit in units if unit]
    pairs = [Counter(unit) for unit in units if len(unit) > 1]
    q = len(values)
    if not pairs or q < 2:
        return None
    agree = []
    for unit in pairs:
        m = unit.total()
        near = {k: sum(weigh(k, c) * unit[c] for c in values) for k in values}
        agree.append(sum(unit[k] * (near[k] - 1) for k in values) / (m * (m - 1)))
    share = {k: sum(unit[k] / unit.total() for unit in rated) / len(rated) for k in values}
    total = sum(weigh(k, c) for k in values for c in values)
    chance = total * sum(s * (1 - s) for s in share.values()) / (q * (q - 1))
    return (sum(agree) / len(agree) - chance) / (1 - chance) if chance < 1 - 1e-12 else None


@given(ratings(), st.sampled_from(["none", "linear", "quadratic"]))
def test_gwet_is_its_definition(rows: list[list[int | None]], weights: str) -> None:
    values = [1, 2, 3, 4, 5]
    power = {"none": 0, "linear": 1, "quadratic": 2}[weights]

    def weigh(k: int, c: int) -> float:
        return 1 - (abs(k - c) / 4) ** power if power else float(k == c)

    expected = _by_definition(rows, values, weigh)
    ours = agreement.gwet_ac2(rows, weights, values) if power else agreement.gwet_ac1(rows, values)
    assert ours.value == (None if expected is None else pytest.approx(expected, abs=1e-9))


_MEASURES = (
    agreement.percent_agreement,
    agreement.krippendorff_alpha,
    agreement.fleiss_kappa,
    agreement.gwet_ac1,
    agreement.gwet_ac2,
)


@given(ratings(), st.randoms(use_true_random=False))
@pytest.mark.parametrize("measure", _MEASURES)
def test_order_of_annotators_units_and_names_of_values_do_not_matter(
    measure: Any, rows: list[list[int | None]], r: random.Random
) -> None:
    columns = list(zip(*rows, strict=True))
    r.shuffle(columns)
    mixed = [list(row) for row in zip(*columns, strict=True)]
    r.shuffle(mixed)
    first, second = measure(rows), measure(mixed)
    assert first.reason == second.reason
    assert first.value is None or first.value == pytest.approx(second.value, abs=1e-12)
    if measure is not agreement.gwet_ac2:
        named = [[None if v is None else "edcba"[v - 1] for v in row] for row in rows]
        assert measure(named).value == (None if first.value is None else pytest.approx(first.value, abs=1e-12))


@given(ratings(missing=False, raters=(2, 2)))
def test_all_the_same_is_one_and_two_values_are_enough(rows: list[list[int | None]]) -> None:
    same = [rows[0], rows[0]]
    for score in (agreement.krippendorff_alpha(same), agreement.cohen_kappa(*same), agreement.fleiss_kappa(same)):
        assert (score.value, score.reason) in ((1.0, None), (None, "one_category"))
        assert score.raw == 1.0
        assert (score.reason is None) == (len(set(rows[0])) > 1)


@given(ratings())
@example([[1, None], [None, 1]])
def test_an_array_of_numbers_is_read_like_a_list(rows: list[list[int | None]]) -> None:
    for level in LEVELS:
        of_list = agreement.krippendorff_alpha(rows, level)
        of_array = agreement.krippendorff_alpha(_floats(rows), level)
        assert (of_list.reason, of_list.n_units) == (of_array.reason, of_array.n_units)
        assert of_list.value == (None if of_array.value is None else pytest.approx(of_array.value, abs=1e-12))


def test_numbers_that_are_no_whole_ones_and_far_apart() -> None:
    rows = [[0.5, 1e9, 3.25, None], [0.5, 1e9 + 1, 3.0, 2.0]]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        theirs = krippendorff.alpha(reliability_data=_floats(rows), level_of_measurement="interval")
    assert agreement.krippendorff_alpha(_floats(rows), "interval").value == pytest.approx(theirs)


def test_what_a_score_says_beside_its_value() -> None:
    score = agreement.krippendorff_alpha([["a", "a", "b", None], ["a", "b", "b", "c"]])
    assert score.n_units == 3
    assert score.raw == pytest.approx(2 / 3)
    assert score.prevalence == {"a": 0.5, "b": 0.5, "c": 0.0}
    assert (score.level, score.measure) == ("nominal", "alpha")


def test_the_order_of_the_scheme_is_that_of_an_ordinal_scale() -> None:
    rows = [["low", "mid", "high", "low"], ["mid", "mid", "high", "high"]]
    in_order = agreement.krippendorff_alpha(rows, "ordinal", ["low", "mid", "high"])
    as_numbers = agreement.krippendorff_alpha([[1, 2, 3, 1], [2, 2, 3, 3]], "ordinal")
    by_alphabet = agreement.krippendorff_alpha(rows, "ordinal")
    assert in_order.value == pytest.approx(as_numbers.value)
    assert by_alphabet.value != pytest.approx(as_numbers.value)


def test_ratings_that_cannot_be() -> None:
    with pytest.raises(ValueError, match="different numbers of units"):
        agreement.krippendorff_alpha([[1, 2], [1]])
    with pytest.raises(ValueError, match="different numbers of units"):
        agreement.cohen_kappa([1, 2], [1])
    with pytest.raises(ValueError, match="'c' is not among the values"):
        agreement.gwet_ac1([["a"], ["c"]], ["a", "b"])
    with pytest.raises(ValueError, match="a value or a reason"):
        Score("alpha", None)


def test_many_values_need_no_table_of_values_by_values() -> None:
    r = np.random.default_rng(1)
    rows = r.integers(0, 500, (3, 100_000)).astype(float)
    rows[1, :60_000] = rows[0, :60_000]
    assert agreement.krippendorff_alpha(rows).value == pytest.approx(0.2, abs=0.01)
    assert agreement.krippendorff_alpha(rows, "ordinal").value is not None
