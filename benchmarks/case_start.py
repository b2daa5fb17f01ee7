"""From starting the process to a painted window, against a bare PySide6 window."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile

from benchmarks.harness import Result, median, timed

ROUNDS = 9
BARE = """
import sys
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QLabel
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QApplication.quit()
app = QApplication([])
window = Window()
window.setCentralWidget(QLabel("hello"))
window.resize(1280, 800)
window.show()
app.exec()
"""
OURS = """
import os
os.environ["STANCEMARK_QUIT_WHEN_PAINTED"] = "1"
from annotator.cli import main
main([])
"""


def run() -> list[Result]:
    """Interleaved, each in a fresh process."""
    ours: list[float] = []
    bare: list[float] = []
    with tempfile.TemporaryDirectory() as home:
        env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": home, "XDG_CONFIG_HOME": home}
        for n in range(ROUNDS + 2):
            first = timed(lambda: _start(OURS, env))
            second = timed(lambda: _start(BARE, env))
            if n >= 2:
                ours.append(first)
                bare.append(second)
    return [Result("window painted after start", median(ours), median(bare), 1.5, "a bare PySide6 window")]


def _start(program: str, env: dict[str, str]) -> None:
    subprocess.run([sys.executable, "-c", program], env=env, check=True, capture_output=True)
