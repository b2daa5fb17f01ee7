"""A registry as the workspace holds it: every entry, who refers to whom, what fits a filter. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from annotator.registry.names import folded
from annotator.store.registry_queries import UNUSED, Entry, Kind, Uses

Chip = Literal["unused", "proposed", "merged"]
Column = Literal["name", "type", "country", "mentions", "stances", "status"]
COLUMNS: dict[Kind, tuple[Column, ...]] = {
    "actor": ("name", "type", "country", "mentions", "stances", "status"),
    "issue": ("name", "stances", "status"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """An entry and what is worked out once: its names as they are compared, the words it is found by, how it is
    sorted, whether nothing uses it."""

    entry: Entry
    names: tuple[str, ...]
    words: str
    order: str
    unused: bool


class Stock:
    """The entries of one registry."""

    def __init__(self, kind: Kind, entries: Iterable[Entry] = ()) -> None:
        self.kind = kind
        self.lines: dict[str, Line] = {}
        self._linked: dict[str, int] = {}
        found = list(entries)
        for entry in found:
            self._link(entry, 1)
        for entry in found:
            self.lines[entry.id] = self._line(entry)

    def __contains__(self, ident: str) -> bool:
        return ident in self.lines

    def get(self, ident: str) -> Entry | None:
        """The entry, or None."""
        line = self.lines.get(ident)
        return line.entry if line else None

    def name(self, ident: str | None) -> str:
        """The entry's name, "" for none."""
        line = self.lines.get(ident) if ident else None
        return line.entry.name if line else ""

    def put(self, ident: str, entry: Entry | None) -> None:
        """Change an entry's facts, add one or take one away; how often it is used stays as it was."""
        old = self.lines.pop(ident, None)
        touched = set(old.entry.links) if old else set()
        if old is not None:
            self._link(old.entry, -1)
        if entry is not None:
            if old is not None:
                used = old.entry
                entry = replace(entry, mentions=used.mentions, stances=used.stances, labels=used.labels)
            self._link(entry, 1)
            self.lines[ident] = self._line(entry)
            touched |= set(entry.links)
        for other in touched & self.lines.keys():
            self.lines[other] = self._line(self.lines[other].entry)

    def count(self, found: Mapping[str, Uses]) -> None:
        """How often the entries are used has changed."""
        for ident, line in list(self.lines.items()):
            entry, now = line.entry, found.get(ident, UNUSED)
            if (entry.mentions, entry.stances, entry.labels) != now:
                mentions, stances, labels = now
                self.lines[ident] = self._line(replace(entry, mentions=mentions, stances=stances, labels=labels))

    def _link(self, entry: Entry, by: int) -> None:
        if entry.merged_into is None:  # what was merged has no say any more
            for ident in entry.links:
                self._linked[ident] = self._linked.get(ident, 0) + by

    def _line(self, entry: Entry) -> Line:
        names = tuple(folded(name) for name in (entry.name, *entry.aliases))
        words = "\n".join((*names, entry.type.replace("_", " "), (entry.country or "").casefold()))
        used = entry.mentions or entry.stances or entry.labels or self._linked.get(entry.id)
        return Line(entry, names, words, names[0], not used and entry.merged_into is None)

    # -- what is shown
    def chosen(self, typed: str, chips: set[Chip]) -> list[Line]:
        """The lines that hold every typed word and fit every chip; merged ones only where they are asked for."""
        words = folded(typed).split()
        fits: list[Callable[[Line], bool]] = [_CHIPS[chip] for chip in chips]
        if "merged" not in chips:
            fits.append(lambda line: line.entry.merged_into is None)
        found: Iterable[Line] = self.lines.values()
        for fit in fits:
            found = filter(fit, found)
        return [line for line in found if all(word in line.words for word in words)]

    def number(self, chip: Chip) -> int:
        """How many fit a chip."""
        return len(self.chosen("", {chip}))

    def alike(self, ident: str) -> list[tuple[str, str]]:
        """(name, other entry's id) for every name of the entry that another one has too."""
        line = self.lines.get(ident)
        if line is None:
            return []
        found = []
        mine = {folded(name): name for name in (line.entry.name, *line.entry.aliases)}
        for other, there in self.lines.items():
            if other != ident and there.entry.merged_into is None:
                found += [(mine[name], other) for name in there.names if name in mine]
        return found


def sorted_lines(lines: list[Line], column: Column, backwards: bool) -> list[Line]:
    """The lines in the order of a column, then by name; the names run forwards where the column runs backwards."""
    if column == "name":
        return sorted(lines, key=lambda line: (line.order, line.entry.id), reverse=backwards)
    by_name = sorted(lines, key=lambda line: (line.order, line.entry.id))
    return sorted(by_name, key=_ORDER[column], reverse=backwards)


_CHIPS: dict[Chip, Callable[[Line], bool]] = {
    "unused": lambda line: line.unused,
    "proposed": lambda line: line.entry.proposed,
    "merged": lambda line: line.entry.merged_into is not None,
}
_ORDER: dict[Column, Callable[[Line], str | int]] = {
    "type": lambda line: line.entry.type,
    "country": lambda line: line.entry.country or "",
    "mentions": lambda line: line.entry.mentions,
    "stances": lambda line: line.entry.stances,
    "status": lambda line: (line.entry.merged_into is not None) * 2 + line.entry.proposed,
}
