"""The middle of the workspace: the bar above, the text, what floats over it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from annotator.models import Article
from ui.annotate.desk import Desk
from ui.annotate.find_bar import FindBar
from ui.annotate.highlight_strip import HighlightStrip
from ui.annotate.highlighting import Highlighting
from ui.annotate.marks import Touched
from ui.annotate.top_bar import TopBar
from ui.annotate.words import stance_card
from ui.dialogs.parts import label
from ui.guard import guarded, nothing
from ui.i18n import tr
from ui.reader import Link, ReaderView, StanceCard
from ui.widgets.fields import Elided
from ui.widgets.wording import apart, date_words

_WIDEST = 980  # pixels for what floats over the text


class ReaderPane(QWidget):
    """Shows the desk's article and keeps what is selected in the text and on the desk the same."""

    def __init__(self, desk: Desk, trigger: Callable[[str], object]) -> None:
        super().__init__()
        self.setProperty("pane", "reader")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._desk = desk
        self._syncing = False
        self.bar = TopBar(trigger)
        self.view = ReaderView()
        self.armed = _Armed()
        self.finder = FindBar(desk, self.view)
        self.floating: list[QWidget] = []
        empty = label(tr("Choose an article"), "empty")
        empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.view)
        self._stack.addWidget(empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.armed)
        column.addWidget(self.finder)
        column.addLayout(self._stack, 1)
        desk.opened.connect(self.open)
        self.highlighting = Highlighting(desk, self.view, self)  # after the reader has the text
        self.strip = HighlightStrip(self.highlighting, trigger)
        column.insertWidget(1, self.strip)
        desk.touched.connect(self._touched)
        desk.selected.connect(self._selected)
        self.view.selection_changed.connect(self._moved)
        self.finder.closed.connect(self.view.setFocus)
        self.view.stance_clicked.connect(desk.select_stance)
        desk.keys.changed.connect(self._show_keys)
        self._show_keys()
        self.open()

    def open(self) -> None:
        """Show the desk's article from its top."""
        article = self._desk.article
        self._stack.setCurrentIndex(0 if article else 1)
        self._syncing = True
        if article is None:
            self.view.open("", "", "", [], [], [])
        else:
            labels, marks = self._desk.content.span_labels, self._desk.marks
            self.view.open(
                article.title, byline(article), article.text, list(marks.spans.values()), self._cards(), labels
            )
            self.view.set_links(self._links())
        self._syncing = False
        self.bar.set_labels(self._desk.content.span_labels)

    def place_of_caret(self) -> QRect:
        """Where the caret is, in the pane's coordinates."""
        rect = self.view.cursorRect()
        return QRect(self.view.viewport().mapTo(self, rect.topLeft()), rect.size())

    def float(self, widget: QWidget) -> None:
        """Let a widget lie over the lower edge of the text."""
        widget.setParent(self)
        self.floating.append(widget)

    @guarded(nothing)
    def resizeEvent(self, event: QResizeEvent) -> None:
        """What floats keeps to the lower edge."""
        super().resizeEvent(event)
        self.settle()

    def settle(self) -> None:
        """Put what floats in its place."""
        for widget in self.floating:
            if not widget.isHidden():
                side = 20 if self.width() > 560 else 8
                width = min(self.width() - 2 * side, _WIDEST)
                height = widget.heightForWidth(width) if widget.hasHeightForWidth() else widget.sizeHint().height()
                widget.setGeometry((self.width() - width) // 2, self.height() - height - 16, width, height)
                widget.raise_()

    # -- keeping up
    def _show_keys(self) -> None:
        self.bar.show_keys(self._desk.keys)
        self.strip.show_keys(self._desk.keys)

    def _cards(self) -> list[StanceCard]:
        return [stance_card(stance, self._desk.marks) for stance in self._desk.marks.stances.values()]

    def _links(self) -> list[Link]:
        styles = {rule.key: n for n, rule in enumerate(self._desk.content.relation_labels)}
        relations = self._desk.marks.relations.values()
        return [Link(r.head_id, r.tail_id, styles.get(r.label, len(styles))) for r in relations]

    def _touched(self, touched: Touched) -> None:
        marks = self._desk.marks
        self._syncing = True
        for ident in touched.spans:
            if (span := marks.spans.get(ident)) is not None:
                self.view.set_span(span)
            else:
                self.view.remove_span(ident)
        aims = {stance.target.id for stance in marks.stances.values()} if touched.spans else set()
        if touched.relations:
            self.view.set_links(self._links())
        if touched.stances or touched.registry or aims & touched.spans:
            self.view.set_stances(self._cards())
        self._syncing = False

    def _selected(self) -> None:
        """The desk's selection was changed from elsewhere."""
        if self._syncing:
            return
        self._syncing = True
        span, stance = self._desk.span, self._desk.stance
        if span is not None and self.view.selected_span != span.id:
            self.view.select_span(span.id)
        elif span is None and self.view.selected_span is not None:
            self.view.select_span(None)
        self.view.select_stance(stance.id if stance else None)
        if stance is not None and stance.evidence:
            self.view.ensure_visible(stance.evidence[0][0], stance.evidence[-1][1])
        self._syncing = False

    def _moved(self) -> None:
        """The text's selection was changed by the user, or by a command."""
        if self._syncing:
            return
        chosen = self.view.selected_span
        now = self._desk.span.id if self._desk.span else None
        if chosen == now:
            return
        self._syncing = True
        self._desk.select_span(chosen)
        if chosen is not None:
            self.view.select_stance(None)
        self._syncing = False


class _Armed(QFrame):
    """Says that a relation waits for its other end."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "armed")
        self.words = Elided()
        row = QHBoxLayout(self)
        row.setContentsMargins(22, 8, 14, 8)
        row.addWidget(self.words)
        self.hide()

    def say(self, words: str) -> None:
        """Say it, or hide."""
        self.words.set_whole(words)
        self.setAccessibleName(words)
        self.setVisible(bool(words))


def byline(article: Article) -> str:
    """Where the article comes from."""
    return apart(p for p in (article.source, article.author, date_words(article.published, full=True)) if p)
