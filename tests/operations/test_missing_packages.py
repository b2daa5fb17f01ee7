"""Files that need a package of the extra `formats` where it is not installed: said of each, and the others come in."""

from __future__ import annotations

import json
import subprocess
import sys
import zlib
from pathlib import Path

import pytest

from annotator.errors import InputProblem
from annotator.models import Article
from annotator.operations.import_sources import ToolFile, found_in
from annotator.operations.imports import import_paths
from annotator.store import Project
from tests.factories import TEXT, new_project, tables

FILES = {
    "a.spacy": zlib.compress(b"whatever"),
    "b.xmi": b'<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmi:version="2.0"/>',
    "c.json": b'{"%TYPES": {}, "%FEATURE_STRUCTURES": [], "%VIEWS": {}}',
}
NEEDS = {"a.spacy": "spacy", "b.xmi": "dkpro-cassis", "c.json": "dkpro-cassis"}
HIDDEN = """
import sys
sys.modules |= {"spacy": None, "cassis": None}  # as if nobody had installed them
from annotator.cli import main
main(sys.argv[1:])
"""


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """A file of each of those formats, and two that need no package, one of them the last."""
    place = tmp_path / "in"
    place.mkdir()
    for name, data in FILES.items():
        (place / name).write_bytes(data)
    (place / "bridge.txt").write_text(TEXT)
    (place / "z.jsonl").write_text(json.dumps({"id": 7, "text": "A ferry sails.", "label": [[2, 7, "ACTOR"]]}) + "\n")
    return sorted(place.iterdir())


@pytest.mark.parametrize("dry_run", [False, True])
def test_the_other_files_come_in(
    files: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, dry_run: bool
) -> None:
    for module in ("spacy", "cassis"):
        monkeypatch.setitem(sys.modules, module, None)
    assert {one.path.name for one in found_in(files) if isinstance(one, ToolFile)} == {*FILES, "z.jsonl"}
    with new_project(tmp_path) as project:
        before = tables(project)
        _, report = import_paths(project, None, files, annotator="Ben", dry_run=dry_run)
        assert {one.path.name for one in report.added} == {"bridge.txt", "z.jsonl"} and report.layers == 1
        assert (tables(project) == before) == dry_run
    told = {problem.path.name: problem for problem in report.problems if isinstance(problem, InputProblem)}
    assert told.keys() == FILES.keys()
    for name, package in NEEDS.items():
        assert f"{name}: reading it needs the package {package}, which is not installed." in told[name].message
        assert told[name].remedy == "Install it: pip install 'stancemark[formats]'."


def test_on_the_command_line(files: list[Path], tmp_path: Path) -> None:
    with new_project(tmp_path) as project:
        path = project.path
    command = [sys.executable, "-c", HIDDEN, "import", path, *files, "--annotator", "Ben"]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert done.returncode == 1 and "Traceback" not in done.stderr
    assert done.stderr.count("pip install 'stancemark[formats]'") == len(FILES), done.stderr
    with Project.open(path, read_only=True) as project:
        assert {article.text for article in project.all(Article)} == {TEXT, "A ferry sails."}
