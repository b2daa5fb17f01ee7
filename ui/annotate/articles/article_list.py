"""The pane with the list of articles: filter, status chips, lines."""

from __future__ import annotations

from itertools import chain, islice
from typing import Any

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedLayout, QToolButton, QVBoxLayout, QWidget

from annotator.models import LayerStatus
from annotator.search.filters import parse
from annotator.store import Step
from annotator.store.article_orders import ArticleOrder
from annotator.store.queries import status_counts
from ui.annotate.articles.article_delegate import ArticleDelegate
from ui.annotate.articles.article_model import ROW, ArticleModel
from ui.annotate.articles.article_view import ArticleLines, FilterLine
from ui.annotate.articles.order_menu import OrderButton
from ui.annotate.articles.text_filter import TextFilter
from ui.annotate.desk import articles_of
from ui.annotate.words import STATUS_WORDS, status_word
from ui.dialogs.parts import label
from ui.i18n import QT_TR_NOOP, number, tr
from ui.saying import said
from ui.session import Session
from ui.theme import Theme
from ui.widgets.fields import restyle
from ui.widgets.flow import FlowLayout

_NOTHING = QT_TR_NOOP("Nothing matches.\nClear the filter, or choose another status.")
_HELP = QT_TR_NOOP("Words are looked for in title and source. To narrow:")
_EXAMPLES = (
    "source:wire  author:vale  date:2026-01..2026-03\n"
    'label:claim  actor:"port union"  text:ferry  status:done  language:en\n'
    "story:any  story:none  story:ferry"
)
_LOOK = 50  # lines
_SOON = 150  # milliseconds: when the list has been painted
_QUIET: tuple[LayerStatus, ...] = ("skipped", "help")  # shown only where there are any


def _help() -> str:
    return f"{tr(_HELP)} {_EXAMPLES}"


