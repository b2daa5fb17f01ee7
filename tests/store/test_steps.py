"""Steps: atomic, the only way to write, described by their changes alone."""

from __future__ import annotations

import sqlite3

import pytest

from annotator.errors import Problem, Refused
from annotator.models import Actor, Holder, Layer, Note, Span, Target
from annotator.operations import layers, remarks, spans, stances
from annotator.store import Change
from annotator.store.steps import pack, unpack
from tests.factories import journal, tables
from tests.store.conftest import Desk

AUTHOR = Holder(kind="author")


def test_a_step_is_durable_and_in_the_journal_when_it_returns(desk: Desk) -> None:
    step = spans.mark(desk.project, desk.ada, desk.article, 0, 8, "ACTOR")
    row = journal(desk.project)[-1]
    assert (row["id"], row["title"], row["annotator_id"], row["kind"]) == (step.id, "Mark actor", desk.ada, "do")
    assert unpack(row["changes"]) == step.changes
    assert [c.table for c in step.changes] == ["layer", "span"]
    assert step.layers == {desk.layer(desk.ada)}
    assert [s.id for s in desk.project.all(Span)] == step.created("span")


def test_a_step_that_raises_halfway_leaves_nothing(desk: Desk) -> None:
    spans.mark(desk.project, desk.ada, desk.article, 0, 8, "ACTOR")
    before = tables(desk.project, revision=True), journal(desk.project)
    with pytest.raises(ValueError, match="halfway"), desk.project.step("Fails", desk.ada) as step:
        step.insert(Actor(id="x", name="X"))
        step.update(Layer, desk.layer(desk.ada), status="done")
        raise ValueError("halfway")
    assert (tables(desk.project, revision=True), journal(desk.project)) == before
    assert spans.mark(desk.project, desk.ada, desk.article, 9, 12, "ACTOR").id == before[1][-1]["id"] + 1


def test_a_broken_reference_leaves_nothing_and_gives_a_sentence(desk: Desk) -> None:
    before = tables(desk.project), journal(desk.project)
    with pytest.raises(Refused, match="not in the project"), desk.project.step("Fails", desk.ada) as step:
        step.insert(Actor(id="x", name="X", speaks_for="nobody"))
    assert (tables(desk.project), journal(desk.project)) == before


def test_the_same_record_twice_gives_a_sentence(desk: Desk) -> None:
    with pytest.raises(Refused, match="already"), desk.project.step("Fails", desk.ada) as step:
        step.insert(Actor(id="x", name="X"))
        step.insert(Actor(id="x", name="X"))


def test_a_lone_surrogate_gives_a_sentence(desk: Desk) -> None:
    with pytest.raises(Refused, match="surrogate"):
        remarks.add_note(desk.project, desk.ada, desk.article, "half \ud83d")
    assert desk.project.all(Note) == []


def test_the_writer_is_of_no_use_after_its_block(desk: Desk) -> None:
    with desk.project.step("Add", desk.ada) as step:
        step.insert(Actor(id="x", name="X"))
    with pytest.raises(RuntimeError, match="outside a step"):
        step.insert(Actor(id="y", name="Y"))
    with pytest.raises(RuntimeError, match="outside a step"):
        step.delete(Actor, "x")
    with pytest.raises(RuntimeError, match="outside a step"):
        step.add_rows("issue", [("a", "A", "[]", None, "", None)])


def test_no_connection_for_reading_writes(desk: Desk) -> None:
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        desk.project.reader().execute("DELETE FROM article")
    with desk.project.snapshot(2) as connections:
        for connection in connections:
            with pytest.raises(sqlite3.OperationalError, match="readonly"):
                connection.execute("DELETE FROM article")


def test_the_writer_is_shut_after_a_step_that_failed(desk: Desk) -> None:
    with pytest.raises(ValueError), desk.project.step("Fails", None) as step:
        raise ValueError
    with pytest.raises(RuntimeError, match="outside a step"):
        step.insert(Actor(id="y", name="Y"))


def test_nothing_is_written_once_the_transaction_was_rolled_back_elsewhere(desk: Desk) -> None:
    with pytest.raises(RuntimeError, match="outside a step"), desk.project.step("Fails", None) as step:
        step.connection.execute("ROLLBACK")  # as a full disk does
        step.insert(Actor(id="y", name="Y"))
    assert desk.project.all(Actor) == []


