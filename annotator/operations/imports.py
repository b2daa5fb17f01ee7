"""Importing files and folders of any kind the program reads, in one step."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path

from annotator.errors import Cancelled, InputProblem, Problem, say
from annotator.formats import ForeignFormat, foreign, recognised
from annotator.formats.canonical import COMPANION_SUFFIX, companion_path
from annotator.formats.found import ReadOptions
from annotator.formats.label_map import LabelMap
from annotator.formats.sources import Kind, SourceFile, read, walk
from annotator.operations.articles import Cancel, ImportReport, Progress, add_in, never, no_progress, title_of
from annotator.operations.found_readings import Names, found_readings
from annotator.operations.layers import result
from annotator.operations.readings import Incoming
from annotator.store import Project, Step
from annotator.text import first_surrogate

Format = str  # "text", "html", "canonical", or the name of another tool's format
_KINDS: dict[Format | None, Kind] = {"text": "text", "html": "html"}


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
    labels: LabelMap | None = None,
    columns: Mapping[str, str] | None = None,
    dry_run: bool = False,
    progress: Progress = no_progress,
    cancelled: Cancel = never,
) -> tuple[Step | None, ImportReport]:
    """Import text, HTML and canonical JSONL files, those of other tools, and folders of them. A file with a problem
    brings in nothing.

    `format`: a format's name for all files, instead of going by name and content. `annotator`: give all layers to that
    annotator. `labels`: what other tools' labels become; `columns`: a field of the article -> the key or column that
    has it, where that is not the format's own. `dry_run`: report what would come in; the step is then None and nothing
    is changed.
    """
    report = ImportReport()
    readings: list[SourceFile] = []
    tools = list(_of_tools(paths, format))
    sources = list(_without_companions(list(walk(_left(paths, dict(tools), format)))))
    if format is None:
        for file in [source for source in sources if isinstance(source, SourceFile)]:
            if (form := recognised(file.path)) is not None:
                tools.append((file.path, form))
                sources.remove(file)
    if not (sources or tools):
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
            files = len(readings) + len(tools)
            for n, source in enumerate(readings):
                part = _part(progress, 0.6 + 0.4 * n / files, 0.4 / files)
                incoming.file(source.path, part, cancelled, max(source.size, 1))
            names = Names(incoming.known)
            for n, (path, form) in enumerate(tools, len(readings)):
                part = _part(progress, 0.6 + 0.4 * n / files, 0.4 / files)
                found = found_readings(form, path, report, incoming.known, names, labels or LabelMap(), annotator,
                                       ReadOptions(encoding, columns or {}))  # fmt: skip
                incoming.found(path, found, part, cancelled, max(path.stat().st_size, 1))
            step.title = title_of(report)
            if dry_run:
                raise _DryRun
    except _DryRun:
        return None, report
    progress(1.0)
    return result(step), report


def _of_tools(paths: Sequence[Path], format: Format | None) -> Iterator[tuple[Path, ForeignFormat]]:
    """The files and folders that another tool's format reads: all of them if it was named, else whole folders."""
    named = next((form for form in foreign() if format == form.NAME), None)
    for path in paths:
        if named is not None and path.is_dir() and not named.FOLDER:
            files = (source for source in walk([path]) if isinstance(source, SourceFile))
            yield from ((file.path, named) for file in files if file.path.suffix.lower() in named.SUFFIXES)
        elif named is not None:
            yield path, named
        elif format is None and path.is_dir() and (form := recognised(path)) is not None:
            yield path, form


def _left(paths: Sequence[Path], taken: Collection[Path], format: Format | None) -> list[Path]:
    """What is to be looked through: nothing if all of it is of a format that was named."""
    if any(format == form.NAME for form in foreign()):
        return []
    return [path for path in paths if path not in taken]


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
