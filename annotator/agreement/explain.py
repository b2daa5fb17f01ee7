"""How a number came about, so that whoever reads it can work it out again with a pocket calculator."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from typing import NamedTuple

import numpy as np

from annotator.agreement.align import Rule
from annotator.agreement.counts import Floats
from annotator.agreement.explain_words import NO_INTERVAL, REASONS, Warned, compared_words, formula_words, scale_of
from annotator.agreement.figures import Figure, confusion, score, sums
from annotator.agreement.intervals import t_quantile
from annotator.agreement.score import Score
from annotator.agreement.tally import Tally
from annotator.errors import say

_COMMON = 0.9  # of all ratings, from which on one value makes alpha unsteady
_HALF = 0.5
_FEW = 3
_PARTS: dict[str, str] = {
    "a": say("the first reader of each pair has"),
    "b": say("the second reader of each pair has"),
    "both": say("articles that both labelled"),
    "linked": say("that both linked to an actor"),
    "iou": say("shares of characters, added up"),
    "same_holder": say("with the same actor"),
    "same_target": say("with the same target"),
    "same_actor": say("linked to the same actor"),
    "frames": say("with the same actor and target"),
    "strict": say("the same in all"),
    "exact": say("exactly the same"),
}
_BOTH = say("both have")
_SAME = say("the same value")


class Explanation(NamedTuple):
    """`compared`, `formula`: sentences. `counts`: names with their numbers. `working`: how the value comes out of the
    counts with the figures put in, and on the next line where its interval comes from."""

    compared: str
    formula: str
    counts: tuple[tuple[str, str], ...]
    working: str


def explain(
    tally: Tally, rule: Rule, figure: Figure, pairs: Sequence[int] | None = None, name: str = ""
) -> Explanation:
    """Of the number that `figures.score` gives for the same. `name`: what the codebook calls the figure's label."""
    found = score(tally, rule, figure, pairs)
    counts: list[tuple[str, str]] = [
        (say("articles that both finished"), _whole(found.n_articles or 0)),
        (say("pairs of readers"), _whole(found.n_pairs or 0)),
    ]
    table = confusion(tally, figure, pairs) if scale_of(figure) == "alpha" else None
    if table is not None:
        square, values = table.square, table.values
        counts += [
            (say("“{one}” and “{other}”", one=one, other=other), _whole(square[m, n]))
            for m, one in enumerate(values) for n, other in enumerate(values) if square[m, n]
        ]  # fmt: skip
        value = _alpha(found, values, square)
    else:
        parts = sums(tally, figure, pairs)
        counts += [(_part(figure, part), _number(number)) for part, number in parts.items()]
        value = _f1(found, parts) if "a" in parts else _share(found, parts)
    words = say("{first}\n{second}", first=value, second=_interval(found)) if found.value is not None else value
    return Explanation(compared_words(figure, rule, name or figure.label), formula_words(figure), tuple(counts), words)


def warnings(found: Score) -> tuple[Warned, ...]:
    """What to beware of: one value above 90 % of all ratings, less than half compared, fewer than three articles."""
    if found.value is None:
        return ()
    signs: list[tuple[Warned, bool]] = [
        ("one_label", max(found.prevalence.values(), default=0.0) > _COMMON),
        ("coverage", found.coverage is not None and found.coverage < _HALF),
        ("few_articles", found.n_articles is not None and found.n_articles < _FEW),
    ]
    return tuple(name for name, there in signs if there)


def shown_interval(found: Score) -> tuple[float, float] | None:
    """Low and high, cut off where the number cannot reach; None where there is no interval."""
    if found.low is None or found.high is None:
        return None
    return max(found.low, -1.0 if found.level else 0.0), min(found.high, 1.0)


def below(score: Score, least: float) -> bool:
    """Whether the number may be less than that: the lower end of its interval is, or, if there is none, its value.

    A number without a value is not below anything.
    """
    if score.value is None:
        return False
    return (score.low if score.low is not None else score.value) < least


# -- workings
def _f1(found: Score, parts: dict[str, float]) -> str:
    if found.value is None:
        return _undefined(found)
    a, b, both = parts["a"], parts["b"], next(n for part, n in parts.items() if part not in ("a", "b"))
    return say(
        "2 × {both:,} ÷ ({a:,} + {b:,}) = {value:g}",
        both=round(both),
        a=round(a),
        b=round(b),
        value=_short(found.value),
    )


def _share(found: Score, parts: dict[str, float]) -> str:
    if found.value is None:
        return _undefined(found)
    part, whole = parts.values()
    return say("{part} ÷ {whole:,} = {value:g}", part=_number(part), whole=round(whole), value=_short(found.value))


