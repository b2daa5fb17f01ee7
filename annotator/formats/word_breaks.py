"""Lines of a paragraph -> one line: words broken at a line's end are put together where that is right. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

_WORD = re.compile(r"[^\W\d_]+(?:[-‐][^\W\d_]+)*")
_BROKEN = re.compile(r"([^\W\d_]+)[-‐\u00ad]$")
_FIRST = re.compile(r"[^\W\d_]+(?:[-‐][^\W\d_]+)*")
_SOFT = "\u00ad"
_HYPHENS = ("-", "‐", _SOFT)
_AND = frozenset(("und", "oder", "bzw", "sowie", "and", "or", "to", "et", "ou", "y", "o", "e", "en", "of", "och", "og"))
_KEPT = frozenset(("self", "ex", "non", "well", "vice", "half", "all", "cross", "e"))  # as in “well-known”
_WIDE = re.compile(r"[\u2e80-\u9fff\uac00-\ud7af\uff00-\uffef]")


class Joiner:
    """Joins lines. `text`: all of the document, which shows how a word is written where it is not broken."""

    def __init__(self, text: Iterable[str]) -> None:
        self._known = {word.casefold() for line in text for word in _WORD.findall(line)}

    def lines(self, lines: Sequence[str]) -> str:
        """The lines as one."""
        found = lines[0] if lines else ""
        for last, line in pairwise(lines):
            found = self._joined(found, last, line)
        return found.replace(_SOFT, "")

    def _joined(self, found: str, last: str, line: str) -> str:
        if last.endswith(_SOFT):
            return found[:-1] + line
        if last.endswith(_HYPHENS[:2]) and len(last) > 1 and not last[-2].isspace():
            return self._at_hyphen(found, last, line)
        if _WIDE.match(last[-1:]) and _WIDE.match(line[:1]):
            return found + line
        dash = last.endswith(("—", "–")) and last[-2:-1].isalnum() and line[:1].isalnum()
        return found + line if dash else f"{found} {line}"

    def _at_hyphen(self, found: str, last: str, line: str) -> str:
        before, after = _BROKEN.search(last), _FIRST.match(line)
        if before is None or after is None:
            return found + line  # “20-jährig”, “COVID-19”
        head, tail = before[1], after[0]
        if tail.casefold() in _AND:
            return f"{found} {line}"  # “Ein- und Ausfuhr”
        if not (head[-1].islower() and tail[0].islower()):
            return found + line  # “EU-Staaten”, “EU-weit”, “A-B”
        whole, parted = f"{head}{tail}".casefold(), f"{head}-{tail}".casefold()
        if whole not in self._known and (parted in self._known or head.casefold() in _KEPT):
            return found + line
        return found[:-1] + line
