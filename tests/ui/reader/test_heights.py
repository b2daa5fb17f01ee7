from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ui.reader.heights import Heights

heights = st.lists(st.integers(1, 500), min_size=1, max_size=70)


@given(values=heights, changes=st.lists(st.tuples(st.integers(0, 69), st.integers(1, 500)), max_size=20))
def test_sums_and_search_agree_with_adding_up(values: list[int], changes: list[tuple[int, int]]) -> None:
    tree = Heights(values)
    for any_index, value in changes:
        index = any_index % len(values)
        assert tree.set(index, value) == value - values[index]
        values[index] = value
    assert tree.total == sum(values)
    assert [tree.top(i) for i in range(len(values) + 1)] == [sum(values[:i]) for i in range(len(values) + 1)]
    for i in range(len(values)):
        assert tree.find(tree.top(i)) == i
        assert tree.find(tree.top(i) + values[i] - 0.5) == i
    assert tree.find(-5) == 0
    assert tree.find(sum(values) + 100) == len(values) - 1
