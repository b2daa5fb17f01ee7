"""What readers agree on, accepted by a rule instead of one by one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from annotator.adjudication import Mark, Unit
from annotator.agreement.align import Rule
from annotator.errors import Cancelled, say
from annotator.models import Relation, Span, Stance
from annotator.operations.articles import Cancel, Progress, never, no_progress
from annotator.operations.comparisons import UNFINISHED, Comparison, comparison
from annotator.operations.layers import result
from annotator.operations.settling import Settling
from annotator.store import Project, Step, verdict_queries


class Unanimous(NamedTuple):
    """`at_least`: how many readers have to say the same of a unit; None: all of them.

    Only what is marked can be accepted: that few marked something is for a lead to judge.
    """

    at_least: int | None = None

    def accepted(self, unit: Unit) -> tuple[Mark, int] | None:
        """The mark that enough readers have, and the first of them; None if there is none, or it is not clear."""
        said = Counter(state for state in unit.states if state is not None)
        (state, most), *others = [*said.most_common(2)]
        enough = len(unit.marks) if self.at_least is None else max(self.at_least, 2)
        if most < enough or any(number == most for _, number in others):
            return None
        reader = unit.states.index(state)
        mark = unit.marks[reader]
        return (mark, reader) if mark is not None else None


class UnanimousCount(NamedTuple):
    """How many open units of how many articles a rule accepts; how many articles it leaves out because a reader has
    not finished them."""

    units: int
    articles: int
    unfinished: int


def count_unanimous(
    project: Project, rule: Rule, unanimous: Unanimous, *, progress: Progress = no_progress, cancelled: Cancel = never
) -> UnanimousCount:
    """What `accept_unanimous` would look at; any thread. Raises Cancelled."""
    found = [len(_accepted(here, unanimous)) for here in _articles(project, rule, progress, cancelled)]
    _, unfinished = _by_finished(project)
    return UnanimousCount(sum(found), sum(1 for number in found if number), len(unfinished))


def accept_unanimous(
    project: Project,
    by: str,
    rule: Rule,
    unanimous: Unanimous,
    *,
    progress: Progress = no_progress,
    cancelled: Cancel = never,
) -> Step:
    """Accept it, in one step. What the codebook does not allow in gold stays open, and so does every article that a
    reader has not finished. Raises Cancelled; then nothing is changed."""
    with project.step("Accept what readers agree on", by) as step:
        for here in _articles(project, rule, progress, cancelled):
            chosen = _accepted(here, unanimous)
            if chosen:
                settling = Settling(project, step, by, here, automatic=True)
                for unit, mark, reader in sorted(chosen, key=lambda one: one[0].kind != "span"):
                    settling.attempt(unit, "accept", [(mark, reader)])
                settling.finish([one.unit for one in here.units])
    return result(step)


def _articles(project: Project, rule: Rule, progress: Progress, cancelled: Cancel) -> Iterator[Comparison]:
    finished, _ = _by_finished(project)
    for n, ident in enumerate(finished):
        if cancelled():
            raise Cancelled(say("Stopped; nothing was accepted."))
        progress(n / len(finished))
        yield comparison(project, ident, None, rule)


def _by_finished(project: Project) -> tuple[list[str], list[str]]:
    """The articles that two have finished: those that no reader still has to finish, and the others."""
    statuses = verdict_queries.statuses(project)
    finished: list[str] = []
    unfinished: list[str] = []
    for ident in verdict_queries.read_by_two(project):
        (unfinished if UNFINISHED.intersection(statuses[ident]) else finished).append(ident)
    return finished, unfinished


def _accepted(here: Comparison, unanimous: Unanimous) -> list[tuple[Unit, Mark, int]]:
    """The open units that enough readers have alike; those that refer to spans, only if these are settled by then."""
    alike = [(one.unit, *found) for one in here.open if not one.news and (found := unanimous.accepted(one.unit))]
    settled = {
        *_spans(unit for unit, _, _ in alike),
        *_spans(one.unit for one in here.units if one.verdict is not None),
    }
    return [one for one in alike if all((one[2], ident) in settled for ident in _refers_to(one[1]))]


def _spans(units: Iterable[Unit]) -> set[tuple[int, str]]:
    """The spans of units, by reader and id."""
    return {(n, mark.id) for unit in units for n, mark in enumerate(unit.marks) if isinstance(mark, Span)}


def _refers_to(mark: Mark) -> set[str]:
    if isinstance(mark, Relation):
        return {mark.head_id, mark.tail_id}
    if isinstance(mark, Stance):
        return {ident for ident in (mark.claim_id, mark.target.id if mark.target.kind == "claim" else None) if ident}
    return set()
