"""The inspector's notes: write one, change one, settle one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from annotator.models import Annotator, Note
from annotator.store import note_queries
from ui.annotate.desk import Desk
from ui.annotate.edits import Edits
from ui.annotate.inspector.form import Asks
from ui.annotate.inspector.note_card import AskedCard, NoteCard
from ui.annotate.inspector.note_edit import NoteEdit
from ui.annotate.words import quoted
from ui.i18n import tr
from ui.widgets.fields import Elided, section
from ui.widgets.tab_order import follow
from ui.widgets.wording import shorten

_ASKING = ("?", "？", "؟")  # at the end of a note


class NotePane(QWidget):
    """All notes of the layer, and a place to write another."""

    def __init__(self, desk: Desk, edits: Edits, asks: Asks) -> None:
        super().__init__()
        self._desk, self._edits, self._asks = desk, edits, asks
        self._about: str | None = None
        self.setProperty("role", "page")
        self.about = Elided(role="small")
        self.new = NoteEdit(tr("New note"), tr("A remark or a question. Enter saves it."))
        self.question = QCheckBox(tr("&Question"))
        self.question.setAccessibleName(tr("The new note is a question"))
        self.question.setToolTip(tr("Ticked by itself when the note ends in a question mark (Alt+Q)"))
        self._by_hand = False
        self.add = QPushButton(tr("Add note"))
        self.add.setAccessibleName(tr("Add the note"))
        self.list = QVBoxLayout()
        self.list.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(8)
        column.addWidget(self.about)
        column.addWidget(self.new)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.add)
        row.addWidget(self.question)
        row.addStretch(1)
        column.addLayout(row)
        column.addLayout(self.list)
        column.addStretch(1)
        self.new.saved.connect(self._save)
        self.new.textChanged.connect(self._guess)
        self.question.clicked.connect(self._ticked)
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
        if self._desk.article is not None:
            self._fill()
        items = (self.list.itemAt(n) for n in range(self.list.count()))
        follow(self.question, *(card for item in items if item is not None and (card := item.widget()) is not None))
        for widget in (self.new, self.add, self.question):
            widget.setEnabled(self._desk.article is not None)
        self._say_about()

    def _fill(self) -> None:
        session, mine = self._desk.session, self._desk.marks.notes_in_order()
        names = {a.id: a.name for a in session.project.all(Annotator)}
        given = note_queries.answers(session.project, [note.id for note in mine])
        for note in mine:
            author, answers = names.get(note.author_id, ""), given.get(note.id, [])
            self._put(NoteCard(self._desk, self._edits, self._asks, note, author, answers, self._answered(note, names)))
        open_ = note_queries.remarks(session.project, session.annotator, article_id=session.article)
        asked = [remark for remark in open_ if remark.id and remark.annotator_id != session.annotator.id]
        if asked:
            self._put(section(tr("Asked by others")))
        for remark in asked:
            self._put(AskedCard(self._desk, self._edits, remark))

    def _answered(self, note: Note, names: dict[str, str]) -> str:
        """What an answer answers, "" for any other note."""
        if note.answers is None:
            return ""
        session = self._desk.session
        asked = next(iter(note_queries.notes_of_id(session.project, session.article, note.answers)), None)
        if asked is None:
            return tr("The question is gone.")
        return tr("To {name}: “{text}”", name=names.get(asked.author_id, ""), text=shorten(asked.text, 120))

    def _put(self, widget: QWidget) -> None:
        self.list.addWidget(widget)
        widget.show()

    def _guess(self) -> None:
        if not self.new.toPlainText():
            self._by_hand = False
        if not self._by_hand:
            self.question.setChecked(self.new.toPlainText().rstrip().endswith(_ASKING))

    def _ticked(self) -> None:
        self._by_hand = True
        self.new.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_about(self) -> None:
        span = self._desk.marks.spans.get(self._about) if self._about else None
        self.about.set_whole(tr("On {words}", words=quoted(span)) if span else tr("On this article"))

    def _save(self, text: str) -> None:
        if not text:
            self._asks.back_to_text()
            return
        about = self._about if self._about in self._desk.marks.spans else None
        if self._edits.add_note(text, about, self.question.isChecked()) is not None:
            self.new.clear()
            self._about = None
            self._asks.back_to_text()
