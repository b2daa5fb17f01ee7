"""Tagging in the window, killed with -9 again and again: nothing acknowledged is lost, and the export says it all."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from pathlib import Path

from annotator import codebook
from annotator.models import Annotator, Stance
from annotator.operations.exports import export_jsonl
from annotator.operations.imports import import_paths
from annotator.store import Project
from annotator.store.checks import check
from annotator.store.queries import counts
from annotator.store.steps import Step

ROUNDS = 5
HERE = Path(__file__)
STORY = "\n\n".join(
    f"The council of ward {n} said on Monday that the night ferries must go on, whatever the ministry decides. "
    f"“We will not give way 🚢,” the mayor told reporters, and the union called the plan a costly mistake."
    for n in range(8)
)


def test_what_was_tagged_is_there_after_every_kill(tmp_path: Path) -> None:
    path = tmp_path / "tagged.stancemark"
    (tmp_path / "story.txt").write_text(f"Ferries row goes on\n\n{STORY}\n", encoding="utf-8")
    with Project.create(path, codebook.default()) as project:
        import_paths(project, None, [tmp_path / "story.txt"])
    source = random.Random(20)
    acknowledged: list[str] = []
    for seed in range(ROUNDS):
        acknowledged += _tag_and_kill(path, seed, source.randint(30, 90))
        with Project.open(path) as project:
            assert not project.read_only
            assert not check(project)
            assert _missing(project, acknowledged) == []
    _comes_back_from_its_export(path, tmp_path)


def _tag_and_kill(path: Path, seed: int, enough: int) -> list[str]:
    """What a tagging process acknowledged before it was killed, after `enough` steps, in the middle of the next."""
    command = [sys.executable, str(HERE.with_name("tagging.py")), str(path), str(seed)]
    top = str(HERE.parents[2])
    with subprocess.Popen(command, stdout=subprocess.PIPE, env={**os.environ, "PYTHONPATH": top}) as process:
        assert process.stdout is not None
        said = [process.stdout.readline().decode().strip() for _ in range(enough)]
        process.send_signal(signal.SIGKILL)
        said += [line.decode().strip() for line in process.stdout if line.endswith(b"\n")]
    assert process.returncode == -signal.SIGKILL and all(said), "it ended before it was killed"
    return said


def _missing(project: Project, acknowledged: list[str]) -> list[str]:
    there = {f"{n} {kind} {title}" for n, kind, title in project.rows("SELECT id, kind, title FROM journal")}
    return [line for line in acknowledged if line not in there]


def _comes_back_from_its_export(path: Path, folder: Path) -> None:
    with Project.open(path) as project, Project.create(folder / "copy.stancemark", codebook.default()) as copy:
        assert counts(project).spans > 20
        ann = next(a.id for a in project.all(Annotator))
        assert isinstance(project.undo(ann), Step), "yesterday's steps can be taken back"
        project.redo(ann)
        export_jsonl(project, folder / "out.jsonl", raw=True)
        _, report = import_paths(copy, None, [folder / "out.jsonl"])
        assert not report.problems
        export_jsonl(copy, folder / "again.jsonl", raw=True)
        assert counts(copy).stances == counts(project).stances > 0
        assert (folder / "again.jsonl").read_bytes() == (folder / "out.jsonl").read_bytes()
        layer = project.rows("SELECT id FROM layer").fetchone()[0]
        assert project.all(Stance, layer) == copy.all(Stance, layer)
