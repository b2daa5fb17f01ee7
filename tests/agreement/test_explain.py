"""Explanations of numbers: whoever works them out again with the figures that stand there gets the number."""

from __future__ import annotations

import re
from dataclasses import replace
from math import sqrt
from pathlib import Path
from typing import get_args

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.agreement.align import Rule
from annotator.agreement.corpus import INTENSITIES, POLARITIES, Corpus
from annotator.agreement.explain import explain, shown_interval, warnings
from annotator.agreement.explain_words import NO_INTERVAL, REASONS, WARNINGS, name_of, scale_name
from annotator.agreement.figures import STATEMENTS, Figure, figures, score, sums
from annotator.agreement.score import NoInterval, Reason, Score
from annotator.agreement.tally import LABEL, RELATION, SPAN, STATEMENT, Tally, tally
from annotator.errors import Sentence
from annotator.formats import canonical

RULE = Rule(0.5)
WORKED_OUT = re.compile(r"([\d√÷×+−(), .e-]+) = (-?\d+(?:\.\d+)?(?:e-\d+)?)")


@pytest.fixture(scope="module")
def seeds() -> Tally:
    readings = [reading for _, reading in canonical.read(Path("seeds/readings.jsonl"))]
    return tally(Corpus.of(readings, ["Ada", "Bruno", "Chidi"]), RULE)


def worked_out(words: str) -> list[tuple[float, float]]:
    """Every "… = number" in the words: what a calculator says, and what stands there."""
    found = []
    for sum_, result in WORKED_OUT.findall(words):
        typed = sum_.strip(" .,").replace(",", "").replace("÷", "/").replace("×", "*").replace("−", "-")
        # a sentence may end in a figure right before it
        typed = typed.rpartition(". ")[2].replace("√", "sqrt")
        found.append((float(eval(typed, {"sqrt": sqrt})), float(result)))  # noqa: S307 (our own words)
    return found


def check(of: Tally, figure: Figure, pairs: list[int] | None = None) -> None:
    found, says = score(of, RULE, figure, pairs), explain(of, RULE, figure, pairs)
    value, *interval = says.working.split("\n")
    if found.value is None:
        assert found.reason and value.startswith(REASONS[found.reason]) and not interval
        return
    ((typed, stands),) = worked_out(value)
    assert stands == pytest.approx(found.value, abs=6e-5)
    assert typed == pytest.approx(found.value, abs=6e-5)
    shown = shown_interval(found)
    if shown is None:
        assert found.no_interval and interval == [NO_INTERVAL[found.no_interval]]
        return
    ((error, stands),) = worked_out(interval[0])
    assert error == pytest.approx(stands, rel=1e-3) and found.high is not None
    middle, t, again, low, high = map(
        float, re.findall(r"([-\d.e]+) ± ([\d.]+) × ([\d.e-]+): ([-\d.e]+) to ([-\d.]+\d)", interval[0])[0]
    )
    assert again == stands and high == pytest.approx(found.high, abs=6e-5)
    assert middle + t * error == pytest.approx(high, rel=1e-3, abs=1e-3)
    assert middle - t * error == pytest.approx(low, rel=1e-3, abs=1e-3)
    if shown != (found.low, found.high):
        assert f"It is shown from {round(shown[0], 4):g} to {round(shown[1], 4):g}" in interval[0]


def test_the_workings_give_the_numbers(seeds: Tally) -> None:
    for figure in figures(seeds):
        for pairs in (None, [0], [1, 2]):
            check(seeds, figure, pairs)


counts = st.integers(0, 5000)


@st.composite
def tallies(draw: st.DrawFn) -> Tally:
    """Sums that layers could have, of up to six articles and three pairs, some of them not read by both."""
    articles, pairs = draw(st.integers(0, 6)), draw(st.sampled_from([[], [(0, 1)], [(0, 1), (0, 2), (1, 2)]]))
    kinds: dict[tuple[str, ...], int] = {
        ("statement",): len(STATEMENT), ("span", "X"): len(SPAN), ("relation", "X"): len(RELATION),
        ("label", "X"): len(LABEL), ("polarity",): len(POLARITIES) ** 2, ("intensity",): len(INTENSITIES) ** 2,
    }  # fmt: skip
    both = np.array(draw(st.lists(st.booleans(), min_size=articles * len(pairs), max_size=articles * len(pairs))), bool)
    both = both.reshape(articles, len(pairs))
    random = np.random.default_rng(draw(st.integers(0, 2**32)))
    most = draw(st.sampled_from([1, 3, 40, 3000]))
    found = {kind: random.integers(0, most, (articles, len(pairs), width)) * both[:, :, None] + 0.0
             for kind, width in kinds.items()}  # fmt: skip
    for kind, columns, part in ((("statement",), STATEMENT, "found"), (("span", "X"), SPAN, "overlap")):
        sums_of = found[kind]
        sums_of[:, :, columns.index("iou")] = sums_of[:, :, columns.index(part)] * random.random()
    return Tally([f"a{n}" for n in range(articles)], pairs, both, found)


