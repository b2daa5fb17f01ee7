"""Data sets of a project: what counts, what is left out and why, whole or not at all, the same bytes; and two of them
compared after the project went on."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import orjson
import pytest

from annotator import demo
from annotator.dataset.release_difference import difference
from annotator.dataset.seen import NO_PART
from annotator.dataset.views import views
from annotator.errors import Cancelled, Refused
from annotator.formats.losses import WriteOptions
from annotator.models import Annotator, Assignment, Layer, Span, Stance
from annotator.operations import splits, stances, stories
from annotator.operations.datasets import NO_GOLD, UNFINISHED, UNREAD, release
from annotator.operations.export_choice import pseudonyms
from annotator.store import Project
from tests.factories import add_article

ALL: dict[str, Any] = {"layers": "all"}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return demo.build(tmp_path_factory.mktemp("built") / "sample.stancemark", gold=True)


@pytest.fixture
def sample(built: Path, tmp_path: Path) -> Iterator[Project]:
    """The sample with gold on some articles, and a split."""
    with Project.open(Path(shutil.copy(built, tmp_path / "sample.stancemark"))) as project:
        splits.make(project, None, "mine", shares={"train": 0.6, "test": 0.4}, seed=7)
        yield project


def manifest(folder: Path) -> dict[str, Any]:
    """What it says of itself."""
    found: dict[str, Any] = orjson.loads((folder / "manifest.json").read_bytes())
    return found


def rows(folder: Path, view: str) -> list[dict[str, Any]]:
    """The rows of all parts."""
    return [orjson.loads(line) for path in folder.glob(f"data/{view}/*") for line in path.read_bytes().splitlines()]


def layers_of(project: Project, done: bool = True) -> dict[tuple[str, str], Layer]:
    """(article, annotator's name) -> layer, finished or not; gold aside."""
    names = {a.id: a.name for a in project.all(Annotator) if a.role != "gold"}
    return {
        (layer.article_id, names[layer.annotator_id]): layer
        for layer in project.all(Layer)
        if layer.annotator_id in names and (layer.status == "done") == done
    }


def test_every_view_and_part(sample: Project, tmp_path: Path) -> None:
    report = release(sample, tmp_path / "d", split="mine", **ALL)
    assert set(report.rows) == set(views()) and report.articles == splits_counts(sample) and report.clean
    assert all(path.is_file() for path in report.files) and len(report.files) == 2 * len(views()) + 4
    values = manifest(tmp_path / "d")
    assert values["name"] == "Harbour and strait" and values["split"]["seed"] == 7
    assert values["codebook"]["hash"] == sample.codebook().hash and "CLAIM" in values["codebook"]["labels"]
    assert values["layers"]["rule"] == "Every annotator’s layer." and values["layers"]["annotators"] == 3
    assert values["agreement"]["scores"]["statements, found"]["value"] > 0.5
    assert sum(values["counts"]["readers"]["train"].values()) == report.articles["train"]


def splits_counts(project: Project) -> dict[str, int]:
    """Part -> articles."""
    found = list(splits.parts(project, "mine").values())
    return {part: found.count(part) for part in ("train", "test")}


def test_only_finished_layers_count(sample: Project, tmp_path: Path) -> None:
    report = release(sample, tmp_path / "d", ["spans"], **ALL)
    finished, open_ = layers_of(sample), layers_of(sample, done=False)
    assert {(row["doc_id"], row["annotator"]) for row in rows(tmp_path / "d", "spans")} == set(finished)
    assert {(x.article, x.annotator) for x in report.left_out if x.annotator} == set(open_) and open_
    assert {x.why for x in report.left_out} == {UNFINISHED}


def test_gold_and_articles_without(sample: Project, tmp_path: Path) -> None:
    report = release(sample, tmp_path / "d", ["stance-pairs"])
    assert {row["annotator"] for row in rows(tmp_path / "d", "stance-pairs")} == {"gold"}
    assert {x.why for x in report.left_out} == {NO_GOLD} and len(report.left_out) + sum(report.articles.values()) == 13
    said = manifest(tmp_path / "d")["layers"]["lost"]
    assert said and "Gold that is not done" in said[0]["what"]


def test_one_layer_made_of_several(sample: Project, tmp_path: Path) -> None:
    release(sample, tmp_path / "d", ["spans"], layers="majority", annotators=["Ada", "Bruno"])
    found = rows(tmp_path / "d", "spans")
    assert {row["annotator"] for row in found} == {"majority"}
    assert {row["doc_id"] for row in found} == {ident for ident, name in layers_of(sample) if name in ("Ada", "Bruno")}
    assert manifest(tmp_path / "d")["layers"]["chosen"] == "majority (Ada, Bruno)"


def test_articles_that_came_in_after_the_split_are_left_out_until_it_is_extended(
    sample: Project, tmp_path: Path
) -> None:
    late = add_article(sample, "Something else entirely stands in this one.")
    report = release(sample, tmp_path / "a", ["spans"], split="mine", **ALL)
    assert [(x.article, x.why) for x in report.left_out if not x.annotator] == [(late, NO_PART)]
    splits.extend(sample, None, "mine")
    report = release(sample, tmp_path / "b", ["spans"], split="mine", **ALL)
    assert [(x.article, x.why) for x in report.left_out if not x.annotator] == [(late, UNREAD)]


def test_what_is_lost_of_articles_in_no_part_is_not_told(sample: Project, tmp_path: Path) -> None:
    split = splits.split_named(sample, "mine")
    one, *others = sorted(splits.parts(sample, "mine"))
    with sample.step("Take out", None) as step:
        for ident in others:
            step.delete(Assignment, Assignment.id_for(split.id, ident))
    report = release(sample, tmp_path / "d", ["spans"], split="mine", layers="majority")
    assert {x.article for x in report.left_out if x.why == NO_PART} == set(others)
    layers = [layer.id for layer in sample.all(Layer) if layer.article_id != one]
    apart = {span.id for i in layers for span in sample.all(Span, i)}
    apart |= {stance.id for i in layers for stance in sample.all(Stance, i)}
    lost = {ident for loss in manifest(tmp_path / "d")["layers"]["lost"] for ident in loss["ids"]}
    assert lost and not lost & apart


def test_letters_for_names(sample: Project, tmp_path: Path) -> None:
    names = [a.name for a in sample.all(Annotator) if a.role == "annotator"]
    options = WriteOptions(pseudonyms=pseudonyms(sample))
    release(sample, tmp_path / "d", options=options, layers="all", annotators=names[:2])
    for path in (tmp_path / "d").rglob("*.*"):
        assert not any(
            f'"{name}"' in path.read_text("utf-8") or f"({name}" in path.read_text("utf-8") for name in names
        )


def test_the_same_bytes_and_no_time_but_the_datas_own(sample: Project, tmp_path: Path) -> None:
    for name in ("a", "b"):
        release(sample, tmp_path / name, split="mine", **ALL)
    one, other = ({p.relative_to(tmp_path / n): p.read_bytes() for p in (tmp_path / n).rglob("*.*")} for n in "ab")
    assert one == other


def test_a_story_that_was_joined_later_is_reported(sample: Project, tmp_path: Path) -> None:
    stories.join(sample, None, list(splits.parts(sample, "mine")))
    assert not release(sample, tmp_path / "d", ["spans"], split="mine", **ALL).clean
    (story,) = orjson.loads((tmp_path / "d/leakage.json").read_bytes())["stories"]
    assert set(story["parts"]) == {"train", "test"}


# -- whole or not at all
def test_stopped_there_is_nothing(sample: Project, tmp_path: Path) -> None:
    asked: list[bool] = []
    release(sample, tmp_path / "whole", cancelled=lambda: bool(asked.append(False)), **ALL)
    assert asked
    for wanted in range(1, len(asked) + 1):
        turns = iter([False] * (wanted - 1))
        with pytest.raises(Cancelled):
            release(sample, tmp_path / "d", cancelled=lambda turns=turns: next(turns, True), **ALL)
    assert [path.name for path in tmp_path.iterdir() if path.is_dir()] == ["whole"]


def test_progress_goes_to_the_end(sample: Project, tmp_path: Path) -> None:
    shown: list[float] = []
    release(sample, tmp_path / "d", ["spans"], progress=shown.append)
    assert shown == sorted(shown) and shown[-1] == 1.0


def test_a_folder_with_something_in_it_is_kept(sample: Project, tmp_path: Path) -> None:
    (tmp_path / "d").mkdir()
    (tmp_path / "d/mine").write_bytes(b"x")
    with pytest.raises(Refused, match="not empty"):
        release(sample, tmp_path / "d")
    with pytest.raises(Refused, match="not empty"):
        release(sample, sample.path)
    assert [path.name for path in (tmp_path / "d").iterdir()] == ["mine"]
    (tmp_path / "d/mine").unlink()
    release(sample, tmp_path / "d", ["spans"])
    assert (tmp_path / "d/manifest.json").exists()


@pytest.mark.parametrize(
    ("words", "names", "how"),
    [
        ("no view “sparks”", ["sparks"], {}),
        ("no split “other”", [], {"split": "other"}),
        ("no annotator “Nobody”", [], {"annotators": ["Nobody"]}),
    ],
)
def test_what_cannot_be(sample: Project, tmp_path: Path, words: str, names: list[str], how: dict[str, Any]) -> None:
    with pytest.raises(Refused, match=words):
        release(sample, tmp_path / "d", names, **how)
    assert not (tmp_path / "d").exists()


# -- two of them
def test_what_changed_from_one_to_the_next(sample: Project, tmp_path: Path) -> None:
    release(sample, tmp_path / "old", ["stance-pairs"], split="mine", **ALL)
    names = {a.id: a.name for a in sample.all(Annotator)}
    layer = next(
        x
        for _, x in sorted(layers_of(sample).items())
        if any(s.polarity == "support" for s in sample.all(Stance, x.id))
    )
    stance = next(s for s in sample.all(Stance, layer.id) if s.polarity == "support")
    stances.change(sample, layer.annotator_id, layer.article_id, stance.id, polarity="oppose")
    release(sample, tmp_path / "new", ["stance-pairs"], split="mine", **ALL)
    (change,) = difference(tmp_path / "old", tmp_path / "new").changes
    assert (change.kind, change.before, change.after) == ("relabelled", "support", "oppose")
    assert change.id == f"{layer.article_id}:{names[layer.annotator_id]}:{stance.id}"
