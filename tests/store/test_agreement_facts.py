"""What filters of agreement look at, as the project has it."""

from __future__ import annotations

from annotator.models import Annotator, Layer
from annotator.operations import layers
from annotator.store.agreement_facts import ArticleFacts, LayerFacts, articles, readers
from annotator.store.agreement_facts import layers as finished
from tests.factories import add_annotator, add_article
from tests.store.conftest import Desk


def test_only_what_somebody_has_finished(desk: Desk) -> None:
    known = {"source": "Wire", "published": "2026-01", "story_id": "s"}
    other = add_article(desk.project, "Nobody took the ferry on Sunday.", "Ferry", **known)
    assert (articles(desk.project), finished(desk.project)) == ({}, {})
    layers.set_status(desk.project, desk.ada, other, "done")
    layers.set_status(desk.project, desk.ben, desk.article, "in_progress")
    assert articles(desk.project) == {other: ArticleFacts("Ferry", "Wire", "2026-01", "s")}
    layers.set_status(desk.project, desk.ben, desk.article, "done")
    assert articles(desk.project)[desk.article] == ArticleFacts("Bridge", None, None, None)
    assert set(finished(desk.project)) == {(other, "Ada"), (desk.article, "Ben")}


def test_when_a_layer_was_finished_and_under_which_codebook(desk: Desk) -> None:
    layers.set_status(desk.project, desk.ada, desk.article, "done")
    layer = desk.project.get(Layer, desk.layer(desk.ada))
    assert layer and layer.done_at
    assert finished(desk.project) == {(desk.article, "Ada"): LayerFacts(1, layer.done_at)}
    with desk.project.step("Later", None) as step:
        step.update(Layer, layer.id, codebook_version=1, done_at=None)
    assert finished(desk.project) == {(desk.article, "Ada"): LayerFacts(1, None)}
    layers.set_status(desk.project, desk.ada, desk.article, "in_progress")
    assert finished(desk.project) == {}


def test_readers_are_all_who_have_begun_and_not_gold(desk: Desk) -> None:
    gold = Annotator(id="gold", name="Gold", role="gold")
    with desk.project.step("Gold", None) as step:
        step.insert(gold)
        step.insert(Layer(id="g", article_id=desk.article, annotator_id=gold.id, status="done"))
    aaron = add_annotator(desk.project, "Aaron")
    for who, status in ((desk.ben, "done"), (aaron, "help"), (desk.ada, "in_progress")):
        layers.set_status(desk.project, who, desk.article, status)  # type: ignore[arg-type]
    assert readers(desk.project, desk.article) == [
        ("Aaron", aaron, "help"), ("Ada", desk.ada, "in_progress"), ("Ben", desk.ben, "done"),
    ]  # fmt: skip
    assert readers(desk.project, "gone") == []
    assert (desk.article, "Gold") in finished(desk.project)  # whoever counts says whether gold takes part
