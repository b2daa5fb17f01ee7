"""Importing files and folders of any kind the program reads, in one step."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal

from annotator.errors import Cancelled, InputProblem, Problem, say
from annotator.formats.canonical import COMPANION_SUFFIX, companion_path
from annotator.formats.sources import Kind, SourceFile, read, walk
from annotator.operations.articles import Cancel, ImportReport, Progress, add_in, never, no_progress, title_of
from annotator.operations.layers import result
from annotator.operations.readings import Incoming
from annotator.store import Project, Step
from annotator.text import first_surrogate

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
    readings: list[SourceFile] = []
    sources = list(_without_companions(list(walk(paths))))
    if not sources:
        report.problems.extend(InputProblem(path, say("there is no file to import in this folder.")) for path in paths)
    for n, source in enumerate(sources):
        if cancelled():
            raise Cancelled(say("The import was cancelled; nothing was imported."))
        progress(0.5 * n / len(sources))
        _sort_in(source, report, readings, format=format, encoding=encoding, cancelled=cancelled)
    articles = [(draft.path, draft.article) for draft in report.drafts]
    try:
        with project.step("Import", by, checked=True) as step:
            adding = _part(progress, 0.5, 0.1)
            fresh = add_in(project, step, report, articles, progress=adding, cancelled=cancelled)
            incoming = Incoming(project, step, report, annotator, fresh)
            for n, source in enumerate(readings):
                part = _part(progress, 0.6 + 0.4 * n / len(readings), 0.4 / len(readings))
                incoming.file(source.path, part, cancelled, max(source.size, 1))
            step.title = title_of(report)
            if dry_run:
                raise _DryRun
    except _DryRun:
        return None, report
    progress(1.0)
    return result(step), report


def _without_companions(found: list[SourceFile | InputProblem]) -> Iterator[SourceFile | InputProblem]:
    """What is imported for itself: a companion comes in with the readings beside it."""
    companions = {companion_path(source.path) for source in found if isinstance(source, SourceFile)}
    for source in found:
        if isinstance(source, InputProblem) or not source.path.name.endswith(COMPANION_SUFFIX):
            yield source
        elif source.path not in companions:
            remedy = say("Import the .jsonl file that was exported with it; this one then comes along.")
            yield InputProblem(source.path, say("this is what goes with an export, not the readings."), remedy)


def _part(progress: Progress, start: float, length: float) -> Progress:
    return lambda fraction: progress(start + length * fraction)


def _sort_in(
    source: SourceFile | InputProblem,
    report: ImportReport,
    readings: list[SourceFile],
    *,
    format: Format | None,
    encoding: str | None,
    cancelled: Cancel,
) -> None:
    """Read a text or web page into the report's drafts, put readings aside for the step, or note what is wrong."""
    if isinstance(source, InputProblem):
        report.problems.append(source)
    elif first_surrogate(source.path.name) is not None:  # the name becomes part of the article
        report.problems.append(
            InputProblem(source.path, say("the file's name is not readable text."), say("Rename the file."))
        )
    elif format == "canonical" or (format is None and source.kind == "jsonl"):
        readings.append(source)
    else:
        try:
            report.drafts.append(read(source, format=_KINDS.get(format), encoding=encoding, cancelled=cancelled))
        except Cancelled as error:
            raise Cancelled(say("The import was cancelled; nothing was imported.")) from error
        except Problem as problem:
            report.problems.append(problem)
