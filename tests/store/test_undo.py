"""Undo and redo: one's own steps, across restarts, and the conflicts that stop them."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.errors import UndoConflict
from annotator.models import Actor, Annotator, Article, Holder, Layer, Note, Relation, Span, Stance, Target
from annotator.operations import articles, registries, spans, stances
from annotator.store import Project
from annotator.store.readings import reading
from tests.factories import TEXT, add_annotator, bulk_reading, journal, new_project, span, tables
from tests.store.conftest import Desk

AUTHOR = Holder(kind="author")


def assert_conflict(project: Project, by: str | None, way: str = "undo") -> str:
    """Undo or redo is refused and nothing is changed; gives the sentence."""
    before = tables(project, revision=True), journal(project)
    with pytest.raises(UndoConflict) as caught:
        getattr(project, way)(by)
    assert (tables(project, revision=True), journal(project)) == before
    return str(caught.value)


def test_undo_and_redo_name_the_step(desk: Desk) -> None:
    step = spans.mark(desk.project, desk.ada, desk.article, 0, 8, "ACTOR")
    assert desk.project.undoable(desk.ada) == (step.id, "Mark actor")
    undone = desk.project.undo(desk.ada)
    assert undone is not None
    assert (undone.kind, undone.of_step, undone.by) == ("undo", step.id, desk.ada)
    assert [(c.table, c.after is None) for c in undone.changes] == [("span", True), ("layer", True)]
    assert desk.project.redoable(desk.ada) == (step.id, "Mark actor")
    redone = desk.project.redo(desk.ada)
    assert redone is not None
    assert redone.created("span") == step.created("span")
    assert desk.project.redoable(desk.ada) is None


def test_nothing_to_undo_is_no_error(desk: Desk) -> None:
    assert desk.project.undo(desk.ada) is None
    assert desk.project.redo(desk.ada) is None


def test_undo_never_crosses_annotators(desk: Desk) -> None:
    spans.mark(desk.project, desk.ada, desk.article, 0, 8, "ACTOR")
    spans.mark(desk.project, desk.ben, desk.article, 9, 12, "ACTOR")
    desk.project.undo(desk.ada)
    assert desk.project.undo(desk.ada) is None
    assert [s.start for s in desk.project.all(Span, desk.layer(desk.ben))] == [9]
    assert desk.project.redoable(desk.ben) is None


def test_a_new_step_discards_ones_own_redo_only(desk: Desk) -> None:
    for who in (desk.ada, desk.ben):
        spans.mark(desk.project, who, desk.article, 0, 8, "ACTOR")
        desk.project.undo(who)
    spans.mark(desk.project, desk.ada, desk.article, 9, 12, "ACTOR")
    assert desk.project.redo(desk.ada) is None
    assert desk.project.redo(desk.ben) is not None
    desk.project.undo(desk.ada)
    assert desk.project.redoable(desk.ada) is not None


def test_several_steps_are_redone_in_their_order(desk: Desk) -> None:
    for start, end in ((0, 8), (9, 12), (13, 17)):
        spans.mark(desk.project, desk.ada, desk.article, start, end, "ACTOR")
    while desk.project.undo(desk.ada):
        pass
    starts = []
    while step := desk.project.redo(desk.ada):
        starts.append(next(c.after["start"] for c in step.changes if c.table == "span" and c.after))
    assert starts == [0, 9, 13]


def test_what_another_changed_since_stays(desk: Desk) -> None:
    actor = registries.add_actor(desk.project, desk.ada, "Vale").created("actor")[0]
    registries.change_actor(desk.project, desk.ada, actor, name="Ada Vale")
    registries.change_actor(desk.project, desk.ben, actor, name="A. Vale")
    assert "changed since" in assert_conflict(desk.project, desk.ada)
    desk.project.undo(desk.ben)
    assert desk.project.undo(desk.ada) is not None
    assert [a.name for a in desk.project.all(Actor)] == ["Vale"]


def test_another_column_changed_since_is_no_conflict(desk: Desk) -> None:
    actor = registries.add_actor(desk.project, None, "Vale").created("actor")[0]  # type: ignore[arg-type]
    registries.change_actor(desk.project, desk.ada, actor, name="Ada Vale")
    registries.change_actor(desk.project, desk.ben, actor, country="IRL")
    assert desk.project.undo(desk.ada) is not None
    assert [(a.name, a.country) for a in desk.project.all(Actor)] == [("Vale", "IRL")]


def use(desk: Desk, actor: str, how: str) -> None:
    """Ben refers to Ada's new actor."""
    project, ben, article = desk.project, desk.ben, desk.article
    mention = spans.mark(project, ben, article, 0, 8, "ACTOR").created("span")[0]
    about = Target(kind="claim", id=mention)
    if how == "mention":
        spans.link(project, ben, article, mention, actor)
    elif how == "holder":
        stances.add(project, ben, article, Holder(kind="actor", id=actor), "oppose", about, ((0, 8),))
    elif how == "expressed_by":
        stances.add(project, ben, article, AUTHOR, "oppose", about, ((0, 8),), expressed_by=actor)
    elif how == "target":
        stances.add(project, ben, article, AUTHOR, "oppose", Target(kind="actor", id=actor), ((0, 8),))
    else:
        registries.add_actor(project, ben, "Union", **{how: (actor,) if how == "member_of" else actor})


