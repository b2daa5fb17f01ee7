"""The units that numbers of agreement are made of, as a CSV from which others can work them out again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

import orjson

from annotator.adjudication import Mark, compare
from annotator.adjudication.states import mark_id, place_of
from annotator.agreement.align import Rule
from annotator.agreement.report.csv import MARK, number, row
from annotator.models import Actor, ArticleLabel, Issue, Reading, Relation, Span
from annotator.operations.comparisons import comparison
from annotator.search.concordance import safe_cell
from annotator.store import Project
from annotator.text import quote

HEAD = (
    "article", "title", "first", "second", "unit", "kind", "label", "reader", "has", "mark", "mark_label", "start",
    "end", "fragments", "quote", "actor", "actor_name", "head", "tail", "holder", "holder_name", "target_kind",
    "target", "target_name", "polarity", "intensity", "value", "differences",
)  # fmt: skip
Names = Mapping[str, str]


def units_csv(project: Project, rule: Rule, pairs: Mapping[str, Sequence[tuple[str, str]]]) -> Iterator[bytes]:
    """The file, piece by piece: the head, then the rows of one article after the other.

    `pairs`: article id -> the pairs of names whose readings are compared. A row is what one reader of a pair has in one
    place, `has` 0 for nothing; `unit` numbers the places of an article and pair.
    """
    names = {entry.id: entry.name for entry in project.all(Actor)}
    names |= {entry.id: entry.name for entry in project.all(Issue)}
    yield MARK + row(HEAD)
    for article, of_article in pairs.items():
        wanted = sorted({name for pair in of_article for name in pair})
        here = comparison(project, article, wanted, rule)
        gold = [here.gold] if here.gold and here.gold.layer and here.gold.layer.status == "done" else []
        readings = {r.layer.annotator: r for r in (*here.readings, *gold) if r.layer}
        there = [pair for pair in combinations(sorted(readings), 2) if pair in of_article]
        yield b"".join(
            line for pair in there for line in _rows([readings[name] for name in pair], pair, names, rule)
        )  # fmt: skip


def _rows(readings: Sequence[Reading], pair: tuple[str, str], names: Names, rule: Rule) -> Iterator[bytes]:
    article = readings[0]
    spans = [{span.id: span for span in reading.spans} for reading in readings]
    for at, unit in enumerate(compare(readings, rule), 1):
        for n, mark in enumerate(unit.marks):
            cells = {
                "article": article.id, "title": article.title, "first": pair[0], "second": pair[1], "unit": str(at),
                "kind": unit.kind, "label": unit.label, "reader": pair[n], "has": "0" if mark is None else "1",
                "differences": " ".join(unit.differences), **_mark(mark, spans[n], article.text, names),
            }  # fmt: skip
            yield row(safe_cell(cells.get(column, "")) for column in HEAD)


def _mark(mark: Mark | None, spans: Mapping[str, Span], text: str, names: Names) -> dict[str, str]:
    if mark is None:
        return {}
    if isinstance(mark, ArticleLabel):
        value = orjson.dumps(mark.value, option=orjson.OPT_SORT_KEYS).decode()
        return {"mark": mark_id(mark), "mark_label": mark.key, "value": value}
    place = place_of(mark, spans, len(text))
    cells = {
        "mark": mark.id, "start": str(place[0][0]), "end": str(place[-1][1]),
        "fragments": " ".join(f"{start}-{end}" for start, end in place),
        # a statement about the article as a whole would have all of it as its quote
        "quote": "" if place == ((0, max(len(text), 1)),) else quote(text, place),
    }  # fmt: skip
    if isinstance(mark, Span):
        actor = mark.actor_id or ""
        return {**cells, "mark_label": mark.label, "actor": actor, "actor_name": names.get(actor, "")}
    if isinstance(mark, Relation):
        return {**cells, "mark_label": mark.label, "head": mark.head_id, "tail": mark.tail_id}
    holder, target = mark.holder.id or mark.holder.kind, mark.target
    return {
        **cells, "holder": holder, "holder_name": names.get(holder, ""), "target_kind": target.kind,
        "target": target.id, "target_name": names.get(target.id, ""), "polarity": mark.polarity or "",
        "intensity": number(mark.intensity),
    }  # fmt: skip
