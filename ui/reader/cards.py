"""Stance cards in the margin: which there are, where they stand, what they say."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF

from ui.reader.metrics import Metrics, Page
from ui.theme import interface_font

_LOOK_BACK = 64  # how many cards before the first visible one may push it down


@dataclass(frozen=True, slots=True)
class StanceCard:
    """A stance as the margin shows it.

    `anchor` is the code point where its evidence starts, `evidence` the ranges; `sign` is one of + − 0 ~ ?; `polarity`
    is its word. `detail` is the last line ("for Russia · intensity 3 · explicit"), `expressed_by` the name of who says
    it, if not the holder.
    """

    id: str
    anchor: int
    evidence: tuple[tuple[int, int], ...]
    holder: str
    sign: str
    polarity: str
    target: str
    detail: str = ""
    expressed_by: str = ""

    def summary(self) -> str:
        """All it says, for a tooltip or a screen reader."""
        first = f"{self.expressed_by}\n" if self.expressed_by else ""
        last = f"\n{self.detail}" if self.detail else ""
        return f"{first}{self.holder} {self.sign} {self.polarity} {self.target}{last}"


class Deck:
    """The cards of an article in text order, and which is selected or under the mouse."""

    def __init__(self, cards: Iterable[StanceCard] = ()) -> None:
        self.cards = sorted(cards, key=lambda card: (card.anchor, card.id))
        self._anchors = [card.anchor for card in self.cards]
        self._by_id = {card.id: card for card in self.cards}
        self.selected: str | None = None
        self.hovered: str | None = None

    def get(self, card_id: str | None) -> StanceCard | None:
        """The card of that id, or None."""
        return self._by_id.get(card_id) if card_id is not None else None

    def place(
        self, page: Page, sizes: Metrics, y_of: Callable[[int], int], *, start: int, top: float, bottom: float
    ) -> list[tuple[StanceCard, QRectF]]:
        """The cards that show between `top` and `bottom`, with their rectangles in document coordinates.

        `y_of` gives the upper edge of the line of a code point, lower for later ones; `start` is the first code point
        shown. A card stands at its line, or below the card before it, so that none overlap.
        """
        placed = []
        gap = sizes.px(8)
        floor = -1e9
        first = max(0, bisect_left(self._anchors, start) - _LOOK_BACK)
        for card in self.cards[first:]:
            y = max(float(y_of(card.anchor)), floor)
            if y > bottom:
                break
            width = page.card_width or sizes.px(20)
            rect = QRectF(page.card_left, y, width, height(card, page, sizes))
            floor = rect.bottom() + gap
            if rect.bottom() >= top and y <= bottom:
                placed.append((card, rect))
        return placed


Row = list[tuple[str, str]]


def rows(card: StanceCard, page: Page, sizes: Metrics) -> list[Row]:
    """What a card says, row by row, as (kind, text); kind is `ink`, `dim` or `polarity`.

    Holder, polarity and target take a second row where one is too narrow for them.
    """
    polarity = f"{card.sign} {card.polarity}"
    main: list[Row] = [[("ink", card.holder), ("polarity", polarity), ("ink", card.target)]]
    if _too_wide(f"{card.holder} {polarity} {card.target}", page.card_width - sizes.px(23), sizes.px(12)):
        main = [[("ink", card.holder)], [("polarity", polarity), ("ink", card.target)]]
    above: list[Row] = [[("dim", card.expressed_by)]] if card.expressed_by else []
    below: list[Row] = [[("dim", card.detail)]] if card.detail else []
    return above + main + below


@lru_cache(maxsize=4096)
def _too_wide(text: str, room: int, pixels: int) -> bool:
    return QFontMetricsF(interface_font(pixels, bold=True)).horizontalAdvance(text) > room


def height(card: StanceCard, page: Page, sizes: Metrics) -> int:
    """How high a card is; as a small sign, if there is no room for cards."""
    if not page.card_width:
        return sizes.px(20)
    return 2 * sizes.px(7) + len(rows(card, page, sizes)) * sizes.px(18)
