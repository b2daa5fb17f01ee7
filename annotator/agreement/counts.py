"""Ratings as counts: how many annotators gave which value to which unit. The one form every measure starts from.

Only cells that are not zero are kept, so that many units with many values cost what was rated and no more.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from math import isnan
from typing import Any

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Ratings = Sequence[Sequence[Any]] | NDArray[Any]

_DENSE = 8  # cells for each rating, up to which a table is counted faster than a list is sorted
_SPREAD = 1 << 20  # of whole numbers that are taken as their own codes


@dataclass(frozen=True)
class Counts:
    """Cells (unit, code, count), sorted by unit and code. `values[code]` is the value; `units` how many there are."""

    values: tuple[Any, ...]
    units: int
    unit: Ints
    code: Ints
    count: Ints

    @cached_property
    def rated(self) -> Ints:
        """How many annotators rated each unit."""
        return np.bincount(self.unit, self.count, self.units).astype(np.int64)

    @cached_property
    def totals(self) -> Ints:
        """How often each value was given."""
        return np.bincount(self.code, self.count, len(self.values)).astype(np.int64)

    def common(self) -> Counts:
        """Only units that two or more have rated, numbered anew."""
        keep = self.rated >= 2
        if keep.all():
            return self
        cells = keep[self.unit]
        number = np.cumsum(keep) - 1
        return Counts(self.values, int(keep.sum()), number[self.unit[cells]], self.code[cells], self.count[cells])

    def agreeing(self) -> Ints:
        """For each unit, how many ordered pairs of its ratings are the same."""
        return np.bincount(self.unit, self.count * (self.count - 1), self.units).astype(np.int64)

    def pairs(self) -> Iterable[tuple[Ints, Ints]]:
        """Places of two cells of the same unit, the lower code first; every such two, once."""
        first: Ints = np.arange(len(self.unit))
        step = 1
        while True:
            first = first[first + step < len(self.unit)]
            first = first[self.unit[first] == self.unit[first + step]]
            if not len(first):
                return
            yield first, first + step
            step += 1


def count(ratings: Ratings, values: Sequence[Hashable] | None = None) -> Counts:
    """Ratings, one sequence per annotator with None (or NaN) for missing, as counts.

    `values` are those of the scheme, in its order; None takes what occurs, in order where it has one. Raises
    ValueError for annotators of different lengths and for a rating that is not among `values`.
    """
    lengths = {len(row) for row in ratings}
    if len(lengths) > 1:
        raise ValueError(f"annotators have different numbers of units: {sorted(lengths)}")
    units = lengths.pop() if lengths else 0
    codes, known = _codes(ratings, units, values)
    where = np.flatnonzero(codes >= 0)
    unit, code = where % max(units, 1), codes[where]
    wide = max(len(known), 1)
    place = unit * wide + code
    if units * wide <= _DENSE * max(len(place), 1):
        table = np.bincount(place, minlength=units * wide)
        cell = np.flatnonzero(table)
        number = table[cell]
    else:
        cell, number = np.unique(place, return_counts=True)
    return Counts(tuple(known), units, cell // wide, cell % wide, number.astype(np.int64))


def _codes(ratings: Ratings, units: int, values: Sequence[Hashable] | None) -> tuple[Ints, Sequence[Any]]:
    """Every rating's place among the values, -1 for missing, annotator after annotator."""
    if isinstance(ratings, np.ndarray) and ratings.dtype.kind in "iuf" and values is None:
        return _numbers(ratings.reshape(-1))
    given = list(chain.from_iterable(_plain(row) for row in ratings))
    occur = {value for value in set(given) if not missing(value)}
    known: Sequence[Any] = _in_order(occur) if values is None else list(dict.fromkeys(values))
    if strange := occur.difference(known):
        raise ValueError(f"{next(iter(strange))!r} is not among the values")
    place: dict[Any, int] = {value: at for at, value in enumerate(known)}
    get = place.get
    return np.fromiter((get(value, -1) for value in given), np.int64, len(given)), known


def _numbers(flat: NDArray[Any]) -> tuple[Ints, Sequence[Any]]:
    there = ~np.isnan(flat) if flat.dtype.kind == "f" else np.ones(len(flat), bool)
    codes = np.full(len(flat), -1, np.int64)
    numbers = flat[there]
    if not len(numbers):
        return codes, []
    low = numbers.min()
    if numbers.max() - low < _SPREAD and (flat.dtype.kind != "f" or bool((numbers == np.floor(numbers)).all())):
        shifted = (numbers - low).astype(np.int64)  # no sort: whole numbers close to each other
        present = np.bincount(shifted) > 0
        codes[there] = (np.cumsum(present) - 1)[shifted]
        known = np.flatnonzero(present) + low
    else:
        known, codes[there] = np.unique(numbers, return_inverse=True)
    return codes, known.tolist()


def _plain(row: Sequence[Any] | NDArray[Any]) -> Sequence[Any]:
    plain: Sequence[Any] = row.tolist() if isinstance(row, np.ndarray) else row
    return plain


def missing(value: Any) -> bool:
    """Whether a rating is none: None or NaN."""
    return value is None or (isinstance(value, float) and isnan(value))


def _in_order(values: Iterable[Any]) -> list[Any]:
    try:
        return sorted(values)
    except TypeError:  # of several kinds
        return sorted(values, key=lambda value: (type(value).__name__, repr(value)))
