"""Texts made fit to be shown: shortened, kept apart, dates, tooltips. Pure."""

from __future__ import annotations

import html
from collections.abc import Iterable

from PySide6.QtCore import QDate, Qt

from ui.i18n import day


def shorten(text: str, length: int = 60) -> str:
    """The text in one line, at most `length` characters."""
    line = " ".join(text.split())
    return line if len(line) <= length else line[: length - 1].rstrip() + "…"


def date_words(published: str | None, full: bool = False) -> str:
    """`2024-10-12…` as `12 Oct 2024`; what is no such date as it is."""
    if not published:
        return ""
    date = QDate.fromString(published[:10], Qt.DateFormat.ISODate)
    if date.isValid():
        return day(date)
    return published if full else shorten(published, 20)


def apart(parts: Iterable[str]) -> str:
    """The parts with dots between. Each is isolated, so that right-to-left words in one do not mix up the others."""
    return " · ".join(f"\u2068{part}\u2069" if not part.isascii() else part for part in parts)


def value_words(value: str) -> str:
    """A codebook value or key as words: `ministry_agency` -> `ministry agency`."""
    return value.replace("_", " ")


def plain_tip(text: str) -> str:
    """The text for a tooltip, which would otherwise be read as HTML if it looks like it."""
    return f"<qt>{html.escape(text).replace(chr(10), '<br>')}</qt>" if text else ""
