"""What the import dialog does in jobs: reads files into entries, reads one again, takes the chosen ones in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.errors import Cancelled, InputProblem, Problem
from ui.dialogs.parts import thinned
from ui.i18n import tr
from ui.jobs import Job

if TYPE_CHECKING:
    from annotator.formats.draft import Draft
    from annotator.formats.sources import SourceFile
    from annotator.operations.articles import ImportReport
    from annotator.store import Project, Step


@dataclass(frozen=True, slots=True)
class Entry:
    """One file found: a `draft` (an article), a `report` (a JSONL file tried out), or a `problem`.

    `already`: the title under which the same text is in the project, or "". `exact`: nothing is cut out.
    `forced`: the encoding the user chose, or "" for what was found.
    """

    path: Path
    source: SourceFile | None = None
    draft: Draft | None = None
    report: ImportReport | None = None
    problem: Problem | None = None
    already: str = ""
    exact: bool = False
    forced: str = ""

    @property
    def usable(self) -> bool:
        """Whether importing it would bring something in."""
        if self.draft is not None:
            return not self.already
        return self.report is not None and bool(self.report.added or self.report.layers)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came in: the steps made, and their reports as one."""

    steps: tuple[Step, ...]
    report: ImportReport


def gather(project: Project, by: str, paths: Sequence[Path], job: Job) -> list[Entry]:
    """Every file of these paths, in order. Raises Cancelled."""
    from annotator.formats.canonical import companion_path
    from annotator.formats.sources import walk

    found: list[SourceFile | InputProblem] = []
    for source in walk(paths):
        _look(job)
        found.append(source)
    readings = {companion_path(one.path) for one in found if not isinstance(one, InputProblem) and one.kind == "jsonl"}
    sources = [one for one in found if one.path not in readings]
    report = thinned(job.report)
    entries: list[Entry] = []
    for number, source in enumerate(sources):
        _look(job)
        if isinstance(source, InputProblem):
            entries.append(Entry(source.path, problem=source))
        else:
            part = _part(report, number, len(sources))
            entries.append(read_one(project, by, source, job, progress=part))
    return entries


def read_one(
    project: Project,
    by: str,
    source: SourceFile,
    job: Job,
    *,
    encoding: str | None = None,
    exact: bool = False,
    progress: Callable[[float], None],
) -> Entry:
    """Read one file, in `encoding` if given; `exact`: cut nothing. A problem becomes its entry. Raises Cancelled."""
    from annotator.formats import recognised
    from annotator.formats.sources import read
    from annotator.operations.imports import import_paths

    try:
        if source.kind == "jsonl" or recognised(source.path) is not None:
            _, report = import_paths(
                project, by, [source.path], dry_run=True, progress=progress, cancelled=job.is_cancelled
            )
            problem = report.problems[0] if report.problems else None
            return Entry(source.path, source, report=None if problem else report, problem=problem)
        draft = read(source, encoding=encoding, clean=not exact, cancelled=job.is_cancelled, progress=progress)
    except Cancelled:
        raise
    except Problem as problem:
        return Entry(source.path, source, problem=problem, exact=exact, forced=encoding or "")
    already = title_in_project(project, draft)
    return Entry(source.path, source, draft=draft, already=already, exact=exact, forced=encoding or "")


def title_in_project(project: Project, draft: Draft) -> str:
    """The title of the article with the same text, or ""."""
    from annotator.store.queries import articles_with_text

    digest = draft.article.text_sha256
    return articles_with_text(project, [digest]).get(digest, ("", ""))[1]


def take_in(
    project: Project, by: str, drafts: Sequence[tuple[Draft, Sequence[bool]]], records: Sequence[Path], job: Job
) -> Outcome:
    """Import the drafts with these ticks, then the JSONL files. Raises Cancelled and Problem; then nothing came in."""
    from annotator.operations.articles import ImportReport, add_articles
    from annotator.operations.imports import import_paths

    articles = []
    for draft, ticks in drafts:
        _look(job)
        final = draft if tuple(ticks) == draft.keep else draft.with_keep(ticks)
        articles.append((final.path, final.article))
    steps: list[Step] = []
    report = ImportReport()
    progress = thinned(job.report)
    parts = bool(articles) + bool(records)
    if articles:
        first = _part(progress, 0, parts)
        step, report = add_articles(project, by, articles, progress=first, cancelled=job.is_cancelled)
        steps.append(step)
    if records:
        last = _part(progress, parts - 1, parts)
        try:
            later, more = import_paths(project, by, records, progress=last, cancelled=job.is_cancelled)
        except Problem:
            if any(step.id for step in steps):
                project.undo(by)  # all or nothing
            raise
        steps.extend([later] if later is not None else [])
        report = merged(report, more)
    return Outcome(tuple(steps), report)


def _part(progress: Callable[[float], None], number: int, of: int) -> Callable[[float], None]:
    return lambda fraction: progress((number + fraction) / of)


def merged(one: ImportReport, other: ImportReport) -> ImportReport:
    """Two reports as one."""
    from annotator.operations.articles import ImportReport

    return ImportReport(
        added=[*one.added, *other.added],
        already=[*one.already, *other.already],
        problems=[*one.problems, *other.problems],
        layers=one.layers + other.layers,
        layers_already=one.layers_already + other.layers_already,
        conflicts=[*one.conflicts, *other.conflicts],
        warnings=[*one.warnings, *other.warnings],
        marks=one.marks + other.marks,
        moved=[*one.moved, *other.moved],
    )


def _look(job: Job) -> None:
    if job.is_cancelled():
        raise Cancelled(tr("Cancelled; nothing was imported."))
