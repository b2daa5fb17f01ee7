"""Whether a window can be shown here. Without Qt, so that command-line work does not load it."""

from __future__ import annotations

import os
import sys

_NO_SCREEN = ("offscreen", "minimal")
_OWN_SCREEN = ("eglfs", "linuxfb", "vkkhrdisplay", "vnc")  # draw without a display server


def has_display() -> bool:
    """Whether there is a screen, as far as the environment tells."""
    platform = os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0]
    if platform in _NO_SCREEN:
        return False
    if platform in _OWN_SCREEN or sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
