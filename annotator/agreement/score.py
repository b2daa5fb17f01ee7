"""What a measure says: a value, or the reason why there is none, and what it rests on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal

Reason = Literal[
    "no_data", "fewer_than_two_annotators", "no_common_units", "one_category", "both_empty", "overlapping_units"
]
NoInterval = Literal["too_few_articles", "no_observed_variation", "not_asked"]
Level = Literal["nominal", "ordinal", "interval", "ratio"]


@dataclass(frozen=True, slots=True)
class Score:
    """One number of agreement. `value` is None where the measure is not defined, and `reason` says why.

    `n_units`: what was compared (units rated by two or more, or marks of both sides together). `raw`: the share of
    pairs that agree, with nothing taken off for chance. `coverage`: the share of all units that could be compared,
    where only some could (polarity needs the same holder and target). `prevalence`: each value's share of all ratings.
    `low`, `high`: the 95 % interval, or both None and `no_interval` says why. `matching` and `level` are the choices
    the number was made under.
    """

    measure: str
    value: float | None
    reason: Reason | None = None
    n_units: int = 0
    n_articles: int | None = None
    n_pairs: int | None = None
    raw: float | None = None
    coverage: float | None = None
    prevalence: Mapping[Any, float] = field(default_factory=dict)
    low: float | None = None
    high: float | None = None
    no_interval: NoInterval | None = "not_asked"
    matching: str | None = None
    level: Level | None = None

    def __post_init__(self) -> None:
        if (self.value is None) == (self.reason is None):
            raise ValueError("a score has a value or a reason, and not both")

    def within(self, low: float | None, high: float | None, no_interval: NoInterval | None = None) -> Score:
        """The same with its interval."""
        return replace(self, low=low, high=high, no_interval=no_interval)
