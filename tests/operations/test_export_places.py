"""An export appears whole or not at all, and never over the project."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator import demo
from annotator.errors import Cancelled, DiskFull, Problem, Refused
from annotator.formats import canonical
from annotator.operations.exports import export_jsonl, whole_file, whole_files
from annotator.store import Project
from tests.factories import add_article, new_project


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample project's file; tests read it only."""
    return demo.build(tmp_path_factory.mktemp("sample") / "sample.stancemark")


@pytest.fixture
def project(sample: Path) -> Iterator[Project]:
    """The sample project, for reading."""
    with Project.open(sample, read_only=True) as opened:
        yield opened


def _listed(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_what_was_there_is_replaced_and_folders_are_made(project: Project, tmp_path: Path) -> None:
    out = tmp_path / "new folder" / "ключ é.jsonl"
    export_jsonl(project, out)
    first = out.read_bytes()
    out.write_text("old")
    report = export_jsonl(project, out)
    assert out.read_bytes() == first and report.lines == 28
    assert report.files == (out, canonical.companion_path(out))
    assert _listed(out.parent) == ["ключ é.jsonl", "ключ é.project.json"]


def test_what_is_left_out_is_said(project: Project, tmp_path: Path) -> None:
    without, with_raw = (export_jsonl(project, tmp_path / "o.jsonl", raw=raw).losses for raw in (False, True))
    assert with_raw == ("The history of steps (undo) stays in the project.",)
    assert "13 raw files stay in the project" in " ".join(without)


def test_progress_and_cancel(project: Project, tmp_path: Path) -> None:
    shown: list[float] = []
    out = tmp_path / "o.jsonl"
    export_jsonl(project, out, progress=shown.append)
    assert shown[-1] == 1.0
    with pytest.raises(Refused, match=r"no annotator “Nobody”.*Ada, Bruno, Chidi, Lead"):
        export_jsonl(project, out, annotator="Nobody")


def test_a_cancelled_export_leaves_the_old_file(tmp_path: Path) -> None:
    out = tmp_path / "o.jsonl"
    with new_project(tmp_path) as project:
        for n in range(300):
            add_article(project, f"Text {n}.", f"T{n}")
        export_jsonl(project, out)
        old, files = out.read_bytes(), _listed(tmp_path)
        add_article(project, "One more.", "More")
        with pytest.raises(Cancelled, match="nothing was written"):
            export_jsonl(project, out, cancelled=lambda: True)
        assert out.read_bytes() == old and _listed(tmp_path) == files


def test_two_files_appear_together_or_not_at_all(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    one.write_text("old")
    with pytest.raises(ZeroDivisionError), whole_files(one, two) as (first, second):
        first.write(b"new")
        second.write(b"new")
        raise ZeroDivisionError
    assert one.read_text() == "old" and _listed(tmp_path) == ["one"]
    with whole_files(one, two) as (first, second):
        first.write(b"1")
        second.write(b"2")
        assert one.read_text() == "old" and not two.exists()
    assert (one.read_text(), two.read_text(), _listed(tmp_path)) == ("1", "2", ["one", "two"])


# -- no room
_FULL = """
import resource, sys
from pathlib import Path
from annotator.errors import DiskFull
from annotator.operations.exports import export_jsonl
from annotator.store import Project
with Project.open(Path(sys.argv[1]), read_only=True) as project:
    size = int(sys.argv[3])
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
    try:
        export_jsonl(project, Path(sys.argv[2]))
    except DiskFull as problem:
        sys.exit(str(problem))
"""


@pytest.mark.parametrize("room", [40_000, 100_000, 480_000])
def test_no_room_leaves_the_old_files_and_says_so(sample: Path, tmp_path: Path, room: int) -> None:
    out = tmp_path / "o.jsonl"
    out.write_text("old")
    canonical.companion_path(out).write_text("old too")
    done = subprocess.run(
        [sys.executable, "-c", _FULL, str(sample), str(out), str(room)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 1 and done.stderr.strip() == (
        f"There is no room for {out}; it was not written. Free some space, then try again."
    )
    assert out.read_text() == "old" and canonical.companion_path(out).read_text() == "old too"
    assert _listed(tmp_path) == ["o.jsonl", "o.project.json"]


def test_a_full_disk_seen_at_the_end(tmp_path: Path) -> None:
    with pytest.raises(DiskFull), whole_file(tmp_path / "o") as file:
        file.write(b"some")
        raise OSError(errno.ENOSPC, "No space left on device")
    assert _listed(tmp_path) == []


# -- places that will not do
def test_never_over_the_project(project: Project, tmp_path: Path) -> None:
    before = project.path.read_bytes()
    (tmp_path / "link.jsonl").symlink_to(project.path)
    (tmp_path / "hard.jsonl").hardlink_to(project.path)
    here = project.path.parent
    for out in (
        project.path,
        here / ".." / here.name / project.path.name,
        tmp_path / "link.jsonl",
        tmp_path / "hard.jsonl",
        project.path.with_name(project.path.name + "-wal"),
        project.path.with_name(project.path.name + ".lock"),
    ):
        with pytest.raises(Refused, match="is the project itself"):
            export_jsonl(project, out)
    assert project.path.read_bytes() == before


def test_a_project_with_the_name_of_a_companion(tmp_path: Path) -> None:
    path = demo.build(tmp_path / "odd.project.json")
    with Project.open(path, read_only=True) as project:
        before = path.read_bytes()
        with pytest.raises(Refused, match=r"odd\.project\.json is the project itself"):
            export_jsonl(project, tmp_path / "odd.jsonl")
        assert path.read_bytes() == before and not (tmp_path / "odd.jsonl").exists()


def test_not_under_the_name_of_a_companion(project: Project, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="goes with an export"):
        export_jsonl(project, tmp_path / "o.project.json")


@pytest.mark.parametrize("out", [".", "..", "/", "folder", "file/o.jsonl", "pipe", "/proc/nowhere/o.jsonl"])
def test_places_that_cannot_be_written(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, out: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("folder").mkdir()
    Path("file").write_text("x")
    os.mkfifo("pipe")
    with pytest.raises(Problem, match=r"(is a folder|cannot be written)"):
        export_jsonl(project, Path(out))
    assert Path("pipe").is_fifo() and _listed(tmp_path) == ["file", "folder", "pipe"]


def test_a_companion_that_cannot_be_written_keeps_the_old_readings(project: Project, tmp_path: Path) -> None:
    out = tmp_path / "o.jsonl"
    out.write_text("old")
    canonical.companion_path(out).mkdir()
    with pytest.raises(Problem, match=r"o\.project\.json cannot be written"):
        export_jsonl(project, out)
    assert out.read_text() == "old"
