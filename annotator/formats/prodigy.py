"""Prodigy's JSON lines: spans (ner_manual, spans_manual), relations, choices, and what came out of a review.

Offsets are code points, `token_end` is inclusive. Relations are read by their spans, since a token does not tell which
of several spans it stands for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from pathlib import Path
from typing import Any

from annotator.errors import say
from annotator.formats.cut_tokens import cut_tokens
from annotator.formats.found import FoundReading, FoundRelation, FoundSpan, ReadOptions
from annotator.formats.json_rows import Row, dumped, first_object, objects
from annotator.formats.losses import Loss, WriteOptions
from annotator.formats.row_keys import (
    ACTORS,
    STANCES,
    STATUSES,
    UNLABELLED,
    UNSAID,
    Lost,
    article_values,
    described,
    number_as_id,
    writable_notes,
    writable_relations,
    writable_spans,
)
from annotator.models import Reading, Span

NAME = "prodigy"
TITLE = "Prodigy (JSON lines)"
SUFFIXES = (".jsonl", ".json")
READS, WRITES = True, True
CARRIES = ("articles", "layers", "spans", "relations", "labels", "notes", "names of actors")
LOSES = (
    "statements", "pieces of a span", "what is known of actors but their names", "who wrote a note and on which span",
    "raw files", "times", "stories", "the journal (history and undo)", "verdicts",
)  # fmt: skip
FOLDER = False

_OWN = "stancemark"  # what Prodigy does not show, and whose it is: it hands it on whoever answers the task next
_TASK = frozenset(("text", "tokens", "spans", "relations", "answer", "options", "accept", "label", "arcs", "html",
                   "versions", "sessions", "view_id", "config", "style", _OWN))  # fmt: skip
_SPAN = frozenset(("start", "end", "token_start", "token_end", "label", "text", "attrs", "actor"))
_LINK = frozenset(("head", "child", "head_span", "child_span", "label", "color", "attrs"))
# answer -> the statuses that it is written for, the first what it means in a file of Prodigy's own
_ANSWERS: dict[str | None, tuple[Any, ...]] = {
    "accept": ("done",),
    "reject": ("done",),
    "ignore": ("skipped", "in_progress", "help"),
    None: ("todo", None),
}
_UNFINISHED = say("Unfinished work is written with the answer “ignore”, so that nobody trains on it.")

_STALE = say("Somebody else answered this task; notes and labels of the article that came with it were left out.")


def recognises(path: Path, head: bytes) -> bool:
    """Whether a file of lines is of this shape. Never raises."""
    values = first_object(path, head)
    if "schema" in values or not isinstance(values.get("text"), str):
        return False
    if any(key in values for key in ("_input_hash", "_task_hash", "_view_id", "_session_id")):
        return True
    spans = values.get("spans")
    placed = isinstance(spans, list) and all(
        isinstance(s, dict) and ("start" in s or "token_start" in s) for s in spans
    )
    return placed or values.get("answer") in ("accept", "reject", "ignore")


def read(path: Path, options: ReadOptions | None = None) -> Iterator[FoundReading]:
    """The tasks of a file, line by line; of a reviewed one the decision, then each annotator's. Raises InputProblem."""
    options = options or ReadOptions()
    for row in objects(path, options.encoding):
        task = row.values
        yield _reading(row, task, _annotator(row, task), options)
        for version in row.objects(task, "versions"):
            shared = {key: value for key, value in task.items() if key not in _TASK or key in ("text", "tokens")}
            for session in row.items(version, "sessions"):
                yield _reading(row, {**shared, **version}, str(session), options)


def _annotator(row: Row, task: Mapping[str, Any]) -> str:
    names = (task.get(key) for key in ("_annotator_id", "_session_id"))
    return next((name for name in names if isinstance(name, str) and name), row.path.stem)


