"""Files that cannot be opened, or not as they are: said in words, and nothing is changed."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from annotator.models import Article
from annotator.store import Project, backup
from annotator.store.migrations import APPLICATION_ID, VERSION
from tests.factories import add_article
from tests.ui.app.conftest import button, dialog, enter, main_window, panel, words
from tests.ui.kit import click, make_project, press
from ui.panels import PanelDialog
from ui.shell import Shell

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen platform has no window manager


def test_no_project_newer_and_gone_are_said_and_nothing_is_changed(shell: Shell, tmp_path: Path, qtbot: QtBot) -> None:
    text = tmp_path / "letter.stancemark"
    text.write_text("Dear reader", encoding="utf-8")
    other = tmp_path / "other.stancemark"
    with closing(sqlite3.connect(other)) as connection:
        connection.execute("CREATE TABLE t (x)")
    newer = tmp_path / "newer.stancemark"
    with closing(sqlite3.connect(newer)) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {VERSION + 1}")
        connection.execute("CREATE TABLE t (x)")
    sentences = {
        text: "is not a Stancemark project",
        other: "a database of another program",
        newer: "written by a newer version",
        tmp_path: "is a folder",
        tmp_path / "none.stancemark": "There is no file",
    }
    for path, sentence in sentences.items():
        before = path.read_bytes() if path.is_file() else b""
        shell.open(path)
        shown = panel(qtbot, shell)
        assert sentence in words(shown)
        assert (path.read_bytes() if path.is_file() else b"") == before
        click(button(shown, "Back"))
        assert shell.start_page is not None
        assert shell.start_page.panel is None
    assert shell.memory.recents() == []


def test_a_lost_project_can_be_taken_off_the_list(shell: Shell, tmp_path: Path, qtbot: QtBot) -> None:
    gone = tmp_path / "gone.stancemark"
    shell.memory.add(gone, "2026-01-01T00:00:00Z")
    shell.open(gone)
    click(button(panel(qtbot, shell), "Remove from the list"))
    assert shell.memory.recents() == []


def test_lost_projects_are_greyed_after_the_start(
    start: Callable[[Path | None], Shell], shell: Shell, tmp_path: Path, qtbot: QtBot
) -> None:
    shell.memory.add(tmp_path / "gone.stancemark", "2026-01-01T00:00:00Z")
    again = start(None)
    assert again.start_page is not None
    row = again.start_page.recents.recents.index(0)
    qtbot.waitUntil(lambda: "not found" in row.data(Qt.ItemDataRole.AccessibleTextRole))


def test_a_damaged_project_opens_as_a_copy_of_its_newest_good_backup(
    shell: Shell, tmp_path: Path, qtbot: QtBot
) -> None:
    path = make_project(tmp_path / "p.stancemark", "Mara")
    with Project.open(path) as project:
        add_article(project)
        project.back_up()
    spoil(path)
    spoilt = path.read_bytes()
    kept = {old: old.read_bytes() for old in backup.listed(path)}

    shell.open(path)
    shown = panel(qtbot, shell)
    assert "is damaged" in words(shown)
    offer = button(shown, "newest good backup")
    assert offer.hasFocus()
    press(offer, Qt.Key.Key_Return)
    enter(qtbot, shell, "Mara")
    assert shell.session is not None
    copy = shell.session.project.path
    assert copy.parent == tmp_path
    assert copy.name.startswith("p restored ")
    assert [article.title for article in shell.session.project.all(Article)] == ["Bridge"]
    assert path.read_bytes() == spoilt
    assert {old: old.read_bytes() for old in kept} == kept


def test_a_damaged_project_without_a_backup_offers_none(shell: Shell, tmp_path: Path, qtbot: QtBot) -> None:
    path = make_project(tmp_path / "p.stancemark", "Mara")
    spoil(path)
    shell.open(path)
    shown = panel(qtbot, shell)
    assert "No backup of it was found" in words(shown)
    assert [found.text() for found in shown.findChildren(QPushButton)] == ["Back"]


def spoil(path: Path) -> None:
    """Overwrite the middle of the file."""
    data = bytearray(path.read_bytes())
    data[4096 : len(data) // 2] = b"\xa5" * (len(data) // 2 - 4096)
    path.write_bytes(data)


def test_a_second_restored_copy_never_replaces_the_first(tmp_path: Path) -> None:
    from ui.restore import restore

    path = make_project(tmp_path / "p.stancemark", "Mara")
    first = restore(path, path, "2026-01-02")
    first.write_bytes(b"mine")
    second = restore(path, path, "2026-01-02")
    assert (first.name, second.name) == ("p restored 2026-01-02.stancemark", "p restored 2026-01-02 (2).stancemark")
    assert first.read_bytes() == b"mine"


def test_a_project_open_elsewhere_is_for_reading_only_and_says_why(shell: Shell, tmp_path: Path, qtbot: QtBot) -> None:
    path = make_project(tmp_path / "p.stancemark", "Mara")
    shell.memory.set_annotator(path, "Mara")
    with Project.open(path):
        shell.open(path)
        window = main_window(qtbot, shell)
        assert shell.session is not None
        assert shell.session.project.read_only
        assert "reading only" in window.status.message.text


def test_a_bad_file_leaves_the_open_project_alone(shell: Shell, tmp_path: Path, qtbot: QtBot) -> None:
    path = make_project(tmp_path / "p.stancemark")
    shell.open(path)
    window = enter(qtbot, shell, "Mara")
    (tmp_path / "bad.stancemark").write_bytes(b"no")
    window.open_requested.emit(tmp_path / "bad.stancemark")
    box = dialog(qtbot, PanelDialog)
    assert isinstance(box, PanelDialog)
    assert "is not a Stancemark project" in words(box.panel)
    press(button(box, "Back"), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not any(isinstance(w, PanelDialog) for w in QApplication.topLevelWidgets()))
    assert shell.main_window is window
    assert shell.session is not None
    assert not shell.session.project.read_only
