"""Spans on levels such that no two on one level share a character."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable

from annotator.models import Fragment, Span


def levels(spans: Iterable[Span]) -> list[list[Span]]:
    """Each span on the first level where nothing is in its way."""
    found: list[list[Span]] = []
    taken: list[list[Fragment]] = []  # of each level, in order
    for span in spans:
        at = next((n for n, here in enumerate(taken) if _free(here, span)), len(taken))
        if at == len(taken):
            found.append([])
            taken.append([])
        found[at].append(span)
        for fragment in span.fragments:
            insort(taken[at], fragment)
    return found


def _free(taken: list[Fragment], span: Span) -> bool:
    before = ((start, bisect_left(taken, (end, end))) for start, end in span.fragments)
    return all(not at or taken[at - 1][1] <= start for start, at in before)
