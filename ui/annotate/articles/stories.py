"""Stories from the article list: joining what belongs together, taking articles out, finding near-duplicates."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt

from annotator.errors import Problem
from annotator.operations import stories
from annotator.store import Step
from ui.annotate.articles.article_list import ArticleList
from ui.i18n import tr
from ui.session import Session


class StoryDeeds(QObject):
    """Each public method is one action, on the articles that are selected in the list."""

    def __init__(self, session: Session, articles: ArticleList, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._articles = session, articles

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Action id -> what it does."""
        return {"article.join": self.join, "article.part": self.part, "article.stories": self.find}

    def join(self) -> None:
        """Make one story of them."""
        self._do(stories.join, tr("Joining…"))

    def part(self) -> None:
        """Take each of them out of its story."""
        self._do(stories.part, tr("Taking out…"))

    def find(self) -> None:
        """Show the stories there are, and find more."""
        from ui.dialogs.stories import StoriesDialog

        dialog = StoriesDialog(self._session, self._articles.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _do(self, operation: Callable[..., Step], words: str) -> None:
        chosen = self._articles.chosen()
        self._session.attempt_long(operation, chosen, size=len(chosen), words=words, done=self._done)

    def _done(self, outcome: Step | Problem) -> None:
        if isinstance(outcome, Problem):
            self._session.problem.emit(outcome)
