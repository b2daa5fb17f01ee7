"""The style sheet of the annotate workspace, to lie on the program's own."""

from __future__ import annotations

import re

from ui.theme import Theme, mix


def sheet(theme: Theme) -> str:
    """The rules for the parts that only this workspace has."""
    values = {name: getattr(theme, name) for name in theme.__slots__}
    values["hover"] = mix(theme.ink, theme.panel, 0.06)
    return re.sub(r"@(\w+)", lambda m: str(values[m.group(1)]), _SHEET)


_SHEET = """
QWidget[pane="list"], QWidget[pane="inspector"] { background: @panel; }
QWidget[pane="reader"] { background: @paper; }
QSplitter::handle { background: @line; }
QLabel { background: transparent; }
QLabel[role="section"] { font-size: 11px; letter-spacing: 0.5px; }
QLabel[role="heading"] { color: @ink; font-size: 15px; font-weight: 600; }
QLabel[role="small"] { color: @dim; font-size: 12px; }
QLabel[role="empty"] { color: @dim; font-size: 14px; }
QLabel[role="field"] { color: @dim; }
QLabel[role="missing"] { color: @opp; font-weight: 600; }
QLabel[role="fault"] { color: @opp; font-weight: 600; }
QLabel[role="key"] { font-size: 11px; }
QFrame[role="rule"] { background: @line; border: 0; max-height: 1px; min-height: 1px; }
QToolButton[role="chip"] { background: @paper; color: @dim; border: 1px solid @line; border-radius: 11px;
  padding: 2px 6px; font-size: 12px; min-height: 16px; }
QToolButton[role="chip"]:hover { border-color: @edge; }
QToolButton[role="chip"]:checked { background: @accent_soft; color: @accent; border-color: @accent_soft;
  font-weight: 600; }
QToolButton[role="chip"]:focus { border-color: @accent; }
QToolButton[role="keychip"] { background: @paper; color: @ink; border: 1px solid @line; border-radius: 7px;
  padding: 2px 27px 2px 8px; font-size: 12px; min-height: 18px; }
QToolButton[role="keychip"]:hover { background: @hover; }
QToolButton[role="keychip"]:checked { background: @accent_soft; color: @accent; border-color: @accent;
  font-weight: 600; }
QToolButton[role="keychip"]:focus { border: 2px solid @accent; padding: 1px 26px 1px 7px; }
QLabel[role="keyword"] { color: @dim; font-size: 12px; padding-right: 27px; min-height: 20px; }
QWidget[role="segments"] { background: @paper; border: 1px solid @line; border-radius: 7px; }
QToolButton[role="segment"] { background: transparent; color: @ink; border: 2px solid transparent;
  border-radius: 6px; padding: 2px 3px; font-size: 12px; }
QToolButton[role="segment"]:hover { background: @hover; }
QToolButton[role="segment"]:checked { background: @accent; color: @on_accent; border-color: @accent; }
QToolButton[role="segment"]:focus { border-color: @edge; }
QToolButton[role="segment"]:checked:focus { border-color: @ink; }
QToolButton[role="link"] { background: transparent; color: @accent; border: 1px solid transparent;
  border-radius: 5px; padding: 1px 4px; }
QToolButton[role="link"]:hover { background: @accent_soft; }
QToolButton[role="link"]:focus { border-color: @accent; }
QToolButton[role="remove"] { background: transparent; color: @dim; border: 1px solid transparent;
  border-radius: 5px; padding: 0 3px; font-size: 14px; }
QToolButton[role="remove"]:hover { background: @hover; color: @opp; }
QToolButton[role="remove"]:focus { border-color: @accent; }
QPushButton[role="pick"] { background: @paper; color: @ink; border: 1px solid @line; border-radius: 7px;
  padding: 4px 8px; text-align: left; font-weight: 400; min-height: 16px; }
QPushButton[role="pick"]:hover { border-color: @edge; }
QPushButton[role="pick"]:focus { border: 2px solid @accent; padding: 3px 7px; }
QPushButton[role="pick"][blank="true"] { color: @dim; }
QFrame[role="guideline"] { background: @claim_bg; border: 0; border-left: 3px solid @claim;
  border-top-right-radius: 7px; border-bottom-right-radius: 7px; }
QFrame[role="guideline"] QLabel { font-size: 12px; color: @ink; }
QFrame[role="guideline"] QLabel[role="example"] { color: @dim; }
QFrame[role="popup"] { background: @panel; border: 1px solid @edge; border-radius: 9px; }
QFrame[role="bar"] { background: @panel; border: 1px solid @line; border-radius: 12px; }
QFrame[role="slot"] { background: @paper; border: 1px solid @line; border-radius: 8px; }
QFrame[role="slot"][on="true"] { border: 2px solid @accent; }
QFrame[role="slot"] QLabel { color: @dim; font-size: 10px; padding-top: 2px; }
QFrame[role="slot"] QLineEdit { border: 0; padding: 0; background: transparent; }
QToolButton[role="polarity"] { background: transparent; color: @dim; border: 2px solid transparent;
  border-radius: 7px; padding: 3px 7px; font-size: 14px; font-weight: 700; }
QToolButton[role="polarity"]:hover { background: @hover; }
QToolButton[role="polarity"]:checked { background: @accent_soft; border-color: @accent_soft; }
QToolButton[role="polarity"]:focus { border-color: @accent; }
QToolButton[sign="+"]:checked { color: @sup; }
QToolButton[sign="−"]:checked { color: @opp; }
QToolButton[sign="~"]:checked { color: @mix; }
QToolButton[sign="0"]:checked, QToolButton[sign="?"]:checked { color: @ink; }
QListView[role="choices"] { background: transparent; border: 0; }
QFrame[role="note"] { background: @paper; border: 1px solid @line; border-radius: 8px; }
QScrollArea { background: transparent; border: 0; }
QWidget[role="page"] { background: transparent; }
QFrame[role="topbar"] { background: @paper; border: 0; border-bottom: 1px solid @line; }
QFrame[role="armed"] { background: @accent_soft; border: 0; border-bottom: 1px solid @line; }
QFrame[role="armed"] QLabel { color: @ink; }
QTextEdit { background: @paper; color: @ink; border: 0; }
"""
