"""File formats, one module each. Pure: files <-> readings.

A format is a module that says what it is called, whether it reads and writes, and what it can carry.
"""

from __future__ import annotations

from importlib import import_module
from typing import Protocol, cast

_MODULES = ("canonical", "plain", "html")


class Format(Protocol):
    """What every format module says of itself."""

    NAME: str
    TITLE: str
    SUFFIXES: tuple[str, ...]
    READS: bool
    WRITES: bool
    CARRIES: tuple[str, ...]
    LOSES: tuple[str, ...]


def formats() -> tuple[Format, ...]:
    """Every format the program knows, in the order it offers them."""
    return tuple(cast("Format", import_module(f"annotator.formats.{name}")) for name in _MODULES)
