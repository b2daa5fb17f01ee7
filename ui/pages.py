"""The workspaces of a project's window, by the rail's buttons. Each is made when it is first shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.i18n import QT_TR_NOOP
from ui.session import Session
from ui.theme import Theme

ANNOTATE = "annotate"


@dataclass(frozen=True, slots=True)
class PageSpec:
    """One workspace beside annotating. `make` imports what it needs by itself: starting must not pay for it."""

    id: str
    name: str
    icon: str
    make: Callable[[Session], QWidget]  # a Page


class Page(Protocol):
    """What a workspace's widget has to offer."""

    def set_theme(self, theme: Theme) -> None:
        """Show in the colours of a theme."""


def _find(session: Session) -> QWidget:
    from ui.find.page import FindPage

    return FindPage(session)


def _questions(session: Session) -> QWidget:
    from ui.questions import QuestionsPage

    return QuestionsPage(session)


def _actors(session: Session) -> QWidget:
    from ui.registries.page import RegistriesPage

    return RegistriesPage(session)


def _codebook(session: Session) -> QWidget:
    from ui.codebook.page import CodebookPage

    return CodebookPage(session)


def _review(session: Session) -> QWidget:
    from ui.review.page import ReviewPage

    return ReviewPage(session)


PAGES: tuple[PageSpec, ...] = (
    PageSpec("review", QT_TR_NOOP("Review"), "review", _review),
    PageSpec("actors", QT_TR_NOOP("Actors"), "actors", _actors),
    PageSpec("codebook", QT_TR_NOOP("Codebook"), "codebook", _codebook),
    PageSpec("find", QT_TR_NOOP("Find"), "search", _find),
    PageSpec("questions", QT_TR_NOOP("Questions"), "help", _questions),
)
NAMES = ((ANNOTATE, QT_TR_NOOP("Annotate"), ANNOTATE), *((page.id, page.name, page.icon) for page in PAGES))


class Pages(QStackedWidget):
    """The annotate workspace and, when they are wanted, the others."""

    shown = Signal(str)  # the page's id

    def __init__(self, session: Session, annotate: QWidget) -> None:
        super().__init__()
        self._session = session
        self._made: dict[str, QWidget] = {ANNOTATE: annotate}
        self._theme: Theme | None = None
        self.addWidget(annotate)

    @property
    def current(self) -> str:
        """The id of the page in sight."""
        return next(ident for ident, page in self._made.items() if page is self.currentWidget())

    def page(self, ident: str) -> QWidget:
        """A page, made now if it was not there."""
        if ident not in self._made:
            made = next(spec for spec in PAGES if spec.id == ident).make(self._session)
            self._made[ident] = made
            self.addWidget(made)
            if self._theme is not None:
                _themed(made, self._theme)
        return self._made[ident]

    def show_page(self, ident: str) -> QWidget:
        """Bring a page to the front and give it the focus."""
        page = self.page(ident)
        if self.currentWidget() is not page:
            self.setCurrentWidget(page)
            page.setFocus(Qt.FocusReason.OtherFocusReason)
            self.shown.emit(ident)
        return page

    def set_theme(self, theme: Theme) -> None:
        """Show every page in the colours of a theme."""
        self._theme = theme
        for page in self._made.values():
            _themed(page, theme)


def _themed(page: QWidget, theme: Theme) -> None:
    page.set_theme(theme)  # type: ignore[attr-defined]  # a Page, which no Qt class can inherit from
