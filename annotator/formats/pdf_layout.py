"""Lines of printed pages -> paragraphs: heads and feet of pages apart, lines joined, words put together again. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from annotator.formats.pdf_pages import Line
from annotator.formats.word_breaks import Joiner

_EDGE = 3  # lines that the head or foot of a page has at most
_NUMBER = re.compile(
    r"[\W_]*(?:(?:page|seite|p\.|s\.|pág\.?|página|pagina|strona|sida)\s*)?\d{1,4}(?:\s*(?:/|of|von|de|di|sur|van|z)\s*\d{1,4})?[\W_]*",
    re.I,
)
_DIGITS = re.compile(r"\d+")
_BULLET = re.compile(r"[•▪◦‣●■►]\s?")
_SENTENCE_END = re.compile(r"[.!?…:][\"'”’»)\]]*$")
_SAME_SIZE = 0.6  # points
_HEADLINE = 1.2  # times the size of the body


@dataclass(frozen=True, slots=True)
class Layout:
    """`paragraphs` in order; `running`: heads, feet and numbers of pages, page by page; `headline`: the first paragraph
    if it is set larger than the body."""

    paragraphs: tuple[str, ...]
    running: tuple[str, ...]
    headline: str | None


def laid_out(lines: Sequence[Line]) -> Layout:
    """What the lines of a document come to."""
    apart = _running(lines)
    body = [line for line in lines if line not in apart] or list(lines)
    running = tuple(line.text for line in lines if line in apart) if len(body) < len(lines) else ()
    groups = _groups(body)
    join = Joiner(line.text for line in body)
    paragraphs = tuple(join.lines([line.text for line in group]) for group in groups)
    large = groups and groups[0][0].page == 0 and groups[0][0].size > _HEADLINE * _usual([line.size for line in body])
    return Layout(paragraphs, running, paragraphs[0] if large and len(paragraphs) > 1 else None)


def _running(lines: Sequence[Line]) -> Collection[Line]:
    """What stands at the edge of a page and is a page's number, or stands so on several pages."""
    leading = _leadings(lines)
    edges = [line for page in _pages(lines) for line in _edge(page, leading)]
    pages = {line.page for line in lines}
    seen: dict[str, set[int]] = {}
    for line in edges:
        seen.setdefault(_shape(line.text), set()).add(line.page)
    often = max(2, len(pages) / 3)  # left and right pages may differ, and the first has none at times
    found = {
        line for line in edges
        if (_NUMBER.fullmatch(line.text) and _outermost(line, lines, pages)) or len(seen[_shape(line.text)]) >= often
    }  # fmt: skip
    places = {(line.y, line.size) for line in found}
    return found | {line for line in edges if (line.y, line.size) in places}


def _pages(lines: Sequence[Line]) -> Iterator[list[Line]]:
    page: list[Line] = []
    for line in lines:
        if page and page[-1].page != line.page:
            yield page
            page = []
        page.append(line)
    if page:
        yield page


def _edge(page: list[Line], leading: dict[float, float]) -> list[Line]:
    """The lines at the top and at the foot that stand apart from the others, or are set in another size."""
    down = sorted(page, key=lambda line: -line.y)
    return [*_apart(down, leading), *_apart(down[::-1], leading)]


def _apart(lines: list[Line], leading: dict[float, float]) -> list[Line]:
    """The outermost of these lines, up to the first gap."""
    for at in range(1, min(_EDGE + 1, len(lines))):
        outer, inner = lines[at - 1], lines[at]
        gap = abs(outer.y - inner.y)
        if gap > 1.5 * leading.get(inner.size, inner.size) or (gap and abs(outer.size - inner.size) > _SAME_SIZE):
            return lines[:at]
    return []


def _outermost(line: Line, lines: Sequence[Line], pages: Collection[int]) -> bool:
    """Whether a number stands above or below everything else; on a page alone it may be anything."""
    heights = [other.y for other in lines if other.page == line.page and other is not line]
    return len(pages) > 1 and bool(heights) and (line.y >= max(heights) or line.y <= min(heights))


def _shape(text: str) -> str:
    return _DIGITS.sub("#", text.casefold())


def _groups(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines of each paragraph."""
    if not lines:
        return []
    leading, widths = _leadings(lines), _widths(lines)
    groups = [[lines[0]]]
    for last, line in pairwise(lines):
        if _begins(last, line, leading, widths):
            groups.append([line])
        else:
            groups[-1].append(line)
    return groups


def _begins(last: Line, line: Line, leading: dict[float, float], widths: dict[int, float]) -> bool:
    """Whether a paragraph begins with this line."""
    if abs(last.size - line.size) > _SAME_SIZE or _BULLET.match(line.text):
        return True
    ended = _SENTENCE_END.search(last.text) is not None
    length = len(last.text) / widths[last.page]
    down = last.y - line.y
    if line.page != last.page or down < -0.5 * line.size:  # the next page or column
        return ended or (length < 0.5 and not line.text[:1].islower())
    if down < 0.5 * line.size and line.y:
        return False  # the same line, drawn in pieces
    if down > 1.35 * leading.get(line.size, down or 1.0):
        return True
    if line.x > last.x + 0.7 * line.size and (ended or length < 0.75):
        return True  # the first line is set in
    return (ended and length < 0.75) or (length < 0.45 and line.text[:1].isupper())


def _leadings(lines: Sequence[Line]) -> dict[float, float]:
    """The usual distance of two lines, by the size of their letters."""
    found: dict[float, list[float]] = {}
    for last, line in pairwise(lines):
        down = last.y - line.y
        if last.page == line.page and last.size == line.size and 0.5 * line.size < down < 3 * line.size:
            found.setdefault(line.size, []).append(down)
    return {size: median(gaps) if len(gaps) > 2 else min(gaps) for size, gaps in found.items()}


def _widths(lines: Sequence[Line]) -> dict[int, float]:
    """How many letters a full line has, page by page."""
    found: dict[int, list[int]] = {}
    for line in lines:
        found.setdefault(line.page, []).append(len(line.text))
    return {page: float(sorted(lengths)[int(0.8 * (len(lengths) - 1))]) for page, lengths in found.items()}


def _usual(sizes: Sequence[float]) -> float:
    return Counter(sizes).most_common(1)[0][0] or 1.0
