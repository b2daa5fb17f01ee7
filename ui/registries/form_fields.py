"""The fields of the registries' form. Each says what it holds when it is left; Esc brings back what was there."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from ui.guard import guarded, nothing
from ui.i18n import tr
from ui.widgets.fields import Choices, Pick, restyle, small_button
from ui.widgets.flow import FlowLayout
from ui.widgets.wording import value_words


def _asks_for_undo(event: QEvent) -> bool:
    """Whether Qt asks a field if Undo or Redo is for the field."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)


class TextField(QLineEdit):
    """One line."""

    left = Signal(str)  # it was changed, and left by Enter, Tab or a click

    def __init__(self, name: str, hint: str = "") -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self._there = ""
        self.editingFinished.connect(self._finished)

    def show_value(self, value: str, anew: bool) -> None:
        """Show what is there. `anew`: of another entry; else what is being typed stays."""
        self._there = value
        if anew or not (self.isModified() and self.hasFocus()):
            self.setText(value)
            self.setCursorPosition(0)

    def _finished(self) -> None:
        if self.isModified() and self.text() != self._there:
            self.setModified(False)
            self.left.emit(self.text())

    @guarded(lambda: False)
    def event(self, event: QEvent) -> bool:
        """With nothing typed to take back, Undo takes back the last step."""
        if _asks_for_undo(event) and not self.isUndoAvailable():
            return False
        return super().event(event)

    @guarded(nothing)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc brings back what was there."""
        if event.key() == Qt.Key.Key_Escape and self.text() != self._there:
            self.setText(self._there)
        else:
            super().keyPressEvent(event)


class LinesField(QPlainTextEdit):
    """Some lines, one value each; or a text of several lines."""

    left = Signal(str)

    def __init__(self, name: str, lines: int, hint: str = "") -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + 20)
        self._there = ""

    def show_value(self, value: str, anew: bool) -> None:
        """Show what is there. `anew`: of another entry; else what is being typed stays."""
        typing = self.hasFocus() and self.toPlainText() != self._there
        self._there = value
        if anew or not typing:
            self.setPlainText(value)

    @guarded(nothing)
    def focusOutEvent(self, event: QFocusEvent) -> None:
        """It is left."""
        super().focusOutEvent(event)
        self.finish()

    @guarded(nothing)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc brings back what was there, Ctrl+Enter keeps what is."""
        if event.key() == Qt.Key.Key_Escape and self.toPlainText() != self._there:
            self.setPlainText(self._there)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers():
            self.finish()
        else:
            super().keyPressEvent(event)

    def finish(self) -> None:
        """Say what it holds, if that is new."""
        if self.toPlainText() != self._there:
            self.left.emit(self.toPlainText())


class ChoiceField(Choices):
    """One of some values."""

    left = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.activated.connect(lambda _: self.left.emit(self.currentData()))

    def show_values(self, values: Sequence[str], value: str) -> None:
        """Offer these values; one that is none of them is offered too."""
        if [self.itemData(n) for n in range(self.count())] != [*values] or value not in values:
            self.clear()
            for one in values:
                self.addItem(value_words(one), one)
            if value not in values:
                self.addItem(tr("{value} (not in the codebook)", value=value), value)
        self.setCurrentIndex(self.findData(value))


class PickField(QWidget):
    """A button that shows what is chosen and opens a chooser, and one that takes it away."""

    wanted = Signal()
    cleared = Signal()

    def __init__(self, name: str, blank: str) -> None:
        super().__init__()
        self._name, self._blank = name, blank
        self.pick = _Pick(name, "", blank)
        self.pick.clicked.connect(lambda _: self.wanted.emit())
        self._clear = small_button("×", tr("Take away: {name}", name=name), self.cleared.emit, "remove")
        self._clear.setToolTip(tr("Take away"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.pick, 1)
        row.addWidget(self._clear)
        self.setFocusProxy(self.pick)

    def show_value(self, text: str) -> None:
        """Show what is chosen, "" for nothing."""
        self.pick.show_text(self._name, text, self._blank)
        self._clear.setVisible(bool(text))


class _Pick(Pick):
    def show_text(self, name: str, text: str, blank: str) -> None:
        """Show another text."""
        self.setAccessibleName(f"{name}: {text or tr('none')}")
        restyle(self, "blank", not text)
        self._whole = text or blank
        self._fit()


class ChipsField(QWidget):
    """Some entries, each with a button that takes it away, and one that adds another."""

    wanted = Signal()
    removed = Signal(str)

    def __init__(self, name: str, add: str) -> None:
        super().__init__()
        self._name = name
        self._flow = FlowLayout(self, 4)
        self._chips: list[QWidget] = []
        self.add = small_button(add, name, self.wanted.emit)
        self._flow.addWidget(self.add)

    def show_values(self, values: Sequence[tuple[str, str]]) -> None:
        """Show these entries: id and name."""
        focus = self._focused()
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._flow.removeWidget(self.add)
        self._chips = [self._chip(ident, name) for ident, name in values]
        for widget in (*self._chips, self.add):
            self._flow.addWidget(widget)
            widget.show()
        if focus:
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)
        self.updateGeometry()

    def _chip(self, ident: str, name: str) -> QWidget:
        words = tr("{field}: take away {name}", field=self._name, name=name)
        chip = small_button(f"{name}  ×".replace("&", "&&"), words, _later(self.removed.emit, ident), "chip")
        chip.setToolTip(tr("Take away"))
        return chip

    def _focused(self) -> bool:
        return any(chip.hasFocus() for chip in self._chips)


def _later(call: Callable[[str], object], value: str) -> Callable[[], object]:
    return lambda: call(value)
