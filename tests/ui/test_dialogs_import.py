from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QRect, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.models import Article
from annotator.operations.exports import export_jsonl
from annotator.store import Project
from tests.factories import add_article, new_project
from tests.ui.kit import click, idle, press, session_on, unnamed
from ui import theme
from ui.dialogs.import_dialog import ImportDialog
from ui.dialogs.import_models import DETAIL, STATE
from ui.session import Session

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen platform has no window manager

TICK = Qt.ItemDataRole.CheckStateRole
PIER = "The port council said on Monday that the new pier would open in May, two years late and far above its budget."
CRITICS = "Critics called the delay a scandal and asked the minister to resign before the summer recess begins."
PAGE = f"Home\nMenu\n\nPier opens two years late\n\n{PIER}\n\n{CRITICS}\n\nShare on Facebook\n\nAll rights reserved\n"
GERMAN = "Die Brücke wird größer\n\nDer Bürgermeister erklärte, die Brücke müsse größer werden, als früher gewünscht.\n"


@pytest.fixture
def session(tmp_path: Path, qtbot: QtBot) -> Iterator[Session]:
    project = new_project(tmp_path)
    yield session_on(project)
    project.close()


@pytest.fixture
def dialog(session: Session, qtbot: QtBot, qapp: QApplication) -> ImportDialog:
    theme.apply(qapp, theme.LIGHT)
    dialog = ImportDialog(session)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


