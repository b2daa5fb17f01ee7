"""Merging hand-outs, held against importing the same work as canonical JSONL.

Three annotators, 2,000 articles, 100,000 spans in all. The budget of 10 s is about eight times such an import on the
machine it was set on; the second merge takes as many marks out as it brings in.
"""

from __future__ import annotations

import random
from pathlib import Path

from annotator import codebook
from annotator.models import Annotator, Article, Layer
from annotator.operations.exports import export_jsonl
from annotator.operations.imports import import_paths
from annotator.operations.registries import annotator
from annotator.store import Project
from annotator.team.handout import hand_out
from annotator.team.merge import merge
from benchmarks.harness import Result, folder_on_disk, span, text, timed

ARTICLES, SPANS, PEOPLE = 2_000, 100_000, ("Ann", "Ben", "Cem")


def run() -> list[Result]:
    """A first merge of three hand-outs, and one in which each layer takes the place of an earlier version."""
    with folder_on_disk() as place:
        folder = Path(place)
        with Project.create(folder / "study.stancemark", codebook.default()) as project:
            _plan(project)
            lead = annotator(project, "Lea", "lead").id
            files = [_work(project, folder, name) for name in PEOPLE]
            first = timed(lambda: merge(project, lead, files))
            for path in files:
                _more(path)
            second = timed(lambda: merge(project, lead, files))
            export_jsonl(project, folder / "all.jsonl")
        importing = timed(lambda: _import(folder / "own.stancemark", folder / "all.jsonl"))
    what = f"{len(PEOPLE)} hand-outs, {ARTICLES:,} articles, {SPANS:,} spans"
    return [
        Result(f"merge {what}", first, importing, 8, "importing the same as canonical JSONL"),
        Result(f"merge {what}, again with more", second, importing, 8, "importing the same as canonical JSONL"),
    ]


def _plan(project: Project) -> None:
    people = [annotator(project, name).id for name in PEOPLE]
    with project.step("Plan", None) as step:
        for n in range(ARTICLES):
            article = Article.of(text(5_000, seed=n), title=f"Article {n}")
            step.insert(article)
            for who in people:
                step.insert(Layer(id=Layer.id_for(article.id, who), article_id=article.id, annotator_id=who))


def _work(project: Project, folder: Path, name: str) -> Path:
    """The hand-out of that annotator, with marks in each article."""
    path = folder / f"{name}.stancemark"
    who = Annotator.id_for(name)
    hand_out(project, who, path)
    r = random.Random(name)
    with Project.open(path) as copy:
        for layer in copy.all(Layer):
            body = copy.text(layer.article_id)
            with copy.step("Mark claim", who) as step:
                step.update(Layer, layer.id, status="done", opened_at=step.at, done_at=step.at)
                for _ in range(SPANS // ARTICLES // len(PEOPLE)):
                    step.insert(span(body, r), layer.id)
    return path


def _more(path: Path) -> None:
    r = random.Random(path.name)
    with Project.open(path) as copy:
        for layer in copy.all(Layer):
            with copy.step("Mark claim", layer.annotator_id) as step:
                step.insert(span(copy.text(layer.article_id), r), layer.id)


def _import(path: Path, source: Path) -> None:
    with Project.create(path, codebook.default()) as project:
        import_paths(project, None, [source])
