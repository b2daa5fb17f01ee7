"""What is looked for in texts, and where it stands in one. Pure.

Words are found in either way of writing an accent (one character, or a letter and a mark), with any apostrophe,
quotation mark, hyphen and white space in place of another; a hit begins and ends with whole characters as a reader
sees them. Positions are code points of the text as it is.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import regex

from annotator.errors import Problem, say
from annotator.foreign import in_our_words
from annotator.search.patterns import too_large
from annotator.text import grapheme_bounds

Kind = Literal["words", "phrase", "pattern"]
Range = tuple[int, int]
PATIENCE = 2.0  # seconds that a pattern may take over one text
LONGEST = 1_000  # characters of what is looked for

_ALIKE = ("'’‘ʼ", '"“”„‟«»', "-‐‑")
# scripts that set no space between words have no whole words to be told apart
_LETTER = r"[[\p{L}\p{N}\p{M}_]--[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}\p{Tibetan}]]"
_SPACED = regex.compile(_LETTER, regex.V1)
_MARKS = regex.compile(r"\p{M}+")
_APART = regex.compile(r"\p{GCB=Other}{2}")
_WORD = regex.compile(r'["“„]([^"“”]*)["“”]?|(\S+)')


class BadQuery(Problem):
    """What cannot be looked for. `place` is where the fault is in the line, in characters from 0, or None."""

    def __init__(self, message: str, remedy: str = "", place: int | None = None) -> None:
        self.place = place
        super().__init__(message, remedy)


class TooSlow(Problem):
    """A pattern that took too long over one text."""


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for. `words`: each of them, in a text that has them all; `phrase`: as one; `pattern`: a regular
    expression. `whole`: whole words only. `case`: capitals count."""

    line: str
    kind: Kind = "words"
    whole: bool = False
    case: bool = False


class Matcher:
    """Finds what a query says. Raises BadQuery for one that says nothing, or no regular expression."""

    def __init__(self, query: Query) -> None:
        if len(query.line) > LONGEST:
            raise BadQuery(say("That is longer than {most:,} characters.", most=LONGEST), say("Look for less."))
        self._pattern = query.kind == "pattern"
        self._patterns = [_written(query)] if self._pattern else [_spelled(part, query) for part in _parts(query)]
        if not self._patterns:
            raise BadQuery(say("There is nothing to look for yet."), say("Type some words."))
        # what the folded text of every hit has in it: nothing that can be said of a pattern
        self.needles = () if self._pattern else tuple(fold(word) for part in _parts(query) for word in part.split())

    def ranges(self, text: str) -> list[Range]:
        """Every place, in order, none overlapping; none unless every word is there. Raises TooSlow."""
        found: list[list[Range]] = []
        for pattern in self._patterns:
            if not (places := self._places(pattern, text)):
                return []
            found.append(places)
        return found[0] if len(found) == 1 else list(_apart({place for places in found for place in places}))

    def finds(self, text: str) -> bool:
        """Whether there is any place."""
        return bool(self.ranges(text))

    def _places(self, pattern: regex.Pattern[str], text: str) -> list[Range]:
        limit = PATIENCE if self._pattern else None
        try:
            found = [m.span() for m in pattern.finditer(text, concurrent=True, timeout=limit)]
        except (TimeoutError, MemoryError):  # no memory: a pattern that holds itself, as in (?R)
            raise TooSlow(
                say(
                    "The pattern took longer than {seconds:g} seconds over one article and was stopped.",
                    seconds=PATIENCE,
                ),
                say("A repetition inside a repetition, as in (a+)+, is the usual reason; write it more simply."),
            ) from None
        if self._pattern:
            return [(a, b) for a, b in found if a < b]
        return [(a, b) for a, b in found if boundary(text, a) and boundary(text, b)]


def fold(text: str) -> str:
    """The text for comparing: no capitals, accents or kinds of quotation mark. Each character is folded by itself, so
    that what stands in a text folded stands in the folded text."""
    if text.isascii():
        return text.lower().replace("\0", " ")
    text = text.casefold().replace("ı", "i").replace("\0", " ")
    for alike in _ALIKE:
        for other in alike[1:]:
            text = text.replace(other, alike[0])
    text = unicodedata.normalize("NFD", text)
    # decomposing may bring forth what folds once more
    return _MARKS.sub("", text, concurrent=True).casefold()


def boundary(text: str, at: int) -> bool:
    """Whether a reader sees a new character begin at this place."""
    if at <= 0 or at >= len(text) or _APART.match(text, at - 1) is not None:
        return True
    return grapheme_bounds(text, at)[0] == at


def _parts(query: Query) -> list[str]:
    if query.kind == "phrase":
        return [query.line.strip()] if query.line.strip() else []
    parts = (m[1] if m[1] is not None else m[2] for m in _WORD.finditer(query.line))
    return list(dict.fromkeys(part.strip() for part in parts if part.strip()))


def _spelled(part: str, query: Query) -> regex.Pattern[str]:
    words = r"\s+".join("".join(map(_character, regex.findall(r"\X", word))) for word in part.split())
    if query.whole:
        before = rf"(?<!{_LETTER})" if _SPACED.match(part[0]) else ""
        after = rf"(?!{_LETTER})" if _SPACED.match(part[-1]) else ""
        words = before + words + after
    flags = regex.V1 if query.case else regex.V1 | regex.IGNORECASE | regex.FULLCASE
    return regex.compile(words, flags)


def _written(query: Query) -> regex.Pattern[str]:
    if not query.line.strip():
        raise BadQuery(say("There is nothing to look for yet."), say("Type a pattern."))
    flags = regex.MULTILINE if query.case else regex.MULTILINE | regex.IGNORECASE
    if too_large(query.line):
        raise _too_much()
    line = rf"\b(?:{query.line})\b" if query.whole else query.line
    try:
        regex.compile(query.line, flags)
        return regex.compile(line, flags)
    except regex.error as error:
        raise _fault(query.line, str(getattr(error, "msg", error)), getattr(error, "pos", None)) from None
    except (OverflowError, RecursionError, MemoryError):
        raise _too_much() from None


def _too_much() -> BadQuery:
    return BadQuery(say("This regular expression is too large."), say("Write it more simply."))


def _fault(line: str, what: str, at: int | None) -> BadQuery:
    place = min(at, len(line)) if at is not None else None
    what = in_our_words(what)
    if place is None:
        message = say("This is no regular expression: {what}.", what=what)
    elif place == len(line):
        message = say("This is no regular expression at its end: {what}.", what=what)
    else:
        message = say("This is no regular expression at character {place}: {what}.", place=place + 1, what=what)
    return BadQuery(message, say("Put a \\ before a sign that is meant as it is."), place)


@lru_cache(maxsize=4096)
def _character(character: str) -> str:
    """One character as it may be written, as a pattern."""
    for alike in _ALIKE:
        if character in alike:
            return f"[{regex.escape(alike, special_only=False)}]"
    forms = dict.fromkeys((character, *(unicodedata.normalize(form, character) for form in ("NFC", "NFD"))))
    written = [regex.escape(form) for form in forms]
    return written[0] if len(written) == 1 else f"(?:{'|'.join(written)})"


def _apart(ranges: set[Range]) -> Iterator[Range]:
    """Of places that share a character the first, then the longest."""
    reached = 0
    for start, end in sorted(ranges, key=lambda r: (r[0], -r[1])):
        if start >= reached:
            yield start, end
            reached = end
