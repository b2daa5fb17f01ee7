"""Other tools' files in and out of a project: what a format carries comes back, the rest is said."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from annotator import codebook, demo
from annotator.errors import Cancelled, Problem, Refused
from annotator.formats.label_map import LabelMap
from annotator.formats.losses import WriteOptions
from annotator.models import Actor, Annotator, Article, Layer, Span
from annotator.operations.export_formats import LOSSES, export_as, writable
from annotator.operations.imports import import_paths
from annotator.operations.registries import add_actor
from annotator.store import Project
from annotator.store.checks import check
from tests.factories import TEXT, add_article, new_project, tables

ENDINGS = {
    "doccano": "jsonl",
    "prodigy": "jsonl",
    "labelstudio": "json",
    "brat": "folder",
    "conllu": "conllu",
    "spacy": "spacy",
    "cas-xmi": "folder",
    "cas-json": "folder",
    "webannotation": "jsonld",
}  # of those that can be read, too
DRAWN = WriteOptions(printer=lambda reading: b"%PDF " + reading.id.encode())  # in place of the window's


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return demo.build(tmp_path_factory.mktemp("sample") / "sample.stancemark")


def spans_of(project: Project, one: str) -> Counter[tuple[Any, ...]]:
    """(text, label, cover) of every mark of an annotator's finished layers."""
    who = Annotator.id_for(one)
    return Counter(
        (article.text_sha256, span.label, span.start, span.end)
        for article in project.all(Article)
        if (layer := project.get(Layer, Layer.id_for(article.id, who))) is not None and layer.status == "done"
        for span in project.all(Span, layer.id)
    )


def contents(path: Path) -> dict[str, bytes]:
    """What is in a file, or in all files of a folder."""
    files = [path] if path.is_file() else sorted(p for p in path.rglob("*") if p.is_file())
    return {p.relative_to(path).as_posix(): p.read_bytes() for p in files}


@pytest.mark.parametrize("name", sorted(writable()))
def test_what_was_written_comes_back_with_its_offsets(sample: Path, tmp_path: Path, name: str) -> None:
    path = tmp_path / f"out.{ENDINGS.get(name, 'x')}"
    with Project.open(sample, read_only=True) as project:
        report = export_as(project, path, name, annotators=("Ada",), options=DRAWN)
        wanted = spans_of(project, "Ada")
        again = export_as(project, tmp_path / "again" / path.name, name, annotators=("Ada",), options=DRAWN)
    assert report.lines == 13 and report.losses and path.exists()
    beside = json.loads(path.with_name(path.name + LOSSES).read_bytes())
    assert beside["format"] == name and len(beside["losses"]) == len(report.losses)
    for one, two in zip(report.files, again.files, strict=True):
        assert contents(one) == contents(two)
    if name not in ENDINGS:
        return
    with Project.create(tmp_path / "back.stancemark", codebook.default()) as project:
        step, came = import_paths(project, None, [path], annotator="Ada")
        assert step is not None and not came.problems and came.layers == 13
        assert spans_of(project, "Ada") == wanted and check(project) == []
        before = tables(project, revision=True)
        _, twice = import_paths(project, None, [path], annotator="Ada")
        assert (twice.layers, twice.layers_already, len(twice.added)) == (0, 13, 0)
        assert tables(project, revision=True) == before
        project.undo(None)
        assert project.all(Article) == []


def row(**values: Any) -> str:
    return json.dumps({"id": 7, "text": TEXT, **values}) + "\n"


def test_wrong_offsets_are_reported_and_not_believed(tmp_path: Path) -> None:
    start = TEXT.index("the bridge")
    task = {
        "id": 1, "data": {"text": TEXT}, "annotations": [{"id": 1, "completed_by": 3, "result": [
            {"id": "a", "from_name": "label", "to_name": "text", "type": "labels",
             "value": {"start": start + 4, "end": start + 14, "text": "the bridge", "labels": ["CLAIM"]}},
            {"id": "b", "from_name": "label", "to_name": "text", "type": "labels",
             "value": {"start": 0, "end": 4, "text": "nowhere", "labels": ["CLAIM"]}},
        ]}],
    }  # fmt: skip
    path = tmp_path / "tasks.json"
    path.write_text(json.dumps([task]))
    with new_project(tmp_path) as project:
        step, report = import_paths(project, None, [path], dry_run=True)
        assert step is None and project.all(Article) == []
        _, report = import_paths(project, None, [path])
        assert report.marks == {"moved": 1, "left out": 1}
        assert [one.outcome for one in report.moved] == ["moved", "left out"]
        assert report.moved[0].path == path and "“the bridge” was found at" in report.moved[0].why
        (layer,) = project.all(Layer)
        (span,) = project.all(Span, layer.id)
        assert span.quote == "the bridge" and check(project) == []


