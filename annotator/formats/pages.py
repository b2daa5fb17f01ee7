"""Readings as web pages to look at and print: one self-contained file each, without scripts, nothing loaded.

Each mark begins with a chip of its label and its number, and has a line of its own below the words, so that marks over
one another are told apart without colours.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from pathlib import Path
from typing import Any

from annotator.errors import say
from annotator.formats.brat_folder import Names, file_name
from annotator.formats.losses import Loss, WriteOptions
from annotator.formats.pieces import pieces
from annotator.models import Reading, Span, Stance

NAME = "pages"
TITLE = "Pages to read and print (HTML)"
SUFFIXES = (".html",)
READS, WRITES = False, True
CARRIES = ("articles", "layers", "spans", "relations", "statements", "labels", "notes", "names of actors")
LOSES = ("what a page cannot give back: no mark in it can be brought in again",)
FOLDER = True

INDEX = "index.html"
_TO_READ = say("A page is for reading: no mark in it can be brought in again.")
_LINES = ("solid", "dotted", "dashed", "double")
_LANES = 6  # lines below the words; marks over more than that share the last
_SIGNS = {"support": "+", "oppose": "−", "neutral": "0", "mixed": "±", None: "?"}
_STYLE = """
:root { color-scheme: light dark; --ink: #1c2528; --dim: #5a686c; --line: #d5dcde; --page: #fff; --chip: #eef3f3; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e3e9ea; --dim: #9aa8ac; --line: #3a4548; --page: #14191b; --chip: #232c2f; } }
body { font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--page); margin: 2rem auto;
  max-width: 46rem; padding: 0 1rem; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 .25rem; } h2 { font-size: 1.05rem; margin: 2rem 0 .5rem; }
.about, .chip, th { color: var(--dim); } .about { margin: 0 0 1.5rem; font-size: .9rem; }
.text { font: 1.1rem/2.4 Georgia, serif; white-space: pre-wrap; overflow-wrap: anywhere; }
.m { border-bottom: 2px solid; }
.chip { font: 600 .62rem/1 system-ui, sans-serif; background: var(--chip); border-radius: 3px; padding: 1px 3px;
  margin-inline-end: 2px; vertical-align: super; white-space: nowrap; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; } caption { text-align: start; }
th, td { text-align: start; vertical-align: top; border-bottom: 1px solid var(--line); padding: .3rem .6rem .3rem 0; }
.number { font-variant-numeric: tabular-nums; white-space: nowrap; }
@media print { body { margin: 0; max-width: none; font-size: 11px; } h2 { break-after: avoid; }
  tr { break-inside: avoid; } }
