from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.operations import splits
from annotator.operations.layers import set_status
from annotator.operations.spans import mark, set_uncertain
from annotator.store import Project
from tests.factories import TEXT, add_annotator, add_article, find, new_project
from tests.ui.kit import click, idle, press, session_on, settings_in, unnamed
from ui.dialogs.export_dialog import ExportDialog
from ui.recent import Memory
from ui.session import Session

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen platform has no window manager


@pytest.fixture
def session(tmp_path: Path, qtbot: QtBot) -> Iterator[Session]:
    project = new_project(tmp_path, "strait")
    session = session_on(project)
    ben = add_annotator(project, "Ben")
    first = add_article(project)
    add_article(project, "Another text about the ferry.", title="Ferry")
    for who in (session.annotator.id, ben):
        set_status(project, who, first, "done")
    for words, label in (("Ada Vale", "ACTOR"), ("the bridge must close", "CLAIM")):
        mark(project, session.annotator.id, first, *find(TEXT, words), label)
    yield session
    QThreadPool.globalInstance().waitForDone()
    project.close()


@pytest.fixture
def dialog(session: Session, tmp_path: Path, qtbot: QtBot) -> ExportDialog:
    return shown(ExportDialog(session, tmp_path / "exports"), qtbot)


def shown(dialog: ExportDialog, qtbot: QtBot) -> ExportDialog:
    qtbot.addWidget(dialog)
    dialog.show()
    previewed(dialog, qtbot)
    return dialog


def previewed(dialog: ExportDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not dialog.busy, timeout=20_000)


def choose(dialog: ExportDialog, qtbot: QtBot, typed: str) -> None:
    """Find a format by typing, and take the first one, as the keyboard does."""
    dialog.formats.search.setFocus()
    dialog.formats.search.selectAll()
    QTest.keyClicks(dialog.formats.search, typed)
    press(dialog.formats.search, Qt.Key.Key_Return)
    previewed(dialog, qtbot)


def lines(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def preview(dialog: ExportDialog) -> str:
    return dialog.preview.text.toPlainText()


def test_the_default_is_everything_beside_the_project(dialog: ExportDialog, tmp_path: Path, qtbot: QtBot) -> None:
    assert dialog.counts.text() == "2 articles, 2 layers, 2 marks. 1 of the articles has no layer."
    press(dialog, Qt.Key.Key_Return)
    idle(qtbot, dialog)
    assert len(lines(tmp_path / "exports" / "strait.jsonl")) == 3
    assert dialog.outcome.summary.text() == "Wrote 3 readings"
    assert str(tmp_path / "exports" / "strait.jsonl") in dialog.outcome.files.text()
    assert dialog.show_folder.isVisible() and dialog.show_folder.text() == "Open folder"
    assert "history" in dialog.outcome.more.text()


def test_one_annotator_without_unread_articles(dialog: ExportDialog, tmp_path: Path, qtbot: QtBot) -> None:
    dialog.options.whose.setFocus()
    press(dialog.options.whose, Qt.Key.Key_Down)
    qtbot.waitUntil(dialog.options.whose.view().isVisible)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return):
        press(dialog.options.whose.view(), key)
    assert dialog.options.whose.currentText() == "Of Ben (1 layer)"
    press(dialog.options.unread, Qt.Key.Key_Space)
    previewed(dialog, qtbot)
    assert dialog.counts.text() == "1 article, 1 layer, 0 marks."
    click(dialog.write)
    idle(qtbot, dialog)
    (line,) = lines(tmp_path / "exports" / "strait.jsonl")
    assert line["layer"]["annotator"] == "Ben"  # type: ignore[index]


def test_a_format_is_found_by_typing(dialog: ExportDialog, tmp_path: Path, qtbot: QtBot) -> None:
    everything = dialog.formats.model.rowCount()
    choose(dialog, qtbot, "label stud")
    assert dialog.formats.model.rowCount() == 2 and dialog.formats.view.hasFocus()
    assert dialog.title.text() == "Label Studio (JSON)" and dialog.target.text().endswith("strait.json")
    assert dialog.options.raw.isHidden() and dialog.options.names.isVisible()
    press(dialog, Qt.Key.Key_Return)
    idle(qtbot, dialog)
    (task, other) = json.loads((tmp_path / "exports" / "strait.json").read_text(encoding="utf-8"))
    assert len(task["annotations"]) + len(other["annotations"]) == 2
    assert (tmp_path / "exports" / "strait.json.losses.json").is_file() and "config.xml" in dialog.outcome.files.text()
    dialog.formats.search.clear()
    assert dialog.formats.model.rowCount() == everything and dialog.formats.entry.name == "labelstudio"


