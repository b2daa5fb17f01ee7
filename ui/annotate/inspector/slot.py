"""A slot of the stance bar: a line to type in whose choices float above it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QListView, QVBoxLayout, QWidget

from ui.dialogs.parts import label
from ui.guard import guarded
from ui.i18n import tr
from ui.widgets.fields import restyle
from ui.widgets.ranking import Candidate, Source
from ui.widgets.typeahead import Typeahead


class Slot(QFrame):
    """Holds one chosen candidate. Its choices show while it has the focus."""

    filled = Signal()  # the user picked something
    escaped = Signal()
    dropped = Signal(str)  # what was typed and left without a choice
    hint_wanted = Signal()  # a full stop in the empty line: pick in the text, by a letter

    def __init__(self, name: str, hint: str, over: QWidget) -> None:
        super().__init__()
        self.setProperty("role", "slot")
        self.value: Candidate | None = None
        self._source: Source | None = None
        self.edit = QLineEdit()
        self.edit.setPlaceholderText(hint)
        self.edit.setAccessibleName(name)
        self._over = over
        self.popup = QFrame(over)
        self.popup.setProperty("role", "popup")
        self.view = QListView()
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        inside = QVBoxLayout(self.popup)
        inside.setContentsMargins(4, 4, 4, 4)
        inside.addWidget(self.view)
        self.popup.hide()
        self.typeahead = Typeahead(self.edit, self.view, tr("{name}: what matches", name=name))
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 2, 10, 4)  # above capitals there may be dots
        column.setSpacing(1)
        column.addWidget(label(name.upper(), wrap=False))
        column.addWidget(self.edit)
        self.setFocusProxy(self.edit)
        self.typeahead.picked.connect(self._picked)
        self.typeahead.escaped.connect(self.escaped)
        self.typeahead.resized.connect(self._place)
        self.edit.textEdited.connect(self._typed)
        self.edit.installEventFilter(self)

    def offer(self, source: Source, value: Candidate | None) -> None:
        """Begin anew: what can be chosen, and what is chosen already."""
        self._source = source
        self.set(value)

    def set(self, value: Candidate | None) -> None:
        """Show a choice, or none."""
        self.value = value
        self.edit.setText(value.name if value else "")
        self.edit.setCursorPosition(0)
        self.popup.hide()

    @guarded(lambda: False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The choices come and go with the focus."""
        if event.type() == QEvent.Type.FocusIn:
            restyle(self, "on", True)
            if self._source is not None:
                self.edit.selectAll()
                self.popup.setVisible(self.value is None)
                self.typeahead.start(self._source, "")
        elif event.type() == QEvent.Type.MouseButtonRelease and self._source is not None:
            self.popup.show()  # with the mouse one chooses another where something stands already
            self._place()
        elif event.type() == QEvent.Type.FocusOut:
            restyle(self, "on", False)
            typed = self.edit.text().strip()
            if self.edit.isModified() and typed and self.isVisible():
                self.dropped.emit(typed)
            self.set(self.value)
        return False

    def _typed(self, text: str) -> None:
        if text == ".":
            self.edit.clear()
            self.hint_wanted.emit()
            return
        if text in ("@", "_") and self.typeahead.current is not None:
            self._picked(self.typeahead.current)
            return
        self.popup.show()
        self._place()

    def _picked(self, candidate: Candidate) -> None:
        if self.popup.isHidden() and self.value is not None:
            self.filled.emit()  # Enter on what is chosen already goes on
            return
        self.set(candidate)
        self.filled.emit()

    def _place(self) -> None:
        over = self._over
        if self.popup.isHidden():
            return
        if not self.typeahead.model.rowCount():
            self.popup.hide()
            return
        self.view.setFixedHeight(self.typeahead.height())
        width = min(max(self.width(), 390), over.width() - 16)
        corner = self.mapTo(over, QPoint(0, 0)) if over.isAncestorOf(self) else QPoint(0, over.height())
        height = self.typeahead.height() + 8
        left = max(8, min(corner.x(), over.width() - width - 8))
        self.popup.setGeometry(left, max(4, corner.y() - height - 8), width, height)
        self.popup.raise_()
