"""Which words open the window at once, and which go to the command line."""

from __future__ import annotations

import pytest

from annotator.cli import main as commands
from annotator.start import names_a_file


@pytest.mark.parametrize("word", ["p.stancemark", "./demo", "a folder/p", "C:\\p", "../import"])
def test_a_path_opens_the_window(word: str) -> None:
    assert names_a_file(word)


@pytest.mark.parametrize("word", [*commands.commands, "--help", "-h", "--version", "--a.b"])
def test_commands_and_options_do_not(word: str) -> None:
    assert not names_a_file(word)
