"""The list of actors and issues: what it shows, how it keeps up; entries added and deleted; how it looks."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from annotator.models import Actor, Issue, Stance
from annotator.operations import spans
from annotator.operations.registries import add_actor
from annotator.store import Project
from tests.ui.conftest import CTRL, NONE, Key, Opener
from tests.ui.kit import colours
from tests.ui.registries.conftest import Desk
from tests.ui.test_accessibility import nameless
from ui import theme
from ui.registries.page import RegistriesPage


def test_the_list_counts_filters_and_sorts(desk: Desk) -> None:
    assert desk.rows() == ["Ada Vale", "Port Union", "Vale", "ليلى"]
    assert list(zip(desk.rows(3), desk.rows(4), strict=True)) == [("2", "0"), ("0", "1"), ("2", "1"), ("0", "0")]
    assert desk.rows(5) == ["", "", "", "proposed"]
    desk.key(Key.Key_Slash)
    desk.type("VALE")
    assert desk.rows() == ["Ada Vale", "Vale"] and desk.page.list.count.whole == "2 of 4"
    desk.key(Key.Key_Return)
    desk.key(Key.Key_Down)
    assert desk.pane.title.whole == "Vale"
    desk.page.list.filter.clear()
    header = desk.page.list.table.horizontalHeader()
    for _ in range(2):
        place = QPoint(header.sectionViewportPosition(3) + 20, header.height() // 2)
        QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, NONE, place)
    assert desk.rows() == ["Ada Vale", "Vale", "Port Union", "ليلى"]
    desk.hand.click("Unused")
    assert desk.rows() == ["ليلى"] and desk.pane.title.whole == "ليلى"
    desk.hand.click("Unused")
    desk.hand.click("Proposed")
    assert desk.rows() == ["ليلى"]
    desk.page.list.filter.setText("nobody")
    assert desk.rows() == [] and desk.pane.empty.text() == "Nothing fits the filter."


def test_the_line_above_the_list_is_left_by_keys(desk: Desk) -> None:
    desk.key(Key.Key_Slash)
    line = desk.page.list.filter
    assert line.hasFocus()
    desk.type("union")
    assert desk.rows() == ["Port Union"]
    desk.key(Key.Key_Down)
    assert desk.page.list.table.hasFocus()
    desk.key(Key.Key_Slash)
    desk.key(Key.Key_Escape)
    assert line.text() == "" and line.hasFocus()
    desk.key(Key.Key_Escape)
    assert desk.page.list.table.hasFocus() and desk.page.list.current == desk.actor("Port Union").id


def test_what_is_cut_off_is_in_the_tip(desk: Desk) -> None:
    model, row = desk.page.list.model, desk.rows().index("Ada Vale")
    assert "Ada Vale, the minister" in model.data(model.index(row, 0), Qt.ItemDataRole.ToolTipRole)


def test_it_keeps_up_with_steps_made_elsewhere_and_with_undo(desk: Desk) -> None:
    session = desk.hand.window.session
    desk.go("Port Union")
    session.do(add_actor, "Harbour Board")
    assert "Harbour Board" in desk.rows() and desk.pane.title.whole == "Port Union"
    desk.key(Key.Key_Z, CTRL)
    assert "Harbour Board" not in desk.rows()
    desk.key(Key.Key_1, CTRL)
    vale = desk.actor("Vale").id
    session.do(spans.mark, session.article, 0, 8, "ACTOR", actor_id=vale)
    desk.key(Key.Key_2, CTRL)
    desk.settle()
    assert desk.rows(3)[desk.rows().index("Vale")] == "3"


def test_adding_by_keys(desk: Desk) -> None:
    desk.key(Key.Key_Insert)
    desk.type("Harbour 👩‍👩‍👧 Board")
    desk.key(Key.Key_Down)
    desk.key(Key.Key_Return)
    assert desk.actor("Harbour 👩‍👩‍👧 Board").status == "proposed"
    assert desk.pane.title.whole == "Harbour 👩‍👩‍👧 Board" and desk.pane.actor.name.hasFocus()
    desk.hand.click("Add an entry")
    desk.type("Port Un")
    desk.key(Key.Key_Return)
    assert desk.pane.title.whole == "Port Union"


def test_deleting(desk: Desk) -> None:
    desk.go("Vale")
    desk.key(Key.Key_Delete)
    assert "refer to “Vale”" in desk.pane.fault.text() and "Vale" in desk.rows()
    desk.go("ليلى")
    desk.key(Key.Key_Delete)
    assert desk.rows() == ["Ada Vale", "Port Union", "Vale"]
    desk.key(Key.Key_Z, CTRL)
    assert "ليلى" in desk.rows()


def test_issues(desk: Desk) -> None:
    desk.hand.click("Registry: Issues")
    assert desk.rows() == ["Close the bridge", "Shut the bridge"] and desk.rows(1) == ["2", "0"]
    form = desk.pane.issue
    assert form.isVisible() and not desk.pane.actor.isVisible()
    desk.go("Shut the bridge")
    desk.write(form.aliases, "closure")
    desk.focus(form.parent_issue.pick)
    desk.key(Key.Key_Space)
    desk.type("close")
    desk.key(Key.Key_Return)
    parent = next(i for i in desk.project.all(Issue) if i.name == "Close the bridge")
    assert [i.parent for i in desk.project.all(Issue) if i.aliases == ("closure",)] == [parent.id]
    desk.go("Close the bridge")
    desk.focus(desk.page.list.table)
    desk.key(Key.Key_M)
    desk.type("shut")
    desk.key(Key.Key_Return)
    desk.key(Key.Key_Return)
    other = next(i for i in desk.project.all(Issue) if i.name == "Shut the bridge")
    assert other.parent is None and other.aliases == ("closure", "Close the bridge")
    assert {s.target.id for s in desk.project.all(Stance)} == {other.id}
    desk.hand.click("Registry: Actors")
    assert "Vale" in desk.rows() and desk.pane.actor.isVisible()


def test_every_control_has_a_name_and_nothing_is_taken_for_html(desk: Desk) -> None:
    session = desk.hand.window.session
    session.do(add_actor, "<img src=x>", aliases=("&amp; <b>", "Vale"))
    desk.go("<img src=x>")
    assert desk.pane.title.text() == "<img src=x>"
    assert nameless(desk.hand.window) == []
    desk.key(Key.Key_M)
    assert nameless(desk.hand.window) == []
    desk.key(Key.Key_Escape)
    desk.hand.click("Duplicates")
    desk.hand.qtbot.waitUntil(lambda: not desk.page.duplicates.job.running)
    assert nameless(desk.hand.window) == []
    desk.hand.click("Duplicates")
    desk.hand.click("Registry: Issues")
    assert nameless(desk.hand.window) == []


@pytest.mark.parametrize("worn", [theme.LIGHT, theme.DARK, theme.CONTRAST])
def test_it_wears_the_theme(desk: Desk, worn: theme.Theme) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, worn)
    desk.go("Vale")
    QApplication.processEvents()
    image = desk.page.grab().toImage()
    assert image.pixelColor(5, image.height() // 2).name() in (worn.panel, worn.accent)
    assert colours(image) > 3


def test_an_empty_registry_says_so(opened: Opener, project: Project) -> None:
    hand = opened(project)
    hand.key(Key.Key_2, CTRL)
    page = hand.window.pages.page("actors")
    assert isinstance(page, RegistriesPage)
    assert page.pane.empty.text() == "No actors yet."
    for key in (Key.Key_M, Key.Key_Delete, Key.Key_Return):
        hand.key(key)
    hand.key(Key.Key_Insert)
    hand.type("First")
    hand.key(Key.Key_Return)
    assert [a.name for a in project.all(Actor)] == ["First"]
    assert isinstance(hand.window.focusWidget(), QLineEdit)
