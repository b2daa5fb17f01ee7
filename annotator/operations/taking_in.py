"""The step of an import: articles, and files of readings, each read as it was chosen to be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from annotator.errors import Cancelled, say
from annotator.formats import ForeignFormat
from annotator.formats.found import ReadOptions
from annotator.formats.label_map import LabelMap
from annotator.models import Article
from annotator.operations import label_maps
from annotator.operations.articles import Cancel, ImportReport, Progress, add_in, title_of
from annotator.operations.found_readings import Names, found_readings
from annotator.operations.label_maps import Memory
from annotator.operations.layers import result
from annotator.operations.readings import Incoming
from annotator.store import Project, Step

_ARTICLES = 0.2  # of the way; the rest are files


class _DryRun(Exception):
    """Raised at the end of a dry run's step, so that nothing of it is left."""


@dataclass(frozen=True)
class ReadingsFile:
    """A file or folder of readings, and how it is to be read.

    `form`: the other tool's format, None for canonical JSONL. `annotator`: who gets all its layers, None: whom it
    names. `labels`: what its labels become.
    """

    path: Path
    form: ForeignFormat | None = None
    annotator: str | None = None
    labels: LabelMap = field(default_factory=LabelMap)
    options: ReadOptions = field(default_factory=ReadOptions)

    @property
    def title(self) -> str:
        """What its format is called."""
        return self.form.TITLE if self.form else "JSONL"


def take_in(
    project: Project,
    by: str | None,
    report: ImportReport,
    articles: Sequence[tuple[Path, Article]],
    files: Sequence[ReadingsFile],
    *,
    memory: Memory | None = None,
    dry_run: bool = False,
    progress: Progress,
    cancelled: Cancel,
) -> Step | None:
    """Add all of it in one step, and remember what was chosen. What came of it is added to the report.

    A file with a problem brings in nothing, the others come. `dry_run`: the step is None and nothing is changed.
    Raises Cancelled.
    """
    from annotator.operations.stories import group_new

    try:
        with project.step("Import", by, checked=True) as step:
            adding = part(progress, 0.0, _ARTICLES)
            fresh = add_in(project, step, report, articles, progress=adding, cancelled=cancelled)
            incoming = Incoming(project, step, report, None, fresh)
            names, alone = Names(incoming.known), set(fresh)
            for n, file in enumerate(files):
                share = (1 - _ARTICLES) / len(files)
                before = len(step.bulk_articles)
                _take(incoming, names, file, part(progress, _ARTICLES + n * share, share), cancelled)
                if file.form is not None:  # canonical JSONL says itself which story an article is in
                    alone.update(step.bulk_articles[before:])
            group_new(project, step, report, alone)
            if cancelled():
                raise Cancelled(say("The import was cancelled; nothing was imported."))
            label_maps.keep(step, project, memory or Memory())
            came_in = step.bulk_articles or step.bulk_layers or any(c.table != "setting" for c in step.changes)
            step.title = title_of(report) if came_in else label_maps.TITLE
            if dry_run:
                raise _DryRun
    except _DryRun:
        return None
    progress(1.0)
    return result(step)


def _take(incoming: Incoming, names: Names, file: ReadingsFile, progress: Progress, cancelled: Cancel) -> None:
    size = max(size_of(file.path), 1)
    incoming.annotator = file.annotator
    if file.form is None:
        incoming.file(file.path, progress, cancelled, size)
    else:
        found = found_readings(
            file.form, file.path, incoming.report, incoming.known, names, file.labels, file.annotator, file.options
        )
        incoming.found(file.path, found, progress, cancelled, size)


def part(progress: Progress, start: float, length: float) -> Progress:
    """The progress of a part of the work that begins at `start`."""
    return lambda fraction: progress(start + length * fraction)


def size_of(path: Path) -> int:
    """Bytes; of a folder those of the files in it."""
    try:
        files = [path] if path.is_file() else [found for found in path.rglob("*") if found.is_file()]
        return sum(file.stat().st_size for file in files)
    except OSError:  # whoever reads it says why it cannot be read
        return 0
