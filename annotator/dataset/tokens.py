"""Sentences in tokens with tags in BIO: what token classification is trained on.

A sentence is one, or several that a span runs through. `offsets` are places within `text`, which begins at `char_base`
of the article. `tags` can hold no two spans at one place: the longer one is in it. `layers` has every span, label by
label, and where those of one label overlap, level by level. Each piece of a span begins with `B-`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from annotator.dataset.contexts import sentences_of
from annotator.dataset.features import Feature
from annotator.dataset.levels import levels
from annotator.dataset.rows import HEAD, LINKS, Row, finished, head, writer
from annotator.errors import say
from annotator.formats.cut_tokens import cut_tokens
from annotator.formats.losses import WriteOptions
from annotator.formats.row_keys import ACTORS, SPAN_ATTRS, STANCES, UNCERTAIN, Lost
from annotator.models import Fragment, Reading, Span

NAME = "tokens"
TITLE = "Tokens with BIO tags (JSON lines)"
SUFFIXES = (".jsonl",)
READS, WRITES = False, True
CARRIES = ("articles (in sentences)", "spans")
LOSES = (
    "statements", "relations", "actors", "labels", "notes", "attributes", "which pieces are one span",
    "layers that are not done", "raw files", "times", "the journal (history and undo)", "verdicts",
)  # fmt: skip
FOLDER = False

FEATURES: dict[str, Feature] = {
    **HEAD,
    "char_base": "int32",
    "text": "string",
    "tokens": ["string"],
    "offsets": [["int32"]],
    "tags": ["string"],
    "layers": [{"label": "string", "level": "int32", "tags": ["string"]}],
}
_COVERED = say("Spans that others cover are only in the layers, not in the tags.")
_PIECES = say("Which pieces belong to one span has no place in tags.")


def rows(readings: Iterable[Reading], options: WriteOptions, lost: Lost) -> Iterator[Row]:
    """A row a sentence."""
    for reading in finished(readings, lost):
        chosen = (span for span in reading.spans if not options.labels or span.label in options.labels)
        spans = sorted(chosen, key=lambda span: (span.start, span.end, span.id))
        starts = [span.start for span in spans]
        lost.add(_PIECES, *(span.id for span in spans if len(span.fragments) > 1))
        lost.add(UNCERTAIN, *(span.id for span in spans if span.uncertain))
        lost.add(ACTORS, *(span.id for span in spans if span.actor_id))
        lost.add(SPAN_ATTRS, *(span.id for span in spans if span.attrs))
        lost.add(LINKS, *(relation.id for relation in reading.relations))
        lost.add(STANCES, *(stance.id for stance in reading.stances))
        found = cut_tokens(reading.text, [piece for span in spans for piece in span.fragments])
        for start, end in stretches(reading.text, spans):
            here = found[bisect_left(found, (start, start)) : bisect_left(found, (end, end))]
            inside = spans[bisect_left(starts, start) : bisect_left(starts, end)]
            if here:
                yield _row(reading, options, (start, end), here, inside, lost)


def stretches(text: str, spans: Iterable[Span]) -> Iterator[Fragment]:
    """The sentences of a text, put together where a span runs from one into another."""
    parts = sorted([*sentences_of(text), *((span.start, span.end) for span in spans)])
    start = end = -1
    for a, b in parts:
        if a < end:
            end = max(end, b)
            continue
        if start >= 0:
            yield start, end
        start, end = a, b
    if start >= 0:
        yield start, end


def _row(
    reading: Reading, options: WriteOptions, stretch: Fragment, found: Sequence[Fragment], spans: Sequence[Span],
    lost: Lost,
) -> Row:  # fmt: skip
    base, text = stretch[0], reading.text[stretch[0] : stretch[1]]
    widest_first = sorted(spans, key=lambda span: (-_length(span), span.start, span.label, span.id))
    flat, *covered = levels(widest_first) or [[]]
    lost.add(_COVERED, *(span.id for level in covered for span in level))
    layers = [
        {"label": label, "level": n, "tags": _tags(found, level)}
        for label in sorted({span.label for span in spans})
        for n, level in enumerate(levels([span for span in widest_first if span.label == label]))
    ]
    return {
        **head(reading, options, str(base)),
        "char_base": base,
        "text": text,
        "tokens": [reading.text[a:b] for a, b in found],
        "offsets": [[a - base, b - base] for a, b in found],
        "tags": _tags(found, flat),
        "layers": layers,
    }


def _length(span: Span) -> int:
    return sum(end - start for start, end in span.fragments)


def _tags(found: Sequence[Fragment], spans: Iterable[Span]) -> list[str]:
    tags = ["O"] * len(found)
    for span in spans:
        for start, end in span.fragments:
            first, stop = bisect_left(found, (start, start)), bisect_left(found, (end, end))
            for at in range(first, stop):
                tags[at] = f"{'B' if at == first else 'I'}-{span.label}"
    return tags


write = writer(rows, FEATURES)
