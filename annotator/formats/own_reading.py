"""A reading in names and words alone, for formats with a place for whatever they cannot say themselves.

Actors and issues stand by name, since ids of registries mean nothing elsewhere. What is written comes back through
`found`; it is checked, since anybody may have changed the file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated, Any

from pydantic import AfterValidator, Field
from pydantic_core import from_json

from annotator.errors import say
from annotator.formats.found import FoundReading, FoundRelation, FoundSpan, FoundStance
from annotator.formats.losses import WriteOptions
from annotator.formats.row_keys import (
    ACTORS,
    ARTICLE_KEYS,
    ENDS,
    UNCERTAIN,
    Lost,
    article_values,
    writable_notes,
    writable_relations,
    writable_spans,
)
from annotator.models import (
    Actor,
    Fragment,
    HolderKind,
    Issue,
    Json,
    LayerStatus,
    Polarity,
    Reading,
    Record,
    Stance,
    TargetKind,
)

LOSES = (
    "whether a statement is implicit, ironic, negated or sure", "what is known of actors but their names",
    "who wrote a note and on which span", "raw files", "times", "stories", "the journal (history and undo)", "verdicts",
)  # fmt: skip
CARRIES = (
    "articles", "layers", "spans", "pieces of a span", "names of actors", "relations", "attributes", "statements",
    "labels", "notes",
)  # fmt: skip
STALE = say(
    "The spans are no longer those that were written: their relations, attributes and statements were left out."
)
SHADES = say("Of statements it is left out whether they are implicit, ironic, negated or sure.")
_NAMELESS = say("Statements on an actor or issue without a name were left out.")


def _with_words(name: str) -> str:
    if not name.strip():
        raise ValueError("no words")
    return name


Label = Annotated[str, Field(min_length=1)]
Name = Annotated[str, AfterValidator(_with_words)]


class OwnSpan(Record):
    """A span. `text`: its words. `actor`: the name of whom it mentions."""

    id: str
    label: Label
    fragments: tuple[Fragment, ...]
    text: str
    actor: Name | None = None
    attrs: dict[str, Json] = Field(default_factory=dict)


class OwnRelation(Record):
    """A link from one span to another, by their ids."""

    id: str
    label: Label
    head: str
    tail: str
    attrs: dict[str, Json] = Field(default_factory=dict)


class OwnStance(Record):
    """A statement. `holder`, `target`, `expressed_by`: names; the target's is a span's id if it is a claim. `claim`:
    the id of the span in which it is made."""

    id: str
    holder_kind: HolderKind
    holder: Name | None = None
    expressed_by: Name | None = None
    target_kind: TargetKind
    target: Label
    polarity: Polarity | None = None
    intensity: Annotated[int, Field(ge=1, le=3)] | None = None
    claim: str | None = None
    evidence: tuple[Fragment, ...] = ()
    note: str = ""


class OwnReading(Record):
    """Everything that a found reading can hold, but the text."""

    title: str = ""
    source: str | None = None
    author: str | None = None
    url: str | None = None
    published: str | None = None
    language: str | None = None
    external_id: str | None = None
    meta: dict[str, Json] = Field(default_factory=dict)
    annotator: str | None = None
    status: LayerStatus | None = None
    labels: dict[Label, Json] = Field(default_factory=dict)
    notes: tuple[str, ...] = ()
    spans: tuple[OwnSpan, ...] = ()
    relations: tuple[OwnRelation, ...] = ()
    stances: tuple[OwnStance, ...] = ()


# -- out
def own(reading: Reading, options: WriteOptions, lost: Lost) -> OwnReading:
    """A reading to be written. What it cannot carry is added to `lost`. Raises Problem if a span lost its words."""
    spans = writable_spans(reading, options, Lost())  # pieces have their place here
    lost.add(UNCERTAIN, *(span.id for span in spans if span.uncertain))
    entries: tuple[Actor | Issue, ...] = (*reading.actors, *reading.issues)
    names = {entry.id: entry.name for entry in entries if entry.name.strip()}
    lost.add(ACTORS, *(span.id for span in spans if span.actor_id and span.actor_id not in names))
    layer = reading.layer
    return OwnReading(
        **article_values(reading), meta=reading.meta, annotator=options.name(layer.annotator) if layer else None,
        status=layer.status if layer else None, labels=reading.labels, notes=tuple(writable_notes(reading, lost)),
        spans=tuple(
            OwnSpan(id=s.id, label=s.label, fragments=s.fragments, text=s.quote, actor=names.get(s.actor_id or ""),
                    attrs=s.attrs)
            for s in spans
        ),
        relations=tuple(
            OwnRelation(id=r.id, label=r.label, head=r.head_id, tail=r.tail_id, attrs=r.attrs)
            for r in writable_relations(reading, spans, lost)
        ),
        stances=tuple(_stances(reading.stances, {span.id for span in spans}, names, lost)),
    )  # fmt: skip


def _stances(stances: Iterable[Stance], spans: set[str], names: Mapping[str, str], lost: Lost) -> Iterator[OwnStance]:
    for one in stances:
        target = one.target.id if one.target.kind == "claim" else names.get(one.target.id)
        holder = names.get(one.holder.id or "")
        if one.target.kind == "claim" and target not in spans:
            lost.add(ENDS, one.id)
        elif target is None or (one.holder.kind == "actor" and holder is None):
            lost.add(_NAMELESS, one.id)
        else:
            if one.confidence or not one.explicit or one.irony or one.negated:
                lost.add(SHADES, one.id)
            yield OwnStance(
                id=one.id, holder_kind=one.holder.kind, holder=holder, expressed_by=names.get(one.expressed_by or ""),
                target_kind=one.target.kind, target=target, polarity=one.polarity, intensity=one.intensity,
                claim=one.claim_id if one.claim_id in spans else None, evidence=one.evidence, note=one.note,
            )  # fmt: skip


# -- in
def said(words: str | bytes) -> OwnReading:
    """What stands in a file. Raises ValueError if it is not as it was written."""
    own = OwnReading.model_validate(from_json(words, allow_inf_nan=False))
    for ids in ([s.id for s in own.spans], [r.id for r in own.relations], [s.id for s in own.stances]):
        if len(set(ids)) < len(ids):
            raise ValueError("an id is there twice")
    if not all(stance.target.strip() for stance in own.stances):
        raise ValueError("a statement is about nothing")
    return own


def found(own: OwnReading, text: str, line: int | None = None) -> FoundReading:
    """A reading of this text as it came."""
    keys = (*ARTICLE_KEYS, "meta", "annotator", "status", "labels", "notes")
    fields: dict[str, Any] = {key: getattr(own, key) for key in keys}
    return FoundReading(
        text=text, line=line, **fields,
        spans=tuple(FoundSpan(s.id, s.label, s.fragments, s.text, s.attrs, s.actor) for s in own.spans),
        relations=tuple(FoundRelation(r.id, r.label, r.head, r.tail, r.attrs) for r in own.relations),
        stances=tuple(
            FoundStance(s.id, s.holder_kind, s.holder, s.target_kind, s.target, s.polarity, s.claim, s.evidence,
                        s.intensity, s.note, {}, s.expressed_by)
            for s in own.stances
        ),
    )  # fmt: skip
