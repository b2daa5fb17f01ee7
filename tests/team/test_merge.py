"""Merging: whatever was done to copies of a project, in whatever order they come back, nothing is lost or doubled."""

from __future__ import annotations

import random
import shutil
import tempfile
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.errors import Cancelled, InputProblem, Refused
from annotator.models import Actor, Article, Layer, Span
from annotator.operations import actors, codebooks, layers, merging, spans
from annotator.store import Project
from annotator.store.checks import check
from annotator.team import packages
from annotator.team.arriving import arrived
from annotator.team.handout import hand_out
from annotator.team.merge import merge
from annotator.team.settling import STANDING, conflicts, settle
from tests.factories import add_article, bulk_reading, new_project, span
from tests.team.kit import edit, marks, said, team


def copied(project: Path, name: str) -> Path:
    target = project.with_name(name)
    shutil.copyfile(project, target)
    return target


def merged(base: Path, name: str, lead: str, *rounds: list[Path]) -> tuple[dict, set[str]]:
    with Project.open(copied(base, name)) as project:
        for files in rounds:
            merge(project, lead, files)
        assert not [one for one in check(project) if one.level == "error"]
        return said(project), marks(project)


@settings(max_examples=6, deadline=None)
@given(st.integers(0, 1 << 30))
def test_order_grouping_and_repetition_make_no_difference(seed: int) -> None:
    r = random.Random(seed)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        project, lead, ann, ben = team(folder)
        with project:
            hand_out(project, ann, folder / "ann.stancemark")
            hand_out(project, ben, folder / "ben.stancemark")
        base = project.path
        files, done = [], set()
        # two copies of Ann's hand-out, on two desks, and what one of them sent halfway
        for name, source, who in (("a1", "ann", ann), ("a2", "ann", ann), ("b", "ben", ben)):
            with Project.open(copied(folder / f"{source}.stancemark", f"{name}.stancemark")) as copy:
                for _ in range(r.randrange(6)):
                    edit(copy, who, r)
                if name == "a1":
                    files.append(folder / "half.stancepack")
                    packages.pack(copy, files[-1])
                    for _ in range(r.randrange(4)):
                        edit(copy, who, r)
                done |= marks(copy)
                files.append(folder / f"{name}.stancepack")
                packages.pack(copy, files[-1])
        whole, there = merged(base, "whole.stancemark", lead, files)
        assert done <= there
        orders = list(permutations(files))
        for number, order in enumerate(r.sample(orders, 3)):
            one_by_one = [[path] for path in order]
            assert merged(base, f"order {number}.stancemark", lead, *one_by_one, [order[0]], list(order))[0] == whole
            half = len(order) // 2
            assert merged(base, f"group {number}.stancemark", lead, list(order[:half]), list(order[half:]))[0] == whole


def test_the_same_file_twice_changes_nothing_and_undo_brings_back_what_was_there(tmp_path: Path) -> None:
    project, lead, ann, _ = team(tmp_path)
    with project:
        hand_out(project, ann, tmp_path / "ann.stancemark")
        before = said(project)
        with Project.open(tmp_path / "ann.stancemark") as copy:
            for seed in range(5):
                edit(copy, ann, random.Random(seed))
            theirs = said(copy)
        step, _ = merge(project, lead, [tmp_path / "ann.stancemark"])
        assert step is not None and step.id
        after = said(project)
        assert {key: after[key] for key in theirs} == theirs
        again, report = merge(project, lead, [tmp_path / "ann.stancemark"])
        assert again is not None and again.id == 0 and {one.kind for one in report.outcomes} == {"same"}
        project.undo(lead)
        assert said(project) == before
        project.redo(lead)
        assert said(project) == after
        project.undo(lead)
        step, report = merge(project, lead, [tmp_path / "ann.stancemark"])
        assert said(project) == after


