"""Actors of the registry: add, change, delete."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from annotator.errors import Refused, say
from annotator.models import Actor, new_id
from annotator.operations import entries
from annotator.operations.layers import result
from annotator.registry.names import distinct, tidy
from annotator.store import Project, Step

_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


def add_actor(project: Project, by: str, name: str, **fields: Any) -> Step:
    """Add an actor to the registry. Raises Refused for a name that is empty or, with that type, taken."""
    actor = Actor.model_validate({"id": new_id(), "name": entries.named(name), **_facts(fields, name)})
    _refuse_dates(actor)
    with project.step(f"Add actor {actor.name}", by) as step:
        entries.new_entry(project, step, actor)
    return result(step)


def change_actor(project: Project, by: str, actor_id: str, **fields: Any) -> Step:
    """Set fields of an actor, by their record names. Raises Refused for what contradicts the registry or itself."""
    with project.step("Change actor", by) as step:
        old: Actor = entries.record_of(step, "actor", actor_id)
        if "name" in fields:
            fields["name"] = entries.named(fields["name"])
        fields = _facts(fields, fields.get("name", old.name))
        changed = Actor.model_validate({**dict(old), **fields})
        _refuse_dates(changed)
        if (changed.name, changed.type) != (old.name, old.type) and changed.merged_into is None:
            entries.refuse_taken(project, changed)
        entries.refuse_circles(step, changed)
        step.title = f"Change actor {changed.name}"
        step.update(Actor, actor_id, **{name: getattr(changed, name) for name in fields})
    return result(step)


def delete_actor(project: Project, by: str, actor_id: str) -> Step:
    """Delete an actor that nothing refers to, with those that were merged into it. Raises Refused while it is used."""
    return entries.delete(project, by, "actor", actor_id)


def _facts(fields: Mapping[str, Any], name: str) -> dict[str, Any]:
    """The fields as they are kept."""
    found = dict(fields)
    if "aliases" in found:
        found["aliases"] = distinct(found["aliases"], name)
    if "roles" in found:
        found["roles"] = distinct(found["roles"])
    if found.get("country"):
        found["country"] = _country(found["country"])
    if "type" in found:
        found["type"] = tidy(found["type"]) or "unknown"
    for key in ("country", "valid_from", "valid_to"):
        if key in found:
            found[key] = found[key] or None
    if "external_ids" in found:
        found["external_ids"] = _external(found["external_ids"])
    return found


def _external(ids: Mapping[str, str]) -> dict[str, str]:
    pairs = {tidy(key): tidy(value) for key, value in ids.items()}
    for key, value in pairs.items():
        if bool(key) != bool(value):
            raise Refused(
                say("“{value}” is only half of an external id.", value=key or value), say("Write it as wikidata: Q159.")
            )
    return {key: value for key, value in pairs.items() if key}


def _country(words: str) -> str:
    from annotator.registry.countries import country_of

    found = country_of(words)
    if found is None:
        raise Refused(
            say("“{words}” is no country.", words=tidy(words)),
            say("Type its English name or its code of three letters."),
        )
    return found.code


def _refuse_dates(actor: Actor) -> None:
    for value in (actor.valid_from, actor.valid_to):
        if value is not None and not _is_date(value):
            raise Refused(say("“{value}” is no date.", value=value), say("Write 2024, 2024-05 or 2024-05-31."))
    first, last = actor.valid_from, actor.valid_to
    if first and last and first[: len(last)] > last[: len(first)]:
        raise Refused(say("{last} comes before {first}.", last=last, first=first), say("Correct one of the dates."))


def _is_date(value: str) -> bool:
    if _DATE.fullmatch(value) is None:
        return False
    try:
        date.fromisoformat((value + "-01-01")[:10])
    except ValueError:
        return False
    return True
