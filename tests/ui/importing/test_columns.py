"""What the columns of tables and keys of JSON have: proposed, chosen, seen in the first article, remembered."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.qtbot import QtBot

from annotator.operations.label_maps import remembered_columns
from tests.ui.importing.conftest import articles, choose_in, settled
from tests.ui.kit import click, press, unnamed
from ui.dialogs.importing import choice_delegate as choice
from ui.dialogs.importing.columns_model import CHOICES
from ui.dialogs.importing.columns_pane import ColumnsPane
from ui.dialogs.importing.dialog import ImportDialog
from ui.session import Session

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # offscreen has no window manager

ARABIC = "قالت الوزيرة ليلى إن الجسر آمن."
TABLE = (
    "id;Volltext;Schlagzeile;Ressort;Blatt\n"
    f'1;"{ARABIC}";Der Hafen;Politik;Hafenbote\n'
    '2;"Die Brücke wird größer; das sagt der Rat.";Die Brücke;Lokales;Hafenbote\n'
)


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "news.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


@pytest.fixture
def pane(dialog: ImportDialog, table: Path, qtbot: QtBot) -> ColumnsPane:
    dialog.add_paths([table])
    settled(qtbot, dialog)
    made = dialog.pane.tool.columns
    assert made.isVisible()
    return made


def cell(pane: ColumnsPane, name: str) -> QModelIndex:
    return pane.model.index(CHOICES, pane.model.columns.names.index(name))


def fields(pane: ColumnsPane) -> dict[str, tuple[str, str]]:
    """Column -> (what it is, why), as the row of choices says."""
    return {name: (cell(pane, name).data(), cell(pane, name).data(choice.TAG)) for name in pane.model.columns.names}


def test_columns_are_shown_with_what_is_proposed(dialog: ImportDialog, pane: ColumnsPane) -> None:
    assert fields(pane) == {
        "id": ("Id", "proposed"), "Volltext": ("Text", "proposed"), "Schlagzeile": ("Title", "proposed"),
        "Ressort": ("metadata", ""), "Blatt": ("metadata", ""),
    }  # fmt: skip
    assert "semicolons" in pane.note.whole
    visible = [row for row in range(pane.model.rowCount()) if not pane.rows.isRowHidden(row)]
    assert [pane.model.index(row, 2).data() for row in visible] == ["Der Hafen", "Die Brücke"]
    assert not pane.choices.isRowHidden(CHOICES) and pane.choices.isRowHidden(1)
    preview = dialog.pane.tool.preview
    assert (preview.title.text(), preview.text.toPlainText()) == ("Der Hafen", ARABIC)
    assert preview.meta.text() == "Metadata: Ressort: Politik; Blatt: Hafenbote"
    assert not dialog.pane.head.whose.isVisible()  # nobody marked anything
    assert cell(pane, "Volltext").data(Qt.ItemDataRole.AccessibleTextRole) == "Volltext is: Text (proposed)"
    assert unnamed(dialog) == []


def test_choosing_by_keys_changes_the_first_article(
    dialog: ImportDialog, session: Session, pane: ColumnsPane, qtbot: QtBot
) -> None:
    pane.choices.setFocus()
    pane.choices.setCurrentIndex(cell(pane, "id"))
    for _ in range(4):
        press(pane.choices, Qt.Key.Key_Right)
    assert pane.choices.currentIndex() == cell(pane, "Blatt")
    choose_in(qtbot, pane.choices, pane.choices.currentIndex(), "Source")
    assert fields(pane)["Blatt"] == ("Source", "")  # at once
    assert not dialog.take.isEnabled()  # until it was tried out
    settled(qtbot, dialog)
    assert "Hafenbote" in dialog.pane.tool.preview.facts.text()
    choose_in(qtbot, pane.choices, cell(pane, "Ressort"), "leave out")
    choose_in(qtbot, pane.choices, cell(pane, "id"), "Title")
    assert fields(pane)["Schlagzeile"][0] == "metadata"  # no two columns are the title
    settled(qtbot, dialog)
    assert pane.choices.hasFocus()
    assert dialog.pane.tool.preview.title.text() == "1"
    assert dialog.pane.tool.preview.meta.text() == "Metadata: Schlagzeile: Der Hafen"
    click(dialog.take)
    settled(qtbot, dialog)
    assert {(a.title, a.source, *a.meta) for a in articles(session.project)} == {
        ("1", "Hafenbote", "Schlagzeile"), ("2", "Hafenbote", "Schlagzeile"),
    }  # fmt: skip
    known = {"id": "title", "Volltext": "text", "Schlagzeile": "", "Ressort": "-", "Blatt": "source"}
    assert remembered_columns(session.project, "table") == known
    session.undo()
    assert remembered_columns(session.project, "table") == {} and articles(session.project) == []
    session.redo()
    again = ImportDialog(session)
    qtbot.addWidget(again)
    again.show()
    again.add_paths([dialog.found.entries[0].path])
    settled(qtbot, again)
    later = again.pane.tool.columns
    assert fields(later)["Blatt"] == ("Source", "as before") and later.reset.isEnabled()
    assert not again.take.isEnabled()  # all of it is there already
    click(later.reset)
    settled(qtbot, again)
    assert fields(later)["Blatt"] == ("metadata", "") and fields(later)["Schlagzeile"] == ("Title", "proposed")


def test_a_table_asks_for_its_text(dialog: ImportDialog, session: Session, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "odd.csv").write_text("eins,zwei\nThe pier opens in May.,Pier\n", encoding="utf-8")
    dialog.add_paths([tmp_path / "odd.csv"])
    settled(qtbot, dialog)
    assert "which column has the text" in dialog.found.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Choose above" in dialog.pane.tool.report.toPlainText() and not dialog.take.isEnabled()
    pane = dialog.pane.tool.columns
    choose_in(qtbot, pane.choices, cell(pane, "eins"), "Text")
    assert not dialog.take.isEnabled()  # until it was tried out
    settled(qtbot, dialog)
    assert dialog.take.text() == "Import 1 article" and dialog.take.isEnabled()
    choose_in(qtbot, pane.choices, cell(pane, "eins"), "metadata")
    settled(qtbot, dialog)
    assert not dialog.take.isEnabled() and dialog.pane.tool.preview.text.toPlainText() == ""


def test_keys_of_json_are_columns(dialog: ImportDialog, session: Session, tmp_path: Path, qtbot: QtBot) -> None:
    rows = [{"content": {"main": f"{ARABIC} {n}", "top": "الجسر"}, "n": n} for n in range(3)]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    dialog.add_paths([tmp_path / "a.jsonl"])
    settled(qtbot, dialog)
    pane = dialog.pane.tool.columns
    assert pane.model.columns.names == ("content.main", "content.top", "n")
    choose_in(qtbot, pane.choices, cell(pane, "content.main"), "Text")
    choose_in(qtbot, pane.choices, cell(pane, "content.top"), "Title")
    settled(qtbot, dialog)
    click(dialog.take)
    settled(qtbot, dialog)
    assert sorted((a.text, a.title) for a in articles(session.project)) == [
        (f"{ARABIC} {n}", "الجسر") for n in range(3)
    ]


def test_the_two_tables_scroll_together(dialog: ImportDialog, tmp_path: Path, qtbot: QtBot) -> None:
    names = ",".join(f"column{n}" for n in range(60))
    (tmp_path / "wide.csv").write_text(f"text,{names}\n" + "A pier." + "," * 60 + "\n", encoding="utf-8")
    dialog.add_paths([tmp_path / "wide.csv"])
    settled(qtbot, dialog)
    pane = dialog.pane.tool.columns
    pane.choices.setFocus()
    pane.choices.setCurrentIndex(cell(pane, "text"))
    press(pane.choices, Qt.Key.Key_End)
    assert pane.choices.currentIndex() == cell(pane, "column59")
    here = pane.choices.columnViewportPosition(60)
    assert 0 <= here < pane.choices.viewport().width()
    assert abs(pane.rows.columnViewportPosition(60) - here) <= pane.rows.verticalScrollBar().width()
    pane.rows.horizontalScrollBar().setValue(0)
    assert pane.choices.horizontalScrollBar().value() == 0
    pane.choices.setColumnWidth(3, 260)
    assert pane.rows.columnWidth(3) == 260