def test_what_nobody_has_heard_of_is_said_and_the_choice_stays(dialog: ExportDialog) -> None:
    QTest.keyClicks(dialog.formats.search, "zzz")
    assert dialog.formats.nothing.isVisible() and dialog.formats.entry.name == "canonical"
    press(dialog.formats.search, Qt.Key.Key_Escape)
    assert not dialog.formats.nothing.isVisible() and dialog.formats.view.currentIndex().row() == 1


def test_arrow_keys_pass_over_the_headings(dialog: ExportDialog, qtbot: QtBot) -> None:
    dialog.formats.view.setFocus()
    names = [dialog.formats.entry.name]
    while True:
        press(dialog.formats.view, Qt.Key.Key_Down)
        if dialog.formats.entry.name == names[-1]:
            break
        names.append(dialog.formats.entry.name)
    assert len(names) == len(set(names)) and {"canonical", "doccano", "csv", "gexf"} <= set(names)
    press(dialog.formats.view, Qt.Key.Key_Home)
    previewed(dialog, qtbot)
    assert dialog.target.text().endswith("strait.jsonl") and dialog.options.raw.isVisible()


def test_the_preview_is_what_is_written(dialog: ExportDialog, tmp_path: Path, qtbot: QtBot) -> None:
    choose(dialog, qtbot, "table of marks")
    dialog.resize(4000, 720)
    before = preview(dialog).splitlines()
    assert before[0].startswith("article,external_id,title") and any("Ada Vale" in line for line in before)
    press(dialog, Qt.Key.Key_Return)
    idle(qtbot, dialog)
    written = (tmp_path / "exports" / "strait.csv").read_text(encoding="utf-8-sig").splitlines()
    assert before == written
    assert dialog.preview.losses.text() == "⚠ " + dialog.outcome.more.text()


def test_long_lines_say_how_much_is_cut(dialog: ExportDialog, qtbot: QtBot) -> None:
    choose(dialog, qtbot, "table of marks")
    dialog.resize(dialog.minimumSizeHint())
    assert "… +" in preview(dialog)
    dialog.resize(4000, 720)
    assert "… +" not in preview(dialog)


def test_labels_narrow_the_preview_and_the_counts(dialog: ExportDialog, qtbot: QtBot) -> None:
    choose(dialog, qtbot, "doccano")
    assert "CLAIM" in preview(dialog) and dialog.counts.text().startswith("2 articles, 2 layers, 2 marks")
    click(dialog.options.labels["CLAIM"])
    previewed(dialog, qtbot)
    assert "ACTOR" in preview(dialog) and "CLAIM" not in preview(dialog)
    assert dialog.counts.text().startswith("2 articles, 2 layers, 1 mark.")
    for chip in dialog.options.labels.values():
        chip.setChecked(False)
    previewed(dialog, qtbot)
    assert not dialog.write.isEnabled() and preview(dialog) == "Choose at least one label."


def test_letters_stand_for_names(dialog: ExportDialog, tmp_path: Path, qtbot: QtBot) -> None:
    choose(dialog, qtbot, "doccano")
    assert '"annotator":"Mara"' in preview(dialog)
    press(dialog.options.names, Qt.Key.Key_Space)
    previewed(dialog, qtbot)
    assert dialog.options.key.isVisible()
    letters = dict(part.split(" = ") for part in dialog.options.key.text().splitlines())
    assert sorted(letters) == ["A", "B"] and sorted(letters.values()) == ["Ben", "Mara"]
    click(dialog.write)
    idle(qtbot, dialog)
    names = {line["annotator"] for line in lines(tmp_path / "exports" / "strait.jsonl")}
    assert names == {*letters, None}


