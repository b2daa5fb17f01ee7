"""How a project's agreement changed from month to month, week to week, or from one codebook to the next."""

from __future__ import annotations

from annotator.agreement.change import Change, changes
from annotator.agreement.figures import Figure
from annotator.operations.agreement import Counted
from annotator.operations.agreement_filters import Facts, Filter, Period, narrowed, periods

__all__ = ["Change", "change"]


def change(
    counted: Counted, known: Facts, figure: Figure, by: Period = "month", only: Filter | None = None
) -> tuple[Change, ...]:
    """The number in each period, oldest first, of what the filter keeps; periods of which it keeps nothing are out."""
    tally = narrowed(counted, known, only or Filter())
    there = [(name, mask) for name, mask in periods(counted, known, by) if (tally.both & mask).any()]
    return changes(tally, counted.rule, figure, there)
