"""How files are read: by content or by a named format, several alike, and what is told of it in the end."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QFileDialog
from pytestqt.qtbot import QtBot

from annotator.errors import say
from annotator.formats import foreign
from annotator.models import Annotator, Layer
from annotator.operations.articles import Imported, ImportReport, Moved
from tests.factories import TEXT, add_article
from tests.ui.importing.conftest import articles, pick, settled, type_name
from tests.ui.kit import click, press
from ui.dialogs.importing import words
from ui.dialogs.importing.dialog import ImportDialog
from ui.session import Session

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # offscreen has no window manager


def marked(path: Path, *labels: str, text: str = TEXT) -> Path:
    spans = [[n, n + 3, label] for n, label in enumerate(labels)]
    path.write_text(json.dumps({"id": path.stem, "text": text, "label": spans}) + "\n", encoding="utf-8")
    return path


def choose(box: QComboBox, data: str) -> None:
    """As by keyboard: through the list to the one wanted."""
    box.setFocus()
    wanted = box.findData(data)
    assert wanted >= 0, [box.itemData(n) for n in range(box.count())]
    while box.currentIndex() != wanted:
        press(box, Qt.Key.Key_Down if box.currentIndex() < wanted else Qt.Key.Key_Up)


def test_a_file_is_read_by_its_content_or_as_one_says(dialog: ImportDialog, tmp_path: Path, qtbot: QtBot) -> None:
    dialog.add_paths([marked(tmp_path / "Ben.jsonl", "PER")])
    settled(qtbot, dialog)
    box = dialog.pane.head.format
    assert box.currentText() == "By content: doccano" and dialog.pane.tool.isVisible()
    offered = {box.itemData(n) for n in range(box.count())} - {None}
    assert {"", "text", "html", "pdf", "docx", "canonical"} < offered
    assert {form.NAME for form in foreign() if not form.FOLDER} < offered
    choose(box, "text")
    settled(qtbot, dialog)
    assert dialog.pane.list.isVisible() and dialog.found.entries[0].draft is not None
    choose(box, "canonical")
    settled(qtbot, dialog)
    assert "line 1" in dialog.pane.said.toPlainText() and not dialog.take.isEnabled()
    choose(box, "")
    settled(qtbot, dialog)
    assert dialog.pane.tool.isVisible() and dialog.take.text() == "Import 1 article and 1 layer"


def test_a_folder_is_offered_formats_of_folders(dialog: ImportDialog, tmp_path: Path, qtbot: QtBot) -> None:
    folder = tmp_path / "marked"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT, encoding="utf-8", newline="")
    (folder / "a.ann").write_text("T1\tPER 9 17\tAda Vale\n", encoding="utf-8")
    dialog.add_paths([folder])
    settled(qtbot, dialog)
    box = dialog.pane.head.format
    offered = {box.itemData(n) for n in range(box.count())} - {None, ""}
    assert offered == {form.NAME for form in foreign() if form.FOLDER}


def test_several_files_are_read_alike(dialog: ImportDialog, session: Session, tmp_path: Path, qtbot: QtBot) -> None:
    dialog.add_paths(
        [marked(tmp_path / f"{name}.jsonl", "PER", text=f"{name} {TEXT}") for name in ("Ada", "Ben", "Cem")]
    )
    settled(qtbot, dialog)
    dialog.list.setFocus()
    pick(dialog, "Ada.jsonl")
    QTest.keyClick(dialog.list, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert dialog.pane.head.title.text() == "Ben.jsonl"
    type_name(dialog, "Zoe")
    settled(qtbot, dialog)
    assert [entry.choice.annotator for entry in dialog.found.entries] == ["Zoe", "Zoe", ""]
    choose(dialog.pane.head.format, "text")
    settled(qtbot, dialog)
    assert [entry.draft is not None for entry in dialog.found.entries] == [True, True, False]
    choose(dialog.pane.head.format, "")
    settled(qtbot, dialog)
    click(dialog.take)
    settled(qtbot, dialog)
    names = {person.id: person.name for person in session.project.all(Annotator)}
    assert sorted(names[layer.annotator_id] for layer in session.project.all(Layer)) == ["Cem", "Zoe", "Zoe"]


def test_what_was_left_out_stays_out(dialog: ImportDialog, tmp_path: Path, qtbot: QtBot) -> None:
    dialog.add_paths([marked(tmp_path / f"{name}.jsonl", "PER", text=f"{name} {TEXT}") for name in ("Ada", "Ben")])
    settled(qtbot, dialog)
    dialog.list.setFocus()
    pick(dialog, "Ada.jsonl")
    press(dialog.list, Qt.Key.Key_Space)
    assert dialog.take.text() == "Import 1 article and 1 layer"
    type_name(dialog, "Zoe")
    settled(qtbot, dialog)
    assert dialog.take.text() == "Import 1 article and 1 layer"


def test_closing_stops_what_is_tried_out(dialog: ImportDialog, tmp_path: Path, qtbot: QtBot) -> None:
    dialog.add_paths([marked(tmp_path / "Ada.jsonl", "PER")])
    settled(qtbot, dialog)
    type_name(dialog, "Zoe")
    qtbot.waitUntil(lambda: dialog.trial.busy)
    press(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    settled(qtbot, dialog)
    assert dialog.found.entries[0].choice.annotator == ""


# -- the report
def test_the_report_is_copied_and_kept(
    dialog: ImportDialog, session: Session, mixed: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    marked(mixed / "Ben.jsonl", "PER", "MISC")
    dialog.add_paths([mixed])
    settled(qtbot, dialog)
    click(dialog.take)
    settled(qtbot, dialog)
    assert len(articles(session.project)) == 3
    assert dialog.report.summary.text() == "Imported 3 articles and 1 layer."
    assert "placed: 2" in dialog.report.rest.toPlainText()
    click(dialog.report.copy)
    copied = QGuiApplication.clipboard().text()
    assert (
        copied.startswith("Imported 3 articles and 1 layer.")
        and "Ben.jsonl: 1 label not in the codebook: MISC" in copied
    )
    click(dialog.report.keep)
    (asked,) = dialog.findChildren(QFileDialog)
    asked.fileSelected.emit(str(tmp_path / "report.txt"))
    asked.close()
    settled(qtbot, dialog)
    assert (tmp_path / "report.txt").read_text("utf-8") == copied
    assert "report.txt" in dialog.report.told.text()
    dialog.report.save_wanted.emit(tmp_path / "no such folder" / "report.txt")
    settled(qtbot, dialog)
    assert "cannot be written" in dialog.trouble.text()


def test_a_report_names_file_and_line_and_counts_what_is_many() -> None:
    path = Path("/in/Ben.jsonl")
    moved = [Moved(path, n, "moved", f"PER {n}", say("it has no words")) for n in range(1, 61)]
    left = Moved(Path("/in/tasks"), None, "left out", "ORG a", say("there is nothing but blanks"))
    report = ImportReport(
        already=[Imported(path, title, title, 9) for title in ("One", "Two")]
        + [Imported(Path("/in/a.txt"), "Pier", "3", 9)],
        layers_already=2,
        warnings=[say("{path}: the label {label} is not in the project's codebook.", path=path, label=f"L{n}")
                  for n in range(20)],
        moved=[left, *moved],
    )  # fmt: skip
    report.marks.update({"placed": 3, "moved": 60, "left out": 1})
    told = words.rest(report)
    assert "tasks: ORG a was left out: there is nothing but blanks" in told
    assert "Ben.jsonl, line 1: PER 1 was moved: it has no words" in told
    assert "and 11 more." in told and "PER 60" not in told
    assert "Ben.jsonl: 20 labels not in the codebook: L0, L1" in told and "L19" not in told
    assert "Ben.jsonl: 2 articles." in told and "a.txt: its text is “Pier”." in told and "2 layers." in told
    whole = words.whole(report)
    assert "PER 60 was moved" in whole and "L19" in whole and "more." not in whole


def test_what_is_there_already_is_said_of_a_text(
    dialog: ImportDialog, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    add_article(session.project)
    dialog.add_paths([marked(tmp_path / "Ben.jsonl", "PER")])
    settled(qtbot, dialog)
    assert "Brings in 0 new articles and 1 layer." in dialog.pane.tool.report.toPlainText()
