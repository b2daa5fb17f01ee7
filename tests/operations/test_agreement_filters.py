"""Part of the agreement: as if nothing else had been finished; and how it changed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from annotator.agreement.align import Rule
from annotator.models import Article, Layer
from annotator.operations import agreement, layers, spans
from annotator.operations.agreement_filters import Filter, facts, mask, narrowed, periods
from annotator.store import Project, agreement_facts
from annotator.store.agreement_facts import ArticleFacts, LayerFacts, articles, readers
from tests.factories import TEXT, add_annotator, add_article, find, new_project

NAMES = ("Ada", "Ben", "Cem")
WORDS = ("the bridge must close", "Ada Vale", "Port Union")
# text, source, published, story, who finished it when
ARTICLES = (
    ("one", "Ledger", "2026-01-05", "s1", {"Ada": "2026-02-01T10:00:00.000Z", "Ben": "2026-03-02T10:00:00.000Z"}),
    ("two", "Wire", "2026-02-10T08:00:00Z", "s1", {"Ada": "2026-03-01T10:00:00.000Z", "Ben": "2026-03-02T10:00:00.000Z",
                                                   "Cem": "2025-12-31T10:00:00.000Z"}),
    ("three", None, None, None, {"Ben": "2024-12-30T10:00:00.000Z", "Cem": "2024-12-29T10:00:00.000Z"}),
)  # fmt: skip


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """Three articles, of which pairs of annotators have finished different ones."""
    clock = ["2024-01-01T00:00:00.000Z"]
    with new_project(tmp_path, clock=lambda: clock[0]) as made:
        people = {name: add_annotator(made, name) for name in NAMES}
        for name, source, published, story, done in ARTICLES:
            article = add_article(made, f"{name} {TEXT}", name, source=source, published=published, story_id=story)
            for n, (who, at) in enumerate(done.items()):
                clock[0] = at
                for words in WORDS[n : n + 2]:
                    spans.mark(made, people[who], article, *find(made.text(article), words), "CLAIM")
                layers.set_status(made, people[who], article, "done")
        yield made


def kept(project: Project, only: Filter) -> set[tuple[str, str, str]]:
    """What is left: the article's title and the two annotators."""
    counted, known = agreement.count(project), facts(project)
    left = mask(counted, known, only) & counted.tally.both
    return {
        (known.articles[counted.tally.articles[n]].title, *(counted.annotators[p] for p in counted.tally.pairs[pair]))
        for n, pair in zip(*np.nonzero(left), strict=True)
    }


EVERY = {("one", "Ada", "Ben"), ("two", "Ada", "Ben"), ("two", "Ada", "Cem"), ("two", "Ben", "Cem"),
         ("three", "Ben", "Cem")}  # fmt: skip


@pytest.mark.parametrize(
    ("only", "wanted"),
    [
        (Filter(), EVERY),
        (Filter(annotators=("Ada", "Ben")), {("one", "Ada", "Ben"), ("two", "Ada", "Ben")}),
        (Filter(annotators=("Ada",)), set()),
        (Filter(sources=("Wire",)), {t for t in EVERY if t[0] == "two"}),
        (Filter(sources=("",)), {t for t in EVERY if t[0] == "three"}),
        (Filter(sources=("Wire", "Ledger"), stories=("s1",)), {t for t in EVERY if t[0] != "three"}),
        (Filter(stories=("s2",)), set()),
        (Filter(since="2026-01-05"), {t for t in EVERY if t[0] != "three"}),
        (Filter(since="2026-01-06"), {t for t in EVERY if t[0] == "two"}),
        (Filter(until="2026-01-05"), {("one", "Ada", "Ben")}),
        (Filter(until="2026-02-10"), {t for t in EVERY if t[0] != "three"}),
        (Filter(codebook=1), EVERY),
        (Filter(codebook=2), set()),
    ],
)
def test_what_a_filter_keeps(project: Project, only: Filter, wanted: set[tuple[str, str, str]]) -> None:
    assert kept(project, only) == wanted
    assert bool(only) == (only != Filter())


def test_both_have_to_have_worked_under_the_codebook(project: Project) -> None:
    ben = next(layer for layer in project.all(Layer) if layer.done_at == "2024-12-30T10:00:00.000Z")
    with project.step("Another codebook", None) as step:
        content = project.codebook()
        step.insert(content.model_copy(update={"version": 2}))
        step.update(Layer, ben.id, codebook_version=2)
    assert kept(project, Filter(codebook=1)) == EVERY - {("three", "Ben", "Cem")}
    assert kept(project, Filter(codebook=2)) == set()
    counted = agreement.count(project)
    by_book = periods(counted, facts(project), "codebook")
    assert [name for name, _ in by_book] == ["1", "2"] and not (by_book[1][1] & counted.tally.both).any()


def test_what_is_left_is_what_a_project_with_only_that_says(project: Project, tmp_path: Path) -> None:
    whole = agreement.count(project, rule=Rule(0.5))
    part = narrowed(whole, facts(project), Filter(sources=("Wire",), annotators=("Ada", "Cem")))
    for layer in project.all(Layer):
        article = project.get(Article, layer.article_id)
        if article is not None and article.source != "Wire":
            layers.set_status(project, layer.annotator_id, layer.article_id, "in_progress")
    alone = agreement.count(project, ("Ada", "Cem"), Rule(0.5)).tally
    pair = whole.tally.pairs.index((0, 2))
    assert alone.both.sum() == part.both.sum() == 1
    for kind, sums in alone.sums.items():
        np.testing.assert_array_equal(part.sums[kind][:, pair].sum(axis=0), sums.sum(axis=(0, 1)), err_msg=str(kind))


def test_nothing_chosen_nothing_is_masked(project: Project) -> None:
    counted = agreement.count(project)
    assert narrowed(counted, facts(project), Filter()) is counted.tally


@pytest.mark.parametrize(
    ("by", "wanted"),
    [
        # by the later of the two; 30 December 2024 is in the first week of 2025
        ("month", {"2024-12": 1, "2026-03": 4}),
        ("week", {"2025-W01": 1, "2026-W09": 1, "2026-W10": 3}),
        ("codebook", {"1": 5}),
    ],
)
def test_when_pairs_had_finished(project: Project, by: str, wanted: dict[str, int]) -> None:
    counted = agreement.count(project)
    found = periods(counted, facts(project), by)  # type: ignore[arg-type]
    assert {name: int((there & counted.tally.both).sum()) for name, there in found} == wanted
    assert [name for name, _ in found] == sorted(wanted)
    assert np.sum([there for _, there in found], axis=0).max() <= 1


def test_the_facts(project: Project) -> None:
    found = articles(project)
    two = next(ident for ident, article in found.items() if article.title == "two")
    assert found[two] == ArticleFacts("two", "Wire", "2026-02-10T08:00:00Z", "s1") and len(found) == 3
    assert agreement_facts.layers(project)[two, "Cem"] == LayerFacts(1, "2025-12-31T10:00:00.000Z")
    assert [(name, status) for name, _, status in readers(project, two)] == [(name, "done") for name in NAMES]
    layers.set_status(project, add_annotator(project, "Dan"), two, "in_progress")
    assert readers(project, two)[-1][::2] == ("Dan", "in_progress")
    assert (two, "Dan") not in agreement_facts.layers(project)
