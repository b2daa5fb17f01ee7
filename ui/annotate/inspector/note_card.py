"""Notes as the inspector shows them: one's own to change and settle, and others' questions to answer."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QVBoxLayout

from annotator.models import Note
from annotator.store.note_queries import Answer, Remark
from ui.annotate.desk import Desk
from ui.annotate.edits import Edits
from ui.annotate.inspector.form import Asks
from ui.annotate.inspector.note_edit import NoteEdit
from ui.annotate.words import quoted
from ui.dialogs.parts import label
from ui.i18n import tr
from ui.widgets.fields import Elided, small_button
from ui.widgets.wording import apart, date_words, shorten


class NoteCard(QFrame):
    """A note of one's own, with what was answered to it. `to`: for an answer, what it answers, in words."""

    def __init__(
        self, desk: Desk, edits: Edits, asks: Asks, note: Note, author: str, answers: Sequence[Answer], to: str
    ) -> None:
        super().__init__()
        self.setProperty("role", "note")
        self._edits, self._note = edits, note
        column = _column(self)
        kind = tr("question") if note.question else tr("answer") if note.answers else ""
        column.addWidget(Elided(apart(part for part in (author, kind, date_words(note.created_at)) if part), "small"))
        if note.span_id and note.span_id in desk.marks.spans:
            span = note.span_id
            _add_passage(column, quoted(desk.marks.spans[span], 30), lambda: asks.show_span(span))
        if to:
            column.addWidget(label(to, "dim"))
        self.text = label(note.text, "dim" if note.resolved else "")
        self.edit = NoteEdit(tr("Change the note"), text=note.text)
        self.edit.hide()
        column.addWidget(self.text)
        column.addWidget(self.edit)
        for answer in answers:
            column.addWidget(AnswerLine(answer))
        column.addLayout(self._controls())
        self.edit.saved.connect(self._save)
        self.edit.given_up.connect(self._end)

    def _controls(self) -> QHBoxLayout:
        note, edits = self._note, self._edits
        row = QHBoxLayout()
        row.setSpacing(4)
        if note.answers is None:
            self.question = QCheckBox(tr("question"))
            self.question.setChecked(note.question)
            self.question.setAccessibleName(tr("The note is a question"))
            self.question.clicked.connect(lambda on: edits.set_question(note.id, bool(on)))
            self.resolved = QCheckBox(tr("settled"))
            self.resolved.setChecked(note.resolved)
            self.resolved.setAccessibleName(tr("The note is settled"))
            self.resolved.clicked.connect(lambda on: edits.resolve_note(note.id, bool(on)))
            row.addWidget(self.question)
            row.addWidget(self.resolved)
        self.change = small_button(tr("edit"), tr("Edit the note"), self._begin)
        row.addStretch(1)
        row.addWidget(self.change)
        row.addWidget(small_button("×", tr("Delete the note"), lambda: edits.edit_note(note.id, ""), "remove"))
        return row

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


class AskedCard(QFrame):
    """A question that somebody else has on the open article, and a place to answer it."""

    def __init__(self, desk: Desk, edits: Edits, remark: Remark) -> None:
        super().__init__()
        self.setProperty("role", "note")
        self._edits, self._remark = edits, remark
        column = _column(self)
        kind = tr("question") if remark.question else tr("asks for help")
        column.addWidget(Elided(apart([remark.annotator, kind, date_words(remark.created_at)]), "small"))
        if remark.quote:
            go = desk.session.go_to
            _add_passage(
                column, f"“{shorten(remark.quote, 30)}”", lambda: go(remark.article_id, remark.start, remark.end)
            )
        column.addWidget(label(remark.text))
        for answer in remark.answers:
            if answer.author_id != desk.session.annotator.id:  # one's own answers have cards of their own
                column.addWidget(AnswerLine(answer))
        self.edit = NoteEdit(tr("Answer to {name}", name=remark.annotator), tr("Enter saves the answer."))
        self.edit.hide()
        self.answer = small_button(tr("answer"), tr("Answer {name}", name=remark.annotator), self._begin)
        column.addWidget(self.edit)
        column.addWidget(self.answer, 0, Qt.AlignmentFlag.AlignRight)
        self.edit.saved.connect(self._save)
        self.edit.given_up.connect(self._end)

    def _begin(self) -> None:
        self.answer.hide()
        self.edit.show()
        self.edit.setFocus()

    def _end(self) -> None:
        self.edit.hide()
        self.answer.show()
        self.answer.setFocus()

    def _save(self, text: str) -> None:
        if not text or self._edits.answer_note(self._remark.id, text) is None:
            self._end()


class AnswerLine(QFrame):
    """Who answered, and what."""

    def __init__(self, answer: Answer) -> None:
        super().__init__()
        self.setProperty("role", "guideline")
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 5, 8, 6)
        column.setSpacing(2)
        column.addWidget(Elided(apart([answer.author, date_words(answer.created_at)]), "small"))
        column.addWidget(label(answer.text))


def _column(card: QFrame) -> QVBoxLayout:
    column = QVBoxLayout(card)
    column.setContentsMargins(10, 8, 10, 8)
    column.setSpacing(6)
    return column


def _add_passage(column: QVBoxLayout, words: str, show: Callable[[], object]) -> None:
    column.addWidget(small_button(words, tr("Show {words}", words=words), show), 0, Qt.AlignmentFlag.AlignLeft)
