"""Judging what readers differ in, by keys."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.models import Span
from annotator.operations import spans
from tests.factories import TEXT, add_article, find
from tests.operations.verdict_kit import CLAIM, SHORT, Bench, bench
from tests.ui.review.judge import Judge, Key, three_statements, two_boundaries
from ui.review.compare.units import NEWS, SETTLED

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen platform has no window manager


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Bench]:
    with bench(tmp_path) as made:
        yield made


@pytest.fixture
def two(qtbot: QtBot, desk: Bench) -> Judge:
    two_boundaries(desk)
    return Judge(qtbot, desk)


@pytest.fixture
def three(qtbot: QtBot, desk: Bench) -> Judge:
    three_statements(desk)
    return Judge(qtbot, desk)


def test_a_number_accepts_that_reader_and_goes_on_to_the_next_open_unit(two: Judge) -> None:
    two.at("span", "CLAIM")
    two.key(two.number("Ben"))
    found = two.verdict("span")
    assert (found.decision, found.by, found.difference) == ("accept", two.bench.lea, "boundary")
    assert [s.fragments for s in two.bench.gold.spans] == [(find(TEXT, SHORT),)]
    assert (two.current.unit.label, two.current.open) == ("ACTOR", True)
    assert two.view.head.progress.text() == "1 of 3 settled"
    assert len(two.shown()) == 2  # only what is open


def test_accepting_a_reader_who_has_nothing_settles_as_nothing(two: Judge) -> None:
    two.at("span", "CUE")
    two.key(two.number("Ben"))
    assert two.verdict("span").decision == "none"
    assert not two.bench.gold.spans


def test_both_stand(two: Judge) -> None:
    two.at("span", "CLAIM")
    two.key(Key.Key_B)
    assert two.verdict("span").decision == "both"
    assert {s.fragments for s in two.bench.gold.spans} == {(find(TEXT, CLAIM),), (find(TEXT, SHORT),)}


def test_both_is_refused_with_words_where_there_is_one(two: Judge) -> None:
    two.at("span", "CUE")
    two.key(Key.Key_B)
    assert two.current.verdict is None
    assert "no two different readings" in two.view.bar.trouble.text()


def test_nobody_is_right(two: Judge) -> None:
    two.at("span", "CLAIM")
    two.key(Key.Key_0)
    assert two.verdict("span").decision == "none"
    assert not two.bench.gold.spans


def test_a_statement_is_merged_field_by_field(three: Judge) -> None:
    three.at("statement")
    three.key(Key.Key_E)
    assert three.view.grid.hasFocus() and three.view.grid.field == "holder"  # the first difference
    three.key(three.number("Cem"), Key.Key_Return)
    assert three.view.grid.field == "polarity"
    three.key(three.number("Ben"), Key.Key_Return)
    assert three.view.grid.field == "passage"
    three.key(three.number("Ada"), Key.Key_Return)
    assert three.verdict("statement").decision == "merge"
    (made,) = three.bench.gold.stances
    claim = next(s for s in three.bench.gold.spans if s.id == made.claim_id)
    assert (made.holder.id, made.polarity, claim.fragments) == (three.bench.union, "oppose", (find(TEXT, CLAIM),))
    assert three.view.units.view.hasFocus()


def test_arrows_pick_the_next_reader_and_all_of_one_is_accepted(three: Judge) -> None:
    three.at("statement")
    three.key(Key.Key_E)
    wanted, grid = three.letter("Ben"), three.view.grid
    for field in ("holder", "polarity", "passage"):
        assert grid.field == field
        while grid.currentColumn() != wanted:
            three.key(Key.Key_Right if grid.currentColumn() < wanted else Key.Key_Left)
        three.key(Key.Key_Return)
    assert three.verdict("statement").decision == "accept"
    (made,) = three.bench.gold.stances
    assert made.polarity == "oppose"


def test_a_field_can_be_what_nobody_says(three: Judge) -> None:
    three.at("statement")
    three.key(Key.Key_E, Key.Key_Down)
    assert three.view.grid.field == "polarity"
    three.key(Key.Key_Space)
    three.type("mix")
    three.key(Key.Key_Return)
    assert three.view.grid.hasFocus()
    assert three.cells()["≠  Polarity"][-1] == "~ Mixed"
    three.key(Key.Key_Down, Key.Key_Down, Key.Key_Down, Key.Key_Return)
    assert three.verdict("statement").decision == "edit"
    assert three.bench.gold.stances[0].polarity == "mixed"


def test_the_passage_can_be_other_words_of_the_text(two: Judge) -> None:
    two.at("span", "CLAIM")
    two.key(Key.Key_E)
    assert two.view.grid.field == "passage"
    text = two.view.columns.views[0]
    text.setFocus()
    text.set_selection(*find(TEXT, "must close"))
    two.key(Key.Key_Return)
    assert two.view.grid.hasFocus()
    assert two.cells()["≠  Passage"][-1] == "“must close”"
    two.key(Key.Key_Return)
    assert two.verdict("span").decision == "edit"
    assert [s.quote for s in two.bench.gold.spans] == ["must close"]


def test_escape_gives_up_what_was_being_put_together(three: Judge) -> None:
    three.at("statement")
    three.key(Key.Key_E, Key.Key_Escape)
    assert not three.view.grid.editing and three.view.units.view.hasFocus()
    assert three.view.bar.chips["edit"].isVisible()
    three.key(three.number("Ada"))  # and the keys are verdicts again
    assert three.verdict("statement").decision == "accept"


def test_reason_and_rule_are_kept_and_shown(two: Judge) -> None:
    two.at("span", "CLAIM")
    two.key(Key.Key_R)
    two.type("the article belongs to it: b0")  # letters and numbers are no verdicts here
    two.key(Key.Key_Up, Key.Key_PageDown)
    assert two.current.unit.label == "CLAIM"
    two.key(Key.Key_Return, Key.Key_G)
    two.type("claim: type")
    two.key(Key.Key_Return)
    assert two.view.units.view.hasFocus() and two.view.bar.rule == "CLAIM.type"
    two.key(two.number("Ada"))
    found = two.verdict("span")
    assert (found.reason, found.rule) == ("the article belongs to it: b0", "CLAIM.type")
    assert two.view.bar.reason.text() == "" and two.view.bar.rule == ""  # another unit
    two.key(Key.Key_F)  # all
    two.at("span", "CLAIM")
    says = two.view.bar.decided.whole
    assert "accepted" in says and "Lea" in says and "Claim: Type" in says and "belongs to it" in says
    assert two.view.bar.gold.whole == f"Gold has: “{CLAIM}”"
    assert two.view.bar.reason.text() == "the article belongs to it: b0"


def test_reopen_and_undo(two: Judge) -> None:
    two.at("span", "CLAIM")
    two.key(two.number("Ada"), Key.Key_F)
    two.at("span", "CLAIM")
    assert two.shown()[0][0] == SETTLED or SETTLED in {line[0] for line in two.shown()}
    two.key(Key.Key_U)
    assert two.current.verdict is None and two.current.unit.label == "CLAIM"
    assert not two.bench.gold.spans
    two.session.undo()
    two.qtbot.waitUntil(lambda: two.current.verdict is not None)
    assert [s.quote for s in two.bench.gold.spans] == [CLAIM]


def test_news_are_signed_and_can_be_judged_again(two: Judge) -> None:
    two.at("span", "CLAIM")
    two.key(two.number("Ada"))
    every: list[Span] = two.bench.project.all(Span)
    claim = next(s for s in every if s.quote == SHORT and s.origin == "manual")
    two.session.announce(
        spans.describe(two.bench.project, two.bench.ben, two.bench.article, claim.id, {"type": "demand"})
    )
    two.qtbot.waitUntil(lambda: not two.view.late)
    two.at("span", "CLAIM")
    assert two.current.news and two.current.open
    assert two.shown()[two.view.units.view.currentIndex().row()][0] == NEWS
    assert two.view.bar.decided.whole.startswith("✱ A reader says something new since this verdict")
    two.key(two.number("Ben"))
    assert two.verdict("span").decision == "accept"
    assert [s.quote for s in two.bench.gold.spans] == [SHORT]


def test_when_nothing_is_open_the_next_article_is_offered(two: Judge) -> None:
    other = add_article(two.bench.project, "Another text about the bridge.", "Another")
    first = two.bench.article
    two.bench.article = other
    for who in (two.bench.ada, two.bench.ben):
        two.bench.span(who, "bridge", "CLAIM")
    two.bench.done(two.bench.ada, two.bench.ben)
    two.bench.article = first
    while two.view.here is not None and two.view.here.open:
        two.key(two.number("Ada"))
    assert two.view.bar.done.text() == "Everything in this article is settled."
    assert two.view.bar.next.accessibleName() == "Next article: Another"
    two.key(Key.Key_Return)
    assert two.view.here is not None and two.view.here.article.id == other
    assert two.current.unit.label == "CLAIM"
    two.key(Key.Key_1)
    assert "no other article" in two.view.bar.done.text() and not two.view.bar.next.isVisible()


def test_what_is_refused_is_said_where_it_was_tried(three: Judge) -> None:
    three.at("statement")
    three.key(three.number("Ada"), Key.Key_F)
    three.at("span", "CLAIM")
    assert three.current.verdict is not None  # it came along with the statement
    three.key(Key.Key_U)
    assert three.current.verdict is not None
    assert "Other decisions refer to" in three.view.bar.trouble.text()
    three.key(Key.Key_Home)
    assert three.view.bar.trouble.text() == ""


def test_keys_with_ctrl_are_left_to_the_window(two: Judge) -> None:
    from PySide6.QtCore import Qt

    two.at("span", "CLAIM")
    two.key(Key.Key_1, Key.Key_B, Key.Key_0, modifiers=Qt.KeyboardModifier.ControlModifier)
    assert two.view.here is not None and two.view.here.settled == 0
    assert isinstance(QApplication.focusWidget(), type(two.view.units.view))
