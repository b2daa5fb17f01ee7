from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.ui.reader.conftest import span
from ui.reader.index import SpanIndex

covers = st.lists(
    st.tuples(st.integers(0, 9000), st.integers(1, 90000)).map(lambda t: (t[0], t[0] + t[1])), max_size=25
)
FLOORS = {"CLAIM": 1}


def index(items: list[tuple[int, int]]) -> SpanIndex:
    return SpanIndex((span(f"s{i}", "CLAIM" if i % 3 else "ACTOR", item) for i, item in enumerate(items)), FLOORS)


@given(items=covers, start=st.integers(0, 99000), length=st.integers(1, 3000))
def test_a_query_finds_what_looking_at_all_finds(items: list[tuple[int, int]], start: int, length: int) -> None:
    expected = {f"s{i}" for i, (a, b) in enumerate(items) if a < start + length and b > start}
    found = index(items).between(start, start + length)
    assert {placed.id for placed in found} == expected
    assert [p.key for p in found] == sorted(p.key for p in found)


@given(items=covers, more=covers)
def test_adding_and_removing_moves_no_other_span(items: list[tuple[int, int]], more: list[tuple[int, int]]) -> None:
    spans = index(items)
    lanes = {f"s{i}": placed.lane for i in range(len(items)) if (placed := spans.get(f"s{i}"))}
    for i, item in enumerate(more):
        new = spans.put(span(f"m{i}", "CUE", item))
        near = [placed for placed in spans.between(new.start, new.end) if placed is not new]
        assert new.lane not in {placed.lane for placed in near}
    for i in range(0, len(more), 2):
        spans.remove(f"m{i}")
    for ident, lane in lanes.items():
        placed = spans.get(ident)
        assert placed is not None
        assert placed.lane == lane
    assert len(spans) == len(items) + len(more) // 2


def test_a_replaced_span_keeps_its_lane() -> None:
    spans = SpanIndex([span("a", "CUE", (0, 20)), span("b", "CUE", (5, 10))])
    spans.remove("a")
    assert spans.put(span("b", "CUE", (5, 12))).lane == 1


def test_walking_visits_every_span_once_and_goes_round() -> None:
    spans = SpanIndex([span("in", "CUE", (2, 4)), span("out", "CUE", (2, 9)), span("last", "CUE", (30, 31))])
    assert [spans.step(None, 0), spans.step("out", 0), spans.step("in", 0), spans.step("last", 0)] == [
        "out", "in", "last", "out",
    ]  # fmt: skip
    assert [spans.step("out", 0, True), spans.step(None, 10, True), spans.step(None, 10)] == ["last", "in", "last"]
    assert SpanIndex().step(None, 0) is None


def test_the_innermost_comes_first_and_a_gap_is_not_part_of_a_span() -> None:
    spans = SpanIndex(
        [span("out", "CUE", (0, 20)), span("split", "CUE", (2, 4), (10, 12)), span("in", "CUE", (10, 11))]
    )
    assert [placed.id for placed in spans.at(10)] == ["in", "split", "out"]
    assert [placed.id for placed in spans.at(6)] == ["out"]


@given(items=covers, more=covers, early=st.booleans())
def test_walking_knows_what_came_and_went(
    items: list[tuple[int, int]], more: list[tuple[int, int]], early: bool
) -> None:
    spans = index(items)
    if early:
        spans.step(None, 0)
    for i, item in enumerate(more):
        spans.put(span(f"m{i}", "CUE", item))
    for i in range(0, len(more), 2):
        spans.remove(f"m{i}")
    left = sorted(p.key for i in (*(f"s{n}" for n in range(len(items))), *(f"m{n}" for n in range(len(more))))
                  if (p := spans.get(i)))  # fmt: skip
    walked, at = [], None
    for _ in left:
        at = spans.step(at, 0)
        walked.append(at)
    assert walked == [key[2] for key in left]
