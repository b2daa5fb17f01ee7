"""Label Studio's JSON: tasks with the annotations of several people, and predictions.

Predictions never count as anybody's work: each model is an annotator of its own, whose readings have not begun.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from pathlib import Path
from typing import Any

from annotator.errors import InputProblem, say
from annotator.formats.found import FoundReading, ReadOptions
from annotator.formats.json_rows import Row, dumped, first_object, objects
from annotator.formats.label_studio_config import choices, config
from annotator.formats.label_studio_regions import ACTOR, ARTICLE_PREFIX, NOTE, SPAN_PREFIX, marks, quotes
from annotator.formats.losses import Loss, WriteOptions
from annotator.formats.row_keys import (
    ACTORS,
    RELATION_ATTRS,
    SPAN_ATTRS,
    STANCES,
    Lost,
    article_values,
    described,
    number_as_id,
    writable_notes,
    writable_relations,
    writable_spans,
)
from annotator.models import Reading, ReadingLayer, Span

__all__ = ["CARRIES", "CONFIG", "FOLDER", "LOSES", "NAME", "READS", "SUFFIXES", "TITLE", "WRITES"]
__all__ += ["config", "read", "recognises", "write"]

NAME = "labelstudio"
TITLE = "Label Studio (JSON)"
SUFFIXES = (".json", ".jsonl")
READS, WRITES = True, True
CARRIES = ("articles", "layers", "spans", "relations", "labels", "notes", "names of actors")
LOSES = (
    "statements", "pieces of a span", "what is known of actors but their names", "attributes of relations",
    "attributes and labels that are no text", "who wrote a note and on which span", "unfinished work as such",
    "raw files", "times", "stories", "the journal (history and undo)", "verdicts",
)  # fmt: skip
FOLDER = False
CONFIG = "xml"  # the ending of the configuration

PREDICTION = "prediction"
_ANNOTATIONS = ("annotations", "completions")  # the second is what versions before 1.0 say
_TASK = frozenset(("id", "inner_id", "data", "meta", "project", "created_at", "updated_at", "overlap", "is_labeled"))
_LABELS = say("Labels of the article that are no text have no place in this format.")
_UNFINISHED = say("Label Studio has no unfinished work: such layers count as finished there.")
_NOT_BEGUN = say("Layers that nobody has begun were left out.")
_NO_ADDRESS = say(
    "Annotators whose name is no e-mail address are not known to Label Studio: their work goes to whoever imports it."
)


def recognises(path: Path, head: bytes) -> bool:
    """Whether a file is of this shape. Never raises."""
    task = first_object(path, head)
    worked_on = any(key in task for key in (*_ANNOTATIONS, "predictions"))
    return isinstance(task.get("data"), dict) and "schema" not in task and (worked_on or task.keys() <= _TASK)


def read(path: Path, options: ReadOptions | None = None) -> Iterator[FoundReading]:
    """Of every task a reading for each annotation and each prediction, or the text alone. Raises InputProblem."""
    options = options or ReadOptions()
    for row in objects(path, options.encoding):
        yield from _task(row, options)


def _task(row: Row, options: ReadOptions) -> Iterator[FoundReading]:
    data = row.values.get("data")
    if not isinstance(data, dict):
        raise row.wrong(say("this is no task of Label Studio: there is no “data” in it."))
    left: list[str] = []
    done = [a for key in _ANNOTATIONS for a in _given(row, key, left)]
    guessed = _given(row, "predictions", left)
    results = [result for one in (*done, *guessed) for result in row.objects(one, "result")]
    key = _text_key(row, data, results, options)
    shared = _article(row, data, key, options)
    left.extend([say("Drafts that were not submitted were left out.")] if row.values.get("drafts") else [])
    names = _names(done)
    for annotation, name in zip(done, names, strict=True):
        status = "skipped" if annotation.get("was_cancelled") else "done"
        if annotation.get("ground_truth"):
            left.append(say("Label Studio has the work of {name} on this task as ground truth.", name=name or "?"))
        yield _reading(row, annotation, {**shared, "annotator": name, "status": status}, left)
        left = []
    for prediction in guessed:
        version = prediction.get("model_version")
        name = f"{PREDICTION} {version}" if version else PREDICTION
        yield _reading(row, prediction, {**shared, "annotator": name, "status": "todo"}, left)
        left = []
    if not done and not guessed:
        yield FoundReading(**shared, status=None, left=tuple(left))


def _given(row: Row, key: str, left: list[str]) -> list[dict[str, Any]]:
    """The annotations or predictions that are there; some versions give no more than their numbers."""
    items = row.items(row.values, key)
    numbers = sum(isinstance(item, int) for item in items)
    if numbers:
        left.append(
            say("“{key}” has {number} of which only the number is given; export in full.", key=key, number=numbers)
        )
    return row.objects({key: [item for item in items if not isinstance(item, int)]}, key)


def _reading(row: Row, one: dict[str, Any], fields: dict[str, Any], left: list[str]) -> FoundReading:
    found = marks(row, row.objects(one, "result"), fields["text"])
    return FoundReading(
        **fields, spans=tuple(found.spans), relations=tuple(found.relations), labels=found.labels,
        notes=tuple(found.notes), left=(*left, *found.left),
    )  # fmt: skip


def _text_key(row: Row, data: dict[str, Any], results: list[dict[str, Any]], options: ReadOptions) -> str:
    """Where the text stands: as told, else where most of the marked words do. The file does not say it."""
    texts = {key: value for key, value in data.items() if isinstance(value, str) and value}
    if options.text_key not in ("", *texts) or not texts:
        raise InputProblem(
            row.path,
            say("there is no text under the key “{key}” of the task's data.", key=options.text_key or "text"),
            say("Give the key that the text stands under, or leave the task out."),
            row.line,
        )
    if options.text_key:
        return options.text_key
    words = list(quotes(results))
    names = {result.get("to_name") for result in results if isinstance(result.get("to_name"), str)}

    def fit(key: str) -> tuple[int, bool, bool, int]:
        return sum(w in texts[key] for w in words), key in names, key == "text", len(texts[key])

    return max(texts, key=fit)


def _article(row: Row, data: dict[str, Any], key: str, options: ReadOptions) -> dict[str, Any]:
    """Fields that every reading of a task has."""
    beside = row.values.get("meta")
    inner = data.get("meta")
    meta = {**inner, **beside} if isinstance(inner, dict) and isinstance(beside, dict) else beside or inner
    fields = described({**data, "meta": meta}, options, {key})
    if "external_id" not in data:
        fields["external_id"] = number_as_id(row.values.get("id"))
    return {"text": data[key], "line": row.line, **fields}


def _names(annotations: list[dict[str, Any]]) -> list[str | None]:
    """Who made each annotation. Of several that do not say it each is called by its place."""
    names = [_who(annotation) for annotation in annotations]
    if names.count(None) < 2:
        return names
    return [name or f"annotation {number}" for number, name in enumerate(names, 1)]


def _who(annotation: Mapping[str, Any]) -> str | None:
    """An e-mail address before a name before a number."""
    by = annotation.get("completed_by")
    if isinstance(by, dict):
        whole = " ".join(str(by[key]) for key in ("first_name", "last_name") if by.get(key))
        by = by.get("email") or whole or by.get("username") or by.get("id")
    return (number_as_id(by) or number_as_id(annotation.get("created_username")) or "").strip() or None


# -- writing
def write(readings: Iterable[Reading], place: Path, options: WriteOptions | None = None) -> tuple[Loss, ...]:
    """One task an article, with all its layers. What it can be imported under says `config`."""
    options = options or WriteOptions()
    lost, number = Lost(), 0
    with place.open("wb") as file:
        file.write(b"[")
        for task, (_, group) in enumerate(groupby(readings, key=lambda reading: reading.id), 1):
            layers = list(group)
            values = _written(task, number, layers, options, lost)
            number += len(layers)
            file.write((b",\n" if task > 1 else b"\n") + dumped(values))
        file.write(b"\n]\n")
    return lost.all()


def _written(task: int, number: int, layers: list[Reading], options: WriteOptions, lost: Lost) -> dict[str, Any]:
    annotations: list[dict[str, Any]] = []
    predictions: list[dict[str, Any]] = []
    for ident, reading in enumerate(layers, number + 1):
        lost.add(STANCES, *(stance.id for stance in reading.stances))
        layer = reading.layer
        if layer is None:
            continue
        results = _results(reading, options, lost)
        if layer.annotator.split(" ")[0] == PREDICTION:
            version = layer.annotator.partition(" ")[2]
            predictions.append({"id": ident, "model_version": version, "result": results, "task": task})
        elif layer.status == "todo" and not results:
            lost.add(_NOT_BEGUN, layer.id)
        else:
            annotations.append({"id": ident, **_done(layer, options, lost), "result": results, "task": task})
    first = layers[0]
    return {
        "id": task,
        "data": {"text": first.text, **article_values(first)},
        "meta": first.meta,
        "annotations": annotations,
        "predictions": predictions,
    }


def _done(layer: ReadingLayer, options: WriteOptions, lost: Lost) -> dict[str, Any]:
    """Whose annotation it is and what became of it."""
    if layer.status not in ("done", "skipped"):
        lost.add(_UNFINISHED, layer.id)
    name = options.name(layer.annotator)
    if "@" not in name:
        lost.add(_NO_ADDRESS, layer.id)
    by = {"completed_by": {"email": name}} if "@" in name else {"created_username": name}
    return {**by, "was_cancelled": layer.status == "skipped", "ground_truth": layer.role == "gold"}


def _results(reading: Reading, options: WriteOptions, lost: Lost) -> list[dict[str, Any]]:
    spans = writable_spans(reading, options, lost)
    relations = writable_relations(reading, spans, lost)
    lost.add(RELATION_ATTRS, *(r.id for r in relations if r.attrs))
    actors = {actor.id: actor.name for actor in reading.actors}
    found = [result for span in spans for result in _region(span, reading.text, actors, lost)]
    for r in relations:
        ends = {"from_id": r.head_id, "to_id": r.tail_id}
        found.append({**ends, "type": "relation", "direction": "right", "labels": [r.label]})
    for key, value in reading.labels.items():
        chosen = choices(key, value)
        if chosen is None:
            lost.add(_LABELS, reading.layer.id if reading.layer else reading.id)
        else:
            name = ARTICLE_PREFIX + key
            found.append(_result(f"label {key}", name, "choices", {"choices": chosen}))
    notes = writable_notes(reading, lost)
    return [*found, *([_result("notes", NOTE, "textarea", {"text": notes})] if notes else [])]


def _region(span: Span, text: str, actors: Mapping[str, str], lost: Lost) -> Iterator[dict[str, Any]]:
    place = {"start": span.start, "end": span.end, "text": text[span.start : span.end]}
    yield _result(span.id, "label", "labels", {**place, "labels": [span.label]})
    chosen = {key: choices(key, value) for key, value in span.attrs.items()}
    lost.add(SPAN_ATTRS, *([span.id] if None in chosen.values() else []))
    for key, values in chosen.items():
        if values is not None:
            yield _result(span.id, SPAN_PREFIX + key, "choices", {**place, "choices": values})
    if span.actor_id is not None and span.actor_id in actors:
        yield _result(span.id, ACTOR, "textarea", {**place, "text": [actors[span.actor_id]]})
    else:
        lost.add(ACTORS, *([span.id] if span.actor_id else []))


def _result(ident: str, name: str, kind: str, value: dict[str, Any]) -> dict[str, Any]:
    return {"id": ident, "from_name": name, "to_name": "text", "type": kind, "origin": "manual", "value": value}
