"""Starting the window. Nothing heavy is imported before it is painted."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication

from ui import i18n, icons
from ui.look import Look
from ui.mishaps import Mishaps
from ui.shell import Shell


def application(arguments: list[str] | None = None) -> QApplication:
    """The Qt application, with its name."""
    app = QApplication(arguments or sys.argv[:1])
    app.setOrganizationName("Stancemark")
    app.setApplicationName("Stancemark")
    app.setApplicationDisplayName("Stancemark")
    app.setDesktopFileName("stancemark")
    return app


def main(path: Path | None = None) -> int:
    """Open the window on a project, on the one that was open last, or on the start page; until the user quits.

    Gives the exit code. A project that cannot be opened is a sentence on the start page, not an error of this call.
    """
    app = application()
    settings = QSettings()
    i18n.speak(app, i18n.due(settings))
    Look(app, settings)
    shell = Shell(settings)
    mishaps = Mishaps(shell.say)
    mishaps.catch()

    def furnish() -> None:
        mishaps.log_to(shell.folders.logs)
        app.setWindowIcon(icons.app_icon())

    shell.start(path)
    if shell.start_page is not None:  # these can wait until there is a window to see
        shell.start_page.painted.connect(lambda: QTimer.singleShot(0, furnish))
    else:
        QTimer.singleShot(0, furnish)
    code = app.exec()
    shell.leave()
    mishaps.close()
    return code
