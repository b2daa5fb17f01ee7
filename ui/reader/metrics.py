"""Sizes: of type, of the gaps between lines, and of the columns of the page. Unit: pixels."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import ceil

from PySide6.QtGui import QFont, QFontMetricsF

from ui.theme import reading_font

_SAMPLE = "the quick brown fox jumps over the lazy dog, and no one else does it so often as he did in those days "
MAX_LANES = 6


@dataclass(frozen=True)
class Metrics:
    """The sizes of one reading face at one zoom.

    A line's box is `step` high: room for chips, then the text (from `lead` on), then room for lanes. Lanes beyond the
    third reach into the room for chips of the line below, but never into its text.
    """

    font: QFont
    scale: float
    step: int
    lead: int
    ascent: int
    descent: int
    ascender: int
    lane_top: float
    lane_step: float
    lane_width: int
    paragraph_gap: int
    blank: int
    char_width: float

    @property
    def below(self) -> int:
        """From the baseline to the lower edge of the line's box."""
        return self.step - self.lead - self.ascent

    def px(self, pixels: float) -> int:
        """A length that was chosen at 100 %, at this zoom, at least 1."""
        return max(1, round(pixels * self.scale))


@lru_cache(maxsize=16)
def metrics(family: str | None, zoom: int) -> Metrics:
    """The sizes of that reading face (None: the default) at `zoom` per cent."""
    size = max(6, round(17 * zoom / 100))
    font = reading_font(size, family)
    fm = QFontMetricsF(font)
    ascent, descent = ceil(fm.ascent()), ceil(fm.descent())
    step = max(round(size * 2.0), ascent + descent + 4)
    return Metrics(
        font=font,
        scale=zoom / 100,
        step=step,
        lead=round((step - ascent - descent) * 0.6),
        ascent=ascent,
        descent=descent,
        ascender=ceil(-fm.tightBoundingRect("bdfhkl").top()),
        lane_top=size * 0.19,
        lane_step=size * 0.17,
        lane_width=max(1, round(size * 0.105)),
        paragraph_gap=round(size * 0.9),
        blank=ceil(fm.height() * 0.8),
        char_width=fm.horizontalAdvance(_SAMPLE) / len(_SAMPLE),
    )


@dataclass(frozen=True, slots=True)
class Page:
    """Where the text column and the stance cards stand. `card_width` 0: cards are shown as small signs."""

    left: int
    width: int
    card_left: int
    card_width: int

    @property
    def right(self) -> int:
        """The right edge of the text column."""
        return self.left + self.width


def page(view_width: int, sizes: Metrics, chars: int) -> Page:
    """Share out `view_width` pixels: a column of at most `chars` characters, and cards if both fit well."""
    side, gap = sizes.px(30), sizes.px(34)
    measure = round(chars * sizes.char_width)
    card = sizes.px(204)
    room = view_width - side - gap - card - sizes.px(14)
    if room >= min(measure, round(38 * sizes.char_width)):
        width = min(measure, room)
        spare = room - width
        card += min(sizes.px(56), spare // 2)
        left = side + max(0, view_width - side - width - gap - card - sizes.px(14)) // 2
        return Page(left, width, left + width + gap, card)
    marker = sizes.px(28)
    side = min(side, max(4, view_width // 20))
    width = max(40, min(measure, view_width - 2 * side - marker))
    left = max(side, (view_width - width - marker) // 2)
    return Page(left, width, left + width + sizes.px(8), 0)
