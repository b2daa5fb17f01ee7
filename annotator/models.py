"""The nouns, as frozen records.

Field names are ours; an alias is the key the field has in canonical JSONL (`by_alias=True` writes it). Offsets are
Unicode code points, end-exclusive, into the stored text. Times are UTC, ISO 8601, milliseconds, ending in Z.

Marks (spans, relations, stances, labels, notes) do not carry their layer: they are always read, written and merged as
part of it, and the store keys them by (layer, id).
"""

from __future__ import annotations

import hashlib
import uuid
from datetime import UTC, datetime
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import BaseModel, ConfigDict, Field

SCHEMA = "stancemark/1"

Id = Annotated[str, Field(min_length=1, max_length=128)]
Instant = Annotated[str, Field(pattern=r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$")]
Fragment = tuple[Annotated[int, Field(ge=0)], Annotated[int, Field(ge=1)]]
Json = Any

Role = Literal["annotator", "lead", "gold"]
LayerStatus = Literal["todo", "in_progress", "done", "skipped", "help"]
Polarity = Literal["support", "oppose", "neutral", "mixed"]
Confidence = Literal["low", "medium", "high"]
HolderKind = Literal["actor", "author", "unnamed"]
TargetKind = Literal["actor", "claim", "issue"]
Decision = Literal["accept", "merge", "both", "none", "edit"]


def new_id() -> str:
    """A fresh id: uuid4, 32 hex digits."""
    return uuid.uuid4().hex


def now() -> str:
    """The current time as the records keep it."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def text_hash(text: str) -> str:
    """SHA-256 of the text's UTF-8 bytes, 64 hex digits."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def article_id(text_sha256: str, external_id: str | None, url: str | None) -> str:
    """The id two desktops agree on when they import the same article: from its text and its external id or URL."""
    return hashlib.sha256(f"{text_sha256}\n{external_id or url or ''}".encode()).hexdigest()[:32]


class Record(BaseModel):
    """Base of every record: frozen, no unknown keys, built by field name or by canonical key."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        validate_by_name=True,
        validate_by_alias=True,
        ser_json_bytes="base64",
        val_json_bytes="base64",
    )


class Article(Record):
    """A text that never changes after import, and what is known about it. `raw` is the file it was cut out of."""

    id: Id
    title: str
    text: Annotated[str, Field(min_length=1)]
    text_sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    source: str | None = None
    author: str | None = None
    url: str | None = None
    published: str | None = None
    language: str | None = None
    story_id: str | None = Field(default=None, alias="story")
    meta: dict[str, Json] = Field(default_factory=dict)
    external_id: str | None = None
    imported_at: Instant | None = None
    importer: str | None = None
    raw: bytes | None = None

    @classmethod
    def of(cls, text: str, **fields: Any) -> Article:
        """An article with its hash and id worked out from `text`, `external_id` and `url`."""
        digest = text_hash(text)
        ident = article_id(digest, fields.get("external_id"), fields.get("url"))
        return cls(id=ident, text=text, text_sha256=digest, **fields)


class Annotator(Record):
    """A person who labels. `colour` is `#rrggbb`."""

    id: Id
    name: Annotated[str, Field(min_length=1)]
    role: Role = "annotator"
    colour: str = "#0b6e69"

    @staticmethod
    def id_for(name: str) -> str:
        """The id of a new annotator of that name: the same on every desktop, so that hand-outs meet again."""
        return uuid.uuid5(uuid.NAMESPACE_OID, f"stancemark annotator {name}").hex


class Layer(Record):
    """One annotator's reading of one article: the unit of ownership, completion, merging and agreement.

    `done` with no marks means "read, nothing here". `revision` grows by one with every step that touches the layer.
    """

    id: Id
    article_id: Id
    annotator_id: Id
    status: LayerStatus = "todo"
    revision: Annotated[int, Field(ge=0)] = 0
    codebook_version: Annotated[int, Field(ge=1)] = 1
    opened_at: Instant | None = None
    done_at: Instant | None = None
    active_seconds: Annotated[int, Field(ge=0)] = 0

    @staticmethod
    def id_for(article_id: str, annotator_id: str) -> str:
        """The id of the one layer that an annotator has on an article."""
        return uuid.uuid5(uuid.NAMESPACE_OID, f"stancemark layer {article_id} {annotator_id}").hex


class Actor(Record):
    """An entry of the actor registry. `country` is ISO 3166-1 alpha-3, SUPRA or NONE."""

    id: Id
    name: Annotated[str, Field(min_length=1)]
    type: str = "unknown"
    country: str | None = None
    roles: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    speaks_for: Id | None = None
    member_of: tuple[Id, ...] = ()
    external_ids: dict[str, str] = Field(default_factory=dict)
    valid_from: str | None = None
    valid_to: str | None = None
    note: str = ""
    status: Literal["proposed", "confirmed"] = "confirmed"
    merged_into: Id | None = None


class Issue(Record):
    """An entry of the issue registry: a proposition one can be for or against."""

    id: Id
    name: Annotated[str, Field(min_length=1)]
    aliases: tuple[str, ...] = ()
    parent: Id | None = None
    note: str = ""
    merged_into: Id | None = None


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


class Highlight(Record):
    """A standing keyword highlight of the project: what matches `pattern`, a regular expression, is set in a colour.

    `colour` is a place in the row of highlight colours, which each theme has its own of; `position` orders the list.
    """

    id: Id
    name: Annotated[str, Field(min_length=1)]
    pattern: Annotated[str, Field(min_length=1)]
    colour: Annotated[int, Field(ge=0)] = 0
    match_case: bool = False
    whole_words: bool = False
    active: bool = True
    position: Annotated[int, Field(ge=0)] = 0


class Member(NamedTuple):
    """A mark that a verdict judged. `state` tells what it said then."""

    layer: Id
    mark: Id
    state: str = ""


class Verdict(Record):
    """One adjudication decision, kept with who, when and why.

    `kind`: span, relation, statement, label. `members`: the annotators' marks. `results`: gold's marks. `difference`:
    in what the annotators differed, or "". `rule`: the codebook's entry it hangs on. `automatic`: nobody looked at it.
    """

    id: Id
    article_id: Id
    kind: str
    decision: Decision
    members: tuple[Member, ...] = ()
    results: tuple[Id, ...] = ()
    difference: str = ""
    rule: str = ""
    reason: str = ""
    automatic: bool = False
    by: Id
    created_at: Instant | None = None


class Threshold(Record):
    """What the project wants a number of agreement to reach at least. `id`: the number's kind, label and measure."""

    id: Id
    least: float


class Setting(Record):
    """What the project remembers of a choice that was made in it. `id`: of what, such as `labels doccano`."""

    id: Id
    value: Json


class Split(Record):
    """A way to part the articles for training. `shares`: part -> how much of the articles it is to have.

    `method`: `groups` (stories go by hash of the seed), `time`, or what is left out: `source`, `actor`, `issue`.
    `options`: what the method needs. Which part an article is in stands in `Assignment`.
    """

    id: Id
    name: Annotated[str, Field(min_length=1)]
    method: str
    seed: int = 0
    shares: dict[str, float] = Field(default_factory=dict)
    options: dict[str, Json] = Field(default_factory=dict)
    created_at: Instant | None = None


class Assignment(Record):
    """The part of a split that an article is in, for good."""

    id: Id
    split_id: Id
    article_id: Id
    part: Annotated[str, Field(min_length=1)]

    @staticmethod
    def id_for(split_id: str, article_id: str) -> str:
        """The id of the one place that an article has in a split."""
        return uuid.uuid5(uuid.NAMESPACE_OID, f"stancemark part {split_id} {article_id}").hex


class ReadingLayer(Record):
    """A layer as a reading carries it: the annotator by name, so that it means something in another project."""

    id: Id
    annotator: Annotated[str, Field(min_length=1)]
    role: Role = "annotator"
    status: LayerStatus = "todo"
    revision: Annotated[int, Field(ge=0)] = 0
    codebook: Annotated[int, Field(ge=1)] = 1
    opened_at: Instant | None = None
    done_at: Instant | None = None
    active_seconds: Annotated[int, Field(ge=0)] = 0


class ReadingNote(Record):
    """A note as a reading carries it: its author by name."""

    id: Id
    span_id: Id | None = Field(default=None, alias="span")
    author: Annotated[str, Field(min_length=1)]
    text: str
    resolved: bool = False
    created_at: Instant | None = None
    question: bool = False
    answers: Id | None = None


class Reading(Article):
    """An article with one layer and everything on it; its JSON, by alias, is the canonical line.

    `layer` None is an article nobody has a layer on. `actors` and `issues` are the registry entries referred to,
    directly or through one another. The keys' order in a file is set by `annotator.formats.canonical`.
    """

    layer: ReadingLayer | None = None
    spans: tuple[Span, ...] = ()
    relations: tuple[Relation, ...] = ()
    stances: tuple[Stance, ...] = ()
    labels: dict[str, Json] = Field(default_factory=dict)
    notes: tuple[ReadingNote, ...] = ()
    actors: tuple[Actor, ...] = ()
    issues: tuple[Issue, ...] = ()

    def article(self) -> Article:
        """The article alone."""
        return Article.model_construct(**{name: getattr(self, name) for name in Article.model_fields})
