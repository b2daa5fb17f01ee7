"""How articles are set: the face, the size, the length of lines; kept in the settings."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSettings

from ui.reader.surface import ZOOM_RANGE, Surface

FONT, ZOOM, LINE = "view/font", "view/zoom", "view/line_length"
LINE_RANGE = (40, 120)


@dataclass(frozen=True, slots=True)
class ReadingLook:
    """`font`: a family, "" for the usual faces. `zoom`: per cent. `line`: characters."""

    font: str = ""
    zoom: int = 100
    line: int = 68


def load(settings: QSettings) -> ReadingLook:
    """What was kept; the usual for what was not, or cannot be read."""
    usual = ReadingLook()
    return ReadingLook(
        str(settings.value(FONT, "")),
        _number(settings, ZOOM, usual.zoom, ZOOM_RANGE),
        _number(settings, LINE, usual.line, LINE_RANGE),
    )


def save(settings: QSettings, look: ReadingLook) -> None:
    """Keep it."""
    for key, value in ((FONT, look.font), (ZOOM, look.zoom), (LINE, look.line)):
        settings.setValue(key, value)


def dress(view: Surface, look: ReadingLook) -> None:
    """Set a reader's text so."""
    view.set_font_family(look.font or None)
    view.set_zoom(look.zoom)
    view.set_line_length(look.line)


def _number(settings: QSettings, key: str, usual: int, span: tuple[int, int]) -> int:
    text = str(settings.value(key, usual))
    return min(max(int(text), span[0]), span[1]) if text.isdecimal() and len(text) < 9 else usual
