"""What the files' names say of the articles: the pattern, what it gives, what is imported and remembered by it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.models import Setting
from annotator.operations.label_maps import Memory, keep, remembered_names
from annotator.store import Project
from tests.ui.importing.conftest import CRITICS, PIER, articles, pick, settled
from tests.ui.kit import click, press, unnamed
from ui.dialogs.importing.dialog import ImportDialog
from ui.session import Session

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # offscreen has no window manager

PATTERN = "{source}_{published}_{title}"


@pytest.fixture
def dated(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    names = ("Daily Ledger_2024-03-07_Bridge", "Harbour Wire_2024-03-05_Pier opens", "notes")
    for name in names:
        (folder / f"{name}.txt").write_text(f"Headline of {name[:3]}\n\n{PIER}\n\n{CRITICS} {name}\n", encoding="utf-8")
    return folder


def write(dialog: ImportDialog, pattern: str) -> None:
    line = dialog.names.pattern
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, pattern) if pattern else press(line, Qt.Key.Key_Delete)


def lines(dialog: ImportDialog) -> list[str]:
    return [line.whole for line in dialog.names.lines if line.isVisible()]


def titles(dialog: ImportDialog) -> list[str]:
    return [dialog.found.index(row).data() for row in range(dialog.found.rowCount())]


def store(project: Project, pattern: str) -> None:
    with project.step("keep", None) as step:
        keep(step, project, Memory(names=pattern))


def test_a_pattern_is_tried_on_the_names_and_imported(
    dialog: ImportDialog, session: Session, dated: Path, qtbot: QtBot
) -> None:
    dialog.add_paths([dated])
    settled(qtbot, dialog)
    assert dialog.names.isVisible() and lines(dialog) == []
    assert titles(dialog) == ["Headline of Dai", "Headline of Har", "Headline of not"]
    write(dialog, PATTERN)
    assert not dialog.take.isEnabled()  # until it is known what the names give
    settled(qtbot, dialog)
    first = "✓ Daily Ledger · 7 Mar 2024 · Bridge"
    assert lines(dialog)[:2] == [first, "✓ Harbour Wire · 5 Mar 2024 · Pier opens"]
    assert lines(dialog)[2].startswith("⚠ notes.txt: it is not of the form")
    assert dialog.names.summary.text() == "2 of 3 names fit."
    assert titles(dialog) == ["Bridge", "Pier opens", "Headline of not"]
    assert dialog.pane.head.title.text() == "Bridge" and "Daily Ledger" in dialog.pane.head.facts.whole
    assert unnamed(dialog) == []
    press(dialog.names.pattern, Qt.Key.Key_Return)  # which is no wish to import yet
    assert not dialog.job.running and articles(session.project) == []
    click(dialog.take)
    settled(qtbot, dialog)
    assert {(a.title, a.source, a.published) for a in articles(session.project)} == {
        ("Bridge", "Daily Ledger", "2024-03-07"), ("Pier opens", "Harbour Wire", "2024-03-05"),
        ("Headline of not", None, None),
    }  # fmt: skip
    assert "notes.txt: its name does not fit the pattern" in dialog.report.rest.toPlainText()
    assert remembered_names(session.project) == PATTERN
    session.undo()
    assert session.project.all(Setting) == [] and articles(session.project) == []


def test_what_is_wrong_with_a_pattern_is_said(dialog: ImportDialog, dated: Path, qtbot: QtBot) -> None:
    dialog.add_paths([dated])
    settled(qtbot, dialog)
    write(dialog, "{source}_{title")
    settled(qtbot, dialog)
    assert "character 10" in dialog.names.trouble.text() and "no partner" in dialog.names.trouble.text()
    assert not dialog.take.isEnabled() and dialog.names.pattern.hasFocus()
    QTest.keyClicks(dialog.names.pattern, "}")
    settled(qtbot, dialog)
    assert not dialog.names.trouble.isVisible() and dialog.take.isEnabled()
    write(dialog, "")
    settled(qtbot, dialog)
    assert lines(dialog) == [] and dialog.take.isEnabled() and titles(dialog)[0] == "Headline of Dai"


def test_what_is_remembered_is_taken_up_where_it_fits(
    dialog: ImportDialog, session: Session, dated: Path, qtbot: QtBot
) -> None:
    store(session.project, PATTERN)
    for fits in (False, True):
        if fits:
            (dated / "notes.txt").unlink()
        later = ImportDialog(session)
        qtbot.addWidget(later)
        later.show()
        later.add_paths([dated])
        settled(qtbot, later)
        assert later.names.pattern.text() == (PATTERN if fits else "")
        assert titles(later)[0] == ("Bridge" if fits else "Headline of Dai")
        later.reject()


def test_other_blocks_leave_what_the_name_says(
    dialog: ImportDialog, session: Session, dated: Path, qtbot: QtBot
) -> None:
    dialog.add_paths([dated / "Daily Ledger_2024-03-07_Bridge.txt"])
    settled(qtbot, dialog)
    write(dialog, PATTERN)
    settled(qtbot, dialog)
    dialog.pane.list.setFocus()
    dialog.pane.list.setCurrentIndex(dialog.pane.blocks.index(2))
    press(dialog.pane.list, Qt.Key.Key_Space)
    click(dialog.take)
    settled(qtbot, dialog)
    (article,) = articles(session.project)
    assert article.title == "Bridge" and "Critics" not in article.text


def test_only_articles_have_names_to_read(dialog: ImportDialog, tmp_path: Path, dated: Path, qtbot: QtBot) -> None:
    (tmp_path / "a.csv").write_text("text,title\nThe pier opens.,Pier\n", encoding="utf-8")
    dialog.add_paths([tmp_path / "a.csv"])
    settled(qtbot, dialog)
    assert not dialog.names.isVisible()
    dialog.add_paths([dated])
    settled(qtbot, dialog)
    assert dialog.names.isVisible()
    pick(dialog, "a.csv")
    write(dialog, "{title}")
    settled(qtbot, dialog)
    assert dialog.names.summary.text() == "3 of 3 names fit." and dialog.pane.head.title.text() == "a.csv"
