"""Articles, who reads them, and the layer that each reader has on each."""

from __future__ import annotations

import uuid
from typing import Annotated, Any

from pydantic import Field

from annotator.models.base import Id, Instant, Json, LayerStatus, Record, Role, article_id, text_hash


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
