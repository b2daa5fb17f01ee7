"""What one version of a codebook has become in another, and where its labels and values went. Pure.

A *place* names an entry: (kind, key), (kind, key, attribute or value), (“span”, key, attribute, value); kinds are
`span`, `relation`, `article`, `actor_type`. ("codebook",) and ("stance",) are the codebook itself and its rules for
stances. A *rename* says that an entry is the same under another key; a *mapping* says which remaining entry takes over
what a removed one stood for, or None: it is taken off the marks.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Any, Literal

from annotator.codebook import Attribute, Codebook, CodebookContent
from annotator.codebook.faults import Place

Renames = Mapping[Place, str]
Mappings = Mapping[Place, str | None]
Kind = Literal["added", "removed", "renamed", "changed"]
Fate = Literal["kept", "renamed", "mapped", "dropped", "open", "under"]

_NAMED = ("key", "attributes", "values")
# what does not change what a mark means
_QUIET = frozenset({"name", "language", "colour", "hotkey", "style", "examples", "order"})


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference. `place` is in the old codebook, for what was added in the new one.

    `field` is what changed of an entry (`order`: of the entries below it); `before` and `after` are its values, for
    renames the two keys, for removals `after` is what takes over (None: nothing).
    """

    kind: Kind
    place: Place
    field: str = ""
    before: Any = None
    after: Any = None

    @property
    def asks_for_a_look(self) -> bool:
        """Whether marks made before may have to be made otherwise."""
        if self.kind == "changed":
            return self.field not in _QUIET
        return self.kind in ("added", "removed") and self.place[0] != "actor_type"


def tree(content: CodebookContent) -> dict[Place, dict[str, Any]]:
    """Every entry by its place, in order, with what is said of it but its key and what lies below."""
    stance = content.stance
    found: dict[Place, dict[str, Any]] = {
        ("codebook",): {"name": content.name, "language": content.language},
        ("stance",): {name: getattr(stance, name) for name in type(stance).model_fields},
    }
    for label in content.span_labels:
        found["span", label.key] = _said(label)
        for attribute in label.attributes:
            found["span", label.key, attribute.key] = {**_said(attribute), "free": not attribute.values}
            found.update({("span", label.key, attribute.key, value): {} for value in attribute.values})
    for relation in content.relation_labels:
        found["relation", relation.key] = _said(relation)
    for article in content.article_labels:
        found["article", article.key] = {**_said(article), "free": not article.values}
        found.update({("article", article.key, value): {} for value in article.values})
    found.update({("actor_type", name): {} for name in content.actor_types})
    return found


def _said(record: Any) -> dict[str, Any]:
    return {name: getattr(record, name) for name in type(record).model_fields if name not in _NAMED}


@dataclass(frozen=True)
class Path:
    """The way from one codebook to another: where each entry of the old one went."""

    old: CodebookContent
    new: CodebookContent
    renames: Renames
    mappings: Mappings

    @cached_property
    def before(self) -> dict[Place, dict[str, Any]]:
        """The old codebook's entries."""
        return tree(self.old)

    @cached_property
    def after(self) -> dict[Place, dict[str, Any]]:
        """The new codebook's entries."""
        return tree(self.new)

    @cached_property
    def fates(self) -> dict[Place, tuple[Fate, Place | None]]:
        """Old place -> what became of it, and where it is or what takes over. `under`: of something that is gone."""
        claimed: set[Place] = set()
        found: dict[Place, tuple[Fate, Place | None]] = {}
        for place in self.renames:
            if place in self.before:
                claimed.add((*place[:-1], self.renames[place]))
        for place in self.before:
            found[place] = self._fate(place, found, claimed)
        return found

    def _fate(
        self, place: Place, found: dict[Place, tuple[Fate, Place | None]], claimed: set[Place]
    ) -> tuple[Fate, Place | None]:
        if len(place) == 1:
            return "kept", place
        _, parent = found.get(place[:-1], ("kept", place[:-1]))
        if parent is None:
            return "under", None
        same = (*parent, place[-1])
        if place in self.renames and (there := (*parent, self.renames[place])) in self.after:
            return ("renamed" if there != same else "kept"), there
        if same in self.after and place not in claimed:
            return "kept", same
        return self._gone(place, parent)

    def _gone(self, place: Place, parent: Place) -> tuple[Fate, Place | None]:
        name = self.mappings.get(place, "")
        if name is None and (len(place) > 2 or place[0] in ("relation", "article")):
            return "dropped", None
        if name and (*parent, name) in self.after:
            return "mapped", (*parent, name)
        if len(parent) > 1 and self.after[parent].get("free"):
            return "kept", (*parent, place[-1])  # any text will do
        return "open", None

    @cached_property
    def open(self) -> tuple[Place, ...]:
        """The removed entries that nothing takes over."""
        return tuple(place for place, (fate, _) in self.fates.items() if fate == "open")

    @cached_property
    def removed(self) -> tuple[Place, ...]:
        """The removed entries, whether something takes over or not; none below one that is itself gone."""
        return tuple(p for p, (fate, _) in self.fates.items() if fate in ("open", "mapped", "dropped"))

    @cached_property
    def moved(self) -> frozenset[Place]:
        """The labels with marks to be carried along: (kind, key)."""
        return frozenset(place[:2] for place, (_, there) in self.fates.items() if there != place)

    def choices(self, place: Place) -> tuple[str, ...]:
        """The entries of the new codebook that could take over a removed one."""
        _, parent = self.fates.get(place[:-1], ("kept", place[:-1]))
        return children(self.after, parent) if parent is not None else ()

    @cached_property
    def differences(self) -> tuple[Difference, ...]:
        """Everything that differs, entry by entry; () for equal codebooks."""
        found: list[Difference] = []
        met: set[Place] = set()
        for place, (fate, there) in self.fates.items():
            if fate in ("kept", "renamed") and there is not None:
                met.add(there)
                found.extend(self._same(place, there))
            elif fate != "under" and (len(place) == 2 or self.fates[place[:-1]][0] in ("kept", "renamed")):
                found.append(Difference("removed", place, before=place[-1], after=there[-1] if there else None))
        new = (place for place in self.after if place not in met and (len(place) == 2 or place[:-1] in met))
        return (*found, *(Difference("added", place, after=place[-1]) for place in new))

    def _same(self, place: Place, there: Place) -> list[Difference]:
        """What changed of an entry that is in both."""
        found: list[Difference] = []
        if place[-1] != there[-1]:
            found.append(Difference("renamed", place, before=place[-1], after=there[-1]))
        said = self.after.get(there, {})
        for field, value in self.before[place].items():
            if said.get(field) != self._translated(place, field, value):
                found.append(Difference("changed", place, field, value, said.get(field)))
        if len(place) > 1:
            found.extend(self._order(place, there))
        elif place == ("codebook",):
            for kind in ("span", "relation", "article", "actor_type"):
                found.extend(self._order((kind,), (kind,)))
        return found

    def _translated(self, place: Place, field: str, value: Any) -> Any:
        """A relation's ends are the same when their labels were only renamed."""
        if place[0] != "relation" or field not in ("head", "tails"):
            return value
        ends = [self.fates.get(("span", key), ("open", None)) for key in ([value] if field == "head" else value)]
        keys = [there[-1] if there and fate == "renamed" else None for fate, there in ends]
        named = [value] if field == "head" else list(value)
        moved = [new or old for new, old in zip(keys, named, strict=True)]
        return moved[0] if field == "head" else tuple(moved)

    def _order(self, place: Place, there: Place) -> list[Difference]:
        kept = [
            self.fates[(*place, name)][1]
            for name in children(self.before, place)
            if self.fates[(*place, name)][0] in ("kept", "renamed")
        ]
        order = [(*there, name) for name in children(self.after, there)]
        stayed = [one for one in kept if one in self.after]
        now = [one for one in order if one in stayed]
        if stayed == now:
            return []
        return [Difference("changed", place, "order", [p[-1] for p in stayed if p], [p[-1] for p in now])]


