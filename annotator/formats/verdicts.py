"""Noise or article, from what each paragraph says and where it stands. Pure, linear."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from annotator.formats.noise import MAX_LINE, Hit, Strength, ends_sentence, hit, is_prose, is_short_prompt
from annotator.formats.paragraphs import Paragraph

_ENDS_ARTICLE = frozenset(("comment form", "page footer", "related articles", "page navigation", "chat widget"))
_ENDS_FOR_GOOD = frozenset(("comment form", "page footer"))  # prose may still follow: readers' letters, "About us"
_MOST = 0.75  # of the prose stands before a comment form that ends the article
# what a longer invitation is about; without it the words are the article's
_OFFERED = re.compile(
    r"newsletter|in-?box|e-?mail|whatsapp|telegram|log(?:ged)? in|bolet[ií]n|рассылк|النشرة|بريد", re.I
)
_TOPIC = 200_000  # characters of prose in which a phrase is looked for


@dataclass(slots=True)
class Judged:
    """For each paragraph why it is noise, or None. `first`, `last`: the first and last of prose; len and -1 if none."""

    noise: list[str | None]
    first: int
    last: int


@dataclass(slots=True)
class _Scan:
    text: str
    parts: Sequence[Paragraph]
    hits: list[Hit | None]
    prose: list[bool]  # sentences that nothing speaks against

    def of(self, i: int) -> str:
        return self.text[self.parts[i].start : self.parts[i].end]


def judge(text: str, parts: Sequence[Paragraph], tick: Callable[[int], None]) -> Judged:
    """Weighs every paragraph. `tick` gets the position reached, now and then, and may raise to cancel."""
    scan = _scan(text, parts, tick)
    first = next((i for i, prose in enumerate(scan.prose) if prose), len(parts))
    last = next((i for i in range(len(parts) - 1, -1, -1) if scan.prose[i]), -1)
    noise: list[str | None] = [None] * len(parts)
    _mark_known(scan, noise, first, last)
    _mark_before(scan, noise, first)
    _mark_after(scan, noise, last)
    _mark_after_form(scan, noise, last)
    return Judged(noise, first, last)


def _scan(text: str, parts: Sequence[Paragraph], tick: Callable[[int], None]) -> _Scan:
    scan = _Scan(text, parts, [], [])
    for number, part in enumerate(parts):
        if number % 4096 == 0:
            tick(part.start)
        if part.end - part.start > MAX_LINE:
            scan.hits.append(None)
            scan.prose.append(True)
            continue
        piece = text[part.start : part.end]
        found = hit(piece)
        sentences = is_prose(piece)
        if found and sentences and found.strength in (Strength.OPENING, Strength.WHOLE):
            found = _doubted(found, piece)
        scan.hits.append(found)
        scan.prose.append(sentences and (found is None or found.strength is Strength.WEAK))
    return scan


def _doubted(found: Hit, piece: str) -> Hit | None:
    """Sentences that look like furniture count only outside the article, but for a short invitation."""
    if found.strength is Strength.OPENING:
        if is_short_prompt(piece):
            return found
        if not _OFFERED.search(piece):
            return None
    return Hit(found.reason, Strength.OUTSIDE, found.phrase)


def _mark_known(scan: _Scan, noise: list[str | None], first: int, last: int) -> None:
    """Known phrases wherever they stand, but for one or two words within the article that the article talks about."""
    topics = _Topics(scan)
    for i, found in enumerate(scan.hits):
        if found is None or found.strength is Strength.WEAK:
            continue
        inside = first < i < last
        if found.strength is Strength.OUTSIDE:
            if first < len(scan.parts) and not inside:
                noise[i] = found.reason
        elif not (inside and 1 <= len(found.phrase.split()) <= 2 and found.phrase in topics):
            noise[i] = found.reason


class _Topics:
    """The article's prose, folded when first asked for; most texts never ask."""

    def __init__(self, scan: _Scan) -> None:
        self._scan = scan
        self._folded: str | None = None
        self._known: dict[str, bool] = {}

    def __contains__(self, phrase: str) -> bool:
        if self._folded is None:
            self._folded = self._fold()
        if phrase not in self._known:
            self._known[phrase] = re.search(rf"\b{re.escape(phrase)}\b", self._folded) is not None
        return self._known[phrase]

    def _fold(self) -> str:
        pieces, size = [], 0
        for i, prose in enumerate(self._scan.prose):
            if prose and size < _TOPIC:
                pieces.append(self._scan.of(i)[:_TOPIC])
                size += len(pieces[-1])
        return "\n".join(pieces).casefold()


