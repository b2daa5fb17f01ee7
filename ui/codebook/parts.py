"""Fields that only the codebook's editor has: a colour, a list of names, a list of examples."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QIcon, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from annotator.codebook.faults import colour_fault
from ui.dialogs.parts import label, say
from ui.guard import guarded, nothing
from ui.i18n import QT_TR_NOOP, tr
from ui.registries.form_fields import TextField
from ui.saying import said
from ui.theme import Theme, contrast, legible
from ui.widgets.fields import small_button
from ui.widgets.flow import FlowLayout

# told apart by colour-blind readers; the first four follow the theme
SWATCHES = (
    ("actor", QT_TR_NOOP("Blue of actors")), ("claim", QT_TR_NOOP("Orange of claims")),
    ("cue", QT_TR_NOOP("Grey of cues")), ("evidence", QT_TR_NOOP("Purple of evidence")),
    ("#0072b2", QT_TR_NOOP("Blue")), ("#d55e00", QT_TR_NOOP("Vermilion")), ("#009e73", QT_TR_NOOP("Green")),
    ("#cc79a7", QT_TR_NOOP("Pink")), ("#e69f00", QT_TR_NOOP("Amber")), ("#56b4e9", QT_TR_NOOP("Sky")),
)  # fmt: skip
_ROWS = 7
_ROW = 24  # pixels


def swatch(theme: Theme, colour: str, size: int = 16) -> QIcon:
    """A square in a codebook colour as the theme shows it."""
    line, fill = theme.label_colour(colour)
    picture = QPixmap(size * 2, size * 2)
    picture.setDevicePixelRatio(2)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(line))
    painter.setBrush(QColor(fill))
    painter.drawRoundedRect(QRectF(1, 1, size - 2, size - 2), 4, 4)
    painter.setBrush(QColor(line))
    painter.drawRoundedRect(QRectF(4, size - 6, size - 8, 2), 1, 1)
    painter.end()
    return QIcon(picture)


class ColourField(QWidget):
    """A palette, and a line for a colour of one's own. Says what becomes of one that is hard to read."""

    left = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.buttons: dict[str, QToolButton] = {}
        row = QWidget()
        flow = FlowLayout(row, 4)
        for colour, name in SWATCHES:
            button = QToolButton()
            button.setIcon(swatch(theme, colour))
            button.setIconSize(QSize(16, 16))
            button.setCheckable(True)
            button.setProperty("role", "swatch")
            button.setAccessibleName(tr("Colour: {name}", name=tr(name)))
            button.setToolTip(tr(name))
            button.clicked.connect(_later(self.left.emit, colour))
            self.buttons[colour] = button
            flow.addWidget(button)
        self.own = TextField(tr("Own colour"), "#rrggbb")
        self.own.setFixedWidth(110)
        self.own.left.connect(lambda text: self.left.emit(text.strip().lower()))
        flow.addWidget(self.own)
        self.says = label("", "small")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(row)
        column.addWidget(self.says)

    def show_value(self, colour: str, anew: bool) -> None:
        """Show what is there."""
        for name, button in self.buttons.items():
            button.setChecked(name == colour)
        self.own.show_value("" if colour in self.buttons else colour, anew)
        say(self.says, self._remark(colour))

    def set_theme(self, theme: Theme) -> None:
        """Show in the colours of a theme."""
        self._theme = theme
        for colour, button in self.buttons.items():
            button.setIcon(swatch(theme, colour))

    def _remark(self, colour: str) -> str:
        if (fault := colour_fault(colour)) is not None:
            return " ".join(map(said, fault))
        if not colour.startswith("#"):
            return ""
        shown = legible(colour, self._theme.paper)
        if shown == colour.lower():
            return ""
        ratio = f"{contrast(colour, self._theme.paper):.1f}"
        return tr("Hard to read on this ground ({ratio} to 1, 4.5 is needed): shown as {shown}.",
                  ratio=ratio, shown=shown)  # fmt: skip


