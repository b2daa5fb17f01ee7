"""The workspace for leads: how far readers agree, and, one door further, what they differ in and what holds."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget

from annotator.operations.passages import Passage
from ui.i18n import tr
from ui.review.agreement_view import AgreementView
from ui.review.compare.view import CompareView
from ui.session import Session
from ui.theme import Theme


class ReviewPage(QStackedWidget):
    """The numbers with their passages; an opened passage takes their place, and Esc gives it back."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.agreement = AgreementView(session)
        self.compare = CompareView(session)
        self.addWidget(self.agreement)
        self.addWidget(self.compare)
        self.setAccessibleName(tr("Review"))
        self.setFocusProxy(self.agreement)
        self.agreement.passage_opened.connect(self._open)
        self.agreement.numbers.report_wanted.connect(self._report)
        self.compare.left.connect(self._back)

    def set_theme(self, theme: Theme) -> None:
        """Show in the colours of a theme."""
        self.agreement.set_theme(theme)
        self.compare.set_theme(theme)

    def show_entry(self, about: str) -> None:
        """Show an article's readings side by side, or the passages of a number by its id ("statement::polarity")."""
        if ":" in about:
            self.setCurrentWidget(self.agreement)
            self.agreement.show_number(about)
        else:
            self.compare.open_article(about)
            self._compare()

    def _open(self, passage: Passage) -> None:
        self.compare.open_passage(passage)
        self._compare()

    def _compare(self) -> None:
        self.setFocusProxy(self.compare)
        self.setCurrentWidget(self.compare)
        self.compare.to_list()

    def _back(self) -> None:
        self.setFocusProxy(self.agreement)
        self.setCurrentWidget(self.agreement)
        self.agreement.passages.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _report(self) -> None:
        from ui.review.report.dialog import ReportDialog

        board = self.agreement.numbers.board
        if board is not None:
            folder: Path = self._session.project.path.parent / "exports"
            dialog = ReportDialog(self._session, folder, board.counted, board.wanted.only, self)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()
