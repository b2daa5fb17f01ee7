"""A reading made of several: what none of its marks says, but has to be known where rows are made of it."""

from __future__ import annotations

from pydantic import Field

from annotator.models import Reading


class MadeReading(Reading):
    """`shares`: of each mark, by id, how many of the readers marked it, from 0 to 1. `said`: holder and target of every
    statement of any of them, also of those that were left out. Neither is in its JSON."""

    shares: dict[str, float] = Field(default_factory=dict, exclude=True)
    said: frozenset[tuple[str, str]] = Field(default=frozenset(), exclude=True)


def share(reading: Reading, ident: str) -> float:
    """How many of the readers marked it, from 0 to 1; 1 for the mark of a layer that somebody wrote."""
    return reading.shares.get(ident, 1.0) if isinstance(reading, MadeReading) else 1.0


def pairs_said(reading: Reading) -> frozenset[tuple[str, str]]:
    """Ids of whoever has or expresses a stance, with that of the target, whatever the stance is."""
    found = {(who, s.target.id) for s in reading.stances for who in (s.holder.id, s.expressed_by) if who}
    return reading.said | found if isinstance(reading, MadeReading) else frozenset(found)
