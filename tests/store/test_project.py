"""The project file: made, opened, locked, refused."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest

from annotator import codebook
from annotator.errors import NewerFile, NotAProject, Problem, ReadOnly
from annotator.models import Actor, Article, Span
from annotator.operations import articles, registries, spans
from annotator.store import Project
from annotator.store.lock import WriterLock, _same_file, lock_path
from annotator.store.migrations import APPLICATION_ID, VERSION
from annotator.store.queries import facts
from tests.factories import TEXT, add_annotator, add_article, new_project, tamper
from tests.store.conftest import Desk

ROOT = Path(__file__).parents[2]
HOLD = """
import sys; from pathlib import Path; from annotator.store import Project
project = Project.open(Path(sys.argv[1])); print(project.why_read_only or "writing", flush=True); sys.stdin.read()
"""


def holding(path: Path) -> subprocess.Popen[str]:
    """Another program that has the project open; its first line of output says how."""
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    return subprocess.Popen([sys.executable, "-c", HOLD, str(path)], cwd=ROOT, text=True, **pipes)  # type: ignore[call-overload,no-any-return]


def first_line(process: subprocess.Popen[str]) -> str:
    """What it says first."""
    assert process.stdout is not None
    return process.stdout.readline().strip()


def pragma(connection: sqlite3.Connection, name: str) -> object:
    """A PRAGMA's value."""
    return connection.execute(f"PRAGMA {name}").fetchone()[0]


def test_a_new_project_has_its_codebook_and_is_synced_at_every_commit(tmp_path: Path) -> None:
    with new_project(tmp_path, "Ports") as project:
        assert project.codebook().content == codebook.default()
        assert facts(project)["name"] == "Ports"
        assert not project.read_only
        assert project._writer is not None
        assert pragma(project._writer, "journal_mode") == "wal"
        assert pragma(project._writer, "synchronous") == 2  # FULL
        assert pragma(project._writer, "foreign_keys") == 1
        assert pragma(project.reader(), "application_id") == APPLICATION_ID
        assert pragma(project.reader(), "user_version") == VERSION
    assert [p.name for p in tmp_path.iterdir()] == ["Ports.stancemark"]


def test_closing_twice_is_harmless_and_then_nothing_works(desk: Desk) -> None:
    desk.project.close()
    desk.project.close()
    with pytest.raises(ReadOnly, match="closed"), desk.project.step("Late", None):
        pass
    with pytest.raises(Problem, match="is closed"):
        desk.project.all(Article)
    assert not lock_path(desk.project.path).exists()


def test_what_was_written_is_there_after_reopening(desk: Desk) -> None:
    spans.mark(desk.project, desk.ada, desk.article, 0, 8, "ACTOR")
    desk.project.close()
    with Project.open(desk.project.path) as project:
        assert [s.quote for s in project.all(Span)] == ["Minister"]
        assert project.text(desk.article) == TEXT


def test_creating_over_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "p.stancemark").write_text("mine")
    with pytest.raises(Problem, match="already exists"):
        new_project(tmp_path)
    assert (tmp_path / "p.stancemark").read_text() == "mine"


def test_creating_where_there_is_no_folder_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="cannot be made"):
        new_project(tmp_path / "missing")
    assert list(tmp_path.iterdir()) == []


def test_a_log_left_by_a_deleted_project_does_not_get_into_a_new_one(tmp_path: Path) -> None:
    old = new_project(tmp_path)
    registries.add_actor(old, None, "Old")  # type: ignore[arg-type]
    log = old.path.with_name(old.path.name + "-wal")
    kept = log.read_bytes()
    old.close()
    old.path.unlink()
    log.write_bytes(kept)
    with new_project(tmp_path) as project:
        assert project.all(Actor) == []


def test_leftovers_of_a_killed_creation_are_no_obstacle(tmp_path: Path) -> None:
    (tmp_path / "p.stancemark.new").write_bytes(b"half")
    with new_project(tmp_path) as project:
        assert not project.read_only


def test_a_second_program_reads_and_is_told_who_writes(desk: Desk) -> None:
    import getpass
    import os

    with holding(desk.project.path) as other:
        said = first_line(other)
        other.communicate()
    assert said.startswith(f"it is open for writing by {getpass.getuser()} on ")
    assert f"(process {os.getpid()}, since " in said


def test_the_second_reader_sees_what_the_writer_does(desk: Desk) -> None:
    with Project.open(desk.project.path) as second:
        assert second.read_only
        spans.mark(desk.project, desk.ada, desk.article, 0, 8, "ACTOR")
        assert len(second.all(Span)) == 1
        with pytest.raises(ReadOnly, match="open for writing by"):
            spans.mark(second, desk.ada, desk.article, 9, 12, "ACTOR")


def test_the_lock_of_a_dead_program_keeps_nobody_out(tmp_path: Path) -> None:
    project = new_project(tmp_path)
    project.close()
    with holding(project.path) as other:
        assert first_line(other) == "writing"
        with Project.open(project.path) as second:
            assert f"(process {other.pid}," in second.why_read_only
        other.kill()
    assert lock_path(project.path).exists()
    with Project.open(project.path) as again:
        assert not again.read_only


