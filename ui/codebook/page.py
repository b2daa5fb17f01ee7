"""The workspace of the codebook: its entries, the editor, what waits to be saved, layers to look at again."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from annotator.codebook.drafts import Draft, entries
from annotator.codebook.faults import Place
from annotator.errors import Problem
from annotator.store.codebook_queries import versions
from ui import theme
from ui.codebook.bar import DraftBar
from ui.codebook.forms import Edit, Form
from ui.codebook.head import Head, opened
from ui.codebook.keeper import Keeper
from ui.codebook.look_again import LookAgain
from ui.codebook.review import ReviewDialog
from ui.codebook.tree import EntryTree
from ui.codebook.versions import version_words
from ui.codebook.words import place_words
from ui.dialogs.parts import label, say, sentence
from ui.guard import guarded
from ui.i18n import QT_TR_NOOP, tr
from ui.session import Session
from ui.widgets.fields import small_button
from ui.widgets.style import sheet
from ui.widgets.tab_order import follow

_MORE_SHEET = """
QToolButton[role="swatch"] { padding: 3px; min-width: 16px; border: 2px solid transparent; background: transparent; }
QToolButton[role="swatch"]:checked { border-color: @ink; }
QToolButton[role="swatch"]:focus { border-color: @accent; }
QListWidget[role="names"] { background: @paper; border: 1px solid @line; border-radius: 7px; }
QListWidget[role="names"]::item { min-height: 20px; padding: 1px 8px; }
QTableView::item { padding: 0 8px; }
QListWidget[role="names"]:focus { border: 1px solid @accent; }
QWidget#codebook QTreeWidget { background: transparent; border: 1px solid transparent; }
QWidget#codebook QTreeWidget:focus { border-color: @accent; }
"""
_NEW = {
    "span": QT_TR_NOOP("New label"),
    "relation": QT_TR_NOOP("New link"),
    "article": QT_TR_NOOP("New article label"),
    "actor_type": QT_TR_NOOP("new type"),
}


class CodebookPage(QWidget):
    """Edits go to the draft, which the keeper has; saving it is one step."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setObjectName("codebook")
        self.setProperty("pane", "reader")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.session = session
        self.keeper = Keeper.of(session)
        self._theme = theme.LIGHT
        self.form: Form | None = None
        self.tree = EntryTree()
        self.bar = DraftBar(session, self.keeper)
        self.head = Head(session, self.keeper)
        self.behind = LookAgain(session)
        self._make_parts()
        self._lay_out()
        self._connect()
        self._show_draft()
        self.setFocusProxy(self.tree)

    # -- parts
    def _make_parts(self) -> None:
        self.heading = label(tr("Codebook"), "heading", wrap=False)
        self.version = label("", "small", wrap=False)
        self.trouble = label("", "fault")
        self.trouble.hide()
        self.where = label("", "heading")
        self.add = small_button(tr("+ add"), tr("Add an entry"), lambda: self._wanted("add"))
        self.up = small_button("↑", tr("Move the entry up"), lambda: self._wanted("up"), "remove")
        self.down = small_button("↓", tr("Move the entry down"), lambda: self._wanted("down"), "remove")
        self.remove = small_button(tr("Remove"), tr("Remove the entry"), lambda: self._wanted("remove"))
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setAccessibleName(tr("The entry"))
        self.area.viewport().setAutoFillBackground(False)

    def _lay_out(self) -> None:
        left = QWidget()
        left.setProperty("pane", "list")
        left.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        left.setMinimumWidth(260)
        side = QVBoxLayout(left)
        side.setContentsMargins(0, 14, 0, 8)
        side.setSpacing(8)
        head = QVBoxLayout()
        head.setContentsMargins(16, 0, 14, 0)
        head.setSpacing(2)
        head.addWidget(self.heading)
        head.addWidget(self.version)
        side.addLayout(head)
        side.addWidget(self.tree, 1)
        tools = QHBoxLayout()
        tools.setContentsMargins(12, 0, 12, 0)
        for widget in (self.add, self.up, self.down):
            tools.addWidget(widget)
        tools.addStretch(1)
        tools.addWidget(self.remove)
        side.addLayout(tools)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(left)
        splitter.addWidget(self._right())
        splitter.setSizes([320, 860])
        splitter.setStretchFactor(1, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(splitter)

    def _right(self) -> QWidget:
        editor = QWidget()
        column = QVBoxLayout(editor)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.where)
        column.addWidget(self.area, 1)
        self.stack = QStackedWidget()
        self.stack.addWidget(editor)
        self.stack.addWidget(self.behind)
        right = QWidget()
        outer = QVBoxLayout(right)
        outer.setContentsMargins(24, 14, 20, 14)
        outer.setSpacing(12)
        outer.addWidget(self.head)
        outer.addWidget(self.trouble)
        outer.addWidget(self.stack, 1)
        outer.addWidget(self.bar)
        return right

    def _connect(self) -> None:
        self.keeper.changed.connect(self._show_draft)
        self.keeper.refused.connect(self._refused)
        self.tree.picked.connect(self._show_entry)
        self.tree.wanted.connect(self._wanted)
        self.bar.review.connect(self.review)
        self.bar.discard.connect(self.keeper.discard)
        self.bar.back.connect(self.keeper.take_back)
        self.head.said.connect(lambda words: say(self.trouble, words))
        self.head.again_wanted.connect(self._show_behind)
        self.behind.counted.connect(self.head.show_number)
        self.behind.trouble.connect(lambda problem: say(self.trouble, f"⚠ {sentence(problem)}" if problem else ""))

    # -- what a page offers
    def set_theme(self, worn: theme.Theme) -> None:
        """Show in the colours of a theme."""
        self._theme = worn
        more = _MORE_SHEET
        for name in ("ink", "accent", "paper", "line"):
            more = more.replace(f"@{name}", getattr(worn, name))
        self.setStyleSheet(sheet(worn) + more)
        self._show_tree()
        self._make_form(self.tree.place)

    @guarded(lambda: False)
    def event(self, event: QEvent) -> bool:
        """Undo takes back edits of the draft before it takes back steps of the project."""
        if isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Undo) and self.keeper.can_take_back:
            if event.type() == QEvent.Type.KeyPress:
                self.keeper.take_back()
            event.accept()
            return True
        return super().event(event)

    def show_entry(self, ident: str) -> None:
        """Bring a label to the front: the key of a span label."""
        self.head.again.setChecked(False)
        self.tree.choose(("span", ident))
        self._show_entry(self.tree.place)

    @property
    def busy(self) -> bool:
        """Whether something is being counted or looked up."""
        return self.bar.busy or self.behind.busy

    # -- the draft
    def _show_draft(self) -> None:
        say(self.trouble, "")
        self._show_tree()
        place = self.tree.place
        if self.form is not None and self.form.place == place:  # which the tree has, so it is there
            self.form.refresh(self.keeper.draft)
        else:
            self._make_form(place)
        self._name_place(place)
        self.bar.show_draft()
        self._show_version()

    def _show_tree(self) -> None:
        draft = self.keeper.draft
        fates = draft.way().fates
        changed = {d.place if d.kind == "added" else fates.get(d.place, ("", None))[1] for d in draft.differences}
        self.tree.show_draft(draft, self._theme, frozenset(p for p in changed if p))

    def _show_version(self) -> None:
        found = versions(self.session.project)
        self.version.setText(version_words(found[0]) if found else "")

    def _show_entry(self, place: Place) -> None:
        self.head.again.setChecked(False)
        say(self.trouble, "")
        self._make_form(place)
        self._name_place(place)

    def _name_place(self, place: Place) -> None:
        self.where.setText(place_words(self.keeper.draft.content, place))
        own = len(place) > 1
        for button in (self.up, self.down, self.remove):
            button.setEnabled(own)
        self.add.setEnabled(place[0] not in ("codebook", "stance"))

    def _make_form(self, place: Place) -> None:
        old = self.form
        self.form = Form(self.keeper.draft, place, self._theme)
        self.form.edited.connect(self.keeper.edit)
        self.form.went.connect(self._went)
        self.form.opened.connect(self._open)
        if old is not None:
            self.area.takeWidget()
            old.hide()
            old.deleteLater()
        self.area.setWidget(self.form)
        self.form.show()
        follow(self.area, self.form)

    def _went(self, edit: Edit, place: Place) -> None:
        """A rename: the entry in front has another place."""
        form = self.form
        if form is not None:
            before, form.place = form.place, place
            self.tree.blockSignals(True)
            done = self.keeper.edit(edit)
            self.tree.blockSignals(False)
            if done:
                self._open(place)
            else:
                form.place = before
                form.refresh(self.keeper.draft, anew=True)

    def _open(self, place: Place) -> None:
        self.tree.choose(place)
        self._show_entry(self.tree.place)

    def _refused(self, problem: Problem) -> None:
        say(self.trouble, f"⚠ {sentence(problem)}")
        if self.form is not None:
            self.form.refresh(self.keeper.draft, anew=True)

    def _wanted(self, what: str) -> None:
        place = self.tree.place
        if what == "add" and self.add.isEnabled():
            self._add(place)
        elif what == "form" and self.form is not None:
            self.form.enter()
        elif len(place) > 1 and what in ("up", "down"):
            self.keeper.edit(lambda draft: draft.move(place, 1 if what == "down" else -1))
        elif len(place) > 1 and what == "remove":
            self.keeper.edit(lambda draft: draft.remove(place))

    def _add(self, place: Place) -> None:
        """A new entry beside the one in front; below a heading the first."""
        parent = place if len(place) == 1 else place[:-1]
        made: list[Place] = []

        def edit(draft: Draft) -> Draft:
            words = _fresh(draft, parent)
            changed, new = draft.add(parent, words)
            made.append(new)
            return changed

        if self.keeper.edit(edit):
            self._open(made[0])
            if self.form is not None:
                self.form.enter()

    def review(self) -> None:
        """Show what the draft changes, to be saved."""
        dialog = ReviewDialog(self.session, self.keeper, self)
        dialog.finished.connect(lambda _: self.tree.setFocus(Qt.FocusReason.OtherFocusReason))
        opened(dialog)

    def _show_behind(self, on: bool) -> None:
        self.stack.setCurrentIndex(int(on))
        if on:
            self.behind.table.setFocus(Qt.FocusReason.OtherFocusReason)


def _fresh(draft: Draft, parent: Place) -> str:
    """A name for a new entry that none has yet."""
    words = tr(_NEW[parent[0]] if len(parent) == 1 else QT_TR_NOOP("New entry"))
    taken = {getattr(e, "name", e) for e in entries(draft.content, parent)}
    name, n = words, 2
    while name in taken:
        name, n = f"{words} {n}", n + 1
    return name