def test_a_dry_run_says_the_same_and_changes_nothing(tmp_path: Path) -> None:
    project, lead, ann, _ = team(tmp_path)
    with project:
        hand_out(project, ann, tmp_path / "ann.stancemark")
        with Project.open(tmp_path / "ann.stancemark") as copy:
            edit(copy, ann, random.Random(5))
        before, last = said(project), project.last_step()
        step, dry = merge(project, lead, [tmp_path / "ann.stancemark"], dry_run=True)
        assert step is None and said(project) == before and project.last_step() == last
        _, wet = merge(project, lead, [tmp_path / "ann.stancemark"])
        assert list(dry.lines()) == list(wet.lines())
        assert sum(one.kind == "newer" for one in wet.outcomes) == 1


def test_a_cancelled_merge_changes_nothing(tmp_path: Path) -> None:
    project, lead, ann, _ = team(tmp_path)
    with project:
        hand_out(project, ann, tmp_path / "ann.stancemark")
        with Project.open(tmp_path / "ann.stancemark") as copy:
            edit(copy, ann, random.Random(5))
        before = said(project)
        with pytest.raises(Cancelled):
            merge(project, lead, [tmp_path / "ann.stancemark"], cancelled=lambda: True)
        assert said(project) == before


def test_edits_on_both_sides_are_kept_and_settled_by_a_lead(tmp_path: Path) -> None:
    project, lead, ann, _ = team(tmp_path)
    with project:
        article = project.all(Layer)[0].article_id
        hand_out(project, ann, tmp_path / "ann.stancemark")
        with Project.open(tmp_path / "ann.stancemark") as copy:
            theirs = spans.mark(copy, ann, article, 0, 3, "CLAIM").created("span")
        ours = spans.mark(project, ann, article, 4, 7, "CLAIM").created("span")
        _, report = merge(project, lead, [tmp_path / "ann.stancemark"])
        assert [one.kind for one in report.outcomes if one.why] == ["conflicting"]
        assert marks(project) == {*theirs, *ours}
        (found,) = conflicts(project)
        assert found.annotator == "Ann" and len(found.choices) == 2
        with pytest.raises(Refused, match="Only a lead"):
            settle(project, ann, found.layer_id, STANDING)
        choice = next(one for one in found.choices if theirs[0] in {s.id for s in one.reading.spans})
        settle(project, lead, found.layer_id, choice.id)
        assert not conflicts(project) and [s.id for s in project.all(Span, found.layer_id)] == theirs
        again, _ = merge(project, lead, [tmp_path / "ann.stancemark"])
        assert again is not None and again.id == 0 and not conflicts(project)
        project.undo(lead)
        assert len(conflicts(project)) == 1 and marks(project) == {*theirs, *ours}


def test_what_is_handed_out_and_not_begun_does_not_come_back(tmp_path: Path) -> None:
    project, lead, ann, _ = team(tmp_path)
    with project:
        hand_out(project, ann, tmp_path / "ann.stancemark")
        gone = next(layer for layer in project.all(Layer) if layer.annotator_id == ann)
        with project.step("Reassign", lead) as step:
            step.delete(Layer, gone.id)
        step, report = merge(project, lead, [tmp_path / "ann.stancemark"])
        assert project.get(Layer, gone.id) is None and "skipped" in {one.kind for one in report.outcomes}


def test_entries_are_matched_by_name_and_type_and_others_wait_for_the_lead(tmp_path: Path) -> None:
    project, lead, ann, ben = team(tmp_path)
    with project:
        article = project.all(Layer)[0].article_id
        known = actors.add_actor(project, lead, "Port Union", type="organisation").created("actor")[0]
        for who, name in ((ann, "ann"), (ben, "ben")):
            hand_out(project, who, tmp_path / f"{name}.stancemark")
            with Project.open(tmp_path / f"{name}.stancemark") as copy:
                (mention,) = spans.mark(copy, who, article, 0, 8, "ACTOR").created("span")
                (harbour,) = actors.add_actor(copy, who, "Harbour Board", type="organisation").created("actor")
                spans.link(copy, who, article, mention, harbour)
        # made here since under the name that Ann's copy has too
        spans_of = {}
        merge(project, lead, [tmp_path / "ben.stancemark", tmp_path / "ann.stancemark"])
        for layer in project.all(Layer):
            spans_of[layer.annotator_id] = {s.actor_id for s in project.all(Span, layer.id)} | spans_of.get(
                layer.annotator_id, set()
            )
        assert spans_of[ann] == spans_of[ben] and len(spans_of[ann]) == 1
        (one,) = spans_of[ann]
        actor = project.get(Actor, one)
        assert actor is not None and (actor.name, actor.status) == ("Harbour Board", "proposed")
        assert list(arrived(project)) == [one] and known != one