def children(entries: Mapping[Place, Any], parent: Place) -> tuple[str, ...]:
    """The names of what lies directly below a place, in order."""
    return tuple(place[-1] for place in entries if len(place) == len(parent) + 1 and place[: len(parent)] == parent)


def differences(
    old: CodebookContent, new: CodebookContent, renames: Renames | None = None, mappings: Mappings | None = None
) -> tuple[Difference, ...]:
    """Everything that differs between two contents. Without renames they are guessed."""
    return Path(old, new, guessed(old, new) if renames is None else renames, mappings or {}).differences


def between(books: Iterable[Codebook], old: int, new: int) -> Path:
    """The way from one version to another, along the renames that each version in between wrote down."""
    chain = sorted((book for book in books if old <= book.version <= new), key=lambda book: book.version)
    first = chain[0].content
    reached: dict[Place, Place | None] = {place: place for place in tree(first)}
    for before, after in pairwise(chain):
        known = guessed(before.content, after.content) if after.renames is None else dict(after.renames)
        fates = Path(before.content, after.content, known, {}).fates
        for place, there in reached.items():
            fate, then = fates.get(there, ("open", None)) if there else ("open", None)
            reached[place] = then if fate in ("kept", "renamed") else None
    renames = {place: there[-1] for place, there in reached.items() if there and there[-1] != place[-1]}
    return Path(first, chain[-1].content, renames, {})


def guessed(old: CodebookContent, new: CodebookContent) -> dict[Place, str]:
    """Which entries were probably renamed: gone here, new there, and alike in what is said of them."""
    before, after = tree(old), tree(new)
    found: dict[Place, str] = {}
    for place in before:
        if len(place) in (2, 3):
            parent = (place[0], found.get(place[:2], place[1])) if len(place) == 3 else place[:1]
            if place[0] != "actor_type" and (place[0], len(place)) != ("article", 3):
                _guess(found, before, after, place, parent)
    for attribute in _lists(before):
        _guess_values(found, before, after, attribute)
    return found


def _guess(
    found: dict[Place, str], before: Mapping[Place, Any], after: Mapping[Place, Any], place: Place, parent: Place
) -> None:
    if (*parent, place[-1]) in after:
        return
    new = [n for n in children(after, parent) if (*place[:-1], n) not in before and n not in found.values()]
    alike = [n for n in new if after[(*parent, n)]["name"] == before[place]["name"]]
    if len(alike) == 1:
        found[place] = alike[0]


def _lists(before: Mapping[Place, Any]) -> list[Place]:
    """The places whose children are values."""
    return [p for p, said in before.items() if "free" in said]


def _guess_values(
    found: dict[Place, str], before: Mapping[Place, Any], after: Mapping[Place, Any], owner: Place
) -> None:
    there = tuple(found.get(owner[: depth + 1], owner[depth]) if depth else owner[0] for depth in range(len(owner)))
    old, new = children(before, owner), children(after, there)
    pairs = [(a, b) for a, b in zip(old, new, strict=False) if a != b]
    # in place, one for one, all others as they were
    if len(old) == len(new) and all(a not in new and b not in old for a, b in pairs):
        found.update({(*owner, a): b for a, b in pairs})


def attribute_of(content: CodebookContent, place: Place) -> Attribute | None:
    """The attribute at a place (span, label, attribute), or None."""
    label = content.span_label(place[1]) if len(place) > 2 and place[0] == "span" else None
    return next((a for a in label.attributes if a.key == place[2]), None) if label else None
