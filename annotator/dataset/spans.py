"""Spans of whole articles by characters: for any tokenizer, and for span categorisation, since they may overlap.

A span in pieces is one entry a piece, all with its `span_id`. `share`: how many of the readers marked it, 1 unless the
layer is made of several. `attrs` beside the spans has their attributes; values that are no words are JSON.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from annotator.dataset.contexts import Names
from annotator.dataset.features import Feature
from annotator.dataset.made_reading import share
from annotator.dataset.rows import HEAD, LINKS, Row, finished, head, pairs, writer
from annotator.formats.losses import WriteOptions
from annotator.formats.row_keys import STANCES, Lost
from annotator.models import Fragment, Reading, Span

NAME = "spans"
TITLE = "Spans by characters (JSON lines)"
SUFFIXES = (".jsonl",)
READS, WRITES = False, True
CARRIES = ("articles", "spans", "pieces of a span", "attributes", "names of actors")
LOSES = (
    "statements", "relations", "labels", "notes", "layers that are not done", "raw files", "times",
    "the journal (history and undo)", "verdicts",
)  # fmt: skip
FOLDER = False

FEATURES: dict[str, Feature] = {
    **HEAD,
    "title": "string",
    "text": "string",
    "spans": [
        {
            "span_id": "string",
            "start": "int32",
            "end": "int32",
            "label": "string",
            "text": "string",
            "actor": "string",
            "uncertain": "bool",
            "share": "float64",
        }
    ],
    "attrs": [{"span_id": "string", "key": "string", "value": "string"}],
}


def rows(readings: Iterable[Reading], options: WriteOptions, lost: Lost) -> Iterator[Row]:
    """A row a layer."""
    for reading in finished(readings, lost):
        names = Names(reading)
        spans = sorted(
            (span for span in reading.spans if not options.labels or span.label in options.labels),
            key=lambda span: (span.start, span.end, span.label, span.id),
        )
        lost.add(LINKS, *(relation.id for relation in reading.relations))
        lost.add(STANCES, *(stance.id for stance in reading.stances))
        yield {
            **head(reading, options),
            "title": reading.title,
            "text": reading.text,
            "spans": [_entry(reading, names, span, fragment) for span in spans for fragment in span.fragments],
            "attrs": [{"span_id": span.id, **pair} for span in spans for pair in pairs(span.attrs)],
        }


def _entry(reading: Reading, names: Names, span: Span, fragment: Fragment) -> dict[str, Any]:
    start, end = fragment
    return {
        "span_id": span.id, "start": start, "end": end, "label": span.label, "text": reading.text[start:end],
        "actor": names.of(span.actor_id), "uncertain": span.uncertain,
        "share": share(reading, span.id),
    }  # fmt: skip


write = writer(rows, FEATURES)
