"""What a reader shows, apart from the text's layout: marks, looks, choices. The layout and the painters read it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtGui import QColor

from annotator.codebook import SpanLabel, Style
from ui.reader.cards import Deck
from ui.reader.index import SpanIndex
from ui.reader.metrics import Metrics, Page, metrics, page
from ui.reader.positions import DocumentMap
from ui.reader.tints import Tints
from ui.theme import LIGHT, Theme

# Short marks stay next to the words; the line of a bracket runs below them.
_FLOORS: dict[Style, int] = {"bracket": 1}


@dataclass(frozen=True, slots=True)
class Look:
    """How spans of one label are drawn. `chip` False: the chip is shown only when there is something to say."""

    style: Style
    line: QColor
    fill: QColor
    text: str
    chip: bool


@dataclass(frozen=True, slots=True)
class Link:
    """A relation between two spans, by their ids. `style` tells kinds of relation apart: 0, 1, 2, …"""

    head: str
    tail: str
    style: int = 0


class Links:
    """Relations by their ends."""

    def __init__(self, links: Iterable[Link] = ()) -> None:
        self._of: dict[str, list[Link]] = {}
        for link in links:
            for end in {link.head, link.tail}:
                self._of.setdefault(end, []).append(link)

    def of(self, span_id: str | None) -> Sequence[Link]:
        """The relations that the span is an end of."""
        return self._of.get(span_id or "", ())


@dataclass(slots=True)
class Scene:
    """The state behind one reader. Positions are code points."""

    theme: Theme = LIGHT
    sizes: Metrics = field(default_factory=lambda: metrics(None, 100))
    page: Page = field(default_factory=lambda: Page(0, 100, 100, 0))
    title: str = ""
    byline: str = ""
    text: str = ""
    map: DocumentMap = field(default_factory=lambda: DocumentMap(""))
    labels: tuple[SpanLabel, ...] = ()
    index: SpanIndex = field(default_factory=SpanIndex)
    deck: Deck = field(default_factory=Deck)
    looks: dict[str, Look] = field(default_factory=dict)
    selected: str | None = None
    hints: Mapping[str, str] = field(default_factory=dict)
    matches: Sequence[tuple[int, int]] = ()
    tints: Tints = field(default_factory=Tints)
    chars: int = 68
    view_top: int = 0
    view_height: int = 0
    links: Links = field(default_factory=Links)

    def fit(self, width: int) -> None:
        """Share out a view of that width, in pixels, between the text and the cards."""
        self.page = page(width, self.sizes, self.chars)

    def dress(self) -> None:
        """Work the looks of all labels out of the theme."""
        self.looks = looks(self.labels, self.theme)

    def look(self, label: str) -> Look:
        """The look of a label; one that the codebook lacks is drawn as a quiet line with a chip."""
        found = self.looks.get(label)
        if found is None:
            line, fill = self.theme.label_colour("cue")
            found = self.looks[label] = Look("line", line, fill, chip_text(label), True)
        return found

    def evidence(self) -> tuple[str, tuple[tuple[int, int], ...]] | None:
        """The sign and the evidence of the card under the mouse, or else of the selected one."""
        card = self.deck.get(self.deck.hovered) or self.deck.get(self.deck.selected)
        return (card.sign, card.evidence) if card else None


def floors(labels: Iterable[SpanLabel]) -> dict[str, int]:
    """The lowest lane of each label's spans."""
    return {label.key: _FLOORS[label.style] for label in labels if label.style in _FLOORS}


def looks(labels: Sequence[SpanLabel], theme: Theme) -> dict[str, Look]:
    """The look of each label. A fill or dotted line needs no chip where no other label is drawn the same way."""
    count = Counter(label.style for label in labels)
    return {
        label.key: Look(
            label.style,
            *theme.label_colour(label.colour),
            chip_text(label.key),
            label.style in ("bracket", "line") or count[label.style] > 1,
        )
        for label in labels
    }


def chip_text(key: str) -> str:
    """A label's key as a chip shows it."""
    return key.upper() if len(key) <= 9 else key.upper()[:8] + "…"
