"""Stories: which articles belong together, out of the pairs that are alike. Pure."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping

from annotator.dataset.stories import Pair

Apart = frozenset[tuple[str, str]]  # article ids, the smaller first


def regrouped(pairs: Iterable[Pair], stories: Mapping[str, str], apart: Apart = frozenset()) -> dict[str, str]:
    """Article id -> its story, of those that get one or another one. `stories`: the ones there are, article id ->
    story; they are never taken apart. `apart`: articles that must not come into one story."""
    groups = _Groups(stories, apart)
    for pair in pairs:
        groups.unite(pair.one, pair.other)
    taken = set(stories.values())
    found: dict[str, str] = {}
    for members in groups.several():
        name = name_of(members, stories, taken)
        taken.add(name)
        found.update((ident, name) for ident in members if stories.get(ident) != name)
    return found


def name_of(members: Iterable[str], stories: Mapping[str, str], taken: Iterable[str]) -> str:
    """The story of these articles: the one that most of them are in, or a new one, the same on every desktop."""
    ordered = sorted(members)
    there = Counter(stories[ident] for ident in ordered if ident in stories)
    if there:
        return min(there, key=lambda story: (-there[story], story))
    name, used = "\n".join(ordered), set(taken)
    while (made := f"story-{hashlib.sha256(name.encode()).hexdigest()[:12]}") in used:
        name += "\n"
    return made


class _Groups:
    """Sets of articles that grow together, unless two that are apart would meet."""

    def __init__(self, stories: Mapping[str, str], apart: Apart) -> None:
        self._members: dict[str, list[str]] = {}
        self._of: dict[str, str] = {}
        self._apart: dict[str, set[str]] = {}
        for one, other in apart:
            self._apart.setdefault(one, set()).add(other)
            self._apart.setdefault(other, set()).add(one)
        for ident, story in sorted(stories.items()):
            key = "story " + story
            self._of[ident] = key
            self._members.setdefault(key, []).append(ident)

    def unite(self, one: str, other: str) -> None:
        small, large = sorted((self._key(one), self._key(other)), key=lambda key: len(self._members[key]))
        if small == large or self._meet(small, large):
            return
        moved = self._members.pop(small)
        self._members[large] += moved
        self._of.update((ident, large) for ident in moved)

    def several(self) -> Iterable[list[str]]:
        return (members for members in self._members.values() if len(members) > 1)

    def _key(self, ident: str) -> str:
        key = self._of.setdefault(ident, ident)
        self._members.setdefault(key, [ident])
        return key

    def _meet(self, small: str, large: str) -> bool:
        return any(
            self._of.get(other) == large for ident in self._members[small] for other in self._apart.get(ident, ())
        )
