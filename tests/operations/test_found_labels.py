"""The labels of other tools' files are counted without anything being placed or written."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from annotator.errors import Cancelled, InputProblem
from annotator.formats import recognised
from annotator.formats.found import ReadOptions
from annotator.operations.found_labels import labels_of
from annotator.operations.taking_in import ReadingsFile

TEXT = "Ada Vale 🦊 said no. قالت ليلى نعم.\r\n"


def file(path: Path, *rows: dict[str, Any], options: ReadOptions | None = None) -> ReadingsFile:
    path.write_text("".join(json.dumps({"id": n, "text": TEXT, **row}) + "\n" for n, row in enumerate(rows)))
    return ReadingsFile(path, recognised(path), options=options or ReadOptions())


def related(label: str, *relations: str) -> dict[str, Any]:
    places = [{"id": n, "label": label, "start_offset": n, "end_offset": n + 3} for n in range(2)]
    links = [{"id": n, "from_id": 0, "to_id": 1, "type": name} for n, name in enumerate(relations)]
    return {"entities": places, "relations": links, "Comments": []}


def test_labels_are_counted_by_kind(tmp_path: Path) -> None:
    one = file(tmp_path / "Ben.jsonl", related("PER", "says", "says"), related("ORG"))
    two = file(tmp_path / "Cem.jsonl", related("PER", "cites"))
    found = labels_of([one, two])
    assert found.counts["span"] == {"PER": 4, "ORG": 2}
    assert found.counts["relation"] == {"says": 2, "cites": 1}
    assert found.counts["label"] == {}
    assert found.annotators == {"Ben": 2, "Cem": 1}
    assert found.first is not None and found.first.text == TEXT
    apart = labels_of([one]) | labels_of([two])
    assert apart == found


def test_layers_of_nobody_are_counted(tmp_path: Path) -> None:
    path = tmp_path / "tasks.json"
    result = [{"id": "a", "from_name": "label", "to_name": "text", "type": "labels",
               "value": {"start": 0, "end": 3, "text": "Ada", "labels": ["PER"]}}]  # fmt: skip
    path.write_text(json.dumps([{"id": 1, "data": {"text": TEXT}, "annotations": [{"id": 1, "result": result}]}]))
    assert labels_of([ReadingsFile(path, recognised(path))]).annotators == {"": 1}


def test_canonical_files_are_left_aside(tmp_path: Path) -> None:
    assert labels_of([ReadingsFile(tmp_path / "none.jsonl")]).annotators == {}
    assert labels_of([]).first is None


def test_it_says_how_far_it_is_and_can_be_stopped(tmp_path: Path) -> None:
    one = file(tmp_path / "Ben.jsonl", *[related("PER")] * 300)
    told: list[float] = []
    labels_of([one, one], progress=told.append)
    assert told == sorted(told) and told[0] == 0 and told[-1] <= 1 and len(set(told)) > 4
    with pytest.raises(Cancelled):
        labels_of([one], cancelled=lambda: True)


def test_a_broken_file_names_the_line(tmp_path: Path) -> None:
    one = file(tmp_path / "Ben.jsonl", related("PER"))
    with one.path.open("a") as stream:
        stream.write('{"id": 9, "text')
    with pytest.raises(InputProblem, match="line 2"):
        labels_of([one])
