"""The registries' entries: actors and issues."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from annotator.models.base import Id, Record


class Actor(Record):
    """An entry of the actor registry. `country` is ISO 3166-1 alpha-3, SUPRA or NONE."""

    id: Id
    name: Annotated[str, Field(min_length=1)]
    type: str = "unknown"
    country: str | None = None
    roles: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    speaks_for: Id | None = None
    member_of: tuple[Id, ...] = ()
    external_ids: dict[str, str] = Field(default_factory=dict)
    valid_from: str | None = None
    valid_to: str | None = None
    note: str = ""
    status: Literal["proposed", "confirmed"] = "confirmed"
    merged_into: Id | None = None


class Issue(Record):
    """An entry of the issue registry: a proposition one can be for or against."""

    id: Id
    name: Annotated[str, Field(min_length=1)]
    aliases: tuple[str, ...] = ()
    parent: Id | None = None
    note: str = ""
    merged_into: Id | None = None
