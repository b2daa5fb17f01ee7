"""What the project wants numbers of agreement to reach at least: set, take away, and which fall short of it."""

from __future__ import annotations

from math import isfinite

from annotator.agreement.explain import below
from annotator.agreement.explain_words import scale_of
from annotator.agreement.figures import Figure
from annotator.errors import Refused, say
from annotator.models import Threshold
from annotator.operations.layers import result
from annotator.store import Project, Step

__all__ = ["below", "lowest_of", "set_threshold", "thresholds"]


def thresholds(project: Project) -> dict[str, float]:
    """By the id of the figure."""
    return {threshold.id: threshold.least for threshold in project.all(Threshold)}


def set_threshold(project: Project, by: str, figure: Figure, least: float | None) -> Step:
    """What the number is to reach at least; None takes it away. Raises Refused for what it can never be."""
    with project.step("Set threshold" if least is not None else "Take threshold away", by) as step:
        if least is None:
            step.delete(Threshold, figure.id)
        else:
            lowest = lowest_of(figure)
            if not isfinite(least) or not lowest <= least <= 1:
                raise Refused(
                    say("This number lies between {low:g} and 1.", low=lowest), say("Type a threshold between them.")
                )
            if step.get(Threshold, figure.id) is None:
                step.insert(Threshold(id=figure.id, least=least))
            else:
                step.update(Threshold, figure.id, least=least)
    return result(step)


def lowest_of(figure: Figure) -> float:
    """The lowest that the number can be: alpha falls below 0 where readers agree less than by chance."""
    return -1.0 if scale_of(figure) == "alpha" else 0.0
