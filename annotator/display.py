"""Whether a window can be shown here. Without Qt, so that command-line work does not load it."""

from __future__ import annotations

import os
import sys


def has_display() -> bool:
    """Whether there is a screen, as far as the environment tells."""
    if os.environ.get("QT_QPA_PLATFORM") in ("offscreen", "minimal"):
        return False
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
