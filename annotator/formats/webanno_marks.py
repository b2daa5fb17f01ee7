"""What the rows of a WebAnno TSV file come to as spans and relations.

A span is called after its feature `label` or `value`, or the layer's only feature, else after the layer. Slots become
relations from their host to what fills them, chains relations from each link to the next.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from annotator.errors import say
from annotator.formats.found import FoundRelation, FoundSpan
from annotator.formats.webanno_cells import Layer
from annotator.formats.webanno_rows import Link, Mark, Rows

_LABELS = ("label", "value", "Label", "Value")
# of every word: its class, base form and grammar
_GRAMMAR = tuple(f"de.tudarmstadt.ukp.dkpro.core.api.{part}." for part in ("lexmorph", "segmentation", "syntax"))
Ends = tuple[Mark | None, Mark | None]


def is_grammar(layer: Layer) -> bool:
    """Whether a layer is about every word as such: a span for each would bury all others."""
    return layer.name.startswith(_GRAMMAR)


def marks(
    rows: Rows, text: str, layers: Sequence[Layer]
) -> tuple[tuple[FoundSpan, ...], tuple[FoundRelation, ...], tuple[str, ...]]:
    """Spans, relations and sentences on what was left out."""
    lacking = Counter(rows.lacking)
    found = [mark for mark in rows.marks if text[slice(*mark.place)].strip()]
    lacking.update(mark.layer.short for mark in rows.marks if not text[slice(*mark.place)].strip())
    several = len({mark.layer.name for mark in rows.marks}) > 1
    spans = tuple(_span(mark, text, several=several) for mark in found)
    relations = tuple(_relations(rows, {span.id for span in spans}, lacking))
    return spans, relations, tuple(_left(layers, lacking))


def _span(mark: Mark, text: str, *, several: bool) -> FoundSpan:
    label, attrs = (mark.label, {}) if mark.label else _called(mark.layer, mark.values)
    if several and label != mark.layer.short:
        attrs = {**attrs, "layer": mark.layer.short}
    return FoundSpan(mark.id, label, (mark.place,), text[slice(*mark.place)], attrs)


def _called(layer: Layer, values: dict[str, str]) -> tuple[str, dict[str, str]]:
    """The label of an annotation, and its other features."""
    chosen = next((name for name in _LABELS if name in layer.features), "")
    if not chosen and len(layer.features) == 1:
        chosen = next(iter(layer.features))
    return values.get(chosen) or layer.short, {name: value for name, value in values.items() if name != chosen}


# -- relations
def _relations(rows: Rows, spans: set[str], lacking: Counter[str]) -> Iterator[FoundRelation]:
    """Those whose ends are both there."""
    number = 0
    for label, (head, tail), attrs in (*_drawn(rows), *_filled(rows), *_chained(rows)):
        if head is None or tail is None or head.id not in spans or tail.id not in spans:
            lacking[label] += 1
            continue
        number += 1
        yield FoundRelation(str(number), label, head.id, tail.id, attrs)


def _drawn(rows: Rows) -> Iterator[tuple[str, Ends, dict[str, Any]]]:
    """Relations; each stands in the row that it leads to and names the one that it comes from."""
    for link in rows.links:
        label, attrs = _called(link.layer, link.values)
        yield label, _ends(rows, link), attrs


def _ends(rows: Rows, link: Link) -> Ends:
    source = rows.find(link.layer.base, link.source.words, link.source.id)
    return source, rows.find(link.layer.base, link.unit, link.source.other)


def _filled(rows: Rows) -> Iterator[tuple[str, Ends, dict[str, Any]]]:
    """Slots, called after their role or, without one, after the feature."""
    for slot in rows.slots:
        target = rows.find(slot.layer, slot.target.words, slot.target.id)
        more = {"slot": slot.feature} if slot.role and len(slot.host.layer.slots) > 1 else {}
        yield slot.role or slot.feature, (slot.host, target), more


def _chained(rows: Rows) -> Iterator[tuple[str, Ends, dict[str, Any]]]:
    """From each link of a chain to the next, called as the link says."""
    for (layer, chain, link), (mark, label) in sorted(rows.chains.items(), key=lambda one: one[0]):
        if (following := rows.chains.get((layer, chain, link + 1))) is not None:
            yield label, (mark, following[0]), {}


def _left(layers: Iterable[Layer], lacking: Counter[str]) -> Iterator[str]:
    for layer in filter(is_grammar, layers):
        yield say("The layer {name} is grammar of words; it was left out.", name=layer.short)
    for name, number in sorted(lacking.items()):
        yield say(
            "{number} of “{name}” were left out: they cover no words or refer to nothing.", number=number, name=name
        )
