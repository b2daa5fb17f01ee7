"""The line to type a filter in, and the lines of the articles."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QHBoxLayout,
    QHeaderView,
    QStyleOptionViewItem,
    QTableView,
)

from ui.annotate.articles.article_delegate import ArticleDelegate
from ui.dialogs.parts import label
from ui.guard import guarded, nothing
from ui.i18n import key_caps
from ui.widgets.search_line import SearchLine


class FilterLine(SearchLine):
    """Empty, it shows its key."""

    def __init__(self) -> None:
        super().__init__()
        self._key = hint = label(key_caps("Ctrl L"), "key", wrap=False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 8, 0)
        row.addStretch(1)
        hint.setFixedHeight(18)
        row.addWidget(hint, 0, Qt.AlignmentFlag.AlignVCenter)
        self.textChanged.connect(lambda _: self.show_key(hint.text()))

    def show_key(self, key: str) -> None:
        """Show the key that leads here, while nothing is typed."""
        self._key.setText(key)
        self._key.setVisible(bool(key) and not self.text())


class ArticleLines(QTableView):
    """The lines; Enter goes on in the reader.

    A table of one column, because a list view asks its model for every line before it shows the first.
    """

    entered_line = Signal()

    def __init__(self, delegate: ArticleDelegate) -> None:
        super().__init__()
        self._delegate = delegate
        self.setItemDelegate(delegate)
        self.setMouseTracking(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setSelectionMode(QTableView.SelectionMode.ExtendedSelection)
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
