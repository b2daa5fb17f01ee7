"""What other tools' labels become: proposed, chosen by key and mouse, tried out, remembered with the import."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.formats.label_map import LabelMap
from annotator.models import Layer, Span
from annotator.operations.label_maps import remember, remembered
from tests.factories import TEXT
from tests.ui.importing.conftest import articles, choose_in, opened, settled, type_name
from tests.ui.kit import click, press, unnamed
from ui.dialogs.importing import choice_delegate as choice
from ui.dialogs.importing.dialog import ImportDialog
from ui.dialogs.importing.labels_model import COUNT, KIND, OURS, THEIRS
from ui.dialogs.importing.labels_pane import LabelTable
from ui.session import Session

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # offscreen has no window manager


@pytest.fixture
def theirs(tmp_path: Path) -> Path:
    """Ben's doccano file: PER twice, MISC, DATE, a claim, and a link between two of them."""
    labels = ("PER", "PER", "MISC", "DATE", "CLAIM")
    marks = [{"id": n, "label": name, "start_offset": 9 * n, "end_offset": 9 * n + 8} for n, name in enumerate(labels)]
    links = [{"id": 0, "from_id": 0, "to_id": 1, "type": "agrees"}]
    path = tmp_path / "Ben.jsonl"
    path.write_text(json.dumps({"id": 7, "text": TEXT, "entities": marks, "relations": links}), encoding="utf-8")
    return path


@pytest.fixture
def table(dialog: ImportDialog, theirs: Path, qtbot: QtBot) -> LabelTable:
    dialog.add_paths([theirs])
    settled(qtbot, dialog)
    made = dialog.pane.tool.labels.table
    assert made.isVisible()
    return made


def cell(table: LabelTable, label: str, column: int = OURS) -> QModelIndex:
    model = table.model()
    row = next(row for row in range(model.rowCount()) if model.index(row, THEIRS).data() == label)
    return model.index(row, column)


def becomes(table: LabelTable) -> dict[str, tuple[str, str]]:
    """Their label -> (what it becomes, why), as the table says."""
    cells = [table.model().index(row, OURS) for row in range(table.model().rowCount())]
    return {index.siblingAtColumn(THEIRS).data(): (index.data(), index.data(choice.TAG)) for index in cells}


def spans(session: Session) -> set[str]:
    return {s.label for layer in session.project.all(Layer) for s in session.project.all(Span, layer.id)}


def test_labels_are_listed_with_what_is_proposed(dialog: ImportDialog, table: LabelTable) -> None:
    assert becomes(table) == {
        "PER": ("Actor", "proposed"), "CLAIM": ("Claim", ""), "DATE": ("stays as it is", "not in the codebook"),
        "MISC": ("stays as it is", "not in the codebook"), "agrees": ("stays as it is", "not in the codebook"),
    }  # fmt: skip
    assert [cell(table, "PER", n).data() for n in (KIND, COUNT)] == ["span", "2"]
    assert cell(table, "agrees", KIND).data() == "relation"
    # a proposal is told by word, line and tone
    assert cell(table, "PER").data(choice.OPEN) and not cell(table, "CLAIM").data(choice.OPEN)
    assert dialog.pane.tool.labels.summary.text() == "5 labels · 1 proposed · 3 not in the codebook"
    assert not dialog.pane.tool.labels.reset.isEnabled()
    spoken = cell(table, "PER").data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "PER becomes: Actor (proposed)"
    assert unnamed(dialog) == []


def test_choosing_by_keys_is_tried_out_and_imported(
    dialog: ImportDialog, session: Session, table: LabelTable, qtbot: QtBot
) -> None:
    report = dialog.pane.tool.report
    assert "placed: 6" in report.toPlainText()
    choose_in(qtbot, table, cell(table, "DATE"), "Leave out")
    assert table.hasFocus() and becomes(table)["DATE"] == ("left out", "")  # at once
    settled(qtbot, dialog)
    assert "placed: 5, left out: 1" in report.toPlainText()
    choose_in(qtbot, table, cell(table, "PER"), "Claim")
    settled(qtbot, dialog)
    assert articles(session.project) == []
    click(dialog.take)
    settled(qtbot, dialog)
    assert spans(session) == {"CLAIM", "MISC"}
    assert remembered(session.project, "doccano") == LabelMap({"PER": "CLAIM", "DATE": None})
    assert "remembered" in dialog.report.memory.text()
    session.undo()
    assert remembered(session.project, "doccano") == LabelMap() and articles(session.project) == []


def test_a_click_opens_the_list_and_escape_leaves_it(dialog: ImportDialog, table: LabelTable, qtbot: QtBot) -> None:
    before = becomes(table)
    place = table.visualRect(cell(table, "MISC")).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: opened(table) is not None)
    box = opened(table)
    assert box is not None
    press(box.view(), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: opened(table) is None)
    assert becomes(table) == before and dialog.isVisible()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: opened(table) is not None)
    box = opened(table)
    assert box is not None
    row = box.view().model().index(box.findText("Claim"), 0)
    QTest.mouseMove(box.view().viewport(), box.view().visualRect(row).center())
    QTest.mouseClick(box.view().viewport(), Qt.MouseButton.LeftButton, pos=box.view().visualRect(row).center())
    qtbot.waitUntil(lambda: becomes(table)["MISC"] == ("Claim", ""))
    settled(qtbot, dialog)


