"""What a reader holds and can be told: the article, its marks, the selection. Without keys and mouse."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QPalette, QTextCursor, QTextDocument
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from annotator.codebook import SpanLabel
from annotator.models import Span
from ui.i18n import tr
from ui.reader.cards import Deck, StanceCard
from ui.reader.index import Placed, SpanIndex
from ui.reader.layout import LazyLayout
from ui.reader.metrics import metrics
from ui.reader.positions import DocumentMap, for_qt
from ui.reader.scene import Link, Links, Scene, floors
from ui.reader.scroller import Scroller
from ui.reader.tints import Tint, Tints
from ui.theme import LIGHT, Theme, palette

_KEEP = QTextCursor.MoveMode.KeepAnchor
ZOOM_RANGE = (50, 300)


class Surface(QTextEdit):
    """An article with its marks. Every position is a code point of the stored text; ranges are end-exclusive.

    A stretch of text is selected, or a span is, never both.
    """

    span_clicked = Signal(str, object)  # span id, Qt.KeyboardModifiers
    span_activated = Signal(str)  # double click or Enter
    stance_clicked = Signal(str)
    selection_changed = Signal()  # the selected text, the caret or the selected span
    context_requested = Signal(QPoint, str)  # global position; span id, or "" for none
    zoom_changed = Signal(int)  # per cent

    def __init__(self, parent: QWidget | None = None, theme: Theme = LIGHT) -> None:
        super().__init__(parent)
        self.scene = Scene(theme=theme)
        self.snapping = True
        self._zoom = 100
        self._family: str | None = None
        self._told: tuple[int, int, str | None] = (0, 0, None)
        self._quiet = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        flags = Qt.TextInteractionFlag
        self.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
        self.setAcceptDrops(False)
        self.setAccessibleName(tr("Article text"))
        document = QTextDocument(self)
        document.setUndoRedoEnabled(False)
        document.setDocumentMargin(0)
        document.setDefaultFont(self.scene.sizes.font)
        self._layout = LazyLayout(document, self.scene)
        document.setDocumentLayout(self._layout)
        self.setDocument(document)
        self.setCursorWidth(2)
        self._scroller = Scroller(self._layout, self.verticalScrollBar(), self.viewport())
        self.set_theme(theme)
        self.cursorPositionChanged.connect(self._caret_moved)
        self.selectionChanged.connect(self._caret_moved)

    # -- the article -------------------------------------------------------------------------------------------------

    def open(
        self,
        article_title: str,
        byline: str,
        text: str,
        spans: Sequence[Span] = (),
        stances: Sequence[StanceCard] = (),
        labels: Sequence[SpanLabel] = (),
    ) -> None:
        """Show an article from its top, with nothing selected. Writing direction is worked out for each paragraph."""
        scene = self.scene
        self._quiet = True
        self._layout.loading = True
        self._layout.flow.forget()
        scene.title, scene.byline, scene.text = article_title, byline, text
        scene.map = DocumentMap(text)
        scene.labels = tuple(labels)
        scene.index = SpanIndex(spans, floors(labels))
        scene.deck = Deck(stances)
        scene.selected, scene.hints, scene.matches, scene.tints = None, {}, (), Tints()
        scene.links = Links()
        scene.dress()
        self.document().setPlainText(for_qt(text))
        self._layout.loading = False
        self._layout.flow.rebuild()
        self.setAccessibleDescription(" · ".join(part for part in (article_title, byline) if part))
        self.setTextCursor(QTextCursor(self.document()))
        self._scroller.restart()
        self._quiet = False
        self._tell(force=True)

    def set_span(self, span: Span) -> None:
        """Add a span, or replace the one of its id."""
        old = self.scene.index.get(span.id)
        new = self.scene.index.put(span)
        if old:
            self._layout.touch(old.start, old.end)
        self._layout.touch(new.start, new.end)
        self._touch_links(span.id)

    def remove_span(self, span_id: str) -> None:
        """Take a span away; none of that id is nothing."""
        old = self.scene.index.remove(span_id)
        if old:
            if self.scene.selected == span_id:
                self.scene.selected = None
            self._layout.touch(old.start, old.end)
            self._tell()

    def set_links(self, links: Sequence[Link]) -> None:
        """Know these relations: lines show those of the selected span."""
        self._touch_links(self.scene.selected)
        self.scene.links = Links(links)
        self._touch_links(self.scene.selected)

    def set_stances(self, cards: Sequence[StanceCard]) -> None:
        """Show these cards instead of those shown. The selected one stays selected, if it is among them."""
        self._touch_evidence()
        deck = Deck(cards)
        deck.selected = self.scene.deck.selected if deck.get(self.scene.deck.selected) else None
        self.scene.deck = deck
        self._touch_evidence()
        self._layout.touch_margin()
        self._layout.announce_size()

    # -- selecting ---------------------------------------------------------------------------------------------------

    @property
    def selected_span(self) -> str | None:
        """The id of the selected span, or None."""
        return self.scene.selected

    def select_span(self, span_id: str | None) -> None:
        """Select a span, put the caret at its start and bring it into sight; None, or an unknown id: select none."""
        placed = self.scene.index.get(span_id) if span_id else None
        self._choose(placed)
        if placed:
            self.ensure_visible(placed.start, placed.end)

    def next_span(self, backwards: bool = False) -> str | None:
        """Select the next span in text order, or the previous one, round at the ends. Returns its id, None if none."""
        found = self.scene.index.step(self.scene.selected, self.caret(), backwards)
        if found is not None:
            self.select_span(found)
        return found

    @property
    def selected_stance(self) -> str | None:
        """The id of the selected card, or None."""
        return self.scene.deck.selected

    def select_stance(self, card_id: str | None) -> None:
        """Select a card: it is outlined, and its evidence shows in the text."""
        deck = self.scene.deck
        self._touch_evidence()
        deck.selected = card_id if deck.get(card_id) else None
        self._touch_evidence()
        self._layout.touch_margin()

    def selection(self) -> tuple[int, int] | None:
        """The selected range, or None."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        places = self.scene.map
        return places.to_codepoint(cursor.selectionStart()), places.to_codepoint(cursor.selectionEnd())

    def set_selection(self, start: int, end: int) -> None:
        """Select a range, with the caret at `end`, and bring it into sight. No span stays selected."""
        self.select_from(start, end)
        self.ensure_visible(min(start, end), max(start, end))

    def select_from(self, anchor: int, position: int) -> None:
        """Select from `anchor` to `position`, where the caret goes; the view does not scroll further than Qt does."""
        self._choose(None, self._cursor(anchor, position))

    def caret(self) -> int:
        """Where the caret is."""
        return self.scene.map.to_codepoint(self.textCursor().position())

    def anchor(self) -> int:
        """Where the selection was begun; the caret's place if there is none."""
        return self.scene.map.to_codepoint(self.textCursor().anchor())

    # -- what is where -----------------------------------------------------------------------------------------------

    def ensure_visible(self, start: int, end: int) -> None:
        """Scroll, no further than needed, so that the range is in sight."""
        length = len(self.scene.text)
        self._scroller.show(min(max(0, start), length), min(max(0, end), length))

    def visible_range(self) -> tuple[int, int]:
        """The range of the text that is in sight, in whole lines."""
        bottom = self.viewport().rect().bottomLeft()
        left = QPoint(self.scene.page.left, 0)
        return self.place_at(left), self.place_at(QPoint(self.scene.page.right, bottom.y()))

    def visible_spans(self) -> list[str]:
        """The ids of the spans in sight, in text order."""
        return [placed.id for placed in self.scene.index.between(*self.visible_range())]

    def place_at(self, point: QPoint) -> int:
        """The place in the text nearest to a point of the viewport."""
        unit = self._layout.hitTest(self._in_document(point), Qt.HitTestAccuracy.FuzzyHit)
        return self.scene.map.to_codepoint(unit)

    def spans_at(self, point: QPoint) -> list[str]:
        """The ids of the spans under a point of the viewport, the innermost first."""
        return [placed.id for placed in self._layout.flow.spans_under(self._in_document(point))]

    def card_at(self, point: QPoint) -> str | None:
        """The id of the card under a point of the viewport."""
        at = self._in_document(point)
        return next((card.id for card, rect in self._layout.flow.cards(at.y(), at.y()) if rect.contains(at)), None)

    # -- looks -------------------------------------------------------------------------------------------------------

    def set_theme(self, theme: Theme) -> None:
        """Show everything in the colours of a theme."""
        self.scene.theme = theme
        self.scene.dress()
        colours = palette(theme)
        colours.setColor(QPalette.ColorRole.Window, colours.color(QPalette.ColorRole.Base))
        self.setPalette(colours)
        self.viewport().update()

    @property
    def zoom(self) -> int:
        """The size of the type, in per cent."""
        return self._zoom

    def set_zoom(self, percent: int) -> None:
        """Set the size of the type, 50 to 300 per cent. What stands at the top stays there."""
        percent = min(max(percent, ZOOM_RANGE[0]), ZOOM_RANGE[1])
        if percent != self._zoom:
            self._zoom = percent
            self._resize_type()
            self.zoom_changed.emit(percent)

    def set_font_family(self, name: str | None) -> None:
        """Set the text in that family; None is the usual one."""
        self._family = name
        self._resize_type()

    def set_line_length(self, chars: int) -> None:
        """Let lines grow to about that many characters."""
        self.scene.chars = max(20, chars)
        self._resize_type()

    def show_hints(self, letters: Mapping[str, str] | None) -> None:
        """Show a letter over each of these spans, by id; None shows none."""
        self.scene.hints = dict(letters or {})
        self.viewport().update()

    def set_matches(self, ranges: Sequence[tuple[int, int]]) -> None:
        """Mark these ranges as found by a search."""
        self.scene.matches = tuple(ranges)
        self.viewport().update()

    def set_tints(self, tints: Sequence[Tint]) -> None:
        """Set these stretches, disjoint and in text order, in the colours of their highlights."""
        if tints or self.scene.tints:
            self.scene.tints = Tints(tints)
            self.viewport().update()

    # -- inside ------------------------------------------------------------------------------------------------------

    def _in_document(self, point: QPoint) -> QPointF:
        return QPointF(point.x(), point.y() + self.verticalScrollBar().value())

    def _cursor(self, anchor: int, position: int) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.setPosition(self.scene.map.to_qt(anchor))
        cursor.setPosition(self.scene.map.to_qt(position), _KEEP)
        return cursor

    def _choose(self, placed: Placed | None, cursor: QTextCursor | None = None) -> None:
        """Select a span, with the caret at its start; or no span, with the caret where `cursor` is."""
        before = self.scene.index.get(self.scene.selected) if self.scene.selected else None
        self.scene.selected = placed.id if placed else None
        if placed:
            cursor = self._cursor(placed.start, placed.start)
        if cursor is not None:
            self._quiet = True
            self.setTextCursor(cursor)
            self._quiet = False
        if before is not placed:
            for changed in (before, placed):
                if changed:
                    self._layout.touch(changed.start, changed.end)
                    self._touch_links(changed.id)
        self._tell()

    def _caret_moved(self) -> None:
        if not self._quiet:
            cursor = self.textCursor()
            if (cursor.anchor(), cursor.position()) != self._told[:2]:
                self._choose(None)

    def _tell(self, force: bool = False) -> None:
        cursor = self.textCursor()
        now = (cursor.anchor(), cursor.position(), self.scene.selected)
        if force or now != self._told:
            self._told = now
            self.selection_changed.emit()

    def _touch_evidence(self) -> None:
        shown = self.scene.evidence()
        for start, end in shown[1] if shown else ():
            self._layout.touch(start, end)

    def _touch_links(self, span_id: str | None) -> None:
        if self.scene.links.of(span_id):
            self.viewport().update()  # their lines may cross all of it

    def _resize_type(self) -> None:
        with self._scroller.kept():
            self.scene.sizes = metrics(self._family, self._zoom)
            self.scene.fit(self.viewport().width())
            self.document().setDefaultFont(self.scene.sizes.font)
            self._layout.flow.rebuild()
