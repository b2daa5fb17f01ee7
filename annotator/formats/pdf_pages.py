"""The pages of a PDF as lines of words with their places, as its programs drew them."""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
_LIGATURES = str.maketrans(
    {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl", "\ufb05": "st", "\ufb06": "st"}
)
CONTENT = 30 << 20  # bytes of drawing on a page: a map or a bomb, read for minutes

logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # its remarks are for programmers


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it was drawn. `x`, `y`: where it begins, in points from the lower left; `size` of most of its letters;
    `page` from 0."""

    text: str
    page: int
    x: float = 0.0
    y: float = 0.0
    size: float = 0.0


def lines_of(page: Any, number: int) -> list[Line]:
    """The lines of a page of pypdf, in the order of drawing, which as a rule is that of reading. Raises anything."""
    contents = page.get_contents()
    if contents is not None and len(contents.get_data()) > CONTENT:
        raise ValueError("too much is drawn on this page")
    chunks: list[tuple[str, float, float, float]] = []

    def visit(text: str, cm: list[float], tm: list[float], _font: Any, size: float) -> None:
        x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
        y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        height = abs(size) * max(abs(tm[3] * cm[3]), abs(tm[1] * cm[2]))
        chunks.append((text, x, y, height))

    page.extract_text(visitor_text=visit)
    return [line for parts in _split(chunks) if (line := _line(parts, number)) is not None]


def _split(chunks: list[tuple[str, float, float, float]]) -> Iterator[list[tuple[str, float, float, float]]]:
    """The chunks of each line."""
    line: list[tuple[str, float, float, float]] = []
    for text, *place in chunks:
        first, *others = text.split("\n")
        line.append((first, *place))  # type: ignore[arg-type]
        for part in others:
            yield line
            line = [(part, *place)]  # type: ignore[list-item]
    yield line


def _line(parts: list[tuple[str, float, float, float]], page: int) -> Line | None:
    text = _CONTROL.sub("", "".join(part[0] for part in parts).translate(_LIGATURES))
    text = " ".join(text.split())
    if not text:
        return None
    drawn = [part for part in parts if part[0].strip()] or parts
    sizes: Counter[float] = Counter()
    for words, _, _, size in drawn:
        sizes[round(size, 1)] += len(words)
    return Line(text, page, round(drawn[0][1], 1), round(drawn[0][2], 1), sizes.most_common(1)[0][0])
