"""The stance bar: choosing who and what, every field by key, and what it says when something is wrong."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.models import Actor, Issue, Target
from tests.ui.annotate.conftest import actor_id
from tests.ui.conftest import CTRL, NONE, Hand, Key
from ui.widgets.ranking import Candidate


def test_the_bar_says_what_is_missing(known: Hand) -> None:
    bar = known.work.commands.bar
    known.key(Key.Key_S)
    known.key(Key.Key_Return)
    assert "which way" in bar.hint.whole
    known.type("0")
    known.key(Key.Key_Escape)
    assert not bar.isVisible() and known.stances() == []
    known.select("a costly mistake")
    known.key(Key.Key_S)
    known.click("Save the stance")
    assert "who holds" in bar.hint.whole
    assert QApplication.focusWidget() is bar.holder.edit


def test_without_a_passage_there_is_no_bar(hand: Hand) -> None:
    hand.key(Key.Key_S)
    assert not hand.work.commands.bar.isVisible()
    assert "Select the passage" in hand.said


def test_a_refusal_is_said_in_the_bar_and_keeps_it_open(known: Hand) -> None:
    known.key(Key.Key_S)
    known.type("+")
    known.type("a costly")
    known.key(Key.Key_Return)
    issues = known.project.all(Issue)
    bar = known.work.commands.bar
    bar.target.set(Candidate("claim", "gone", "gone"))
    known.key(Key.Key_Return)
    assert bar.isVisible()
    assert "not there" in bar.hint.whole
    assert known.project.all(Issue) == issues


def test_holder_and_target_by_letters_in_the_text(known: Hand) -> None:
    known.select("a costly mistake")
    known.key(Key.Key_S)
    known.type(".")
    by_letter = dict(known.view.scene.hints)
    union = next(s.id for s in known.spans() if s.quote == "Port Union")
    claim = next(s.id for s in known.spans() if s.label == "CLAIM")
    known.type(by_letter[union].lower())
    assert known.work.commands.bar.holder.value is not None
    known.type("-")
    known.type(".")
    known.type(known.view.scene.hints[claim].lower())
    known.key(Key.Key_Return)
    (stance,) = known.stances()
    assert stance.holder.id == actor_id(known, "Port Union")
    assert stance.target == Target(kind="claim", id=claim)


def test_a_letter_that_is_let_go_leaves_the_bar_as_it_was(known: Hand) -> None:
    known.select("a costly mistake")
    known.key(Key.Key_S)
    known.type(".")
    known.key(Key.Key_Escape)
    assert known.work.commands.bar.isVisible()
    assert known.work.commands.bar.holder.edit.hasFocus()


def test_a_mention_without_an_actor_cannot_be_a_holder(known: Hand) -> None:
    known.select("ferry lobby")
    known.key(Key.Key_1)
    plain = next(s.id for s in known.spans() if s.quote == "ferry lobby")
    known.select("a costly mistake")
    known.key(Key.Key_S)
    known.type(".")
    known.type(known.view.scene.hints[plain].lower())
    bar = known.work.commands.bar
    assert bar.holder.value is None
    assert "neither a claim" in bar.hint.text()


def test_expressed_by_is_chosen_by_key_and_taken_away_again(known: Hand) -> None:
    known.key(Key.Key_S)
    known.type("+")
    known.type("bridge is")
    known.key(Key.Key_Return)
    known.type("b")
    known.type("port")
    known.key(Key.Key_Return)
    bar = known.work.commands.bar
    assert bar.details.expressed.isChecked()
    bar.details.expressed.setFocus()
    known.type("b")
    assert not bar.details.expressed.isChecked()
    known.type("b")
    known.type("port")
    known.key(Key.Key_Return)
    known.key(Key.Key_Return)
    (stance,) = known.stances()
    assert stance.expressed_by == actor_id(known, "Port Union")


@pytest.mark.parametrize(("typed", "kind"), [("@", "author"), ("_", "unnamed")])
def test_author_and_unnamed_holders(known: Hand, typed: str, kind: str) -> None:
    known.select("a costly mistake")
    known.key(Key.Key_S)
    known.type(typed)
    known.type("?")
    known.type("Ada")
    known.key(Key.Key_Return)
    known.key(Key.Key_I)
    known.key(Key.Key_R)
    known.key(Key.Key_Return)
    (stance,) = known.stances()
    assert (stance.holder.kind, stance.holder.id, stance.polarity) == (kind, None, None)
    assert (stance.explicit, stance.irony) == (False, True)
    assert stance.target == Target(kind="actor", id=actor_id(known, "Ada Vale"))


def test_new_holder_and_new_issue_in_one_step(known: Hand) -> None:
    known.select("a costly mistake")
    known.key(Key.Key_S)
    known.type("Ferry lobby")
    known.key(Key.Key_Return)
    known.type("-")
    known.type("A second bridge")
    known.key(Key.Key_Return)
    known.key(Key.Key_Return)
    (stance,) = known.stances()
    assert stance.holder.id == actor_id(known, "Ferry lobby")
    assert stance.target.kind == "issue"
    assert "A second bridge" in {issue.name for issue in known.project.all(Issue)}
    known.key(Key.Key_Z, CTRL)
    assert known.stances() == []
    assert "Ferry lobby" not in {a.name for a in known.project.all(Actor)}


def test_a_choice_by_mouse(known: Hand) -> None:
    known.select("a costly mistake")
    known.key(Key.Key_S)
    slot = known.work.commands.bar.holder
    row = next(
        n for n in range(slot.typeahead.model.rowCount()) if slot.typeahead.model.index(n).data() == "Port Union"
    )
    QTest.mouseClick(
        slot.view.viewport(),
        Qt.MouseButton.LeftButton,
        NONE,
        slot.view.visualRect(slot.typeahead.model.index(row)).center(),
    )
    assert slot.value is not None and slot.value.name == "Port Union"


def begin(hand: Hand, target: str = "bridge is") -> None:
    """A stance on the claim that is selected, as far as its target."""
    hand.key(Key.Key_S)
    hand.type("+")
    hand.type(target)
    hand.key(Key.Key_Return)


def test_every_field_by_key(known: Hand) -> None:
    begin(known)
    known.type("2cc")
    known.type("ird")
    known.type("n")
    known.type("maybe 3 of them")  # letters and digits that are keys elsewhere in the bar
    known.key(Key.Key_Return)
    known.key(Key.Key_Return)
    (stance,) = known.stances()
    assert (stance.intensity, stance.confidence, stance.note) == (2, "medium", "maybe 3 of them")
    assert (stance.explicit, stance.irony, stance.negated) == (False, True, True)
    known.key(Key.Key_Z, CTRL)
    known.desk.select_span(next(s.id for s in known.spans() if s.label == "CLAIM"))
    known.to_text()
    begin(known)
    known.key(Key.Key_Return)
    (plain,) = known.stances()  # nothing is left of the one before
    assert (plain.intensity, plain.confidence, plain.note) == (None, None, "")
    assert (plain.explicit, plain.irony, plain.negated) == (True, False, False)


def test_confidence_goes_round_to_none(known: Hand) -> None:
    begin(known)
    details = known.work.commands.bar.details
    seen = []
    for _ in range(4):
        known.type("c")
        seen.append(details.sureness)
    assert seen == ["low", "medium", "high", None]


def test_a_key_is_shown_on_the_chip_it_acts_on(known: Hand) -> None:
    begin(known)
    details = known.work.commands.bar.details
    for key, chip in (("i", details.implicit), ("r", details.irony), ("d", details.negated)):
        assert chip.toolTip().endswith(f"({key.upper()})")
        off = chip.grab().toImage()
        known.type(key)
        assert chip.isChecked()
        assert chip.grab().toImage() != off


def test_a_key_that_does_nothing_is_said_in_the_bar(known: Hand) -> None:
    begin(known)
    bar = known.work.commands.bar
    for wrong in ("4", "x"):
        known.type(wrong)
        assert bar.hint.whole.startswith(f"“{wrong}” does nothing here")
        assert bar.hint.property("role") == "fault"
    known.type("2")
    assert bar.hint.property("role") == "small"
    assert bar.details.strength == 2


def test_a_name_that_was_not_taken_is_said(known: Hand) -> None:
    known.select("a costly mistake")
    known.key(Key.Key_S)
    bar = known.work.commands.bar
    known.type("Nobody kn")
    bar.signs["+"].setFocus()
    assert "“Nobody kn” was not taken" in bar.hint.whole
    assert bar.holder.value is None
    assert bar.holder.edit.text() == ""


def test_a_new_actor_as_target(known: Hand) -> None:
    known.key(Key.Key_S)
    known.type("-")
    known.type("Ferry lobby")
    known.key(Key.Key_Down)
    known.key(Key.Key_Return)
    known.key(Key.Key_Return)
    (stance,) = known.stances()
    assert stance.target == Target(kind="actor", id=actor_id(known, "Ferry lobby"))
    assert "Ferry lobby" not in {issue.name for issue in known.project.all(Issue)}


def test_the_bar_keeps_to_the_pane_when_it_is_narrow(known: Hand) -> None:
    begin(known)
    bar, pane = known.work.commands.bar, known.work.pane
    known.window.resize(1000, 600)
    known.qtbot.waitUntil(lambda: bar.width() <= pane.width() - 16)
    inside = bar.rect()
    for control in (*bar.details.controls(), bar.save, *bar.signs.values()):
        corner = control.mapTo(bar, control.rect().bottomRight())
        assert inside.contains(corner), control.accessibleName()


def test_a_click_on_a_slot_that_is_filled_shows_the_others(known: Hand) -> None:
    known.key(Key.Key_S)
    slot = known.work.commands.bar.holder
    assert slot.value is not None and slot.popup.isHidden()
    QTest.mouseClick(slot.edit, Qt.MouseButton.LeftButton)
    assert slot.popup.isVisible()
    rows = slot.typeahead.model
    place = next(rows.index(n) for n in range(rows.rowCount()) if rows.index(n).data() == "Port Union")
    QTest.mouseClick(slot.view.viewport(), Qt.MouseButton.LeftButton, NONE, slot.view.visualRect(place).center())
    assert slot.value.name == "Port Union"
