"""What is done with what was found: marked, written as CSV; own marks and those of others."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from annotator.models import Annotator, Layer, Span
from annotator.operations.actors import add_actor
from annotator.operations.spans import mark
from annotator.store import Project
from tests.ui.conftest import CTRL, NONE, SHIFT, Hand, Key, Opener
from tests.ui.find.finder import Finder
from tests.ui.kit import unnamed
from ui.find.line_model import HIT, TICK

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen platform has no window manager


def test_ticked_lines_are_marked_in_one_step(finder: Finder, hand: Hand, project: Project) -> None:
    finder.type("vale")
    assert not finder.page.form._timer.isActive()  # nothing searches once more and takes the ticks away
    hand.key(Key.Key_A, CTRL)
    assert finder.page.model.ticked == 2
    hand.key(Key.Key_Space)  # leaves the first out again
    assert finder.page.foot.mark.text() == "Mark 1"
    hand.click("Mark the ticked lines")
    finder.wait()
    assert finder.said == "1 place marked"
    assert hand.marks() == [("ACTOR", "Vale")]
    assert hand.spans()[0].origin == "propagated"
    model = finder.page.model
    assert model.index(1, TICK).data(Qt.ItemDataRole.AccessibleTextRole) == "marked"
    assert model.index(1, TICK).data(Qt.ItemDataRole.CheckStateRole) is None
    hand.key(Key.Key_Z, CTRL)
    finder.wait()
    assert hand.marks() == []
    hand.qtbot.waitUntil(lambda: model.index(1, TICK).data(Qt.ItemDataRole.CheckStateRole) is not None)


def test_a_range_by_keys_the_mouse_and_m(finder: Finder, hand: Hand) -> None:
    finder.type("the")
    number = finder.page.model.rowCount()
    assert number > 4
    hand.key(Key.Key_Down, SHIFT)
    hand.key(Key.Key_Down, SHIFT)
    assert finder.page.foot.mark.text() == "Mark 3"  # without ticks, what is selected
    hand.key(Key.Key_Space)
    assert finder.page.model.ticked == 3
    where = finder.point(3, TICK)
    QTest.mouseClick(finder.page.view.viewport(), Qt.MouseButton.LeftButton, NONE, where)
    assert finder.page.model.ticked == 4
    finder.page.foot.label.setCurrentIndex(finder.page.foot.label.findData("CUE"))
    finder.wait()
    finder.page.view.setFocus()
    hand.key(Key.Key_M)
    finder.wait()
    assert finder.said == "4 places marked"
    layers = [layer.id for layer in hand.project.all(Layer)]
    assert sum(len(hand.project.all(Span, layer)) for layer in layers) == 4
    hand.key(Key.Key_M)
    finder.wait()
    assert "marked already" in finder.said


def test_own_marks_by_label_and_actor(hand: Hand) -> None:
    hand.select("Ada Vale")
    hand.key(Key.Key_1)
    hand.select("the bridge must close")
    hand.key(Key.Key_2)
    finder = Finder(hand)
    finder.page.form.edit.clear()
    hand.click("Look in: My marks")
    finder.wait()
    assert finder.hits() == ["Ada Vale", "the bridge must close"]
    finder.page.form.label.setCurrentIndex(finder.page.form.label.findData("CLAIM"))
    finder.wait()
    assert finder.hits() == ["the bridge must close"]
    finder.page.form.polarity.setCurrentIndex(1)
    finder.wait()
    assert finder.hits() == []
    hand.click("Look in: My stances")
    finder.wait()
    assert finder.hits() == []


def test_the_actor_is_chosen_by_typing(hand: Hand) -> None:
    session = hand.window.session
    vale = add_actor(hand.project, session.annotator.id, "Ada Vale").created("actor")[0]
    start = hand.desk.text.index("Ada Vale")
    mark(hand.project, session.annotator.id, session.article, start, start + 8, "ACTOR", actor_id=vale)
    mark(hand.project, session.annotator.id, session.article, 0, 8, "ACTOR")
    finder = Finder(hand)
    hand.click("Look in: My marks")
    finder.wait()
    assert len(finder.hits()) == 2
    hand.click("Actor: none")
    hand.type("vale")
    hand.key(Key.Key_Return)
    finder.wait()
    assert finder.hits() == ["Ada Vale"]
    assert finder.page.form.actor.hasFocus()
    hand.click("Actor: Ada Vale")
    hand.key(Key.Key_Return)
    finder.wait()
    assert len(finder.hits()) == 2


def test_lines_are_written_as_csv(finder: Finder, hand: Hand, tmp_path: Path) -> None:
    finder.type("vale")
    hand.click("Write the lines as CSV")
    dialog = finder.page.findChild(QFileDialog)
    assert dialog is not None and dialog.isVisible()
    dialog.close()
    finder.page.deeds.write(tmp_path / "lines.csv")
    finder.wait()
    assert finder.said == f"Written to {tmp_path / 'lines.csv'}"
    assert len((tmp_path / "lines.csv").read_text("utf-8-sig").splitlines()) == 3
    finder.page.deeds.write(tmp_path)
    finder.wait()
    assert "is a folder" in finder.said


def test_another_annotator_s_marks(finder: Finder, hand: Hand, project: Project) -> None:
    finder.type("vale")
    hand.key(Key.Key_M)
    finder.wait()
    ben = next(a for a in project.all(Annotator) if a.name == "Ben")
    hand.window.session.set_annotator(ben)
    finder.wait()
    assert not any(finder.page.model.index(row, HIT).data(Qt.ItemDataRole.UserRole + 1) for row in range(2))


def test_every_control_has_a_name_and_reading_only_marks_nothing(opened: Opener, project: Project) -> None:
    project.close()
    with Project.open(project.path, read_only=True) as closed:
        hand = opened(closed)
        finder = Finder(hand)
        finder.type("vale")
        hand.click("Look in: My marks")
        finder.wait()
        assert unnamed(hand.window) == []
        hand.click("Look in: All texts")
        finder.wait()
        finder.page.view.setFocus()
        hand.key(Key.Key_A, CTRL)
        assert not finder.page.foot.mark.isEnabled()
        hand.key(Key.Key_M)
        assert QThreadPool.globalInstance().waitForDone(1000)
        finder.wait()
