"""The sample project's gold: what its readers agree on by rule, the rest as the lead decided it, step by step."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from annotator.adjudication import Mark, Unit
from annotator.adjudication.states import place_of
from annotator.agreement.align import Rule
from annotator.errors import Problem, say
from annotator.models import ArticleLabel, Relation, Span
from annotator.operations.comparisons import Comparison, comparison
from annotator.operations.unanimous import Unanimous, accept_unanimous
from annotator.operations.verdicts import settle
from annotator.store import Project


def judge(project: Project, lead: str, file: Path, articles: Mapping[str, str]) -> None:
    """Settle what `file` decides; `articles`: names in it -> article ids. Raises Problem if it does not fit."""
    accept_unanimous(project, lead, Rule(), Unanimous())
    for entry in tomllib.loads(file.read_text(encoding="utf-8"))["verdict"]:
        here = comparison(project, articles[entry["article"]])
        unit = _unit(here, entry)
        reader = here.names.index(entry["reader"]) if "reader" in entry else None
        marks = [_mark(unit, reader, entry)] if "set" in entry and reader is not None else []
        more = {key: entry[key] for key in ("reason", "rule") if key in entry}
        settle(project, lead, here, unit, entry["decision"], marks, reader=reader, **more)


def _unit(here: Comparison, entry: Mapping[str, Any]) -> Unit:
    found = [one.unit for one in here.units if one.unit.kind == entry["kind"] and _is(here, one.unit, entry)]
    if len(found) != 1:
        raise Problem(say("The seeds do not fit together: {faults}.", faults=f"{len(found)} units for {dict(entry)}"))
    return found[0]


def _is(here: Comparison, unit: Unit, entry: Mapping[str, Any]) -> bool:
    words = [_words(here, n, mark) for n, mark in enumerate(unit.marks) if mark is not None]
    return entry.get("label") in (None, *unit.labels) and entry.get("words") in (None, *words)


def _words(here: Comparison, reader: int, mark: Mark) -> str:
    spans = {span.id: span for span in here.readings[reader].spans}
    if isinstance(mark, Span):
        return mark.quote
    if isinstance(mark, ArticleLabel):
        return mark.key
    if isinstance(mark, Relation):
        return spans[mark.head_id].quote
    return " ".join(here.article.text[a:b] for a, b in place_of(mark, spans, 1))


def _mark(unit: Unit, reader: int, entry: Mapping[str, Any]) -> Mark:
    mark = unit.marks[reader]
    if mark is None:
        raise Problem(say("The seeds do not fit together: {faults}.", faults=dict(entry)))
    return mark.model_copy(update=entry["set"])
