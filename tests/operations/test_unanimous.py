"""What readers agree on is accepted by a rule: as counted, in one step, and never for a reader who is not done."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator import demo
from annotator.adjudication import compare
from annotator.agreement.align import Rule
from annotator.errors import Cancelled
from annotator.models import Span, Verdict
from annotator.operations import layers, spans, verdicts
from annotator.operations.unanimous import Unanimous, UnanimousCount, accept_unanimous, count_unanimous
from annotator.store import Project
from annotator.store.checks import check
from tests.factories import TEXT, add_annotator, add_article, tables
from tests.operations.verdict_kit import CLAIM, SHORT, Bench, bench

RULE = Rule()


@pytest.fixture
def table(tmp_path: Path) -> Iterator[Bench]:
    """All three have the mention, two have the claim alike, and one has another polarity."""
    with bench(tmp_path) as made:
        made.statement(made.ada, CLAIM, made.vale, "support", "Ada Vale")
        made.statement(made.ben, CLAIM, made.vale, "oppose", "Ada Vale")
        made.statement(made.cem, SHORT, made.vale, "support", "Ada Vale")
        made.done(made.ada, made.ben, made.cem)
        yield made
        assert check(made.project) == []


def accept(desk: Bench, unanimous: Unanimous) -> None:
    accept_unanimous(desk.project, desk.lea, RULE, unanimous)


def test_what_all_have_alike(table: Bench) -> None:
    assert count_unanimous(table.project, RULE, Unanimous()) == UnanimousCount(1, 1, 0)
    accept(table, Unanimous())
    assert [span.quote for span in table.gold.spans] == ["Ada Vale"]
    (verdict,) = table.project.all(Verdict)
    assert (verdict.decision, verdict.automatic, verdict.difference, verdict.by) == ("accept", True, "", table.lea)
    assert count_unanimous(table.project, RULE, Unanimous()).units == 0


def test_what_most_have_alike(table: Bench) -> None:
    # the claim and its relation as Ada and Ben have them; every statement is another one
    assert count_unanimous(table.project, RULE, Unanimous(2)) == UnanimousCount(3, 1, 0)
    accept(table, Unanimous(2))
    assert {span.quote for span in table.gold.spans} == {"Ada Vale", CLAIM}
    assert len(table.gold.relations) == 1 and table.gold.stances == ()


def test_one_reader_alone_is_no_agreement(table: Bench) -> None:
    assert count_unanimous(table.project, RULE, Unanimous(1)) == count_unanimous(table.project, RULE, Unanimous(2))


def test_two_against_two_is_for_a_lead(table: Bench) -> None:
    dan = add_annotator(table.project, "Dan")
    table.statement(dan, SHORT, table.vale, "support", "Ada Vale")
    table.done(dan)
    # two have the claim longer; Cem's and Dan's statement on the shorter one waits for it
    assert count_unanimous(table.project, RULE, Unanimous(2)).units == 1
    accept(table, Unanimous(2))
    assert [span.quote for span in table.gold.spans] == ["Ada Vale"]
    accept(table, Unanimous(3))
    verdicts.settle(table.project, table.lea, table.now(), table.unit("span", "CLAIM"), "accept", reader=3)
    accept(table, Unanimous(2))
    assert [stance.polarity for stance in table.gold.stances] == ["support"]


@pytest.mark.parametrize("status", ["in_progress", "help", "todo"])
def test_never_where_a_reader_has_not_finished(table: Bench, status: str) -> None:
    layers.set_status(table.project, table.cem, table.article, status)  # type: ignore[arg-type]
    before = tables(table.project, revision=True)
    assert count_unanimous(table.project, RULE, Unanimous()) == UnanimousCount(0, 0, 1)
    accept(table, Unanimous(2))
    assert tables(table.project, revision=True) == before


def test_who_skipped_is_no_reader(table: Bench) -> None:
    layers.set_status(table.project, table.cem, table.article, "skipped")
    assert count_unanimous(table.project, RULE, Unanimous()) == UnanimousCount(3, 1, 0)


def test_what_was_judged_stays_as_it_is(table: Bench) -> None:
    unit = table.unit("span", "ACTOR")
    verdicts.settle(table.project, table.lea, table.now(), unit, "none")
    accept(table, Unanimous(2))
    assert "Ada Vale" not in {span.quote for span in table.gold.spans}
    assert table.gold.relations == ()  # whose end is nothing


def test_news_is_for_a_lead(table: Bench) -> None:
    unit = table.unit("span", "ACTOR")
    verdicts.settle(table.project, table.lea, table.now(), unit, "none")
    layers.set_status(table.project, table.ada, table.article, "in_progress")
    mark = unit.marks[0]
    assert isinstance(mark, Span)
    spans.link(table.project, table.ada, table.article, mark.id, table.union)
    table.done(table.ada)
    assert [one.unit.label for one in table.now().open if one.news] == ["ACTOR"]
    accept(table, Unanimous(2))
    assert [span.quote for span in table.gold.spans] == [CLAIM]


def test_one_step_that_undo_takes_back(tmp_path: Path) -> None:
    with Project.open(demo.build(tmp_path / "d.stancemark")) as project:
        lead = add_annotator(project, "Lea")
        before = tables(project)
        told: list[float] = []
        counted = count_unanimous(project, RULE, Unanimous(), progress=told.append)
        assert counted.units > 100 and told == sorted(told) and len(told) > 5
        accept_unanimous(project, lead, RULE, Unanimous())
        assert len(project.all(Verdict)) == counted.units
        assert check(project) == [] and count_unanimous(project, RULE, Unanimous()).units == 0
        project.undo(lead)
        assert tables(project) == before


def test_cancelled_nothing_is_changed(table: Bench) -> None:
    before = tables(table.project, revision=True)
    with pytest.raises(Cancelled):
        accept_unanimous(table.project, table.lea, RULE, Unanimous(), cancelled=lambda: True)
    assert tables(table.project, revision=True) == before


def test_an_empty_article_that_all_finished_is_nothing_to_judge(table: Bench) -> None:
    other = add_article(table.project, f"Canal. {TEXT}", "Canal")
    for who in (table.ada, table.ben):
        layers.set_status(table.project, who, other, "done")
    assert count_unanimous(table.project, RULE, Unanimous()) == UnanimousCount(1, 1, 0)
    assert compare(table.now().readings)
