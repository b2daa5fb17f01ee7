"""What annotators say of an article. A mark does not carry its layer."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from annotator.models.base import Confidence, Fragment, HolderKind, Id, Instant, Json, Polarity, Record, TargetKind


class Span(Record):
    """A marked stretch of text. `fragments` are sorted and disjoint; `start`, `end` cover them.

    `quote` is the surface text: the fragments joined by one blank. `origin` is `manual`, `propagated`,
    `suggested:NAME`, `imported:FORMAT` or `adjudicated`.
    """

    id: Id
    label: Annotated[str, Field(min_length=1)]
    start: Annotated[int, Field(ge=0)]
    end: Annotated[int, Field(ge=1)]
    quote: str = Field(alias="text")
    fragments: tuple[Fragment, ...]
    actor_id: Id | None = Field(default=None, alias="actor")
    attrs: dict[str, Json] = Field(default_factory=dict)
    uncertain: bool = False
    origin: str = "manual"
    created_at: Instant | None = None
    updated_at: Instant | None = None


class Relation(Record):
    """A link between two spans of one layer, from `head_id` to `tail_id`."""

    id: Id
    label: Annotated[str, Field(min_length=1)]
    head_id: Id = Field(alias="head")
    tail_id: Id = Field(alias="tail")
    attrs: dict[str, Json] = Field(default_factory=dict)


class Holder(Record):
    """Who has the stance. `id` is an actor's when `kind` is `actor`, else None."""

    kind: HolderKind
    id: Id | None = None


class Target(Record):
    """What the stance is about: an actor, a claim (a span's id) or an issue."""

    kind: TargetKind
    id: Id


class Stance(Record):
    """Holder → polarity → target, on the evidence of a passage. `polarity` None is "cannot decide", never neutral."""

    id: Id
    holder: Holder
    expressed_by: Id | None = None
    target: Target
    polarity: Polarity | None
    intensity: Annotated[int, Field(ge=1, le=3)] | None = None
    confidence: Confidence | None = None
    explicit: bool = True
    irony: bool = False
    negated: bool = False
    evidence: tuple[Fragment, ...] = ()
    claim_id: Id | None = Field(default=None, alias="claim")
    note: str = ""
    origin: str = "manual"
    created_at: Instant | None = None
    updated_at: Instant | None = None


class ArticleLabel(Record):
    """An article-level label of one layer; one value a key."""

    key: Annotated[str, Field(min_length=1)]
    value: Json


class Note(Record):
    """A remark or question on a layer, or on one span of it.

    `answers` is the id of the note that this one answers. That note may lie in another annotator's layer of the same
    article: whoever answers writes in a layer of their own.
    """

    id: Id
    span_id: Id | None = None
    author_id: Id
    text: str
    resolved: bool = False
    created_at: Instant | None = None
    question: bool = False
    answers: Id | None = None
