"""Importing files and folders of any kind the program reads, in one step."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from annotator.errors import Cancelled, InputProblem, Problem, say
from annotator.formats.file_names import misfit, preview, renamed
from annotator.formats.label_map import LabelMap
from annotator.formats.sources import Kind, SourceFile, read
from annotator.operations.articles import Cancel, ImportReport, Progress, never, no_progress
from annotator.operations.import_choices import Told
from annotator.operations.import_sources import ToolFile, found_in
from annotator.operations.taking_in import ReadingsFile, part, take_in
from annotator.store import Project, Step
from annotator.text import first_surrogate

Format = str  # "text", "html", "canonical", or the name of another tool's format
_KINDS: dict[Format | None, Kind] = {"text": "text", "html": "html", "pdf": "pdf", "docx": "docx"}


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
    names: str = "",
    remember: bool = False,
    dry_run: bool = False,
    progress: Progress = no_progress,
    cancelled: Cancel = never,
) -> tuple[Step | None, ImportReport]:
    """Import texts, web pages, PDF and Word documents, canonical JSONL, files of other tools, tables and archives of
    articles, and folders of them. A file with a problem brings in nothing.

    `format`: a format's name for all files, instead of going by name and content. `annotator`: give all layers to that
    annotator. `labels`: what other tools' labels become; `columns`: a field of the article -> the key or column that
    has it, where that is not the format's own. What they leave open goes by what the project remembers; `remember`
    adds them to it. `names`: the pattern by which file names are read, as `file_names` has it. `dry_run`: report what
    would come in; the step is then None and nothing is changed. Raises PatternProblem and Cancelled.
    """
    report = ImportReport()
    preview(names or "{title}", ())  # a pattern that cannot be used is told at once
    readings: list[SourceFile] = []
    found = list(found_in(paths, format))
    sources = [one for one in found if not isinstance(one, ToolFile)]
    if not found:
        report.problems.extend(InputProblem(path, say("there is no file to import in this folder.")) for path in paths)
    for n, source in enumerate(sources):
        if cancelled():
            raise Cancelled(say("The import was cancelled; nothing was imported."))
        progress(0.5 * n / len(sources))
        _sort_in(source, report, readings, format=format, encoding=encoding, cancelled=cancelled)
    if names:
        _name(report, names)
    articles = [(draft.path, draft.article) for draft in report.drafts]
    files = [ReadingsFile(source.path, annotator=annotator) for source in readings]
    told = Told(project, report, annotator=annotator, encoding=encoding, labels=labels, columns=columns)
    files += [told.file(one) for one in found if isinstance(one, ToolFile)]
    step = take_in(
        project, by, report, articles, files, memory=told.memory(names) if remember else None, dry_run=dry_run,
        progress=part(progress, 0.5, 0.5), cancelled=cancelled,
    )  # fmt: skip
    return step, report


def _name(report: ImportReport, pattern: str) -> None:
    """Take over what the names of the files say. Those that do not fit are told, and stay as they are."""
    found = preview(pattern, [draft.path for draft in report.drafts])
    report.drafts = [renamed(draft, named) for draft, named in zip(report.drafts, found, strict=True)]
    report.warnings += [misfit(named) for named in found if named.why]


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
