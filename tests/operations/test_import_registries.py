"""People, actors, issues and codebooks that come in with readings."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator import codebook
from annotator.codebook import Codebook, CodebookContent, content_hash
from annotator.models import (
    Actor,
    Annotator,
    ReadingNote,
)
from annotator.store import Project
from tests.factories import new_project, span
from tests.operations.incoming import UNION, reading, said, save, take_in


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """An empty project."""
    with new_project(tmp_path) as made:
        yield made


def test_a_person_who_has_another_name_here(project: Project, tmp_path: Path) -> None:
    vale = Annotator(id=Annotator.id_for("Ada"), name="Ada Vale")
    with project.step("Rename", None) as step:
        step.insert(vale)
    report = take_in(project, save(tmp_path, reading(), annotators=(Annotator(id=vale.id, name="Ada"),)))
    assert not said(report) and report.layers == 1
    assert report.warnings == ["“Ada” is “Ada Vale” in this project."]
    assert project.all(Annotator) == [vale]


def test_a_person_who_has_another_name_here_and_is_in_no_companion(project: Project, tmp_path: Path) -> None:
    with project.step("Rename", None) as step:
        step.insert(Annotator(id=Annotator.id_for("Ada"), name="Ada Vale"))
    report = take_in(
        project, save(tmp_path, reading(), reading("Ben", notes=(ReadingNote(id="n", author="Ada", text="?"),)))
    )
    assert not said(report) and report.layers == 2
    assert sorted(a.name for a in project.all(Annotator)) == ["Ada Vale", "Ben"]


def test_a_registry_entry_that_differs_is_kept_and_told_once(project: Project, tmp_path: Path) -> None:
    take_in(project, save(tmp_path, reading(), actors=(UNION,)))
    theirs = UNION.model_copy(update={"name": "The Union"})
    mention = {"spans": (span("s", 0, 8, actor_id="union"),), "actors": (theirs,)}
    report = take_in(project, save(tmp_path, reading("Ben", **mention), reading("Eve", **mention)))
    assert report.layers == 2
    assert report.warnings == ["“The Union” differs from the registry's “Port Union”; the project keeps its own."]
    assert project.all(Actor) == [UNION]


def _book(version: int, name: str) -> Codebook:
    content = CodebookContent.model_validate({**codebook.default().model_dump(), "name": name})
    return Codebook(version=version, hash=content_hash(content), content=content, created_at="2025-05-05T05:05:05.000Z")


def test_a_new_project_takes_the_codebook_that_comes(project: Project, tmp_path: Path) -> None:
    own = project.codebook()
    books = (_book(1, "One"), _book(2, "Two"))
    report = take_in(project, save(tmp_path, reading(), codebooks=books))
    assert project.codebook() == books[1] and tuple(project.all(Codebook)) == books
    assert "now has the codebook “Two”, version 2" in report.warnings[0]
    project.undo(None)
    assert project.codebook() == own


def test_a_project_in_use_keeps_its_codebook(project: Project, tmp_path: Path) -> None:
    own = project.codebook()
    take_in(project, save(tmp_path, reading(None)))
    report = take_in(project, save(tmp_path, reading(), codebooks=(_book(1, "One"), _book(2, "Two"))))
    assert report.layers == 1 and "its codebook 1 is not the project's" in report.warnings[0]
    assert project.all(Codebook) == [own]


def test_later_versions_of_the_own_codebook_come_in(project: Project, tmp_path: Path) -> None:
    own = project.codebook()
    take_in(project, save(tmp_path, reading(None)))
    report = take_in(project, save(tmp_path, reading(), codebooks=(own, _book(2, "Two"))))
    assert project.codebook().content.name == "Two" and "version 2" in report.warnings[0]
    assert take_in(project, save(tmp_path, reading(), codebooks=(own,))).warnings == []
    assert project.codebook().version == 2


def test_two_files_with_codebooks_at_once(project: Project, tmp_path: Path) -> None:
    one = save(tmp_path, reading(), codebooks=(_book(1, "One"),))
    two = save(tmp_path, reading("Ben"), name="two.jsonl", codebooks=(_book(1, "Other"),))
    report = take_in(project, one, two)
    assert project.codebook().content.name == "One" and "keeps its own" in report.warnings[-1]


def test_a_label_that_the_codebook_does_not_have_is_told_once(project: Project, tmp_path: Path) -> None:
    strange = {"spans": (span("s", 0, 8, label="FRAME"),)}
    report = take_in(project, save(tmp_path, reading(**strange), reading("Ben", **strange)))
    assert report.layers == 2 and len(report.warnings) == 1 and "FRAME" in report.warnings[0]
