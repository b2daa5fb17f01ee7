"""How a number changed from one round to the next. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from annotator.agreement.align import Rule
from annotator.agreement.counts import Floats
from annotator.agreement.explain_words import scale_of
from annotator.agreement.figures import Figure, compared, confusion, disagreement, score
from annotator.agreement.intervals import Statistic, bootstrap_difference
from annotator.agreement.score import Level, Score
from annotator.agreement.scores import alpha_of_square
from annotator.agreement.tally import Tally

Period = tuple[str, NDArray[np.bool_]]  # its name, and what of [articles, pairs] belongs to it


class Change(NamedTuple):
    """A number in one period. `difference`: to the period before, with its 95 % interval; None where there is none."""

    name: str
    score: Score
    difference: float | None = None
    low: float | None = None
    high: float | None = None

    @property
    def clear(self) -> bool:
        """Whether the interval of the difference leaves out 0."""
        return self.low is not None and self.high is not None and not self.low <= 0 <= self.high


def changes(
    tally: Tally, rule: Rule, figure: Figure, periods: Sequence[Period], pairs: Sequence[int] | None = None
) -> tuple[Change, ...]:
    """The number in each period, in their order. The same tally gives the same intervals."""
    found: list[Change] = []
    before: tuple[Tally, Floats] | None = None
    for name, mask in periods:
        part = tally.within(mask)
        value = score(part, rule, figure, pairs)
        rows, statistic = _parts(part, figure, pairs)
        found.append(Change(name, value, *(_difference(before, (part, rows), statistic, pairs) if before else ())))
        before = part, rows
    return tuple(found)


def _difference(
    before: tuple[Tally, Floats], now: tuple[Tally, Floats], statistic: Statistic, pairs: Sequence[int] | None
) -> tuple[float | None, float | None, float | None]:
    chosen = slice(None) if pairs is None else list(pairs)
    either = before[0].both[:, chosen].any(axis=1) | now[0].both[:, chosen].any(axis=1)
    return bootstrap_difference(now[1][either], before[1][either], statistic)


def _parts(tally: Tally, figure: Figure, pairs: Sequence[int] | None) -> tuple[Floats, Statistic]:
    """What each article adds, [articles, k], and the number as a function of the sums of that."""
    if scale_of(figure) == "alpha":
        table = confusion(tally, figure, pairs)
        size = len(table.values) if table else 0
        cells = tally.sums.get((figure.measure,), np.zeros((len(tally.articles), len(tally.pairs), size * size)))
        chosen = list(range(len(tally.pairs))) if pairs is None else list(pairs)
        level: Level = "nominal" if figure.measure == "polarity" else "ordinal"
        return cells[:, chosen].sum(axis=1), partial(alpha_of_square, size=size, level=level)
    rows = np.stack([compared(tally, figure, pairs), disagreement(tally, figure, pairs)], axis=1)
    return rows, _f1 if scale_of(figure) == "f1" else _share


def _f1(sums: Floats) -> Floats:
    """Of units, which count once where both have them, and of those that one has alone."""
    units, alone = sums[..., 0], sums[..., 1]
    return _quotient(2 * (units - alone), 2 * units - alone)


def _share(sums: Floats) -> Floats:
    return _quotient(sums[..., 0] - sums[..., 1], sums[..., 0])


def _quotient(part: Floats, whole: Floats) -> Floats:
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.asarray(np.where(whole > 0, part / whole, np.nan), float)
