"""Numbers of one round and the next: what each is alone, the difference, and how sure it is."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from annotator.agreement.align import Rule
from annotator.agreement.change import changes
from annotator.agreement.corpus import Corpus
from annotator.agreement.figures import Figure, figures, score
from annotator.agreement.tally import SPAN, Tally, tally
from annotator.formats import canonical

OVERLAP = Figure("span", "CLAIM", "overlap")


@pytest.fixture(scope="module")
def seeds() -> Tally:
    return tally(Corpus.of([reading for _, reading in canonical.read(Path("seeds/readings.jsonl"))]))


def halves(of: Tally) -> list[tuple[str, np.ndarray]]:
    first = np.zeros_like(of.both)
    first[: len(first) // 2] = True
    return [("first", first), ("second", ~first)]


def rounds(*same: int, of: int = 20, articles: int = 12) -> tuple[Tally, list[tuple[str, np.ndarray]]]:
    """A round each with so many claims found by both of 20 that either has, give or take, in each of its articles."""
    number = articles * len(same)
    sums = np.zeros((number, 1, len(SPAN)))
    masks = []
    for n, found in enumerate(same):
        here = slice(n * articles, (n + 1) * articles)
        sums[here, 0, SPAN.index("a")] = sums[here, 0, SPAN.index("b")] = of
        sums[here, 0, SPAN.index("overlap")] = found + np.arange(articles) % 3 - 1
        mask = np.zeros((number, 1), bool)
        mask[here] = True
        masks.append((f"round {n + 1}", mask))
    names = [f"a{n:03}" for n in range(number)]
    return Tally(names, [(0, 1)], np.ones((number, 1), bool), {("span", "CLAIM"): sums}), masks


def test_each_is_what_it_is_alone_and_the_difference_is_between_them(seeds: Tally) -> None:
    for pairs in (None, [0]):
        for figure in figures(seeds):
            one, other = changes(seeds, Rule(), figure, halves(seeds), pairs)
            for found, (name, mask) in zip((one, other), halves(seeds), strict=True):
                assert (found.name, found.score) == (name, score(seeds.within(mask), Rule(), figure, pairs))
            assert (one.difference, one.low, one.high) == (None, None, None)
            if one.score.value is None or other.score.value is None:
                assert other.difference is None and other.low is None and not other.clear
            else:
                assert other.difference == pytest.approx(other.score.value - one.score.value)
                assert other.low is None or (other.high is not None and other.low <= other.high)


def test_a_clear_change_and_none() -> None:
    of, masks = rounds(10, 16, 16)
    first, second, third = changes(of, Rule(), OVERLAP, masks)
    assert first.score.value == 0.5 and not first.clear
    assert second.difference == pytest.approx(0.3) and second.clear
    assert second.low is not None and second.low > 0.25
    assert third.difference == pytest.approx(0) and not third.clear
    assert third.low is not None and third.high is not None and third.low < 0 < third.high
    assert changes(of, Rule(), OVERLAP, masks[::-1])[2].difference == pytest.approx(-0.3)


def test_the_same_at_every_look_whatever_else_was_read() -> None:
    of, masks = rounds(10, 12, 13)
    first = changes(of, Rule(), OVERLAP, masks[:2])
    assert first == changes(of, Rule(), OVERLAP, masks[:2])
    alone, parts = rounds(10, 12)
    assert changes(alone, Rule(), OVERLAP, parts) == first


def test_nothing_to_compare() -> None:
    of, masks = rounds(10, 12)
    assert changes(of, Rule(), OVERLAP, []) == ()
    (only,) = changes(of, Rule(), OVERLAP, masks[:1])
    assert only.difference is None and only.score.value == 0.5
    for figure in (Figure("statement", "", "polarity"), Figure("statement", "", "found")):
        assert [one.score.value for one in changes(of, Rule(), figure, masks)] == [None, None]
    few, parts = rounds(10, 12, articles=1)
    _, second = changes(few, Rule(), OVERLAP, parts)
    assert second.difference == pytest.approx(0.1) and second.low is None
