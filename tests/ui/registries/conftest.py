"""The workspace of actors and issues in its window, on a filled project."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QWidget

from annotator.models import Actor, Holder, Span, Target
from annotator.operations import spans, stances
from annotator.operations.registries import add_actor, add_issue, annotator
from annotator.store import Project
from tests.factories import find
from tests.ui.conftest import CTRL, NONE, ODD, STORY, Hand, Key, Opener
from ui.registries.page import RegistriesPage


class Desk:
    """The page in its window, and a hand on it."""

    def __init__(self, hand: Hand, page: RegistriesPage) -> None:
        self.hand, self.page, self.project = hand, page, hand.project
        self.type = hand.type

    @property
    def pane(self) -> Any:
        return self.page.pane

    def key(self, key: Qt.Key, modifiers: Any = NONE) -> None:
        """Press a key; what it does is shown."""
        self.hand.key(key, modifiers)
        self.settle()

    def rows(self, column: int = 0) -> list[str]:
        """What the table shows in a column."""
        self.settle()
        model = self.page.list.model
        return [model.data(model.index(row, column)) for row in range(model.rowCount())]

    def go(self, name: str) -> None:
        """Click an entry's line."""
        view = self.page.list.table
        self.click_in(view, self.rows().index(name))

    def click_in(self, view: QAbstractItemView, row: int, modifiers: Any = NONE, column: int = 0) -> None:
        index = view.model().index(row, column)
        view.scrollTo(index)
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, modifiers, view.visualRect(index).center())

    def pairs(self) -> list[tuple[str, str]]:
        model = self.page.duplicates.model
        return [(model.data(model.index(n, 0)), model.data(model.index(n, 1))) for n in range(model.rowCount())]

    def focus(self, widget: QWidget) -> None:
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        self.hand.qtbot.waitUntil(widget.hasFocus)

    def write(self, edit: QWidget, text: str) -> None:
        """Type over what stands in a field, then leave it."""
        self.focus(edit)
        self.key(Key.Key_A, CTRL)
        self.type(text) if text else self.key(Key.Key_Delete)
        self.key(Key.Key_Tab)

    def settle(self) -> None:
        self.hand.qtbot.waitUntil(lambda: not (self.page.late and self.page.isVisible()))

    def actor(self, name: str) -> Actor:
        return next(a for a in self.project.all(Actor) if a.name == name)

    def steps(self) -> int:
        return self.project.last_step()

    def named(self, name: str) -> list[str]:
        """The words of the mentions of an actor, of all layers."""
        ident = self.actor(name).id
        return sorted(s.quote for s in self.project.all(Span) if s.actor_id == ident)


def fill(project: Project) -> None:
    """Mentions and stances of Vale and of the minister by two annotators."""
    ann, ben = (annotator(project, name).id for name in ("Ann", "Ben"))
    story, odd = (row[0] for row in project.rows("SELECT id FROM article ORDER BY published LIMIT 2"))
    vale = add_actor(project, ann, "Vale", type="person").created("actor")[0]
    minister = add_actor(project, ann, "Ada Vale", type="person", aliases=("the minister",)).created("actor")[0]
    union = add_actor(project, ann, "Port Union", type="ngo", speaks_for=None).created("actor")[0]
    add_actor(project, ben, "ليلى", status="proposed")
    toll = add_issue(project, ann, "Close the bridge").created("issue")[0]
    add_issue(project, ann, "Shut the bridge")
    spans.mark(project, ann, story, *find(STORY, "Vale denied"), "ACTOR", actor_id=vale)
    spans.mark(project, ben, story, *find(STORY, "Minister Ada Vale"), "ACTOR", actor_id=minister)
    spans.mark(project, ann, story, *find(STORY, "Minister Ada Vale"), "ACTOR", actor_id=minister)
    spans.mark(project, ben, odd, *find(ODD, "الوزيرة ليلى"), "ACTOR", actor_id=vale)
    held, about = Holder(kind="actor", id=vale), Target(kind="issue", id=toll)
    stances.add(project, ben, story, held, "support", about, (find(STORY, "must close"),))
    stances.add(project, ben, story, Holder(kind="actor", id=union), "oppose", about, (find(STORY, "costly mistake"),))


def at_actors(opened: Opener, project: Project) -> Desk:
    """Ann's window on the project, filled, at the actors."""
    fill(project)
    hand = opened(project)
    hand.open(0)
    hand.key(Key.Key_2, CTRL)
    page = hand.window.pages.page("actors")
    assert isinstance(page, RegistriesPage)
    hand.qtbot.waitUntil(page.list.table.hasFocus)
    return Desk(hand, page)


@pytest.fixture
def desk(opened: Opener, project: Project) -> Desk:
    """The workspace in its window."""
    return at_actors(opened, project)
