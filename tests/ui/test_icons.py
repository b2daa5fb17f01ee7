from __future__ import annotations

import pytest
from PySide6.QtGui import QIcon, QPixmap
from pytestqt.qtbot import QtBot

from ui import icons


def inks(pixmap: QPixmap) -> set[str]:
    image = pixmap.toImage()
    every = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return {colour.name() for x, y in every if (colour := image.pixelColor(x, y)).alpha() == 255}


def test_every_icon_is_drawn_in_the_colour_asked_for(qtbot: QtBot) -> None:
    assert len(icons.names()) > 30
    for name in icons.names():
        assert "#c02040" in inks(icons.pixmap(name, "#c02040", 48)), name


def test_a_pixmap_has_the_pixels_of_its_screen(qtbot: QtBot) -> None:
    sharp = icons.pixmap("open", "#000000", 20, 2.0)
    assert (sharp.width(), sharp.devicePixelRatio(), sharp.deviceIndependentSize().width()) == (40, 2.0, 20)


def test_a_pixmap_is_drawn_once(qtbot: QtBot) -> None:
    assert icons.pixmap("open", "#111111", 20) is icons.pixmap("open", "#111111", 20)
    assert icons.pixmap("open", "#111111", 20) is not icons.pixmap("open", "#222222", 20)


def test_an_icon_is_faint_while_disabled(qtbot: QtBot) -> None:
    icon = icons.icon("folder", "#aa0000", "#0000aa")
    assert "#aa0000" in inks(icon.pixmap(32, 32))
    assert "#0000aa" in inks(icon.pixmap(32, 32, QIcon.Mode.Disabled))


def test_no_such_icon(qtbot: QtBot) -> None:
    with pytest.raises(KeyError, match="no icon"):
        icons.pixmap("nowhere", "#000000", 16)


def test_the_app_icon_has_every_usual_size(qtbot: QtBot) -> None:
    assert {size.width() for size in icons.app_icon().availableSizes()} >= {16, 32, 48, 256}
