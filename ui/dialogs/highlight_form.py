"""The form of one highlight: name, pattern with a live check, options, colour."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFontDatabase, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QCheckBox, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from annotator.errors import Refused
from annotator.models import Highlight
from annotator.operations.highlights import COLOURS
from annotator.search.highlights import Found, compiled, find
from ui import jobs
from ui.combo import Combo
from ui.dialogs.parts import label, sentence
from ui.i18n import QT_TR_NOOP, in_quotes, tr
from ui.reader import tints
from ui.saying import said
from ui.theme import Theme

_NAMES = (
    QT_TR_NOOP("Orange, dotted"), QT_TR_NOOP("Blue, dashed"), QT_TR_NOOP("Purple, dash and dot"),
    QT_TR_NOOP("Teal, long dashes"), QT_TR_NOOP("Pink, dotted"), QT_TR_NOOP("Brown, dashed"),
    QT_TR_NOOP("Green, dash and dot"), QT_TR_NOOP("Violet, long dashes"),
)  # fmt: skip
_WAIT = 200  # milliseconds without a key before the article is looked through
_SHOWN = 4  # different hits that are named


class HighlightForm(QWidget):
    """What a highlight is to be. `changed` comes with every key; `text` is the open article's, "" for none."""

    changed = Signal()

    def __init__(self, text: str, theme: Theme) -> None:
        super().__init__()
        self._text = text
        self._job: jobs.Job | None = None
        self._again = False
        self._filling = False
        self.name = QLineEdit()
        self.name.setMaxLength(80)
        self.name.setPlaceholderText(tr("As the pattern, if empty"))
        self.pattern = QLineEdit()
        self.pattern.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.pattern.setPlaceholderText(tr("bridge|ferr(y|ies)"))
        self.whole = QCheckBox(tr("Whole words only"))
        self.case = QCheckBox(tr("Match case"))
        self.colour = Combo()
        self.colour.setIconSize(QSize(34, 16))
        for number in range(COLOURS):
            self.colour.addItem(swatch(theme, number), tr(_NAMES[number]), number)
        self.says = label("", "dim")
        self.says.setAccessibleName(tr("What the pattern matches"))
        self.says.setMinimumHeight(3 * self.says.fontMetrics().lineSpacing())
        self.says.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._timer = QTimer(self, singleShot=True, interval=_WAIT)
        self._timer.timeout.connect(self._look)
        self._lay_out()
        for field in (self.name, self.pattern):
            field.textChanged.connect(self._touched)
        for box in (self.whole, self.case):
            box.toggled.connect(self._touched)
        self.colour.currentIndexChanged.connect(self._touched)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(14)
        form.setVerticalSpacing(10)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for words, field in ((tr("Pattern"), self.pattern), (tr("Name"), self.name), (tr("Colour"), self.colour)):
            field.setAccessibleName(words)
            form.addRow(words, field)
        form.addRow("", self.whole)
        form.addRow("", self.case)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(form)
        column.addWidget(self.says)
        column.addStretch(1)

    def fill(self, highlight: Highlight | None, colour: int) -> None:
        """Show a highlight; None: a new one, in that colour."""
        self._filling = True
        self.name.setText(highlight.name if highlight and highlight.name != highlight.pattern else "")
        self.pattern.setText(highlight.pattern if highlight else "")
        self.whole.setChecked(highlight.whole_words if highlight else True)
        self.case.setChecked(highlight.match_case if highlight else False)
        self.colour.setCurrentIndex((highlight.colour if highlight else colour) % COLOURS)
        self._filling = False
        self._touched()

    def values(self) -> dict[str, Any]:
        """What the fields say, by the record's names."""
        return {
            "pattern": self.pattern.text(), "name": self.name.text().strip() or self.pattern.text(),
            "match_case": self.case.isChecked(), "whole_words": self.whole.isChecked(),
            "colour": self.colour.currentIndex(),
        }  # fmt: skip

    def fault(self) -> Refused | None:
        """What is wrong with the pattern."""
        try:
            compiled(self.pattern.text(), self.case.isChecked(), self.whole.isChecked())
        except Refused as problem:
            return problem
        return None

    @property
    def looking(self) -> bool:
        """Whether what the pattern matches is still to be said."""
        return self._job is not None or self._timer.isActive()

    # -- what the pattern matches
    def _touched(self) -> None:
        if self._filling:
            return
        fault = self.fault() if self.pattern.text() else None
        if fault is not None:
            self._say(f"⚠ {sentence(fault)}", "trouble")
            self._timer.stop()
        elif not self.pattern.text() or not self._text:
            self._say("", "dim")
            self._timer.stop()
        else:
            self._timer.start()
        self.changed.emit()

    def _look(self) -> None:
        if self._job is not None:
            self._again = True
            return
        highlight = Highlight(
            id="draft", name=".", pattern=self.pattern.text(), match_case=self.case.isChecked(),
            whole_words=self.whole.isChecked(),
        )  # fmt: skip
        text = self._text
        self._job = jobs.start(lambda _: find(highlight, text), self, self._wire)

    def _wire(self, job: jobs.Job) -> None:
        job.done.connect(self._found)
        job.ended.connect(self._ended)

    def _found(self, found: Found) -> None:
        if found.highlight.pattern != self.pattern.text() or self.fault() is not None:
            return
        if found.stopped:
            self._say("⚠ " + said(found.stopped).replace(in_quotes("."), tr("It")), "trouble")
            return
        words = list(dict.fromkeys(" ".join(self._text[a:b].split()) for a, b in found.ranges))
        shown = ", ".join(f"“{word[:40]}”" for word in words[:_SHOWN]) + (" …" if len(words) > _SHOWN else "")
        count = tr("%Ln hit(s) in the open article", n=len(found.ranges))
        self._say(f"{count}: {shown}" if shown else count, "dim")

    def _ended(self) -> None:
        self._job = None
        if self._again:
            self._again = False
            self._look()

    def _say(self, words: str, role: str) -> None:
        self.says.setText(words)
        self.says.setProperty("role", role)
        self.says.style().unpolish(self.says)
        self.says.style().polish(self.says)


def swatch(theme: Theme, number: int) -> QIcon:
    """A highlight's colour and line, as it is in the text."""
    box = QSize(34, 16)
    picture = QPixmap(box * 2)
    picture.setDevicePixelRatio(2)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    font = painter.font()
    font.setPixelSize(13)
    painter.setFont(font)
    painter.setPen(QColor(tints.colour(theme, number)))
    painter.drawText(QRectF(0, 3, box.width(), box.height() - 2), Qt.AlignmentFlag.AlignCenter, "abc")
    painter.setPen(tints.pen(theme, number, 1.5))
    painter.drawLine(4, 1, box.width() - 4, 1)
    painter.end()
    icon = QIcon()
    for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected, QIcon.Mode.Active):
        icon.addPixmap(picture, mode)
    return icon
