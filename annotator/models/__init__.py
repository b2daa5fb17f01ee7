"""The nouns, as frozen records.

Field names are ours; an alias is the key the field has in canonical JSONL (`by_alias=True` writes it). Offsets are
Unicode code points, end-exclusive, into the stored text. Times are UTC, ISO 8601, milliseconds, ending in Z.

Marks (spans, relations, stances, labels, notes) do not carry their layer: they are always read, written and merged as
part of it, and the store keys them by (layer, id).
"""

from __future__ import annotations

from annotator.models.articles import Annotator, Article, Layer
from annotator.models.base import (
    SCHEMA,
    Confidence,
    Decision,
    Fragment,
    HolderKind,
    Id,
    Instant,
    Json,
    LayerStatus,
    Polarity,
    Record,
    Role,
    TargetKind,
    article_id,
    new_id,
    now,
    text_hash,
)
from annotator.models.choices import Assignment, Highlight, Member, Setting, Split, Threshold, Verdict
from annotator.models.entries import Actor, Issue
from annotator.models.marks import ArticleLabel, Holder, Note, Relation, Span, Stance, Target
from annotator.models.readings import Reading, ReadingLayer, ReadingNote

__all__ = [
    "SCHEMA",
    "Actor",
    "Annotator",
    "Article",
    "ArticleLabel",
    "Assignment",
    "Confidence",
    "Decision",
    "Fragment",
    "Highlight",
    "Holder",
    "HolderKind",
    "Id",
    "Instant",
    "Issue",
    "Json",
    "Layer",
    "LayerStatus",
    "Member",
    "Note",
    "Polarity",
    "Reading",
    "ReadingLayer",
    "ReadingNote",
    "Record",
    "Relation",
    "Role",
    "Setting",
    "Span",
    "Split",
    "Stance",
    "Target",
    "TargetKind",
    "Threshold",
    "Verdict",
    "article_id",
    "new_id",
    "now",
    "text_hash",
]
