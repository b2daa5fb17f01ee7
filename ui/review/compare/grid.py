"""What the readers say of a unit, field by field; and whose field counts, while a verdict is put together."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QBrush, QColor, QFont, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableWidget, QTableWidgetItem

from annotator.adjudication import Judged
from annotator.adjudication.fields import Made, Row, Said, made
from ui.guard import guarded, nothing
from ui.i18n import tr
from ui.review.compare.words import NOTHING, Words
from ui.theme import LIGHT, Theme
from ui.widgets.wording import plain_tip

DIFFERS, SAME, PICKED, ACCEPTED = "≠", "=", "●", "✓"
_ROW, _MOST = 25, 7  # pixels; rows in sight
_Key = Qt.Key
_FIRST = (_Key.Key_1, _Key.Key_9)


class FieldGrid(QTableWidget):
    """A column for each reader, A first, and while it is edited one for gold.

    Then Up and Down go from field to field, Left, Right and the readers' numbers say whose counts, Space asks for
    something else, Enter goes on to the next difference and after the last one settles, Esc gives up.
    """

    settle_wanted = Signal()
    other_wanted = Signal(str)  # the key of the field that is to be something else
    ended = Signal()  # given up

    def __init__(self) -> None:
        super().__init__()
        self.editing = False
        self.rows: tuple[Row, ...] = ()
        self.picks: dict[str, int | Said] = {}
        self._theme: Theme = LIGHT
        self._words: Words | None = None
        self._one: Judged | None = None
        self.setAccessibleName(tr("What the readers say"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # passages differ at their ends
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setCornerButtonEnabled(False)
        self.setShowGrid(False)
        across, down = self.horizontalHeader(), self.verticalHeader()
        across.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for header in (across, down):
            header.setHighlightSections(False)
            header.setSectionsClickable(False)
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setDefaultSectionSize(_ROW)
        down.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    # -- what is shown
    def show_unit(self, words: Words | None, one: Judged | None) -> None:
        """Show the fields of a unit; what was being put together for another is given up."""
        if one is None or self._one is None or one.unit != self._one.unit:
            self.editing = False
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._words, self._one = words, one
        self.rows = words.fields.rows(one.unit) if words and one else ()
        self._fill()

    def set_theme(self, theme: Theme) -> None:
        """Show in the colours of a theme."""
        self._theme = theme
        self._fill()

    # -- putting together
    def begin(self) -> None:
        """Put a verdict together, beginning with what most say, at the first difference."""
        if self._words is None or not self.rows:
            return
        self.editing = True
        self.picks = {row.key: row.most(self._words.order) for row in self.rows}
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._fill()
        self._go(next((n for n, row in enumerate(self.rows) if row.differs), 0))
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def end(self) -> None:
        """Stop putting together."""
        if self.editing:
            self.editing = False
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._fill()

    @property
    def field(self) -> str:
        """The key of the current field."""
        return self.rows[max(0, self.currentRow())].key if self.rows else ""

    def pick(self, key: str, what: int | Said) -> None:
        """Let a reader's field count, by the reader's place, or something that nobody says."""
        row = next((row for row in self.rows if row.key == key), None)
        if self.editing and row is not None and not (isinstance(what, int) and row.said[what] is None):
            self.picks[key] = what
            at = self.currentRow()
            self._fill()
            self._go(at)

    def made(self) -> Made | None:
        """The mark that comes out."""
        return made(self._one.unit, self.rows, self.picks) if self.editing and self._one else None

    @guarded(nothing)
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """The keys of putting together; all others are left to the view around."""
        strong = event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
        if not self.editing or strong or not self._key(_Key(event.key())):
            event.ignore()

    @guarded(nothing)
    def mousePressEvent(self, event: QMouseEvent, /) -> None:
        """A click on a reader's field picks it."""
        index = self.indexAt(event.position().toPoint())
        if self.editing and self._words and index.isValid():
            self._go(index.row())
            if index.column() < len(self._words.order):
                self.pick(self.field, self._words.order[index.column()])
            else:
                self.other_wanted.emit(self.field)

    # -- inside
    def _key(self, key: Qt.Key) -> bool:
        row = self.currentRow()
        if key in (_Key.Key_Up, _Key.Key_Down):
            self._go(min(max(0, row + (1 if key == _Key.Key_Down else -1)), len(self.rows) - 1))
        elif key in (_Key.Key_Left, _Key.Key_Right):
            self._turn(1 if key == _Key.Key_Right else -1)
        elif _FIRST[0] <= key <= _FIRST[1]:
            self._pick_place(key - _FIRST[0])
        elif key == _Key.Key_Space:
            self.other_wanted.emit(self.field)
        elif key in (_Key.Key_Return, _Key.Key_Enter):
            self.go_on()
        elif key == _Key.Key_Escape:
            self.end()
            self.ended.emit()
        else:
            return False
        return True

    def go_on(self) -> None:
        """To the next difference; after the last one it is to be settled."""
        after = (n for n, row in enumerate(self.rows) if n > self.currentRow() and row.differs)
        following = next(after, None)
        if following is None:
            self.settle_wanted.emit()
        else:
            self._go(following)

    def _pick_place(self, place: int) -> None:
        if self._words and place < len(self._words.order):
            self.pick(self.field, self._words.order[place])

    def _turn(self, by: int) -> None:
        """The next reader to one side who marked something."""
        if self._words is None:
            return
        row = self.rows[self.currentRow()]
        order = [n for n in self._words.order if row.said[n] is not None]
        now = self.picks[row.key]
        at = order.index(now) + by if now in order else (0 if by > 0 else len(order) - 1)
        if 0 <= at < len(order):
            self.pick(row.key, order[at])

    def _go(self, row: int) -> None:
        self.setCurrentCell(row, self._column(self.rows[row]))
        self._mark_current()

    def _column(self, row: Row) -> int:
        pick = self.picks.get(row.key)
        order = self._words.order if self._words else []
        return order.index(pick) if isinstance(pick, int) else len(order)

    def _fill(self) -> None:
        words, one = self._words, self._one
        if words is None or one is None:
            self.setRowCount(0)
            self.setColumnCount(0)
            self.setFixedHeight(0)
            return
        heads = [self._head(words, one, n) for n in words.order] + ([tr("Gold")] if self.editing else [])
        self.setColumnCount(len(heads))
        self.setRowCount(len(self.rows))
        self.setHorizontalHeaderLabels(heads)
        self.setVerticalHeaderLabels(
            [f"{DIFFERS if row.differs else SAME}  {words.field_name(row.key, one.unit)}" for row in self.rows]
        )
        for at, row in enumerate(self.rows):
            for column, n in enumerate(words.order):
                self._put(at, column, words.said(row.key, row.said[n]), row, self.picks.get(row.key) == n)
            if self.editing:
                self._put(at, len(words.order), self._gold(words, row), row, False)
            head = self.verticalHeaderItem(at)
            head.setFont(self._font(row.differs))
            head.setForeground(QBrush(QColor(self._theme.ink if row.differs else self._theme.dim)))
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)  # over what there is now
        shown = min(len(self.rows), _MOST)
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + shown * _ROW + 2)

    def _put(self, at: int, column: int, says: str, row: Row, picked: bool) -> None:
        chosen = picked and self.editing
        item = QTableWidgetItem(f"{PICKED} {says}" if chosen else says)
        item.setToolTip(plain_tip(says))
        item.setFont(self._font(row.differs and (not self.editing or chosen)))
        theme = self._theme
        quiet = says == NOTHING or not row.differs or (self.editing and not chosen)
        item.setForeground(QBrush(QColor(theme.dim if quiet else theme.ink)))
        if self.editing and column == len(self._words.order if self._words else ()):
            item.setForeground(QBrush(QColor(theme.ink)))
            item.setFont(self._font(row.differs))
        self.setItem(at, column, item)

    def _mark_current(self) -> None:
        """The current field's row on a ground of its own."""
        for at in range(self.rowCount()):
            for column in range(self.columnCount()):
                item = self.item(at, column)
                if item is not None:
                    here = self.editing and at == self.currentRow()
                    item.setBackground(QBrush(QColor(self._theme.accent_soft)) if here else QBrush())

    def _head(self, words: Words, one: Judged, reader: int) -> str:
        name = words.reader(reader)
        if one.unit.marks[reader] is None:
            return tr("{reader}: nothing here", reader=name)
        agrees = one.verdict is not None and reader in words.accepted(one.unit, one.verdict)
        return f"{ACCEPTED} {name}" if agrees else name

    def _gold(self, words: Words, row: Row) -> str:
        pick = self.picks[row.key]
        return words.said(row.key, row.said[pick] if isinstance(pick, int) else pick)

    def _font(self, heavy: bool) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold if heavy else QFont.Weight.Normal)
        return font
