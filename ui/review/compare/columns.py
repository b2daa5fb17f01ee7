"""The readings of an article side by side, or as layers over one text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QTextEdit, QVBoxLayout, QWidget

from annotator.adjudication import Unit
from annotator.codebook import SpanLabel
from annotator.models import Span, Stance
from ui.guard import guarded, nothing
from ui.i18n import tr
from ui.reader import ReaderView
from ui.review.compare.words import Words
from ui.theme import LIGHT, Theme
from ui.widgets.fields import Elided

_NARROWEST, _HEAD = 230, 30  # pixels
_SMALLER = 88  # per cent: several texts side by side
_SETTLING = 4  # heights of paragraphs become known while one scrolls to them
# readers laid over each other; far apart for colour-blind eyes, and each chip has the letter
_COLOURS = ("#0072b2", "#d55e00", "#009e73", "#8b2fc9", "#7a5200", "#b3126b")


class Column(ReaderView):
    """A reading to look at. Tab leaves it; marks are gone to with the list of differences."""

    @guarded(lambda: False)
    def focusNextPrevChild(self, next: bool, /) -> bool:
        """On to the next control."""
        return QTextEdit.focusNextPrevChild(self, next)


@dataclass(slots=True)
class _Shown:
    """A column, whose marks are in it, and what stands over it."""

    view: Column
    readers: tuple[int, ...]
    head: Elided
    frame: QFrame


class Aligned(QObject):
    """Keeps texts that are the same at the same place: when one scrolls, the others follow."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._views: list[Column] = []
        self._busy = False

    def use(self, views: Sequence[Column]) -> None:
        """Keep these together."""
        self._views = list(views)
        for view in views:
            view.verticalScrollBar().valueChanged.connect(lambda _=0, source=view: self.follow(source))

    def follow(self, source: Column) -> None:
        """Bring the others to where this one is."""
        if self._busy or source not in self._views:
            return
        self._busy = True
        at_top = source.verticalScrollBar().value() == 0
        place = source.place_at(QPoint(source.scene.page.left, 0))
        goal = _top(source, place)
        for view in self._views:
            if view is not source:
                _bring(view, place, goal, at_top)
        self._busy = False