def test_a_text_that_is_there_already_is_that_article(tmp_path: Path) -> None:
    path = tmp_path / "Ben.jsonl"
    path.write_text(row(label=[[0, 8, "ACTOR"]]))
    with new_project(tmp_path) as project:
        article = add_article(project)
        _, report = import_paths(project, None, [path])
        assert report.layers == 1 and [a.id for a in project.all(Article)] == [article]
        assert project.all(Layer)[0].id == Layer.id_for(article, Annotator.id_for("Ben"))


def test_labels_are_mapped_and_those_left_are_told(tmp_path: Path) -> None:
    path = tmp_path / "Ben.jsonl"
    path.write_text(row(label=[[0, 8, "PER"], [9, 12, "MISC"], [13, 17, "DATE"]]))
    with new_project(tmp_path) as project:
        _, report = import_paths(project, None, [path], labels=LabelMap({"PER": "ACTOR", "DATE": None}))
        spans = project.all(Span, project.all(Layer)[0].id)
        assert {span.label for span in spans} == {"ACTOR", "MISC"}
        assert report.marks == {"placed": 2, "left out": 1}
        assert any("MISC is not in the project's codebook" in words for words in report.warnings)


def test_a_file_with_a_bad_line_brings_in_nothing_and_the_others_come(tmp_path: Path) -> None:
    bad, good = tmp_path / "Ben.jsonl", tmp_path / "Cem.jsonl"
    bad.write_text(row(label=[[0, 8, "ACTOR"]]) + '{"id": 8, "text": "x", "label": [[0')
    good.write_text(row(label=[[0, 8, "ACTOR"]]))
    with new_project(tmp_path) as project:
        _, report = import_paths(project, None, [bad, good])
        assert len(report.problems) == 1 and "line 2" in str(report.problems[0])
        assert report.marks == {"placed": 1} and not report.moved
        assert [person.name for person in project.all(Annotator)] == ["Cem"]


def test_names_lead_to_the_registry_or_are_proposed(sample: Path, tmp_path: Path) -> None:
    path = tmp_path / "out.json"
    with Project.open(sample, read_only=True) as project:
        export_as(project, path, "labelstudio", annotators=("Ada",))
    with new_project(tmp_path) as project:
        known = add_actor(project, None, "Petra Vance", aliases=("Vance",)).created("actor")[0]  # type: ignore[arg-type]
        import_paths(project, None, [path], annotator="Ada")
        actors = {actor.name: actor for actor in project.all(Actor)}
        assert actors["Petra Vance"].id == known and actors["Petra Vance"].status == "confirmed"
        others = [actor for actor in actors.values() if actor.id != known]
        assert len(others) > 10 and {actor.status for actor in others} == {"proposed"}


def test_a_stranger_or_a_bad_place_is_refused(sample: Path, tmp_path: Path) -> None:
    with Project.open(sample, read_only=True) as project:
        with pytest.raises(Refused, match="no annotator “Zoe”"):
            export_as(project, tmp_path / "x.json", "doccano", annotators=("Zoe",))
        with pytest.raises(Refused, match="the project itself"):
            export_as(project, sample, "doccano")
        (tmp_path / "file").write_text("x")
        with pytest.raises(Problem, match="cannot be written"):
            export_as(project, tmp_path / "file" / "x.json", "doccano")
    assert {path.name for path in tmp_path.iterdir()} == {"file"}


def test_it_says_how_far_it_is_and_can_be_stopped(sample: Path, tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    with Project.open(sample, read_only=True) as project:
        export_as(project, path, "prodigy")
    with new_project(tmp_path) as project:
        told: list[float] = []
        import_paths(project, None, [path], progress=told.append)
        assert told == sorted(told) and 0.6 in told  # looked at every 64 readings
        project.undo(None)
        before = tables(project, revision=True)
        with pytest.raises(Cancelled):
            import_paths(project, None, [path], cancelled=lambda: len(told) > 0)
        assert tables(project, revision=True) == before


def test_the_text_may_stand_under_another_name(tmp_path: Path) -> None:
    path = tmp_path / "Ben.jsonl"
    path.write_text(json.dumps({"id": 7, "body": TEXT, "head": "The bridge", "label": [[0, 8, "ACTOR"]]}) + "\n")
    with new_project(tmp_path) as project:
        _, report = import_paths(project, None, [path], format="doccano", columns={"text": "body", "title": "head"})
        assert not report.problems and report.layers == 1
        (article,) = project.all(Article)
        assert (article.text, article.title) == (TEXT, "The bridge")