def _mark_before(scan: _Scan, noise: list[str | None], first: int) -> None:
    """Common words above the article, if another line there can be the headline."""
    if first >= len(scan.parts):
        return
    others = any(scan.hits[i] is None for i in range(first))
    for i in range(first):
        found = scan.hits[i]
        if found and noise[i] is None and others:
            noise[i] = found.reason


def _mark_after(scan: _Scan, noise: list[str | None], last: int) -> None:
    """Below the last prose: from where the page's foot begins, everything; common words only at the very end."""
    count = len(scan.parts)
    found = scan.hits
    if last >= 0:
        for i in range(count - 1, last, -1):
            this = found[i]
            if this is None or _is_last_item(scan, i):
                break
            noise[i] = noise[i] or this.reason
    start = _foot(scan, last)
    for i in range(start, count):
        this = found[i]
        noise[i] = noise[i] or (this.reason if this else "follows the end of the article")


def _is_last_item(scan: _Scan, i: int) -> bool:
    """A common word that ends a list or a stanza."""
    same = i > 0 and scan.parts[i - 1].group == scan.parts[i].group
    this = scan.hits[i]
    weak = this is not None and this.strength is Strength.WEAK
    return weak and same and scan.hits[i - 1] is None and not scan.prose[i - 1]


def _is_told(line: str) -> bool:
    """A sentence too short for prose ("She left."), which a menu does not hold."""
    return len(line.split()) >= 2 and ends_sentence(line)


def _foot(scan: _Scan, last: int) -> int:
    """The index at which the page's foot begins; the number of paragraphs if there is none."""
    found = scan.hits
    count = len(found)
    left = sum(1 for i in range(last + 1, count) if found[i])
    if not left:
        return count
    told = max((i for i in range(last + 1, count) if found[i] is None and _is_told(scan.of(i))), default=-1)
    text_above = last >= 0
    for i in range(last + 1, count):
        this = found[i]
        if this is None:
            text_above = True
            continue
        ends = this.reason in _ENDS_ARTICLE and this.strength >= Strength.WHOLE and text_above
        ends = ends and (last >= 0 or this.reason != "page navigation")  # "Skip to content" stands above
        crowded = last >= 0 and i > told and left >= 2 and left * 3 >= count - i
        if ends or crowded:
            return i
        left -= 1
    return count


def _mark_after_form(scan: _Scan, noise: list[str | None], last: int) -> None:
    """Short lines between readers' letters, once a comment form or footer stood below most of the prose."""
    total = sum(p.end - p.start for p, prose in zip(scan.parts, scan.prose, strict=True) if prose)
    before, letters = 0, 0
    for i in range(last):
        found = scan.hits[i]
        if found and found.reason in _ENDS_FOR_GOOD and found.strength >= Strength.WHOLE and before >= _MOST * total:
            if letters >= 2:
                _mark_short(scan, noise, i)
            return
        if scan.prose[i]:
            before += scan.parts[i].end - scan.parts[i].start
            letters += 1


def _mark_short(scan: _Scan, noise: list[str | None], form: int) -> None:
    above = scan.hits[form - 1]
    if above:  # the counter over the form
        noise[form - 1] = above.reason
    for i in range(form + 1, len(scan.parts)):
        if not scan.prose[i] and noise[i] is None and len(scan.of(i).split()) <= 8:
            noise[i] = "stands among what follows the article"
