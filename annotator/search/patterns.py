"""What a regular expression costs before it has seen any text. Pure."""

from __future__ import annotations

import regex

MOST_REPEATED = 100_000  # parts of a pattern once its counts are written out; ten times as many take a second
_PART = regex.compile(r"(?s)\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\{(?P<least>\d+)(?:,\d*)?\}|.")


def too_large(pattern: str) -> bool:
    """Whether a pattern counts so far that compiling it would take forever: the library writes `a{9999}` out."""
    sums, last = [0], 0  # of each open bracket, without the part that a count could still follow
    for part in _PART.finditer(pattern):
        if part["least"] is not None:
            last *= _number(part["least"])
            continue
        sums[-1] += last
        last = 1
        if part[0] == "(":
            sums.append(0)
            last = 0
        elif part[0] == ")" and len(sums) > 1:
            last = sums.pop()
        if max(sums[-1], last) > MOST_REPEATED:
            return True
    return sums[-1] + last > MOST_REPEATED


def _number(digits: str) -> int:
    return max(1, int(digits)) if len(digits) < 10 else MOST_REPEATED + 1
