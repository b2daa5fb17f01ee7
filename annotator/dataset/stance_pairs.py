"""Statements as pairs of holder and target, with the words around them: what stance detection is trained on.

`text` begins at `text_start` of the article; `evidence` is placed within `text`, and is the claim's place where no
evidence was marked. `intensity` 0 and `confidence` "" were not said. `share`: how many of the readers made the
statement, 1 unless the layer is made of several. With `none_pairs` there are also rows of the label `none`: an actor
of a reading and an issue of it, of whom nothing is said there, nor by any reader whom the layer is made of.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product

from annotator.dataset.contexts import Contexts, Names, Window, place_of
from annotator.dataset.features import Feature
from annotator.dataset.made_reading import pairs_said, share
from annotator.dataset.rows import HEAD, Row, finished, head, writer
from annotator.errors import say
from annotator.formats.losses import WriteOptions
from annotator.formats.row_keys import Lost
from annotator.models import Fragment, Holder, Reading, Span, Stance, Target

NAME = "stance-pairs"
TITLE = "Stance pairs (JSON lines)"
SUFFIXES = (".jsonl",)
READS, WRITES = False, True
CARRIES = ("statements",)
LOSES = (
    "articles (but for the sentences around a statement)", "spans", "relations", "labels", "notes",
    "layers that are not done", "raw files", "times", "the journal (history and undo)", "verdicts",
)  # fmt: skip
FOLDER = False

LABELS = ("oppose", "neutral", "support", "mixed", "none")  # label_id is the place in this row
FEATURES: dict[str, Feature] = {
    **HEAD,
    "text": "string",
    "text_start": "int32",
    "holder": "string",
    "holder_kind": "string",
    "target": "string",
    "target_kind": "string",
    "label": "string",
    "label_id": "int32",
    "evidence": [{"start": "int32", "end": "int32", "text": "string"}],
    "claim": "string",
    "expressed_by": "string",
    "intensity": "int32",
    "explicit": "bool",
    "irony": "bool",
    "negated": "bool",
    "confidence": "string",
    "share": "float64",
}
UNDECIDED = say("Statements whose polarity could not be decided were left out.")


def rows(readings: Iterable[Reading], options: WriteOptions, lost: Lost) -> Iterator[Row]:
    """A row a statement, in the order of the text; then the pairs of which nothing is said."""
    for reading in finished(readings, lost):
        spans = {span.id: span for span in reading.spans}
        contexts, names = Contexts(reading.text, options.context), Names(reading)
        lost.add(UNDECIDED, *(stance.id for stance in reading.stances if stance.polarity is None))
        decided = [(place_of(stance, spans), stance) for stance in reading.stances if stance.polarity is not None]
        for place, stance in sorted(decided, key=lambda one: (one[0], one[1].id)):
            yield _row(reading, options, names, stance, contexts.around(place), place)
        if options.none_pairs:
            for place, stance in _unsaid(reading, spans):
                yield _row(reading, options, names, stance, contexts.around(place), ())


def _row(
    reading: Reading, options: WriteOptions, names: Names, stance: Stance, window: Window,
    place: tuple[Fragment, ...],
) -> Row:  # fmt: skip
    return {
        **head(reading, options, stance.id),
        "text": window.text,
        "text_start": window.start,
        "holder": names.holder(stance.holder),
        "holder_kind": stance.holder.kind,
        "target": names.of(stance.target.id),
        "target_kind": stance.target.kind,
        "label": stance.polarity or "none",
        "label_id": LABELS.index(stance.polarity or "none"),
        "evidence": [window.piece(fragment) for fragment in place],
        "claim": names.of(stance.claim_id),
        "expressed_by": names.of(stance.expressed_by),
        "intensity": stance.intensity or 0,
        "explicit": stance.explicit,
        "irony": stance.irony,
        "negated": stance.negated,
        "confidence": stance.confidence or "",
        "share": share(reading, stance.id),
    }


def _unsaid(reading: Reading, spans: dict[str, Span]) -> Iterator[tuple[tuple[Fragment, ...], Stance]]:
    """Pairs of actor and issue of which nothing is said, as statements of nothing, with where the actor first comes."""
    said = pairs_said(reading)
    places: dict[str, tuple[Fragment, ...]] = {}
    for span in sorted(reading.spans, key=lambda span: (span.start, span.end, span.id)):
        if span.actor_id:
            places.setdefault(span.actor_id, span.fragments)
    for place, stance in sorted(
        ((place_of(s, spans), s) for s in reading.stances), key=lambda one: (one[0], one[1].id)
    ):
        for who in (stance.holder.id, stance.expressed_by):
            if who:
                places.setdefault(who, place)
    issues = sorted({stance.target.id for stance in reading.stances if stance.target.kind == "issue"})
    for actor, issue in product(sorted(places), issues):
        if (actor, issue) not in said:
            yield (
                places[actor],
                Stance.model_construct(
                    id=f"{actor}-{issue}", holder=Holder(kind="actor", id=actor), target=Target(kind="issue", id=issue),
                    polarity=None, explicit=False,
                ),
            )  # fmt: skip


write = writer(rows, FEATURES)
