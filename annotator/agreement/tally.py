"""Sufficient statistics: what each article adds to each pair of annotators. Every number is a function of their sums.

An article in which a pair did not both finish adds nothing. Columns of each kind are named in `SPAN`, `LINK`,
`STATEMENT`; polarity, intensity and confusions are square tables, [one annotator's, the other's].
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from annotator.agreement.align import Aligner, Matched, Rule
from annotator.agreement.corpus import INTENSITIES, POLARITIES, Corpus, Table
from annotator.agreement.counts import Floats, Ints
from annotator.agreement.matching import Fragments

SPAN = ("a", "b", "exact", "overlap", "iou", "linked", "same_actor")
RELATION = ("a", "b", "same")
STATEMENT = (
    "a", "b", "found", "iou", "same_holder", "same_target", "frames", "rated", "same_polarity", "strict",
)  # fmt: skip
LABEL = ("both", "same")


class Mislabelled(NamedTuple):
    """A passage that two annotators, the `pair`th, marked with different labels."""

    article: str
    pair: int
    one: str
    other: str


@dataclass(frozen=True)
class Tally:
    """`sums[kind]`: [articles, pairs, statistics]. Kinds: ("span", label), ("relation", label), ("statement",),
    ("polarity",), ("intensity",), ("label", key). `pairs`: places of the two annotators of each. `both`: [articles,
    pairs], whether both finished. `mislabelled`: passages that got two labels: article id, pair, one's, the other's.
    """

    articles: Sequence[str]
    pairs: Sequence[tuple[int, int]]
    both: NDArray[np.bool_]
    sums: dict[tuple[str, ...], Floats]
    mislabelled: Sequence[Mislabelled] = ()

    def within(self, mask: NDArray[np.bool_]) -> Tally:
        """What is left of some articles and pairs, [articles, pairs]: as if no others had been finished."""
        sums = {kind: values * mask[:, :, None] for kind, values in self.sums.items()}
        at = {ident: n for n, ident in enumerate(self.articles)}
        left = [row for row in self.mislabelled if mask[at[row.article], row.pair]]
        return Tally(self.articles, self.pairs, self.both & mask, sums, left)

    def of(self, *kind: str, pairs: Sequence[int] | None = None) -> Floats:
        """The sums of a kind over some pairs (None: all), [articles both finished, statistics]."""
        chosen = list(range(len(self.pairs))) if pairs is None else list(pairs)
        eligible = self.both[:, chosen].any(axis=1)
        found = self.sums.get(kind)
        width = 1 if found is None else found.shape[2]
        return np.zeros((int(eligible.sum()), width)) if found is None else found[eligible][:, chosen].sum(axis=1)


def replaced(old: Tally, new: Tally, articles: Sequence[str]) -> Tally:
    """`old` with what `new` says of some articles; those that `new` does not have are gone. Both of the same pairs."""
    anew = set(articles)
    keep = [n for n, ident in enumerate(old.articles) if ident not in anew]
    merged = sorted([*(old.articles[n] for n in keep), *new.articles])
    place = {ident: n for n, ident in enumerate(merged)}
    at_old = np.array([place[old.articles[n]] for n in keep], np.int64)
    at_new = np.array([place[ident] for ident in new.articles], np.int64)
    both = np.zeros((len(merged), len(old.pairs)), bool)
    both[at_old], both[at_new] = old.both[keep], new.both
    sums: dict[tuple[str, ...], Floats] = {}
    for kind in old.sums.keys() | new.sums.keys():
        width = next(t.sums[kind].shape[2] for t in (old, new) if kind in t.sums)
        sums[kind] = np.zeros((len(merged), len(old.pairs), width))
        if kind in old.sums:
            sums[kind][at_old] = old.sums[kind][keep]
        if kind in new.sums:
            sums[kind][at_new] = new.sums[kind]
    kept = [row for row in old.mislabelled if row.article not in anew]
    return Tally(merged, old.pairs, both, sums, [*kept, *new.mislabelled])


def tally(corpus: Corpus, rule: Rule | None = None) -> Tally:
    """All statistics of a corpus."""
    pairs = list(combinations(range(len(corpus.annotators)), 2))
    both = np.stack([corpus.read[:, a] & corpus.read[:, b] for a, b in pairs], axis=1) if pairs else np.zeros(
        (len(corpus.articles), 0), bool
    )  # fmt: skip
    counter = _Counter(corpus, rule or Rule(), len(pairs))
    for n, (a, b) in enumerate(pairs):
        counter.pair(n, a, b, both[:, n])
    return Tally(corpus.articles, pairs, both, counter.sums, counter.mislabelled)


class _Counter:
    """Adds up, pair by pair."""

    def __init__(self, corpus: Corpus, rule: Rule, pairs: int) -> None:
        self.corpus, self.aligner = corpus, Aligner(corpus, rule)
        self._shape = len(corpus.articles), pairs
        self.sums: dict[tuple[str, ...], Floats] = {}
        self.mislabelled: list[Mislabelled] = []
        self._words = corpus.words.all()
        self._labels = np.unique(corpus.spans["label"])
        self._same = _same_places(corpus.spans, self.aligner.group)

    def pair(self, n: int, a: int, b: int, both: NDArray[np.bool_]) -> None:
        corpus = self.corpus
        one, other = (
            {name: _eligible(table, self.aligner.rows(name, who), both) for name, table in corpus.tables.items()}
            for who in (a, b)
        )
        partner = self._spans(n, one["spans"], other["spans"])
        self._relations(n, one["relations"], other["relations"], partner)
        self._stances(n, one["stances"], other["stances"], partner)
        self._article_labels(n, one["labels"], other["labels"])

    def _add(
        self, kind: tuple[str, ...], width: int, n: int, column: int, article: Ints, weight: Floats | None = None
    ) -> None:
        if kind not in self.sums:
            self.sums[kind] = np.zeros((*self._shape, width))
        self.sums[kind][:, n, column] += np.bincount(article, weight, self._shape[0])

    def _spans(self, n: int, one: Ints, other: Ints) -> Ints:
        """Counts spans; gives for every row of `one` the row that is the same with the other, -1 for none."""
        spans = self.corpus.spans
        found = self.aligner.spans(one, other)
        article, label = spans["article"], spans["label"]
        exact = _in_both(self._same, one, other)
        linked = (spans["actor"][found.one] >= 0) & (spans["actor"][found.other] >= 0)
        same = linked & (spans["actor"][found.one] == spans["actor"][found.other])
        counted: tuple[tuple[Ints, Floats | None], ...] = (
            (one, None), (other, None), (exact, None), (found.one, None), (found.one, found.share),
            (found.one[linked], None), (found.one[same], None),
        )  # fmt: skip
        for number in self._labels.tolist():
            kind = ("span", self._words[number])
            for column, (rows, weight) in enumerate(counted):
                of = label[rows] == number
                self._add(kind, len(SPAN), n, column, article[rows[of]], None if weight is None else weight[of])
        self._mislabelled(n, self.aligner.mislabelled(one, other, found))
        return self.aligner.partner(found)

    def _mislabelled(self, n: int, found: Matched) -> None:
        article, label = self.corpus.spans["article"], self.corpus.spans["label"]
        places = zip(article[found.one].tolist(), label[found.one].tolist(), label[found.other].tolist(), strict=True)
        self.mislabelled += [
            Mislabelled(self.corpus.articles[at], n, self._words[one], self._words[other]) for at, one, other in places
        ]

    def _relations(self, n: int, one: Ints, other: Ints, partner: Ints) -> None:
        table = self.corpus.relations
        for rows, column in ((one, 0), (other, 1)):
            self._by_label("relation", table, rows, column, n)
        # counted, so that what one has twice is not twice the same as what the other has once
        there = Counter((int(table["label"][r]), int(table["head"][r]), int(table["tail"][r])) for r in other.tolist())
        same: list[int] = []
        for r in one.tolist():
            key = int(table["label"][r]), int(partner[table["head"][r]]), int(partner[table["tail"][r]])
            if there[key]:
                there[key] -= 1
                same.append(r)
        self._by_label("relation", table, np.array(same, np.int64), 2, n)

    def _by_label(self, kind: str, table: Table, rows: Ints, column: int, n: int) -> None:
        for number in np.unique(table["label"][rows]).tolist():
            of = rows[table["label"][rows] == number]
            self._add((kind, self._words[number]), len(RELATION), n, column, table["article"][of])

    def _stances(self, n: int, one: Ints, other: Ints, partner: Ints) -> None:
        table = self.corpus.stances
        article = table["article"]
        alike = self.aligner.stances(one, other, partner)
        x, y, holder, aim = alike.one, alike.other, alike.holder, alike.target
        frames = holder & aim
        rated = frames & (table["polarity"][x] >= 0) & (table["polarity"][y] >= 0)
        polarity = frames & (table["polarity"][x] == table["polarity"][y])
        strict = polarity & (table["intensity"][x] == table["intensity"][y])
        counted: tuple[tuple[Ints, Floats | None], ...] = (
            (one, None), (other, None), (x, None), (x, alike.share), (x[holder], None), (x[aim], None),
            (x[frames], None), (x[rated], None), (x[polarity], None), (x[strict], None),
        )  # fmt: skip
        for column, (rows, weight) in enumerate(counted):
            self._add(("statement",), len(STATEMENT), n, column, article[rows], weight)
        self._table("polarity", len(POLARITIES), n, x[rated], y[rated])
        graded = polarity & rated & (table["intensity"][x] >= 0) & (table["intensity"][y] >= 0)
        self._table("intensity", len(INTENSITIES), n, x[graded], y[graded])

    def _table(self, name: str, size: int, n: int, one: Ints, other: Ints) -> None:
        """A square table of the values both gave."""
        table = self.corpus.stances
        cell = table[name][one] * size + table[name][other]
        if (name,) not in self.sums:
            self.sums[name,] = np.zeros((*self._shape, size * size))
        place = table["article"][one] * size * size + cell
        self.sums[name,][:, n] += np.bincount(place, minlength=self._shape[0] * size * size).reshape(
            self._shape[0], size * size
        )

    def _article_labels(self, n: int, one: Ints, other: Ints) -> None:
        table = self.corpus.labels
        there = {(int(table["article"][r]), int(table["key"][r])): int(table["value"][r]) for r in other.tolist()}
        for r in one.tolist():
            article, key = int(table["article"][r]), int(table["key"][r])
            if (article, key) in there:
                kind = ("label", self._words[key])
                where = np.array([article])
                self._add(kind, len(LABEL), n, 0, where)
                if there[article, key] == int(table["value"][r]):
                    self._add(kind, len(LABEL), n, 1, where)


def _eligible(table: Table, rows: Ints, articles: NDArray[np.bool_]) -> Ints:
    return rows[articles[table["article"][rows]]]


def _same_places(spans: Table, group: Ints) -> Ints:
    """A number for each row: that of another annotator's with the same label and fragments.

    Of marks that one annotator has twice, the second has the number of another's second.
    """
    wide = int(spans["end"].max(initial=0)) + 1
    pieces = np.zeros(len(spans), np.int64)
    known: dict[Fragments, int] = {}
    for row, fragments in spans.pieces.items():
        pieces[row] = known.setdefault(tuple((a, b) for a, b in fragments), len(known) + 1)
    key = np.zeros(len(spans), np.int64)
    for part in (spans["start"] * wide + spans["end"], group, pieces):
        _, number = np.unique(part, return_inverse=True)
        _, key = np.unique(key * (int(number.max(initial=0)) + 1) + number, return_inverse=True)
    who = spans["annotator"]
    order = np.lexsort((key, who))
    mark = who[order] * (int(key.max(initial=0)) + 1) + key[order]
    first = np.searchsorted(mark, mark)
    nth = np.empty(len(spans), np.int64)
    nth[order] = np.arange(len(spans)) - first
    return np.asarray(key * (int(nth.max(initial=0)) + 1) + nth, np.int64)


def _in_both(numbers: Ints, one: Ints, other: Ints) -> Ints:
    """The rows of `one` that `other` has the number of."""
    return one[np.isin(numbers[one], numbers[other], assume_unique=True)]
