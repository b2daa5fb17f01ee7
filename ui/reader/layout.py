"""The lazy layout: paragraphs are laid out when they come into sight, and their heights are estimated until then."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, QTimer, SignalInstance
from PySide6.QtGui import QAbstractTextDocumentLayout, QColor, QPainter, QTextBlock, QTextDocument, QTextFrame

from ui.guard import guarded, nothing
from ui.reader import header, paint, paint_cards, paint_links, tints
from ui.reader.flow import Flow
from ui.reader.scene import Scene


class LazyLayout(QAbstractTextDocumentLayout):
    """Lays out and paints the visible part of a scene's text. y is counted from the top of the title, in pixels."""

    def __init__(self, document: QTextDocument, scene: Scene) -> None:
        super().__init__(document)
        self.scene = scene
        self.loading = False
        self._width = -1
        # of the two overloads of this signal, the one without arguments comes first
        self._repaint: SignalInstance = self.update[QRectF]  # type: ignore[index]
        self._size_timer = QTimer(self, singleShot=True, interval=0)
        self._size_timer.timeout.connect(self.announce_size)
        self.flow = Flow(document, scene, self._size_timer.start)

    # -- for the view ------------------------------------------------------------------------------------------------

    def announce_size(self) -> None:
        """Tell the view how high the document is. Never from within painting."""
        self.documentSizeChanged.emit(self.documentSize())

    def touch(self, start: int, end: int) -> None:
        """Have the lines of a range painted again, as far as they are laid out at all."""
        if not self.flow or start >= end:
            return
        places = self.scene.map
        first, last = places.paragraph_of(start), places.paragraph_of(end - 1)
        y0 = self.flow.edge(start, False) if self.flow.is_laid_out(first) else self.flow.top(first)
        y1 = self.flow.edge(end - 1, True) if self.flow.is_laid_out(last) else self.flow.top(last + 1)
        self.touch_y(y0, y1 + self.scene.sizes.step // 2)

    def touch_y(self, top: float, bottom: float) -> None:
        """Have what stands between two heights painted again."""
        self._repaint.emit(QRectF(0, top - 2, self._width, bottom - top + 4))

    def touch_margin(self) -> None:
        """Have the cards painted again."""
        left = self.scene.page.right + 2
        self._repaint.emit(QRectF(left, 0, max(0, self._width - left), self.documentSize().height()))

    # -- for Qt ------------------------------------------------------------------------------------------------------

    @guarded(nothing)
    def documentChanged(self, start: int, removed: int, added: int, /) -> None:
        del start, removed, added  # the text is set whole; what comes later are changes of size
        width = int(self.document().pageSize().width())
        if self.loading or width <= 0 or width == self._width:
            return
        self._width = width
        old = self.scene.page
        self.scene.fit(width)
        if self.scene.page.width != old.width or not self.flow:
            self.flow.rebuild()

    @guarded(lambda: QSizeF(10, 10))
    def documentSize(self) -> QSizeF:
        return QSizeF(max(self._width, 10), max(self.flow.total(), self.flow.cards_end()))

    @guarded(lambda: 1)
    def pageCount(self) -> int:
        return 1

    @guarded(QRectF)
    def frameBoundingRect(self, frame: QTextFrame, /) -> QRectF:
        del frame  # there is only the root frame
        return QRectF(QPointF(0, 0), self.documentSize())

    @guarded(QRectF)
    def blockBoundingRect(self, block: QTextBlock, /) -> QRectF:
        number = block.blockNumber()
        if self.loading or not 0 <= number < len(self.flow):
            return QRectF()
        layout = self.flow.block(number).layout()
        page, top = self.scene.page, self.flow.top(number)
        layout.setPosition(QPointF(page.left, top))
        return QRectF(page.left, top, page.width, self.flow.height_of(number))

    @guarded(lambda: 0)
    def hitTest(self, point: QPointF, accuracy: Qt.HitTestAccuracy, /) -> int:  # type: ignore[override]
        if self.loading or not self.flow:
            return -1 if accuracy == Qt.HitTestAccuracy.ExactHit else 0
        number = self.flow.block_at(point.y())
        block = self.flow.block(number)
        layout, y = block.layout(), point.y() - self.flow.top(number)
        line = layout.lineAt(self.flow.line_at(layout, y))
        x = point.x() - self.scene.page.left
        if accuracy == Qt.HitTestAccuracy.ExactHit and not line.naturalTextRect().contains(QPointF(x, y)):
            return -1
        if y < line.y() - self.scene.sizes.lead and number == 0:
            return 0
        return block.position() + line.xToCursor(x)

    @guarded(nothing)
    def draw(self, painter: QPainter, context: QAbstractTextDocumentLayout.PaintContext, /) -> None:
        if self.loading or not self.flow:
            return
        scene, flow, clip = self.scene, self.flow, context.clip
        y0, y1 = (clip.top(), clip.bottom()) if clip.isValid() else (0.0, float(flow.total()))
        if y0 < flow.header:
            header.draw(painter, scene)
        held = context.selections  # the cursors live no longer than this list
        cursors = [selection.cursor for selection in held]
        to_ours = scene.map.to_codepoint
        selected = [(to_ours(c.selectionStart()), to_ours(c.selectionEnd())) for c in cursors]
        painter.setPen(QColor(scene.theme.ink))
        brush = paint.Brush(painter, scene)
        reach = 2 * scene.sizes.step  # an outline is closed out of sight, and deep lanes reach down from above
        number = flow.block_at(y0 - scene.sizes.step)
        while number < len(flow) and flow.top(number) <= y1:
            block = flow.block(number)
            lines = flow.lines(number, y0 - reach, y1 + reach)
            block.layout().setPosition(QPointF(scene.page.left, flow.top(number)))
            brush.under(lines, selected)
            tinted = tints.boxes(scene, lines) if scene.tints else []
            tints.draw(painter, scene, block.layout(), tinted, QRectF(0, y0, self._width, y1 - y0))
            brush.over(lines)
            unit = context.cursorPosition - block.position()
            if 0 <= unit < block.length():
                block.layout().drawCursor(painter, QPointF(0, 0), unit, scene.sizes.px(2))
            number += 1
        paint_links.draw(painter, scene, flow)
        paint_cards.draw(painter, scene, flow.cards(y0, y1))
