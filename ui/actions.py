"""The table of actions: menus, context menu, key hints and shortcuts are all made from it.

Titles and tips stand here in English. Whoever shows one calls `tr` on it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from annotator.codebook import CodebookContent
from ui.i18n import QT_TR_NOOP, tr, within
from ui.step_words import step_words

Where = Literal["window", "reader", "list"]
Group = Literal["file", "edit", "mark", "go", "view", "team", "help", "hidden"]


@dataclass(frozen=True, slots=True)
class State:
    """What decides which actions are possible."""

    article: bool = False
    span: bool = False
    stance: bool = False
    selection: bool = False
    mention: bool = False  # the selected span links to an actor
    named: bool = False  # what is selected names an entry of a registry
    heads_relation: bool = False  # a relation can start at the selected span
    marks: bool = False  # there is a mark to go to
    busy: bool = False  # a relation waits for its other end, or the stance bar is open
    joining: bool = False  # a mark waits for more words
    articles: int = 0  # selected in the list
    story: bool = False  # one of them is in a story
    undo: str = ""
    redo: str = ""


def _always(_: State) -> bool:
    return True


def _article(state: State) -> bool:
    return state.article


def _span(state: State) -> bool:
    return state.span


def _marks(state: State) -> bool:
    return state.marks


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One action. `shortcuts` are portable key names; those of `where` "reader" act only while it has the focus."""

    id: str
    title: str
    shortcuts: tuple[str, ...] = ()
    where: Where = "window"
    group: Group = "hidden"
    tip: str = ""
    enabled: Callable[[State], bool] = _always
    starts_section: bool = False


ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("file.new", "New project…", ("Ctrl+N",), group="file"),
    ActionSpec("file.open", "Open…", ("Ctrl+O",), group="file"),
    ActionSpec("file.import", "Import…", ("Ctrl+I",), group="file", tip="Bring in articles", starts_section=True),
    ActionSpec("file.export", "Export…", ("Ctrl+E",), group="file", tip="Write the project for other programs"),
    ActionSpec("file.dataset", "Make a data set…", group="file", tip="Rows to train with, parted into train and test"),
    ActionSpec("file.settings", "Settings…", ("Ctrl+,",), group="file", starts_section=True,
               tip="Theme, reading font, size and line length"),
    ActionSpec("file.close", "Close project", ("Ctrl+W",), group="file", starts_section=True),
    ActionSpec("file.quit", "Quit", ("Ctrl+Q",), group="file"),
    ActionSpec("edit.undo", "Undo", ("Ctrl+Z",), group="edit", enabled=lambda s: bool(s.undo),
               tip="Take back your last step, yesterday’s too"),
    ActionSpec("edit.redo", "Redo", ("Ctrl+Shift+Z", "Ctrl+Y"), group="edit", enabled=lambda s: bool(s.redo)),
    ActionSpec("edit.history", "History…", ("Ctrl+Alt+Z",), group="edit",
               tip="All your steps; take back, or do again, as far as any of them"),
    ActionSpec("edit.delete", "Delete mark", ("Delete", "Backspace"), "reader", "edit",
               "Delete the selected mark or stance", lambda s: s.span or s.stance, starts_section=True),
    ActionSpec("mark.actor", "Link to actor", ("A",), "reader", "mark",
               "Say which actor the mention means; a selection is marked first",
               lambda s: s.mention or s.selection, starts_section=True),
    ActionSpec("mark.relate", "Attribute or link…", ("R",), "reader", "mark",
               "Link the claim to its source, its cue, or the claim that reports it", lambda s: s.heads_relation),
    ActionSpec("mark.stance", "Add stance", ("S",), "reader", "mark",
               "Say who is for or against what, on the evidence of the selection", _article),
    ActionSpec("mark.note", "Add note", ("N",), "reader", "mark", "A remark on the mark, or on the article", _article),
    ActionSpec("mark.uncertain", "Best guess", ("U",), "reader", "mark", "Tick or untick “not sure”", _span),
    ActionSpec("mark.join", "Add words to the mark", ("J",), "reader", "mark",
               "A mark of several pieces: press J, select the words, press J again",
               lambda s: s.span or s.joining),
    ActionSpec("mark.elsewhere", "Same words elsewhere…", ("P",), "reader", "mark",
               "List where the words of the mark stand, and mark them all", _span),
    ActionSpec("mark.entry", "Show the actor", ("G",), "reader", "mark",
               "The actor of the mention, in the registry, with every place that names it", lambda s: s.named),
    ActionSpec("mark.example", "Take as an example", ("E",), "reader", "mark",
               "Put the mark, or the selection, into the draft of the codebook as an example",
               lambda s: s.span or s.selection),
    ActionSpec("select.grow", "Select more", ("]",), "reader", "mark",
               "Token, clause or quotation, sentence, paragraph", _article, starts_section=True),
    ActionSpec("select.shrink", "Select less", ("[",), "reader", "mark", "The same way back", _article),
    ActionSpec("mark.hints", "Pick a mark by letter", ("F",), "reader", "mark",
               "A letter over every mark in sight", _marks, starts_section=True),
    ActionSpec("mark.next", "Next mark", ("Tab",), "reader", "mark", "", _marks),
    ActionSpec("mark.previous", "Previous mark", ("Shift+Tab",), "reader", "mark", "", _marks),
    ActionSpec("mark.end_right", "Move end right", ("Alt+Right",), "reader", "mark", "", _span, starts_section=True),
    ActionSpec("mark.end_left", "Move end left", ("Alt+Left",), "reader", "mark", "", _span),
    ActionSpec("mark.start_right", "Move start right", ("Alt+Shift+Right",), "reader", "mark", "", _span),
    ActionSpec("mark.start_left", "Move start left", ("Alt+Shift+Left",), "reader", "mark", "", _span),
    ActionSpec("mark.cancel", "Let go", ("Esc",), "reader", enabled=lambda s: s.busy or s.stance),
    ActionSpec("go.done", "Done, next article", ("Ctrl+Return", "Ctrl+Enter"), group="go",
               tip="Mark the article done and open the next that is to do", enabled=_article),
    ActionSpec("go.next", "Next article", ("Ctrl+PgDown", "Ctrl+Down"), group="go", starts_section=True),
    ActionSpec("go.previous", "Previous article", ("Ctrl+PgUp", "Ctrl+Up"), group="go"),
    ActionSpec("go.filter", "Find an article", ("Ctrl+L",), group="go"),
    ActionSpec("go.filter_slash", "Find an article", ("/",), "list"),
    ActionSpec("go.order", "Sort the articles", ("O",), "list"),
    ActionSpec("go.order_back", "Sort the other way round", ("Shift+O",), "list"),
    ActionSpec("go.find", "Find in the article", ("/",), "reader", "go",
               "Enter and Shift+Enter go from hit to hit", _article),
    ActionSpec("go.hit", "Next highlight", ("H",), "reader", "go",
               "The next of the project’s highlighted words, selected", _article),
    ActionSpec("go.hit_before", "Highlight before", ("Shift+H",), "reader", "go", "", _article),
    ActionSpec("go.help", "Ask for help", group="go", enabled=_article, starts_section=True,
               tip="Leave the article for someone to look at"),
    ActionSpec("go.skip", "Skip article", group="go", enabled=_article),
    ActionSpec("go.reopen", "Not done after all", group="go", enabled=_article),
    ActionSpec("article.pdf", "Save article as PDF…", group="go", enabled=_article, starts_section=True,
               tip="The text with your marks and statements, to read and print"),
    ActionSpec("article.join", "Join into one story", group="go", enabled=lambda s: s.articles > 1, starts_section=True,
               tip="The articles selected in the list belong together"),
    ActionSpec("article.part", "Take out of the story", group="go", enabled=lambda s: s.story,
               tip="The articles selected in the list belong to no other"),
    ActionSpec("article.stories", "Find stories…", group="go", tip="Articles that are nearly the same text"),
    ActionSpec("view.zoom_in", "Larger text", ("Ctrl++", "Ctrl+="), group="view"),
    ActionSpec("view.zoom_out", "Smaller text", ("Ctrl+-",), group="view"),
    ActionSpec("view.zoom_reset", "Usual text size", ("Ctrl+0",), group="view"),
    ActionSpec("view.theme", "Light or dark", ("Ctrl+Shift+L",), group="view", starts_section=True),
    ActionSpec("view.full_screen", "Full screen", ("F11",), group="view"),
    ActionSpec("view.next_pane", "Next pane", ("F6",), group="view", starts_section=True),
    ActionSpec("view.previous_pane", "Previous pane", ("Shift+F6",), group="view"),
    ActionSpec("view.highlights", "Highlights…", ("Ctrl+H",), group="view", starts_section=True,
               tip="Words and patterns that are coloured in every article"),
    ActionSpec("page.annotate", "Annotate", ("Ctrl+1",), group="view", starts_section=True),
    ActionSpec("page.review", "Review", ("Ctrl+4",), group="view",
               tip="How far annotators agree, why not, and what holds"),
    ActionSpec("page.find", "Find in project", ("Ctrl+F",), group="view",
               tip="Every place where words stand, in all articles"),
    ActionSpec("page.questions", "Questions", ("Ctrl+Shift+N",), group="view",
               tip="What was asked and noted, and what was answered"),
    ActionSpec("page.actors", "Actors and issues", ("Ctrl+2",), group="view",
               tip="Who and what the marks name: edit, merge, split, find duplicates"),
    ActionSpec("page.codebook", "Codebook", ("Ctrl+3",), group="view",
               tip="Labels, values, definitions, examples: change them, and see what a change touches"),
    ActionSpec("view.palette", "Do anything…", ("Ctrl+K",), group="view", starts_section=True,
               tip="Every action by its name"),
    ActionSpec("team.handout", "Hand out…", group="team",
               tip="A file for each annotator, with their articles and nobody else’s work"),
    ActionSpec("team.send", "Send work…", group="team", tip="Write a package for the lead"),
    ActionSpec("team.merge", "Merge…", ("Ctrl+M",), group="team", tip="Take in what came back", starts_section=True),
    ActionSpec("team.settle", "Settle versions…", group="team", tip="Layers that were changed on both sides"),
    ActionSpec("help.keys", "Keys", ("F1",), group="help", tip="Every key; keys can be changed"),
    ActionSpec("help.about", "About Stancemark", group="help"),
)  # fmt: skip

