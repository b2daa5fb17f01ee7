"""The settings dialog over a real window."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Hand, Key
from tests.ui.kit import click, press, unnamed
from ui import i18n, look, reading_look, theme
from ui.dialogs.settings import SettingsDialog, faces
from ui.look import Look
from ui.reading_look import ReadingLook

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen platform has no window manager


@pytest.fixture
def dialog(hand: Hand, qapp: QApplication, settings: QSettings) -> Iterator[SettingsDialog]:
    settings.setValue(look.KEY, "light")
    made = SettingsDialog(qapp, settings, hand.view, hand.window)
    made.show()
    made.activateWindow()
    hand.qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()
    theme.apply(qapp, theme.LIGHT)


def test_a_theme_is_worn_at_once_and_kept(qapp: QApplication, dialog: SettingsDialog, settings: QSettings) -> None:
    press(dialog.theme, Key.Key_Down)
    assert theme.worn(qapp) is theme.DARK
    press(dialog.theme, Key.Key_Down)
    assert theme.worn(qapp) is theme.CONTRAST
    press(dialog.theme, Key.Key_Return)
    assert not dialog.isVisible()
    assert settings.value(look.KEY) == "contrast"
    assert look.chosen(qapp, settings) is theme.CONTRAST


def test_the_text_changes_at_once_and_is_kept(hand: Hand, dialog: SettingsDialog, settings: QSettings) -> None:
    press(dialog.zoom, Key.Key_Up)
    assert hand.view.zoom == 110
    for _ in range(2):
        press(dialog.line, Key.Key_Down)
    assert hand.view.scene.chars == ReadingLook().line - 8
    press(dialog.font_, Key.Key_Down)
    assert hand.view.scene.sizes.font.families()[0] == faces()[0]
    click(dialog.ok)
    assert reading_look.load(settings) == ReadingLook(faces()[0], 110, ReadingLook().line - 8)


def test_cancel_takes_everything_back(
    hand: Hand, qapp: QApplication, dialog: SettingsDialog, settings: QSettings
) -> None:
    press(dialog.zoom, Key.Key_Up)
    press(dialog.theme, Key.Key_Down)
    press(dialog.line, Key.Key_Up)
    press(dialog.language, Key.Key_End)
    press(dialog, Key.Key_Escape)
    assert not dialog.isVisible()
    assert hand.view.zoom == 100
    assert hand.view.scene.chars == ReadingLook().line
    assert theme.worn(qapp) is theme.LIGHT
    assert settings.value(look.KEY) == "light"
    assert settings.value(i18n.KEY) == "system"
    assert reading_look.load(settings) == ReadingLook()


def test_usual_settings(hand: Hand, dialog: SettingsDialog, settings: QSettings) -> None:
    press(dialog.zoom, Key.Key_Up)
    click(dialog.usual)
    assert hand.view.zoom == 100
    assert settings.value(look.KEY) == "system"


def test_a_language_is_kept_for_the_next_start(dialog: SettingsDialog, settings: QSettings) -> None:
    assert [dialog.language.itemText(n) for n in range(3)] == ["As the system", "English", "Deutsch"]
    dialog.language.setFocus()
    press(dialog.language, Key.Key_End)
    assert i18n.due(settings) == "de"
    assert (dialog.later.isVisible(), dialog.windowTitle()) == (True, "Settings")
    press(dialog.language, Key.Key_Up)
    assert (i18n.due(settings), dialog.later.isVisible()) == ("en", False)
    press(dialog.language, Key.Key_Down)
    click(dialog.ok)
    assert settings.value(i18n.KEY) == "de"


def test_names(dialog: SettingsDialog) -> None:
    assert unnamed(dialog) == []


def test_without_an_article(qtbot: QtBot, qapp: QApplication, settings: QSettings) -> None:
    dialog = SettingsDialog(qapp, settings)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.zoom.selectAll()
    QTest.keyClicks(dialog.zoom, "150")
    QTest.mouseClick(dialog.ok, Qt.MouseButton.LeftButton)
    assert reading_look.load(settings).zoom == 150


def test_what_cannot_be_read_is_the_usual(settings: QSettings) -> None:
    settings.setValue(reading_look.ZOOM, "big")
    settings.setValue(reading_look.LINE, "9999")
    assert reading_look.load(settings) == ReadingLook("", 100, reading_look.LINE_RANGE[1])
    settings.setValue(reading_look.LINE, "9" * 400)
    assert reading_look.load(settings).line == ReadingLook().line


def test_the_reader_begins_as_the_settings_say(hand: Hand) -> None:
    assert hand.view.scene.chars == ReadingLook().line


def test_the_look_follows_a_theme_chosen_elsewhere(qapp: QApplication, settings: QSettings) -> None:
    settings.setValue(look.KEY, "dark")
    worn = Look(qapp, settings)
    try:
        look.choose(qapp, settings, "light")
        assert theme.worn(qapp) is theme.LIGHT
        settings.setValue(look.KEY, "dark")
        worn.dress()
        assert theme.worn(qapp) is theme.DARK
    finally:
        qapp.styleHints().colorSchemeChanged.disconnect(worn.dress)
        worn.deleteLater()
        theme.apply(qapp, theme.LIGHT)


def test_numbers_stand_as_far_in_as_words(dialog: SettingsDialog) -> None:
    for field in (dialog.zoom, dialog.line):
        assert field.lineEdit().textMargins().left() >= 6
