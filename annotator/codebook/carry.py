"""Carrying marks from one version of the codebook into the next: labels, attributes, values. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from annotator.codebook.changes import Fate, Path
from annotator.codebook.faults import Place

_GONE = object()


class Carrier:
    """Says what a mark looks like under the new codebook. What the old codebook did not have stays as it is.

    `blocked`: uses of removed entries that nothing takes over. `given_up`: values that gave way to one that was there.
    `unlinked`: mentions that are marks without an actor now.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self.blocked: Counter[Place] = Counter()
        self.given_up = 0
        self.unlinked = 0

    def _went(self, place: Place) -> tuple[Fate, Place | None]:
        fate, there = self._path.fates.get(place, ("kept", place))
        if fate == "open":
            self.blocked[place] += 1
        return fate, there

    def label(self, kind: str, key: str) -> str | None:
        """The label under the new codebook; None: it is taken off."""
        fate, there = self._went((kind, key))
        return key if fate in ("open", "under") else there[-1] if there else None

    def span(self, label: str, attrs: dict[str, Any]) -> tuple[str, dict[str, Any]]:
        """Label and attributes of a span."""
        there = self.label("span", label)
        if ("span", label) not in self._path.before or ("span", label) in self.blocked:
            return label, attrs
        entries: list[tuple[int, str, Any]] = []
        for key, value in attrs.items():
            fate, place = self._attribute(label, key)
            carried = self._value(("span", label, key), value)
            if place is not None and carried is not _GONE:
                entries.append((_rank(fate), place, carried))
        return there or label, self._settled(entries)

    def links(self, label: str) -> bool:
        """Whether spans of that label are linked to actors; those of one that no codebook has may be."""
        entry = self._path.after.get(("span", label))
        return entry is None or bool(entry["links_to_actor"])

    def _attribute(self, label: str, key: str) -> tuple[Fate, str | None]:
        place = ("span", label, key)
        if place not in self._path.before:
            return "under", key
        fate, there = self._went(place)
        return fate, key if fate == "open" else there[-1] if there else None

    def article_label(self, key: str, value: Any) -> tuple[str | None, Any]:
        """Key and value of an article label; a key of None takes it off."""
        there = self.label("article", key)
        carried = self._value(("article", key), value)
        return (None, None) if carried is _GONE else (there, carried)

    def rank(self, kind: str, key: str) -> int:
        """Which of several that become one stays: the lowest."""
        return _rank(self._path.fates.get((kind, key), ("under", None))[0])

    def _settled(self, entries: Iterable[tuple[int, str, Any]]) -> dict[str, Any]:
        found: dict[str, tuple[int, Any]] = {}
        for rank, key, value in entries:
            there = found.get(key)
            self.given_up += there is not None
            if there is None or rank < there[0]:
                found[key] = (rank, value)
        return {key: value for key, (_, value) in found.items()}

    def _value(self, owner: Place, value: Any) -> Any:
        if isinstance(value, list):
            carried = list(self._each(owner, value))
            kept = value if carried == value else _distinct(carried)
            return kept if kept or not value else _GONE
        if isinstance(value, dict):
            each = {key: self._value(owner, one) for key, one in value.items()}
            left = {key: one for key, one in each.items() if one is not _GONE}
            return left if left or not value else _GONE
        return next(iter(self._each(owner, [value])), _GONE)

    def _each(self, owner: Place, values: Iterable[Any]) -> Iterator[Any]:
        for value in values:
            place = (*owner, value) if isinstance(value, str) else owner
            if not isinstance(value, str) or place not in self._path.before:
                yield value
                continue
            fate, there = self._went(place)
            if fate in ("open", "under"):
                yield value
            elif there is not None:
                yield there[-1]


def _rank(fate: Fate) -> int:
    return {"kept": 0, "renamed": 0, "under": 1, "mapped": 2}.get(fate, 3)


def _distinct(values: Iterable[Any]) -> list[Any]:
    found: list[Any] = []
    for value in values:  # a list in a list, which came with an import, has no hash
        if value not in found:
            found.append(value)
    return found
