"""Texts with line ends of two characters, for programs that count each as one."""

from __future__ import annotations

from bisect import bisect_right


class LineEnds:
    """`short`: the text with line ends of one character. `wide`: whether it had others."""

    def __init__(self, text: str) -> None:
        self.wide = "\r\n" in text
        self.short = text.replace("\r\n", "\n")
        # where the n-th line end of two stands in the short text
        self._at: list[int] = []
        if self.wide:
            start = text.find("\r\n")
            while start >= 0:
                self._at.append(start - len(self._at))
                start = text.find("\r\n", start + 2)

    def place(self, position: int) -> int:
        """A position of the short text in the text itself; behind a line end it is behind both its characters."""
        return position + bisect_right(self._at, position - 1) if self.wide else position
