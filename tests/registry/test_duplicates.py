"""Entries that may be one and the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.errors import Cancelled
from annotator.registry.duplicates import Named, pairs


def entry(n: int, name: str, *aliases: str, type: str = "person", country: str | None = None) -> Named:
    return Named(f"{n:03d}", name, aliases, type, country)


@pytest.mark.parametrize(
    "one, other, reason, score",
    [
        (entry(1, "Ada Vale"), entry(2, "ADA  VALE"), "same", 100),
        (entry(1, "Ada Vale"), entry(2, "Vale, Ada"), "same", 100),
        (entry(1, "José"), entry(2, "Jose\u0301", type="unknown"), "same", 100),
        (entry(1, "ليلى حسن"), entry(2, "\u202bليلى حسن\u202c"), "same", 100),
        (entry(1, "🦊 Fox"), entry(2, "🦊 fox"), "same", 100),
        (entry(1, "🦊"), entry(2, "🦊\u200f"), "same", 100),
        (entry(1, "Ada Vale"), entry(2, "Minister of Ports", "ada vale"), "shared", 100),
        (entry(1, "The Minister", "AV"), entry(2, "Ada Vale", "av"), "shared", 100),
        (entry(1, "A. Vale"), entry(2, "Ada Vale"), "initials", 92),
        (entry(1, "Marija Zakharova"), entry(2, "Maria Zakharova"), "spelling", 97),
        (entry(1, "Sakharova"), entry(2, "Zakharova"), "spelling", 89),
        (entry(1, "Ada Vale"), entry(2, "Ada Maria Vale"), "part", 85),
        (entry(1, "ITU", type="ngo"), entry(2, "International Tram Union", type="ngo"), "acronym", 86),
        (entry(1, "Ada Vale", country="IRL"), entry(2, "Ada Vale", country="FRA"), "same", 80),
    ],
)
def test_found(one: Named, other: Named, reason: str, score: int) -> None:
    for found in (pairs([one, other]), pairs([other, one])):
        assert [(p.first, p.second, p.reason, p.score) for p in found] == [("001", "002", reason, score)]
        assert found[0].words


@pytest.mark.parametrize(
    "one, other",
    [
        (entry(1, "Ada Vale"), entry(2, "Ada Vale", type="party")),
        (entry(1, "8th Fleet", type="military"), entry(2, "9th Fleet", type="military")),
        (entry(1, "North Korea", type="government"), entry(2, "South Korea", type="government")),
        (entry(1, "Austria", type="government"), entry(2, "Australia", type="government")),
        (entry(1, "B. Vale"), entry(2, "Ada Vale")),
        (entry(1, "Iran"), entry(2, "Iraq")),
        (entry(1, "🦊"), entry(2, "🐻")),
        (entry(1, "Marija Zakharova", country="RUS"), entry(2, "Maria Zakharova", country="BGR")),
        (entry(1, "Vale", "Vale"), entry(2, "Stone")),
    ],
)
def test_not_found(one: Named, other: Named) -> None:
    assert pairs([one, other]) == []


def test_the_best_reason_counts_and_the_surest_come_first() -> None:
    found = pairs([entry(1, "Ada Vale", "A. Vale"), entry(2, "A. Vale"), entry(3, "Ada Valle")])
    assert next((p.first, p.second, p.reason) for p in found) == ("001", "002", "shared")
    assert found == sorted(found, key=lambda p: -p.score) and len({(p.first, p.second) for p in found}) == len(found)


def test_it_can_be_stopped() -> None:
    with pytest.raises(Cancelled):
        pairs([entry(1, "Ada"), entry(2, "Ada")], cancelled=lambda: True)


@given(st.lists(st.builds(Named, st.uuids().map(str), st.text(max_size=6), st.tuples(st.text(max_size=4))), max_size=8))
def test_nothing_is_too_odd(entries: list[Named]) -> None:
    known = {e.id for e in entries}
    for pair in pairs(entries):
        assert {pair.first, pair.second} <= known and pair.first < pair.second and 80 <= pair.score <= 100
