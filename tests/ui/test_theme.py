from __future__ import annotations

import re

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from ui import theme as themes
from ui.theme import DARK, LIGHT, Theme, contrast, ink_on, legible, palette, stylesheet

BOTH = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)


def pairs(theme: Theme) -> list[tuple[str, str]]:
    """Every colour that text has, over every ground it is written on."""
    grounds = (theme.bg, theme.panel, theme.paper)
    inks = (theme.ink, theme.dim, theme.accent)
    marks = (theme.actor, theme.claim, theme.cue, theme.evidence)
    signs = (theme.sup, theme.opp, theme.neu, theme.mix)
    under = (theme.actor_bg, theme.claim_bg, theme.cue_bg, theme.evidence_bg, theme.accent_soft, theme.selection,
             theme.found)  # fmt: skip
    return [
        *((ink, ground) for ink in inks for ground in grounds),
        *((sign, ground) for sign in (*signs, *marks) for ground in (theme.panel, theme.paper)),
        *((theme.paper, mark) for mark in (*marks, theme.neu)),
        *((theme.ink, ground) for ground in under),
        (theme.accent, theme.accent_soft),
        (theme.dim, theme.accent_soft),
        (theme.on_accent, theme.accent),
        (theme.hint_ink, theme.hint),
    ]


@BOTH
def test_text_can_be_read_on_its_ground(theme: Theme) -> None:
    faint = {pair: round(contrast(*pair), 2) for pair in pairs(theme) if contrast(*pair) < 4.5}
    assert not faint


@BOTH
def test_edges_and_focus_can_be_seen(theme: Theme) -> None:
    for ground in (theme.bg, theme.panel, theme.paper):
        assert contrast(theme.accent, ground) >= 3
        assert contrast(theme.edge, ground) >= 3


@BOTH
def test_palette_roles_can_be_read(theme: Theme) -> None:
    roles = QPalette.ColorRole
    colours = palette(theme)
    for ink, ground in [
        (roles.WindowText, roles.Window), (roles.Text, roles.Base), (roles.Text, roles.AlternateBase),
        (roles.ButtonText, roles.Button), (roles.ToolTipText, roles.ToolTipBase), (roles.PlaceholderText, roles.Base),
        (roles.HighlightedText, roles.Highlight), (roles.Link, roles.Base),
    ]:  # fmt: skip
        assert contrast(colours.color(ink).name(), colours.color(ground).name()) >= 4.5, (ink, ground)


def test_contrast_of_known_pairs() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert contrast("#ffffff", "#777777") == contrast("#777777", "#ffffff")


@BOTH
@pytest.mark.parametrize("colour", ["#ffff00", "#000000", "#ffffff", "#0b6e69", "#ff0000", "#808080"])
def test_any_colour_of_a_codebook_can_be_read(theme: Theme, colour: str) -> None:
    line, fill = theme.label_colour(colour)
    assert contrast(line.name(), theme.paper) >= 4.5
    assert contrast(theme.ink, fill.name()) >= 4.5
    assert contrast(ink_on(line.name()), line.name()) >= 4.5


def test_a_legible_colour_is_left_as_it_is() -> None:
    assert legible("#0b6e69", "#ffffff") == "#0b6e69"


@BOTH
def test_names_of_label_colours(theme: Theme) -> None:
    for name in ("actor", "claim", "cue", "evidence"):
        assert theme.label_colour(name) == (QColor(getattr(theme, name)), QColor(getattr(theme, f"{name}_bg")))
    assert theme.label_colour("no such colour") == theme.label_colour("cue")
    assert theme.polarity_colour("−") == theme.polarity_colour("-") == QColor(theme.opp)


@BOTH
def test_the_style_sheet_is_filled_in(theme: Theme) -> None:
    sheet = stylesheet(theme)
    assert "@" not in sheet
    assert len(re.findall(r"#[0-9a-f]{6}", sheet)) > 60
    assert sheet.count(":focus") >= 8


@BOTH
def test_applying_dresses_the_program(qapp: QApplication, theme: Theme) -> None:
    old = (qapp.style().objectName(), qapp.palette(), qapp.styleSheet())
    themes.apply(qapp, theme)
    try:
        assert qapp.palette().color(QPalette.ColorRole.Window).name() == theme.bg
        assert qapp.style().objectName().lower() == "fusion" or qapp.styleSheet()
    finally:
        qapp.setStyleSheet(old[2])
        qapp.setPalette(old[1])
        qapp.setStyle(old[0] or "fusion")


@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit])
@pytest.mark.parametrize("theme", themes.THEMES.values(), ids=lambda theme: theme.name)
def test_hints_in_empty_fields_can_be_read(
    qtbot: QtBot, theme: Theme, kind: type[QLineEdit] | type[QPlainTextEdit]
) -> None:
    field = kind()
    qtbot.addWidget(field)
    field.setStyleSheet(themes.stylesheet(theme))
    field.ensurePolished()
    colour = field.palette().color(QPalette.ColorRole.PlaceholderText)
    assert colour.alpha() == 255
    assert contrast(colour.name(), theme.paper) >= 4.5


@pytest.mark.parametrize("theme", themes.THEMES.values(), ids=lambda theme: theme.name)
def test_a_ticked_box_is_a_box_with_a_tick(qapp: QApplication, qtbot: QtBot, theme: Theme) -> None:
    themes.apply(qapp, theme)
    box = QCheckBox("x")
    qtbot.addWidget(box)
    box.setChecked(True)
    image = box.grab().toImage()
    seen = {image.pixelColor(x, y).name() for x in range(18) for y in range(image.height())}
    assert theme.accent in seen
    tick = max(contrast(colour, theme.accent) for colour in seen - {theme.bg})
    assert tick >= 4.5
    themes.apply(qapp, LIGHT)
