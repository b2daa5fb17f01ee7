"""The open article as a PDF."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from tests.ui.conftest import Hand, Key
from ui.annotate.printing import file_name

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen platform has no window manager


def test_it_is_saved_where_the_dialog_says(hand: Hand, tmp_path: Path) -> None:
    hand.select("Ada Vale")
    hand.key(Key.Key_1)
    hand.action("article.pdf").trigger()
    (dialog,) = hand.window.findChildren(QFileDialog)
    assert Path(dialog.selectedFiles()[0]).name == "Bridge row.pdf"
    path = tmp_path / "page.pdf"
    dialog.fileSelected.emit(str(path))
    dialog.close()
    hand.qtbot.waitUntil(lambda: not hand.work.printing.busy)
    assert path.read_bytes().startswith(b"%PDF") and hand.said == f"Wrote {path}."


def test_a_place_that_cannot_be_written_is_said(hand: Hand, tmp_path: Path) -> None:
    hand.work.printing.save(hand.project.path)
    hand.qtbot.waitUntil(lambda: not hand.work.printing.busy)
    assert "is the project itself" in hand.said


@pytest.mark.parametrize(
    ("title", "name"),
    [("A/B: “C”?", "A B “C”.pdf"), ("..", "article.pdf"), ("x" * 300, "x" * 80 + ".pdf"), (" a\n b ", "a b.pdf")],
)
def test_names_that_any_disk_takes(title: str, name: str) -> None:
    assert file_name(title) == name
