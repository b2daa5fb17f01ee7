"""CoNLL-U: ten columns, spans as tags in the last, and the text with every blank.

How the text is said is in `conllu_misc`, how spans over one another are in `conllu_layers`, what has no place in the
columns in `conllu_own`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import count, groupby
from pathlib import Path
from typing import Any, BinaryIO

from annotator.errors import InputProblem, say
from annotator.formats import conllu_own
from annotator.formats.conll_tags import is_tag
from annotator.formats.conll_words import sentences
from annotator.formats.conllu_layers import key, layers
from annotator.formats.conllu_lines import OWN, Article, articles
from annotator.formats.conllu_misc import cell, escaped, said_after
from annotator.formats.decode import decode
from annotator.formats.found import FoundReading, FoundSpan, ReadOptions
from annotator.formats.losses import Loss, WriteOptions
from annotator.formats.row_keys import (
    ACTORS,
    STANCES,
    UNCERTAIN,
    Lost,
    described,
    writable_notes,
    writable_relations,
    writable_spans,
)
from annotator.models import Fragment, Reading, Span

NAME = "conllu"
TITLE = "CoNLL-U"
SUFFIXES = (".conllu", ".conll")
READS, WRITES = True, True
CARRIES = ("articles", "layers", "spans", "relations", "labels", "notes", "names of actors")
LOSES = (
    "statements", "what is known of actors but their names", "who wrote a note and on which span", "raw files",
    "times", "stories", "the journal (history and undo)", "verdicts",
)  # fmt: skip
FOLDER = False

_ROW = re.compile(r"\d+(?:[-.]\d+)?\t[^\t]+(?:\t[^\t]*){8}")
_EMPTY = say("Spans of nothing but blanks have no place in this format.")
_BLANK = say("Articles of nothing but blanks have no place in this format.")
_STALE = say("The spans are no longer those that were written; relations, attributes and actors were left out.")


# -- reading
def recognises(_path: Path, head: bytes) -> bool:
    """Whether the first line that is no comment is a word in ten columns, the last no tag alone. Never raises."""
    lines = head.decode("utf-8-sig", "replace").split("\n")
    first = next((line for line in lines if line.strip() and not line.startswith("#")), "")
    row = first.removesuffix("\r")
    return _ROW.fullmatch(row) is not None and not is_tag(row.rpartition("\t")[2])


def read(path: Path, options: ReadOptions | None = None) -> Iterator[FoundReading]:
    """The articles of a file: what stands between two lines with # newdoc, or all of it. Raises InputProblem."""
    options = options or ReadOptions()
    try:
        decoded = decode(path.read_bytes(), path, encoding=options.encoding)
    except OSError as error:
        problem = say("the file cannot be read ({strerror}).", strerror=error.strerror)
        raise InputProblem(path, problem, say("Check that it is there.")) from error
    left: tuple[str, ...] = (decoded.confidence_note,) if decoded.confidence_note else ()
    found = False
    for article in articles(decoded.text, path):
        yield _own(article, path, left) if article.own else _other(article, left)
        found, left = True, ()
    if not found:
        raise InputProblem(path, say("there is no article in this file."), say("Look for the full copy."))


def _in_order(article: Article) -> list[tuple[str, Fragment]]:
    return sorted(article.spans, key=lambda span: (*span[1], span[0]))


def _other(article: Article, left: tuple[str, ...]) -> FoundReading:
    """An article of another program; one without tags is one that nobody has worked on."""
    text = article.text
    spans = tuple(
        FoundSpan(str(n), label, (place,), text[slice(*place)])
        for n, (label, place) in enumerate(_in_order(article), 1)
    )
    return FoundReading(
        text=text, line=article.line, external_id=article.id, status="done" if spans else None, spans=spans, left=left
    )


def _own(article: Article, path: Path, left: tuple[str, ...]) -> FoundReading:
    """An article that we wrote."""
    words, line = article.own or ("", article.line)
    row, text, found = conllu_own.said(words, path, line), article.text, _in_order(article)
    fields: dict[str, Any] = described(row.values, ReadOptions(), conllu_own.KNOWN)
    common = {
        "text": text, "line": article.line, "annotator": row.values["annotator"], "status": row.values["status"],
        "labels": row.values["article_labels"], "notes": conllu_own.notes(row), **fields,
    }  # fmt: skip
    if row.values["seal"] != conllu_own.seal(found):
        plain = _other(article, ()).spans
        return FoundReading(**common, spans=plain, left=(*left, _STALE))
    spans = tuple(conllu_own.span(row, n, label, place, len(text)) for n, (label, place) in enumerate(found, 1))
    return FoundReading(**common, spans=spans, relations=conllu_own.relations(row, len(spans)), left=left)


