"""Handing out, sending, merging and settling in the window, with keys and clicks."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from annotator.models import Annotator, Article, Layer, Span
from annotator.operations import spans
from annotator.store import Project
from annotator.team.handout import hand_out
from annotator.team.packages import pack
from annotator.team.settling import conflicts
from tests.team.kit import team
from tests.ui.kit import click, idle, unnamed
from ui.dialogs.team.hand_out import HandOutDialog
from ui.dialogs.team.merging import MergeDialog
from ui.dialogs.team.send import SendDialog
from ui.dialogs.team.settling import SettleDialog
from ui.session import Session

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen platform has no window manager


@pytest.fixture
def study(tmp_path: Path) -> tuple[Session, str, str]:
    project, lead, ann, _ = team(tmp_path)
    person = project.get(Annotator, lead)
    assert person is not None
    article = next(one.id for one in project.all(Article) if one.text.startswith("Ada"))
    return Session(project, person), ann, article


def shown(qtbot: QtBot, dialog: QDialog) -> None:
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    assert unnamed(dialog) == []


def package(session: Session, ann: str, article: str, folder: Path) -> Path:
    hand_out(session.project, ann, folder / "ann.stancemark")
    with Project.open(folder / "ann.stancemark") as copy:
        spans.mark(copy, ann, article, 0, 3, "CLAIM")
        pack(copy, folder / "ann.stancepack")
    return folder / "ann.stancepack"


def test_a_hand_out_for_each_who_has_something_to_read(
    qtbot: QtBot, study: tuple[Session, str, str], tmp_path: Path
) -> None:
    session, ann, _ = study
    dialog = HandOutDialog(session)
    shown(qtbot, dialog)
    assert ann in dialog.people.ticked() and len(dialog.people.ticked()) == 2
    dialog.place.setText(str(tmp_path / "out"))
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    idle(qtbot, dialog)
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "study Ann.stancemark",
        "study Ben.stancemark",
    ]
    assert "study Ann.stancemark: 2 articles for Ann" in dialog.outcome.text()
    click(dialog.start)
    idle(qtbot, dialog)
    assert "already exists" in dialog.trouble.text()
    session.project.close()


def test_sending_remembers_the_folder(
    qtbot: QtBot, study: tuple[Session, str, str], settings: QSettings, tmp_path: Path
) -> None:
    session, *_ = study
    (tmp_path / "shared").mkdir()
    dialog = SendDialog(session, settings)
    shown(qtbot, dialog)
    dialog.place.setText(str(tmp_path / "shared"))
    click(dialog.start)
    idle(qtbot, dialog)
    assert [path.name for path in (tmp_path / "shared").iterdir()] == ["study.stancepack"]
    again = SendDialog(session, settings)
    qtbot.addWidget(again)
    assert again.place.text() == str(tmp_path / "shared")
    session.project.close()


def test_merging_is_tried_shown_done_and_taken_back(
    qtbot: QtBot, study: tuple[Session, str, str], settings: QSettings, tmp_path: Path
) -> None:
    session, ann, article = study
    package(session, ann, article, tmp_path)
    dialog = MergeDialog(session, settings)
    shown(qtbot, dialog)
    assert not dialog.start.isEnabled()
    dialog.take_folder(tmp_path)
    idle(qtbot, dialog)
    layer = Layer.id_for(article, ann)
    assert "1 newer" in dialog.report.toPlainText() and not session.project.all(Span, layer)
    with qtbot.waitSignal(session.changed):
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
    idle(qtbot, dialog)
    assert [s.quote for s in session.project.all(Span, layer)] == ["Ada"] and "Merged." in dialog.summary.text()
    session.undo()
    assert not session.project.all(Span, layer)
    session.project.close()


def test_a_file_that_cannot_be_taken_in_is_told(
    qtbot: QtBot, study: tuple[Session, str, str], settings: QSettings, tmp_path: Path
) -> None:
    session, *_ = study
    bad = tmp_path / "bad.stancepack"
    bad.write_bytes(b"PK\x03\x04 no")
    dialog = MergeDialog(session, settings)
    shown(qtbot, dialog)
    dialog.take([bad])
    idle(qtbot, dialog)
    assert "cut off or damaged" in dialog.trouble.text() and not dialog.start.isEnabled()
    click(dialog.clear)
    assert dialog.files.count() == 0 and not dialog.trouble.isVisible()
    session.project.close()


def test_versions_are_settled_with_the_keyboard(
    qtbot: QtBot, study: tuple[Session, str, str], settings: QSettings, tmp_path: Path
) -> None:
    session, ann, article = study
    path = package(session, ann, article, tmp_path)
    spans.mark(session.project, ann, article, 4, 8, "CLAIM")
    merging = MergeDialog(session, settings)
    shown(qtbot, merging)
    merging.take([path])
    idle(qtbot, merging)
    click(merging.start)
    idle(qtbot, merging)
    assert "1 layer waits to be settled" in merging.summary.text()
    dialog = SettleDialog(session)
    shown(qtbot, dialog)
    said = []
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Down, Qt.Key.Key_Down):
        qtbot.keyClick(dialog.tree, key)
        said.append(dialog.details.toPlainText())
    assert set(said) == {"", "CLAIM: “Ada”", "CLAIM: “Vale”"}
    (waiting,) = conflicts(session.project)
    wanted = waiting.choices[1].reading.spans[0].quote
    click(dialog.start)
    assert not conflicts(session.project) and dialog.tree.topLevelItemCount() == 0
    assert [s.quote for s in session.project.all(Span, Layer.id_for(article, ann))] == [wanted]
    session.project.close()
