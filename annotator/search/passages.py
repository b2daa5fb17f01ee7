"""The stretches of a text around a place: token, clause or quotation, sentence, paragraph. Pure.

A selection grows and shrinks along them. Positions are code points, ranges are end-exclusive and without white space
at their ends. Sentences are nupunkt's (punkt with a model of its own for abbreviations), looked for in the
neighbourhood only: a text may be one paragraph of a million characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from annotator.text import next_token, token_at, trim

Range = tuple[int, int]

_NEAR = 5_000  # characters on either side in which quotations and sentences are looked for
_LINE_END = re.compile(r"[\r\n]")
_LINE = re.compile(r"[^\r\n]+")
_QUOTES = {"“": "”", "„": "“”", "«": "»", "»": "«", "‹": "›", "「": "」", '"': '"'}
# what parts clauses: with white space after it, or a dash with white space around it; brackets part on either side
_CLAUSE = re.compile(r"[,;:،؛](?=\s)|\s[–—-]+(?=\s)|—|[()\[\]]")
# sentence ends of other scripts, which the model does not know
_FOREIGN_END = re.compile(r"[؟۔।]+(?=\s)|[。！？]+")


def paragraph(text: str, position: int) -> Range:
    """The line of the text that holds `position`."""
    position = min(max(position, 0), len(text))
    before = max(text.rfind("\n", 0, position), text.rfind("\r", 0, position))
    after = _LINE_END.search(text, position)
    return trim(text, before + 1, after.start() if after else len(text))


def sentence(text: str, position: int) -> Range:
    """The sentence that holds `position`; one in white space belongs to what comes before it."""
    start, window = _window(text, position)
    here = (0, len(window))
    for a, b in _sentences(window):
        if a <= position - start:
            here = (a, b)
    return trim(text, start + here[0], start + here[1])


def sentences(text: str) -> Iterator[Range]:
    """All sentences, in order, without the white space around them; none crosses a line end."""
    for line in _LINE.finditer(text):
        for start, end in _sentences(line.group()):
            found = trim(text, line.start() + start, line.start() + end)
            if found[0] < found[1]:
                yield found


def quotations(text: str, position: int) -> list[Range]:
    """The quotations around `position`, innermost first, with their marks."""
    start, window = _window(text, position)
    at = position - start
    return sorted(
        ((start + a, start + b) for a, b in _quoted(window) if a <= at < b), key=lambda found: found[1] - found[0]
    )


def clause(text: str, position: int) -> Range:
    """The part of the sentence between commas, dashes or brackets that holds `position`."""
    start, end = sentence(text, position)
    for found in _CLAUSE.finditer(text, start, end):
        if found.end() <= position:
            start = found.end()
        elif found.start() >= position:
            end = found.start()
            break
    return trim(text, start, end)


def rungs(text: str, position: int) -> list[Range]:
    """What a selection at `position` can grow to, each range within the next: token, clause or quotation, sentence,
    paragraph. Ranges that cross the smaller ones are left out."""
    found: list[Range] = []
    token = token_at(text, position) or next_token(text, position)
    candidates = [token] if token else []
    inside = token[0] if token else position
    candidates.append(clause(text, inside))
    for start, end in quotations(text, inside):
        candidates += [trim(text, start + 1, end - 1), (start, end)]
    candidates += [sentence(text, inside), paragraph(text, inside)]
    for a, b in sorted(candidates, key=lambda found: (found[1] - found[0], found[0])):
        if a < b and (not found or (a <= found[-1][0] and b >= found[-1][1] and (a, b) != found[-1])):
            found.append((a, b))
    return found


def grow(text: str, start: int, end: int, origin: int) -> Range:
    """The selection one rung larger; unchanged when there is none. `origin`: the place that it grew from."""
    for a, b in rungs(text, origin):
        if a <= start and b >= end and b - a > end - start:
            return (a, b)
    return (start, end)


def shrink(text: str, start: int, end: int, origin: int) -> Range:
    """The selection one rung smaller; the place `origin` itself, empty, when there is none."""
    for a, b in reversed(rungs(text, origin)):
        if a >= start and b <= end and b - a < end - start:
            return (a, b)
    return (origin, origin)


def _window(text: str, position: int) -> tuple[int, str]:
    """Where the neighbourhood in the paragraph begins, and its text."""
    first, last = max(0, position - _NEAR), min(len(text), position + _NEAR)
    before = max(text.rfind("\n", first, position), text.rfind("\r", first, position))
    after = _LINE_END.search(text, position, last)
    start, end = before + 1 if before >= 0 else first, after.start() if after else last
    return start, text[start:end]


@lru_cache(maxsize=64)
def _sentences(line: str) -> tuple[Range, ...]:
    """The sentences of one line. One does not end within a quotation."""
    from nupunkt import sent_spans

    ends = {b for _, b in sent_spans(line)} | {found.end() for found in _FOREIGN_END.finditer(line)} | {len(line)}
    quoted = list(_quoted(line))
    kept = sorted(end for end in ends if not any(a < end < b for a, b in quoted))
    return tuple(zip([0, *kept[:-1]], kept, strict=True))


@lru_cache(maxsize=64)
def _quoted(line: str) -> tuple[Range, ...]:
    """The quotations in one line, with their marks; an opening mark that is never closed opens nothing."""
    return tuple(_pairs(line))


def _pairs(line: str) -> Iterator[Range]:
    waiting: list[int] = []
    for found in re.finditer('[“”„«»‹›「」"]', line):
        at, sign = found.start(), found.group()
        opened = next((n for n in reversed(range(len(waiting))) if sign in _QUOTES[line[waiting[n]]]), None)
        if opened is not None:
            yield (waiting[opened], at + 1)
            del waiting[opened:]
        elif sign in _QUOTES:
            waiting.append(at)
