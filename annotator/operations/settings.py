"""What a project remembers of choices that were made in it."""

from __future__ import annotations

from annotator.models import Json, Setting
from annotator.store import Project, StepWriter


def remembered(source: Project | StepWriter, ident: str) -> Json | None:
    """What was remembered of it, None for nothing."""
    found = source.get(Setting, ident)
    return found.value if found is not None else None


def remember(step: StepWriter, ident: str, value: Json | None) -> None:
    """Keep it from now on, or with None forget it."""
    if value is None:
        step.delete(Setting, ident)
    elif step.get(Setting, ident) is None:
        step.insert(Setting(id=ident, value=value))
    else:
        step.update(Setting, ident, value=value)
