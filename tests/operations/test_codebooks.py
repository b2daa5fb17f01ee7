"""Changing the codebook of a project that is in use: what becomes of the marks."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator import codebook
from annotator.codebook.drafts import Draft
from annotator.codebook.faults import Place
from annotator.errors import Refused
from annotator.models import Actor, Article, ArticleLabel, Layer, Relation, Span
from annotator.operations import spans
from annotator.operations.codebooks import (
    change_codebook,
    layers_behind,
    touched,
)
from annotator.store.checks import check
from tests.codebooks import drafts
from tests.factories import add_annotator, add_article, bulk_reading, new_project, span, tables
from tests.operations.codebook_kit import DENIAL, draft_of, mark, save
from tests.store.conftest import Desk


def test_renames_carry_all_marks_along_in_one_step(used: Desk) -> None:
    project = used.project
    draft = draft_of(project).rename(("span", "CLAIM"), "STATEMENT").rename(("span", "STATEMENT", "type"), "kind")
    draft = draft.rename(("span", "STATEMENT", "kind", "denial"), "refusal").rename(("relation", "HAS_CUE"), "SAID_BY")
    draft = draft.rename(("article", "genre"), "sort").rename(("article", "sort", "news"), "report")
    draft = draft.rename(("actor_type", "igo"), "union")
    reach = touched(project, draft.saved, draft.content, draft.renames)
    assert (reach.reach.spans, reach.reach.layers, reach.reach.annotators, reach.blocked) == (2, 2, 2, {})
    before, revisions = tables(project), [layer.revision for layer in project.all(Layer)]
    step = save(used, draft)
    assert (step.title, reach.rewritten) == ("Save codebook version 2", 7)
    for who in (used.ada, used.ben):
        layer = used.layer(who)
        (claim,) = [s for s in project.all(Span, layer) if s.label == "STATEMENT"]
        assert claim.attrs == {"kind": "refusal", "voice": "own"}
        assert [r.label for r in project.all(Relation, layer)] == ["SAID_BY"]
        assert project.all(ArticleLabel, layer) == [ArticleLabel(key="sort", value="report")]
    assert [a.type for a in project.all(Actor)] == ["union"]
    assert [layer.revision for layer in project.all(Layer)] == [n + 1 for n in revisions]
    assert {layer.codebook_version for layer in project.all(Layer)} == {1}
    assert check(project) == []
    assert layers_behind(project) == []
    project.undo(used.ada)
    assert tables(project) == before
    project.redo(used.ada)
    assert project.codebook().content == draft.content
    assert check(project) == []


def test_a_removal_in_use_is_refused_with_its_numbers(used: Desk) -> None:
    project = used.project
    draft = draft_of(project).remove(DENIAL).remove(("article", "genre", "news"))
    before = tables(project)
    with pytest.raises(Refused) as raised:
        save(used, draft)
    assert raised.value.message == (
        "Still used, but no longer in the codebook: label CLAIM → type → denial (2 uses), "
        "article label genre → news (2 uses)."
    )
    assert raised.value.remedy == "Say what takes over."
    assert tables(project) == before
    blocked = touched(project, draft.saved, draft.content, draft.renames).blocked
    assert blocked == {DENIAL: 2, ("article", "genre", "news"): 2}
    unused = draft_of(project).remove(("span", "CLAIM", "type", "demand")).remove(("actor_type", "bloc"))
    assert save(used, unused).id


def test_what_was_removed_goes_where_the_mapping_says(used: Desk) -> None:
    project = used.project
    draft = draft_of(project).remove(DENIAL).remove(("article", "genre")).remove(("relation", "HAS_CUE"))
    draft = draft.remove(("span", "CUE"))
    mappings: dict[Place, str | None] = {
        DENIAL: "accusation",
        ("article", "genre"): None,
        ("relation", "HAS_CUE"): None,
        ("span", "CUE"): "EVIDENCE",
        ("span", "CUE", "cue_kind"): None,
    }
    with pytest.raises(Refused, match="label CUE → cue_kind"):
        save(used, draft, {k: v for k, v in mappings.items() if len(k) != 3})
    before = tables(project)
    save(used, draft, mappings)
    layer = used.layer(used.ben)
    found = {s.label: s.attrs for s in project.all(Span, layer)}
    assert found == {"CLAIM": {"type": "accusation", "voice": "own"}, "EVIDENCE": {}}
    assert (project.all(Relation, layer), project.all(ArticleLabel, layer)) == ([], [])
    assert check(project) == []
    project.undo(used.ada)
    assert tables(project) == before


def test_a_mention_that_becomes_a_mark_without_an_actor_gives_up_its_link(used: Desk) -> None:
    project = used.project
    someone = project.all(Actor)[0].id
    mention = mark(used, used.ada, "said", "ACTOR")
    spans.link(project, used.ada, used.article, mention, someone)
    draft = draft_of(project)
    for place in (("relation", "ATTRIBUTED_TO"), ("span", "ACTOR")):
        draft = draft.remove(place)
    mappings: dict[Place, str | None] = {("span", "ACTOR"): "EVIDENCE", ("relation", "ATTRIBUTED_TO"): None}
    mappings |= {p: None for p in touched(project, draft.saved, draft.content, draft.renames).blocked if len(p) == 3}
    before = tables(project)
    linked = sum(s.actor_id is not None for layer in project.all(Layer) for s in project.all(Span, layer.id))
    assert touched(project, draft.saved, draft.content, draft.renames, mappings).unlinked == linked > 0
    save(used, draft, mappings)
    found = project.get(Span, mention, used.layer(used.ada))
    assert found is not None and (found.label, found.actor_id) == ("EVIDENCE", None)
    assert check(project) == []
    project.undo(used.ada)
    assert tables(project) == before


def test_marks_of_a_text_are_never_deleted(used: Desk) -> None:
    draft = draft_of(used.project).remove(("relation", "HAS_CUE")).remove(("span", "CUE"))
    with pytest.raises(Refused, match=r"label CUE \(2 uses\)"):
        save(used, draft, {("span", "CUE"): None, ("relation", "HAS_CUE"): None})


def test_what_is_there_already_stays_and_lists_keep_one_of_each(desk: Desk) -> None:
    project = desk.project
    ident = mark(desk, desk.ada, "said", "CLAIM", type="denial", voice="own")
    layer = desk.layer(desk.ada)
    with project.step("Odd values", desk.ada) as step:
        step.update(Span, ident, layer, attrs={"type": ["denial", "demand", ["x"]], "quote": "direct", "odd": 1})
        step.insert(ArticleLabel(key="genre", value="news"), layer)
        step.insert(ArticleLabel(key="relevance", value="relevant"), layer)
        step.insert(ArticleLabel(key="author_stance", value={"i": "support", "j": "oppose"}), layer)
    draft = draft_of(project).remove(DENIAL).remove(("span", "CLAIM", "quote")).remove(("article", "genre"))
    draft = draft.rename(("article", "author_stance", "support"), "for").remove(("article", "author_stance", "oppose"))
    mappings: dict[Place, str | None] = {
        DENIAL: "demand", ("span", "CLAIM", "quote"): "type", ("article", "genre"): "relevance",
        ("span", "CLAIM", "quote", "direct"): "demand", ("article", "genre", "news"): "irrelevant",
        ("article", "author_stance", "oppose"): None,
    }  # fmt: skip
    assert touched(project, draft.saved, draft.content, draft.renames, mappings).given_up == 2
    save(desk, draft, mappings)
    found = project.get(Span, ident, layer)
    assert found is not None
    assert found.attrs == {"type": ["demand", ["x"]], "odd": 1}
    labels = {label.key: label.value for label in project.all(ArticleLabel, layer)}
    assert labels == {"relevance": "relevant", "author_stance": {"i": "for"}}


def test_two_links_that_become_one(desk: Desk) -> None:
    claim, actor = mark(desk, desk.ada, "said", "CLAIM"), mark(desk, desk.ada, "Port Union", "ACTOR")
    layer, project = desk.layer(desk.ada), desk.project
    with project.step("Links", desk.ada) as step:
        for ident, label in (("a", "OLD"), ("b", "ATTRIBUTED_TO")):
            step.insert(Relation(id=ident, label=label, head_id=claim, tail_id=actor), layer)
    first = draft_of(project).add(("relation",), "Old")[0].change(("relation", "OLD"), tails=("ACTOR",), head="CLAIM")
    save(desk, first)
    save(desk, draft_of(project).remove(("relation", "OLD")), {("relation", "OLD"): "ATTRIBUTED_TO"})
    assert [r.id for r in project.all(Relation, layer)] == ["b"]


@pytest.mark.parametrize(
    ("edit", "words"),
    [
        (lambda d: d, "the same as before"),
        (lambda d: d.change(("span", "CLAIM"), name=" "), "has no name"),
        (lambda d: d.change(("span", "CLAIM"), hotkey="1"), "given twice"),
        (lambda d: d.remove(("span", "CUE")), "there is no span label CUE"),
        (lambda d: d.change(("span", "CLAIM"), style="wavy"), "cannot be read back"),
    ],
)
def test_what_cannot_be_saved(used: Desk, edit: Any, words: str) -> None:
    before = tables(used.project)
    with pytest.raises(Refused, match=words):
        save(used, edit(draft_of(used.project)))
    assert tables(used.project) == before


def test_renames_that_do_not_fit_are_refused(used: Desk) -> None:
    content = draft_of(used.project).rename(("span", "CUE"), "SIGNAL").content
    for renames in ({("span", "CUE"): "NOWHERE"}, {("span", "CUE"): "SIGNAL", ("span", "CLAIM"): "SIGNAL"}):
        with pytest.raises(Refused):
            change_codebook(used.project, used.ada, content, renames)


def test_spans_that_will_stand_twice_on_the_same_words_are_counted(desk: Desk) -> None:
    project = desk.project
    for label in ("CUE", "EVIDENCE", "CLAIM"):
        spans.mark(project, desk.ada, desk.article, 0, 4, label)
    spans.mark(project, desk.ben, desk.article, 0, 4, "EVIDENCE")
    draft = draft_of(project).remove(("span", "EVIDENCE"))
    for onto, many in (("CUE", 1), (None, 0)):
        found = touched(project, draft.saved, draft.content, draft.renames, {("span", "EVIDENCE"): onto})
        assert found.doubled == many
    save(desk, draft, {("span", "EVIDENCE"): "CUE"})
    assert [s.label for s in project.all(Span, desk.layer(desk.ada))].count("CUE") == 2  # no mark is ever deleted


def marks(seed: list[int]) -> tuple[tuple[Span, ...], tuple[Relation, ...], dict[str, Any]]:
    """Marks with every value of the default codebook somewhere."""
    content = codebook.default()
    found = []
    for n, label in enumerate(content.span_labels * 2):
        attrs = {a.key: a.values[seed[n] % len(a.values)] for a in label.attributes if a.values}
        found.append(span(f"s{n}", n, n + 2, label=label.key, attrs=attrs))
    links = tuple(
        Relation(id=f"r{n}", label=r.key, head_id="s1", tail_id="s5") for n, r in enumerate(content.relation_labels)
    )
    labels = {a.key: a.values[seed[0] % len(a.values)] for a in content.article_labels if a.values}
    return tuple(found), links, labels


@settings(max_examples=30)
@given(drafts(), st.lists(st.integers(0, 20), min_size=8, max_size=8), st.data())
def test_any_change_and_its_undo(draft: Draft, seed: list[int], data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as folder, new_project(Path(folder)) as project:
        ada = add_annotator(project, "Ada")
        article = project.get(Article, add_article(project))
        assert article is not None
        found, links, labels = marks(seed)
        bulk_reading(project, ada, article, ada, found, links, labels=labels)
        mappings: dict[Place, str | None] = {}
        for place in draft.way().removed:
            mappings[place] = data.draw(st.sampled_from((None, *draft.way().choices(place))))
        before = tables(project)
        many = len(before["span"])
        blocked = touched(project, draft.saved, draft.content, draft.renames, mappings).blocked
        try:
            change_codebook(project, ada, draft.content, draft.renames, mappings)
        except Refused:
            assert blocked or not draft.differences
            assert tables(project) == before
            return
        assert not blocked
        after = tables(project)
        assert len(after["span"]) == many
        assert check(project) == []
        project.undo(ada)
        assert tables(project) == before
        project.redo(ada)
        assert tables(project) == after
