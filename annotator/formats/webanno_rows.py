"""The rows of a WebAnno TSV file as annotations: what stands in several rows under one number is one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from annotator.errors import InputProblem, say
from annotator.formats.webanno_cells import EMPTY, NONE, Layer, Value, slots, stacked, value
from annotator.formats.webanno_text import Unit
from annotator.models import Fragment

_LONGEST = 9  # digits of a number


@dataclass
class Mark:
    """A span as far as it was read. `label`: of a link in a chain what it is called."""

    id: str
    layer: Layer
    place: Fragment
    values: dict[str, str] = field(default_factory=dict)
    label: str = ""

    def reaches(self, place: Fragment) -> None:
        """It covers this, too."""
        self.place = (min(self.place[0], place[0]), max(self.place[1], place[1]))


class Slot(NamedTuple):
    """What fills a slot. `layer`: of the target, "" for any."""

    host: Mark
    feature: str
    role: str | None
    layer: str
    target: Value


class Link(NamedTuple):
    """A relation to the annotation in a unit. `source`: whence, with the numbers of both ends."""

    layer: Layer
    unit: str
    source: Value
    values: dict[str, str]


class Rows:
    """The annotations of a file. `chains`: layer, chain and link -> the link and what leads on from it; `lacking`: how
    many could not be read, by layer. Raises InputProblem for a row that is too short."""

    def __init__(self, layers: Sequence[Layer], units: Sequence[Unit], width: int, path: Path) -> None:
        self.marks: list[Mark] = []
        self.slots: list[Slot] = []
        self.links: list[Link] = []
        self.chains: dict[tuple[str, int, int], tuple[Mark, str]] = {}
        self.lacking: Counter[str] = Counter()
        self._there: dict[tuple[str, str], list[Mark]] = {}  # by layer ("": any) and unit, in the order of the stack
        self._numbered: dict[tuple[str, int], Mark] = {}  # by layer ("": any) and number
        read = {"span": self._spans, "chain": self._chain, "relation": self._relations}
        for unit in units:
            if len(unit.cells) < width:
                message = say("this row has {there} columns after the words, not {wanted}.",
                              there=len(unit.cells), wanted=width)  # fmt: skip
                raise InputProblem(path, message, say("The file may be cut off; export it again."), unit.line)
            for layer in layers:
                first, number = layer.columns
                if unit.cells[first : first + number] != [NONE] * number:
                    read[layer.kind](layer, unit)

    def find(self, layer: str, unit: str, number: int | None) -> Mark | None:
        """The annotation of a layer ("": of any) that a reference means."""
        if number:
            return self._numbered.get((layer, number)) or self._numbered.get(("", number))
        return next(iter(self._there.get((layer, unit), ())), None)

    def _spans(self, layer: Layer, unit: Unit) -> None:
        first, number = layer.columns
        targets = {column + 1 for column, _ in layer.slots.values()}
        cells = {column: stacked(unit.cells[column]) for column in range(first, first + number)}
        for at in range(max(map(len, cells.values()))):
            found = {column: parts[at] for column, parts in cells.items() if at < len(parts)}
            values = {column: value(words) for column, words in found.items() if column not in targets}
            ident = next((one.id for one in values.values() if one.id is not None), None)
            mark, is_new = self._mark(layer, unit, ident)
            if is_new:
                mark.values = _features(layer, values)
                self.slots.extend(_slots(mark, values, found))

    def _mark(self, layer: Layer, unit: Unit, number: int | None) -> tuple[Mark, bool]:
        """The annotation that a value belongs to: one of before with this number, which goes on, or a new one."""
        known = self._numbered.get((layer.name, number)) if number is not None else None
        mark = known or Mark(str(len(self.marks) + 1), layer, unit.place)
        mark.reaches(unit.place)
        if known is None:
            self.marks.append(mark)
        if known is None and number is not None:
            self._numbered[layer.name, number] = mark
            self._numbered.setdefault(("", number), mark)
        for name in (layer.name, ""):
            self._there.setdefault((name, unit.id), []).append(mark)
        return mark, known is None

    def _chain(self, layer: Layer, unit: Unit) -> None:
        """Links of chains: `label->CHAIN-LINK` in one column, what the link itself is called in the other."""
        kinds = _column(layer, unit, "referenceType")
        for at, link in enumerate(_column(layer, unit, "referenceRelation")):
            words, _, place = link.words.rpartition("->")
            numbers = place.split("-")
            if len(numbers) != 2 or not all(n.isdecimal() and len(n) <= _LONGEST for n in numbers):
                self.lacking[layer.short] += 1
                continue
            key = (layer.name, int(numbers[0]), int(numbers[1]))
            if key in self.chains:
                self.chains[key][0].reaches(unit.place)
                continue
            mark, _ = self._mark(layer, unit, None)
            mark.label = (kinds[at].meant if at < len(kinds) else None) or layer.short
            self.chains[key] = mark, Value(words).meant or layer.short

    def _relations(self, layer: Layer, unit: Unit) -> None:
        if not layer.base:
            return
        first, number = layer.columns
        cells = {column: stacked(unit.cells[column]) for column in range(first, first + number)}
        for at, source in enumerate(cells.pop(first + number - 1)):
            values = {column: value(parts[at]) for column, parts in cells.items() if at < len(parts)}
            self.links.append(Link(layer, unit.id, value(source), _features(layer, values)))


def _column(layer: Layer, unit: Unit, feature: str) -> list[Value]:
    """What stands in the column of a feature."""
    return [value(words) for words in stacked(unit.cells[layer.features[feature]])] if feature in layer.features else []


def _features(layer: Layer, values: dict[int, Value]) -> dict[str, str]:
    """The features that have a value."""
    found = {name: values[column].meant for name, column in layer.features.items() if column in values}
    return {name: words for name, words in found.items() if words is not None}


def _slots(mark: Mark, values: dict[int, Value], found: dict[int, str]) -> Iterator[Slot]:
    for feature, (column, layer) in mark.layer.slots.items():
        roles = slots(values[column].words) if column in values else []
        for role, target in zip(roles, slots(found.get(column + 1, "")), strict=False):
            if target.words not in (EMPTY, NONE):
                yield Slot(mark, feature, role.meant, layer, target)