@pytest.mark.parametrize(
    "how", ["mention", "holder", "expressed_by", "target", "speaks_for", "member_of", "merged_into"]
)
def test_an_actor_another_refers_to_cannot_be_taken_back(desk: Desk, how: str) -> None:
    actor = registries.add_actor(desk.project, desk.ada, "Vale").created("actor")[0]
    use(desk, actor, how)
    assert "later work" in assert_conflict(desk.project, desk.ada)
    desk.project.undo(desk.ben)
    assert desk.project.undo(desk.ada) is not None


def test_an_issue_another_refers_to_cannot_be_taken_back(desk: Desk) -> None:
    issue = registries.add_issue(desk.project, desk.ada, "Close the bridge").created("issue")[0]
    stances.add(desk.project, desk.ben, desk.article, AUTHOR, "oppose", Target(kind="issue", id=issue), ((0, 8),))
    assert_conflict(desk.project, desk.ada)


def test_work_of_another_hand_on_the_same_layer_is_kept(desk: Desk) -> None:
    ident = spans.mark(desk.project, desk.ada, desk.article, 0, 8, "CLAIM").created("span")[0]
    stance = Stance(id="s", holder=AUTHOR, target=Target(kind="claim", id=ident), polarity="support")
    with desk.project.step("Settle", desk.ben) as step:
        step.insert(stance, desk.layer(desk.ada))
    assert_conflict(desk.project, desk.ada)


def test_redo_stops_where_the_place_is_taken(desk: Desk) -> None:
    with desk.project.step("Add", desk.ada) as step:
        step.insert(Actor(id="x", name="X"))
    desk.project.undo(desk.ada)
    with desk.project.step("Add", desk.ben) as step:
        step.insert(Actor(id="x", name="Y"))
    assert "done again" in assert_conflict(desk.project, desk.ada, "redo")


def test_undo_reaches_back_over_a_restart(desk: Desk) -> None:
    empty = tables(desk.project)
    spans.mark(desk.project, desk.ada, desk.article, 0, 8, "ACTOR")
    ident = spans.mark(desk.project, desk.ada, desk.article, 9, 12, "ACTOR").created("span")[0]
    spans.delete(desk.project, desk.ada, desk.article, ident)
    full = tables(desk.project)
    desk.project.close()
    with Project.open(desk.project.path) as project:
        while project.undo(desk.ada):
            pass
        assert tables(project) == empty
    with Project.open(desk.project.path) as project:
        while project.redo(desk.ada):
            pass
        assert tables(project) == full


def everything(project: Project, by: str) -> Article:
    """A bulk import with every kind of mark and a raw file with every byte."""
    text = "Imported. " + TEXT
    article = Article.of(text, title="Raw", raw=bytes(range(256)) * 9, meta={"a": [1, 2**70, "\u2028\r\n\x00"]})
    bulk_reading(
        project, by, article, by,
        spans=(span("a", 0, 8, text), span("b", 10, 18, text, "ACTOR")),
        relations=(Relation(id="r", label="ATTRIBUTED_TO", head_id="a", tail_id="b"),),
        stances=(Stance(id="s", holder=AUTHOR, target=Target(kind="claim", id="a"), polarity=None),),
        labels={"genre": "news"},
        notes=(Note(id="n", span_id="a", author_id=by, text="why?\r\n"),),
    )  # fmt: skip
    return article


