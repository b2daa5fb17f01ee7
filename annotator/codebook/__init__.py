"""The codebook: what it holds (`content`), its faults, changes, drafts, and what a change does to marks."""

from annotator.codebook.content import (
    ArticleLabelDef,
    Attribute,
    Codebook,
    CodebookContent,
    Example,
    Key,
    RelationLabel,
    SpanLabel,
    StanceRules,
    Style,
    content_hash,
    content_json,
    default,
    load,
)

__all__ = [
    "ArticleLabelDef",
    "Attribute",
    "Codebook",
    "CodebookContent",
    "Example",
    "Key",
    "RelationLabel",
    "SpanLabel",
    "StanceRules",
    "Style",
    "content_hash",
    "content_json",
    "default",
    "load",
]
