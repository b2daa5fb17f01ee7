"""The list of articles as a model: the ids of all, the lines of what is looked at, in pages."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Iterator
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from annotator.models import LayerStatus
from annotator.search.filters import ArticleFilter, parse
from annotator.store import Project
from annotator.store.article_orders import ArticleOrder, ranks
from annotator.store.queries import ArticleRow, article_ids, article_rows, unfinished
from ui.annotate.articles.lookup import Lookup
from ui.annotate.words import status_word
from ui.i18n import tr
from ui.widgets.wording import date_words

ROW = Qt.ItemDataRole.UserRole
_PAGE = 100
_KEPT = 24

Index = QModelIndex | QPersistentModelIndex


class ArticleModel(QAbstractListModel):
    """The articles that match a filter. `data(index, ROW)` is an `ArticleRow`, or None for one that is gone."""

    def __init__(self, project: Project, annotator_id: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._annotator = annotator_id
        self.wanted = ArticleFilter()
        self._statuses: tuple[LayerStatus, ...] = ()
        self._ids: list[str] = []
        self._lookup = Lookup(project)
        self._pages: OrderedDict[int, dict[str, ArticleRow]] = OrderedDict()
        self.order = ArticleOrder()
        self._ranks: dict[str, int] | None = None  # article id -> place, for another order than by date
        self._with_text: frozenset[str] | None = None  # the articles whose text has what the filter asks for
        self.reload()

    # -- what is shown
    def set_annotator(self, annotator_id: str) -> None:
        """Show how far another annotator is."""
        self._annotator = annotator_id
        self.reload()

    def set_filter(self, text: str, statuses: Iterable[LayerStatus], with_text: frozenset[str] | None = None) -> None:
        """Show articles that `text`, as `search.filters` reads it, and one of these statuses (none: any) allow.

        `with_text`: the ids of those in which its `text:` parts were found.
        """
        self.wanted, self._statuses, self._with_text = parse(text), tuple(statuses), with_text
        self._show(self._found())

    def set_order(self, order: ArticleOrder) -> None:
        """Show them in another order."""
        self.order = order
        self.reload()

    def reload(self) -> None:
        """Read the list again."""
        self.forget()
        self._ranks = ranks(self._project, self._annotator, self.order)
        self._show(self._asked())

    def _show(self, ids: list[str]) -> None:
        self.beginResetModel()
        self._ids = ids
        self._pages.clear()
        self.endResetModel()

    def _asked(self) -> list[str]:
        """The same, asked of the project."""
        if self._ranks is not None and not self._statuses and self.wanted == ArticleFilter(faults=self.wanted.faults):
            return list(self._ranks)  # all there are, in their order
        found = article_ids(self._project, self._annotator, self.wanted, self._statuses)
        if self.wanted.texts:
            found = [ident for ident in found if ident in (self._with_text or ())]
        return found if self._ranks is None else sorted(found, key=self._place)

    def _place(self, article_id: str) -> int:
        return self._ranks.get(article_id, -1) if self._ranks is not None else 0

    def _found(self) -> list[str]:
        """The articles that the filter lets through: looked up here where it holds nothing but words."""
        if self._statuses or not Lookup.answers(self.wanted):
            return self._asked()
        self.prepare()
        return self._lookup.find(self.wanted)

    def prepare(self) -> None:
        """Read what the filter looks through, so that the first letter typed need not wait for it."""
        self._lookup.prepare(self._place if self._ranks is not None else None)

    def forget(self) -> None:
        """A title, a source or a story may be another: read them again before they are looked through."""
        self._lookup.forget()

    def reread(self) -> None:
        """Read the lines again when they are next shown. None comes or goes."""
        self._pages.clear()
        if self._ids:
            self.dataChanged.emit(self.index(0), self.index(len(self._ids) - 1))

    def refresh(self, articles: Iterable[str]) -> None:
        """Read the lines of these articles again. A line stays where it is, though the filter might now hide it."""
        for article_id in articles:
            at = self.row_of(article_id)
            if at < 0:
                continue
            page = self._pages.get(at // _PAGE)
            if page is not None:
                page.update({row.id: row for row in article_rows(self._project, self._annotator, [article_id])})
            index = self.index(at)
            self.dataChanged.emit(index, index)

    # -- where an article stands
    def row_of(self, article_id: str) -> int:
        """The article's place, from 0, or -1."""
        try:
            return self._ids.index(article_id)
        except ValueError:
            return -1

    def ids_at(self, first: int, last: int) -> list[str]:
        """The ids of the articles from one place to another, both with it."""
        return self._ids[first : last + 1]

    def id_at(self, row: int) -> str:
        """The id of the article at that place, "" outside the list."""
        return self._ids[row] if 0 <= row < len(self._ids) else ""

    def to_do(self, first: int, last: int | None = None) -> Iterator[str]:
        """The articles from that place on, and before `last`, that the annotator has still to do or is at."""
        return unfinished(self._project, self._annotator, self._ids[first:last])

    # -- Qt's questions
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """How many articles there are."""
        return 0 if parent.isValid() else len(self._ids)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The title; in words for a screen reader; the whole line for `ROW`."""
        if not index.isValid() or not 0 <= index.row() < len(self._ids):
            return None
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, ROW):
            return None
        row = self._row(index.row())
        if role == ROW or row is None:
            return row
        return row.title if role == Qt.ItemDataRole.DisplayRole else f"{row.title}, {', '.join(details(row))}"

    def _row(self, at: int) -> ArticleRow | None:
        number = at // _PAGE
        page = self._pages.get(number)
        if page is None:
            ids = self._ids[number * _PAGE : (number + 1) * _PAGE]
            page = {row.id: row for row in article_rows(self._project, self._annotator, ids)}
            self._pages[number] = page
            if len(self._pages) > _KEPT:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(number)
        return page.get(self._ids[at])


def details(row: ArticleRow) -> list[str]:
    """What a screen reader says after the title."""
    parts = [row.source or "", date_words(row.published), status_word(row.status, inside=True), marks_words(row)]
    return [part for part in (*parts, story_words(row)) if part]


def story_words(row: ArticleRow) -> str:
    """`Story of 3`, "" for an article that is in none."""
    return tr("Story of %Ln", n=row.story) if row.story else ""


def marks_words(row: ArticleRow) -> str:
    """`14 marks`, or what else is worth a word."""
    if row.status == "help" and row.open_notes:
        return tr("a question is open")
    return tr("%Ln mark(s)", n=row.marks) if row.marks else ""
