"""A reading as the lines of a .ann file, and the types of all of them as annotation.conf."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from annotator.errors import say
from annotator.formats.brat_marks import ACTOR, BREAK, joined
from annotator.formats.losses import WriteOptions
from annotator.formats.row_keys import (
    ACTORS,
    RELATION_ATTRS,
    SPAN_ATTRS,
    STANCES,
    UNCERTAIN,
    Lost,
    writable_relations,
    writable_spans,
)
from annotator.models import Fragment, Reading, ReadingNote, Span

_TYPE = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_-]*")
_VALUE = re.compile(r"[^\s|,:;<>]+")

_RENAMED = say("Of labels only letters, digits, _ and - were written, as brat has it; other signs became _.")
_WORDS = say("Attributes that are numbers or lists of one were written as words.")
_PIECES = say("Spans lose line ends and tabs at their ends; pieces with nothing but those between them become one.")
_BLANK = say("Spans of nothing but blanks have no place in this format.")
_NOTES = say("Of notes only the words and the span were written: not who wrote them and whether they are settled.")
_LINES = say("Notes on a span were written in one line.")


class Types:
    """What brat has to know before it shows a folder: labels, relations, attributes and their values."""

    def __init__(self) -> None:
        self._names: dict[str, dict[str, str]] = {"entities": {}, "relations": {}}
        self._attributes: dict[str, dict[str, None]] = {}

    def of(self, section: str, label: str) -> str:
        """What a label is called in the files: itself, if brat can have it so."""
        names = self._names[section]
        if label not in names:
            plain = label if _TYPE.fullmatch(label) else re.sub(r"^-|[^A-Za-z0-9_-]", "_", label)
            name, number = plain, 1
            while name in names.values():
                number += 1
                name = f"{plain}_{number}"
            names[label] = name
        return names[label]

    def has_value(self, attribute: str, value: str | None) -> None:
        """A value that an attribute has somewhere; None: it is only set or not."""
        values = self._attributes.setdefault(attribute, {})
        if value is not None:
            values[value] = None

    def conf(self) -> str:
        """The content of annotation.conf."""
        lines = ["[entities]", "", *sorted(self._names["entities"].values()), "", "[relations]", ""]
        lines += [f"{name} Arg1:<ENTITY>, Arg2:<ENTITY>" for name in sorted(self._names["relations"].values())]
        # every span may overlap every other
        lines += ["<OVERLAP> Arg1:<ANY>, Arg2:<ANY>, <OVL-TYPE>:<ANY>", "", "[events]", "", "[attributes]", ""]
        for name, values in sorted(self._attributes.items()):
            lines.append(f"{name} Arg:<ENTITY>" + (f", Value:{'|'.join(sorted(values))}" if values else ""))
        return "\n".join(lines) + "\n"


class Written(NamedTuple):
    """A reading in brat's words: `ann` is the content of its .ann file; `notes` are those that have no place there,
    on no span that is written."""

    ann: str
    notes: list[str]


def written(reading: Reading, options: WriteOptions, types: Types, lost: Lost) -> Written:
    """One reading. What it cannot carry is added to `lost`."""
    spans = writable_spans(reading, options, Lost())  # pieces have their place here
    lost.add(UNCERTAIN, *(span.id for span in spans if span.uncertain))
    lost.add(STANCES, *(stance.id for stance in reading.stances))
    lost.add(_BLANK, *(span.id for span in spans if not span.quote.strip()))
    kept = [span for span in spans if span.quote.strip()]
    ids = {span.id: f"T{n}" for n, span in enumerate(kept, 1)}
    lines = [*_marks(reading.text, kept, types, lost), *_links(reading, kept, ids, types, lost)]
    lines += [f"A{n}\t{line}" for n, line in enumerate(_attributes(kept, ids, types, lost), 1)]
    lines += [f"N{n}\t{line}" for n, line in enumerate(_names(reading, kept, ids, lost), 1)]
    lines += [f"#{n}\t{line}" for n, line in enumerate(_remarks(reading, ids, lost), 1)]
    notes = [note.text for note in reading.notes if note.span_id not in ids]
    return Written("".join(f"{line}\n" for line in lines), notes)


def _cut(text: str, fragments: Iterable[Fragment]) -> Iterator[Fragment]:
    """The fragments without what may not stand in a line, cut where it stood."""
    for start, end in fragments:
        at = start
        for found in BREAK.finditer(text, start, end):
            if at < found.start():
                yield at, found.start()
            at = found.end()
        if at < end:
            yield at, end


def _marks(text: str, spans: Sequence[Span], types: Types, lost: Lost) -> Iterator[str]:
    for number, span in enumerate(spans, 1):
        parts, label = list(_cut(text, span.fragments)), types.of("entities", span.label)
        lost.add(_RENAMED, *([span.id] if label != span.label else []))
        lost.add(_PIECES, *([span.id] if tuple(joined(text, parts)) != span.fragments else []))
        places = ";".join(f"{start} {end}" for start, end in parts)
        yield f"T{number}\t{label} {places}\t{' '.join(text[start:end] for start, end in parts)}"


def _links(reading: Reading, spans: Sequence[Span], ids: dict[str, str], types: Types, lost: Lost) -> Iterator[str]:
    for number, link in enumerate(writable_relations(reading, spans, lost), 1):
        label = types.of("relations", link.label)
        lost.add(_RENAMED, *([link.id] if label != link.label else []))
        lost.add(RELATION_ATTRS, *([link.id] if link.attrs else []))
        ends = (f"Arg1:{ids[link.head_id]}", f"Arg2:{ids[link.tail_id]}")
        yield "\t".join((f"R{number}", " ".join((label, *ends))))


def _attributes(spans: Iterable[Span], ids: dict[str, str], types: Types, lost: Lost) -> Iterator[str]:
    for span in spans:
        for name, value in span.attrs.items():
            values = _values(value) if _TYPE.fullmatch(name) else []
            lost.add(SPAN_ATTRS, *([] if values else [span.id]))
            lost.add(_WORDS, *([span.id] if values and not isinstance(value, str | bool) and len(values) == 1 else []))
            for one in values:
                types.has_value(name, one)
                yield f"{name} {ids[span.id]}" + (f" {one}" if one is not None else "")


def _values(value: Any) -> list[str | None]:
    """The values of an attribute as brat has them, None for one that is only set; [] if it cannot have them."""
    if value is True:
        return [None]
    given = value if isinstance(value, list | tuple) else [value]
    words = [str(v) if isinstance(v, int | float) and not isinstance(v, bool) else v for v in given]
    fine = all(isinstance(word, str) and _VALUE.fullmatch(word) for word in words) and len(set(words)) == len(words)
    return words if fine else []


def _names(reading: Reading, spans: Iterable[Span], ids: dict[str, str], lost: Lost) -> Iterator[str]:
    actors = {actor.id: " ".join(actor.name.split()) for actor in reading.actors}
    for span in spans:
        if span.actor_id is None:
            continue
        if not (name := actors.get(span.actor_id)):
            lost.add(ACTORS, span.id)
            continue
        yield f"Reference {ids[span.id]} {ACTOR}:{re.sub('[^A-Za-z0-9]', '_', span.actor_id)}\t{name}"


def _remarks(reading: Reading, ids: dict[str, str], lost: Lost) -> Iterator[str]:
    for note in reading.notes:
        lost.add(_NOTES, *([note.id] if _more_than_words(note, reading) else []))
        if note.span_id in ids:
            words = " ".join(note.text.split())
            lost.add(_LINES, *([note.id] if words != note.text else []))
            yield f"AnnotatorNotes {ids[note.span_id]}\t{words}"


def _more_than_words(note: ReadingNote, reading: Reading) -> bool:
    own = reading.layer is not None and note.author == reading.layer.annotator
    return not own or note.resolved or note.question or note.answers is not None
