"""What a window offers besides its work: every action by name, keys to look up and change, settings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QSettings, Qt, Signal
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow

from annotator.errors import Problem
from ui import keymap, reading_look
from ui.actions import ActionSet, ActionSpec
from ui.command_palette import CommandPalette
from ui.reader import ReaderView


class Comfort(QObject):
    """Without settings nothing is kept, and keys stay as they are."""

    keys_changed = Signal()

    def __init__(self, window: QMainWindow, view: ReaderView, settings: QSettings | None) -> None:
        super().__init__(window)
        self._window, self._view, self._settings = window, view, settings
        self._specs: Sequence[ActionSpec] = ()
        self._changes: keymap.Changes = {}
        self._palette: CommandPalette | None = None
        self.notice: Problem | None = None  # why the user's keys could not be read
        if settings is not None:
            self._changes, self.notice = keymap.load(_keys_file(settings))

    def with_keys(self, specs: Sequence[ActionSpec]) -> tuple[ActionSpec, ...]:
        """The specs with the keys that the user gave them."""
        self._specs = specs
        return keymap.apply(specs, self._changes)

    def use(self, actions: ActionSet) -> None:
        """Offer these actions by name."""
        if self._palette is None:
            self._palette = CommandPalette(actions, self._window, self._settings)
        else:
            self._palette.set_actions(actions)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Action id -> what it does."""
        return {"view.palette": self._by_name, "help.keys": self._keys, "file.settings": self._show_settings}

    def dress(self) -> None:
        """Set the text as the settings say."""
        if self._settings is not None:
            reading_look.dress(self._view, reading_look.load(self._settings))

    def _by_name(self) -> None:
        if self._palette is not None:
            self._palette.open()

    def _keys(self) -> None:
        from ui.dialogs.shortcuts import ShortcutsDialog

        save = partial(keymap.save, _keys_file(self._settings)) if self._settings is not None else lambda _: None
        dialog = ShortcutsDialog(self._specs, self._changes, save, self._window)
        dialog.changed.connect(self._take)
        _open(dialog)

    def _take(self, changes: keymap.Changes) -> None:
        self._changes = changes
        self.keys_changed.emit()

    def _show_settings(self) -> None:
        from ui.dialogs.settings import SettingsDialog

        app = QApplication.instance()
        if self._settings is not None and isinstance(app, QApplication):
            _open(SettingsDialog(app, self._settings, self._view, self._window))


def _open(dialog: QDialog) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


def _keys_file(settings: QSettings) -> Path:
    """Beside the settings where they are a file of their own, else in the user's folder."""
    own = settings.format() == QSettings.Format.IniFormat
    return Path(settings.fileName()).with_name("keys.json") if own else keymap.default_path()
