"""The marks of a project as columns: what agreement is counted from, without a record for each mark.

Rows stand for marks, columns for what is compared. Articles and annotators are places in `articles` and `annotators`;
words (labels, actors, issues, values) are places in `words`, -1 for none.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from annotator.agreement.counts import Ints
from annotator.agreement.matching import Fragments, Places
from annotator.agreement.rows import Rows, annotator_of, ints, rows_of
from annotator.models import Reading

AUTHOR, UNNAMED = "@author", "_unnamed"
POLARITIES = ("support", "oppose", "neutral", "mixed")
INTENSITIES = (1, 2, 3)
_POLARITY: dict[str | None, int] = {None: -1, **{value: n for n, value in enumerate(POLARITIES)}}
_OTHERS = {"author": AUTHOR, "unnamed": UNNAMED}  # who else than an actor may hold a stance


class Words:
    """Strings as numbers."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def __call__(self, words: Sequence[str | None]) -> Ints:
        """The number of each, -1 for None."""
        numbers = self._numbers
        for word in dict.fromkeys(words):
            if word is not None:
                numbers.setdefault(word, len(numbers))
        places: dict[str | None, int] = {None: -1}
        places.update(numbers)
        return np.fromiter(map(places.__getitem__, words), np.int64, len(words))

    def all(self) -> list[str]:
        """The words, each at its number."""
        return list(self._numbers)


@dataclass(frozen=True)
class Table:
    """Columns of equal length, each mark's article and annotator among them."""

    columns: dict[str, Ints]
    pieces: Mapping[int, Fragments] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self["article"])

    def __getitem__(self, column: str) -> Ints:
        return self.columns[column]

    def in_order(self, group: Ints) -> Ints:
        """All rows, by annotator, group, start and end: as the matching wants those of each annotator."""
        # two keys are sorted in half the time of four
        wide, many = (int(key.max(initial=0)) + 1 for key in (self["end"], group))
        order: Ints = np.lexsort((self["start"] * wide + self["end"], self["annotator"] * many + group))
        return order

    def places(self, rows: Ints, group: Ints) -> Places:
        """Rows that are in order, as the matching takes them; `group` keeps those apart that are never the same."""
        start, end = self["start"][rows], self["end"][rows]
        length = end - start
        pieces: dict[int, Fragments] = {}
        if self.pieces:
            for at in np.flatnonzero(np.isin(rows, list(self.pieces))).tolist():
                pieces[at] = self.pieces[int(rows[at])]
                length[at] = sum(b - a for a, b in pieces[at])
        return Places(group[rows], start, end, length, pieces)


SPAN_COLUMNS = ("article", "annotator", "label", "start", "end", "actor")
RELATION_COLUMNS = ("article", "annotator", "label", "head", "tail")
STANCE_COLUMNS = (
    "article", "annotator", "start", "end", "holder", "expressed_by", "target_kind", "target", "claim", "polarity",
    "intensity",
)  # fmt: skip
LABEL_COLUMNS = ("article", "annotator", "key", "value")


@dataclass(frozen=True)
class Corpus:
    """`read[article, annotator]`: whether that layer is done. What is not done is missing, whatever is in it.

    Spans refer to words; relations and stances refer to spans by row, -1 for none. A stance stands at its claim, else
    at its evidence, else at the claim it is about; with none of them, at the whole article.
    """

    articles: Sequence[str]
    annotators: Sequence[str]
    read: NDArray[np.bool_]
    words: Words
    spans: Table
    relations: Table
    stances: Table
    labels: Table

    @property
    def tables(self) -> dict[str, Table]:
        """The tables by their names."""
        return {"spans": self.spans, "relations": self.relations, "stances": self.stances, "labels": self.labels}

    @classmethod
    def of(cls, readings: Iterable[Reading], annotators: Sequence[str] | None = None) -> Corpus:
        """The done layers of readings. `annotators`: names, in their order; None takes those that occur, sorted."""
        done = [r for r in readings if r.layer is not None and r.layer.status == "done"]
        names = sorted({annotator_of(r) for r in done}) if annotators is None else list(annotators)
        rows = rows_of({n: reading for n, reading in enumerate(done) if annotator_of(reading) in names})
        return cls.of_rows(rows, names)

    @classmethod
    def of_rows(cls, rows: Rows, annotators: Sequence[str]) -> Corpus:
        """The layers of `rows`, whose annotators are all among `annotators`."""
        return _Builder(rows, annotators).corpus()


