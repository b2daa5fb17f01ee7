"""Marks of many readers that are the same mark: what the matching of each two says, put together.

Each cluster has at most one mark of a reader. Matches of which more is shared come first; with two readers the clusters
are the matching itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import NamedTuple

from annotator.agreement.align import Aligner, Matched, Rule
from annotator.agreement.corpus import Corpus
from annotator.models import Reading

Rows = tuple[int | None, ...]  # a row for each reader


class Clusters(NamedTuple):
    """Spans and statements that are the same, as rows of the corpus: of each reader its row, or None."""

    spans: list[Rows]
    stances: list[Rows]


class _Match(NamedTuple):
    """Sorted, the best comes first. `tier`: 0 the same label, 1 another one; `apart`: in how many things they differ"""

    tier: int
    apart: float
    one: int
    other: int


def clusters(readings: Sequence[Reading], names: Sequence[str], rule: Rule) -> Clusters:
    """`readings` of one article, each of another reader; rows are counted through all readings in their order."""
    aligner = Aligner(Corpus.of(readings, names), rule)
    spans: list[_Match] = []
    stances: list[_Match] = []
    for a, b in combinations(range(len(names)), 2):
        one, other = aligner.rows("spans", a), aligner.rows("spans", b)
        found = aligner.spans(one, other)
        spans += _matches(0, found)
        spans += _matches(1, aligner.mislabelled(one, other, found))
        alike = aligner.stances(aligner.rows("stances", a), aligner.rows("stances", b), aligner.partner(found))
        same = alike.holder.astype(int) + alike.target
        stances += [
            _Match(0, 1 - share + (2 - int(frame)) / 1000, x, y)
            for x, y, share, frame in zip(
                alike.one.tolist(), alike.other.tolist(), alike.share.tolist(), same.tolist(), strict=True
            )
        ]
    return Clusters(
        _joined(spans, [len(r.spans) for r in readings]), _joined(stances, [len(r.stances) for r in readings])
    )


def _matches(tier: int, found: Matched) -> list[_Match]:
    rows = zip(found.one.tolist(), found.other.tolist(), found.share.tolist(), strict=True)
    return [_Match(tier, 1 - share, one, other) for one, other, share in rows]


def _joined(matches: Iterable[_Match], sizes: Sequence[int]) -> list[Rows]:
    reader = [n for n, size in enumerate(sizes) for _ in range(size)]
    group: list[dict[int, int]] = [{who: row} for row, who in enumerate(reader)]  # of each row: reader -> row
    for match in sorted(matches):
        one, other = group[match.one], group[match.other]
        if one is not other and not one.keys() & other.keys():
            one.update(other)
            for row in other.values():
                group[row] = one
    distinct = {id(members): members for members in group}
    return [tuple(members.get(n) for n in range(len(sizes))) for members in distinct.values()]
