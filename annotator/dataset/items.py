"""What several readers of an article rated: each mark that any of them made, with what all say.

Which marks are the same is said where readers are compared (`annotator.adjudication`). Only finished readings count,
gold is none of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

from annotator.dataset.contexts import Contexts, Names, Window
from annotator.dataset.rows import words
from annotator.formats.losses import WriteOptions
from annotator.models import ArticleLabel, Fragment, Reading, Relation, Span, Stance

if TYPE_CHECKING:
    from annotator.adjudication import Unit

NOTHING = "none"  # what a reader says of a span, or of a link, who did not mark it
POLARITIES = ("support", "oppose", "neutral", "mixed")


@dataclass(frozen=True, slots=True)
class Rating:
    """`value` None: not said, or not to be decided."""

    annotator: str
    value: str | None


@dataclass(frozen=True, slots=True)
class Item:
    """`task`: stance, span, relation or label (of the article). `values`: what can be said of it. `holder`, `target`:
    of a statement, as the first of its readers names them; of a relation the words at its ends; of a label its key.
    `places`: where it stands, none for a label. `ratings`: of every reader."""

    id: str
    task: str
    reading: Reading
    window: Window
    places: tuple[Fragment, ...]
    holder: str
    target: str
    values: tuple[str, ...]
    ratings: tuple[Rating, ...]

    @property
    def shares(self) -> dict[str, float]:
        """How much of the ratings there are each value has; none if there are none."""
        said = Counter(rating.value for rating in self.ratings if rating.value is not None)
        return {value: round(said[value] / said.total(), 4) for value in self.values} if said else {}

    @property
    def best(self) -> tuple[str, ...]:
        """What most say; several that as many say."""
        shares = self.shares
        return tuple(value for value, share in shares.items() if share == max(shares.values()))

    @property
    def missing(self) -> int:
        """How many readers say nothing."""
        return sum(1 for rating in self.ratings if rating.value is None)


def items(readings: Iterable[Reading], options: WriteOptions) -> Iterator[Item]:
    """Article by article, in the order of the text; of spans those with a label of the options, of the others all."""
    for _, group in groupby(readings, key=lambda reading: reading.id):
        there = [r for r in group if r.layer and r.layer.status == "done" and r.layer.role != "gold"]
        for item in _of_article(there, options.context) if there else ():
            if item.task != "span" or not options.labels or {*options.labels} & {*item.values}:
                yield item


def _of_article(readings: list[Reading], sides: int | None) -> Iterator[Item]:
    from annotator.adjudication import compare  # and with it numpy

    contexts, names = Contexts(readings[0].text, sides), [Names(reading) for reading in readings]
    for unit in compare(readings):
        first = unit.found[0]
        said = _SAID[unit.kind](unit, names[first], unit.marks[first])
        places = () if unit.kind == "label" else unit.fragments
        yield Item(
            f"{unit.article_id}:{_digest(unit)}", said.task, readings[0],
            contexts.around(places) if places else Window(0, readings[0].text), places,
            said.holder, said.target, said.values,
            tuple(
                Rating(reading.layer.annotator if reading.layer else "", value)
                for reading, value in zip(readings, said.by, strict=True)
            ),
        )  # fmt: skip


class _Said(NamedTuple):
    """What readers say of a unit: an item without its place. `by`: by each of them."""

    task: str
    values: tuple[str, ...]
    by: Sequence[str | None]
    holder: str = ""
    target: str = ""


def _statement(unit: Unit, names: Names, mark: Any) -> _Said:
    by = [one.polarity if isinstance(one, Stance) else None for one in unit.marks]
    return _Said("stance", POLARITIES, by, names.holder(mark.holder), names.of(mark.target.id))


def _span(unit: Unit, names: Names, mark: Any) -> _Said:
    return _Said("span", (*sorted(unit.labels), NOTHING), _labels(unit))


def _relation(unit: Unit, names: Names, mark: Any) -> _Said:
    return _Said(
        "relation", (*sorted(unit.labels), NOTHING), _labels(unit), names.of(mark.head_id), names.of(mark.tail_id)
    )


def _label(unit: Unit, names: Names, mark: Any) -> _Said:
    by = [words(one.value) or None if isinstance(one, ArticleLabel) else None for one in unit.marks]
    return _Said("label", tuple(sorted({value for value in by if value})), by, "", mark.key)


def _labels(unit: Unit) -> list[str | None]:
    return [mark.label if isinstance(mark, Span | Relation) else NOTHING for mark in unit.marks]


_SAID = {"statement": _statement, "span": _span, "relation": _relation, "label": _label}


def _digest(unit: Unit) -> str:
    """Made of the marks it stands for."""
    marks = "\n".join((unit.kind, *(f"{member.layer} {member.mark}" for member in unit.members)))
    return sha256(marks.encode()).hexdigest()[:12]
