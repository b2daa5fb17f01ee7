"""The article view: what keys, mouse and Qt do to a reader."""

from __future__ import annotations

import html

from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, QTimer
from PySide6.QtGui import (
    QClipboard,
    QColor,
    QContextMenuEvent,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from annotator.text import token_at
from ui.guard import guarded, nothing
from ui.i18n import tr
from ui.reader import keys
from ui.reader.mouse import Mouse
from ui.reader.positions import for_qt
from ui.reader.surface import Surface
from ui.theme import LIGHT, Theme

_Key = Qt.Key
_MOD = Qt.KeyboardModifier
_SCROLL_EVERY = 60  # while selecting beyond the edge, in milliseconds


class ReaderView(Surface):
    """The article view.

    Left and Right walk tokens, with Shift they extend the selection; with Ctrl they go by character. Tab and Shift+Tab
    go from span to span, Enter activates the selected one, Escape selects nothing. Keys with Alt are left to the
    window. Where spans nest, a click selects the innermost and further clicks go outward.
    """

    def __init__(self, parent: QWidget | None = None, theme: Theme = LIGHT) -> None:
        super().__init__(parent, theme)
        self._mouse = Mouse(self)
        self._pull = QTimer(self, interval=_SCROLL_EVERY)
        self._pull.timeout.connect(self._pull_on)
        self.viewport().setMouseTracking(True)

    # -- keys --------------------------------------------------------------------------------------------------------

    @guarded(nothing)
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.modifiers() & _MOD.AltModifier:
            event.ignore()
        elif event.key() in (_Key.Key_Left, _Key.Key_Right):
            self._step(event.key() == _Key.Key_Right, event.modifiers())
        elif event.key() in (_Key.Key_Return, _Key.Key_Enter):
            event.setAccepted(self._activate(event.modifiers()))
        elif event.key() == _Key.Key_Escape:
            event.setAccepted(self._clear())
        else:
            super().keyPressEvent(event)
            if event.modifiers() == _MOD.ShiftModifier and event.key() in (_Key.Key_Up, _Key.Key_Down):
                self._snap()

    @guarded(lambda: False)
    def focusNextPrevChild(self, next: bool, /) -> bool:
        return self.next_span(backwards=not next) is not None or super().focusNextPrevChild(next)

    def runs_leftwards(self, place: int) -> bool:
        """Whether the paragraph of a place (a code point) is read from right to left."""
        return _leftwards(self.document().findBlock(self.scene.map.to_qt(place)))

    def _step(self, right: bool, modifiers: Qt.KeyboardModifier) -> None:
        extend, text = bool(modifiers & _MOD.ShiftModifier), self.scene.text
        cursor = self.textCursor()
        forward = right != _leftwards(cursor.block())
        if modifiers & _MOD.ControlModifier:
            way = QTextCursor.MoveOperation.NextCharacter if forward else QTextCursor.MoveOperation.PreviousCharacter
            mode = QTextCursor.MoveMode.KeepAnchor if extend else QTextCursor.MoveMode.MoveAnchor
            cursor.movePosition(way, mode)
            self.setTextCursor(cursor)
            return
        if extend:
            self.select_from(*keys.extend(text, self.anchor(), self.caret(), forward))
        else:
            place = keys.step(text, self.caret(), forward)
            self.select_from(place, place)
        self.ensure_visible(self.caret(), self.caret())

    def _snap(self) -> None:
        if self.snapping and self.selection():
            self.select_from(*keys.drag(self.scene.text, self.anchor(), self.caret(), True))

    def _activate(self, modifiers: Qt.KeyboardModifier) -> bool:
        if self.scene.selected is None or modifiers & ~_MOD.KeypadModifier:
            return False
        self.span_activated.emit(self.scene.selected)
        return True

    def _clear(self) -> bool:
        something = self.scene.selected is not None or self.selection() is not None
        if something:
            self.select_from(self.caret(), self.caret())
        return something

    # -- mouse -------------------------------------------------------------------------------------------------------

    @guarded(nothing)
    def mousePressEvent(self, event: QMouseEvent, /) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            card = self.card_at(event.position().toPoint())
            if card is None:
                self._mouse.press(event)
            else:
                self.select_stance(card)
                self.stance_clicked.emit(card)

    @guarded(nothing)
    def mouseMoveEvent(self, event: QMouseEvent, /) -> None:
        point = event.position().toPoint()
        if not self._mouse.dragging:
            self._hover(point)
            return
        self._mouse.move(point, event.modifiers())
        inside = self.viewport().rect().contains(point)
        if inside:
            self._pull.stop()
        elif not self._pull.isActive():
            self._pull.start()

    @guarded(nothing)
    def mouseReleaseEvent(self, event: QMouseEvent, /) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pull.stop()
            self._mouse.release(event)
            self._offer_selection()

    @guarded(nothing)
    def mouseDoubleClickEvent(self, event: QMouseEvent, /) -> None:
        point = event.position().toPoint()
        if event.button() != Qt.MouseButton.LeftButton or self.card_at(point):
            return
        if self.scene.selected in self.spans_at(point):
            self.span_activated.emit(self.scene.selected)
        else:
            place = self.place_at(point)
            self.select_from(*(token_at(self.scene.text, place) or (place, place)))

    @guarded(nothing)
    def wheelEvent(self, event: QWheelEvent, /) -> None:
        if event.modifiers() & _MOD.ControlModifier:
            self.set_zoom(self.zoom + (10 if event.angleDelta().y() > 0 else -10))
            event.accept()
        else:
            super().wheelEvent(event)

    @guarded(nothing)
    def contextMenuEvent(self, event: QContextMenuEvent, /) -> None:
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            self.context_requested.emit(
                self.viewport().mapToGlobal(self.cursorRect().bottomLeft()), self.scene.selected or ""
            )
            return
        point = self.viewport().mapFromGlobal(event.globalPos())
        chosen = self.selection()
        if chosen is not None and chosen[0] <= self.place_at(point) <= chosen[1]:
            self.context_requested.emit(event.globalPos(), "")  # for the words, not for a mark among them
            return
        here = self.spans_at(point)
        if here and self.scene.selected not in here:
            self.select_span(here[0])
        self.context_requested.emit(event.globalPos(), (self.scene.selected or "") if here else "")

    @guarded(nothing)
    def leaveEvent(self, event: QEvent, /) -> None:
        self._hover(QPoint(-1, -1))
        super().leaveEvent(event)

    def click_span(self, span_id: str, modifiers: Qt.KeyboardModifier) -> None:
        """The user clicks a span."""
        self._choose(self.scene.index.get(span_id))
        self.span_clicked.emit(span_id, modifiers)

    def _pull_on(self) -> None:
        """The pointer is held beyond the upper or lower edge: scroll there and select on."""
        point = self.viewport().mapFromGlobal(self.cursor().pos())
        bar, height = self.verticalScrollBar(), self.viewport().height()
        beyond = min(point.y(), 0) or max(point.y() - height, 0)
        bar.setValue(bar.value() + beyond)
        self._mouse.move(point, QGuiApplication.keyboardModifiers())

    def _hover(self, point: QPoint) -> None:
        card = self.card_at(point)
        if card != self.scene.deck.hovered:
            self._touch_evidence()
            self.scene.deck.hovered = card
            self._touch_evidence()
            self._layout.touch_margin()
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if card else Qt.CursorShape.IBeamCursor)

    def _offer_selection(self) -> None:
        clipboard, chosen = QGuiApplication.clipboard(), self.selection()
        if chosen and clipboard.supportsSelection():
            clipboard.setText(for_qt(self.scene.text[slice(*chosen)]), QClipboard.Mode.Selection)

    # -- Qt ----------------------------------------------------------------------------------------------------------

    @guarded(QMimeData)
    def createMimeDataFromSelection(self) -> QMimeData:
        data, chosen = QMimeData(), self.selection()
        if chosen:
            data.setText(for_qt(self.scene.text[slice(*chosen)]))
        return data

    @guarded(nothing)
    def scrollContentsBy(self, dx: int, dy: int, /) -> None:
        super().scrollContentsBy(dx, dy)
        if self._scroller.settle() or self.scene.hints or self.scene.links.of(self.scene.selected):
            self.viewport().update()

    @guarded(nothing)
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        with self._scroller.kept():
            super().resizeEvent(event)

    @guarded(nothing)
    def paintEvent(self, event: QPaintEvent, /) -> None:
        self.scene.view_top = self.verticalScrollBar().value()
        self.scene.view_height = self.viewport().height()
        paper = QPainter(self.viewport())
        paper.fillRect(event.rect(), QColor(self.scene.theme.paper))  # whatever style sheet lies over the palette
        paper.end()
        super().paintEvent(event)

    @guarded(lambda: False)
    def viewportEvent(self, event: QEvent, /) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self._tip(event.pos()), self.viewport())
            return True
        return super().viewportEvent(event)

    def _tip(self, point: QPoint) -> str:
        """What the tooltip says there. Escaped, since Qt would take text with tags in it for HTML."""
        card = self.scene.deck.get(self.card_at(point))
        if card:
            says = card.summary()
        else:
            names = {label.key: label.name for label in self.scene.labels}
            spans = [self.scene.index.get(span_id) for span_id in self.spans_at(point)]
            says = "\n".join(
                tr("{label} (uncertain)", label=names.get(p.span.label, p.span.label))
                if p.span.uncertain
                else names.get(p.span.label, p.span.label)
                for p in spans
                if p
            )
        return f"<p style='white-space:pre'>{html.escape(says)}</p>" if says else ""


def _leftwards(paragraph: QTextBlock) -> bool:
    return paragraph.textDirection() == Qt.LayoutDirection.RightToLeft