def test_a_bulk_import_goes_and_comes_back_byte_for_byte(desk: Desk) -> None:
    empty = tables(desk.project, revision=True)
    article = everything(desk.project, desk.ada)
    full = tables(desk.project, revision=True)
    assert [row for row in full["article"] if row["raw"]]
    step = desk.project.undo(desk.ada)
    assert step is not None
    assert (step.bulk.articles, len(step.bulk.layers)) == ((article.id,), 1)
    assert tables(desk.project, revision=True) == empty
    desk.project.close()
    with Project.open(desk.project.path) as project:
        assert project.redo(desk.ada) is not None
        assert tables(project, revision=True) == full
        assert project.get(Article, article.id) == article
        assert journal(project)[-3]["stash"] is None, "what is back needs no copy"


def test_an_import_discarded_from_redo_leaves_no_copy_in_the_file(desk: Desk) -> None:
    everything(desk.project, desk.ada)
    desk.project.undo(desk.ada)
    spans.mark(desk.project, desk.ada, desk.article, 0, 8, "ACTOR")
    assert all(row["stash"] is None for row in journal(desk.project))


def test_work_on_an_imported_layer_that_was_taken_back_is_no_obstacle(desk: Desk) -> None:
    empty = tables(desk.project)
    article = everything(desk.project, desk.ada)
    spans.mark(desk.project, desk.ada, article.id, 20, 25, "CLAIM")
    desk.project.undo(desk.ada)
    assert desk.project.undo(desk.ada) is not None
    assert tables(desk.project) == empty
    desk.project.redo(desk.ada)
    desk.project.redo(desk.ada)
    assert len(desk.project.all(Span, Layer.id_for(article.id, desk.ada))) == 3


@pytest.mark.parametrize("how", ["title", "layer", "same layer", "verdict"])
def test_an_import_another_has_worked_on_stays(desk: Desk, how: str) -> None:
    article = everything(desk.project, desk.ada)
    if how == "title":
        articles.retitle(desk.project, desk.ben, article.id, "Better")
    elif how == "layer":
        spans.mark(desk.project, desk.ben, article.id, 0, 8, "CLAIM")
    elif how == "same layer":
        with desk.project.step("Settle", desk.ben) as step:
            step.delete(Relation, "r", Layer.id_for(article.id, desk.ada))
    else:
        from annotator.models import Verdict

        with desk.project.step("Settle", desk.ben) as step:
            step.insert(Verdict(id="v", article_id=article.id, kind="span", decision="none", by=desk.ben))
    assert_conflict(desk.project, desk.ada)
    desk.project.undo(desk.ben)
    assert desk.project.undo(desk.ada) is not None


def test_an_annotator_who_has_layers_cannot_be_taken_back(desk: Desk) -> None:
    spans.mark(desk.project, desk.ben, desk.article, 0, 8, "ACTOR")
    assert_conflict(desk.project, None)
    desk.project.undo(desk.ben)
    assert desk.project.undo(None) is not None
    assert [a.name for a in desk.project.all(Annotator)] == ["Ada"]


def test_ten_thousand_rows_in_one_step(tmp_path: Path) -> None:
    with new_project(tmp_path) as project:
        ada = add_annotator(project, "Ada")
        article = Article.of("x" * 10_001, title="Long")
        with project.step("Mark all", ada) as step:
            step.insert(article)
            layer = Layer(id="l", article_id=article.id, annotator_id=ada)
            step.insert(layer)
            for n in range(10_000):
                step.insert(span(f"{n:05}", n, n + 1, article.text), layer.id)
        full = tables(project)
        assert len(full["span"]) == 10_000
        project.undo(ada)
        assert (tables(project)["span"], tables(project)["layer"]) == ([], [])
        project.redo(ada)
        assert tables(project) == full
        found = reading(project, article.id, ada)
        assert found is not None
        assert len(found.spans) == 10_000
