"""The data set dialog: views are ticked, a split is seen while it is chosen, and made with the data set."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from annotator import demo
from annotator.models import Annotator
from annotator.operations import splits
from annotator.operations.layers import set_status
from annotator.operations.stories import join
from annotator.store import Project
from tests.factories import add_article
from tests.ui.kit import click, idle, press, settings_in, unnamed
from ui.dialogs.datasets.dialog import DatasetDialog
from ui.dialogs.datasets.split_form import NewSplit
from ui.recent import Memory
from ui.session import Session

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen platform opens no popups


@pytest.fixture
def session(tmp_path: Path, qtbot: QtBot) -> Iterator[Session]:
    with Project.open(demo.build(tmp_path / "sample.stancemark")) as project:
        yield Session(project, next(a for a in project.all(Annotator) if a.name == "Ada"))
        QThreadPool.globalInstance().waitForDone()


@pytest.fixture
def dialog(session: Session, tmp_path: Path, qtbot: QtBot) -> DatasetDialog:
    return shown(DatasetDialog(session, tmp_path / "exports"), qtbot)


def shown(dialog: DatasetDialog, qtbot: QtBot) -> DatasetDialog:
    qtbot.addWidget(dialog)
    dialog.show()
    settled(dialog, qtbot)
    return dialog


def settled(dialog: DatasetDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not dialog.busy, timeout=20_000)


def choose(box: QWidget, qtbot: QtBot, downs: int) -> None:
    """Choose in a list to drop down, by keys: so many further down."""
    box.setFocus()
    press(box, Qt.Key.Key_Space)
    qtbot.waitUntil(box.view().isVisible)  # type: ignore[attr-defined]
    for key in (*[Qt.Key.Key_Down if downs > 0 else Qt.Key.Key_Up] * abs(downs), Qt.Key.Key_Return):
        press(box.view(), key)  # type: ignore[attr-defined]


def rows(dialog: DatasetDialog) -> dict[str, list[str]]:
    """What stands in the table: a row's name -> its numbers, without their shares."""
    table = dialog.table.table
    cells = [[table.item(r, c).text() for c in range(table.columnCount())] for r in range(table.rowCount())]  # type: ignore[union-attr]
    return {name: [cell.split(" ")[0] for cell in rest] for name, *rest in cells}


def wanted(dialog: DatasetDialog) -> NewSplit | str:
    """How the articles are to be parted."""
    return dialog.split.wanted


def heads(dialog: DatasetDialog) -> list[str]:
    table = dialog.table.table
    return [table.horizontalHeaderItem(c).text() for c in range(1, table.columnCount())]  # type: ignore[union-attr]


def test_a_new_split_is_seen_before_it_is_made(dialog: DatasetDialog) -> None:
    assert heads(dialog) == ["train", "validation", "test"]
    counts = rows(dialog)["Articles"]
    assert sum(map(int, counts)) == 13 and rows(dialog)["Stories and singles"] == counts
    assert sum(map(int, rows(dialog)["Claim"])) > 20 and "Stance: Supports" in rows(dialog)
    assert "No text and no story is in two parts." in dialog.table.leaks.text()
    assert splits.splits(dialog._session.project) == []
    assert unnamed(dialog) == []


def test_another_seed_and_other_shares_are_seen_at_once(dialog: DatasetDialog, qtbot: QtBot) -> None:
    before = rows(dialog)
    dialog.split.seed.setFocus()
    dialog.split.seed.selectAll()
    QTest.keyClicks(dialog.split.seed, "7")
    settled(dialog, qtbot)
    assert rows(dialog) != before
    for part, share in (("train", "50"), ("validation", "0"), ("test", "50")):
        dialog.split.shares[part].setFocus()
        dialog.split.shares[part].selectAll()
        QTest.keyClicks(dialog.split.shares[part], share)
    settled(dialog, qtbot)
    assert heads(dialog) == ["train", "test"]
    assert abs(int(rows(dialog)["Articles"][0]) - 6.5) <= 1