MENUS: tuple[tuple[Group, str], ...] = (
    ("file", QT_TR_NOOP("File")),
    ("edit", QT_TR_NOOP("Edit")),
    ("mark", QT_TR_NOOP("Mark")),
    ("go", QT_TR_NOOP("Article")),
    ("view", QT_TR_NOOP("View")),
    ("team", QT_TR_NOOP("Team")),
    ("help", QT_TR_NOOP("Help")),
)
CONTEXT = ("mark.actor", "mark.entry", "mark.relate", "mark.stance", "mark.note", "mark.join", "mark.elsewhere",
           "mark.uncertain", "edit.delete")  # fmt: skip
LIST_CONTEXT = ("article.join", "article.part", "article.stories", "article.pdf")
_LABEL = "label."


def label_specs(content: CodebookContent) -> list[ActionSpec]:
    """An action for each span label: marks the selection, or relabels the selected span."""
    return [
        ActionSpec(
            _LABEL + label.key,
            tr("Mark {name}", name=within(label.name)),
            (label.hotkey,) if label.hotkey else (),
            "reader",
            "mark",
            tr("Mark the selection as {name}, or relabel the selected mark", name=within(label.name)),
            _article,
        )
        for label in content.span_labels
    ]


def label_of(action_id: str) -> str:
    """The label key of a label's action, "" for any other action."""
    return action_id.removeprefix(_LABEL) if action_id.startswith(_LABEL) else ""