class Columns(QWidget):
    """One column for each reader, A first; layered, one text with everybody’s marks."""

    unit_wanted = Signal(int, str)  # a reader's place, a mark's id: it was clicked

    def __init__(self, watcher: QObject) -> None:
        """`watcher` filters the events of the texts."""
        super().__init__()
        self._watcher = watcher
        self.layered = False
        self._theme: Theme = LIGHT
        self._words: Words | None = None
        self._unit: Unit | None = None
        self._columns: list[_Shown] = []
        self._aligned = Aligned(self)
        self._later = QTimer(self, singleShot=True, interval=0)  # when the texts have their width
        self._later.timeout.connect(self._bring_into_sight)
        self._inner = QWidget()
        self._inner.setProperty("role", "page")
        self._row = QHBoxLayout(self._inner)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setAccessibleName(tr("The readings"))
        area.setWidget(self._inner)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(area)

    @property
    def views(self) -> list[Column]:
        """The texts, from the left."""
        return [shown.view for shown in self._columns]

    def selection(self) -> tuple[int, int] | None:
        """The words that are selected in a text: in the one with the focus, else in the first that has some."""
        views = sorted(self.views, key=lambda view: not view.hasFocus())
        return next((found for view in views if (found := view.selection())), None)

    def show_readings(self, words: Words | None) -> None:
        """Show the readings of a comparison."""
        self._words, self._unit = words, None
        groups = [tuple(words.order)] if words and self.layered else [(n,) for n in words.order] if words else []
        if [shown.readers for shown in self._columns] != groups:
            self._make(groups)
        for shown in self._columns:
            self._fill(shown)

    def show_names(self, words: Words) -> None:
        """Call the readers otherwise."""
        self._words = words
        for shown in self._columns:
            self._entitle(shown)

    def set_layered(self, layered: bool) -> None:
        """Side by side, or over one text."""
        if layered != self.layered:
            self.layered = layered
            unit = self._unit
            self.show_readings(self._words)
            self.show_unit(unit)

    def show_unit(self, unit: Unit | None) -> None:
        """Point at a unit in every column: the place where it stands, and each reader's mark."""
        self._unit = unit
        for shown in self._columns:
            self._point(shown, unit)
        self._bring_into_sight()

    def set_theme(self, theme: Theme) -> None:
        """Show in the colours of a theme."""
        self._theme = theme
        for view in self.views:
            view.set_theme(theme)

    @guarded(nothing)
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        """Lines break alike in all columns only if these are equally wide."""
        super().resizeEvent(event)
        self._share()
        self._later.start()

    # -- inside
    def _bring_into_sight(self) -> None:
        unit = self._unit
        if unit and self._columns:
            whole = unit.kind == "label"
            self._columns[0].view.ensure_visible(*((0, 0) if whole else (unit.start, unit.end)))
            self._aligned.follow(self._columns[0].view)

    def _share(self) -> None:
        width = max(_NARROWEST, self.width() // max(1, len(self._columns)))
        for shown in self._columns:
            shown.frame.setFixedWidth(width)

    def _make(self, groups: Sequence[tuple[int, ...]]) -> None:
        for shown in self._columns:
            self._row.removeWidget(shown.frame)
            shown.frame.hide()
            shown.frame.deleteLater()
        self._columns = [self._column(group, first=n == 0) for n, group in enumerate(groups)]
        self._share()
        self._aligned.use(self.views)
        self._later.start()

    def _column(self, readers: tuple[int, ...], first: bool) -> _Shown:
        frame = QFrame()
        frame.setProperty("role", "column" if first else "next column")
        head = Elided(role="column head")
        head.setFixedHeight(_HEAD)
        view = Column(theme=self._theme)
        view.set_zoom(100 if self.layered else _SMALLER)
        view.installEventFilter(self._watcher)
        view.span_clicked.connect(lambda ident, _: self._clicked(readers, ident))
        view.stance_clicked.connect(lambda ident: self._clicked(readers, ident))
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(head)
        inside.addWidget(view, 1)
        self._row.insertWidget(self._row.count() - 1, frame)
        return _Shown(view, readers, head, frame)

    def _fill(self, shown: _Shown) -> None:
        words = self._words
        if words is None:
            return
        spans: list[Span] = []
        cards = []
        for n in shown.readers:
            reading, own = words.here.readings[n], words.fields.spans[n]
            who = words.letter(n) if self.layered else ""
            spans += [self._named(span, n) for span in reading.spans]
            cards += [words.card(stance, own, self._ident(n, stance.id), who) for stance in reading.stances]
        labels = _layered(words) if self.layered else words.content.span_labels
        shown.view.open("", "", words.here.article.text, spans, cards, labels)
        self._entitle(shown)

    def _entitle(self, shown: _Shown) -> None:
        words = self._words
        if words is None:
            return
        every = tr("All readings, one over the other: {who}", who=words.readers(shown.readers))
        name = every if self.layered else words.reader(shown.readers[0])
        shown.head.set_whole(name)
        shown.view.setAccessibleName(name if self.layered else tr("The text as {reader} has it", reader=name))

    def _point(self, shown: _Shown, unit: Unit | None) -> None:
        view = shown.view
        view.select_span(None)
        view.select_stance(None)
        there = [(n, mark) for n in shown.readers if (mark := unit.marks[n]) is not None] if unit else []
        own = any(isinstance(mark, Stance) and mark.evidence for _, mark in there)  # which is shown already
        view.set_matches(unit.fragments if unit and unit.kind != "label" and not own else ())
        for n, mark in there[:1]:
            if isinstance(mark, Span):
                view.select_span(self._ident(n, mark.id))
            elif isinstance(mark, Stance):
                view.select_stance(self._ident(n, mark.id))

    def _clicked(self, readers: tuple[int, ...], ident: str) -> None:
        if self.layered:
            reader, _, ident = ident.partition(":")
            self.unit_wanted.emit(int(reader), ident)
        else:
            self.unit_wanted.emit(readers[0], ident)

    def _ident(self, reader: int, ident: str) -> str:
        """Marks of several readers in one text may have the same id."""
        return f"{reader}:{ident}" if self.layered else ident

    def _named(self, span: Span, reader: int) -> Span:
        if not self.layered or self._words is None:
            return span
        label = _label_of(self._words, reader, span.label)
        return span.model_copy(update={"id": self._ident(reader, span.id), "label": label})


def _layered(words: Words) -> list[SpanLabel]:
    """Labels once for each reader: in a colour of theirs, with the letter, as lines that stand below each other."""
    return [
        label.model_copy(
            update={
                "key": _label_of(words, n, label.key), "name": f"{words.letter(n)}: {label.name}",
                "colour": _COLOURS[place % len(_COLOURS)], "style": "bracket" if label.style == "bracket" else "line",
            }
        )
        for place, n in enumerate(words.order)
        for label in words.content.span_labels
    ]  # fmt: skip


def _label_of(words: Words, reader: int, key: str) -> str:
    return f"{words.letter(reader)} {key}"


def _top(view: Column, place: int) -> int:
    """The upper edge of a place's line in the viewport, in pixels."""
    cursor = QTextCursor(view.document())
    cursor.setPosition(view.scene.map.to_qt(place))
    return view.cursorRect(cursor).top()


def _bring(view: Column, place: int, goal: int, at_top: bool) -> None:
    bar = view.verticalScrollBar()
    if at_top:
        bar.setValue(0)
        return
    for _ in range(_SETTLING):
        off = _top(view, place) - goal
        if off == 0:
            return
        bar.setValue(bar.value() + off)
