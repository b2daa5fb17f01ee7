"""Agreement on ratings: what several annotators said of the same units.

`ratings` are one sequence per annotator, as long as there are units, None where an annotator did not rate one; or a
numpy array of numbers with NaN. Every function gives a Score; what is not defined has a reason instead of a value.
Formulas: Krippendorff 2011 (alpha), Cohen 1960 and 1968, Scott 1955, Bennett et al. 1954, Fleiss 1971, Gwet 2014.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import Any, Literal

import numpy as np

from annotator.agreement.counts import Counts, Floats, Ratings, count, missing
from annotator.agreement.score import Level, Reason, Score

Values = Sequence[Hashable]
Weights = Literal["linear", "quadratic"]


def percent_agreement(ratings: Ratings) -> Score:
    """The mean over units of the share of pairs of annotators that agree."""
    counts = count(ratings)
    common = counts.common()
    if why := _lack(ratings, counts, common):
        return Score("percent", None, why)
    raw = _raw(common)
    return Score("percent", raw, None, common.units, raw=raw, prevalence=_shares(common))


def krippendorff_alpha(ratings: Ratings, level: Level = "nominal", values: Values | None = None) -> Score:
    """Alpha for any number of annotators, with missing ratings. `values`: the scheme's, in their order (ordinal)."""
    counts = count(ratings, values)
    common = counts.common()
    if why := _lack(ratings, counts, common):
        return Score("alpha", None, why, level=level)
    return alpha_of(common, level)


def alpha_of(common: Counts, level: Level) -> Score:
    """Alpha from counts of units that two or more have rated."""
    found: dict[str, Any] = {
        "n_units": common.units, "raw": _raw(common), "prevalence": _shares(common), "level": level,
    }  # fmt: skip
    totals = common.totals
    if np.count_nonzero(totals) < 2:
        return Score("alpha", None, "one_category", **found)
    n = int(totals.sum())
    if level == "nominal":
        observed = n - float((common.agreeing() / (common.rated - 1)).sum())
        expected = (n * n - float((totals.astype(float) ** 2).sum())) / (n - 1)
    elif level == "ratio":
        observed = _within(common, _ratio(_numeric(common)), common.rated - 1)
        expected = _between(totals.astype(float), _ratio(_numeric(common))) / (n - 1)
    else:
        # how far apart two values are on an ordinal scale: how many ratings lie between them
        at = np.cumsum(totals) - totals / 2 if level == "ordinal" else _numeric(common)
        observed = float((_squares(common, at) / (common.rated - 1)).sum())
        at = at - (at * totals).sum() / n
        expected = 2 * n * float((totals * at**2).sum()) / (n - 1)
    return Score("alpha", 1 - observed / expected, None, **found)


def cohen_kappa(
    a: Sequence[Any], b: Sequence[Any], weights: Weights | None = None, values: Values | None = None
) -> Score:
    """Kappa of two annotators over the units both rated. `weights` are by place among `values`."""
    name = f"kappa_{weights}" if weights else "kappa"
    found = _two(a, b, values)
    if isinstance(found, str):
        return Score(name, None, found)
    one, other, common = found
    size = len(common.values)
    of_one, of_other = np.bincount(one, minlength=size) / len(one), np.bincount(other, minlength=size) / len(one)
    if weights is None:
        observed, expected = float((one != other).mean()), 1 - float((of_one * of_other).sum())
    elif weights == "linear":
        below_one, below_other = np.cumsum(of_one)[:-1], np.cumsum(of_other)[:-1]
        observed = float(np.abs(one - other).mean())
        expected = float((below_one * (1 - below_other) + below_other * (1 - below_one)).sum())
    else:
        at: Floats = np.arange(size, dtype=float)
        observed = float(((one - other) ** 2).mean())
        expected = float(of_one @ at**2 + of_other @ at**2 - 2 * (of_one @ at) * (of_other @ at))
    return _corrected(name, common, observed, expected)


def scott_pi(a: Sequence[Any], b: Sequence[Any]) -> Score:
    """Pi of two annotators over the units both rated: as kappa, with what both said pooled."""
    found = _two(a, b, None)
    if isinstance(found, str):
        return Score("pi", None, found)
    one, other, common = found
    shares = common.totals / common.totals.sum()
    return _corrected("pi", common, float((one != other).mean()), 1 - float((shares**2).sum()))


def bennett_s(a: Sequence[Any], b: Sequence[Any], values: Values) -> Score:
    """S of two annotators over the units both rated: by chance every one of `values` is as likely."""
    found = _two(a, b, values)
    if isinstance(found, str):
        return Score("s", None, found)
    one, other, common = found
    return _corrected("s", common, float((one != other).mean()), 1 - 1 / len(common.values))


def fleiss_kappa(ratings: Ratings) -> Score:
    """Fleiss' kappa. Where ratings are missing: Gwet's form of it, the same when none are."""
    counts = count(ratings)
    common = counts.common()
    if why := _lack(ratings, counts, common):
        return Score("fleiss", None, why)
    shares = _shares_by_unit(counts)
    return _corrected("fleiss", common, 1 - _raw(common), 1 - float((shares**2).sum()))


