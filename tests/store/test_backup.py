"""Backups: made when something changed, ten kept, whole, found again when they are needed."""

from __future__ import annotations

import resource
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from annotator.errors import Cancelled, DamagedFile, DiskFull, Problem
from annotator.models import Actor, Article
from annotator.operations import registries
from annotator.store import Project, backup
from annotator.store.migrations import APPLICATION_ID, VERSION
from tests.factories import add_article, new_project, tables, tamper
from tests.store.conftest import Desk


@contextmanager
def files_no_longer_than(size: int) -> Iterator[None]:
    """The system refuses to let any file grow beyond `size` bytes."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def large(folder: Path, megabytes: int) -> Project:
    """A project of about that size."""
    project = new_project(folder)
    for n in range(megabytes):
        add_article(project, f"{n} " + "x" * 1_000_000)
    return project


def test_a_backup_is_made_when_something_changed(desk: Desk) -> None:
    made = desk.project.back_up()
    assert made is not None
    assert made.parent == desk.project.path.with_name("p backups")
    assert desk.project.back_up() is None
    registries.add_actor(desk.project, desk.ada, "Vale")
    assert desk.project.back_up() is not None
    assert len(backup.listed(desk.project.path)) == 2
    assert not backup.is_current(desk.project.path, 0)
    assert backup.is_current(desk.project.path, desk.project.last_step())


def test_a_backup_is_the_project_and_opens_by_itself(desk: Desk) -> None:
    registries.add_actor(desk.project, desk.ada, "Vale")  # still in the log
    made = desk.project.back_up()
    assert made is not None
    assert [p.name for p in made.parent.iterdir()] == [made.name]
    with Project.open(made) as copy:
        assert not copy.read_only
        assert tables(copy) == tables(desk.project)
        assert copy.undo(desk.ada) is not None


def test_ten_are_kept_the_newest(desk: Desk) -> None:
    made = []
    for n in range(13):
        registries.add_actor(desk.project, desk.ada, f"Actor {n}")
        made.append(desk.project.back_up())
    assert backup.listed(desk.project.path) == made[:2:-1]
    assert all(backup.is_sound(p) for p in backup.listed(desk.project.path))


def test_only_backups_are_counted_and_dropped(desk: Desk) -> None:
    folder = backup.folder(desk.project.path)
    folder.mkdir()
    mine = folder / "my own copy.stancemark"
    mine.write_text("mine")
    for n in range(11):
        backup.make(desk.project.path, n)
    assert mine.read_text() == "mine"
    assert len(backup.listed(desk.project.path)) == 10


def test_the_newest_good_one_is_found_past_damaged_ones(desk: Desk) -> None:
    made = [backup.make(desk.project.path, n) for n in range(3)]
    content = bytearray(made[2].read_bytes())
    content[8192:12288] = b"\xa5" * 4096
    made[2].write_bytes(content)
    made[1].write_bytes(made[1].read_bytes()[:5000])
    assert backup.newest_good(desk.project.path) == made[0]
    made[0].write_bytes(b"")
    made[0].unlink()
    assert backup.newest_good(desk.project.path) is None


def test_no_backup_is_made_of_a_damaged_project(desk: Desk) -> None:
    good = backup.make(desk.project.path, 0)
    desk.project.close()
    content = bytearray(desk.project.path.read_bytes())
    content[8192:12288] = b"\xa5" * 4096
    desk.project.path.write_bytes(content)
    with pytest.raises(DamagedFile, match="no backup of it was made"):
        backup.make(desk.project.path, 1)
    assert [p.name for p in backup.folder(desk.project.path).iterdir()] == [good.name]


def test_a_full_disk_leaves_no_part_of_a_backup(tmp_path: Path) -> None:
    with large(tmp_path, 4) as project:
        with files_no_longer_than(2_000_000), pytest.raises(DiskFull, match="no room for a backup"):
            project.back_up()
        assert list(backup.folder(project.path).iterdir()) == []
        assert project.back_up() is not None


def test_a_backup_can_be_cancelled(tmp_path: Path) -> None:
    with large(tmp_path, 4) as project:
        seen: list[float] = []
        target = tmp_path / "copy.stancemark"
        with pytest.raises(Cancelled):
            backup.copy_to(project.path, target, seen.append, lambda: len(seen) == 1)
        assert len(seen) == 1
        assert 0 < seen[0] < 1
        assert not list(tmp_path.glob("copy*"))


def test_a_backup_beside_a_busy_writer_comes_to_an_end(tmp_path: Path) -> None:
    with large(tmp_path, 6) as project:
        seen: list[float] = []

        def meanwhile(done: float) -> None:
            seen.append(done)
            registries.add_actor(project, None, f"Actor {len(seen)}")  # type: ignore[arg-type]

        target = tmp_path / "copy.stancemark"
        backup.copy_to(project.path, target, meanwhile, lambda: len(seen) > 20)
        assert 2 < len(seen) < 8
        assert seen == sorted(seen)
        with Project.open(target) as copy:
            assert copy.all(Actor) == [], "the copy is of one moment: its beginning"


def test_a_place_that_is_not_there_gives_a_sentence(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(Problem, match=r"No backup could be written.*Choose another place"):
        backup.copy_to(desk.project.path, tmp_path / "missing" / "b.stancemark")
    (tmp_path / "p backups").write_text("in the way")
    with pytest.raises(Problem, match="cannot be made"):
        desk.project.back_up()


# -- before a migration
def old_file(path: Path, *statements: str) -> bytes:
    """A file of ours from before the first schema; gives its bytes."""
    with closing(sqlite3.connect(path)) as connection:
        for sql in (f"PRAGMA application_id = {APPLICATION_ID}", "CREATE TABLE keepsake (x)", *statements):
            connection.execute(sql)
        connection.execute("INSERT INTO keepsake VALUES (42)")
        connection.commit()
    return path.read_bytes()


def test_an_older_file_is_backed_up_and_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "old.stancemark"
    old_file(path)
    with Project.open(path) as project:
        assert next(project.rows("PRAGMA user_version"))[0] == VERSION
        assert project.all(Article) == []
    (made,) = backup.listed(path)
    with closing(sqlite3.connect(made)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (0,)
        assert connection.execute("SELECT x FROM keepsake").fetchone() == (42,)


def test_a_migration_that_fails_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "old.stancemark"
    old_file(path, "CREATE TABLE layer (x)")  # stands in the way of the sixth statement
    with pytest.raises(Problem, match=r"could not be brought up to date.*It is as it was; the newest backup is"):
        Project.open(path)
    with closing(sqlite3.connect(path)) as connection:
        names = {row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE name NOT LIKE '%migr%'")}
        assert names == {"keepsake", "layer"}
        assert connection.execute("PRAGMA user_version").fetchone() == (0,)
    assert len(backup.listed(path)) == 1


def test_an_older_file_is_not_migrated_for_a_mere_reader(tmp_path: Path) -> None:
    path = tmp_path / "old.stancemark"
    before = old_file(path)
    with pytest.raises(Problem, match="older version"):
        Project.open(path, read_only=True)
    assert path.read_bytes() == before


def test_a_damaged_older_file_is_refused_before_it_is_migrated(tmp_path: Path) -> None:
    path = tmp_path / "p.stancemark"
    new_project(tmp_path).close()
    tamper(path, "PRAGMA user_version = 0")
    content = bytearray(path.read_bytes())
    content[8192:12288] = b"\xa5" * 4096
    path.write_bytes(content)
    with pytest.raises(DamagedFile):
        Project.open(path)
    assert path.read_bytes() == bytes(content)
    assert backup.listed(path) == []
