"""The report of a project's agreement: an HTML page, the numbers and the units as CSV."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Literal

from annotator.agreement.align import Rule
from annotator.agreement.change import Change
from annotator.agreement.explain_words import same_mark_words
from annotator.agreement.figures import Figure
from annotator.agreement.report.contents import Report, Speech
from annotator.agreement.report.csv import scores_csv
from annotator.agreement.report.html import report_html
from annotator.errors import Cancelled, say
from annotator.operations.agreement import Counted, count
from annotator.operations.agreement_change import change
from annotator.operations.agreement_filters import Facts, Filter, Period, facts, narrowed
from annotator.operations.agreement_units import units_csv
from annotator.operations.exports import refuse_place, whole_files
from annotator.operations.thresholds import thresholds
from annotator.store import Project
from annotator.store.queries import facts as named

Part = Literal["html", "scores", "units"]
FILES: dict[Part, str] = {
    "html": "agreement.html", "scores": "agreement-scores.csv", "units": "agreement-units.csv",
}  # fmt: skip


def report_of(project: Project, counted: Counted | None = None, only: Filter | None = None) -> Report:
    """All that a report says. `counted`: what was counted already, of some annotators or by another rule."""
    counted, only, known = counted or count(project), only or Filter(), facts(project)
    wanted = {n for n, name in enumerate(counted.annotators) if not only.annotators or name in only.annotators}
    tally = narrowed(counted, known, only)
    pairs = tuple(n for n, (a, b) in enumerate(tally.pairs) if a in wanted and b in wanted)
    content = project.codebook().content
    report = Report(
        str(named(project)["name"]), counted.annotators, tally, counted.rule, pairs,
        titles={ident: article.title for ident, article in known.articles.items()},
        labels={
            **{("span", label.key): label.name for label in content.span_labels},
            **{("relation", label.key): label.name for label in content.relation_labels},
            **{("label", label.key): label.name for label in content.article_labels},
        },
        thresholds=thresholds(project),
    )  # fmt: skip
    settings, rounds = _settings(report, known, only, counted.rule), _changes(report, counted, known, only)
    return replace(report, settings=settings, changes=tuple(rounds))


def write_report(
    project: Project,
    folder: Path,
    counted: Counted | None = None,
    only: Filter | None = None,
    *,
    parts: Sequence[Part] = ("html", "scores", "units"),
    speech: Speech | None = None,
    progress: Callable[[float], None] = lambda _: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> tuple[Path, ...]:
    """Write the parts asked for into the folder, which is made; files of their names are replaced, all or none.

    The same project, choices and language give the same bytes. Raises Cancelled, DiskFull, Refused, Problem.
    """
    paths = {part: folder / FILES[part] for part in FILES if part in parts}
    for path in paths.values():
        refuse_place(project, path)
    report = report_of(project, counted, only)
    total = report.articles + 1
    with whole_files(*paths.values()) as files:
        for part, file in zip(paths, files, strict=True):
            if part == "html":
                file.write(report_html(report, speech).encode("utf-8"))
            elif part == "scores":
                file.writelines(scores_csv(report))
            else:
                for done, piece in enumerate(units_csv(project, report.rule, _readers(report))):
                    file.write(piece)
                    progress(done / total)
                    _stop_if(cancelled)
            _stop_if(cancelled)
    progress(1.0)
    return tuple(paths.values())


def _readers(report: Report) -> dict[str, list[tuple[str, str]]]:
    """Of each article that two have finished, who they are."""
    tally, names = report.tally, report.annotators
    found = {}
    for at, ident in enumerate(tally.articles):
        pairs = [tally.pairs[n] for n in report.pairs if tally.both[at, n]]
        if pairs:
            found[ident] = [(names[a], names[b]) for a, b in pairs]
    return found


def _changes(
    report: Report, counted: Counted, known: Facts, only: Filter
) -> Iterator[tuple[str, dict[Figure, tuple[Change, ...]]]]:
    """From codebook to codebook, from month to month; where all was done in one month, from week to week."""
    several: dict[Period, dict[Figure, tuple[Change, ...]]] = {}
    kinds: tuple[Period, ...] = ("codebook", "month", "week")
    for by in kinds:
        if by == "week" and "month" in several:
            continue
        first = change(counted, known, report.headlines[0], by, only)
        if len(first) > 1:
            several[by] = {figure: change(counted, known, figure, by, only) for figure in report.headlines}
    titles = {"codebook": say("From codebook to codebook"), "month": say("From month to month"),
              "week": say("From week to week")}  # fmt: skip
    yield from ((titles[by], found) for by, found in several.items())


def _settings(report: Report, known: Facts, only: Filter, rule: Rule) -> tuple[tuple[str, str], ...]:
    tally = report.tally
    layers = {
        known.layers[article, report.annotators[who]]
        for at, article in enumerate(tally.articles)
        for n in report.pairs if tally.both[at, n]
        for who in tally.pairs[n] if (article, report.annotators[who]) in known.layers
    }  # fmt: skip
    days = sorted(layer.done_at[:10] for layer in layers if layer.done_at)
    versions = ", ".join(str(version) for version in sorted({layer.codebook for layer in layers}))
    rows = [
        (say("Articles that two or more have finished"), say("{number:,}", number=report.articles)),
        (say("Readers"), ", ".join(report.annotators[who] for who in report.readers)),
        (say("The same mark"), same_mark_words(rule)),
        (say("Finished"), _between(days[0], days[-1]) if days else ""),
        (say("Codebook versions"), versions),
        (say("Only from sources"), ", ".join(only.sources)),
        (say("Only stories"), ", ".join(only.stories)),
        (say("Only published"), _between(only.since, only.until)),
        (say("Only under codebook"), "" if only.codebook is None else str(only.codebook)),
    ]
    return tuple((name, value) for name, value in rows if value)


def _between(first: str, last: str) -> str:
    if first and last:
        return say("{first} to {last}", first=first, last=last) if first != last else first
    return say("from {day}", day=first) if first else say("until {day}", day=last) if last else ""


def _stop_if(cancelled: Callable[[], bool]) -> None:
    if cancelled():
        raise Cancelled(say("The report was cancelled; nothing was written."))
