"""What CoNLL-U has no place for, as JSON in one comment before the article: # stancemark = {…}.

Spans are meant by their number in the text, from 1. A seal tells whether they are still those that were written.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from pydantic_core import from_json

from annotator.errors import say
from annotator.formats.found import FoundRelation, FoundSpan
from annotator.formats.json_rows import Row
from annotator.formats.row_keys import STATUSES, article_values
from annotator.models import Fragment, Reading, Relation, Span
from annotator.text import fragment_fault

KNOWN = frozenset(("annotator", "status", "article_labels", "notes", "spans", "relations", "seal"))
_KINDS: dict[str, Any] = {
    "annotator": str | None, "article_labels": dict, "notes": list, "spans": dict, "relations": list, "seal": str,
}  # fmt: skip


def comment(
    reading: Reading, annotator: str | None, spans: Iterable[tuple[Span, Fragment]], relations: Iterable[Relation]
) -> str:
    """The JSON. `spans`: those that are written, in their order, with what their words cover."""
    written = list(spans)
    numbers = {span.id: n for n, (span, _) in enumerate(written, 1)}
    actors = {actor.id: actor.name for actor in reading.actors}
    more = {str(numbers[span.id]): _more(span, place, actors) for span, place in written}
    values = {
        **article_values(reading),
        "meta": reading.meta,
        "annotator": annotator,
        "status": reading.layer.status if reading.layer else None,
        "article_labels": reading.labels,
        "notes": [note.text for note in reading.notes],
        "spans": {number: values for number, values in more.items() if values},
        "relations": [
            {"label": r.label, "head": numbers[r.head_id], "tail": numbers[r.tail_id],
             **({"attrs": r.attrs} if r.attrs else {})}
            for r in relations
        ],
        "seal": seal((span.label, place) for span, place in written),
    }  # fmt: skip
    return json.dumps(values, ensure_ascii=True, separators=(",", ":"), allow_nan=False)


def _more(span: Span, place: Fragment, actors: Mapping[str, str]) -> dict[str, Any]:
    """What tags do not say of a span: its pieces, if it is not what its words cover, attributes and actor."""
    name = actors.get(span.actor_id or "")
    return {
        **({"fragments": span.fragments} if span.fragments != (place,) else {}),
        **({"attrs": span.attrs} if span.attrs else {}),
        **({"actor": name} if name else {}),
    }


def seal(spans: Iterable[tuple[str, Fragment]]) -> str:
    """What labels and places come down to."""
    marks = [[label, *place] for label, place in spans]
    return hashlib.sha256(json.dumps(marks).encode()).hexdigest()[:16]


def said(words: str, path: Path, line: int) -> Row:
    """The comment as it was written. Raises InputProblem."""
    try:
        values = from_json(words, allow_inf_nan=False)
    except ValueError:
        values = None
    row = Row(path, line, values if isinstance(values, dict) else {})
    kinds = all(isinstance(row.values.get(key), kind) for key, kind in _KINDS.items())
    if not (kinds and row.values.keys() >= KNOWN and row.values["status"] in (*STATUSES, None)):
        raise row.wrong(say("this comment is not as it was written."))
    return row


def span(row: Row, number: int, label: str, place: Fragment, length: int) -> FoundSpan:
    """A span with what the comment says of it. Raises InputProblem."""
    more = row.values["spans"].get(str(number), {})
    pieces = more.get("fragments") if isinstance(more, dict) else None
    if pieces is not None:
        pieces = _pieces(row, pieces)
        if fragment_fault(pieces, length) is not None:
            raise row.wrong(say("the pieces of span {number} are not as they were written.", number=number))
    attrs, actor = (more.get("attrs", {}), more.get("actor")) if isinstance(more, dict) else (None, None)
    if not isinstance(attrs, dict) or not isinstance(actor, str | None):
        raise row.wrong(say("what is said of span {number} is not as it was written.", number=number))
    return FoundSpan(str(number), label, pieces or (place,), None, attrs, actor or None)


def _pieces(row: Row, pieces: Any) -> tuple[Fragment, ...]:
    given = [row.items({"pieces": piece}, "pieces") for piece in row.items({"pieces": pieces}, "pieces")]
    if any(len(piece) != 2 for piece in given):
        raise row.wrong(say("the pieces of a span are not as they were written."))
    return tuple((row.whole(start, "pieces"), row.whole(end, "pieces")) for start, end in given)


def relations(row: Row, number_of_spans: int) -> tuple[FoundRelation, ...]:
    """The relations that the comment has. Raises InputProblem."""
    found = []
    for number, link in enumerate(row.objects(row.values, "relations"), 1):
        head, tail = (row.whole(link.get(key), key) for key in ("head", "tail"))
        attrs = link.get("attrs", {})
        if not (0 < head <= number_of_spans and 0 < tail <= number_of_spans and isinstance(attrs, dict)):
            raise row.wrong(say("relation {number} is not as it was written.", number=number))
        found.append(FoundRelation(str(number), row.words(link, "label"), str(head), str(tail), attrs))
    return tuple(found)


def notes(row: Row) -> tuple[str, ...]:
    """The words of the notes. Raises InputProblem."""
    return tuple(row.words({"notes": note}, "notes") for note in row.items(row.values, "notes"))
