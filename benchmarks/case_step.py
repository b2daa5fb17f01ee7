"""One durable step against writing and syncing 4 KB; undo of a step of 10,000 rows."""

from __future__ import annotations

import os
from pathlib import Path

from annotator import codebook
from annotator.models import Annotator, Article, Layer
from annotator.store import Project
from benchmarks.harness import Result, folder_on_disk, median, spans, text, timed

ROUNDS = 400


def run() -> list[Result]:
    """Interleaved: a step, a raw write, a step, …"""
    with folder_on_disk() as folder:
        project = Project.create(Path(folder) / "bench.stancemark", codebook.default())
        raw = os.open(Path(folder) / "raw", os.O_RDWR | os.O_CREAT)
        os.write(raw, bytes(4096))
        try:
            layer = _layer(project)
            return [_durable(project, layer, raw), _undo(project, layer)]
        finally:
            os.close(raw)
            project.close()


def _layer(project: Project) -> str:
    person = Annotator(id=Annotator.id_for("Bench"), name="Bench")
    article = Article.of(text(20_000), title="Bench")
    layer = Layer(id=Layer.id_for(article.id, person.id), article_id=article.id, annotator_id=person.id)
    with project.step("Set up", person.id) as step:
        for record in (person, article, layer):
            step.insert(record)
    return layer.id


def _durable(project: Project, layer: str, raw: int) -> Result:
    who = project.all(Annotator)[0].id
    marks = spans(text(20_000), ROUNDS + 50)
    steps: list[float] = []
    writes: list[float] = []
    page = os.urandom(4096)

    def mark() -> None:
        with project.step("Mark", who) as step:
            step.insert(marks.pop(), layer)

    def write() -> None:
        os.pwrite(raw, page, 0)
        os.fdatasync(raw)

    for _ in range(50):
        mark()
        write()
    for _ in range(ROUNDS):
        steps.append(timed(mark))
        writes.append(timed(write))
    return Result("one durable step", median(steps), median(writes), 2.0, "write + fdatasync of 4 KB")


def _undo(project: Project, layer: str) -> Result:
    who = project.all(Annotator)[0].id
    with project.step("Mark everywhere", who) as step:
        for mark in spans(text(200_000), 10_000, seed=5):
            step.insert(mark, layer)
    taken = timed(lambda: project.undo(who))
    return Result("undo of a 10,000-row step", taken, 1000.0, 1.0, "1 s")
