"""Which layers a data set is made of: those there are, gold, or one made of what several readers say.

A majority needs more than half of those who finished the article. Where it is not clear what they say, the mark is left
out, with the reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from annotator.dataset.made_layer import MadeLayer
from annotator.dataset.made_reading import MadeReading, pairs_said
from annotator.errors import Sentence, say
from annotator.formats.row_keys import Lost
from annotator.models import Annotator, Layer, Reading, ReadingLayer

Layers = Literal["all", "gold", "majority", "soft"]
LAYERS: tuple[Layers, ...] = ("all", "gold", "majority", "soft")

RULES: dict[Layers, Sentence] = {
    "all": say("Every annotator’s layer."),
    "gold": say("Gold, where it is done."),
    "majority": say(
        "One layer of what more than half of the readers marked who finished the article; in each field what most of "
        "them say, and nothing on a tie."
    ),
    "soft": say(
        "One layer of what anybody marked who finished the article, with the share of those who did; in each field "
        "what most of them say."
    ),
}  # fmt: skip
_BEGUN = say("Gold that is not done was left out.")
_UNFINISHED = say("Articles that none of those who count has finished were left out.")


@dataclass(frozen=True, slots=True)
class Choice:
    """`layers`: which. `annotators`: only what these read, () for all; gold is nobody's reading."""

    layers: Layers = "all"
    annotators: tuple[str, ...] = ()

    def takes(self, reading: Reading) -> bool:
        """Whether a reading counts."""
        head = reading.layer
        if head is None:
            return True
        if self.layers == "gold":
            return head.role == "gold"
        if self.layers != "all" and (head.role == "gold" or head.status != "done"):
            return False
        return not self.annotators or head.annotator in self.annotators


def chosen(readings: Iterable[Reading], choice: Choice, lost: Lost) -> Iterator[Reading]:
    """The readings to write, article by article; what is left out of them is added to `lost`.

    Of `majority` and `soft` one for each article that anybody finished, of an annotator called so. Articles that
    nobody read come as they are.
    """
    for ident, group in groupby(readings, key=lambda reading: reading.id):
        there = [reading for reading in group if choice.takes(reading)]
        if choice.layers == "gold":
            lost.add(_BEGUN, *(r.layer.id for r in there if r.layer and r.layer.status != "done"))
            yield from (r for r in there if r.layer is None or r.layer.status == "done")
        elif choice.layers == "all" or any(r.layer is None for r in there):
            yield from there
        elif there:
            yield _made(there, choice.layers, lost)
        else:
            lost.add(_UNFINISHED, ident)


def _made(readings: Sequence[Reading], name: Literal["majority", "soft"], lost: Lost) -> MadeReading:
    first = readings[0]
    made = MadeLayer(readings, name)
    for what, ids in made.left.items():
        lost.add(what, *ids)
    layer = ReadingLayer(
        id=Layer.id_for(first.id, Annotator.id_for(name)), annotator=name, status="done", revision=1,
        codebook=max(reading.layer.codebook for reading in readings if reading.layer),
    )  # fmt: skip
    fields = {
        "layer": layer, "spans": made.spans, "relations": made.relations, "stances": made.stances,
        "labels": made.labels, "notes": (),
        "actors": tuple({a.id: a for r in readings for a in r.actors}.values()),
        "issues": tuple({i.id: i for r in readings for i in r.issues}.values()),
        "shares": made.shares, "said": frozenset[tuple[str, str]]().union(*map(pairs_said, readings)),
    }  # fmt: skip
    return MadeReading.model_construct(**{**{name: getattr(first, name) for name in Reading.model_fields}, **fields})
