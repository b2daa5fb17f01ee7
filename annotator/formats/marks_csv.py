"""A long table as CSV: a row for each mark, with its article and annotator. For spreadsheets, R and pandas."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from annotator.errors import say
from annotator.formats.losses import Loss, WriteOptions
from annotator.models import Reading, Relation, Span, Stance
from annotator.search.concordance import safe_cell

NAME = "csv"
TITLE = "Table of marks (CSV)"
SUFFIXES = (".csv",)
READS, WRITES = False, True
FOLDER = False
CARRIES = ("layers", "spans", "relations", "stances", "labels", "notes", "names of actors and issues")
LOSES = (
    "the articles' texts", "articles without a mark but their layer's row", "what is known of actors but their names",
    "raw files", "the journal (history and undo)", "verdicts",
)  # fmt: skip

COLUMNS = (
    "article", "external_id", "title", "source", "author", "published", "language", "story", "annotator", "role",
    "status", "codebook", "kind", "id", "label", "start", "end", "fragments", "text", "actor", "head", "tail", "holder",
    "holder_kind", "expressed_by", "target", "target_kind", "polarity", "intensity", "confidence", "explicit", "irony",
    "negated", "claim", "value", "note", "uncertain", "origin", "attrs",
)  # fmt: skip
_MARK = "\ufeff"  # which spreadsheets look for
NO_TEXTS = say("The articles' texts are not in the table; offsets are code points of them.")
NO_LAYER = say("Articles that nobody has a layer on have no row.")


def write(readings: Iterable[Reading], place: Path, options: WriteOptions | None = None) -> tuple[Loss, ...]:
    """Write the table, UTF-8. Each layer begins with a row of kind `layer`, so that one without marks is seen."""
    options = options or WriteOptions()
    unread: list[str] = []
    with place.open("w", encoding="utf-8", newline="") as file:
        file.write(_MARK)
        table = csv.DictWriter(file, COLUMNS, restval="", lineterminator="\r\n")
        table.writeheader()
        for reading in readings:
            if reading.layer is None:
                unread.append(reading.id)
            else:
                table.writerows(_cells(row) for row in long_rows(reading, options))
    losses = [Loss(NO_TEXTS)]
    return (*losses, Loss(NO_LAYER, tuple(unread))) if unread else tuple(losses)


def long_rows(reading: Reading, options: WriteOptions) -> Iterator[dict[str, Any]]:
    """The rows of one layer: values by `COLUMNS`, those that a row has; truth values are 0 and 1."""
    of_layer = _of(reading, options)
    return ({**of_layer, **row} for row in _rows(reading, options))


def _of(reading: Reading, options: WriteOptions) -> dict[str, Any]:
    layer = reading.layer
    who = {"annotator": options.name(layer.annotator), "role": layer.role, "status": layer.status,
           "codebook": layer.codebook} if layer else {}  # fmt: skip
    return {
        "article": reading.id, "external_id": reading.external_id, "title": reading.title, "source": reading.source,
        "author": reading.author, "published": reading.published, "language": reading.language,
        "story": reading.story_id, **who,
    }  # fmt: skip


def _rows(reading: Reading, options: WriteOptions) -> Iterator[dict[str, Any]]:
    names = {actor.id: actor.name for actor in reading.actors} | {issue.id: issue.name for issue in reading.issues}
    quotes = {span.id: span.quote for span in reading.spans}
    yield {"kind": "layer", "id": reading.layer.id if reading.layer else ""}
    for span in reading.spans:
        if not options.labels or span.label in options.labels:
            yield _span(span, names)
    for relation in reading.relations:
        yield _relation(relation, quotes)
    for stance in reading.stances:
        yield _stance(stance, names, quotes)
    for key, value in reading.labels.items():
        yield {"kind": "label", "id": key, "label": key, "value": _named(value, names)}
    for note in reading.notes:
        yield {"kind": "note", "id": note.id, "note": note.text, "claim": note.span_id}


def _span(span: Span, names: dict[str, str]) -> dict[str, Any]:
    return {
        "kind": "span", "id": span.id, "label": span.label, "start": span.start, "end": span.end,
        "fragments": _places(span.fragments), "text": span.quote, "actor": names.get(span.actor_id or "", ""),
        "uncertain": int(span.uncertain), "origin": span.origin, "attrs": _json(span.attrs),
    }  # fmt: skip


def _relation(relation: Relation, quotes: dict[str, str]) -> dict[str, Any]:
    ends = f"{quotes.get(relation.head_id, '')} → {quotes.get(relation.tail_id, '')}"
    return {
        "kind": "relation", "id": relation.id, "label": relation.label, "head": relation.head_id,
        "tail": relation.tail_id, "text": ends, "attrs": _json(relation.attrs),
    }  # fmt: skip


def _stance(stance: Stance, names: dict[str, str], quotes: dict[str, str]) -> dict[str, Any]:
    place = stance.evidence
    return {
        "kind": "stance", "id": stance.id, "start": place[0][0] if place else "", "end": place[-1][1] if place else "",
        "fragments": _places(place), "text": quotes.get(stance.claim_id or "", ""),
        "holder": names.get(stance.holder.id or "", ""), "holder_kind": stance.holder.kind,
        "expressed_by": names.get(stance.expressed_by or "", ""), "target_kind": stance.target.kind,
        "target": names.get(stance.target.id) or quotes.get(stance.target.id, ""),
        "polarity": stance.polarity or "", "intensity": stance.intensity or "", "confidence": stance.confidence or "",
        "explicit": int(stance.explicit), "irony": int(stance.irony), "negated": int(stance.negated),
        "claim": stance.claim_id, "note": stance.note, "origin": stance.origin,
    }  # fmt: skip


def _cells(row: dict[str, Any]) -> dict[str, str]:
    return {name: safe_cell(str(value)) for name, value in row.items() if value is not None}


def _places(fragments: tuple[tuple[int, int], ...]) -> str:
    return " ".join(f"{start}-{end}" for start, end in fragments)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True) if value else ""


def _named(value: Any, names: dict[str, str]) -> str:
    """A label's value, with the names of those it says something of."""
    if isinstance(value, dict):
        return _json({names.get(key, key): one for key, one in value.items()})
    return names.get(value, value) if isinstance(value, str) else _json(value)
