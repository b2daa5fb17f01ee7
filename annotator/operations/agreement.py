"""How far the annotators of a project agree: its done layers as a corpus, and the sums kept while layers change."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic_core import from_json

from annotator.agreement.corpus import Corpus, Rows
from annotator.store import Project
from annotator.store import agreement_queries as queries
from annotator.store.agreement_queries import DoneLayer


def corpus(project: Project, layers: Sequence[DoneLayer], annotators: Sequence[str]) -> Corpus:
    """Those of the layers that are by `annotators`, who stand in that order."""
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