class _Builder:
    """From rows to columns."""

    def __init__(self, rows: Rows, annotators: Sequence[str]) -> None:
        self.rows, self.annotators = rows, annotators
        self.articles = sorted({article for article, _ in rows.layers.values()})
        self.words = Words()
        article = {ident: n for n, ident in enumerate(self.articles)}
        who = {name: n for n, name in enumerate(annotators)}
        self._place = {number: (article[a], who[name]) for number, (a, name) in rows.layers.items()}
        self._span_at: dict[tuple[int, str], int] = {}

    def corpus(self) -> Corpus:
        read = np.zeros((len(self.articles), len(self.annotators)), bool)
        for place in self._place.values():
            read[place] = True
        spans = self._spans()
        return Corpus(
            self.articles, self.annotators, read, self.words, spans, self._relations(), self._stances(spans),
            self._labels(),
        )  # fmt: skip

    def _table(
        self, layers: Ints, names: Sequence[str], columns: Sequence[Ints], pieces: Mapping[int, Fragments] | None = None
    ) -> Table:
        """`layers`: the number of each row's; `columns`: those after article and annotator."""
        numbers = sorted(self._place)
        places = np.array([self._place[n] for n in numbers], np.int64).reshape(-1, 2)[np.searchsorted(numbers, layers)]
        arrays = [places[:, 0].copy(), places[:, 1].copy(), *columns]
        return Table(dict(zip(names, arrays, strict=True)), pieces or {})

    def _spans(self) -> Table:
        spans = self.rows.spans
        # only a few spans are referred to
        wanted = {i for r in self.rows.relations for i in r[2:]}
        wanted |= {i for r in self.rows.stances for i in (r[8], r[5] if r[4] == "claim" else None)}
        at = np.flatnonzero(np.fromiter(map(wanted.__contains__, spans.ids), bool, len(spans.ids)))
        self._span_at = {
            (layer, spans.ids[n]): n for n, layer in zip(at.tolist(), spans.layer[at].tolist(), strict=True)
        }
        columns = [self.words(spans.labels), spans.start, spans.end, self.words(spans.actors)]
        return self._table(spans.layer, SPAN_COLUMNS, columns, spans.pieces)

    def _relations(self) -> Table:
        at = self._span_at
        layers, labels, heads, tails = _columns(self.rows.relations, 4)
        ends = (ints(map(at.__getitem__, zip(layers, idents, strict=True))) for idents in (heads, tails))
        return self._table(ints(layers), RELATION_COLUMNS, [self.words(labels), *ends])

    def _stances(self, spans: Table) -> Table:
        at = self._span_at
        columns = _columns(self.rows.stances, 10)
        layers, kinds, holders, speakers, target_kinds, targets, polarities, intensities, claims, _ = columns
        own = ints(at.get((layer, ident), -1) for layer, ident in zip(layers, claims, strict=True))
        about = ints(
            at[layer, ident] if kind == "claim" else -1
            for layer, kind, ident in zip(layers, target_kinds, targets, strict=True)
        )
        start, end, pieces = self._places(own, about, spans)
        said_by = [_OTHERS.get(kind, ident) for kind, ident in zip(kinds, holders, strict=True)]
        aims = [None if kind == "claim" else ident for kind, ident in zip(target_kinds, targets, strict=True)]
        return self._table(
            ints(layers), STANCE_COLUMNS,
            [
                start, end, self.words(said_by), self.words(speakers), self.words(target_kinds), self.words(aims),
                about, ints(map(_POLARITY.__getitem__, polarities)), ints((i or 0) - 1 for i in intensities),
            ],
            pieces,
        )  # fmt: skip

    def _places(self, own: Ints, about: Ints, spans: Table) -> tuple[Ints, Ints, dict[int, Fragments]]:
        """Where the stances stand: covers, and the fragments of those that have several."""
        rows = self.rows.stances
        evidence = {n: rows[n][9] for n in np.flatnonzero(own < 0).tolist() if rows[n][9] is not None}
        at = np.where(own >= 0, own, about)
        at[list(evidence)] = -1
        there = at >= 0
        start, end = np.zeros_like(at), np.zeros_like(at)
        start[there], end[there] = spans["start"][at[there]], spans["end"][at[there]]
        pieces = {n: spans.pieces[row] for n, row in enumerate(at.tolist()) if row in spans.pieces}
        for n in np.flatnonzero(~there).tolist():
            parts = evidence[n] if n in evidence else ((0, self._length(rows[n][0])),)
            start[n], end[n] = parts[0][0], parts[-1][1]
            if len(parts) > 1:
                pieces[n] = parts
        return start, end, pieces

    def _length(self, layer: int) -> int:
        return max(self.rows.lengths[self.rows.layers[layer][0]], 1)

    def _labels(self) -> Table:
        layers, keys, values = _columns(self.rows.labels, 3)
        return self._table(ints(layers), LABEL_COLUMNS, [self.words(keys), self.words(list(map(_alike, values)))])


def _alike(value: Any) -> str:
    """Equal for the same value, whatever the order of its keys; of a text the quicker way."""
    return repr(value) if isinstance(value, str) else json.dumps(value, sort_keys=True)


def _columns(rows: Sequence[Sequence[Any]], width: int) -> Sequence[Sequence[Any]]:
    return list(zip(*rows, strict=True)) if rows else [()] * width
