"""What the import dialog does in jobs: reads files into entries, tries out other choices, takes the chosen ones in."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.errors import Cancelled, InputProblem, Problem
from ui.dialogs.importing.entries import Choice, Entry
from ui.dialogs.parts import thinned
from ui.i18n import tr
from ui.jobs import Job

if TYPE_CHECKING:
    from annotator.formats import ForeignFormat
    from annotator.formats.draft import Draft
    from annotator.formats.file_names import Named
    from annotator.formats.sources import Kind, SourceFile
    from annotator.models import Article
    from annotator.operations.articles import ImportReport
    from annotator.operations.found_labels import FoundLabels
    from annotator.operations.import_sources import ToolFile
    from annotator.operations.label_maps import ColumnFields, Memory
    from annotator.operations.taking_in import ReadingsFile
    from annotator.store import Project, Step
    from ui.dialogs.importing.label_choices import LabelChoices

_KINDS: dict[str, Kind] = {"text": "text", "html": "html", "pdf": "pdf", "docx": "docx"}
Report = Callable[[float], None]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came in: the step made, its report, and whether choices are remembered now that were not."""

    step: Step
    report: ImportReport
    remembered: bool


@dataclass(frozen=True, slots=True)
class Wanted:
    """A file to read, and how. `counted`: its labels, if they are known."""

    found: ToolFile | SourceFile
    choice: Choice = field(default_factory=Choice)
    counted: FoundLabels | None = None


