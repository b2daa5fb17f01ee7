"""From a cell of a confusion to the articles in which it happened."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from annotator.agreement.figures import Figure, confusion
from annotator.agreement.tally import Tally


def articles_of(
    tally: Tally, figure: Figure, one: str, other: str, pairs: Sequence[int] | None = None
) -> tuple[str, ...]:
    """The articles (ids, in the tally's order) in which one of a pair said `one` where the other said `other`.

    Values are those of `figures.confusion`, "" is nothing. Raises ValueError for a value that is not there.
    """
    table = confusion(tally, figure, pairs)
    if table is None:
        return ()
    row, column = table.values.index(one), table.values.index(other)
    chosen = list(range(len(tally.pairs))) if pairs is None else list(pairs)
    if figure.kind == "statement":
        size = len(table.values)
        sums = tally.sums.get((figure.measure,))
        found = np.zeros(len(tally.articles)) if sums is None else sums[:, chosen, row * size + column].sum(axis=1)
    else:
        found = _labels(tally, one, other, chosen)
    return tuple(ident for ident, number in zip(tally.articles, found.tolist(), strict=True) if number > 0)


def _labels(tally: Tally, one: str, other: str, chosen: list[int]) -> NDArray[np.float64]:
    """How often in each article."""
    wanted = set(chosen)
    place = {ident: n for n, ident in enumerate(tally.articles)}
    found = np.zeros(len(tally.articles))
    for row in tally.mislabelled:
        if row.pair in wanted and (row.one == one or not one) and (row.other == other or not other):
            found[place[row.article]] += 1
    if one and other and one != other:
        return found
    if not one and not other:
        return np.zeros(len(tally.articles))
    a, b, _, same = np.moveaxis(tally.sums["span", one or other][:, chosen, :4].sum(axis=1), -1, 0)
    if one == other:
        return np.asarray(same, float)
    return np.asarray((a if one else b) - same - found, float)  # what has no other label either
