"""A quiet button that shows what it does and the key that does the same."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from ui.guard import guarded, nothing
from ui.i18n import tr

_GAP, _PAD = 6, 5


class KeyHint(QAbstractButton):
    """Words and a key cap; `key_first` puts the cap before the words."""

    def __init__(self, text: str, key: str, name: str, key_first: bool = False) -> None:
        super().__init__()
        self.setText(text)
        self._name = name
        self._key_first = key_first
        self.set_key(key)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def set_key(self, key: str) -> None:
        """Show another key; "" where there is none."""
        self._key = key
        self.setAccessibleName(tr("{name}, key {key}", name=self._name, key=key) if key else self._name)
        self.updateGeometry()
        self.update()

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
            box = QRectF(cap_left + 0.5, (self.height() - 18) / 2 + 0.5, cap - 1, 17)
            paint_cap(painter, palette, box, self._key, ink)

    def _cap_width(self) -> int:
        return cap_width(self.font(), self._key) if self._key else 0


def cap_width(font: QFont, key: str) -> int:
    """How wide the cap of a key is, in pixels."""
    return max(QFontMetrics(_cap_font(font)).horizontalAdvance(key) + 10, 17)


def paint_cap(painter: QPainter, palette: QPalette, box: QRectF, key: str, ink: QColor) -> None:
    """Paint a key cap into a box of 17 pixels' height. The painter's pen, brush and font are other ones after it."""
    edge = palette.color(QPalette.ColorRole.Mid)
    painter.setPen(QPen(edge, 1))
    painter.setBrush(palette.color(QPalette.ColorRole.AlternateBase))
    painter.drawRoundedRect(box, 4.5, 4.5)
    painter.setPen(QPen(edge, 2))
    painter.drawLine(int(box.left()) + 4, int(box.bottom()), int(box.right()) - 3, int(box.bottom()))
    painter.setFont(_cap_font(painter.font()))
    painter.setPen(ink)
    painter.drawText(box.adjusted(0, 0, 0, -1), Qt.AlignmentFlag.AlignCenter, key)


def _cap_font(base: QFont) -> QFont:
    font = QFont(base)
    font.setPixelSize(11)
    font.setWeight(QFont.Weight.DemiBold)
    return font
