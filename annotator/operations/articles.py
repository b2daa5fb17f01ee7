"""Articles: add, retitle. What an import reports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from annotator.errors import Cancelled, Problem, Refused, say
from annotator.formats.draft import Draft
from annotator.models import Article, Reading
from annotator.operations.layers import result
from annotator.store import Project, Step, StepWriter
from annotator.store.queries import articles_with_text
from annotator.store.readings import add
from annotator.words import counted

Progress = Callable[[float], None]
Cancel = Callable[[], bool]


def no_progress(_: float) -> None:
    """For callers that show none."""


def never() -> bool:
    """For callers that cannot cancel."""
    return False


@dataclass(frozen=True, slots=True)
class Imported:
    """One article that came in, or was there already. `note` says what it was taken for or what was cut."""

    path: Path
    title: str
    article_id: str
    characters: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class Moved:
    """A mark of another tool's file that does not stand where the file says, or could not be taken."""

    path: Path
    line: int | None
    outcome: str  # "moved" or "left out"
    mark: str
    why: str


@dataclass
class ImportReport:
    """What an import did, or would do: every file is in `added`, `already` or `problems`."""

    added: list[Imported] = field(default_factory=list)
    already: list[Imported] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    layers: int = 0
    layers_already: int = 0
    conflicts: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    marks: Counter[str] = field(default_factory=Counter)  # of other tools' files: placed, moved, left out
    moved: list[Moved] = field(default_factory=list)
    drafts: list[Draft] = field(default_factory=list)  # what was read from text and HTML files, with what was cut
    stories: int = 0  # how many of those added belong to a story


def add_articles(
    project: Project,
    by: str | None,
    articles: Sequence[tuple[Path, Article]],
    *,
    progress: Progress = no_progress,
    cancelled: Cancel = never,
) -> tuple[Step, ImportReport]:
    """Add articles read from files, in one step. A text that is in the project already is reported, not added."""
    from annotator.operations.stories import group_new

    report = ImportReport()
    with project.step("Import articles", by) as step:
        fresh = add_in(project, step, report, articles, progress=progress, cancelled=cancelled)
        group_new(project, step, report, fresh)
        step.title = title_of(report)
    return result(step), report


def add_in(
    project: Project,
    step: StepWriter,
    report: ImportReport,
    articles: Sequence[tuple[Path, Article]],
    *,
    progress: Progress,
    cancelled: Cancel,
) -> dict[str, str]:
    """The adding itself, within a step. Gives the articles that were added, id -> text hash."""
    known = articles_with_text(project, {a.text_sha256 for _, a in articles})
    fresh: list[Reading] = []
    for n, (path, article) in enumerate(articles):
        if cancelled():
            raise Cancelled(say("The import was cancelled; nothing was imported."))
        progress(n / len(articles))
        if article.text_sha256 in known:
            ident, title = known[article.text_sha256]
            report.already.append(Imported(path, title, ident, len(article.text), "the same text"))
            continue
        known[article.text_sha256] = (article.id, article.title)
        fresh.append(_stamped(article, step.at))
        report.added.append(Imported(path, article.title, article.id, len(article.text)))
    add(step, ((reading, True, None, ()) for reading in fresh))
    return {reading.id: reading.text_sha256 for reading in fresh}


def title_of(report: ImportReport) -> str:
    """What the step of an import is called."""
    title = f"Import {counted(len(report.added), 'article')}"
    return f"{title}, {counted(report.layers, 'layer')}" if report.layers else title


def _stamped(article: Article, at: str) -> Reading:
    values = {name: getattr(article, name) for name in Article.model_fields}
    return Reading.model_construct(**{**values, "imported_at": article.imported_at or at})


def retitle(project: Project, by: str, article_id: str, title: str) -> Step:
    """Give an article another title; its text never changes."""
    if not title.strip():
        raise Refused(say("An article needs a title."), say("Type one."))
    with project.step("Change title", by) as step:
        step.update(Article, article_id, title=title.strip())
    return result(step)
