"""The numbers a lead chooses from, by name, and what stands behind each: its score, its units, its disagreements.

A unit is what the number compares: for an F1 each mark that either has, for a share each matched pair, for an alpha
each pair that both rated.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

import numpy as np

from annotator.agreement.align import Rule
from annotator.agreement.corpus import INTENSITIES, POLARITIES
from annotator.agreement.counts import Floats
from annotator.agreement.score import Score
from annotator.agreement.scores import Reader
from annotator.agreement.tally import LABEL, RELATION, SPAN, STATEMENT, Tally

Kind = Literal["statement", "span", "relation", "label"]
CHAIN = ("found", "extent", "actor", "target", "polarity", "intensity")
STATEMENTS = (*CHAIN, "frame", "strict")
SPANS = ("exact", "overlap", "extent", "same_actor")

_COLUMNS: dict[Kind, tuple[str, ...]] = {"statement": STATEMENT, "span": SPAN, "relation": RELATION, "label": LABEL}
# measure -> (what agrees, of what); a and b: the marks of either side
_F1 = {"found": "found", "frame": "frames", "strict": "strict", "exact": "exact", "overlap": "overlap",
       "relation": "same"}  # fmt: skip
_SHARES = {
    ("statement", "extent"): ("iou", "found"),
    ("statement", "actor"): ("same_holder", "found"),
    ("statement", "target"): ("same_target", "found"),
    ("span", "extent"): ("iou", "overlap"),
    ("span", "same_actor"): ("same_actor", "linked"),
    ("label", "article_label"): ("same", "both"),
}
_SQUARES: dict[str, tuple[object, ...]] = {"polarity": POLARITIES, "intensity": INTENSITIES}


class Figure(NamedTuple):
    """A number's name: what is compared, which label of it ("" for statements), by which measure."""

    kind: Kind
    label: str
    measure: str

    @property
    def id(self) -> str:
        """One string, as a threshold keeps it."""
        return ":".join(self)


class Confusion(NamedTuple):
    """What one annotator said, by rows, where the other said, by columns: how often. "" is nothing."""

    values: tuple[str, ...]
    square: Floats


def figures(tally: Tally) -> list[Figure]:
    """All that there are statistics of, in the order they are shown."""
    reader = Reader(tally)
    found = [Figure("statement", "", measure) for measure in STATEMENTS]
    for label in reader.of_kind("span"):
        linked = bool(tally.of("span", label)[:, SPAN.index("linked")].any())
        found += [Figure("span", label, measure) for measure in SPANS if measure != "same_actor" or linked]
    found += [Figure("relation", label, "relation") for label in reader.of_kind("relation")]
    return found + [Figure("label", key, "article_label") for key in reader.of_kind("label")]


def score(tally: Tally, rule: Rule, figure: Figure, pairs: Sequence[int] | None = None) -> Score:
    """The number, over some pairs of annotators (None: all)."""
    reader = Reader(tally, rule, pairs)
    if figure.kind == "statement":
        return {**reader.chain(), **reader.statements()}[figure.measure]
    if figure.kind == "span":
        return reader.spans(figure.label)[figure.measure]
    return reader.relation(figure.label) if figure.kind == "relation" else reader.article_label(figure.label)


def pairs_of(tally: Tally, annotator: int) -> list[int]:
    """The places of the pairs that an annotator, by place, is one of."""
    return [n for n, pair in enumerate(tally.pairs) if annotator in pair]


def compared(tally: Tally, figure: Figure, pairs: Sequence[int] | None = None) -> Floats:
    """How many units of each article were compared, [articles]."""
    if figure.measure in _SQUARES and figure.kind == "statement":
        return np.asarray(_square(tally, figure, pairs).sum(axis=(1, 2)))
    columns = _named(tally, figure, pairs)
    if figure.measure in _F1:
        return columns["a"] + columns["b"] - columns[_F1[figure.measure]]
    return columns[_SHARES[figure.kind, figure.measure][1]]


