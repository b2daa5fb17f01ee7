"""What a mark says, apart from whose it is, when it was made and by which id: equal marks have equal states."""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from annotator.models import ArticleLabel, Fragment, Relation, Span, Stance

Mark = Span | Relation | Stance | ArticleLabel
Fragments = tuple[Fragment, ...]
_DIGITS = 16


def mark_id(mark: Mark) -> str:
    """The id of a mark in its layer."""
    return mark.key if isinstance(mark, ArticleLabel) else mark.id


def state_of(mark: Mark, spans: Mapping[str, Span]) -> str:
    """A digest of what a mark says. `spans`: those of its layer, by id, which it may refer to."""
    return sha256(json.dumps(_said(mark, spans), sort_keys=True).encode()).hexdigest()[:_DIGITS]


def place_of(mark: Mark, spans: Mapping[str, Span], length: int) -> Fragments:
    """Where a mark stands: a statement at its claim, else at its evidence, else at the claim it is about; a relation
    at both its ends; what has no place at the whole text."""
    if isinstance(mark, Span):
        return mark.fragments
    if isinstance(mark, Relation):
        ends = [spans[ident].fragments for ident in (mark.head_id, mark.tail_id) if ident in spans]
        return merged(tuple(piece for end in ends for piece in end)) or ((0, max(length, 1)),)
    if isinstance(mark, Stance):
        if mark.claim_id and mark.claim_id in spans:
            return spans[mark.claim_id].fragments
        if mark.evidence:
            return mark.evidence
        if mark.target.kind == "claim" and mark.target.id in spans:
            return spans[mark.target.id].fragments
    return ((0, max(length, 1)),)


def merged(fragments: Fragments) -> Fragments:
    """Fragments that touch or overlap as one, in order."""
    found: list[Fragment] = []
    for start, end in sorted(fragments):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple(found)


def frozen(value: Any) -> str:
    """Equal for the same value, whatever the order of its keys; 1, 1.0 and true are three values."""
    return json.dumps(value, sort_keys=True, ensure_ascii=False)


def filled(attrs: Mapping[str, Any]) -> dict[str, Any]:
    """The attributes in which something is said."""
    return {key: value for key, value in attrs.items() if value not in (None, "", [])}


def _said(mark: Mark, spans: Mapping[str, Span]) -> list[Any]:
    if isinstance(mark, Span):
        return ["span", mark.label, mark.fragments, mark.actor_id, filled(mark.attrs)]
    if isinstance(mark, Relation):
        return ["relation", mark.label, _end(mark.head_id, spans), _end(mark.tail_id, spans), filled(mark.attrs)]
    if isinstance(mark, Stance):
        about = _end(mark.target.id, spans) if mark.target.kind == "claim" else mark.target.id
        return [
            "statement", mark.holder.kind, mark.holder.id, mark.expressed_by, mark.target.kind, about, mark.polarity,
            mark.intensity, mark.explicit, mark.irony, mark.negated, place_of(mark, spans, 0),
        ]  # fmt: skip
    return ["label", mark.key, mark.value]


def _end(ident: str, spans: Mapping[str, Span]) -> list[Any]:
    span = spans.get(ident)
    return [span.label, span.fragments] if span else [ident]
