"""Plans carried out, and what was not begun given to somebody else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from annotator.cli import main
from annotator.errors import Refused
from annotator.models import Article, Layer, Span
from annotator.operations import layers, planning, spans
from annotator.operations.registries import annotator
from annotator.operations.splits import calibration
from annotator.store import Project
from annotator.team.plan import Rules
from tests.factories import add_annotator, add_article, new_project, tables


@pytest.fixture
def study(tmp_path: Path) -> Project:
    project = new_project(tmp_path, "study", clock=None)
    for n in range(12):
        add_article(project, f"Text number {n} speaks of ferries.", f"Article {n}")
    for name in ("Ann", "Ben", "Cem"):
        add_annotator(project, name)
    return project


def people(project: Project) -> dict[str, str]:
    from annotator.models import Annotator

    return {person.name: person.id for person in project.all(Annotator)}


def test_a_plan_is_carried_out_in_one_step_and_taken_back(study: Project) -> None:
    with study as project:
        before = tables(project)
        rules = Rules(readers=2, calibration=3, seed=4)
        plan = planning.propose(project, rules, dict.fromkeys(people(project).values(), 1.0))
        assert tables(project) == before, "only proposed"
        planning.carry_out(project, None, plan, rules)
        found = project.all(Layer)
        assert len(found) == 9 * 2 + 3 * 3 and {layer.status for layer in found} == {"todo"}
        assert calibration(project) == set(plan.calibration) and len(plan.calibration) == 3
        again = planning.propose(project, rules, dict.fromkeys(people(project).values(), 1.0))
        assert list(again.new()) == []
        project.undo(None)
        assert not project.all(Layer) and not calibration(project)


def test_work_that_was_begun_stays_with_whoever_began_it(study: Project) -> None:
    with study as project:
        who = people(project)
        article = add_article(project, "One more text.", "More")
        (mark,) = spans.mark(project, who["Ann"], article, 0, 3, "CLAIM").created("span")
        rules = Rules(readers=1)
        plan = planning.propose(project, rules, dict.fromkeys(who.values(), 1.0))
        planning.carry_out(project, None, plan, rules)
        layer = Layer.id_for(article, who["Ann"])
        assert plan.readers[article] == (who["Ann"],) and [s.id for s in project.all(Span, layer)] == [mark]
        with pytest.raises(Refused, match="“More” was begun already"):
            planning.reassign(project, None, [article], who["Ann"], who["Ben"])


def test_gold_is_no_reader(study: Project) -> None:
    with study as project:
        who = people(project)
        gold = annotator(project, "Gold", "gold").id
        article = project.all(Article)[0].id
        layers.set_status(project, gold, article, "done")
        plan = planning.propose(project, Rules(readers=1), dict.fromkeys(who.values(), 1.0))
        assert len(plan.readers[article]) == 1 and gold not in plan.readers[article]


def test_what_is_not_begun_goes_to_another(study: Project) -> None:
    with study as project:
        who = people(project)
        rules = Rules(readers=1)
        planning.carry_out(project, None, planning.propose(project, rules, {who["Ann"]: 1.0}), rules)
        articles = [layer.article_id for layer in project.all(Layer)][:5]
        planning.reassign(project, None, articles, who["Ann"], who["Ben"])
        assert {x.article_id for x in project.all(Layer) if x.annotator_id == who["Ben"]} == set(articles)
        assert len(project.all(Layer)) == 12
        with pytest.raises(Refused, match="not theirs"):
            planning.reassign(project, None, articles, who["Ann"], who["Cem"])
        project.undo(None)
        assert {x.annotator_id for x in project.all(Layer)} == {who["Ann"]}


def test_on_the_command_line(study: Project) -> None:
    study.close()
    words = ["plan", str(study.path), "--readers", "1", "--more", "2", "--share", "0.5", "--reader", "Ann=2"]
    words += ["--reader", "Ben", "--seed", "3"]
    shown = CliRunner().invoke(main, [*words, "--json"])
    found = json.loads(shown.stdout)
    assert not found["applied"] and sum(found["load"].values()) == found["new"] == 18
    done = CliRunner().invoke(main, [*words, "--apply"])
    assert done.exit_code == 0 and "18 readings were planned." in done.stdout
    moved = CliRunner().invoke(main, ["reassign", str(study.path), "--from", "Ben", "--to", "Cem", "--json"])
    assert len(json.loads(moved.stdout)["articles"]) == found["load"]["Ben"]
    again = CliRunner().invoke(main, ["reassign", str(study.path), "--from", "Ben", "--to", "Cem"])
    assert again.exit_code == 1 and "nothing that Cem could read" in again.stderr
    with Project.open(study.path) as project:
        assert people(project)["Ben"] not in {layer.annotator_id for layer in project.all(Layer)}