def test_a_lock_on_a_file_that_is_no_longer_there_is_none(tmp_path: Path) -> None:
    path = tmp_path / "p.stancemark"
    first = WriterLock.take(path)
    assert first is not None
    with lock_path(path).open("rb") as opened:  # by a program that is about to lock it
        assert _same_file(opened.fileno(), lock_path(path))
        first.release()
        assert not _same_file(opened.fileno(), lock_path(path))
        second = WriterLock.take(path)
        assert second is not None
        assert not _same_file(opened.fileno(), lock_path(path))
        assert WriterLock.take(path) is None
        second.release()


def test_opening_for_reading_only_leaves_the_lock_to_others(desk: Desk) -> None:
    desk.project.close()
    with Project.open(desk.project.path, read_only=True) as reader, Project.open(desk.project.path) as writer:
        assert reader.why_read_only == "it was opened for reading only"
        assert not writer.read_only
        with pytest.raises(ReadOnly):
            reader.undo(None)
        assert reader.undoable(None) is not None


def test_every_thread_reads_by_itself_and_steps_wait_for_one_another(desk: Desk) -> None:
    def work(n: int) -> None:
        try:
            for i in range(10):
                registries.add_actor(desk.project, desk.ada, f"{n} {i}")
                assert desk.project.all(Actor)
        except BaseException as error:
            errors.append(error)

    errors: list[BaseException] = []
    threads = [threading.Thread(target=work, args=(n,)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    assert len(desk.project.all(Actor)) == 40


# -- what is refused
def test_a_newer_file_is_refused_and_not_touched(desk: Desk) -> None:
    path = desk.project.path
    desk.project.close()
    tamper(path, f"PRAGMA user_version = {VERSION + 1}")
    before = path.read_bytes()
    with pytest.raises(NewerFile, match=r"newer version of Stancemark.*Install the newer version"):
        Project.open(path)
    assert path.read_bytes() == before
    assert not lock_path(path).exists()


def test_a_newer_file_is_refused_also_while_its_version_stands_in_the_log(desk: Desk, tmp_path: Path) -> None:
    path = desk.project.path
    desk.project.close()
    with closing(sqlite3.connect(path)) as newer:
        newer.execute(f"PRAGMA user_version = {VERSION + 1}")
        newer.commit()
        killed = tmp_path / "killed.stancemark"  # as a kill would leave it
        shutil.copyfile(path, killed)
        shutil.copyfile(f"{path}-wal", f"{killed}-wal")
    before = killed.read_bytes()
    assert int.from_bytes(before[60:64], "big") == VERSION
    with pytest.raises(NewerFile):
        Project.open(killed)
    assert killed.read_bytes() == before


def test_no_such_file(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="There is no file"):
        Project.open(tmp_path / "p.stancemark")
    assert list(tmp_path.iterdir()) == []


def test_a_folder(tmp_path: Path) -> None:
    with pytest.raises(NotAProject, match="is a folder"):
        Project.open(tmp_path)


@pytest.mark.parametrize("content", [b"", b"once upon a time", b"SQLite format 3\x00", b"x" * 5000])
def test_not_a_project(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "p.stancemark"
    path.write_bytes(content)
    with pytest.raises(NotAProject, match="not a Stancemark project"):
        Project.open(path)
    assert path.read_bytes() == content
    assert list(tmp_path.iterdir()) == [path]


def test_another_programs_database(tmp_path: Path) -> None:
    path = tmp_path / "bookmarks.sqlite"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE bookmark (url)")
    before = path.read_bytes()
    with pytest.raises(NotAProject, match="database of another program"):
        Project.open(path)
    assert path.read_bytes() == before


def test_strange_names_and_relative_paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    path = Path("100% #1? “ä” .stancemark")
    with Project.create(path, codebook.default()) as project:
        add_article(project)
        assert project.back_up() is not None
        assert project.back_up() is None
    with Project.open(path) as project:
        assert len(project.all(Article)) == 1


def test_the_text_of_no_article_gives_a_sentence(desk: Desk) -> None:
    with pytest.raises(Problem, match="not in the project"):
        desk.project.text("nothing")


def test_texts_are_kept_for_the_last_few_articles_only(desk: Desk) -> None:
    made = [Article.of(f"text {n}", title=str(n)) for n in range(9)]
    articles.add_articles(desk.project, None, [(Path("x"), a) for a in made])
    assert [desk.project.text(a.id) for a in made] == [a.text for a in made]
    assert len(desk.project._texts) == 4


def test_a_codebook_changed_in_a_step_is_the_one_given(desk: Desk) -> None:
    from annotator.codebook import Codebook, content_hash

    first = desk.project.codebook()
    content = first.content.model_copy(update={"name": "Other"})
    second = Codebook(version=2, hash=content_hash(content), content=content, created_at=first.created_at)
    ada = add_annotator(desk.project, "Ada")
    with desk.project.step("Change codebook", ada) as step:
        step.insert(second)
    assert desk.project.codebook() == second
    desk.project.undo(ada)
    assert desk.project.codebook() == first
