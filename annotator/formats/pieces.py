"""A text cut where its marks begin and end, for pages on which marks lie over one another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from annotator.models import Span


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text over which the same marks lie, innermost last; a bracket before and after it."""

    text: str
    spans: tuple[Span, ...]
    opening: tuple[Span, ...]
    closing: tuple[Span, ...]


def pieces(text: str, spans: Sequence[Span]) -> Iterator[Piece]:
    """The text cut where marks begin and end. What opens first closes last, as far as marks nest."""
    opens: dict[int, list[tuple[int, Span]]] = defaultdict(list)
    closes: dict[int, list[tuple[int, Span]]] = defaultdict(list)
    for span in spans:
        for start, end in span.fragments:
            opens[start].append((end, span))
            closes[end].append((start, span))
    cuts = sorted({0, len(text), *opens, *closes})
    lying: dict[str, tuple[int, Span]] = {}
    for start, end in pairwise(cuts):
        opening = [span for _, span in sorted(opens[start], key=lambda one: (-one[0], one[1].id))]
        lying.update({span.id: (reach, span) for reach, span in sorted(opens[start], key=lambda one: -one[0])})
        closing = [span for _, span in sorted(closes[end], key=lambda one: (-one[0], one[1].id))]
        order = sorted(lying.values(), key=lambda one: (-one[0], one[1].start, one[1].id))
        yield Piece(text[start:end], tuple(span for _, span in order), tuple(opening), tuple(closing))
        for span in closing:
            lying.pop(span.id, None)
