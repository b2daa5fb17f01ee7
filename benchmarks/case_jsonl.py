"""Import and export of canonical JSONL, 20,000 articles with 50 spans each.

Import is held against parsing the same file with orjson. Label Studio 1.23.2 took 90.9 times that parse for a document
of this kind, measured side by side on one machine; ten times its speed is a ratio of 9.1.
"""

from __future__ import annotations

import random
from pathlib import Path

import orjson

from annotator import codebook
from annotator.formats import canonical
from annotator.models import Actor, Annotator, Article, Layer, Reading, ReadingLayer, new_id
from annotator.operations.exports import export_jsonl
from annotator.operations.imports import import_paths
from annotator.store import Project
from benchmarks.harness import Result, folder_on_disk, span, text, timed

ARTICLES, SPANS = 20_000, 50


def run() -> list[Result]:
    """Write the file, parse it, import it, read the rows, export them."""
    with folder_on_disk() as name:
        folder = Path(name)
        source = folder / "in.jsonl"
        write(source)
        project = Project.create(folder / "bench.stancemark", codebook.default())
        parsing = min(timed(lambda: parse(source)) for _ in range(2))
        importing = timed(lambda: _import(project, source))
        reading = min(timed(lambda: read_rows(project)) for _ in range(3))
        exporting = min(timed(lambda: export_jsonl(project, folder / "out.jsonl")) for _ in range(3))
        project.close()
    return [
        Result("import JSONL, 20,000 × 50", importing, parsing, 9.1, "parsing it with orjson"),
        Result("export JSONL, 20,000 × 50", exporting, reading, 1.6, "reading the rows from SQLite"),
    ]


def write(path: Path) -> None:
    """The synthetic corpus."""
    r = random.Random(3)
    actors = [Actor(id=new_id(), name=f"Actor {n}", aliases=(f"A{n}",)) for n in range(200)]
    person = Annotator.id_for("Ada")
    with path.open("wb") as file:
        for n in range(ARTICLES):
            article = Article.of(
                text(5_000, seed=n), title=f"Article {n}", external_id=str(n), imported_at="2026-01-01T00:00:00.000Z"
            )
            marks = []
            used: dict[str, Actor] = {}
            for _ in range(SPANS):
                mark = span(article.text, r)
                if mark.label == "ACTOR":
                    actor = r.choice(actors)
                    used[actor.id] = actor
                    mark = mark.model_copy(update={"actor_id": actor.id})
                marks.append(mark)
            head = ReadingLayer(id=Layer.id_for(article.id, person), annotator="Ada", status="done", revision=7)
            values = {name: getattr(article, name) for name in Article.model_fields}
            reading = Reading.model_construct(**values, layer=head, spans=tuple(marks), actors=tuple(used.values()))
            file.write(canonical.line(reading) + b"\n")


def parse(path: Path) -> None:
    """Every line as JSON, and no more."""
    with path.open("rb") as file:
        for line in file:
            orjson.loads(line)


def _import(project: Project, path: Path) -> None:
    _, report = import_paths(project, None, [path])
    assert len(report.added) == ARTICLES and not report.problems, report.problems[:1]


def read_rows(project: Project) -> None:
    """Every row of articles and marks, and no more."""
    for table in ("article", "layer", "span", "relation", "stance", "article_label", "note"):
        for _ in project.reader().execute(f"SELECT * FROM {table}"):
            pass
