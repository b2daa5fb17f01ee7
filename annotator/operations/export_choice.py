"""What of a project an export takes, and in which format: one call for the window, whatever the format."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from annotator.adjudication.letters import letters
from annotator.dataset.layers import Choice, Layers
from annotator.errors import Cancelled, say
from annotator.formats import canonical
from annotator.formats.losses import WriteOptions
from annotator.formats.row_keys import Lost
from annotator.models import Annotator, Reading
from annotator.operations.articles import Cancel, Progress, never, no_progress
from annotator.operations.export_formats import export_as, read_chosen
from annotator.operations.exports import ExportReport, export_jsonl
from annotator.store import Project
from annotator.store.queries import facts


@dataclass(frozen=True, slots=True)
class ExportChoice:
    """Which readings. `annotators`: only layers of these, () for all. `layers`: theirs, gold, or one made of theirs.

    `unread`: also articles without a layer. `raw`: the files the articles were cut from. Canonical JSONL takes one
    annotator or all, as they are; no other format takes raw files.
    """

    layers: Layers = "all"
    annotators: tuple[str, ...] = ()
    unread: bool = True
    raw: bool = False


def readings(
    project: Project, choice: ExportChoice, options: WriteOptions, lost: Lost, cancelled: Cancel = never
) -> Iterator[Reading]:
    """The readings as they are given to a format, in order; what making them leaves out is added to `lost`.

    Raises Cancelled.
    """
    which = Choice(choice.layers, choice.annotators)
    for reading in read_chosen(project, which, choice.unread, lost, no_progress, never, options.takes):
        if cancelled():
            raise Cancelled(say("The export was cancelled; nothing was written."))
        yield reading


def export(
    project: Project,
    path: Path,
    name: str,
    choice: ExportChoice,
    options: WriteOptions | None = None,
    progress: Progress = no_progress,
    cancelled: Cancel = never,
) -> ExportReport:
    """Write to `path` in the format of that name. Raises what `export_jsonl` and `export_as` raise."""
    if name == canonical.NAME:
        who = choice.annotators[0] if choice.annotators else None
        return export_jsonl(
            project, path, annotator=who, unread=choice.unread, raw=choice.raw, progress=progress, cancelled=cancelled
        )
    return export_as(
        project, path, name, annotators=choice.annotators, layers=choice.layers, unread=choice.unread,
        options=options, progress=progress, cancelled=cancelled,
    )  # fmt: skip


def pseudonyms(project: Project) -> tuple[tuple[str, str], ...]:
    """What stands for each annotator's name, the same at every export of the project. Gold keeps its name."""
    names = sorted(person.name for person in project.all(Annotator) if person.role != "gold")
    return tuple(sorted(letters(facts(project)["id"], names).items()))
