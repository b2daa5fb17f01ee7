"""Who reads what: a plan made from articles, annotators and rules. Pure; the same rules and seed give the same plan.

The order in which articles are dealt out is that of a hash of the seed, so that adding one hardly moves the others.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Literal

from annotator.errors import Refused, say

Stories = Literal["together", "apart", "as they come"]


@dataclass(frozen=True, slots=True)
class Planned:
    """An article to be read. `size`: what it weighs, 1 for all or its characters."""

    id: str
    story: str | None = None
    size: float = 1.0


@dataclass(frozen=True, slots=True)
class Rules:
    """How to deal out. Each article has `readers`; those of `more_on`, or a `share` of all drawn by lot, have `more`
    (0: there are no such). `calibration`: how many articles everybody reads first. `stories`: the articles of one go
    to the same readers, to others if there are enough, or wherever."""

    readers: int = 1
    more: int = 0
    share: float = 0.0
    more_on: frozenset[str] = frozenset()
    calibration: int = 0
    stories: Stories = "together"
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Plan:
    """Who reads what: article -> annotators, those they had before included. `calibration`: what all read first."""

    readers: Mapping[str, tuple[str, ...]]
    calibration: tuple[str, ...] = ()
    before: Mapping[str, Collection[str]] = field(default_factory=dict)

    def new(self) -> Iterator[tuple[str, str]]:
        """(article, annotator) of what is yet to be handed out, in order."""
        for article, who in self.readers.items():
            yield from ((article, one) for one in who if one not in self.before.get(article, ()))

    def load(self) -> Counter[str]:
        """How many articles each annotator reads."""
        return Counter(one for who in self.readers.values() for one in who)

    def shared(self) -> Counter[tuple[str, str]]:
        """How many articles each two annotators both read; the names of a pair in order."""
        return Counter(pair for who in self.readers.values() for pair in combinations(sorted(who), 2))


def make(
    articles: Iterable[Planned],
    annotators: Mapping[str, float],
    rules: Rules,
    *,
    before: Mapping[str, Collection[str]] | None = None,
) -> Plan:
    """Deal the articles out. `annotators`: who -> how much they are to read, against one another (1 for all alike).
    `before`: article -> who reads it already; they go on, and count.

    Raises Refused for rules that cannot be kept.
    """
    _check(annotators, rules)
    found = sorted(articles, key=lambda article: _lot(rules.seed, article.id))
    calibration = tuple(article.id for article in found[: rules.calibration])
    return _Dealer(found, annotators, rules, before or {}, frozenset(calibration)).plan(calibration)


def _check(annotators: Mapping[str, float], rules: Rules) -> None:
    most = max(rules.readers, rules.more)
    if rules.readers < 1:
        raise Refused(say("Each article needs a reader."), say("Choose one or more."))
    if most > len(annotators):
        raise Refused(
            say("{readers} readers of an article were asked for, and there are {number}.",
                readers=most, number=len(annotators)),
            say("Add annotators, or ask for fewer."),
        )  # fmt: skip
    if rules.more and rules.more <= rules.readers:
        raise Refused(
            say("The part that more are to read has no more readers than the rest."), say("Choose a higher number.")
        )
    if not 0 <= rules.share <= 1 or rules.calibration < 0:
        raise Refused(say("A share lies between 0 and 1."), say("Type one between them."))
    if any(weight <= 0 for weight in annotators.values()):
        raise Refused(say("What somebody is to read must be more than nothing."), say("Leave them out instead."))


def _lot(seed: int, *words: str) -> bytes:
    return hashlib.sha256("\n".join((str(seed), *words)).encode()).digest()


class _Dealer:
    def __init__(
        self, articles: Sequence[Planned], annotators: Mapping[str, float], rules: Rules,
        before: Mapping[str, Collection[str]], calibration: frozenset[str],
    ) -> None:  # fmt: skip
        self._articles, self._annotators, self._rules, self._before = articles, annotators, rules, before
        self._calibration = calibration
        self._load: dict[str, float] = defaultdict(float)
        self._shared: Counter[tuple[str, str]] = Counter()
        self._of_story: dict[str, Counter[str]] = {}
        self._drawn = self._more()

    def _more(self) -> frozenset[str]:
        """The articles that have more readers."""
        if not self._rules.more:
            return frozenset()
        number = round(self._rules.share * len(self._articles))
        # another lot than that of the order: else those drawn would all be dealt out first
        drawn = sorted(self._articles, key=lambda article: _lot(self._rules.seed, "more", article.id))[:number]
        return self._rules.more_on | {article.id for article in drawn}

    def plan(self, calibration: tuple[str, ...]) -> Plan:
        readers: dict[str, tuple[str, ...]] = {}
        for article in self._articles:
            there = sorted(self._before.get(article.id, ()))
            for number, one in enumerate(there):
                self._take(article, one, there[:number])
        for article in self._articles:
            readers[article.id] = tuple(sorted(self._readers(article)))
        return Plan(readers, calibration, self._before)

    def _readers(self, article: Planned) -> list[str]:
        chosen = sorted(self._before.get(article.id, ()))
        if article.id in self._calibration:
            wanted = len(self._annotators)
        else:
            wanted = self._rules.more if article.id in self._drawn else self._rules.readers
        while len(chosen) < wanted:
            left = [one for one in self._annotators if one not in chosen]
            if not left:
                break
            one = self._next(article, chosen, left)
            self._take(article, one, chosen)
            chosen.append(one)
        return chosen

    def _next(self, article: Planned, chosen: Sequence[str], left: Sequence[str]) -> str:
        """Among those who have least to read, who has shared least with those chosen."""
        loads = {one: (self._load[one] + article.size) / self._annotators[one] for one in left}
        limit = min(loads.values()) + article.size / min(self._annotators.values())
        story = self._of_story.get(article.story or "", Counter()) if article.story else Counter()
        sign = {"together": -1, "apart": 1, "as they come": 0}[self._rules.stories]

        def rank(one: str) -> tuple[float, bool, int, float, bytes]:
            shared = sum(self._shared[_pair(one, other)] for other in chosen)
            return sign * story[one], loads[one] > limit, shared, loads[one], _lot(self._rules.seed, article.id, one)

        return min(left, key=rank)

    def _take(self, article: Planned, one: str, with_: Iterable[str]) -> None:
        self._load[one] += article.size
        for other in with_:
            self._shared[_pair(one, other)] += 1
        if article.story:
            self._of_story.setdefault(article.story, Counter())[one] += 1


def _pair(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)
