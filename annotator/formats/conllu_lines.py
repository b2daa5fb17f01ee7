"""The lines of a CoNLL-U file as articles: the text put together again, and the spans that its tags say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from annotator.errors import InputProblem, Sentence, say
from annotator.formats.conll_tags import OUTSIDE, runs
from annotator.formats.conllu_misc import after, parts, tags_of, unescaped
from annotator.models import Fragment

OWN = "stancemark"  # the comment that holds what CoNLL-U has no place for
_WORD = re.compile(r"(\d{1,9})(?:-(\d{1,9}))?")
_EMPTY_NODE = re.compile(r"\d{1,9}\.\d{1,9}")
_COMMENT = re.compile(r"#\s*(newdoc|newpar|stancemark)\b(?:\s*(?:id)?\s*=\s*(.*))?")


@dataclass
class Article:
    """An article as far as it was read. `own`: what its comment of ours says, with its line. `spans`: as label and
    place, in the order of the file."""

    line: int
    id: str | None = None
    own: tuple[str, int] | None = None
    spans: list[tuple[str, Fragment]] = field(default_factory=list)
    _parts: list[str] = field(default_factory=list)
    _length: int = 0
    _gap: str | None = ""  # after the last word; None: nothing is said
    _paragraph: bool = False
    _words: list[Fragment] = field(default_factory=list)  # of this sentence
    _tags: dict[str, list[str]] = field(default_factory=dict)
    _within: int = 0  # the last word that the word of several before it stands for

    @property
    def text(self) -> str:
        """The text; a blank that nothing says is none at its end."""
        return "".join(self._parts) + (self._gap or "")

    def new_paragraph(self) -> None:
        """The next word begins a line, if it is not said what is before it."""
        self._paragraph = True

    def word(self, first: int, last: int, form: str, misc: dict[str, str]) -> None:
        """One more word, or one that stands for the words `first` to `last`."""
        if first <= self._within:
            self._tag(tags_of(misc), over=False)
            return
        self._within = last if last > first else 0
        gap = self._gap if self._gap is not None else "\n" if self._paragraph else " "
        self._paragraph = False
        self._put(gap + unescaped(misc.get("SpacesBefore", "")))
        start = self._length
        self._put(form)
        self._words.append((start, self._length))
        self._gap = after(misc)
        self._tag(tags_of(misc), over=True)

    def _put(self, words: str) -> None:
        self._parts.append(words)
        self._length += len(words)

    def _tag(self, found: dict[str, str], *, over: bool) -> None:
        """Tags of the last word; not `over`: only where it has none yet."""
        for layer, tag in found.items():
            tags = self._tags.setdefault(layer, [])
            tags.extend([OUTSIDE] * (len(self._words) - len(tags)))
            if over or tags[-1] == OUTSIDE:
                tags[-1] = tag

    def end_sentence(self) -> None:
        """What was tagged in it becomes spans."""
        for tags in self._tags.values():
            for run in runs(tags + [OUTSIDE] * (len(self._words) - len(tags))):
                place = (self._words[run.first][0], self._words[run.last - 1][1])
                self.spans.append((unescaped(run.label), place))
        self._words, self._tags, self._within = [], {}, 0


def articles(text: str, path: Path) -> Iterator[Article]:
    """The articles in order, those without a word left out. Raises InputProblem for a line that is none."""
    article = Article(1)
    for number, line in enumerate(text.split("\n"), 1):
        row = line.removesuffix("\r")
        if row.startswith("#"):
            kind, value = _comment(row)
            if kind == "newdoc":
                yield from _ended(article)
                article = Article(number, unescaped(value) or None)
            elif kind == "newpar":
                article.new_paragraph()
            elif kind == OWN:
                article.own = (value, number)
        elif row.strip():
            _add(article, row, path, number)
        else:
            article.end_sentence()
    yield from _ended(article)


def _ended(article: Article) -> Iterator[Article]:
    article.end_sentence()
    if article.text:
        yield article


def _comment(row: str) -> tuple[str, str]:
    found = _COMMENT.match(row)
    return (found[1], (found[2] or "").strip()) if found else ("", "")


def _add(article: Article, row: str, path: Path, number: int) -> None:
    columns = row.split("\t")
    if len(columns) != 10:
        raise _wrong(path, say("this line has {number} columns, not 10.", number=len(columns)), number)
    found = _WORD.fullmatch(columns[0])
    if found:
        if not columns[1]:
            raise _wrong(path, say("this line has no word in its second column."), number)
        first = int(found[1])
        article.word(first, int(found[2] or first), columns[1], parts(columns[9]))
    elif not _EMPTY_NODE.fullmatch(columns[0]):  # a word that is not in the text
        raise _wrong(path, say("“{number}” is no number of a word.", number=columns[0][:40]), number)


def _wrong(path: Path, message: Sentence, number: int) -> InputProblem:
    return InputProblem(path, message, say("Correct the line and import again."), number)
