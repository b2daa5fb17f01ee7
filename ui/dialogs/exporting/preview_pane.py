"""The first lines of an export as it would be written, and what it could not carry."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, repeat
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QFontDatabase,
    QPalette,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QScrollArea, QTextEdit, QVBoxLayout, QWidget

from ui.dialogs.exporting.file_tree import FileTree
from ui.dialogs.parts import label, say
from ui.guard import guarded, nothing
from ui.i18n import number, tr
from ui.saying import said

if TYPE_CHECKING:
    from annotator.operations.export_preview import Preview, PreviewFile
    from annotator.operations.preview_lines import Line

_RIGHT = Qt.TextElideMode.ElideRight
_LOSSES = 108  # pixels at most
_ROWS = (18, 6)  # of the view that the first long line may take, and the second; each other has one


class PreviewPane(QWidget):
    """Shows a preview; with several files, the lines of the one that is chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tree = FileTree()
        self.tree.chosen.connect(self._show_file)
        self.text = FirstLines()
        self.losses = label()
        self.losses.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.losses.setAccessibleName(tr("What the file cannot hold"))
        self.losses.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._scroll = _scrolled(self.losses)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.tree)
        column.addWidget(self.text, 1)
        column.addWidget(self._scroll)
        self.tree.hide()
        self._scroll.hide()

    def show_preview(self, found: Preview) -> None:
        """Show what would be written."""
        self.tree.setVisible(len(found.files) > 1)
        self.tree.show_files(found.files, sizes=found.whole)
        self.show_losses(found)

    def show_losses(self, found: Preview) -> None:
        """Show what could not be carried, with how often."""
        say(self.losses, "\n".join(f"⚠ {said(one)}" for one in found.losses))
        self._scroll.setVisible(bool(found.losses))
        self._fit()

    def show_words(self, words: str) -> None:
        """Say something instead of a preview."""
        self.tree.hide()
        self._scroll.hide()
        self.text.show_words(words)

    @guarded(nothing)
    def resizeEvent(self, event: QResizeEvent) -> None:
        """What is lost takes no more room than it needs."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        needed = self.losses.heightForWidth(max(self.width() - 14, 60))
        self._scroll.setFixedHeight(min(_LOSSES, needed + 2))

    def _show_file(self, file: PreviewFile | None) -> None:
        if file is None:
            self.text.show_words(tr("There is nothing to write."))
        elif file.lines is None:
            self.text.show_words(tr("This file is no text; there are no lines to show."))
        else:
            self.text.show_lines(file.lines, file.more)


class FirstLines(QTextEdit):
    """Lines of a file in equal widths. The first two long ones may take several rows; all are cut where they end."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[Line, ...] = ()
        self._more = False
        self.setProperty("role", "lines")
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setAccessibleName(tr("Preview of the file"))
        self.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)

    def show_lines(self, lines: tuple[Line, ...], more: bool) -> None:
        """Show these; `more`: they are not all."""
        self._lines, self._more = lines, more
        self._set()
        self.verticalScrollBar().setValue(0)

    def show_words(self, words: str) -> None:
        """Show a sentence instead."""
        self._lines = ()
        self.setPlainText(words)

    @guarded(nothing)
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the lines to the new width."""
        super().resizeEvent(event)
        if self._lines:
            self._set()

    def _set(self) -> None:
        self.clear()
        cursor = QTextCursor(self.document())
        quiet, hanging = QTextCharFormat(), QTextBlockFormat()
        quiet.setForeground(self.palette().color(QPalette.ColorRole.Dark))
        step = self.fontMetrics().horizontalAdvance("  ")
        hanging.setLeftMargin(step)
        hanging.setTextIndent(-step)
        hanging.setBottomMargin(2)
        for place, (shown, rest) in enumerate(self._cut()):
            if place:
                cursor.insertBlock()
            cursor.setBlockFormat(hanging)
            cursor.insertText(shown, QTextCharFormat())
            cursor.insertText(rest, quiet)
        if self._more:
            cursor.insertBlock()
            cursor.insertText("⋮", quiet)

    def _cut(self) -> Iterator[tuple[str, str]]:
        """What of each line is shown, and how much of it is not, in words."""
        metrics = self.fontMetrics()
        indent = metrics.horizontalAdvance("  ")
        row = self.viewport().width() - 2 * round(self.document().documentMargin()) - indent - 2
        rows = chain(_ROWS, repeat(1))
        for line in self._lines:
            text = line.text.expandtabs(4)
            if not line.left and metrics.horizontalAdvance(text) <= row + indent:
                yield text, ""
                continue
            room = next(rows) * row
            whole = len(text) + line.left
            # with a sign at the end, so that a text that would just fit is cut too
            most = room - metrics.horizontalAdvance(_rest(whole))
            fits = not line.left and metrics.horizontalAdvance(text) <= room
            shown = text if fits else metrics.elidedText(f"{text}…", _RIGHT, max(most, 40)).removesuffix("…")
            yield shown, "" if len(shown) == whole else _rest(whole - len(shown))


def _rest(left: int) -> str:
    return f" … +{number(left)}"


def _scrolled(inside: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidget(inside)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setAccessibleName(tr("What the file cannot hold"))
    return area