"""


def write(readings: Iterable[Reading], place: Path, options: WriteOptions | None = None) -> tuple[Loss, ...]:
    """A folder for each annotator with a page for each article, and a list of them; what nobody read lies beside."""
    options, names = options or WriteOptions(), Names()
    listed: list[tuple[str, str, str]] = []
    for reading in readings:
        who = options.name(reading.layer.annotator) if reading.layer else ""
        folder = place / names.folder(who) if who else place
        folder.mkdir(exist_ok=True)
        page = folder / f"{file_name(reading)}.html"
        page.write_text(page_of(reading, options), encoding="utf-8", newline="\n")
        listed.append((page.relative_to(place).as_posix(), reading.title, who))
    (place / INDEX).write_text(_index(listed), encoding="utf-8", newline="\n")
    return (Loss(_TO_READ),)


def page_of(reading: Reading, options: WriteOptions) -> str:
    """The page of one reading. The same reading and options give the same text."""
    return "".join(_Page(reading, options).parts())


def _whole(title: str, language: str | None, body: Iterable[str]) -> Iterator[str]:
    lang = f' lang="{escape(language)}"' if language else ""
    yield f'<!DOCTYPE html>\n<html{lang}>\n<head>\n<meta charset="utf-8">\n'
    yield "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
    yield f'<meta name="viewport" content="width=device-width">\n<title>{escape(title)}</title>\n'
    yield f"<style>{_STYLE}</style>\n</head>\n<body>\n"
    yield from body
    yield "</body>\n</html>\n"


def _index(listed: Sequence[tuple[str, str, str]]) -> str:
    title = say("Articles")
    rows = ((f'<a href="{escape(place)}">{escape(name)}</a>', escape(who)) for place, name, who in listed)
    table = _table("", (say("Article"), say("Read by")), rows)
    return "".join(_whole(title, None, (f"<h1>{escape(title)}</h1>\n", *table)))


class _Page:
    def __init__(self, reading: Reading, options: WriteOptions) -> None:
        self._reading, self._options = reading, options
        spans = (span for span in reading.spans if not options.labels or span.label in options.labels)
        self._spans = sorted(spans, key=lambda span: (span.start, -span.end, span.id))
        self._numbers = {span.id: number for number, span in enumerate(self._spans, 1)}
        self._names = {a.id: a.name for a in reading.actors} | {i.id: i.name for i in reading.issues}
        labels = sorted({span.label for span in self._spans})
        self._line = {label: _LINES[n % len(_LINES)] for n, label in enumerate(labels)}
        self._hue = {label: round(360 * n / max(len(labels), 1) + 20) % 360 for n, label in enumerate(labels)}

    def parts(self) -> Iterator[str]:
        return _whole(self._reading.title, self._reading.language, self._body())

    def _body(self) -> Iterator[str]:
        reading = self._reading
        yield f'<h1 dir="auto">{escape(reading.title)}</h1>\n<p class="about">{escape(self._about())}</p>\n'
        yield f'<div class="text" dir="auto">{"".join(self._text())}</div>\n'
        yield from _table(
            say("Statements"), (say("Who"), say("Stance"), say("On what"), say("Evidence")),
            (self._statement(stance) for stance in sorted(reading.stances, key=lambda one: (one.evidence, one.id))),
        )  # fmt: skip
        yield from _table(
            say("Marks"), (say("No."), say("Label"), say("Words"), say("More about it")), map(self._mark, self._spans)
        )
        labels = ((escape(key), escape(self._value(value))) for key, value in reading.labels.items())
        yield from _table(say("Labels of the article"), (say("Label"), say("Value")), labels)
        notes = ((escape(self._options.name(note.author)), escape(note.text)) for note in reading.notes)
        yield from _table(say("Notes"), (say("Who"), say("Note")), notes)

    def _about(self) -> str:
        reading = self._reading
        said = [reading.source, reading.author, reading.published, reading.url]
        if reading.layer:
            said.append(say("read by {name}", name=self._options.name(reading.layer.annotator)))
        return " · ".join(part for part in said if part)

    def _text(self) -> Iterator[str]:
        """The text; a mark that goes on over the end of another is closed and opened again."""
        lanes = self._lanes()
        for piece in pieces(self._reading.text, self._spans):
            for span in piece.opening:
                edge = f"border-inline-start:3px solid {self._colour(span.label)}"
                yield f'<span class="chip" style="{edge}">{escape(span.label)} {self._numbers[span.id]}</span>'
            ends = "</span>" * len(piece.spans)
            opens = "".join(self._open(span, lanes[span.id]) for span in piece.spans)
            yield f"{opens}{escape(piece.text)}{ends}"

    def _open(self, span: Span, lane: int) -> str:
        style = f"border-color:{self._colour(span.label)};border-bottom-style:{self._line[span.label]}"
        return f'<span class="m" style="{style};padding-bottom:{3 * lane}px">'

    def _colour(self, label: str) -> str:
        return f"hsl({self._hue[label]} 55% 45%)"

    def _lanes(self) -> dict[str, int]:
        """How far below the words the line of each mark is: no two over the same words are at the same height."""
        ends: list[int] = []
        found: dict[str, int] = {}
        for span in self._spans:
            lane = next((n for n, end in enumerate(ends) if end <= span.start), min(len(ends), _LANES - 1))
            if lane == len(ends):
                ends.append(0)
            ends[lane] = max(ends[lane], span.end)
            found[span.id] = lane
        return found

    # -- rows of the tables
    def _statement(self, stance: Stance) -> tuple[str, ...]:
        holder = self._names.get(stance.holder.id or "") or {"author": say("The author")}.get(
            stance.holder.kind, say("Unnamed")
        )
        if stance.expressed_by:
            speaker = self._names.get(stance.expressed_by, "")
            holder = say("{holder}, by {speaker}", holder=holder, speaker=speaker)
        said = f"{_SIGNS[stance.polarity]} {stance.polarity or say('undecided')}"
        flags = ((say("implicit"), not stance.explicit), (say("irony"), stance.irony), (say("negated"), stance.negated))
        more = [say("intensity {number}", number=stance.intensity)] if stance.intensity else []
        said = ", ".join([said, *more, *(name for name, on in flags if on)])
        text = self._reading.text
        evidence = " … ".join(text[start:end] for start, end in stance.evidence) or self._mark_of(stance.claim_id)
        target = self._names.get(stance.target.id) or self._mark_of(stance.target.id)
        words = " — ".join(part for part in (evidence, stance.note) if part)
        return escape(holder), escape(said), escape(target), escape(words)

    def _mark_of(self, span_id: str | None) -> str:
        span = next((span for span in self._spans if span.id == span_id), None)
        return f"[{self._numbers[span.id]}] {span.quote}" if span else ""

    def _mark(self, span: Span) -> tuple[str, ...]:
        more = [self._names.get(span.actor_id, "")] if span.actor_id else []
        more += [f"{key}: {self._value(value)}" for key, value in span.attrs.items()]
        more += [say("not sure")] if span.uncertain else []
        links = (r for r in self._reading.relations if r.head_id == span.id and r.tail_id in self._numbers)
        more += [f"{link.label} → {self._numbers[link.tail_id]}" for link in links]
        number = f'<span class="number">{self._numbers[span.id]}</span>'
        return number, escape(span.label), escape(span.quote), escape(" · ".join(part for part in more if part))

    def _value(self, value: Any) -> str:
        if isinstance(value, dict):
            return "; ".join(f"{self._names.get(key, key)}: {self._value(one)}" for key, one in value.items())
        if isinstance(value, list | tuple):
            return ", ".join(map(self._value, value))
        return self._names.get(str(value), str(value))


def _table(title: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """A table of cells that are HTML already; nothing without rows."""
    made = ["".join(f'<td dir="auto">{cell}</td>' for cell in row) for row in rows]
    if not made:
        return
    if title:
        yield f"<h2>{escape(title)}</h2>\n"
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in heads)
    yield f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n"
    yield from (f"<tr>{cells}</tr>\n" for cells in made)
    yield "</tbody>\n</table>\n"
