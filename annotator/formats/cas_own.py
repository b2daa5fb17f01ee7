"""What stands in a UIMA CAS under our own types, with all that annotators may have changed in it since."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from pydantic_core import from_json

from annotator.formats.cas_types import ARTICLE, RELATION, SPAN, STATEMENT
from annotator.formats.own_reading import OwnReading, OwnRelation, OwnSpan, OwnStance
from annotator.formats.row_keys import ARTICLE_KEYS
from annotator.models import Fragment
from annotator.text import fragment_fault, quote


class OwnMarks:
    """Our marks. `text`: with the characters that XML cannot hold. `lacking`: names of types of which something had to
    be left out, each as often as it happened. Raises ValueError if a value is not as it was written."""

    def __init__(self, structures: Sequence[Any], text: str) -> None:
        self._all = structures
        article = next(self._of(ARTICLE), None)
        self.text = _restored(text, _kept(article, "controls", dict))
        self.lacking: list[str] = []
        self.reading = self._reading(article)

    def _of(self, name: str) -> Iterator[Any]:
        return (structure for structure in self._all if structure.type.name == name)

    def _reading(self, article: Any) -> OwnReading:
        spans, ids = self._spans()
        values: dict[str, Any] = {key: getattr(article, key, None) for key in (*ARTICLE_KEYS, "annotator", "status")}
        values |= {"title": values["title"] or "", "external_id": getattr(article, "externalId", None)}
        return OwnReading(
            **values, meta=_kept(article, "meta", dict), labels=_kept(article, "labels", dict),
            notes=tuple(_kept(article, "notes", list)), spans=tuple(spans), relations=tuple(self._relations(ids)),
            stances=tuple(self._stances(ids)),
        )  # fmt: skip

    def _spans(self) -> tuple[list[OwnSpan], dict[int, str]]:
        """The spans, and the span that each piece is of, by the number of its feature structure."""
        pieces: dict[tuple[str, str], list[Any]] = {}
        for one in self._of(SPAN):
            pieces.setdefault((one.identifier or f"#{one.xmiID}", one.label or "Span"), []).append(one)
        found: list[OwnSpan] = []
        ids: dict[int, str] = {}
        taken: set[str] = set()
        for (ident, label), parts in pieces.items():
            places = tuple(sorted({(part.begin, part.end) for part in parts}))
            if fragment_fault(places, len(self.text)) is not None:
                self.lacking.append(SPAN)
                continue
            own = ident if ident not in taken else f"{ident} {label}"
            taken.add(own)
            ids.update((part.xmiID, own) for part in parts)
            found.append(
                OwnSpan(id=own, label=label, fragments=places, text=quote(self.text, places),
                        actor=parts[0].actor or None, attrs=_kept(parts[0], "attributes", dict))
            )  # fmt: skip
        return found, ids

    def _relations(self, ids: dict[int, str]) -> Iterator[OwnRelation]:
        taken: set[str] = set()
        for one in self._of(RELATION):
            head, tail = (ids.get(getattr(end, "xmiID", 0)) for end in (one.Governor, one.Dependent))
            if head is None or tail is None:
                self.lacking.append(RELATION)
                continue
            ident = one.identifier if one.identifier and one.identifier not in taken else f"#{one.xmiID}"
            taken.add(ident)
            attrs = _kept(one, "attributes", dict)
            yield OwnRelation(id=ident, label=one.label or "Relation", head=head, tail=tail, attrs=attrs)

    def _stances(self, ids: dict[int, str]) -> Iterator[OwnStance]:
        pieces: dict[str, list[Any]] = {}
        for one in self._of(STATEMENT):
            pieces.setdefault(one.identifier or f"#{one.xmiID}", []).append(one)
        for ident, parts in pieces.items():
            first = parts[0]
            span = ids.get(getattr(first.targetSpan, "xmiID", 0))
            target = span if first.targetKind == "claim" or not first.target else first.target
            if not target:
                self.lacking.append(STATEMENT)
                continue
            yield OwnStance(
                id=ident, holder_kind=first.holderKind or ("actor" if first.holder else "unnamed"),
                holder=first.holder or None, expressed_by=first.expressedBy or None,
                target_kind="claim" if target is span else first.targetKind or "issue", target=target,
                polarity=first.polarity or None, intensity=first.intensity or None,
                claim=ids.get(getattr(first.claim, "xmiID", 0)), evidence=tuple(sorted(_with_length(parts))),
                note=first.note or "",
            )  # fmt: skip


def _with_length(parts: Iterable[Any]) -> set[Fragment]:
    return {(part.begin, part.end) for part in parts if part.begin < part.end}


def _kept(structure: Any, feature: str, kind: type) -> Any:
    """What a feature has as JSON; nothing of that kind if it is not there."""
    words = getattr(structure, feature, None)
    value = from_json(words, allow_inf_nan=False) if words else kind()
    if not isinstance(value, kind):
        raise ValueError(f"{feature} is no {kind.__name__}")
    return value


def _restored(text: str, controls: dict[str, Any]) -> str:
    """The text with what was written as U+FFFD, where that still stands there."""
    signs = list(text)
    for place, sign in controls.items():
        at = int(place)
        if 0 <= at < len(signs) and signs[at] == "\ufffd" and isinstance(sign, str) and len(sign) == 1:
            signs[at] = sign
    return "".join(signs)
