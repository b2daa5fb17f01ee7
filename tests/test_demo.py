"""The sample project: the same bytes at every run, and a sentence where it cannot be built."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from annotator import demo
from annotator.display import has_display
from annotator.errors import InputProblem, Problem
from annotator.models import Annotator, Verdict
from annotator.paths import seeds
from annotator.store import Project, verdict_queries
from annotator.store import lock as locks
from annotator.store.checks import check
from tests.factories import tables

GOLDEN = Path(__file__).parent.parent / "exports" / "demo"


def test_it_writes_what_is_committed(tmp_path: Path) -> None:
    report = demo.run(tmp_path)
    assert report.project == tmp_path / "demo.stancemark"
    names = [path.relative_to(tmp_path).as_posix() for path in report.files]
    assert names[:13] == [
        "readings.jsonl", "readings.project.json", "agreement.html", "agreement-scores.csv", "agreement-units.csv",
        "network.graphml", "network.graphml.losses.json", "stance-pairs.jsonl", "stance-pairs.jsonl.losses.json",
        "sample.spacy", "sample.config.cfg", "sample.spacy.losses.json", "dataset/README.md",
    ]  # fmt: skip
    assert {*names[13:]} >= {"dataset/manifest.json", "dataset/croissant.json", "dataset/data/spans/test-00000.jsonl"}
    others = {"sample.spacy", "sample.config.cfg"}  # they differ from version to version of spaCy
    for name in (name for name in names if name not in others):
        assert (tmp_path / name).read_bytes() == (GOLDEN / name).read_bytes(), f"{name}: run make demo, look, commit"
    kept = {path.relative_to(GOLDEN).as_posix() for path in GOLDEN.rglob("*") if path.is_file()}
    assert {name for name in kept if ".stancemark" not in name and not name.endswith(".png")} <= {*names}


def test_the_readings_are_those_of_the_seeds() -> None:
    lines = (GOLDEN / "readings.jsonl").read_bytes().splitlines(keepends=True)
    others = [line for line in lines if b'"role":"gold"' not in line]
    assert b"".join(others) == (seeds() / "readings.jsonl").read_bytes() and len(lines) - len(others) == 9


def test_again_in_the_same_folder(tmp_path: Path) -> None:
    demo.run(tmp_path)
    with Project.open(tmp_path / "demo.stancemark") as project:
        project.undo(next(person.id for person in project.all(Annotator) if person.role == "lead"))
        project.back_up()
    report = demo.run(tmp_path)
    assert report.counts.layers == 37
    assert list((tmp_path / "demo backups").iterdir()) == []
    assert not (tmp_path / "demo.stancemark.lock").exists()


def test_gold_came_about_by_every_kind_of_verdict(tmp_path: Path) -> None:
    demo.run(tmp_path)
    with Project.open(tmp_path / "demo.stancemark", read_only=True) as project:
        given = project.all(Verdict)
        assert {verdict.decision for verdict in given} == {"accept", "merge", "both", "none", "edit"}
        assert {verdict.kind for verdict in given} == {"span", "relation", "statement", "label"}
        titles = [verdict_queries.read_by_two(project), verdict_queries.read_by_two(project, unsettled=True)]
        assert [len(ids) for ids in titles] == [9, 7]
        assert check(project) == []


def test_two_builds_differ_in_nothing_but_their_id(tmp_path: Path) -> None:
    one, two = (demo.build(tmp_path / f"{n}.stancemark", gold=True) for n in (1, 2))
    with Project.open(one, read_only=True) as a, Project.open(two, read_only=True) as b:
        assert tables(a, revision=True) == tables(b, revision=True)
        assert {p.name: p.role for p in a.all(Annotator)} == {
            "Ada": "annotator", "Bruno": "annotator", "Chidi": "annotator", "Lead": "lead", "gold": "gold",
        }  # fmt: skip


def test_while_the_project_is_open(tmp_path: Path) -> None:
    demo.run(tmp_path)
    with Project.open(tmp_path / "demo.stancemark") as project:
        before = tables(project)
        with pytest.raises(Problem, match=r"is open in .*process \d+.*Close it first"):
            demo.run(tmp_path)
        assert tables(project) == before
    demo.run(tmp_path)


def test_while_it_is_open_in_another_program(tmp_path: Path) -> None:
    demo.run(tmp_path)
    hold = (
        "import sys; from pathlib import Path; from annotator.store import Project\n"
        "with Project.open(Path(sys.argv[1])): print('open', flush=True); sys.stdin.read()"
    )
    other = subprocess.Popen(
        [sys.executable, "-c", hold, str(tmp_path / "demo.stancemark")], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert other.stdout and other.stdout.readline() == b"open\n"
    with pytest.raises(Problem, match=rf"process {other.pid}"):
        demo.run(tmp_path)
    other.communicate()
    demo.run(tmp_path)


def test_a_place_that_will_not_do(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(Problem, match="cannot be made"):
        demo.run(tmp_path / "file")
    (tmp_path / "d" / "demo.stancemark").mkdir(parents=True)
    with pytest.raises(Problem, match=r"demo\.stancemark cannot be written"):
        demo.run(tmp_path / "d")
    assert locks.WriterLock.take(tmp_path / "d" / "demo.stancemark")  # the lock was given back


def test_seeds_that_do_not_fit_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "seeds"
    (folder / "articles").mkdir(parents=True)
    (folder / "articles" / "a.txt").write_text("One article only.\n", "utf-8")
    (folder / "articles.toml").write_text('["a.txt"]\nsource = "The Strand"\n')
    for name in ("readings.jsonl", "readings.project.json"):
        (folder / name).write_bytes((seeds() / name).read_bytes())
    assert demo.seed_articles(folder)[0][1].source == "The Strand"
    monkeypatch.setattr(demo, "seeds", lambda: folder)
    with pytest.raises(Problem, match="do not fit together"):
        demo.run(tmp_path / "out")
    (folder / "articles" / "b.txt").write_bytes(b"\x00\x01\x02")
    with pytest.raises(InputProblem, match=r"b\.txt"):
        demo.seed_articles(folder)


@pytest.mark.parametrize(
    ("environment", "shown"),
    [
        ({}, False), ({"DISPLAY": ":0"}, True), ({"WAYLAND_DISPLAY": "wayland-0"}, True), ({"DISPLAY": ""}, False),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, False), ({"QT_QPA_PLATFORM": "vnc:port=5900"}, True),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "minimal:x=1"}, False), ({"QT_QPA_PLATFORM": "xcb"}, False),
    ],
)  # fmt: skip
def test_whether_there_is_a_screen(monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], shown: bool) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert has_display() is shown
