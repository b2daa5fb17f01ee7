"""One article as all its readers have it: what they differ in, side by side, and the verdicts on it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog

from annotator.agreement.align import Rule
from annotator.errors import Problem
from annotator.models import Article, Layer
from annotator.operations import comparisons
from annotator.operations.passages import Passage
from annotator.store import Step, verdict_queries
from ui.dialogs.parts import sentence
from ui.guard import guarded, nothing
from ui.i18n import tr
from ui.review.compare.deciding import Deciding, following
from ui.review.compare.keys import deed_of, typing
from ui.review.compare.pane import ComparePane
from ui.review.compare.rules_dialog import RulesDialog
from ui.review.compare.unanimous_dialog import UnanimousDialog
from ui.review.compare.words import Words
from ui.session import Session

Key = tuple[str, ...]
_REGISTRY = frozenset({"actor", "issue", "codebook", "annotator"})


class CompareView(ComparePane):
    """The keys act in the list, the table and the texts, never in a line one writes in."""

    left = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._article = ""
        self._annotators: tuple[str, ...] = ()
        self._layers: frozenset[str] = frozenset()
        self._shown: object = None  # what the columns show
        self._begun: object = None  # what the reason is about
        self._names = False
        self._registry = 0
        self._dirty = False
        self.next_article: str | None = None
        self.deciding = Deciding(self)
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self.catch_up)
        self._connect()
        self._show()

    def _connect(self) -> None:
        self.session.changed.connect(self._changed)
        self.units.chosen.connect(lambda _: self._show())
        self.units.view.installEventFilter(self)
        self.grid.installEventFilter(self)
        self.columns.unit_wanted.connect(self._clicked)
        self.head.wanted.connect(self.do)
        self.bar.wanted.connect(self.do)
        self.bar.accept_wanted.connect(self.deciding.accept)
        self.bar.reason.left.connect(self.to_list)
        self.grid.settle_wanted.connect(self.deciding.settle)
        self.grid.other_wanted.connect(self.deciding.ask_other)
        self.grid.ended.connect(self.stop_editing)

    # -- for the page
    def open_passage(self, passage: Passage) -> None:
        """Show a passage's article with its unit, as everybody who finished the article has it."""
        self.open_article(passage.unit.article_id, (), passage.unit.key)

    def open_article(self, article_id: str, annotators: Sequence[str] = (), key: Key | None = None) -> None:
        """Show an article, at the unit of that key or else at the first that is open. `annotators`: names of those to
        compare, none for everybody."""
        self._article, self._annotators = article_id, tuple(annotators)
        self.grid.end()
        self._shown = None
        self.refresh(key, reveal=True)
        self.to_list()

    # -- keeping up
    def refresh(self, key: Key | None = None, reveal: bool = False, onward: bool = False) -> None:
        """Read the article again. `key`: the unit to be at, whatever the filter if it is to be revealed; the current
        one if left out. `onward`: be at the next open unit after it."""
        self._timer.stop()
        self._dirty = False
        key = key if key or reveal else self.units.current
        try:
            here = comparisons.comparison(self.session.project, self._article, self._annotators or None)
        except Problem as problem:  # the article is gone
            self.words = None
            self._say_instead(sentence(problem))
            return
        layers = verdict_queries.layers_on(self.session.project, self._article)
        self._layers = frozenset(layer.id for _, _, layer in layers)
        if len(here.readings) < 2:
            self.words = None
            done = ", ".join(here.names)
            self.head.show_comparison(here, self._names, self.columns.layered)
            words = tr("Two readers have to finish this article before it can be judged.")
            self._say_instead(f"{words} {tr('So far: {names}.', names=done)}" if done else words)
            return
        self.words = Words(self.session.project, here, self._names)
        self._show_readings()
        found = self._found(key)
        if onward and key:
            found = following(here.units, key, self.units.filter.value == "differing")
        self.units.show_units(self.words, found, reveal)
        self._offer_next()
        self._show()

    @property
    def late(self) -> bool:
        """Whether it is still to show what has changed."""
        return self._dirty

    def catch_up(self) -> None:
        """Read again if something has changed."""
        if self._dirty and self.isVisible() and self._article:
            self.refresh()

    @guarded(nothing)
    def showEvent(self, event: QShowEvent) -> None:
        """Catch up."""
        super().showEvent(event)
        self.catch_up()

    @guarded(nothing)
    def focusInEvent(self, event: QFocusEvent) -> None:
        """The list has the focus."""
        super().focusInEvent(event)
        self.to_list()

    def _changed(self, step: Step) -> None:
        entries = any(change.table in _REGISTRY for change in step.changes)
        self._registry += int(entries or bool(step.bulk))
        if self._article and (entries or self._touches(step)):
            self._dirty = True
            self._timer.start()

    def _touches(self, step: Step) -> bool:
        if step.bulk:
            return True
        for change in step.changes:
            row = {**(change.before or {}), **(change.after or {})}
            if change.layer_id in self._layers or row.get("article_id") == self._article:
                return True
            if change.table == "article" and change.pk[0] == self._article:
                return True
            if change.table == "layer":  # perhaps one that somebody has begun meanwhile
                layer = self.session.project.get(Layer, str(change.pk[0]))
                return layer is not None and layer.article_id == self._article
        return False

    # -- what is shown
    def _show_readings(self) -> None:
        words = self.words
        if words is None:
            return
        revisions = [(r.layer.id, r.layer.revision) for r in words.here.readings if r.layer]
        shown = (self._article, revisions, self._registry)
        if shown != self._shown:
            self._shown = shown
            self.columns.show_readings(words)
        else:
            self.columns.show_names(words)
        self.columns.show()
        self.notice.hide()

    def _say_instead(self, words: str) -> None:
        self._shown = None
        self.columns.show_readings(None)
        self.units.show_units(None, None)
        self.columns.hide()
        self.notice.setText(words)
        self.notice.show()
        self.next_article = None
        self.bar.offer_next(None)
        self._show()

    def _show(self) -> None:
        """Show the current unit everywhere."""
        words, one = self.words, self.current
        self.grid.show_unit(words, one)
        if words:
            self.head.show_comparison(words.here, self._names, self.columns.layered)
        self.columns.show_unit(one.unit if one else None)
        begun = (self._article, one.unit.key, one.verdict.id if one.verdict else "") if one else None
        if words and one and begun != self._begun:
            self.bar.begin(words, one)
        self._begun = begun
        self.bar.show_unit(words, one, self.grid.editing)

    def _offer_next(self) -> None:
        """When nothing is open any more: say so, and where to go on."""
        self.next_article = None
        if self.here is None or self.here.open:
            self.bar.offer_next(None)
            return
        self.next_article = comparisons.next_article(self.session.project, self._article)
        found = self.session.project.get(Article, self.next_article) if self.next_article else None
        self.bar.offer_next(found.title if found else "")

    def _found(self, key: Key | None) -> Key | None:
        """The key of the unit that has the mark of another one's key: its readers may be others now."""
        if key is None or self.here is None or len(key) < 3:
            return None
        kind, layer, mark = key
        for one in self.here.units:
            if one.unit.kind == kind and any(m.layer == layer and m.mark == mark for m in one.unit.members):
                return one.unit.key
        return None

    # -- keys
    @guarded(nothing)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What no control took."""
        if typing(self.focusWidget()) or not self._press(event, in_text=False):
            event.ignore()

    @guarded(lambda: False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys that act in the list, the table and the texts, before these take them for themselves."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if watched is self.grid and self.grid.editing and deed_of(event, False) not in ("reason", "rule"):
            return False
        return self._press(event, in_text=watched in self.columns.views)

    def _press(self, event: QKeyEvent, in_text: bool) -> bool:
        deed = deed_of(event, in_text)
        if self.grid.editing and in_text and deed == "next":
            self.deciding.take_selection()
            return True
        if in_text and deed == "back" and self.columns.selection():
            return False  # the text lets go of its selection
        if self.grid.editing and deed not in ("reason", "rule", "back", "layers", "names"):
            return False
        return bool(deed) and self.do(deed)

    def do(self, deed: str) -> bool:
        """Do what a key or button stands for; False if there is nothing to do."""
        if deed.startswith("accept "):
            return self.deciding.accept_letter(int(deed.removeprefix("accept ")))
        does = {
            "down": lambda: self.units.go(1), "up": lambda: self.units.go(-1), "filter": self.units.next_filter,
            "both": self.deciding.both, "none": self.deciding.none, "edit": self.edit,
            "reopen": self.deciding.reopen, "reason": self.bar.reason.setFocus, "rule": self.deciding.ask_rule,
            "names": self._turn_names, "layers": self._turn_layers, "back": self._back, "next": self._go_on,
            "other": lambda: self.deciding.ask_other(self.grid.field), "settle": self.grid.go_on,
            "stop": self.stop_editing, "unanimous": self._unanimous,
            "rules": lambda: _open(RulesDialog(self.session, self)),
        }.get(deed)  # fmt: skip
        if does is not None:
            does()
        return does is not None

    def edit(self) -> None:
        """Put a verdict together from the readers' fields."""
        self.grid.begin()
        self.bar.show_unit(self.words, self.current, self.grid.editing)

    def stop_editing(self) -> None:
        """Give up what was being put together."""
        self.grid.end()
        self.bar.show_unit(self.words, self.current, False)
        self.to_list()

    def _back(self) -> None:
        if self.grid.editing:
            self.stop_editing()
        else:
            self.left.emit()

    def _go_on(self) -> None:
        if self.next_article:
            self.open_article(self.next_article, self._annotators)

    def _turn_names(self) -> None:
        self._names = not self._names
        self.refresh()

    def _turn_layers(self) -> None:
        self.columns.set_layered(not self.columns.layered)
        self.head.layers.setChecked(self.columns.layered)

    def _clicked(self, reader: int, ident: str) -> None:
        unit = self.words.unit_of(reader, ident) if self.words else None
        if unit is not None and not self.grid.editing:
            self.units.show_units(self.words, unit.key, reveal=True)

    def _unanimous(self) -> None:
        _open(UnanimousDialog(self.session, self.here.rule if self.here else Rule(), self))


def _open(dialog: QDialog) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
