"""The spans of an article, found by place. Positions are code points."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Mapping

from annotator.models import Span
from ui.reader.lanes import assign, lane_for

_CHUNK_BITS = 10
_WIDE = 64  # a span over more chunks than this is kept in a list of its own, not in each chunk

Key = tuple[int, int, str]


class Placed:
    """A span with its lane."""

    __slots__ = ("end", "id", "lane", "span", "start")

    def __init__(self, span: Span, lane: int) -> None:
        self.span = span
        self.id = span.id
        self.start = span.start
        self.end = span.end
        self.lane = lane

    @property
    def key(self) -> Key:
        """What text order sorts by: outer before inner."""
        return (self.start, -self.end, self.id)

    def holds(self, position: int) -> bool:
        """Whether one of its fragments holds the position."""
        return any(a <= position < b for a, b in self.span.fragments)


class SpanIndex:
    """Spans by place and in text order, in lanes that never change by what is added or removed next to them.

    The text is cut into chunks of 1,024 code points and each chunk lists the spans that touch it, so that a query
    costs what lies near the place, in a text of many paragraphs as in one of a single paragraph.
    """

    def __init__(self, spans: Iterable[Span] = (), floors: Mapping[str, int] | None = None) -> None:
        self._floors = floors or {}
        self._chunks: dict[int, list[Placed]] = {}
        self._wide: list[Placed] = []
        self._by_id: dict[str, Placed] = {}
        spans = list(spans)
        floor = self._floors.get
        self._fill(map(Placed, spans, assign([(s.start, s.end, floor(s.label, 0)) for s in spans])))
        self._order: list[Key] | None = None  # made when it is first walked along: opening need not wait for it

    def __len__(self) -> int:
        return len(self._by_id)

    def get(self, span_id: str) -> Placed | None:
        """The span of that id, or None."""
        return self._by_id.get(span_id)

    def put(self, span: Span) -> Placed:
        """Add the span, or replace the one of its id, which keeps its lane if that is still free."""
        old = self.remove(span.id)
        floor = self._floors.get(span.label, 0)
        used = {placed.lane for placed in self.between(span.start, span.end)}
        keep = old is not None and old.lane not in used and old.lane >= floor
        placed = Placed(span, old.lane if keep and old else lane_for(used, floor))
        self._enter(placed)
        if self._order is not None:
            insort(self._order, placed.key)
        return placed

    def remove(self, span_id: str) -> Placed | None:
        """Take the span out; returns what was there."""
        placed = self._by_id.pop(span_id, None)
        if placed is None:
            return None
        first, last = _chunks_of(placed)
        if last - first >= _WIDE:
            self._wide.remove(placed)
        else:
            for chunk in range(first, last + 1):
                self._chunks[chunk].remove(placed)
        if self._order is not None:
            del self._order[bisect_left(self._order, placed.key)]
        return placed

    def between(self, start: int, end: int) -> list[Placed]:
        """The spans whose cover overlaps the range, in text order."""
        found: dict[str, Placed] = {}
        for chunk in range(start >> _CHUNK_BITS, (max(start, end - 1) >> _CHUNK_BITS) + 1):
            for placed in self._chunks.get(chunk, ()):
                if placed.start < end and placed.end > start:
                    found[placed.id] = placed
        for placed in self._wide:
            if placed.start < end and placed.end > start:
                found[placed.id] = placed
        return sorted(found.values(), key=_key)

    def at(self, position: int) -> list[Placed]:
        """The spans that hold the position, the innermost (shortest) first."""
        here = [placed for placed in self.between(position, position + 1) if placed.holds(position)]
        return sorted(here, key=lambda placed: (placed.end - placed.start, placed.id))

    def step(self, span_id: str | None, caret: int, backwards: bool = False) -> str | None:
        """The next (or previous) span in text order after `span_id`, or from the caret; round at the end.

        None if there is no span.
        """
        if not self._by_id:
            return None
        if self._order is None:
            self._order = sorted(placed.key for placed in self._by_id.values())
        order = self._order
        current = self._by_id.get(span_id) if span_id else None
        if current:
            at = bisect_left(order, current.key) + (-1 if backwards else 1)
        elif backwards:
            at = bisect_left(order, (caret, -(1 << 62), "")) - 1
        else:
            at = bisect_left(order, (caret, -(1 << 62), ""))
        return order[at % len(order)][2]

    def _fill(self, many: Iterable[Placed]) -> None:
        # opening an article waits for this: the most are in one chunk
        for placed in many:
            chunk = placed.start >> _CHUNK_BITS
            if chunk != (placed.end - 1) >> _CHUNK_BITS:
                self._enter(placed)
            else:
                self._by_id[placed.id] = placed
                if chunk in self._chunks:
                    self._chunks[chunk].append(placed)
                else:
                    self._chunks[chunk] = [placed]

    def _enter(self, placed: Placed) -> None:
        self._by_id[placed.id] = placed
        first, last = _chunks_of(placed)
        if last - first >= _WIDE:
            self._wide.append(placed)
            return
        for chunk in range(first, last + 1):
            self._chunks.setdefault(chunk, []).append(placed)


def _chunks_of(placed: Placed) -> tuple[int, int]:
    return placed.start >> _CHUNK_BITS, (placed.end - 1) >> _CHUNK_BITS


def _key(placed: Placed) -> Key:
    return (placed.start, -placed.end, placed.id)
