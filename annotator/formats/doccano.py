"""doccano's JSON lines: spans as lists of three, or entities and relations. Offsets are code points.

A file holds one member's work and is called after them, or all.jsonl where members share it. Ours names the annotator
in every line; doccano hands that on whoever works on the line next, so a seal tells whether the marks are still theirs.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from annotator.errors import say
from annotator.formats.found import FoundReading, FoundRelation, FoundSpan, ReadOptions
from annotator.formats.json_rows import Row, dumped, first_object, objects
from annotator.formats.losses import Loss, WriteOptions
from annotator.formats.row_keys import (
    ACTORS,
    RELATION_ATTRS,
    SPAN_ATTRS,
    STANCES,
    STATUSES,
    UNSAID,
    Lost,
    article_values,
    described,
    number_as_id,
    writable_notes,
    writable_relations,
    writable_spans,
)
from annotator.models import Reading

NAME = "doccano"
TITLE = "doccano (JSON lines)"
SUFFIXES = (".jsonl", ".json")
READS, WRITES = True, True
CARRIES = ("articles", "layers", "spans", "relations", "labels", "notes")
LOSES = (
    "statements", "actors", "attributes", "pieces of a span", "who wrote a note and on which span", "raw files",
    "times", "stories", "the journal (history and undo)", "verdicts",
)  # fmt: skip
FOLDER = False

_LABELS = ("label", "labels")
_TEXT = ("text", "data")
_OURS = frozenset(("annotator", "status", "article_labels", "seal"))
_KNOWN = frozenset((*_TEXT, *_LABELS, "id", "entities", "relations", "cats", "Comments"))
_ENTITY = frozenset(("id", "label", "start_offset", "end_offset"))
_LINK = frozenset(("id", "type", "from_id", "to_id"))

_STALE = say("The marks were changed in doccano; the labels of the article, which it does not show, were left out.")


def recognises(path: Path, head: bytes) -> bool:
    """Whether a file of lines is of this shape. Never raises."""
    values = first_object(path, head)
    if any(key in values for key in ("schema", "tokens", "spans", "answer", "_input_hash", "annotations")):
        return False
    entities = values.get("entities")
    if isinstance(entities, list):
        return all(_triple(e) or (isinstance(e, dict) and "start_offset" in e) for e in entities)
    marks = next((values[key] for key in _LABELS if key in values), None)
    return isinstance(marks, list) and all(isinstance(mark, str) or _triple(mark) for mark in marks)


def read(path: Path, options: ReadOptions | None = None) -> Iterator[FoundReading]:
    """The rows of a file, line by line. Raises InputProblem."""
    options = options or ReadOptions()
    for row in objects(path, options.encoding):
        yield _reading(row, options)


def _reading(row: Row, options: ReadOptions) -> FoundReading:
    text_key, values = options.text_key or "text", row.values
    text = row.article_text(text_key, "" if options.text_key else "data")
    marks_key = next((key for key in _LABELS if key in values), _column_of_labels(values))
    ours = values.keys() >= _OURS
    fields = described(values, options, {*_KNOWN, text_key, marks_key, *(_OURS if ours else ())})
    if "external_id" not in values:
        fields["external_id"] = number_as_id(values.get("id"))
    left: list[str] = []
    entities, ids = _entities(row)
    spans = [*entities, *_triples(row, marks_key)]
    fields["relations"] = tuple(_relations(row, ids, left))
    fields["notes"] = tuple(_note(row, value) for value in row.items(values, "Comments"))
    labels = _categories(row, marks_key)
    worked_on = any(key in values for key in (marks_key, "entities", "cats"))
    bare = not (spans or labels or fields["notes"])
    status: Any = ("todo" if bare else "done") if worked_on else None
    name: str | None = row.path.stem
    if ours and values["seal"] == _seal(spans, fields["relations"], fields["notes"]):
        status, name, labels = _own(row)
    else:
        left.extend([_STALE] if ours and values["article_labels"] else [])
        left.extend([UNSAID] if status == "todo" else [])
    return FoundReading(
        text=text, line=row.line, annotator=name if status else None, status=status, spans=tuple(spans),
        labels=labels, left=tuple(left), **fields,
    )  # fmt: skip


def _own(row: Row) -> tuple[Any, str | None, dict[str, Any]]:
    """Status, annotator and labels as we wrote them."""
    status, name, labels = (row.values[key] for key in ("status", "annotator", "article_labels"))
    if status not in (*STATUSES, None) or not isinstance(name, str | None) or not isinstance(labels, dict):
        raise row.wrong(say("the status, the annotator or the labels of the article are not as they were written."))
    return status, name, labels


def _seal(spans: Iterable[FoundSpan], relations: Iterable[FoundRelation], notes: Iterable[str]) -> str:
    """What marks and comments come down to, whatever their ids and order."""
    marks = {span.id: [*span.fragments[0], span.label] for span in spans}
    links = [[marks[link.head], marks[link.tail], link.label] for link in relations]
    content = dumped({"spans": sorted(marks.values()), "relations": sorted(links), "notes": sorted(notes)})
    return hashlib.sha256(content).hexdigest()[:16]


def _column_of_labels(values: dict[str, Any]) -> str:
    """The only column that looks like spans, if the usual ones are not there; "" if there is none."""
    if "entities" in values:
        return ""
    fitting = [k for k, v in values.items() if k not in _KNOWN and isinstance(v, list) and v and all(map(_triple, v))]
    return fitting[0] if len(fitting) == 1 else ""


def _triple(mark: Any) -> bool:
    return isinstance(mark, list) and len(mark) == 3 and isinstance(mark[2], str)


def _triples(row: Row, key: str) -> Iterator[FoundSpan]:
    """Spans as [start, end, label], of the labels' column or, beside categories, of the entities."""
    for column in (key, "entities"):
        for number, mark in enumerate(row.items(row.values, column)):
            if isinstance(mark, str if column == key else dict):
                continue
            if not _triple(mark):
                raise row.wrong(say("label {number} of this line is not [start, end, label].", number=number + 1))
            start, end = row.whole(mark[0], column), row.whole(mark[1], column)
            yield FoundSpan(f"{column} {number}", mark[2], ((start, end),))


