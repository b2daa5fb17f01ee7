"""The marks of layers on their way into a corpus, from readings or from a project."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, NamedTuple

import numpy as np

from annotator.agreement.counts import Ints
from annotator.agreement.matching import Fragments
from annotator.models import Reading

NONE: Ints = np.empty(0, np.int64)


class Spans(NamedTuple):
    """Spans as columns: the numbers of their layers; ids, labels, covers, actors; `pieces`: row -> fragments of
    those that have several.
    """

    layer: Ints = NONE
    ids: Sequence[str] = ()
    labels: Sequence[str] = ()
    start: Ints = NONE
    end: Ints = NONE
    actors: Sequence[str | None] = ()
    pieces: Mapping[int, Fragments] = MappingProxyType({})


@dataclass(frozen=True)
class Rows:
    """Marks of layers: spans as columns, the others as plain rows, each with its layer's number first.

    `layers`: number -> (article id, annotator). `relations`: label, head id, tail id. `stances`: holder's kind and id,
    expressed by, target's kind and id, polarity, intensity, claim id, fragments of evidence or None (nobody asks for
    them where there is a claim). `labels`: key, value. `lengths`: article id -> code points, at least of the articles
    in which a stance has neither claim nor evidence.
    """

    layers: dict[int, tuple[str, str]]
    spans: Spans
    relations: Sequence[Sequence[Any]]
    stances: Sequence[Sequence[Any]]
    labels: Sequence[Sequence[Any]]
    lengths: dict[str, int]


def annotator_of(reading: Reading) -> str:
    return reading.layer.annotator if reading.layer else ""


def rows_of(readings: dict[int, Reading]) -> Rows:
    """All marks of readings that have a layer, each by its number."""
    spans = [(n, span) for n, reading in readings.items() for span in reading.spans]
    return Rows(
        {n: (reading.id, annotator_of(reading)) for n, reading in readings.items()},
        Spans(
            ints(n for n, _ in spans), [s.id for _, s in spans], [s.label for _, s in spans],
            ints(s.start for _, s in spans), ints(s.end for _, s in spans), [s.actor_id for _, s in spans],
            {row: s.fragments for row, (_, s) in enumerate(spans) if len(s.fragments) > 1},
        ),
        [(n, r.label, r.head_id, r.tail_id) for n, reading in readings.items() for r in reading.relations],
        [
            (n, s.holder.kind, s.holder.id, s.expressed_by, s.target.kind, s.target.id, s.polarity, s.intensity,
             s.claim_id, s.evidence or None)
            for n, reading in readings.items() for s in reading.stances
        ],
        [(n, key, value) for n, reading in readings.items() for key, value in reading.labels.items()],
        {reading.id: len(reading.text) for reading in readings.values()},
    )  # fmt: skip


def ints(values: Iterable[int]) -> Ints:
    """As an array."""
    return np.fromiter(values, np.int64)
