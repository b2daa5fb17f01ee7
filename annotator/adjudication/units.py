"""What a lead judges: one thing that at least one reader marked in an article, with what every reader has there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any, Literal, TypeVar

from annotator.adjudication.clusters import Rows, clusters
from annotator.adjudication.states import Fragments, Mark, filled, frozen, mark_id, merged, place_of, state_of
from annotator.agreement.align import Rule
from annotator.models import ArticleLabel, Member, Reading, Relation, Span, Stance

Kind = Literal["span", "relation", "statement", "label"]
Difference = Literal["missed", "label", "actor", "target", "polarity", "intensity", "value", "boundary", "details"]
KINDS: tuple[Kind, ...] = ("statement", "span", "relation", "label")
_M = TypeVar("_M", bound=Mark)


@dataclass(frozen=True)
class Unit:
    """`layers`: the ids of the layers compared. `marks`, `states`: what each reader has, None for nothing.

    `fragments`: where any of them stands. `differences`: in what the readers differ, the gravest first; none: all
    agree. "details" are attributes, or of a statement who expressed it, irony, negation, whether it is explicit.
    """

    kind: Kind
    article_id: str
    layers: tuple[str, ...]
    marks: tuple[Mark | None, ...]
    states: tuple[str | None, ...]
    fragments: Fragments
    differences: tuple[Difference, ...]

    @property
    def start(self) -> int:
        return self.fragments[0][0]

    @property
    def end(self) -> int:
        return self.fragments[-1][1]

    @property
    def agree(self) -> bool:
        """Whether all readers have it, and have it alike."""
        return not self.differences

    @property
    def found(self) -> tuple[int, ...]:
        """The places of the readers who marked it."""
        return tuple(n for n, mark in enumerate(self.marks) if mark is not None)

    @property
    def missed_by(self) -> tuple[int, ...]:
        """The places of the readers who did not."""
        return tuple(n for n, mark in enumerate(self.marks) if mark is None)

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels of spans or relations, the keys of article labels, that readers gave; of a statement none."""
        named = (m.key if isinstance(m, ArticleLabel) else getattr(m, "label", None) for m in self.marks if m)
        return tuple(dict.fromkeys(name for name in named if name))

    @property
    def label(self) -> str:
        """The first of the labels, "" for a statement."""
        return next(iter(self.labels), "")

    @property
    def members(self) -> tuple[Member, ...]:
        """The marks, as a verdict keeps them."""
        return tuple(
            Member(layer, mark_id(mark), state or "")
            for layer, mark, state in zip(self.layers, self.marks, self.states, strict=True)
            if mark is not None
        )

    @property
    def key(self) -> tuple[str, ...]:
        """What it is found again by after something else has changed: its kind, its first reader's layer and mark."""
        first = self.members[0]
        return self.kind, first.layer, first.mark


def compare(readings: Sequence[Reading], rule: Rule | None = None) -> tuple[Unit, ...]:
    """All units of finished readings of one article, each by another reader, in the order of the text.

    Raises ValueError for readings of different articles, or a layer that is not done.
    """
    if not readings:
        return ()
    if len({reading.id for reading in readings}) > 1:
        raise ValueError("readings of one article are compared")
    if any(reading.layer is None or reading.layer.status != "done" for reading in readings):
        raise ValueError("only finished readings are compared")
    units = list(_Comparer(readings, rule or Rule()).units())
    return tuple(sorted(units, key=lambda unit: (unit.start, KINDS.index(unit.kind), unit.end, unit.members)))


