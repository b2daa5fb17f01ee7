"""Taking an example for the codebook out of the text, by key."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from annotator.codebook import SpanLabel
from annotator.codebook.drafts import Draft, example_of
from annotator.codebook.faults import Place
from ui.annotate.desk import Desk
from ui.i18n import tr, within
from ui.reader import ReaderView


class Exemplify:
    """The selected mark becomes an example of its label; for a selection a menu asks of which, and whether of what to
    mark or of what not to. It goes into the draft of the codebook, where it waits to be saved."""

    def __init__(self, desk: Desk, view: ReaderView, parent: QWidget) -> None:
        self._desk, self._view, self._parent = desk, view, parent
        self.menu: QMenu | None = None

    def take(self) -> None:
        """Take what is selected."""
        span, chosen = self._desk.span, self._view.selection()
        rules = self._desk.rules(span)
        if chosen is not None:
            self._ask(chosen)
        elif span is not None and rules is not None:
            self._put(rules, span.fragments, good=True)
        else:
            self._say(tr("Select a mark, or some words, first."))

    def _ask(self, chosen: tuple[int, int]) -> None:
        menu = QMenu(self._parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        labels = self._desk.content.span_labels
        for good in (True, False):
            for rules in labels:
                name = within(rules.name)
                words = tr("Example of {label}", label=name) if good else tr("What is no {label}", label=name)
                action = menu.addAction(words.replace("&", "&&"))
                action.triggered.connect(lambda _=False, r=rules, g=good: self._put(r, (chosen,), good=g))
            if good:
                menu.addSeparator()
        menu.setActiveAction(menu.actions()[0])
        menu.aboutToHide.connect(self._view.setFocus)
        self.menu = menu
        rect = self._view.cursorRect()
        menu.popup(self._view.viewport().mapToGlobal(rect.bottomLeft() + QPoint(0, 4)))

    def _put(self, rules: SpanLabel, fragments: tuple[tuple[int, int], ...], *, good: bool) -> None:
        from ui.codebook.keeper import Keeper

        keeper = Keeper.of(self._desk.session)
        place = _now_at(keeper.draft, ("span", rules.key))
        if place is None:
            self._say(tr("The draft of the codebook has no {label} any more.", label=within(rules.name)))
            return
        example = example_of(self._desk.text, fragments).model_copy(update={"good": good})
        before = keeper.draft
        keeper.edit(lambda draft: draft.add_example(place, example))
        if keeper.draft is before:
            self._say(tr("This is an example of {label} already.", label=within(rules.name)))
        else:
            words = tr("Example of {label}: it is in the draft of the codebook, to be saved there (Ctrl+3).",
                       label=within(rules.name))  # fmt: skip
            self._say(words)

    def _say(self, words: str) -> None:
        self._desk.session.notice.emit(words)


def _now_at(draft: Draft, place: Place) -> Place | None:
    fate, there = draft.way().fates.get(place, ("open", None))
    return there if fate in ("kept", "renamed") else None
