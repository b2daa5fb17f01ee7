"""The strip with which a lead decides: whose reading counts, why, by which entry of the codebook."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from annotator.adjudication import Judged
from ui.dialogs.parts import label, say
from ui.guard import guarded, nothing
from ui.i18n import tr
from ui.review.compare.words import Words
from ui.widgets.fields import Elided, Pick
from ui.widgets.flow import FlowLayout
from ui.widgets.key_chip import KeyChip
from ui.widgets.key_hint import KeyHint

_NUMBERED = 9  # readers that have a key


class ReasonLine(QLineEdit):
    """Enter and Esc go back to the list."""

    left = Signal()

    @guarded(nothing)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that leave the line."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            self.left.emit()
        else:
            super().keyPressEvent(event)


class VerdictBar(QFrame):
    """What can be decided on the current unit, what was, and while a verdict is put together, its keys."""

    accept_wanted = Signal(int)  # a reader's place
    wanted = Signal(str)  # both, none, edit, reopen, rule, other, settle, stop, next

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "verdict")
        self.rule = ""
        self._rule_name = ""
        self.chips: dict[str, KeyChip] = {}
        self.accepts: dict[int, KeyChip] = {}
        self.decided = Elided(role="decided")
        self.gold = Elided(role="small")
        self.trouble = label(role="fault")
        self.trouble.setAccessibleName(tr("Problem"))
        self.reason = ReasonLine()
        self.reason.setPlaceholderText(tr("Why (R)"))
        self.reason.setAccessibleName(tr("Reason"))
        self._choices = QWidget()
        self._flow = FlowLayout(self._choices, 6)
        self._editing = self._editing_row()
        self.done = label("", "decided")
        self.next = QPushButton()
        self.next.setProperty("primary", True)
        self.next.clicked.connect(lambda _=False: self.wanted.emit("next"))
        self._make_chips()
        self._rule_row = QHBoxLayout()
        self._rule_row.setSpacing(8)
        self._rule_row.addWidget(self.reason, 3)
        self.pick: Pick = self._make_pick()
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 14, 10)
        column.setSpacing(7)
        for widget in (self.decided, self.gold, self.trouble, self._choices, self._editing):
            column.addWidget(widget)
        column.addLayout(self._rule_row)
        column.addWidget(self.done)
        column.addWidget(self.next, 0, Qt.AlignmentFlag.AlignLeft)
        self.say_trouble("")
        self.offer_next(None)

    # -- what is shown
    def show_unit(self, words: Words | None, one: Judged | None, editing: bool) -> None:
        """Show a unit's verdict and what can be decided."""
        there = words is not None and one is not None
        self.setVisible(there or not self.done.isHidden())
        self._choices.setVisible(there and not editing)
        self._editing.setVisible(editing)
        self.reason.setVisible(there)
        self.pick.setVisible(there)
        self._readers(words, one)
        self._verdict(words, one)

    def begin(self, words: Words, one: Judged) -> None:
        """Another unit: the reason and the rule are those of its verdict."""
        verdict = one.verdict
        self.reason.setText(verdict.reason if verdict else "")
        rule = verdict.rule if verdict else ""
        self.set_rule(rule, words.rule_names.get(rule, rule))
        self.say_trouble("")

    def set_rule(self, rule: str, name: str) -> None:
        """The codebook's entry that the next verdict hangs on, "" for none."""
        if (rule, name) != (self.rule, self._rule_name):
            self.rule, self._rule_name = rule, name
            old, self.pick = self.pick, self._make_pick()
            self.pick.setVisible(not old.isHidden())
            QWidget.setTabOrder(self.reason, self.pick)
            self._rule_row.removeWidget(old)
            old.hide()
            old.deleteLater()

    def say_trouble(self, words: str) -> None:
        """Say what is wrong, or nothing."""
        say(self.trouble, words)

    def offer_next(self, title: str | None) -> None:
        """All is settled: offer to go on to the article of that title, "" if there is none; None if it is not."""
        self.next.setVisible(bool(title))
        all_done = tr("Everything in this article is settled.")
        says = all_done if title else tr("Everything in this article is settled, and no other article is waiting.")
        say(self.done, says if title is not None else "")
        words = tr("Next article: {title}", title=title)
        self.next.setText(f"{words}   ⏎".replace("&", "&&"))
        self.next.setAccessibleName(words)

    # -- inside
    def _make_chips(self) -> None:
        for ident, words, key, name in (
            ("both", tr("All stand"), "B", tr("All readings stand")),
            ("none", tr("Nothing here"), "0", tr("Nobody is right: nothing here")),
            ("edit", tr("Put together…"), "E", tr("Put together from the fields of several readings, or edit")),
            ("reopen", tr("Re-open"), "U", tr("Re-open: take the verdict back")),
        ):
            chip = KeyChip(words, key, name)
            chip.clicked.connect(_later(self.wanted.emit, ident))
            self.chips[ident] = chip
            self._flow.addWidget(chip)

    def _editing_row(self) -> QWidget:
        row = QWidget()
        flow = FlowLayout(row, 6)
        for ident, words, key in (
            ("", tr("Whose field counts"), "← →"),
            ("other", tr("Something else…"), tr("Space")),
            ("settle", tr("Next difference; at the end: settle"), "⏎"),
            ("stop", tr("Give up"), tr("Esc")),
        ):
            hint = KeyHint(words, key, words, key_first=True)
            hint.setEnabled(bool(ident))
            hint.clicked.connect(_later(self.wanted.emit, ident))
            flow.addWidget(hint)
        return row

    def _make_pick(self) -> Pick:
        pick = Pick(tr("Rule of the codebook"), self._rule_name, tr("Rule of the codebook (G)"))
        pick.clicked.connect(lambda _=False: self.wanted.emit("rule"))
        self._rule_row.addWidget(pick, 2)
        return pick

    def _readers(self, words: Words | None, one: Judged | None) -> None:
        order = words.order if words and one else []
        if list(self.accepts) != order:
            self._make_accepts(order)
        if words is None or one is None:
            return
        verdict = one.verdict
        accepted = words.accepted(one.unit, verdict) if verdict and verdict.decision == "accept" else set()
        for n, chip in self.accepts.items():
            name = words.reader(n)
            empty = one.unit.marks[n] is None
            chip.setText(tr("{reader}: nothing", reader=name) if empty else name)
            chip.setAccessibleName(tr("Accept the reading of {reader}", reader=name))
            chip.setChecked(n in accepted)
        two = len(one.unit.found) == len(order) == 2
        self.chips["both"].setText(tr("Both stand") if two else tr("All stand"))
        self.chips["both"].setEnabled(len(one.unit.found) > 1 and one.unit.kind != "label" and not one.unit.agree)
        for ident in ("both", "none", "edit"):
            self.chips[ident].setChecked(verdict is not None and _CHIP.get(verdict.decision) == ident)
        self.chips["reopen"].setChecked(False)
        self.chips["reopen"].setVisible(verdict is not None)

    def _make_accepts(self, order: list[int]) -> None:
        for chip in self.accepts.values():
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.accepts = {}
        before: QWidget | None = None
        rest = [self._flow.takeAt(0) for _ in range(self._flow.count())]
        for place, n in enumerate(order[:_NUMBERED], 1):
            chip = KeyChip("", str(place), "")
            chip.clicked.connect(_later(self.accept_wanted.emit, n))
            self._flow.addWidget(chip)
            self.accepts[n] = chip
            if before is not None:
                QWidget.setTabOrder(before, chip)
            before = chip
        for item in rest:
            if item is not None:
                self._flow.addItem(item)
        if before is not None:
            for chip in self.chips.values():
                QWidget.setTabOrder(before, chip)
                before = chip

    def _verdict(self, words: Words | None, one: Judged | None) -> None:
        decided = words.decided(one) if words and one else ""
        if one is not None and one.news:
            decided = tr("✱ A reader says something new since this verdict: {verdict}", verdict=decided)
        elif decided:
            decided = f"✓ {decided}"
        self.decided.set_whole(decided)
        self.decided.setVisible(bool(decided))
        lines = words.gold(one.verdict) if words and one and one.verdict else []
        self.gold.set_whole(tr("Gold has: {marks}", marks=" · ".join(lines)) if lines else "")
        self.gold.setVisible(bool(lines))


_CHIP = {"both": "both", "none": "none", "merge": "edit", "edit": "edit"}


def _later(call: Callable[..., object], value: object) -> Callable[[], object]:
    return lambda *_: call(value)
