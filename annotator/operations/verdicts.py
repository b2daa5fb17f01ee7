"""Verdicts: settle what readers of an article have, re-open it, which entry of the codebook it hangs on."""

from __future__ import annotations

from collections.abc import Sequence

from annotator.adjudication import Mark, Unit
from annotator.codebook import CodebookContent
from annotator.errors import Refused, say
from annotator.models import Decision, Verdict
from annotator.operations.comparisons import Comparison, comparison
from annotator.operations.layers import result
from annotator.operations.settling import Settling, distinct
from annotator.store import Project, Step, verdict_queries
from annotator.store.verdict_queries import RuleCount

TITLES: dict[Decision, str] = {
    "accept": "Accept reading",
    "merge": "Merge readings",
    "both": "Let both stand",
    "none": "Settle as nothing",
    "edit": "Settle by editing",
}
STANCE = "stance"  # the entry of the codebook that is about statements


def settle(
    project: Project,
    by: str,
    here: Comparison,
    unit: Unit,
    decision: Decision,
    marks: Sequence[Mark] = (),
    *,
    reader: int | None = None,
    reason: str = "",
    rule: str = "",
) -> Step:
    """Decide what gold has of a unit of the comparison; judged before, it is judged anew.

    `marks`: what gold is to have: for "accept", "merge" and "edit" one, for "none" none, for "both" those that stand;
    left out, "accept" takes the reader's and "both" all that differ. `reader`: the place of the reader whose spans a
    relation or statement refers to; without one, of whoever has such a span, or gold's own. The spans are accepted
    along with it, and of a statement's claim its relations. `rule`: a key of `codebook_rules`. Raises Refused if the
    readings have changed, or the codebook forbids it.
    """
    chosen = _marks(here, unit, decision, marks, reader)
    if rule and rule not in dict(codebook_rules(project.codebook().content)):
        raise Refused(say("The codebook has no entry {rule}.", rule=rule), say("Choose one of its entries."))
    now = comparison(project, here.article.id, here.annotators, here.rule)
    if now.judged(unit) is None:
        raise Refused(say("The readings have changed since they were compared."), say("Look at the article again."))
    with project.step(TITLES[decision], by) as step:
        settling = Settling(project, step, by, now)
        settling.settle(unit, decision, chosen, reason.strip(), rule)
        settling.finish(_all_units(project, now))
    return result(step)


def reopen(project: Project, by: str, verdict: Verdict) -> Step:
    """Take a verdict and its marks in gold away. Raises Refused if others refer to those."""
    with project.step("Re-open", by) as step:
        now = comparison(project, verdict.article_id)
        settling = Settling(project, step, by, now)
        settling.reopen(verdict)
        settling.finish([one.unit for one in now.units])
    return result(step)


def codebook_rules(content: CodebookContent) -> list[tuple[str, str]]:
    """What a verdict can hang on: the key and the name of every label, attribute, relation, article label."""
    found = [(STANCE, "Stance")]
    for label in content.span_labels:
        found.append((label.key, label.name))
        found += [(f"{label.key}.{a.key}", f"{label.name}: {a.name}") for a in label.attributes]
    found += [(relation.key, relation.name) for relation in content.relation_labels]
    return found + [(label.key, label.name) for label in content.article_labels]


def tally_of_rules(project: Project) -> list[RuleCount]:
    """The differences that were settled, by the entry of the codebook they hang on and by kind, most first."""
    return verdict_queries.by_rule(project)


def _all_units(project: Project, now: Comparison) -> list[Unit]:
    if now.annotators:
        now = comparison(project, now.article.id, None, now.rule)
    return [one.unit for one in now.units]


def _marks(
    here: Comparison, unit: Unit, decision: Decision, marks: Sequence[Mark], reader: int | None
) -> list[tuple[Mark, int | None]]:
    if decision == "accept" and not marks and reader is not None:
        own = unit.marks[reader]
        marks = () if own is None else (own,)
    if decision == "both":
        spans = [{span.id: span for span in reading.spans} for reading in here.readings]
        stand = [(m, n) for n, m in enumerate(unit.marks) if m is not None and (not marks or m in marks)]
        found = distinct(stand, spans)
        if unit.kind == "label" and len(found) > 1:
            raise Refused(say("An article has one value of a label."), say("Accept one of them."))
        return [*found]
    if len(marks) != (0 if decision == "none" else 1):
        raise Refused(say("There is nothing to decide on."), say("Choose a reading that has something here."))
    return [(mark, reader if reader is not None else _whose(unit, mark)) for mark in marks]


def _whose(unit: Unit, mark: Mark) -> int | None:
    return next((n for n, own in enumerate(unit.marks) if own is mark or own == mark), None)