def test_several_labels_at_once(dialog: ImportDialog, table: LabelTable, qtbot: QtBot) -> None:
    table.setFocus()
    table.setCurrentIndex(cell(table, "DATE"))
    QTest.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    chosen = {index.siblingAtColumn(THEIRS).data() for index in table.selectionModel().selectedRows()}
    assert chosen == {"DATE", "MISC"}
    press(table, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: opened(table) is not None)
    box = opened(table)
    assert box is not None
    QTest.keyClick(box.view(), Qt.Key.Key_End)
    press(box.view(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: becomes(table)["DATE"] == ("left out", ""))
    assert becomes(table)["MISC"] == ("left out", "") and becomes(table)["agrees"][0] == "stays as it is"
    settled(qtbot, dialog)
    assert "left out: 2" in dialog.pane.tool.report.toPlainText()


def test_reset_goes_back_to_what_is_proposed(
    dialog: ImportDialog, session: Session, theirs: Path, qtbot: QtBot
) -> None:
    remember(session.project, session.annotator.id, "doccano", LabelMap({"PER": "CUE", "DATE": None, "OLD": "X"}))
    dialog.add_paths([theirs])
    settled(qtbot, dialog)
    table = dialog.pane.tool.labels.table
    assert becomes(table)["PER"] == ("Cue", "as before") and becomes(table)["DATE"] == ("left out", "as before")
    assert "left out: 1" in dialog.pane.tool.report.toPlainText()
    choose_in(qtbot, table, cell(table, "MISC"), "Keep as it is")
    assert becomes(table)["MISC"] == ("stays as it is", "")
    click(dialog.pane.tool.labels.reset)
    assert becomes(table)["PER"] == ("Actor", "proposed") and becomes(table)["MISC"][1] == "not in the codebook"
    settled(qtbot, dialog)
    assert "left out" not in dialog.pane.tool.report.toPlainText()
    click(dialog.take)
    settled(qtbot, dialog)
    assert remembered(session.project, "doccano").spans == {"PER": "ACTOR", "DATE": "DATE", "OLD": "X"}


def test_files_of_one_tool_are_read_alike(
    dialog: ImportDialog, table: LabelTable, theirs: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    other = tmp_path / "Cem.jsonl"
    other.write_text(theirs.read_text("utf-8"), encoding="utf-8")
    dialog.add_paths([other])
    settled(qtbot, dialog)
    choose_in(qtbot, table, cell(table, "DATE"), "Leave out")
    settled(qtbot, dialog)
    dialog.list.setFocus()
    press(dialog.list, Qt.Key.Key_Down)
    assert dialog.pane.head.title.text() == "Cem.jsonl" and becomes(table)["DATE"] == ("left out", "")
    settled(qtbot, dialog)
    assert "left out: 1" in dialog.pane.tool.report.toPlainText()


def test_a_choice_is_for_files_that_were_not_looked_at_since(
    dialog: ImportDialog, session: Session, table: LabelTable, theirs: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    other = tmp_path / "Cem.jsonl"
    other.write_text(theirs.read_text("utf-8"), encoding="utf-8")
    dialog.add_paths([other])
    settled(qtbot, dialog)
    for label in ("DATE", "MISC", "PER"):
        choose_in(qtbot, table, cell(table, label), "Claim")
    settled(qtbot, dialog)
    click(dialog.take)
    settled(qtbot, dialog)
    assert len(session.project.all(Layer)) == 2 and spans(session) == {"CLAIM"}


def test_whose_layers_they_are_has_to_be_said(
    dialog: ImportDialog, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    result = [{"id": "a", "from_name": "label", "to_name": "text", "type": "labels",
               "value": {"start": 9, "end": 17, "text": TEXT[9:17], "labels": ["PER"]}}]  # fmt: skip
    path = tmp_path / "tasks.json"
    path.write_text(json.dumps([{"id": 1, "data": {"text": TEXT}, "annotations": [{"id": 1, "result": result}]}]))
    dialog.add_paths([path])
    settled(qtbot, dialog)
    head = dialog.pane.head
    assert "does not say who marked it" in head.named.text() and not dialog.take.isEnabled()
    type_name(dialog, "Zoe")
    assert not dialog.take.isEnabled()  # until it was tried out
    settled(qtbot, dialog)
    assert dialog.take.text() == "Import 1 article and 1 layer" and dialog.take.isEnabled()
    line = head.annotator.lineEdit()
    assert line is not None
    press(line, Qt.Key.Key_Return)
    assert not dialog.job.running  # Enter is no wish to import yet
    assert head.annotator.hasFocus() and head.annotator.currentText() == "Zoe"
    click(dialog.take)
    settled(qtbot, dialog)
    assert spans(session) == {"ACTOR"}


def test_many_labels_are_shown_at_once(dialog: ImportDialog, tmp_path: Path, qtbot: QtBot) -> None:
    marks = [[n % 90, n % 90 + 3, f"Type {n:04d} {'x' * 80}"] for n in range(2000)]
    (tmp_path / "Many.jsonl").write_text(json.dumps({"id": 1, "text": TEXT, "label": marks}), encoding="utf-8")
    dialog.add_paths([tmp_path / "Many.jsonl"])
    settled(qtbot, dialog)
    table = dialog.pane.tool.labels.table
    assert table.model().rowCount() == 2000
    table.setFocus()
    press(table, Qt.Key.Key_End)
    choose_in(qtbot, table, table.model().index(1999, OURS), "Actor")
    assert table.model().index(1999, OURS).data() == "Actor"
    settled(qtbot, dialog)