@dataclass(frozen=True)
class Reader:
    """Reads files for one import. `by`: who imports."""

    project: Project
    by: str
    labels: LabelChoices

    def gather(self, paths: Sequence[Path], job: Job) -> list[Entry]:
        """Every file of these paths, in order. Raises Cancelled."""
        from annotator.operations.import_sources import found_in

        found = []
        for one in found_in(paths):
            _look(job)
            found.append(one)
        report = thinned(job.report)
        return [
            Entry(one.path, problem=one) if isinstance(one, InputProblem)
            else self.read(Wanted(one), job, _part(report, n, len(found)))
            for n, one in enumerate(found)
        ]  # fmt: skip

    def read_all(self, wants: Mapping[int, Wanted], job: Job) -> dict[int, Entry]:
        """Read several files; each keeps its number. Raises Cancelled."""
        report = thinned(job.report)
        return {row: self.read(want, job, _part(report, n, len(wants))) for n, (row, want) in enumerate(wants.items())}

    def read(self, want: Wanted, job: Job, progress: Report) -> Entry:
        """Read one file as it is chosen. A problem becomes its entry. Raises Cancelled."""
        from annotator.formats.sources import SourceFile

        _look(job)
        found, choice = want.found, want.choice
        entry = Entry(found.path, found, choice)
        form = _form(found, choice)
        readings = choice.format == "canonical" or (
            not choice.format and isinstance(found, SourceFile) and found.kind == "jsonl"
        )
        try:
            if form is not None or readings:
                return self._tried(entry, form, want.counted, job, progress)
            return self._drafted(entry, job, progress)
        except Cancelled:
            raise
        except Problem as problem:
            return replace(entry, problem=problem)

    def _drafted(self, entry: Entry, job: Job, progress: Report) -> Entry:
        from annotator.formats.sources import read

        draft = read(
            _source(entry), format=_KINDS.get(entry.choice.format), encoding=entry.choice.encoding or None,
            clean=not entry.choice.exact, cancelled=job.is_cancelled, progress=progress,
        )  # fmt: skip
        return replace(entry, draft=draft, already=self.title_of(draft))

    def _tried(
        self, entry: Entry, form: ForeignFormat | None, counted: FoundLabels | None, job: Job, progress: Report
    ) -> Entry:
        from annotator.formats.found import ReadOptions
        from annotator.operations.found_columns import chosen_by, known_columns
        from annotator.operations.found_labels import labels_of
        from annotator.operations.label_maps import remembered_columns
        from annotator.operations.taking_in import ReadingsFile

        choice = entry.choice
        encoding = choice.encoding or None
        file = ReadingsFile(entry.path, form, choice.annotator.strip() or None, options=ReadOptions(encoding))
        entry = replace(entry, readings=file)
        columns = known_columns(file)
        if columns is not None and form is not None:
            fields = choice.fields if choice.fields is not None else remembered_columns(self.project, form.NAME)
            file = replace(file, options=ReadOptions(encoding, chosen_by(columns, fields)))
            entry = replace(entry, readings=file, columns=columns)
            if entry.textless:
                return entry
        try:
            if form is not None:
                found = counted or labels_of([file], progress=_part(progress, 0, 2), cancelled=job.is_cancelled)
                file = replace(file, labels=self.labels.map(form.NAME, found))
                entry = replace(entry, readings=file, labels=found)
            if entry.nameless:
                return entry
            report = self.dry_run(file, job, _part(progress, 1, 2))
        except InputProblem as problem:
            return replace(entry, problem=problem)
        return replace(entry, report=report, problem=report.problems[0] if report.problems else None)

    def dry_run(self, file: ReadingsFile, job: Job, progress: Report) -> ImportReport:
        """What a file of readings would bring. Raises Cancelled."""
        from annotator.operations.articles import ImportReport
        from annotator.operations.taking_in import take_in

        report = ImportReport()
        take_in(self.project, self.by, report, [], [file], dry_run=True, progress=progress, cancelled=job.is_cancelled)
        return report

    def fields(self, entry: Entry, choice: Choice) -> tuple[ColumnFields, ColumnFields]:
        """What a file's columns have when it is read so, and what of it is remembered."""
        from annotator.operations.found_columns import chosen_by, fields_of
        from annotator.operations.label_maps import remembered_columns

        if entry.columns is None:
            return {}, {}
        before = {} if choice.fields == {} else remembered_columns(self.project, entry.form_name)
        return fields_of(entry.columns, chosen_by(entry.columns, choice.fields or before)), before

    def title_of(self, draft: Draft) -> str:
        """The title of the article with the same text in the project, or ""."""
        from annotator.store.queries import articles_with_text

        digest = draft.article.text_sha256
        return articles_with_text(self.project, [digest]).get(digest, ("", ""))[1]

    def take_in(
        self, drafts: Sequence[tuple[Draft, Sequence[bool]]], named: Mapping[Path, Named],
        files: Sequence[ReadingsFile], memory: Memory, job: Job,
    ) -> Outcome:  # fmt: skip
        """Import the drafts with these ticks and what their names say, and the files, in one step.

        Raises Cancelled and Problem; then nothing came in.
        """
        from annotator.formats.file_names import misfit, renamed
        from annotator.operations.articles import ImportReport
        from annotator.operations.taking_in import take_in

        articles: list[tuple[Path, Article]] = []
        for draft, ticks in drafts:
            _look(job)
            final = draft if tuple(ticks) == draft.keep else draft.with_keep(ticks)
            if (name := named.get(draft.path)) is not None:
                final = renamed(final, name)
            articles.append((final.path, final.article))
        report = ImportReport()
        report.warnings += [misfit(named[path]) for path, _ in articles if path in named and named[path].why]
        step = take_in(
            self.project, self.by, report, articles, files, memory=memory, progress=thinned(job.report),
            cancelled=job.is_cancelled,
        )  # fmt: skip
        if step is None:
            raise RuntimeError("a step that was no dry run is missing")
        return Outcome(step, report, any(change.table == "setting" for change in step.changes))


def _form(found: ToolFile | SourceFile, choice: Choice) -> ForeignFormat | None:
    """The other tool's format that it is to be read by."""
    from annotator.operations.import_sources import ToolFile, named

    if choice.format:
        return named(choice.format)
    return found.form if isinstance(found, ToolFile) else None


def _source(entry: Entry) -> SourceFile:
    """The file as one that holds an article."""
    from annotator.formats.sources import SourceFile, walk

    if isinstance(entry.found, SourceFile):
        return entry.found
    one = next(walk([entry.path]))
    if isinstance(one, InputProblem):
        raise one
    return one


def _part(progress: Report, number: int, of: int) -> Report:
    return lambda fraction: progress((number + fraction) / of)


def _look(job: Job) -> None:
    if job.is_cancelled():
        raise Cancelled(tr("Cancelled; nothing was imported."))
