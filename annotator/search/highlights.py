"""Standing keyword highlights: where their patterns match in a text. Pure; offsets are code points.

A pattern is a regular expression of the `regex` library. Some take longer than anyone waits, so each is given a time
limit for a text, and what it has not found by then stays unfound.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from time import monotonic

import regex

from annotator.errors import Refused, say
from annotator.foreign import in_our_words
from annotator.models import Highlight
from annotator.search.patterns import too_large

TIME_LIMIT = 1.0  # seconds for one highlight in one text
LONGEST = 2_000  # characters of a pattern
MOST = 20_000  # hits of one highlight in one text
Range = tuple[int, int]

_PLAIN_TEXT = say("To look for the sign itself, put a \\ before it.")


@dataclass(frozen=True, slots=True)
class Found:
    """What one highlight matches in one text, in text order. `stopped`: why there may be more, a sentence, or ""."""

    highlight: Highlight
    ranges: tuple[Range, ...] = ()
    stopped: str = ""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of text set in a highlight's colour."""

    start: int
    end: int
    highlight: int


@lru_cache(maxsize=256)
def compiled(pattern: str, match_case: bool, whole_words: bool) -> regex.Pattern[str]:
    """The pattern, ready to match; `^` and `$` are the edges of paragraphs.

    Raises Refused, with the place of the fault counted from 1.
    """
    if not pattern.strip():
        raise Refused(say("There is no pattern."), say("Type a word or a regular expression."))
    if len(pattern) > LONGEST:
        raise Refused(
            say("The pattern is longer than {most:,} characters.", most=LONGEST),
            say("Make several highlights of it."),
        )
    if too_large(pattern):
        raise _too_much()
    # WORD makes each of the line ends that Unicode has one for ^ and $
    flags = regex.MULTILINE | regex.WORD | (0 if match_case else regex.IGNORECASE | regex.FULLCASE)
    try:
        found = regex.compile(pattern, flags)
        if not whole_words:
            return found
        # a pattern with comments may end in one, which would swallow the bracket
        end = "\n)" if found.flags & regex.VERBOSE else ")"
        return regex.compile(rf"(?<!\w)(?:{pattern}{end}(?!\w)", flags)
    except regex.error as error:
        raise _faulty(pattern, error) from error
    except (RecursionError, OverflowError, ValueError, MemoryError) as error:
        raise _too_much() from error


def _too_much() -> Refused:
    what = say("The pattern cannot be used: it is nested too deep, or counts too far.")
    return Refused(what, say("Make it simpler."))


def _faulty(pattern: str, error: regex.error) -> Refused:
    what, place = in_our_words(str(getattr(error, "msg", error))), int(getattr(error, "pos", None) or 0)
    if place >= len(pattern):
        return Refused(say("The pattern is not finished: {what}, at its end.", what=what), _PLAIN_TEXT)
    return Refused(
        say(
            "The pattern is wrong at sign {place}, “{pattern}”: {what}.",
            place=place + 1,
            pattern=pattern[place],
            what=what,
        ),
        _PLAIN_TEXT,
    )


def _runaway(name: str, limit: float) -> str:
    seconds = say("1 second") if limit == 1 else say("{number:g} seconds", number=limit)
    return say(
        "“{name}” was stopped after {seconds}: its pattern tries too many ways to match. Make the pattern simpler.",
        name=name,
        seconds=seconds,
    )


def find(highlight: Highlight, text: str, limit: float = TIME_LIMIT) -> Found:
    """All places where a highlight matches, none of them empty, found within `limit` seconds. Never raises Refused."""
    try:
        pattern = compiled(highlight.pattern, highlight.match_case, highlight.whole_words)
    except Refused as problem:
        return Found(highlight, (), say("{what} {remedy}", what=problem.message, remedy=problem.remedy))
    ranges: list[Range] = []
    ends, stopped = monotonic() + limit, ""
    try:
        for match in pattern.finditer(text, timeout=limit):
            start, end = match.span()
            if monotonic() > ends:  # the library looks at its clock only while it tries, not from hit to hit
                stopped = _runaway(highlight.name, limit)
            elif start < end and len(ranges) == MOST:
                stopped = say(
                    "“{name}” matches more than {most:,} times; the rest is not shown.",
                    name=highlight.name,
                    most=MOST,
                )
            elif start < end:
                ranges.append((start, end))
            if stopped:
                break
    except (TimeoutError, MemoryError):  # no memory: a pattern that holds itself, as in (?R)
        stopped = _runaway(highlight.name, limit)
    return Found(highlight, tuple(ranges), stopped)


def find_all(highlights: Iterable[Highlight], text: str, limit: float = TIME_LIMIT) -> list[Found]:
    """What each active highlight matches, in the order of the list."""
    return [find(highlight, text, limit) for highlight in in_order(highlights) if highlight.active]


def in_order(highlights: Iterable[Highlight]) -> list[Highlight]:
    """The highlights as they stand in the list."""
    return sorted(highlights, key=lambda h: (h.position, h.name, h.id))


def stretches(found: Sequence[Found]) -> list[Stretch]:
    """What is coloured how, in text order and disjoint: where several highlights match, the first in the list wins.

    `highlight` is the place in `found`. Hits of one highlight that touch are one stretch.
    """
    # from the last to the first: each one cuts what it covers out of those after it
    result: list[Stretch] = []
    for number in reversed(range(len(found))):
        result = _laid_over(result, found[number].ranges, number)
    return _joined(result)


def _joined(parts: Iterable[Stretch]) -> list[Stretch]:
    result: list[Stretch] = []
    for part in parts:
        last = result[-1] if result else None
        if last is not None and (last.end, last.highlight) == (part.start, part.highlight):
            result[-1] = Stretch(last.start, part.end, part.highlight)
        else:
            result.append(part)
    return result


def _laid_over(below: list[Stretch], ranges: Sequence[Range], number: int) -> list[Stretch]:
    if not below:
        return [Stretch(start, end, number) for start, end in ranges]
    result = [Stretch(start, end, number) for start, end in ranges]
    at = 0
    for under in below:
        start = under.start
        while at < len(ranges) and ranges[at][1] <= start:
            at += 1
        over = at
        while over < len(ranges) and ranges[over][0] < under.end:
            if start < ranges[over][0]:
                result.append(Stretch(start, ranges[over][0], under.highlight))
            start = max(start, ranges[over][1])
            over += 1
        if start < under.end:
            result.append(Stretch(start, under.end, under.highlight))
    return sorted(result, key=lambda stretch: stretch.start)


def next_hit(found: Iterable[Found], start: int, forward: bool) -> Range | None:
    """The first hit after code point `start`, or the last before it, round at the ends; None without a hit."""
    hits = {hit for one in found for hit in one.ranges}
    if not hits:
        return None
    if forward:
        return min((hit for hit in hits if hit[0] > start), default=min(hits))
    return max((hit for hit in hits if hit[0] < start), default=max(hits))
