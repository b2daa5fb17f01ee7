"""Colours and fonts: the themes, the palette and the style sheet made from them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from annotator.paths import resource

READING_FACES = ("DejaVu Serif", "Georgia", "Noto Serif", "Times New Roman")
_HEX = re.compile(r"#[0-9a-fA-F]{6}")


@dataclass(frozen=True, slots=True)
class Theme:
    """A set of colours, each `#rrggbb`. `*_bg` is the soft ground under a mark of that kind."""

    name: str
    dark: bool
    bg: str
    panel: str
    paper: str
    ink: str
    dim: str
    line: str
    edge: str
    accent: str
    accent_soft: str
    on_accent: str
    actor: str
    actor_bg: str
    claim: str
    claim_bg: str
    cue: str
    cue_bg: str
    evidence: str
    evidence_bg: str
    sup: str
    opp: str
    neu: str
    mix: str
    selection: str
    found: str
    hint: str
    hint_ink: str

    def label_colour(self, name: str) -> tuple[QColor, QColor]:
        """The line and the fill colour of a codebook colour: a palette entry, or `#rrggbb` made legible on paper.

        An unknown name gives the colours of cues.
        """
        if _HEX.fullmatch(name):
            line = legible(name, self.paper)
            return QColor(line), QColor(mix(line, self.paper, 0.16))
        key = name if name in ("actor", "claim", "cue", "evidence") else "cue"
        return QColor(getattr(self, key)), QColor(getattr(self, f"{key}_bg"))

    def polarity_colour(self, sign: str) -> QColor:
        """The colour of a stance sign: `+`, `−` (or `-`), `0`, `~`; anything else is the quiet one of `?`."""
        return QColor({"+": self.sup, "−": self.opp, "-": self.opp, "~": self.mix}.get(sign, self.neu))


LIGHT = Theme(
    name="light", dark=False, bg="#f6f5f1", panel="#fbfaf7", paper="#ffffff", ink="#1f2328", dim="#5f6672",
    line="#e3e0d8", edge="#85898f", accent="#0b6e69", accent_soft="#d9ece9", on_accent="#ffffff",
    actor="#0072b2", actor_bg="#d6e8f5", claim="#a65b00", claim_bg="#fff3dc", cue="#656a71", cue_bg="#eeeeec",
    evidence="#8a4f9e", evidence_bg="#f1e6f5", sup="#00795a", opp="#b4371b", neu="#5f6672", mix="#8a4f9e",
    selection="#bfe3df", found="#ffe98f", hint="#ffe36e", hint_ink="#3b3000",
)  # fmt: skip

DARK = Theme(
    name="dark", dark=True, bg="#17191c", panel="#1d2024", paper="#202429", ink="#e6e6e3", dim="#9aa2ad",
    line="#31363d", edge="#767e89", accent="#4fc0b5", accent_soft="#183b38", on_accent="#08211f",
    actor="#6cb6ec", actor_bg="#173449", claim="#f0b35a", claim_bg="#3a2d14", cue="#aab0ba", cue_bg="#2d3238",
    evidence="#cf9fe0", evidence_bg="#3a2b42", sup="#4cc79c", opp="#ff8a6b", neu="#aab0ba", mix="#cf9fe0",
    selection="#24564f", found="#5d4d12", hint="#ffe36e", hint_ink="#3b3000",
)  # fmt: skip

CONTRAST = Theme(
    name="contrast", dark=True, bg="#000000", panel="#050505", paper="#0a0a0a", ink="#ffffff", dim="#d6d6d6",
    line="#8c8c8c", edge="#c8c8c8", accent="#ffd84a", accent_soft="#3d3300", on_accent="#000000",
    actor="#7cc7ff", actor_bg="#0b2a40", claim="#ffb84d", claim_bg="#3a2600", cue="#d6d6d6", cue_bg="#2b2b2b",
    evidence="#e6b3ff", evidence_bg="#331c40", sup="#5ce6b0", opp="#ff9d85", neu="#d6d6d6", mix="#e6b3ff",
    selection="#1f4f8f", found="#665200", hint="#ffe36e", hint_ink="#000000",
)  # fmt: skip

THEMES = {theme.name: theme for theme in (LIGHT, DARK, CONTRAST)}


def luminance(colour: str) -> float:
    """WCAG 2 relative luminance of `#rrggbb`, 0 to 1."""

    def channel(value: int) -> float:
        part = value / 255
        return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)

    red, green, blue = (channel(int(colour[i : i + 2], 16)) for i in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    """WCAG 2 contrast ratio of two `#rrggbb` colours, 1 to 21."""
    low, high = sorted((luminance(first), luminance(second)))
    return (high + 0.05) / (low + 0.05)


def mix(first: str, second: str, share: float) -> str:
    """`share` (0 to 1) of the first colour in the second, as `#rrggbb`."""
    pairs = ((int(first[i : i + 2], 16), int(second[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(a * share + b * (1 - share)):02x}" for a, b in pairs)


def legible(colour: str, ground: str, ratio: float = 4.5) -> str:
    """The colour, moved towards black or white only as far as it needs to have that contrast with the ground."""
    towards = "#000000" if luminance(ground) > 0.18 else "#ffffff"
    return next(
        (moved for step in range(21) if contrast(moved := mix(towards, colour, step / 20), ground) >= ratio), towards
    )


def ink_on(ground: str) -> str:
    """Black or white, whichever reads better on the ground."""
    return max("#000000", "#ffffff", key=lambda ink: contrast(ink, ground))


def reading_font(pixels: int, family: str | None = None) -> QFont:
    """The face articles are set in. Unit: pixels. `family` comes before the usual serif faces."""
    font = QFont()
    font.setFamilies([family, *READING_FACES] if family else list(READING_FACES))
    font.setStyleHint(QFont.StyleHint.Serif)
    font.setPixelSize(pixels)
    return font


def interface_font(pixels: int, bold: bool = False) -> QFont:
    """The system's interface face at that size in pixels."""
    font = QFont(QApplication.font())
    font.setPixelSize(pixels)
    font.setBold(bold)
    return font