def test_what_cannot_be_is_said_and_nothing_can_be_made(dialog: DatasetDialog, qtbot: QtBot) -> None:
    dialog.split.shares["train"].setValue(50)
    settled(dialog, qtbot)
    assert dialog.split.fault.text() == "The shares add up to 70 %, not to 100."
    assert not dialog.write.isEnabled() and rows(dialog) == {}
    dialog.split.shares["train"].setValue(80)
    dialog.split.name.clear()
    assert dialog.split.fault.text() == "Give the split a name." and not dialog.write.isEnabled()
    QTest.keyClicks(dialog.split.name, "main")
    settled(dialog, qtbot)
    assert dialog.write.isEnabled() and rows(dialog)


def test_by_date_the_days_are_named(dialog: DatasetDialog, qtbot: QtBot) -> None:
    choose(dialog.split.method, qtbot, 1)
    settled(dialog, qtbot)
    assert "train ends with " in dialog.table.leaks.text()
    assert not dialog.split.seed.isVisible() and not dialog.split.leave_out.isVisible()


def test_actors_in_test_alone_are_ticked(dialog: DatasetDialog, qtbot: QtBot) -> None:
    choose(dialog.split.method, qtbot, 3)
    settled(dialog, qtbot)
    assert dialog.split.fault.text() == "Tick what is to be in test alone." and not dialog.write.isEnabled()
    out = dialog.split.leave_out
    out.setFocus()
    press(out, Qt.Key.Key_Space)
    settled(dialog, qtbot)
    new = wanted(dialog)
    assert isinstance(new, NewSplit) and len(new.leave_out) == 1
    first = out.model().index(0, 0).data()
    assert rows(dialog)["Articles"][-1] == first.rpartition("(")[2].rstrip(")")  # all that name that actor
    press(out, Qt.Key.Key_Space)
    assert out.ticked() == []


def test_stories_are_kept_together(session: Session, tmp_path: Path, qtbot: QtBot) -> None:
    ids = [item.id for item in splits.items(session.project)]
    join(session.project, session.annotator.id, ids[:5])
    dialog = shown(DatasetDialog(session, tmp_path / "exports"), qtbot)
    assert sum(map(int, rows(dialog)["Stories and singles"])) == 9


def test_a_stored_split_comes_as_it_is(session: Session, tmp_path: Path, qtbot: QtBot) -> None:
    _, report = splits.make(session.project, session.annotator.id, "kept", seed=3)
    memory = Memory(settings_in(tmp_path))
    memory.set_choices(session.project.path, "dataset", {"split": "kept"})
    dialog = shown(DatasetDialog(session, tmp_path / "exports", memory=memory), qtbot)
    assert wanted(dialog) == "kept"
    assert rows(dialog)["Articles"] == [str(number) for number in report.counts.values()]
    choose(dialog.split.which, qtbot, -1)
    settled(dialog, qtbot)
    assert wanted(dialog) == "" and heads(dialog) == ["train"]
    choose(dialog.split.which, qtbot, 2)
    new = wanted(dialog)
    assert isinstance(new, NewSplit) and new.name == "main"
    dialog.split.name.setText("kept")
    assert dialog.split.fault.text() == "There is a split “kept” already."


def test_articles_that_came_since_are_placed(session: Session, tmp_path: Path, qtbot: QtBot) -> None:
    splits.make(session.project, session.annotator.id, "kept", seed=3)
    add_article(session.project, "Something that nobody else says about the ferry.", title="New")
    memory = Memory(settings_in(tmp_path))
    memory.set_choices(session.project.path, "dataset", {"split": "kept"})
    dialog = shown(DatasetDialog(session, tmp_path / "exports", memory=memory), qtbot)
    assert "1 article is in no part." in dialog.table.leaks.text() and dialog.split.rest.isVisible()
    click(dialog.split.rest)
    settled(dialog, qtbot)
    assert len(splits.parts(session.project, "kept")) == 14
    assert "in no part" not in dialog.table.leaks.text() and not dialog.split.rest.isVisible()


