"""Places in a text: every local scan agrees with the global one."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise

import pytest
import regex
from hypothesis import example, given
from hypothesis import strategies as st

from annotator import text as texts
from annotator.text import (
    Utf16Map,
    first_surrogate,
    fragment_fault,
    grapheme_bounds,
    graphemes,
    line_of,
    line_starts,
    next_token,
    previous_token,
    quote,
    snap,
    token_at,
    tokens,
    trim,
    with_words,
)  # fmt: skip

PIECES = [
    *("\U0001f6a2", "\U0001f468\u200d\U0001f469\u200d\U0001f467", "\U0001f1ee\U0001f1ea", "e\u0301", "שלום", "नमस्ते"),
    *("\r\n", "\n", "\r", " ", "\u00a0", "\u2028", "\u200b", "\x00", "don't", "U.S.", "1,000", "well-known"),
    *("“No,”", "...", "--", "日本語", "ﷺ", "a", "한글", "'", "ä"),
]
TEXTS = st.lists(st.sampled_from(PIECES) | st.characters(exclude_categories=["Cs"]), max_size=25).map("".join)


@st.composite
def text_and_place(draw: st.DrawFn) -> tuple[str, int]:
    """A text and a position in it, its end included."""
    text = draw(TEXTS)
    return text, draw(st.integers(0, len(text)))


@st.composite
def text_and_range(draw: st.DrawFn) -> tuple[str, int, int]:
    """A text and a range in it."""
    text = draw(TEXTS)
    start, end = sorted((draw(st.integers(0, len(text))), draw(st.integers(0, len(text)))))
    return text, start, end


@given(TEXTS)
def test_utf16_positions_are_those_of_the_encoding(text: str) -> None:
    mapped = Utf16Map(text)
    units = [len(text[:n].encode("utf-16-le")) // 2 for n in range(len(text) + 1)]
    assert [mapped.to_utf16(n) for n in range(len(text) + 1)] == units
    assert [mapped.to_codepoint(u) for u in units] == list(range(len(text) + 1))
    for unit in range(units[-1]):
        # inside a pair: the pair's start
        assert mapped.to_codepoint(unit) == bisect_right(units, unit) - 1


@given(TEXTS)
def test_graphemes_at_a_place_are_those_of_the_whole(text: str) -> None:
    whole = [m.span() for m in regex.finditer(r"\X", text)]
    assert list(graphemes(text, 0, len(text))) == whole
    for start, end in whole:
        for position in range(start, end):
            assert grapheme_bounds(text, position) == (start, end)
    if text:
        assert grapheme_bounds(text, len(text)) == whole[-1]
    else:
        assert grapheme_bounds(text, 0) == (0, 0)


@given(TEXTS)
def test_tokens_cover_everything_but_blanks(text: str) -> None:
    found = list(tokens(text))
    assert found == sorted(found)
    assert all(a < b <= c for (a, b), (c, _) in zip(found, [*found[1:], (len(text), 0)], strict=False))
    covered = {n for a, b in found for n in range(a, b)}
    assert {n for n, c in enumerate(text) if not c.isspace()} <= covered
    # a token may hold a blank only as part of one user-perceived character
    clusters = [m.span() for m in regex.finditer(r"\X", text)]
    for a, b in found:
        assert not text[a].isspace() or (a, b) in clusters


@given(text_and_place())
@example(("a-b", 2))
def test_the_token_at_a_place_is_one_of_the_whole(case: tuple[str, int]) -> None:
    text, position = case
    whole = list(tokens(text))
    holding = [t for t in whole if t[0] <= position < t[1]]
    ending = [t for t in whole if t[1] == position]
    assert token_at(text, position) == next(iter(holding + ending), None)
    assert next_token(text, position) == next((t for t in whole if t[0] >= position), None)
    assert previous_token(text, position) == next((t for t in reversed(whole) if t[1] <= position), None)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("don't U.S. 1,000", ["don't", "U.S", ".", "1,000"]),
        ("“No,” he", ["“", "No", ",", "”", "he"]),
        ("well-known a–b", ["well-known", "a", "–", "b"]),
        ("e\u0301t\u00e9\u200b", ["e\u0301t\u00e9", "\u200b"]),
        ("", []),
        (" \r\n\u00a0", []),
    ],
)
def test_what_a_token_is(text: str, found: list[str]) -> None:
    assert [text[a:b] for a, b in tokens(text)] == found


@given(text_and_range())
def test_snapping_gives_whole_tokens_and_does_so_once(case: tuple[str, int, int]) -> None:
    text, start, end = case
    a, b = snap(text, start, end)
    assert snap(text, a, b) == (a, b)
    assert snap(text, end, start) == snap(text, start, end) or not text[start:end].strip()
    if text[start:end].strip():
        assert a <= trim(text, start, end)[0] < trim(text, start, end)[1] <= b
        bounds = list(tokens(text))
        assert a in {s for s, _ in bounds}
        assert b in {e for _, e in bounds}


@given(text_and_range())
def test_trimming(case: tuple[str, int, int]) -> None:
    text, start, end = case
    a, b = trim(text, start, end)
    assert start <= a <= b <= end
    assert text[a:b] == text[start:end].strip()


@given(text_and_range())
def test_lines(case: tuple[str, int, int]) -> None:
    text, position, _ = case
    starts = line_starts(text)
    assert len(starts) == len(re.split(r"\r\n|\n|\r", text))
    line = line_of(starts, position)
    assert starts[line] <= position
    assert line == len(starts) - 1 or position < starts[line + 1]


@given(st.lists(st.tuples(st.integers(-3, 12), st.integers(-3, 12)), max_size=4), st.integers(0, 10))
def test_a_fault_is_found_exactly_where_there_is_one(fragments: list[tuple[int, int]], length: int) -> None:
    sound = (
        bool(fragments)
        and all(0 <= a < b <= length for a, b in fragments)
        and all(b <= c for (_, b), (c, _) in pairwise(fragments))
    )
    assert (fragment_fault(fragments, length) is None) == sound


@pytest.mark.parametrize(
    ("fragments", "sentence"),
    [
        ([], "it has no fragment"), ([(2, 2)], "fragment 2–2 is empty"), ([(-1, 2)], "before the text"),
        ([(0, 3), (2, 5)], "overlaps"), ([(4, 5), (0, 1)], "out of order"), ([(0, 11)], "after the end of the text"),
    ],
)  # fmt: skip
def test_a_fault_is_said_in_words(fragments: list[tuple[int, int]], sentence: str) -> None:
    assert sentence in (fragment_fault(fragments, 10) or "")


def test_a_quote_is_the_fragments_joined_by_a_blank() -> None:
    assert quote("the old bridge", [(0, 3)]) == "the"
    assert quote("the old bridge", [(0, 3), (8, 14)]) == "the bridge"


def test_lone_surrogates_are_found() -> None:
    assert first_surrogate("a\U0001f6a2") is None
    assert first_surrogate("ab\ud83d") == 2


def test_a_local_scan_stays_local_in_a_text_without_blanks() -> None:
    text = "x" * 100_000
    start, end = token_at(text, 50_000) or (0, 0)
    assert start <= 50_000 < end
    assert grapheme_bounds(text, 50_000) == (50_000, 50_001)
    assert texts.previous_token(text + " ", 100_001) is not None


def test_words_join_fragments_or_are_taken_out() -> None:
    text = "one two three four"
    assert with_words(text, [(0, 3)], 8, 13) == [(0, 3), (8, 13)]
    assert with_words(text, [(0, 3), (8, 13)], 4, 7) == [(0, 13)]
    assert with_words(text, [(0, 13)], 4, 7) == [(0, 3), (8, 13)]
    assert with_words(text, [(0, 3)], 0, 3) == []
    assert with_words(text, [(4, 13)], 0, 7) == [(0, 13)]


@given(st.text(alphabet="ab é👩\n", min_size=1, max_size=30), st.data())
def test_fragments_stay_sorted_and_disjoint(text: str, data: st.DataObject) -> None:
    parts: list[tuple[int, int]] = []
    for _ in range(4):
        start = data.draw(st.integers(0, len(text) - 1))
        end = data.draw(st.integers(start + 1, len(text)))
        start, end = trim(text, start, end)
        if start < end:
            parts = with_words(text, parts, start, end)
            assert not parts or fragment_fault(parts, len(text)) is None
