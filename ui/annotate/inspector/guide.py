"""What the codebook says of the selected mark, or of the label whose key is looked at, beside the text. Plain text."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QFrame, QScrollArea, QToolButton, QVBoxLayout, QWidget

from annotator.codebook import SpanLabel, StanceRules
from ui.annotate.desk import Desk
from ui.annotate.top_bar import TopBar
from ui.guard import guarded
from ui.i18n import tr
from ui.widgets.fields import guideline, line

_TALLEST = 250  # pixels
_WAIT = 250  # milliseconds that the mouse rests on a key before its guideline shows
_LOOKING = {QEvent.Type.Enter, QEvent.Type.FocusIn}
_LEAVING = {QEvent.Type.Leave, QEvent.Type.FocusOut}


class Guide(QWidget):
    """At the foot of the inspector; its heading folds it. Out of sight while there is nothing to say."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._looked_at = ""
        self._shown: object = None
        self.heading = QToolButton()
        self.heading.setProperty("role", "link")
        self.heading.setCheckable(True)
        self.heading.setChecked(True)
        self.heading.toggled.connect(lambda _: self._fold())
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setMaximumHeight(_TALLEST)
        self.area.setAccessibleName(tr("Guideline"))
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.viewport().setAutoFillBackground(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 0, 12, 10)
        column.setSpacing(6)
        column.addWidget(line())
        column.addWidget(self.heading, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.area)
        self._later = QTimer(self, singleShot=True)
        self._later.timeout.connect(self.refresh)
        for signal in (desk.opened, desk.selected, desk.touched):
            signal.connect(lambda *_: self._soon(0))
        self.hide()

    def watch(self, bar: TopBar) -> None:
        """Listen to the label keys of the bar above the text."""
        for hint in bar.marks:
            hint.installEventFilter(self)

    @property
    def open(self) -> bool:
        """Whether it is unfolded."""
        return self.heading.isChecked()

    @property
    def late(self) -> bool:
        """Whether it has still to be made again."""
        return self._later.isActive()

    def set_open(self, on: bool) -> None:
        """Fold or unfold it."""
        self.heading.setChecked(on)

    @guarded(lambda: False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The mouse or the focus comes to a label's key, or goes."""
        if event.type() in _LOOKING:
            self._looked_at = watched.objectName()
            self._soon(0 if event.type() == QEvent.Type.FocusIn else _WAIT)
        elif event.type() in _LEAVING and self._looked_at == watched.objectName():
            self._looked_at = ""
            self._soon(_WAIT)
        return False

    def refresh(self) -> None:
        """Show what there is to say now."""
        rules = self._rules()
        says = rules is not None and bool(rules.definition or rules.rule or rules.examples)
        self.setVisible(says)
        if rules is not None and says and rules != self._shown:
            self._shown = rules
            box = guideline("", rules.definition, rules.rule, rules.examples)
            box.setProperty("role", "page")
            self.area.setWidget(box)
            self.area.verticalScrollBar().setValue(0)
        self._fold()

    def _rules(self) -> SpanLabel | StanceRules | None:
        content = self._desk.content
        if self._looked_at:
            return content.span_label(self._looked_at)
        if self._desk.stance is not None:
            return content.stance
        return self._desk.rules(self._desk.span)

    def _soon(self, wait: int) -> None:
        self._later.start(wait)

    def _fold(self) -> None:
        rules = self._rules()
        name = rules.name if isinstance(rules, SpanLabel) else tr("Stance")
        words = tr("Guideline · {label}", label=name)
        self.heading.setText(f"{'▾' if self.open else '▸'} {words}".replace("&", "&&"))
        self.heading.setAccessibleName(words)
        self.heading.setToolTip(tr("Fold") if self.open else tr("Unfold"))
        self.area.setVisible(self.open)
        box = self.area.widget()
        if box is not None:
            width = max(self.width() - 40, 200)
            tall = box.heightForWidth(width) if box.hasHeightForWidth() else box.sizeHint().height()
            self.area.setFixedHeight(min(max(tall, 40), _TALLEST))
