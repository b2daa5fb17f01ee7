"""What the command line is told of labels stays, if it is asked to remember, and is said when it is used."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from annotator import codebook
from annotator.models import Layer, Span
from annotator.store import Project
from tests.test_cli import good, values

TEXT = "Ada Vale spoke of the pier."


@pytest.fixture
def project(tmp_path: Path) -> Path:
    path = tmp_path / "p.stancemark"
    Project.create(path, codebook.default()).close()
    return path


def marked(folder: Path, name: str) -> Path:
    path = folder / f"{name}.jsonl"
    path.write_text(json.dumps({"id": 1, "text": TEXT, "label": [[0, 8, "PER"]]}) + "\n", encoding="utf-8")
    return path


def labels(path: Path) -> list[str]:
    with Project.open(path, read_only=True) as opened:
        return sorted(span.label for layer in opened.all(Layer) for span in opened.all(Span, layer.id))


def test_a_map_counts_once_unless_it_is_remembered(project: Path, tmp_path: Path) -> None:
    good("import", project, marked(tmp_path, "Ada"), "--map", "PER=ACTOR")
    said = good("import", project, marked(tmp_path, "Ben"))
    assert "PER is not in the project's codebook" in said and labels(project) == ["ACTOR", "PER"]


def test_what_is_remembered_is_used_and_said(project: Path, tmp_path: Path) -> None:
    good("import", project, marked(tmp_path, "Ada"), "--map", "PER=ACTOR", "--remember")
    said = good("import", project, marked(tmp_path, "Ben"))
    assert "become what they became in this project before" in said and labels(project) == ["ACTOR", "ACTOR"]
    good("import", project, marked(tmp_path, "Cem"), "--map", "PER=CLAIM")  # what is said now counts more
    good("import", project, marked(tmp_path, "Dan"))
    assert labels(project) == ["ACTOR", "ACTOR", "ACTOR", "CLAIM"]


def test_a_dry_run_remembers_nothing(project: Path, tmp_path: Path) -> None:
    found = values("import", project, marked(tmp_path, "Ada"), "--map", "PER=ACTOR", "--remember", "--dry-run")
    assert found["layers"] == 1
    good("import", project, marked(tmp_path, "Ada"))
    assert labels(project) == ["PER"]
