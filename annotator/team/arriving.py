"""Entries of the registries that come with other copies: matched by exact name, or new for the lead to look at."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from annotator.models import Actor, Issue
from annotator.operations.settings import remember, remembered
from annotator.registry.merging import chain
from annotator.store import Project, StepWriter

ARRIVED = "arrived"  # setting: id -> whose hand-out it came with; what a lead has not looked at yet


@dataclass(slots=True)
class Arrivals:
    """What came of the entries. `matched`: (new, the one it is). `new`: (entry, with whom it came). `different`:
    entries that are here too, with other details; the project keeps its own."""

    matched: list[tuple[Actor | Issue, Actor | Issue]] = field(default_factory=list)
    new: list[tuple[Actor | Issue, str]] = field(default_factory=list)
    different: list[tuple[Actor | Issue, str]] = field(default_factory=list)


class Registry:
    """The entries that the project has, as others arrive."""

    def __init__(self, project: Project) -> None:
        self._entries: dict[str, Actor | Issue] = {}
        self._entries.update({actor.id: actor for actor in project.all(Actor)})
        self._entries.update({issue.id: issue for issue in project.all(Issue)})
        self._names: dict[tuple[str, str], str] = {}
        for entry in self._entries.values():
            self._name(entry)

    def _name(self, entry: Actor | Issue) -> None:
        if entry.merged_into is None:
            for name in (entry.name, *entry.aliases):
                self._names.setdefault((_kind(entry), name), entry.id)

    @property
    def ids(self) -> set[str]:
        """The ids of all entries."""
        return set(self._entries)

    def moved(self) -> dict[str, str]:
        """Entries that were merged -> what they are now."""
        return {
            ident: chain(self._entries, ident, "merged_into")[-1]  # type: ignore[type-var]
            for ident, entry in self._entries.items()
            if entry.merged_into is not None
        }

    def take(self, step: StepWriter, came: Iterable[tuple[Actor | Issue, str]]) -> Arrivals:
        """Take in the entries that are not here, whatever their order. `came`: each with whose copy it comes from."""
        found = Arrivals()
        for entry, who in sorted(came, key=lambda one: (one[0].id, one[1])):
            there = self._entries.get(entry.id)
            if there is None:
                self._add(step, entry, who, found)
            elif _differs(there, entry):
                found.different.append((entry, who))
        if found.new:
            waiting = {**arrived(step), **{entry.id: who for entry, who in found.new}}
            remember(step, ARRIVED, dict(sorted(waiting.items())))
        return found

    def _add(self, step: StepWriter, entry: Actor | Issue, who: str, found: Arrivals) -> None:
        same = None if entry.merged_into else self._names.get((_kind(entry), entry.name))
        if same is not None:
            entry = entry.model_copy(update={"merged_into": same})
            found.matched.append((entry, self._entries[same]))
        elif isinstance(entry, Actor):
            entry = entry.model_copy(update={"status": "proposed"})
        if same is None:
            found.new.append((entry, who))
        self._entries[entry.id] = entry
        self._name(entry)
        step.insert(entry)


def arrived(source: Project | StepWriter) -> Mapping[str, str]:
    """Entries that a lead has not looked at yet: id -> whose copy they came with."""
    found = remembered(source, ARRIVED)
    return found if isinstance(found, dict) else {}


def _kind(entry: Actor | Issue) -> str:
    return f"actor {entry.type}" if isinstance(entry, Actor) else "issue"


def _differs(there: Actor | Issue, entry: Actor | Issue) -> bool:
    if there == entry:
        return False
    # what a lead has confirmed or merged since is no difference of theirs
    own = {"status": None, "merged_into": None}
    left, right = ({k: v for k, v in vars(one).items() if k not in own} for one in (there, entry))
    return left != right
