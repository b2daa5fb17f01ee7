"""A project exported and imported is the same project; what is imported twice changes nothing."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from hypothesis import given, settings

from annotator import codebook, demo
from annotator.formats import canonical
from annotator.models import Annotator, Layer
from annotator.operations.exports import export_jsonl
from annotator.operations.imports import import_paths
from annotator.operations.registries import add_issue, annotator
from annotator.operations.remarks import add_note
from annotator.operations.spans import mark
from annotator.store import Project, lines
from annotator.store import readings as stored
from annotator.store.checks import check
from tests.factories import journal, new_project, tables
from tests.strategies import Corpus, corpora

few = settings(max_examples=15)


@contextmanager
def scratch() -> Iterator[tuple[Path, Project]]:
    """A folder and an empty project for one example."""
    with tempfile.TemporaryDirectory() as name, new_project(Path(name)) as project:
        yield Path(name), project


def taken_in(project: Project, path: Path, **how: Any) -> None:
    """Import a file that must come in without a complaint."""
    _, report = import_paths(project, None, [path], **how)
    assert not (report.problems or report.conflicts), (report.problems, report.conflicts)


def exported(project: Project, path: Path, **how: Any) -> tuple[bytes, bytes]:
    """The bytes of both files of an export."""
    report = export_jsonl(project, path, **how)
    first, second = report.files
    return first.read_bytes(), second.read_bytes()


# -- the same again
@few
@given(corpora())
def test_readings_come_out_as_they_went_in(corpus: Corpus) -> None:
    with scratch() as (folder, project):
        taken_in(project, corpus.save(folder))
        for reading in corpus.readings:
            who = Annotator.id_for(reading.layer.annotator) if reading.layer else None
            found = stored.reading(project, reading.id, who)
            assert found is not None
            assert found.article() == reading.article()
            head = reading.layer
            assert found.layer == (head and head.model_copy(update={"role": _role(corpus, head.annotator)}))
            for name in ("spans", "relations", "stances", "notes"):
                assert {m.id: m for m in getattr(found, name)} == {m.id: m for m in getattr(reading, name)}
            assert found.labels == reading.labels
        assert check(project) == [] or {f.severity for f in check(project)} == {"warning"}


def _role(corpus: Corpus, name: str) -> str:
    return "lead" if name in {a.name for a in corpus.companion.annotators} else "annotator"


@few
@given(corpora())
def test_a_copy_is_the_project(corpus: Corpus) -> None:
    with scratch() as (folder, project):
        taken_in(project, corpus.save(folder))
        once = exported(project, folder / "once.jsonl", raw=True)
        with Project.create(folder / "copy.stancemark", codebook.default()) as copy:
            taken_in(copy, folder / "once.jsonl")
            assert tables(copy, revision=True) == tables(project, revision=True)
            assert exported(copy, folder / "twice.jsonl", raw=True) == once


@few
@given(corpora())
def test_the_fast_lines_say_what_the_records_say(corpus: Corpus) -> None:
    with scratch() as (folder, project):
        taken_in(project, corpus.save(folder))
        for n, line in enumerate(lines.lines(project, raw=True)):
            reading = canonical.parse(line, folder, n)
            who = Annotator.id_for(reading.layer.annotator) if reading.layer else None
            assert stored.reading(project, reading.id, who) == reading
            assert canonical.line(reading) + b"\n" == line


@few
@given(corpora())
def test_twice_is_once(corpus: Corpus) -> None:
    with scratch() as (folder, project):
        path = corpus.save(folder)
        taken_in(project, path)
        before, steps = tables(project, revision=True), len(journal(project))
        _, report = import_paths(project, None, [path])
        assert tables(project, revision=True) == before and len(journal(project)) == steps
        layers = sum(r.layer is not None for r in corpus.readings)
        assert (report.layers_already, len(report.already)) == (layers, len(corpus.readings) - layers)
        assert not (report.added or report.layers or report.problems or report.conflicts or report.warnings)


@few
@given(corpora())
def test_one_step_that_undo_takes_out_and_redo_brings_back(corpus: Corpus) -> None:
    with scratch() as (folder, project):
        before = tables(project, revision=True)
        taken_in(project, corpus.save(folder))
        after = tables(project, revision=True)
        assert len(journal(project)) == 1
        project.undo(None)
        assert tables(project, revision=True) == before
        project.redo(None)
        assert tables(project, revision=True) == after


@few
@given(corpora())
def test_a_dry_run_changes_nothing_and_says_the_same(corpus: Corpus) -> None:
    with scratch() as (folder, project):
        path, before = corpus.save(folder), tables(project, revision=True)
        step, would = import_paths(project, None, [path], dry_run=True)
        assert step is None
        assert tables(project, revision=True) == before and journal(project) == []
        _, did = import_paths(project, None, [path])
        assert (would.added, would.layers, would.warnings) == (did.added, did.layers, did.warnings)


def test_the_sample_project_with_work_on_it(tmp_path: Path) -> None:
    path = demo.build(tmp_path / "one.stancemark")
    with Project.open(path) as one, Project.create(tmp_path / "two.stancemark", codebook.default()) as two:
        ada = Annotator.id_for("Ada")
        article = one.all(Layer)[0].article_id
        word = one.text(article).split()[0]
        mark(one, ada, article, 0, len(word), "CUE")
        add_note(one, ada, article, "Is this so?")
        once = exported(one, tmp_path / "one.jsonl", raw=True)
        taken_in(two, tmp_path / "one.jsonl")
        assert tables(two, revision=True) == tables(one, revision=True)
        assert exported(two, tmp_path / "two.jsonl", raw=True) == once


def test_a_project_without_articles(tmp_path: Path) -> None:
    with new_project(tmp_path, "one") as one, new_project(tmp_path, "two") as two:
        person = annotator(one, "Ada")
        add_issue(one, person.id, "Build the bridge")
        data, _ = exported(one, tmp_path / "out.jsonl")
        assert data == b""
        taken_in(two, tmp_path / "out.jsonl")
        assert tables(two) == tables(one)


# -- the same bytes
_EXPORT = """
import sys
from pathlib import Path
from annotator.operations.exports import export_jsonl
from annotator.store import Project
with Project.open(Path(sys.argv[1]), read_only=True) as project:
    export_jsonl(project, Path(sys.argv[2]), raw=True)
"""


def test_the_same_bytes_whatever_the_process_hashes(tmp_path: Path) -> None:
    path = demo.build(tmp_path / "p.stancemark")
    found = set()
    for seed in ("0", "4711"):
        out = tmp_path / f"{seed}.jsonl"
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        subprocess.run([sys.executable, "-c", _EXPORT, str(path), str(out)], env=environment, check=True)
        found.add((out.read_bytes(), out.with_suffix(".project.json").read_bytes()))
    assert len(found) == 1


def test_only_what_was_asked_for(tmp_path: Path) -> None:
    with Project.open(demo.build(tmp_path / "p.stancemark")) as project:
        whole, _ = exported(project, tmp_path / "whole.jsonl")
        one, companion = exported(project, tmp_path / "one.jsonl", annotator="Chidi", unread=False)
        assert b'"raw":"' not in whole and b'"raw":"' in exported(project, tmp_path / "raw.jsonl", raw=True)[0]
        assert whole.count(b"\n") == 28 and one.count(b"\n") == 7
        assert set(one.splitlines()) < set(whole.splitlines())
        assert b'"name": "Chidi"' in companion and b'"name": "Bruno"' not in companion
