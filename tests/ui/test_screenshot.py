"""The picture of the window: painted, in the theme, with the article's marks in the reader."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage

from annotator import demo
from annotator.errors import Problem
from ui.screenshot import render
from ui.theme import DARK, LIGHT, Theme

READER = QRect(360, 230, 380, 500)  # inside the text column of a window of 1280 × 800


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return demo.build(tmp_path_factory.mktemp("sample") / "s.stancemark")


def colours(image: QImage, area: QRect) -> dict[str, int]:
    """How often each colour stands in an area, on every third pixel."""
    found: dict[str, int] = {}
    for x in range(area.left(), area.right(), 3):
        for y in range(area.top(), area.bottom(), 3):
            name = image.pixelColor(x, y).name()
            found[name] = found.get(name, 0) + 1
    return found


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_the_reader_is_painted_with_its_marks(sample: Path, tmp_path: Path, theme: Theme, qapp: object) -> None:
    render(sample, tmp_path / "w.png", theme="dark" if theme.dark else "light")
    seen = colours(QImage(str(tmp_path / "w.png")), READER)
    assert seen[QColor(theme.paper).name()] > 1000
    assert seen.get(QColor(theme.actor_bg).name(), 0) > 30, "no mention is painted"
    assert seen.get(QColor(theme.claim).name(), 0) > 10, "no claim is painted"
    assert len(seen) > 50, "no text is painted"


def test_an_article_without_marks_is_told_apart(sample: Path, tmp_path: Path, qapp: object) -> None:
    render(sample, tmp_path / "w.png", annotator="Lead")
    seen = colours(QImage(str(tmp_path / "w.png")), READER)
    assert QColor(LIGHT.actor_bg).name() not in seen
    assert len(seen) > 20


def test_what_cannot_be_drawn_is_said(sample: Path, tmp_path: Path, qapp: object) -> None:
    with pytest.raises(Problem, match="no annotator “Nobody”"):
        render(sample, tmp_path / "w.png", annotator="Nobody")
    with pytest.raises(Problem, match="13 articles, not 99"):
        render(sample, tmp_path / "w.png", article=99)
    with pytest.raises(Problem, match="could not be written"):
        render(sample, tmp_path / "no" / "w.png")


def test_the_command_draws_the_size_it_was_asked_for(sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "w.png"
    words = ["screenshot", str(sample), "--out", str(out), "--size", "1000x700", "--theme", "dark", "--json"]
    done = subprocess.run(
        [sys.executable, "-c", "from annotator.start import main; main()", *words],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["picture"] == str(out)
    image = QImage(str(out))
    assert (image.width(), image.height()) == (1000, 700)
