"""Which parts of which lines the spans cover."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from ui.reader.index import Placed
from ui.reader.lines import Line, Run


class Piece(NamedTuple):
    """The part of one fragment on one line. `opens`, `closes`: the fragment begins, ends here."""

    placed: Placed
    line: Line
    runs: list[Run]
    opens: bool
    closes: bool

    @property
    def first(self) -> bool:
        """Whether the whole span begins here."""
        return self.opens and self.line.start <= self.placed.start


class Gap(NamedTuple):
    """The stretch between two fragments on one line. `far`: too long to be drawn through, so marked at its ends."""

    placed: Placed
    line: Line
    runs: list[Run]
    far: bool
    opens: bool
    closes: bool


def over_lines(lines: Sequence[Line], start: int, end: int) -> list[tuple[Line, list[Run]]]:
    """The lines that a range touches, with what it covers there."""
    at = max(0, bisect_right(lines, start, key=lambda line: line.start) - 1)
    found = []
    while at < len(lines) and lines[at].start < end:
        runs = lines[at].runs(start, end)
        if runs:
            found.append((lines[at], runs))
        at += 1
    return found


def pieces(lines: Sequence[Line], placed: Placed) -> list[Piece]:
    """The parts of a span on these lines."""
    return [
        Piece(placed, line, runs, line.start <= start, end <= line.end)
        for start, end in placed.span.fragments
        for line, runs in over_lines(lines, start, end)
    ]


def gaps(lines: Sequence[Line], placed: Placed) -> list[Gap]:
    """The stretches between a span's fragments on these lines; far ones where they touch more than two lines."""
    fragments = placed.span.fragments
    found: list[Gap] = []
    for (_, start), (end, _) in pairwise(fragments):
        touched = over_lines(lines, start, end)
        far = len(touched) > 2 or not lines or start < lines[0].start or end > lines[-1].end
        found.extend(Gap(placed, line, runs, far, line.start <= start, end <= line.end) for line, runs in touched)
    return found