class _Comparer:
    def __init__(self, readings: Sequence[Reading], rule: Rule) -> None:
        self.readings = readings
        self.layers = tuple(reading.layer.id for reading in readings if reading.layer)
        names = [reading.layer.annotator for reading in readings if reading.layer]
        self.spans: list[Mapping[str, Span]] = [{span.id: span for span in r.spans} for r in readings]
        found = clusters(readings, names, rule)
        self.of_spans = _marks(found.spans, [r.spans for r in readings])
        self.of_stances = _marks(found.stances, [r.stances for r in readings])
        self.cluster = {
            (n, mark.id): at for at, marks in enumerate(self.of_spans) for n, mark in enumerate(marks) if mark
        }

    def units(self) -> Iterable[Unit]:
        for spans in self.of_spans:
            yield self._unit("span", spans, _differing(spans, label="label", actor_id="actor", fragments="boundary",
                                                       attrs="details"))  # fmt: skip
        for stances in self.of_stances:
            yield self._unit("statement", stances, self._of_stances(stances))
        for relations in self._relations():
            tails = {self._end(n, r.tail_id) for n, r in enumerate(relations) if r}
            differing = _differing(relations, attrs="details")
            yield self._unit("relation", relations, ["target"] if len(tails) > 1 else differing)
        for key in dict.fromkeys(key for reading in self.readings for key in reading.labels):
            labels = [ArticleLabel(key=key, value=r.labels[key]) if key in r.labels else None for r in self.readings]
            yield self._unit("label", labels, _differing(labels, value="value"))

    def _unit(self, kind: Kind, marks: Sequence[Mark | None], differing: Sequence[Difference]) -> Unit:
        missed: list[Difference] = ["missed"] if None in marks else []
        length = len(self.readings[0].text)
        places = [place_of(mark, self.spans[n], length) for n, mark in enumerate(marks) if mark]
        states = tuple(state_of(mark, self.spans[n]) if mark else None for n, mark in enumerate(marks))
        cover = merged(tuple(piece for place in places for piece in place))
        return Unit(kind, self.readings[0].id, self.layers, tuple(marks), states, cover, (*missed, *differing))

    def _of_stances(self, marks: Sequence[Stance | None]) -> list[Difference]:
        found: list[Difference] = list(_differing(marks, holder="actor"))
        there = [(n, mark) for n, mark in enumerate(marks) if mark]
        if len({self._aim(n, mark) for n, mark in there}) > 1:
            found.append("target")
        found += _differing(marks, polarity="polarity", intensity="intensity")
        if len({place_of(mark, self.spans[n], 0) for n, mark in there}) > 1:
            found.append("boundary")
        if _differing(marks, expressed_by="details", explicit="details", irony="details", negated="details"):
            found.append("details")
        return found

    def _relations(self) -> list[list[Relation | None]]:
        """Of the same label between the same marks; and those left over that begin at the same mark."""
        same: dict[tuple[Any, ...], list[Relation | None]] = {}
        for n, reading in enumerate(self.readings):
            for relation in reading.relations:
                key = (relation.label, self._end(n, relation.head_id), self._end(n, relation.tail_id))
                # what one reader has twice, the second of it is the second of another's
                rows = (same.setdefault((*key, nth), [None] * len(self.readings)) for nth in count())
                next(row for row in rows if row[n] is None)[n] = relation
        whole: list[tuple[tuple[Any, ...], list[Relation | None]]] = []
        for key, row in same.items():
            # a claim that one reader gave to one actor and another reader to another
            others = [there for begins, there in whole if begins == key[:2] and not _both(there, row)]
            if others:
                others[0][:] = [a or b for a, b in zip(others[0], row, strict=True)]
            else:
                whole.append((key[:2], row))
        return [row for _, row in whole]

    def _aim(self, reader: int, stance: Stance) -> tuple[Any, ...]:
        kind, ident = stance.target.kind, stance.target.id
        return (kind, self._end(reader, ident) if kind == "claim" else ident)

    def _end(self, reader: int, span_id: str) -> tuple[Any, ...]:
        """A span, the same for all readers who marked it with the same label."""
        span = self.spans[reader].get(span_id)
        return (self.cluster[reader, span_id], span.label) if span else (reader, span_id)


def _marks(rows: Sequence[Rows], marks: Sequence[Sequence[_M]]) -> list[list[_M | None]]:
    every = [mark for of_reader in marks for mark in of_reader]
    return [[None if row is None else every[row] for row in cluster] for cluster in rows]


def _both(one: Sequence[Mark | None], other: Sequence[Mark | None]) -> bool:
    return any(a is not None and b is not None for a, b in zip(one, other, strict=True))


def _differing(marks: Sequence[Mark | None], **fields: Difference) -> list[Difference]:
    """Which of the fields differ between those that are there."""
    there = [mark for mark in marks if mark is not None]
    values = {field: [_in(mark, field) for mark in there] for field in fields}
    return list(dict.fromkeys(fields[field] for field, given in values.items() if any(v != given[0] for v in given)))


def _in(mark: Mark, field: str) -> Any:
    value = getattr(mark, field)
    if field == "attrs":
        return frozen(filled(value))
    return frozen(value) if field == "value" else value