def palette(theme: Theme) -> QPalette:
    """The theme as a palette, for every widget that a style sheet does not reach."""
    roles = QPalette.ColorRole
    result = QPalette()
    for role, colour in {
        roles.Window: theme.bg, roles.WindowText: theme.ink, roles.Base: theme.paper, roles.AlternateBase: theme.panel,
        roles.Text: theme.ink, roles.Button: theme.panel, roles.ButtonText: theme.ink, roles.BrightText: theme.opp,
        roles.ToolTipBase: theme.panel, roles.ToolTipText: theme.ink, roles.PlaceholderText: theme.dim,
        roles.Highlight: theme.accent, roles.HighlightedText: theme.on_accent, roles.Link: theme.accent,
        roles.LinkVisited: theme.mix, roles.Light: theme.paper, roles.Midlight: theme.panel, roles.Mid: theme.line,
        roles.Dark: theme.dim, roles.Shadow: theme.ink, roles.Accent: theme.accent,
    }.items():  # fmt: skip
        result.setColor(role, QColor(colour))
    faint = QColor(mix(theme.dim, theme.bg, 0.75))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, role, faint)
    return result


def stylesheet(theme: Theme) -> str:
    """The style sheet of the whole program, to lie on the Fusion style."""
    values = {name: getattr(theme, name) for name in theme.__slots__}
    values["hover"] = mix(theme.ink, theme.panel, 0.05)
    values["faint"] = mix(theme.dim, theme.bg, 0.75)
    values["grip"] = mix(theme.dim, theme.panel, 0.45)
    values["tick"] = resource("themes").joinpath(f"tick-on-{'light' if theme.dark else 'dark'}.svg").as_posix()
    values["accent_hover"] = mix(theme.accent, theme.ink, 0.88)
    return re.sub(r"@(\w+)", lambda m: str(values[m.group(1)]), _SHEET)


def worn(app: QApplication) -> Theme:
    """The theme that the program is dressed in, the light one while it wears none."""
    ground = app.palette().color(QPalette.ColorRole.Window).name()
    return next((theme for theme in THEMES.values() if theme.bg == ground), LIGHT)


def apply(app: QApplication, theme: Theme) -> None:
    """Dress the program in the theme."""
    app.setStyle(QStyleFactory.create("Fusion"))
    app.setPalette(palette(theme))
    app.setStyleSheet(stylesheet(theme))


