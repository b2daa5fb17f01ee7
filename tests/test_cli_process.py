"""The command line as a process of its own: streams, terminals, signals, other programs, no Qt."""

from __future__ import annotations

import json
import os
import pty
import re
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from annotator import demo
from annotator.formats import canonical
from annotator.models import Article, Reading
from annotator.paths import seeds
from annotator.store import Project
from tests.factories import journal, tables

PROGRAM = [sys.executable, "-c", "from annotator.cli import main; main(prog_name='stancemark')"]


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """A sample project of this test's own."""
    return demo.build(tmp_path / "p.stancemark")


def run(*words: object, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run the program to its end; a traceback is a failure."""
    done = subprocess.run(
        [*PROGRAM, *map(str, words)], capture_output=True, check=False, env={**os.environ, **environment}
    )
    assert b"Traceback" not in done.stderr, done.stderr.decode()
    return done


def on_a_terminal(words: Sequence[object]) -> tuple[subprocess.Popen[bytes], int]:
    """Start the program with its stderr on a terminal; gives the process and the terminal's other end."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen([*PROGRAM, *map(str, words)], stderr=theirs, stdout=subprocess.PIPE)
    os.close(theirs)
    return process, ours


def read_all(terminal: int) -> str:
    """Everything written to a terminal until its last writer is gone."""
    found = b""
    while True:
        try:
            data = os.read(terminal, 4096)
        except OSError:  # how Linux says that nobody writes any more
            data = b""
        if not data:
            os.close(terminal)
            return found.decode()
        found += data


def many(folder: Path, number: int) -> Path:
    """A file of readings that takes a while."""
    path = folder / "many.jsonl"
    with path.open("wb") as file:
        for n in range(number):
            article = Article.of(f"Text {n}. " * 200, title=f"T{n}")
            values = {name: getattr(article, name) for name in Article.model_fields}
            file.write(canonical.line(Reading.model_construct(**values)) + b"\n")
    return path


def test_results_on_stdout_problems_on_stderr(sample: Path, tmp_path: Path) -> None:
    fine = run("info", sample)
    assert fine.returncode == 0 and b"13 articles" in fine.stdout and fine.stderr == b""
    bad = run("info", tmp_path / "gone")
    assert (bad.returncode, bad.stdout) == (1, b"") and bad.stderr.startswith(b"stancemark: There is no file")
    assert run("info").returncode == 2


def test_the_installed_command(sample: Path) -> None:
    installed = Path(sys.executable).with_name("stancemark")
    done = subprocess.run([installed, "info", sample, "--json"], capture_output=True, check=True)
    assert json.loads(done.stdout)["ok"] is True


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_a_terminal_that_cannot_show_everything(sample: Path, tmp_path: Path, encoding: str) -> None:
    article = tmp_path / "Γ 🥐.txt"
    article.write_text("Ein Hörnchen 🥐 für die Fähre.\n", "utf-8")
    for words in (("import", sample, article, "--dry-run"), ("info", tmp_path / "🥐")):
        done = run(*words, PYTHONIOENCODING=encoding)
        assert done.returncode == (0 if words[0] == "import" else 1)
        as_json = run(*words, "--json", PYTHONIOENCODING=encoding)
        assert json.loads(as_json.stdout.decode("utf-8"))


def test_work_on_the_command_line_loads_no_qt(sample: Path, tmp_path: Path) -> None:
    commands: list[list[object]] = [
        ["new", tmp_path / "n"], ["import", sample, seeds() / "articles"],
        ["export", sample, "--out", tmp_path / "o.jsonl"], ["info", sample], ["check", sample],
        ["backup", sample], ["formats"], ["--help"], ["--version"],
        ["demo", "--no-window", "--into", tmp_path / "d"],
    ]  # fmt: skip
    program = """
import json, sys
from annotator.cli import main
for words in json.loads(sys.argv[1]):
    try:
        main(words)
    except SystemExit as end:
        assert end.code == 0, words
    assert not [m for m in sys.modules if m.split(".")[0] in ("PySide6", "shiboken6", "ui")], words
"""
    typed = json.dumps([[str(word) for word in words] for words in commands])
    done = subprocess.run([sys.executable, "-c", program, typed], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()


def test_progress_where_somebody_looks_on_and_nowhere_else(sample: Path, tmp_path: Path) -> None:
    path = many(tmp_path, 200)
    quiet = run("import", sample, path)
    assert quiet.returncode == 0 and quiet.stderr == b""
    process, terminal = on_a_terminal(["export", sample, "--out", tmp_path / "o.jsonl"])
    shown = read_all(terminal)
    assert "\rexporting" in shown and "100 %" in shown and shown.endswith("\n")
    out, _ = process.communicate()
    assert process.returncode == 0 and b"exporting" not in out and out.startswith(b"Wrote")


def test_control_c_while_importing_leaves_nothing(sample: Path, tmp_path: Path) -> None:
    with Project.open(sample, read_only=True) as project:
        before = tables(project, revision=True)
    process, terminal = on_a_terminal(["import", sample, many(tmp_path, 40_000)])
    seen = b""
    while not re.search(rb"\b(5[1-9]|[6-9]\d) %", seen):  # the readings have begun, and go on for a while
        seen += os.read(terminal, 4096)
    process.send_signal(signal.SIGINT)
    said = read_all(terminal)
    process.communicate()
    assert process.returncode == 1
    assert "stancemark: Stopped; nothing was imported." in said and "Traceback" not in said
    with Project.open(sample) as project:
        assert not project.read_only  # the lock was given back
        assert tables(project, revision=True) == before and len(journal(project)) == 2


def test_a_project_that_another_program_writes(sample: Path, tmp_path: Path) -> None:
    with Project.open(sample):
        for words in (["import", sample, seeds() / "articles"], ["import", sample, seeds() / "articles", "--dry-run"]):
            done = run(*words)
            assert done.returncode == 1
            assert f"(process {os.getpid()}, since ".encode() in done.stderr, done.stderr
        assert run("info", sample).returncode == run("check", sample).returncode == 0
        assert run("export", sample, "--out", tmp_path / "o.jsonl").returncode == 0
        assert run("backup", sample, "--out", tmp_path / "b.stancemark").returncode == 0
    assert run("import", sample, seeds() / "articles").returncode == 0


def test_a_reader_that_goes_away(sample: Path) -> None:
    ours, theirs = os.pipe()
    os.close(ours)
    done = subprocess.run([*PROGRAM, "info", str(sample)], stdout=theirs, stderr=subprocess.PIPE, check=False)
    os.close(theirs)
    assert b"Traceback" not in done.stderr
