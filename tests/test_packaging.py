"""The wheel carries what the program needs and no more, and runs where nothing else is installed."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
# what would point the new environment at this one
_OWN = ("PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV", "UV_PROJECT_ENVIRONMENT")


def _run(words: Sequence[object], cwd: Path, **more: str) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if name not in _OWN} | more
    return subprocess.run(
        [str(word) for word in words], cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )


def _must(words: Sequence[object], cwd: Path) -> str:
    done = _run(words, cwd)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def _has_uv() -> bool:
    try:
        return _run(["uv", "--version"], ROOT).returncode == 0
    except FileNotFoundError:
        return False


def _uv(words: Sequence[object], cwd: Path) -> None:
    """From the cache if it is all there: then it takes a moment and no network."""
    if _run(["uv", *words], cwd, UV_OFFLINE="1").returncode != 0:
        _must(["uv", *words], cwd)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from this checkout."""
    out = tmp_path_factory.mktemp("wheel")
    if _has_uv():
        _uv(["build", "--wheel", "--quiet", "--out-dir", out, ROOT], out)
    else:
        _must([sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", out, ROOT], out)
    (found,) = out.glob("*.whl")
    return found


def _files(folder: str) -> set[str]:
    done = _must(["git", "ls-files", "-co", "--exclude-standard", folder], ROOT)
    return {name for name in done.splitlines() if (ROOT / name).is_file()}


def test_what_is_in_the_wheel(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    tops = {name.split("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"annotator", "ui"}
    assert not [name for name in names if name.endswith((".pyc", ".stancemark")) or "__pycache__" in name]
    for folder, bundled in (("resources", "annotator/_resources"), ("seeds", "annotator/_seeds")):
        inside = {name.replace(bundled, folder, 1) for name in names if name.startswith(bundled + "/")}
        assert {name for name in inside if "__pycache__" not in name} >= _files(folder), folder
    assert {name for name in _files("annotator") | _files("ui") if name.endswith(".py")} <= names
    assert "annotator/py.typed" in names


def test_it_runs_where_nothing_else_is_installed(wheel: Path, tmp_path: Path) -> None:
    place, elsewhere = tmp_path / "environment", tmp_path / "else where"
    elsewhere.mkdir()
    python = place / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    if _has_uv():
        _uv(["venv", "--quiet", "--python", sys.executable, place], elsewhere)
        _uv(["pip", "install", "--quiet", "--python", python, wheel], elsewhere)
    else:
        _must([sys.executable, "-m", "venv", place], elsewhere)
        _must([python, "-m", "pip", "install", "--quiet", wheel], elsewhere)
    program = python.with_name("stancemark")
    found = json.loads(_must([program, "demo", "--no-window", "--into", "sample", "--json"], elsewhere))
    assert (found["ok"], found["articles"], found["layers"]) == (True, 13, 37)
    golden = ROOT / "exports" / "demo" / "readings.jsonl"
    assert (elsewhere / "sample" / "readings.jsonl").read_bytes() == golden.read_bytes()
    assert "canonical" in _must([program, "formats"], elsewhere)
    where = _must([python, "-c", "import annotator, ui; print(annotator.__file__, ui.__path__)"], elsewhere)
    assert str(ROOT) not in where


def test_both_locks_name_the_same_versions() -> None:
    locked = tomllib.loads((ROOT / "uv.lock").read_text("utf-8"))["package"]
    ours = {(package["name"], package["version"]) for package in locked if package["name"] != "stancemark"}
    lines = (ROOT / "requirements.lock").read_text("utf-8")
    theirs = set(re.findall(r"^([a-z0-9._-]+)==([^ ;\\]+)", lines, re.M))
    assert theirs == ours, "run make lock"
    assert lines.count("--hash=") >= len(theirs)


def test_the_lock_knows_every_dependency() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = [*project["dependencies"], *(w for extra in project["optional-dependencies"].values() for w in extra)]
    (own,) = (p for p in tomllib.loads((ROOT / "uv.lock").read_text("utf-8"))["package"] if p["name"] == "stancemark")
    locked = {(w["name"], w["specifier"]) for w in own["metadata"]["requires-dist"] if "specifier" in w}
    for requirement in (one for one in wanted if not one.startswith("stancemark[")):
        name, specifier = re.fullmatch(r"([\w.-]+)([^;]*).*", requirement).groups()  # type: ignore[union-attr]
        parts = set(specifier.strip().split(","))
        assert any(n == name and set(s.split(",")) == parts for n, s in locked), requirement
