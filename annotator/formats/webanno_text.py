"""The sentences of a WebAnno TSV file as one text, and where in it each token and part of a token stands.

Offsets in the files are UTF-16 units. A token is where its offsets say if its words stand there, else where they are
found next; so files are read, too, whose writers counted otherwise.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from annotator.errors import InputProblem, Sentence, say
from annotator.formats.webanno_cells import unescaped_text
from annotator.models import Fragment
from annotator.text import Utf16Map

_ROW = re.compile(r"\d{1,9}-\d{1,9}(\.\d{1,9})?")
_PLACE = re.compile(r"(\d{1,9})-(\d{1,9})")
_GAP = 1_000  # blanks between sentences that are believed


@dataclass(frozen=True, slots=True)
class Unit:
    """A token or part of one. `place`: in the text; `cells`: its columns after the words; `line`: from 1."""

    id: str
    place: Fragment
    cells: list[str]
    line: int


@dataclass
class Text:
    """The text as far as it was read, and its units. `at`: where it ends in the file's own count."""

    path: Path
    parts: list[str] = field(default_factory=list)
    length: int = 0
    at: int = 0
    units: list[Unit] = field(default_factory=list)

    def sentence(self, lines: list[str], rows: list[tuple[int, str]]) -> None:
        """One more sentence: the lines of its text, and its rows with their numbers. Raises InputProblem."""
        if not rows:
            return
        words = "\n".join(unescaped_text(line) for line in lines)
        first = self.row(*rows[0])
        lead = len(words) - len(words.lstrip()) if not words.startswith(first.words) else 0
        gap = min(max(first.start - lead - self.at, 0), _GAP)
        self._put(("\n" + " " * (gap - 1) if self.parts else " " * gap) if gap else "")
        _Sentence(self, words, first.start - lead).add(rows)
        self._put(words)

    def _put(self, words: str) -> None:
        self.parts.append(words)
        self.length += len(words)

    def row(self, number: int, row: str) -> _Row:
        """A row of a token or part of one. Raises InputProblem."""
        cells = row.split("\t")
        place = _PLACE.fullmatch(cells[1]) if len(cells) > 2 else None
        if place is None or not _ROW.fullmatch(cells[0]):
            shown = row if len(row) <= 40 else f"{row[:39]}…"
            raise self.wrong(say("this is no row of a WebAnno file: “{line}”.", line=shown), number)
        return _Row(cells[0], int(place[1]), int(place[2]), unescaped_text(cells[2]), cells[3:], number)

    def wrong(self, message: Sentence, number: int) -> InputProblem:
        """What to raise for a line that cannot be taken in."""
        return InputProblem(self.path, message, say("Correct the line, or export the file again."), number)


@dataclass(frozen=True, slots=True)
class _Row:
    id: str
    start: int
    end: int
    words: str
    cells: list[str]
    line: int


class _Sentence:
    """A sentence with its words. `start`: where it begins in the file's own count."""

    def __init__(self, text: Text, words: str, start: int) -> None:
        self._text, self._words, self._start = text, words, start
        self._units = Utf16Map(words)
        self._cursor = 0

    def add(self, rows: list[tuple[int, str]]) -> None:
        """Its rows, in order."""
        token, place = None, (0, 0)
        for number, line in rows:
            row = self._text.row(number, line)
            if "." not in row.id:
                token, place = row, self._token(row)
                self._put(row, place)
            elif token is None or row.start < token.start or row.end > token.end:
                raise self._text.wrong(say("this part of a token does not lie in the token before it."), number)
            else:
                self._put(row, self._part(row, token, place))
        tail = self._words[self._cursor :]
        self._text.at = (token.end if token else self._start) + Utf16Map(tail).to_utf16(len(tail))

    def _put(self, row: _Row, place: Fragment) -> None:
        base = self._text.length
        self._text.units.append(Unit(row.id, (base + place[0], base + place[1]), row.cells, row.line))

    def _token(self, row: _Row) -> Fragment:
        said = self._units.to_codepoint(max(row.start - self._start, 0))
        there = said >= self._cursor and self._words.startswith(row.words, said)
        start = said if there else self._words.find(row.words, self._cursor)
        if start < 0:
            message = say("the token “{words}” does not stand in the text of its sentence.", words=row.words[:40])
            raise self._text.wrong(message, row.line)
        self._cursor = start + len(row.words)
        return start, self._cursor

    def _part(self, row: _Row, token: _Row, place: Fragment) -> Fragment:
        """A part of a token, in units of UTF-16 or, if its words are not there, of code points."""
        start, end = row.start - token.start, row.end - token.start
        units = Utf16Map(token.words)
        first, last = units.to_codepoint(start), units.to_codepoint(end)
        if token.words[first:last] != row.words and token.words[start:end] == row.words:
            first, last = start, end
        return place[0] + first, min(place[0] + last, place[1])
