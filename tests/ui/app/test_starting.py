"""The first picture, and what happens when the program itself has a fault."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.app.conftest import button, dialog
from tests.ui.kit import press, settings_in
from ui import look, theme
from ui.panels import PanelDialog
from ui.shell import Shell

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen platform has no window manager


def test_the_theme_is_the_users_word(qapp: QApplication, tmp_path: Path) -> None:
    settings = settings_in(tmp_path)
    assert look.chosen(qapp, settings) in theme.THEMES.values()
    settings.setValue(look.KEY, "dark")
    dressed = look.Look(qapp, settings)
    assert qapp.palette().window().color().name() == theme.DARK.bg
    settings.setValue(look.KEY, "light")
    dressed.dress()
    assert qapp.palette().window().color().name() == theme.LIGHT.bg


LEAN = """
import sys
from pathlib import Path
from PySide6.QtCore import QSettings, QTimer
from ui.app import application
from ui.folders import Folders
from ui.look import Look
from ui.shell import Shell
app = application()
settings = QSettings(sys.argv[1] + "/s.ini", QSettings.Format.IniFormat)
Look(app, settings)
shell = Shell(settings, Folders(Path(sys.argv[1]), Path(sys.argv[1])))
shell.start(None)
def seen():
    heavy = ("pydantic", "sqlite3", "sqlite_utils", "annotator.store", "annotator.models", "trafilatura", "orjson")
    print("heavy:", [name for name in heavy if name in sys.modules])
    print("shown:", shell.window.isVisible())
shell.start_page.painted.connect(seen)
QTimer.singleShot(200, app.quit)
app.exec()
shell.leave()
"""


def test_the_first_paint_needs_nothing_but_qt(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", LEAN, str(tmp_path)], check=False, capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == ["heavy: []", "shown: True"]


MISHAP = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QPushButton
from ui.mishaps import Mishaps
app = QApplication([])
said = []
mishaps = Mishaps(said.append)
mishaps.catch()
mishaps.log_to(Path(sys.argv[1]) / "logs")
button = QPushButton()
button.clicked.connect(lambda: 1 / 0)
for _ in range(3):
    button.click()
import threading
thread = threading.Thread(target=lambda: [].pop())
thread.start()
thread.join()
print(len(said), said[0])
mishaps.close()
"""


def test_what_nobody_caught_is_logged_and_said_once(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", MISHAP, str(tmp_path)], check=False, capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 0, done.stderr
    log = tmp_path / "logs" / "stancemark.log"
    assert done.stdout.startswith("2 Something went wrong inside the program.")
    assert str(log) in done.stdout
    text = log.read_text(encoding="utf-8")
    assert text.count("ZeroDivisionError: division by zero") == 3
    assert "IndexError: pop from empty list" in text
    assert "Traceback" in text


def test_a_mishap_is_said_over_the_window(shell: Shell, qtbot: QtBot) -> None:
    shell.say("Something went wrong inside the program.")
    box = dialog(qtbot, PanelDialog)
    press(button(box, "OK"), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not any(isinstance(w, PanelDialog) for w in QApplication.topLevelWidgets()))
