"""The command palette in a real window, under real keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest

from tests.ui.conftest import CTRL, Hand, Key
from tests.ui.test_accessibility import nameless
from ui.command_palette import POSSIBLE, RECENT, CommandPalette
from ui.fuzzy import score


@pytest.fixture
def palette(hand: Hand, settings: QSettings) -> CommandPalette:
    made = CommandPalette(hand.window.actions_, hand.window, settings)
    made.open()
    hand.qtbot.waitUntil(made.field.hasFocus)
    return made


def titles(palette: CommandPalette) -> list[str]:
    return [palette.model.item(row).text() for row in range(palette.model.rowCount())]


def test_everything_of_the_table_is_offered_once(hand: Hand, palette: CommandPalette) -> None:
    specs = hand.window.actions_.specs.values()
    assert len(titles(palette)) == len(set(titles(palette)))
    assert {spec.title for spec in specs} == set(titles(palette))
    assert titles(palette)[0] == "New project…"


def test_typing_filters_and_enter_runs_with_the_focus_back_in_the_text(hand: Hand, palette: CommandPalette) -> None:
    hand.type("larg")
    assert titles(palette)[0] == "Larger text"
    hand.key(Key.Key_Return)
    assert hand.view.zoom == 110
    assert not palette.isVisible()
    assert hand.view.hasFocus()


def test_escape_gives_the_focus_back_and_does_nothing(hand: Hand, palette: CommandPalette) -> None:
    hand.type("larg")
    hand.key(Key.Key_Escape)
    assert not palette.isVisible()
    assert hand.view.hasFocus()
    assert hand.view.zoom == 100


def test_a_mark_action_acts_on_the_selection_in_the_text(hand: Hand, palette: CommandPalette) -> None:
    palette.dismiss()
    hand.select("Ada Vale")
    palette.open()
    hand.type("mark act")
    hand.key(Key.Key_Return)
    assert hand.marks() == [("ACTOR", "Ada Vale")]


def test_what_is_not_possible_is_grey_and_enter_leaves_it_alone(hand: Hand, palette: CommandPalette) -> None:
    hand.type("undo")
    assert titles(palette)[0] == "Undo"
    assert not palette.model.item(0).data(POSSIBLE)
    assert palette.list.selectionModel().isSelected(palette.model.index(0, 0))
    hand.key(Key.Key_Return)
    assert palette.isVisible() and palette.field.hasFocus()


def test_up_and_down_go_round_and_tab_does_not_leave(hand: Hand, palette: CommandPalette) -> None:
    hand.type("text")
    count = palette.model.rowCount()
    assert count >= 3
    hand.key(Key.Key_Down)
    assert palette.list.currentIndex().row() == 1
    hand.key(Key.Key_Tab)
    assert palette.list.currentIndex().row() == 2
    hand.key(Key.Key_Up)
    hand.key(Key.Key_Up)
    hand.key(Key.Key_Up)
    assert palette.list.currentIndex().row() == count - 1
    assert palette.field.hasFocus()


def test_a_click_runs(hand: Hand, palette: CommandPalette) -> None:
    hand.type("larger")
    where = palette.list.visualRect(palette.model.index(0, 0)).center()
    QTest.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert hand.view.zoom == 110


def test_used_last_comes_first_also_next_time(hand: Hand, palette: CommandPalette, settings: QSettings) -> None:
    for words in ("larger", "smaller"):
        palette.open()
        hand.type(words)
        hand.key(Key.Key_Return)
    palette.open()
    assert titles(palette)[:2] == ["Smaller text", "Larger text"]
    again = CommandPalette(hand.window.actions_, hand.window, settings)
    again.open()
    assert titles(again)[:2] == ["Smaller text", "Larger text"]


def test_a_broken_memory_is_no_harm(hand: Hand, settings: QSettings) -> None:
    for broken in ("{", '{"a": 1}', "[1, null]"):
        settings.setValue(RECENT, broken)
        made = CommandPalette(hand.window.actions_, hand.window, settings)
        made.open()
        assert titles(made)[0] == "New project…"
        made.dismiss()


def test_it_goes_when_the_focus_goes_elsewhere(hand: Hand, palette: CommandPalette) -> None:
    hand.work.articles.filter.setFocus()
    assert not palette.isVisible()
    assert hand.work.articles.filter.hasFocus()


def test_it_stays_in_the_middle_of_a_resized_window(hand: Hand, palette: CommandPalette) -> None:
    hand.window.resize(1100, 620)
    hand.qtbot.waitUntil(lambda: abs(palette.geometry().center().x() - hand.window.rect().center().x()) <= 1)
    assert hand.window.rect().contains(palette.geometry())


def test_names_for_a_screen_reader(hand: Hand, palette: CommandPalette) -> None:
    assert nameless(hand.window) == []
    hand.type("undo")
    spoken = palette.model.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Undo, Edit, Ctrl Z"


def test_another_set_of_actions(hand: Hand, palette: CommandPalette) -> None:
    palette.set_actions(hand.window.actions_)
    hand.key(Key.Key_A, CTRL)
    hand.type("zzz")
    assert titles(palette) == []
    hand.key(Key.Key_Return)
    hand.key(Key.Key_Down)
    assert palette.isVisible()


def test_words_beat_insides_beat_scattered_letters() -> None:
    def order(typed: str, *names: str) -> list[str]:
        fits = [(fit, name) for name in names if (fit := score(typed, name)) is not None]
        return [name for _, name in sorted(fits)]

    assert order("note", "Denote", "Add note", "No trace", "Undo") == ["Add note", "Denote", "No trace"]
    assert order("done next", "Done, next article", "Next mark") == ["Done, next article"]
    assert order("NT", "Add note") == ["Add note"]
    assert score("", "anything") == (0, 0, 0)
