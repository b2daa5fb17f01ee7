"""The registries' lists and the places that use an entry."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.models import Actor, Holder, Issue, Target
from annotator.operations import registries, remarks, spans, stances
from annotator.store.readings import words_in
from annotator.store.registry_queries import (
    COLUMNS,
    Kind,
    Use,
    entries,
    every_use,
    mark_rows,
    names,
    number_of_uses,
    usages,
)
from tests.factories import TEXT, add_article, find
from tests.operations.test_round_trip import scratch, taken_in
from tests.store.conftest import Desk
from tests.strategies import Corpus, corpora


def busy(desk: Desk) -> tuple[str, str, str]:
    """Vale, mentioned by both and in stances; the Union, whom she speaks for; an issue."""
    project, ada, ben = desk.project, desk.ada, desk.ben
    union = registries.add_actor(project, ada, "Union", type="ngo", country="IRL").created("actor")[0]
    vale = registries.add_actor(
        project, ada, "Vale \U0001f9ca", aliases=("الوزيرة",), speaks_for=union, status="proposed"
    ).created("actor")[0]
    issue = registries.add_issue(project, ada, "Close it").created("issue")[0]
    spans.mark(project, ben, desk.article, *find(TEXT, "Vale denied"), "ACTOR", actor_id=vale)
    spans.mark(project, ada, desk.article, *find(TEXT, "Ada Vale"), "ACTOR", actor_id=vale)
    held = Holder(kind="actor", id=vale)
    stances.add(project, ada, desk.article, held, "oppose", Target(kind="actor", id=vale), ((20, 25), (30, 40)))
    stances.add(
        project, ben, desk.article, Holder(kind="author"), None, Target(kind="issue", id=issue), ((0, 8),),
        expressed_by=vale,
    )  # fmt: skip
    remarks.label_article(project, ben, desk.article, "author_stance", {issue: "support"})
    return vale, union, issue


def test_entries_know_how_often_they_are_used(desk: Desk) -> None:
    vale, union, issue = busy(desk)
    actors = {entry.id: entry for entry in entries(desk.project, "actor")}
    one, other = actors[vale], actors[union]
    assert (one.name, one.aliases, one.links, one.proposed) == ("Vale \U0001f9ca", ("الوزيرة",), (union,), True)
    assert (one.mentions, one.stances, one.labels) == (2, 2, 0)
    assert (other.type, other.country, other.mentions, other.stances, other.proposed) == ("ngo", "IRL", 0, 0, False)
    (found,) = entries(desk.project, "issue")
    assert (found.id, found.mentions, found.stances, found.labels) == (issue, 0, 1, 1)


def test_usages_are_every_place_in_the_order_of_the_text(desk: Desk) -> None:
    vale, union, issue = busy(desk)
    other = add_article(desk.project, "Earlier: Vale.", "Earlier", published="2020-01-01")
    undated = desk.article
    spans.mark(desk.project, desk.ada, other, 9, 13, "ACTOR", actor_id=vale)
    found = usages(desk.project, "actor", vale)
    assert [(u.article_id, u.annotator, u.use.role, u.start, u.end) for u in found] == [
        (undated, "Ben", "expressed_by", 0, 8),
        (undated, "Ada", "mention", 9, 17),
        (undated, "Ada", "holder", 20, 40),
        (undated, "Ada", "target", 20, 40),
        (undated, "Ben", "mention", *find(TEXT, "Vale denied")),
        (other, "Ada", "mention", 9, 13),
    ]
    assert [u.polarity for u in found] == [None, None, "oppose", "oppose", None, None]
    assert number_of_uses(desk.project, "actor", vale) == 6
    assert usages(desk.project, "actor", vale, limit=2, offset=3) == found[3:5]
    assert usages(desk.project, "actor", union) == []
    about = usages(desk.project, "issue", issue)
    assert [(u.use.role, u.use.mark_id) for u in about] == [
        ("label", "author_stance"),
        ("target", about[1].use.mark_id),
    ]


def test_names_of_those_that_were_not_merged(desk: Desk) -> None:
    vale, union, issue = busy(desk)
    registries.change_actor(desk.project, desk.ada, union, merged_into=vale)
    assert names(desk.project, "actor") == [(vale, "Vale \U0001f9ca", "unknown")]
    assert names(desk.project, "issue") == [(issue, "Close it", "")]


def test_an_id_is_not_found_within_a_longer_one(desk: Desk) -> None:
    with desk.project.step("Add", desk.ada) as step:
        for ident in ("a", "aa", 'a"b', "ü", 'c"d'):
            step.insert(Issue(id=ident, name=ident))
    remarks.label_article(desk.project, desk.ada, desk.article, "x", ["aa", 'a"b', {"ü": "\x1f a", 'c"d': 1}])
    assert {ident for ident, _ in every_use(desk.project, "issue", ["a", "aa", 'a"b', "ü", "b", 'c"d'])} == {
        "aa", 'a"b', "ü", 'c"d'
    }  # fmt: skip
    assert {e.id: e.labels for e in entries(desk.project, "issue")} == {
        "a": 0, "aa": 1, 'a"b': 1, "ü": 1, 'c"d': 1
    }  # fmt: skip


@settings(max_examples=20)
@given(corpora(), st.sampled_from(("actor", "issue")))
def test_every_use_is_what_the_records_say(corpus: Corpus, kind: Kind) -> None:
    with scratch() as (folder, project):
        taken_in(project, corpus.save(folder))
        known: list[Any] = list(project.all(Actor if kind == "actor" else Issue))
        expected: set[tuple[str, Use]] = set()
        for reading in corpus.readings:
            layer = reading.layer.id if reading.layer else ""
            for span in reading.spans:
                expected.add((span.actor_id or "", Use(layer, span.id, "mention")))
            for stance in reading.stances:
                expected.add((stance.holder.id or "", Use(layer, stance.id, "holder")))
                expected.add((stance.expressed_by or "", Use(layer, stance.id, "expressed_by")))
                if stance.target.kind == kind:
                    expected.add((stance.target.id, Use(layer, stance.id, "target")))
            for key, value in reading.labels.items():
                expected |= {(word, Use(layer, key, "label")) for word in words_in(value)}
        ids = {entry.id for entry in known}
        found = list(every_use(project, kind, ids))
        assert set(found) == {pair for pair in expected if pair[0] in ids} and len(set(found)) == len(found)
        for entry in entries(project, kind):
            uses = [use for ident, use in found if ident == entry.id]
            assert number_of_uses(project, kind, entry.id) == len(uses)
            marks = [{(u.layer_id, u.mark_id) for u in uses if COLUMNS[u.role][0] == t} for t in ("span", "stance")]
            assert (entry.mentions, entry.stances) == (len(marks[0]), len(marks[1]))
            assert entry.labels == sum(use.role == "label" for use in uses)
        wanted = [(COLUMNS[use.role][0], use.layer_id, use.mark_id) for _, use in found]
        assert mark_rows(project, [*wanted, ("span", "no", "no")]).keys() == set(wanted)
