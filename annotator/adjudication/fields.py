"""What the readers of a unit say field by field, and the mark that comes out when fields of several readers count."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

from annotator.adjudication.states import Fragments, Mark, filled, frozen, place_of
from annotator.adjudication.units import Unit
from annotator.models import ArticleLabel, Reading, Relation, Span, Stance

ATTRIBUTE = "attr:"  # before the key of an attribute
# of a statement: shown where somebody says other than this
_DEFAULTS: dict[str, Any] = {"expressed_by": None, "explicit": True, "irony": False, "negated": False}


@dataclass(frozen=True, slots=True)
class Said:
    """What is said in a field. `same` is equal for those who say the same; `fields` are the mark's that say it.

    `reader`: the place of the reader one of whose spans it refers to, None if it refers to none.
    """

    same: Hashable
    fields: Mapping[str, Any] = field(default_factory=dict)
    reader: int | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A field. `key`: label, passage, actor, holder, target, polarity, intensity, expressed_by, explicit, irony,
    negated, from, to, value, or `attr:` and an attribute's key. `said`: by each reader, None who marked nothing."""

    key: str
    said: tuple[Said | None, ...]

    @property
    def differs(self) -> bool:
        """Whether the readers who marked something say different things."""
        return len({said.same for said in self.said if said}) > 1

    def most(self, order: Iterable[int]) -> int:
        """The place of a reader who says what most say; of several the first in the order."""
        given = [n for n in order if self.said[n]]
        said = Counter(one.same for one in self.said if one)
        return max(given, key=lambda n: (said[self._of(n).same], -given.index(n)))

    def _of(self, reader: int) -> Said:
        found = self.said[reader]
        if found is None:
            raise ValueError("this reader marked nothing")
        return found


class Made(NamedTuple):
    """A mark put together, the decision that this is, and whose spans it refers to; None: those of several."""

    mark: Mark
    decision: Literal["accept", "merge", "edit"]
    reader: int | None


class Fields:
    """The fields of units of one article. `readings`: in the order of the units' marks. `units`: all of them, which
    say which spans are the same."""

    def __init__(self, readings: Sequence[Reading], units: Iterable[Unit]) -> None:
        self._length = len(readings[0].text) if readings else 0
        self.spans: list[Mapping[str, Span]] = [{span.id: span for span in reading.spans} for reading in readings]
        self._cluster = {
            (n, mark.id): at
            for at, unit in enumerate(units)
            for n, mark in enumerate(unit.marks)
            if isinstance(mark, Span)
        }

    def rows(self, unit: Unit) -> tuple[Row, ...]:
        """The fields in which any reader says something, in the order they are read."""
        by_reader = [self._said(n, mark) if mark is not None else None for n, mark in enumerate(unit.marks)]
        keys = list(dict.fromkeys(key for said in by_reader if said for key in said))
        nothing = Said(frozen(None))
        found = (
            Row(key, tuple(None if said is None else said.get(key, nothing) for said in by_reader)) for key in keys
        )
        return tuple(row for row in found if not self._idle(row))

    def passage(self, unit: Unit, fragments: Fragments) -> Said:
        """Another place for a span or a statement; a statement then stands on its own, not at a claim."""
        if unit.kind == "span":
            return Said(fragments, _span_place(fragments))
        return Said(fragments, {"evidence": fragments, "claim_id": None})

    def _said(self, reader: int, mark: Mark) -> dict[str, Said]:
        if isinstance(mark, ArticleLabel):
            return {"value": Said(frozen(mark.value), {"value": mark.value})}
        if isinstance(mark, Stance):
            return self._of_stance(reader, mark)
        found = {"label": Said(mark.label, {"label": mark.label})}
        if isinstance(mark, Relation):
            found["from"] = Said(self._end(reader, mark.head_id), {"head_id": mark.head_id}, reader)
            found["to"] = Said(self._end(reader, mark.tail_id), {"tail_id": mark.tail_id}, reader)
        else:
            found["passage"] = Said(mark.fragments, _span_place(mark.fragments))
            found["actor"] = Said(mark.actor_id, {"actor_id": mark.actor_id})
        for key, value in filled(mark.attrs).items():
            found[f"{ATTRIBUTE}{key}"] = attribute(key, value)
        return found

    def _of_stance(self, reader: int, mark: Stance) -> dict[str, Said]:
        place = place_of(mark, self.spans[reader], self._length)
        about, ident = mark.target.kind, mark.target.id
        aim = (about, self._end(reader, ident) if about == "claim" else ident)
        return {
            "holder": Said((mark.holder.kind, mark.holder.id), {"holder": mark.holder}),
            "polarity": Said(mark.polarity, {"polarity": mark.polarity}),
            "target": Said(aim, {"target": mark.target}, reader if about == "claim" else None),
            "intensity": Said(mark.intensity, {"intensity": mark.intensity}),
            "passage": Said(
                place, {"evidence": mark.evidence, "claim_id": mark.claim_id}, reader if mark.claim_id else None
            ),
            **{key: Said(getattr(mark, key), {key: getattr(mark, key)}) for key in _DEFAULTS},
        }

    def same_span(self, reader: int, span: Span) -> Hashable:
        """Equal for the spans of several readers that are the same."""
        return self._cluster.get((reader, span.id), (reader, span.id)), span.label

    def _end(self, reader: int, span_id: str) -> Hashable:
        span = self.spans[reader].get(span_id)
        return self.same_span(reader, span) if span else (reader, span_id)

    def _idle(self, row: Row) -> bool:
        """Whether nobody says anything in it."""
        if row.key == "actor":
            return all(said is None or said.same is None for said in row.said)
        return row.key in _DEFAULTS and all(s is None or s.same == _DEFAULTS[row.key] for s in row.said)


