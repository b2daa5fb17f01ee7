"""From starting the process to a painted window, against a bare PySide6 window."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile

from benchmarks.harness import Result, median, timed

ROUNDS = 9
# both wait the same way: for the first paint event of a top-level window
WAIT = """
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
class Painted(QObject):
    seen = False
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget) and watched.isWindow():
            self.seen = True
        return False
def until_painted(*_):
    app = QApplication.instance()
    painted = Painted()
    app.installEventFilter(painted)
    while not painted.seen:
        app.processEvents()
    import os
    os._exit(0)
QApplication.exec = until_painted
"""
BARE = (
    WAIT
    + """
from PySide6.QtWidgets import QLabel, QMainWindow
app = QApplication([])
window = QMainWindow()
window.setCentralWidget(QLabel("hello"))
window.resize(1280, 800)
window.show()
app.exec()
"""
)
OURS = (
    WAIT
    + """
import sys
sys.argv = ["stancemark"]
from annotator.start import main
main()
"""
)


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
