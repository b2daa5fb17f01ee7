"""One question with its passage, its answers, and a place to answer."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from annotator.errors import Problem
from annotator.store.note_queries import Remark
from ui.annotate.inspector.note_card import AnswerLine
from ui.annotate.inspector.note_edit import NoteEdit
from ui.dialogs.parts import label
from ui.i18n import tr
from ui.session import Session
from ui.widgets.fields import section
from ui.widgets.wording import apart, date_words

_AROUND = 160  # characters of the text on either side of the passage


class Detail(QWidget):
    """What the chosen line of the list is about. The buttons' keys act in the list."""

    go = Signal()
    answered = Signal(str)  # the text
    settled = Signal(bool)
    left = Signal()  # back to the list

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._remark: Remark | None = None
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setAccessibleName(tr("The question and its answers"))
        self.area.viewport().setAutoFillBackground(False)
        self.edit = NoteEdit(tr("Your answer"), tr("Your answer. Enter saves it."))
        self.go_button = self._button(tr("Go to the place"), "⏎")
        self.answer_button = self._button(tr("Answer"), "A")
        self.settle_button = self._button(tr("Settled"), "S")
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.go_button, self.answer_button, self.settle_button):
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 20, 28, 20)
        column.setSpacing(12)
        column.addWidget(self.area, 1)
        column.addWidget(self.edit)
        column.addLayout(row)
        self.go_button.clicked.connect(lambda _=False: self.go.emit())
        self.answer_button.clicked.connect(lambda _=False: self.begin())
        self.settle_button.clicked.connect(lambda _=False: self.settle())
        self.edit.saved.connect(self._save)
        self.edit.given_up.connect(self.left)
        self.show_remark(None, "")

    def show_remark(self, remark: Remark | None, nothing: str) -> None:
        """Show one; None: say that there is nothing. What is being written stays as long as it is the same one."""
        same = remark is not None and self._remark is not None and remark.id == self._remark.id
        self._remark = remark
        if not same:
            self.edit.clear()
        self.area.setWidget(self._page(remark) if remark else _empty(nothing))
        mine = remark is not None and remark.annotator_id == self._session.annotator.id
        for widget in (self.edit, self.go_button, self.answer_button, self.settle_button):
            widget.setVisible(remark is not None)
        writable = remark is not None and bool(remark.id)
        self.edit.setEnabled(writable)
        self.answer_button.setEnabled(writable)
        self.settle_button.setVisible(writable and mine)
        if remark is not None:
            self.settle_button.setText(tr("Open again   S") if remark.resolved else tr("Settled   S"))

    def begin(self) -> None:
        """Write an answer."""
        if self.edit.isEnabled() and self._remark is not None:
            self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def settle(self) -> None:
        """Settle one's own question, or open it again."""
        if self._remark is not None and self.settle_button.isVisibleTo(self):
            self.settled.emit(not self._remark.resolved)

    def _save(self, text: str) -> None:
        if text:
            self.answered.emit(text)
        else:
            self.left.emit()

    def _page(self, remark: Remark) -> QWidget:
        page = QWidget()
        page.setProperty("role", "page")
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(10)
        column.addWidget(label(remark.title, "heading"))
        state = tr("settled") if remark.resolved else ""
        parts = (remark.annotator, kind_words(remark), date_words(remark.created_at), state)
        column.addWidget(label(apart(part for part in parts if part), "small"))
        column.addWidget(label(remark.text or tr("Left for somebody to look at, without a note."), "asked"))
        if remark.quote:
            column.addWidget(section(tr("Passage")))
            column.addWidget(label(self._passage(remark), "passage"))
        if remark.answers:
            column.addWidget(section(tr("%Ln answer(s)", n=len(remark.answers))))
        for answer in remark.answers:
            column.addWidget(AnswerLine(answer))
        column.addStretch(1)
        return page

    def _passage(self, remark: Remark) -> str:
        try:
            text = self._session.project.text(remark.article_id)
        except Problem:  # taken out meanwhile
            return f"[{remark.quote}]"
        before = text[max(0, remark.start - _AROUND) : remark.start]
        after = text[remark.end : remark.end + _AROUND]
        lead = "…" if remark.start > _AROUND else ""
        trail = "…" if remark.end + _AROUND < len(text) else ""
        inside = text[remark.start : remark.end]
        return " ".join(f"{lead}{before}[{inside}]{after}{trail}".split())

    def _button(self, words: str, key: str) -> QPushButton:
        button = QPushButton(f"{words}   {key}")
        button.setAccessibleName(words)
        return button


def kind_words(remark: Remark) -> str:
    """What a remark is: a question, a call for help, a note."""
    if remark.question:
        return tr("question and call for help") if remark.help else tr("question")
    return tr("call for help") if remark.help else tr("note")


def _empty(words: str) -> QWidget:
    page = QWidget()
    page.setProperty("role", "page")
    says = label(words, "empty")
    says.setAlignment(Qt.AlignmentFlag.AlignCenter)
    QVBoxLayout(page).addWidget(says)
    return page
