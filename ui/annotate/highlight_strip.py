"""The line over the text that names the standing highlights: colour, name, and how often each stands in the article."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QSizePolicy

from annotator.models import Highlight
from annotator.search.highlights import Found
from ui.annotate.highlighting import Highlighting
from ui.annotate.key_caps import KeyCaps
from ui.guard import guarded, nothing
from ui.i18n import number, tr
from ui.reader import tints
from ui.saying import said
from ui.theme import LIGHT, Theme
from ui.widgets.fields import small_button
from ui.widgets.wording import plain_tip

_SIDE, _GAP, _PAD, _BETWEEN = 22, 2, 7, 6
_WIDEST = 200  # pixels for one of them


class HighlightStrip(QFrame):
    """Hidden while no highlight is switched on. Those that do not fit, first the ones without a hit, are counted at
    the end."""

    def __init__(self, highlighting: Highlighting, trigger: Callable[[str], object]) -> None:
        super().__init__()
        self.setProperty("role", "topbar")
        self.setFixedHeight(34)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Highlights in this article"))
        self._highlighting, self._theme = highlighting, LIGHT
        self.counts: list[Count] = []
        self.more = small_button("", tr("All highlights"), lambda: trigger("view.highlights"))
        self.previous = small_button("‹", tr("Highlight before"), lambda: trigger("go.hit_before"), "remove")
        self.next = small_button("›", tr("Next highlight"), lambda: trigger("go.hit"), "remove")
        self._tip = tr("All highlights")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(_SIDE - _PAD, 0, _SIDE - 8, 0)
        self._row.setSpacing(_GAP)
        self._row.addWidget(self.more)
        self._row.addStretch(1)
        self._row.addWidget(self.previous)
        self._row.addWidget(self.next)
        highlighting.changed.connect(self.refresh)
        self.refresh()

    def show_keys(self, keys: KeyCaps) -> None:
        """Show the keys that act now."""
        self.previous.setToolTip(keys.after(tr("Highlight before"), "go.hit_before"))
        self.next.setToolTip(keys.after(tr("Next highlight"), "go.hit"))
        self._tip = keys.after(tr("All highlights"), "view.highlights")
        self.more.setToolTip(self._tip)

    def set_theme(self, theme: Theme) -> None:
        """Show in the colours of a theme."""
        self._theme = theme
        for count in self.counts:
            count.theme = theme
            count.update()

    def refresh(self) -> None:
        """Show what was found."""
        active = self._highlighting.active
        if [count.highlight for count in self.counts] != list(active):
            self._make()
        found = {one.highlight.id: one for one in self._highlighting.found}
        for count in self.counts:
            count.show_found(found.get(count.highlight.id))
        some = any(one.ranges for one in self._highlighting.found)
        self.previous.setEnabled(some)
        self.next.setEnabled(some)
        self.setVisible(bool(active))
        self._fit()

    def _make(self) -> None:
        for count in self.counts:
            self._row.removeWidget(count)
            count.hide()
            count.deleteLater()
        self.counts = []
        for n, highlight in enumerate(self._highlighting.active):
            count = Count(highlight, self._theme)
            count.clicked.connect(lambda _=False, ident=highlight.id: self._highlighting.go(True, ident))
            self._row.insertWidget(n, count)
            self.counts.append(count)

    @guarded(nothing)
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what does not fit."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.more.setText("+99")
        buttons = (self.more, self.previous, self.next)
        room = self.width() - 2 * _SIDE - sum(button.sizeHint().width() + _GAP for button in buttons)
        hidden = 0
        for count in sorted(self.counts, key=lambda count: not (count.number or count.stopped)):
            room -= count.sizeHint().width() + _GAP
            count.setVisible(room >= 0)
            hidden += room < 0
        self.more.setText(f"+{hidden}" if hidden else "…")
        self.more.setToolTip(self._tip)
        self.more.setAccessibleName(tr("All highlights, %n not shown", n=hidden) if hidden else tr("All highlights"))


class Count(QAbstractButton):
    """One highlight: its name under its line and in its colour, and a number. A click goes to its next hit."""

    def __init__(self, highlight: Highlight, theme: Theme) -> None:
        super().__init__()
        self.highlight, self.theme = highlight, theme
        self.number = 0
        self.stopped = False
        self._words = ""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_found(None)

    def show_found(self, found: Found | None) -> None:
        """Show how often it was found; None: not yet known."""
        self.number = len(found.ranges) if found else 0
        stopped = said(found.stopped) if found else ""
        self.stopped = bool(stopped)
        self._words = "…" if found is None else number(self.number) + ("+ ⚠" if stopped else "")
        name = self.highlight.name
        if found is None:
            says = tr("{name}: still looking", name=name)
        else:
            says = tr("{name}: %Ln hit(s)", n=self.number, name=name)
        self.setAccessibleName(f"{says}. {stopped}" if stopped else says)
        self.setToolTip(plain_tip("\n".join(part for part in (name, self.highlight.pattern, stopped) if part)))
        self.updateGeometry()
        self.update()

    @guarded(lambda: QSize(0, 0))
    def sizeHint(self) -> QSize:
        """As wide as its words, up to a limit."""
        metrics, bold = self.fontMetrics(), QFontMetrics(self._bold())
        wide = metrics.horizontalAdvance(self.highlight.name) + _BETWEEN + bold.horizontalAdvance(self._words)
        return QSize(min(wide + 2 * _PAD, _WIDEST), metrics.height() + 8)

    @guarded(nothing)
    def paintEvent(self, event: QPaintEvent) -> None:
        """The name, the line over it, the number."""
        del event
        painter, theme, metrics = QPainter(self), self.theme, self.fontMetrics()
        colour = tints.colour(theme, self.highlight.colour)
        if self.hasFocus() or self.underMouse():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(theme.accent), 1.5) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.bg))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 5, 5)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        digits = QFontMetrics(self._bold()).horizontalAdvance(self._words)
        room = self.width() - 2 * _PAD - _BETWEEN - digits
        name = metrics.elidedText(self.highlight.name, Qt.TextElideMode.ElideRight, room + 1)
        wide = metrics.horizontalAdvance(name)
        middle = int(Qt.AlignmentFlag.AlignVCenter.value) | int(Qt.TextFlag.TextSingleLine.value)
        painter.setPen(colour)
        painter.drawText(QRect(_PAD, 0, wide + 2, self.height()), middle, name)
        top = (self.height() - metrics.height()) // 2 - 1
        painter.setPen(tints.pen(theme, self.highlight.colour, 1.5))
        painter.drawLine(_PAD, top, _PAD + wide, top)
        painter.setFont(self._bold())
        painter.setPen(QColor(theme.ink if self.number else theme.dim))
        painter.drawText(QRect(_PAD + wide + _BETWEEN, 0, digits + 4, self.height()), middle, self._words)

    def _bold(self) -> QFont:
        font = QFont(self.font())
        font.setBold(True)
        return font
