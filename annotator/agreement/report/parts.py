"""Parts of a report in HTML: tables, bars, colours. What browsers and Qt's rich text both draw; everything escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import escape
from typing import NamedTuple

from annotator.agreement.explain import shown_interval
from annotator.agreement.score import Score

INK, DIM, LINE, PAPER, ACCENT, BAND, ALARM, GREY = (
    "#1d2125", "#565d64", "#ded9cf", "#ffffff", "#0f6e66", "#a7d0cb", "#a8321d", "#eceae5",
)  # fmt: skip
# Qt knows no colours by variables, no flex and no grid: what carries meaning is tables and plain properties
STYLE = f"""
body {{ font-family: "Inter", "Segoe UI", "Helvetica Neue", Arial, sans-serif; font-size: 10pt; color: {INK};
  background-color: {PAPER}; }}
h1 {{ font-size: 20pt; font-weight: 600; margin-bottom: 2px; }}
h2 {{ font-size: 13pt; font-weight: 600; margin-top: 24px; margin-bottom: 6px; color: {ACCENT}; }}
h3 {{ font-size: 10.5pt; font-weight: 600; margin-top: 14px; margin-bottom: 4px; }}
p {{ margin-top: 4px; margin-bottom: 6px; }}
td, th {{ font-size: 9.5pt; }}
th {{ color: {DIM}; font-weight: 600; }}
a {{ color: {ACCENT}; text-decoration: none; }}
.dim {{ color: {DIM}; font-size: 8.5pt; }}
.small {{ font-size: 8.5pt; }}
.big {{ font-size: 20pt; font-weight: 600; }}
.alarm {{ color: {ALARM}; font-weight: 600; }}
.warned {{ color: {ALARM}; font-size: 8.5pt; }}
.bar td {{ font-size: 3pt; }}
@media screen {{ body {{ max-width: 1080px; margin: 24px auto; padding: 0 24px; line-height: 1.35; }} }}
@media print {{ tr {{ page-break-inside: avoid; }} h2, h3 {{ page-break-after: avoid; }} body {{ margin: 0; }} }}
"""
# what HTML cannot hold
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_MIXED = 0.4  # of the accent at the most, so that ink stays readable on it


class Cell(NamedTuple):
    """A table's cell. `html` is finished HTML; `number`: to the right; `colour`: behind it."""

    html: str
    number: bool = False
    head: bool = False
    colour: str = ""
    width: str = ""


def text(words: str) -> str:
    """Any words as HTML."""
    return escape(_CONTROL.sub("\ufffd", words), quote=True)


def own(words: str) -> str:
    """Words of the project, kept from turning round the line they stand in."""
    return f"<bdi>{text(words)}</bdi>"


def head(*words: str, numbers: int = 0) -> list[Cell]:
    """A head row; the last `numbers` stand over numbers."""
    first = len(words) - numbers
    return [Cell(text(word), number=n >= first, head=True) for n, word in enumerate(words)]


def table(rows: Iterable[Sequence[Cell]], name: str = "", width: str = "100%") -> str:
    """Rows with lines between them; the first is the head. `name`: for whoever cannot see it."""
    label = f' aria-label="{text(name)}"' if name else ""
    lines = "\n".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in rows)
    size = f' width="{width}"' if width else ""
    return f'<table class="rows"{size} border="0" cellspacing="0" cellpadding="5"{label}>\n{lines}\n</table>\n'


def beside(parts: Sequence[str], columns: int) -> str:
    """Parts in so many columns, from left to right."""
    lines = [parts[at : at + columns] for at in range(0, len(parts), columns)]
    width = 100 // columns
    rows = ("".join(f'<td width="{width}%" valign="top">{part}</td>' for part in line) for line in lines)
    body = "\n".join(
        f"<tr>{row}{'<td></td>' * (columns - len(line))}</tr>" for row, line in zip(rows, lines, strict=True)
    )
    return f'<table role="presentation" width="100%" border="0" cellspacing="0" cellpadding="6">\n{body}\n</table>\n'


def _cell(cell: Cell) -> str:
    tag = "th" if cell.head else "td"
    align = ' align="right"' if cell.number else ' align="left"'
    colour = f' bgcolor="{cell.colour}"' if cell.colour else ""
    width = f' width="{cell.width}"' if cell.width else ""
    style = f' style="border-bottom: 1px solid {LINE};"'
    return f'<{tag} valign="top"{width}{align}{colour}{style}>{cell.html}</{tag}>'


def tinted(value: float | None) -> str:
    """A background that is the stronger the nearer to 1 the number is; another below 0; grey for none."""
    if value is None:
        return GREY
    return mixed(ACCENT, _MIXED * min(value, 1.0)) if value >= 0 else mixed(ALARM, _MIXED / 2)


def mixed(colour: str, much: float) -> str:
    """So much of a colour on paper."""
    parts = [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
    return "#" + "".join(f"{round(255 + (part - 255) * much):02x}" for part in parts)


def interval_bar(score: Score, least: float | None = None) -> str:
    """Where from 0 to 1 the number and its interval lie, and the threshold. The numbers stand beside it in words."""
    if score.value is None:
        return _bar([(100, GREY)])
    low, high = shown_interval(score) or (score.value, score.value)
    points = {round(100 * min(max(x, 0.0), 1.0)) for x in (low, high)}
    at = min(round(100 * min(max(score.value, 0.0), 1.0)), 98)
    line = None if least is None else min(round(100 * min(max(least, 0.0), 1.0)), 99)
    inside = range(min(points), max(points))
    colours = []
    for x in range(100):
        if at <= x < at + 2:
            colours.append(ACCENT)
        elif x == line:
            colours.append(ALARM)
        else:
            colours.append(BAND if x in inside else LINE)
    parts: list[tuple[int, str]] = []
    for colour in colours:
        if parts and parts[-1][1] == colour:
            parts[-1] = (parts[-1][0] + 1, colour)
        else:
            parts.append((1, colour))
    return _bar(parts)


def share_bar(share: float) -> str:
    """A bar as long as the share."""
    much = round(100 * min(max(share, 0.0), 1.0))
    return _bar([(much, mixed(ALARM, 0.75)), (100 - much, PAPER)])


def _bar(parts: Iterable[tuple[int, str]]) -> str:
    cells = "".join(f'<td width="{much}%" bgcolor="{colour}">&nbsp;</td>' for much, colour in parts if much)
    return (
        '<table class="bar" role="presentation" aria-hidden="true" width="100%" border="0" cellspacing="0" '
        f'cellpadding="0"><tr>{cells}</tr></table>'
    )
