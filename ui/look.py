"""Light or dark: the user's word, else the system's, else light."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSettings, Qt
from PySide6.QtWidgets import QApplication

from ui import theme

KEY = "view/theme"  # "system", "light" or "dark"


def chosen(app: QApplication, settings: QSettings) -> theme.Theme:
    """The theme to wear now."""
    word = str(settings.value(KEY, "system"))
    if word in theme.THEMES:
        return theme.THEMES[word]
    hints = app.styleHints()
    return theme.DARK if hints.colorScheme() == Qt.ColorScheme.Dark else theme.LIGHT


class Look(QObject):
    """Dresses the program, and again when the system's preference or the user's word changes."""

    def __init__(self, app: QApplication, settings: QSettings) -> None:
        super().__init__(app)
        self._app = app
        self._settings = settings
        self._worn: theme.Theme | None = None
        app.styleHints().colorSchemeChanged.connect(self.dress)
        self.dress()

    def dress(self) -> None:
        """Apply the theme that is due."""
        due = chosen(self._app, self._settings)
        if due is not self._worn:
            self._worn = due
            theme.apply(self._app, due)
