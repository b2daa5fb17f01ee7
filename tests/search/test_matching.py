"""What is looked for in texts: every way of writing it, whole characters, patterns that may not run away."""

from __future__ import annotations

import unicodedata

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from annotator.search.matching import BadQuery, Kind, Matcher, Query, TooSlow, boundary, fold
from annotator.text import graphemes

ALPHABET = "abÀé\u0301eßſsıİiKÅ'’“\" \n-‐👍🏽\u200d🦊北京كتبَ\r\0가각\u1100\u1161🇩🇪ﬁο\u0345ᾳ"
WORDS = st.text(ALPHABET, min_size=1, max_size=6)
TEXTS = st.text(ALPHABET, max_size=60)


def found(text: str, line: str, kind: Kind = "words", *, whole: bool = False, case: bool = False) -> list[str]:
    return [text[a:b] for a, b in Matcher(Query(line, kind, whole, case)).ranges(text)]


@pytest.mark.parametrize(
    ("text", "line", "hits"),
    [
        ("un cafe\u0301, CAFÉ, cafes", "café", ["cafe\u0301", "CAFÉ"]),
        ("un cafe\u0301, CAFÉ, cafes", "cafe\u0301", ["cafe\u0301", "CAFÉ"]),
        ("cafe\u0301 e", "e", ["e"]),  # not the first half of an é
        ("a 👍🏽 and 👍", "👍", ["👍"]),
        ("👩\u200d👩\u200d👧 👩", "👩", ["👩"]),
        ("🇩🇪🇫🇷", "🇫🇷", ["🇫🇷"]),
        ("我在北京市北京", "北京", ["北京", "北京"]),
        ("كتب الكتب", "كتب", ["كتب", "كتب"]),
        ("don’t DON'T", "don't", ["don’t", "DON'T"]),
        ("He said “no” twice", "“he said” no", ["He said", "no"]),
        ("STRASSE Straße", "straße", ["STRASSE", "Straße"]),
        ("Port\r\n Union and union", '"port union"', ["Port\r\n Union"]),
        ("vale of tears", "vale union", []),  # each word has to be there
        ("Union, then Vale", "vale union", ["Union", "Vale"]),
        ("aaa", "a aa", ["aa", "a"]),
    ],
)
def test_words_are_found_however_they_are_written(text: str, line: str, hits: list[str]) -> None:
    assert found(text, line) == hits


def test_phrases_cases_and_whole_words() -> None:
    text = "Vale, vale and Valence. A co-op."
    assert found(text, "vale") == ["Vale", "vale", "Vale"]
    assert found(text, "vale", whole=True) == ["Vale", "vale"]
    assert found(text, "Vale", case=True) == ["Vale", "Vale"]
    assert found(text, "Vale", whole=True, case=True) == ["Vale"]
    assert found(text, "Vale and", "phrase") == ["vale and"]
    assert found(text, 'say "vale', "phrase") == []
    assert found("我在北京市", "北京", whole=True) == ["北京"]  # no spaces, no whole words
    assert found("x.y xay", "x.y") == ["x.y"]


def test_patterns() -> None:
    text = "Ferry one\nferries two"
    assert found(text, r"\bferr(y|ies)\b", "pattern") == ["Ferry", "ferries"]
    assert found(text, r"^ferr\w+", "pattern", case=True) == ["ferries"]
    assert found(text, "ferr|two", "pattern", whole=True) == ["two"]
    assert found(text, "x*", "pattern") == []  # nothing is no hit
    assert Matcher(Query("f", "pattern")).needles == ()


@pytest.mark.parametrize(
    ("line", "says", "place"),
    [("a(b", "at its end: missing )", 3), ("ab*+*c", "at character 5", 4), ("[", "unterminated character set", 1)],
)
def test_a_wrong_pattern_says_where(line: str, says: str, place: int) -> None:
    with pytest.raises(BadQuery) as caught:
        Matcher(Query(line, "pattern"))
    assert says in str(caught.value)
    assert caught.value.place == place


@pytest.mark.parametrize(
    "query", [Query(""), Query(" ", "pattern"), Query('""'), Query(" ", "phrase"), Query("a" * 1001)]
)
def test_what_says_nothing_or_too_much_is_refused(query: Query) -> None:
    with pytest.raises(BadQuery):
        Matcher(query)


def test_a_pattern_that_runs_away_is_stopped() -> None:
    with pytest.raises(TooSlow, match="was stopped"):
        Matcher(Query("(a+)+$", "pattern")).ranges("a" * 5_000 + "b")
    with pytest.raises(TooSlow, match="was stopped"):
        Matcher(Query("(?R)", "pattern")).ranges("a ferry")


def test_a_pattern_that_counts_too_far_is_refused_before_it_is_compiled() -> None:
    with pytest.raises(BadQuery, match="too large"):
        Matcher(Query("a{1000000000}", "pattern"))


@given(WORDS, TEXTS, TEXTS, st.sampled_from(["words", "phrase"]), st.booleans(), st.booleans())
def test_every_hit_is_whole_and_its_folded_text_has_the_needles(
    line: str, before: str, after: str, kind: Kind, whole: bool, case: bool
) -> None:
    text = before + line + after
    try:
        matcher = Matcher(Query(line, kind, whole, case))
    except BadQuery:
        return
    edges = {0, len(text), *(end for _, end in graphemes(text, 0, len(text)))}
    hits = matcher.ranges(text)
    last = 0
    for start, end in hits:
        assert last <= start < end <= len(text)
        assert {start, end} <= edges
        last = end
    if hits:
        folded = fold(text)
        assert all(needle in folded for needle in matcher.needles)


@given(st.text("abc .", min_size=1, max_size=3).filter(str.strip), st.text("abc .\n", max_size=60))
def test_plain_words_are_found_as_plainly_as_can_be(words: str, text: str) -> None:
    words = words.strip()
    if " " in words:
        return
    assert found(text, words, "phrase", case=True) == [words] * text.count(words)


@given(TEXTS)
def test_boundaries_are_those_of_graphemes(text: str) -> None:
    edges = {0, len(text), *(end for _, end in graphemes(text, 0, len(text)))}
    assert {at for at in range(len(text) + 1) if boundary(text, at)} == edges


@given(TEXTS, TEXTS)
def test_folding_goes_character_by_character(one: str, two: str) -> None:
    assert fold(one + two) == fold(one) + fold(two)


def test_whatever_is_alike_to_a_search_folds_to_the_same() -> None:
    for code in range(1, 0x1FBFF):
        character = chr(code)
        if unicodedata.category(character) in ("Cn", "Cs", "Co"):
            continue
        others = {
            character.lower(), character.upper(), character.casefold(), character.title(),
            unicodedata.normalize("NFC", character), unicodedata.normalize("NFD", character),
        } - {character}  # fmt: skip
        for other in others:
            if fold(other) != fold(character):
                flags = regex.V1 | regex.IGNORECASE | regex.FULLCASE
                assert not regex.fullmatch(regex.escape(character), other, flags), (character, other)
