"""The marks of a project as columns: what agreement is counted from, without a record for each mark.

Rows stand for marks, columns for what is compared. Articles and annotators are places in `articles` and `annotators`;
words (labels, actors, issues, values) are places in `words`, -1 for none.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from annotator.agreement.counts import Ints
from annotator.agreement.matching import Fragments, Places
from annotator.models import Reading

AUTHOR, UNNAMED = "@author", "_unnamed"
POLARITIES = ("support", "oppose", "neutral", "mixed")
INTENSITIES = (1, 2, 3)


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
    """Columns of equal length, each mark's article and annotator among them, and the ids of the marks."""

    columns: dict[str, Ints]
    ids: Sequence[str]
    pieces: dict[int, Fragments] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.ids)

    def __getitem__(self, column: str) -> Ints:
        return self.columns[column]

    def in_order(self, group: Ints) -> Ints:
        """All rows, by annotator, group, start and end: as the matching wants those of each annotator."""
        return np.lexsort((self["end"], self["start"], group, self["annotator"]))

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
        names = sorted({_who(r) for r in done}) if annotators is None else list(annotators)
        rows = Rows({n: (r.id, _who(r)) for n, r in enumerate(done) if _who(r) in names})
        for n in rows.layers:
            _add(rows, n, done[n])
        return cls.of_rows(rows, names)

    @classmethod
    def of_rows(cls, rows: Rows, annotators: Sequence[str]) -> Corpus:
        """The layers of `rows`, whose annotators are all among `annotators`."""
        return _Builder(rows, annotators).corpus()


@dataclass
class Rows:
    """Marks of layers as plain rows, each with its layer's number first.

    `layers`: number -> (article id, annotator). `spans`: id, label, start, end, actor id, fragments if there are
    several. `relations`: id, label, head id, tail id. `stances`: id, holder's kind and id, expressed by, target's kind
    and id, polarity, intensity, evidence, claim id. `labels`: key, value. `lengths`: article id -> code points.
    """

    layers: dict[int, tuple[str, str]]
    spans: list[tuple[Any, ...]] = field(default_factory=list)
    relations: list[tuple[Any, ...]] = field(default_factory=list)
    stances: list[tuple[Any, ...]] = field(default_factory=list)
    labels: list[tuple[Any, ...]] = field(default_factory=list)
    lengths: dict[str, int] = field(default_factory=dict)


def _who(reading: Reading) -> str:
    return reading.layer.annotator if reading.layer else ""


def _add(rows: Rows, n: int, reading: Reading) -> None:
    rows.lengths[reading.id] = len(reading.text)
    rows.spans.extend(
        (n, s.id, s.label, s.start, s.end, s.actor_id, s.fragments if len(s.fragments) > 1 else None)
        for s in reading.spans
    )
    rows.relations.extend((n, r.id, r.label, r.head_id, r.tail_id) for r in reading.relations)
    rows.stances.extend(
        (n, s.id, s.holder.kind, s.holder.id, s.expressed_by, s.target.kind, s.target.id, s.polarity, s.intensity,
         s.evidence, s.claim_id)
        for s in reading.stances
    )  # fmt: skip
    rows.labels.extend((n, key, value) for key, value in reading.labels.items())


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
        self, rows: Sequence[tuple[Any, ...]], names: Sequence[str], columns: Sequence[Sequence[int] | Ints],
        pieces: dict[int, Fragments] | None = None,
    ) -> Table:  # fmt: skip
        """`columns`: those after article and annotator."""
        layers, at = np.unique(np.fromiter((row[0] for row in rows), np.int64, len(rows)), return_inverse=True)
        places = np.array([self._place[n] for n in layers.tolist()], np.int64).reshape(-1, 2)[at]
        arrays = [places[:, 0].copy(), places[:, 1].copy(), *(np.asarray(column, np.int64) for column in columns)]
        return Table(dict(zip(names, arrays, strict=True)), [row[1] for row in rows], pieces or {})

    def _spans(self) -> Table:
        rows = self.rows.spans
        layers, ids, labels, starts, ends, actors, pieces = _columns(rows, 7)
        # only a few spans are referred to
        wanted = {i for r in self.rows.relations for i in (r[3], r[4])}
        wanted |= {i for r in self.rows.stances for i in (r[10], r[6] if r[5] == "claim" else None)}
        self._span_at = {(layers[n], i): n for n, i in enumerate(ids) if i in wanted}
        several = {n: p for n, p in enumerate(pieces) if p} if any(pieces) else {}
        return self._table(rows, SPAN_COLUMNS, [self.words(labels), starts, ends, self.words(actors)], several)

    def _relations(self) -> Table:
        rows, at = self.rows.relations, self._span_at
        labels = _columns(rows, 5)[2]
        ends = [[at[r[0], r[end]] for r in rows] for end in (3, 4)]
        return self._table(rows, RELATION_COLUMNS, [self.words(labels), *ends])

    def _stances(self, spans: Table) -> Table:
        rows, at = self.rows.stances, self._span_at
        _, _, kinds, holders, speakers, target_kinds, targets, polarities, intensities, _, _ = _columns(rows, 11)
        claims = [at[r[0], r[6]] if r[5] == "claim" else -1 for r in rows]
        places = [self._place_of(row, claim, spans) for row, claim in zip(rows, claims, strict=True)]
        others = {"author": AUTHOR, "unnamed": UNNAMED}
        said_by = [others.get(kind, ident) for kind, ident in zip(kinds, holders, strict=True)]
        about = [None if kind == "claim" else ident for kind, ident in zip(target_kinds, targets, strict=True)]
        return self._table(
            rows, STANCE_COLUMNS,
            [
                [place[0][0] for place in places], [place[-1][1] for place in places],
                self.words(said_by), self.words(speakers), self.words(target_kinds), self.words(about), claims,
                [POLARITIES.index(p) if p else -1 for p in polarities], [(i or 0) - 1 for i in intensities],
            ],
            {n: place for n, place in enumerate(places) if len(place) > 1},
        )  # fmt: skip

    def _place_of(self, row: tuple[Any, ...], about: int, spans: Table) -> Fragments:
        claim = self._span_at.get((row[0], row[10] or ""), -1)
        if claim < 0 and row[9]:
            evidence: Fragments = row[9]
            return evidence
        if (at := claim if claim >= 0 else about) >= 0:
            return spans.pieces.get(at) or ((int(spans["start"][at]), int(spans["end"][at])),)
        return ((0, max(self.rows.lengths[self.rows.layers[row[0]][0]], 1)),)

    def _labels(self) -> Table:
        rows = self.rows.labels
        _, keys, values = _columns(rows, 3)
        return self._table(rows, LABEL_COLUMNS, [self.words(keys), self.words([repr(v) for v in values])])


def _columns(rows: Sequence[tuple[Any, ...]], width: int) -> Sequence[Sequence[Any]]:
    return list(zip(*rows, strict=True)) if rows else [()] * width