# -- writing
def write(readings: Iterable[Reading], place: Path, options: WriteOptions | None = None) -> tuple[Loss, ...]:
    """One article a layer. The layers of an article have the same words."""
    options = options or WriteOptions()
    lost, numbers = Lost(), count(1)
    with place.open("wb") as file:
        for _, group in groupby(readings, key=lambda reading: reading.id):
            chosen = [(reading, _chosen(reading, options, lost)) for reading in group]
            text = chosen[0][0].text
            found = list(sentences(text, [(span.start, span.end) for _, spans in chosen for span in spans]))
            lost.add(_BLANK, *([] if found else [chosen[0][0].id]))
            for reading, spans in chosen if found else ():
                _Writer(reading, found, next(numbers)).write(spans, options, lost, file)
    return lost.all()


def _chosen(reading: Reading, options: WriteOptions, lost: Lost) -> list[Span]:
    """The spans that are written."""
    spans = writable_spans(reading, options, Lost())  # pieces have their place here
    lost.add(UNCERTAIN, *(span.id for span in spans if span.uncertain))
    lost.add(_EMPTY, *(span.id for span in spans if not span.quote.strip()))
    return [span for span in spans if span.quote.strip()]


class _Writer:
    """One reading, whose text is these sentences. `number`: of the article in the file."""

    def __init__(self, reading: Reading, found: list[list[Fragment]], number: int) -> None:
        self._reading, self._sentences, self._number = reading, found, number
        words = [word for sentence in found for word in sentence]
        self._starts, self._ends = [start for start, _ in words], [end for _, end in words]

    def write(self, spans: Sequence[Span], options: WriteOptions, lost: Lost, file: BinaryIO) -> None:
        reading, layer = self._reading, self._reading.layer
        placed = sorted(((span, self._cover(span)) for span in spans), key=lambda found: (*found[1], found[0].label))
        linked = writable_relations(reading, spans, lost)
        actors = {actor.id for actor in reading.actors if actor.name}
        lost.add(ACTORS, *(span.id for span in spans if span.actor_id and span.actor_id not in actors))
        lost.add(STANCES, *(stance.id for stance in reading.stances))
        writable_notes(reading, lost)
        name = options.name(layer.annotator) if layer else None
        own = conllu_own.comment(reading, name, placed, linked)
        file.write(f"# newdoc id = {escaped(reading.id)}-{self._number}\n# {OWN} = {own}\n".encode())
        for lines in self._lines(self._tags(placed)):
            file.write(lines.encode())

    def _cover(self, span: Span) -> Fragment:
        """What the words of a span cover: it may begin or end with blanks."""
        first, last = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        return self._starts[first], self._ends[last - 1]

    def _tags(self, placed: Sequence[tuple[Span, Fragment]]) -> dict[int, list[str]]:
        """What the tags of each word are, by its number."""
        found: dict[int, list[str]] = {}
        chosen = layers(place for _, place in placed)
        in_layers = sorted(zip(chosen, placed, strict=True), key=lambda one: one[0])
        for layer, (span, place) in in_layers:
            label, first = escaped(span.label), bisect_left(self._starts, place[0])
            for word in range(first, bisect_left(self._starts, place[1])):
                found.setdefault(word, []).append(f"{key(layer)}={'I' if word > first else 'B'}-{label}")
        return found

    def _lines(self, tags: dict[int, list[str]]) -> Iterator[str]:
        """Each sentence with its lines."""
        text, word = self._reading.text, 0
        for number, sentence in enumerate(self._sentences, 1):
            rows = []
            for n, (start, end) in enumerate(sentence, 1):
                follows = self._starts[word + 1] if word + 1 < len(self._starts) else len(text)
                misc = [
                    *tags.get(word, ()),
                    *([f"SpacesBefore={escaped(text[:start])}"] if word == 0 and start else []),
                    *said_after(text[end:follows], last=follows == len(text)),
                    f"TokenRange={start}:{end}",
                ]
                rows.append(f"{n}\t{text[start:end]}" + "\t_" * 7 + f"\t{cell(misc)}\n")
                word += 1
            yield f"# sent_id = {self._number}-{number}\n# text = {self._said(sentence)}\n{''.join(rows)}\n"

    def _said(self, sentence: Sequence[Fragment]) -> str:
        """The sentence, with one blank for whatever stands between two words."""
        text, last = self._reading.text, sentence[0][0]
        words = []
        for start, end in sentence:
            words.append((" " if start > last else "") + text[start:end])
            last = end
        return "".join(words)