def attribute(key: str, value: Any) -> Said:
    """A value of an attribute."""
    return Said(frozen(value), {"attrs": {key: value}})


def made(unit: Unit, rows: Sequence[Row], picks: Mapping[str, int | Said]) -> Made:
    """The mark whose fields are picked: by the place of the reader who says it, or something that nobody says.

    Every row needs a pick of a reader who marked something. One reader's mark as it is, is that reader's, accepted.
    """
    chosen = {row.key: _chosen(row, picks[row.key]) for row in rows}
    for n, mark in enumerate(unit.marks):
        if mark is not None and all(said.same == _same(row, n) for row, said in _paired(rows, chosen)):
            return Made(mark, "accept", n)
    whose = Counter(pick for pick in picks.values() if isinstance(pick, int))
    base = max(unit.found, key=lambda n: whose[n])
    refers = {said.reader for said in chosen.values() if said.reader is not None}
    own = all(any(s and s.same == said.same for s in row.said) for row, said in _paired(rows, chosen))
    return Made(
        _with(unit.marks[base], chosen.values()),
        "merge" if own else "edit",
        next(iter(refers), base) if len(refers) < 2 else None,
    )


def _paired(rows: Sequence[Row], chosen: Mapping[str, Said]) -> Iterable[tuple[Row, Said]]:
    return ((row, chosen[row.key]) for row in rows)


def _same(row: Row, reader: int) -> Hashable:
    said = row.said[reader]
    return said.same if said else None


def _chosen(row: Row, pick: int | Said) -> Said:
    said = row.said[pick] if isinstance(pick, int) else pick
    if said is None:
        raise ValueError("a reader who marked nothing says nothing")
    return said


def _with(mark: Mark | None, chosen: Iterable[Said]) -> Mark:
    if mark is None:
        raise ValueError("a reader who marked nothing has no mark")
    update: dict[str, Any] = {}
    attrs: dict[str, Any] = {}
    for said in chosen:
        update |= {name: value for name, value in said.fields.items() if name != "attrs"}
        attrs |= said.fields.get("attrs", {})
    if isinstance(mark, Span | Relation):
        update["attrs"] = attrs
    return mark.model_copy(update=update)


def _span_place(fragments: Fragments) -> dict[str, Any]:
    return {"fragments": fragments, "start": fragments[0][0], "end": fragments[-1][1]}
