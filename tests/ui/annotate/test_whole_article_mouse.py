"""The same article is labelled with the mouse alone: drags, clicks, menus, the wheel. No key is pressed."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QMenu, QWidget

from annotator.models import Polarity, Reading, Relation, Span, Stance
from tests.ui.annotate.whole_article import adas_reading, assert_as_ada_has_it, unlabelled
from tests.ui.conftest import NONE, Hand, Opener
from ui.annotate.inspector.slot import Slot
from ui.annotate.words import POLARITIES
from ui.widgets.typeahead import CANDIDATE

pytestmark = pytest.mark.qt_log_ignore("does not support")  # the offscreen platform has no window manager
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def model(tmp_path: Path) -> Reading:
    """Ada's reading of the article."""
    return adas_reading(tmp_path)


class Keys(QObject):
    """Sees every key that any widget gets."""

    def __init__(self) -> None:
        super().__init__()
        self.pressed: list[int] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress:
            self.pressed.append(1)
        return False


class Pointer:
    """A hand on the mouse. Counts what it does."""

    def __init__(self, hand: Hand) -> None:
        self.hand, self.view = hand, hand.view
        self.clicks = self.drags = 0

    # -- in the text
    def roll_to(self, place: int) -> None:
        """Turn the wheel until a place of the text stands well inside the view."""
        port = self.view.viewport()
        for _ in range(200):
            y = self.at(place).y()
            if 40 < y < port.height() - 60:
                return
            wheel(port, 60 if y <= 40 else -60)
        raise AssertionError("the wheel does not reach it")

    def at(self, place: int) -> QPoint:
        """The middle of a character, in the viewport."""
        cursor = self.view.textCursor()
        cursor.setPosition(self.view.scene.map.to_qt(place))
        here = self.view.cursorRect(cursor)
        cursor.movePosition(cursor.MoveOperation.NextCharacter)
        there = self.view.cursorRect(cursor)
        x = (here.center().x() + there.center().x()) // 2 if there.top() == here.top() else here.center().x() + 2
        return QPoint(x, here.center().y())

    def drag(self, start: int, end: int) -> None:
        """Select words."""
        self.roll_to(start)
        self.drags += 1
        port = self.view.viewport()
        QTest.mousePress(port, LEFT, NONE, self.at(start))
        QTest.mouseMove(port, self.at(start) + QPoint(6, 0))
        last = self.at(end - 1) + QPoint(2, 0)  # past the middle of the last letter
        QTest.mouseMove(port, last)
        QTest.mouseRelease(port, LEFT, NONE, last)
        assert self.view.selection() == (start, end)

    def go_to(self, span: Span) -> None:
        """Select a mark: the innermost with the first click, further clicks go outward."""
        self.roll_to(span.start)
        for _ in range(8):
            if self.view.selected_span == span.id:
                return
            self.click_text(span.start)
        raise AssertionError("clicks do not reach the mark")

    def click_text(self, place: int) -> None:
        self.clicks += 1
        QTest.mouseClick(self.view.viewport(), LEFT, NONE, self.at(place))

    def choose(self, place: int, action: str) -> None:
        """An action of the context menu there."""
        point = self.at(place)
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, self.view.viewport().mapToGlobal(point))
        QApplication.sendEvent(self.view.viewport(), event)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        wanted = self.hand.action(action)
        assert wanted in menu.actions() and wanted.isEnabled(), action
        self.clicks += 2
        QTest.mouseClick(menu, LEFT, NONE, menu.actionGeometry(wanted).center())

    # -- elsewhere
    def press(self, button: QAbstractButton) -> None:
        assert button.isVisible() and button.isEnabled(), button.accessibleName()
        self.clicks += 1
        QTest.mouseClick(button, LEFT)

    def take(self, view: QAbstractItemView, model: QAbstractItemModel, ident: str, kind: str = "") -> None:
        """A line of a list, rolled into sight."""
        found = [model.index(row, 0) for row in range(model.rowCount())]
        index = next(i for i in found if (c := i.data(CANDIDATE)).id == ident and (not kind or c.kind == kind))
        port = view.viewport()
        for _ in range(100):
            box = view.visualRect(index)
            if port.rect().contains(box.center()):
                break
            wheel(port, 30 if box.top() < 0 else -30)
        self.clicks += 1
        QTest.mouseClick(port, LEFT, NONE, view.visualRect(index).center())

    def fill(self, slot: Slot, ident: str, kind: str = "") -> None:
        """Choose in a slot of the bar, also where something stands in it already."""
        self.clicks += 1
        QTest.mouseClick(slot.edit, LEFT)
        assert slot.popup.isVisible()
        self.take(slot.view, slot.typeahead.model, ident, kind)
        assert slot.value is not None and slot.value.id == ident