def test_marks_follow_entries_merged_and_labels_renamed_since(tmp_path: Path) -> None:
    project, lead, ann, _ = team(tmp_path)
    with project:
        article = project.all(Layer)[0].article_id
        one, two = (actors.add_actor(project, lead, name).created("actor")[0] for name in ("Vale", "Ada Vale"))
        (mention,) = spans.mark(project, ann, article, 0, 8, "ACTOR").created("span")
        spans.link(project, ann, article, mention, one)
        hand_out(project, ann, tmp_path / "ann.stancemark")
        with Project.open(tmp_path / "ann.stancemark") as copy:
            (later,) = spans.mark(copy, ann, article, 9, 13, "ACTOR").created("span")
            spans.link(copy, ann, article, later, one)
        merging.merge(project, lead, "actor", [one], two)
        old = project.codebook().content
        labels = tuple(
            label.model_copy(update={"key": "WHO"}) if label.key == "ACTOR" else label for label in old.span_labels
        )
        relations = tuple(
            type(one).model_validate_json(one.model_dump_json().replace('"ACTOR"', '"WHO"'))
            for one in old.relation_labels
        )
        content = old.model_copy(update={"span_labels": labels, "relation_labels": relations})
        codebooks.change_codebook(project, lead, content, {("span", "ACTOR"): "WHO"})
        _, report = merge(project, lead, [tmp_path / "ann.stancemark"])
        assert {one.kind for one in report.outcomes} <= {"newer", "same"}
        layer = Layer.id_for(article, ann)
        assert {(s.label, s.actor_id) for s in project.all(Span, layer)} == {("WHO", two)}
        assert {s.id for s in project.all(Span, layer)} == {mention, later}


def test_an_article_of_the_annotators_own_comes_along(tmp_path: Path) -> None:
    project, lead, ann, _ = team(tmp_path)
    with project:
        hand_out(project, ann, tmp_path / "ann.stancemark")
        with Project.open(tmp_path / "ann.stancemark") as copy:
            mine = add_article(copy, "A text of Ann's own.\r\n", "Own")
            layers.set_status(copy, ann, mine, "done")
        _, report = merge(project, lead, [tmp_path / "ann.stancemark"])
        assert report.articles == ["Own"] and project.text(mine) == "A text of Ann's own.\r\n"
        found = project.get(Layer, Layer.id_for(mine, ann))
        assert found is not None and found.status == "done"


def test_another_project_and_the_project_itself_are_refused(tmp_path: Path) -> None:
    project, lead, *_ = team(tmp_path)
    with project, new_project(tmp_path, "other") as other:
        with pytest.raises(InputProblem, match="another project, “other”"):
            merge(project, lead, [other.path])
        with pytest.raises(InputProblem, match="the project itself"):
            merge(project, lead, [project.path])


def test_imports_that_differ_are_told_apart_and_settled_once_for_all(tmp_path: Path) -> None:
    """No step tells such versions apart, only what they say."""
    project, lead, ann, _ = team(tmp_path)
    text = "Both desks import work on this text.\r\n"
    article = Article.of(text, title="Imported")
    with project:
        hand_out(project, ann, tmp_path / "ann.stancemark")
        with Project.open(tmp_path / "ann.stancemark") as copy:
            bulk_reading(copy, ann, article, ann, (span("there", 0, 4, text),))
        layer = bulk_reading(project, lead, article, ann, (span("here", 5, 10, text),))
        _, report = merge(project, lead, [tmp_path / "ann.stancemark"])
        assert "conflicting" in {one.kind for one in report.outcomes}
        assert marks(project) == {"here", "there"}
        settle(project, lead, layer, STANDING)
        standing = marks(project)
        assert len(standing) == 1
        merge(project, lead, [tmp_path / "ann.stancemark"])
        assert marks(project) == standing and not conflicts(project)