@pytest.fixture
def mixed(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a pier.txt").write_text(PAGE, encoding="utf-8")
    (folder / "b bridge.txt").write_bytes(GERMAN.encode("cp1252"))
    (folder / "c photo.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    (folder / "d empty.txt").write_bytes(b"")
    return folder


def articles(project: Project) -> list[Article]:
    return project.all(Article)


def row_of(dialog: ImportDialog, name: str) -> int:
    return next(row for row, entry in enumerate(dialog.found.entries) if entry.path.name == name)


def pick(dialog: ImportDialog, name: str) -> None:
    dialog.list.setCurrentIndex(dialog.found.index(row_of(dialog, name)))


def block(dialog: ImportDialog, words: str) -> int:
    model = dialog.pane.blocks
    return next(row for row in range(model.rowCount()) if words in model.index(row).data())


def tick_box(dialog: ImportDialog, row: int) -> QRect:
    box = dialog.pane.list.visualRect(dialog.pane.blocks.index(row))
    assert dialog.pane.list.viewport().rect().contains(box.topLeft())
    return QRect(box.left() + 12, box.top() + 8, 16, 16)


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
    assert dialog.summary.text() == "Imported 2 articles."
    assert session.undo() is not None
    assert articles(session.project) == []


def test_an_unticked_block_is_not_in_the_text(
    dialog: ImportDialog, session: Session, mixed: Path, qtbot: QtBot
) -> None:
    dialog.add_paths([mixed / "a pier.txt"])
    idle(qtbot, dialog)
    row = block(dialog, "Critics called")
    assert dialog.pane.blocks.index(row).data(TICK) == Qt.CheckState.Checked
    QTest.mouseClick(dialog.pane.list.viewport(), Qt.MouseButton.LeftButton, pos=tick_box(dialog, row).center())
    assert dialog.pane.blocks.index(row).data(TICK) == Qt.CheckState.Unchecked
    assert "5 blocks cut" in dialog.pane.summary.text()
    click(dialog.take)
    idle(qtbot, dialog)
    (article,) = articles(session.project)
    assert "Critics" not in article.text
    assert PIER in article.text


def test_space_keeps_a_block_that_would_be_cut(
    dialog: ImportDialog, session: Session, mixed: Path, qtbot: QtBot
) -> None:
    dialog.add_paths([mixed / "a pier.txt"])
    idle(qtbot, dialog)
    row = block(dialog, "All rights reserved")
    assert dialog.pane.blocks.index(row).data(TICK) == Qt.CheckState.Unchecked
    dialog.pane.list.setFocus()
    dialog.pane.list.setCurrentIndex(dialog.pane.blocks.index(row))
    press(dialog.pane.list, Qt.Key.Key_Space)
    click(dialog.take)
    idle(qtbot, dialog)
    assert "All rights reserved" in articles(session.project)[0].text


def test_a_click_on_the_text_of_a_block_changes_nothing(dialog: ImportDialog, mixed: Path, qtbot: QtBot) -> None:
    dialog.add_paths([mixed / "a pier.txt"])
    idle(qtbot, dialog)
    box = dialog.pane.list.visualRect(dialog.pane.blocks.index(block(dialog, "Critics")))
    QTest.mouseClick(dialog.pane.list.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    assert "4 blocks cut" in dialog.pane.summary.text()


def test_the_exact_text_is_the_file(dialog: ImportDialog, session: Session, mixed: Path, qtbot: QtBot) -> None:
    dialog.add_paths([mixed / "a pier.txt"])
    idle(qtbot, dialog)
    click(dialog.pane.exact)
    idle(qtbot, dialog)
    assert dialog.pane.blocks.cut_blocks == 0
    click(dialog.take)
    idle(qtbot, dialog)
    assert articles(session.project)[0].text == PAGE


def test_another_encoding_reads_the_file_again(
    dialog: ImportDialog, session: Session, mixed: Path, qtbot: QtBot
) -> None:
    dialog.add_paths([mixed / "b bridge.txt"])
    idle(qtbot, dialog)
    assert "guess" in dialog.pane.notes.text() or "does not say" in dialog.pane.notes.text()
    choose(dialog, "koi8-r")
    idle(qtbot, dialog)
    assert "ü" not in dialog.found.index(0).data()
    choose(dialog, "cp1252")
    idle(qtbot, dialog)
    click(dialog.take)
    idle(qtbot, dialog)
    assert "größer werden" in articles(session.project)[0].text


def test_an_encoding_that_does_not_fit_is_said_and_can_be_taken_back(
    dialog: ImportDialog, mixed: Path, qtbot: QtBot
) -> None:
    dialog.add_paths([mixed / "b bridge.txt"])
    idle(qtbot, dialog)
    choose(dialog, "utf-8")
    idle(qtbot, dialog)
    assert "cannot be read as utf-8" in dialog.pane.said.toPlainText()
    assert not dialog.take.isEnabled()
    choose(dialog, "cp1252")
    idle(qtbot, dialog)
    assert dialog.take.isEnabled()


def choose(dialog: ImportDialog, encoding: str) -> None:
    """As by keyboard: through the encodings to the one wanted; those on the way are not waited for."""
    box = dialog.pane.encoding
    box.setFocus()
    wanted = box.findData(encoding)
    assert wanted >= 0
    while box.currentIndex() != wanted:
        press(box, Qt.Key.Key_Down if box.currentIndex() < wanted else Qt.Key.Key_Up)


def test_what_is_in_the_project_is_marked(dialog: ImportDialog, session: Session, mixed: Path, qtbot: QtBot) -> None:
    add_article(session.project, f"{PIER}\n\n{CRITICS}", title="The pier")
    dialog.add_paths([mixed / "a pier.txt"])
    idle(qtbot, dialog)
    assert "already in the project" in dialog.found.index(0).data(DETAIL)
    assert "“The pier”" in dialog.pane.notes.text()
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


def test_markup_is_drawn_as_text(dialog: ImportDialog, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "m.txt").write_text(f"<b>Pier</b> <img src=x>\n\n{PIER}\n\n{CRITICS}\n", encoding="utf-8")
    dialog.add_paths([tmp_path / "m.txt"])
    idle(qtbot, dialog)
    assert dialog.pane.title.textFormat() == Qt.TextFormat.PlainText
    assert dialog.pane.title.text().startswith("<b>Pier")


def test_everything_has_a_name_for_screen_readers(dialog: ImportDialog, mixed: Path, qtbot: QtBot) -> None:
    assert unnamed(dialog) == []
    dialog.add_paths([mixed])
    idle(qtbot, dialog)
    assert unnamed(dialog) == []
    spoken = dialog.pane.blocks.index(block(dialog, "All rights")).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("cut, page")