_SHEET = """
QToolTip { background: @panel; color: @ink; border: 1px solid @edge; padding: 4px 6px; }
QMainWindow::separator, QSplitter::handle { background: @line; }
QPushButton, QToolButton { background: @paper; color: @ink; border: 1px solid @line; border-radius: 7px;
  padding: 4px 10px; }
QPushButton:hover, QToolButton:hover { background: @hover; }
QPushButton:pressed, QToolButton:pressed { background: @accent_soft; }
QPushButton:checked, QToolButton:checked { background: @accent_soft; color: @accent; border-color: @accent;
  font-weight: 600; }
QPushButton:default, QPushButton[primary="true"] { background: @accent; color: @on_accent; border-color: @accent; }
QPushButton:default:hover, QPushButton[primary="true"]:hover { background: @accent_hover; }
QPushButton:disabled, QToolButton:disabled { color: @faint; background: @bg; }
QPushButton:focus, QToolButton:focus { border: 2px solid @accent; padding: 3px 9px; }
QPushButton:default:focus, QPushButton[primary="true"]:focus { border: 2px solid @ink; }
QToolButton[flat="true"] { background: transparent; border-color: transparent; }
QToolButton[flat="true"]:hover { background: @hover; }
QToolButton[flat="true"]:checked { background: @accent_soft; }
QToolButton[flat="true"]:focus { border-color: @accent; }
QLineEdit, QPlainTextEdit, QSpinBox, QDoubleSpinBox, QDateEdit, QComboBox { background: @paper; color: @ink;
  placeholder-text-color: @dim;
  border: 1px solid @line; border-radius: 7px; padding: 4px 8px; selection-background-color: @accent;
  selection-color: @on_accent; }
QLineEdit:hover, QPlainTextEdit:hover, QComboBox:hover, QSpinBox:hover { border-color: @edge; }
QLineEdit:focus, QPlainTextEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QDateEdit:focus, QComboBox:focus {
  border: 2px solid @accent; padding: 3px 7px; }
QLineEdit:disabled, QComboBox:disabled, QSpinBox:disabled { color: @faint; background: @bg; }
QComboBox::drop-down { border: 0; width: 20px; }
QSpinBox::up-button, QSpinBox::down-button { border: 0; width: 0; }
QComboBox QAbstractItemView { background: @paper; color: @ink; border: 1px solid @edge; outline: 0;
  selection-background-color: @accent_soft; selection-color: @ink; }
QListView, QTreeView, QTableView { background: @panel; color: @ink; border: 1px solid transparent; outline: 0;
  gridline-color: @line; alternate-background-color: @bg; selection-background-color: @accent_soft;
  selection-color: @ink; }
QListView:focus, QTreeView:focus, QTableView:focus { border-color: @accent; }
QListView::item, QTreeView::item { padding: 4px 6px; }
QTreeView::item { border: 0; }
QListView::item:hover, QTreeView::item:hover { background: @hover; }
QListView::item:selected, QTreeView::item:selected, QTableView::item:selected { background: @accent_soft;
  color: @ink; }
QHeaderView { background: @panel; }
QHeaderView::section { background: @panel; color: @dim; border: 0; border-bottom: 1px solid @line;
  padding: 5px 8px; font-weight: 600; }
QTabWidget::pane { border: 0; border-top: 1px solid @line; }
QTabBar { background: transparent; }
QTabBar::tab { background: transparent; color: @dim; border: 0; border-bottom: 2px solid transparent;
  padding: 8px 2px; margin: 0 8px; }
QTabBar::tab:selected { color: @ink; border-bottom-color: @accent; font-weight: 600; }
QTabBar::tab:hover { color: @ink; }
QTabBar::tab:focus { color: @accent; }
QGroupBox { border: 0; margin-top: 20px; padding-top: 4px; }
QGroupBox::title { subcontrol-origin: margin; left: 0; color: @dim; font-weight: 600; }
QLabel[role="dim"] { color: @dim; }
QLabel[role="section"] { color: @dim; font-weight: 600; }
QLabel[role="title"] { color: @ink; font-weight: 600; }
QLabel[role="key"] { color: @dim; background: @panel; border: 1px solid @line; border-bottom-width: 2px;
  border-radius: 5px; padding: 0 5px; font-weight: 600; }
QTextEdit[role="lines"] { background: @panel; color: @ink; border: 1px solid @line; border-radius: 7px; padding: 3px; }
QTextEdit[role="lines"]:focus { border: 2px solid @accent; padding: 2px; }
QFrame[role="panel"] { background: @panel; border: 0; }
QFrame[role="card"] { background: @panel; border: 1px solid @line; border-radius: 8px; }
QCheckBox, QRadioButton { color: @ink; spacing: 7px; border: 2px solid transparent; border-radius: 5px; padding: 1px; }
QCheckBox:focus, QRadioButton:focus { border-color: @accent; }
QCheckBox::indicator:unchecked { width: 13px; height: 13px; background: @paper; border: 1px solid @edge;
  border-radius: 3px; }
QCheckBox::indicator:checked { width: 13px; height: 13px; background: @accent; border: 1px solid @accent;
  border-radius: 3px; image: url("@tick"); }
QCheckBox::indicator:disabled { border-color: @faint; }
QMenuBar { background: @bg; color: @ink; }
QMenuBar::item { background: transparent; padding: 4px 8px; border-radius: 5px; }
QMenuBar::item:selected { background: @accent_soft; }
QMenu { background: @panel; color: @ink; border: 1px solid @edge; padding: 4px; }
QMenu::item { padding: 5px 22px 5px 12px; border-radius: 5px; }
QMenu::item:selected { background: @accent_soft; color: @ink; }
QMenu::item:disabled { color: @faint; }
QMenu::separator { height: 1px; background: @line; margin: 4px 6px; }
QStatusBar { background: @panel; color: @dim; border-top: 1px solid @line; }
QStatusBar::item { border: 0; }
QProgressBar { background: @bg; color: @ink; border: 1px solid @line; border-radius: 6px; text-align: center; }
QProgressBar::chunk { background: @accent_soft; border-radius: 5px; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: @grip; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 36px; }
QScrollBar::handle:horizontal { min-width: 36px; }
QScrollBar::handle:hover { background: @dim; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
"""
