"""Places in the stored text and places in Qt's document.

Ours are code points into the text exactly as stored. Qt counts UTF-16 units, and makes one paragraph separator of
each of \\n, \\r, \\r\\n, U+2029, U+FDD0 and U+FDD1.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from annotator.text import Utf16Map

_BREAK = re.compile("\r\n|[\n\r\u2029\ufdd0\ufdd1]")
_CRLF = re.compile("\r\n")


class DocumentMap:
    """Code points <-> positions in a QTextDocument whose plain text was set to `text`.

    A lookup is O(log n), and free for a text without astral characters and CRLF. The place inside a CRLF is one with
    the place after it.
    """

    def __init__(self, text: str) -> None:
        self._utf16 = Utf16Map(text)
        lf = [self._utf16.to_utf16(m.end() - 1) for m in _CRLF.finditer(text)] if "\r" in text else []
        self._lf = lf
        # where each CRLF's separator stands in the document
        self._separators = [unit - 1 - i for i, unit in enumerate(lf)]
        self.starts = paragraph_starts(text)

    def to_qt(self, position: int) -> int:
        """The document position of a code point position."""
        unit = self._utf16.to_utf16(position)
        return unit - bisect_left(self._lf, unit) if self._lf else unit

    def to_codepoint(self, position: int) -> int:
        """The code point position of a document position."""
        if self._lf:
            position += bisect_left(self._separators, position)
        return self._utf16.to_codepoint(position)

    def paragraph_of(self, position: int) -> int:
        """The number, from 0, of the paragraph that holds a code point position."""
        return max(0, bisect_right(self.starts, position) - 1)


def paragraph_starts(text: str) -> list[int]:
    """The code point positions at which Qt begins a paragraph. Never empty."""
    starts = [0]
    if any(mark in text for mark in "\r\u2029\ufdd0\ufdd1"):
        starts.extend(m.end() for m in _BREAK.finditer(text))
        return starts
    at = text.find("\n")
    while at >= 0:
        starts.append(at + 1)
        at = text.find("\n", at + 1)
    return starts


def for_qt(text: str) -> str:
    """The text to hand to Qt so that it receives it whole.

    On its way a mark of byte order at the start is taken for one: U+FEFF is dropped, U+FFFE turns all bytes round. One
    more in front of it is the one that is dropped.
    """
    return "\ufeff" + text if text[:1] in ("\ufeff", "\ufffe") else text
