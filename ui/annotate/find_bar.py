"""Find in the open article: a line under the bar, every hit shown in the text, one of them selected."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

import regex
from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QToolButton

from ui.annotate.desk import Desk
from ui.dialogs.parts import label
from ui.guard import guarded
from ui.i18n import tr
from ui.reader import ReaderView
from ui.widgets.fields import restyle, small_button

_MOST = 5_000  # hits that are shown at once
Range = tuple[int, int]


class FindBar(QFrame):
    """Enter goes to the next hit, Shift+Enter to the one before, Escape back to the text, the hit still selected."""

    closed = Signal()

    def __init__(self, desk: Desk, view: ReaderView) -> None:
        super().__init__()
        self.setProperty("role", "armed")
        self.setAccessibleName(tr("Find in the article"))
        self._desk, self._view = desk, view
        self._hits: list[Range] = []
        self.edit = QLineEdit()
        self.edit.setPlaceholderText(tr("Find in this article"))
        self.edit.setAccessibleName(tr("Find in this article"))
        self.edit.setClearButtonEnabled(True)
        self.case = QToolButton()
        self.case.setText("Aa")
        self.case.setCheckable(True)
        self.case.setProperty("role", "chip")
        self.case.setAccessibleName(tr("Match case"))
        self.case.setToolTip(tr("Match case"))
        self.count = label("", "dim", wrap=False)
        self.count.setMinimumWidth(110)
        row = QHBoxLayout(self)
        row.setContentsMargins(22, 6, 14, 6)
        row.setSpacing(8)
        row.addWidget(self.edit, 1)
        row.addWidget(self.case)
        row.addWidget(self.count)
        row.addWidget(small_button("‹", tr("Hit before (Shift+Enter)"), lambda: self.go(-1), "remove"))
        row.addWidget(small_button("›", tr("Next hit (Enter)"), lambda: self.go(1), "remove"))
        row.addWidget(small_button("×", tr("Close (Esc)"), self.end, "remove"))
        self.edit.textChanged.connect(lambda _: self._search())
        self.case.toggled.connect(lambda _: self._search())
        self.edit.installEventFilter(self)
        desk.opened.connect(lambda: self._search(jump=False))
        self.hide()

    def begin(self) -> None:
        """Open; words that are selected in the text are looked for."""
        chosen = self._view.selection()
        words = self._desk.text[slice(*chosen)] if chosen else ""
        self.show()
        if words and "\n" not in words:
            self.edit.setText(words)
        self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.edit.selectAll()
        self._search(jump=False)

    def end(self) -> None:
        """Close; nothing is shown as found any more."""
        self._hits = []
        self._view.set_matches([])
        self.hide()
        self.closed.emit()

    def go(self, by: int) -> None:
        """Select the next hit after the caret, or the one before; round at the ends."""
        if not self._hits:
            return
        start = (self._view.selection() or (self._view.caret(), self._view.caret()))[0]
        starts = [hit[0] for hit in self._hits]
        at = bisect_right(starts, start) if by > 0 else bisect_left(starts, start) - 1
        self._select(at % len(self._hits))

    @guarded(lambda: False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter and Escape in the line."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and watched is self.edit:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.go(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.end()
                return True
        return False

    def _search(self, *, jump: bool = True) -> None:
        if self.isHidden():
            return
        self._hits = hits(self._desk.text, self.edit.text(), case=self.case.isChecked())
        self._view.set_matches(self._hits)
        none = bool(self.edit.text()) and not self._hits
        restyle(self.count, "role", "fault" if none else "dim")
        self.count.setText(tr("not found") if none else self._words(None))
        if jump and self._hits:
            caret = (self._view.selection() or (self._view.caret(), 0))[0]
            self._select(bisect_left([hit[0] for hit in self._hits], caret) % len(self._hits))

    def _select(self, number: int) -> None:
        self._view.set_selection(*self._hits[number])
        self.count.setText(self._words(number))

    def _words(self, number: int | None) -> str:
        whole = f"{len(self._hits)}{'+' if len(self._hits) == _MOST else ''}"
        if not self._hits:
            return ""
        found = tr("{number} found", number=whole)
        return found if number is None else tr("{number} of {all}", number=number + 1, all=whole)


def hits(text: str, words: str, *, case: bool) -> list[Range]:
    """Where the words stand, as they are or in other letter case; any white space matches any. Code points."""
    if not words.strip():
        return []
    pattern = r"\s+".join(regex.escape(part) for part in words.split())
    found = regex.compile(pattern, 0 if case else regex.IGNORECASE | regex.FULLCASE).finditer(text)
    return [match.span() for match, _ in zip(found, range(_MOST), strict=False)]
