"""Standing highlights in the text: the words in a colour, under a broken line of the highlight's own kind."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache
from math import ceil, floor
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QRegion, QTextLayout

from ui.reader.lines import Line, Run
from ui.reader.pieces import over_lines
from ui.theme import Theme, contrast, legible

if TYPE_CHECKING:
    from ui.reader.scene import Scene

# far apart in hue; each theme moves them until they can be read on its grounds
_ON_LIGHT = ("#c2410c", "#0057b8", "#8b2fc9", "#00707a", "#b3126b", "#7a5200", "#2f7d1e", "#4a4fd0")
_ON_DARK = ("#ff9e6b", "#7ab8ff", "#d0a2ff", "#4fd0d6", "#ff8ac0", "#e0b84f", "#8fd46a", "#a9adff")
_DASHES = ((1.0, 2.0), (4.0, 2.0), (4.0, 2.0, 1.0, 2.0), (9.0, 3.0))  # in widths of the line


class Tint(NamedTuple):
    """A stretch of the text, in code points, and the number of its colour."""

    start: int
    end: int
    colour: int


class Tints:
    """The tinted stretches of a text, disjoint and in text order."""

    def __init__(self, tints: Sequence[Tint] = ()) -> None:
        self._tints = tints
        self._ends = [tint.end for tint in tints]
        self._starts = [tint.start for tint in tints]

    def __len__(self) -> int:
        return len(self._tints)

    def between(self, start: int, end: int) -> Sequence[Tint]:
        """Those that share a character with a range."""
        return self._tints[bisect_right(self._ends, start) : bisect_left(self._starts, end)]


@lru_cache(maxsize=64)
def colour(theme: Theme, number: int) -> QColor:
    """A highlight's colour in a theme; numbers beyond the row begin again."""
    # what reads on the ground nearest to the ink reads on the others
    grounds = (theme.paper, theme.actor_bg, theme.claim_bg, theme.selection, theme.found)
    worst = min(grounds, key=lambda ground: contrast(theme.ink, ground))
    row = _ON_DARK if theme.dark else _ON_LIGHT
    return QColor(legible(row[number % len(row)], worst))


@lru_cache(maxsize=256)
def pen(theme: Theme, number: int, width: float = 1.0) -> QPen:
    """The line over a highlight's words: beside the colour, what tells one from another."""
    found = QPen(colour(theme, number), width)
    found.setCapStyle(Qt.PenCapStyle.FlatCap)
    found.setDashPattern(_DASHES[number % len(_DASHES)])
    return found


class Box(NamedTuple):
    """A tinted stretch on one line."""

    colour: int
    line: Line
    run: Run


def boxes(scene: Scene, lines: Sequence[Line]) -> list[Box]:
    """What is tinted on these lines."""
    near = scene.tints.between(lines[0].start, lines[-1].end) if lines else ()
    return [
        Box(shade, line, run) for start, end, shade in near for line, runs in over_lines(lines, start, end)
        for run in runs
    ]  # fmt: skip


def draw(painter: QPainter, scene: Scene, layout: QTextLayout, tinted: Sequence[Box], clip: QRectF) -> None:
    """Draw a paragraph's lines within `clip`, the tinted words in their colours."""
    if not tinted:
        layout.draw(painter, QPointF(0, 0), [], clip)
        return
    # once in each colour, clipped: as ranges with formats, Qt draws a hundred words in ten times the time
    areas = _areas(scene, tinted)
    whole = QRegion(clip.toAlignedRect())
    for area in areas.values():
        whole -= area
    shades = [(painter.pen().color(), whole), *((colour(scene.theme, n), area) for n, area in areas.items())]
    for shade, area in shades:
        painter.save()
        painter.setClipRegion(area, Qt.ClipOperation.IntersectClip)
        painter.setPen(shade)
        layout.draw(painter, QPointF(0, 0), [], clip)
        painter.restore()
    _draw_lines(painter, scene, tinted)


def _areas(scene: Scene, tinted: Sequence[Box]) -> dict[int, QRegion]:
    """The pixels of each colour's words."""
    up, down = scene.sizes.ascent + 2, scene.sizes.descent + 2
    areas: dict[int, QRegion] = {}
    # from the top and the left: what is added at the end of a region is added at once
    for shade, line, run in sorted(tinted, key=lambda box: (box.line.baseline, box.run.left)):
        left = floor(run.left)
        rect = QRect(left, line.baseline - up, max(1, ceil(run.right) - left), up + down)
        areas[shade] = areas.get(shade, QRegion()).united(rect)
    return areas


def _draw_lines(painter: QPainter, scene: Scene, tinted: Sequence[Box]) -> None:
    """Paint the broken lines over the tinted words."""
    width = max(1.0, round(1.3 * scene.sizes.scale * 2) / 2)
    lift = scene.sizes.ascender + scene.sizes.px(3) - width / 2
    painter.save()
    for shade, line, run in tinted:
        y = line.baseline - lift
        painter.setPen(pen(scene.theme, shade, width))
        painter.drawLine(QPointF(run.left, y), QPointF(run.right, y))
    painter.restore()