def wheel(widget: QWidget, by: int) -> None:
    """The wheel over a widget."""
    middle = QPointF(widget.rect().center())
    QApplication.sendEvent(
        widget,
        QWheelEvent(
            middle, QPointF(widget.mapToGlobal(middle)), QPoint(0, by), QPoint(0, by), Qt.MouseButton.NoButton, NONE,
            Qt.ScrollPhase.NoScrollPhase, False,
        ),
    )  # fmt: skip


def mark(pointer: Pointer, span: Span) -> Span:
    """Mark a stretch, its further pieces, and link it."""
    hand, start = pointer.hand, span.fragments[0][0]
    pointer.drag(*span.fragments[0])
    chips = {hint.accessibleName(): hint for hint in hand.work.pane.bar.marks if hint.isVisible()}
    chip = next((chips[name] for name in chips if name.startswith(f"Mark {span.label.lower()},")), None)
    if chip is not None:
        pointer.press(chip)
    else:  # no room for it in the bar
        pointer.choose(start, f"label.{span.label}")
    for a, b in span.fragments[1:]:
        pointer.choose(start, "mark.join")
        pointer.drag(a, b)
        pointer.choose(a, "mark.join")
    if span.actor_id:
        pointer.choose(start, "mark.actor")
        chooser = hand.work.chooser.typeahead
        if all(c.id != span.actor_id for c in chooser.model.offer.candidates):  # the mention's words are no name of it
            pointer.press(chooser.edit.findChild(QAbstractButton))
        pointer.take(chooser.view, chooser.model, span.actor_id)
    made = hand.desk.span
    assert made is not None
    return made


def relate(pointer: Pointer, relation: Relation, made: dict[str, Span]) -> None:
    head, tail = made[relation.head_id], made[relation.tail_id]
    pointer.go_to(head)
    pointer.choose(head.start, "mark.relate")
    pointer.roll_to(tail.start)
    marks = pointer.hand.desk.marks
    for _ in range(8):  # of nested marks the innermost first
        if tail.id in {r.tail_id for r in marks.relations_from(head.id)}:
            return
        pointer.click_text(tail.start)
    raise AssertionError("clicks do not reach the other end")


def add_stance(pointer: Pointer, stance: Stance, made: dict[str, Span]) -> None:
    bar = pointer.hand.work.commands.bar
    if stance.claim_id:
        pointer.go_to(made[stance.claim_id])
    else:
        pointer.drag(*stance.evidence[0])
    pointer.press(pointer.hand.work.pane.bar.stance)
    if bar.holder.value is None or (bar.holder.value.kind, bar.holder.value.id) != (
        stance.holder.kind,
        stance.holder.id or "",
    ):
        pointer.fill(bar.holder, stance.holder.id or "", stance.holder.kind)
    signs: dict[Polarity | None, str] = {word.value: word.sign for word in POLARITIES}
    pointer.press(bar.signs[signs[stance.polarity]])
    pointer.fill(bar.target, stance.target.id)
    details = bar.details
    if stance.intensity:
        pointer.press(details.intensity.button(str(stance.intensity)))
    if not stance.explicit:
        pointer.press(details.implicit)
    if stance.irony:
        pointer.press(details.irony)
    if stance.expressed_by:
        pointer.press(details.expressed)
        chooser = pointer.hand.work.chooser.typeahead
        pointer.take(chooser.view, chooser.model, stance.expressed_by)
    pointer.press(bar.save)
    assert not bar.isVisible(), bar.hint.whole


def test_a_whole_article_with_the_mouse_alone(tmp_path: Path, opened: Opener, model: Reading) -> None:
    keys = Keys()
    app = QApplication.instance()
    assert app is not None
    with unlabelled(tmp_path / "mouse.stancemark", model) as project:
        hand = opened(project)
        hand.click_row(0)
        hand.qtbot.waitUntil(hand.work.pane.bar.stance.isVisible)
        app.installEventFilter(keys)
        pointer = Pointer(hand)
        made = {s.id: mark(pointer, s) for s in sorted(model.spans, key=lambda s: (s.start, -s.end))}
        for relation in model.relations:
            relate(pointer, relation, made)
        for stance in model.stances:
            add_stance(pointer, stance, made)
        hand.form()
        app.removeEventFilter(keys)
        assert_as_ada_has_it(hand, model)
        assert keys.pressed == []
        print(f"{pointer.clicks} clicks and {pointer.drags} drags")  # noqa: T201 (to read)
