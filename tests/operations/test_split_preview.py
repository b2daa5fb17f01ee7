"""A split is shown before it is made just as it is afterwards."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from annotator import demo
from annotator.dataset.splits import METHODS, SHARES, Method
from annotator.errors import Refused
from annotator.operations import split_preview, splits
from annotator.operations.stories import join
from annotator.store import Project
from tests.factories import new_project


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    return demo.build(tmp_path / "sample.stancemark")


def left_out(found: split_preview.Basis, method: Method) -> tuple[str, ...]:
    """What the most articles have."""
    counts = Counter(
        one
        for item in found.items
        for one in {"source": [item.source or ""], "actor": item.actors, "issue": item.issues}.get(method, ())
    )
    return (min(counts, key=lambda one: (-counts[one], one)),) if counts else ()


@pytest.mark.parametrize("method", METHODS)
def test_it_is_what_will_be_made(sample: Path, method: Method) -> None:
    with Project.open(sample) as project:
        found = split_preview.basis(project)
        out = left_out(found, method)
        before = split_preview.of_new(found, method, SHARES, 7, out)
        _, report = splits.make(project, None, "main", method=method, seed=7, leave_out=out)
        assert {part.name: part.articles for part in before.parts} == report.counts
        assert before.left == len(report.left)
        (stored,) = splits.splits(project)
        assert split_preview.of_stored(project, found, stored) == before
        assert before.leakage == splits.leakage(project, "main")
        assert bool(before.until) == (method == "time")


def test_labels_and_stories_are_counted_by_part(sample: Path) -> None:
    with Project.open(sample) as project:
        ids = [item.id for item in split_preview.basis(project).items]
        join(project, None, ids[:3])
        found = split_preview.basis(project)
    before = split_preview.of_new(found, "groups", SHARES)
    assert sum(part.articles for part in before.parts) == 13 and sum(part.groups for part in before.parts) == 11
    whole = sum((Counter(item.labels) for item in found.items), Counter())
    assert sum((Counter(part.labels) for part in before.parts), Counter()) == whole and whole["span CLAIM"] > 0
    assert before.leakage.clean


def test_everything_in_one_part(sample: Path) -> None:
    with Project.open(sample) as project:
        found = split_preview.of_none(split_preview.basis(project))
    assert [(part.name, part.articles) for part in found.parts] == [("train", 13)] and found.left == 0


@pytest.mark.parametrize(
    ("method", "shares", "words"),
    [("groups", {"train": 0.5}, "do not add up"), ("source", SHARES, "Nothing is left out"), ("time", SHARES, "fewer")],
)
def test_what_cannot_be_made_is_refused(tmp_path: Path, method: Method, shares: dict[str, float], words: str) -> None:
    with new_project(tmp_path) as project:
        found = split_preview.basis(project)
    with pytest.raises(Refused, match=words):
        split_preview.of_new(found, method, shares)
