"""Questions and notes of the project, to read, to answer, to go to."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from annotator.operations import remarks
from annotator.store import Step, note_queries
from annotator.store.note_queries import Remark, Wanted
from ui.annotate.inspector.mark_list import LINE, Line, LineDelegate, LineModel, line_view
from ui.combo import Combo
from ui.dialogs.parts import enlarge, label
from ui.guard import guarded, nothing
from ui.i18n import QT_TR_NOOP, tr
from ui.questions.detail import Detail, kind_words
from ui.session import Session
from ui.theme import Theme
from ui.widgets.style import sheet
from ui.widgets.wording import shorten

_WANTED: tuple[tuple[Wanted, str], ...] = (
    ("open", QT_TR_NOOP("Open questions")),
    ("notes", QT_TR_NOOP("All that is not settled")),
    ("all", QT_TR_NOOP("Everything")),
)
_NOTHING: dict[Wanted, str] = {
    "open": QT_TR_NOOP("No question is open."),
    "notes": QT_TR_NOOP("There are no notes that are not settled."),
    "all": QT_TR_NOOP("There are no notes yet. N in the text writes one."),
}
_TOUCHING = frozenset({"note", "layer", "span", "article", "annotator"})
_MORE_SHEET = """
QLabel[role="asked"] { font-size: 15px; }
QWidget#questions QScrollArea { background: transparent; }
"""


class QuestionsPage(QWidget):
    """Enter goes to the place in the text, A answers, S settles one's own question. Leads see everybody's."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setObjectName("questions")
        self.setProperty("pane", "reader")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session = session
        self._remarks: dict[str, Remark] = {}
        self._dirty = True
        self.wanted = Combo()
        self.wanted.setAccessibleName(tr("What is shown"))
        for ident, words in _WANTED:
            self.wanted.addItem(tr(words), ident)
        self.whose = Combo()
        self.whose.setAccessibleName(tr("Whose notes are shown"))
        self.whose.addItem(tr("Everybody’s"), False)
        self.whose.addItem(tr("Mine"), True)
        self.model, self.delegate = LineModel(self), LineDelegate(self)
        self.list = line_view(tr("Questions"), self.model, self.delegate)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.detail = Detail(session)
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self.refresh)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        heading = label(tr("Questions"), "title")
        enlarge(heading, 1.25, bold=True)
        filters = QHBoxLayout()
        filters.setSpacing(8)
        filters.addWidget(self.wanted, 1)
        filters.addWidget(self.whose, 1)
        left = QWidget()
        left.setProperty("pane", "list")
        left.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        left.setMinimumWidth(300)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 14, 0, 0)
        column.setSpacing(10)
        top = QVBoxLayout()
        top.setContentsMargins(16, 0, 14, 0)
        top.setSpacing(10)
        top.addWidget(heading)
        top.addLayout(filters)
        column.addLayout(top)
        column.addWidget(self.list, 1)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(left)
        splitter.addWidget(self.detail)
        splitter.setSizes([420, 760])
        splitter.setStretchFactor(1, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(splitter)

    def _connect(self) -> None:
        self._session.changed.connect(self._changed)
        self._session.annotator_changed.connect(lambda _: self._soil())
        self.wanted.currentIndexChanged.connect(lambda _: self.refresh())
        self.whose.currentIndexChanged.connect(lambda _: self.refresh())
        self.list.selectionModel().currentChanged.connect(lambda *_: self._show())
        self.list.installEventFilter(self)
        self.list.doubleClicked.connect(lambda _: self.go())
        self.detail.go.connect(self.go)
        self.detail.answered.connect(self._answer)
        self.detail.settled.connect(self._settle)
        self.detail.left.connect(self.list.setFocus)

    # -- what a page offers
    def set_theme(self, theme: Theme) -> None:
        """Show in the colours of a theme."""
        self.setStyleSheet(sheet(theme) + _MORE_SHEET)
        self.delegate.theme = theme
        self.list.viewport().update()

    def show_entry(self, ident: str) -> None:
        """Choose the note of that id."""
        if ident not in self._remarks:
            self.wanted.setCurrentIndex(self.wanted.findData("all"))
        self.refresh()
        self._choose(ident)

    @property
    def current(self) -> Remark | None:
        """The one that is chosen."""
        index = self.list.currentIndex()
        return self._remarks.get(cast("Line", index.data(LINE)).id) if index.isValid() else None

    def go(self) -> None:
        """Show the place in the text."""
        remark = self.current
        if remark is not None:
            self._session.go_to(remark.article_id, remark.start, remark.end)

    # -- keeping up
    def _changed(self, step: Step) -> None:
        if step.bulk or any(change.table in _TOUCHING for change in step.changes):
            self._soil()

    def _soil(self) -> None:
        self._dirty = True
        self._timer.start()

    @guarded(nothing)
    def showEvent(self, event: QShowEvent) -> None:
        """Catch up."""
        super().showEvent(event)
        if self._dirty:
            self.refresh()

    @guarded(nothing)
    def focusInEvent(self, event: QFocusEvent) -> None:
        """The list has the focus."""
        super().focusInEvent(event)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Read the list again; the chosen one stays chosen, or its neighbour is."""
        self._timer.stop()
        if not self.isVisible():  # the project may be closed by now
            self._dirty = True
            return
        self._dirty = False
        session, before = self._session, self.list.currentIndex()
        chosen, row = (cast("Line", before.data(LINE)).id, before.row()) if before.isValid() else ("", 0)
        all_ = note_queries.sees_all(session.annotator)
        self.whose.setVisible(all_)
        mine = not all_ or bool(self.whose.currentData())
        found = note_queries.remarks(session.project, session.annotator, self._wanted, mine=mine)
        self._remarks = {remark.id or f"{remark.article_id} {remark.annotator_id}": remark for remark in found}
        self.model.show([_line(ident, remark) for ident, remark in self._remarks.items()])
        if not self._choose(chosen) and found:
            self.list.setCurrentIndex(self.model.index(min(row, len(found) - 1)))
        self._show()

    @property
    def _wanted(self) -> Wanted:
        return _WANTED[self.wanted.currentIndex()][0]

    def _choose(self, ident: str) -> bool:
        row = self.model.row_of(ident)
        if row >= 0:
            self.list.setCurrentIndex(self.model.index(row))
        return row >= 0

    def _show(self) -> None:
        self.detail.show_remark(self.current, tr(_NOTHING[self._wanted]))

    # -- what is done
    def _answer(self, text: str) -> None:
        remark = self.current
        if remark and self._session.do(remarks.answer, remark.article_id, remark.id, text) is not None:
            self.detail.edit.clear()
            self.list.setFocus()

    def _settle(self, settled: bool) -> None:
        remark = self.current
        if remark is not None:
            self._session.do(remarks.resolve_note, remark.article_id, remark.id, settled)

    @guarded(lambda: False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys of the list."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent) or watched is not self.list:
            return False
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.go()
        elif event.key() == Qt.Key.Key_A:
            self.detail.begin()
        elif event.key() == Qt.Key.Key_S:
            self.detail.settle()
        else:
            return False
        return True


def _line(ident: str, remark: Remark) -> Line:
    answers = tr("%Ln answer(s)", n=len(remark.answers)) if remark.answers else ""
    settled = tr("settled") if remark.resolved else ""
    after = " · ".join(part for part in (remark.annotator, answers, settled, shorten(remark.title, 60)) if part)
    colour = "cue" if remark.resolved else "claim" if remark.question else "evidence" if remark.help else "actor"
    kind = kind_words(remark)
    return Line("remark", ident, kind[:1].upper() + kind[1:], remark.text or "–", after, colour)