def _categories(row: Row, key: str) -> dict[str, Any]:
    """Labels of the whole text."""
    found: dict[str, Any] = {}
    for column in (key, "cats"):
        names = [mark for mark in row.items(row.values, column) if isinstance(mark, str)]
        if names:
            found[column] = names[0] if len(names) == 1 else names
    return found


def _entities(row: Row) -> tuple[list[FoundSpan], dict[str, str]]:
    """Spans as objects, and which span an entity's id means: the first that has it."""
    spans: list[FoundSpan] = []
    ids: dict[str, str] = {}
    for number, entity in enumerate(row.items(row.values, "entities")):
        if not isinstance(entity, dict):
            continue
        start, end = (row.whole(entity.get(key), key) for key in ("start_offset", "end_offset"))
        own = str(entity.get("id", f"entity {number}"))
        unique = own if own not in ids else f"{own} ({number})"
        ids.setdefault(own, unique)
        attrs = {key: value for key, value in entity.items() if key not in _ENTITY}
        spans.append(FoundSpan(unique, row.words(entity, "label"), ((start, end),), attrs=attrs))
    return spans, ids


def _relations(row: Row, ids: dict[str, str], left: list[str]) -> list[FoundRelation]:
    found = []
    for number, link in enumerate(row.objects(row.values, "relations")):
        head, tail = (ids.get(str(link.get(key))) for key in ("from_id", "to_id"))
        label = row.words(link, "type")
        if head is None or tail is None:
            left.append(say("A relation “{label}” was left out: one of its ends is not in the file.", label=label))
            continue
        attrs = {key: value for key, value in link.items() if key not in _LINK}
        found.append(FoundRelation(f"relation {number}", label, head, tail, attrs))
    return found


def _note(row: Row, value: Any) -> str:
    if not isinstance(value, str):
        raise row.wrong(say("the comments should be texts."))
    return value


def write(readings: Iterable[Reading], place: Path, options: WriteOptions | None = None) -> tuple[Loss, ...]:
    """One line a layer. With a relation anywhere every line has entities and relations, else lists of three."""
    options = options or WriteOptions()
    lost, linked, number = Lost(), False, 1
    beside = place.with_name(f"{place.name}.linked")  # only the end tells which of the two shapes it has to be
    try:
        with place.open("wb") as plain, beside.open("wb") as full:
            for line, reading in enumerate(readings, 1):
                spans, relations = _marks(reading, options, lost, number)
                number += len(spans)
                linked = linked or bool(relations)
                notes = writable_notes(reading, lost)
                head = {"id": line, **_head(reading, options, _seal(spans, relations, notes))}
                triples = [[*span.fragments[0], span.label] for span in spans]
                plain.write(dumped({**head, "label": triples, "Comments": notes}) + b"\n")
                full.write(dumped({**head, **_objects(spans, relations), "Comments": notes}) + b"\n")
                lost.add(STANCES, *(stance.id for stance in reading.stances))
        if linked:
            beside.replace(place)
    finally:
        beside.unlink(missing_ok=True)
    return lost.all()


def _head(reading: Reading, options: WriteOptions, seal: str) -> dict[str, Any]:
    layer = reading.layer
    return {
        "text": reading.text,
        **article_values(reading),
        "meta": reading.meta,
        "annotator": options.name(layer.annotator) if layer else None,
        "status": layer.status if layer else None,
        "article_labels": reading.labels,
        "seal": seal,
    }


def _marks(
    reading: Reading, options: WriteOptions, lost: Lost, number: int
) -> tuple[list[FoundSpan], list[FoundRelation]]:
    """What can be written of the marks. Ids go on from line to line, as doccano's own do."""
    spans = writable_spans(reading, options, lost)
    relations = writable_relations(reading, spans, lost)
    lost.add(ACTORS, *(span.id for span in spans if span.actor_id))
    lost.add(SPAN_ATTRS, *(span.id for span in spans if span.attrs))
    lost.add(RELATION_ATTRS, *(relation.id for relation in relations if relation.attrs))
    ids = {span.id: str(n) for n, span in enumerate(spans, number)}
    return (
        [FoundSpan(ids[s.id], s.label, ((s.start, s.end),)) for s in spans],
        [FoundRelation(str(n), r.label, ids[r.head_id], ids[r.tail_id]) for n, r in enumerate(relations, 1)],
    )


def _objects(spans: Iterable[FoundSpan], relations: Iterable[FoundRelation]) -> dict[str, Any]:
    return {
        "entities": [
            {"id": int(s.id), "label": s.label, "start_offset": s.fragments[0][0], "end_offset": s.fragments[0][1]}
            for s in spans
        ],
        "relations": [
            {"id": int(r.id), "from_id": int(r.head), "to_id": int(r.tail), "type": r.label} for r in relations
        ],
    }
