"""Lanes: which of the lines under the text a span is drawn on, so that overlapping spans never share one. Pure.

A lane is a number from 0, nearest the text. `floor` is the lowest lane a span may have: claims start at 1 so that the
short marks inside them stay next to the words.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from heapq import heappop, heappush

_BITS = 40  # more than any offset has


def lowest_free(used: int, floor: int = 0) -> int:
    """The lowest lane from `floor` on whose bit is not set in `used`."""
    free = ~used >> floor << floor
    return (free & -free).bit_length() - 1


def lane_for(overlapping: Iterable[int], floor: int = 0) -> int:
    """The lane of a span to add, given the lanes of the spans it overlaps. None of them moves."""
    used = 0
    for lane in overlapping:
        used |= 1 << lane
    return lowest_free(used, floor)


def assign(ranges: Sequence[tuple[int, int, int]]) -> list[int]:
    """The lanes of `(start, end, floor)` ranges, in their order: a sweep from left to right, longer ones first."""
    lanes = [0] * len(ranges)
    running: list[tuple[int, int]] = []
    used = 0
    places = [(start << _BITS) - end for start, end, _ in ranges]  # numbers sort faster than pairs do
    for i in sorted(range(len(ranges)), key=places.__getitem__):
        start, end, floor = ranges[i]
        while running and running[0][0] <= start:
            used &= ~(1 << heappop(running)[1])
        lane = lowest_free(used, floor) if used else floor
        lanes[i] = lane
        used |= 1 << lane
        heappush(running, (end, lane))
    return lanes
