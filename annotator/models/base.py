"""What all records share: ids, times, offsets, the words that fields may hold, and how a record behaves."""

from __future__ import annotations

import hashlib
import uuid
from datetime import UTC, datetime
from typing import Annotated, Any, Literal

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
