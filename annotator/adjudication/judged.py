"""Which units have a verdict, and which say something since that nobody has judged."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from annotator.adjudication.units import Unit
from annotator.models import Verdict


@dataclass(frozen=True)
class Judged:
    """A unit and its verdict. `news`: a reader says something there now that no reader said then."""

    unit: Unit
    verdict: Verdict | None = None
    news: bool = False

    @property
    def open(self) -> bool:
        """Whether it is still to be judged."""
        return self.verdict is None or self.news


def judged(units: Sequence[Unit], verdicts: Iterable[Verdict]) -> tuple[Judged, ...]:
    """The units with the newest verdict that judged one of their marks."""
    of_mark: dict[tuple[str, str, str], Verdict] = {}
    for verdict in sorted(verdicts, key=lambda v: (v.created_at or "", v.id)):
        for member in verdict.members:
            of_mark[verdict.kind, member.layer, member.mark] = verdict
    return tuple(_judged(unit, of_mark) for unit in units)


def _judged(unit: Unit, of_mark: dict[tuple[str, str, str], Verdict]) -> Judged:
    members = unit.members
    found = [v for m in members if (v := of_mark.get((unit.kind, m.layer, m.mark)))]
    if not found:
        return Judged(unit)
    verdict = max(found, key=lambda v: (v.created_at or "", v.id))
    known = {member.state for member in verdict.members}
    return Judged(unit, verdict, any(member.state not in known for member in members))
