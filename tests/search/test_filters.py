"""The line that finds articles: words and `key:value` parts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.search.filters import KEYS, ArticleFilter, parse


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("", ArticleFilter()),
        ("bridge toll", ArticleFilter(words="bridge toll")),
        ("source:wire bridge", ArticleFilter(words="bridge", sources=("wire",))),
        ('actor:"port union" label:claim', ArticleFilter(actors=("port union",), labels=("claim",))),
        ("date:2026-01", ArticleFilter(dates=(("2026-01", "2026-01"),))),
        ("date:2026..2026-03-04", ArticleFilter(dates=(("2026", "2026-03-04"),))),
        ("date:..2026", ArticleFilter(dates=(("", "2026"),))),
        ("status:in", ArticleFilter(statuses=("in_progress",))),
        ("Live: the toll", ArticleFilter(words="Live: the toll")),
        ("12:30", ArticleFilter(words="12:30")),
        ("source:", ArticleFilter()),
        ('story:any story:"the toll"', ArticleFilter(stories=("any", "the toll"))),
        ("text:🚢 author:ليلى", ArticleFilter(texts=("🚢",), authors=("ليلى",))),
    ],
)
def test_what_a_line_says(line: str, wanted: ArticleFilter) -> None:
    assert parse(line) == wanted


@pytest.mark.parametrize("line", ["date:yesterday", "date:..", "date:2026-1", "status:finished"])
def test_what_is_not_understood_is_said_and_narrows_nothing(line: str) -> None:
    found = parse(line)
    assert len(found.faults) == 1
    assert line.partition(":")[2] in found.faults[0]
    assert not found.dates
    assert not found.statuses


@given(st.text(max_size=40), st.sampled_from(KEYS))
def test_any_line_can_be_read(line: str, key: str) -> None:
    parse(line)
    parse(f"{key}:{line}")
