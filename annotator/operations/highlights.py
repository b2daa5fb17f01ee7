"""The project's standing keyword highlights: add, change, order, delete."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from annotator.errors import Refused, say
from annotator.models import Highlight, new_id
from annotator.operations.layers import result
from annotator.search.highlights import compiled
from annotator.store import Project, Step, StepWriter

COLOURS = 8  # in the row of each theme
_LONGEST_NAME = 80


def add(project: Project, by: str, /, pattern: str, name: str = "", **fields: Any) -> Step:
    """Add a highlight at the end of the list; `fields` by their record names.

    Without a name it is called after its pattern, without a colour it gets one that few others have. Raises Refused
    for a pattern that is none.
    """
    others = project.all(Highlight)
    place = max((h.position for h in others), default=-1) + 1
    values = {"colour": free_colour(others), **fields, "id": new_id(), "position": place}
    made = _checked(values, name, pattern)
    with project.step(f"Add highlight {made.name}", by) as step:
        step.insert(made)
    return result(step)


def change(project: Project, by: str, highlight_id: str, /, **fields: Any) -> Step:
    """Set fields of a highlight, by their record names. Raises Refused for a pattern that is none."""
    with project.step("Change highlight", by) as step:
        old = _highlight(step, highlight_id)
        values = {**dict(old), **fields}
        new = _checked(values, values["name"], values["pattern"])
        step.title = f"Change highlight {new.name}"
        step.update(Highlight, highlight_id, **{name: getattr(new, name) for name in fields})
    return result(step)


def delete(project: Project, by: str, highlight_id: str) -> Step:
    """Take a highlight off the list."""
    with project.step("Delete highlight", by) as step:
        old = _highlight(step, highlight_id)
        step.title = f"Delete highlight {old.name}"
        step.delete(Highlight, highlight_id)
    return result(step)


def order(project: Project, by: str, highlight_ids: Sequence[str]) -> Step:
    """Put the list in this order; those not named come after, as they were. The first wins where several match."""
    with project.step("Order highlights", by) as step:
        there = {h.id: h for h in project.all(Highlight)}
        if len(set(highlight_ids)) < len(highlight_ids) or set(highlight_ids) - there.keys():
            raise Refused(say("The list of highlights has changed."), say("Look at it again."))
        rest = sorted(there.keys() - set(highlight_ids), key=lambda ident: (there[ident].position, ident))
        for position, ident in enumerate((*highlight_ids, *rest)):
            step.update(Highlight, ident, position=position)
    return result(step)


def free_colour(others: Iterable[Highlight]) -> int:
    """The colour that the fewest highlights have, the first of those."""
    used = Counter(h.colour % COLOURS for h in others)
    return min(range(COLOURS), key=lambda colour: (used[colour], colour))


def _highlight(step: StepWriter, highlight_id: str) -> Highlight:
    found = step.get(Highlight, highlight_id)
    if found is None:
        raise Refused(say("This highlight is no longer there."), say("Look at the list again."))
    return found


def _checked(values: dict[str, Any], name: str, pattern: str) -> Highlight:
    """The record; raises Refused for a pattern that cannot be used."""
    made = Highlight.model_validate({**values, "name": " ".join((name.strip() or pattern).split()) or "?",
                                     "pattern": pattern or " "})  # fmt: skip
    compiled(made.pattern, made.match_case, made.whole_words)
    if len(made.name) > _LONGEST_NAME and name.strip():
        raise Refused(
            say("The name is longer than {most} characters.", most=_LONGEST_NAME),
            say("Choose a shorter one."),
        )
    return made.model_copy(update={"name": made.name[:_LONGEST_NAME]})
