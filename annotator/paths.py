"""Where the program's own files are: in the wheel beside the package, in a checkout at the top."""

from __future__ import annotations

import os
from pathlib import Path

_PACKAGE = Path(__file__).parent


def _find(bundled: str, checkout: str) -> Path:
    inside = _PACKAGE / bundled
    return inside if inside.is_dir() else _PACKAGE.parent / checkout


def resource(name: str) -> Path:
    """The file `resources/NAME`. Read-only."""
    return _find("_resources", "resources") / name


def seeds() -> Path:
    """The folder of the starter corpus. Read-only."""
    return _find("_seeds", "seeds")


def cache() -> Path:
    """The folder for what can be made again at any time. `STANCEMARK_CACHE` names another."""
    chosen = os.environ.get("STANCEMARK_CACHE")
    if chosen:
        return Path(chosen)
    import platformdirs

    return platformdirs.user_cache_path("stancemark", appauthor=False)
