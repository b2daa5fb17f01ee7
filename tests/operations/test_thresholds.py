"""Thresholds of agreement: one step each, taken back whole; what a number can never be is refused."""

from __future__ import annotations

from math import inf, nan

import pytest

from annotator.agreement import Score
from annotator.agreement.figures import Figure
from annotator.operations.thresholds import below, set_threshold, thresholds
from tests.operations.test_spans import refused, undone
from tests.store.conftest import Desk

FOUND, POLARITY = Figure("statement", "", "found"), Figure("statement", "", "polarity")
CLAIMS = Figure("span", "CLAIM", "overlap")


def test_set_change_take_away(desk: Desk) -> None:
    assert thresholds(desk.project) == {}
    step = undone(desk, lambda: set_threshold(desk.project, desk.ada, CLAIMS, 0.7))
    assert step.title == "Set threshold" and thresholds(desk.project) == {"span:CLAIM:overlap": 0.7}
    undone(desk, lambda: set_threshold(desk.project, desk.ada, FOUND, 0))
    undone(desk, lambda: set_threshold(desk.project, desk.ada, CLAIMS, 1))
    assert thresholds(desk.project) == {CLAIMS.id: 1.0, FOUND.id: 0.0}
    assert set_threshold(desk.project, desk.ada, CLAIMS, 1.0).id == 0, "nothing changed"
    step = undone(desk, lambda: set_threshold(desk.project, desk.ada, CLAIMS, None))
    assert step.title == "Take threshold away" and thresholds(desk.project) == {FOUND.id: 0.0}
    assert set_threshold(desk.project, desk.ada, CLAIMS, None).id == 0, "there was none"


@pytest.mark.parametrize("least", [-0.01, 1.01, inf, -inf, nan])
def test_what_a_share_cannot_be(desk: Desk, least: float) -> None:
    refused(desk, "between 0 and 1", lambda: set_threshold(desk.project, desk.ada, FOUND, least))


def test_alpha_can_be_less_than_nothing(desk: Desk) -> None:
    undone(desk, lambda: set_threshold(desk.project, desk.ada, POLARITY, -1))
    refused(desk, "between -1 and 1", lambda: set_threshold(desk.project, desk.ada, POLARITY, -1.1))


def test_the_lower_end_of_the_interval_counts() -> None:
    sure = Score("found", 0.8).within(0.7, 0.9)
    assert below(sure, 0.75) and not below(sure, 0.7)
    alone = Score("found", 0.8, no_interval="too_few_articles")
    assert below(alone, 0.81) and not below(alone, 0.8)
    assert not below(Score("found", None, "both_empty"), 0.5)
