"""From a number to its passages: as many disagree as the number counts."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from annotator import demo
from annotator.agreement.align import Rule
from annotator.agreement.figures import Figure, disagreement, figures
from annotator.operations.agreement import count
from annotator.operations.passages import passages
from annotator.store import Project
from tests.factories import find
from tests.operations.verdict_kit import CLAIM, SHORT, bench

# an extent is a share, and passages that got two labels are one passage and two marks
COUNTED = ("found", "actor", "target", "polarity", "intensity", "overlap", "same_actor", "relation", "article_label")


def test_of_two_readers_as_many_passages_differ_as_the_number_counts(tmp_path: Path) -> None:
    rule = Rule()
    with Project.open(demo.build(tmp_path / "d.stancemark")) as project:
        counted = count(project, rule=rule)
        tried = 0
        for n, pair in enumerate(counted.tally.pairs):
            names = [counted.annotators[place] for place in pair]
            articles = [ident for at, ident in enumerate(counted.tally.articles) if counted.tally.both[at, n]]
            for figure in figures(counted.tally):
                if figure.measure in COUNTED:
                    wanted = disagreement(counted.tally, figure, [n])[counted.tally.both[:, n]]
                    found = [_differing(here, figure) for here in passages(project, figure, names, rule, articles)]
                    np.testing.assert_array_equal(found, wanted, err_msg=f"{names} {figure}")
                    tried += sum(found)
        assert tried > 100


def _differing(here: list, figure: Figure) -> int:  # type: ignore[type-arg]
    found = 0
    for passage in here:
        if passage.differs:
            two_labels = figure.measure == "overlap" and "label" in passage.unit.differences
            targets = figure.measure == "relation" and "target" in passage.unit.differences
            found += 2 if targets and not two_labels else 1
    return found


def test_a_passage_in_its_context(tmp_path: Path) -> None:
    with bench(tmp_path) as desk:
        desk.statement(desk.ada, CLAIM, desk.vale, "support")
        desk.statement(desk.ben, SHORT, desk.vale, "oppose")
        desk.done(desk.ada, desk.ben)
        figure = Figure("statement", "", "polarity")
        ((found,),) = passages(desk.project, figure, ("Ada", "Ben"), Rule(), [desk.article])
        text = desk.project.text(desk.article)
        start, end = find(text, CLAIM)
        assert (found.title, found.names, found.quote, found.differs) == ("Bridge", ("Ada", "Ben"), CLAIM, True)
        assert text[:start].endswith(found.before) and text[end:].startswith(found.after)
        other = Figure("statement", "", "intensity")  # which nobody compares where the polarities differ
        assert [[p.differs for p in here] for here in passages(desk.project, other, (), Rule(), [desk.article])] == [
            [False]
        ]


def test_of_one_against_the_others_only_what_that_one_has_otherwise(tmp_path: Path) -> None:
    with bench(tmp_path) as desk:
        for who in (desk.ada, desk.ben):
            desk.span(who, CLAIM)
        desk.span(desk.cem, "Ada Vale", "ACTOR")
        desk.done(desk.ada, desk.ben, desk.cem)
        figure = Figure("span", "CLAIM", "exact")
        names = ("Ada", "Ben", "Cem")
        for one, differs in (("", True), ("Ada", True), ("Cem", True)):
            ((found,),) = passages(desk.project, figure, names, Rule(), [desk.article], one)
            assert found.differs is differs
        ((found,),) = passages(desk.project, figure, ("Ada", "Ben"), Rule(), [desk.article], "Ada")
        assert not found.differs
        desk.span(desk.cem, CLAIM)
        start = desk.project.last_step()
        desk.done(desk.cem)
        assert desk.project.last_step() == start  # still done
        ((found,),) = passages(desk.project, figure, names, Rule(), [desk.article], "Cem")
        assert not found.differs


@pytest.mark.parametrize("annotators", [("Ada",), ("Ada", "Cem")])
def test_of_less_than_two_who_finished_there_is_nothing(tmp_path: Path, annotators: tuple[str, ...]) -> None:
    with bench(tmp_path) as desk:
        desk.span(desk.ada, CLAIM)
        desk.span(desk.cem, CLAIM)
        desk.done(desk.ada)
        found = passages(desk.project, Figure("span", "CLAIM", "exact"), annotators, Rule(), [desk.article])
        assert list(found) == [[]]
