"""A reading as a UIMA CAS of our types. Offsets in UTF-16 are the business of cassis."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from annotator.formats import own_reading
from annotator.formats.brat_folder import Names, file_name
from annotator.formats.cas_types import ARTICLE, RELATION, SPAN, STATEMENT
from annotator.formats.losses import Loss, WriteOptions
from annotator.formats.own_reading import OwnReading, OwnRelation, OwnSpan, OwnStance
from annotator.formats.row_keys import ARTICLE_KEYS, Lost
from annotator.models import Fragment, Reading

Clean = Callable[[str], str]  # what can be written of some words; as long as they are
Save = Callable[[Reading, OwnReading, Path, Lost], None]


def write_each(
    readings: Iterable[Reading], place: Path, options: WriteOptions | None, ending: str, save: Save
) -> tuple[Loss, ...]:
    """A file for each reading, in a folder for each annotator; what nobody reads is in `place` itself."""
    options, lost, names = options or WriteOptions(), Lost(), Names()
    for reading in readings:
        own = own_reading.own(reading, options, lost)
        folder = place / names.folder(own.annotator) if own.annotator else place
        folder.mkdir(exist_ok=True)
        save(reading, own, folder / f"{file_name(reading)}{ending}", lost)
    return lost.all()


def cas_of(text: str, own: OwnReading, types: Any, clean: Clean = str) -> Any:
    """The CAS of a reading of `text`. `types`: our type system. The same reading gives the same ids."""
    return _Written(text, types, clean).cas(own)


class _Written:
    def __init__(self, text: str, types: Any, clean: Clean) -> None:
        from cassis import Cas

        self._text, self._types, self._clean = text, types, clean
        self._cas = Cas(typesystem=types)
        self._cas.sofa_string = clean(text)
        self._cas.sofa_mime = "text/plain"
        self._first: dict[str, Any] = {}  # of each span its first piece

    def cas(self, own: OwnReading) -> Any:
        document = self._cas.get_document_annotation()
        document.end, document.language = len(self._text), self._clean(own.language or "x-unspecified")
        self._article(own)
        for span in own.spans:
            self._span(span)
        for relation in own.relations:
            self._relation(relation)
        for stance in own.stances:
            self._statement(stance)
        return self._cas

    def _add(self, name: str, place: Fragment, values: dict[str, Any]) -> Any:
        features = {
            key: self._clean(value) if isinstance(value, str) else value
            for key, value in values.items() if value is not None
        }  # fmt: skip
        structure = self._types.get_type(name)(begin=place[0], end=place[1], **features)
        self._cas.add(structure)
        return structure

    def _article(self, own: OwnReading) -> None:
        written = self._cas.sofa_string
        controls = {n: one for n, one in enumerate(self._text) if one != written[n]} if written != self._text else {}
        values = {key: getattr(own, key) for key in ARTICLE_KEYS if key != "external_id"}
        kept = {"meta": own.meta, "labels": own.labels, "notes": own.notes, "controls": controls}
        words = {key: _json(value) for key, value in kept.items() if value}
        more = {"externalId": own.external_id, "annotator": own.annotator, "status": own.status}
        self._add(ARTICLE, (0, len(self._text)), {**values, **more, **words})

    def _span(self, span: OwnSpan) -> None:
        values = {"label": span.label, "identifier": span.id, "actor": span.actor, "attributes": _attrs(span.attrs)}
        pieces = [self._add(SPAN, place, values) for place in span.fragments]
        self._first[span.id] = pieces[0]

    def _relation(self, relation: OwnRelation) -> None:
        head, tail = self._first[relation.head], self._first[relation.tail]
        values = {"label": relation.label, "identifier": relation.id, "attributes": _attrs(relation.attrs)}
        self._add(RELATION, (tail.begin, tail.end), {**values, "Governor": head, "Dependent": tail})

    def _statement(self, stance: OwnStance) -> None:
        claim = self._first.get(stance.claim or "")
        target = self._first[stance.target] if stance.target_kind == "claim" else None
        values = {
            "identifier": stance.id, "holderKind": stance.holder_kind, "holder": stance.holder,
            "expressedBy": stance.expressed_by, "targetKind": stance.target_kind,
            "target": stance.target if target is None else None, "targetSpan": target, "polarity": stance.polarity,
            "intensity": stance.intensity, "claim": claim, "note": stance.note or None,
        }  # fmt: skip
        at = next((one.begin for one in (claim, target) if one is not None), 0)
        for place in stance.evidence or ((at, at),):
            self._add(STATEMENT, place, values)


def _attrs(attrs: dict[str, Any]) -> str | None:
    return _json(attrs) if attrs else None


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=True, separators=(",", ":"), allow_nan=False)
