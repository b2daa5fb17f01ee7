"""CoNLL files: a word a line, its tag in the last column, a blank line after each sentence.

Words are parted by blanks or tabs. The text is made of the words, with a blank between them and a line for each
sentence: the files do not say how it looked. How tags are meant is in `conll_tags`.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count, groupby, takewhile
from pathlib import Path
from typing import BinaryIO

from annotator.errors import InputProblem, say
from annotator.formats.conll_tags import is_tag, runs, tags
from annotator.formats.conll_words import sentences
from annotator.formats.decode import decode
from annotator.formats.found import FoundReading, FoundSpan, ReadOptions
from annotator.formats.losses import Loss, WriteOptions
from annotator.formats.row_keys import ACTORS, SPAN_ATTRS, STANCES, Lost, writable_spans
from annotator.models import Fragment, Reading, Span

NAME = "conll"
TITLE = "CoNLL (BIO tags)"
SUFFIXES = (".conll", ".bio", ".iob", ".iob2", ".iobes", ".bioes", ".txt")
READS, WRITES = True, True
CARRIES = ("spans",)
LOSES = (
    "the layout of texts", "what is known of articles", "who marked what", "spans over one another",
    "pieces of a span", "relations", "statements", "actors", "attributes", "labels", "notes", "raw files", "times",
    "stories", "the journal (history and undo)", "verdicts",
)  # fmt: skip
FOLDER = False

_START = "-DOCSTART-"
_NOTHING = "-X-"
_LOOK = 1 << 16  # as much as is looked at to recognise a file
_HEAD = b"-DOCSTART- -X- O O\n\n"  # spaCy knows no other
_CORRECT = say("Correct the line and import again.")

_UNREAD = say("Articles that nobody has read were left out: they would look like read ones in which there is nothing.")
_WHO = say("Whose layer it is, and whether it is finished, has no place in this format.")
_OVER = say("A word has one tag: spans over one another were left out, the longest or first named kept.")
_EMPTY = say("Spans of nothing but blanks have no place in this format.")
_RENAMED = say("Blanks in labels were written as _.")
_RELATIONS = say("Relations have no place in this format.")
_LABELS = say("Labels of the whole article have no place in this format.")
_NOTES = say("Notes have no place in this format.")


# -- reading
def recognises(_path: Path, head: bytes) -> bool:
    """Whether every line is words and a tag. Never raises."""
    lines = head.decode("utf-8-sig", "replace").split("\n")
    whole = lines[:-1] if len(lines) > 1 and len(head) >= _LOOK else lines
    cells = [found for line in whole if (found := _cells(line)) and not _is_comment(found)]
    rows = [found for found in cells if found[0] != _START]
    # one word and a tag may be a line of any text
    return len(rows) > (len(rows) == len(cells)) and all(len(row) > 1 and is_tag(row[-1]) for row in rows)


def read(path: Path, options: ReadOptions | None = None) -> Iterator[FoundReading]:
    """The articles of a file: what stands between two lines with -DOCSTART-, or all of it. Raises InputProblem."""
    options = options or ReadOptions()
    try:
        decoded = decode(path.read_bytes(), path, encoding=options.encoding)
    except OSError as error:
        problem = say("the file cannot be read ({strerror}).", strerror=error.strerror)
        raise InputProblem(path, problem, say("Check that it is there.")) from error
    left = (decoded.confidence_note,) if decoded.confidence_note else ()
    found = False
    for article in _articles(decoded.text, path):
        if article.tags:
            yield article.reading(left)
            found, left = True, ()
    if not found:
        raise InputProblem(path, say("there is no article in this file."), say("Look for the full copy."))


@dataclass
class _Article:
    """What was read of an article so far. `at`: how long its text is; `words`: where each stands in it."""

    line: int
    at: int = 0
    parts: list[str] = field(default_factory=list)
    words: list[Fragment] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    spans: list[FoundSpan] = field(default_factory=list)

    def add(self, word: str, tag: str) -> None:
        """One more word; one that is only blanks is none."""
        if not word:
            return
        if self.parts and not self.parts[-1].endswith("\n"):
            self._put(" ")
        start = self.at
        self._put(word)
        self.words.append((start, self.at))
        self.tags.append(tag)

    def _put(self, words: str) -> None:
        self.parts.append(words)
        self.at += len(words)

    def end_sentence(self) -> None:
        """A blank line; several are one."""
        if self.parts and not self.parts[-1].endswith("\n"):
            self._put("\n")
            self.tags.append("O")  # no span goes on
            self.words.append((self.at, self.at))

    def reading(self, left: tuple[str, ...]) -> FoundReading:
        """The article, with the spans that its tags say."""
        text = "".join(self.parts).rstrip("\n")
        spans = tuple(
            FoundSpan(str(n), run.label, ((start, end),), text[start:end])
            for n, run in enumerate(runs(self.tags), 1)
            for start, end in [(self.words[run.first][0], self.words[run.last - 1][1])]
        )
        return FoundReading(text=text, line=self.line, spans=spans, left=left)


def _articles(text: str, path: Path) -> Iterator[_Article]:
    article, numbered = _Article(1), _is_numbered(text)
    for number, line in enumerate(text.split("\n"), 1):
        cells = _cells(line)
        if not cells:
            article.end_sentence()
        elif cells[0].startswith(_START):
            yield article
            article = _Article(number)
        elif not _is_comment(cells):
            if len(cells) < 2 + numbered or not is_tag(cells[-1]):
                raise _untagged(path, line, number)
            article.add(cells[int(numbered)], cells[-1])
    yield article


def _cells(line: str) -> list[str]:
    """The columns of a line, parted by tabs if there is one, else by blanks."""
    line = line.rstrip()
    return [cell.strip() for cell in line.split("\t")] if "\t" in line else line.split()


def _is_comment(cells: Sequence[str]) -> bool:
    return cells[0].startswith("#") and not is_tag(cells[-1])


def _is_numbered(text: str) -> bool:
    """Whether the first column counts the words of a sentence, as in CoNLL-X, and the second has them."""
    rows = (_cells(line) for line in text[:_LOOK].split("\n"))
    firsts = [cells[:2] for cells in rows if len(cells) > 2 and not _is_comment(cells) and cells[0] != _START]
    counted = list(takewhile(lambda n: n < len(firsts) and firsts[n][0] == str(n + 1), count()))
    return len(counted) > 1 and firsts[0][1] != _NOTHING


def _untagged(path: Path, line: str, number: int) -> InputProblem:
    shown = line.strip() if len(line.strip()) <= 40 else f"{line.strip()[:39]}…"
    problem = say("this should be a word and a tag such as B-PER, I-PER or O, not “{line}”.", line=shown)
    return InputProblem(path, problem, _CORRECT, number)


# -- writing
def write(readings: Iterable[Reading], place: Path, options: WriteOptions | None = None) -> tuple[Loss, ...]:
    """Word, two columns that say nothing, tag. The layers of an article have the same words."""
    options = options or WriteOptions()
    lost = Lost()
    with place.open("wb") as file:
        for _, group in groupby(readings, key=lambda reading: reading.id):
            _write(list(group), file, options, lost)
    return lost.all()


def _write(layers: list[Reading], file: BinaryIO, options: WriteOptions, lost: Lost) -> None:
    lost.add(_UNREAD, *(reading.id for reading in layers if reading.layer is None))
    kept = [(reading, _kept(reading, options, lost)) for reading in layers if reading.layer is not None]
    text = layers[0].text
    found = list(sentences(text, [(span.start, span.end) for _, spans in kept for span in spans])) if kept else []
    words = [word for sentence in found for word in sentence]
    for reading, spans in kept:
        _tell(reading, spans, lost)
        places = [((span.start, span.end), "_".join(span.label.split()) or "_") for span in spans]
        given = tags(words, places)
        file.write(_HEAD)
        for sentence in found:
            rows = (f"{text[start:end]} {_NOTHING} {_NOTHING} {next(given)}\n" for start, end in sentence)
            file.write(("".join(rows) + "\n").encode())


def _kept(reading: Reading, options: WriteOptions, lost: Lost) -> list[Span]:
    """The spans that are written, in order, none over another: labels in the order they were named, then the longest,
    then the first."""
    spans = writable_spans(reading, options, lost)
    lost.add(_EMPTY, *(span.id for span in spans if not span.quote.strip()))
    rank = {label: number for number, label in enumerate(options.labels)}
    order = {span.id: number for number, span in enumerate(spans)}
    kept: list[tuple[int, int, str]] = []
    chosen = [span for span in spans if span.quote.strip()]
    for span in sorted(chosen, key=lambda s: (rank.get(s.label, 0), s.start - s.end, order[s.id])):
        at = bisect_right(kept, (span.start, span.end, ""))
        free = (at == 0 or kept[at - 1][1] <= span.start) and (at == len(kept) or kept[at][0] >= span.end)
        if free:
            insort(kept, (span.start, span.end, span.id))
    ids = {ident for _, _, ident in kept}
    lost.add(_OVER, *(span.id for span in chosen if span.id not in ids))
    return [span for span in spans if span.id in ids]


def _tell(reading: Reading, spans: Sequence[Span], lost: Lost) -> None:
    """What the format has no place for at all."""
    layer = reading.layer.id if reading.layer else reading.id
    lost.add(_WHO, layer)
    lost.add(_RENAMED, *(span.id for span in spans if span.label.split() != [span.label]))
    lost.add(ACTORS, *(span.id for span in spans if span.actor_id))
    lost.add(SPAN_ATTRS, *(span.id for span in spans if span.attrs))
    lost.add(_RELATIONS, *(relation.id for relation in reading.relations))
    lost.add(STANCES, *(stance.id for stance in reading.stances))
    lost.add(_LABELS, *([layer] if reading.labels else []))
    lost.add(_NOTES, *(note.id for note in reading.notes))
