"""Every figure of the sample's agreement page, worked out a second time; the main ones written down."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from annotator import demo
from annotator.agreement.align import Rule
from annotator.agreement.figures import Figure, figures, score
from annotator.operations.agreement import Counted, count
from annotator.store import Project
from tests.seeds import by_hand

SEEDS = Path("seeds/readings.jsonl")
# (of whom, measure) -> value, n: read off the articles and the layers, at an overlap of at least half
WRITTEN_DOWN = {
    ("", "found"): (2 * 42 / (65 + 67), 132),
    ("", "extent"): (0.9437439, 42),
    ("", "actor"): (41 / 42, 42),
    ("", "target"): (38 / 42, 42),
    ("", "polarity"): (0.6967359, 37),  # 30 of 37 alike
    ("", "intensity"): (0.5912337, 30),
    ("", "frame"): (2 * 37 / 132, 132),
    ("", "strict"): (2 * 23 / 132, 132),
    ("ACTOR", "exact"): (2 * 102 / 337, 337),
    ("CLAIM", "exact"): (2 * 64 / 220, 220),
    ("CLAIM", "overlap"): (2 * 88 / 220, 220),
    ("CUE", "exact"): (2 * 82 / 186, 186),
}


@pytest.fixture(scope="module", params=[0.0, 0.5], ids=["any overlap", "half"])
def both(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The program's sums, and those by hand, of every pair and article."""
    path = demo.build(tmp_path_factory.mktemp("hand") / "sample.stancemark", gold=True)
    with Project.open(path, read_only=True) as project:
        return count(project, rule=Rule(request.param)), by_hand.every_pair(SEEDS, request.param)


def articles_of(counted: Counted, hand: Any, figure: Figure, pairs: list[int] | None) -> list[list[Any]]:
    """What each article adds to a figure by hand, over some pairs, of the articles that any of them both finished."""
    found: dict[str, list[Any]] = {}
    for n, (a, b) in enumerate(counted.tally.pairs):
        if pairs is None or n in pairs:
            for ident, units in hand[counted.annotators[a], counted.annotators[b]].items():
                found.setdefault(ident, []).extend(units.get(figure, []))
    return list(found.values())


@pytest.mark.parametrize("pairs", [None, [0], [1], [2], [0, 1], [0, 2], [1, 2]], ids=str)
def test_every_figure_of_everybody_each_pair_and_each_reader(both: Any, pairs: list[int] | None) -> None:
    counted, hand = both
    every = figures(counted.tally)
    assert len(every) == 25
    defined = 0
    for figure in every:
        parts = articles_of(counted, hand, figure, pairs)
        units = [unit for part in parts for unit in part]
        ours, theirs = score(counted.tally, counted.rule, figure, pairs), by_hand.value(units, figure)
        assert ours.value == (None if theirs is None else pytest.approx(theirs, abs=1e-9)), figure
        alpha = figure.measure in ("polarity", "intensity")
        assert ours.n_units == (len(units) if alpha else sum(unit[2] for unit in units)), figure
        assert ours.n_articles == len(parts)
        if ours.value is None:
            continue
        defined += 1
        assert ours.raw == pytest.approx(sum(a == b for _, a, b in units) / len(units) if alpha else theirs)
        between = by_hand.interval(parts, figure)
        assert (ours.low, ours.high) == (pytest.approx(between, abs=1e-9) if between else (None, None)), figure
        if alpha:
            _check_shares(counted, hand, figure, pairs, ours, units)
    assert defined > 15


def _check_shares(counted: Counted, hand: Any, figure: Figure, pairs: Any, ours: Any, units: list[Any]) -> None:
    """Prevalence, and how many of those that could be rated were."""
    given = [rating for _, a, b in units for rating in (a, b)]
    for rating, share in ours.prevalence.items():
        assert share == pytest.approx(given.count(rating) / len(given))
    of = Figure("statement", "", "frame" if figure.measure == "polarity" else "found")
    whole = sum(unit[1] for part in articles_of(counted, hand, of, pairs) for unit in part) / 2
    assert ours.coverage == pytest.approx(len(units) / whole)


def test_the_main_ones_as_they_were_written_down(tmp_path: Path) -> None:
    with Project.open(demo.build(tmp_path / "sample.stancemark"), read_only=True) as project:
        counted = count(project, rule=Rule(0.5))
    for (label, measure), (value, n) in WRITTEN_DOWN.items():
        found = score(counted.tally, counted.rule, Figure("span" if label else "statement", label, measure))
        assert found.value == pytest.approx(value, abs=1e-6) and found.n_units == n, (label, measure)
    assert int(counted.tally.both.any(axis=1).sum()) == 9
    assert counted.tally.both.sum(axis=0).tolist() == [7, 5, 3]
