"""The same string in 2,000 articles, 10,000 times: listed, marked, taken back."""

from __future__ import annotations

from pathlib import Path

from annotator import codebook
from annotator.models import Annotator, Article, Layer
from annotator.operations import elsewhere, spans
from annotator.search.occurrences import Occurrence
from annotator.store import Project
from benchmarks.harness import Result, folder_on_disk, text, timed

ARTICLES, EACH, SIZE = 2_000, 5, 3_000
NAME = "Ada Vale"


def run() -> list[Result]:
    """One run of each, as a user has it: there is no second first time."""
    with folder_on_disk() as folder, Project.create(Path(folder) / "bench.stancemark", codebook.default()) as project:
        who = Annotator(id=Annotator.id_for("Bench"), name="Bench")
        first = _fill(project, who)
        start = project.text(first).index(NAME)
        span = spans.mark(project, who.id, first, start, start + len(NAME), "ACTOR").created("span")[0]
        found: list[Occurrence] = []
        listed = timed(lambda: found.extend(elsewhere.find(project, who.id, first, span, everywhere=True, case=False)))
        free = [o for o in found if not o.marked]
        if len(found) != ARTICLES * EACH:
            raise RuntimeError(f"{len(found)} occurrences were found, not {ARTICLES * EACH}")
        applied = timed(lambda: elsewhere.apply(project, who.id, span, first, free))
        undone = timed(lambda: project.undo(who.id))
    return [
        Result("list 10,000 occurrences in 2,000 articles", listed, 1000.0, 1.0, "1 s"),
        Result("mark 10,000 occurrences", applied, 2000.0, 1.0, "2 s"),
        Result("undo of 10,000 occurrences", undone, 1000.0, 1.0, "1 s"),
    ]


def _fill(project: Project, who: Annotator) -> str:
    """Articles that each hold the name a few times, and a layer on each; gives the first one's id."""
    body = text(SIZE)
    part = SIZE // EACH
    ids: list[str] = []
    with project.step("Set up", who.id) as step:
        step.insert(who)
        for n in range(ARTICLES):
            words = f" {NAME} ".join([str(n), *(body[i * part : (i + 1) * part] for i in range(EACH))])
            article = Article.of(words, title=f"Article {n:04d}")
            layer = Layer(id=Layer.id_for(article.id, who.id), article_id=article.id, annotator_id=who.id)
            step.insert(article)
            step.insert(layer)
            ids.append(article.id)
    return ids[0]