def _reading(row: Row, task: dict[str, Any], who: str, options: ReadOptions) -> FoundReading:
    text_key = options.text_key or "text"
    text = Row(row.path, row.line, task).article_text(text_key)
    shown = {key: value for key, value in task.items() if not key.startswith("_")}
    fields = described(shown, options, _TASK | {text_key})
    if "external_id" not in task:
        fields["external_id"] = next(
            filter(None, (number_as_id(fields["meta"].get(k)) for k in ("doc_id", "id"))), None
        )
    left: list[str] = []
    answer = task.get("answer")
    if not isinstance(answer, str | None) or answer not in _ANSWERS:
        raise row.wrong(say("the answer should be accept, reject or ignore, not {found}.", found=f"{answer!r}"))
    spans = _spans(row, task, text)
    relations = _relations(row, task, text, spans, left)
    nameless = sum(not row.items(version, "sessions") for version in row.objects(task, "versions"))
    if nameless:
        left.append(say("{number} versions that do not say whose they are were left out.", number=nameless))
    labels = _labels(row, task)
    status: Any = _ANSWERS[answer][0]
    own = _own(row, task, who, left)
    labels, fields["notes"] = {**labels, **own.get("labels", {})}, tuple(own.get("notes", ()))
    if own and own["status"] in _ANSWERS[answer]:
        status = own["status"]
    elif answer is None:
        status = "done" if spans or labels else "todo" if "spans" in task else None
        left.extend([UNSAID] if status == "todo" else [])
    if answer == "reject" and spans:
        left.append(say("The task was rejected; its {number} marks were left out.", number=len(spans)))
        spans, relations = [], []
    return FoundReading(
        text=text, line=row.line, annotator=who if status else None, status=status, spans=tuple(spans),
        relations=tuple(relations), labels=labels, left=tuple(left), **fields,
    )  # fmt: skip


def _own(row: Row, task: dict[str, Any], who: str, left: list[str]) -> dict[str, Any]:
    """What we wrote beside the task, if it is still the same annotator's, else {}."""
    own = task.get(_OWN)
    if not isinstance(own, dict):
        return {}
    wanted: dict[str, Any] = {"labels": dict, "notes": list, "status": str | None}
    if any(not isinstance(own.get(key), kind) for key, kind in wanted.items()) or own["status"] not in (
        *STATUSES,
        None,
    ):
        raise row.wrong(say("what stands under “{key}” is not as it was written.", key=_OWN))
    if own.get("annotator") not in (who, None):
        left.extend([_STALE] if own["labels"] or own["notes"] else [])
        return {}
    return {**own, "notes": [row.words({_OWN: note}, _OWN) for note in own["notes"]]}


def _labels(row: Row, task: dict[str, Any]) -> dict[str, Any]:
    """The label of a yes-or-no task as True or False, and what was chosen among options."""
    label, answer = task.get("label"), task.get("answer")
    found: dict[str, Any] = {}
    if isinstance(label, str) and answer in ("accept", "reject"):
        found[label] = answer == "accept"
    chosen = row.items(task, "accept")
    if chosen and answer != "reject":
        found["choice"] = chosen[0] if len(chosen) == 1 else chosen
    return found


# -- spans and relations
def _spans(row: Row, task: dict[str, Any], text: str) -> list[FoundSpan]:
    tokens = row.objects(task, "tokens")
    return [_span(row, span, str(n), text, tokens) for n, span in enumerate(row.objects(task, "spans"))]


def _span(row: Row, span: dict[str, Any], ident: str, text: str, tokens: list[dict[str, Any]]) -> FoundSpan:
    first, last = span.get("token_start"), span.get("token_end")
    covered = tokens[first : last + 1] if isinstance(first, int) and isinstance(last, int) and first >= 0 else []
    if "start" not in span and covered:
        span = {**span, "start": covered[0].get("start"), "end": covered[-1].get("end")}
    start, end = row.whole(span.get("start"), "start"), row.whole(span.get("end"), "end")
    said = span.get("text")
    quote = said if isinstance(said, str) else _tokens_say(text, covered, start, end)
    attrs = {key: value for key, value in span.items() if key not in _SPAN and (key, value) != ("type", "span")}
    label, more, actor = span.get("label"), span.get("attrs"), span.get("actor")
    return FoundSpan(
        ident, label if isinstance(label, str) and label else UNLABELLED, ((start, end),), quote,
        {**attrs, **more} if isinstance(more, dict) else attrs, actor if isinstance(actor, str) and actor else None,
    )  # fmt: skip


def _tokens_say(text: str, tokens: list[dict[str, Any]], start: int, end: int) -> str | None:
    """What stands there by the tokens: their own words, and between them what the text has."""
    parts, at = [], start
    for token in tokens:
        a, b, words = token.get("start"), token.get("end"), token.get("text")
        if not (isinstance(a, int) and isinstance(b, int) and isinstance(words, str)) or a < at:
            return None
        parts.append(text[at:a] + words)
        at = b
    return "".join(parts) if tokens and tokens[0].get("start") == start and at == end else None


def _relations(
    row: Row, task: dict[str, Any], text: str, spans: list[FoundSpan], left: list[str]
) -> list[FoundRelation]:
    """The relations; an end that is no span yet is added to `spans`."""
    found = []
    for number, link in enumerate(row.objects(task, "relations")):
        label = link.get("label")
        label = label if isinstance(label, str) and label else UNLABELLED
        head, child = (
            _end(row, task, text, link.get(f"{side}_span"), link.get(side), spans) for side in ("head", "child")
        )
        if head is None or child is None:
            left.append(
                say("A relation “{label}” was left out: the file does not say which spans it joins.", label=label)
            )
            continue
        more = link.get("attrs")
        attrs = {key: value for key, value in link.items() if key not in _LINK}
        attrs = {**attrs, **more} if isinstance(more, dict) else attrs
        found.append(FoundRelation(f"relation {number}", label, head, child, attrs))
    return found


