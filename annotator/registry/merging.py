"""What merging entries of a registry does to the entries themselves and to values that name them. Pure."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, TypeVar

from annotator.models import Actor, Issue
from annotator.registry.names import distinct

E = TypeVar("E", Actor, Issue)


def merged_actors(actors: Mapping[str, Actor], sources: Collection[str], into: str) -> dict[str, Actor]:
    """The actors that change when `sources` become `into`, by id: the target with what it lacked, the sources marked
    as merged, and all that referred to a source.

    Links of an entry to itself are dropped, and so are those by which it would speak for itself over others.
    """
    moved = dict.fromkeys(sources, into)
    after = {ident: _actor_moved(actor, moved) for ident, actor in actors.items() if ident not in moved}
    target, own = after[into], after[into].speaks_for is not None
    for ident in sources:
        source = actors[ident]
        speaks_for = _moved(source.speaks_for, moved)
        target = target.model_copy(
            update={
                "type": source.type if target.type == "unknown" else target.type,
                "country": target.country or source.country,
                "roles": distinct((*target.roles, *source.roles)),
                "aliases": distinct((*target.aliases, source.name, *source.aliases), target.name),
                "speaks_for": target.speaks_for or (speaks_for if speaks_for != into else None),
                "member_of": _members((*target.member_of, *source.member_of), moved, into),
                "external_ids": {**source.external_ids, **target.external_ids},
                **_dates(target if target.valid_from or target.valid_to else source),
                "note": _both(target.note, source.note),
                "status": "confirmed" if "confirmed" in (target.status, source.status) else target.status,
            }
        )
    after[into] = target
    _cut_cycle(after, into, "speaks_for", keep=own)
    return {**_changed(actors, after), **_marked(actors, sources, into)}


def merged_issues(issues: Mapping[str, Issue], sources: Collection[str], into: str) -> dict[str, Issue]:
    """The issues that change when `sources` become `into`, by id; see `merged_actors`."""
    moved = dict.fromkeys(sources, into)
    after = {ident: _issue_moved(issue, moved) for ident, issue in issues.items() if ident not in moved}
    target, own = after[into], after[into].parent is not None
    for ident in sources:
        source = issues[ident]
        parent = _moved(source.parent, moved)
        target = target.model_copy(
            update={
                "aliases": distinct((*target.aliases, source.name, *source.aliases), target.name),
                "parent": target.parent or (parent if parent != into else None),
                "note": _both(target.note, source.note),
            }
        )
    after[into] = target
    _cut_cycle(after, into, "parent", keep=own)
    return {**_changed(issues, after), **_marked(issues, sources, into)}


def _actor_moved(actor: Actor, moved: Mapping[str, str]) -> Actor:
    links = (actor.speaks_for, actor.merged_into, *actor.member_of)
    if not any(link in moved for link in links):
        return actor
    speaks_for, merged_into = _moved(actor.speaks_for, moved), _moved(actor.merged_into, moved)
    return actor.model_copy(
        update={
            "speaks_for": speaks_for if speaks_for != actor.id else None,
            "merged_into": merged_into if merged_into != actor.id else None,
            "member_of": _members(actor.member_of, moved, actor.id),
        }
    )


def _issue_moved(issue: Issue, moved: Mapping[str, str]) -> Issue:
    if issue.parent not in moved and issue.merged_into not in moved:
        return issue
    parent, merged_into = _moved(issue.parent, moved), _moved(issue.merged_into, moved)
    return issue.model_copy(
        update={
            "parent": parent if parent != issue.id else None,
            "merged_into": merged_into if merged_into != issue.id else None,
        }
    )


def _moved(ident: str | None, moved: Mapping[str, str]) -> str | None:
    return moved.get(ident, ident) if ident is not None else None


def _members(blocs: tuple[str, ...], moved: Mapping[str, str], itself: str) -> tuple[str, ...]:
    found = dict.fromkeys(moved.get(ident, ident) for ident in blocs)
    found.pop(itself, None)
    return tuple(found)


def _dates(actor: Actor) -> dict[str, str | None]:
    """Both from the same entry: mixed, one could come after the other."""
    return {"valid_from": actor.valid_from, "valid_to": actor.valid_to}


def _both(one: str, other: str) -> str:
    return one if not other.strip() or other in one else f"{one}\n{other}" if one.strip() else other


def _changed(before: Mapping[str, E], after: Mapping[str, E]) -> dict[str, E]:
    # most entries are the very same object
    return {i: entry for i, entry in after.items() if entry is not before[i] and entry != before[i]}


def _marked(before: Mapping[str, E], sources: Collection[str], into: str) -> dict[str, E]:
    return {i: before[i].model_copy(update={"merged_into": into}) for i in sources if before[i].merged_into != into}


def chain(entries: Mapping[str, E], start: str, field: str) -> list[str]:
    """The ids from `start` along a link (`speaks_for`, `parent`, `merged_into`), each once; the last one links to
    nothing, or back into the chain."""
    found: list[str] = []
    ident: str | None = start
    while ident is not None and ident not in found:
        found.append(ident)
        entry = entries.get(ident)
        ident = getattr(entry, field) if entry is not None else None
    return found


def _cut_cycle(entries: dict[str, E], into: str, field: str, keep: bool) -> None:
    """Cut a chain that leads from the target back to it: at its end if the link is the target's own, else at once."""
    found = chain(entries, into, field)
    last = entries.get(found[-1])
    if last is None or getattr(last, field) != into:
        return
    cut = found[-1] if keep else into
    entries[cut] = entries[cut].model_copy(update={field: None})


def replaced(value: Any, moved: Mapping[str, str]) -> tuple[Any, int]:
    """A JSON value with ids replaced, as values and as keys, and how many entries were given up on the way: where a
    key is there under both ids, the new one's own value stays."""
    if isinstance(value, str):
        return moved.get(value, value), 0
    if isinstance(value, dict):
        return _dict_replaced(value, moved)
    if isinstance(value, (list, tuple)):
        parts = [replaced(one, moved) for one in value]
        new: list[Any] = []
        for old, (one, _) in zip(value, parts, strict=True):
            if one == old or (one not in value and one not in new):
                new.append(one)
        return new, sum(lost for _, lost in parts)
    return value, 0


def _dict_replaced(value: dict[str, Any], moved: Mapping[str, str]) -> tuple[dict[str, Any], int]:
    new: dict[str, Any] = {}
    given_up = 0
    for key, one in value.items():
        after, lost = replaced(one, moved)
        given_up += lost
        name = moved.get(key, key)
        if name != key and (name in value or name in new):
            given_up += new.get(name, value.get(name)) != after
            continue
        new[name] = after
    return new, given_up