class NameList(QWidget):
    """Names in an order: add, rename (F2), remove (Delete), move (Alt and the arrows)."""

    added = Signal(str)
    renamed = Signal(str, str)
    removed = Signal(str)
    moved = Signal(str, int)
    opened = Signal(str)  # Enter or a double click, where the names are entries of their own

    def __init__(self, name: str, hint: str, renames: bool = True) -> None:
        super().__init__()
        self._renames = renames
        self.list = _Keys(self)
        self.list.setAccessibleName(name)
        self.list.setProperty("role", "names")
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.DoubleClicked
            if renames
            else QAbstractItemView.EditTrigger.NoEditTriggers
        )
        self.list.itemChanged.connect(self._changed)
        if not renames:
            self.list.itemActivated.connect(lambda item: self.opened.emit(str(item.data(_NAME))))
        self.edit = QLineEdit()
        self.edit.setPlaceholderText(hint)
        self.edit.setAccessibleName(hint)
        self.edit.returnPressed.connect(self._add)
        self.add = small_button(tr("Add"), tr("{list}: add", list=name), self._add)
        tools = QHBoxLayout()
        tools.setSpacing(4)
        tools.addWidget(self.edit, 1)
        tools.addWidget(self.add)
        for sign, words, does in (
            ("↑", tr("{list}: move up", list=name), lambda: self._move(-1)),
            ("↓", tr("{list}: move down", list=name), lambda: self._move(1)),
            ("×", tr("{list}: remove", list=name), self._remove),
        ):
            button = small_button(sign, words, does, "remove")
            button.setToolTip(words)
            tools.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.list)
        column.addLayout(tools)

    def show_values(self, values: Sequence[tuple[str, str]]) -> None:
        """Show these: name and words; what was chosen stays chosen."""
        chosen, row = self._chosen(), self.list.currentRow()
        self.list.blockSignals(True)
        self.list.clear()
        for name, words in values:
            item = QListWidgetItem(words)
            item.setData(_NAME, name)
            item.setSizeHint(QSize(40, _ROW))
            if self._renames:
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
            self.list.addItem(item)
        names = [name for name, _ in values]
        self.list.setCurrentRow(names.index(chosen) if chosen in names else min(row, len(names) - 1))
        self.list.blockSignals(False)
        lines = min(max(len(values), 2), _ROWS)
        self.list.setFixedHeight(lines * _ROW + 6)

    def choose(self, name: str) -> None:
        """Make one the chosen one."""
        for row in range(self.list.count()):
            if self.list.item(row).data(_NAME) == name:
                self.list.setCurrentRow(row)

    def _chosen(self) -> str:
        item = self.list.currentItem()
        return str(item.data(_NAME)) if item is not None else ""

    def _add(self) -> None:
        text = " ".join(self.edit.text().split())
        if text:
            self.edit.clear()
            self.added.emit(text)

    def _changed(self, item: QListWidgetItem) -> None:
        name, text = str(item.data(_NAME)), " ".join(item.text().split())
        if text != name:  # not at once: the list is filled anew, and its editor is still open
            QTimer.singleShot(0, self, lambda: self.renamed.emit(name, text))

    def _remove(self) -> None:
        if name := self._chosen():
            self.removed.emit(name)

    def _move(self, by: int) -> None:
        if name := self._chosen():
            self.moved.emit(name, by)


class _Keys(QListWidget):
    """The list's own keys."""

    def __init__(self, owner: NameList) -> None:
        super().__init__()
        self._owner = owner

    @guarded(nothing)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete removes, Alt with the arrows moves, Insert goes to the line for a new one."""
        if event.key() == Qt.Key.Key_Delete:
            self._owner._remove()
        elif event.key() == Qt.Key.Key_Insert:
            self._owner.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._owner._move(-1 if event.key() == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)


_NAME = Qt.ItemDataRole.UserRole


def _later(call: Callable[[str], object], value: str) -> Callable[[], object]:
    return lambda *_: call(value)
