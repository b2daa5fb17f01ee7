"""What the import dialog says, in plain sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.dialogs.parts import sentence
from ui.i18n import QT_TR_NOOP, number, tr
from ui.saying import said

if TYPE_CHECKING:
    from annotator.operations.articles import ImportReport
    from ui.dialogs.import_reading import Entry

REASONS = (  # why a block is cut or kept, as the cleaning of texts says it
    QT_TR_NOOP("address or link alone"), QT_TR_NOOP("advertising slot"), QT_TR_NOOP("article text"),
    QT_TR_NOOP("chat widget"), QT_TR_NOOP("comment form"), QT_TR_NOOP("cookie notice"), QT_TR_NOOP("counter"),
    QT_TR_NOOP("headline"), QT_TR_NOOP("newsletter or subscription"), QT_TR_NOOP("nothing is cut"),
    QT_TR_NOOP("page footer"), QT_TR_NOOP("page navigation"), QT_TR_NOOP("related articles"),
    QT_TR_NOOP("sharing links"), QT_TR_NOOP("tag line"), QT_TR_NOOP("stands before the headline"),
    QT_TR_NOOP("follows the end of the article"), QT_TR_NOOP("stands among what follows the article"),
)  # fmt: skip
_MARKS = (
    ("placed", QT_TR_NOOP("placed")), ("moved", QT_TR_NOOP("moved")), ("left out", QT_TR_NOOP("left out")),
)  # fmt: skip
_MOST = 50  # conflicts and warnings listed one by one


def size(amount: int) -> str:
    """Bytes as people read them."""
    if amount < 1000:
        return tr("{number} bytes", number=amount)
    if amount < 1_000_000:
        return f"{number(round(amount / 1000))} KB"
    return f"{number(amount / 1_000_000, 1)} MB"


def title(entry: Entry) -> str:
    """The first line of an entry."""
    return entry.draft.article.title if entry.draft is not None else entry.path.name


def detail(entry: Entry, cut: int) -> str:
    """The second line of an entry; `cut` blocks are not ticked."""
    if entry.problem is not None:
        return tr("cannot be imported")
    if entry.report is not None:
        return tried(entry.report)
    draft = entry.draft
    if draft is None or entry.source is None:
        return ""
    parts = [entry.path.name, size(entry.source.size), draft.encoding]
    parts += [tr("%Ln block(s) cut", n=cut)] if cut else []
    return " · ".join([*parts, tr("already in the project")] if entry.already else parts)


def tried(report: ImportReport) -> str:
    """A dry run of a JSONL file in one line."""
    parts = [tr("%Ln new article(s)", n=len(report.added)), tr("%Ln layer(s)", n=report.layers)]
    if report.already or report.layers_already:
        parts.append(tr("{number} already there", number=number(len(report.already) + report.layers_already)))
    if report.conflicts:
        parts.append(tr("%Ln conflict(s)", n=len(report.conflicts)))
    return " · ".join(parts)


def records(report: ImportReport) -> str:
    """A dry run of a JSONL file in sentences."""
    articles, layers = len(report.already), report.layers_already
    brought = tr("%Ln new article(s)", n=len(report.added))
    lines = [
        tr("Brings in {articles} and %Ln layer(s).", n=report.layers, articles=brought),
        *([tr("%Ln article(s) already in the project.", n=articles)] if articles else []),
        *([tr("%Ln layer(s) already in the project.", n=layers)] if layers else []),
    ]
    return "\n".join([*lines, *_listed(tr("Conflicts, left as they are:"), report.conflicts), *_remarks(report)])


def outcome(report: ImportReport) -> str:
    """What an import did: its first line."""
    added = len(report.added)
    if not report.layers:
        return tr("Imported %Ln article(s).", n=added)
    return tr("Imported {articles} and %Ln layer(s).", n=report.layers, articles=tr("%Ln article(s)", n=added))


def rest(report: ImportReport) -> str:
    """What else there is to say of an import."""
    lines = [tr("“{title}”, %Ln character(s)", n=one.characters, title=one.title) for one in report.added[:_MOST]]
    lines += [tr("and {number} more.", number=number(len(report.added) - _MOST))] if len(report.added) > _MOST else []
    lines += [""] if lines else []
    lines += [
        tr("{file} was left out: its text is “{title}”, in the project already.", file=one.path.name, title=one.title)
        for one in report.already
    ]
    if report.layers_already:
        lines.append(tr("%Ln layer(s) left out: in the project already.", n=report.layers_already))
    lines += _listed(tr("Conflicts, left as they are:"), report.conflicts)
    lines += _listed(tr("Not imported:"), [sentence(problem) for problem in report.problems])
    return "\n".join(lines + _remarks(report))


def _remarks(report: ImportReport) -> list[str]:
    moved = [
        tr("{place}: {mark}: {why}", mark=one.mark, why=said(one.why),
           place=tr("line {number}", number=number(one.line)) if one.line is not None else one.path.name)
        for one in report.moved
    ]  # fmt: skip
    counted = [f"{tr(word)}: {number(report.marks[key])}" for key, word in _MARKS if report.marks[key]]
    told = ["", tr("Marks of another tool: {counted}", counted=", ".join(counted))] if counted else []
    return [*told, *_listed(tr("Marks that do not stand where the file says:"), moved),
            *_listed(tr("Remarks:"), report.warnings)]  # fmt: skip


def _listed(heading: str, lines: list[str]) -> list[str]:
    if not lines:
        return []
    more = [tr("and {number} more.", number=number(len(lines) - _MOST))] if len(lines) > _MOST else []
    return ["", heading, *map(said, lines[:_MOST]), *more]
