"""The import dialog: what it finds, what it brings in, how it is stopped."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.models import Layer, Span
from annotator.operations.exports import export_jsonl
from annotator.store import Project
from tests.factories import TEXT, add_article, new_project
from tests.ui.importing.conftest import CRITICS, PAGE, PIER, articles, block, pick
from tests.ui.kit import click, idle, press, session_on, unnamed
from ui.dialogs.importing.dialog import ImportDialog
from ui.dialogs.importing.models import DETAIL, STATE
from ui.session import Session

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen platform has no window manager


def test_a_folder_of_mixed_files(dialog: ImportDialog, session: Session, mixed: Path, qtbot: QtBot) -> None:
    dialog.add_paths([mixed])
    idle(qtbot, dialog)
    titles = [dialog.found.index(row).data() for row in range(4)]
    assert titles == ["Pier opens two years late", "Die Brücke wird größer", "c photo.txt", "d empty.txt"]
    assert [dialog.found.index(row).data(STATE) for row in range(4)] == ["", "", "problem", "problem"]
    assert "4 blocks cut" in dialog.found.index(0).data(DETAIL)
    assert "cp1252" in dialog.found.index(1).data(DETAIL)
    assert dialog.take.text() == "Import 2 articles"
    pick(dialog, "c photo.txt")
    assert "a PNG picture" in dialog.pane.said.toPlainText()
    assert "c photo.txt" in dialog.pane.said.toPlainText()
    assert articles(session.project) == []

    with qtbot.waitSignal(session.changed) as caught:
        click(dialog.take)
    assert caught.args[0].title == "Import 2 articles"
    assert {article.title for article in articles(session.project)} == set(titles[:2])
    assert next(a for a in articles(session.project) if a.importer == "text" and "Pier" in a.title).text.strip() == (
        f"{PIER}\n\n{CRITICS}"
    )
    assert dialog.report.summary.text() == "Imported 2 articles."
    assert session.undo() is not None
    assert articles(session.project) == []


def test_what_is_in_the_project_is_marked(dialog: ImportDialog, session: Session, mixed: Path, qtbot: QtBot) -> None:
    add_article(session.project, f"{PIER}\n\n{CRITICS}", title="The pier")
    dialog.add_paths([mixed / "a pier.txt"])
    idle(qtbot, dialog)
    assert "already in the project" in dialog.found.index(0).data(DETAIL)
    assert "“The pier”" in dialog.pane.head.notes.text()
    assert not dialog.take.isEnabled()
    # with another block cut it is another text
    press_row(dialog, "Critics called")
    assert dialog.take.text() == "Import 1 article"


def press_row(dialog: ImportDialog, words: str) -> None:
    dialog.pane.list.setFocus()
    dialog.pane.list.setCurrentIndex(dialog.pane.blocks.index(block(dialog, words)))
    press(dialog.pane.list, Qt.Key.Key_Space)


def test_a_file_can_be_left_out(dialog: ImportDialog, session: Session, mixed: Path, qtbot: QtBot) -> None:
    dialog.add_paths([mixed])
    idle(qtbot, dialog)
    dialog.list.setFocus()
    pick(dialog, "a pier.txt")
    press(dialog.list, Qt.Key.Key_Space)
    assert dialog.take.text() == "Import 1 article"
    click(dialog.take)
    idle(qtbot, dialog)
    assert [article.title for article in articles(session.project)] == ["Die Brücke wird größer"]


def test_without_any_text_left_nothing_can_be_imported(dialog: ImportDialog, mixed: Path, qtbot: QtBot) -> None:
    dialog.add_paths([mixed / "a pier.txt"])
    idle(qtbot, dialog)
    for words in ("port council", "Critics called"):
        press_row(dialog, words)
    assert not dialog.take.isEnabled()


def test_a_jsonl_file_says_what_it_would_bring(
    dialog: ImportDialog, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    with new_project(tmp_path, "other") as other:
        add_article(other)
        export_jsonl(other, tmp_path / "out" / "readings.jsonl")
    dialog.add_paths([tmp_path / "out"])
    idle(qtbot, dialog)
    assert dialog.found.rowCount() == 1  # what belongs to the export is not listed for itself
    assert "1 new article" in dialog.found.index(0).data(DETAIL)
    assert "Brings in 1 new article" in dialog.pane.said.toPlainText()
    assert articles(session.project) == []
    click(dialog.take)
    idle(qtbot, dialog)
    assert [article.title for article in articles(session.project)] == ["Bridge"]


def test_another_tools_file_says_what_it_would_bring_and_what_does_not_fit(
    dialog: ImportDialog, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    result = [
        {"id": n, "from_name": "label", "to_name": "text", "type": "labels",
         "value": {"start": start, "end": start + 8, "text": "Ada Vale", "labels": ["ACTOR"]}}
        for n, start in (("a", TEXT.index("Ada Vale")), ("b", 30))
    ]  # fmt: skip
    given = [{"id": n, "completed_by": n, "result": [one]} for n, one in enumerate(result, 3)]
    task = {"id": 1, "data": {"text": TEXT}, "annotations": given}
    path = tmp_path / "tasks.json"
    path.write_text(json.dumps([task]), encoding="utf-8")
    dialog.add_paths([path])
    idle(qtbot, dialog)
    words = dialog.pane.tool.report.toPlainText()
    assert "Brings in 1 new article and 2 layers." in words and "placed: 1, moved: 1" in words
    assert "“Ada Vale” was found at" in words
    click(dialog.take)
    idle(qtbot, dialog)
    layers = session.project.all(Layer)
    assert [session.project.all(Span, layer.id)[0].quote for layer in layers] == ["Ada Vale"] * 2


def test_a_bad_jsonl_line_is_named(dialog: ImportDialog, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "bad.jsonl").write_text('{"schema": "stancemark/1", "id":\n', encoding="utf-8")
    dialog.add_paths([tmp_path / "bad.jsonl"])
    idle(qtbot, dialog)
    assert "bad.jsonl, line 1" in dialog.pane.said.toPlainText()
    assert not dialog.take.isEnabled()


def test_an_empty_folder_is_said(dialog: ImportDialog, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "nothing").mkdir()
    dialog.add_paths([tmp_path / "nothing"])
    idle(qtbot, dialog)
    assert "no file to import" in dialog.trouble.text()


def test_escape_while_reading_cancels_and_then_closes(
    dialog: ImportDialog, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "long.txt").write_text(PAGE * 20_000, encoding="utf-8")
    dialog.add_paths([tmp_path / "long.txt"])
    assert dialog.job.running
    press(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not dialog.isVisible(), timeout=20_000)
    assert not dialog.job.running
    assert articles(session.project) == []


def test_a_cancelled_import_leaves_nothing(
    dialog: ImportDialog, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(200):
        (folder / f"{number}.txt").write_text(f"Day {number} of the pier\n\n{PIER}\n\n{CRITICS}", encoding="utf-8")
    dialog.add_paths([folder])
    idle(qtbot, dialog)
    assert dialog.take.text() == "Import 200 articles"
    with session.project.step("hold the pen", None):  # the job waits for it, and finds itself cancelled
        click(dialog.take)
        click(dialog.job.stop)
    idle(qtbot, dialog)
    assert articles(session.project) == []
    assert "nothing was changed" in dialog.trouble.text()
    assert dialog.take.isEnabled()


def test_a_read_only_project_refuses_in_words(tmp_path: Path, mixed: Path, qtbot: QtBot) -> None:
    with new_project(tmp_path, "held") as held:
        session_on(held)
    with Project.open(tmp_path / "held.stancemark", read_only=True) as project:
        from annotator.models import Annotator

        dialog = ImportDialog(Session(project, project.all(Annotator)[0]))
        qtbot.addWidget(dialog)
        dialog.show()
        dialog.add_paths([mixed / "a pier.txt"])
        idle(qtbot, dialog)
        click(dialog.take)
        idle(qtbot, dialog)
        assert "cannot be changed" in dialog.trouble.text()


def test_files_can_be_dropped(dialog: ImportDialog, mixed: Path, qtbot: QtBot) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(mixed / name)) for name in ("a pier.txt", "b bridge.txt")])
    mouse, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, data, mouse, none)
    QApplication.sendEvent(dialog, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(dialog, QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, mouse, none))
    idle(qtbot, dialog)
    assert dialog.found.rowCount() == 2


def test_paths_added_while_reading_come_after(dialog: ImportDialog, mixed: Path, qtbot: QtBot) -> None:
    dialog.add_paths([mixed / "a pier.txt"])
    dialog.add_paths([mixed / "b bridge.txt", mixed / "a pier.txt"])
    qtbot.waitUntil(lambda: dialog.found.rowCount() == 2 and not dialog.job.running)


def test_the_window_goes_on_while_a_long_text_is_read(dialog: ImportDialog, tmp_path: Path, qtbot: QtBot) -> None:
    """The event loop turns while the job runs, and 60,000 blocks are shown without being measured."""
    (tmp_path / "long.txt").write_text(f"{PIER}\n\n{CRITICS}\n\n" * 30_000, encoding="utf-8")
    turns = 0

    def turn() -> None:
        nonlocal turns
        turns += 1

    timer = QTimer()
    timer.timeout.connect(turn)
    timer.start(10)
    dialog.add_paths([tmp_path / "long.txt"])
    idle(qtbot, dialog)
    timer.stop()
    assert turns > 5
    assert dialog.pane.blocks.rowCount() == 60_000
    dialog.pane.list.scrollToBottom()
    assert dialog.pane.list.indexAt(dialog.pane.list.viewport().rect().center()).row() > 59_000


def test_everything_has_a_name_for_screen_readers(dialog: ImportDialog, mixed: Path, qtbot: QtBot) -> None:
    assert unnamed(dialog) == []
    dialog.add_paths([mixed])
    idle(qtbot, dialog)
    assert unnamed(dialog) == []
    spoken = dialog.pane.blocks.index(block(dialog, "All rights")).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("cut, page")
