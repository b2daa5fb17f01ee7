"""Data sets on the command line: written and compared."""

from __future__ import annotations

from pathlib import Path

import orjson
import pytest

from tests.test_cli import _built, good, refused, run, sample, values

__all__ = ["_built", "sample"]
VIEWS = ("--view", "stance-pairs", "--view", "spans")


def test_dataset(sample: Path, tmp_path: Path) -> None:
    good("split", sample, "--name", "mine", "--shares", "train=0.7,test=0.3")
    text = good("dataset", sample, "--out", tmp_path / "d", *VIEWS, "--split", "mine", "--layers", "all")
    assert text.startswith("stance-pairs: train ") and "This layer is not finished." in text
    assert text.endswith(f"Wrote {tmp_path / 'd'}.\n")
    found = values("dataset", sample, "--out", tmp_path / "e", *VIEWS, "--split", "mine", "--layers", "all")
    assert found["clean"] is True and set(found["rows"]) == {"stance-pairs", "spans"} and found["left_out"]
    for one in (tmp_path / "d").rglob("*.*"):
        assert (tmp_path / "e" / one.relative_to(tmp_path / "d")).read_bytes() == one.read_bytes()
    assert str(tmp_path / "e" / "manifest.json") in found["files"]


def test_what_it_is_told_stands_in_it(sample: Path, tmp_path: Path) -> None:
    good("dataset", sample, "--out", tmp_path / "d", *VIEWS, "--layers", "majority", "--annotator", "Ada", "--label",
         "CLAIM", "--context", "all", "--none-pairs", "--pseudonyms", "--name", "N", "--description", "D", "--licence",
         "mit", "--url", "https://example.org", "--citation", "C", "--creator", "One", "--creator", "Two")  # fmt: skip
    found = orjson.loads((tmp_path / "d/manifest.json").read_bytes())
    assert found["options"] == {"labels": ["CLAIM"], "context": None, "none_pairs": True, "pseudonyms": True}
    told = [found[key] for key in ("name", "description", "licence", "url", "citation", "creators")]
    assert told == ["N", "D", "mit", "https://example.org", "C", ["One", "Two"]]
    assert "Ada" not in found["layers"]["chosen"]


def test_a_dataset_that_cannot_be(sample: Path, tmp_path: Path) -> None:
    out = ("--out", tmp_path / "d")
    assert "no view “sparks”" in refused("dataset", sample, *out, "--view", "sparks")
    assert "no split “other”" in refused("dataset", sample, *out, "--split", "other")
    assert "not empty" in refused("dataset", sample, "--out", tmp_path)
    assert run("dataset", sample).exit_code == 2
    assert run("dataset", sample, *out, "--context", "many").exit_code == 2
    assert run("dataset", sample, *out, "--layers", "best").exit_code == 2
    assert not (tmp_path / "d").exists()


@pytest.fixture
def two(sample: Path, tmp_path: Path) -> tuple[Path, Path]:
    """Two data sets, the second with fewer views and labels."""
    good("dataset", sample, "--out", tmp_path / "old", *VIEWS, "--layers", "all")
    good("dataset", sample, "--out", tmp_path / "new", "--view", "spans", "--layers", "all", "--label", "CLAIM")
    return tmp_path / "old", tmp_path / "new"


def test_dataset_diff(two: tuple[Path, Path]) -> None:
    text = good("dataset-diff", *two)
    assert "relabelled: other options" in text and "removed: the view is gone" in text and "…" in text
    found = values("dataset-diff", *two)
    number = sum(n for kinds in found["counts"].values() for causes in kinds.values() for n in causes.values())
    assert number == len(found["changes"]) and {change["view"] for change in found["changes"]} == {
        "spans",
        "stance-pairs",
    }
    assert good("dataset-diff", two[0], two[0]) == "All rows are the same.\n"


def test_dataset_diff_of_what_is_none(two: tuple[Path, Path], tmp_path: Path) -> None:
    assert "cannot be read" in refused("dataset-diff", tmp_path / "nowhere", two[1])
    assert "manifest.json" in refused("dataset-diff", two[0], tmp_path)
    assert run("dataset-diff", two[0]).exit_code == 2
