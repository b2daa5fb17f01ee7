"""Our own line icons: drawn from SVG in the colour and at the pixel ratio they are shown in, each once."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QWidget

from annotator.paths import resource

SIZES = (16, 20, 24, 32)


def names() -> list[str]:
    """The names of all icons, without the program's own."""
    return sorted(path.stem for path in resource("icons").glob("*.svg") if path.stem != "app")


@lru_cache(maxsize=1024)
def pixmap(name: str, colour: str, size: int, ratio: float = 1.0) -> QPixmap:
    """The icon at `size` logical pixels, for a screen of that device pixel ratio. Raises KeyError for no such icon.

    `colour` is `#rrggbb` and replaces `currentColor`. The pixmap is shared: do not paint on it.
    """
    from PySide6.QtSvg import QSvgRenderer  # costs a tenth of the start, and the first window is painted without

    source = _source(name).replace("currentColor", colour)
    renderer = QSvgRenderer(QByteArray(source.encode()))
    pixels = round(size * ratio)
    result = QPixmap(pixels, pixels)
    result.fill(Qt.GlobalColor.transparent)
    painter = QPainter(result)
    renderer.render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    result.setDevicePixelRatio(ratio)
    return result


@lru_cache(maxsize=256)
def icon(name: str, colour: str, faint: str | None = None) -> QIcon:
    """The icon in one colour, sharp at the usual sizes on every screen; `faint` is its colour while disabled."""
    result = QIcon()
    ratios = {1.0, *(screen.devicePixelRatio() for screen in QGuiApplication.screens())}
    for size in SIZES:
        for ratio in sorted(ratios):
            result.addPixmap(pixmap(name, colour, size, ratio))
            if faint:
                result.addPixmap(pixmap(name, faint, size, ratio), QIcon.Mode.Disabled)
    return result


def for_widget(name: str, widget: QWidget, role: QPalette.ColorRole = QPalette.ColorRole.WindowText) -> QIcon:
    """The icon in the widget's own colour of that role. Ask again when the palette changes."""
    palette = widget.palette()
    faint = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.WindowText)
    return icon(name, palette.color(QPalette.ColorGroup.Active, role).name(), faint.name())


def paint(painter: QPainter, name: str, colour: QColor, box: QRectF) -> None:
    """Draw the icon into a square box, sharp on the painter's device."""
    size = round(box.width())
    found = pixmap(name, colour.name(), size, painter.device().devicePixelRatio())
    painter.drawPixmap(box.topLeft(), found)


def app_icon() -> QIcon:
    """The program's icon."""
    result = QIcon()
    for size in (16, 32, 48, 256):
        result.addPixmap(pixmap("app", "#000000", size))
    return result


@lru_cache(maxsize=64)
def _source(name: str) -> str:
    path = resource(f"icons/{name}.svg")
    if not path.is_file():
        raise KeyError(f"no icon {name!r}")
    return path.read_text("utf-8")
