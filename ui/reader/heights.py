"""The heights of all paragraphs, estimated until laid out, with fast sums and fast search."""

from __future__ import annotations

from collections.abc import Iterable


class Heights:
    """A Fenwick tree over paragraph heights in whole pixels. All operations but the making are O(log n)."""

    def __init__(self, heights: Iterable[int]) -> None:
        self._heights = list(heights)
        count = len(self._heights)
        tree = [0, *self._heights]
        for i in range(1, count + 1):
            above = i + (i & -i)
            if above <= count:
                tree[above] += tree[i]
        self._tree = tree
        self._top_bit = 1 << count.bit_length()
        self.total = sum(self._heights)

    def __len__(self) -> int:
        return len(self._heights)

    def __getitem__(self, index: int) -> int:
        return self._heights[index]

    def top(self, index: int) -> int:
        """The sum of the heights before paragraph `index`, in pixels."""
        tree, result = self._tree, 0
        while index > 0:
            result += tree[index]
            index &= index - 1
        return result

    def set(self, index: int, height: int) -> int:
        """Give paragraph `index` another height; returns the difference, in pixels."""
        difference = height - self._heights[index]
        if difference:
            self._heights[index] = height
            self.total += difference
            at, tree = index + 1, self._tree
            while at < len(tree):
                tree[at] += difference
                at += at & -at
        return difference

    def find(self, y: float) -> int:
        """The paragraph at `y` pixels; the first or last one for a y outside. There must be one paragraph."""
        at, bit, count = 0, self._top_bit, len(self._heights)
        while bit:
            step = at + bit
            if step <= count and self._tree[step] <= y:
                at = step
                y -= self._tree[step]
            bit >>= 1
        return min(at, count - 1)
