"""Who reads what: a plan is proposed, looked at, and carried out by layers that are to do."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import asdict

from annotator.errors import Refused, say
from annotator.models import Annotator, Article, Layer
from annotator.operations.layers import beside, result
from annotator.operations.settings import remember
from annotator.operations.splits import CALIBRATION
from annotator.store import Project, Step, dataset_queries, lineage
from annotator.store.queries import layers
from annotator.team.plan import Plan, Planned, Rules, make

PLAN = "plan"  # setting: the rules that were carried out last


def propose(project: Project, rules: Rules, weights: Mapping[str, float]) -> Plan:
    """A plan for all articles. `weights`: annotator's id -> how much they are to read, against one another. Who has a
    layer on an article keeps it. Changes nothing; raises Refused for rules that cannot be kept."""
    gold = {person.id for person in project.all(Annotator) if person.role == "gold"}
    before: dict[str, set[str]] = defaultdict(set)
    for layer in layers(project).values():
        if layer.annotator_id not in gold:  # which is nobody's reading
            before[layer.article_id].add(layer.annotator_id)
    articles = (Planned(row.id, row.story) for row in dataset_queries.items(project))
    return make(articles, weights, rules, before=before)


def carry_out(project: Project, by: str | None, plan: Plan, rules: Rules) -> Step:
    """Make the plan's layers, and remember its rules; one step."""
    version = project.codebook().version
    with project.step("Plan reading", by) as step:
        for article, who in plan.new():
            ident = Layer.id_for(article, who)
            if step.get(Layer, ident) is None:
                step.insert(Layer(id=ident, article_id=article, annotator_id=who, codebook_version=version))
        if plan.calibration:
            remember(step, CALIBRATION, sorted(plan.calibration))
        remember(step, PLAN, {**asdict(rules), "more_on": sorted(rules.more_on)})
    return result(step)


def reassign(project: Project, by: str | None, article_ids: Iterable[str], before: str, after: str) -> Step:
    """Give articles that one annotator has not begun to another; one step. Raises Refused, then nothing is changed."""
    there = {(layer.article_id, layer.annotator_id): layer for layer in layers(project).values()}
    untouched = lineage.untouched(project)
    for ident in (before, after):
        if project.get(Annotator, ident) is None:
            raise Refused(say("There is no such annotator."), say("Look at the list of people."))
    with project.step("Reassign", by) as step:
        for article in dict.fromkeys(article_ids):
            layer = there.get((article, before))
            found = step.get(Article, article)
            title = found.title if found is not None else article
            if layer is None:
                raise Refused(say("“{title}” is not theirs to read.", title=title), say("Choose other articles."))
            if layer.id not in untouched:
                raise Refused(say("“{title}” was begun already.", title=title), say("Only what is not begun can move."))
            if (article, after) in there:
                raise Refused(say("The other one reads “{title}” already.", title=title), say("Choose another."))
            step.delete(Layer, layer.id)
            beside(project, step, after, article)
    return result(step)
