"""Formats on the command line: by name, with the labels that other tools use."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import click

from annotator.errors import Refused, say
from annotator.formats.label_map import LabelMap
from annotator.operations.exports import ExportReport
from annotator.store import Project

_OWN = ("text", "html", "canonical")


def reading_format(name: str | None) -> str | None:
    """The name of a format that can be read. Raises click.UsageError."""
    from annotator.formats import foreign

    names = [*_OWN, *(form.NAME for form in foreign())]
    if name is not None and name not in names:
        raise click.UsageError(f"There is no format {name!r} to import; there are {', '.join(names)}.")
    return name


def writing_format(name: str) -> str:
    """The name of a format that can be written. Raises click.UsageError."""
    from annotator.operations.export_formats import writable

    names = ["canonical", *writable()]
    if name not in names:
        raise click.UsageError(f"There is no format {name!r} to export; there are {', '.join(names)}.")
    return name


def label_map(pairs: Sequence[str]) -> LabelMap:
    """THEIRS=OURS, for labels of marks, of links and of articles alike. Raises click.UsageError."""
    found: dict[str, str | None] = {}
    for pair in pairs:
        theirs, sign, ours = pair.partition("=")
        if not (theirs and sign):
            raise click.UsageError(f"--map {pair!r} is not THEIRS=OURS.")
        found[theirs] = ours or None
    return LabelMap(found, found, found)


def export_project(
    project: Project, out: Path, name: str, annotators: Sequence[str], *, unread: bool, raw: bool,
    progress: Callable[[float], None],
) -> ExportReport:  # fmt: skip
    """Write a project in a format. Raises what the operations raise."""
    from annotator.operations.export_formats import export_as
    from annotator.operations.exports import export_jsonl

    if name == "canonical":
        if len(annotators) > 1:
            raise Refused(say("JSONL takes one annotator or all of them."), say("Name one, or none."))
        one = annotators[0] if annotators else None
        return export_jsonl(project, out, annotator=one, unread=unread, raw=raw, progress=progress)
    return export_as(project, out, name, annotators=annotators, unread=unread, progress=progress)
