"""The rail at the left edge: the program's sign, and the workspaces there are."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QToolButton, QVBoxLayout

from ui import icons
from ui.i18n import tr
from ui.theme import Theme, mix

WIDTH = 68  # pixels; more where a name needs it
_SIDES = 9


class Rail(QFrame):
    """One button for each workspace; `(id, name, icon)`."""

    chosen = Signal(str)

    def __init__(self, workspaces: Sequence[tuple[str, str, str]]) -> None:
        super().__init__()
        self.setFixedWidth(WIDTH)
        self.setObjectName("rail")
        self._logo = QLabel("S")
        self._logo.setObjectName("logo")
        self._logo.setFixedSize(32, 32)
        self._logo.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._logo.setAccessibleName("Stancemark")
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 12, 4, 12)
        column.setSpacing(6)
        column.addWidget(self._logo, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(8)
        self._buttons: dict[str, tuple[QToolButton, str]] = {}
        self._theme: Theme | None = None
        for ident, name, icon in workspaces:
            button = QToolButton()
            button.setText(name)
            button.setAccessibleName(tr("Workspace: {name}", name=name))
            button.setCheckable(True)
            button.setAutoExclusive(True)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
            button.setIconSize(QSize(20, 20))
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _=False, ident=ident: self.chosen.emit(ident))
            self._buttons[ident] = (button, icon)
            column.addWidget(button)
        next(iter(self._buttons.values()))[0].setChecked(True)
        column.addStretch(1)

    def show_chosen(self, ident: str) -> None:
        """Mark the workspace that is in sight."""
        self._buttons[ident][0].setChecked(True)
        self._dress()

    def set_theme(self, theme: Theme) -> None:
        """Show in the colours of a theme."""
        self._theme = theme
        hover = mix(theme.ink, theme.panel, 0.05)
        self.setStyleSheet(f"""
            #rail {{ background: {theme.panel}; border: 0; border-right: 1px solid {theme.line}; }}
            #logo {{ background: {theme.accent}; color: {theme.on_accent}; border-radius: 9px; font-weight: 700;
              font-size: 14px; }}
            QToolButton {{ background: transparent; color: {theme.dim}; border: 2px solid transparent;
              border-radius: 10px; padding: 4px 0 3px 0; font-size: 10px; font-weight: 400; }}
            QToolButton:hover {{ background: {hover}; }}
            QToolButton:checked {{ background: {theme.accent_soft}; color: {theme.accent}; }}
            QToolButton:focus {{ border-color: {theme.accent}; }}""")
        widest = max(button.sizeHint().width() for button, _ in self._buttons.values())
        self.setFixedWidth(max(WIDTH, widest + _SIDES))
        self._dress()

    def _dress(self) -> None:
        theme = self._theme
        if theme is not None:
            for button, icon in self._buttons.values():
                button.setIcon(icons.icon(icon, theme.accent if button.isChecked() else theme.dim))
