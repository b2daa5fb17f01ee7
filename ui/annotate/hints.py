"""Letters over the marks in sight: a letter pressed picks its mark."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import product

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from ui.guard import guarded
from ui.reader import ReaderView

_LETTERS = "asdfghjklqwertyuiopzxcvbnm"  # those under the resting fingers first
_PASSED = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)
_ENDS = (QEvent.Type.FocusOut, QEvent.Type.MouseButtonPress, QEvent.Type.Hide)


class Hints(QObject):
    """Nothing modal: any other key, a click or scrolling ends it; Tab, Enter and Escape then do what they always do."""

    changed = Signal(str)  # what is being asked, "" when nothing is

    def __init__(self, view: ReaderView, parent: QObject) -> None:
        super().__init__(parent)
        self._view = view
        self._letters: dict[str, str] = {}
        self._typed = ""
        self._done: Callable[[str | None], object] = lambda _: None
        view.installEventFilter(self)
        view.viewport().installEventFilter(self)
        view.verticalScrollBar().valueChanged.connect(lambda _: self.end())

    @property
    def shown(self) -> bool:
        """Whether letters stand over the text."""
        return bool(self._letters)

    def begin(self, span_ids: Sequence[str], words: str, done: Callable[[str | None], object]) -> None:
        """Show a letter over each of these spans, 676 at most; `done` gets the one that is picked, or None."""
        self.end()
        # a text in which more marks are in sight than there are names leaves the last without
        self._letters = dict(zip(letters(len(span_ids)), span_ids, strict=False))
        self._typed, self._done = "", done
        self._show()
        self._view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.changed.emit(words)

    def end(self, picked: str | None = None) -> None:
        """Take the letters away; harmless when there are none."""
        if self._letters:
            self._letters = {}
            self._view.show_hints(None)
            self.changed.emit("")
            self._done(picked)

    @guarded(lambda: False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """While letters are shown, keys are theirs before they are any action's."""
        if not self._letters:
            return False
        if event.type() in _ENDS:
            self.end()
        elif isinstance(event, QKeyEvent) and watched is self._view:
            if event.key() in _PASSED:
                self.end()
            elif event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            elif event.type() == QEvent.Type.KeyPress:
                return self._press(event)
        return False

    def _press(self, event: QKeyEvent) -> bool:
        if event.key() in (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta):
            return True
        typed = self._typed + event.text().lower()
        if typed in self._letters:
            self.end(self._letters[typed])
        elif event.text() and any(name.startswith(typed) for name in self._letters):
            self._typed = typed
            self._show()
        else:
            self.end()
        return True

    def _show(self) -> None:
        rest = {span: name for name, span in self._letters.items() if name.startswith(self._typed)}
        self._view.show_hints({span: name[len(self._typed) :].upper() for span, name in rest.items()})


def letters(number: int) -> list[str]:
    """So many names of one letter, or of two where one does not reach; none begins another."""
    if number <= len(_LETTERS):
        return list(_LETTERS[:number])
    pairs = ("".join(pair) for pair in product(_LETTERS, _LETTERS))
    return [name for _, name in zip(range(number), pairs, strict=False)]
