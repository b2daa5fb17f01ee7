"""What a screen reader finds."""

from __future__ import annotations

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from tests.ui.reader.conftest import Opened

TEXT = "First line.\r\nSecond 😀 line."


def test_the_native_text_interface_reads_the_article(opened: Opened) -> None:
    view = opened(TEXT)
    found = QAccessible.queryAccessibleInterface(view)
    assert found.text(QAccessible.Text.Name) == "Article text"
    assert found.text(QAccessible.Text.Description) == "A title · A paper · a day"
    text = found.textInterface()
    count = text.characterCount()
    assert count == view.scene.map.to_qt(len(TEXT))
    assert text.text(0, count).splitlines() == TEXT.splitlines()
    rect = text.characterRect(3)
    assert rect.height() > 5
    assert view.rect().contains(view.mapFromGlobal(rect.center()))
    text.setCursorPosition(5)
    QApplication.processEvents()
    assert view.caret() == 5
    text.addSelection(0, 5)
    assert view.selection() == (0, 5)


def test_the_document_is_plain(opened: Opened) -> None:
    view = opened("<b>No</b> markup &amp; <img src='http://x.invalid/'>")
    assert view.toPlainText() == "<b>No</b> markup &amp; <img src='http://x.invalid/'>"
    assert not view.document().isUndoAvailable()
    assert not view.document().isUndoRedoEnabled()
    assert view.isReadOnly()
