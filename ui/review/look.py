"""The style sheet of the numbers, to lie on the workspaces' own."""

from __future__ import annotations

import re

from ui.theme import Theme
from ui.widgets import style


def sheet(theme: Theme) -> str:
    """The rules for the parts that only this workspace has."""
    values = {name: getattr(theme, name) for name in theme.__slots__}
    return style.sheet(theme) + re.sub(r"@(\w+)", lambda m: str(values[m.group(1)]), _SHEET)


_SHEET = """
QWidget[pane="figures"] { background: @bg; }
QSplitter[role="gap"]::handle { background: transparent; }
QTableView[role="cards"], QTableView[role="cards"]:focus { background: transparent; border: 0;
  selection-background-color: transparent; }
QTableView[role="cards"]::item:selected { background: transparent; }
QTableView QTableCornerButton::section { background: @panel; border: 0; border-bottom: 1px solid @line; }
QFrame[role="card"] QTableView { border: 2px solid transparent; border-radius: 6px; }
QFrame[role="card"] QTableView:focus { border: 2px solid @accent; }
QLabel[role="empty"]:focus { border: 2px solid @accent; border-radius: 8px; }
QLabel[role="counting"] { color: @accent; font-weight: 600; }
QToolButton[role="filter"] { padding: 4px 22px 4px 6px; border-radius: 7px; }
QToolButton[role="filter"]:focus { padding: 3px 21px 3px 5px; }
QToolButton[role="filter"][on="true"] { background: @accent_soft; color: @accent; border-color: @accent; }
QToolButton[role="filter"]::menu-indicator { image: none; width: 0; }
QTabBar::tab { margin: 0 6px; }
QLineEdit[fault="true"] { border: 2px solid @opp; padding: 3px 7px; }
QHeaderView::section { padding: 4px 8px; font-weight: 500; }
"""
