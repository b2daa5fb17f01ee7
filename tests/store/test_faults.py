"""kill -9, a full disk, damage: a sentence, and the data still there."""

from __future__ import annotations

import resource
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from annotator.errors import DamagedFile, DiskFull, Problem
from annotator.models import Layer, Span
from annotator.operations import spans
from annotator.store import Project, opening
from annotator.store.checks import check
from annotator.store.lines import lines
from annotator.store.lock import lock_path
from tests.factories import add_annotator, add_article, journal, new_project
from tests.store.conftest import Desk

ROOT = Path(__file__).parents[2]
WORDS = "x" * 5000


def test_no_acknowledged_mark_is_lost_by_kill(tmp_path: Path) -> None:
    with new_project(tmp_path) as project:
        ada, article = add_annotator(project, "Ada"), add_article(project, WORDS)
    command = [sys.executable, "-m", "tests.store.killing", str(project.path), ada, article, "220", "7"]
    done = subprocess.run(command, cwd=ROOT, text=True, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    marked, logs, locks = map(int, done.stdout.split())
    assert marked > 220, "the rounds must have work in them"
    assert logs > 100
    assert locks > 100
    with Project.open(project.path) as project:
        assert check(project) == []
        while project.undo(ada):
            pass
        assert project.all(Span) == []


# -- a full disk
Room = Callable[[], None]


@contextmanager
def limit_of_file_size(folder: Path) -> Iterator[tuple[Path, Callable[[Project], Room]]]:
    """The disk is full when a file may not grow."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)

    def room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

    def fill(project: Project) -> Room:
        log = project.path.with_name(project.path.name + "-wal")
        resource.setrlimit(resource.RLIMIT_FSIZE, (log.stat().st_size + 20_000, hard))
        return room

    try:
        yield folder, fill
    finally:
        room()


@contextmanager
def small_disk(folder: Path) -> Iterator[tuple[Path, Callable[[Project], Room]]]:
    """A real file system of 16 MB, or, where none may be mounted, a database that may not grow."""
    disk = folder / "disk"
    disk.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", str(disk)]
    mounted = False
    with suppress(OSError):
        mounted = subprocess.run(command, capture_output=True, check=False).returncode == 0

    def fill(project: Project) -> Room:
        if not mounted:
            assert project._writer is not None
            writer = project._writer
            writer.execute("PRAGMA max_page_count = 1")  # SQLite takes it as: no more than now
            return lambda: writer.execute("PRAGMA max_page_count = 1000000").close()
        filler = disk / "filler"
        with suppress(OSError), filler.open("wb", buffering=0) as file:
            while True:
                file.write(b"x" * 4096)
        return filler.unlink

    try:
        yield disk, fill
    finally:
        if mounted:
            subprocess.run(["umount", str(disk)], check=True)


@pytest.mark.parametrize("disk", [limit_of_file_size, small_disk])
def test_a_full_disk_while_marking(tmp_path: Path, disk: Callable[[Path], object]) -> None:
    with disk(tmp_path) as (folder, fill), new_project(folder) as project:  # type: ignore[attr-defined]
        ada, article = add_annotator(project, "Ada"), add_article(project, WORDS)

        def mark(n: int) -> str:
            return spans.mark(project, ada, article, n, n + 50, "CLAIM").created("span")[0]

        made = [mark(n) for n in range(20)]
        room = fill(project)
        with pytest.raises(DiskFull, match=r"no room left.*not saved, everything before it is.*Free some space"):
            made.extend(mark(n) for n in range(20, 4000))
        layer = Layer.id_for(article, ada)
        assert sorted(made) == [s.id for s in project.all(Span, layer)]
        with pytest.raises(DiskFull):
            mark(4000)
        steps = len(journal(project))
        room()
        made += [mark(n) for n in range(4000, 4300)]
        assert sorted(made) == [s.id for s in project.all(Span, layer)]
        assert len(journal(project)) == steps + 300
        assert check(project) == []


def test_no_room_for_a_new_project(tmp_path: Path) -> None:
    with limit_of_file_size(tmp_path), pytest.raises(DiskFull, match="no room for a new project"):
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, resource.getrlimit(resource.RLIMIT_FSIZE)[1]))
        new_project(tmp_path)
    assert list(tmp_path.iterdir()) == []


# -- damage
def damage(path: Path, first: int = 2, last: int | None = None) -> bytes:
    """Overwrite the pages from `first` to `last` (all that follow) with junk; gives the file's bytes."""
    content = bytearray(path.read_bytes())
    end = len(content) if last is None else last * 4096
    content[first * 4096 : end] = b"\xa5" * (end - first * 4096)
    path.write_bytes(content)
    return bytes(content)


def test_a_damaged_file_is_named_with_its_newest_good_backup_and_not_touched(desk: Desk) -> None:
    good = desk.project.back_up()
    path = desk.project.path
    desk.project.close()
    before = damage(path, 4, 9)
    with pytest.raises(DamagedFile) as caught:
        Project.open(path)
    assert caught.value.backup == good
    assert str(path) in str(caught.value)
    assert f"The newest good backup is {good}." in str(caught.value)
    assert path.read_bytes() == before
    assert not lock_path(path).exists()
    assert good is not None
    with Project.open(good) as copy:
        assert copy.text(desk.article)


def test_a_damaged_file_with_a_log_is_not_touched_either(desk: Desk) -> None:
    path = desk.project.path
    spans.mark(desk.project, desk.ada, desk.article, 0, 8, "CLAIM")
    log = path.with_name(path.name + "-wal")
    kept = log.read_bytes()
    desk.project.close()
    before = damage(path, 4, 9)
    log.write_bytes(kept[: 32 + 4120])  # one frame, of a step half written: not committed
    with pytest.raises(DamagedFile):
        Project.open(path)
    assert path.read_bytes() == before
    assert log.read_bytes() == kept[: 32 + 4120]


@pytest.mark.parametrize("content", [b"", b"\x00" * 5000], ids=["empty", "zeros"])
def test_a_file_emptied_by_an_accident_is_damaged_if_there_are_backups(desk: Desk, content: bytes) -> None:
    good = desk.project.back_up()
    desk.project.close()
    desk.project.path.write_bytes(content)
    with pytest.raises(DamagedFile) as caught:
        Project.open(desk.project.path)
    assert caught.value.backup == good


def test_damage_without_a_backup_says_so(desk: Desk) -> None:
    desk.project.close()
    damage(desk.project.path, 4, 9)
    with pytest.raises(DamagedFile, match=r"No backup of it was found. Keep the file"):
        Project.open(desk.project.path)


def test_damage_in_a_large_file_is_found_on_the_way(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    path, article = desk.project.path, add_article(desk.project, WORDS * 10, "Long")
    desk.project.close()
    with Project.open(path) as project:
        root = next(project.rows("SELECT rootpage FROM sqlite_schema WHERE name = 'article'"))[0]
    monkeypatch.setattr(opening, "_CHECKED_AT_OPEN", 0)
    damage(path, root - 1, root)
    with Project.open(path) as project:
        for read in (
            lambda: project.text(article),
            lambda: list(lines(project)),
            lambda: spans.mark(project, desk.ada, article, 0, 8, "CLAIM"),
            lambda: project.rows("SELECT * FROM article").fetchall(),
            lambda: project.rows("SELECT * FROM article").fetchone(),
        ):
            with pytest.raises(DamagedFile, match="is damaged"):
                read()
        assert {f.kind for f in check(project)} == {"integrity"}


def test_damage_met_while_writing_gives_the_sentence_and_ends_the_step(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = desk.project.path
    spans.mark(desk.project, desk.ada, desk.article, 0, 8, "CLAIM")
    desk.project.close()
    monkeypatch.setattr(opening, "_CHECKED_AT_OPEN", 0)
    with Project.open(path) as project:
        root = next(project.rows("SELECT rootpage FROM sqlite_schema WHERE name = 'span'"))[0]
    damage(path, root - 1, root)
    with Project.open(path) as project:
        before = len(journal(project))
        with pytest.raises(DamagedFile), project.step("Delete", desk.ada) as step:
            step.delete(Span, "x", desk.layer(desk.ada))
        with pytest.raises(Problem):
            spans.mark(project, desk.ada, desk.article, 9, 12, "CLAIM")
        assert len(journal(project)) == before