def test_a_snapshot_does_not_see_what_is_written_meanwhile(desk: Desk) -> None:
    with desk.project.snapshot(1) as (connection,):
        with desk.project.step("Add", desk.ada) as step:
            step.insert(Actor(id="x", name="X"))
        assert connection.execute("SELECT count(*) FROM actor").fetchone()[0] == 0
    assert [a.id for a in desk.project.all(Actor)] == ["x"]


def test_a_step_in_a_step_is_our_bug_and_harms_nothing(desk: Desk) -> None:
    with desk.project.step("Outer", desk.ada) as step:
        step.insert(Actor(id="x", name="X"))
        with pytest.raises(RuntimeError, match="a step inside a step"), desk.project.step("Inner", desk.ada):
            pass
        step.insert(Actor(id="y", name="Y"))
    assert [a.id for a in desk.project.all(Actor)] == ["x", "y"]


def test_an_empty_step_writes_nothing_and_keeps_redo(desk: Desk) -> None:
    spans.mark(desk.project, desk.ada, desk.article, 0, 8, "ACTOR")
    layers.set_status(desk.project, desk.ada, desk.article, "done")
    ident = spans.mark(desk.project, desk.ada, desk.article, 9, 12, "ACTOR").created("span")[0]
    stance = stances.add(
        desk.project, desk.ada, desk.article, AUTHOR, "support", Target(kind="claim", id=ident), ((0, 8),)
    ).created("stance")[0]
    spans.set_uncertain(desk.project, desk.ada, desk.article, ident, True)
    desk.project.undo(desk.ada)
    before = tables(desk.project, revision=True), journal(desk.project)
    for step in (
        spans.set_uncertain(desk.project, desk.ada, desk.article, ident, False),
        spans.relabel(desk.project, desk.ada, desk.article, ident, "ACTOR"),
        spans.move(desk.project, desk.ada, desk.article, ident, [(9, 12)]),
        stances.change(desk.project, desk.ada, desk.article, stance, polarity="support"),
        layers.set_status(desk.project, desk.ada, desk.article, "done"),
        remarks.label_article(desk.project, desk.ada, desk.article, "genre", None),
    ):
        assert (step.id, step.changes) == (0, ())
    assert (tables(desk.project, revision=True), journal(desk.project)) == before
    assert desk.project.redoable(desk.ada) is not None


def test_the_revision_grows_by_one_with_every_step_that_touches_the_layer(desk: Desk) -> None:
    def revision() -> int:
        layer = desk.project.get(Layer, desk.layer(desk.ada))
        return layer.revision if layer else 0

    first = spans.mark(desk.project, desk.ada, desk.article, 0, 8, "ACTOR").created("span")[0]
    assert revision() == 1
    spans.mark(desk.project, desk.ada, desk.article, 9, 12, "ACTOR")
    spans.delete(desk.project, desk.ada, desk.article, first)
    assert revision() == 3
    desk.project.undo(desk.ada)
    desk.project.redo(desk.ada)
    assert revision() == 5
    spans.mark(desk.project, desk.ben, desk.article, 0, 8, "ACTOR")
    remarks.label_article(desk.project, desk.ben, desk.article, "genre", "news")
    assert revision() == 5
    layer = desk.project.get(Layer, desk.layer(desk.ben))
    assert layer is not None
    assert layer.revision == 2


def test_part_of_a_step_can_be_taken_back(desk: Desk) -> None:
    with desk.project.step("Add", desk.ada) as step:
        step.insert(Actor(id="x", name="X"))
        with pytest.raises(ValueError), step.savepoint():
            step.insert(Actor(id="y", name="Y"))
            raise ValueError
        step.insert(Actor(id="z", name="Z"))
    assert step.result is not None
    assert step.result.created("actor") == ["x", "z"]
    assert [a.id for a in desk.project.all(Actor)] == ["x", "z"]


def test_changing_what_is_gone_gives_a_sentence(desk: Desk) -> None:
    with pytest.raises(Problem, match="no longer"), desk.project.step("Change", desk.ada) as step:
        step.update(Actor, "nobody", name="N")


def test_bytes_pass_through_the_journal() -> None:
    change = Change("article", ("a",), {"raw": b"\x00\xff", "title": "t"}, {"raw": None, "title": "base64:"})
    assert unpack(pack([change, change.inverse()])) == (change, change.inverse())
