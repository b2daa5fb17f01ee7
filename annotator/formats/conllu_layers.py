"""Spans over one another as layers of spans that are not: NE, NE2, NE3 and so on.

The first is called as spaCy knows it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from heapq import heappop, heappush

from annotator.models import Fragment


def layers(spans: Iterable[Fragment]) -> Iterator[int]:
    """For each span, in order of their starts, the first layer that is free, from 0."""
    busy: list[tuple[int, int]] = []  # until when, which
    free: list[int] = []
    opened = 0
    for start, end in spans:
        while busy and busy[0][0] <= start:
            heappush(free, heappop(busy)[1])
        if not free:
            heappush(free, opened)
            opened += 1
        layer = heappop(free)
        heappush(busy, (end, layer))
        yield layer


def key(layer: int) -> str:
    """What a layer is called."""
    return f"NE{layer + 1}" if layer else "NE"
