"""The parts of a comparison and where they stand: the list at the left, texts, fields and verdicts at the right."""

from __future__ import annotations

import re

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from annotator.adjudication import Judged
from annotator.operations.comparisons import Comparison
from ui.dialogs.parts import label
from ui.review.compare.bar import VerdictBar
from ui.review.compare.columns import Columns
from ui.review.compare.grid import FieldGrid
from ui.review.compare.head import CompareHead
from ui.review.compare.units import UnitList
from ui.review.compare.words import Words
from ui.session import Session
from ui.theme import LIGHT, Theme
from ui.widgets.style import sheet
from ui.widgets.typeahead import Chooser


class ComparePane(QWidget):
    """What the comparison is made of. `words` is what it shows, None for nothing."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setObjectName("compare")
        self.setProperty("pane", "reader")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.session = session
        self.words: Words | None = None
        self.head, self.units, self.bar = CompareHead(), UnitList(), VerdictBar()
        self.columns, self.grid = Columns(self), FieldGrid()
        self.notice = label(role="empty")
        self.notice.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.chooser = Chooser(self)
        self._lay_out()
        self.set_theme(LIGHT)

    def _lay_out(self) -> None:
        right = QWidget()
        inner = QVBoxLayout(right)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addWidget(self.columns, 1)
        inner.addWidget(self.notice, 1)
        inner.addWidget(self.grid)
        inner.addWidget(self.bar)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        self.units.setMinimumWidth(220)
        splitter.addWidget(self.units)
        splitter.addWidget(right)
        splitter.setSizes([280, 900])
        splitter.setStretchFactor(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(splitter, 1)

    @property
    def here(self) -> Comparison | None:
        """What is shown."""
        return self.words.here if self.words else None

    @property
    def current(self) -> Judged | None:
        """The unit that is shown."""
        key = self.units.current
        return next((one for one in self.here.units if one.unit.key == key), None) if self.here and key else None

    def set_theme(self, theme: Theme) -> None:
        """Show in the colours of a theme."""
        values = {name: getattr(theme, name) for name in theme.__slots__}
        more = re.sub(r"@(\w+)", lambda found: str(values[found.group(1)]), _SHEET)
        self.setStyleSheet(sheet(theme) + more)
        self.columns.set_theme(theme)
        self.grid.set_theme(theme)
        self.units.delegate.theme = theme
        self.units.view.viewport().update()
        self.chooser.typeahead.delegate.theme = theme

    def near(self, widget: QWidget) -> QRect:
        """Where a part is, for the chooser."""
        return QRect(widget.mapTo(self, QPoint(0, 0)), widget.size())

    def to_list(self) -> None:
        """Give the focus to the list."""
        self.units.view.setFocus(Qt.FocusReason.OtherFocusReason)


_SHEET = """
QFrame[role="next column"] { border: 0; border-left: 1px solid @line; }
QFrame[role="column"] { border: 0; border-left: 1px solid @panel; }
QLabel[role="column head"] { background: @panel; color: @ink; font-weight: 600; padding: 5px 14px;
  border-bottom: 1px solid @line; }
QFrame[role="verdict"] { background: @panel; border: 0; border-top: 1px solid @line; }
QLabel[role="decided"] { color: @ink; font-weight: 600; font-size: 12px; }
QWidget#compare QTableWidget { background: @panel; border: 0; border-top: 1px solid @line; }
QWidget#compare QTableWidget:focus { border-top: 2px solid @accent; }
QTableWidget::item { padding: 0 8px; }
QToolButton[role="keychip"]:disabled { color: @dim; background: @panel; border: 1px dashed @line; }
QTableCornerButton::section { background: @panel; border: 0; border-bottom: 1px solid @line; }
QHeaderView::section { padding: 3px 10px; }
QHeaderView::section:vertical { border: 0; padding: 0 10px 0 14px; font-weight: 400; }
"""
