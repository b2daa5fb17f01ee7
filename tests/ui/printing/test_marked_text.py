"""Texts cut into pieces where marks begin and end: nothing is lost, and every mark has its brackets."""

from __future__ import annotations

import time
from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QApplication

from annotator import codebook
from annotator.formats.pieces import pieces
from annotator.models import Span
from tests.factories import TEXT, find, span
from ui.printing.marked_text import Look, MarkedText
from ui.theme import reading_font

CONTENT = codebook.default()


def marked(text: str, parts: list[tuple[tuple[int, int], ...]]) -> list[Span]:
    return [
        Span(id=f"s{n}", label="CLAIM", start=found[0][0], end=found[-1][1], quote="x", fragments=found)
        for n, found in enumerate(parts)
    ]


@st.composite
def texts_with_marks(draw: st.DrawFn) -> tuple[str, list[Span]]:
    text = draw(st.text(st.sampled_from("ab 🦊é\r\nمل\u0301"), min_size=1, max_size=40))
    ends = st.integers(0, len(text))
    parts = []
    for _ in range(draw(st.integers(0, 6))):
        cuts = sorted(draw(st.sets(ends, min_size=2, max_size=4)))
        parts.append(tuple((a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=False)))
    return text, marked(text, parts)


@given(texts_with_marks())
def test_pieces_are_the_text_and_brackets_stand_where_marks_do(given: tuple[str, list[Span]]) -> None:
    text, spans = given
    found = list(pieces(text, spans))
    assert "".join(piece.text for piece in found) == text
    at, opened, closed = 0, [], []
    for piece in found:
        opened += [(one.id, at) for one in piece.opening]
        assert {one.id for one in piece.spans} == {
            one.id for one in spans if any(start <= at < end for start, end in one.fragments)
        }
        at += len(piece.text)
        closed += [(one.id, at) for one in piece.closing]
    assert sorted(opened) == sorted((one.id, start) for one in spans for start, _ in one.fragments)
    assert sorted(closed) == sorted((one.id, end) for one in spans for _, end in one.fragments)


def test_what_lies_within_opens_later_and_closes_first() -> None:
    (one, two) = marked("abcdef", [((0, 6),), ((0, 3),)])
    first, second = pieces("abcdef", [two, one])
    assert first.opening == (one, two) and first.closing == (two,) and second.closing == (one,)
    assert first.spans == (one, two)


def test_labels_are_told_apart_without_colour(qapp: QApplication) -> None:
    looks = [Look.of(label.key, CONTENT) for label in CONTENT.span_labels]
    assert len({look.line for look in looks}) == len(looks) == 4
    assert Look.of("GONE", CONTENT).line is not None


def written(text: str, spans: list[Span]) -> QTextDocument:
    document = QTextDocument()
    numbers = {one.id: n for n, one in enumerate(spans, 1)}
    text_of = MarkedText(CONTENT, numbers)
    text_of.write(QTextCursor(document), text, spans, reading_font(13), QTextBlockFormat())
    return document


def test_brackets_have_the_numbers_of_marks(qapp: QApplication) -> None:
    inner, outer = span("b", *find(TEXT, "Ada Vale"), label="ACTOR"), span("a", *find(TEXT, "Minister Ada Vale"))
    plain = written(TEXT, [outer, inner]).toPlainText().strip().replace("\u2009", "")
    assert plain.startswith("[1Minister [2Ada Vale]2]1 said") and "\U0001f6a2 The ferry" in plain
    assert len(plain.splitlines()) == 2


def test_words_of_a_mark_are_on_its_ground_or_line(qapp: QApplication) -> None:
    document = written(TEXT, [span("b", *find(TEXT, "Ada Vale"), label="ACTOR"), span("a", *find(TEXT, "bridge"))])
    looks = {label: form(document, words) for label, words in (("ACTOR", "Ada Vale"), ("CLAIM", "bridge"))}
    assert looks["ACTOR"].background().color() == Look.of("ACTOR", CONTENT).ground
    assert looks["CLAIM"].underlineStyle() == QTextCharFormat.UnderlineStyle.SingleUnderline
    assert form(document, "must close").underlineStyle() == QTextCharFormat.UnderlineStyle.NoUnderline


def form(document: QTextDocument, words: str) -> QTextCharFormat:
    found = document.find(words)
    assert not found.isNull()
    return found.charFormat()


def test_a_long_paragraph_takes_no_longer_than_many_short_ones(qapp: QApplication) -> None:
    words = "The minister said that the bridge would close. "
    text = words * 2_000
    spans = [span(f"s{n}", n * 47 + 4, n * 47 + 12, text) for n in range(2_000)]
    many = timed(lambda: written(text.replace(". ", ".\n"), spans))
    assert timed(lambda: written(text, spans)) < 4 * many + 0.2


def timed(action: Callable[[], object]) -> float:
    """Seconds of processor time."""
    before = time.process_time()
    action()
    return time.process_time() - before