def _end(row: Row, task: dict[str, Any], text: str, wanted: Any, token: Any, spans: list[FoundSpan]) -> str | None:
    """The span at one end of a relation: by its place and label, else the only one that the token can stand for."""
    if isinstance(wanted, dict):
        span = _span(row, wanted, str(len(spans)), text, row.objects(task, "tokens"))
        there = next((s for s in spans if (s.fragments, s.label) == (span.fragments, span.label)), None)
        if there is None:
            spans.append(span)
        return (there or span).id
    given = enumerate(row.objects(task, "spans"))
    fitting = [str(n) for n, s in given if token is not None and token in (s.get("token_start"), s.get("token_end"))]
    return fitting[0] if len(fitting) == 1 else None


# -- writing
def write(readings: Iterable[Reading], place: Path, options: WriteOptions | None = None) -> tuple[Loss, ...]:
    """One task a layer. Its tokens are cut where a span of any layer of the article begins or ends."""
    options = options or WriteOptions()
    lost = Lost()
    with place.open("wb") as file:
        for _, group in groupby(readings, key=lambda reading: reading.id):
            layers = list(group)
            cut = cut_tokens(layers[0].text, [(s.start, s.end) for layer in layers for s in layer.spans])
            for reading in layers:
                file.write(dumped(_task(reading, cut, options, lost)) + b"\n")
    return lost.all()


def _task(reading: Reading, cut: list[tuple[int, int]], options: WriteOptions, lost: Lost) -> dict[str, Any]:
    lost.add(STANCES, *(stance.id for stance in reading.stances))
    layer = reading.layer
    spans = writable_spans(reading, options, lost)
    linked = writable_relations(reading, spans, lost)
    name = options.name(layer.annotator) if layer else None
    status = layer.status if layer else None
    answer = next(answer for answer in ("accept", "ignore", None) if status in _ANSWERS[answer])
    if layer and answer == "ignore" and status != "skipped":
        lost.add(_UNFINISHED, layer.id)
    firsts, lasts = {a: n for n, (a, _) in enumerate(cut)}, {b: n for n, (_, b) in enumerate(cut)}
    places = {span.id: _placed(span, firsts, lasts) for span in spans}
    actors = {actor.id: actor.name for actor in reading.actors}
    lost.add(ACTORS, *(span.id for span in spans if span.actor_id and span.actor_id not in actors))
    return {
        "text": reading.text,
        **article_values(reading),
        "meta": reading.meta,
        "tokens": _tokens(reading.text, cut),
        "spans": [_full(span, places[span.id], reading.text, actors) for span in spans],
        "relations": [
            {"head": places[r.head_id]["token_end"], "child": places[r.tail_id]["token_end"],
             "head_span": places[r.head_id], "child_span": places[r.tail_id], "label": r.label,
             **({"attrs": r.attrs} if r.attrs else {})}
            for r in linked
        ],
        "_view_id": "relations" if linked else "spans_manual",
        **({"answer": answer} if answer else {}),
        **({"_annotator_id": name, "_session_id": name} if name else {}),
        _OWN: {"annotator": name, "status": status, "labels": reading.labels, "notes": writable_notes(reading, lost)},
    }  # fmt: skip


def _placed(span: Span, firsts: Mapping[int, int], lasts: Mapping[int, int]) -> dict[str, Any]:
    return {
        "start": span.start, "end": span.end, "token_start": firsts[span.start], "token_end": lasts[span.end],
        "label": span.label,
    }  # fmt: skip


def _full(span: Span, place: dict[str, Any], text: str, actors: Mapping[str, str]) -> dict[str, Any]:
    more: dict[str, Any] = {"text": text[span.start : span.end]}
    if span.attrs:
        more["attrs"] = span.attrs
    if span.actor_id is not None and span.actor_id in actors:
        more["actor"] = actors[span.actor_id]
    return {**place, **more}


def _tokens(text: str, cut: list[tuple[int, int]]) -> list[dict[str, Any]]:
    follows = [*(start for start, _ in cut[1:]), len(text)]
    return [
        {"text": text[a:b], "start": a, "end": b, "id": n, "ws": b < follows[n] and text[b].isspace()}
        for n, (a, b) in enumerate(cut)
    ]
