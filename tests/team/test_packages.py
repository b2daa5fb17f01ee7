"""Packages that are cut off, altered, too much, too new or none at all: a sentence, and nothing changed."""

from __future__ import annotations

import json
import random
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from annotator.errors import InputProblem
from annotator.store import Project
from annotator.store.migrations import VERSION
from annotator.team import packages
from annotator.team.exchange import send, waiting
from annotator.team.handout import hand_out
from annotator.team.merge import merge
from tests.factories import tamper
from tests.team.kit import edit, said, team


@pytest.fixture
def package(tmp_path: Path) -> tuple[Project, str, Path]:
    project, lead, ann, _ = team(tmp_path)
    hand_out(project, ann, tmp_path / "ann.stancemark")
    with Project.open(tmp_path / "ann.stancemark") as copy:
        edit(copy, ann, random.Random(5))
        packages.pack(copy, tmp_path / "ann.stancepack")
    return project, lead, tmp_path / "ann.stancepack"


def parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def write(path: Path, content: dict[str, bytes]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in content.items():
            archive.writestr(name, data)


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-200])


def empty(path: Path) -> None:
    path.write_bytes(b"")


def words(path: Path) -> None:
    path.write_text("Dear Lea, here it is")


def altered(path: Path) -> None:
    found = parts(path)
    found["work.stancemark"] = found["work.stancemark"].replace(b"in_progress", b"IN_PROGRESS", 1)[:-1] + b"x"
    write(path, found)


def longer(path: Path) -> None:
    found = parts(path)
    write(path, {**found, "work.stancemark": found["work.stancemark"] + b"more"})


def newer(path: Path) -> None:
    found = parts(path)
    write(path, {**found, "manifest.json": found["manifest.json"].replace(b"package/1", b"package/2")})


def no_manifest(path: Path) -> None:
    write(path, {"work.stancemark": parts(path)["work.stancemark"]})


def climbing(path: Path) -> None:
    write(path, {**parts(path), "../../evil": b"x"})


def bomb(path: Path) -> None:
    zeros = bytes(40 << 20)
    manifest = json.loads(parts(path)["manifest.json"]) | {"bytes": len(zeros)}
    write(path, {"manifest.json": json.dumps(manifest).encode(), "work.stancemark": zeros})


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (cut, "cut off or damaged"), (empty, "not a Stancemark project"), (words, "not a Stancemark project"),
        (altered, "altered"), (longer, "its length is another"), (newer, "newer version"), (no_manifest, "no package"),
        (climbing, "no package"), (bomb, "would unpack to 41,943,040 bytes"),
    ],
    ids=lambda value: value.__name__ if callable(value) else "",
)  # fmt: skip
def test_a_spoilt_package_is_told_and_changes_nothing(
    package: tuple[Project, str, Path], spoil: Callable[[Path], None], sentence: str
) -> None:
    project, lead, path = package
    spoil(path)
    before, last = said(project), project.last_step()
    with project, pytest.raises(InputProblem, match=sentence) as told:
        merge(project, lead, [path])
    assert path.name in str(told.value) and "stancemark-" not in str(told.value)
    with Project.open(project.path) as again:
        assert said(again) == before and again.last_step() == last


def test_a_project_of_a_newer_schema_is_told(package: tuple[Project, str, Path]) -> None:
    project, lead, path = package
    tamper(path.with_suffix(".stancemark"), f"PRAGMA user_version = {VERSION + 1}")
    with project, pytest.raises(InputProblem, match="newer version of Stancemark"):
        merge(project, lead, [path.with_suffix(".stancemark")])


def test_the_exchange_folder(package: tuple[Project, str, Path], tmp_path: Path) -> None:
    project, lead, path = package
    shared = tmp_path / "shared"
    shared.mkdir()
    (shared / "notes.txt").write_text("not ours")
    with Project.open(path.with_suffix(".stancemark")) as copy:
        sent = send(copy, shared)
        assert send(copy, shared) == sent and waiting(shared) == [sent]
    with project:
        _, report = merge(project, lead, waiting(shared))
        assert "newer" in {one.kind for one in report.outcomes}
