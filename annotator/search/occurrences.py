"""Where a string stands in a text, as whole tokens. Pure.

Positions are code points of the text as it is, also where folding its case changes its length.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from annotator.text import token_at

ENDINGS = frozenset({"'s", "’s", "s", "es"})
_POSSESSIVE = re.compile(r"(?<=\w)['’][sS]\Z")
_BREAKS = re.compile(r"\r\n")
_BLANKS = str.maketrans(dict.fromkeys("\n\r\t\u00a0", " "))


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A place of the string in an article. `marked`: the layer has a mark of the same label on it already."""

    article_id: str
    start: int
    end: int
    quote: str
    marked: bool


class Covers:
    """Ranges of one text, asked whether any of them shares a character with another range."""

    def __init__(self, ranges: Iterable[tuple[int, int]]) -> None:
        pairs = sorted(ranges)
        self._starts = [start for start, _ in pairs]
        self._reach: list[int] = []  # how far the ranges up to this one reach
        for _, end in pairs:
            self._reach.append(max(end, self._reach[-1]) if self._reach else end)

    def touch(self, start: int, end: int) -> bool:
        """Whether one of the ranges overlaps start–end."""
        before = bisect_left(self._starts, end)
        return before > 0 and self._reach[before - 1] > start


class Finder:
    """Finds any of the strings. `case`: capitals count. `inflections`: a simple ending may follow within the token.

    A single line break or tab between words counts as a blank. Strings of nothing but white space are left out.
    """

    def __init__(self, strings: Iterable[str], *, case: bool = True, inflections: bool = False) -> None:
        self._case, self._inflections = case, inflections
        words = {word for string in strings for word in _forms(string.strip(), inflections)}
        needles = {_Folded(word, case).text for word in words if word}
        self._automaton = _automaton(needles) if needles else None

    def ranges(self, text: str) -> list[tuple[int, int]]:
        """Every place, in order, none overlapping: the longest wins, then the first."""
        if self._automaton is None:
            return []
        folded = _Folded(text, self._case)
        found: set[tuple[int, int]] = set()
        for last, length in self._automaton.iter(folded.text):
            start, end = folded.origin(last + 1 - length), folded.origin(last + 1)
            if start is not None and end is not None and (whole := self._whole(text, start, end)):
                found.add(whole)
        return _longest(found)

    def _whole(self, text: str, start: int, end: int) -> tuple[int, int] | None:
        first, last = token_at(text, start), token_at(text, end - 1)
        if first is None or last is None or first[0] != start:
            return None
        if last[1] == end or (self._inflections and text[end : last[1]].casefold() in ENDINGS):
            return (start, last[1])
        return None


class _Folded:
    """A text made ready for comparing, and the way back to the positions of the original."""

    def __init__(self, text: str, case: bool) -> None:
        pattern = _BREAKS if case or len(text.casefold()) == len(text) else _changing()
        parts: list[str] = []
        self._starts: list[int] = []  # where a piece of another length begins in the folded text
        self._ends: list[tuple[int, int, int]] = []  # (its start in the original, its ends: folded, original)
        at = length = 0
        for match in pattern.finditer(text):
            piece = " " if match[0] == "\r\n" else match[0].casefold()
            parts += (_folded(text[at : match.start()], case), piece)
            length += match.start() - at
            self._starts.append(length)
            at, length = match.end(), length + len(piece)
            self._ends.append((match.start(), length, at))
        self.text = "".join((*parts, _folded(text[at:], case)))

    def origin(self, position: int) -> int | None:
        """The original's position of a folded one, or None inside a character that folds to several."""
        at = bisect_right(self._starts, position) - 1
        if at < 0:
            return position
        start, folded_end, end = self._ends[at]
        if position == self._starts[at]:
            return start
        return end + position - folded_end if position >= folded_end else None


def _folded(text: str, case: bool) -> str:
    plain = text.translate(_BLANKS)
    return plain if case else plain.casefold()


@lru_cache(maxsize=1)
def _changing() -> re.Pattern[str]:
    """What folding changes the length of: all of it lies in the first plane."""
    letters = "".join(c for c in map(chr, range(0x10000)) if len(c.casefold()) > 1)
    return re.compile(rf"\r\n|[{letters}]")


def _forms(string: str, inflections: bool) -> Sequence[str]:
    return (string, _POSSESSIVE.sub("", string)) if inflections else (string,)


def _automaton(needles: Iterable[str]) -> Any:
    import ahocorasick  # type: ignore[import-not-found]  # it is C, without types

    automaton = ahocorasick.Automaton(ahocorasick.STORE_INTS)
    for needle in needles:
        automaton.add_word(needle, len(needle))
    automaton.make_automaton()
    return automaton


def _longest(found: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Of overlapping ranges the longest, then the first; in order."""
    kept: list[tuple[int, int]] = []
    for start, end in sorted(found, key=lambda r: (r[0] - r[1], r[0])):
        at = bisect_left(kept, (start, end))
        if (at == 0 or kept[at - 1][1] <= start) and (at == len(kept) or kept[at][0] >= end):
            kept.insert(at, (start, end))
    return kept