def key_name(spec: ActionSpec) -> str:
    """The first shortcut as it is shown beside the action, "" for none."""
    if not spec.shortcuts:
        return ""
    native = QKeySequence(spec.shortcuts[0]).toString(QKeySequence.SequenceFormat.NativeText)
    return re.sub(r"\+(?=.)", " ", native.replace("Return", "⏎"))  # but not the plus of Ctrl and +


class ActionSet(QObject):
    """The actions of one window, made from specs and handlers by id."""

    def __init__(
        self, specs: Sequence[ActionSpec], handlers: Mapping[str, Callable[[], object]], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.specs = {spec.id: spec for spec in specs}
        self._actions = {spec.id: self._make(spec, handlers[spec.id]) for spec in specs}

    def __getitem__(self, action_id: str) -> QAction:
        return self._actions[action_id]

    def attach(self, window: QWidget, reader: QWidget, articles: QWidget) -> None:
        """Give every action to the widget within which its shortcut acts."""
        places = {"window": window, "reader": reader, "list": articles}
        for spec in self.specs.values():
            places[spec.where].addAction(self._actions[spec.id])

    def of_group(self, group: Group) -> list[ActionSpec]:
        """The specs of a menu, in order."""
        return [spec for spec in self.specs.values() if spec.group == group]

    def refresh(self, state: State) -> None:
        """Enable what is possible; name what undo and redo would do."""
        for spec in self.specs.values():
            self._actions[spec.id].setEnabled(spec.enabled(state))
        for ident, title in (("edit.undo", state.undo), ("edit.redo", state.redo)):
            verb = tr(self.specs[ident].title)
            self._actions[ident].setText(f"{verb}: {step_words(title)}" if title else verb)

    def remove(self) -> None:
        """Take the actions away from every widget: another set replaces this one."""
        for action in self._actions.values():
            action.setShortcuts([])  # at once: it goes a little later, and two of a kind are none
            action.deleteLater()
        self.deleteLater()

    def _make(self, spec: ActionSpec, handler: Callable[[], object]) -> QAction:
        title = tr(spec.title)
        action = QAction(title, self)
        action.setObjectName(spec.id)
        action.setShortcuts([QKeySequence(name) for name in spec.shortcuts])
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut if spec.where == "window" else inside)
        if spec.tip:
            action.setStatusTip("")
            action.setToolTip(f"{title} ({key_name(spec)})" if spec.shortcuts else title)
            action.setWhatsThis(tr(spec.tip))
        action.triggered.connect(lambda _checked=False: handler())
        return action
