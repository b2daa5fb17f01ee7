"""A text cut into tokens such that marks begin and end where tokens do."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from annotator.models import Fragment
from annotator.text import tokens


def cut_tokens(text: str, marks: Collection[Fragment]) -> list[Fragment]:
    """The tokens of the text, cut where a mark begins or ends inside one, as ranges in order.

    White space is in no token, but for the gaps that a mark begins or ends in.
    """
    starts, ends = sorted({start for start, _ in marks}), sorted({end for _, end in marks})
    cuts = sorted({*starts, *ends})
    found: list[Fragment] = []
    last = 0
    for a, b in (*tokens(text), (len(text), len(text))):
        begins = bisect_left(starts, last) < bisect_left(starts, a)
        stops = bisect_right(ends, last) < bisect_right(ends, a)
        if last < a and (begins or stops):
            found.extend(_pieces(last, a, cuts))
        if a < b:
            found.extend(_pieces(a, b, cuts))
        last = b
    return found


def _pieces(start: int, end: int, cuts: Sequence[int]) -> Iterator[Fragment]:
    return pairwise((start, *cuts[bisect_right(cuts, start) : bisect_left(cuts, end)], end))
