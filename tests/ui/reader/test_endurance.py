"""The program does not wear out: PySide6 6.12.0 loses references to None on Python before 3.12, and aborts."""

from __future__ import annotations

import subprocess
import sys

from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QApplication

_TURNS = """
import os
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from PySide6.QtWidgets import QApplication
from annotator.codebook import default
from annotator.models import Span
from ui.reader import ReaderView, StanceCard

app = QApplication([])
text = "The envoy said that the talks were put off until the spring, and nobody spoke.\\n" * 60
spans = [
    Span(id=str(i), label=("ACTOR", "CLAIM", "CUE")[i % 3], start=i * 20, end=i * 20 + 15, quote="",
         fragments=((i * 20, i * 20 + 15),))
    for i in range(200)
]
cards = [StanceCard(str(i), i * 90, ((i * 90, i * 90 + 5),), "A", "+", "supports", "B") for i in range(40)]
view = ReaderView()
view.resize(400, 150)
view.open("Title", "Byline", text, spans, cards, default().span_labels)
view.show()
bar = view.verticalScrollBar()
for turn in range(20_000):
    bar.setValue(turn * 7 % max(1, bar.maximum()))
    app.processEvents()
print("done", bar.maximum() > 1000)
"""


def test_void_calls_lose_no_reference_to_none(qapp: QApplication) -> None:
    before = sys.getrefcount(None)
    for _ in range(1000):
        QTextCharFormat().setFontItalic(False)
    assert sys.getrefcount(None) > before - 50


def test_a_reader_survives_20000_turns_of_the_event_loop() -> None:
    done = subprocess.run([sys.executable, "-c", _TURNS], capture_output=True, text=True, timeout=300, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "done True\n", "")
