"""Spans on levels: each once, and no two of a level over one another."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.dataset.levels import levels
from annotator.models import Span
from tests.adjudication.kit import placed
from tests.strategies import fragments

TEXT = "Ada Vale said the bridge must close."


@st.composite
def spans(draw: st.DrawFn) -> list[Span]:
    return [placed(TEXT, str(n), draw(fragments(TEXT))) for n in range(draw(st.integers(0, 8)))]


def meet(one: Span, other: Span) -> bool:
    return any(a < d and c < b for a, b in one.fragments for c, d in other.fragments)


@settings(deadline=None, max_examples=60)
@given(there=spans())
def test_each_is_on_the_first_level_where_nothing_is_in_its_way(there: list[Span]) -> None:
    found = levels(there)
    assert sorted(span.id for level in found for span in level) == sorted(span.id for span in there)
    for n, level in enumerate(found):
        assert not any(meet(one, other) for one, other in combinations(level, 2))
        for span in level:
            earlier = there[: there.index(span)]
            assert all(any(meet(span, one) for one in before if one in earlier) for before in found[:n])
