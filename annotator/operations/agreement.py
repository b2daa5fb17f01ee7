"""How far the annotators of a project agree: its done layers as a corpus, and the sums kept while layers change."""

from __future__ import annotations

from bisect import bisect
from collections import defaultdict
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import reduce

import numpy as np
import orjson
from pydantic_core import from_json

from annotator.agreement.align import Rule
from annotator.agreement.corpus import Corpus
from annotator.agreement.counts import Ints
from annotator.agreement.matching import Fragments
from annotator.agreement.rows import Rows, Spans
from annotator.agreement.tally import Tally, replaced, tally
from annotator.store import Project
from annotator.store import agreement_queries as queries
from annotator.store.agreement_queries import END, DoneLayer, Marks, Moment
from annotator.store.readings import no_collection

DEFAULT = Rule(0.5)  # what numbers are shown under unless another rule is chosen
_SHARE = 500  # articles
_States = dict[str, tuple[tuple[int, int], ...]]


@dataclass(frozen=True)
class Counted:
    """The sums of a project, and which state of each article's layers they are of: article id -> (layer, revision).

    Layers stand by their numbers: one that was taken back and opened anew begins its revisions again.
    """

    annotators: tuple[str, ...]
    rule: Rule
    states: _States
    tally: Tally


def count(
    project: Project, annotators: Sequence[str] | None = None, rule: Rule | None = None, before: Counted | None = None
) -> Counted:
    """The sums as the project is now. `annotators`: names (None: all with a done layer, gold left out).

    `before`: what was counted earlier; only articles whose layers changed since are read and counted again.
    """
    with queries.moment(project) as now, no_collection():
        return _count(now, annotators, rule or Rule(), before)


def _count(moment: Moment, annotators: Sequence[str] | None, rule: Rule, before: Counted | None) -> Counted:
    layers = moment.done_layers(gold=annotators is not None)
    names = tuple(sorted({layer.annotator for layer in layers}) if annotators is None else annotators)
    layers = [layer for layer in layers if layer.annotator in names]
    now = _states(layers)
    if before is None or (before.annotators, before.rule) != (names, rule):
        return Counted(names, rule, now, _tally(moment, layers, names, rule))
    changed = [ident for ident in now.keys() | before.states.keys() if now.get(ident) != before.states.get(ident)]
    if not changed:
        return before
    wanted = set(changed)
    part = _tally(moment, [layer for layer in layers if layer.article_id in wanted], names, rule)
    return Counted(names, rule, now, replaced(before.tally, part, changed))


def _states(layers: Sequence[DoneLayer]) -> _States:
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for layer in layers:
        found[layer.article_id].append((layer.number, layer.revision))
    return {article: tuple(states) for article, states in found.items()}


def _tally(moment: Moment, layers: Sequence[DoneLayer], names: Sequence[str], rule: Rule) -> Tally:
    """Counted share by share: while one is counted the next is read, which SQLite does outside Python's lock."""
    articles = sorted({layer.article_id for layer in layers})
    ends = articles[_SHARE::_SHARE]
    shares: list[list[DoneLayer]] = [[] for _ in range(len(ends) + 1)]
    for layer in layers:
        shares[bisect(ends, layer.article_id)].append(layer)
    with ThreadPoolExecutor(1) as pool:
        read = [pool.submit(moment.marks, [layer.number for layer in share]) for share in shares]
        parts = (tally(corpus(marks.result(), share, names), rule) for share, marks in zip(shares, read, strict=True))
        return reduce(lambda whole, part: replaced(whole, part, part.articles), parts)


def corpus(marks: Marks, layers: Sequence[DoneLayer], annotators: Sequence[str]) -> Corpus:
    """The layers, whose marks these are, as columns. All are by `annotators`, who stand in that order."""
    relations, stances, labels = (orjson.loads(rows) for rows in (marks.relations, marks.stances, marks.labels))
    for row in stances:
        row[9] = row[9] and from_json(row[9])
    for row in labels:
        row[2] = from_json(row[2])
    of = {layer.number: (layer.article_id, layer.annotator) for layer in layers}
    rows = Rows(of, _spans(marks), relations, stances, labels, marks.lengths)
    return Corpus.of_rows(rows, annotators)


def _spans(marks: Marks) -> Spans:
    start, end = np.divmod(_numbers(marks.places), END)
    layer, ids = _numbers(marks.layers), orjson.loads(marks.ids)
    pieces: dict[int, Fragments] = {}
    if several := {(number, ident): parts for number, ident, parts in orjson.loads(marks.fragments)}:
        for row, place in enumerate(zip(layer.tolist(), ids, strict=True)):
            if place in several:
                pieces[row] = orjson.loads(several[place])
    return Spans(layer, ids, orjson.loads(marks.span_labels), start, end, orjson.loads(marks.actors), pieces)


def _numbers(text: str | None) -> Ints:
    return np.fromstring(text, np.int64, sep=",") if text else np.empty(0, np.int64)