def _alpha(found: Score, values: Sequence[str], square: Floats) -> str:
    if found.value is None:
        return _undefined(found)
    table = np.rint(square).astype(int)
    given = (table.sum(axis=0) + table.sum(axis=1)).tolist()
    units, ratings = int(table.sum()), int(sum(given))
    listed = _added(values, given)
    figures: dict[str, object] = {
        "units": units, "ratings": ratings, "less": ratings - 1, "listed": listed, "value": _short(found.value),
    }  # fmt: skip
    if found.level == "nominal":
        apart, chance = units - int(np.trace(table)), ratings**2 - sum(n * n for n in given)
        return say(
            "{units:,} were rated by both, {apart:,} of them differently. The {ratings:,} ratings: {listed}. By chance "
            "{chance:,} of {ratings:,} × {less:,} draws of two would differ: {ratings:,}² less the square of each. "
            "1 − ({apart:,} ÷ {units:,}) ÷ ({chance:,} ÷ ({ratings:,} × {less:,})) = {value:g}",
            apart=apart, chance=chance, **figures,
        )  # fmt: skip
    at = (2 * np.cumsum(given) - given).tolist()  # in half ratings, so that the middle of each value is whole
    both = [(m, n) for m in range(len(at)) for n in range(len(at))]
    apart = sum(int(table[m, n]) * (at[m] - at[n]) ** 2 for m, n in both)
    chance = sum(given[m] * given[n] * (at[m] - at[n]) ** 2 for m, n in both)
    return say(
        "{units:,} were rated by both. The {ratings:,} ratings: {listed}. In order they reach from 0 to {ratings:,}; "
        "twice the middle of each value: {places}. Twice the distance, squared, adds up to {apart:,} over those rated, "
        "and to {chance:,} over all {ratings:,} × {less:,} draws of two. "
        "1 − ({apart:,} ÷ {units:,}) ÷ ({chance:,} ÷ ({ratings:,} × {less:,})) = {value:g}",
        places=_added(values, at), apart=apart, chance=chance, **figures,
    )  # fmt: skip


def _undefined(found: Score) -> str:
    reason = REASONS[found.reason or "no_data"]
    if found.reason == "both_empty":
        return say("{first} {second}", first=reason, second=say("2 × 0 ÷ (0 + 0) is not defined."))
    if found.reason == "one_category":
        rated = say("{units:,} were rated by both, all alike.", units=found.n_units)
        return say("{first} {second}", first=reason, second=rated)
    return reason


def _interval(found: Score) -> str:
    shown = shown_interval(found)
    if shown is None or found.high is None or found.value is None or not found.n_articles:
        return NO_INTERVAL[found.no_interval or "not_asked"]
    number = found.n_articles
    reach, t = found.high - found.value, t_quantile(number - 1)
    error = reach / t
    words = say(
        "95 % interval: each of {number:,} articles was left out once. The numbers so found differ from their mean by "
        "squares that add up to {squares:g}. Standard error: √({less:,} ÷ {number:,} × {squares:g}) = {error:g}. "
        "Student’s t with {less:,} degrees of freedom: {t:g}. {value:g} ± {t:g} × {error:g}: {low:g} to {high:g}.",
        number=number, less=number - 1, squares=_significant(error**2 * number / (number - 1)),
        error=_significant(error), t=round(t, 4), value=_short(found.value), low=_short(found.value - reach),
        high=_short(found.value + reach),
    )  # fmt: skip
    if (found.value - reach, found.high) == shown:
        return words
    cut = say("It is shown from {low:g} to {high:g}, as the number cannot reach farther.", low=_short(shown[0]),
              high=_short(shown[1]))  # fmt: skip
    return say("{first} {second}", first=words, second=cut)


# -- figures
def _part(figure: Figure, part: str) -> str:
    if part in ("found", "overlap") or (part == "same" and figure.kind == "relation"):
        return _BOTH
    return _SAME if part == "same" else _PARTS[part]


def _added(values: Sequence[str], numbers: Sequence[int]) -> str:
    parts = [say("{value}: {number:,}", value=v, number=n) for v, n in zip(values, numbers, strict=True)]
    return reduce(lambda one, other: say("{one}, {other}", one=one, other=other), parts)


def _whole(number: float) -> str:
    return say("{number:,}", number=round(number))


def _number(number: float) -> str:
    if abs(number - round(number)) < 1e-9:
        return _whole(number)
    return say("{number:g}", number=_short(number))


def _short(value: float) -> float:
    return round(value, 4) + 0.0  # no negative zero


def _significant(value: float) -> float:
    return float(f"{value:.5g}")