def test_a_part_of_a_split_is_written(session: Session, tmp_path: Path, qtbot: QtBot) -> None:
    splits.make(session.project, session.annotator.id, "main", shares={"train": 0.5, "test": 0.5})
    where = splits.parts(session.project, "main")
    dialog = shown(ExportDialog(session, tmp_path / "exports"), qtbot)
    assert not dialog.options.split.isVisible()
    choose(dialog, qtbot, "doccano")
    assert dialog.options.split.isVisible()
    names = [dialog.options.split.itemText(row) for row in range(dialog.options.split.count())]
    assert names == ["Without", "main", "main: train only", "main: test only"]
    dialog.options.split.setFocus()
    press(dialog.options.split, Qt.Key.Key_Down)
    qtbot.waitUntil(dialog.options.split.view().isVisible)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return):  # the split by itself says nothing in this format
        press(dialog.options.split.view(), key)
    assert dialog.options.split.currentText() == "main: train only"
    previewed(dialog, qtbot)
    assert dialog.counts.text().startswith("1 article")
    click(dialog.write)
    idle(qtbot, dialog)
    written = lines(tmp_path / "exports" / "strait.jsonl")
    texts = {session.project.text(ident) for ident, part in where.items() if part == "train"}
    assert written and {line["text"] for line in written} == texts


def test_gold_and_what_most_say_are_offered(session: Session, tmp_path: Path, qtbot: QtBot) -> None:
    dialog = shown(ExportDialog(session, tmp_path / "exports"), qtbot)
    box = dialog.options.whose
    names = [box.itemText(row) for row in range(box.count())]
    assert names == [
        "Of all annotators (2 layers)", "What more than half of the readers say",
        "What any reader says, with its share", "Of Ben (1 layer)", "Of Mara (1 layer)",
    ]  # fmt: skip
    box.setFocus()
    press(box, Qt.Key.Key_Down)
    qtbot.waitUntil(box.view().isVisible)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return):  # JSONL takes no layer that nobody wrote
        press(box.view(), key)
    assert box.currentText() == "Of Ben (1 layer)"
    choose(dialog, qtbot, "doccano")
    box.setCurrentIndex(1)
    previewed(dialog, qtbot)
    assert dialog.counts.text() == "2 articles, 1 layer, 0 marks. 1 of the articles has no layer."
    assert "less than a majority" in dialog.preview.losses.text() and '"annotator":"majority"' in preview(dialog)
    choose(dialog, qtbot, "canonical")
    assert box.currentText() == "Of all annotators (2 layers)"


def test_a_folder_is_shown_as_a_tree(dialog: ExportDialog, tmp_path: Path, qtbot: QtBot) -> None:
    choose(dialog, qtbot, "brat")
    tree = dialog.preview.tree
    assert tree.isVisible() and dialog.where.text() == "Folder"
    first = tree.topLevelItem(0)
    assert first is not None and first.text(0) == "strait/"
    tree.setFocus()
    press(tree, Qt.Key.Key_Down)
    assert preview(dialog)
    click(dialog.write)
    idle(qtbot, dialog)
    assert (tmp_path / "exports" / "strait").is_dir()


def test_choices_are_kept_for_the_project(session: Session, tmp_path: Path, qtbot: QtBot) -> None:
    memory = Memory(settings_in(tmp_path))
    first = shown(ExportDialog(session, tmp_path / "exports", memory=memory), qtbot)
    choose(first, qtbot, "doccano")
    click(first.options.labels["CLAIM"])
    press(first.options.names, Qt.Key.Key_Space)
    first.target.setText(str(tmp_path / "elsewhere" / "x.jsonl"))
    click(first.write)
    idle(qtbot, first)
    second = shown(ExportDialog(session, tmp_path / "exports", memory=memory), qtbot)
    assert second.formats.entry.name == "doccano" and second.options.names.isChecked()
    assert not second.options.labels["CLAIM"].isChecked() and second.options.labels["ACTOR"].isChecked()
    assert second.path == tmp_path / "elsewhere" / "strait.jsonl"


@pytest.mark.parametrize(
    "kept", ["{}", "junk", "[1]", '{"format": 3, "without": 7, "unread": "x", "folder": "relative"}']
)
def test_settings_that_cannot_be_read_do_no_harm(session: Session, tmp_path: Path, qtbot: QtBot, kept: str) -> None:
    memory = Memory(settings_in(tmp_path))
    memory.set_choices(session.project.path, "export", {})
    (key,) = (key for key in memory.settings.allKeys() if key.startswith("choices/"))
    memory.settings.setValue(key, kept)
    dialog = shown(ExportDialog(session, tmp_path / "exports", memory=memory), qtbot)
    assert dialog.formats.entry.name == "canonical" and dialog.path == tmp_path / "exports" / "strait.jsonl"


