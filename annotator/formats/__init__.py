"""File formats, one module each. Pure: files <-> readings.

A format is a module that says what it is called, whether it reads and writes, and what it can carry.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from annotator.formats.found import FoundReading, ReadOptions

_HEAD = 1 << 16  # bytes
_MODULES = (
    "canonical",
    "plain",
    "html",
    "doccano",
    "prodigy",
    "label_studio",
    "marks_csv",
    "edges_csv",
    "gexf",
    "graphml",
)


class Format(Protocol):
    """What every format module says of itself."""

    NAME: str
    TITLE: str
    SUFFIXES: tuple[str, ...]
    READS: bool
    WRITES: bool
    CARRIES: tuple[str, ...]
    LOSES: tuple[str, ...]


class ForeignFormat(Format, Protocol):
    """A format of another tool: it says what stands in a file, and leaves the placing to `placing`.

    `FOLDER`: it is a folder of files; then `recognises` is asked of folders.
    """

    FOLDER: bool

    def recognises(self, path: Path, head: bytes) -> bool:
        """Whether a file whose name fits is of this format, by its first bytes. Never raises."""

    def read(self, path: Path, options: ReadOptions | None = None) -> Iterator[FoundReading]:
        """The readings of a file, or of a folder. Raises InputProblem."""


def foreign() -> tuple[ForeignFormat, ...]:
    """The formats of other tools that can be read."""
    return tuple(cast("ForeignFormat", form) for form in formats() if form.READS and hasattr(form, "recognises"))


def recognised(path: Path) -> ForeignFormat | None:
    """Which of them a file or folder is of, by its name and its first bytes."""
    if path.is_dir():
        return next((form for form in foreign() if form.FOLDER and form.recognises(path, b"")), None)
    mine = [form for form in foreign() if path.suffix.lower() in form.SUFFIXES and not form.FOLDER]
    if not mine:
        return None
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except OSError:  # whoever reads it says why it cannot be read
        return None
    return next((form for form in mine if form.recognises(path, head)), None)


def formats() -> tuple[Format, ...]:
    """Every format the program knows, in the order it offers them."""
    return tuple(cast("Format", import_module(name if "." in name else f"{__name__}.{name}")) for name in _MODULES)
