"""The list of articles as a model: the ids of all, the lines of what is looked at, in pages."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Iterator
from itertools import compress, repeat
from operator import contains
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from annotator.models import LayerStatus
from annotator.search.filters import ArticleFilter, parse
from annotator.store import Project
from annotator.store.article_orders import ArticleOrder, ranks
from annotator.store.queries import ArticleRow, article_ids, article_lines, article_rows, unfinished
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
        self._lines: list[tuple[str, str]] = []
        self._texts: list[str] = []  # theirs alone, and what of them is the source
        self._sources: list[str] = []
        self._narrowed: tuple[str, list[tuple[str, str]]] = ("", [])  # words, and the lines with them
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
        wanted = self.wanted
        simple = ArticleFilter(words=wanted.words, sources=wanted.sources, faults=wanted.faults)
        if self._statuses or wanted != simple:
            return self._asked()
        self.prepare()
        words, sources = wanted.words.lower(), [source.lower() for source in wanted.sources]
        # one letter more only narrows what was found before
        before, matches = self._narrowed
        if not words:
            found = self._lines
        elif before and before in words:
            found = [line for line in matches if words in line[1]]
        else:
            found = list(compress(self._lines, map(contains, self._texts, repeat(words))))
        self._narrowed = (words, found)
        for source in sources:
            if found is self._lines:
                found = list(compress(self._lines, map(contains, self._sources, repeat(source))))
            else:
                found = [line for line in found if source in line[1] and source in line[1].partition("\n")[2]]
        return [ident for ident, _ in found]

    def prepare(self) -> None:
        """Read what the filter looks through, so that the first letter typed need not wait for it."""
        if not self._lines and not self._project.closed:
            self._lines = article_lines(self._project)
            if self._ranks is not None:
                self._lines.sort(key=lambda line: self._place(line[0]))
            self._texts = [text for _, text in self._lines]
            self._sources = [text.partition("\n")[2] for text in self._texts]

    def forget(self) -> None:
        """A title or a source may be another: read them again before they are looked through."""
        self._lines, self._narrowed = [], ("", [])

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
    return [part for part in parts if part]


def marks_words(row: ArticleRow) -> str:
    """`14 marks`, or what else is worth a word."""
    if row.status == "help" and row.open_notes:
        return tr("a question is open")
    return tr("%Ln mark(s)", n=row.marks) if row.marks else ""
