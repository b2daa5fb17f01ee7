"""What the verdict keys do: the decision is written, and the next open unit is shown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QObject, QRect
from PySide6.QtWidgets import QWidget

from annotator.adjudication import Judged, Mark
from annotator.errors import Problem
from annotator.models import Decision
from annotator.operations import verdicts
from annotator.store import Step
from ui.dialogs.parts import sentence
from ui.i18n import tr
from ui.review.compare.bar import VerdictBar
from ui.review.compare.columns import Columns
from ui.review.compare.grid import FieldGrid
from ui.review.compare.offers import offers
from ui.review.compare.units import UnitList
from ui.review.compare.words import Words
from ui.session import Session
from ui.widgets.ranking import Candidate, Entry, Offer, normal, rank
from ui.widgets.typeahead import Chooser

Key = tuple[str, ...]


class Desk(Protocol):
    """The comparison that is judged."""

    session: Session
    words: Words | None
    units: UnitList
    columns: Columns
    grid: FieldGrid
    bar: VerdictBar
    chooser: Chooser

    @property
    def current(self) -> Judged | None:
        """The unit that is shown."""

    def refresh(self, key: Key | None = None, reveal: bool = False, onward: bool = False) -> None:
        """Read the article again."""

    def stop_editing(self) -> None:
        """Put nothing together any more."""

    def near(self, widget: QWidget) -> QRect:
        """Where a part is."""


class Deciding(QObject):
    """Verdicts on the current unit of a comparison."""

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self._desk: Desk = view  # type: ignore[assignment]  # which no Qt class can inherit from

    # -- verdicts
    def accept_letter(self, place: int) -> bool:
        """Accept the reading at that place, A is 0; False if there are fewer readers."""
        words = self._desk.words
        if words is None or place >= len(words.order):
            return False
        self.accept(words.order[place])
        return True

    def accept(self, reader: int) -> None:
        """Accept what a reader has; who has nothing is right if nothing is there."""
        one = self._desk.current
        mark = one.unit.marks[reader] if one else None
        if mark is None:
            self.none()
        else:
            self._decide("accept", (mark,), reader)

    def both(self) -> None:
        """Let all that differs stand."""
        one = self._desk.current
        if one is None:
            return
        if self._desk.bar.chips["both"].isEnabled():
            self._decide("both", [mark for mark in one.unit.marks if mark is not None])
        else:
            self._desk.bar.say_trouble(tr("There are no two different readings that could stand side by side."))

    def none(self) -> None:
        """Nobody is right, or there is nothing here."""
        self._decide("none")

    def settle(self) -> None:
        """Decide as it was put together."""
        made = self._desk.grid.made()
        if made is not None:
            self._decide(made.decision, (made.mark,), made.reader)

    def reopen(self) -> None:
        """Take the verdict on the unit back."""
        one = self._desk.current
        if one is not None and one.verdict is not None:
            outcome = self._desk.session.attempt(verdicts.reopen, one.verdict)
            self._tell(outcome)
            if not isinstance(outcome, Problem):
                self._desk.refresh(one.unit.key, reveal=True)

    def _decide(self, decision: Decision, marks: Sequence[Mark] = (), reader: int | None = None) -> None:
        desk, one = self._desk, self._desk.current
        if desk.words is None or one is None:
            return
        outcome = desk.session.attempt(
            verdicts.settle, desk.words.here, one.unit, decision, marks, reader=reader,
            reason=desk.bar.reason.text().strip(), rule=desk.bar.rule,
        )  # fmt: skip
        self._tell(outcome)
        if isinstance(outcome, Problem):
            return
        desk.stop_editing()
        desk.refresh(one.unit.key, onward=True)

    def _tell(self, outcome: Step | Problem) -> None:
        self._desk.bar.say_trouble(f"⚠ {sentence(outcome)}" if isinstance(outcome, Problem) else "")

    # -- choosing
    def ask_rule(self) -> None:
        """Let the user choose the codebook's entry that the verdict hangs on."""
        desk = self._desk
        if desk.words is None or desk.current is None:
            return
        names = {"": tr("no rule"), **desk.words.rule_names}
        unit = desk.current.unit
        near = {*unit.labels, "stance" if unit.kind == "statement" else ""} - {""}
        entries = [
            Entry(Candidate("claim", key, name, key), (normal(name), normal(key)), int(key.partition(".")[0] in near))
            for key, name in names.items()
        ]
        desk.chooser.ask(
            tr("The rule of the codebook this hangs on"), "",
            lambda query: Offer(tuple(hit.candidate for hit in rank(query, entries))),
            desk.near(desk.bar.pick), lambda rule: desk.bar.set_rule(rule.id, names[rule.id] if rule.id else ""),
            desk.grid if desk.grid.editing else desk.units.view,
        )  # fmt: skip

    def ask_other(self, key: str) -> None:
        """Let a field be something that no reader says."""
        desk, one = self._desk, self._desk.current
        row = next((row for row in desk.grid.rows if row.key == key), None)
        if desk.words is None or one is None or row is None or not desk.grid.editing:
            return
        found = offers(desk.session.project, desk.words, one.unit, row, desk.columns.selection())
        desk.chooser.ask(
            desk.words.field_name(key, one.unit), "", found.source, desk.near(desk.grid),
            lambda chosen: desk.grid.pick(key, found.meaning(chosen)), desk.grid,
        )  # fmt: skip

    def take_selection(self) -> None:
        """Let the passage be the words that are selected in a text."""
        desk, one, chosen = self._desk, self._desk.current, self._desk.columns.selection()
        if desk.words is None or one is None or chosen is None:
            return
        if any(row.key == "passage" for row in desk.grid.rows):
            desk.grid.pick("passage", desk.words.fields.passage(one.unit, (chosen,)))
            desk.grid.setFocus()


def following(units: Sequence[Judged], key: Key, differing: bool) -> Key | None:
    """The key of the next open unit after one, or from the beginning; `differing`: rather one with differences."""
    at = next((n for n, one in enumerate(units) if one.unit.key == key), -1)
    found = [one for one in (*units[at + 1 :], *units[: at + 1]) if one.open]
    wanted = [one for one in found if not one.unit.agree] if differing else found
    return next((one.unit.key for one in wanted or found), None)
