"""Light, dark or high contrast: the user's word, else the system's, else light."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSettings, Qt
from PySide6.QtWidgets import QApplication

from ui import theme

KEY = "view/theme"  # "system" or the name of a theme


def chosen(app: QApplication, settings: QSettings) -> theme.Theme:
    """The theme to wear now."""
    word = str(settings.value(KEY, "system"))
    if word in theme.THEMES:
        return theme.THEMES[word]
    hints = app.styleHints()
    return theme.DARK if hints.colorScheme() == Qt.ColorScheme.Dark else theme.LIGHT


def choose(app: QApplication, settings: QSettings, word: str) -> None:
    """Keep the user's word, "system" or the name of a theme, and dress the program in what is due now."""
    settings.setValue(KEY, word)
    due = chosen(app, settings)
    if due is not theme.worn(app):
        theme.apply(app, due)


class Look(QObject):
    """Dresses the program, and again when the system's preference or the user's word changes."""

    def __init__(self, app: QApplication, settings: QSettings) -> None:
        super().__init__(app)
        self._app = app
        self._settings = settings
        self._dressed = False
        app.styleHints().colorSchemeChanged.connect(self.dress)
        self.dress()

    def dress(self) -> None:
        """Apply the theme that is due."""
        due = chosen(self._app, self._settings)
        if not self._dressed or due is not theme.worn(self._app):
            self._dressed = True
            theme.apply(self._app, due)
