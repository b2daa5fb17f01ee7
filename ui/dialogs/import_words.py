"""What the import dialog says, in plain sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.dialogs.parts import count

if TYPE_CHECKING:
    from annotator.operations.articles import ImportReport
    from ui.dialogs.import_reading import Entry

_MOST = 50  # conflicts and warnings listed one by one


def size(number: int) -> str:
    """Bytes as people read them."""
    if number < 1000:
        return f"{number} bytes"
    return f"{number / 1000:.0f} KB" if number < 1_000_000 else f"{number / 1_000_000:.1f} MB"


def title(entry: Entry) -> str:
    """The first line of an entry."""
    return entry.draft.article.title if entry.draft is not None else entry.path.name


def detail(entry: Entry, cut: int) -> str:
    """The second line of an entry; `cut` blocks are not ticked."""
    if entry.problem is not None:
        return "cannot be imported"
    if entry.report is not None:
        return tried(entry.report)
    draft = entry.draft
    if draft is None or entry.source is None:
        return ""
    parts = [entry.path.name, size(entry.source.size), draft.encoding]
    parts += [f"{count(cut, 'block')} cut"] if cut else []
    return " · ".join([*parts, "already in the project"] if entry.already else parts)


def tried(report: ImportReport) -> str:
    """A dry run of a JSONL file in one line."""
    parts = [count(len(report.added), "new article"), count(report.layers, "layer")]
    if report.already or report.layers_already:
        parts.append(f"{len(report.already) + report.layers_already} already there")
    if report.conflicts:
        parts.append(count(len(report.conflicts), "conflict"))
    return " · ".join(parts)


def records(report: ImportReport) -> str:
    """A dry run of a JSONL file in sentences."""
    lines = [
        f"Brings in {count(len(report.added), 'new article')} and {count(report.layers, 'layer')}.",
        *([f"{count(len(report.already), 'article')} already in the project."] if report.already else []),
        *([f"{count(report.layers_already, 'layer')} already in the project."] if report.layers_already else []),
    ]
    return "\n".join([*lines, *_listed("Conflicts, left as they are:", report.conflicts), *_remarks(report)])


def outcome(report: ImportReport) -> str:
    """What an import did: its first line."""
    words = f"Imported {count(len(report.added), 'article')}"
    return f"{words} and {count(report.layers, 'layer')}." if report.layers else f"{words}."


def rest(report: ImportReport) -> str:
    """What else there is to say of an import."""
    lines = [f"“{one.title}”, {one.characters:,} characters" for one in report.added[:_MOST]]
    lines += [f"and {len(report.added) - _MOST:,} more."] if len(report.added) > _MOST else []
    lines += [""] if lines else []
    lines += [
        f"{one.path.name} was left out: its text is “{one.title}”, in the project already." for one in report.already
    ]
    if report.layers_already:
        lines.append(f"{count(report.layers_already, 'layer')} left out: in the project already.")
    lines += _listed("Conflicts, left as they are:", report.conflicts)
    lines += _listed("Not imported:", [str(problem) for problem in report.problems])
    return "\n".join(lines + _remarks(report))


def _remarks(report: ImportReport) -> list[str]:
    return _listed("Remarks:", report.warnings)


def _listed(heading: str, lines: list[str]) -> list[str]:
    if not lines:
        return []
    more = [f"and {len(lines) - _MOST:,} more."] if len(lines) > _MOST else []
    return ["", heading, *lines[:_MOST], *more]
