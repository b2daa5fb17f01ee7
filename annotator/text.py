"""Places in a text: code points to UTF-16 and back, graphemes, tokens, fragments. Pure.

A position is a number of Unicode code points from the start of the text, a range is end-exclusive.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

import regex

from annotator.errors import say

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
# A token: a run of letters, digits and marks, kept whole over an apostrophe, hyphen or dot inside it (don't, U.S,
# 1,000), else one grapheme that is no white space.
_TOKEN = regex.compile(r"[\p{L}\p{N}\p{M}_]+(?:[.,:'’·\-‐‑@/&][\p{L}\p{N}\p{M}_]+)*|(?!\s)\X")
# white space that makes one grapheme with what follows
_JOINED = regex.compile(r"\r\n|\s[\p{GCB=Extend}\p{GCB=SpacingMark}\p{GCB=ZWJ}]")
_WINDOW = 400  # how far a local scan reaches: longer than any token worth the name

Fragments = Sequence[tuple[int, int]]


class Utf16Map:
    """Code points <-> UTF-16 units of one text. Empty, hence free, for a text without astral characters."""

    def __init__(self, text: str) -> None:
        self._astral = [m.start() for m in _ASTRAL.finditer(text)]
        # the UTF-16 position of each astral character is its code point position plus those before it
        self._astral16 = [p + i for i, p in enumerate(self._astral)]

    def to_utf16(self, position: int) -> int:
        """The UTF-16 position of a code point position."""
        return position + bisect_left(self._astral, position) if self._astral else position

    def to_codepoint(self, position: int) -> int:
        """The code point position of a UTF-16 position; one inside a pair gives the pair's start."""
        if not self._astral:
            return position
        return position - bisect_left(self._astral16, position)


def first_surrogate(text: str) -> int | None:
    """The position of the first lone surrogate, which no file can hold, or None."""
    found = _SURROGATE.search(text)
    return found.start() if found else None


def graphemes(text: str, start: int, end: int) -> Iterable[tuple[int, int]]:
    """The user-perceived characters of `text[start:end]`, as ranges; `start` must be a boundary."""
    return (m.span() for m in regex.finditer(r"\X", text, pos=start, endpos=end))


def _window_start(text: str, position: int) -> int:
    """A boundary at or before `position` from which a local scan agrees with the global one: after white space."""
    at = position
    while at > 0 and position - at < _WINDOW and (not text[at - 1].isspace() or _JOINED.match(text, at - 1)):
        at -= 1
    return at


def grapheme_bounds(text: str, position: int) -> tuple[int, int]:
    """The grapheme that holds `position` (the last one for the end of the text; (0, 0) for an empty text)."""
    if not text:
        return (0, 0)
    position = min(max(position, 0), len(text) - 1)
    start = _window_start(text, position)
    for a, b in graphemes(text, start, min(len(text), position + _WINDOW)):
        if a <= position < b:
            return (a, b)
    return (position, position + 1)


def tokens(text: str, start: int = 0, end: int | None = None) -> Iterable[tuple[int, int]]:
    """The tokens that begin in `text[start:end]`, as ranges, in order."""
    limit = len(text) if end is None else end
    for m in _TOKEN.finditer(text, pos=start):
        if m.start() >= limit:
            return
        yield m.span()


def token_at(text: str, position: int) -> tuple[int, int] | None:
    """The token that holds `position` or ends at it, or None in white space."""
    start = _window_start(text, min(position, len(text)))
    found = None
    for a, b in tokens(text, start, position + 1):
        if a <= position < b:
            return (a, b)
        if b == position:
            found = (a, b)
    return found


def next_token(text: str, position: int) -> tuple[int, int] | None:
    """The first token that begins at or after `position`, or None."""
    start = _window_start(text, position)
    return next((found for found in tokens(text, start) if found[0] >= position), None)


def previous_token(text: str, position: int) -> tuple[int, int] | None:
    """The last token that ends at or before `position`, or None."""
    at = position
    while at > 0 and text[at - 1].isspace():
        at -= 1
    if at == 0:
        return None
    found = token_at(text, at - 1)
    return found if found is None or found[1] <= position else previous_token(text, found[0])


def snap(text: str, start: int, end: int) -> tuple[int, int]:
    """The range grown to whole tokens, without white space at its ends; unchanged if it holds nothing but space."""
    a, b = trim(text, min(start, end), max(start, end))
    if a >= b:
        return (start, end)
    first, last = token_at(text, a), token_at(text, b - 1)
    return (min(a, first[0]) if first and first[1] > a else a, max(b, last[1]) if last and last[1] > b - 1 else b)


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The range without white space at its ends; (start, start) if nothing is left."""
    while start < end and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return (start, end)


def quote(text: str, fragments: Fragments) -> str:
    """The surface text of the fragments, joined by one blank."""
    if len(fragments) == 1:
        start, end = fragments[0]
        return text[start:end]
    return " ".join(text[start:end] for start, end in fragments)


def with_words(text: str, fragments: Fragments, start: int, end: int) -> list[tuple[int, int]]:
    """The fragments with the words `start`–`end` added, or, where they lie inside one, taken out of it.

    Fragments with nothing but white space between them become one. Taking out everything leaves no fragment.
    """
    inside = any(a <= start and end <= b for a, b in fragments)
    parts: list[tuple[int, int]] = []
    for a, b in sorted([*fragments] if inside else [*fragments, (start, end)]):
        if inside and a <= start and end <= b:
            cut = (trim(text, a, start), trim(text, end, b))
            parts.extend((x, y) for x, y in cut if x < y)
        elif not inside and parts and (a <= parts[-1][1] or text[parts[-1][1] : a].isspace()):
            parts[-1] = (parts[-1][0], max(b, parts[-1][1]))
        else:
            parts.append((a, b))
    return parts


def fragment_fault(fragments: Fragments, length: int) -> str | None:
    """What is wrong with these fragments in a text of `length` code points, in words, or None."""
    if not fragments:
        return say("it has no fragment")
    last = 0
    for start, end in fragments:
        if start >= end:
            return say("fragment {start}–{end} is empty", start=start, end=end)
        if start < 0:
            return say("fragment {start}–{end} begins before the text", start=start, end=end)
        if start < last:
            return say("fragment {start}–{end} overlaps the one before it or is out of order", start=start, end=end)
        last = end
    if last > length:
        return say("it ends at {last}, after the end of the text ({length})", last=last, length=length)
    return None


def line_starts(text: str) -> list[int]:
    """The positions at which lines begin, with \\n, \\r\\n and \\r as line ends."""
    starts = [0]
    starts.extend(m.end() for m in re.finditer(r"\r\n|\n|\r", text))
    return starts


def line_of(starts: Sequence[int], position: int) -> int:
    """The line, from 0, that holds `position`, given `line_starts`."""
    return bisect_right(starts, position) - 1