def test_a_file_that_would_be_replaced_is_named_first(dialog: ExportDialog, tmp_path: Path) -> None:
    there = tmp_path / "there.jsonl"
    there.write_text("keep me", encoding="utf-8")
    dialog.target.setText(str(there))
    assert dialog.replaces.text() == "there.jsonl exists and will be replaced."
    assert dialog.write.text() == "Replace"
    assert there.read_text(encoding="utf-8") == "keep me"


def test_a_place_that_cannot_be_written_is_said(dialog: ExportDialog, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "file").write_bytes(b"")
    dialog.target.setText(str(tmp_path / "file" / "x.jsonl"))
    click(dialog.write)
    idle(qtbot, dialog)
    assert "cannot be written" in dialog.trouble.text()
    assert dialog.write.isEnabled()


def test_a_full_disk_is_said(dialog: ExportDialog, tmp_path: Path, qtbot: QtBot) -> None:
    resource = pytest.importorskip("resource")  # a limit on the size of files stands for a full disk
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (64, hard))
    try:
        click(dialog.write)
        idle(qtbot, dialog)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert "There is no room for" in dialog.trouble.text()
    assert "Free some space" in dialog.trouble.text()
    assert list((tmp_path / "exports").iterdir()) == []
    assert dialog.write.isEnabled()


def test_a_cancelled_export_leaves_no_file(session: Session, tmp_path: Path, qtbot: QtBot) -> None:
    for number in range(400):
        add_article(session.project, f"Text {number} about the ferry.", title=f"Ferry {number}")
    dialog = ExportDialog(session, tmp_path / "exports")
    qtbot.addWidget(dialog)
    dialog.show()
    click(dialog.write)
    click(dialog.job.stop)
    idle(qtbot, dialog)
    assert list((tmp_path / "exports").glob("*")) == []
    assert "nothing was changed" in dialog.trouble.text()


def test_what_is_lost_is_counted_beyond_the_first_lines(session: Session, tmp_path: Path, qtbot: QtBot) -> None:
    for number in range(30):
        text = f"Text {number}: Ada Vale spoke."
        article = add_article(session.project, text, title=f"Ferry {number:02}")
        step = mark(session.project, session.annotator.id, article, *find(text, "Ada Vale"), "ACTOR")
        set_uncertain(session.project, session.annotator.id, article, str(step.created("span")[0]), True)
    dialog = shown(ExportDialog(session, tmp_path / "exports"), qtbot)
    choose(dialog, qtbot, "doccano")
    assert "“Best guess, not sure” has no place in this format. (30)" in dialog.preview.losses.text()
    assert dialog.counts.text() == "32 articles, 32 layers, 32 marks. 1 of the articles has no layer."


def test_closing_gives_up_the_preview(session: Session, tmp_path: Path, qtbot: QtBot) -> None:
    dialog = ExportDialog(session, tmp_path / "exports")
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.busy
    press(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible() and not dialog.busy


def test_without_a_full_path_nothing_is_written(dialog: ExportDialog) -> None:
    for text in ("", "relative.jsonl"):
        dialog.target.setText(text)
        assert not dialog.write.isEnabled()


def test_a_read_only_project_exports_too(session: Session, tmp_path: Path, qtbot: QtBot) -> None:
    path = session.project.path
    with Project.open(path, read_only=True) as project:
        dialog = shown(ExportDialog(Session(project, session.annotator), tmp_path / "exports"), qtbot)
        click(dialog.write)
        idle(qtbot, dialog)
        assert (tmp_path / "exports" / "strait.jsonl").exists()


def test_an_empty_project_says_so(tmp_path: Path, qtbot: QtBot) -> None:
    project = new_project(tmp_path, "empty")
    dialog = shown(ExportDialog(session_on(project), tmp_path / "exports"), qtbot)
    assert dialog.counts.text() == "0 articles, 0 layers, 0 marks." and dialog.write.isEnabled()
    dialog.close()
    QThreadPool.globalInstance().waitForDone()
    project.close()


def test_the_folder_is_opened(
    dialog: ExportDialog, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    click(dialog.write)
    idle(qtbot, dialog)
    click(dialog.show_folder)
    assert opened == [str(tmp_path / "exports")]


def test_everything_has_a_name_for_screen_readers(dialog: ExportDialog, qtbot: QtBot) -> None:
    assert unnamed(dialog) == []
    choose(dialog, qtbot, "brat")
    assert unnamed(dialog) == []
