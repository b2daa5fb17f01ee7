"""Merging and splitting in a project: everything re-pointed, in one step that undo takes back."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from annotator import codebook
from annotator.errors import Refused
from annotator.models import Actor, ArticleLabel, Holder, Issue, Layer, Span, Stance, Target
from annotator.operations import remarks, spans, stances
from annotator.operations.merging import Preview, merge, preview_merge, split
from annotator.operations.registries import add_actor, add_issue
from annotator.store import Project, Step
from annotator.store.checks import check
from annotator.store.registry_queries import Kind, Use, every_use, usages
from tests.factories import TEXT, bulk_reading, find, tables
from tests.operations.test_round_trip import exported, scratch, taken_in
from tests.operations.test_spans import refused, undone
from tests.store.conftest import Desk
from tests.strategies import Corpus, corpora


def actor(desk: Desk, name: str, **fields: Any) -> str:
    return add_actor(desk.project, desk.ada, name, **fields).created("actor")[0]


def issue(desk: Desk, name: str) -> str:
    return add_issue(desk.project, desk.ada, name).created("issue")[0]


def mention(desk: Desk, by: str, words: str, ident: str) -> str:
    step = spans.mark(desk.project, by, desk.article, *find(TEXT, words), "ACTOR", actor_id=ident)
    return step.created("span")[0]


def stance(desk: Desk, by: str, holder: str, target: Target, **fields: Any) -> str:
    held = Holder(kind="actor", id=holder)
    step = stances.add(desk.project, by, desk.article, held, "oppose", target, ((0, 8),), **fields)
    return step.created("stance")[0]


def revision(desk: Desk, who: str) -> int:
    found = desk.project.get(Layer, desk.layer(who))
    assert found is not None
    return found.revision


def test_everything_names_the_other_one(desk: Desk) -> None:
    project, ada, ben = desk.project, desk.ada, desk.ben
    vale, ada_vale, port = actor(desk, "Vale", type="person"), actor(desk, "Ada Vale"), actor(desk, "Port Union")
    about = Target(kind="actor", id=vale)
    mine, his = mention(desk, ada, "Ada Vale", vale), mention(desk, ben, "Vale denied", vale)
    other = mention(desk, ben, "Port Union", port)
    one = stance(desk, ada, vale, about)
    two = stance(desk, ben, port, about, expressed_by=vale)
    remarks.label_article(project, ben, desk.article, "dominant_holder", vale)
    before = revision(desk, ada), revision(desk, ben)
    foreseen = preview_merge(project, "actor", [vale], ada_vale)
    assert foreseen == Preview(mentions=2, stances=2, labels=1, entries=0, circular=1)
    step = undone(desk, lambda: merge(project, ada, "actor", [vale], ada_vale))
    assert step.title == "Merge Vale into Ada Vale"
    assert (revision(desk, ada), revision(desk, ben)) == (before[0] + 3, before[1] + 3)  # done, undone, redone
    for layer, ident, named in ((ada, mine, ada_vale), (ben, his, ada_vale), (ben, other, port)):
        span = project.get(Span, ident, desk.layer(layer))
        assert span is not None and span.actor_id == named
    first, second = project.get(Stance, one, desk.layer(ada)), project.get(Stance, two, desk.layer(ben))
    assert first is not None and second is not None
    assert (first.holder.id, first.target.id) == (ada_vale, ada_vale)
    assert (second.holder.id, second.expressed_by, second.target.id) == (port, ada_vale, ada_vale)
    label = project.get(ArticleLabel, "dominant_holder", desk.layer(ben))
    assert label is not None and label.value == ada_vale
    found = project.get(Actor, ada_vale)
    assert found is not None and (found.type, found.aliases) == ("person", ("Vale",))
    assert check(project) == []


def test_who_speaks_for_himself_speaks_for_nobody(desk: Desk) -> None:
    vale, other, port = actor(desk, "Vale"), actor(desk, "Ada Vale"), actor(desk, "Port")
    ident = stance(desk, desk.ada, other, Target(kind="actor", id=port), expressed_by=vale)
    undone(desk, lambda: merge(desk.project, desk.ada, "actor", [vale], other))
    found = desk.project.get(Stance, ident, desk.layer(desk.ada))
    assert found is not None and (found.holder.id, found.expressed_by) == (other, None)


def test_issues_and_what_labels_say_of_both(desk: Desk) -> None:
    project, ada = desk.project, desk.ada
    old, new, third = issue(desk, "Shut the bridge"), issue(desk, "Close the bridge"), issue(desk, "Third")
    ident = stance(desk, ada, actor(desk, "Vale"), Target(kind="issue", id=old))
    values = {old: "support", third: "oppose", new: "mixed"}
    remarks.label_article(project, ada, desk.article, "author_stance", values)
    assert preview_merge(project, "issue", [old, third], new) == Preview(stances=1, labels=1, given_up=2)
    undone(desk, lambda: merge(project, ada, "issue", [old, third], new))
    found, label = (project.get(r, i, desk.layer(ada)) for r, i in ((Stance, ident), (ArticleLabel, "author_stance")))
    assert isinstance(found, Stance) and found.target == Target(kind="issue", id=new)
    assert isinstance(label, ArticleLabel) and label.value == {new: "mixed"}


def test_what_is_refused(desk: Desk) -> None:
    project, ada = desk.project, desk.ada
    vale, port, lobby = actor(desk, "Vale"), actor(desk, "Port"), actor(desk, "Lobby")
    refused(desk, "nothing to merge", lambda: merge(project, ada, "actor", [], vale))
    refused(desk, "merged into itself", lambda: merge(project, ada, "actor", [port, vale], vale))
    refused(desk, "not in the registry", lambda: merge(project, ada, "actor", ["x"], vale))
    refused(desk, "not in the registry", lambda: merge(project, ada, "issue", [vale], port))
    merge(project, ada, "actor", [port], vale)
    refused(desk, "“Port” was itself merged. Merge into “Vale”", lambda: merge(project, ada, "actor", [lobby], port))
    refused(desk, "merged into itself", lambda: merge(project, ada, "actor", [vale], vale))


def test_what_came_in_later_under_the_old_name_is_merged_again(desk: Desk) -> None:
    vale, port = actor(desk, "Vale"), actor(desk, "Port")
    merge(desk.project, desk.ada, "actor", [port], vale)
    ident = mention(desk, desk.ben, "Port Union", port)
    undone(desk, lambda: merge(desk.project, desk.ada, "actor", [port], vale))
    found = desk.project.get(Span, ident, desk.layer(desk.ben))
    assert found is not None and found.actor_id == vale


# -- splitting
def uses(desk: Desk, ident: str, kind: Kind = "actor") -> list[Use]:
    return [usage.use for usage in usages(desk.project, kind, ident)]


def test_chosen_places_go_to_a_new_actor(desk: Desk) -> None:
    project, ada, ben = desk.project, desk.ada, desk.ben
    vale, port = actor(desk, "Vale"), actor(desk, "Port")
    mention(desk, ada, "Ada Vale", vale)
    his = mention(desk, ben, "Vale denied", vale)
    both = stance(desk, ben, vale, Target(kind="actor", id=vale))
    chosen = [u for u in uses(desk, vale) if u.mark_id == his or (u.mark_id == both and u.role == "target")]
    made = Actor(id="new", name=" Vale 👩‍👧 ", status="proposed")
    step = undone(desk, lambda: split(project, ada, "actor", vale, chosen, made))
    assert step.title == "Split Vale 👩‍👧 from Vale"
    assert {(u.mark_id, u.role) for u in uses(desk, "new")} == {(his, "mention"), (both, "target")}
    assert len(uses(desk, vale)) == 2
    undone(desk, lambda: split(project, ada, "actor", vale, uses(desk, vale), port))
    assert uses(desk, vale) == [] and len(uses(desk, port)) == 2
    assert check(project) == []


def test_a_label_is_split_too(desk: Desk) -> None:
    project, ada = desk.project, desk.ada
    old, new = issue(desk, "Old"), issue(desk, "New")
    remarks.label_article(project, ada, desk.article, "author_stance", {old: "support"})
    undone(desk, lambda: split(project, ada, "issue", old, uses(desk, old, "issue"), new))
    label = project.get(ArticleLabel, "author_stance", desk.layer(ada))
    assert label is not None and label.value == {new: "support"}


def test_a_split_that_cannot_be(desk: Desk) -> None:
    project, ada = desk.project, desk.ada
    vale, port = actor(desk, "Vale"), actor(desk, "Port")
    mention(desk, ada, "Ada Vale", vale)
    found = uses(desk, vale)
    refused(desk, "Nothing is selected", lambda: split(project, ada, "actor", vale, [], port))
    refused(desk, "name “Vale” already", lambda: split(project, ada, "actor", vale, found, vale))
    refused(desk, "not in the registry", lambda: split(project, ada, "actor", vale, found, "x"))
    taken = Actor(id="new", name="PORT")
    refused(desk, "already an actor of that name", lambda: split(project, ada, "actor", vale, found, taken))
    gone = [Use(desk.layer(ada), "gone", "mention")]
    refused(desk, "no longer there", lambda: split(project, ada, "actor", vale, gone, port))
    split(project, ada, "actor", vale, found, port)
    refused(desk, "names another entry by now", lambda: split(project, ada, "actor", vale, found, port))
    merge(project, ada, "actor", [vale], port)
    refused(desk, "was merged into another", lambda: split(project, ada, "actor", port, found, vale))


# -- anything
@st.composite
def merges(draw: st.DrawFn) -> tuple[Corpus, Kind, list[str], str]:
    """A corpus whose labels name entries, and which of them become one."""
    corpus = draw(corpora())
    ids = [entry.id for entry in (*corpus.companion.actors, *corpus.companion.issues)]
    named = st.sampled_from(ids) if ids else st.just("x")
    labels = st.recursive(named, lambda v: st.lists(v, max_size=3) | st.dictionaries(named, v, max_size=3))
    readings = tuple(
        r.model_copy(
            update={"labels": {**r.labels, "who": draw(labels), "per_issue": draw(st.dictionaries(named, named))}}
        )
        if r.layer
        else r
        for r in corpus.readings
    )
    kind: Kind = draw(st.sampled_from(("actor", "issue")))
    entries: Any = corpus.companion.actors if kind == "actor" else corpus.companion.issues
    assume(len(entries) > 1)
    chosen = draw(st.lists(st.sampled_from([e.id for e in entries]), min_size=2, max_size=3, unique=True))
    return Corpus(readings, corpus.companion), kind, chosen[1:], chosen[0]


@settings(max_examples=40)
@given(merges())
def test_a_merge_keeps_the_project_sound_and_is_taken_back_whole(work: tuple[Corpus, Kind, list[str], str]) -> None:
    corpus, kind, sources, into = work
    with scratch() as (folder, project):
        taken_in(project, corpus.save(folder))
        before = tables(project)
        wrong = {(f.kind, f.where) for f in check(project)}
        try:
            foreseen = preview_merge(project, kind, sources, into)
        except Refused:
            with pytest.raises(Refused):
                merge(project, "", kind, sources, into)
            assert tables(project) == before
            return
        step = merge(project, "", kind, sources, into)
        assert_counts(step, foreseen)
        after = tables(project)
        assert list(every_use(project, kind, sources)) == []
        assert_nothing_links_to(project, kind, sources, into)
        assert {(f.kind, f.where) for f in check(project)} <= wrong
        assert_round_trip(project, folder)
        project.undo("")
        assert tables(project) == before
        project.redo("")
        assert tables(project) == after


def assert_counts(step: Step, foreseen: Preview) -> None:
    changed = {t: sum(c.table == t for c in step.changes) for t in ("span", "stance", "article_label")}
    assert changed == {"span": foreseen.mentions, "stance": foreseen.stances, "article_label": foreseen.labels}


def assert_nothing_links_to(project: Project, kind: Kind, sources: list[str], into: str) -> None:
    for entry in project.all(Actor if kind == "actor" else Issue):
        assert isinstance(entry, Actor | Issue)
        if entry.id in sources:
            assert entry.merged_into == into
            continue
        links = (entry.speaks_for, *entry.member_of) if isinstance(entry, Actor) else (entry.parent,)
        assert not {entry.merged_into, *links} & set(sources)
        assert entry.id != into or not {entry.merged_into, *links} & {into}


def assert_round_trip(project: Project, folder: Any) -> None:
    once = exported(project, folder / "once.jsonl", raw=True)
    with Project.create(folder / "copy.stancemark", codebook.default()) as copy:
        taken_in(copy, folder / "once.jsonl")
        assert tables(copy, revision=True) == tables(project, revision=True)
        assert exported(copy, folder / "twice.jsonl", raw=True) == once


def test_a_merge_in_what_was_imported_at_once(desk: Desk) -> None:
    project, ada = desk.project, desk.ada
    vale, port = actor(desk, "Vale"), actor(desk, "Port")
    from annotator.models import Article

    article = Article.of("Vale " * 300, title="Many")
    marks = tuple(
        Span(id=f"s{n}", label="ACTOR", start=5 * n, end=5 * n + 4, quote="Vale", fragments=((5 * n, 5 * n + 4),),
             actor_id=vale)
        for n in range(300)
    )  # fmt: skip
    bulk_reading(project, desk.ben, article, desk.ben, spans=marks)
    step = undone(desk, lambda: merge(project, ada, "actor", [vale], port))
    assert len([c for c in step.changes if c.table == "span"]) == 300
    assert len(usages(project, "actor", port, limit=1000)) == 300
