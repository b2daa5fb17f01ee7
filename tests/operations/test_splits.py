"""Splits in a project: made, extended and removed, each one step; what cannot be is refused."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from annotator import demo
from annotator.dataset.splits import UNDATED
from annotator.errors import Refused
from annotator.models import Actor, Article, Assignment, Holder, Issue, Split, Stance, Target
from annotator.operations import splits, stories
from annotator.operations.splits import calibration, extend, leakage, make, parts, remove, set_calibration
from annotator.store import Project
from tests.factories import TEXT, add_annotator, add_article, bulk_reading, span
from tests.operations.test_stories import Shelf, shelf, undone

__all__ = ["shelf"]
HALVES = {"train": 0.5, "test": 0.5}


def texts(number: int, first: int = 0) -> dict[str, str]:
    """Articles that have nothing in common, name -> text."""
    return {f"t{n}": f"alone{n} stands{n} here{n} and{n} nowhere{n} else{n}" for n in range(first, first + number)}


def test_made_and_kept(shelf: Shelf) -> None:
    shelf.add(**texts(10))
    step = undone(shelf, lambda: make(shelf.project, None, "main", seed=7)[0])
    assert step.title == "Make split"
    (split,) = splits.splits(shelf.project)
    assert (split.name, split.method, split.seed, split.options) == ("main", "groups", 7, {})
    assert list(split.shares) == ["train", "validation", "test"], "in their order"
    found = parts(shelf.project, "main")
    assert sorted(found) == sorted(shelf.ids.values()) and list(found.values()).count("train") == 8


def test_extended_when_articles_came_in(shelf: Shelf) -> None:
    shelf.add(**texts(6))
    _, first = make(shelf.project, None, "main", shares=HALVES)
    assert first == splits.SplitReport({"train": 3, "test": 3}, 6, ())
    before = parts(shelf.project, "main")
    shelf.add(**texts(4, first=6), copy=texts(1)["t0"].upper())
    step = undone(shelf, lambda: extend(shelf.project, None, "main")[0])
    after = parts(shelf.project, "main")
    assert step.title == "Extend split" and len(after) == 11 and after.items() >= before.items()
    assert after[shelf.ids["copy"]] == after[shelf.ids["t0"]], "where its story is"
    step, again = extend(shelf.project, None, "main")
    assert step.id == 0 and again.placed == 0 and sum(again.counts.values()) == 11


def test_joining_later_moves_nothing(shelf: Shelf) -> None:
    shelf.add(**texts(6))
    make(shelf.project, None, "main", shares=HALVES)
    before = parts(shelf.project, "main")
    stories.join(shelf.project, None, list(before))
    assert extend(shelf.project, None, "main")[0].id == 0 and parts(shelf.project, "main") == before


def test_removed(shelf: Shelf) -> None:
    shelf.add(**texts(3))
    make(shelf.project, None, "other")
    make(shelf.project, None, "main")
    step = undone(shelf, lambda: remove(shelf.project, None, "main"))
    assert step.title == "Remove split" and [one.name for one in shelf.project.all(Split)] == ["other"]
    assert len(shelf.project.all(Assignment)) == 3


def test_an_import_of_articles_in_a_split_cannot_be_taken_back_before_it(shelf: Shelf) -> None:
    shelf.add(**texts(3))
    make(shelf.project, None, "main")
    shelf.project.undo(None)
    shelf.project.undo(None)
    assert parts_of_nothing(shelf.project)
    shelf.project.redo(None)
    shelf.project.redo(None)
    assert len(parts(shelf.project, "main")) == 3


def parts_of_nothing(project: Project) -> bool:
    """Whether neither a split nor a place in one is left."""
    return not project.all(Split) and not project.all(Assignment)


def test_by_time_with_days_and_without(shelf: Shelf) -> None:
    for n in range(1, 11):
        add_article(shelf.project, f"day {n}", published=f"2026-01-{n:02d}")
    undated = add_article(shelf.project, "no day")
    _, report = make(shelf.project, None, "shares", method="time")
    assert report.counts == {"train": 8, "validation": 1, "test": 1}
    assert report.left == (splits.LeftOut(undated, UNDATED),)
    assert splits.split_named(shelf.project, "shares").options == {
        "until": {"train": "2026-01-08", "validation": "2026-01-09"}
    }
    days = {"train": "2026-01-03", "validation": "2026-01-05"}
    _, report = make(shelf.project, None, "days", method="time", cuts=days)
    assert report.counts == {"train": 3, "validation": 2, "test": 5}
    add_article(shelf.project, "late", published="2026-01-04T23:00:00Z")
    assert extend(shelf.project, None, "days")[1].counts == {"train": 3, "validation": 3, "test": 5}


@pytest.fixture
def sample(tmp_path: Path) -> Project:
    return Project.open(demo.build(tmp_path / "sample.stancemark", gold=True))


def test_what_marks_name_can_be_left_out(sample: Project) -> None:
    with sample:
        items = {item.id: item for item in splits.items(sample)}
        assert any("stance support" in item.labels for item in items.values())
        for method, record in (("actor", Actor), ("issue", Issue)):
            one = next(
                e.id for e in sample.all(record) if 0 < sum(e.id in _named(i, method) for i in items.values()) < 9
            )
            make(sample, None, method, method=method, leave_out=[one])  # type: ignore[arg-type]
            found = parts(sample, method)
            assert "test" in found.values() and "train" in found.values()
            assert {i for i, item in items.items() if one in _named(item, method)} <= {
                ident for ident, part in found.items() if part == "test"
            }
        source = next(item.source for item in items.values() if item.source)
        make(sample, None, "source", method="source", leave_out=[source])
        assert all(parts(sample, "source")[i] == "test" for i, item in items.items() if item.source == source)


def test_all_whom_marks_name_are_named(shelf: Shelf) -> None:
    who = add_annotator(shelf.project, "Ada")
    with shelf.project.step("Add", None) as step:
        for name in ("holder", "speaker", "target", "mentioned"):
            step.insert(Actor(id=name, name=name))
        step.insert(Issue(id="toll", name="A toll"))
    article = Article.of(TEXT, title="x")
    stance = Stance(id="s", holder=Holder(kind="actor", id="holder"), expressed_by="speaker",
                    target=Target(kind="actor", id="target"), polarity="oppose")  # fmt: skip
    other = stance.model_copy(update={"id": "t", "target": Target(kind="issue", id="toll"), "polarity": None})
    mention = span("m", 9, 17, label="ACTOR", actor_id="mentioned")
    labels = {"genre": "news", "remark": "long " * 20}
    bulk_reading(shelf.project, None, article, who, (mention,), (), (stance, other), labels)
    (item,) = splits.items(shelf.project)
    assert item.actors == {"holder", "speaker", "target", "mentioned"} and item.issues == {"toll"}
    assert item.labels == {"span ACTOR": 1, "stance oppose": 1, "stance undecided": 1, 'genre "news"': 1}


def _named(item: Any, method: str) -> frozenset[str]:
    found: frozenset[str] = getattr(item, method + "s")
    return found


# -- calibration
def test_calibration_articles(shelf: Shelf) -> None:
    shelf.add(**texts(10))
    special = shelf.of("t1", "t2", "t3")
    step = undone(shelf, lambda: set_calibration(shelf.project, None, special))
    assert step.title == "Set calibration articles" and calibration(shelf.project) == set(special)
    make(shelf.project, None, "main", shares={"test": 0.7, "train": 0.3})
    found = parts(shelf.project, "main")
    assert {found[ident] for ident in special} == {"train"} and list(found.values()).count("test") == 7
    tested = next(ident for ident, part in found.items() if part == "test")
    with pytest.raises(Refused, match="in test of the split “main”"):
        set_calibration(shelf.project, None, [tested])
    set_calibration(shelf.project, None, [])
    assert calibration(shelf.project) == frozenset()


@pytest.mark.parametrize(
    ("words", "how"),
    [
        ("no name for a split", {"name": ""}),
        ("no name for a split", {"name": "a/b"}),
        ("already", {"name": "there"}),
        ("no way to split", {"method": "luck"}),
        ("too large", {"seed": 2**63}),
        ("no name for a part", {"shares": {"../x": 1.0}}),
        ("add up", {"shares": {"train": 0.5, "test": 0.4}}),
        ("add up", {"shares": {"train": 1.5, "test": -0.5}}),
        ("add up", {"shares": {"train": float("nan"), "test": 0.5}}),
        ("fewer days", {"method": "time"}),
        ("do not fit", {"method": "time", "cuts": {"train": "2026-01-01"}}),
        ("do not fit", {"method": "time", "cuts": {"train": "2026-02-01", "validation": "2026-01-01"}}),
        ("do not fit", {"method": "time", "cuts": {"train": "soon", "validation": "very soon"}}),
        ("Nothing is left out", {"method": "source"}),
        ("“Nobody” is not in the project", {"method": "actor", "leave_out": ["Nobody"]}),
        ("“Gazette” is not in the project", {"method": "source", "leave_out": ["Gazette"]}),
        ("no part for what", {"method": "source", "leave_out": ["Wire"], "shares": {"test": 1.0}}),
    ],
)
def test_what_cannot_be(shelf: Shelf, words: str, how: dict[str, Any]) -> None:
    add_article(shelf.project, source="Wire")
    make(shelf.project, None, "there")
    last = shelf.project.last_step()
    with pytest.raises(Refused, match=words):
        make(shelf.project, None, **{"name": "new", **how})
    assert shelf.project.last_step() == last


@pytest.mark.parametrize(
    "do", [lambda p: parts(p, "no"), lambda p: extend(p, None, "no"), lambda p: remove(p, None, "no")]
)
def test_no_such_split(shelf: Shelf, do: Any) -> None:
    with pytest.raises(Refused, match="no split “no”"):
        do(shelf.project)
    with pytest.raises(Refused, match="no article nobody"):
        set_calibration(shelf.project, None, ["nobody"])


def test_a_split_that_predates_a_story_is_reported(shelf: Shelf) -> None:
    shelf.alone(**texts(5), copy=texts(1)["t0"].upper())
    for seed in range(20):  # until the two are apart
        make(shelf.project, None, f"s{seed}", shares=HALVES, seed=seed)
        found = parts(shelf.project, f"s{seed}")
        if found[shelf.ids["t0"]] != found[shelf.ids["copy"]]:
            break
    report = leakage(shelf.project, f"s{seed}")
    assert not report.clean and not report.stories
    (copies,) = report.copies
    assert copies.exact and set(copies.articles) == set(shelf.of("t0", "copy")) and set(copies.parts) == set(HALVES)
    stories.find_stories(shelf.project, None)
    assert [story.parts for story in leakage(shelf.project, f"s{seed}").stories]
    _, report_now = make(shelf.project, None, "anew", shares=HALVES)
    assert leakage(shelf.project, "anew").clean and report_now.counts == {"train": 3, "test": 3}
