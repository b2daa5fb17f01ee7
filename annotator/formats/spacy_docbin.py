"""spaCy's binary files: a Doc for each layer, its spans under `sc`, those that do not overlap also as entities.

Through spaCy, which belongs to the extra `formats`. What a Doc has no place for goes along as our own JSON in its user
data, so that a file of ours comes back whole. Beside it stands a configuration that `spacy train` takes.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from annotator.errors import InputProblem, say
from annotator.formats import own_reading
from annotator.formats.cut_tokens import cut_tokens
from annotator.formats.extra import needed
from annotator.formats.found import FoundReading, FoundSpan, ReadOptions
from annotator.formats.json_rows import dumped
from annotator.formats.losses import Loss, WriteOptions
from annotator.formats.own_reading import STALE, OwnReading, OwnSpan
from annotator.formats.row_keys import Lost
from annotator.models import Fragment, Reading
from annotator.text import tokens

if TYPE_CHECKING:
    from spacy.tokens import Doc

NAME = "spacy"
TITLE = "spaCy (DocBin, with a configuration)"
SUFFIXES = (".spacy",)
READS, WRITES = True, True
CARRIES, LOSES = own_reading.CARRIES, own_reading.LOSES
FOLDER = False
CONFIG = "cfg"  # the ending of the configuration

KEY = "sc"  # where spaCy's span categoriser looks
WIDEST = 20  # tokens of a passage that the span categoriser is to look at; each one more costs time and memory
_OWN = "stancemark"
_MOST = 1 << 30  # bytes of an unpacked file
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_ANY = "xx"  # spaCy's language without rules
_ENTS = say("Spans below longer ones, or with white space at an end, are no entities; all are among the spans “sc”.")
_BROKEN = say("Export it again.")


def recognises(path: Path, head: bytes) -> bool:
    """Whether a file is packed as a DocBin is. Never raises."""
    return path.suffix.lower() == ".spacy" and head[:1] == b"\x78"


# -- out
def write(readings: Iterable[Reading], place: Path, options: WriteOptions | None = None) -> tuple[Loss, ...]:
    """Write one DocBin. Raises Problem without spaCy."""
    needed("spacy", "spacy")
    from spacy.tokens import DocBin
    from spacy.vocab import Vocab

    options, lost, vocab = options or WriteOptions(), Lost(), Vocab()
    bin_ = DocBin(store_user_data=True)
    for reading in readings:
        bin_.add(_doc(reading, options, lost, vocab))
    place.write_bytes(bin_.to_bytes())
    return lost.all()


def config(readings: Iterable[Reading], name: str) -> bytes:
    """A configuration for `spacy train`: entities and spans from the file `name`, until others are named for either."""
    needed("spacy", "spacy")
    language, widest = "", 1
    for reading in readings:
        language = language or reading.language or ""
        lengths = (_length(reading.text, piece) for span in reading.spans for piece in span.fragments)
        widest = max(widest, *lengths, 1)
    made = _for_language(language.lower().partition("-")[0])
    made["paths"] |= {"train": name, "dev": name}
    made["components"]["spancat"]["suggester"] = {
        "@misc": "spacy.ngram_range_suggester.v1", "min_size": 1, "max_size": min(widest, WIDEST),
    }  # fmt: skip
    return str(made.to_str()).encode("utf-8")


def _for_language(code: str) -> Any:
    """spaCy's own proposal; for a language that it does not have, or needs more packages for, the one without rules."""
    from spacy.cli.init_config import init_config

    try:
        lang = code if _LANGUAGE.fullmatch(code) else _ANY
        return init_config(lang=lang, pipeline=["ner", "spancat"], optimize="efficiency", gpu=False)
    except ImportError:
        return _for_language(_ANY)


def _length(text: str, piece: Fragment) -> int:
    return sum(1 for _ in tokens(text, *piece))


def _doc(reading: Reading, options: WriteOptions, lost: Lost, vocab: Any) -> Doc:
    from spacy.tokens import Doc
    from spacy.util import filter_spans

    own = own_reading.own(reading, options, lost)
    words, spaces, begins, ends = _words(reading.text, [piece for span in own.spans for piece in span.fragments])
    doc = Doc(vocab, words=words, spaces=spaces)
    marked = [(span, _marked(doc, span, begins, ends)) for span in own.spans]
    doc.spans[KEY] = found = [piece for _, pieces in marked for piece in pieces]
    doc.set_ents(filter_spans([piece for piece in found if piece.text == piece.text.strip()]))  # as its parser wants it
    kept = {(ent.start, ent.end, ent.label_) for ent in doc.ents}
    lost.add(_ENTS, *(s.id for s, pieces in marked if any((p.start, p.end, p.label_) not in kept for p in pieces)))
    doc.cats = {f"{key}={value}": 1.0 for key, value in reading.labels.items() if isinstance(value, str)}
    doc.user_data[_OWN] = dumped(own.model_dump()).decode()
    return doc


