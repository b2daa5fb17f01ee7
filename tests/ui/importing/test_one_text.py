"""One text in the preview: which blocks of it come in, and in which encoding it is read."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.importing.conftest import CRITICS, PAGE, PIER, TICK, articles, block, tick_box
from tests.ui.kit import click, idle, press
from ui.dialogs.importing.dialog import ImportDialog
from ui.session import Session

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen platform has no window manager


def test_an_unticked_block_is_not_in_the_text(
    dialog: ImportDialog, session: Session, mixed: Path, qtbot: QtBot
) -> None:
    dialog.add_paths([mixed / "a pier.txt"])
    idle(qtbot, dialog)
    row = block(dialog, "Critics called")
    assert dialog.pane.blocks.index(row).data(TICK) == Qt.CheckState.Checked
    QTest.mouseClick(dialog.pane.list.viewport(), Qt.MouseButton.LeftButton, pos=tick_box(dialog, row).center())
    assert dialog.pane.blocks.index(row).data(TICK) == Qt.CheckState.Unchecked
    assert "5 blocks cut" in dialog.pane.head.summary.text()
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
    assert "4 blocks cut" in dialog.pane.head.summary.text()


def test_the_exact_text_is_the_file(dialog: ImportDialog, session: Session, mixed: Path, qtbot: QtBot) -> None:
    dialog.add_paths([mixed / "a pier.txt"])
    idle(qtbot, dialog)
    click(dialog.pane.head.exact)
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
    assert "guess" in dialog.pane.head.notes.text() or "does not say" in dialog.pane.head.notes.text()
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
    box = dialog.pane.head.encoding
    box.setFocus()
    wanted = box.findData(encoding)
    assert wanted >= 0
    while box.currentIndex() != wanted:
        press(box, Qt.Key.Key_Down if box.currentIndex() < wanted else Qt.Key.Key_Up)


def test_markup_is_drawn_as_text(dialog: ImportDialog, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "m.txt").write_text(f"<b>Pier</b> <img src=x>\n\n{PIER}\n\n{CRITICS}\n", encoding="utf-8")
    dialog.add_paths([tmp_path / "m.txt"])
    idle(qtbot, dialog)
    assert dialog.pane.head.title.textFormat() == Qt.TextFormat.PlainText
    assert dialog.pane.head.title.text().startswith("<b>Pier")
