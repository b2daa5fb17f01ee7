"""Krippendorff's alpha for unitizing: a text cut into units and gaps, compared character by character.

After Krippendorff, Mathet, Bouvry and Widlöcher 2016 (equations 5 and 6). Where the units of one annotator overlap, the
text is not cut into parts, and the measure is not defined: use `span_f1` or `char_f1`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations
from typing import Any

from annotator.agreement.score import Score

Unit = Sequence[Any]
_GAP = object()
_UNIT = object()


def unitizing_alpha(units: Sequence[Sequence[Unit]], length: int, binary: bool = False) -> Score:
    """Alpha of units (start, end, label), one sequence per annotator, on a continuum of `length` characters.

    `binary`: units against gaps, whatever their labels. Undefined if units of one annotator overlap.
    """
    name = "unitizing_alpha_binary" if binary else "unitizing_alpha"
    number = sum(map(len, units))
    if len(units) < 2:
        return Score(name, None, "fewer_than_two_annotators")
    if length <= 0:
        return Score(name, None, "no_data")
    if number == 0:
        return Score(name, None, "both_empty")
    cut = [_cut(of_one, length, binary) for of_one in units]
    if any(segments is None for segments in cut):
        return Score(name, None, "overlapping_units", number)
    readings = [segments for segments in cut if segments is not None]
    total = len(readings) * length
    lengths: dict[Any, int] = defaultdict(int)
    squares = 0
    for segments in readings:
        for start, end, label in segments:
            lengths[label] += end - start
            squares += (end - start) ** 2 if label is not _GAP else 0
    agree = 2 * sum(_same(a, b) for a, b in combinations(readings, 2)) / (len(readings) - 1)
    shares = {label: size / total for label, size in lengths.items() if label not in (_GAP, _UNIT)}
    found: dict[str, Any] = {
        "n_units": number, "raw": agree / total, "prevalence": shares, "matching": "characters",
    }  # fmt: skip
    between = total**2 - sum(size**2 for size in lengths.values())  # ordered pairs of characters of two kinds
    if between == 0:
        return Score(name, None, "one_category", **found)
    expected = total * between / (total**2 - lengths[_GAP] - squares)
    return Score(name, 1 - (total - agree) / expected, None, **found)


def _cut(units: Sequence[Unit], length: int, binary: bool) -> list[tuple[int, int, Any]] | None:
    """The whole continuum as segments; None if units overlap. Raises ValueError for one outside it."""
    found: list[tuple[int, int, Any]] = []
    at = 0
    for start, end, label in sorted(((u[0], u[1], u[2]) for u in units), key=lambda u: (u[0], u[1])):
        if not 0 <= start < end <= length:
            raise ValueError(f"the unit {start}–{end} is not within 0–{length}")
        if start < at:
            return None
        if start > at:
            found.append((at, start, _GAP))
        found.append((start, end, _UNIT if binary else label))
        at = end
    if at < length:
        found.append((at, length, _GAP))
    return found


def _same(one: list[tuple[int, int, Any]], other: list[tuple[int, int, Any]]) -> int:
    """How many characters are under the same label in both."""
    i = j = total = 0
    while i < len(one) and j < len(other):
        (a, b, label), (c, d, its) = one[i], other[j]
        if label == its:
            total += min(b, d) - max(a, c)
        i, j = i + (b <= d), j + (d <= b)
    return total
