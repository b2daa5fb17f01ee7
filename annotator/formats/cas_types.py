"""The UIMA types of our own files. Everything in a reading has its place in them, by name; ids are words too."""

from __future__ import annotations

from typing import Any

ANNOTATION = "uima.tcas.Annotation"
_STRING, _INTEGER = "uima.cas.String", "uima.cas.Integer"
OURS = "stancemark."
ARTICLE, SPAN, RELATION, STATEMENT = (f"{OURS}{name}" for name in ("Article", "Span", "Relation", "Statement"))

# type -> what it is; its features -> their ranges
_TYPES: tuple[tuple[str, str, dict[str, str]], ...] = (
    (
        ARTICLE,
        "What is known of the text and who read it. meta, labels and notes are JSON; controls is JSON, too, of the "
        "characters that XML cannot hold: place in code points -> character.",
        dict.fromkeys(
            ("title", "source", "author", "url", "published", "language", "externalId", "annotator", "status", "meta",
             "labels", "notes", "controls"),
            _STRING,
        ),
    ),
    (
        SPAN,
        "A marked passage. Pieces of one span have the same identifier. actor is the name of whom it mentions, "
        "attributes is JSON.",
        dict.fromkeys(("label", "identifier", "actor", "attributes"), _STRING),
    ),
    (
        RELATION,
        "A link from one span (Governor) to another (Dependent), where it stands. attributes is JSON.",
        {**dict.fromkeys(("label", "identifier", "attributes"), _STRING), "Governor": SPAN, "Dependent": SPAN},
    ),
    (
        STATEMENT,
        "Who is for or against what; it stands on its evidence, and has no length if there is none. holderKind: actor, "
        "author, unnamed; targetKind: actor, claim (targetSpan), issue; polarity: support, oppose, neutral, mixed, or "
        "nothing if it cannot be decided.",
        {
            **dict.fromkeys(
                ("identifier", "holderKind", "holder", "expressedBy", "targetKind", "target", "polarity", "note"),
                _STRING,
            ),
            "intensity": _INTEGER, "targetSpan": SPAN, "claim": SPAN,
        },
    ),
)  # fmt: skip


def type_system() -> Any:
    """Our type system, as cassis has it."""
    from cassis import TypeSystem

    types = TypeSystem()
    for name, words, _ in _TYPES:
        types.create_type(name, ANNOTATION, description=words)
    for name, _, features in _TYPES:
        for feature, of in features.items():
            types.create_feature(name, feature, of)
    return types
