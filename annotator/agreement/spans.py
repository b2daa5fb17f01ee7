"""Agreement on spans: F1 of one annotator's marks against another's. Needs no count of what nobody marked.

A span is (start, end, label) or (start, end, label, fragments): code points, end-exclusive; one of several fragments
counts by the characters of its fragments. F1 is 2 TP / (|A| + |B|), which is the mean of the two one would get by
taking either as the truth (Hripcsak and Rothschild 2005).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any, Literal

import numpy as np

from annotator.agreement.matching import Places, match, overlaps
from annotator.agreement.score import Reason, Score

Span = Sequence[Any]
Match = Literal["exact", "overlap"]
Fragments = tuple[tuple[int, int], ...]


def span_f1(
    a: Sequence[Span], b: Sequence[Span], match: Match = "exact", min_iou: float = 0.0, label_blind: bool = False
) -> Score:
    """F1 of spans.

    `exact`: same label and same fragments. `overlap`: same label, one to one, sharing a character and at least
    `min_iou` of the characters of both. `label_blind`: whatever their labels.
    """
    rule = match if match == "exact" else f"overlap, IoU ≥ {min_iou:g}"
    found = agreed(a, b, match, min_iou, label_blind)
    return _f1("span_f1", found, len(a) + len(b), _labels([*a, *b]), f"{rule}, any label" if label_blind else rule)


def char_f1(a: Sequence[Span], b: Sequence[Span]) -> Score:
    """F1 of the characters under each label; those that a label covers twice count once."""
    of_a, of_b = _covered(a), _covered(b)
    both = sum(_common(of_a[label], of_b[label]) for label in of_a.keys() & of_b.keys())
    sizes = {label: _size(of_a.get(label, ())) + _size(of_b.get(label, ())) for label in of_a.keys() | of_b.keys()}
    return _f1("char_f1", both, sum(sizes.values()), Counter(sizes), "characters")


def agreed(a: Sequence[Span], b: Sequence[Span], rule: Match, min_iou: float, label_blind: bool) -> int:
    """How many spans of the one are spans of the other."""
    if rule == "exact":
        of_a, of_b = (Counter((_fragments(s), None if label_blind else s[2]) for s in spans) for spans in (a, b))
        return (of_a & of_b).total()
    labels = sorted({s[2] for s in (*a, *b)}, key=repr)
    groups = {label: 0 if label_blind else n for n, label in enumerate(labels)}
    one, other = places(a, groups), places(b, groups)
    return len(match(overlaps(one, other, min_iou), len(one), len(other))[0])


def places(spans: Iterable[Span], groups: dict[Any, int]) -> Places:
    """Spans of one article as the matching takes them."""
    rows = sorted((groups[s[2]], s[0], s[1], _fragments(s)) for s in spans)
    group, start, end, length = (
        np.array(column, np.int64)
        for column in (
            [r[0] for r in rows], [r[1] for r in rows], [r[2] for r in rows], [_size(r[3]) for r in rows],
        )
    )  # fmt: skip
    return Places(group, start, end, length, {n: r[3] for n, r in enumerate(rows) if len(r[3]) > 1})


def _f1(name: str, both: int, size: int, labels: Counter[Any], rule: str) -> Score:
    why: Reason = "both_empty"
    if size == 0:
        return Score(name, None, why, matching=rule)
    value = 2 * both / size
    shares = {label: number / size for label, number in labels.items()}
    return Score(name, value, None, size, raw=value, prevalence=shares, matching=rule)


def _labels(spans: Iterable[Span]) -> Counter[Any]:
    return Counter(s[2] for s in spans)


def _fragments(span: Span) -> Fragments:
    pieces = span[3] if len(span) > 3 else ()
    return tuple((p[0], p[1]) for p in pieces) or ((span[0], span[1]),)


def _covered(spans: Iterable[Span]) -> dict[Any, Fragments]:
    """The characters under each label, as ranges that neither touch nor overlap."""
    ranges: dict[Any, list[tuple[int, int]]] = {}
    for span in spans:
        ranges.setdefault(span[2], []).extend(_fragments(span))
    return {label: _union(of_label) for label, of_label in ranges.items()}


def _union(ranges: list[tuple[int, int]]) -> Fragments:
    found: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return tuple(found)


def _size(ranges: Iterable[tuple[int, int]]) -> int:
    return sum(end - start for start, end in ranges)


def _common(one: Fragments, other: Fragments) -> int:
    edges = sorted({edge for r in (*one, *other) for edge in r})
    starts = {start for start, _ in one}, {start for start, _ in other}
    ends = {end for _, end in one}, {end for _, end in other}
    total, inside = 0, [False, False]
    for here, there in pairwise(edges):
        inside = [(now or here in s) and here not in e for now, s, e in zip(inside, starts, ends, strict=True)]
        total += there - here if all(inside) else 0
    return total
