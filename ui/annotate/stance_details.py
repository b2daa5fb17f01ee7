"""What is said of a stance besides holder, sign and target: the lower lines of the stance bar."""

from __future__ import annotations

from typing import get_args

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QToolButton, QWidget

from annotator.models import Confidence
from ui.dialogs.parts import label
from ui.guard import guarded
from ui.i18n import QT_TR_NOOP, tr
from ui.widgets.fields import Segments
from ui.widgets.flow import FlowLayout
from ui.widgets.key_chip import KeyChip, KeyWord
from ui.widgets.ranking import Candidate
from ui.widgets.wording import shorten

CONFIDENCES: dict[Confidence, str] = {
    "low": QT_TR_NOOP("low"),
    "medium": QT_TR_NOOP("medium"),
    "high": QT_TR_NOOP("high"),
}


class StanceDetails(QWidget):
    """Works by keys alone, which the bar passes on, and by mouse."""

    expressed_wanted = Signal()
    note_left = Signal()  # Enter or Esc in the note

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self.intensity = Segments(tr("Intensity"), [(n, n) for n in "123"], None)
        self.confidence = Segments(tr("Confidence"), [(key, tr(words)) for key, words in CONFIDENCES.items()], None)
        self.implicit = KeyChip(tr("implicit"), "I", tr("Implicit: not said outright"))
        self.irony = KeyChip(tr("ironic"), "R", tr("Ironic"))
        self.negated = KeyChip(tr("denied"), "D", tr("Denied: the passage says that it is not so"))
        self.expressed = KeyChip("", "B", tr("Expressed by: who says it for the holder"))
        self.note = QLineEdit()
        self.note.setAccessibleName(tr("Note on the new stance"))
        self.note.setPlaceholderText(tr("what a reader should know"))
        self.speaker: Candidate | None = None
        self.expressed.clicked.connect(lambda _: self.ask_speaker())
        self.note.installEventFilter(self)
        self._lay_out()

    # -- what is said
    def clear(self) -> None:
        """Say nothing."""
        self.intensity.show_value(None)
        self.confidence.show_value(None)
        for chip in (self.implicit, self.irony, self.negated):
            chip.setChecked(False)
        self.note.clear()
        self.show_speaker(None)

    @property
    def strength(self) -> int | None:
        """The intensity, 1 to 3, or None."""
        return int(self.intensity.value) if self.intensity.value else None

    @property
    def sureness(self) -> Confidence | None:
        """The confidence, or None."""
        return next((key for key in CONFIDENCES if key == self.confidence.value), None)

    def show_speaker(self, candidate: Candidate | None) -> None:
        """Who says it for the holder; None for the holder."""
        self.speaker = candidate
        self.expressed.setChecked(candidate is not None)
        self.expressed.setText(tr("by {name}", name=shorten(candidate.name, 14)) if candidate else tr("by…"))
        self.expressed.setToolTip(
            tr("Expressed by {name}", name=candidate.name) if candidate else tr("Expressed by (B)")
        )

    def ask_speaker(self) -> None:
        """Have the speaker chosen; pressed again, it takes the choice away."""
        had = self.speaker
        self.show_speaker(None)
        if had is None:
            self.expressed_wanted.emit()

    # -- keys
    def take_key(self, text: str) -> bool:
        """Do what the key does here; False for a key that does nothing."""
        key = text.lower()
        chips = {"i": self.implicit, "r": self.irony, "d": self.negated}
        if text in ("1", "2", "3"):
            self.intensity.show_value(text)
        elif key in chips:
            chips[key].toggle()
        elif key == "c":
            self._next_confidence()
        elif key == "b":
            self.ask_speaker()
        elif key == "n":
            self.note.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            return False
        return True

    def controls(self) -> tuple[QWidget, ...]:
        """What can have the focus, in order."""
        strengths: tuple[QToolButton, ...] = tuple(self.intensity.button(n) for n in "123")
        sure = tuple(self.confidence.button(key) for key in CONFIDENCES)
        return (*strengths, *sure, self.implicit, self.irony, self.negated, self.expressed, self.note)

    def _next_confidence(self) -> None:
        steps: tuple[Confidence | None, ...] = (None, *get_args(Confidence))
        self.confidence.show_value(steps[(steps.index(self.sureness) + 1) % len(steps)])

    @guarded(lambda: False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter and Esc leave the note; what is written stays."""
        done = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in done:
            self.note_left.emit()
            return True
        return super().eventFilter(watched, event)

    # -- parts
    def _lay_out(self) -> None:
        flow = FlowLayout(self, gap=7, fill=True)
        for word, field in (
            (label(tr("Intensity"), "small", wrap=False), self.intensity),
            (KeyWord(tr("Confidence"), "C"), self.confidence),
        ):
            flow.addWidget(_pair(word, field, 4))
        for chip in (self.implicit, self.irony, self.negated, self.expressed):
            flow.addWidget(chip)
        self.note.setMinimumWidth(120)
        flow.addWidget(_pair(KeyWord(tr("Note"), "N"), self.note, 0))
        policy = self.sizePolicy()
        policy.setVerticalPolicy(QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)


def _pair(word: QLabel, field: QWidget, after: int) -> QWidget:
    """A word and its field, which stay together."""
    pair = QWidget()
    pair.setProperty("role", "page")
    row = QHBoxLayout(pair)
    row.setContentsMargins(0, 0, after, 0)
    row.setSpacing(6)
    row.addWidget(word)
    row.addWidget(field, 1)
    return pair
