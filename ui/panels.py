"""Panels that say or ask one thing in place: on the start page, or in a small dialog over a project's window."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui import icons
from ui.combo import Combo
from ui.dialogs.parts import enlarge, label
from ui.i18n import tr


class Panel(QFrame):
    """A heading, sentences, and buttons in a row. Esc, or a button that was given no other use, closes it."""

    closed = Signal()

    def __init__(self, icon: str, heading: str, *sentences: str) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setAccessibleName(heading)
        self.setAccessibleDescription(" ".join(sentences))
        self._icon = icon
        self._picture = QLabel()
        self._picture.setFixedSize(22, 22)
        self._heading = label(heading, "title")
        enlarge(self._heading, 1.15, bold=True)
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self._heading, 1)
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        for sentence in sentences:
            self.add_text(sentence)
        self.buttons = QHBoxLayout()
        self.buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(14)
        column.addLayout(top)
        column.addLayout(self.body)
        column.addSpacing(8)
        column.addStretch(1)
        column.addLayout(self.buttons)

    def add_text(self, sentence: str) -> None:
        """Another sentence."""
        self.body.addWidget(_selectable(sentence))

    def add_button(self, text: str, primary: bool = False) -> QPushButton:
        """Another button at the right; the primary one has the focus when the panel shows."""
        button = QPushButton(text)
        button.setAutoDefault(primary)  # a dialog makes the first of those its default
        button.setProperty("primary", primary)
        self.buttons.addWidget(button)
        return button

    def focus_first(self) -> None:
        """Put the keyboard where the user goes on."""
        buttons = [b for b in self.findChildren(QPushButton) if b.isEnabled()]
        chosen = next((b for b in buttons if b.property("primary")), buttons[-1] if buttons else None)
        if chosen is not None:
            chosen.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._picture.setPixmap(icons.for_widget(self._icon, self).pixmap(22, 22))
        self.focus_first()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        focus = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focus, QPushButton):
            focus.click()
        else:
            super().keyPressEvent(event)


def _selectable(sentence: str) -> QLabel:
    result = label(sentence)
    result.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return result


class WhoPanel(Panel):
    """Asks for the name under which marks are kept."""

    chosen = Signal(str)

    def __init__(self, project: str, suggested: str, known: list[str]) -> None:
        super().__init__(
            "person",
            tr("Who annotates in {project}?", project=project),
            tr("Your marks are kept under this name, apart from other people’s."),
        )
        self.name = Combo()
        self.name.setEditable(True)
        self.name.addItems(known)
        self.name.setCurrentText(suggested)
        self.name.setAccessibleName(tr("Your name"))
        edit = self.name.lineEdit()
        if edit is not None:
            edit.setPlaceholderText(tr("Your name"))
            edit.setAccessibleName(tr("Your name"))
            edit.selectAll()
            edit.returnPressed.connect(self._choose)
        self.body.addWidget(self.name)
        back = self.add_button(tr("Back"))
        back.clicked.connect(self.closed)
        self.start = self.add_button(tr("Start"), primary=True)
        self.start.clicked.connect(self._choose)
        self.name.currentTextChanged.connect(self._typed)
        self._typed(self.name.currentText())

    def focus_first(self) -> None:
        """The name, ready to be typed over."""
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _typed(self, text: str) -> None:
        self.start.setEnabled(bool(text.strip()))

    def _choose(self) -> None:
        name = self.name.currentText().strip()
        if name:
            self.chosen.emit(name)


class PanelDialog(QDialog):
    """A panel over a window, for what the start page shows in place."""

    def __init__(self, panel: Panel, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle("Stancemark")
        self.setMinimumWidth(480)
        panel.setProperty("role", "")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(panel)
        self.panel = panel
        panel.closed.connect(self.reject)
