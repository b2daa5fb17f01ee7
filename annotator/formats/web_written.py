"""A reading as Web Annotations, one for each mark, link, statement, label and note.

What they have no words for stands under `stancemark`, which the context declares to be plain JSON.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from annotator.formats.own_reading import OwnReading, OwnSpan, OwnStance
from annotator.formats.row_keys import ARTICLE_KEYS
from annotator.models import Fragment

OWN = "stancemark"
CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {OWN: {"@id": "urn:stancemark:own", "@type": "@json"}}]
_BESIDE = 32  # characters before and after the words of a passage
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
Values = dict[str, Any]


def article(ident: str, text: str, own: OwnReading) -> Values:
    """The annotation that has the text and what is known of it."""
    values = {key: getattr(own, key) for key in ARTICLE_KEYS}
    body: Values = {"type": "TextualBody", "purpose": "describing", "format": "text/plain"}
    if own.language and _LANGUAGE.fullmatch(own.language):
        body["language"] = own.language
    return {
        "id": f"{_source(ident)}:article", "type": "Annotation", "motivation": "describing",
        "body": {**body, "value": text}, "target": _source(ident),
        OWN: {"kind": "article", **values, "meta": own.meta},
    }  # fmt: skip


def layer(ident: str, number: int, text: str, own: OwnReading) -> Iterator[Values]:
    """The annotations of a reading. `ident`: the article's id; `number`: of the layer in the file."""
    yield from _Layer(ident, number, text, own).annotations()


def _source(ident: str) -> str:
    return f"urn:stancemark:text:{quote(ident, safe='')}"


class _Layer:
    def __init__(self, ident: str, number: int, text: str, own: OwnReading) -> None:
        self._source, self._text, self._own = _source(ident), text, own
        self._base = f"urn:stancemark:{quote(ident, safe='')}:{number}"
        self._creator = {"type": "Person", "name": own.annotator}

    def annotations(self) -> Iterator[Values]:
        own = self._own
        yield self._made("layer", "", "assessing", [_said("assessing", str(own.status))], None, {"status": own.status})
        for span in own.spans:
            attrs = [_said("tagging", tag(key, value), {key: value}) for key, value in span.attrs.items()]
            names = [_said("identifying", span.actor)] if span.actor else []
            body = [_said("classifying", span.label), *names, *attrs]
            yield self._made("span", span.id, "classifying", body, self._places(span.fragments))
        for link in own.relations:
            attrs = [_said("tagging", tag(key, value), {key: value}) for key, value in link.attrs.items()]
            tail = {"id": self._iri("span", link.tail), "type": "Annotation"}
            body = [tail, _said("classifying", link.label), *attrs]
            yield self._made("relation", link.id, "linking", body, self._iri("span", link.head))
        for stance in own.stances:
            yield self._statement(stance)
        for number, (key, value) in enumerate(own.labels.items(), 1):
            yield self._made("label", str(number), "tagging", [_said("tagging", tag(key, value), {key: value})], None)
        for number, note in enumerate(own.notes, 1):
            yield self._made("note", str(number), "commenting", [_said("commenting", note)], None)

    def _statement(self, stance: OwnStance) -> Values:
        spans = {span.id: span for span in self._own.spans}
        values = stance.model_dump(exclude={"id", "evidence"})
        values["claim"] = self._iri("span", stance.claim) if stance.claim else None
        if stance.target_kind == "claim":
            values["target"] = self._iri("span", stance.target)
        body = [_said("assessing", _sentence(stance, spans))]
        place = self._places(stance.evidence) if stance.evidence else None
        return self._made("statement", stance.id, "assessing", body, place, values)

    def _iri(self, kind: str, ident: str) -> str:
        return f"{self._base}:{kind}" + (f":{quote(ident, safe='')}" if ident else "")

    def _made(
        self, kind: str, ident: str, why: str, body: list[Values], target: Any, own: Values | None = None
    ) -> Values:
        return {
            "id": self._iri(kind, ident), "type": "Annotation", "motivation": why, "creator": self._creator,
            "body": body, "target": target or self._source, OWN: {"kind": kind, **(own or {})},
        }  # fmt: skip

    def _places(self, fragments: tuple[Fragment, ...]) -> Any:
        places = [self._place(start, end) for start, end in fragments]
        return places if len(places) > 1 else places[0]

    def _place(self, start: int, end: int) -> Values:
        text = self._text
        words = {
            "exact": text[start:end], "prefix": text[max(0, start - _BESIDE) : start],
            "suffix": text[end : end + _BESIDE],
        }  # fmt: skip
        position = {"type": "TextPositionSelector", "start": start, "end": end}
        return {"source": self._source, "selector": [position, {"type": "TextQuoteSelector", **words}]}


def _said(purpose: str, words: str, own: Any = None) -> Values:
    beside = {OWN: own} if own is not None else {}
    return {"type": "TextualBody", "purpose": purpose, "value": words, **beside}


def tag(key: str, value: Any) -> str:
    """An attribute as words."""
    return f"{key}={value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)}"


def _sentence(stance: OwnStance, spans: dict[str, OwnSpan]) -> str:
    """Who is for or against what, for people."""
    target = spans[stance.target].text if stance.target_kind == "claim" else stance.target
    return f"{stance.holder or stance.holder_kind}: {stance.polarity or 'undecided'}: {target}"