def test_options_are_those_of_the_views(dialog: DatasetDialog, qtbot: QtBot) -> None:
    assert not dialog.options.context.isVisible()
    view = dialog.views
    view.setFocus()
    names = [view.model().index(row, 0).data() for row in range(view.model().rowCount(view.rootIndex()))]
    view.setCurrentIndex(view.model().index(names.index("Stance pairs"), 0))
    press(view, Qt.Key.Key_Space)
    assert "stance-pairs" in view.ticked()
    assert dialog.options.context.isVisible() and dialog.options.none_pairs.isVisible()
    assert not dialog.options.unread.isVisible()


def test_a_folder_that_is_there_is_refused(dialog: DatasetDialog, tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "there" / "x").write_text("keep me")
    dialog.target.setText(str(tmp_path / "there"))
    assert "is there already, and not empty." in dialog.trouble.text() and not dialog.write.isEnabled()


def test_closing_while_articles_are_compared(session: Session, tmp_path: Path, qtbot: QtBot) -> None:
    dialog = DatasetDialog(session, tmp_path / "exports")
    qtbot.addWidget(dialog)
    dialog.show()
    press(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible() and not dialog.busy


def test_the_data_set_and_its_split_are_made(session: Session, tmp_path: Path, qtbot: QtBot) -> None:
    memory = Memory(settings_in(tmp_path))
    dialog = shown(DatasetDialog(session, tmp_path / "exports", memory=memory), qtbot)
    steps: list[str] = []
    session.changed.connect(lambda step: steps.append(step.title))
    dialog.options.names.setChecked(True)
    press(dialog, Qt.Key.Key_Return)
    idle(qtbot, dialog)
    folder = tmp_path / "exports" / "sample-dataset"
    files = [path.read_text(encoding="utf-8") for path in folder.rglob("tokens/*.jsonl")]
    written = [json.loads(line) for text in files for line in text.splitlines()]
    assert {row["split"] for row in written} == {"train", "validation", "test"}
    assert {row["annotator"] for row in written} <= set("ABCD")
    assert (
        "tokens: train " in dialog.outcome.more.text() and str(folder / "manifest.json") in dialog.outcome.files.text()
    )
    assert dialog.show_folder.isVisible() and steps == ["Make split"]
    assert [split.name for split in splits.splits(session.project)] == ["main"]
    session.undo()
    assert splits.splits(session.project) == []
    kept = memory.choices(session.project.path, "dataset")
    assert kept["views"] == ["tokens"] and kept["split"] == "main" and kept["names"] is True


def test_what_fails_leaves_no_split(session: Session, tmp_path: Path, qtbot: QtBot) -> None:
    dialog = shown(DatasetDialog(session, tmp_path / "exports"), qtbot)
    (tmp_path / "exports").write_text("a file where the folder should be")
    click(dialog.write)
    idle(qtbot, dialog)
    assert "cannot be written" in dialog.trouble.text() and dialog.write.isEnabled()
    assert splits.splits(session.project) == [] and session.project.undoable(session.annotator.id) is None


def test_cancelled_it_leaves_nothing(session: Session, tmp_path: Path, qtbot: QtBot) -> None:
    for number in range(150):
        text = f"Unlike{number} any{number} other{number} text{number} there{number} is{number}."
        ident = add_article(session.project, text, title=f"Ferry {number}")
        set_status(session.project, session.annotator.id, ident, "done")
    dialog = shown(DatasetDialog(session, tmp_path / "exports"), qtbot)
    click(dialog.write)
    click(dialog.job.stop)
    idle(qtbot, dialog)
    assert "nothing was changed" in dialog.trouble.text()
    assert not list((tmp_path / "exports").glob("*")) and splits.splits(session.project) == []


def test_a_stored_split_is_used_again(session: Session, tmp_path: Path, qtbot: QtBot) -> None:
    splits.make(session.project, session.annotator.id, "kept", seed=3)
    memory = Memory(settings_in(tmp_path))
    memory.set_choices(session.project.path, "dataset", {"split": "kept", "views": ["triples", "gone"]})
    dialog = shown(DatasetDialog(session, tmp_path / "exports", memory=memory), qtbot)
    assert dialog.views.ticked() == ["triples"]
    click(dialog.write)
    idle(qtbot, dialog)
    assert (tmp_path / "exports" / "sample-dataset" / "data" / "triples").is_dir()
    assert [split.name for split in splits.splits(session.project)] == ["kept"]
