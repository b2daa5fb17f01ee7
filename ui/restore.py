"""A backup opened beside a damaged project, as a copy under a new name. Nothing is ever written over."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from pathlib import Path


def free_name(damaged: Path, day: str) -> Path:
    """`NAME restored DAY.stancemark` beside the damaged file, with a number if that is taken."""
    for number in count(1):
        ending = f" ({number})" if number > 1 else ""
        path = damaged.with_name(f"{damaged.stem} restored {day}{ending}.stancemark")
        if not path.exists():
            return path
    raise AssertionError("unreachable")


def restore(
    backup: Path,
    damaged: Path,
    day: str,
    progress: Callable[[float], None] = lambda _: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Path:
    """Copy a backup to a free name beside the damaged project; gives the copy. Raises DiskFull, Cancelled, Problem."""
    from annotator.store.backup import copy_to

    path = free_name(damaged, day)
    copy_to(backup, path, progress, cancelled)
    return path
