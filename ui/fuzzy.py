"""How well typed letters fit a title."""

from __future__ import annotations

import re

_WORD = re.compile(r"\w+", re.UNICODE)
_PREFIX, _INSIDE, _SCATTERED = range(3)


def score(typed: str, title: str) -> tuple[int, int, int] | None:
    """How badly `typed` fits, smaller is better; None where it does not fit at all.

    Best: every typed word begins a word of the title. Then: every one stands somewhere in it. Last: the letters occur
    in that order. Upper and lower case are the same.
    """
    query, name = typed.casefold().split(), title.casefold()
    if not query:
        return (0, 0, 0)
    starts = [match.start() for match in _WORD.finditer(name)]
    firsts = [next((at for at in starts if name.startswith(word, at)), None) for word in query]
    if None not in firsts:
        return (_PREFIX, sum(at or 0 for at in firsts), len(name))
    if all(word in name for word in query):
        return (_INSIDE, sum(name.index(word) for word in query), len(name))
    spread = _spread("".join(query), name)
    return None if spread is None else (_SCATTERED, spread, len(name))


def _spread(letters: str, name: str) -> int | None:
    """Over how many characters the letters are scattered, None if they do not occur in order."""
    first = at = -1
    for letter in letters:
        at = name.find(letter, at + 1)
        if at < 0:
            return None
        first = at if first < 0 else first
    return at - first