def _words(text: str, marks: Sequence[Fragment]) -> tuple[list[str], list[bool], dict[int, int], dict[int, int]]:
    """Words that make up the text, whether a blank follows each, which word begins at a place, and which is the first
    after one that ends there.

    White space but for single blanks is a word of its own.
    """
    words: list[str] = []
    spaces: list[bool] = []
    begins: dict[int, int] = {}
    ends: dict[int, int] = {}
    last = 0
    for start, end in (*cut_tokens(text, marks), (len(text), len(text))):
        gap = text[last:start]
        if gap.startswith(" ") and words:
            spaces[-1], gap = True, gap[1:]
        new = [word for word in (gap, text[start:end]) if word]
        words += new
        spaces += [False] * len(new)
        begins[start], ends[end] = len(words) - 1, len(words)
        last = end
    return words, spaces, begins, ends


def _marked(doc: Doc, span: OwnSpan, begins: dict[int, int], ends: dict[int, int]) -> list[Any]:
    from spacy.tokens import Span

    return [Span(doc, begins[start], ends[end], span.label, span_id=span.id) for start, end in span.fragments]


# -- in
def read(path: Path, options: ReadOptions | None = None) -> Iterator[FoundReading]:
    """The documents of a file. Raises InputProblem, also without spaCy."""
    needed("spacy", "spacy", path)
    for number, doc in enumerate(_docs(path), 1):
        try:
            found = _found(doc, path, number)
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            message = say("document {number} is not as it was written.", number=number)
            raise InputProblem(path, message, _BROKEN) from error
        yield found


def _docs(path: Path) -> Iterator[Doc]:
    from spacy.tokens import DocBin
    from spacy.vocab import Vocab

    try:
        _check_size(path)
        # unpacked by spaCy once more, but only what is known to fit
        yield from DocBin().from_disk(path).get_docs(Vocab())
    except OSError as error:
        message = say("the file cannot be read ({strerror}).", strerror=error.strerror)
        raise InputProblem(path, message, say("Check that it is there.")) from error
    except InputProblem:
        raise
    except Exception as error:  # whatever a damaged file does to spaCy
        raise InputProblem(path, say("it is damaged, or no file of spaCy’s documents."), _BROKEN) from error


def _check_size(path: Path) -> None:
    unpacking, size = zlib.decompressobj(), 0
    with path.open("rb") as file:
        while data := unpacking.unconsumed_tail or file.read(1 << 16):
            size += len(unpacking.decompress(data, 1 << 20))
            if size > _MOST:
                raise InputProblem(path, say("unpacked it is larger than a gigabyte."), say("Take it in parts."))


def _found(doc: Doc, path: Path, number: int) -> FoundReading:
    if not doc.text:
        return FoundReading(text="", left=(say("Document {number} has no text; it was left out.", number=number),))
    words = doc.user_data.get(_OWN)
    if not isinstance(words, str):
        spans, labels = _spans(doc), {name: value for name, value in doc.cats.items() if value}
        marked = bool(spans or labels)
        status: Any = "done" if marked else None
        return FoundReading(text=doc.text, annotator=path.stem, status=status, spans=spans, labels=labels)
    own = own_reading.said(words)
    if _unchanged(doc, own):
        return own_reading.found(own, doc.text)
    plain = own.model_copy(update={"spans": (), "relations": (), "stances": ()})
    return replace(own_reading.found(plain, doc.text), spans=_spans(doc), left=(STALE,))


def _unchanged(doc: Doc, own: OwnReading) -> bool:
    """Whether the spans are still those that were written, and nobody has put other entities in."""
    written = {(span.label, *piece) for span in own.spans for piece in span.fragments}
    there = {(span.label_, span.start_char, span.end_char) for span in doc.spans.get(KEY, ())}
    entities = {(ent.label_, ent.start_char, ent.end_char) for ent in doc.ents}
    return written == there and entities <= there


def _spans(doc: Doc) -> tuple[FoundSpan, ...]:
    """Entities, and the spans of all groups that are none. A span without a label is called after its group."""
    spans = [FoundSpan(f"ent {n}", e.label_, ((e.start_char, e.end_char),), e.text) for n, e in enumerate(doc.ents)]
    there = {(span.label, span.fragments) for span in spans}
    for key, group in sorted(doc.spans.items()):
        for n, one in enumerate(group):
            place: tuple[Fragment, ...] = ((one.start_char, one.end_char),)
            if (one.label_ or key, place) not in there:
                attrs = {} if key == KEY else {"key": key}
                spans.append(FoundSpan(f"{key} {n}", one.label_ or key, place, one.text, attrs))
    return tuple(spans)
