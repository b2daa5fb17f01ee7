"""Form controls of the inspector: a row of values, a box with a guideline, small buttons. All text is plain."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from annotator.codebook import Attribute, Example
from ui.combo import Combo
from ui.dialogs.parts import label
from ui.guard import guarded, nothing
from ui.i18n import tr
from ui.widgets.wording import plain_tip, value_words

_HEADING = 16  # pixels: dots over capitals have room too
_ROOM = 176  # pixels for a row of values in an inspector of the usual width


def restyle(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet looks at."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


class Segments(QFrame):
    """One of a few values, side by side. Choosing the chosen one again leaves none, if `clearable`."""

    chosen = Signal(object)  # the value, or None

    def __init__(self, name: str, values: Sequence[tuple[str, str]], value: str | None, clearable: bool = True) -> None:
        super().__init__()
        self.setProperty("role", "segments")
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._value = value
        self._clearable = clearable
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QToolButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for key, words in values:
            button = QToolButton()
            button.setText(words)
            button.setCheckable(True)
            button.setProperty("role", "segment")
            button.setAccessibleName(f"{name}: {words}")
            button.setChecked(key == value)
            button.clicked.connect(lambda _=False, key=key: self._clicked(key))
            self._group.addButton(button)
            self._buttons[key] = button
            row.addWidget(button)

    @property
    def value(self) -> str | None:
        """What is chosen."""
        return self._value

    def button(self, value: str) -> QToolButton:
        """The button of a value."""
        return self._buttons[value]

    def show_value(self, value: str | None) -> None:
        """Show a value without announcing it."""
        self._value = value
        self._group.setExclusive(False)
        for key, button in self._buttons.items():
            button.setChecked(key == value)
        self._group.setExclusive(True)

    def _clicked(self, key: str) -> None:
        if key == self._value and not self._clearable:
            return
        self.show_value(None if key == self._value else key)
        self.chosen.emit(self._value)


def fits(values: Sequence[str], metrics: QFontMetrics, room: int = _ROOM) -> bool:
    """Whether the values can stand side by side."""
    return len(values) <= 5 and sum(metrics.horizontalAdvance(v) + 14 for v in values) <= room


def choice(
    name: str, values: Sequence[str], value: str | None, chosen: Callable[[str | None], object], metrics: QFontMetrics
) -> QWidget:
    """A control for one of `values`: side by side if they fit, else a list to drop down."""
    if fits([value_words(v) for v in values], metrics):
        segments = Segments(name, [(v, value_words(v)) for v in values], value)
        segments.chosen.connect(chosen)
        return segments
    box = Choices(name)
    box.addItem("", None)
    for one in values:
        box.addItem(value_words(one), one)
    if value is not None and value not in values:
        box.addItem(tr("{label} (not in the codebook)", label=value), value)
    box.setCurrentIndex(max(0, box.findData(value)))
    box.activated.connect(lambda _: chosen(box.currentData()))
    return box


class Choices(Combo):
    """A list to drop down that a mouse wheel passing over it does not change."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)

    @guarded(nothing)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down open the list: each value passed by would be a step."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.showPopup()
        else:
            super().keyPressEvent(event)

    @guarded(nothing)
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()


class Elided(QLabel):
    """One line of plain text, cut off with an ellipsis where it does not fit; the tooltip has all of it."""

    def __init__(self, text: str = "", role: str = "") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._whole = ""
        if role:
            self.setProperty("role", role)
        self.set_whole(text)

    @property
    def whole(self) -> str:
        """All of the text."""
        return self._whole

    def set_whole(self, text: str) -> None:
        """Show another text."""
        self._whole = " ".join(text.split())
        self.setAccessibleName(self._whole)
        self._fit()

    @guarded(nothing)
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut it to the new width."""
        super().resizeEvent(event)
        self._fit()

    @guarded(lambda: QSize(0, 0))
    def sizeHint(self) -> QSize:
        """The width of all of it."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self._whole) + 4, metrics.height())

    @guarded(lambda: QSize(0, 0))
    def minimumSizeHint(self) -> QSize:
        """It may be narrower than its text."""
        return QSize(12, self.fontMetrics().height())

    def _fit(self) -> None:
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, max(self.width(), 10))
        self.setText(shown)
        self.setToolTip(plain_tip(self._whole) if shown != self._whole else "")


class Pick(QPushButton):
    """A button that shows what is chosen and opens a chooser."""

    def __init__(self, name: str, text: str, blank: str) -> None:
        super().__init__()
        self.setProperty("role", "pick")
        self.setProperty("blank", not text)
        self.setAccessibleName(f"{name}: {text or tr('none')}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(60)
        self._whole = text or blank
        self._fit()

    @guarded(nothing)
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the text to the new width."""
        super().resizeEvent(event)
        self._fit()

    @guarded(lambda: QSize(0, 0))
    def minimumSizeHint(self) -> QSize:
        """It may be narrower than its text."""
        return QSize(60, super().minimumSizeHint().height())

    @guarded(nothing)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens it, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def _fit(self) -> None:
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, max(self.width() - 22, 20))
        self.setText(shown.replace("&", "&&"))
        self.setToolTip(plain_tip(self._whole) if shown != self._whole else "")


def small_button(text: str, name: str, clicked: Callable[[], object], role: str = "link") -> QToolButton:
    """A quiet button; `role` is one of the style sheet's (`link`, `remove`)."""
    button = QToolButton()
    button.setText(text)
    button.setProperty("role", role)
    button.setAccessibleName(name)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.clicked.connect(lambda _=False: clicked())
    return button


def section(text: str) -> QLabel:
    """A small heading."""
    result = label(text.upper(), "section", wrap=False)
    result.setMinimumHeight(_HEADING)
    return result


def line() -> QFrame:
    """A thin line between sections."""
    frame = QFrame()
    frame.setProperty("role", "rule")
    return frame


def field_label(attribute: Attribute, empty: bool) -> QLabel:
    """An attribute's name; flagged if it is required and empty."""
    missing = attribute.required and empty
    result = label(f"{attribute.name} ●" if missing else attribute.name, "missing" if missing else "field", wrap=False)
    tip = "\n".join(part for part in (tr("Required.") if missing else "", attribute.definition) if part)
    result.setToolTip(plain_tip(tip))
    result.setAccessibleName(
        tr("{attribute}, required, empty", attribute=attribute.name) if missing else attribute.name
    )
    return result


def guideline(title: str, definition: str, rule: str, examples: Sequence[Example]) -> QWidget:
    """What the codebook says: definition, rule, examples of what to mark (+) and what not (−). `title` may be ""."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    if title:
        column.addWidget(section(title))
    box = QFrame()
    box.setProperty("role", "guideline")
    inside = QVBoxLayout(box)
    inside.setContentsMargins(10, 8, 10, 8)
    inside.setSpacing(6)
    for text in (definition, rule):
        if text:
            inside.addWidget(label(text))
    for example in examples:
        note = f" — {example.note}" if example.note else ""
        inside.addWidget(label(f"{'+' if example.good else '−'} {example.text}{note}", "example"))
    column.addWidget(box)
    return holder