def gwet_ac1(ratings: Ratings, values: Values | None = None) -> Score:
    """AC1. `values`: the scheme's labels; their number, not that of those that occur, belongs to the measure."""
    counts = count(ratings, values)
    common = counts.common()
    if why := _lack(ratings, counts, common):
        return Score("ac1", None, why)
    size = len(counts.values)
    shares = _shares_by_unit(counts)
    by_chance = float((shares * (1 - shares)).sum()) / (size - 1) if size > 1 else 1.0
    return _corrected("ac1", common, 1 - _raw(common), 1 - by_chance)


def gwet_ac2(ratings: Ratings, weights: Weights = "quadratic", values: Values | None = None) -> Score:
    """AC2: AC1 with part of the credit for values that are close, by their place among `values`."""
    counts = count(ratings, values)
    common = counts.common()
    if why := _lack(ratings, counts, common):
        return Score("ac2", None, why)
    size = len(counts.values)
    if size < 2:
        return _corrected("ac2", common, 0.0, 0.0)
    at: Floats = np.arange(size, dtype=float) / (size - 1)
    if weights == "quadratic":
        apart = _squares(common, at)
        total = size * size - 2 * (size * float((at**2).sum()) - float(at.sum()) ** 2)
    else:
        apart = _apart(common, lambda c, k: np.abs(at[c] - at[k]))
        total = size * size - float((np.abs(np.arange(1 - size, size)) * _diagonals(size)).sum()) / (size - 1)
    shares = _shares_by_unit(counts)
    by_chance = total * float((shares * (1 - shares)).sum()) / (size * (size - 1))
    observed = float((apart / (common.rated * (common.rated - 1))).mean())
    return _corrected("ac2", common, observed, 1 - by_chance)


# -- parts
def _lack(ratings: Ratings, counts: Counts, common: Counts) -> Reason | None:
    if len(ratings) < 2:
        return "fewer_than_two_annotators"
    if counts.units == 0:
        return "no_data"
    return None if common.units else "no_common_units"


def _two(a: Sequence[Any], b: Sequence[Any], values: Values | None) -> tuple[Any, Any, Counts] | Reason:
    """The codes both gave, and their counts."""
    if len(a) != len(b):
        raise ValueError(f"annotators have different numbers of units: {len(a)} and {len(b)}")
    if not len(a):
        return "no_data"
    both = [(x, y) for x, y in zip(a, b, strict=True) if not (missing(x) or missing(y))]
    if not both:
        return "no_common_units"
    rows = list(zip(*both, strict=True))
    counts = count(rows, values)
    place = {value: at for at, value in enumerate(counts.values)}
    one, other = (np.array([place[value] for value in row]) for row in rows)
    return one, other, counts


def _raw(common: Counts) -> float:
    return float((common.agreeing() / (common.rated * (common.rated - 1))).mean())


def _shares(common: Counts) -> Mapping[Any, float]:
    totals = common.totals
    return {value: float(share) for value, share in zip(common.values, totals / totals.sum(), strict=True)}


def _shares_by_unit(counts: Counts) -> Floats:
    """Each value's share, every unit that was rated counting the same."""
    rated = counts.rated
    shares = np.bincount(counts.code, counts.count / rated[counts.unit], len(counts.values))
    return np.asarray(shares / np.count_nonzero(rated), float)


def _corrected(name: str, common: Counts, observed: float, expected: float) -> Score:
    """From the disagreement there is, and what there would be by chance."""
    raw, prevalence = _raw(common), _shares(common)
    if expected <= 1e-15:
        return Score(name, None, "one_category", common.units, raw=raw, prevalence=prevalence)
    return Score(name, 1 - observed / expected, None, common.units, raw=raw, prevalence=prevalence)


def _numeric(common: Counts) -> Floats:
    return np.array([float(value) for value in common.values])


def _squares(common: Counts, at: Floats) -> Floats:
    """For each unit, the sum over ordered pairs of ratings of how far apart they are, squared."""
    at = at - at.mean()  # large numbers close to each other would lose their difference
    there, weight = at[common.code], common.count
    sums = np.bincount(common.unit, weight * there, common.units)
    squares = np.bincount(common.unit, weight * there**2, common.units)
    return np.asarray(np.maximum(2 * (common.rated * squares - sums**2), 0.0), float)


def _apart(common: Counts, distance: Any) -> Floats:
    """The same for any distance of two codes."""
    found = np.zeros(common.units)
    for first, second in common.pairs():
        weight = 2.0 * common.count[first] * common.count[second]
        there = common.unit[first]
        found += np.bincount(there, weight * distance(common.code[first], common.code[second]), common.units)
    return found


def _within(common: Counts, distance: Any, divisor: Any) -> float:
    return float((_apart(common, distance) / divisor).sum())


def _between(totals: Floats, distance: Any) -> float:
    """The sum of distances over ordered pairs of all ratings, value by value."""
    codes = np.arange(len(totals))
    return float(sum(totals[c] * (totals * distance(np.full(len(totals), c), codes)).sum() for c in codes))


def _ratio(at: Floats) -> Any:
    def distance(c: Any, k: Any) -> Floats:
        sums = at[c] + at[k]
        with np.errstate(divide="ignore", invalid="ignore"):
            far = ((at[c] - at[k]) / sums) ** 2
        return np.where(sums == 0, 0.0, far)

    return distance


def _diagonals(size: int) -> Any:
    """How many cells of a square table each of its diagonals has."""
    return size - np.abs(np.arange(1 - size, size))
