"""Files of released schemas open as they were left. Each has its script in tests/data."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.codebook import Codebook
from annotator.formats import canonical
from annotator.models import Annotator, Article, Span
from annotator.operations import spans
from annotator.operations.exports import export_jsonl
from annotator.store import Project
from annotator.store.checks import check
from annotator.store.migrations import VERSION
from annotator.store.tables import TABLES
from tests.factories import journal, tables

DATA = Path(__file__).parents[1] / "data"


def test_every_schema_has_its_file() -> None:
    assert {p.stem for p in DATA.glob("project_v*.stancemark")} == {f"project_v{n}" for n in range(1, VERSION + 1)}


@pytest.fixture(params=range(1, VERSION + 1))
def project(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Project]:
    """A copy of a released file, opened."""
    path = tmp_path / f"project_v{request.param}.stancemark"
    shutil.copyfile(DATA / path.name, path)
    with Project.open(path) as opened:
        yield opened


def test_it_is_sound_and_has_everything_in_it(project: Project) -> None:
    assert check(project) == []
    since = {"highlight": 2, "threshold": 3, "setting": 4, "split": 4, "assignment": 4}
    version = int(project.path.stem.removeprefix("project_v"))
    held = {name for name in TABLES if since.get(name, 1) <= version}
    assert {name for name in TABLES if tables(project)[name]} == held, "a file holds every record type of its schema"
    assert {row["state"] for row in journal(project)} == {0, 1, 2}
    assert {bool(row["stash"]) for row in journal(project) if row["bulk"]} == {True, False}
    for table in TABLES.values():
        if not table.in_layer and table.name in held:
            assert project.all(table.record)


def test_it_exports_what_it_exported_then(project: Project, tmp_path: Path) -> None:
    released = (DATA / project.path.name).with_suffix(".jsonl")
    kept = released.read_bytes()
    export_jsonl(project, tmp_path / "out.jsonl", raw=True)
    # what an older schema exported lacks the keys that came later
    assert list(canonical.read(tmp_path / "out.jsonl")) == list(canonical.read(released))
    if project.path.stem == f"project_v{VERSION}":
        assert (tmp_path / "out.jsonl").read_bytes() == kept


def test_its_history_goes_back_and_forth(project: Project) -> None:
    ada, lea = Annotator.id_for("Ada"), Annotator.id_for("Lea")
    full = tables(project)
    assert project.redoable(ada) is not None
    assert project.redoable(lea) is not None
    project.redo(ada)
    assert len(project.all(Article)) == 3
    for who in (lea, ada, None):
        while project.undo(who):
            pass
    empty = tables(project)
    assert len(empty.pop("codebook")) == 1
    assert not any(empty.values())
    for who in (None, ada, lea):
        while project.redo(who):
            pass
    project.undo(ada)
    project.undo(lea)
    assert tables(project) == full


def test_work_goes_on_in_it(project: Project) -> None:
    ada = Annotator.id_for("Ada")
    article = project.all(Article)[0].id
    before = len(project.all(Span))
    spans.mark(project, ada, article, 0, 4, "EVIDENCE")
    assert len(project.all(Span)) == before + 1
    assert [book.version for book in project.all(Codebook)] == [1, 2]
    assert project.redoable(ada) is None
