"""Merging and duplicates in the workspace, by keys."""

from __future__ import annotations

from annotator.operations.merging import merge
from annotator.operations.registries import add_actor
from annotator.store.checks import check
from tests.ui.conftest import CTRL, Key
from tests.ui.registries.conftest import Desk


def test_merging_by_keys_is_one_step(desk: Desk) -> None:
    desk.go("Vale")
    before = desk.steps()
    desk.key(Key.Key_M)
    desk.type("ada")
    desk.key(Key.Key_Return)
    assert desk.pane.bar.what.whole == "Merge “Vale”"
    assert desk.pane.bar.said.text() == "2 mentions, 1 stance will name “Ada Vale”."
    assert desk.steps() == before and desk.pane.bar.go.hasFocus()
    desk.key(Key.Key_Return)
    assert desk.steps() == before + 1 and not desk.pane.bar.isVisible()
    assert desk.rows() == ["Ada Vale", "Port Union", "ليلى"] and desk.pane.title.whole == "Ada Vale"
    assert len(desk.named("Ada Vale")) == 4 and desk.actor("Ada Vale").aliases == ("the minister", "Vale")
    assert desk.pane.usages.rowCount() == 5 and check(desk.project) == []
    desk.hand.click("Merged")
    assert desk.rows() == ["Vale"] and desk.pane.detail.whole.endswith("merged into Ada Vale")
    desk.hand.action("edit.undo").trigger()
    desk.settle()
    assert len(desk.named("Ada Vale")) == 2 and desk.rows() == []


def test_several_at_once_and_the_other_way_round(desk: Desk) -> None:
    desk.go("Ada Vale")
    desk.click_in(desk.page.list.table, 2, CTRL)
    desk.hand.click("Merge into another one")
    bar = desk.pane.bar
    assert (bar.sources, bar.into) == ([desk.actor("Ada Vale").id], desk.actor("Vale").id)
    desk.hand.click("The other way round")
    assert bar.into == desk.actor("Ada Vale").id
    desk.key(Key.Key_Escape)
    assert not bar.isVisible() and desk.page.list.table.hasFocus()
    desk.key(Key.Key_A, CTRL)
    desk.key(Key.Key_M)
    assert len(bar.sources) == 3
    desk.key(Key.Key_Return)
    assert len(desk.rows()) == 1


def test_what_was_merged_is_not_merged_again_and_it_is_said(desk: Desk) -> None:
    session = desk.hand.window.session
    session.do(merge, "actor", [desk.actor("Vale").id, desk.actor("ليلى").id], desk.actor("Port Union").id)
    desk.settle()
    desk.hand.click("Merged")
    assert len(desk.rows()) == 2
    desk.key(Key.Key_A, CTRL)
    desk.key(Key.Key_M)
    assert "No two of these are left to be merged" in desk.pane.fault.text() and not desk.pane.bar.isVisible()


def test_going_to_another_entry_lets_go_of_the_merge(desk: Desk) -> None:
    desk.go("Ada Vale")
    desk.click_in(desk.page.list.table, 2, CTRL)
    desk.key(Key.Key_M)
    assert desk.pane.bar.isVisible()
    desk.go("Ada Vale")
    assert desk.pane.bar.isVisible()
    desk.go("Port Union")
    assert not desk.pane.bar.isVisible()


def test_a_merge_that_cannot_be_is_said_in_the_strip(desk: Desk) -> None:
    desk.go("Vale")
    desk.key(Key.Key_M)
    desk.type("ada")
    desk.key(Key.Key_Return)
    session = desk.hand.window.session
    session.do(merge, "actor", [desk.actor("Ada Vale").id], desk.actor("Port Union").id)
    desk.settle()
    assert "was itself merged" in desk.pane.bar.fault.text() and not desk.pane.bar.go.isEnabled()
    desk.hand.click(f"Merge into: {desk.page.stock.name(desk.pane.bar.into)}")
    desk.type("port")
    desk.key(Key.Key_Return)
    assert desk.pane.bar.go.isEnabled()


def test_duplicates_are_merged_or_kept_apart(desk: Desk) -> None:
    session = desk.hand.window.session
    session.do(add_actor, "A. Vale", type="person")
    session.do(add_actor, "Port Unions", type="ngo")
    desk.hand.click("Duplicates")
    wait = desk.hand.qtbot.waitUntil
    wait(lambda: not desk.page.duplicates.job.running and bool(desk.pairs()))
    assert {frozenset(p) for p in desk.pairs()} == {
        frozenset(("Ada Vale", "A. Vale")), frozenset(("Port Union", "Port Unions"))
    }  # fmt: skip
    table = desk.page.duplicates.table
    wait(table.hasFocus)
    desk.click_in(table, next(n for n, p in enumerate(desk.pairs()) if "Port Union" in p))
    desk.key(Key.Key_Delete)
    assert [set(p) for p in desk.pairs()] == [{"Ada Vale", "A. Vale"}]
    desk.focus(table)
    desk.key(Key.Key_Return)
    assert desk.pane.bar.into == desk.actor("Ada Vale").id and desk.pane.bar.go.hasFocus()
    desk.key(Key.Key_Return)
    assert desk.pairs() == [] and desk.actor("A. Vale").merged_into == desk.actor("Ada Vale").id
    desk.hand.click("Duplicates")
    assert desk.page.list.table.isVisible() and "A. Vale" not in desk.rows()
