"""Standing highlights: what matches where, what is stopped, what is coloured where several match."""

from __future__ import annotations

from itertools import pairwise
from time import process_time
from typing import Any

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from annotator.errors import Refused
from annotator.models import Highlight
from annotator.search.highlights import MOST, Found, compiled, find, find_all, next_hit, stretches
from tests.strategies import texts

RUNAWAY = r"(?:a|a)*b|(a|aa)+$"


def highlight(pattern: str, ident: str = "h", **fields: Any) -> Highlight:
    """A highlight of that pattern."""
    return Highlight(id=ident, name=ident, pattern=pattern, **fields)


def words(found: Found, text: str) -> list[str]:
    """What was found, as it stands in the text."""
    return [text[start:end] for start, end in found.ranges]


@pytest.mark.parametrize(
    ("pattern", "fields", "text", "expected"),
    [
        ("bridge", {}, "Bridge, bridges", ["Bridge", "bridge"]),
        ("bridge", {"match_case": True}, "Bridge, bridges", ["bridge"]),
        ("bridge", {"whole_words": True}, "Bridge, bridges", ["Bridge"]),
        ("a|ab", {"whole_words": True}, "ab", ["ab"]),
        ("U.S.", {"whole_words": True}, "the U.S. and U.S.A", ["U.S."]),
        ("strasse", {}, "die Straße", ["Straße"]),
        ("(?x) ferry # a comment", {"whole_words": True}, "ferry ferrying", ["ferry"]),
        ("^the|fares$", {}, "the fares\r\nthe fares\u2029the", ["the", "fares", "the", "fares", "the"]),
        ("x*", {}, "axxb", ["xx"]),
        (r"\p{Emoji_Presentation}", {}, "a 🦊 b 🎉", ["🦊", "🎉"]),
        ("الجسر", {}, "قالت إن الجسر آمن", ["الجسر"]),
        ("e\u0301", {"whole_words": True}, "caf\u00e9 e\u0301 x", ["e\u0301"]),
        ("no such", {}, "", []),
    ],
)
def test_what_matches(pattern: str, fields: dict[str, Any], text: str, expected: list[str]) -> None:
    found = find(highlight(pattern, **fields), text)
    assert words(found, text) == expected
    assert found.stopped == ""


@given(texts, st.data())
def test_a_stretch_of_any_text_is_found_where_it_stands(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    piece = text[start : data.draw(st.integers(start + 1, len(text)))]
    found = find(highlight(regex.escape(piece, literal_spaces=True), match_case=True), text)
    if piece.strip():
        assert set(words(found, text)) == {piece}
        assert len(found.ranges) == text.count(piece)


@given(texts, st.sampled_from((r"\w+", r"\s+", r"[^a-z]", ".", r"\X", "(?=o)|n", r"^|$", r"\R")))
def test_the_same_places_as_the_library_finds(text: str, pattern: str) -> None:
    flags = regex.MULTILINE | regex.WORD | regex.IGNORECASE | regex.FULLCASE
    expected = [m.span() for m in regex.finditer(pattern, text, flags) if m.end() > m.start()]
    assert list(find(highlight(pattern), text).ranges) == expected


@pytest.mark.parametrize(
    ("pattern", "says"),
    [
        ("(ab", "not finished: missing ), at its end"),
        ("a)", "wrong at sign 2, “)”: unbalanced parenthesis"),
        ("*a", "wrong at sign 1, “*”: nothing to repeat"),
        ("[a", "not finished: unterminated character set"),
        ("a\\", "not finished: bad escape"),
        ("  ", "no pattern"),
        ("a" * 2001, "longer than 2,000"),
        ("(" * 900 + ")" * 900, "nested too deep"),
        ("a{1000000000}", "counts too far"),
    ],
)
def test_a_bad_pattern_is_refused_with_the_place_of_the_fault(pattern: str, says: str) -> None:
    with pytest.raises(Refused, match=regex.escape(says)):
        compiled(pattern, False, False)
    found = find(highlight(pattern), "a text")
    assert found.ranges == () and says in found.stopped


@pytest.mark.parametrize("pattern", [RUNAWAY, r"(a+)+$", r"(?:x+x+)+y", r"(\w+\s?)*:", "(?R)", "((?1))"])
def test_a_pattern_that_could_run_away_ends_in_time(pattern: str) -> None:
    text = "aaaa xxxxxxx " * 20_000 + "a" * 5_000 + "c" + "x" * 5_000
    before = process_time()
    find(highlight(pattern), text, 0.2)
    assert process_time() - before < 2


def test_what_is_stopped_says_so_and_the_rest_goes_on() -> None:
    text = "bb ab " + "a" * 5_000 + "c ferry"
    runaway, ferry = find_all(
        [highlight("ferry", "ferry", position=2), highlight(RUNAWAY, "runaway", position=1),
         highlight("b", "off", active=False)], text, 0.2,
    )  # fmt: skip
    assert runaway.stopped.startswith("“runaway” was stopped after 0.2 seconds")
    assert words(runaway, text) == ["b", "b", "ab"], "what was found by then is kept"
    assert words(ferry, text) == ["ferry"] and ferry.stopped == ""


@pytest.mark.parametrize("pattern", ["y*", r"\b|^", "(?=a)"])
def test_matches_of_nothing_cost_no_more_time_than_others(pattern: str) -> None:
    before = process_time()
    found = find(highlight(pattern), "a b " * 500_000, 0.3)
    assert process_time() - before < 1.5
    assert found.ranges == ()


@pytest.mark.parametrize("pattern", ["(?R)", "(?:(?R)|a)"])
def test_a_pattern_that_holds_itself_is_stopped(pattern: str) -> None:
    assert "“h” was stopped" in find(highlight(pattern), "aaa ferry", 0.2).stopped


def test_too_many_hits_are_said() -> None:
    found = find(highlight("a"), "a" * (MOST + 1))
    assert len(found.ranges) == MOST and "more than 20,000" in found.stopped
    assert find(highlight("a"), "a" * MOST).stopped == ""


ranges = st.lists(st.integers(0, 30), min_size=0, max_size=10, unique=True).map(
    lambda edges: tuple((a, b) for a, b in zip(sorted(edges)[::2], sorted(edges)[1::2], strict=False))
)


@given(st.lists(ranges, max_size=4))
def test_the_first_highlight_wins_where_several_match(all_ranges: list[tuple[tuple[int, int], ...]]) -> None:
    found = [Found(highlight("x"), some) for some in all_ranges]
    expected = {}
    for number, some in reversed(list(enumerate(all_ranges))):
        expected.update({place: number for start, end in some for place in range(start, end)})
    laid = stretches(found)
    assert {p: s.highlight for s in laid for p in range(s.start, s.end)} == expected
    assert all(a.end <= b.start for a, b in pairwise(laid)), "disjoint, in text order"
    assert all(s.start < s.end for s in laid)


def test_from_hit_to_hit_and_round() -> None:
    found = [Found(highlight("x"), ((2, 4), (9, 10))), Found(highlight("y"), ((5, 6),))]
    assert [next_hit(found, at, True) for at in (0, 2, 5, 9)] == [(2, 4), (5, 6), (9, 10), (2, 4)]
    assert [next_hit(found, at, False) for at in (9, 5, 2)] == [(5, 6), (2, 4), (9, 10)]
    assert next_hit([], 0, True) is None
