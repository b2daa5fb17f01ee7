"""The numbers of the sample layers on the screen, and a hand that uses them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt, QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from annotator import codebook
from annotator.agreement.align import Rule
from annotator.models import Annotator
from annotator.operations.imports import import_paths
from annotator.store import Project
from tests.factories import ticking
from ui import theme
from ui.review.look import sheet
from ui.review.numbers.board import Behind
from ui.review.numbers.cell_table import CellTable
from ui.review.numbers.cells import Cell
from ui.review.numbers.view import NumbersView
from ui.session import Session

SEEDS = Path("seeds/readings.jsonl")
Key = Qt.Key


class Numbers:
    """The view, used as a person does."""

    def __init__(self, qtbot: QtBot, project: Project, size: tuple[int, int] = (900, 760)) -> None:
        self.qtbot, self.project = qtbot, project
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        theme.apply(app, theme.LIGHT)
        who = next(iter(project.all(Annotator)), None)
        assert who is not None
        self.session = Session(project, who)
        self.view = NumbersView(self.session)
        self.session.setParent(self.view)
        self.opened: list[tuple[Behind, Rule]] = []
        self.view.opened.connect(lambda behind, rule: self.opened.append((behind, rule)))
        self.view.setStyleSheet(sheet(theme.LIGHT))
        self.view.set_theme(theme.LIGHT)
        self.view.resize(*size)
        qtbot.addWidget(self.view)

    def show(self) -> None:
        self.view.show()
        self.qtbot.waitExposed(self.view)
        self.view.activateWindow()
        self.qtbot.waitUntil(self.view.isActiveWindow)
        self.wait()

    def wait(self) -> None:
        """Until everything is counted."""
        self.qtbot.waitUntil(lambda: not self.view.busy, timeout=20_000)

    def key(self, key: Qt.Key, widget: QWidget | None = None) -> None:
        """A key, where the focus is."""
        if widget is not None:
            widget.setFocus()
        focus = QApplication.focusWidget()
        assert focus is not None and (widget is None or focus is widget)
        QTest.keyClick(focus, key)
        self.wait()

    def click(self, table: CellTable, row: int, column: int, double: bool = False) -> None:
        """A click on a cell."""
        index = table.cells.index(row, column)
        table.scrollTo(index)
        presses: list[Any] = [QTest.mouseClick, QTest.mouseDClick] if double else [QTest.mouseClick]
        for press in presses:
            press(table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, _middle(table, index))
        self.wait()


def _middle(table: CellTable, index: QModelIndex) -> QPoint:
    return table.visualRect(index).center()


def texts(table: CellTable) -> list[list[str]]:
    """What stands in the cells."""
    model = table.cells
    return [[model.index(r, c).data() for c in range(model.columnCount())] for r in range(model.rowCount())]


def said(table: CellTable, row: int, column: int) -> str:
    """What a screen reader says of a cell."""
    return str(table.cells.index(row, column).data(Qt.ItemDataRole.AccessibleTextRole))


def cell(table: CellTable, row: int, column: int) -> Cell:
    found = table.cells.cell(table.cells.index(row, column))
    assert found is not None
    return found


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed project with the sample layers of Ada, Bruno and Chidi."""
    path = tmp_path_factory.mktemp("sample") / "sample.stancemark"
    with Project.create(path, codebook.default(), clock=ticking()) as project:
        import_paths(project, None, [SEEDS])
    return path


@pytest.fixture
def counted(sample_file: Path, tmp_path: Path) -> Iterator[Project]:
    """The sample layers, in a copy."""
    path = tmp_path / sample_file.name
    shutil.copy(sample_file, path)
    with Project.open(path, clock=ticking("2026-04-01T00:00:")) as project:
        yield project
        assert QThreadPool.globalInstance().waitForDone(5000)


@pytest.fixture
def numbers(qtbot: QtBot, counted: Project) -> Numbers:
    """The numbers of the sample layers, counted and on the screen."""
    made = Numbers(qtbot, counted)
    made.show()
    return made
