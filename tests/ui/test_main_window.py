"""The window: menus, status bar, theme, annotators, what is kept, what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QSettings, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from annotator.errors import Problem
from annotator.models import Annotator
from annotator.operations import spans
from annotator.store import Project
from tests.ui.conftest import CTRL, NONE, Hand, Key, Opener
from ui import look, theme
from ui.actions import ACTIONS, label_specs

POPUPS = pytest.mark.qt_log_ignore("This plugin does not support")


def menu_texts(hand: Hand, name: str) -> list[str]:
    menu = next(a.menu() for a in hand.window.menuBar().actions() if a.text() == name)
    return [a.text() for a in menu.actions() if not a.isSeparator()]  # type: ignore[union-attr]


def test_the_menus_come_from_the_table(hand: Hand) -> None:
    assert menu_texts(hand, "File") == [
        "New project…", "Open…", "Open recent", "Import…", "Export…", "Make a data set…", "Settings…",
        "Close project", "Quit",
    ]  # fmt: skip
    assert menu_texts(hand, "Mark")[:4] == ["Mark actor", "Mark claim", "Mark cue", "Mark evidence"]
    assert menu_texts(hand, "Edit") == ["Undo", "Redo", "History…", "Delete mark"]


def test_no_shortcut_stands_twice(hand: Hand) -> None:
    specs = [*ACTIONS, *label_specs(hand.desk.content)]
    for place in ("reader", "list"):  # the window's act everywhere
        keys = [key for spec in specs if spec.where in ("window", place) for key in spec.shortcuts]
        assert len(set(keys)) == len(keys)
    assert len({spec.id for spec in specs}) == len(specs)


def test_actions_are_possible_only_where_they_make_sense(hand: Hand) -> None:
    wanted = ("mark.actor", "mark.relate", "mark.uncertain", "edit.delete", "edit.undo", "mark.next")
    assert [hand.action(i).isEnabled() for i in wanted] == [False] * 6
    hand.select("the bridge must close")
    assert hand.action("mark.actor").isEnabled()
    hand.key(Key.Key_2)
    assert [hand.action(i).isEnabled() for i in wanted] == [False, True, True, True, True, True]
    assert hand.action("edit.undo").text() == "Undo: mark claim"


def test_the_window_asks_for_what_it_cannot_do(hand: Hand) -> None:
    heard: list[object] = []
    hand.window.new_requested.connect(lambda: heard.append("new"))
    hand.window.open_requested.connect(heard.append)
    hand.window.import_requested.connect(heard.append)
    hand.window.export_requested.connect(lambda: heard.append("export"))
    hand.window.close_requested.connect(lambda: heard.append("close"))
    for key in (Key.Key_N, Key.Key_O, Key.Key_I, Key.Key_E, Key.Key_W):
        hand.key(key, CTRL)
    assert heard == ["new", None, [], "export", "close"]


def test_files_dropped_on_the_window_are_to_be_imported(hand: Hand, tmp_path: Path) -> None:
    heard: list[list[Path]] = []
    hand.window.import_requested.connect(heard.append)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.txt")), QUrl("https://example.org/b")])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    QApplication.sendEvent(hand.window, QDragEnterEvent(QPoint(200, 200), copy, data, left, NONE))
    QApplication.sendEvent(hand.window, QDropEvent(QPointF(200, 200), copy, data, left, NONE))
    assert heard == [[tmp_path / "a.txt"]]


def test_the_status_bar_says_what_undo_would_do_and_does_it(hand: Hand) -> None:
    assert not hand.window.status.undo.isVisible()
    hand.select("Ada Vale")
    hand.key(Key.Key_1)
    assert hand.window.status.undo.text() == "Undo: mark actor"
    hand.click("Undo: mark actor", hand.window.status)
    assert hand.marks() == []
    assert hand.window.status.codebook.text() == "codebook 1"
    assert hand.window.status.saved.whole == "saved"


def test_a_problem_is_said_and_goes_with_the_next_action(hand: Hand) -> None:
    long = "The file <b>x</b> is damaged. " * 20
    hand.window.session.problem.emit(Problem(long, "Open a backup."))
    message = hand.window.status.message
    assert hand.said.endswith("Open a backup.")
    assert message.accessibleName().startswith("Problem: The file <b>x</b>")
    assert "&lt;b&gt;" in message.words.toolTip()
    assert message.words.text().endswith("…")
    hand.select("Ada Vale")
    hand.key(Key.Key_1)
    assert hand.said == ""
    hand.key(Key.Key_Z, CTRL)
    hand.window.session.notice.emit("A word")
    hand.click("Dismiss the message")
    assert hand.said == ""


def test_a_refusal_is_a_problem_in_the_status_bar(hand: Hand) -> None:
    hand.select("Ada Vale")
    hand.key(Key.Key_1)
    hand.select("Ada Vale")
    hand.key(Key.Key_1)
    assert "marked as actor already" in hand.said
    assert hand.marks() == [("ACTOR", "Ada Vale")]


def test_read_only_says_why_and_refuses_politely(hand: Hand, project: Project, opened: Opener) -> None:
    hand.select("Ada Vale")
    hand.key(Key.Key_1)
    hand.window.close()
    project.close()
    with Project.open(project.path, read_only=True) as reading:
        reader = opened(reading)
        reader.open(0)
        assert reader.shown() == [("ACTOR", "Ada Vale")]
        assert reader.window.status.saved.whole.startswith("read-only: it was opened for reading only")
        reader.select("Port Union")
        for press in (Key.Key_1, Key.Key_A):
            reader.key(press)
            assert "cannot be changed" in reader.said
        reader.key(Key.Key_Return, CTRL)
        assert "cannot be changed" in reader.said
        assert reader.view.scene.title == "Bridge row"
        reader.window.close()


def test_another_annotator_has_another_layer(hand: Hand) -> None:
    hand.select("Ada Vale")
    hand.key(Key.Key_1)
    menu = hand.window.status.menu
    menu.fill()
    next(a for a in menu.actions() if a.text() == "Ben").trigger()
    assert hand.window.session.annotator.name == "Ben"
    assert hand.shown() == [] and hand.marks() == []
    assert not hand.action("edit.undo").isEnabled()
    assert hand.work.articles.chips["todo"].text() == "To do 3"
    hand.to_text()
    hand.select("Port Union")
    hand.key(Key.Key_1)
    menu.fill()
    next(a for a in menu.actions() if a.text() == "Ann").trigger()
    assert hand.shown() == [("ACTOR", "Ada Vale")]


@POPUPS
def test_a_new_annotator_from_the_menu(hand: Hand) -> None:
    menu = hand.window.status.menu
    menu.popup(hand.window.mapToGlobal(hand.window.rect().center()))
    menu.name.setFocus()
    QTest.keyClicks(menu.name, "Cleo & Co")
    QTest.keyClick(menu.name, Key.Key_Return)
    assert hand.window.session.annotator.name == "Cleo & Co"
    assert "Cleo & Co" in {a.name for a in hand.project.all(Annotator)}
    assert not menu.isVisible()


def test_light_and_dark(hand: Hand, settings: QSettings) -> None:
    hand.action("view.theme").trigger()
    assert hand.view.scene.theme is theme.DARK
    assert hand.work.articles.delegate.theme is theme.DARK
    assert settings.value(look.KEY) == "dark"
    hand.action("view.theme").trigger()
    assert hand.view.scene.theme is theme.LIGHT


def test_zoom_panes_and_size_come_back(hand: Hand, project: Project, opened: Opener) -> None:
    hand.key(Key.Key_Plus, CTRL)
    hand.key(Key.Key_Plus, CTRL)
    hand.work.splitter.setSizes([360, 500, 300])
    sizes = hand.work.splitter.sizes()
    hand.window.close()
    again = opened(project)
    assert again.view.zoom == 120
    assert again.work.splitter.sizes() == sizes
    again.open(0)
    again.key(Key.Key_0, CTRL)
    assert again.view.zoom == 100


def test_f6_goes_from_pane_to_pane(hand: Hand) -> None:
    panes: list[QWidget] = [hand.work.inspector, hand.work.articles, hand.work.pane]
    for pane in panes:
        hand.key(Key.Key_F6)
        focus = QApplication.focusWidget()
        assert focus is not None and pane.isAncestorOf(focus)


@POPUPS
def test_the_context_menu_has_labels_and_actions(hand: Hand) -> None:
    hand.view.context_requested.emit(hand.window.mapToGlobal(hand.window.rect().center()), "")
    menu = QApplication.activePopupWidget()
    assert menu is not None
    texts = [a.text() for a in menu.actions() if not a.isSeparator()]
    assert texts[0] == "Mark actor" and "Add stance" in texts
    menu.close()


def test_without_settings_nothing_is_kept(project: Project, opened: Opener) -> None:
    hand = opened(project, keep=False)
    hand.action("view.zoom_in").trigger()
    hand.action("view.theme").trigger()
    hand.action("view.theme").trigger()
    assert hand.view.zoom == 110


def test_a_step_from_elsewhere_is_drawn(hand: Hand) -> None:
    hand.window.session.do(spans.mark, hand.window.session.article, 0, 8, "ACTOR")
    assert hand.shown() == [("ACTOR", "Minister")]


def test_every_action_has_a_title_and_an_id(hand: Hand) -> None:
    found = [a for a in hand.window.findChildren(QAction) if "." in a.objectName()]
    assert len(found) == len(ACTIONS) + 4
    assert all(a.text() for a in found)


@POPUPS
def test_about_opens_and_closes(hand: Hand) -> None:
    hand.action("help.about").trigger()
    (dialog,) = hand.window.findChildren(QDialog)
    assert dialog.isVisible()
    dialog.reject()
    hand.qtbot.waitUntil(lambda: not hand.window.findChildren(QDialog))


def test_every_action_by_its_name(hand: Hand) -> None:
    hand.select("denied")
    hand.key(Key.Key_K, CTRL)
    hand.type("mark cue")
    hand.key(Key.Key_Return)
    assert hand.marks() == [("CUE", "denied")]
    assert hand.view.hasFocus()


def test_a_key_that_was_changed_acts(hand: Hand) -> None:
    hand.window.comfort._take({"mark.hints": ("Q",)})
    hand.select("denied")
    hand.key(Key.Key_3)
    hand.key(Key.Key_Q)
    assert hand.view.scene.hints
    hand.key(Key.Key_Escape)


@POPUPS
def test_keys_and_settings_open_by_key(hand: Hand) -> None:
    for key, modifiers, name in ((Key.Key_F1, NONE, "ShortcutsDialog"), (Key.Key_Comma, CTRL, "SettingsDialog")):
        hand.key(key, modifiers)
        hand.qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
        dialog = QApplication.activeModalWidget()
        assert type(dialog).__name__ == name
        QTest.keyClick(dialog, Key.Key_Escape)
        hand.qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
