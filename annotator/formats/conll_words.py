"""A text as sentences of words, for formats that have a line for each word."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator

from annotator.formats.cut_tokens import cut_tokens
from annotator.models import Fragment

_LINE = re.compile(r"[^\r\n]+")
_WORD = re.compile(r"\S+")  # what no program takes for a blank, not even one that splits at every white space


def sentences(text: str, marks: Collection[Fragment]) -> Iterator[list[Fragment]]:
    """The words of each sentence, as ranges in order; no word and no sentence goes over the end of a mark.

    A sentence ends at a line's end too. Those that a mark goes over are one.
    """
    ends, joined = _ends(text), _joined(marks)
    starts = [start for start, _ in joined]
    found: list[Fragment] = []
    end = next(ends, len(text))
    for word in _words(text, marks):
        ended = False
        while end <= word[0]:
            ended = ended or not _inside(joined, starts, word[0])
            end = next(ends, len(text) + 1)
        if ended and found:
            yield found
            found = []
        found.append(word)
    if found:
        yield found


def _words(text: str, marks: Collection[Fragment]) -> Iterator[Fragment]:
    for start, end in cut_tokens(text, marks):
        yield from (found.span() for found in _WORD.finditer(text, start, end))


def _ends(text: str) -> Iterator[int]:
    """Where sentences end, in order."""
    from nupunkt import sent_spans

    for line in _LINE.finditer(text):
        yield from (line.start() + end for _, end in sent_spans(line.group()))


def _joined(marks: Collection[Fragment]) -> list[Fragment]:
    """The marks in order, those that overlap as one."""
    found: list[Fragment] = []
    for start, end in sorted(marks):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return found


def _inside(marks: list[Fragment], starts: list[int], place: int) -> bool:
    """Whether a mark has begun before a place and goes on after it."""
    at = bisect_right(starts, place) - 1
    return at >= 0 and marks[at][0] < place < marks[at][1]
