"""The numbers a lead reads, each from the sums of a tally, with the interval that leaving out articles gives.

For statements, the chain: found → extent → actor → target → polarity → intensity. Each link is counted on what the
links before it left: polarity on statements with the same holder and target, intensity on those of equal polarity.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

from annotator.agreement.align import Rule
from annotator.agreement.corpus import INTENSITIES, POLARITIES
from annotator.agreement.counts import Floats
from annotator.agreement.intervals import Statistic, jackknife
from annotator.agreement.score import Level, Reason, Score
from annotator.agreement.tally import LABEL, RELATION, SPAN, STATEMENT, Tally

_SQUARES = {"polarity": POLARITIES, "intensity": INTENSITIES}


@dataclass(frozen=True)
class Reader:
    """Scores over some pairs of annotators (None: all), under a rule of matching."""

    tally: Tally
    rule: Rule = field(default_factory=Rule)
    pairs: Sequence[int] | None = None

    # -- statements
    def chain(self) -> dict[str, Score]:
        """found, extent, actor, target, polarity, intensity: in this order."""
        sums = self._sums(STATEMENT, "statement")
        found = sums["found"]
        return {
            "found": self._f1("found", sums, "found"),
            "extent": self._share("extent", sums, "iou", "found"),
            "actor": self._share("actor", sums, "same_holder", "found"),
            "target": self._share("target", sums, "same_target", "found"),
            "polarity": self._alpha("polarity", "nominal", sums["frames"]),
            "intensity": self._alpha("intensity", "ordinal", found),
        }

    def statements(self) -> dict[str, Score]:
        """frame: the same holder and target; strict: polarity and intensity too."""
        sums = self._sums(STATEMENT, "statement")
        return {"frame": self._f1("frame", sums, "frames"), "strict": self._f1("strict", sums, "strict")}

    # -- marks
    def spans(self, label: str) -> dict[str, Score]:
        """exact and overlap F1, extent (mean IoU of the matched), and whether the same actor was linked."""
        sums = self._sums(SPAN, "span", label)
        return {
            "exact": replace(self._f1("exact", sums, "exact"), matching="exact"),
            "overlap": self._f1("overlap", sums, "overlap"),
            "extent": self._share("extent", sums, "iou", "overlap"),
            "same_actor": self._share("same_actor", sums, "same_actor", "linked"),
        }

    def relation(self, label: str) -> Score:
        """F1 of relations that join the same marks."""
        return self._f1("relation", self._sums(RELATION, "relation", label), "same")

    def article_label(self, key: str) -> Score:
        """The share of articles that both labelled to which they gave the same value."""
        return replace(self._share("article_label", self._sums(LABEL, "label", key), "same", "both"), matching=None)

    def of_kind(self, kind: str) -> list[str]:
        """The labels that there are statistics of: kind is span, relation or label."""
        return sorted(key[1] for key in self.tally.sums if key[0] == kind)

    # -- how they come about
    def _sums(self, names: Sequence[str], *kind: str) -> dict[str, Floats]:
        found = self.tally.of(*kind, pairs=self.pairs)
        if found.shape[1] != len(names):
            found = np.zeros((len(found), len(names)))
        return dict(zip(names, found.T, strict=True))

    def _f1(self, name: str, sums: Mapping[str, Floats], same: str) -> Score:
        columns = np.stack([2 * sums[same], sums["a"] + sums["b"]], axis=1)
        return self._ratio(name, columns, "both_empty", int((sums["a"] + sums["b"]).sum()))

    def _share(self, name: str, sums: Mapping[str, Floats], part: str, whole: str) -> Score:
        columns = np.stack([sums[part], sums[whole]], axis=1)
        return self._ratio(name, columns, "no_common_units", int(sums[whole].sum()))

    def _ratio(self, name: str, columns: Floats, empty: Reason, units: int) -> Score:
        value = float(_quotient(columns.sum(axis=0)))
        raw = value if np.isfinite(value) else None
        return self._score(name, value, empty, columns, _quotient, n_units=units, raw=raw, matching=self.rule.words)

    def _alpha(self, name: str, level: Level, of: Floats) -> Score:
        table = self.tally.of(name, pairs=self.pairs)
        values = _SQUARES[name]
        size = len(values)
        if table.shape[1] != size * size:
            table = np.zeros((len(table), size * size))
        square = table.sum(axis=0).reshape(size, size)
        given = square.sum(axis=0) + square.sum(axis=1)
        units, all_units = int(square.sum()), float(of.sum())
        more: dict[str, Any] = {
            "n_units": units, "level": level, "matching": self.rule.words,
            "raw": float(np.trace(square)) / units if units else None,
            "coverage": units / all_units if all_units else None,
            "prevalence": {v: float(n / given.sum()) for v, n in zip(values, given, strict=True)} if units else {},
        }  # fmt: skip
        statistic = partial(alpha_of_square, size=size, level=level)
        why: Reason = "one_category" if units else "no_common_units"
        return self._score(name, float(statistic(table.sum(axis=0))), why, table, statistic, **more)

    def _score(
        self, name: str, value: float, why: Reason, articles: Floats, statistic: Statistic, **more: Any
    ) -> Score:
        pairs = len(self.tally.pairs if self.pairs is None else self.pairs)
        common: dict[str, Any] = {**more, "n_articles": len(articles), "n_pairs": pairs}
        if pairs == 0:
            return Score(name, None, "fewer_than_two_annotators", **common)
        if not len(articles):
            return Score(name, None, "no_common_units", **common)
        if not np.isfinite(value):
            return Score(name, None, why, **common)
        return Score(name, value, None, **common).within(*jackknife(articles, statistic))


def alpha_of_square(sums: Floats, size: int, level: Level) -> NDArray[np.float64]:
    """Alpha from tables of what two annotators said of the same units, [..., size * size]; NaN where undefined."""
    square = np.asarray(sums, float).reshape(*np.shape(sums)[:-1], size, size)
    both = square + np.swapaxes(square, -1, -2)
    totals = both.sum(axis=-1)
    number = totals.sum(axis=-1)
    if level == "nominal":
        observed = number - np.trace(both, axis1=-2, axis2=-1)
        expected = number**2 - (totals**2).sum(axis=-1)
    else:
        at = (
            np.cumsum(totals, axis=-1) - totals / 2
            if level == "ordinal"
            else np.broadcast_to(np.arange(size), totals.shape)
        )
        apart = (at[..., :, None] - at[..., None, :]) ** 2
        observed = (both * apart).sum(axis=(-2, -1))
        expected = (totals[..., :, None] * totals[..., None, :] * apart).sum(axis=(-2, -1))
    with np.errstate(invalid="ignore", divide="ignore"):
        found = 1 - observed * (number - 1) / expected
    return np.asarray(np.where(expected > 0, found, np.nan), float)


def _quotient(sums: Floats) -> NDArray[np.float64]:
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.asarray(np.where(sums[..., 1] > 0, sums[..., 0] / sums[..., 1], np.nan), float)
