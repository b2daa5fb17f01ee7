"""The pane with the list of articles: filter, status chips, lines."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QStackedLayout,
    QStyleOptionViewItem,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from annotator.models import LayerStatus
from annotator.store import Step
from annotator.store.queries import status_counts
from ui.annotate.article_delegate import ArticleDelegate
from ui.annotate.article_model import ArticleModel
from ui.annotate.desk import articles_of
from ui.annotate.fields import restyle
from ui.annotate.flow import FlowLayout
from ui.annotate.words import STATUS_WORDS
from ui.dialogs.parts import label
from ui.guard import guarded, nothing
from ui.session import Session
from ui.theme import Theme

_NOTHING = "Nothing matches.\nClear the filter, or choose another status."
_HELP = (
    "Words are looked for in title and source. To narrow: source:wire  author:vale  date:2026-01..2026-03\n"
    'label:claim  actor:"port union"  text:ferry  status:done  language:en'
)
_SOON = 150  # milliseconds: when the list has been painted
_QUIET: tuple[LayerStatus, ...] = ("skipped", "help")  # shown only where there are any


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
        self.importer = QPushButton("Import…")
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

    def step(self, by: int) -> bool:
        """Open the article `by` places on; False if there is none."""
        place = self.place
        at = place + by if place >= 0 else 0
        if ident := self.model.id_at(at):
            self._session.open_article(ident)
            return True
        return False

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self.delegate.theme = theme
        self.view.viewport().update()

    # -- parts
    def _filter(self) -> QLineEdit:
        edit = _Filter()
        edit.setPlaceholderText("Title, actor:, date:…")
        edit.setAccessibleName("Find an article by title or source")
        edit.setToolTip(_HELP)
        edit.setAccessibleDescription(_HELP)
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

    def _view(self) -> _Lines:
        view = _Lines(self.delegate)
        view.setModel(self.model)
        view.setAccessibleName("Articles")
        view.entered_line.connect(self.left)
        return view

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(14, 14, 14, 8)
        head.addWidget(label("Articles", "heading", wrap=False))
        head.addStretch(1)
        head.addWidget(self.total)
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
        self._nothing = label(_NOTHING, "empty")
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
        words = label("No articles yet", "empty")
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.importer.setAccessibleName("Import articles")
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
        self.model.set_filter(self.filter.text().strip(), [s for s, chip in self.chips.items() if chip.isChecked()])
        self._relisted()

    def _relisted(self) -> None:
        filtered = bool(self.filter.text().strip()) or any(chip.isChecked() for chip in self.chips.values())
        rows = self.model.rowCount()
        faults = self.model.wanted.faults
        restyle(self.filter, "fault", bool(faults))
        self.filter.setToolTip("\n".join(faults) or _HELP)
        self._nothing.setText("\n".join(faults) or _NOTHING)
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
            self.model.reload()
            self._relisted()
        else:
            if "article" in tables:
                self.model.forget()
            self._stale.update(articles_of(self._session, step))
            self._stale.update(str(c.pk[0]) for c in step.changes if c.table == "article")
            self._timer.start()
        if step.bulk or coming or "layer" in tables:
            self._count()

    def _count(self) -> None:
        counts = status_counts(self._session.project, self._session.annotator.id)
        everything = sum(counts.values())
        self.total.setText(f"{everything:,} · {counts['done']:,} done" if everything else "")
        for status, chip in self.chips.items():
            number = counts[status]
            chip.setText(f"{STATUS_WORDS[status]} {number:,}")
            chip.setAccessibleName(f"Show only: {STATUS_WORDS[status].lower()}, {number:,}")
            chip.setVisible(bool(everything) and (status not in _QUIET or number > 0 or chip.isChecked()))
        self._stack.setCurrentIndex(self._stack.currentIndex() if everything else 1)


class _Filter(QLineEdit):
    """Esc clears it, then leaves; Down and Enter go to what was found. Empty, it shows its key."""

    left = Signal()
    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        hint = label("Ctrl F", "key", wrap=False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 8, 0)
        row.addStretch(1)
        hint.setFixedHeight(18)
        row.addWidget(hint, 0, Qt.AlignmentFlag.AlignVCenter)
        self.textChanged.connect(lambda text: hint.setVisible(not text))

    @guarded(nothing)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that leave the line."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class _Lines(QTableView):
    """The lines; Enter goes on in the reader.

    A table of one column, because a list view asks its model for every line before it shows the first.
    """

    entered_line = Signal()

    def __init__(self, delegate: ArticleDelegate) -> None:
        super().__init__()
        self._delegate = delegate
        self.setItemDelegate(delegate)
        self.setMouseTracking(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._fit()

    def _fit(self) -> None:
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        height = self._delegate.sizeHint(option, QModelIndex()).height()
        if height != self.verticalHeader().defaultSectionSize():
            self.verticalHeader().setMinimumSectionSize(1)
            self.verticalHeader().setDefaultSectionSize(height)

    @guarded(nothing)
    def changeEvent(self, event: QEvent) -> None:
        """Lines are as high as the font asks for."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    @guarded(nothing)
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Without a line chosen it stays so: Qt would choose the first, which would open it."""
        if self.currentIndex().isValid():
            super().focusInEvent(event)
        else:
            QAbstractScrollArea.focusInEvent(self, event)

    @guarded(nothing)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter leaves; all else moves."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered_line.emit()
        else:
            super().keyPressEvent(event)
