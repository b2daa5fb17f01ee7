"""An import dialog on a small project, and a folder of mixed files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from annotator.models import Article
from annotator.store import Project
from tests.factories import new_project
from tests.ui.kit import press, session_on
from ui import theme
from ui.dialogs.importing.choice_delegate import ChoiceTable
from ui.dialogs.importing.dialog import ImportDialog
from ui.session import Session

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


def settled(qtbot: QtBot, dialog: ImportDialog) -> None:
    """Wait until nothing is read, tried out or written."""
    qtbot.waitUntil(lambda: not dialog.busy, timeout=20_000)


def choose_in(qtbot: QtBot, table: ChoiceTable, index: QModelIndex, words: str) -> None:
    """Choose in a cell's list by keys: open it, go to the words, take them."""
    table.setFocus()
    table.setCurrentIndex(index)
    press(table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: opened(table) is not None)
    box = opened(table)
    assert box is not None
    wanted = box.findText(words)
    assert wanted >= 0, [box.itemText(n) for n in range(box.count())]
    while box.view().currentIndex().row() != wanted:
        before = box.view().currentIndex().row()
        press(box.view(), Qt.Key.Key_Down if before < wanted else Qt.Key.Key_Up)
        assert box.view().currentIndex().row() != before
    press(box.view(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: opened(table) is None)


def opened(table: ChoiceTable) -> QComboBox | None:
    """The list that a cell has dropped down, None while none is."""
    return next((box for box in table.viewport().findChildren(QComboBox) if box.view().isVisible()), None)


def type_name(dialog: ImportDialog, name: str) -> None:
    """Type whose layers a file's become."""
    line = dialog.pane.head.annotator.lineEdit()
    assert line is not None
    line.setFocus()
    QTest.keyClicks(line, name)
    assert line.hasFocus()