@given(tallies())
def test_the_workings_give_the_numbers_of_any_sums(of: Tally) -> None:
    for figure in figures(of):
        check(of, figure)


def test_the_counts_are_those_of_the_number(seeds: Tally) -> None:
    for figure in figures(seeds):
        wanted = [n for n in sums(seeds, figure).values() if n]
        stand = [float(number.replace(",", "")) for _, number in explain(seeds, RULE, figure).counts]
        assert stand[:2] == [9, 3]
        assert [n for n in stand[2:] if n] == pytest.approx(wanted, rel=1e-5)
        assert all(name and name == name.strip() for name, _ in explain(seeds, RULE, figure).counts)


def test_it_says_what_is_compared_and_by_which_rule(seeds: Tally) -> None:
    for figure in figures(seeds):
        says = explain(seeds, RULE, figure, name="a label")
        assert ("a label" in says.compared) is bool(figure.label) and "{" not in says.compared
        assert ("at least 0.5 of" in says.compared) is (figure.measure not in ("exact", "article_label"))
        assert name_of(figure) and scale_name(figure) and says.formula.endswith(".")
    overlap = Figure("span", "CLAIM", "overlap")
    assert "share a character." in explain(seeds, Rule(), overlap).compared
    assert "CLAIM" in explain(seeds, RULE, overlap).compared


def test_all_of_it_can_be_translated(seeds: Tally) -> None:
    for figure in figures(seeds):
        says = explain(seeds, RULE, figure)
        for words in (says.compared, says.formula, says.working, *(part for row in says.counts for part in row)):
            assert isinstance(words, Sentence)


def test_each_reason_has_a_sentence() -> None:
    assert set(REASONS) == set(get_args(Reason)) and set(NO_INTERVAL) == set(get_args(NoInterval))
    assert all(words.endswith(".") for words in (*REASONS.values(), *NO_INTERVAL.values(), *WARNINGS.values()))


def test_why_there_is_no_value() -> None:
    nothing = np.zeros((3, 1, len(STATEMENT)))
    read = np.ones((3, 1), bool)
    alike = np.zeros((3, 1, len(POLARITIES) ** 2))
    alike[:, :, 0] = 4
    of = Tally(["a", "b", "c"], [(0, 1)], read, {("statement",): nothing, ("polarity",): alike})
    reasons = {
        "found": "neither reader marked anything. That is not counted as agreement. 2 × 0 ÷ (0 + 0) is not defined.",
        "extent": "nothing that both readers could be compared on.",
        "polarity": "That is neither full agreement nor none. 12 were rated by both, all alike.",
    }
    for measure, words in reasons.items():
        assert explain(of, RULE, Figure("statement", "", measure)).working.endswith(words)
    alone = Tally(["a"], [], np.ones((1, 0), bool), {})
    for measure in STATEMENTS:
        assert "it takes two readers" in explain(alone, RULE, Figure("statement", "", measure)).working


def test_warnings() -> None:
    good = Score("polarity", 0.5, n_articles=3, coverage=0.5, prevalence={"support": 0.9, "oppose": 0.1})
    assert warnings(good) == ()
    assert warnings(replace(good, prevalence={"support": 0.91})) == ("one_label",)
    assert warnings(replace(good, coverage=0.49)) == ("coverage",)
    assert warnings(replace(good, n_articles=2)) == ("few_articles",)
    bad = replace(good, n_articles=0, coverage=0.0, prevalence={"support": 1.0})
    assert warnings(bad) == ("one_label", "coverage", "few_articles") == tuple(WARNINGS)
    assert warnings(replace(bad, value=None, reason="one_category")) == (), "the reason says it"
    assert warnings(Score("found", 1.0)) == ()


def test_an_interval_is_shown_as_far_as_the_number_can_reach() -> None:
    found = Score("found", 0.9).within(-1.2, 1.2)
    assert shown_interval(found) == (0.0, 1.0)
    assert shown_interval(replace(found, level="nominal")) == (-1.0, 1.0)
    assert shown_interval(Score("found", 0.9)) is None
