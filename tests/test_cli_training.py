"""Training data on the command line: whose layers, how much around a passage, which part, and what is told of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.test_cli import _built, good, refused, run, sample, values

__all__ = ["_built", "sample"]


def rows(project: Path, name: str, *options: str) -> list[dict[str, Any]]:
    """What an export writes."""
    path = project.with_name(f"{name}.jsonl")
    good("export", project, "--format", name, "--out", path, *options)
    return [json.loads(line) for line in path.read_bytes().splitlines()]


@pytest.mark.parametrize("layers", ["majority", "soft"])
def test_one_layer_of_several(sample: Path, layers: str) -> None:
    found = rows(sample, "spans", "--layers", layers)
    assert {row["annotator"] for row in found} == {layers}
    assert len({row["doc_id"] for row in found}) == len(found) > 10
    shares = {span["share"] for row in found for span in row["spans"]}
    assert (min(shares) > 0.5) == (layers == "majority")
    assert {
        (pair["key"], float(pair["value"])) for row in found for pair in row["attrs"] if pair["key"] == "share"
    } == ({("share", share) for share in shares} if layers == "soft" else set())


def test_what_was_left_out_and_why_stands_beside_the_file(sample: Path) -> None:
    rows(sample, "spans", "--layers", "majority")
    beside = json.loads(sample.with_name("spans.jsonl.losses.json").read_bytes())["losses"]
    told = {loss["what"]: loss["ids"] for loss in beside}
    assert all(any(word in what for what in told) for word in ("majority", "one polarity as another", "one actor"))
    assert all(told.values())


def test_those_who_are_named_and_gold(sample: Path) -> None:
    assert {row["annotator"] for row in rows(sample, "triples", "--annotator", "Ada", "--annotator", "Bruno")} == {
        "Ada", "Bruno"
    }  # fmt: skip
    assert rows(sample, "triples", "--layers", "gold") == []
    two = rows(sample, "spans", "--layers", "majority", "--annotator", "Ada", "--annotator", "Bruno")
    assert {span["share"] for row in two for span in row["spans"]} == {1.0}
    assert "no annotator" in refused("export", sample, "--format", "spans", "--out", "x", "--annotator", "Nobody")


def test_context_names_pairs_and_parts(sample: Path) -> None:
    one, wide = rows(sample, "stance-pairs"), rows(sample, "stance-pairs", "--context", "all")
    assert [row["id"] for row in one] == [row["id"] for row in wide]
    assert all(row["text"] in other["text"] for row, other in zip(one, wide, strict=True))
    assert {row["text_start"] for row in wide} == {0} != {row["text_start"] for row in one}
    more = rows(sample, "stance-pairs", "--none-pairs", "--pseudonyms")
    assert "none" in {row["label"] for row in more} and len(more) > len(one)
    names = {row["annotator"] for row in more}
    assert len(names) == 3 and names <= set("ABCD")
    good("split", sample, "--name", "main", "--shares", "train=0.5,test=0.5")
    assert {row["split"] for row in rows(sample, "stance-pairs", "--split", "main")} == {"train", "test"}
    assert {row["split"] for row in rows(sample, "nli", "--split", "main", "--part", "test")} == {"test"}
    assert run("export", sample, "--out", "x", "--format", "nli", "--context", "wide").exit_code == 2


def test_jsonl_takes_no_layer_that_nobody_wrote(sample: Path, tmp_path: Path) -> None:
    assert "takes layers as they are" in refused("export", sample, "--out", tmp_path / "x.jsonl", "--layers", "soft")


def test_every_view_is_listed_with_what_it_loses() -> None:
    found = {one["name"]: one for one in values("formats")["formats"]}
    names = (
        "tokens", "spans", "relations", "triples", "stance-pairs", "nli", "chat", "prompts", "soft", "ratings",
        "lewidi", "parquet",
    )  # fmt: skip
    for name in names:
        assert found[name]["writes"] and not found[name]["reads"] and found[name]["loses"]
