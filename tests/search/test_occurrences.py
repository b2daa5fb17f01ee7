"""Whole-token places of a string: the same as a slow search, at the right code points."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.search.occurrences import ENDINGS, Covers, Finder
from annotator.text import tokens

WORDS = [
    "Vale",
    "vale",
    "VALE",
    "Straße",
    "STRASSE",
    "İstanbul",
    "e\u0301tat",
    "ليلى",
    "🦊",
    "ﬁn",
    "Port",
    "Union",
    "s",
]
GAPS = [" ", "\r\n", "\n", ", ", "’s ", "'s ", "s ", "es ", "-", "👩‍👩‍👧", "\u0301 "]
TEXTS = st.lists(st.sampled_from(WORDS + GAPS), max_size=14).map("".join)


def hits(text: str, *strings: str, case: bool = True, inflections: bool = False) -> list[str]:
    return [text[a:b] for a, b in Finder(strings, case=case, inflections=inflections).ranges(text)]


def slow(text: str, needle: str, case: bool, inflections: bool) -> set[tuple[int, int]]:
    """Every run of whole tokens that is the needle, by trying all of them."""
    fold = (lambda x: x) if case else str.casefold
    bounds = list(tokens(text))
    found = set()
    for n, (start, _) in enumerate(bounds):
        for _, end in bounds[n:]:
            words = text[start:end].replace("\r\n", " ").replace("\n", " ")
            cut = [words[: len(words) - len(e)] for e in ENDINGS if words.casefold().endswith(e)] if inflections else []
            if fold(needle) in [fold(x) for x in (words, *cut)]:
                found.add((start, end))
    return found


@given(text=TEXTS, needle=st.sampled_from([*WORDS, "Port Union"]), case=st.booleans())
def test_every_place_and_no_other_is_found(text: str, needle: str, case: bool) -> None:
    found = Finder([needle], case=case).ranges(text)
    assert found == sorted(found)
    assert all(a[1] <= b[0] for a, b in pairwise(found))
    assert set(found) == slow(text, needle, case, False)


@given(text=TEXTS, needle=st.sampled_from(["Vale", "Straße", "İstanbul", "Port Union", "ليلى"]), case=st.booleans())
def test_endings_within_the_token_belong_to_the_place(text: str, needle: str, case: bool) -> None:
    found = Finder([needle], case=case, inflections=True).ranges(text)
    assert set(found) == slow(text, needle, case, True)


@pytest.mark.parametrize(
    ("text", "needle", "options", "expected"),
    [
        ("Vale, Valerie, Vale-led, vale", "Vale", {}, ["Vale"]),
        ("Vale vale VALE", "Vale", {"case": False}, ["Vale", "vale", "VALE"]),
        ("🦊 STRASSE\r\nStraße strasse", "straße", {"case": False}, ["STRASSE", "Straße", "strasse"]),
        ("ßs ß s", "s", {"case": False}, ["s"]),
        ("İ i̇ I", "İ", {"case": False}, ["İ", "i̇"]),
        ("the Port\r\nUnion and Port Union", "Port Union", {}, ["Port\r\nUnion", "Port Union"]),
        ("Port\r\n\r\nUnion", "Port Union", {}, []),
        ("Vale's Vale’s Vales Vales' Valerie", "Vale", {"inflections": True}, ["Vale's", "Vale’s", "Vales", "Vales"]),
        ("Vale Vales", "Vale’s", {"inflections": True}, ["Vale", "Vales"]),
        ("e\u0301tat etat", "e\u0301tat", {}, ["e\u0301tat"]),
        ("e\u0301", "e", {}, []),
        ("قالت ليلى. ليلىة", "ليلى", {}, ["ليلى"]),
        ("anything", "  ", {}, []),
    ],
)  # fmt: skip
def test_places(text: str, needle: str, options: dict[str, bool], expected: list[str]) -> None:
    assert hits(text, needle, **options) == expected


def test_the_longest_wins_where_two_overlap() -> None:
    text = "Minister Ada Vale met Vale"
    assert hits(text, "Vale", "Ada Vale") == ["Ada Vale", "Vale"]
    assert hits(text, "Ada Vale", "Minister Ada") == ["Minister Ada"]
    assert hits(text, "Ada Vale met Vale", "Minister Ada") == ["Ada Vale met Vale"]


@given(
    ranges=st.lists(st.tuples(st.integers(0, 30), st.integers(1, 9)).map(lambda r: (r[0], r[0] + r[1]))),
    start=st.integers(0, 40),
    length=st.integers(1, 9),
)
def test_covers_agree_with_comparing_all(ranges: list[tuple[int, int]], start: int, length: int) -> None:
    expected = any(a < start + length and start < b for a, b in ranges)
    assert Covers(ranges).touch(start, start + length) is expected
