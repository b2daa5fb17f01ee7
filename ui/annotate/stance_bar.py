"""The bar at the foot of the text in which a stance is put together: holder, polarity, target, the rest."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QGraphicsDropShadowEffect,
    QHBoxLayout,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from annotator.models import Confidence, Polarity
from ui.annotate import choices
from ui.annotate.inspector.slot import Slot
from ui.annotate.marks import Marks
from ui.annotate.stance_details import StanceDetails
from ui.annotate.words import POLARITIES
from ui.dialogs.parts import label
from ui.guard import guarded, nothing
from ui.i18n import QT_TR_NOOP, tr
from ui.widgets.fields import Elided, restyle, small_button
from ui.widgets.ranking import Candidate

_HINTS = {
    "holder": QT_TR_NOOP("Type a name · @ the author · _ unnamed · . letters"),
    "polarity": QT_TR_NOOP("+ for · - against · 0 neutral · ~ mixed · ?"),
    "target": QT_TR_NOOP("Type an actor, issue or claim · . letters"),
    "details": QT_TR_NOOP("1–3 how strong · the keys on the chips · ⏎ saves · Esc gives up"),
    "note": QT_TR_NOOP("⏎ keeps the note; ⏎ once more saves the stance"),
}
_STRONG = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


@dataclass(frozen=True, slots=True)
class Draft:
    """A stance as it was put together."""

    holder: Candidate
    polarity: Polarity | None
    target: Candidate
    intensity: int | None
    explicit: bool
    irony: bool
    negated: bool = False
    confidence: Confidence | None = None
    note: str = ""
    expressed_by: Candidate | None = None


class StanceBar(QFrame):
    """Works by keys alone, and by mouse. Says its own errors."""

    saved = Signal(object)  # Draft
    hint_wanted = Signal()
    expressed_wanted = Signal()
    begun = Signal()
    closed = Signal()

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.setProperty("role", "bar")
        self.setAccessibleName(tr("New stance"))
        self.holder = Slot(tr("Holder"), tr("who"), over)
        self.target = Slot(tr("Target"), tr("type an actor, issue or claim"), over)
        self.details = StanceDetails()
        self._latest: QObject | None = None  # which part had the focus last
        self.polarities = QButtonGroup(self)
        self.signs: dict[str, QToolButton] = {}
        self.save = QPushButton(tr("Save ⏎"))
        self.save.setAccessibleName(tr("Save the stance"))
        self.hint = Elided(role="small")
        self._polarity_set = False
        self._polarity: Polarity | None = None
        self._dropped = ""  # what was typed and left without a choice
        self._lay_out()
        self._connect()
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(28)
        shadow.setOffset(0, 6)
        shadow.setColor(QColor(0, 0, 0, 60))
        self.setGraphicsEffect(shadow)
        self.hide()

    def begin(self, marks: Marks, holder: Candidate | None) -> None:
        """Open empty, or with a holder, and take the focus where something is missing."""
        self.holder.offer(choices.holders(marks), holder)
        self.target.offer(choices.targets(marks), None)
        self.details.clear()
        self._dropped = ""
        self._polarity_set, self._polarity = False, None
        self._show_polarity()
        self.say("")
        self.show()
        self.raise_()
        self._latest = None
        self.resume()
        self.begun.emit()

    def resume(self) -> None:
        """Take the focus where something is missing."""
        slot = self.holder if self.holder.value is None else self.target
        missing = slot.value is None
        to_slot = missing and (slot is self.holder or self._polarity_set)
        (slot.edit if to_slot else self.signs["+"]).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_expressed(self, candidate: Candidate) -> None:
        """Who says it for the holder."""
        self.details.show_speaker(candidate)

    def end(self) -> None:
        """Close."""
        if not self.isHidden():
            for slot in (self.holder, self.target):
                slot.popup.hide()
            self.hide()
            self.closed.emit()

    def say(self, fault: str) -> None:
        """Say what is wrong, or, with nothing wrong, what the keys do here."""
        restyle(self.hint, "role", "fault" if fault else "small")
        self.hint.set_whole(fault or tr(_HINTS[self._place()]))

    def take(self, candidate: Candidate) -> None:
        """Something was clicked in the text: it goes where something is missing."""
        if self._latest is self.target.edit or self.holder.value is not None or candidate.kind == "claim":
            self.target.set(candidate)
            self._target_filled()
        else:
            self.holder.set(candidate)
            self._holder_filled()

    # -- parts
    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(label(tr("Stance"), "title", wrap=False))
        self.holder.setMinimumWidth(96)
        self.target.setMinimumWidth(110)
        row.addWidget(self.holder, 3)
        signs = QHBoxLayout()
        signs.setSpacing(0)
        for word in POLARITIES:
            button = QToolButton()
            button.setText(word.sign)
            button.setCheckable(True)
            button.setProperty("role", "polarity")
            button.setProperty("sign", word.sign)
            button.setToolTip(f"{word.name} ({word.key})")
            button.setAccessibleName(tr("Polarity: {name}", name=word.name))
            button.clicked.connect(lambda _=False, value=word.value: self._set_polarity(value))
            self.polarities.addButton(button)
            self.signs[word.sign] = button
            signs.addWidget(button)
        row.addLayout(signs)
        row.addWidget(self.target, 4)
        row.addWidget(small_button("×", tr("Give up the stance"), self.end, "remove"))
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 10, 8)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self.details)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.hint, 1)
        foot.addWidget(self.save)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.holder.filled.connect(self._holder_filled)
        self.target.filled.connect(self._target_filled)
        self.holder.escaped.connect(self.end)
        self.target.escaped.connect(self.end)
        self.holder.hint_wanted.connect(self.hint_wanted)
        self.target.hint_wanted.connect(self.hint_wanted)
        self.holder.dropped.connect(self._drop)
        self.target.dropped.connect(self._drop)
        self.details.expressed_wanted.connect(self.expressed_wanted)
        self.details.note_left.connect(self._to_details)
        self.save.clicked.connect(lambda _: self._save())
        for widget in (self.holder.edit, self.target.edit, self.save, *self.signs.values(), *self.details.controls()):
            widget.installEventFilter(self)

    @guarded(lambda: False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Where the focus is decides what the hint says."""
        if event.type() == QEvent.Type.FocusIn:
            self._latest = watched
            self.say(self._dropped)
            self._dropped = ""
        return False

    def _place(self) -> str:
        focus = self.focusWidget()
        if focus in self.signs.values():
            return "polarity"
        places = {self.holder.edit: "holder", self.target.edit: "target", self.details.note: "note"}
        return next((place for widget, place in places.items() if widget is focus), "details")

    # -- keys
    @guarded(nothing)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that no line of text took."""
        text = event.text()
        signs = {word.key: word.value for word in POLARITIES}
        if event.key() == Qt.Key.Key_Escape:
            self.end()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._save()
        elif text in signs or text == "−":
            self._set_polarity(signs.get(text, "oppose"))
        elif text in ("@", "_"):
            self.holder.set(choices.author() if text == "@" else choices.unnamed())
            self._holder_filled()
        elif text == ".":
            self.hint_wanted.emit()
        elif self.details.take_key(text):
            self.say("")
        elif text.strip() and text.isprintable() and not event.modifiers() & _STRONG:
            self.say(tr("“{key}” does nothing here: {keys}", key=text, keys=tr(_HINTS[self._place()])))
        else:
            event.ignore()

    # -- what happens
    def _holder_filled(self) -> None:
        first = self.signs["+"] if not self._polarity_set else self.target.edit
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _set_polarity(self, value: Polarity | None) -> None:
        self._polarity_set, self._polarity = True, value
        self._show_polarity()
        self.say("")
        if self.holder.value is None:
            self.holder.edit.setFocus()
        elif self.target.value is None:
            self.target.edit.setFocus()

    def _show_polarity(self) -> None:
        self.polarities.setExclusive(False)
        for word in POLARITIES:
            button = self.signs[word.sign]
            on = self._polarity_set and word.value == self._polarity
            button.setChecked(on)
            button.setText(f"{word.sign} {word.verb}" if on and self.width() > 620 and word.value else word.sign)
        self.polarities.setExclusive(True)

    def _drop(self, typed: str) -> None:
        self._dropped = tr("“{words}” was not taken: pick a line with Enter.", words=typed)

    def _to_details(self) -> None:
        self.details.intensity.button("1").setFocus(Qt.FocusReason.OtherFocusReason)

    def _target_filled(self) -> None:
        if self._polarity_set:
            self._to_details()
        else:
            self.signs["+"].setFocus(Qt.FocusReason.OtherFocusReason)

    def _save(self) -> None:
        holder, target = self.holder.value, self.target.value
        if holder is None:
            self._miss(tr("Say who holds the stance: type a name, @ or _."), self.holder.edit)
        elif not self._polarity_set:
            self._miss(tr("Say which way it goes: + - 0 ~ or ?."), self.signs["+"])
        elif target is None:
            self._miss(tr("Say what it is about: type, and pick with Enter."), self.target.edit)
        else:
            more = self.details
            self.saved.emit(
                Draft(
                    holder, self._polarity, target, more.strength, not more.implicit.isChecked(),
                    more.irony.isChecked(), more.negated.isChecked(), more.sureness, more.note.text().strip(),
                    more.speaker,
                )
            )  # fmt: skip

    def _miss(self, fault: str, where: QWidget) -> None:
        where.setFocus(Qt.FocusReason.OtherFocusReason)
        self.say(fault)
