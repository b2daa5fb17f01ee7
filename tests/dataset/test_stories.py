"""Which texts are alike: the same words however they are set, copies with changes, copies cut short; and no others."""

from __future__ import annotations

import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.dataset.stories import Pair, alike, digests, likeness, runs_of

_VOCABULARY = [f"word{n}" for n in range(3_000)]


def prose(seed: int, words: int = 300) -> str:
    """Words that no other seed has in that order."""
    return " ".join(random.Random(seed).choices(_VOCABULARY, k=words))


def pairs(texts: dict[str, str], threshold: float = 0.5, fresh: set[str] | None = None) -> list[Pair]:
    """The alike among texts."""
    return alike(list(texts), digests(texts.values()), texts.__getitem__, threshold, fresh)


def together(*texts: str, threshold: float = 0.5) -> set[tuple[str, str]]:
    """Which of the texts, called a, b, c …, are alike."""
    return {(pair.one, pair.other) for pair in pairs(dict(zip("abcdefgh", texts, strict=False)), threshold)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The bridge must close, she said.", "THE BRIDGE\r\n\tmust close -- she said"),
        ("Straße und Fuß", "STRASSE UND FUSS"),
        ("Cafe\u0301 closed", "café closed"),
        ("ﬁne print", "fine print"),
        ("Das ist klein", "Das ist klein!"),
        ("\U0001f6a2\U0001f6a2 \U0001f525", "\U0001f6a2\U0001f6a2\U0001f525"),
        ("海峡の橋は閉鎖されるべきだ", "海峡の橋は、閉鎖されるべきだ。"),
    ],
    ids=["signs", "sharp s", "accent", "ligature", "short", "no words", "no blanks"],
)
def test_the_same_words_however_they_are_set(one: str, other: str) -> None:
    assert pairs({"b": one, "a": other}) == [Pair("a", "b", 1.0, True)]


def test_a_changed_copy_is_alike_but_not_exact() -> None:
    words = prose(1).split()
    changed = [*words[:100], "other", *words[101:200], "again", *words[201:]]
    (pair,) = pairs({"a": " ".join(words), "b": " ".join(changed)})
    assert not pair.exact and pair.likeness == pytest.approx(1 - 2 * 10 / 306)


def test_a_copy_cut_short_or_within_a_longer_text() -> None:
    whole = prose(1, 900)
    first, within = " ".join(whole.split()[:300]), f"{prose(2, 100)} {' '.join(whole.split()[:300])} {prose(3, 100)}"
    assert together(whole, first) == {("a", "b")}
    assert together(first, within) == {("a", "b")}
    assert together(whole, within, threshold=0.95) == set(), "only two thirds of it are from there"


def test_a_phrase_in_common_makes_nothing_alike() -> None:
    phrase = "the minister said on Monday that it would take time"
    assert together(f"{prose(1)} {phrase}", f"{prose(2)} {phrase}") == set()
    short = "The minister said on Monday that it would rain"
    four_of_five = likeness(runs_of(f"{prose(1)} {phrase}"), runs_of(short))
    assert four_of_five < 0.1, "nearly all of the shorter, but so few runs may be chance"


def test_likeness_by_hand() -> None:
    # runs: abcde bcdef cdefg | bcdef cdefg defgh
    assert likeness(runs_of("a b c d e f g"), runs_of("b c d e f g h")) == pytest.approx(2 / 4)
    # 8 runs in common, of 10 and of 40: three fifths more than half of the shorter
    shared = prose(1, 12)
    one, other = runs_of(f"{shared} x1 x2"), runs_of(f"{shared} {prose(2, 32)}")
    assert (len(one), len(other)) == (10, 40)
    assert likeness(one, other) == likeness(other, one) == pytest.approx(2 * 8 / 10 - 1)


def test_the_threshold_is_met_by_what_lies_on_it() -> None:
    one, other = "a b c d e f g", "b c d e f g h"
    assert together(one, other, threshold=0.5) == {("a", "b")}
    assert together(one, other, threshold=0.51) == set()


def test_only_pairs_with_something_new() -> None:
    texts = {"a": prose(1), "b": prose(1) + " more", "c": prose(1) + " again", "d": prose(2)}
    assert len(pairs(texts)) == 3
    assert {(p.one, p.other) for p in pairs(texts, fresh={"c"})} == {("a", "c"), ("b", "c")}
    assert pairs(texts, fresh={"d"}) == [] and pairs(texts, fresh=set()) == []


def test_nothing_and_one() -> None:
    assert pairs({}) == [] and pairs({"a": prose(1)}) == []


def test_the_same_at_every_run_and_in_any_order() -> None:
    texts = {f"{n:02d}": prose(n // 3) + f" tail{n}" for n in range(30)}
    shuffled = dict(random.Random(4).sample(sorted(texts.items()), len(texts)))
    found = pairs(texts)
    assert len(found) == 30 and found == pairs(texts) == pairs(shuffled)


def test_a_line_under_every_article_neither_joins_nor_slows() -> None:
    line = prose(7, 40)
    texts = {f"{n:04d}": f"{prose(n + 100, 150)} {line}" for n in range(1_000)}
    texts["copy"] = texts["0500"].upper()
    assert [(p.one, p.other) for p in pairs(texts)] == [("0500", "copy")]


def test_many_copies_of_one_text_hang_together() -> None:
    texts = {f"{n:03d}": f"{prose(1)} signed{n}" for n in range(200)}
    found = pairs(texts)
    assert len(found) < 200 * 200 / 4, "not every one with every other"
    reached = {"000"}
    for _ in range(200):
        reached |= {x for pair in found if reached & set(pair[:2]) for x in pair[:2]}
    assert reached == set(texts)


@given(st.lists(st.text(max_size=60), min_size=1, max_size=5))
def test_any_text_is_like_itself(texts: list[str]) -> None:
    named = dict(zip("abcdefghij", texts + texts, strict=False))
    found = {(p.one, p.other): p for p in pairs(named)}
    for n in range(len(texts)):
        pair = found["abcdefghij"[n], "abcdefghij"[n + len(texts)]]
        assert pair.exact and pair.likeness == 1.0


@given(st.text(max_size=80), st.text(max_size=80))
def test_likeness_is_a_share_and_goes_both_ways(one: str, other: str) -> None:
    a, b = runs_of(one), runs_of(other)
    assert likeness(a, b) == likeness(b, a) and 0 <= likeness(a, b) <= 1 == likeness(a, a)
    assert len(a) == len(np.unique(a)) > 0
