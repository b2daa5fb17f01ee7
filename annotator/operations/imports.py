"""Importing files and folders of any kind the program reads, in one step."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from annotator.errors import Cancelled, InputProblem, Problem
from annotator.formats.draft import Draft
from annotator.formats.sources import Kind, SourceFile, read, walk
from annotator.operations.articles import Cancel, ImportReport, Progress, add_in, never, no_progress, title_of
from annotator.operations.layers import result
from annotator.operations.readings import Incoming
from annotator.store import Project, Step


Format = Literal["text", "html", "canonical"]
_KINDS: dict[str | None, Kind] = {"text": "text", "html": "html"}


class _DryRun(Exception):
    """Raised at the end of a dry run's step, so that nothing of it is left."""


def import_paths(
    project: Project,
    by: str | None,
    paths: Sequence[Path],
    *,
    format: Format | None = None,
    encoding: str | None = None,
    annotator: str | None = None,
    dry_run: bool = False,
    progress: Progress = no_progress,
    cancelled: Cancel = never,
) -> tuple[Step | None, ImportReport]:
    """Import text, HTML and canonical JSONL files, and folders of them. A file with a problem brings in nothing.

    `format`: `text`, `html` or `canonical` for all files, instead of going by name and content. `annotator`: give all
    layers to that annotator. `dry_run`: report what would come in; the step is then None and nothing is changed.
    """
    report = ImportReport()
    drafts: list[Draft] = []
    readings: list[SourceFile] = []
    sources = list(walk(paths))
    for n, source in enumerate(sources):
        if cancelled():
            raise Cancelled("The import was cancelled; nothing was imported.")
        progress(0.5 * n / len(sources))
        _sort_in(source, format, encoding, drafts, readings, report)
    report.drafts.extend(drafts)
    articles = [(draft.path, draft.article) for draft in drafts]
    try:
        with project.step("Import", by) as step:
            add_in(project, step, report, articles, lambda f: progress(0.5 + 0.1 * f), cancelled)
            incoming = Incoming(project, step, report, annotator)
            for n, source in enumerate(readings):
                part = _part(progress, n, len(readings))
                incoming.file(source.path, part, cancelled, max(source.size, 1))
            step.title = title_of(report)
            if dry_run:
                raise _DryRun
    except _DryRun:
        return None, report
    return result(step), report


def _part(progress: Progress, n: int, of: int) -> Progress:
    return lambda fraction: progress(0.6 + 0.4 * (n + fraction) / of)


def _sort_in(
    source: SourceFile | InputProblem,
    format: Format | None,
    encoding: str | None,
    drafts: list[Draft],
    readings: list[SourceFile],
    report: ImportReport,
) -> None:
    if isinstance(source, InputProblem):
        report.problems.append(source)
    elif format == "canonical" or (format is None and source.kind == "jsonl"):
        readings.append(source)
    else:
        try:
            drafts.append(read(source, format=_KINDS.get(format), encoding=encoding))
        except Problem as problem:
            report.problems.append(problem)
