"""The annotate workspace: list, reader and inspector side by side."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QWidget

from annotator.models import LayerStatus
from ui.actions import State
from ui.annotate.articles.article_list import ArticleList
from ui.annotate.articles.stories import StoryDeeds
from ui.annotate.commands import Commands, Handler
from ui.annotate.desk import Desk
from ui.annotate.edits import Edits
from ui.annotate.exemplify import Exemplify
from ui.annotate.inspector.inspector import Inspector
from ui.annotate.leading import named_entry, show_named
from ui.annotate.linking import rules_of
from ui.annotate.printing import Printing
from ui.annotate.reader_pane import ReaderPane
from ui.session import Session
from ui.theme import Theme
from ui.widgets.ranking import Candidate, Source
from ui.widgets.style import sheet
from ui.widgets.typeahead import Chooser

_WIDTHS = (276, 760, 300)


class Workspace(QWidget):
    """Everything for annotating. The window gives it actions to show; it says when they may have changed."""

    state_changed = Signal()
    import_wanted = Signal()
    context_wanted = Signal(QPoint, str)  # where on the screen; a span's id or ""
    list_context_wanted = Signal(QPoint)
    triggered = Signal(str)  # an action's id: a button that stands for it was pressed

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.desk = Desk(session, self)
        self.edits = Edits(self.desk)
        self.articles = ArticleList(session)
        self.pane = ReaderPane(self.desk, self.triggered.emit)
        self.view = self.pane.view
        self.commands = Commands(self.desk, self.edits, self.pane, self)
        self.inspector = Inspector(self.desk, self.edits, self)
        self.chooser = Chooser(self)
        self.exemplify = Exemplify(self.desk, self.view, self)
        self.stories = StoryDeeds(session, self.articles, self)
        self.printing = Printing(self.desk, self)
        self.commands.place(self.articles, self.inspector, self.chooser)
        self.splitter = self._splitter()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.splitter)
        self._connect()
        self._say_place()

    def handlers(self) -> dict[str, Handler]:
        """Action id -> what it does, without the labels' actions."""
        return {
            **self.commands.handlers(),
            **self.stories.handlers(),
            **self.printing.handlers(),
            "go.filter": self.articles.filter.setFocus,
            "go.order": self.articles.order.open_menu,
            "go.order_back": self.articles.order.reverse,
            "go.find": self.pane.finder.begin,
            "mark.example": self.exemplify.take,
            "mark.entry": lambda: show_named(self.desk),
            "go.hit": lambda: self.pane.highlighting.go(True),
            "go.hit_before": lambda: self.pane.highlighting.go(False),
            "go.filter_slash": self.articles.filter.setFocus,
            "view.next_pane": lambda: self._next_pane(1),
            "view.previous_pane": lambda: self._next_pane(-1),
        }

    def state(self) -> State:
        """What decides which actions are possible."""
        desk = self.desk
        rules = desk.rules(desk.span)
        return State(
            article=desk.article is not None,
            span=desk.span is not None,
            stance=desk.stance is not None,
            selection=self.view.selection() is not None,
            mention=bool(rules and rules.links_to_actor),
            named=bool(named_entry(desk)),
            heads_relation=bool(rules_of(desk, desk.span)),
            marks=bool(desk.marks.spans),
            busy=self.commands.linker.armed or self.commands.selecting.busy or not self.commands.bar.isHidden(),
            joining=self.commands.selecting.busy,
            articles=self.articles.number_chosen,
            story=self.articles.story_chosen,
        )

    def set_theme(self, theme: Theme) -> None:
        """Show everything in the colours of a theme."""
        self.setStyleSheet(sheet(theme))
        self.view.set_theme(theme)
        self.pane.strip.set_theme(theme)
        self.articles.set_theme(theme)
        self.inspector.set_theme(theme)
        bar = self.commands.bar
        for typeahead in (self.chooser.typeahead, bar.holder.typeahead, bar.target.typeahead):
            typeahead.delegate.theme = theme

    # -- what forms ask (form.Asks)
    def choose(
        self, caption: str, query: str, source: Source, beside: QWidget, done: Callable[[Candidate], object]
    ) -> None:
        """Let the user choose beside a widget."""
        near = QRect(beside.mapTo(self, QPoint(0, 0)), beside.size())
        self.chooser.ask(caption, query, source, near, done, beside)

    def arm(self, head_id: str, label: str | None) -> None:
        """Let the user pick the other end of a relation in the text."""
        self.commands.linker.arm(head_id, label)
        self.view.setFocus()

    def show_span(self, span_id: str) -> None:
        """Select a span and bring it into sight."""
        self.desk.select_span(span_id)

    def show_stance(self, stance_id: str) -> None:
        """Select a stance and bring its evidence into sight."""
        self.desk.select_stance(stance_id)
        stance = self.desk.stance
        if stance is not None and stance.evidence:
            self.view.ensure_visible(stance.evidence[0][0], stance.evidence[-1][1])

    def show_place(self, article_id: str, start: int, end: int) -> None:
        """Open an article at a stretch of its text; a mark of one's own that is just there is selected."""
        self.session.open_article(article_id)
        if self.desk.article is None:
            return
        there = next((s.id for s in self.desk.marks.spans.values() if (s.start, s.end) == (start, end)), None)
        if there is not None:
            self.desk.select_span(there)
        else:
            self.desk.select_span(None)
            self.view.set_selection(start, end)
        self.view.ensure_visible(start, end)
        self.view.setFocus()

    def selection(self) -> tuple[int, int] | None:
        """What is selected in the text, in code points."""
        return self.view.selection()

    def delete(self) -> None:
        """Delete what is selected."""
        self.commands.delete()
        self.view.setFocus()

    def write_note(self) -> None:
        """Go to the line for a new note."""
        self.inspector.write_note()

    def back_to_text(self) -> None:
        """Give the focus to the reader."""
        self.view.setFocus()

    # -- inside
    def _splitter(self) -> QSplitter:
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        for widget, least in ((self.articles, 230), (self.pane, 420), (self.inspector, 290)):
            widget.setMinimumWidth(least)
            splitter.addWidget(widget)
        for n, share in enumerate((0, 1, 0)):
            splitter.setStretchFactor(n, share)
        splitter.setSizes(_WIDTHS)
        return splitter

    def _connect(self) -> None:
        self.articles.import_wanted.connect(self.import_wanted)
        self.articles.left.connect(self.back_to_text)
        self.articles.view.selectionModel().selectionChanged.connect(lambda *_: self.state_changed.emit())
        self.articles.view.customContextMenuRequested.connect(self._on_list)
        self.desk.keys.changed.connect(self._show_keys)
        self.articles.counted.connect(self._say_place)
        self.view.context_requested.connect(self.context_wanted)
        self.desk.opened.connect(self._opened)
        self.desk.touched.connect(lambda _: self._say_place())
        top = self.pane.bar
        self.inspector.guide.watch(top)
        top.labels_changed.connect(lambda: self.inspector.guide.watch(top))
        bar = self.commands.bar
        for signal in (self.desk.selected, self.view.selection_changed, bar.begun, bar.closed):
            signal.connect(self.state_changed)
        self.commands.linker.changed.connect(lambda _: self.state_changed.emit())
        self.commands.selecting.changed.connect(lambda _: self.state_changed.emit())

    def _on_list(self, place: QPoint) -> None:
        self.list_context_wanted.emit(self.articles.view.viewport().mapToGlobal(place))

    def _opened(self) -> None:
        self._say_place()
        self.state_changed.emit()

    def _show_keys(self) -> None:
        self.articles.filter.show_key(self.desk.keys.of("go.filter"))

    def _say_place(self) -> None:
        layer = self.desk.marks.layer
        status: LayerStatus | Literal[""] = (layer.status if layer else "todo") if self.desk.article else ""
        self.pane.bar.set_place(self.articles.place, self.articles.model.rowCount(), status)

    def _next_pane(self, by: int) -> None:
        panes = (self.articles, self.pane, self.inspector)
        entries = (self.articles.view, self.view, self.inspector.tabs.tabBar())
        focus = self.focusWidget()
        now = next((n for n, pane in enumerate(panes) if focus is not None and pane.isAncestorOf(focus)), 0)
        entries[(now + by) % len(panes)].setFocus(Qt.FocusReason.TabFocusReason)
