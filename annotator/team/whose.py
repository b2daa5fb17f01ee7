"""Whose hand-out a project is."""

from __future__ import annotations

from dataclasses import dataclass

from annotator.operations.settings import remembered
from annotator.store import Project

HANDOUT = "handout"  # setting of a hand-out: whose it is


@dataclass(frozen=True, slots=True)
class HandedOut:
    """Whose hand-out a project is, and when it was made."""

    annotator_id: str
    name: str
    made_at: str


def handed_out(project: Project) -> HandedOut | None:
    """Whose hand-out this project is; None for a project of all."""
    found = remembered(project, HANDOUT)
    if not isinstance(found, dict):
        return None
    return HandedOut(*(str(found.get(key, "")) for key in ("annotator", "name", "made_at")))
