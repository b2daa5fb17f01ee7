"""Merging entries of a registry, and splitting one: everything that names them is re-pointed in one step."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from pydantic_core import from_json

from annotator.errors import Refused, say
from annotator.models import Actor, Issue
from annotator.operations.entries import RECORDS, new_entry, record_of, refuse_merged
from annotator.operations.layers import result
from annotator.registry.merging import merged_actors, merged_issues, replaced
from annotator.store import Project, Step, StepWriter
from annotator.store.registry_queries import COLUMNS, Kind, Use, every_use, mark_rows
from annotator.store.steps import Change
from annotator.store.tables import Row, column_value, table_of, to_json

E = TypeVar("E", Actor, Issue)
_Mark = tuple[str, str, str]  # table, layer, id


@dataclass(frozen=True, slots=True)
class Preview:
    """What a merge would re-point. `given_up`: entries of article labels that both had, of which the target's stays;
    `circular`: stances whose holder would be their own target."""

    mentions: int = 0
    stances: int = 0
    labels: int = 0
    entries: int = 0
    given_up: int = 0
    circular: int = 0


def preview_merge(project: Project, kind: Kind, sources: Sequence[str], into: str) -> Preview:
    """What `merge` would do. Raises Refused as it does."""
    known, sources = _known(project, kind), tuple(dict.fromkeys(sources))
    _refuse_unfit(known, sources, into)
    plan = _Plan(project, dict.fromkeys(sources, into), "")
    plan.take(every_use(project, kind, sources))
    entries = _entries_after(kind, known, sources, into)
    return replace(plan.preview(), entries=sum(ident not in sources and ident != into for ident in entries))


def merge(project: Project, by: str, kind: Kind, sources: Sequence[str], into: str) -> Step:
    """Make `sources` one with `into`: whatever names them names it, and it takes over names and missing facts.

    The sources stay in the registry, marked as merged, so that files which name them can still be read. Raises Refused
    for an entry that is not there, itself among the sources, or a target that was merged.
    """
    with project.step("Merge", by) as step:
        known, sources = _known(project, kind), tuple(dict.fromkeys(sources))
        _refuse_unfit(known, sources, into)
        names = known[sources[0]].name if len(sources) == 1 else f"{len(sources)} {kind}s"
        step.title = f"Merge {names} into {known[into].name}"
        plan = _Plan(project, dict.fromkeys(sources, into), step.at)
        plan.take(every_use(project, kind, sources))
        plan.apply(step)
        _write_entries(step, known, _entries_after(kind, known, sources, into))
    return result(step)


def split(project: Project, by: str, kind: Kind, ident: str, uses: Sequence[Use], into: str | Actor | Issue) -> Step:
    """Let chosen uses of an entry name another one: one of the registry, by its id, or a new one.

    Raises Refused for no uses, a use that names the entry no longer, or a target that is not there.
    """
    if not uses:
        raise Refused(say("Nothing is selected."), say("Select the passages that mean someone else."))
    with project.step("Split", by) as step:
        old = record_of(step, kind, ident)
        if isinstance(into, str):
            other: Actor | Issue = record_of(step, kind, into)
            refuse_merged(step, kind, other)
        else:
            other = new_entry(project, step, into)
        if other.id == ident:
            raise Refused(say("The passages name “{name}” already.", name=old.name), say("Choose another one."))
        step.title = f"Split {other.name} from {old.name}"
        plan = _Plan(project, {ident: other.id}, step.at)
        plan.take((ident, use) for use in uses)
        plan.apply(step)
    return result(step)


class _Plan:
    """The marks' rows that change: read once each, changed in memory, written at the end."""

    def __init__(self, project: Project, moved: dict[str, str], at: str) -> None:
        self._project, self._moved, self._at = project, moved, at
        self._before: dict[_Mark, Row] = {}
        self._after: dict[_Mark, Row] = {}
        self._given_up = 0

    def take(self, uses: Iterable[tuple[str, Use]]) -> None:
        """Let these uses name the new entry. Raises Refused for one that names the old one no longer."""
        wanted: dict[_Mark, list[tuple[str, str]]] = {}
        for ident, use in uses:
            table, column = COLUMNS[use.role]
            wanted.setdefault((table, use.layer_id, use.mark_id), []).append((column, ident))
        for mark, row in mark_rows(self._project, wanted).items():
            self._before[mark] = row
            changed = self._after[mark] = {}
            for column, ident in wanted[mark]:
                self._point(row, changed, column, ident)
        if wanted.keys() - self._before.keys():
            raise Refused(say("One of the passages is no longer there."), say("Look at the list again."))

    def _point(self, row: Row, changed: Row, column: str, ident: str) -> None:
        if column == "value":
            value, given_up = replaced(from_json(changed.get(column) or row[column]), {ident: self._moved[ident]})
            self._given_up += given_up
            changed[column] = to_json(value)
        elif row[column] != ident:
            raise Refused(say("One of the passages names another entry by now."), say("Look at the list again."))
        else:
            changed[column] = self._moved[ident]

    def apply(self, step: StepWriter) -> None:
        """Write the rows."""
        for (table, layer, ident), after in self._after.items():
            before = self._before[table, layer, ident]
            if table == "stance" and {**before, **after}["expressed_by"] == {**before, **after}["holder_id"]:
                after["expressed_by"] = None  # nobody speaks for himself
            if table != "article_label":
                after["updated_at"] = self._at
            step.apply(Change(table, (layer, ident), {c: before[c] for c in after}, after))

    def preview(self) -> Preview:
        """How much it is."""
        tables = Counter(table for table, *_ in self._after)
        circular = 0
        for mark, after in self._after.items():
            if mark[0] == "stance":
                row = {**self._before[mark], **after}
                circular += row["target_kind"] == "actor" and row["target_id"] == row["holder_id"]
        return Preview(
            tables["span"], tables["stance"], tables["article_label"], given_up=self._given_up, circular=circular
        )


def _known(project: Project, kind: Kind) -> dict[str, Any]:
    return {entry.id: entry for entry in project.all(RECORDS[kind])}


def _entries_after(kind: Kind, known: dict[str, Any], sources: Sequence[str], into: str) -> dict[str, Any]:
    return merged_actors(known, sources, into) if kind == "actor" else merged_issues(known, sources, into)


def _write_entries(step: StepWriter, known: dict[str, E], after: dict[str, E]) -> None:
    for ident, entry in after.items():
        old, table = known[ident], table_of(type(entry)).name
        fields = [name for name in type(entry).model_fields if getattr(old, name) != getattr(entry, name)]
        before = {name: column_value(name, getattr(old, name)) for name in fields}
        step.apply(Change(table, (ident,), before, {n: column_value(n, getattr(entry, n)) for n in fields}))


def _refuse_unfit(known: dict[str, Any], sources: Sequence[str], into: str) -> None:
    if not sources:
        raise Refused(say("There is nothing to merge."), say("Choose an entry of the list."))
    if any(ident not in known for ident in (*sources, into)):
        raise Refused(say("One of them is not in the registry."), say("Look at the list again."))
    target = known[into]
    if into in sources:
        raise Refused(say("“{name}” cannot be merged into itself.", name=target.name), say("Choose another one."))
    if target.merged_into is not None:
        other = known.get(target.merged_into)
        remedy = say("Merge into “{name}” instead.", name=other.name) if other else say("Choose another one.")
        raise Refused(say("“{name}” was itself merged.", name=target.name), remedy)
