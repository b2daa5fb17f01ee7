"""Where the program starts: straight to the window, or to the command line, which costs more to load."""

from __future__ import annotations

import sys
from pathlib import Path


def main() -> None:
    """`stancemark` and `stancemark PROJECT.stancemark` open the window; everything else is a command."""
    words = sys.argv[1:]
    if not words or (len(words) == 1 and names_a_file(words[0])):
        from ui.app import main as window

        sys.exit(window(Path(words[0]) if words else None))
    from annotator.cli import main as commands

    commands()


def names_a_file(word: str) -> bool:
    """Whether a word can only be a path. No command has a dot or a slash in it."""
    return not word.startswith("-") and any(sign in word for sign in "./\\")
