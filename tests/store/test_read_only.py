"""A folder or file that cannot be written is read with everything in it, and nothing is left beside it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from annotator.operations import registries
from tests.factories import new_project

ROOT = Path(__file__).parents[2]
READ = """
import ctypes, os, sys, tempfile; from pathlib import Path
if os.geteuid() == 0:  # permission bits do not bind root: give the right to ignore them away
    class Header(ctypes.Structure): _fields_ = [("version", ctypes.c_uint32), ("pid", ctypes.c_int)]
    none = (ctypes.c_uint32 * 6)()
    assert ctypes.CDLL(None).capset(ctypes.byref(Header(0x20080522, 0)), none) == 0
sys.path.insert(0, sys.argv[2])
path = Path(sys.argv[1])
try: (path.parent / "try").touch()
except PermissionError: pass
else: sys.exit("the folder can be written")
tempfile.tempdir = sys.argv[3]
from annotator.errors import ReadOnly; from annotator.models import Actor; from annotator.operations import registries
from annotator.store import Project
with Project.open(path) as project:
    print(project.why_read_only); print(len(project.all(Actor)))
    try: registries.add_actor(project, None, "X")
    except ReadOnly as error: print(error)
print(os.listdir(tempfile.tempdir))
"""


def read_in_place(path: Path, copies: Path) -> list[str]:
    """What a program that may not write the folder sees: why it is read-only, actors, refusal, copies left."""
    copies.mkdir()
    mode = path.parent.stat().st_mode
    path.parent.chmod(0o555)
    try:
        command = [sys.executable, "-c", READ, str(path), str(ROOT), str(copies)]
        done = subprocess.run(command, cwd=ROOT, text=True, capture_output=True, check=False)
    finally:
        path.parent.chmod(mode)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


@pytest.mark.parametrize("log", ["none", "left by a crash", "without its index", "in use"])
def test_a_folder_that_cannot_be_written_is_read_with_everything_in_it(tmp_path: Path, log: str) -> None:
    folder = tmp_path / "shelf"
    folder.mkdir()
    source = new_project(tmp_path if log != "in use" else folder)
    registries.add_actor(source, None, "Vale")  # type: ignore[arg-type]
    path = folder / source.path.name
    if log == "none":
        source.close()
    if log != "in use":
        for end in {"none": ("",), "left by a crash": ("", "-wal", "-shm")}.get(log, ("", "-wal")):
            shutil.copyfile(f"{source.path}{end}", f"{path}{end}")
    before = {p.name: p.read_bytes() for p in folder.iterdir() if not p.name.endswith("-shm")}
    why, actors, refusal, copies = read_in_place(path, tmp_path / "copies")
    after = {p.name: p.read_bytes() for p in folder.iterdir() if not p.name.endswith("-shm")}
    source.close()
    assert "cannot be written" in why or "open for writing by" in why
    assert actors == "1"
    assert refusal.startswith("p.stancemark cannot be changed:")
    assert copies == "[]", "the copy is gone again"
    assert after == before


def test_a_file_that_cannot_be_written_is_read(tmp_path: Path) -> None:
    folder = tmp_path / "shelf"
    folder.mkdir()
    new_project(folder).close()
    path = folder / "p.stancemark"
    path.chmod(0o444)
    assert read_in_place(path, tmp_path / "copies")[0] == "you have no permission to write the file"
