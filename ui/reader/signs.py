"""The row of signs above each line: label chips and hint letters; and the count of spans with no lane left."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from ui.reader.chips import Chip, chip
from ui.reader.lines import Line
from ui.reader.metrics import MAX_LANES
from ui.reader.pieces import Piece
from ui.reader.scene import Scene


class Sign(NamedTuple):
    """A sign that wants to stand at `x` above a line; `order` tells those at one x apart."""

    x: float
    order: int
    line: Line
    chip: Chip


def draw(painter: QPainter, scene: Scene, pieces: Sequence[Piece], hidden: Mapping[Line, int]) -> None:
    """Paint the chips and hints of the pieces, side by side, and "+n" after lines with hidden spans."""
    ratio = painter.device().devicePixelRatio()
    signs = _chips(scene, pieces, ratio) + _hints(scene, pieces, ratio)
    taken: dict[Line, float] = {}
    lift = scene.sizes.ascender - scene.sizes.px(1)
    limit = scene.page.right + scene.sizes.px(24)
    for sign in sorted(signs, key=lambda s: (s.line.start, s.x, s.order)):
        x = max(sign.x, taken.get(sign.line, 0))
        if x + sign.chip.width <= limit:
            painter.drawPixmap(QPointF(round(x), sign.line.baseline - lift - sign.chip.height), sign.chip.picture)
            taken[sign.line] = x + sign.chip.width + 2
    for line, count in hidden.items():
        more = chip(f"+{count}", scene.theme.neu, scene.sizes.px(9), ratio, scene.theme.paper)
        painter.drawPixmap(QPointF(round(line.right) + 6, line.baseline + 2 - more.height), more.picture)


def _chips(scene: Scene, pieces: Sequence[Piece], ratio: float) -> list[Sign]:
    size, signs = scene.sizes.px(9), []
    for piece in pieces:
        text = chip_text(scene, piece) if piece.first else ""
        if text:
            look = scene.look(piece.placed.span.label)
            sign = chip(text, look.line.name(), size, ratio, scene.theme.paper)
            beside = scene.sizes.px(7) if look.style == "bracket" else -2
            signs.append(_sign(piece, sign, 1, beside))
    return signs


def chip_text(scene: Scene, piece: Piece) -> str:
    """What the chip of a span says; empty if it shows none."""
    span = piece.placed.span
    if piece.placed.lane >= MAX_LANES and span.id != scene.selected:
        return ""
    look = scene.look(span.label)
    doubt = "?" if span.uncertain else ""
    return f"{look.text} {doubt}".strip() if look.chip or span.id == scene.selected else doubt


def _hints(scene: Scene, pieces: Sequence[Piece], ratio: float) -> list[Sign]:
    """One letter for each span: at its start, or where it comes into sight."""
    signs: dict[str, Sign] = {}
    for piece in pieces if scene.hints else ():
        letter = scene.hints.get(piece.placed.id)
        if letter is None or piece.placed.id in signs:
            continue
        below = piece.line.baseline - scene.sizes.ascent - scene.view_top
        if below >= 0 and (piece.first or below < scene.sizes.step):
            sign = chip(letter, scene.theme.hint, scene.sizes.px(10), ratio, scene.theme.hint_ink)
            signs[piece.placed.id] = _sign(piece, sign, 2, -6)
    return list(signs.values())


def _sign(piece: Piece, sign: Chip, order: int, beside: float) -> Sign:
    run = piece.runs[0]
    x = run.start - beside - sign.width if run.rtl else run.start + beside
    return Sign(x, order, piece.line, sign)
