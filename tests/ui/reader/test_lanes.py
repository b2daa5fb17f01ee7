from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ui.reader.lanes import assign, lane_for, lowest_free

ranges = st.lists(
    st.tuples(st.integers(0, 60), st.integers(1, 20), st.integers(0, 1)).map(lambda t: (t[0], t[0] + t[1], t[2])),
    max_size=30,
)


def brute(items: list[tuple[int, int, int]]) -> list[int]:
    """Every pair compared."""
    lanes: dict[int, int] = {}
    for i in sorted(range(len(items)), key=lambda i: (items[i][0], -items[i][1])):
        start, end, floor = items[i]
        used = {lane for j, lane in lanes.items() if items[j][0] < end and items[j][1] > start}
        lanes[i] = next(lane for lane in range(floor, 100) if lane not in used)
    return [lanes[i] for i in range(len(items))]


@given(items=ranges)
def test_spans_that_overlap_never_share_a_lane(items: list[tuple[int, int, int]]) -> None:
    lanes = assign(items)
    for i, (a, b, floor) in enumerate(items):
        assert lanes[i] >= floor
        for j, (c, d, _) in enumerate(items[:i]):
            assert lanes[i] != lanes[j] or b <= c or d <= a


@given(items=ranges)
def test_the_sweep_gives_what_comparing_all_pairs_gives(items: list[tuple[int, int, int]]) -> None:
    assert assign(items) == brute(items)


@given(used=st.sets(st.integers(0, 200)), floor=st.integers(0, 3))
def test_the_lowest_free_lane(used: set[int], floor: int) -> None:
    expected = next(lane for lane in range(floor, 300) if lane not in used)
    assert lane_for(used, floor) == expected
    assert lowest_free(sum(1 << lane for lane in used), floor) == expected
