"""Files of one object an article for tests, and what of a reading should be found in them again."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from annotator.errors import InputProblem
from annotator.formats.found import FoundReading, FoundSpan
from annotator.formats.row_keys import ARTICLE_KEYS
from annotator.models import Article, Reading, ReadingLayer, ReadingNote, Relation, Span
from annotator.text import quote

# an emoji before everything, a combining mark, a right-to-left word, CR LF, a tab, two blanks, no line end
TEXT = "\U0001f6a2 Ada Vale said “the toll\twill rise”.\r\nPort  Unión (שלום) backs hër"

Read = Callable[[Path], Iterator[FoundReading]]


def place(words: str, text: str = TEXT) -> tuple[int, int]:
    """Where words stand in the text."""
    start = text.index(words)
    return start, start + len(words)


def span(ident: str, words: str, label: str = "CLAIM", text: str = TEXT, **fields: Any) -> Span:
    """A span over words."""
    start, end = place(words, text)
    return Span(id=ident, label=label, start=start, end=end, quote=words, fragments=((start, end),), **fields)


def reading(*spans: Span, text: str = TEXT, who: str | None = "Ada", status: Any = "done", **fields: Any) -> Reading:
    """A reading with these spans."""
    given = {key: fields.pop(key) for key in (*ARTICLE_KEYS, "meta") if key in fields}
    article = Article.of(text, **{"title": "Toll", **given})
    values = {name: getattr(article, name) for name in Article.model_fields}
    layer = ReadingLayer(id=f"layer of {who}", annotator=who, status=status) if who else None
    return Reading(**values, layer=layer, spans=spans, **fields)


def full(who: str = "Ada", **fields: Any) -> Reading:
    """A reading with overlapping spans, a relation, a label and a note."""
    return reading(
        span("a", "Ada Vale", "ACTOR"), span("c", "the toll\twill rise"), span("t", "the toll", "TARGET"),
        relations=(Relation(id="r", label="SPEAKER", head_id="c", tail_id="a"),),
        labels={"tone": "sharp"}, notes=(ReadingNote(id="n", author=who, text="sure?"),),
        who=who, source="Post", published="2026-01-02", external_id="x1", meta={"page": 3}, **fields,
    )  # fmt: skip


def in_pieces(ident: str = "p") -> Span:
    """A span in two pieces."""
    parts = (place("Ada"), place("rise"))
    return Span(
        id=ident, label="CLAIM", start=parts[0][0], end=parts[1][1], quote=quote(TEXT, parts), fragments=parts
    )  # fmt: skip


def save(folder: Path, *rows: Any, name: str = "ada.jsonl") -> Path:
    """The rows as JSON lines."""
    path = folder / name
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8", newline="\n")
    return path


def said(read: Read, path: Path, line: int | None) -> str:
    """What is said of a broken file; it has to name the line."""
    with pytest.raises(InputProblem) as found:
        list(read(path))
    assert (found.value.path, found.value.line) == (path, line)
    assert found.value.remedy
    return str(found.value)


def covered(found: FoundReading) -> list[tuple[str, int, int]]:
    """The spans of a reading as label, start, end."""
    return sorted((s.label, *s.fragments[0]) for s in found.spans)


def links(found: FoundReading) -> list[tuple[Any, ...]]:
    """The relations of a reading, each with the spans at its ends."""
    ends: dict[str, FoundSpan] = {s.id: s for s in found.spans}
    assert len(ends) == len(found.spans)  # ids are unique
    return sorted(
        (r.label, ends[r.head].label, *ends[r.head].fragments, ends[r.tail].label, *ends[r.tail].fragments)
        for r in found.relations
    )


def covered_by(wanted: Reading) -> list[tuple[str, int, int]]:
    """As `covered`, of a reading that was written."""
    return sorted((s.label, s.start, s.end) for s in wanted.spans)


def links_of(wanted: Reading) -> list[tuple[Any, ...]]:
    """As `links`, of a reading that was written."""
    ends = {s.id: s for s in wanted.spans}
    pairs = ((r.label, ends[r.head_id], ends[r.tail_id]) for r in wanted.relations)
    return sorted((label, h.label, (h.start, h.end), t.label, (t.start, t.end)) for label, h, t in pairs)


def same_article(found: FoundReading, wanted: Reading) -> bool:
    """Whether text, description and meta came back."""
    return (found.text, found.meta) == (wanted.text, wanted.meta) and all(
        getattr(found, key) == getattr(wanted, key) for key in ARTICLE_KEYS
    )
