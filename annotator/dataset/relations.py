"""Spans of whole articles with the links between them: what relation extraction is trained on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from annotator.dataset.features import Feature
from annotator.dataset.rows import HEAD, Row, finished, head, writer
from annotator.formats.losses import WriteOptions
from annotator.formats.row_keys import (
    ACTORS,
    RELATION_ATTRS,
    SPAN_ATTRS,
    STANCES,
    Lost,
    writable_relations,
    writable_spans,
)
from annotator.models import Reading

NAME = "relations"
TITLE = "Links between spans (JSON lines)"
SUFFIXES = (".jsonl",)
READS, WRITES = False, True
CARRIES = ("articles", "spans", "relations")
LOSES = (
    "statements", "actors", "labels", "notes", "attributes", "pieces of a span",
    "layers that are not done", "raw files", "times", "the journal (history and undo)", "verdicts",
)  # fmt: skip
FOLDER = False

FEATURES: dict[str, Feature] = {
    **HEAD,
    "text": "string",
    "entities": [{"id": "string", "start": "int32", "end": "int32", "label": "string", "text": "string"}],
    "relations": [{"head": "string", "tail": "string", "label": "string"}],
}


def rows(readings: Iterable[Reading], options: WriteOptions, lost: Lost) -> Iterator[Row]:
    """A row a layer; `head` and `tail` are ids of entities."""
    for reading in finished(readings, lost):
        spans = writable_spans(reading, options, lost)
        links = writable_relations(reading, spans, lost)
        lost.add(ACTORS, *(span.id for span in spans if span.actor_id))
        lost.add(SPAN_ATTRS, *(span.id for span in spans if span.attrs))
        lost.add(RELATION_ATTRS, *(link.id for link in links if link.attrs))
        lost.add(STANCES, *(stance.id for stance in reading.stances))
        yield {
            **head(reading, options),
            "text": reading.text,
            "entities": [
                {"id": s.id, "start": s.start, "end": s.end, "label": s.label, "text": reading.text[s.start : s.end]}
                for s in spans
            ],
            "relations": [{"head": r.head_id, "tail": r.tail_id, "label": r.label} for r in links],
        }


write = writer(rows, FEATURES)
