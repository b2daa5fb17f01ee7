"""Starting the window. Nothing heavy is imported before it is painted."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication

from ui import icons
from ui.look import Look
from ui.mishaps import Mishaps
from ui.shell import Shell


def application(arguments: list[str] | None = None) -> QApplication:
    """The Qt application, named and with its icon."""
    app = QApplication(arguments or sys.argv[:1])
    app.setOrganizationName("Stancemark")
    app.setApplicationName("Stancemark")
    app.setApplicationDisplayName("Stancemark")
    app.setDesktopFileName("stancemark")
    app.setWindowIcon(icons.app_icon())
    return app


def main(path: Path | None = None) -> int:
    """Open the window on a project, on the one that was open last, or on the start page; until the user quits.

    Gives the exit code. A project that cannot be opened is a sentence on the start page, not an error of this call.
    """
    app = application()
    settings = QSettings()
    Look(app, settings)
    shell = Shell(settings)
    mishaps = Mishaps(shell.say)
    mishaps.catch()
    QTimer.singleShot(0, lambda: mishaps.log_to(shell.folders.logs))
    shell.start(path)
    code = app.exec()
    shell.leave()
    mishaps.close()
    return code
