from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.store import Project
from tests.ui.kit import click, idle, press, unnamed
from ui.dialogs.about import AboutDialog
from ui.dialogs.new_project import NewProjectDialog

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen platform has no window manager


@pytest.fixture
def dialog(tmp_path: Path, qtbot: QtBot) -> NewProjectDialog:
    dialog = NewProjectDialog(tmp_path, "mara")
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_a_name_and_enter_are_enough(dialog: NewProjectDialog, tmp_path: Path, qtbot: QtBot) -> None:
    made: list[tuple[Project, str]] = []
    dialog.created.connect(lambda project, name: made.append((project, name)))
    QTest.keyClicks(dialog.name, "Strait 2024")
    assert dialog.hint.text() == f"Makes {tmp_path / 'Strait 2024.stancemark'}"
    press(dialog.name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(made))
    project, name = made[0]
    with project:
        assert (project.path, name) == (tmp_path / "Strait 2024.stancemark", "mara")
        assert project.codebook().content.span_labels
    assert not dialog.isVisible()


def test_the_default_folder_is_made_if_need_be(tmp_path: Path, qtbot: QtBot) -> None:
    dialog = NewProjectDialog(tmp_path / "Stancemark", "mara")
    qtbot.addWidget(dialog)
    dialog.show()
    QTest.keyClicks(dialog.name, "x")
    assert not (tmp_path / "Stancemark").exists()
    with qtbot.waitSignal(dialog.created) as caught:
        click(dialog.make)
    caught.args[0].close()
    assert (tmp_path / "Stancemark" / "x.stancemark").is_file()


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("", "Give the project a name."),
        ("a/b", "cannot hold “/”"),
        (".hidden", "full stop"),
        ("taken", "already in this folder"),
    ],
)
def test_a_bad_name_is_said_while_it_is_typed(
    dialog: NewProjectDialog, tmp_path: Path, name: str, sentence: str
) -> None:
    (tmp_path / "taken.stancemark").write_bytes(b"keep")
    dialog.name.setText("good")
    assert dialog.make.isEnabled()
    dialog.name.setText(name)
    assert sentence in dialog.hint.text()
    assert not dialog.make.isEnabled()
    assert (tmp_path / "taken.stancemark").read_bytes() == b"keep"


def test_a_bad_folder_codebook_or_annotator_is_said(dialog: NewProjectDialog, tmp_path: Path) -> None:
    dialog.name.setText("good")
    dialog.folder.setText(str(tmp_path / "nowhere"))
    assert "There is no folder" in dialog.hint.text()
    dialog.folder.setText("relative")
    assert "in full" in dialog.hint.text()
    dialog.folder.setText(str(tmp_path))
    dialog.codebook.setText(str(tmp_path / "none.json"))
    assert "There is no file" in dialog.hint.text()
    dialog.codebook.clear()
    dialog.annotator.setText("  ")
    assert "Give your name" in dialog.hint.text()


def test_a_file_that_is_no_codebook_is_said_and_nothing_made(
    dialog: NewProjectDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "book.json").write_text("{}", encoding="utf-8")
    dialog.name.setText("good")
    dialog.codebook.setText(str(tmp_path / "book.json"))
    click(dialog.make)
    idle(qtbot, dialog)
    assert "book.json" in dialog.trouble.text()
    assert "no codebook" in dialog.trouble.text()
    assert dialog.isVisible()
    assert not (tmp_path / "good.stancemark").exists()


def test_another_codebook_is_used(dialog: NewProjectDialog, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "book.json").write_text(
        '{"name": "Tiny", "span_labels": [{"key": "X", "name": "X"}]}', encoding="utf-8"
    )
    dialog.name.setText("good")
    dialog.codebook.setText(str(tmp_path / "book.json"))
    with qtbot.waitSignal(dialog.created) as caught:
        click(dialog.make)
    with caught.args[0] as project:
        assert project.codebook().content.name == "Tiny"


def test_everything_has_a_name_for_screen_readers(dialog: NewProjectDialog, qtbot: QtBot) -> None:
    assert unnamed(dialog) == []
    about = AboutDialog()
    qtbot.addWidget(about)
    about.show()
    assert unnamed(about) == []


def test_about_names_version_and_licences(qtbot: QtBot) -> None:
    about = AboutDialog()
    qtbot.addWidget(about)
    about.show()
    assert about.version.text().startswith("Version ")
    for words in ("Lesser General Public License, version 3", "PySide6", "pydantic", "MIT"):
        assert words in " ".join(about.licences.toPlainText().split())
    press(about, Qt.Key.Key_Escape)
    assert not about.isVisible()
