"""Intervals: what they cover, and when there is none."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from annotator.agreement import bootstrap_difference, jackknife


def _f1(sums: Any) -> Any:
    with np.errstate(invalid="ignore", divide="ignore"):
        return 2 * sums[..., 0] / sums[..., 1]


def test_leaving_out_by_hand() -> None:
    articles = np.array([[1.0, 4.0], [3.0, 6.0], [2.0, 8.0]])
    low, high, why = jackknife(articles, _f1)
    whole, without = 2 * 6 / 18, [2 * 5 / 14, 2 * 3 / 12, 2 * 4 / 10]
    error = (2 / 3 * sum((x - sum(without) / 3) ** 2 for x in without)) ** 0.5
    assert why is None
    assert (low, high) == pytest.approx((whole - 4.302652729911275 * error, whole + 4.302652729911275 * error))


def test_no_interval_has_a_reason() -> None:
    assert jackknife(np.array([[1.0, 2.0], [1.0, 2.0]]), _f1) == (None, None, "too_few_articles")
    assert jackknife(np.array([[1.0, 2.0]] * 5), _f1) == (None, None, "no_observed_variation")
    assert jackknife(np.array([[1.0, 2.0], [0.0, 0.0], [0.0, 0.0]]), _f1) == (None, None, "too_few_articles")


def test_nineteen_of_twenty_intervals_hold_the_truth() -> None:
    r = np.random.default_rng(7)
    held, rounds, articles = 0, 400, 12
    for _ in range(rounds):
        chance = np.clip(r.normal(0.7, 0.12, articles), 0, 1)  # some articles are harder
        spans = r.integers(5, 25, articles)
        low, high, _ = jackknife(np.stack([r.binomial(spans, chance), 2 * spans], axis=1).astype(float), _f1)
        assert low is not None and high is not None
        held += low <= 0.7 <= high
    assert 0.91 <= held / rounds <= 0.985


def test_a_difference_is_the_same_for_the_same_seed() -> None:
    r = np.random.default_rng(3)
    spans = r.integers(5, 25, 30)
    one = np.stack([r.binomial(spans, 0.9), 2 * spans], axis=1).astype(float)
    other = np.stack([r.binomial(spans, 0.6), 2 * spans], axis=1).astype(float)
    first = bootstrap_difference(one, other, _f1, seed=5)
    assert first == bootstrap_difference(one, other, _f1, seed=5)
    assert first != bootstrap_difference(one, other, _f1, seed=6)
    difference, low, high = first
    assert difference is not None and low is not None and high is not None
    assert 0 < low < difference < high < 1
    assert bootstrap_difference(one, one, _f1)[:3] == (0.0, 0.0, 0.0)
    assert bootstrap_difference(one[:2], other[:2], _f1)[1:] == (None, None)
