"""What actors and issues have in common: names, links to one another, deleting."""

from __future__ import annotations

from typing import Any

from annotator.errors import Refused, say
from annotator.models import Actor, Issue
from annotator.operations.layers import result
from annotator.registry.names import folded, tidy
from annotator.store import Project, Step, StepWriter
from annotator.store.registry_queries import Kind, every_use, names

RECORDS: dict[Kind, type[Actor] | type[Issue]] = {"actor": Actor, "issue": Issue}
_LINK: dict[Kind, str] = {"actor": "speaks_for", "issue": "parent"}  # the link that makes a chain


def kind_of(entry: Actor | Issue) -> Kind:
    """Which registry an entry belongs to."""
    return "actor" if isinstance(entry, Actor) else "issue"


def record_of(step: StepWriter, kind: Kind, ident: str) -> Any:
    """The entry. Raises Refused if it is gone."""
    found = step.get(RECORDS[kind], ident)
    if found is None:
        raise Refused(say("This {kind} is not in the registry.", kind=kind), say("Reload the list."))
    return found


def named(name: str) -> str:
    """The name as it is kept. Raises Refused for an empty one."""
    if not folded(name):
        raise Refused(say("It needs a name."), say("Type one."))
    return tidy(name)


def refuse_merged(step: StepWriter, kind: Kind, entry: Actor | Issue) -> None:
    """Refuse an entry that was merged into another."""
    if entry.merged_into is not None:
        other = step.get(RECORDS[kind], entry.merged_into)
        remedy = say("Choose “{name}” instead.", name=other.name) if other else say("Choose another one.")
        raise Refused(say("“{name}” was merged into another {kind}.", name=entry.name, kind=kind), remedy)


def refuse_taken(project: Project, entry: Actor | Issue) -> None:
    """Refuse the name that another entry of the same type has."""
    key, kind = folded(entry.name), kind_of(entry)
    of = entry.type if isinstance(entry, Actor) else ""
    for ident, name, other in names(project, kind):
        if ident != entry.id and other == of and folded(name) == key:
            if of in ("", "unknown"):
                what = say("There is already an {kind} of that name, “{name}”.", kind=kind, name=name)
            else:
                type_ = of.replace("_", " ")
                what = say(
                    "There is already an actor of the type {type} of that name, “{name}”.", type=type_, name=name
                )
            raise Refused(what, say("Use it, or choose another name."))


def new_entry(project: Project, step: StepWriter, entry: Actor | Issue) -> Actor | Issue:
    """Add an entry within a step. Raises Refused for a name that is empty or taken."""
    made = entry.model_copy(update={"name": named(entry.name)})
    refuse_taken(project, made)
    step.insert(made)
    refuse_circles(step, made)
    return made


def refuse_circles(step: StepWriter, entry: Actor | Issue) -> None:
    """Refuse links to what is not there, to itself, and chains that lead back: of mergers, of speaking, of parents."""
    kind = kind_of(entry)
    blocs = entry.member_of if isinstance(entry, Actor) else ()
    one: str | None = getattr(entry, _LINK[kind])
    for ident in (one, entry.merged_into, *blocs):
        if ident is not None and (ident == entry.id or step.get(RECORDS[kind], ident) is None):
            raise Refused(
                say(
                    "“{name}” refers to an {kind} that is not in the registry, or to itself.",
                    name=entry.name,
                    kind=kind,
                ),
                say("Choose another."),
            )
    for field in (_LINK[kind], "merged_into"):
        _refuse_circle(step, kind, entry, field)


def _refuse_circle(step: StepWriter, kind: Kind, entry: Actor | Issue, field: str) -> None:
    seen: set[str] = set()
    ident: str | None = getattr(entry, field)
    while ident is not None and ident not in seen:
        seen.add(ident)
        other = step.get(RECORDS[kind], ident)
        ident = getattr(other, field) if other is not None else None
        if ident == entry.id and other is not None:
            names_ = {"one": other.name, "other": entry.name}
            words = {
                "speaks_for": say("“{one}” already speaks for “{other}”, perhaps through others.", **names_),
                "parent": say("“{one}” is already part of “{other}”, perhaps through others.", **names_),
                "merged_into": say("“{one}” was merged into “{other}”, perhaps through others.", **names_),
            }
            raise Refused(words[field], say("Choose another."))


def delete(project: Project, by: str, kind: Kind, ident: str) -> Step:
    """Delete an entry that nothing refers to, with those that were merged into it. Raises Refused while it is used."""
    with project.step(f"Delete {kind}", by) as step:
        old = record_of(step, kind, ident)
        known = {entry.id: entry for entry in project.all(RECORDS[kind])}
        gone = _with_merged(known, ident)
        links = {i: _links(entry) & gone for i, entry in known.items() if i not in gone}
        used = len({use.mark_id for _, use in every_use(project, kind, gone)})
        used += sum(bool(found) and known[i].merged_into is None for i, found in links.items())
        if used:
            if used == 1:
                what = say("1 mark or {kind} refers to “{name}”.", kind=kind, name=old.name)
            else:
                what = say("{used} marks and {kind}s refer to “{name}”.", used=used, kind=kind, name=old.name)
            raise Refused(what, say("Merge it into another one instead."))
        step.title = f"Delete {kind} {old.name}"
        for i, found in links.items():  # of entries that were merged, and have no say any more
            if found:
                step.update(RECORDS[kind], i, **_without(known[i], gone))
        for i in sorted(gone):
            step.delete(RECORDS[kind], i)
    return result(step)


def _with_merged(known: dict[str, Any], ident: str) -> set[str]:
    gone, more = {ident}, {ident}
    while more:
        more = {i for i, entry in known.items() if entry.merged_into in more} - gone
        gone |= more
    return gone


def _links(entry: Actor | Issue) -> set[str]:
    if isinstance(entry, Actor):
        return {ident for ident in (entry.speaks_for, *entry.member_of) if ident}
    return {entry.parent} if entry.parent else set()


def _without(entry: Actor | Issue, gone: set[str]) -> dict[str, Any]:
    if isinstance(entry, Issue):
        return {"parent": None}
    speaks_for = None if entry.speaks_for in gone else entry.speaks_for
    return {"speaks_for": speaks_for, "member_of": tuple(i for i in entry.member_of if i not in gone)}
