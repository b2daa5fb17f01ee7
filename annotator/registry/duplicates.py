"""Entries of a registry that may be one and the same: shared names, spellings, initials. Pure.

Only pairs that have something in common are compared (a name, or the beginning or end of a word), so that 20,000
entries take seconds.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from rapidfuzz import fuzz

from annotator.errors import Cancelled, say
from annotator.registry.names import folded

Reason = Literal["same", "shared", "acronym", "initials", "part", "spelling"]
_LEAST, _CLOSE = 80, 88  # the score that is shown; the ratio of two spellings from which on they count
_ELSEWHERE = 20  # off the score of two that are said to be of different countries
_CROWD = 250  # what more entries than this have in common tells nothing
_WORDS = re.compile(r"[^\W_]+")
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Named:
    """An entry to be compared. `type` "" or "unknown" fits every type."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    type: str = ""
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Pair:
    """Two entries that may be one. `score` 80 to 100; `words`: the name or names that speak for it."""

    first: str
    second: str
    score: int
    reason: Reason
    words: str


@dataclass(frozen=True, slots=True)
class _Form:
    """One name of an entry as it is compared."""

    entry: Named
    name: str
    words: tuple[str, ...]
    sorted: str
    digits: tuple[str, ...]


def pairs(
    entries: Sequence[Named],
    progress: Callable[[float], None] = lambda _: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> list[Pair]:
    """The pairs that may be duplicates, the surest first; each pair once. Raises Cancelled."""
    forms = [_form(entry, name) for entry in entries for name in (entry.name, *entry.aliases)]
    best: dict[tuple[str, str], Pair] = {}
    for pair in _found(forms, progress, cancelled):
        key = (pair.first, pair.second)
        if pair.score >= _LEAST and (key not in best or best[key].score < pair.score):
            best[key] = pair
    progress(1.0)
    return sorted(best.values(), key=lambda p: (-p.score, folded(p.words), p.first, p.second))


def _form(entry: Named, name: str) -> _Form:
    key = folded(name)
    words = tuple(_WORDS.findall(key)) or ((key,) if key else ())
    return _Form(entry, name, words, " ".join(sorted(words)), tuple(_DIGITS.findall(key)))


def _found(forms: list[_Form], progress: Callable[[float], None], cancelled: Callable[[], bool]) -> Iterator[Pair]:
    yield from _acronyms(forms)
    blocks = _blocks(forms)
    seen: set[tuple[int, int]] = set()
    for done, block in enumerate(blocks):
        if done % 64 == 0:
            if cancelled():
                raise Cancelled(say("The search was cancelled."))
            progress(done / len(blocks))
        for a, b in combinations(block, 2):
            if (a, b) not in seen:
                seen.add((a, b))
                if pair := _compared(forms[a], forms[b]):
                    yield pair


def _blocks(forms: list[_Form]) -> list[list[int]]:
    """The numbers of forms that have a name, or the beginning or end of a word, in common."""
    alike: dict[tuple[str, str], list[int]] = defaultdict(list)
    for n, form in enumerate(forms):
        keys = {("whole", form.sorted)}
        for word in form.words:
            keys |= {("start", word[:4]), ("end", word[-4:])} if len(word) > 3 else {("word", word)}
        for key in keys:
            alike[key].append(n)
    return [block for block in alike.values() if 1 < len(block) <= _CROWD]


def _compared(one: _Form, other: _Form) -> Pair | None:
    if one.entry.id == other.entry.id or not _fits(one.entry, other.entry) or one.digits != other.digits:
        return None
    if one.sorted == other.sorted:
        both_main = one.name == one.entry.name and other.name == other.entry.name
        return _pair(one, other, 100, "same" if both_main else "shared")
    person = "person" in (one.entry.type, other.entry.type)
    if person and _initials(one.words, other.words):
        return _pair(one, other, 92, "initials")
    ratio = fuzz.ratio(one.sorted, other.sorted, score_cutoff=_CLOSE)
    if ratio and len(one.sorted) > 4:
        return _pair(one, other, round(ratio), "spelling")
    if person and _part(one.words, other.words):
        return _pair(one, other, 85, "part")
    return None


def _fits(one: Named, other: Named) -> bool:
    vague = ("", "unknown")
    return one.type == other.type or one.type in vague or other.type in vague


def _pair(one: _Form, other: _Form, score: int, reason: Reason) -> Pair:
    here, there = one.entry.country, other.entry.country
    if here and there and here != there:
        score -= _ELSEWHERE
    first, second = sorted((one, other), key=lambda form: form.entry.id)
    words = one.name if one.name == other.name else f"{first.name} · {second.name}"
    return Pair(first.entry.id, second.entry.id, score, reason, words)


def _initials(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether one is the other with first names cut to their first letters: `a vale`, `ada vale`."""
    if len(one) != len(other) or len(one) < 2 or one[-1] != other[-1] or len(one[-1]) < 3:
        return False
    firsts = list(zip(one[:-1], other[:-1], strict=True))
    cut = any(min(len(a), len(b)) == 1 for a, b in firsts)
    return cut and all(a == b or (min(len(a), len(b)) == 1 and a[0] == b[0]) for a, b in firsts)


def _part(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether the shorter, of two words or more, begins and ends like the longer: a middle name left out."""
    short, long = sorted((one, other), key=len)
    return 2 <= len(short) < len(long) and short[0] == long[0] and short[-1] == long[-1] and set(short) <= set(long)


def _acronyms(forms: Iterable[_Form]) -> Iterator[Pair]:
    """`ITU` with `International Tram Union`; small words may count or not."""
    long: dict[str, list[_Form]] = defaultdict(list)
    short: list[_Form] = []
    for form in forms:
        if len(form.words) == 1 and 3 <= len(form.sorted) <= 8 and form.name.isupper():
            short.append(form)
        elif len(form.words) >= 3:
            for words in {form.words, tuple(word for word in form.words if len(word) > 3)}:
                long["".join(word[0] for word in words)].append(form)
    for form in short:
        for other in long.get(form.sorted, ())[:_CROWD]:
            if other.entry.id != form.entry.id and _fits(form.entry, other.entry):
                yield _pair(form, other, 86, "acronym")
