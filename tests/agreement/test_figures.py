"""Every number by its name: its score, its units, its disagreements and its counts say the same."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from annotator.agreement.align import Rule
from annotator.agreement.corpus import Corpus
from annotator.agreement.figures import (
    Figure,
    compared,
    confusion,
    disagreement,
    figures,
    pairs_of,
    score,
    sums,
)
from annotator.agreement.tally import Tally, tally
from annotator.formats import canonical

SEEDS = Path("seeds/readings.jsonl")


@pytest.fixture(scope="module")
def seeds() -> Tally:
    return tally(Corpus.of([reading for _, reading in canonical.read(SEEDS)], ["Ada", "Bruno", "Chidi"]))


def test_they_are_in_the_order_of_the_chain(seeds: Tally) -> None:
    names = figures(seeds)
    assert [f.measure for f in names[:6]] == ["found", "extent", "actor", "target", "polarity", "intensity"]
    assert Figure("span", "ACTOR", "same_actor") in names
    assert Figure("span", "CUE", "same_actor") not in names  # nothing is linked there
    assert len({f.id for f in names}) == len(names)


def test_units_disagreements_and_counts_fit_the_score(seeds: Tally) -> None:
    for figure in figures(seeds):
        for pairs in (None, [0], pairs_of(seeds, 1)):
            found = score(seeds, Rule(), figure, pairs)
            units, apart = compared(seeds, figure, pairs).sum(), disagreement(seeds, figure, pairs).sum()
            counts = sums(seeds, figure, pairs)
            assert 0 <= apart <= units
            if found.value is None:
                continue
            if "a" in counts:
                same = (counts["a"] + counts["b"] - apart) / 2
                assert found.value == pytest.approx(2 * same / (counts["a"] + counts["b"]))
                assert units == counts["a"] + counts["b"] - same
            elif found.level is None:
                assert found.value == pytest.approx(1 - apart / units)
            else:
                assert found.raw == pytest.approx(1 - apart / units)
                assert sum(counts.values()) == units == found.n_units


def test_the_confusion_adds_up_to_the_marks_of_either_side(seeds: Tally) -> None:
    table = confusion(seeds, Figure("span", "ACTOR", "overlap"), [0])
    assert table is not None and table.values[-1] == ""
    for at, label in enumerate(table.values[:-1]):
        counts = sums(seeds, Figure("span", label, "overlap"), [0])
        assert table.square[at].sum() == counts["a"] and table.square[:, at].sum() == counts["b"]
        assert table.square[at, at] == counts["overlap"]
    assert (table.square >= 0).all() and table.square[-1, -1] == 0
    values = confusion(seeds, Figure("statement", "", "polarity"), None)
    assert values is not None and values.values == ("support", "oppose", "neutral", "mixed")
    assert confusion(seeds, Figure("statement", "", "found")) is None


def test_some_articles_alone_are_as_if_no_others_were_finished(seeds: Tally) -> None:
    mask = np.zeros_like(seeds.both)
    mask[: len(mask) // 2] = True
    part = seeds.within(mask)
    wanted = set(seeds.articles[: len(mask) // 2])
    readings = [reading for _, reading in canonical.read(SEEDS) if reading.id in wanted]
    alone = tally(Corpus.of(readings, ["Ada", "Bruno", "Chidi"]))
    for figure in figures(alone):
        assert score(part, Rule(), figure) == score(alone, Rule(), figure), figure
    assert sorted(part.mislabelled) == sorted(alone.mislabelled)
