"""How sure a number is, articles being what was drawn: 95 % intervals from what each article adds to the sums.

A statistic is a function of sums: it takes an array [..., k] of sufficient statistics and gives [...] values, NaN where
undefined. Intervals say nothing about other annotators, only about other articles.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from math import atan, cos, pi, sin, sqrt

import numpy as np
from numpy.typing import NDArray

from annotator.agreement.score import NoInterval

Statistic = Callable[[NDArray[np.float64]], NDArray[np.float64]]
Interval = tuple[float | None, float | None, NoInterval | None]

_FEWEST = 3
_DRAWS = 2000


def jackknife(articles: NDArray[np.float64], statistic: Statistic) -> Interval:
    """Low and high from leaving out one article after the other, by Student's t; or why there is none.

    `articles`: [articles, k]. Both ends may lie outside what the statistic can be; whoever shows them cuts them off.
    """
    number = len(articles)
    if number < _FEWEST:
        return None, None, "too_few_articles"
    whole = articles.sum(axis=0)
    value = float(statistic(whole))
    left_out = statistic(whole - articles)
    if not np.isfinite(left_out).all():  # all of it rests on one article
        return None, None, "too_few_articles"
    error = sqrt((number - 1) / number * float(((left_out - left_out.mean()) ** 2).sum()))
    if error < 1e-12:
        return None, None, "no_observed_variation"
    reach = t_quantile(number - 1) * error
    return value - reach, value + reach, None


def bootstrap_difference(
    one: NDArray[np.float64], other: NDArray[np.float64], statistic: Statistic, *, seed: int = 0, draws: int = _DRAWS
) -> tuple[float | None, float | None, float | None]:
    """The statistic of `one` less that of `other`, with its 95 % percentile interval; None where undefined.

    Both are [articles, k], row by row the same articles, zeros where one of them has none: articles are drawn with
    all that belongs to them. The same seed gives the same figures.
    """
    difference = float(statistic(one.sum(axis=0)) - statistic(other.sum(axis=0)))
    number = len(one)
    if number < _FEWEST or not np.isfinite(difference):
        return (difference if np.isfinite(difference) else None), None, None
    drawn = np.random.default_rng(seed).multinomial(number, np.full(number, 1 / number), draws).astype(float)
    found = statistic(drawn @ one) - statistic(drawn @ other)
    found = found[np.isfinite(found)]
    if len(found) < draws / 2:
        return difference, None, None
    low, high = np.percentile(found, [2.5, 97.5])
    return difference, float(low), float(high)


@lru_cache(maxsize=4096)
def t_quantile(freedom: int, within: float = 0.95) -> float:
    """Student's t, two-sided: the t that a share `within` of the distribution lies inside of. By bisection."""
    low, high = 0.0, 1.0
    while _t_within(high, freedom) < within:
        high *= 2
    for _ in range(80):
        middle = (low + high) / 2
        if _t_within(middle, freedom) < within:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def _t_within(t: float, freedom: int) -> float:
    """P(|T| < t), exact for whole degrees of freedom (Abramowitz and Stegun 26.7.3, 26.7.4)."""
    angle = atan(t / sqrt(freedom))
    square = cos(angle) ** 2
    odd = freedom % 2
    term, total = (cos(angle), 0.0) if odd else (1.0, 0.0)
    for k in range(1 + odd, freedom, 2):
        total += term
        term *= square * k / (k + 1)
    return (2 / pi) * (angle + sin(angle) * total) if odd else sin(angle) * total
