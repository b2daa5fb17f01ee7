"""The time spent on an article: kept with the layer, and nothing that undo knows of."""

from __future__ import annotations

from annotator.models import Layer, Span
from annotator.operations import layers, spans
from tests.store.conftest import Desk


def seconds(desk: Desk) -> int:
    layer = desk.project.get(Layer, desk.layer(desk.ada))
    assert layer is not None
    return layer.active_seconds


def test_without_a_layer_nothing_is_written(desk: Desk) -> None:
    before = desk.project.last_step()
    assert layers.add_time(desk.project, desk.ada, desk.article, 30).id == 0
    assert desk.project.last_step() == before
    assert desk.project.get(Layer, desk.layer(desk.ada)) is None


def test_time_adds_up_and_undo_does_not_see_it(desk: Desk) -> None:
    project = desk.project
    spans.mark(project, desk.ada, desk.article, 0, 8, "ACTOR")
    step = project.undoable(desk.ada)
    before = project.get(Layer, desk.layer(desk.ada))
    layers.add_time(project, desk.ada, desk.article, 30)
    layers.add_time(project, desk.ada, desk.article, 12)
    after = project.get(Layer, desk.layer(desk.ada))
    assert before is not None and after is not None
    assert after == before.model_copy(update={"active_seconds": 42})  # the revision, too, is the same
    assert project.undoable(desk.ada) == step
    project.undo(desk.ada)
    assert project.all(Span, desk.layer(desk.ada)) == []  # the layer went with its first mark, in spite of its time


def test_what_was_undone_can_still_be_done_again(desk: Desk) -> None:
    project = desk.project
    spans.mark(project, desk.ada, desk.article, 0, 8, "ACTOR")
    spans.mark(project, desk.ada, desk.article, 9, 12, "ACTOR")
    project.undo(desk.ada)
    layers.add_time(project, desk.ada, desk.article, 30)
    project.redo(desk.ada)
    assert len(project.all(Span, desk.layer(desk.ada))) == 2
    assert seconds(desk) == 30
    project.undo(desk.ada)
    assert seconds(desk) == 30


def test_nobody_else_s_layer_is_touched(desk: Desk) -> None:
    spans.mark(desk.project, desk.ada, desk.article, 0, 8, "ACTOR")
    spans.mark(desk.project, desk.ben, desk.article, 0, 8, "ACTOR")
    layers.add_time(desk.project, desk.ben, desk.article, 30)
    assert seconds(desk) == 0
