"""Names as they are compared and kept. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

# marks of writing direction, soft hyphens, word joiners: they change how a name is drawn, not which name it is
_UNSEEN = re.compile("[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")


def folded(name: str) -> str:
    """The name as it is compared: without case, without blanks too many, however its accents are encoded."""
    plain = " ".join(_UNSEEN.sub("", name).split())
    if plain.isascii():
        return plain.casefold()
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", plain).casefold())


def tidy(name: str) -> str:
    """The name as it is kept: one line, no blanks at its ends."""
    return " ".join(name.split())


def distinct(names: Iterable[str], *besides: str) -> tuple[str, ...]:
    """The names, tidy, in their order, without empty and repeated ones and without those of `besides`."""
    seen = {"", *(folded(name) for name in besides)}
    found = []
    for name in names:
        if (key := folded(name)) not in seen:
            seen.add(key)
            found.append(tidy(name))
    return tuple(found)
