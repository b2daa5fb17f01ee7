"""Parting articles for training: stories whole, the seed decides, labels in balance, and nothing ever moves. Pure."""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Literal, get_args

from annotator.errors import Refused, Sentence, say
from annotator.models import Split

Method = Literal["groups", "time", "source", "actor", "issue"]
METHODS: tuple[Method, ...] = get_args(Method)
SHARES = {"train": 0.8, "validation": 0.1, "test": 0.1}
TEST = "test"  # the part that a model is judged by

UNDATED = say("The day it was published is not known.")
CALIBRATION = say("It is for calibration, and would have to be in test.")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Item:
    """What a split looks at of an article. `labels`: how often its finished layers have each label; `actors`,
    `issues`: ids of all that its marks name."""

    id: str
    story: str | None = None
    source: str | None = None
    published: str | None = None
    labels: Mapping[str, int] = field(default_factory=dict)
    actors: frozenset[str] = frozenset()
    issues: frozenset[str] = frozenset()

    @property
    def group(self) -> str:
        """What goes into one part together: its story, or it alone."""
        return f"story {self.story}" if self.story else f"article {self.id}"


@dataclass(frozen=True, slots=True)
class Placed:
    """`parts`: article id -> part, of those that had none; `left`: why an article is in no part."""

    parts: dict[str, str]
    left: dict[str, Sentence]


def place(
    split: Split, items: Iterable[Item], there: Mapping[str, str] | None = None, calibration: Collection[str] = ()
) -> Placed:
    """Put every article that is not `there` yet into a part, with the others of its story. The same split and items
    give the same parts, in whatever order they come."""
    there, groups = there or {}, _groups(items)
    rules = {key: _rule(split, members, there) for key, members in groups.items()}
    shares = split.shares if split.method == "groups" else {p: s for p, s in split.shares.items() if p != TEST}
    balance = _Balance(shares)
    for key, members in groups.items():
        if rules[key] is None or (rules[key] in shares and any(member.id in there for member in members)):
            balance.expect(members)
            balance.add(members, there)
    found = Placed({}, {})
    new = {key: [member for member in members if member.id not in there] for key, members in groups.items()}
    special = {key for key, members in new.items() if any(member.id in calibration for member in members)}
    # those that are not free to go into test first: the others make up for them
    for key in sorted(groups, key=lambda key: (key not in special, _drawn(split.seed, key))):
        part = rules[key]
        if part is None:
            part = balance.best(new[key], without=TEST if key in special else None)
            balance.add(new[key], dict.fromkeys((member.id for member in new[key]), part))
        for member in new[key]:
            if isinstance(part, Sentence):
                found.left[member.id] = part
            elif part == TEST and member.id in calibration:
                found.left[member.id] = CALIBRATION
            else:
                found.parts[member.id] = part
    return found


def cuts(items: Iterable[Item], shares: Mapping[str, float]) -> dict[str, str]:
    """Part -> its last day, of all parts but the last, so that each has about its share. Raises Refused where there
    are too few days."""
    days = Counter(day for members in _groups(items).values() for _ in members if (day := _day(members)))
    if len(days) < len(shares):
        raise Refused(
            say("There are fewer days of publication than parts."), say("Choose another way to split, or fewer parts.")
        )
    ordered, names = sorted(days), list(shares)
    so_far = list(accumulate(days[day] for day in ordered))
    found: dict[str, str] = {}
    first = 0
    for n, name in enumerate(names[:-1], 1):
        wanted = sum(shares[part] for part in names[:n]) / sum(shares.values()) * so_far[-1]
        # each part after this one needs a day, too
        first = min(range(first, len(ordered) - len(names) + n), key=lambda at: (abs(so_far[at] - wanted), at))
        found[name] = ordered[first]
        first += 1
    return found


def _groups(items: Iterable[Item]) -> dict[str, list[Item]]:
    groups: dict[str, list[Item]] = defaultdict(list)
    for item in sorted(items, key=lambda item: item.id):
        groups[item.group].append(item)
    return dict(sorted(groups.items()))


def _drawn(seed: int, group: str) -> bytes:
    return hashlib.sha256(f"{seed} {group}".encode()).digest()


def _rule(split: Split, members: Sequence[Item], there: Mapping[str, str]) -> str | None:
    """The part that the group has to go to, why it can be in none (a Sentence), or None: as it fits."""
    parts = Counter(there[member.id] for member in members if member.id in there)
    if parts:
        order = list(split.shares)
        return min(parts, key=lambda part: (-parts[part], order.index(part) if part in order else len(order)))
    if split.method == "time":
        return _by_day(split, _day(members))
    return TEST if split.method != "groups" and any(_is_out(split, member) for member in members) else None


def _is_out(split: Split, item: Item) -> bool:
    out = set(split.options.get("leave_out", ()))
    if split.method == "source":
        return item.source in out
    return bool(out & (item.actors if split.method == "actor" else item.issues))


def _by_day(split: Split, day: str | None) -> str:
    if day is None:
        return UNDATED
    until: Mapping[str, str] = split.options.get("until", {})
    return next((part for part in split.shares if part in until and day <= until[part]), list(split.shares)[-1])


def _day(members: Iterable[Item]) -> str | None:
    """The day a story came up."""
    return min((m.published[:10] for m in members if m.published and _DAY.match(m.published)), default=None)


class _Balance:
    """How far each part is from its share of the articles and of each label."""

    def __init__(self, shares: Mapping[str, float]) -> None:
        whole = sum(shares.values())
        self._shares = {part: share / whole for part, share in shares.items() if share > 0}
        self._total: Counter[str] = Counter()
        self._have: dict[str, Counter[str]] = {part: Counter() for part in self._shares}

    def expect(self, members: Iterable[Item]) -> None:
        """These are among those to be parted."""
        self._total.update(_counts(members))

    def add(self, members: Iterable[Item], there: Mapping[str, str]) -> None:
        """Those of these that are there are in their parts."""
        for member in members:
            if there.get(member.id) in self._have:
                self._have[there[member.id]].update(_counts([member]))

    def best(self, members: Sequence[Item], without: str | None) -> str:
        """The part that they bring nearest to what it should have; of equals the first."""
        counts = _counts(members)
        parts = [part for part in self._shares if part != without] or list(self._shares)
        return min(parts, key=lambda part: self._cost(counts, part))

    def _cost(self, counts: Counter[str], part: str) -> float:
        # by how much the squared distances from the shares grow (chi-square); articles weigh as much as all labels
        share, have = self._shares[part], self._have[part]
        costs = {
            name: number / total * (number / total + 2 * (have[name] / total - share)) / share
            for name, number in sorted(counts.items())
            if (total := self._total[name])
        }
        return costs.pop("", 0.0) * max(len(self._total) - 1, 1) + sum(costs.values())


def _counts(members: Iterable[Item]) -> Counter[str]:
    """How often each label occurs; the articles under ""."""
    found: Counter[str] = Counter()
    for member in members:
        found[""] += 1
        found.update(member.labels)
    return found
