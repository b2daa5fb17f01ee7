"""Walking the text token by token. Pure; positions are code points."""

from __future__ import annotations

from annotator.text import grapheme_bounds, next_token, previous_token, snap, token_at


def step(text: str, position: int, forward: bool) -> int:
    """Where the caret goes: to the start of the next or previous token, or to the end of the text."""
    inside = token_at(text, position)
    if forward:
        after = next_token(text, inside[1] if inside and inside[1] > position else position)
        return after[0] if after else len(text)
    if inside and inside[0] < position:
        return inside[0]
    before = previous_token(text, position)
    return before[0] if before else 0


def extend(text: str, anchor: int, position: int, forward: bool) -> tuple[int, int]:
    """Anchor and position of a selection grown or shrunk by one token at `position`.

    A selection that begins inside a token takes the whole of it.
    """
    if anchor == position:
        inside = token_at(text, position)
        if inside and inside[0] < position < inside[1]:
            return inside if forward else (inside[1], inside[0])
    if forward:
        return anchor, _next_start(text, position, anchor) if position < anchor else _next_end(text, position)
    return anchor, _previous_end(text, position, anchor) if position > anchor else _previous_start(text, position)


def drag(text: str, pressed: int, position: int, snapping: bool) -> tuple[int, int]:
    """Anchor and position of a selection drawn with the mouse: whole tokens, or whole graphemes if not `snapping`."""
    if pressed == position:
        return pressed, position
    start, end = min(pressed, position), max(pressed, position)
    if snapping:
        start, end = snap(text, start, end)
    else:
        start = grapheme_bounds(text, start)[0] if start < len(text) else start
        edge = grapheme_bounds(text, end) if end < len(text) else (end, end)
        end = end if edge[0] == end else edge[1]
    return (start, end) if pressed <= position else (end, start)


def _next_end(text: str, position: int) -> int:
    inside = token_at(text, position)
    if inside and inside[0] < position < inside[1]:
        return inside[1]
    after = next_token(text, position)
    return after[1] if after else len(text)


def _previous_start(text: str, position: int) -> int:
    inside = token_at(text, position)
    if inside and inside[0] < position < inside[1]:
        return inside[0]
    before = previous_token(text, position)
    return before[0] if before else 0


def _next_start(text: str, position: int, anchor: int) -> int:
    """The start of the token after the one at `position`, not beyond the anchor."""
    return min(anchor, step(text, position, forward=True))


def _previous_end(text: str, position: int, anchor: int) -> int:
    """The end of the token before the one that ends at `position`, not before the anchor."""
    last = previous_token(text, position)
    before = previous_token(text, last[0]) if last else None
    return max(anchor, before[1]) if before else anchor
