"""What the import dialog does in jobs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from annotator.errors import Cancelled
from annotator.models import Article, Layer, Setting
from annotator.operations.exports import export_jsonl
from annotator.operations.label_maps import Memory
from annotator.store import Project
from tests.factories import TEXT, add_annotator, add_article, new_project
from ui.dialogs.importing import taking
from ui.dialogs.importing.entries import Choice
from ui.dialogs.importing.label_choices import LabelChoices
from ui.dialogs.importing.reading import Reader, Wanted
from ui.jobs import Job


@pytest.fixture
def project(tmp_path: Path, qtbot: QtBot) -> Iterator[Project]:
    with new_project(tmp_path, "mine") as made:
        yield made


@pytest.fixture
def reader(project: Project) -> Reader:
    return Reader(project, add_annotator(project, "Mara"), LabelChoices(project))


def write(path: Path, *labels: str) -> Path:
    spans = [[n, n + 3, label] for n, label in enumerate(labels)]
    path.write_text(json.dumps({"id": 7, "text": TEXT, "label": spans}) + "\n", encoding="utf-8")
    return path


def test_articles_and_jsonl_come_in_together_or_not_at_all(project: Project, reader: Reader, tmp_path: Path) -> None:
    with new_project(tmp_path, "other") as other:
        add_article(other)
        export_jsonl(other, tmp_path / "in" / "readings.jsonl")
    (tmp_path / "in" / "a.txt").write_text(
        "The pier is late.\n\nIt will open in May, two years late.", encoding="utf-8"
    )
    found = reader.gather([tmp_path / "in"], Job())
    drafts = [(entry.draft, entry.draft.keep) for entry in found if entry.draft is not None]
    files = [entry.readings for entry in found if entry.readings is not None]
    assert (len(drafts), len(files)) == (1, 1)

    job = Job()
    job.progress.connect(lambda fraction: job.cancel() if fraction >= 0.2 else None)  # the articles are in by then
    with pytest.raises(Cancelled):
        reader.take_in(drafts, {}, files, Memory(), job)
    assert project.all(Article) == []

    outcome = reader.take_in(drafts, {}, files, Memory(), Job())
    assert len(outcome.report.added) == 2 and len(project.all(Article)) == 2
    project.undo(reader.by)  # one step
    assert project.all(Article) == []


def test_a_folder_of_another_tool_is_one_entry(reader: Reader, tmp_path: Path) -> None:
    folder = tmp_path / "marked"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT, encoding="utf-8", newline="")
    (folder / "a.ann").write_text("T1\tPER 9 17\tAda Vale\n", encoding="utf-8")
    (found,) = reader.gather([folder], Job())
    assert (found.path, found.form_name, found.nameless) == (folder, "brat", True)


def test_labels_are_proposed_tried_and_remembered(project: Project, reader: Reader, tmp_path: Path) -> None:
    write(tmp_path / "Ben.jsonl", "PER", "MISC", "CLAIM", "DATE")
    (entry,) = reader.gather([tmp_path / "Ben.jsonl"], Job())
    assert entry.labels is not None and entry.report is not None
    rows = {row.theirs: (row.ours, row.why) for row in reader.labels.rows("doccano", entry.labels)}
    assert rows == {"PER": ("ACTOR", "proposed"), "MISC": ("MISC", "unknown"), "DATE": ("DATE", "unknown"),
                    "CLAIM": ("CLAIM", "same")}  # fmt: skip
    assert entry.report.marks == {"placed": 4}
    reader.labels.choose("doccano", [("span", "DATE", None)])
    assert entry.stale(reader.labels.map("doccano", entry.labels))
    again = reader.read(Wanted(tmp_path / "x" if entry.found is None else entry.found, Choice(), entry.labels),  # type: ignore[arg-type]
                        Job(), lambda _: None)  # fmt: skip
    assert again.report is not None and again.report.marks == {"placed": 3, "left out": 1}
    files, memory = taking.files([entry], reader.labels), taking.memory([entry], reader.labels, "")
    assert memory.labels["doccano"].spans == {"PER": "ACTOR", "DATE": None}
    reader.take_in([], {}, files, memory, Job())
    assert {setting.id for setting in project.all(Setting)} == {"labels doccano"}
    assert len(project.all(Layer)) == 1

    later = LabelChoices(project)
    rows = {row.theirs: (row.ours, row.why) for row in later.rows("doccano", entry.labels)}
    assert rows["PER"] == ("ACTOR", "before") and rows["DATE"] == (None, "before")
    later.reset("doccano")
    rows = {row.theirs: (row.ours, row.why) for row in later.rows("doccano", entry.labels)}
    assert rows["PER"] == ("ACTOR", "proposed") and rows["DATE"] == ("DATE", "unknown")
    assert later.memory("doccano", entry.labels).spans == {"PER": "ACTOR", "DATE": "DATE"}  # what was is forgotten


def test_a_table_without_a_text_still_shows_its_columns(reader: Reader, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("eins,zwei\nThe pier opens in May.,Pier\n", encoding="utf-8")
    (entry,) = reader.gather([tmp_path / "a.csv"], Job())
    assert entry.columns is not None and (entry.asks, entry.usable) == ("text", False)
    assert entry.found is not None
    choice = Choice(fields={"eins": "text", "zwei": "title"})
    again = reader.read_all({3: Wanted(entry.found, choice)}, Job())[3]
    assert again.problem is None and again.usable and again.labels is not None and again.labels.first is not None
    assert again.labels.first.title == "Pier"


def test_a_file_can_be_read_as_something_else(reader: Reader, tmp_path: Path) -> None:
    path = write(tmp_path / "Ben.jsonl", "PER")
    (entry,) = reader.gather([path], Job())
    assert entry.found is not None
    read = reader.read_all(
        {n: Wanted(entry.found, Choice(format=name)) for n, name in enumerate(("text", "canonical", "prodigy"))}, Job()
    )
    assert read[0].draft is not None and TEXT[:20] in read[0].draft.article.text
    assert read[1].problem is not None and "line 1" in str(read[1].problem)
    assert read[2].form_name == "prodigy"
