"""From the start page to a project's window and back, with real files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from annotator import demo
from annotator.models import Annotator, Article
from annotator.store import Project, backup
from tests.ui.app.conftest import dialog, enter, main_window, panel
from tests.ui.kit import click, idle, make_project, press
from ui.dialogs.datasets.dialog import DatasetDialog
from ui.dialogs.export_dialog import ExportDialog
from ui.dialogs.importing.dialog import ImportDialog
from ui.dialogs.new_project import NewProjectDialog
from ui.panels import WhoPanel
from ui.shell import Shell

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen platform has no window manager


def test_from_the_start_page_to_a_new_project(shell: Shell, tmp_path: Path, qtbot: QtBot) -> None:
    assert shell.start_page is not None
    page = shell.start_page
    click(page.new)
    new = dialog(qtbot, NewProjectDialog)
    assert isinstance(new, NewProjectDialog)
    QTest.keyClicks(new.name, "Strait")
    new.annotator.setText("Mara")
    press(new.name, Qt.Key.Key_Return)
    window = main_window(qtbot, shell)
    assert window.isVisible()
    assert shell.start_page is None
    assert shell.session is not None
    assert shell.session.project.path == tmp_path / "documents" / "Strait.stancemark"
    assert shell.session.annotator.name == "Mara"
    assert [recent.name for recent in shell.memory.recents()] == ["Strait"]


def test_an_opened_project_is_backed_up(shell: Shell, tmp_path: Path, qtbot: QtBot) -> None:
    path = make_project(tmp_path / "p.stancemark", "Mara")
    shell.memory.set_annotator(path, "Mara")
    shell.open(path)
    main_window(qtbot, shell)
    qtbot.waitUntil(lambda: bool(backup.listed(path)))
    QThreadPool.globalInstance().waitForDone()
    assert backup.is_sound(backup.listed(path)[0])


def test_who_annotates_is_asked_once(shell: Shell, tmp_path: Path, qtbot: QtBot) -> None:
    path = make_project(tmp_path / "p.stancemark")
    shell.open(path)
    enter(qtbot, shell, "Mara")
    assert shell.session is not None
    assert [a.role for a in shell.session.project.all(Annotator) if a.name == "Mara"] == ["annotator"]
    shell.close_project()
    assert shell.start_page is not None
    press(shell.start_page.recents, Qt.Key.Key_Return)
    main_window(qtbot, shell)
    assert shell.session.annotator.name == "Mara"


def test_the_only_annotator_is_suggested(shell: Shell, tmp_path: Path, qtbot: QtBot) -> None:
    shell.open(make_project(tmp_path / "p.stancemark", "Ben"))
    who = panel(qtbot, shell)
    assert isinstance(who, WhoPanel)
    assert who.name.currentText() == "Ben"


def test_a_question_left_open_lets_the_file_go(shell: Shell, tmp_path: Path, qtbot: QtBot) -> None:
    path = make_project(tmp_path / "p.stancemark")
    shell.open(path)
    press(panel(qtbot, shell), Qt.Key.Key_Escape)
    with Project.open(path) as project:
        assert not project.read_only


def test_another_project_takes_the_place_of_the_first(shell: Shell, tmp_path: Path, qtbot: QtBot) -> None:
    one = make_project(tmp_path / "one.stancemark")
    two = make_project(tmp_path / "two.stancemark", "Mara")
    shell.open(one)
    first = enter(qtbot, shell, "Mara")
    shell.memory.set_annotator(two, "Mara")
    first.open_requested.emit(two)
    qtbot.waitUntil(lambda: shell.main_window is not first)
    assert shell.session is not None
    assert shell.session.project.path == two
    with Project.open(one) as project:
        assert not project.read_only  # the first was closed
    assert [recent.name for recent in shell.memory.recents()] == ["two", "one"]


def test_the_open_dialog_opens(shell: Shell, tmp_path: Path, qtbot: QtBot) -> None:
    path = make_project(tmp_path / "p.stancemark")
    assert shell.start_page is not None
    click(shell.start_page.open)
    files = dialog(qtbot, QFileDialog)
    assert isinstance(files, QFileDialog)
    files.fileSelected.emit(str(path))
    files.close()
    enter(qtbot, shell, "Mara")


def test_close_goes_back_to_the_start_page(shell: Shell, tmp_path: Path, qtbot: QtBot) -> None:
    path = make_project(tmp_path / "p.stancemark")
    shell.open(path)
    window = enter(qtbot, shell, "Mara")
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: shell.start_page is not None and shell.main_window is None)
    with Project.open(path) as project:
        assert not project.read_only
    assert shell.memory.left_open is None


def test_the_project_left_open_is_opened_at_the_next_start(
    start: Callable[[Path | None], Shell], tmp_path: Path, qtbot: QtBot
) -> None:
    path = make_project(tmp_path / "p.stancemark")
    shell = start(path)
    enter(qtbot, shell, "Mara")
    again = start(None)
    main_window(qtbot, again)
    assert again.session is not None
    assert again.session.project.path == path


def test_the_sample_project_is_made_once(shell: Shell, tmp_path: Path, qtbot: QtBot) -> None:
    assert shell.start_page is not None
    click(shell.start_page.sample)
    main_window(qtbot, shell)
    assert shell.session is not None
    assert shell.session.project.all(Article)
    assert shell.session.annotator.role == "lead"
    made = shell.session.project.path
    assert made == tmp_path / "documents" / "Sample.stancemark"
    shell.close_project()
    number = made.stat().st_ino
    assert shell.start_page is not None
    click(shell.start_page.sample)
    main_window(qtbot, shell)
    assert made.stat().st_ino == number


def test_import_and_export_are_reached_from_the_window(shell: Shell, tmp_path: Path, qtbot: QtBot) -> None:
    shell.open(make_project(tmp_path / "p.stancemark"))
    window = enter(qtbot, shell, "Mara")
    text = tmp_path / "a.txt"
    text.write_text(
        "The pier is late\n\nThe council said the pier would open in May, two years late.\n", encoding="utf-8"
    )
    window.import_requested.emit([text])
    imports = dialog(qtbot, ImportDialog)
    assert isinstance(imports, ImportDialog)
    idle(qtbot, imports)
    click(imports.take)
    idle(qtbot, imports)
    press(imports.close_button, Qt.Key.Key_Return)
    window.export_requested.emit()
    exports = dialog(qtbot, ExportDialog)
    assert isinstance(exports, ExportDialog)
    click(exports.write)
    idle(qtbot, exports)
    assert (tmp_path / "exports" / "p.jsonl").read_text(encoding="utf-8").count("\n") == 1
    press(exports.close_button, Qt.Key.Key_Return)
    window.dataset_requested.emit()
    made = dialog(qtbot, DatasetDialog)
    assert isinstance(made, DatasetDialog)
    qtbot.waitUntil(lambda: not made.busy)
    assert made.path == tmp_path / "exports" / "p-dataset"


def test_a_project_is_closed_while_a_dialog_still_reads_it(shell: Shell, tmp_path: Path, qtbot: QtBot) -> None:
    demo.build(tmp_path / "p.stancemark")
    shell.memory.set_annotator(tmp_path / "p.stancemark", "Ada")
    for _ in range(3):
        shell.open(tmp_path / "p.stancemark")
        window = main_window(qtbot, shell)
        window.export_requested.emit()
        assert dialog(qtbot, ExportDialog).isVisible()
        window.dataset_requested.emit()
        assert dialog(qtbot, DatasetDialog).isVisible()
        window.close_requested.emit()
        assert shell.session is None


def test_leaving_waits_for_what_is_written_and_lets_go_of_the_file(shell: Shell, tmp_path: Path, qtbot: QtBot) -> None:
    path = make_project(tmp_path / "p.stancemark")
    shell.open(path)
    enter(qtbot, shell, "Mara")
    shell.leave()
    assert not path.with_name("p.stancemark.lock").exists()
    assert not list(backup.folder(path).glob("*.part"))
    assert shell.memory.left_open == path
