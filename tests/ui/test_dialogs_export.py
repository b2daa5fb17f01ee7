from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from annotator.operations.layers import set_status
from annotator.store import Project
from tests.factories import add_annotator, add_article, new_project
from tests.ui.kit import click, idle, press, session_on, unnamed
from ui.dialogs.export_dialog import ExportDialog
from ui.session import Session

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen platform has no window manager


@pytest.fixture
def session(tmp_path: Path, qtbot: QtBot) -> Iterator[Session]:
    project = new_project(tmp_path, "strait")
    session = session_on(project)
    ben = add_annotator(project, "Ben")
    first = add_article(project)
    add_article(project, "Another text about the ferry.", title="Ferry")
    for who in (session.annotator.id, ben):
        set_status(project, who, first, "done")
    yield session
    project.close()


@pytest.fixture
def dialog(session: Session, tmp_path: Path, qtbot: QtBot) -> ExportDialog:
    dialog = ExportDialog(session, tmp_path / "exports")
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def lines(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_the_default_is_everything_beside_the_project(dialog: ExportDialog, tmp_path: Path, qtbot: QtBot) -> None:
    assert dialog.counts.text() == "Writes 3 lines: 2 readings, 1 article that nobody has read."
    press(dialog, Qt.Key.Key_Return)
    idle(qtbot, dialog)
    assert len(lines(tmp_path / "exports" / "strait.jsonl")) == 3
    assert "Wrote 3 lines" in dialog.summary.text()
    assert str(tmp_path / "exports" / "strait.jsonl") in dialog.summary.text()
    assert dialog.show_folder.isVisible()
    assert "history" in dialog.losses.text()


def test_one_annotator_without_unread_articles(dialog: ExportDialog, tmp_path: Path, qtbot: QtBot) -> None:
    dialog.whose.setFocus()
    press(dialog.whose, Qt.Key.Key_Down)
    assert dialog.whose.currentData() == "Ben"
    press(dialog.unread, Qt.Key.Key_Space)
    assert dialog.counts.text() == "Writes 1 line: 1 reading."
    click(dialog.write)
    idle(qtbot, dialog)
    (line,) = lines(tmp_path / "exports" / "strait.jsonl")
    assert line["layer"]["annotator"] == "Ben"  # type: ignore[index]


def test_another_tools_format(dialog: ExportDialog, tmp_path: Path, qtbot: QtBot) -> None:
    names = [dialog.format.itemText(n) for n in range(dialog.format.count())]
    assert names[0] == "Canonical JSONL" and {"doccano (JSON lines)", "Label Studio (JSON)"} <= set(names)
    dialog.format.setFocus()
    while dialog.format.currentText() != "Label Studio (JSON)":
        press(dialog.format, Qt.Key.Key_Down)
    assert dialog.target.text().endswith("strait.json") and not dialog.raw.isEnabled()
    press(dialog, Qt.Key.Key_Return)
    idle(qtbot, dialog)
    (task, other) = json.loads((tmp_path / "exports" / "strait.json").read_text(encoding="utf-8"))
    assert len(task["annotations"]) + len(other["annotations"]) == 2
    assert (tmp_path / "exports" / "strait.json.losses.json").is_file() and "config.xml" in dialog.summary.text()


def test_back_to_jsonl_the_ending_is_its_own(dialog: ExportDialog) -> None:
    dialog.format.setFocus()
    press(dialog.format, Qt.Key.Key_End)
    assert not dialog.target.text().endswith(".jsonl")
    press(dialog.format, Qt.Key.Key_Home)
    assert dialog.target.text().endswith("strait.jsonl") and dialog.raw.isEnabled()


def test_a_file_that_would_be_replaced_is_named_first(dialog: ExportDialog, tmp_path: Path) -> None:
    there = tmp_path / "there.jsonl"
    there.write_text("keep me", encoding="utf-8")
    dialog.target.setText(str(there))
    assert "there.jsonl exists and will be replaced" in dialog.counts.text()
    assert dialog.write.text() == "Replace"
    assert there.read_text(encoding="utf-8") == "keep me"


def test_a_place_that_cannot_be_written_is_said(dialog: ExportDialog, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "file").write_bytes(b"")
    dialog.target.setText(str(tmp_path / "file" / "x.jsonl"))
    click(dialog.write)
    idle(qtbot, dialog)
    assert "cannot be written" in dialog.trouble.text()
    assert dialog.write.isEnabled()


def test_a_full_disk_is_said(dialog: ExportDialog, tmp_path: Path, qtbot: QtBot) -> None:
    resource = pytest.importorskip("resource")  # a limit on the size of files stands for a full disk
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (64, hard))
    try:
        click(dialog.write)
        idle(qtbot, dialog)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert "There is no room for" in dialog.trouble.text()
    assert "Free some space" in dialog.trouble.text()
    assert list((tmp_path / "exports").iterdir()) == []
    assert dialog.write.isEnabled()


def test_a_cancelled_export_leaves_no_file(session: Session, tmp_path: Path, qtbot: QtBot) -> None:
    for number in range(400):
        add_article(session.project, f"Text {number} about the ferry.", title=f"Ferry {number}")
    dialog = ExportDialog(session, tmp_path / "exports")
    qtbot.addWidget(dialog)
    dialog.show()
    click(dialog.write)
    click(dialog.job.stop)
    idle(qtbot, dialog)
    assert list((tmp_path / "exports").glob("*")) == []
    assert "nothing was changed" in dialog.trouble.text()


def test_without_a_full_path_nothing_is_written(dialog: ExportDialog) -> None:
    for text in ("", "relative.jsonl"):
        dialog.target.setText(text)
        assert not dialog.write.isEnabled()


def test_a_read_only_project_exports_too(session: Session, tmp_path: Path, qtbot: QtBot) -> None:
    path = session.project.path
    with Project.open(path, read_only=True) as project:
        dialog = ExportDialog(Session(project, session.annotator), tmp_path / "exports")
        qtbot.addWidget(dialog)
        dialog.show()
        click(dialog.write)
        idle(qtbot, dialog)
        assert (tmp_path / "exports" / "strait.jsonl").exists()


def test_everything_has_a_name_for_screen_readers(dialog: ExportDialog) -> None:
    assert unnamed(dialog) == []
