"""The reading: what travels between the store, files, measures and other desktops."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from annotator.models.articles import Article
from annotator.models.base import Id, Instant, Json, LayerStatus, Record, Role
from annotator.models.entries import Actor, Issue
from annotator.models.marks import Relation, Span, Stance


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
