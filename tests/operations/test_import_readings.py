"""Readings meeting what a project already has: kept, reported, or refused with the line."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from annotator.errors import Cancelled
from annotator.formats.canonical import companion_path
from annotator.models import (
    Actor,
    Annotator,
    Article,
    Holder,
    Issue,
    Layer,
    Reading,
    ReadingLayer,
    ReadingNote,
    Relation,
    Span,
    Stance,
    Target,
)
from annotator.operations.imports import import_paths
from annotator.operations.registries import annotator
from annotator.operations.spans import mark
from annotator.store import Project
from annotator.store.checks import check
from tests.factories import TEXT, find, journal, new_project, span, tables
from tests.operations.incoming import TOLL, UNION, reading, said, save, take_in


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """An empty project."""
    with new_project(tmp_path) as made:
        yield made


# -- meeting other content
def test_into_a_project_with_other_content(project: Project, tmp_path: Path) -> None:
    take_in(project, save(tmp_path, reading("Ben", "Another text.", "Other")))
    before = tables(project, revision=True)
    report = take_in(project, save(tmp_path, reading()))
    assert (len(report.added), report.layers) == (1, 1) and not said(report)
    after = tables(project, revision=True)
    for name, rows in before.items():
        assert [row for row in rows if row not in after[name]] == []
    project.undo(None)
    assert tables(project, revision=True) == before


def test_a_layer_on_an_article_that_is_there(project: Project, tmp_path: Path) -> None:
    take_in(project, save(tmp_path, reading(None)))
    report = take_in(project, save(tmp_path, reading("Ada"), reading("Ben")))
    assert (report.added, report.already, report.layers) == ([], [], 2)
    assert [layer.status for layer in project.all(Layer)] == ["done", "done"]


@pytest.mark.parametrize(
    "change",
    [{"head": {"revision": 4}}, {"head": {"status": "help"}}, {"spans": (span("s", 0, 12),)}, {"spans": ()},
     {"labels": {"tone": "calm"}}, {"notes": (ReadingNote(id="n", author="Ben", text="?"),)}],
)  # fmt: skip
def test_another_version_of_a_layer_is_a_conflict_and_the_own_is_kept(
    project: Project, tmp_path: Path, change: dict[str, Any]
) -> None:
    take_in(project, save(tmp_path, reading()))
    before = tables(project, revision=True)
    path = save(tmp_path, reading("Ben"), reading(**change))
    report = take_in(project, path)
    assert report.conflicts == [
        f"{path}, line 2: the project has another version of this layer of “Bridge”; it was kept."
    ]
    assert (report.layers, report.layers_already) == (1, 0) and not said(report)
    project.undo(None)
    assert tables(project, revision=True) == before


def test_own_work_since_is_kept(project: Project, tmp_path: Path) -> None:
    path = save(tmp_path, reading())
    take_in(project, path)
    mark(project, Annotator.id_for("Ada"), reading().id, *find(TEXT, "bridge"), "CLAIM")
    before = tables(project, revision=True)
    assert len(take_in(project, path).conflicts) == 1
    assert tables(project, revision=True) == before


def test_a_layer_known_under_another_id(project: Project, tmp_path: Path) -> None:
    take_in(project, save(tmp_path, reading(head={"id": "their own id"})))
    assert take_in(project, save(tmp_path, reading(head={"id": "their own id"}))).layers_already == 1
    assert len(take_in(project, save(tmp_path, reading(head={"revision": 9}))).conflicts) == 1
    assert [layer.id for layer in project.all(Layer)] == ["their own id"]


def test_a_layers_id_on_another_article(project: Project, tmp_path: Path) -> None:
    taken = reading(head={"id": "same"})
    report = take_in(project, save(tmp_path, taken, reading("Ada", "Another text.", "Other", head={"id": "same"})))
    assert len(report.conflicts) == 1 and len(project.all(Layer)) == 1


# -- the same thing twice in one import
def test_a_layer_that_stands_in_a_file_twice(project: Project, tmp_path: Path) -> None:
    report = take_in(project, save(tmp_path, reading(), reading(), reading(spans=())))
    assert (report.layers, report.layers_already) == (1, 1)
    assert len(report.conflicts) == 1 and "line 3: this import has another version" in report.conflicts[0]
    assert not said(report) and len(project.all(Span)) == 1


def test_a_file_and_its_copy(project: Project, tmp_path: Path) -> None:
    one, two = save(tmp_path, reading(), actors=(UNION,)), save(tmp_path, reading(), name="copy.jsonl", actors=(UNION,))
    report = take_in(project, one, two)
    assert (report.layers, report.layers_already, report.conflicts, report.problems) == (1, 1, [], [])


def test_a_text_file_and_a_reading_of_it(project: Project, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A plain text, nothing more.\n", "utf-8", newline="")
    _, plain = import_paths(project, None, [tmp_path / "a.txt"], dry_run=True)
    article = plain.drafts[0].article
    values = {name: getattr(article, name) for name in Article.model_fields}
    head = ReadingLayer(id=Layer.id_for(article.id, Annotator.id_for("Ada")), annotator="Ada")
    save(tmp_path, Reading(**{**values, "raw": None, "layer": head}))
    report = take_in(project, tmp_path / "a.txt", tmp_path / "in.jsonl")
    assert not said(report) and (len(report.added), report.layers) == (1, 1)
    assert len(project.all(Article)) == 1


def test_a_folder_with_an_export_in_it(project: Project, tmp_path: Path) -> None:
    folder = tmp_path / "exports"
    folder.mkdir()
    save(folder, reading(), actors=(UNION,))
    (folder / "b.txt").write_text("Something else to read.\n", "utf-8")
    report = take_in(project, folder)
    assert not said(report) and (len(report.added), report.layers) == (2, 1)
    assert [a.id for a in project.all(Actor)] == ["union"]


def test_a_companion_alone(project: Project, tmp_path: Path) -> None:
    path = save(tmp_path, reading(), actors=(UNION,))
    report = take_in(project, companion_path(path))
    assert "Import the .jsonl file" in said(report) and project.all(Actor) == []


def test_an_empty_folder(project: Project, tmp_path: Path) -> None:
    (tmp_path / "nothing").mkdir()
    assert "no file to import" in said(take_in(project, tmp_path / "nothing"))


# -- giving layers to somebody
def test_all_layers_to_one_annotator(project: Project, tmp_path: Path) -> None:
    annotator(project, "Chidi")
    path = save(tmp_path, reading(head={"role": "gold"}), reading("Ben", "Another text.", "Other"))
    report = take_in(project, path, annotator="Chidi")
    assert report.layers == 2
    chidi = Annotator.id_for("Chidi")
    assert {(layer.annotator_id, layer.id) for layer in project.all(Layer)} == {
        (chidi, Layer.id_for(layer.article_id, chidi)) for layer in project.all(Layer)
    }
    assert take_in(project, path, annotator="Chidi").layers_already == 2
    take_in(project, path, annotator="Dana")
    roles = {a.name: a.role for a in project.all(Annotator)}
    assert roles == {"Chidi": "annotator", "Dana": "annotator"}


def test_two_layers_of_one_article_to_one_annotator(project: Project, tmp_path: Path) -> None:
    report = take_in(project, save(tmp_path, reading(), reading("Ben", spans=())), annotator="Dana")
    assert report.layers == 1 and len(report.conflicts) == 1


# -- bad files
def _bad(**fields: Any) -> Callable[[], Reading]:
    return lambda: reading("Eve", "Eve reads another text.", "Other", **fields)


def _stance(**fields: Any) -> dict[str, Any]:
    base = {"id": "x", "holder": Holder(kind="author"), "target": Target(kind="claim", id="s"), "polarity": None}
    return {"stances": (Stance.model_validate({**base, **fields}),)}


WRONG = Span(id="s", label="CLAIM", start=0, end=8, quote="Minister", fragments=((0, 8),))
OTHER = "Eve reads another text."


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"spans": (WRONG,)}, "says “Minister”, the text at its place is “Eve read”"),
        ({"spans": (WRONG.model_copy(update={"end": 999, "fragments": ((0, 999),)}),)}, "after the end of the text"),
        ({"spans": (WRONG.model_copy(update={"fragments": ((4, 6), (2, 5))}),)}, "out of order"),
        ({"spans": (span("s", 0, 3, OTHER), span("s", 4, 6, OTHER))}, "two spans have the same id"),
        ({"spans": (span("s", 0, 3, OTHER, actor_id="nobody"),)}, "an actor that is not there"),
        ({"spans": (span("s", 0, 3, OTHER, actor_id="toll"),), "issues": (TOLL,)}, "which is no actor"),
        ({"relations": (Relation(id="r", label="HAS_CUE", head_id="s", tail_id="t"),)}, "not in this layer"),
        (_stance(target=Target(kind="claim", id="t")), "a target (claim) that is not there"),
        (_stance(target=Target(kind="actor", id="toll")) | {"issues": (TOLL,)}, "a target (actor) that is not there"),
        (_stance(target=Target(kind="issue", id="union")) | {"actors": (UNION,)}, "a target (issue)"),
        (_stance(holder=Holder(kind="actor", id="toll")) | {"issues": (TOLL,)}, "which is no actor"),
        (_stance(evidence=((5, 99),)), "the evidence of the stance x is wrong"),
        ({"notes": (ReadingNote(id="n", author="Eve", text="?", span_id="t"),)}, "a span that is not in this layer"),
        ({"notes": (ReadingNote(id="n", author="Eve", text="?"),) * 2}, "two notes have the same id"),
    ],
)
def test_a_line_that_contradicts_itself(project: Project, tmp_path: Path, fields: dict[str, Any], words: str) -> None:
    spans = {"spans": (span("s", 0, 3, OTHER),)}
    bad = save(tmp_path, reading("Ben", "A third text.", "Third"), _bad(**{**spans, **fields})(), name="bad.jsonl")
    good = save(tmp_path, reading())
    report = take_in(project, bad, good)
    assert len(report.problems) == 1 and words in said(report)
    assert str(report.problems[0]).startswith(f"{bad}, line 2: ")
    assert [a.title for a in project.all(Article)] == ["Bridge"]  # nothing of the bad file, all of the good one
    assert {a.name for a in project.all(Annotator)} == {"Ada"} and project.all(Actor) == project.all(Issue) == []
    assert check(project) == []


def test_a_bad_last_line_after_thousands(project: Project, tmp_path: Path) -> None:
    many = [reading("Ada", f"Text {n}.", f"T{n}", spans=(span("s", 0, 4, f"Text {n}."),)) for n in range(300)]
    bad = save(tmp_path, *many, name="bad.jsonl", actors=(UNION,), annotators=(Annotator(id="z", name="Zoe"),))
    bad.write_bytes(bad.read_bytes()[:-40])
    good = save(tmp_path, many[0], reading("Zoe"))
    report = take_in(project, bad, good)
    assert "line 300: this is not valid JSON" in said(report)
    assert (len(report.added), report.layers) == (2, 2)
    assert {a.name: a.id for a in project.all(Annotator)}["Zoe"] == Annotator.id_for("Zoe")
    assert len(project.all(Article)) == 2 and project.all(Actor) == []


def test_another_text_under_a_known_id(project: Project, tmp_path: Path) -> None:
    take_in(project, save(tmp_path, reading()))
    forged = reading("Ben", "Another text.", spans=()).model_copy(update={"id": reading().id})
    assert "line 1: the article" in said(take_in(project, save(tmp_path, forged)))


def test_entries_that_refer_to_nothing(project: Project, tmp_path: Path) -> None:
    lost = Actor(id="spokesman", name="A spokesman", speaks_for="nobody")
    for companion, fields in (({"actors": (lost,)}, {}), ({}, {"actors": (lost,)})):
        report = take_in(project, save(tmp_path, reading(**fields), name=f"{len(fields)}.jsonl", **companion))
        assert "“A spokesman” refers to an entry" in said(report)
    orphan = Issue(id="i", name="Half a toll", parent="none")
    assert "“Half a toll” refers" in said(take_in(project, save(tmp_path, reading(), name="i.jsonl", issues=(orphan,))))
    assert journal(project) == []


def test_a_broken_companion_keeps_its_readings_out(project: Project, tmp_path: Path) -> None:
    path = save(tmp_path, reading())
    companion_path(path).write_text("{")
    report = take_in(project, path)
    assert str(report.problems[0]).startswith(str(companion_path(path))) and project.all(Article) == []


# -- cancelled
def test_cancelled_leaves_nothing(project: Project, tmp_path: Path) -> None:
    path = save(tmp_path, *(reading("Ada", f"Text {n}.", spans=()) for n in range(200)), actors=(UNION,))
    (tmp_path / "a.txt").write_text("A text to read first.\n", "utf-8")
    before = tables(project)
    for after in range(5):
        asked = iter([False] * after + [True] * 100)
        with pytest.raises(Cancelled, match="nothing was imported"):
            take_in(project, tmp_path / "a.txt", path, cancelled=lambda asked=asked: next(asked))
        assert tables(project) == before and journal(project) == []


def test_progress_goes_up_to_one(project: Project, tmp_path: Path) -> None:
    shown: list[float] = []
    (tmp_path / "a.txt").write_text("A text to read first.\n", "utf-8")
    path = save(tmp_path, *(reading("Ada", f"Text {n}.", spans=()) for n in range(200)))
    take_in(project, tmp_path / "a.txt", path, progress=shown.append)
    assert shown == sorted(shown) and shown[0] == 0.0 and shown[-1] == 1.0
