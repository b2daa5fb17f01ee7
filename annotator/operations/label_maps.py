"""What a project remembers of imports: what other tools' labels became, what columns held, how file names are read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from annotator.formats.columns import FIELDS
from annotator.formats.label_map import LabelMap
from annotator.operations import settings
from annotator.operations.layers import result
from annotator.store import Project, Step, StepWriter

TITLE = "Remember import choices"
KINDS = ("spans", "relations", "labels")
_LABELS, _COLUMNS, _NAMES = "labels", "columns", "names"

LEFT_OUT = "-"  # what stands for the field of a column that is left out
# a column -> the field of the article that it has, "" for one that stays with what is known of the article besides
ColumnFields = Mapping[str, str]


@dataclass(frozen=True)
class Memory:
    """What an import leaves to be remembered, by the names of formats. `names`: the pattern of file names, None to
    leave it as it is, "" to forget it."""

    labels: Mapping[str, LabelMap] = field(default_factory=dict)
    columns: Mapping[str, ColumnFields] = field(default_factory=dict)
    names: str | None = None


# -- what is remembered
def remembered(project: Project, format_name: str) -> LabelMap:
    """What the labels of that format's files became the last time."""
    found = settings.remembered(project, f"{_LABELS} {format_name}")
    return LabelMap(*(_labels(found.get(kind)) for kind in KINDS)) if isinstance(found, dict) else LabelMap()


def remembered_columns(project: Project, format_name: str) -> ColumnFields:
    """Which field each column of that format's files had the last time."""
    found = settings.remembered(project, f"{_COLUMNS} {format_name}")
    known = found.items() if isinstance(found, dict) else ()
    return {name: one for name, one in known if one in ("", LEFT_OUT, *FIELDS)}


def remembered_names(project: Project) -> str:
    """The pattern that file names were read by the last time, or ""."""
    found = settings.remembered(project, _NAMES)
    return found if isinstance(found, str) else ""


# -- remembering
def remember(project: Project, by: str | None, format_name: str, labels: LabelMap) -> Step:
    """Remember what labels become, in a step of its own; what is remembered of other labels stays."""
    with project.step(TITLE, by) as step:
        keep(step, project, Memory(labels={format_name: labels}))
    return result(step)


def keep(step: StepWriter, project: Project, memory: Memory) -> None:
    """Remember within a step. What is remembered already is no change."""
    for name, labels in memory.labels.items():
        every = labels.over(remembered(project, name))
        found = {kind: dict(sorted(getattr(every, kind).items())) for kind in KINDS}
        settings.remember(step, f"{_LABELS} {name}", found if any(found.values()) else None)
    for name, fields in memory.columns.items():
        known = {**remembered_columns(project, name), **fields}
        settings.remember(step, f"{_COLUMNS} {name}", dict(sorted(known.items())) or None)
    if memory.names is not None:
        settings.remember(step, _NAMES, memory.names or None)


def _labels(found: Any) -> dict[str, str | None]:
    known = found.items() if isinstance(found, dict) else ()
    return {theirs: ours for theirs, ours in known if ours is None or isinstance(ours, str)}
