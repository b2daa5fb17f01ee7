"""Which marks of two annotators are the same: spans by label and place, statements by place, holder and target."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from annotator.agreement.corpus import Corpus, Table
from annotator.agreement.counts import Floats, Ints
from annotator.agreement.matching import Overlaps, match, overlaps

MISLABELLED = 0.5  # of both marks' characters, from which on they are one passage that was called differently
_NONE = np.empty(0, np.int64)
_NOBODYS = 1 << 40  # numbers from here on are equal to no other
_TIE = 1e-3  # of equal places, statements that name the same holder and target go together


@dataclass(frozen=True, slots=True)
class Rule:
    """When marks of two annotators are the same mark: they share a character, and `min_iou` of what both cover."""

    min_iou: float = 0.0

    @property
    def words(self) -> str:
        """As it stands beside a number."""
        return f"overlap, IoU ≥ {self.min_iou:g}" if self.min_iou else "overlap"


@dataclass(frozen=True)
class Matched:
    """Rows of the same mark with one annotator and with the other, and how much of both they share."""

    one: Ints
    other: Ints
    share: Floats


@dataclass(frozen=True)
class Statements(Matched):
    """Matched statements, and whether both have the same holder and the same target."""

    holder: NDArray[np.bool_]
    target: NDArray[np.bool_]


class Aligner:
    """Pairs the marks of the annotators of a corpus, two at a time. Rows given to it are in the order of `rows`."""

    def __init__(self, corpus: Corpus, rule: Rule) -> None:
        self.corpus, self.rule = corpus, rule
        spans = corpus.spans
        # one number for article and label: only marks of the same article and label are compared
        self.group: Ints = spans["article"] * (len(corpus.words.all()) + 1) + spans["label"]
        groups: dict[str, Ints] = {"spans": self.group, "stances": corpus.stances["article"]}
        self._rows = {name: _by_annotator(table, groups.get(name)) for name, table in corpus.tables.items()}

    def rows(self, table: str, annotator: int) -> Ints:
        """The rows of an annotator in a table, as the matching wants them."""
        return self._rows[table].get(annotator, _NONE)

    def spans(self, one: Ints, other: Ints) -> Matched:
        """Spans of the same label."""
        return matched(self.corpus.spans, one, other, self.group, self.rule)

    def mislabelled(self, one: Ints, other: Ints, found: Matched) -> Matched:
        """Spans that neither has with the same label, but at the same place with another one."""
        spans = self.corpus.spans
        article = spans["article"]
        left = [rows[~np.isin(rows, taken)] for rows, taken in ((one, found.one), (other, found.other))]
        mine, others = (rows[np.lexsort((spans["end"][rows], spans["start"][rows], article[rows]))] for rows in left)
        return matched(spans, mine, others, article, Rule(max(self.rule.min_iou, MISLABELLED)))

    def partner(self, found: Matched) -> Ints:
        """For every row of spans the row that is the same with the other, -1 for none; the last is for -1 itself."""
        partner = np.full(len(self.corpus.spans) + 1, -1)
        partner[found.one] = found.other
        return partner

    def stances(self, one: Ints, other: Ints, partner: Ints) -> Statements:
        """Statements at the same place. `partner`: of spans; a claim is the same target if it is the same mark."""
        table = self.corpus.stances
        claim, target = table["claim"], np.where(table["claim"] >= 0, -2 - table["claim"], table["target"])
        mine = one[claim[one] >= 0]
        there = partner[claim[mine]]
        target[mine] = np.where(there >= 0, -2 - there, _NOBODYS + mine)
        frame = np.stack([table["holder"], target])
        found = matched(table, one, other, table["article"], self.rule, tie=frame.astype(float))
        x, y = found.one, found.other
        return Statements(x, y, found.share, table["holder"][x] == table["holder"][y], target[x] == target[y])


def matched(table: Table, one: Ints, other: Ints, group: Ints, rule: Rule, tie: Floats | None = None) -> Matched:
    """Which rows are the same mark. `one`, `other`: rows in order; `group`, by row, keeps apart what never is.

    `tie`, [things, rows]: of equal places, those that are equal in more things go together.
    """
    a, b = table.places(one, group), table.places(other, group)
    found = overlaps(a, b, rule.min_iou)
    worth = found.share
    if tie is not None:
        alike = (tie[:, one[found.a]] == tie[:, other[found.b]]).mean(axis=0)
        worth = worth * (1 - _TIE) + _TIE * alike
    x, y = match(Overlaps(found.a, found.b, worth), len(a), len(b))
    return Matched(one[x], other[y], _share_of(found, x, y, len(b)))


def _share_of(found: Overlaps, one: Ints, other: Ints, width: int) -> Floats:
    keys = found.a * max(width, 1) + found.b
    order = np.argsort(keys, kind="stable")
    at = np.searchsorted(keys[order], one * max(width, 1) + other)
    return found.share[order][at] if len(order) else np.empty(0)


def _by_annotator(table: Table, group: Ints | None) -> dict[int, Ints]:
    """The rows of each, in order where the matching wants them so."""
    rows = np.argsort(table["annotator"], kind="stable") if group is None else table.in_order(group)
    who, first = np.unique(table["annotator"][rows], return_index=True)
    return dict(zip(who.tolist(), np.split(rows, first[1:]), strict=True)) if len(rows) else {}
