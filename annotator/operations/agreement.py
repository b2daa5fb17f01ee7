"""How far the annotators of a project agree: its done layers as a corpus, and the sums kept while layers change."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from pydantic_core import from_json

from annotator.agreement.align import Rule
from annotator.agreement.corpus import Corpus, Rows
from annotator.agreement.tally import Tally, replaced, tally
from annotator.store import Project
from annotator.store import agreement_queries as queries
from annotator.store.agreement_queries import DoneLayer
from annotator.store.readings import no_collection

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
    layers = queries.done_layers(project, gold=annotators is not None)
    names = tuple(sorted({layer.annotator for layer in layers}) if annotators is None else annotators)
    rule = rule or Rule()
    layers = [layer for layer in layers if layer.annotator in names]
    now = _states(layers)
    if before is None or (before.annotators, before.rule) != (names, rule):
        return Counted(names, rule, now, tally(corpus(project, layers, names), rule))
    changed = [ident for ident in now.keys() | before.states.keys() if now.get(ident) != before.states.get(ident)]
    if not changed:
        return before
    wanted = set(changed)
    part = tally(corpus(project, [layer for layer in layers if layer.article_id in wanted], names), rule)
    return Counted(names, rule, now, replaced(before.tally, part, changed))


def _states(layers: Sequence[DoneLayer]) -> _States:
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for layer in layers:
        found[layer.article_id].append((layer.number, layer.revision))
    return {article: tuple(states) for article, states in found.items()}


def corpus(project: Project, layers: Sequence[DoneLayer], annotators: Sequence[str]) -> Corpus:
    """Those of the layers that are by `annotators`, who stand in that order."""
    with no_collection():
        return _corpus(project, layers, annotators)


def _corpus(project: Project, layers: Sequence[DoneLayer], annotators: Sequence[str]) -> Corpus:
    wanted = [layer for layer in layers if layer.annotator in set(annotators)]
    numbers = [layer.number for layer in wanted]
    spans = [row if row[6] is None else (*row[:6], from_json(row[6])) for row in queries.span_rows(project, numbers)]
    stances = [(*row[:9], from_json(row[9]), row[10]) for row in queries.stance_rows(project, numbers)]
    rows = Rows(
        {layer.number: (layer.article_id, layer.annotator) for layer in wanted},
        spans, queries.relation_rows(project, numbers), stances,
        [(number, key, from_json(value)) for number, key, value in queries.label_rows(project, numbers)],
        queries.text_lengths(project, sorted({layer.article_id for layer in wanted})) if stances else {},
    )  # fmt: skip
    return Corpus.of_rows(rows, annotators)
