"""Which mark of one annotator is which of another's: one to one, as many as can be, the same in any order of input.

Two marks can be the same if they share characters. Of the matchings with the most pairs, the one with the largest sum
of intersection over union is taken; between equals, marks that stand earlier go first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from heapq import heappop, heappush

import numpy as np

from annotator.agreement.counts import Floats, Ints

Fragments = Sequence[Sequence[int]]

FINE = 10**9  # parts of one, in which what a pair is worth is compared exactly


@dataclass(frozen=True)
class Places:
    """Marks of one annotator, sorted by (group, start, end). Marks of different groups are never the same.

    `start`, `end`: covers. `length`: characters. `pieces`: the fragments of those marks that have several.
    """

    group: Ints
    start: Ints
    end: Ints
    length: Ints
    pieces: dict[int, Fragments]

    def __len__(self) -> int:
        return len(self.start)


@dataclass(frozen=True)
class Overlaps:
    """Every two marks that share characters: their places on either side, and how much of both they share (IoU)."""

    a: Ints
    b: Ints
    share: Floats


def overlaps(a: Places, b: Places, min_iou: float = 0.0) -> Overlaps:
    """All pairs of the same group that share a character, and at least `min_iou` of the characters of both."""
    if not len(a) or not len(b):
        return Overlaps(np.empty(0, np.int64), np.empty(0, np.int64), np.empty(0))
    # one axis for all groups
    wide = int(max(a.end.max(), b.end.max())) + 1
    a_start, a_end = a.group * wide + a.start, a.group * wide + a.end
    b_start, b_end = b.group * wide + b.start, b.group * wide + b.end
    # those that may reach a mark of `a` are neighbours: from the first that ends late enough to the last that starts
    first = np.searchsorted(np.maximum.accumulate(b_end), a_start, side="right")
    last = np.searchsorted(b_start, a_end, side="left")
    many = np.maximum(last - first, 0)
    one = np.repeat(np.arange(len(a)), many)
    other = np.arange(len(one)) - np.repeat(np.cumsum(many) - many, many) + first[one]
    shared = np.minimum(a_end[one], b_end[other]) - np.maximum(a_start[one], b_start[other])
    for at in _in_pieces(a, b, one, other):
        shared[at] = _shared(_pieces(a, int(one[at])), _pieces(b, int(other[at])))
    share = shared / np.maximum(a.length[one] + b.length[other] - shared, 1)
    keep = (shared > 0) & (share >= min_iou)
    return Overlaps(one[keep], other[keep], share[keep])


def match(found: Overlaps, a: int, b: int) -> tuple[Ints, Ints]:
    """The pairs of marks that are the same, as places in `a` and `b`, in the order of `a`. `a`, `b`: how many."""
    alone = (np.bincount(found.a, minlength=a)[found.a] == 1) & (np.bincount(found.b, minlength=b)[found.b] == 1)
    one, other = found.a[alone], found.b[alone]
    if not alone.all():
        rest = ~alone
        more = _tangled(found.a[rest].tolist(), found.b[rest].tolist(), found.share[rest].tolist())
        one = np.concatenate([one, np.array([x for x, _ in more], np.int64)])
        other = np.concatenate([other, np.array([y for _, y in more], np.int64)])
        order = np.argsort(one, kind="stable")
        one, other = one[order], other[order]
    return one, other


def _tangled(one: list[int], other: list[int], share: list[float]) -> list[tuple[int, int]]:
    """The best matching where marks overlap more than one other."""
    choices: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for x, y, much in zip(one, other, share, strict=True):
        choices[x].append((y, round(much * FINE)))
    pairs: list[tuple[int, int]] = []
    for component in _components(choices):
        its = {x: choices[x] for x in component}
        pairs.extend(_first_choices(its) or assign(its))
    return pairs


def _first_choices(choices: dict[int, list[tuple[int, int]]]) -> list[tuple[int, int]]:
    """Everyone with the one it shares most with, if no two want the same: then nothing can be better. Else empty."""
    best = [(x, *max(options, key=_worth)) for x, options in choices.items()]
    if len({y for _, y, _ in best}) == len(best):
        return [(x, y) for x, y, _ in best]
    wanted: dict[int, tuple[int, int]] = {}
    for x, options in choices.items():
        for y, worth in options:
            if y not in wanted or worth > wanted[y][1]:
                wanted[y] = x, worth
    if len({x for x, _ in wanted.values()}) == len(wanted):
        return [(x, y) for y, (x, _) in wanted.items()]
    return []


def _worth(option: tuple[int, int]) -> tuple[int, int]:
    return option[1], -option[0]


def _components(choices: dict[int, list[tuple[int, int]]]) -> list[list[int]]:
    wanted: dict[int, list[int]] = defaultdict(list)
    for x, options in choices.items():
        for y, _ in options:
            wanted[y].append(x)
    seen: set[int] = set()
    found = []
    for start in choices:
        if start in seen:
            continue
        seen.add(start)
        component, todo = [], [start]
        while todo:
            x = todo.pop()
            component.append(x)
            for near in (z for y, _ in choices[x] for z in wanted[y] if z not in seen):
                if near not in seen:
                    seen.add(near)
                    todo.append(near)
        found.append(sorted(component))
    return found


def assign(choices: dict[int, list[tuple[int, int]]], *, most: bool = True) -> list[tuple[int, int]]:
    """Pairs (x, y), no x or y in two of them, from `choices`: x -> [(y, worth up to `FINE`)].

    `most`: as many pairs as can be, and of those the largest sum; else the largest sum alone.
    Augmenting paths, the cheapest first, with Johnson's potentials.
    """
    if len(choices) == 1:
        ((x, options),) = choices.items()
        return [(x, max(options, key=_worth)[0])]
    cost = {(x, y): FINE - much for x, options in choices.items() for y, much in options}
    taken: dict[int, int] = {}  # y -> x
    of: dict[int, int] = {}  # x -> y
    height: dict[tuple[bool, int], int] = defaultdict(int)
    while path := _cheapest_path(choices, cost, taken, of, height):
        if not most and height[True, path[0][1]] > FINE:  # one pair more would cost more than it is worth
            break
        for x, y in path:
            of[x] = y
            taken[y] = x
    return list(of.items())


def _cheapest_path(
    choices: dict[int, list[tuple[int, int]]],
    cost: dict[tuple[int, int], int],
    taken: dict[int, int],
    of: dict[int, int],
    height: dict[tuple[bool, int], int],
) -> list[tuple[int, int]]:
    """The pairs along the cheapest way from a free x to a free y; empty if there is none."""
    far: dict[tuple[bool, int], int] = {(False, x): 0 for x in choices if x not in of}
    came: dict[int, int] = {}  # y -> x
    heap = [(0, False, x) for x in choices if x not in of]
    done: set[tuple[bool, int]] = set()
    goal: tuple[int, int] | None = None
    while heap:
        length, right, node = heappop(heap)
        if (right, node) in done:
            continue
        done.add((right, node))
        if right and node not in taken:
            goal = goal or (length, node)
            break
        steps = (
            [(True, y, cost[node, y]) for y, _ in choices[node]]
            if not right
            else [(False, taken[node], -cost[taken[node], node])]
        )
        for side, there, price in steps:
            new = length + price + height[right, node] - height[side, there]
            if new < far.get((side, there), new + 1):
                far[side, there] = new
                if side:
                    came[there] = node
                heappush(heap, (new, side, there))
    if goal is None:
        return []
    for key, length in far.items():
        height[key] += min(length, goal[0])
    for key in _all_nodes(choices) - far.keys():
        height[key] += goal[0]
    path, y = [], goal[1]
    while True:
        x = came[y]
        path.append((x, y))
        if x not in of:
            return path
        y = of[x]


def _all_nodes(choices: dict[int, list[tuple[int, int]]]) -> set[tuple[bool, int]]:
    return {(False, x) for x in choices} | {(True, y) for options in choices.values() for y, _ in options}


# -- fragments
def _in_pieces(a: Places, b: Places, one: Ints, other: Ints) -> list[int]:
    if not a.pieces and not b.pieces:
        return []
    either = np.isin(one, list(a.pieces)) | np.isin(other, list(b.pieces))
    return [int(at) for at in np.flatnonzero(either)]


def _pieces(places: Places, at: int) -> Fragments:
    return places.pieces.get(at) or ((int(places.start[at]), int(places.end[at])),)


def _shared(one: Fragments, other: Fragments) -> int:
    return sum(max(0, min(b, d) - max(a, c)) for a, b in one for c, d in other)
