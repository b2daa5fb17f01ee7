"""What a file of another tool says, before anything of it is placed in a project.

Labels are the tool's own. Offsets are code points, end-exclusive, as the file means them; nobody has compared them
with the text yet. Names stand for actors and issues, since other tools' ids mean nothing here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from annotator.models import Fragment, HolderKind, LayerStatus, Polarity, TargetKind


@dataclass(frozen=True, slots=True)
class FoundSpan:
    """A marked passage. `id`: unique in its reading. `quote`: what the file says stands there, None if it does not.
    `actor`: the name of whom it mentions."""

    id: str
    label: str
    fragments: tuple[Fragment, ...]
    quote: str | None = None
    attrs: Mapping[str, Any] = field(default_factory=dict)
    actor: str | None = None


@dataclass(frozen=True, slots=True)
class FoundRelation:
    """A link from one span to another, by their ids."""

    id: str
    label: str
    head: str
    tail: str
    attrs: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FoundStance:
    """A statement. `holder`, `target`: the name of an actor or issue; of a claim the span's id. `span`: its claim.
    `expressed_by`: the name of who says it for the holder."""

    id: str
    holder_kind: HolderKind
    holder: str | None
    target_kind: TargetKind
    target: str
    polarity: Polarity | None
    span: str | None = None
    evidence: tuple[Fragment, ...] = ()
    intensity: int | None = None
    note: str = ""
    attrs: Mapping[str, Any] = field(default_factory=dict)
    expressed_by: str | None = None


@dataclass(frozen=True, slots=True)
class FoundEntry:
    """An actor or issue that the file knows more of than its name. It comes in though nothing mentions it."""

    kind: Literal["actor", "issue"]
    name: str
    type: str = "unknown"
    note: str = ""


@dataclass(frozen=True, slots=True)
class FoundReading:
    """A text with what one annotator marked in it. `line`: where it stands in the file, from 1, None for the whole.

    `annotator` None: the file does not say. `status` None: a text that nobody has worked on. `left`: sentences on what
    the file has that a reading cannot hold. An empty `text` is no article: only `left` is to be told, of the line or
    of the whole file.
    """

    text: str
    line: int | None = None
    title: str = ""
    external_id: str | None = None
    source: str | None = None
    author: str | None = None
    url: str | None = None
    published: str | None = None
    language: str | None = None
    meta: Mapping[str, Any] = field(default_factory=dict)
    annotator: str | None = None
    status: LayerStatus | None = "done"
    spans: tuple[FoundSpan, ...] = ()
    relations: tuple[FoundRelation, ...] = ()
    stances: tuple[FoundStance, ...] = ()
    labels: Mapping[str, Any] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    entries: tuple[FoundEntry, ...] = ()
    left: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How to read a file that can be read in several ways. `encoding`: None finds it out. `columns`: a field of the
    article -> the column or key that has it, where that is not the format's own."""

    encoding: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)

    @property
    def text_key(self) -> str:
        """The key of the text, "" for the format's own."""
        return self.columns.get("text", "")

    @property
    def title_key(self) -> str:
        """The key of the title, "" for the format's own."""
        return self.columns.get("title", "")