class ArticleList(QWidget):
    """Choosing a line opens the article in the session."""

    import_wanted = Signal()
    left = Signal()  # Enter: go on in the reader
    counted = Signal()  # another number of articles, or another order

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setProperty("pane", "list")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session = session
        self.model = ArticleModel(session.project, session.annotator.id, self)
        self.delegate = ArticleDelegate(self)
        self.total = label("", "dim", wrap=False)
        self.view = self._view()
        self.filter = self._filter()
        self.chips = {status: self._chip(status) for status in STATUS_WORDS}
        self.importer = QPushButton(tr("Import…"))
        self.order = OrderButton()
        self.order.chosen.connect(self.set_order)
        self.texts = TextFilter(session, self)
        self.texts.found.connect(self._found)
        self._stale: set[str] = set()
        # after the reader has painted: counting the marks of a large article takes longer than making one
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._freshen)
        self._preparing = QTimer(self, singleShot=True, interval=_SOON)
        self._preparing.timeout.connect(self.model.prepare)
        self.model.modelReset.connect(self._preparing.start)
        self._preparing.start()
        self._lay_out()
        self._count()
        session.article_opened.connect(self._opened)
        session.annotator_changed.connect(self._other_annotator)
        session.changed.connect(self._changed)
        self.view.selectionModel().currentChanged.connect(self._chosen)

    # -- moving about
    @property
    def place(self) -> int:
        """Where the open article stands in the list, from 0, or -1."""
        return self.model.row_of(self._session.article)

    def chosen(self) -> list[str]:
        """The ids of the articles that are selected, in the order of the list."""
        return [ident for first, last in self._chosen_rows() for ident in self.model.ids_at(first, last)]

    @property
    def number_chosen(self) -> int:
        """How many articles are selected."""
        return sum(last - first + 1 for first, last in self._chosen_rows())

    @property
    def story_chosen(self) -> bool:
        """Whether an article among the first that are selected is in a story."""
        rows = chain.from_iterable(range(first, last + 1) for first, last in self._chosen_rows())
        return any(row.story for at in islice(rows, _LOOK) if (row := self.model.index(at).data(ROW)) is not None)

    def _chosen_rows(self) -> list[tuple[int, int]]:
        """Stretches of selected lines: the first and the last row of each."""
        selection: Any = self.view.selectionModel().selection()  # a list, which the stubs do not know
        return sorted((part.top(), part.bottom()) for part in selection)

    def step(self, by: int) -> bool:
        """Open the article `by` places on; False if there is none."""
        place = self.place
        at = place + by if place >= 0 else 0
        if ident := self.model.id_at(at):
            self._session.open_article(ident)
            return True
        return False

    def step_to_do(self) -> bool:
        """Open the next article that is to do, in the order of the list; False if there is none further down."""
        ident = next(self.model.to_do(self.place + 1), None)
        if ident is not None:
            self._session.open_article(ident)
        return ident is not None

    def left_above(self) -> int:
        """How many articles above the open one are still to do."""
        return sum(1 for _ in self.model.to_do(0, max(0, self.place)))

    def set_order(self, order: ArticleOrder) -> None:
        """Sort in another way; the open article stays the open one."""
        self.order.show_order(order)
        self.model.set_order(order)
        self._relisted()

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self.delegate.theme = theme
        self.view.viewport().update()

    # -- parts
    def _filter(self) -> FilterLine:
        edit = FilterLine()
        edit.setPlaceholderText(tr("Title, actor:, date:…"))
        edit.setAccessibleName(tr("Find an article by title or source"))
        edit.setToolTip(_help())
        edit.setAccessibleDescription(_help())
        edit.setClearButtonEnabled(True)
        edit.textChanged.connect(lambda _: self._refilter())
        edit.left.connect(self.view.setFocus)
        edit.entered.connect(self._enter)
        return edit

    def _chip(self, status: LayerStatus) -> QToolButton:
        chip = QToolButton()
        chip.setProperty("role", "chip")
        chip.setCheckable(True)
        chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        chip.toggled.connect(lambda _: self._refilter())
        return chip

    def _view(self) -> ArticleLines:
        view = ArticleLines(self.delegate)
        view.setModel(self.model)
        view.setAccessibleName(tr("Articles"))
        view.entered_line.connect(self.left)
        return view

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(14, 14, 14, 8)
        head.setSpacing(8)
        head.addWidget(label(tr("Articles"), "heading", wrap=False))
        head.addWidget(self.total)
        head.addStretch(1)
        head.addWidget(self.order)
        search = QHBoxLayout()
        search.setContentsMargins(12, 0, 12, 8)
        search.addWidget(self.filter)
        chips = FlowLayout()
        for chip in self.chips.values():
            chips.addWidget(chip)
        chips.setContentsMargins(0, 0, 0, 0)
        chip_box = QWidget()
        chip_box.setLayout(chips)
        chip_row = QHBoxLayout()
        chip_row.setContentsMargins(12, 0, 12, 10)
        chip_row.addWidget(chip_box)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._empty())
        self._nothing = label(tr(_NOTHING), "empty")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack.addWidget(self._nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(search)
        column.addLayout(chip_row)
        column.addLayout(self._stack, 1)

    def _empty(self) -> QWidget:
        page = QWidget()
        words = label(tr("No articles yet"), "empty")
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.importer.setAccessibleName(tr("Import articles"))
        self.importer.setDefault(True)
        self.importer.clicked.connect(lambda _: self.import_wanted.emit())
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 0, 24, 40)
        column.addStretch(1)
        column.addWidget(words)
        column.addWidget(self.importer, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        return page

    # -- what happens
    @property
    def late(self) -> bool:
        """Whether lines have still to be read again."""
        return self._timer.isActive()

    def _freshen(self) -> None:
        if self.isVisible():  # the project may be closed by now
            self.model.refresh(self._stale)
            self._stale.clear()

    def _enter(self) -> None:
        """From the filter to the list, and to the first line unless the open article is in it."""
        self.view.setFocus()
        if self.place < 0:
            self._session.open_article(self.model.id_at(0) or self._session.article)

    def _refilter(self) -> None:
        typed = self.filter.text().strip()
        texts = parse(typed).texts if "text:" in typed else ()
        with_text = self.texts.ids(texts)
        if texts and with_text is None:  # the list stays as it was until the texts have been looked through
            self.total.setText(tr("searching…"))
            return
        self.model.set_filter(typed, [s for s, chip in self.chips.items() if chip.isChecked()], with_text)
        self._relisted()

    def _found(self) -> None:
        self._count()
        self._refilter()

    def _relisted(self) -> None:
        filtered = bool(self.filter.text().strip()) or any(chip.isChecked() for chip in self.chips.values())
        rows = self.model.rowCount()
        faults = "\n".join(map(said, self.model.wanted.faults))
        restyle(self.filter, "fault", bool(faults))
        self.filter.setToolTip(faults or _help())
        self._nothing.setText(faults or tr(_NOTHING))
        self._stack.setCurrentIndex(0 if rows else 2 if filtered else 1)
        self._opened(self._session.article)
        self.counted.emit()

    def _opened(self, article_id: str) -> None:
        at = self.model.row_of(article_id)
        selection = self.view.selectionModel()
        if at < 0:
            selection.clear()
        elif selection.currentIndex().row() != at or not selection.hasSelection():
            index = self.model.index(at)
            selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.view.scrollTo(index)

    def _chosen(self, index: QModelIndex) -> None:
        if ident := self.model.id_at(index.row()):
            self._session.open_article(ident)

    def _other_annotator(self) -> None:
        self.model.set_annotator(self._session.annotator.id)
        self._count()
        self._relisted()

    def _changed(self, step: Step) -> None:
        tables = {change.table for change in step.changes}
        coming = any(c.table == "article" and (c.before is None or c.after is None) for c in step.changes)
        if step.bulk or coming:
            self.texts.forget()
            self.model.reload()
            self._refilter()
        else:
            if "article" in tables:
                self.model.forget()
            self._stale.update(articles_of(self._session, step))
            if any(c.table == "article" and "story_id" in (c.after or ()) for c in step.changes):
                self.model.reread()  # who stays in a story has others beside it
            else:
                self._stale.update(str(c.pk[0]) for c in step.changes if c.table == "article")
            self._timer.start()
        if step.bulk or coming or "layer" in tables:
            self._count()

    def _count(self) -> None:
        counts = status_counts(self._session.project, self._session.annotator.id)
        everything = sum(counts.values())
        self.total.setText(
            tr("{all} · {done} done", all=number(everything), done=number(counts["done"])) if everything else ""
        )
        for status, chip in self.chips.items():
            here = counts[status]
            chip.setText(f"{status_word(status)} {number(here)}")
            words = tr("Show only: {status}, {number}", status=status_word(status, inside=True), number=number(here))
            chip.setAccessibleName(words)
            chip.setVisible(bool(everything) and (status not in _QUIET or here > 0 or chip.isChecked()))
        self._stack.setCurrentIndex(self._stack.currentIndex() if everything else 1)
