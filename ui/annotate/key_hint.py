"""A quiet button that shows what it does and the key that does the same."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from ui.guard import guarded, nothing

_GAP, _PAD = 6, 5


class KeyHint(QAbstractButton):
    """Words and a key cap; `key_first` puts the cap before the words."""

    def __init__(self, text: str, key: str, name: str, key_first: bool = False) -> None:
        super().__init__()
        self.setText(text)
        self._key = key
        self._key_first = key_first
        self.setAccessibleName(f"{name}, key {key}" if key else name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    @guarded(lambda: QSize(0, 0))
    def sizeHint(self) -> QSize:
        """Room for the words and the cap."""
        words = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(words + self._cap_width() + 2 * _PAD + (_GAP if self._key else 0), 26)

    @guarded(nothing)
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words and the cap."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.palette()
        group = QPalette.ColorGroup.Active if self.isEnabled() else QPalette.ColorGroup.Disabled
        lively = self.isEnabled() and (self.underMouse() or self.hasFocus())
        ink = palette.color(group, QPalette.ColorRole.WindowText if lively else QPalette.ColorRole.PlaceholderText)
        if self.hasFocus():
            painter.setPen(QPen(palette.color(QPalette.ColorRole.Accent), 1.5))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        cap = self._cap_width()
        words = self.width() - cap - 2 * _PAD - (_GAP if self._key else 0)
        cap_left = _PAD if self._key_first else _PAD + words + _GAP
        words_left = _PAD + cap + _GAP if self._key_first else _PAD
        painter.setPen(ink)
        painter.drawText(QRect(words_left, 0, words + 1, self.height()), Qt.AlignmentFlag.AlignVCenter, self.text())
        if self._key:
            self._cap(painter, QRectF(cap_left + 0.5, (self.height() - 18) / 2 + 0.5, cap - 1, 17), ink)

    def _cap(self, painter: QPainter, box: QRectF, ink: QColor) -> None:
        palette = self.palette()
        edge = palette.color(QPalette.ColorRole.Mid)
        painter.setPen(QPen(edge, 1))
        painter.setBrush(palette.color(QPalette.ColorRole.AlternateBase))
        painter.drawRoundedRect(box, 4.5, 4.5)
        painter.setPen(QPen(edge, 2))
        painter.drawLine(int(box.left()) + 4, int(box.bottom()), int(box.right()) - 3, int(box.bottom()))
        painter.setFont(self._cap_font())
        painter.setPen(ink)
        painter.drawText(box.adjusted(0, 0, 0, -1), Qt.AlignmentFlag.AlignCenter, self._key)

    def _cap_font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(11)
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def _cap_width(self) -> int:
        return max(QFontMetrics(self._cap_font()).horizontalAdvance(self._key) + 10, 17) if self._key else 0
