"""The sample project: the starter corpus imported as a user would, with three annotators' layers, then exported.

With a fixed clock, so that the same seeds give the same bytes.
"""

from __future__ import annotations

import contextlib
import shutil
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from annotator import codebook
from annotator.dataset.manifest import About
from annotator.demo_verdicts import judge
from annotator.errors import InputProblem, Problem, say
from annotator.formats.sources import read, walk
from annotator.models import Annotator, Article
from annotator.operations import datasets, splits
from annotator.operations.agreement import DEFAULT, count
from annotator.operations.agreement_report import write_report
from annotator.operations.articles import add_articles
from annotator.operations.export_formats import export_as
from annotator.operations.exports import export_jsonl
from annotator.operations.imports import import_paths
from annotator.paths import seeds
from annotator.store import Project
from annotator.store import backup as backups
from annotator.store import lock as locks
from annotator.store.checks import check
from annotator.store.queries import Counts, counts
from annotator.words import counted

SPLIT, DATASET, VIEWS = "main", "dataset", ("stance-pairs", "spans")
CLOCK, JUDGED = "2026-03-02T08:00:00.000Z", "2026-03-10T08:00:00.000Z"  # when articles came in, and gold was made


@dataclass(frozen=True, slots=True)
class DemoReport:
    """What the demo made."""

    project: Path
    counts: Counts
    files: tuple[Path, ...]

    def values(self) -> dict[str, Any]:
        """As plain values."""
        c = self.counts
        return {
            "project": str(self.project), "articles": c.articles, "layers": c.layers, "spans": c.spans,
            "stances": c.stances, "files": [str(path) for path in self.files],
        }  # fmt: skip

    def lines(self) -> Iterator[str]:
        """In words."""
        c = self.counts
        parts = (("article", c.articles), ("layer", c.layers), ("span", c.spans), ("stance", c.stances))
        yield f"{', '.join(counted(number, noun) for noun, number in parts)}; checked, nothing wrong."
        yield f"Wrote {', '.join(str(path) for path in (self.project, *self.files))}."


def seed_articles(folder: Path) -> list[tuple[Path, Article]]:
    """The seed files as the importer reads them, with what `articles.toml` knows about each."""
    known: dict[str, dict[str, Any]] = tomllib.loads((folder / "articles.toml").read_text(encoding="utf-8"))
    found = []
    for source in walk([folder / "articles"]):
        if isinstance(source, InputProblem):
            raise source
        article = read(source).article
        fields = {name: getattr(article, name) for name in Article.model_fields}
        fields.update(known.get(source.path.name, {}))
        derived = ("id", "text", "text_sha256")
        found.append((source.path, Article.of(article.text, **{k: v for k, v in fields.items() if k not in derived})))
    return found


def build(path: Path, *, gold: bool = False) -> Path:
    """Make the sample project at `path`. `gold`: with what the lead settled, and with what readers agree on.

    Raises Problem if the file exists or the seeds do not fit each other.
    """
    folder = seeds()
    now = CLOCK
    with Project.create(path, codebook.default(), name="Harbour and strait", clock=lambda: now) as project:
        _, articles = add_articles(project, None, seed_articles(folder))
        _, layers = import_paths(project, None, [folder / "readings.jsonl"])
        faults = [*layers.problems, *layers.conflicts, *layers.warnings, *(i.title for i in layers.added)]
        if faults or articles.already:
            raise Problem(say("The seeds do not fit together: {faults}.", faults=faults or articles.already))
        if gold:
            now = JUDGED
            lead = next(person.id for person in project.all(Annotator) if person.role == "lead")
            judge(project, lead, folder / "verdicts.toml", {i.path.stem: i.article_id for i in articles.added})
            splits.make(project, lead, SPLIT, seed=3, shares={"train": 0.6, "validation": 0.2, "test": 0.2})
    return path


def run(into: Path) -> DemoReport:
    """Build the sample project in a folder, check it, export it, report on its agreement, write its network of actors
    and issues, and training data. Files of an earlier run are replaced."""
    try:
        into.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Problem(f"The folder {into} cannot be made ({error.strerror}).", "Choose another with --into.") from error
    path = into / "demo.stancemark"
    _clear(path)
    build(path, gold=True)
    with Project.open(path) as project:  # for writing: closing it then leaves nothing beside it
        findings = check(project)
        if findings:
            raise Problem(f"The sample project is not sound: {findings[0].message}")
        report = export_jsonl(project, into / "readings.jsonl")
        pages = write_report(project, into, count(project, rule=DEFAULT))
        # of one annotator, so that each statement counts once
        network = export_as(project, into / "network.graphml", "graphml", annotators=("Ada",))
        return DemoReport(path, counts(project), (*report.files, *pages, *network.files, *_training(project, into)))


def _training(project: Project, into: Path) -> Iterator[Path]:
    """What a majority of the readers marked: stance pairs, spaCy's files, and a data set for the Hub."""
    for name, file in (("stance-pairs", "stance-pairs.jsonl"), ("spacy", "sample.spacy")):
        try:
            yield from export_as(project, into / file, name, layers="majority").files
        except Problem:
            if name != "spacy" or find_spec("spacy"):
                raise  # without spaCy its files are left out
    folder = into / DATASET
    if folder.is_dir():
        shutil.rmtree(folder)
    about = About("Harbour and strait")
    yield from datasets.release(project, folder, VIEWS, split=SPLIT, layers="majority", about=about).files


def _clear(path: Path) -> None:
    """Take away the sample project of an earlier run. Raises Problem if it is in use or cannot be removed."""
    try:
        lock = locks.WriterLock.take(path)
        if lock is None:
            who = locks.holder(path)
            raise Problem(f"{path} is open in {who}.", "Close it first, or use --into with another folder.")
        with contextlib.ExitStack() as stack:
            stack.callback(lock.release)
            for old in (path, *(path.with_name(path.name + end) for end in ("-wal", "-shm")), *backups.listed(path)):
                old.unlink(missing_ok=True)
    except OSError as error:
        name = error.filename or path
        raise Problem(f"{name} cannot be written ({error.strerror}).", "Choose another folder with --into.") from error
