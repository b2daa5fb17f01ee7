"""Ranking names by what was typed. Pure."""

from __future__ import annotations

import heapq
import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

Kind = Literal["actor", "issue", "claim", "author", "unnamed", "new_actor", "new_issue", "country"]

EXACT, PREFIX, WORD, INSIDE, NONE = 0, 1, 2, 3, 9
_WORDS = re.compile(r"[\s\-'’.,/(]+")


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something that can be chosen. `id` is an actor's, an issue's or a span's; "" for what is to be made."""

    kind: Kind
    id: str
    name: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A candidate with the names it is found by, normalised, the main one first. `weight`: how near it lies."""

    candidate: Candidate
    keys: tuple[str, ...]
    weight: int = 0


@dataclass(frozen=True, slots=True)
class Hit:
    """A candidate that matches. `quality` is EXACT to INSIDE; `key` says by which of its names, 0 the main one."""

    candidate: Candidate
    quality: int
    key: int


def normal(text: str) -> str:
    """The text as it is compared: without case, accents, or blanks too many."""
    folded = " ".join(text.casefold().split())
    if folded.isascii():
        return folded
    return "".join(c for c in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(c))


def quality(query: str, key: str) -> int:
    """How well a normalised key answers a normalised query: EXACT, PREFIX, WORD (start), INSIDE or NONE."""
    if query not in key:
        return NONE
    if key == query:
        return EXACT
    if key.startswith(query):
        return PREFIX
    at = key.find(query)
    while at > 0:
        if _WORDS.match(key[at - 1]):
            return WORD
        at = key.find(query, at + 1)
    return INSIDE


def rank(query: str, entries: Iterable[Entry], limit: int = 40) -> list[Hit]:
    """The best `limit` entries: better match first, then those nearer, then by name. No query: all match."""
    wanted = normal(query)
    found: list[tuple[tuple[int, int, int, str], Hit]] = []
    for entry in entries:
        if wanted:
            best, key = min((quality(wanted, key), n) for n, key in enumerate(entry.keys))
        else:
            best, key = PREFIX, 0
        if best < NONE:
            order = (best, -entry.weight, int(key > 0), entry.keys[0])
            found.append((order, Hit(entry.candidate, best, key)))
    return [hit for _, hit in heapq.nsmallest(limit, found, key=lambda pair: pair[0])]


@dataclass(frozen=True, slots=True)
class Offer:
    """The lines of a type-ahead and which of them Enter picks at first."""

    candidates: tuple[Candidate, ...]
    chosen: int = 0


Source = Callable[[str], Offer]
