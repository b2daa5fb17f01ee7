"""How far annotators agree: numbers at the left, the passages behind the one that was opened at the right."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSplitter, QWidget

from annotator.agreement.align import Rule
from ui.guard import guarded
from ui.i18n import tr
from ui.review.look import sheet
from ui.review.numbers.board import Behind, behind
from ui.review.numbers.figure_words import whole_name
from ui.review.numbers.view import NumbersView
from ui.review.passages.list import PassageList
from ui.session import Session
from ui.theme import Theme

_WIDTHS = (840, 380)
_LEAST = (700, 300)


class AgreementView(QWidget):
    """`passage_opened`: a passage (Passage) is to be compared."""

    passage_opened = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setProperty("pane", "figures")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.numbers = NumbersView(session)
        self.passages = PassageList(session)
        self.passages.setToolTip(tr("Esc goes back to the numbers"))
        self._session = session
        self._back: QWidget | None = None
        self._wanted = ""  # the number to be shown once it is counted
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        for part, least in zip((self.numbers, self.passages), _LEAST, strict=True):
            part.setMinimumWidth(least)
            self.splitter.addWidget(part)
        self.splitter.setSizes(_WIDTHS)
        self.splitter.setStretchFactor(0, 2)
        self.splitter.setStretchFactor(1, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.splitter)
        self.setFocusProxy(self.numbers)
        self.numbers.counted.connect(self._show_wanted)
        self.numbers.opened.connect(self._open)
        self.numbers.emptied.connect(self.passages.clear)
        self.passages.opened.connect(self.passage_opened)
        self.passages.view.installEventFilter(self)

    @property
    def busy(self) -> bool:
        """Whether numbers or passages are on their way."""
        return self.numbers.busy or self.passages.busy

    def set_theme(self, theme: Theme) -> None:
        """Show in the colours of a theme."""
        self.setStyleSheet(sheet(theme))
        self.numbers.set_theme(theme)
        self.passages.set_theme(theme)

    def show_number(self, ident: str) -> None:
        """Select a number by its id, as soon as it is counted, and list its passages."""
        self._wanted = ident
        if not self.numbers.busy:
            self._show_wanted()

    def _show_wanted(self) -> None:
        of, wanted = self.numbers.board, self._wanted
        line = next((line for line in of.lines if line.figure.id == wanted), None) if of is not None else None
        self._wanted = ""
        if of is not None and line is not None:
            self.numbers.pick(line.figure)
            name = whole_name(self._session.project.codebook().content, line.figure)
            self._open(behind(of, name, line.figure), of.rule)

    def _open(self, of: Behind, rule: Rule) -> None:
        self._back = QApplication.focusWidget()
        self.passages.show_units(of.title, of.figure, of.annotators, rule, of.articles, of.one)
        self.passages.view.setFocus(Qt.FocusReason.OtherFocusReason)

    @guarded(lambda: False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc in the list goes back to the number it was opened from."""
        escape = (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
            and watched is self.passages.view
        )
        if escape:
            (self._back or self.numbers.chain).setFocus(Qt.FocusReason.OtherFocusReason)
        return escape