def disagreement(tally: Tally, figure: Figure, pairs: Sequence[int] | None = None) -> Floats:
    """How many units of each article disagree, [articles]; of an extent, how much of the matched marks is not shared.

    Their sum is 0 exactly where the number says that all agree.
    """
    if figure.measure in _SQUARES and figure.kind == "statement":
        square = _square(tally, figure, pairs)
        return np.asarray(square.sum(axis=(1, 2)) - np.trace(square, axis1=1, axis2=2))
    columns = _named(tally, figure, pairs)
    if figure.measure in _F1:
        return columns["a"] + columns["b"] - 2 * columns[_F1[figure.measure]]
    part, whole = _SHARES[figure.kind, figure.measure]
    return columns[whole] - columns[part]


def sums(tally: Tally, figure: Figure, pairs: Sequence[int] | None = None) -> dict[str, float]:
    """The counts that the number is made of, by name; of an alpha, the cells of its table, "one/other"."""
    if figure.measure in _SQUARES and figure.kind == "statement":
        values, square = _SQUARES[figure.measure], _square(tally, figure, pairs).sum(axis=0)
        return {f"{a}/{b}": float(square[m, n]) for m, a in enumerate(values) for n, b in enumerate(values)}
    columns = _named(tally, figure, pairs)
    wanted = ("a", "b", _F1[figure.measure]) if figure.measure in _F1 else _SHARES[figure.kind, figure.measure]
    return {name: float(columns[name].sum()) for name in wanted}


def confusion(tally: Tally, figure: Figure, pairs: Sequence[int] | None = None) -> Confusion | None:
    """Which label, polarity or intensity one said where the other said another; None for what has no such table.

    Of pairs of annotators it is the first, by name, who stands in the rows.
    """
    if figure.kind == "statement" and figure.measure in _SQUARES:
        values = tuple(map(str, _SQUARES[figure.measure]))
        return Confusion(values, _square(tally, figure, pairs).sum(axis=0))
    return _labels(tally, pairs) if figure.kind == "span" else None


def _labels(tally: Tally, pairs: Sequence[int] | None) -> Confusion:
    labels = sorted(key[1] for key in tally.sums if key[0] == "span")
    place = {label: n for n, label in enumerate(labels)}
    square = np.zeros((len(labels) + 1, len(labels) + 1))
    chosen = list(range(len(tally.pairs))) if pairs is None else list(pairs)
    for label, at in place.items():
        a, b, _, same = tally.sums["span", label][:, chosen, :4].sum(axis=(0, 1))
        square[at, at] += same
        square[at, -1] += a - same
        square[-1, at] += b - same
    for row in tally.mislabelled:
        if row.pair in chosen:
            one, other = place[row.one], place[row.other]
            square[one, other] += 1
            square[one, -1] -= 1
            square[-1, other] -= 1
    return Confusion((*labels, ""), square)


def _named(tally: Tally, figure: Figure, pairs: Sequence[int] | None) -> dict[str, Floats]:
    names = _COLUMNS[figure.kind]
    key = (figure.kind, figure.label) if figure.label else (figure.kind,)
    found = _of(tally, key, pairs, len(names))
    return {name: found[:, n] for n, name in enumerate(names)}


def _square(tally: Tally, figure: Figure, pairs: Sequence[int] | None) -> Floats:
    size = len(_SQUARES[figure.measure])
    return _of(tally, (figure.measure,), pairs, size * size).reshape(-1, size, size)


def _of(tally: Tally, key: tuple[str, ...], pairs: Sequence[int] | None, width: int) -> Floats:
    """The sums of each article, also of those that no pair of them both finished."""
    found = tally.sums.get(key)
    chosen = list(range(len(tally.pairs))) if pairs is None else list(pairs)
    return np.zeros((len(tally.articles), width)) if found is None else np.asarray(found[:, chosen].sum(axis=1))
