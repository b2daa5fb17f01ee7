"""What a project remembers of imports, and that it goes back with them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from annotator.formats.label_map import LabelMap
from annotator.models import Article, Layer, Setting, Span
from annotator.operations.imports import import_paths
from annotator.operations.label_maps import (
    TITLE,
    Memory,
    keep,
    remember,
    remembered,
    remembered_columns,
    remembered_names,
)
from annotator.store import Project
from tests.factories import TEXT, journal, new_project, tables


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with new_project(tmp_path) as made:
        yield made


@pytest.fixture
def theirs(tmp_path: Path) -> Path:
    """A doccano file of Ben's with two labels that the codebook does not have."""
    path = tmp_path / "Ben.jsonl"
    path.write_text(json.dumps({"id": 7, "text": TEXT, "label": [[0, 8, "PER"], [9, 12, "MISC"]]}) + "\n")
    return path


def labels(project: Project) -> set[str]:
    return {span.label for layer in project.all(Layer) for span in project.all(Span, layer.id)}


def store(project: Project, memory: Memory) -> None:
    with project.step("keep", None) as step:
        keep(step, project, memory)


def test_what_is_remembered_comes_back_and_is_taken_back(project: Project) -> None:
    assert remembered(project, "doccano") == LabelMap()
    first = LabelMap({"PER": "ACTOR", "MISC": None}, {"says": "ATTRIBUTED_TO"}, {"topic": "genre"})
    assert remember(project, None, "doccano", first).title == TITLE
    assert remembered(project, "doccano") == first
    assert remembered(project, "brat") == LabelMap()
    remember(project, None, "doccano", LabelMap({"MISC": "CLAIM", "LOC": "LOC"}))
    assert remembered(project, "doccano").spans == {"PER": "ACTOR", "MISC": "CLAIM", "LOC": "LOC"}
    assert remembered(project, "doccano").relations == first.relations
    project.undo(None)
    assert remembered(project, "doccano") == first
    project.undo(None)
    assert project.all(Setting) == []


def test_the_same_again_is_no_step(project: Project) -> None:
    remember(project, None, "doccano", LabelMap({"PER": "ACTOR", "A": None}))
    before = journal(project)
    assert remember(project, None, "doccano", LabelMap({"A": None, "PER": "ACTOR"})).id == 0
    assert remember(project, None, "brat", LabelMap()).id == 0
    assert journal(project) == before


@pytest.mark.parametrize(
    "value", [None, 3, "x", [], {"spans": 3}, {"spans": {"PER": 3}}, {"spans": {"PER": ["ACTOR"]}, "relations": None}]
)
def test_what_makes_no_sense_is_as_if_it_were_not_there(project: Project, value: Any) -> None:
    with project.step("odd", None) as step:
        for name in ("labels doccano", "columns table", "names"):
            step.insert(Setting(id=name, value=value))
    assert remembered(project, "doccano") == LabelMap()
    assert remembered_columns(project, "table") == {}
    assert remembered_names(project) == (value if isinstance(value, str) else "")


def test_columns_and_file_names(project: Project) -> None:
    store(project, Memory(columns={"table": {"Volltext": "text", "head": "title"}}, names="{source}/{title}"))
    store(project, Memory(columns={"table": {"head": ""}}))
    assert remembered_columns(project, "table") == {"Volltext": "text", "head": ""}
    assert remembered_names(project) == "{source}/{title}"
    store(project, Memory(names=""))
    assert remembered_names(project) == ""
    store(project, Memory(columns={"table": {"Volltext": "nonsense"}}))
    assert remembered_columns(project, "table") == {"head": ""}


# -- with an import
def test_an_import_remembers_and_the_next_goes_by_it(project: Project, theirs: Path, tmp_path: Path) -> None:
    before = tables(project, revision=True)
    step, _ = import_paths(project, None, [theirs], labels=LabelMap({"PER": "ACTOR"}), remember=True)
    assert step is not None and step.title == "Import 1 article, 1 layer" and labels(project) == {"ACTOR", "MISC"}
    assert remembered(project, "doccano") == LabelMap({"PER": "ACTOR"})
    project.undo(None)
    assert tables(project, revision=True) == before
    project.redo(None)
    other = tmp_path / "Cem.jsonl"
    other.write_text(theirs.read_text())
    _, report = import_paths(project, None, [other], labels=LabelMap({"MISC": "CLAIM"}))
    assert labels(project) == {"ACTOR", "MISC", "CLAIM"}
    assert [str(words) for words in report.warnings] == [
        "Labels of doccano (JSON lines) become what they became in this project before."
    ]
    assert remembered(project, "doccano") == LabelMap({"PER": "ACTOR"})  # nobody asked to remember more


def test_the_same_import_twice_changes_nothing(project: Project, theirs: Path) -> None:
    how = LabelMap({"PER": "ACTOR", "MISC": None})
    import_paths(project, None, [theirs], labels=how, remember=True)
    before, steps = tables(project, revision=True), journal(project)
    for told in (how, None):
        step, report = import_paths(project, None, [theirs], labels=told, remember=True)
        assert step is not None and step.id == 0 and (report.layers_already, report.conflicts) == (1, [])
    assert (tables(project, revision=True), journal(project)) == (before, steps)


def test_only_what_is_to_be_remembered_is_new(project: Project, theirs: Path) -> None:
    import_paths(project, None, [theirs])
    step, report = import_paths(project, None, [theirs], labels=LabelMap({"LOC": None}), remember=True)
    assert step is not None and step.title == TITLE and (report.layers, report.layers_already) == (0, 1)


def test_the_pattern_of_names_is_remembered(project: Project, tmp_path: Path) -> None:
    (tmp_path / "Harbour Wire_Pier.txt").write_text("A plain text, nothing more.\n")
    import_paths(project, None, [tmp_path / "Harbour Wire_Pier.txt"], names="{source}_{title}", remember=True)
    assert remembered_names(project) == "{source}_{title}" and project.all(Article)[0].source == "Harbour Wire"


def test_a_dry_run_remembers_nothing(project: Project, theirs: Path) -> None:
    import_paths(project, None, [theirs], labels=LabelMap({"PER": "ACTOR"}), remember=True, dry_run=True)
    assert project.all(Setting) == [] and project.all(Article) == []


def test_files_of_articles_leave_nothing_to_remember(project: Project, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A plain text, nothing more.\n")
    import_paths(project, None, [tmp_path / "a.txt"], labels=LabelMap({"PER": "ACTOR"}), remember=True)
    assert project.all(Setting) == []
