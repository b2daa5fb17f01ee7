"""What formats of one object an article share: the keys that describe the article, and what no such format holds."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, get_args

from annotator.errors import Problem, Sentence, say
from annotator.formats.found import ReadOptions
from annotator.formats.losses import Loss, WriteOptions
from annotator.models import LayerStatus, Reading, ReadingNote, Relation, Span
from annotator.text import quote

ARTICLE_KEYS = ("title", "source", "author", "url", "published", "language", "external_id")
UNLABELLED = "unlabelled"
STATUSES: tuple[str, ...] = get_args(LayerStatus)

STANCES = say("Statements on who is for or against what have no place in this format.")
PIECES = say("Spans in several pieces were written as one, from the first word to the last.")
UNCERTAIN = say("“Best guess, not sure” has no place in this format.")
ACTORS = say("Which actor a span mentions has no place in this format.")
SPAN_ATTRS = say("Attributes of spans that have no place in this format were left out.")
RELATION_ATTRS = say("Attributes of relations have no place in this format.")
ENDS = say("Relations of spans that were left out were left out too.")
NOTES = say("Of notes only the words were written: not who wrote them, on which span, and whether they are settled.")
UNSAID = say("Nothing is marked here, and the file does not say whether anybody read it; it counts as not begun.")


class Lost:
    """Gathers what a file could not carry: each kind once, with the ids of the marks."""

    def __init__(self) -> None:
        self._ids: dict[Sentence, list[str]] = {}

    def add(self, what: Sentence, *ids: str) -> None:
        """These marks lost something; no ids, no loss."""
        if ids:
            self._ids.setdefault(what, []).extend(ids)

    def all(self) -> tuple[Loss, ...]:
        """The losses, in the order they were first met."""
        return tuple(Loss(what, tuple(ids)) for what, ids in self._ids.items())


def article_values(reading: Reading) -> dict[str, Any]:
    """What describes the article, by key, all keys always there."""
    return {key: getattr(reading, key) for key in ARTICLE_KEYS}


def described(values: Mapping[str, Any], options: ReadOptions, known: Collection[str]) -> dict[str, Any]:
    """Fields of a found reading out of a row's keys: what describes the article; the rest but `known` as `meta`."""
    rest = {key: value for key, value in values.items() if key not in known and key != "meta"}
    fields: dict[str, Any] = {}
    for field in ARTICLE_KEYS:
        key = options.columns.get(field) or field
        value = rest.get(key)
        if field == "external_id" and isinstance(value, int) and not isinstance(value, bool):
            value = str(value)
        if isinstance(value, str):
            fields[field] = value
        if key in rest and (value is None or isinstance(value, str)):
            del rest[key]
    beside = values.get("meta")
    if not isinstance(beside, dict) and beside is not None:
        rest["meta"] = beside
    fields["meta"] = {**beside, **rest} if isinstance(beside, dict) else rest
    return fields


def number_as_id(value: Any) -> str | None:
    """A tool's number of an article as an external id."""
    return str(value) if isinstance(value, str | int) and not isinstance(value, bool) else None


def writable_spans(reading: Reading, options: WriteOptions, lost: Lost) -> list[Span]:
    """The spans to write, each as its stretch from start to end, in order. Raises Problem if one lost its words."""
    chosen = [span for span in reading.spans if not options.labels or span.label in options.labels]
    for span in chosen:
        if quote(reading.text, span.fragments) != span.quote:
            raise Problem(
                say("A span of “{title}” does not have the words that it was marked with.", title=reading.title),
                say("Check the project, or take the span ({id}) out of it.", id=span.id),
            )
    lost.add(PIECES, *(span.id for span in chosen if len(span.fragments) > 1))
    lost.add(UNCERTAIN, *(span.id for span in chosen if span.uncertain))
    return sorted(chosen, key=lambda span: (span.start, span.end, span.label, span.id))


def writable_relations(reading: Reading, spans: Collection[Span], lost: Lost) -> list[Relation]:
    """The relations both of whose ends are written, in order."""
    there = {span.id for span in spans}
    kept = [r for r in reading.relations if r.head_id in there and r.tail_id in there]
    lost.add(ENDS, *(r.id for r in reading.relations if r.head_id not in there or r.tail_id not in there))
    return sorted(kept, key=lambda relation: relation.id)


def writable_notes(reading: Reading, lost: Lost) -> list[str]:
    """The words of the notes, in order."""
    lost.add(NOTES, *(note.id for note in reading.notes if not _mere_words(note, reading)))
    return [note.text for note in reading.notes]


def _mere_words(note: ReadingNote, reading: Reading) -> bool:
    own = reading.layer is not None and note.author == reading.layer.annotator
    return own and not (note.span_id or note.resolved or note.question or note.answers)
