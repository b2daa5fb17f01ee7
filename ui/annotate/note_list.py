"""The inspector's notes: write one, change one, settle one."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from annotator.models import Annotator, Note
from ui.annotate.desk import Desk
from ui.annotate.edits import Edits
from ui.annotate.fields import Elided, small_button
from ui.annotate.form import Asks
from ui.annotate.words import date_words, quoted
from ui.dialogs.parts import label
from ui.guard import guarded, nothing


class NoteEdit(QPlainTextEdit):
    """A few lines of text. Enter saves, Shift+Enter begins another line, Esc gives up."""

    saved = Signal(str)
    given_up = Signal()

    def __init__(self, name: str, hint: str = "", text: str = "") -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * 3 + 18)
        self.setPlainText(text)

    @guarded(lambda: False)
    def event(self, event: QEvent) -> bool:
        """Ctrl+Enter saves too: it must not end the article while a note is being written."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_enter(event):
            event.accept()
            return True
        return super().event(event)

    @guarded(nothing)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Esc."""
        if _is_enter(event) and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.saved.emit(self.toPlainText().strip())
        elif event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)


class NotePane(QWidget):
    """All notes of the layer, and a place to write another."""

    def __init__(self, desk: Desk, edits: Edits, asks: Asks) -> None:
        super().__init__()
        self._desk, self._edits, self._asks = desk, edits, asks
        self._about: str | None = None
        self.setProperty("role", "page")
        self.about = Elided(role="small")
        self.new = NoteEdit("New note", "A remark or a question. Enter saves it.")
        self.add = QPushButton("Add note")
        self.add.setAccessibleName("Add the note")
        self.list = QVBoxLayout()
        self.list.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(8)
        column.addWidget(self.about)
        column.addWidget(self.new)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(self.list)
        column.addStretch(1)
        self.new.saved.connect(self._save)
        self.new.given_up.connect(asks.back_to_text)
        self.add.clicked.connect(lambda _: self._save(self.new.toPlainText().strip()))
        self._say_about()

    def begin(self) -> None:
        """Write a note on the selected span, or on the article."""
        self._about = self._desk.span.id if self._desk.span else None
        self._say_about()
        self.new.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def refresh(self) -> None:
        """Show the notes as they are now."""
        while (item := self.list.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        names = {a.id: a.name for a in self._desk.session.project.all(Annotator)}
        for note in self._desk.marks.notes_in_order():
            card = _NoteCard(self._desk, self._edits, self._asks, note, names.get(note.author_id, ""))
            self.list.addWidget(card)
            card.show()
        enabled = self._desk.article is not None
        self.new.setEnabled(enabled)
        self.add.setEnabled(enabled)
        self._say_about()

    def _say_about(self) -> None:
        span = self._desk.marks.spans.get(self._about) if self._about else None
        self.about.set_whole(f"On {quoted(span)}" if span else "On this article")

    def _save(self, text: str) -> None:
        if not text:
            self._asks.back_to_text()
            return
        about = self._about if self._about in self._desk.marks.spans else None
        if self._edits.add_note(text, about) is not None:
            self.new.clear()
            self._about = None
            self._asks.back_to_text()


class _NoteCard(QFrame):
    """One note."""

    def __init__(self, desk: Desk, edits: Edits, asks: Asks, note: Note, author: str) -> None:
        super().__init__()
        self.setProperty("role", "note")
        self._edits, self._note = edits, note
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 8)
        column.setSpacing(6)
        head = " · ".join(part for part in (author, date_words(note.created_at)) if part)
        column.addWidget(Elided(head, "small"))
        if note.span_id and note.span_id in desk.marks.spans:
            span = note.span_id
            words = quoted(desk.marks.spans[span], 30)
            column.addWidget(
                small_button(words, f"Show {words}", lambda: asks.show_span(span)), 0, Qt.AlignmentFlag.AlignLeft
            )
        self.text = label(note.text, "dim" if note.resolved else "")
        self.edit = NoteEdit("Change the note", text=note.text)
        self.edit.hide()
        column.addWidget(self.text)
        column.addWidget(self.edit)
        self.resolved = QCheckBox("settled")
        self.resolved.setChecked(note.resolved)
        self.resolved.setAccessibleName("The note is settled")
        self.resolved.clicked.connect(lambda on: edits.resolve_note(note.id, bool(on)))
        self.change = small_button("edit", "Edit the note", self._begin)
        remove = small_button("×", "Delete the note", lambda: edits.edit_note(note.id, ""), "remove")
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.resolved)
        row.addStretch(1)
        row.addWidget(self.change)
        row.addWidget(remove)
        column.addLayout(row)
        self.edit.saved.connect(self._save)
        self.edit.given_up.connect(self._end)

    def _begin(self) -> None:
        self.text.hide()
        self.edit.show()
        self.edit.setFocus()

    def _end(self) -> None:
        self.edit.hide()
        self.text.show()
        self.change.setFocus()

    def _save(self, text: str) -> None:
        if text == self._note.text or self._edits.edit_note(self._note.id, text) is None:
            self._end()


def _is_enter(event: QKeyEvent) -> bool:
    return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
