"""The pane at the right: the selected mark, all marks, the actors, the notes."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QScrollArea, QTabWidget, QVBoxLayout, QWidget

from ui.annotate.desk import Desk
from ui.annotate.edits import Edits
from ui.annotate.inspector.article_form import article_page
from ui.annotate.inspector.form import Asks
from ui.annotate.inspector.guide import Guide
from ui.annotate.inspector.mark_list import LINE, Line, LineDelegate, LineModel, actor_lines, line_view, mark_lines
from ui.annotate.inspector.note_list import NotePane
from ui.annotate.inspector.span_form import span_page
from ui.annotate.inspector.stance_form import stance_page
from ui.annotate.marks import Touched
from ui.guard import guarded, nothing
from ui.i18n import number, tr
from ui.theme import Theme
from ui.widgets.tab_order import follow

SELECTED, MARKS, ACTORS, NOTES = range(4)


class Inspector(QWidget):
    """Pages are made again only when they are looked at and something they show was touched."""

    def __init__(self, desk: Desk, edits: Edits, asks: Asks) -> None:
        super().__init__()
        self.setProperty("pane", "inspector")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._desk, self._edits, self._asks = desk, edits, asks
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName(tr("Inspector"))
        self.tabs.tabBar().setAccessibleName(tr("Inspector"))
        self.tabs.tabBar().setExpanding(False)
        self.tabs.tabBar().setDrawBase(False)
        self.selected = _scroller(tr("Selected mark"))
        self.delegate = LineDelegate(self)
        self.mark_model, self.actor_model = LineModel(self), LineModel(self)
        self.marks = line_view(tr("Marks of this article"), self.mark_model, self.delegate)
        self.actors = line_view(tr("Actors of this article"), self.actor_model, self.delegate)
        self.notes = NotePane(desk, edits, asks)
        note_area = _scroller(tr("Notes"))
        note_area.setWidget(self.notes)
        for widget, name in ((self.selected, tr("Selected")), (self.marks, tr("Marks")), (self.actors, tr("Actors")),
                             (note_area, tr("Notes"))):  # fmt: skip
            self.tabs.addTab(widget, name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tabs, 1)
        self.guide = Guide(desk)
        column.addWidget(self.guide)
        follow(self.tabs.tabBar(), self.marks, self.actors, self.notes)
        self._dirty = set(range(4))
        self._clicking = False
        # after the reader has painted: the mark shows first, the form follows
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self.refresh)
        self._connect()

    def _connect(self) -> None:
        self._desk.opened.connect(lambda: self._soil(SELECTED, MARKS, ACTORS, NOTES))
        self._desk.keys.changed.connect(lambda: self._soil(SELECTED))
        self._desk.selected.connect(self._selected)
        self._desk.touched.connect(self._touched)
        self.tabs.currentChanged.connect(lambda _: self.refresh())
        for view in (self.marks, self.actors):
            view.clicked.connect(self._clicked)
            view.activated.connect(self._clicked)

    # -- what others ask
    def show_tab(self, tab: int) -> None:
        """Bring a tab to the front."""
        self.tabs.setCurrentIndex(tab)

    def enter(self) -> None:
        """Put the focus on the first field of the page in front."""
        page = self.tabs.currentWidget()
        fields = page.findChildren(QWidget) if page is not None else []
        first = next((w for w in fields if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isVisible()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def write_note(self) -> None:
        """Go to the line for a new note, about the selected span if there is one."""
        self.show_tab(NOTES)
        self.refresh()
        self.notes.begin()

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self.delegate.theme = theme
        for view in (self.marks, self.actors):
            view.viewport().update()

    # -- keeping up
    @guarded(nothing)
    def showEvent(self, event: QShowEvent) -> None:
        """Catch up."""
        super().showEvent(event)
        self._timer.start()

    @property
    def late(self) -> bool:
        """Whether the page in front has still to be made again."""
        return self._timer.isActive() or self.guide.late

    def _soil(self, *tabs: int) -> None:
        self._dirty.update(tabs)
        self._timer.start()

    def _selected(self) -> None:
        chosen = self._desk.span or self._desk.stance
        if chosen and self.tabs.currentIndex() in (MARKS, ACTORS) and not self._in_list():
            self.show_tab(SELECTED)
        self._soil(SELECTED, MARKS)

    def _in_list(self) -> bool:
        """Whether the user walks through a list here, which must then stay in front."""
        return self._clicking or self.marks.hasFocus() or self.actors.hasFocus()

    def _touched(self, touched: Touched) -> None:
        tabs = {SELECTED}
        if touched.spans or touched.stances or touched.registry:
            tabs |= {MARKS, ACTORS}
        if touched.notes or touched.spans:
            tabs.add(NOTES)
        self._soil(*tabs)

    def refresh(self) -> None:
        """Make what is looked at, and touched, again."""
        self._timer.stop()
        if not self.isVisible():  # the project may be closed by now; it is caught up when shown
            return
        self._name_tabs()
        now = self.tabs.currentIndex()
        if now not in self._dirty:
            return
        self._dirty.discard(now)
        if now == SELECTED:
            self._show_form()
        elif now == MARKS:
            self.mark_model.show(mark_lines(self._desk))
            self._mark_current()
        elif now == ACTORS:
            self.actor_model.show(actor_lines(self._desk))
        else:
            self.notes.refresh()

    def _name_tabs(self) -> None:
        """Names and numbers; the names alone where there is no room for both."""
        marks = self._desk.marks
        actors = {span.actor_id for span in marks.spans.values() if span.actor_id}
        counts = ((MARKS, len(marks.spans) + len(marks.stances)), (ACTORS, len(actors)), (NOTES, len(marks.notes)))
        names = ("", tr("Marks"), tr("Actors"), tr("Notes"))
        for tab, many in counts:
            words = f"{names[tab]} {number(many)}" if many else names[tab]
            self.tabs.setTabText(tab, words)
            self.tabs.tabBar().setAccessibleTabName(tab, words)
        if self.tabs.tabBar().sizeHint().width() > self.width():
            for tab, _ in counts:
                self.tabs.setTabText(tab, names[tab])

    def _show_form(self) -> None:
        desk = self._desk
        span, stance = desk.span, desk.stance
        if span is not None:
            page: QWidget = span_page(desk, self._edits, self._asks, span)
        elif stance is not None:
            page = stance_page(desk, self._edits, self._asks, stance)
        else:
            page = article_page(desk, self._edits)
        _replace(self.selected, page)
        follow(self.tabs.tabBar(), page)

    def _mark_current(self) -> None:
        chosen = self._desk.span or self._desk.stance
        row = self.mark_model.row_of(chosen.id) if chosen else -1
        index = self.mark_model.index(row) if row >= 0 else QModelIndex()
        self.marks.setCurrentIndex(index)
        if index.isValid():
            self.marks.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)

    def _clicked(self, index: QModelIndex) -> None:
        line: Line = index.data(LINE)
        self._clicking = True
        if line.kind == "span":
            self._asks.show_span(line.id)
        elif line.kind == "stance":
            self._asks.show_stance(line.id)
        else:
            self._walk(line.id)
        self._clicking = False

    def _walk(self, actor_id: str) -> None:
        """Show the actor's next mention: the one after the selected one, round at the end."""
        mentions = [span.id for span in self._desk.marks.mentions().get(actor_id, [])]
        if mentions:
            now = self._desk.span.id if self._desk.span else ""
            at = mentions.index(now) + 1 if now in mentions else 0
            self._asks.show_span(mentions[at % len(mentions)])


def _scroller(name: str) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setAccessibleName(name)
    area.viewport().setAutoFillBackground(False)
    return area


def _replace(area: QScrollArea, page: QWidget) -> None:
    """Show another page; the control of the same name keeps the focus, and the place stays."""
    old = area.widget()
    focus = area.window().focusWidget()
    inside = old is not None and focus is not None and old.isAncestorOf(focus)
    name = focus.accessibleName().split(":")[0] if inside and focus is not None else ""
    place = area.verticalScrollBar().value()
    area.setUpdatesEnabled(False)
    if old is not None:
        area.takeWidget()
        old.hide()
        old.deleteLater()
    area.setWidget(page)
    page.show()
    if name:
        _focus(page, name)
    area.verticalScrollBar().setValue(place)
    area.setUpdatesEnabled(True)


def _focus(page: QWidget, name: str) -> None:
    for widget in page.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.accessibleName().split(":")[0] == name:
            widget.setFocus(Qt.FocusReason.OtherFocusReason)
            return
